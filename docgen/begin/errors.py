"""Why a new workspace cannot be made."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from pathlib import Path

from docgen.errors import DocgenError, InvalidDataError, Problem
from docgen.vietnamese.dates import short_date


class SampleMissingError(DocgenError):
    """An installation without the sample workspace."""

    code = "sample-missing"

    def __init__(self, package: Path) -> None:
        super().__init__(f"Bản cài docgen ở {package.as_posix()} thiếu bộ mẫu; hãy cài lại docgen.")


class InTheWayError(DocgenError):
    """Something stands where a new workspace would be written."""

    code = "in-the-way"

    def __init__(self, path: Path) -> None:
        super().__init__(
            f"Đã có {path.as_posix()}, docgen không ghi đè. Chọn thư mục khác, hoặc đổi tên nó trước."
        )


class NotANameError(DocgenError):
    """A name of which no unit can be made."""

    code = "not-a-name"
    exit_code = 2

    def __init__(self, name: str, hint: str) -> None:
        super().__init__(f"Tên đơn vị “{name}” chưa dùng được: {hint}.")


class KindEndedError(DocgenError):
    """A unit of a kind of which there are none any more."""

    code = "kind-ended"
    exit_code = 2

    def __init__(self, name: str, kind: str, end: date, year: int) -> None:
        super().__init__(
            f"“{name}” không dùng cho năm {year}: {kind} chỉ có đến {short_date(end)}. "
            f"Từ {short_date(end + timedelta(days=1))} cấp trên trực tiếp của phường, xã, đặc khu "
            "là tỉnh, thành phố; của trường, phòng, trung tâm là phường, xã, đặc khu."
        )


class BadAnswersError(InvalidDataError):
    """What was typed for a new workspace makes data that docgen itself would refuse."""

    code = "bad-answers"
    exit_code = 2

    def __init__(self, problems: Sequence[Problem]) -> None:
        super().__init__(problems)
        self.args = (f"Chưa tạo gì: điều đã nhập có {len(problems)} lỗi như trên.",)
