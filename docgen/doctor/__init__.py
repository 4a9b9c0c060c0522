"""What works on this machine, and the cure for what does not."""

from docgen.doctor.checks import examine
from docgen.doctor.report import Check, exit_code

__all__ = ["Check", "examine", "exit_code"]
