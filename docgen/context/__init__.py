"""From the model to plain values for a template: one document, one dictionary."""
