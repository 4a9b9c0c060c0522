"""Why a file is not read: each refusal says what the file is and what to do with it."""

from __future__ import annotations

from pathlib import Path

from docgen.errors import DocgenError


class UnreadableError(DocgenError):
    """A file that docgen does not measure; the subclasses are the reasons."""

    code = "unreadable"


class CannotOpenError(UnreadableError):
    """The operating system does not give the file."""

    code = "cannot-open"

    def __init__(self, path: Path, reason: str) -> None:
        super().__init__(
            f"Không mở được “{path.name}” ({reason}). Kiểm tra lại đường dẫn và quyền đọc tệp."
        )


class NotDocxError(UnreadableError):
    """The file is something else; *what* it is and what to *do*."""

    code = "not-docx"

    def __init__(self, path: Path, what: str, do: str) -> None:
        super().__init__(f"“{path.name}” không phải tệp .docx mà là {what}. {do}")


class EncryptedError(UnreadableError):
    """The file, or a part of it, opens with a password only."""

    code = "encrypted"

    def __init__(self, path: Path) -> None:
        super().__init__(
            f"“{path.name}” được đặt mật khẩu nên không đọc được. Mở bằng Word, bỏ mật khẩu ở "
            "Tệp › Thông tin › Bảo vệ tài liệu › Mã hóa bằng mật khẩu, lưu rồi kiểm tra lại."
        )


class BrokenPackageError(UnreadableError):
    """The zip package is cut, corrupt or put together wrongly."""

    code = "broken-package"

    def __init__(self, path: Path, reason: str) -> None:
        super().__init__(
            f"Gói .docx “{path.name}” bị hỏng: {reason}. Mở bằng Word rồi lưu thành tệp .docx mới."
        )


class TooLargeError(UnreadableError):
    """The file is, or swells to, more than a document can need."""

    code = "too-large"

    def __init__(self, path: Path, reason: str) -> None:
        super().__init__(
            f"“{path.name}” quá lớn so với một văn bản hành chính: {reason}. Tệp có thể được làm ra "
            "để phá máy đọc; nếu là văn bản thật, hãy tách thành nhiều tệp."
        )


class BrokenXmlError(UnreadableError):
    """A part is no XML."""

    code = "broken-xml"

    def __init__(self, path: Path, part: str, line: int, column: int = 0) -> None:
        where = f"dòng {line}" + (f", cột {column}" if column else "")
        super().__init__(
            f"“{path.name}” bị hỏng: phần {part} sai cú pháp XML ở {where}. "
            "Mở bằng Word (Word sẽ tự sửa) rồi lưu thành tệp .docx mới."
        )


class ForbiddenXmlError(UnreadableError):
    """A part declares a DTD or entities, or is nested beyond reason."""

    code = "forbidden-xml"

    def __init__(self, path: Path, part: str, reason: str) -> None:
        super().__init__(
            f"Không đọc “{path.name}”: phần {part} {reason}, tệp do Word lưu không bao giờ như vậy. "
            "Nếu tin nơi gửi, mở bằng Word rồi lưu thành tệp .docx mới."
        )
