"""A new workspace: the sample, or a bare one for an office of one's own."""
