"""Give finished documents their numbers: drafts first, then one short transaction, files last."""

from docgen.issue.run import Issued, Issuer
from docgen.issue.verify import verify_workspace

__all__ = ["Issued", "Issuer", "verify_workspace"]
