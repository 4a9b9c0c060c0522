"""Fix: mend what is safe to mend in a copy of a document, and say what to do about the rest.

Import from the submodules: a check alone needs none of them.
"""
