"""Mistakes: a wrong line in a user's file is a value, a request that cannot go on is an exception."""

from __future__ import annotations

import errno
import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from difflib import get_close_matches
from pathlib import Path
from typing import Any

_REFUSED = "không được phép"
_SYSTEM = {
    errno.EACCES: _REFUSED,
    errno.EPERM: _REFUSED,
    errno.EROFS: "ổ đĩa chỉ cho đọc",
    errno.ENOSPC: "ổ đĩa đầy",
    errno.ENOTDIR: "trên đường dẫn có tệp nằm ở chỗ phải là thư mục",
    errno.EISDIR: "đây là thư mục",
    errno.EEXIST: "trên đường dẫn có tệp nằm ở chỗ phải là thư mục",
    errno.ENOENT: "không có tệp này",
    errno.ELOOP: "liên kết vòng quanh chính nó",
    errno.ENAMETOOLONG: "tên quá dài",
    errno.EPIPE: "nơi nhận đã đóng",
}


def system_reason(error: OSError) -> str:
    """Return in Vietnamese why the operating system refused."""
    return _SYSTEM.get(error.errno or 0) or f"hệ thống báo lỗi số {error.errno}"


def near(word: str, known: Iterable[str]) -> str | None:
    """Return the known word that *word* was most likely meant to be, or None."""
    found = get_close_matches(word, list(known), n=1, cutoff=0.6)
    return found[0] if found else None


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """Return " Có phải là “…”?" for a near miss, else nothing."""
    guess = near(word, known)
    return f" Có phải là “{guess}”?" if guess else ""


def _near_code(typed: str, known: Iterable[str]) -> str | None:
    """Return the unit's code that was meant: “phường Cầu Đất” and cau-dat are phuong-cau-dat.

    Codes begin alike, so it takes more than that to be near.
    """
    plain = unicodedata.normalize("NFD", typed.lower().replace("đ", "d"))
    letters = "".join(c for c in plain if not unicodedata.combining(c))
    code = re.sub("[^a-z0-9]+", "-", letters).strip("-")
    codes = list(known)
    ends = [one for one in codes if one.endswith(f"-{code}") and code]
    close = get_close_matches(code, codes, n=1, cutoff=0.8)
    return ends[0] if len(ends) == 1 else next(iter(close), None)


@dataclass(frozen=True, slots=True)
class Place:
    """Where a value stands in a file: line and column count from 1, *width* is in characters."""

    path: Path
    line: int = 1
    column: int = 1
    width: int = 1

    def __str__(self) -> str:
        return f"{self.path.as_posix()}:{self.line}:{self.column}"


_LINE = 100
"""How much of a line of a file is shown: a long paragraph would wrap and lose its caret."""


def _cut(line: str, column: int) -> tuple[str, int]:
    """Return the part of *line* around *column* (from 1) and the column in that part."""
    if len(line) <= _LINE:
        return line, column
    start = max(0, min(column - 1 - _LINE // 2, len(line) - _LINE))
    head, tail = "…" if start else "", "…" if start + _LINE < len(line) else ""
    return head + line[start : start + _LINE] + tail, column - start + len(head)


@dataclass(frozen=True, slots=True)
class Problem:
    """One mistake in one file: what is wrong, where, and what to write instead.

    *code* is a stable kebab word; *source* is the line of the file as it was read.
    """

    place: Place
    code: str
    message: str
    hint: str = ""
    source: str = ""
    unit: str = ""
    warning: bool = False

    def __str__(self) -> str:
        level = "nhắc" if self.warning else "lỗi"
        lines = [f"{self.place}: {level}: {self.message} [{self.code}]"]
        if self.source.strip():
            shown, column = _cut(self.source, self.place.column)
            width = max(1, min(self.place.width, len(shown) - column + 1))
            lines += [
                f"{self.place.line:5} | {shown}",
                f"      | {' ' * (column - 1)}{'^' * width}",
            ]
        if self.hint:
            lines.append(f"      = gợi ý: {self.hint}")
        return "\n".join(lines)

    def under(self, root: Path) -> Problem:
        """Return the same problem with its path told from *root*."""
        if not self.place.path.is_relative_to(root):
            return self
        return replace(self, place=replace(self.place, path=self.place.path.relative_to(root)))


class DocgenError(Exception):
    """A request that cannot go on. Subclasses take facts and make the sentence."""

    code = "docgen"
    exit_code = 1

    def __reduce__(self) -> tuple[Any, ...]:
        """Travel between processes whole: a subclass takes facts, of which the sentence is made."""
        return _again, (type(self), self.args), self.__dict__


def _again(kind: type[DocgenError], words: tuple[Any, ...]) -> DocgenError:
    """Return an error as it was, without making its sentence anew."""
    error = kind.__new__(kind)
    error.args = words
    return error


class WorkspaceNotFoundError(DocgenError):
    """No docgen.yaml here or above."""

    code = "workspace-not-found"

    def __init__(self, start: Path) -> None:
        super().__init__(
            f"Không thấy docgen.yaml trong “{start}” hay thư mục nào phía trên. "
            "Chuyển vào thư mục làm việc của docgen, hoặc chỉ ra nó bằng -C THƯ_MỤC."
        )


class UnitNotFoundError(DocgenError):
    """No file in data/don_vi/ carries this code."""

    code = "unit-not-found"

    def __init__(self, unit: str, known: Iterable[str]) -> None:
        guess = _near_code(unit, known)
        hint = f" Có phải là “{guess}”?" if guess else ""
        super().__init__(
            f"Không có đơn vị “{unit}” trong data/don_vi/.{hint} "
            "Xem tên các đơn vị bằng: docgen list"
        )


class NotInTimeError(DocgenError):
    """The unit does not exist on the reference date of the document."""

    code = "unit-not-in-time"

    def __init__(self, name: str, day: str, span: str, successors: Sequence[str]) -> None:
        after = ""
        if successors:
            after = " Đơn vị kế thừa: " + ", ".join(successors) + "."
        super().__init__(
            f"{name} không tồn tại vào ngày {day} ({span}).{after} Văn bản của ngày khác thì ghi --date."
        )


class NotAnIssuerError(DocgenError):
    """docgen makes no documents for the unit: it is a recipient or a successor only."""

    code = "not-an-issuer"

    def __init__(self, unit: str) -> None:
        super().__init__(
            f"docgen không lập văn bản cho “{unit}”: data/don_vi/{unit}.yaml ghi "
            "lap_van_ban: không. Muốn lập thì xóa dòng đó và ghi người ký, nơi nhận."
        )


class NoTemplateError(DocgenError):
    """The kind of document has no template for this kind of unit."""

    code = "no-template"

    def __init__(self, kind: str, unit: str, unit_kind: str, file: Path) -> None:
        super().__init__(
            f"“{kind}” chưa có mẫu cho đơn vị “{unit}” (loại {unit_kind}): "
            f"thêm một dòng vào mục “mau” của {file.as_posix()}."
        )


class DataFileMissingError(DocgenError):
    """A kind that repeats in a year has no data file of the name that was asked for."""

    code = "data-missing"

    def __init__(self, file: Path, known: Sequence[str]) -> None:
        there = f" Đã có: {', '.join(known)}." if known else " Tạo tệp này rồi chạy lại."
        super().__init__(f"Không có tệp dữ liệu {file.as_posix()}.{there}")


class InvalidDataError(DocgenError):
    """The data that a document needs holds mistakes; *problems* are all of them."""

    code = "invalid-data"

    def __init__(self, problems: Sequence[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__(f"Dữ liệu có {len(problems)} lỗi, chưa làm được văn bản.")


class TemplateError(DocgenError):
    """A template cannot be compiled or rendered; the sentence names the place."""

    code = "template"

    def __init__(self, template: str, where: str, message: str) -> None:
        place = f", {where}" if where else ""
        super().__init__(f"Mẫu {template}{place}: {message}")


class IdentityError(DocgenError):
    """A rendered document does not prove to be its own unit's."""

    code = "not-its-own"

    def __init__(self, unit: str, reason: str) -> None:
        super().__init__(f"Văn bản của “{unit}” bị giữ lại, không ghi ra: {reason}.")


class ChangedByHandError(DocgenError):
    """The file on disk is not as docgen wrote it."""

    code = "changed-by-hand"

    def __init__(self, path: Path) -> None:
        self.path = path
        super().__init__(
            f"Tệp {path.as_posix()} không phải bản docgen đã ghi: có người đã sửa hoặc đặt vào. "
            "Đổi tên tệp để giữ, hoặc thêm --force (tệp cũ được giữ lại, thêm đuôi .bak)."
        )


class CannotWriteError(DocgenError):
    """The operating system refused to write a file."""

    code = "cannot-write"

    def __init__(self, path: Path, reason: str) -> None:
        program = "Excel" if path.suffix.lower() == ".xlsx" else "Word"
        advice = f" Nếu tệp đang mở trong {program}, hãy đóng lại rồi chạy lại lệnh."
        super().__init__(
            f"Không ghi được {path.as_posix()} ({reason}).{advice if reason == _REFUSED else ''}"
        )


class UnexpectedError(DocgenError):
    """A fault of docgen itself met one document; *trace* is what its maintainers ask for."""

    code = "unexpected"

    def __init__(self, fault: str, trace: str) -> None:
        self.trace = trace
        super().__init__(
            f"docgen gặp lỗi của chính chương trình ({fault}), không phải lỗi dữ liệu. "
            "Các văn bản khác không bị ảnh hưởng. Xin báo cho người phát triển docgen, kèm nội dung "
            "in ra khi chạy lại lệnh với tùy chọn -v."
        )


class WorkerLostError(DocgenError):
    """The process that was making the document is gone: killed, or out of memory."""

    code = "worker-lost"

    def __init__(self) -> None:
        super().__init__(
            "tiến trình đang làm văn bản này bị hệ thống dừng giữa chừng (thường do hết bộ nhớ). "
            "Chạy lại lệnh; nếu vẫn vậy, thêm -j 1."
        )
