"""A file of a workspace as clean text: Unicode, NFC, one kind of line end, no control characters."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, field, replace
from pathlib import Path

from docgen.errors import Place, Problem, system_reason
from docgen.load.binary import kind_of_binary
from docgen.load.encodings import OLD, TWICE, UTF8, unicode_text, western
from docgen.load.garbled import first_wrong, garbled, is_mixed, old_encoding, shown

# XML 1.0 §2.2 has no room for the first ones, no keyboard types the others, and YAML takes some of
# them (U+0085, U+2028, U+2029) for line ends.
_FORBIDDEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufffe\uffff]"  # not \t, not \n
)
_MOST_FORBIDDEN = 20
_LARGEST = 4_000_000
_LOST = "\N{REPLACEMENT CHARACTER}"

# What nobody sees: soft hyphens, zero-width blanks, directions, a BOM in the middle; a joiner only
# where it joins letters, since it makes one picture of two emoji.
_INVISIBLE = re.compile(
    "[\u00ad\u200b\u200c\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]|"
    r"(?<=\w)\u200d|\u200d(?=\w)"
)
# What looks like a blank and a hyphen, and is none to YAML. Inside words a no-break blank stays:
# it may be meant.
_BLANK = "\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000"
_ODD = re.compile(f"[\t\u00ad\u200b-\u200f\u2010\u2011\u202a-\u202e\u2060-\u2069\ufeff{_BLANK}]")
_STRUCTURE = re.compile(
    rf"^[ {_BLANK}]*(?:-[ {_BLANK}\t]+)*"  # before a key or an item
    rf"(?:[\"']?[\w-]+[\"']?[ {_BLANK}]*:(?=[\s{_BLANK}])[{_BLANK}\t ]*)?"  # around its colon
    rf"|(?<=[{{,])[ {_BLANK}]*[a-z0-9_]+[ {_BLANK}]*:[ {_BLANK}]*"  # likewise in braces
    rf"|(?<![ {_BLANK}\t])[ {_BLANK}\t]+$",
    re.MULTILINE,
)
_INNER = re.compile(r"(?<=\S)[^\n]+")
_ANY_BLANK = re.compile(f"[{_BLANK}]")


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
        shown = _FORBIDDEN.sub(_LOST, shown)  # a terminal would obey them
        return Problem(Place(self.path, line, column, width), code, message, hint, shown)


def control_character(text: str) -> re.Match[str] | None:
    """Return the first character of *text* that Word cannot hold."""
    return _FORBIDDEN.search(text)


def read_source(path: Path) -> tuple[Source, list[Problem]]:
    """Read *path*; what can be cleaned without a doubt is, the rest is told.

    With a problem that is no warning the text is empty. The file is named in NFC: some systems
    hand file names out decomposed.
    """
    name = path.with_name(unicodedata.normalize("NFC", path.name))
    try:
        data, refusal = _bytes(path)
    except OSError as error:
        data, refusal = b"", (f"Không đọc được tệp: {system_reason(error)}", "")
    if refusal:
        return _nothing(name), [_nothing(name).problem(1, 1, "cannot-read", *refusal)]
    if kind := kind_of_binary(data):
        hint = "chép phần chữ sang một tệp .yaml mới, lưu bằng UTF-8"
        return _nothing(name), [_nothing(name).problem(1, 1, "not-a-text-file", kind, hint)]
    decoded = unicode_text(data)
    return _from_text(name, *decoded) if decoded else (_nothing(name), [_not_unicode(name, data)])


def _from_text(name: Path, encoding: str, text: str) -> tuple[Source, list[Problem]]:
    text = unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n"))
    if found := _garbled(name, text):
        return _nothing(name), [found]
    source = _source(name, text)
    if problems := _control_characters(source):
        return _nothing(name), problems
    if encoding == UTF8:
        return source, []
    message = f"Tệp được lưu bằng {encoding}; docgen đọc được, nhưng nhiều phần mềm khác thì không"
    hint = f"lưu lại bằng UTF-8, hoặc chạy: {_recode(name)}"
    return source, [replace(source.problem(1, 1, "not-utf8", message, hint), warning=True)]


def _bytes(path: Path) -> tuple[bytes, tuple[str, str] | None]:
    """Return the bytes of *path*, or why it is not read and what to do."""
    if path.is_dir():
        return b"", (
            "Không đọc được tệp: đây là thư mục",
            "đổi tên thư mục, hoặc chuyển đi nơi khác",
        )
    if path.exists() and not path.is_file():
        return b"", ("Không đọc được tệp: đây không phải là tệp thường", "")
    if path.exists() and (size := path.stat().st_size) > _LARGEST:
        message = f"Tệp quá lớn ({size / 1e6:.0f} MB), không phải tệp dữ liệu của docgen"
        return b"", (message, "tệp .yaml chỉ ghi chữ của một đơn vị, một năm; tách nhỏ tệp này")
    return path.read_bytes(), None


def _nothing(path: Path) -> Source:
    return Source(path, "", ())


def _lines(path: Path, text: str) -> Source:
    return Source(path, text, tuple(text.split("\n")))


def _source(path: Path, text: str) -> Source:
    if _ODD.search(text):
        text = _INVISIBLE.sub("", text).translate({0x2010: "-", 0x2011: "-"})
        text = _STRUCTURE.sub(_plain_blanks, text)
    if "\t" in text:  # one that indents is refused later: nobody knows its width
        text = _INNER.sub(lambda line: line[0].replace("\t", " "), text)
    return _lines(path, text)


def _plain_blanks(match: re.Match[str]) -> str:
    return _ANY_BLANK.sub(" ", match[0]).replace("\t", " ")


def _garbled(path: Path, text: str) -> Problem | None:
    found = garbled(text)
    if not found:
        return None
    message = f"Chữ ở đây thuộc bảng mã {found.encoding}: dòng này đọc thành «{found.meant}»"
    if found.encoding == TWICE:
        message = f"Chữ ở đây đã hỏng vì đọc nhầm bảng mã: dòng này vốn là «{found.meant}»"
    hint = f"gõ lại bằng Unicode, hoặc chạy: {_recode(path)}"
    place = found.line, found.column
    return _lines(path, text).problem(*place, "old-encoding", message, hint, width=found.width)


def _not_unicode(path: Path, data: bytes) -> Problem:
    """Return the problem of bytes that are no Unicode, at the first that shows it."""
    data = data.removeprefix(b"\xef\xbb\xbf").replace(b"\r\n", b"\n").replace(b"\r", b"\n")
    if data[:2] in (b"\xff\xfe", b"\xfe\xff") or data.count(0) * 4 > len(data):
        message = "Tệp UTF-16 bị hỏng hoặc bị cắt giữa chừng"
        return _nothing(path).problem(1, 1, "not-utf8", message, "lấy lại tệp gốc, lưu bằng UTF-8")
    number, column = first_wrong(data)
    source = _lines(path, unicodedata.normalize("NFC", data.decode("utf-8", "replace")))
    encoding = old_encoding(data)
    if is_mixed(data):
        message = "Dòng này có chữ không phải UTF-8, trong khi phần khác của tệp là UTF-8"
        hint = "gõ lại chỗ này (thường do dán từ nơi khác), rồi lưu tệp bằng UTF-8"
    elif encoding:
        meant = OLD[encoding](western(data.split(b"\n")[number - 1]))
        message = (
            "Tệp không được lưu bằng UTF-8; có vẻ là bảng mã "
            f"{encoding}: dòng này đọc thành «{shown(meant)}»"
        )
        hint = f"lưu lại bằng UTF-8, hoặc chạy: {_recode(path)}"
    else:
        message = "Tệp không được lưu bằng bảng mã UTF-8"
        hint = "mở tệp trong trình soạn thảo, chọn Lưu với mã hóa (Encoding) UTF-8"
    return source.problem(number, column, "not-utf8", message, hint)


def _recode(path: Path) -> str:
    """Return the command that rewrites *path*, as it can be copied."""
    name = path.as_posix()
    return f'docgen recode "{name}"' if " " in name else f"docgen recode {name}"


def _control_characters(source: Source) -> list[Problem]:
    if not control_character(source.text):
        return []
    found = [
        (number, match)
        for number, line in enumerate(source.lines, start=1)
        for match in _FORBIDDEN.finditer(line)
    ]
    if len(found) > _MOST_FORBIDDEN:
        number, match = found[0]
        message = f"Tệp có {len(found)} ký tự điều khiển ẩn: có lẽ không phải tệp chữ"
        hint = "mở tệp xem lại; nếu là tệp chữ, chép phần chữ sang tệp mới, lưu bằng UTF-8"
        return [source.problem(number, match.start() + 1, "control-character", message, hint)]
    return [
        source.problem(number, match.start() + 1, *control_words(match[0]))
        for number, match in found
    ]


def control_words(char: str) -> tuple[str, str, str]:
    """Return code, message and hint for a control character."""
    return (
        "control-character",
        f"Có ký tự điều khiển ẩn (mã {ord(char):04X}), Word không ghi được",
        "xóa ký tự đó rồi gõ lại đoạn này; thường do chép từ phần mềm khác",
    )
