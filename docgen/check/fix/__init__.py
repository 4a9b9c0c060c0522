"""Fix: mend what is safe to mend in a copy of a document, and say what to do about the rest."""

from docgen.check.fix.advice import ADVICE, Advice, advise
from docgen.check.fix.copy import NoCopyError
from docgen.check.fix.mend import Repair, fix_file

__all__ = ["ADVICE", "Advice", "NoCopyError", "Repair", "advise", "fix_file"]
