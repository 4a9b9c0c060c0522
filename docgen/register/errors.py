"""Why a register cannot be used, a number not given, an issued document not made anew."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path

from docgen.errors import DocgenError
from docgen.register.entry import Series
from docgen.vietnamese.dates import short_date

_NO_COPY = (
    "Chưa có bản sao lưu nào còn nguyên trong sao_luu; có bản ở nơi khác thì khôi phục bằng  docgen "
    "register restore --from TỆP"
)


class RegisterDamagedError(DocgenError):
    """The file is no register, or its pages are broken; it is left as it is."""

    code = "register-damaged"

    def __init__(self, path: Path, newest: Path | None) -> None:
        cure = (
            f"Khôi phục từ bản sao lưu mới nhất:  docgen register restore  ({newest.name})."
            if newest
            else f"{_NO_COPY}, không có thì giữ nguyên tệp này và nhờ người quản trị."
        )
        super().__init__(
            f"Sổ đăng ký {path} bị hỏng (hoặc ở đó không phải sổ đăng ký), docgen không ghi vào. {cure}"
        )


class RegisterLostError(DocgenError):
    """There was a register here and there is none: nothing may begin again from 01."""

    code = "register-lost"

    def __init__(self, path: Path, newest: Path | None, aside: Path | None) -> None:
        if newest:
            cure = f"Khôi phục từ bản sao lưu mới nhất:  docgen register restore  ({newest.name})."
        elif aside:
            cure = f"{_NO_COPY}, không có thì đổi tên {aside.name} lại thành {path.name}."
        else:
            cure = f"{_NO_COPY}, không có thì nhờ người quản trị."
        super().__init__(
            f"Không thấy sổ đăng ký {path} (hoặc tệp rỗng), docgen không lập sổ mới vì số sẽ cấp "
            f"trùng. {cure}"
        )


class RegisterAwayError(DocgenError):
    """The register is a link to a place where there is nothing: a drive that is not connected."""

    code = "register-away"

    def __init__(self, path: Path, target: Path) -> None:
        super().__init__(
            f"Sổ đăng ký {path} là liên kết tới {target}, nơi hiện không có tệp nào: nối lại ổ đĩa chứa "
            "sổ rồi chạy lại. docgen không lập sổ mới vì số sẽ cấp trùng. Ổ đĩa đã mất hẳn thì  docgen "
            "register restore --force  đặt sổ vào chính thư mục này, thay cho liên kết."
        )


class RegisterTooNewError(DocgenError):
    """A newer docgen made the register."""

    code = "register-too-new"

    def __init__(self, path: Path) -> None:
        super().__init__(
            f"Sổ đăng ký {path} do bản docgen mới hơn lập. Nâng cấp docgen rồi chạy lại."
        )


class RegisterBusyError(DocgenError):
    """Another program holds the register for too long."""

    code = "register-busy"

    def __init__(self, path: Path) -> None:
        super().__init__(f"Sổ đăng ký {path} đang bị chương trình khác giữ. Đóng nó rồi chạy lại.")


class RegisterUnreadableError(DocgenError):
    """The system does not let the register be read."""

    code = "register-unreadable"

    def __init__(self, path: Path, reason: str) -> None:
        super().__init__(
            f"Không đọc được sổ đăng ký {path}: {reason}. Khắc phục rồi chạy lại lệnh."
        )


class RegisterUnwritableError(DocgenError):
    """The disk is full, or the folder can only be read."""

    code = "register-unwritable"

    def __init__(self, path: Path, reason: str) -> None:
        super().__init__(
            f"Không ghi được vào sổ đăng ký {path}: {reason}. Sổ vẫn nguyên, chưa ghi thêm gì; khắc "
            "phục rồi chạy lại lệnh."
        )


class NumberRefusedError(DocgenError):
    """A number that was asked for cannot be given; *about* is the column of the book that is wrong."""

    code = "number-refused"
    about = "so_ky_hieu"


class DayRefusedError(NumberRefusedError):
    """The day is not that of the number: out of order, or of another year."""

    about = "ngay"


class GapRefusedError(NumberRefusedError):
    """The number leaves others unused before it."""


class RowsRefusedError(DocgenError):
    """Of several documents that were to be entered at once some are refused; none is entered."""

    code = "number-refused"

    def __init__(self, refused: Sequence[tuple[int, NumberRefusedError]]) -> None:
        self.refused = refused
        super().__init__("; ".join(str(error) for _, error in refused))


class IssuedChangedError(DocgenError):
    """An issued document would come out otherwise now: it is never made anew in silence."""

    code = "issued-changed"

    def __init__(self, sign: str, path: Path, differences: Iterable[str]) -> None:
        self.path = path
        told = "".join(f"\n  {line}" for line in differences)
        super().__init__(
            f"{path.as_posix()} đã cấp số {sign}, dữ liệu nay đã đổi nên văn bản sẽ khác:{told}\n"
            "  Tệp giữ nguyên. Cần sửa nội dung thì lập văn bản thay thế: dự thảo bằng lệnh "
            "này thêm --replace, cấp số bằng  docgen issue … --replace “lý do”."
        )


class NothingToReplaceError(DocgenError):
    """--replace for a document that has no number."""

    code = "nothing-to-replace"

    def __init__(self) -> None:
        super().__init__("Văn bản này chưa cấp số, không có gì để thay thế; bỏ --replace.")


class IssuedGoneError(DocgenError):
    """The file of an issued document is not where it was put."""

    code = "issued-gone"

    def __init__(self, sign: str, file: str) -> None:
        super().__init__(
            f"Số {sign} đã cấp nhưng không còn tệp {file}. Lấy lại tệp từ bản sao lưu; dữ liệu còn như "
            "khi ký thì docgen issue ghi lại đúng tệp ấy."
        )


class IssuedSpoiltError(DocgenError):
    """The file of an issued document is not as it was when it got its number."""

    code = "issued-spoilt"

    def __init__(self, sign: str, file: str) -> None:
        super().__init__(
            f"Tệp {file} khác bản đã cấp số {sign}: có người đã sửa. Lấy lại bản ấy từ bản sao lưu; hoặc "
            "dời tệp này đi nơi khác rồi chạy lại docgen issue: dữ liệu còn như khi ký thì docgen ghi lại "
            "đúng bản đã cấp số."
        )


class NumberLostError(DocgenError):
    """A document bears a number of this register that the register does not know: it is not whole."""

    code = "number-lost"

    def __init__(self, sign: str, path: Path) -> None:
        super().__init__(
            f"Tệp {path.as_posix()} mang số {sign} do docgen cấp mà sổ đăng ký không có: sổ đã mất hoặc "
            "là bản cũ. Khôi phục sổ: docgen register restore; không bản sao lưu nào có số này thì cấp "
            f"lại đúng số ấy:  docgen issue … --number {int(sign.partition('/')[0])} --date NGÀY  (docgen "
            "register verify in đủ lệnh ấy); chưa phát hành thì dời tệp đi nơi khác. docgen không ghi đè tệp này và "
            "chưa cấp số nào cho đơn vị, để không cấp trùng."
        )


class RecipientsChangedError(DocgenError):
    """A list of dispatch would tell others than those to whom an issued document went."""

    code = "issued-recipients"

    def __init__(self, sign: str, then: str, now: str) -> None:
        super().__init__(
            f"Nơi nhận của văn bản số {sign} trong dữ liệu nay khác khi cấp số.\n  Sổ: {then}\n  Nay: {now}\n"
            "  Sửa dữ liệu về như khi cấp số, hoặc lập văn bản thay thế, rồi làm lại danh sách."
        )


class NotFinishedError(DocgenError):
    """A number was given and the file was not put in place: issue once more."""

    code = "issue-unfinished"

    def __init__(self, sign: str) -> None:
        super().__init__(
            f"Số {sign} đã cấp nhưng tệp chưa ghi xong. Chạy lại docgen issue để hoàn tất, số giữ nguyên."
        )


def refused_row(path: Path, reason: str) -> NumberRefusedError:
    """Return the error of a line that would contradict the book; *reason* is SQLite's own."""
    return NumberRefusedError(
        f"Sổ đăng ký {path} không nhận dòng này vì trái với dòng đã có ({reason}); không ghi gì."
    )


def replaced_before() -> NumberRefusedError:
    """Return the error of a document that was void or replaced in the meantime."""
    return NumberRefusedError(
        "Văn bản này vừa được hủy hoặc thay thế trong sổ. Xem lại bằng  docgen register list."
    )


def taken(number: int, notation: str) -> NumberRefusedError:
    """Return the error of a number that another document has."""
    return NumberRefusedError(f"Số {number:02}/{notation} đã cấp cho văn bản khác.")


def taken_elsewhere(number: int, notation: str, unused: int) -> NumberRefusedError:
    """Return the error of a number that another row gave: the way of numbering changed in the year."""
    return NumberRefusedError(
        f"Số {number:02}/{notation} đã cấp ở dãy số khác của cùng cơ quan trong năm: cách đánh số đã "
        f"đổi giữa năm. Ghi số bắt đầu của dãy mới, {unused}, vào mục danh_so, bat_dau trong docgen.yaml."
    )


def leaves_gap(number: int, following: int) -> GapRefusedError:
    """Return the error of a number that leaves others unused before it."""
    return GapRefusedError(
        f"Số {number:02} để trống các số từ {following:02}: số kế tiếp là {following:02}. Văn bản làm "
        "ở nơi khác đã lấy các số ấy thì ghi vào sổ trước, bằng  docgen register add."
    )


def changed_way(series: Series, unused: int) -> GapRefusedError:
    """Return the error of a row that would begin in mid-year because the way of numbering changed."""
    kind = f", loai: {series.kind}" if series.kind else ""
    now = (
        f"mỗi loại một dãy, {series.kind} chưa có số nào" if kind else "một dãy chung cho mọi loại"
    )
    return GapRefusedError(
        f"Năm {series.year} {series.issuer} đã cấp số theo cách khác; docgen.yaml nay ghi {now}. Cách đánh "
        "số nên giữ đến hết năm: sửa mục danh_so về như cũ. Đúng là đổi giữa năm thì ghi số đầu của dãy này:\n"
        f"danh_so:\n  bat_dau:\n    - {{don_vi: {series.issuer}, nam: {series.year}, so: {unused}{kind}}}"
    )


def not_begun(number: int, series: Series) -> GapRefusedError:
    """Return the error of a first number that is not the first of its row."""
    kind = f", loai: {series.kind}" if series.kind else ""
    return GapRefusedError(
        f"Dãy số này chưa có số nào và bắt đầu từ {series.first:02}, không phải {number:02}. Văn bản "
        "làm ở nơi khác đã lấy các số trước thì ghi vào sổ bằng  docgen register add; không đưa các số "
        "ấy vào sổ thì thêm vào docgen.yaml:\n"
        f"danh_so:\n  bat_dau:\n    - {{don_vi: {series.issuer}, nam: {series.year}, so: {number}{kind}}}\n"
        "rồi chạy lại lệnh này."
    )


def out_of_order(number: int, day: date, other: int, other_day: date) -> NumberRefusedError:
    """Return the error of a day that is not between those of the numbers on both sides."""
    word = "sau" if other < number else "trước"
    return DayRefusedError(
        f"Số {number:02} ngày {short_date(day)} không theo thứ tự: số {other:02} đã cấp ngày "
        f"{short_date(other_day)}. Chọn ngày {'từ' if word == 'sau' else 'đến'} {short_date(other_day)}."
    )


def other_year(day: date, year: int) -> NumberRefusedError:
    """Return the error of a day outside the year of the series."""
    return DayRefusedError(
        f"Ngày {short_date(day)} không thuộc năm {year} của sổ: số văn bản bắt đầu lại từ 01 mỗi năm."
    )
