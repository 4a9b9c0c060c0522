"""The lines of a report's figures in a bare workspace: all commented, each with what it asks for."""

from __future__ import annotations

from collections.abc import Iterator

from docgen.model.indicator import Bieu, ChiTieu
from docgen.model.period import Ky

_COLUMN = 34
_ABOUT = """\
# Số liệu trong kỳ: bỏ dấu # và dấu cách đầu dòng ở dòng chi_tieu và ở từng dòng có số, cả những dòng bằng 0.
# Để trống nghĩa là chưa có số, không phải bằng 0. Viết 1.250 hoặc 12,5; không ghi đơn vị tính."""
_SECOND_HALF = """
# Ở báo cáo năm chỉ ghi số của 06 tháng cuối năm; docgen cộng với số của báo cáo 06 tháng đầu năm."""
_MORE = """\
# cung_ky:                         # số lũy kế cùng kỳ năm trước, nếu năm trước chưa dùng docgen
#   {first}:
# giai_trinh:                      # ghi chú, giải trình in cạnh chỉ tiêu
#   {first}: …"""
_NATURES = {
    "cuối kỳ": "tính đến cuối kỳ",
    "đầu kỳ": "bằng số còn lại của kỳ trước",
    "cả năm": "số của cả năm",
}
_WRITTEN = {"có/không": "có hoặc không", "số": "có thể có phần lẻ, ví dụ 12,5"}


def figure_lines(form: Bieu, family: list[str], period: Ky, community: str) -> Iterator[str]:
    """Yield the lines of ``chi_tieu`` and what may go with it, for a kind of unit.

    *community* is what its communities of residents are called.
    """
    typed = form.typed(family, community)
    yield _ABOUT + (_SECOND_HALF if period.whole_year else "")
    yield "# chi_tieu:"
    for key, one in typed.items():
        yield f"{f'#   {key}:':{_COLUMN}} # {_told(one, whole_year=period.whole_year)}"
    counted = next((key for key, one in typed.items() if one.kieu in ("số nguyên", "số")), "")
    if counted:
        yield _MORE.format(first=counted)


def _told(one: ChiTieu, *, whole_year: bool) -> str:
    """Return an indicator's label, its unit, and how it is counted where that is not plain."""
    written = "một trong: " + ", ".join(one.muc) if one.muc else _WRITTEN.get(one.kieu, "")
    nature = _NATURES.get(one.tinh_chat, "") if whole_year or one.tinh_chat != "cả năm" else ""
    unit = "" if one.kieu in ("có/không", "mức") else one.dvt or ""
    notes = "; ".join(note for note in (unit, nature, written) if note)
    return f"{one.nhan} ({notes})" if notes else one.nhan
