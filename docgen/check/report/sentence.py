"""The conclusion about a document: one word for programs, one sentence for an official.

“Đạt” is never said of what was not looked at: rules that could not tell, rules that were not
chosen, faults that were excused and gaps of a draft are counted beside it.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from docgen.check.verdict import Verdict

if TYPE_CHECKING:
    from docgen.check.report.account import Document

PASSED, FAILED = "dat", "chua-dat"
OUT_OF_SCOPE, UNKNOWN = "khong-xet", "khong-xet-duoc"
LEVELS = {"error": "lỗi", "warning": "nhắc", "info": "lưu ý"}
"""What a severity is called."""
_COUNTED = {"error": "lỗi", "warning": "lời nhắc", "info": "lưu ý"}


def state(document: Document) -> str:
    """Return the conclusion as a stable word."""
    if document.severities["error"]:
        return FAILED
    if document.broken:
        return UNKNOWN
    if document.judged:
        return PASSED
    return UNKNOWN if document.unjudged else OUT_OF_SCOPE


def conclusion(document: Document, where: str | None = None) -> str:
    """Return the conclusion as a sentence without its full stop.

    For people, *where* tells where to read why rules could not tell; it may be told already.
    """
    words = state(document)
    if words == OUT_OF_SCOPE:
        return f"Không xét: {document.scope_words or _why_foreign(document)}"
    if not document.judged:
        return f"Không xét được: {document.unjudged[0].reason}"
    return "; ".join([_verdict(document, words), *_beside(document, where)])


def _verdict(document: Document, words: str) -> str:
    told = ", ".join(counted(document))
    if words == UNKNOWN:
        return "Không kiểm tra hết được" + (f": {told}" if told else "")
    passed, subject = words == PASSED, "Bản nháp " * document.draft
    some = " các quy tắc được chọn" if passed and document.chosen else ""
    verdict = f"{subject}{'đạt' if passed else 'chưa đạt'}{some}"
    return verdict[:1].upper() + verdict[1:] + (f": {told}" if told else "")


def counted(document: Document) -> list[str]:
    """Return how many faults of each severity, in words."""
    severities = document.severities
    return [f"{severities[level]} {word}" for level, word in _COUNTED.items() if severities[level]]


def _beside(document: Document, where: str | None) -> list[str]:
    """Return what must be known beside the verdict."""
    cures = [] if where is None else [each for each in (undated(document), where) if each]
    cure = f" ({'; '.join(cures)})" if cures else ""
    counts = (
        (len(document.gaps), "còn {} chỗ [CẦN BỔ SUNG]"),
        (len(document.excused), "{} chỗ được bỏ qua theo kiem_tra.yaml"),
        (len(document.unjudged) - len(document.broken), "{} quy tắc không xét được" + cure),
        (len(document.broken), "{} quy tắc gặp lỗi của chính docgen"),
    )
    return [words.format(count) for count, words in counts if count]


def _why_foreign(document: Document) -> str:
    reasons = [verdict.reason for verdict in document.foreign]
    return reasons[0] if reasons else "không quy tắc nào được chọn"


def undated(document: Document) -> str:
    """Return how to have the rules judged that lack nothing but the day of the document."""
    many = sum(verdict.code == "date" for verdict in document.unjudged)
    return f"{many} quy tắc cần ngày: thêm --date NGÀY" if many else ""


def by_reason(verdicts: Iterable[Verdict]) -> dict[str, list[Verdict]]:
    """Return verdicts by their reason."""
    found: dict[str, list[Verdict]] = {}
    for verdict in verdicts:
        found.setdefault(verdict.reason, []).append(verdict)
    return found
