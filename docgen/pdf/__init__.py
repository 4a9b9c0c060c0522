"""PDF: Word documents printed through LibreOffice (or Word), each output proved before it is kept."""

from docgen.pdf.make import Made, Order, Press
from docgen.pdf.probe import probe
from docgen.pdf.programs import Program, find_program

__all__ = ["Made", "Order", "Press", "Program", "find_program", "probe"]
