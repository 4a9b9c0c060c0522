"""Rewrite a file of an older encoding as UTF-8: aside and renamed, the old one kept."""

from __future__ import annotations

import os
import shutil
import unicodedata
from dataclasses import dataclass
from itertools import count
from pathlib import Path

from docgen.errors import CannotWriteError, DocgenError, system_reason
from docgen.load.binary import kind_of_binary
from docgen.load.encodings import CP1258, OLD, TCVN3, TWICE, UTF8, VNI, unicode_text, western
from docgen.load.garbled import (
    first_doubt,
    first_wrong,
    garbled,
    has_culprits,
    is_mixed,
    mended,
    old_encoding,
    shown,
)

NAMES = {"tcvn3": TCVN3, "vni": VNI, "windows-1258": CP1258}
"""What users call the encodings of before Unicode on the command line."""
_LOST = "\N{REPLACEMENT CHARACTER}"


class CannotRecodeError(DocgenError):
    """Nobody but its owner can say what the file is meant to be."""

    code = "cannot-recode"

    def __init__(self, path: Path, reason: str) -> None:
        super().__init__(f"Không chuyển {path.as_posix()}: {reason}.")


@dataclass(frozen=True, slots=True)
class Recoding:
    """A file as it is read now and as it is meant; *encoding* is what it is in now."""

    encoding: str
    before: str
    after: str

    @property
    def changes(self) -> list[tuple[int, str, str]]:
        """The lines that read otherwise now: number, before, after."""
        pairs = zip(self.before.split("\n"), self.after.split("\n"), strict=True)
        lines = enumerate(pairs, start=1)
        return [(at, shown(old), shown(new)) for at, (old, new) in lines if old != new]


def recoding(path: Path, encoding: str = "") -> Recoding | None:
    """Return what is to become of *path*, or None if it is in order; *encoding* ends all doubt.

    Raises CannotRecodeError.
    """
    try:
        data = path.read_bytes()
    except OSError as error:
        raise CannotRecodeError(path, f"không đọc được tệp, {system_reason(error)}") from error
    if kind := kind_of_binary(data):
        raise CannotRecodeError(path, kind[0].lower() + kind[1:])
    decoded = unicode_text(data)
    found = (
        _from_unicode(path, *decoded, encoding) if decoded else _from_bytes(path, data, encoding)
    )
    if found:
        _check(path, found)
    return found


def _from_unicode(path: Path, unicode: str, text: str, encoding: str) -> Recoding | None:
    before = unicodedata.normalize("NFC", text)
    wrong = garbled(before)
    name = encoding or (wrong.encoding if wrong else "")
    if encoding and not wrong and not has_culprits(before, encoding):
        name = ""  # nothing in the file speaks for what its owner says
    after = mended(before, name) if name else before
    if name and name != TWICE:
        _refuse_doubt(path, before, after, name, sure=wrong is not None)
    if unicode == UTF8 and after == before:
        return None
    return Recoding(name or unicode, before, unicodedata.normalize("NFC", after))


def _refuse_doubt(path: Path, before: str, after: str, encoding: str, *, sure: bool) -> None:
    """Refuse to change a line that may well be right as it stands."""
    if _LOST not in after and (number := first_doubt(before, after, encoding, sure=sure)):
        reason = f"dòng {number} có thể đã đúng, không rõ là {encoding}, hãy sửa dòng ấy"
        raise CannotRecodeError(path, reason)


def _from_bytes(path: Path, data: bytes, encoding: str) -> Recoding:
    if is_mixed(data):
        line = first_wrong(data)[0]
        reason = f"tệp là UTF-8 nhưng dòng {line} lẫn bảng mã khác, hãy gõ lại dòng ấy"
        raise CannotRecodeError(path, reason)
    name = encoding or old_encoding(data)
    if not name:
        raise CannotRecodeError(
            path, f"không rõ tệp dùng bảng mã nào, hãy thêm --from ({', '.join(NAMES)})"
        )
    before = western(data)
    return Recoding(name, before, unicodedata.normalize("NFC", OLD[name](before)))


def _check(path: Path, found: Recoding) -> None:
    """Refuse a result with letters that are lost or still garbled."""
    for number, line in enumerate(found.after.split("\n"), start=1):
        if _LOST in line and _LOST not in found.before:
            reason = f"dòng {number} có chữ không thuộc bảng mã {found.encoding}, hãy sửa dòng ấy"
            raise CannotRecodeError(path, reason)
    if wrong := garbled(found.after):
        reason = (
            f"chuyển từ {found.encoding} rồi dòng {wrong.line} vẫn đọc như bảng mã "
            f"{wrong.encoding}, hãy sửa dòng ấy"
        )
        raise CannotRecodeError(path, reason)


def rewrite(path: Path, text: str) -> Path:
    """Write *text* to *path* in UTF-8 and return where the old file is kept.

    Raises CannotWriteError; the file is then as it was.
    """
    path = path.resolve()  # a link stays a link
    part = path.with_name(f"{path.name}.{os.getpid()}.part")
    try:
        part.write_bytes(text.encode("utf-8"))
        shutil.copymode(path, part)
        kept = _keep(path)
        part.replace(path)
    except OSError as error:
        raise CannotWriteError(path, system_reason(error)) from error
    finally:
        part.unlink(missing_ok=True)
    return kept


def _keep(path: Path) -> Path:
    """Copy *path* beside itself under the first name that nobody has: .bak, .bak2 and so on."""
    for number in count(1):
        kept = path.with_name(f"{path.name}.bak{number if number > 1 else ''}")
        try:
            with kept.open("xb") as file:
                file.write(path.read_bytes())
        except FileExistsError:
            continue
        return kept
    raise AssertionError
