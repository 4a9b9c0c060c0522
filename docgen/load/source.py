"""A file of a workspace as clean text: UTF-8, NFC, one kind of line end, no control characters."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, field
from pathlib import Path

from docgen.errors import Place, Problem, system_reason

# XML 1.0 §2.2 has no room for the first ones, no keyboard types the others, and YAML takes some of
# them (U+0085, U+2028, U+2029) for line ends.
_FORBIDDEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufffe\uffff]"  # not \t, not \n
)
_INVISIBLE = dict.fromkeys((0x200B, 0xFEFF))  # zero-width blank, a BOM in the middle
_INDENT = re.compile("^[ \u00a0]+", re.MULTILINE)


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
        shown = _FORBIDDEN.sub("\N{REPLACEMENT CHARACTER}", shown)  # a terminal would obey them
        return Problem(Place(self.path, line, column, width), code, message, hint, shown)


def control_character(text: str) -> re.Match[str] | None:
    """Return the first character of *text* that Word cannot hold."""
    return _FORBIDDEN.search(text)


def read_source(path: Path) -> tuple[Source, list[Problem]]:
    """Read *path*; BOM, CRLF, NFD and NBSP indents are cleaned, other encodings refused.

    Problems name the file in NFC: some systems hand file names out decomposed.
    """
    name = path.with_name(unicodedata.normalize("NFC", path.name))
    if path.exists() and not path.is_file() and not path.is_dir():
        source = Source(name, "", ())
        message = "Không đọc được tệp: đây không phải là tệp thường"
        return source, [source.problem(1, 1, "cannot-read", message)]
    try:
        data = path.read_bytes().removeprefix(b"\xef\xbb\xbf")
    except OSError as error:
        source = Source(name, "", ())
        message = f"Không đọc được tệp: {system_reason(error)}"
        return source, [source.problem(1, 1, "cannot-read", message)]
    data = data.replace(b"\r\n", b"\n").replace(b"\r", b"\n")
    try:
        source = _source(name, data.decode("utf-8"))
    except UnicodeDecodeError as error:
        return _not_utf8(name, data, error.start)
    return source, _control_characters(source)


def _source(path: Path, text: str) -> Source:
    text = unicodedata.normalize("NFC", text).translate(_INVISIBLE)
    text = _INDENT.sub(lambda blanks: " " * len(blanks[0]), text)
    return Source(path, text, tuple(text.split("\n")))


def _not_utf8(path: Path, data: bytes, offset: int) -> tuple[Source, list[Problem]]:
    source = _source(path, data.decode("utf-8", errors="replace"))
    before = data[:offset].decode("utf-8").split("\n")
    problem = source.problem(
        len(before),
        len(unicodedata.normalize("NFC", before[-1])) + 1,
        "not-utf8",
        "Tệp không được lưu bằng bảng mã UTF-8",
        "mở tệp trong trình soạn thảo, chọn Lưu với mã hóa (Encoding) UTF-8",
    )
    return Source(path, "", ()), [problem]


def _control_characters(source: Source) -> list[Problem]:
    return [
        source.problem(number, found.start() + 1, *control_words(found[0]))
        for number, line in enumerate(source.lines, start=1)
        for found in _FORBIDDEN.finditer(line)
    ]


def control_words(char: str) -> tuple[str, str, str]:
    """Return code, message and hint for a control character."""
    return (
        "control-character",
        f"Có ký tự điều khiển ẩn (mã {ord(char):04X}), Word không ghi được",
        "xóa ký tự đó rồi gõ lại đoạn này; thường do chép từ phần mềm khác",
    )
