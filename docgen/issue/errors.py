"""Why a document is not numbered."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date

from docgen.errors import DocgenError
from docgen.vietnamese.dates import short_date
from docgen.vietnamese.numbers import padded


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

    def __init__(self, sign: str, day: str) -> None:
        super().__init__(
            f"Văn bản này đã có số {sign} ngày {day}, số, ngày đã cấp không đổi được; bỏ --number. Cấp số "
            'cho văn bản thay thế nó thì thêm --replace "lý do".'
        )


class TypedOtherwiseError(DocgenError):
    """--number or --date is not what the document's data say of the paper that is signed."""

    code = "number-typed"

    def __init__(self, place: str, number: int | None, day: date | None) -> None:
        told = f"số {padded(number or 0)}, ngày {short_date(day) if day else ''}"
        super().__init__(
            f"{place} ghi văn bản này đã có {told}. Đúng thế thì bỏ --number, --date; không đúng thì sửa tệp ấy."
        )


class NothingChangedError(DocgenError):
    """--replace for a document that would come out as it was, on the same day."""

    code = "nothing-changed"

    def __init__(self, sign: str) -> None:
        super().__init__(
            f"Dữ liệu chưa đổi gì so với bản số {sign}, chưa cấp số thay thế. Sửa dữ liệu rồi chạy lại; chỉ sai "
            "ngày thì ghi ngày đúng ở --date."
        )


class DraftByHandError(DocgenError):
    """What lies where the document is to go was changed by a person: it has nothing of the data."""

    code = "draft-by-hand"

    def __init__(self, file: str) -> None:
        super().__init__(
            f"Dự thảo {file} có người đã sửa sau khi docgen ghi, chưa cấp số. Đưa chỗ sửa vào dữ liệu, "
            "dời dự thảo đi nơi khác, rồi chạy lại."
        )


class DraftOutdatedError(DocgenError):
    """The draft that lies there, which was signed, says otherwise than the document would."""

    code = "draft-outdated"

    def __init__(self, file: str, day: str, differences: Iterable[str]) -> None:
        told = "".join(f"\n  {line}" for line in differences)
        super().__init__(
            f"Dự thảo {file} khác văn bản làm từ dữ liệu nay, chưa cấp số:{told}\n  Đã ký dự thảo ấy thì sửa dữ "
            f"liệu, --date về như khi ký. Chưa ký thì làm lại dự thảo với --date {day} để trình ký, hoặc xóa "
            "dự thảo rồi chạy lại."
        )


class DraftChangedError(DocgenError):
    """Since its number was given the document itself has changed in the data."""

    code = "issue-draft-changed"

    def __init__(self, sign: str) -> None:
        super().__init__(
            f"Số {sign} đã cấp nhưng tệp chưa ghi xong, mà dữ liệu hay mẫu đã đổi từ khi cấp số: văn bản sẽ "
            "khác bản đã ký. Đưa dữ liệu, mẫu về như lúc cấp số rồi chạy lại, hoặc hủy số này (docgen "
            "register void) rồi cấp số khác."
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


class VoidMeanwhileError(DocgenError):
    """While a document was being written somebody made its number void."""

    code = "issue-void"

    def __init__(self, sign: str, file: str) -> None:
        super().__init__(
            f"Số {sign} vừa bị hủy trong sổ trong khi docgen ghi tệp {file}: đừng phát hành tệp này. Chạy "
            "lại lệnh này để cấp số khác."
        )
