"""Why there is no PDF, in sentences that say what to do."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from pathlib import Path

from docgen.errors import DocgenError

INSTALL = {
    "linux": "apt install libreoffice-writer-nogui",
    "darwin": "cài LibreOffice từ libreoffice.org vào /Applications (hoặc brew install --cask libreoffice)",
    "win32": "cài LibreOffice từ libreoffice.org (hoặc winget install TheDocumentFoundation.LibreOffice)",
}
FONTS = {
    "linux": "apt install fonts-croscore (hoặc fonts-liberation2), gỡ fonts-liberation bản 1 nếu có",
    "darwin": "bật phông Times New Roman trong Font Book",
    "win32": "bật lại phông Times New Roman trong Settings, mục Fonts",
}


def cure(cures: dict[str, str]) -> str:
    """Return the cure for this system."""
    return cures.get(sys.platform, cures["linux"])


class NoConverterError(DocgenError):
    """No program on this machine prints documents to PDF."""

    code = "no-pdf-program"
    exit_code = 3

    def __init__(self, named: str = "") -> None:
        found = f"DOCGEN_SOFFICE chỉ vào “{named}”, ở đó không có chương trình chạy được"
        super().__init__(
            f"{found if named else 'Không thấy LibreOffice để xuất PDF'}. "
            f"Cách chữa: {cure(INSTALL)}; nếu đã cài ở chỗ khác thì ghi đường dẫn đầy đủ của "
            "soffice vào biến môi trường DOCGEN_SOFFICE."
        )


class NotADocumentError(DocgenError):
    """The file is no Word document."""

    code = "not-docx"

    def __init__(self, path: Path, reason: str) -> None:
        super().__init__(f"{path.as_posix()} không xuất PDF được: {reason}.")


class NotConvertedError(DocgenError):
    """The program gave nothing that can be kept."""

    code = "pdf-failed"

    def __init__(self, path: Path, reason: str) -> None:
        super().__init__(
            f"Không xuất được PDF từ {path.as_posix()}: {reason}. "
            "Mở tệp bằng Word xem có hỏng không; nếu tệp nào cũng vậy thì chạy docgen doctor."
        )


class TooSlowError(DocgenError):
    """The program did not finish the file in time and was ended."""

    code = "pdf-timeout"

    def __init__(self, path: Path, seconds: float) -> None:
        super().__init__(
            f"Xuất PDF từ {path.as_posix()} quá {seconds:.0f} giây nên bị dừng. "
            "Nếu tệp rất dài, chạy lại với --timeout lớn hơn."
        )


class WrongFontError(DocgenError):
    """Letters would be printed in a font that the document does not ask for.

    *font* is the one that the document asks for: Times New Roman every machine should have, of
    any other a document of an office has no need.
    """

    code = "pdf-font"

    def __init__(self, path: Path, reason: str, font: str) -> None:
        self.reason = reason
        told = cure(FONTS)
        if font != "Times New Roman":
            told = (
                f"đổi chữ sang Times New Roman (docgen check {path.name} --fix đổi trong bản sao) "
                f"hoặc cài phông {font} đủ chữ Việt"
            )
        super().__init__(
            f"PDF của {path.as_posix()} bị bỏ, không ghi ra: {reason}. "
            f"Cách chữa: {told}, rồi chạy lại lệnh."
        )


class SameNameError(DocgenError):
    """Two documents would be printed to one file."""

    code = "same-name"

    def __init__(self, path: Path, others: Iterable[Path]) -> None:
        told = ", ".join(other.as_posix() for other in others)
        super().__init__(
            f"{path.as_posix()} được xuất từ nhiều tệp Word ({told}). "
            "Bỏ --out để mỗi PDF nằm cạnh tệp Word của nó, hoặc đổi tên tệp."
        )


class CannotReadError(DocgenError):
    """The operating system refused to read a file."""

    code = "cannot-read"

    def __init__(self, path: Path, reason: str) -> None:
        super().__init__(f"Không đọc được {path.as_posix()} ({reason}).")
