"""The register of outgoing documents: numbers given once, in order, and what became of each."""

from docgen.register.entry import Entry, Order, State
from docgen.register.store import Register

__all__ = ["Entry", "Order", "Register", "State"]
