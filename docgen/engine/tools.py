"""What a template may call besides its data: counters, rules, annex labels, a calendar."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache
from typing import Any

from markupsafe import Markup

from docgen.vietnamese import dates, numbers
from docgen.vietnamese.letters import point
from docgen.vietnamese.widths import width_mm, wrap

_TWIPS_PER_MM = 1440 / 25.4


@dataclass(slots=True)
class Counters:
    """Numbers of mục (I.), khoản (1.) and điểm (a), each starting anew under the one above.

    Optional parts that are left out are never counted, so the rest closes up: khoản 6 Mục II
    Phần I Phụ lục I NĐ 30/2020.
    """

    _muc: int = 0
    _khoan: int = 0
    _diem: int = 0

    def muc(self) -> str:
        """Return the next Roman number."""
        self._muc, self._khoan, self._diem = self._muc + 1, 0, 0
        return numbers.roman(self._muc)

    def khoan(self) -> str:
        """Return the next Arabic number under the mục."""
        self._khoan, self._diem = self._khoan + 1, 0
        return str(self._khoan)

    def diem(self) -> str:
        """Return the next letter of the Vietnamese alphabet under the khoản."""
        self._diem += 1
        return point(self._diem)

    def restart(self) -> str:
        """Begin again at I, as an annex does."""
        self._muc = self._khoan = self._diem = 0
        return ""


@dataclass(slots=True)
class Calendar:
    """Work gathered from all over a plan, told in order of its days: ``lich(nam, tu)``.

    *tu* is the first day of a unit that begins in the year: months before it have no work.
    """

    nam: int
    tu: Any = None
    _rows: list[tuple[date, int, dict[str, Any]]] = field(default_factory=list)

    def them(self, ngay: Any, viec: Any, phu_trach: Any, thoi_gian: Any = "") -> None:
        """Add a task for a day; *thoi_gian* is printed, “Chậm nhất ngày” with the day after it."""
        if not isinstance(ngay, date):
            self._add(date(self.nam, 12, 31), ngay, viec, phu_trach)
        elif thoi_gian and str(thoi_gian) != "Chậm nhất ngày":
            self._add(ngay, thoi_gian, viec, phu_trach)
        else:
            told = f"{thoi_gian} {dates.short_date(ngay)}".strip() if thoi_gian else ngay
            self._add(ngay, told, viec, phu_trach)

    def khoang(self, tu: Any, den: Any, viec: Any, phu_trach: Any) -> None:
        """Add a task that runs from one day to another."""
        if isinstance(tu, date):
            last = dates.short_date(den) if isinstance(den, date) else den
            first = dates.day_month if isinstance(den, date) else dates.short_date
            self._add(tu, f"Từ {first(tu)} đến {last}", viec, phu_trach)
        else:
            self.them(tu, viec, phu_trach)

    def thang(self, thang: int, viec: Any, phu_trach: Any) -> None:
        """Add a task for a month of the year; it stands after the days of that month."""
        if thang not in range(1, 13):
            raise ValueError(f"không có tháng {thang}: tháng ghi từ 1 đến 12")
        last = date(self.nam, thang, monthrange(self.nam, thang)[1])
        if not isinstance(self.tu, date) or self.tu <= last:
            self._add(last, f"Tháng {dates.month_shown(thang)}/{self.nam}", viec, phu_trach)

    def theo_ngay(self) -> list[dict[str, Any]]:
        """Return the tasks in order; those of one day stay as they were added."""
        return [row for _, _, row in sorted(self._rows, key=lambda entry: entry[:2])]

    def _add(self, day: date, told: Any, viec: Any, phu_trach: Any) -> None:
        row = {"thoi_gian": told, "viec": viec, "phu_trach": phu_trach}
        self._rows.append((day, len(self._rows), row))


@dataclass(slots=True)
class Annexes:
    """Labels of annexes: “Phụ lục” alone for one, Roman numbers from two on.

    Điểm a khoản 1 Mục III Phần I Phụ lục I NĐ 30/2020.
    """

    codes: tuple[str, ...]

    def label(self, code: str) -> str:
        """Return "Phụ lục II" for an annex that the kind of document declares."""
        if code not in self.codes:
            known = ", ".join(self.codes) or "không có phụ lục nào"
            raise ValueError(f"phụ lục “{code}” chưa khai báo ở mục phu_luc của mẫu ({known})")
        if len(self.codes) == 1:
            return "Phụ lục"
        return f"Phụ lục {numbers.roman(self.codes.index(code) + 1)}"


def rule_maker(style: str) -> Callable[..., Markup]:
    """Return ``duong_ke`` for a frame whose rule style has the id *style*."""

    def duong_ke(
        chu: str | Sequence[str], co: float, rong: float, ti_le: float = 1.0, *, dam: bool = True
    ) -> Markup:
        """Return a paragraph whose border is a rule under *chu*, centred in *rong* mm.

        *co* is the size of the text in points, *ti_le* the share of the last line of the text:
        điểm b khoản 1, điểm b khoản 2, điểm b khoản 5 Mục II Phần I Phụ lục I NĐ 30/2020.
        """
        lines = tuple(map(str, chu)) if isinstance(chu, (list, tuple)) else str(chu)
        indent = _indent(lines, co, rong, ti_le, dam)
        return Markup(
            f'<w:p><w:pPr><w:pStyle w:val="{style}"/>'
            f'<w:ind w:left="{indent}" w:right="{indent}" w:firstLine="0"/></w:pPr></w:p>'
        )

    return duong_ke


@lru_cache
def _indent(chu: str | tuple[str, ...], co: float, rong: float, ti_le: float, dam: bool) -> int:  # noqa: FBT001
    """Return the twips on each side of a rule under *chu*."""
    lines = wrap(chu, rong, co, bold=dam) if isinstance(chu, str) else chu
    length = min(rong, width_mm(lines[-1], co, bold=dam) * ti_le) if lines else 0
    return round((rong - length) / 2 * _TWIPS_PER_MM)
