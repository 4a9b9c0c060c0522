"""Why a document is not numbered."""

from __future__ import annotations

from collections.abc import Mapping

from docgen.errors import DocgenError


class UnfinishedDraftError(DocgenError):
    """A document that still has gaps is no document to sign."""

    code = "draft-unfinished"

    def __init__(self, gaps: Mapping[str, str]) -> None:
        few = "; ".join(list(gaps)[:3])
        super().__init__(
            f"Còn {len(gaps)} chỗ [CẦN BỔ SUNG] ({few}), chưa cấp số. Bổ sung số liệu rồi chạy lại."
        )


class NumberedBeforeError(DocgenError):
    """--number for a document that has another number."""

    code = "numbered-before"

    def __init__(self, sign: str) -> None:
        super().__init__(f"Văn bản này đã có số {sign}, số đã cấp không đổi được; bỏ --number.")


class DraftByHandError(DocgenError):
    """What lies where the document is to go was changed by a person: it has nothing of the data."""

    code = "draft-by-hand"

    def __init__(self, file: str) -> None:
        super().__init__(
            f"Dự thảo {file} có người đã sửa sau khi docgen ghi, chưa cấp số. Đưa chỗ sửa vào dữ liệu, "
            "dời dự thảo đi nơi khác, rồi chạy lại."
        )


class LineChangedError(DocgenError):
    """Since its number was given, what the register says of a document has changed in the data."""

    code = "issue-line-changed"

    def __init__(self, wrong: Mapping[str, tuple[str, str]]) -> None:
        told = "; ".join(f"{name}: “{then}” → “{now}”" for name, (then, now) in wrong.items())
        super().__init__(
            f"Dữ liệu đã đổi từ khi cấp số ({told}). Sửa dữ liệu về như lúc cấp số rồi chạy lại, hoặc hủy số "
            "này (docgen register void) rồi cấp số khác."
        )


class IssuedFileGoneError(DocgenError):
    """The file of an issued document is gone, and it would come out otherwise now."""

    code = "issued-file-gone"

    def __init__(self, sign: str, file: str) -> None:
        super().__init__(
            f"Số {sign}: tệp {file} không còn, dữ liệu nay đã đổi nên không ghi lại được như khi ký. "
            "Lấy lại tệp từ bản sao lưu."
        )
