"""Vietnamese as offices write it: letters, numbers, dates, places, typography, widths of lines.

Pure functions on text, with no knowledge of units or documents.
Text may come in decomposed (NFD); what goes out is composed (NFC).
Import from the submodules.
"""
