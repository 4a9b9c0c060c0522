"""Facts: a stranger's .docx, opened safely and measured as Word would show it."""

from docgen.check.facts.errors import UnreadableError
from docgen.check.facts.read import Reading, read_layout, read_marked

__all__ = ["Reading", "UnreadableError", "read_layout", "read_marked"]
