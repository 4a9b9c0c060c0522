"""The last section of a document: what its annexes left open becomes the document's own.

In Word a section's paper and margins stand at its end, and those of the last one at the end of the
body, where no tag can stand. A frame therefore ends in a paragraph with the section that is open.
"""

from __future__ import annotations

import re

_LAST = re.compile(
    r"(<w:sectPr(?: [^>]*)?>(?:(?!</?w:sectPr).)*</w:sectPr>)"
    r"(</w:pPr></w:p>\s*)<w:sectPr(?: [^>]*)?>(?:(?!</?w:sectPr).)*</w:sectPr>(\s*</w:body>)",
    re.DOTALL,
)
_NEAR = 4000
"""The last section is at most so long; what is before it is not searched."""


def close(xml: str) -> str:
    """Return *xml* without an empty last section: the one that ends right before it is the last."""
    start = max(0, xml.rfind("</w:body>") - _NEAR)
    return xml[:start] + _LAST.sub(r"\2\1\3", xml[start:], count=1)
