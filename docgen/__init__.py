"""docgen: a press for Vietnamese official documents, from YAML to Word."""

__version__ = "0.1.0"
