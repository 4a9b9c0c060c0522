"""The copy: a package with some parts changed, put beside the document and never over a file."""

from __future__ import annotations

import os
import shutil
import zipfile
from collections.abc import Mapping
from pathlib import Path

from docgen.check.facts.errors import TooLargeError
from docgen.check.facts.package import open_package
from docgen.errors import DocgenError, system_reason

SUFFIX = ".sua.docx"
_MOST = 512 << 20


class NoCopyError(DocgenError):
    """The copy could not be made; the subclasses are the reasons."""

    code = "no-copy"


class CopyExistsError(NoCopyError):
    """There is a file where the copy would stand."""

    code = "copy-exists"

    def __init__(self, path: Path) -> None:
        super().__init__(
            f"Đã có tệp “{path.name}”, docgen không ghi đè. Đổi tên hoặc xóa tệp ấy rồi sửa lại."
        )


class CopyNotWrittenError(NoCopyError):
    """The operating system does not take the copy."""

    code = "copy-not-written"

    def __init__(self, path: Path, reason: str) -> None:
        super().__init__(f"Không ghi được “{path.name}” ({reason}).")


class ContentChangedError(NoCopyError):
    """A mend touched more than formatting: the copy is not written."""

    code = "content-changed"

    def __init__(self, path: Path, part: str) -> None:
        super().__init__(
            f"Không sửa “{path.name}”: bản sao sẽ khác bản gốc về nội dung ở phần {part}. "
            "Đây là lỗi của docgen, xin báo lại; bản gốc còn nguyên."
        )


def beside(path: Path) -> Path:
    """Return where the mended copy of a document stands."""
    return path.with_name(f"{path.stem}{SUFFIX}")


def rebuild(path: Path, changed: Mapping[str, bytes], target: Path) -> None:
    """Write the package at *path* to *target* with some parts *changed* or new."""
    new = {name.lower(): data for name, data in changed.items()}
    with open_package(path) as package, zipfile.ZipFile(target, "w") as copy:
        left = _MOST
        for info in package.zip.infolist():
            plain = zipfile.ZipInfo(info.filename, info.date_time)
            plain.compress_type, plain.external_attr = info.compress_type, info.external_attr
            data = new.pop(info.filename.lower(), None)
            if data is not None:
                copy.writestr(plain, data)
                continue
            left -= info.file_size
            if left < 0:
                raise TooLargeError(path, f"hơn {_MOST >> 20} MB khi bung ra")
            # zipfile gives no more than a part declares
            with package.zip.open(info) as source, copy.open(plain, "w") as sink:
                shutil.copyfileobj(source, sink, 1 << 20)
        for name, data in changed.items():
            if name.lower() in new:
                made = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
                made.compress_type = zipfile.ZIP_DEFLATED
                copy.writestr(made, data)


def put(source: Path, target: Path) -> None:
    """Put *source* at *target*: written aside and given its name at once, never over a file."""
    part = target.with_name(f".{target.name}.{os.getpid()}.part")
    try:
        shutil.copyfile(source, part)
        if os.name == "nt":
            part.rename(target)  # which refuses to replace
        else:
            _name(part, target)
    except FileExistsError as error:
        raise CopyExistsError(target) from error
    except OSError as error:
        raise CopyNotWrittenError(target, system_reason(error)) from error
    finally:
        part.unlink(missing_ok=True)


def _name(part: Path, target: Path) -> None:
    try:
        os.link(part, target)
    except FileExistsError:
        raise
    except OSError:  # a share that knows no links
        if target.exists():
            raise FileExistsError from None
        part.replace(target)
