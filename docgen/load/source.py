"""A file of a workspace as clean text: UTF-8, NFC, one kind of line end, no control characters."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass, field
from pathlib import Path

from docgen.errors import Place, Problem

# XML 1.0 §2.2 has no room for these, and no keyboard types them.
_FORBIDDEN = {code for code in range(32) if chr(code) not in "\t\n\r"} | {0x7F, 0xFFFE, 0xFFFF}


@dataclass(frozen=True, slots=True)
class Source:
    """The text of one file and its lines, for places and carets."""

    path: Path
    text: str
    lines: tuple[str, ...] = field(repr=False)

    def problem(
        self, line: int, column: int, code: str, message: str, hint: str = "", *, width: int = 1
    ) -> Problem:
        """Return a problem at *line*, *column* (from 1) with that line of the file."""
        shown = self.lines[line - 1] if 0 < line <= len(self.lines) else ""
        return Problem(Place(self.path, line, column, width), code, message, hint, shown)

    def between(self, start: tuple[int, int], end: tuple[int, int]) -> str:
        """Return the text from *start* to *end*, both (line, column) from 0, on one line or more."""
        if start[0] == end[0]:
            return self.lines[start[0]][start[1] : end[1]]
        first = self.lines[start[0]][start[1] :]
        last = self.lines[end[0]][: end[1]] if end[0] < len(self.lines) else ""
        return "\n".join([first, *self.lines[start[0] + 1 : end[0]], last]).strip()


def read_source(path: Path) -> tuple[Source, list[Problem]]:
    """Read *path*; BOM, CRLF and NFD are accepted and cleaned, other encodings refused."""
    try:
        data = path.read_bytes().removeprefix(b"\xef\xbb\xbf")
    except OSError as error:
        source = Source(path, "", ())
        reason = "không có tệp này" if isinstance(error, FileNotFoundError) else str(error.strerror)
        return source, [source.problem(1, 1, "cannot-read", f"Không đọc được tệp: {reason}")]
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        source = Source(path, "", ())
        column = error.start - (data.rfind(b"\n", 0, error.start) + 1) + 1
        return source, [
            source.problem(
                line,
                column,
                "not-utf8",
                "Tệp không được lưu bằng bảng mã UTF-8",
                "mở tệp trong trình soạn thảo, chọn Lưu với mã hóa (Encoding) UTF-8",
            )
        ]
    text = unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n"))
    source = Source(path, text, tuple(text.split("\n")))
    return source, _control_characters(source)


def _control_characters(source: Source) -> list[Problem]:
    return [
        source.problem(
            number,
            column,
            "control-character",
            f"Có ký tự điều khiển ẩn (mã {ord(char):04X}), Word không ghi được",
            "xóa ký tự đó rồi gõ lại đoạn này; thường do chép từ phần mềm khác",
        )
        for number, line in enumerate(source.lines, start=1)
        for column, char in enumerate(line, start=1)
        if ord(char) in _FORBIDDEN
    ]
