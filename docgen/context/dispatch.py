"""The list of dispatch: what a unit sends in a year, to whom, how many copies; who owes it reports.

Three parts: the register of outgoing documents in the ten columns of Mục I Phụ lục IV NĐ 30/2020, a
row for each real recipient (khoản 1 Điều 17: as many copies as Nơi nhận asks for), and the reports
that the units below are to send.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from docgen.context.addresses import Address, Copies, added, addresses, copies_of, prove
from docgen.context.awaited import awaited
from docgen.context.document import Head, is_planned
from docgen.context.job import Job
from docgen.context.units import full_name
from docgen.context.values import Gap, Gaps, Values
from docgen.load.workspace import Workspace
from docgen.model.unit import PAPER, BanLuu, DacDiem
from docgen.vietnamese.dates import short_date
from docgen.vietnamese.numbers import padded


@dataclass(frozen=True, slots=True)
class Listed:
    """A document that is sent: what it says of itself, its title with the subject, its gaps.

    ``line`` is its line of the register, in ten columns, once it has a number.
    """

    job: Job
    head: Head
    title: str
    gaps: Gaps
    line: Mapping[str, str] | None = None


def dispatch_values(
    workspace: Workspace, job: Job, listed: Sequence[Listed], gaps: Gaps
) -> dict[str, Any]:
    """Return ``so_dang_ky``, ``van_ban``, ``tong``, ``theo_doi`` and ``theo_doi_den`` of *job*'s list."""
    titles = Counter(one.title for one in listed)
    sheet = _Sheet(workspace, gaps, titles)
    parts = [sheet.document(one) for one in listed]
    copies = [copies_of(one.head.told) for one in listed]
    lacking = next((one.lacking for one in copies if one.lacking), "")
    whole = Copies(
        added(one.paper for one in copies), added(one.archive for one in copies), lacking
    )
    total = sheet.copies(job.unit, whole)
    total["so_van_ban"] = len(listed)
    total["so_noi_nhan"] = sum(len(part["dong"]) for part in parts)
    values = {
        "so_dang_ky": [sheet.entry(one) for one in listed],
        "van_ban": parts,
        "tong": total,
        "theo_doi": awaited(workspace, job),
        "theo_doi_den": short_date(job.on) if job.on else "",
    }
    _take_over(values, listed, gaps)
    return values


def _take_over(values: Any, listed: Sequence[Listed], gaps: Gaps) -> None:
    """Report those gaps of the documents that the list prints too."""
    text = "\n".join(_strings(values))
    for one in listed:
        for label, where in one.gaps.items():
            if str(Gap(label, Gaps())) in text:
                gaps.setdefault(label, where)


def _strings(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, (dict, list)):
        for child in value.values() if isinstance(value, dict) else value:
            yield from _strings(child)


def receivers(of: Head) -> str:
    """Return who gets a document: Kính gửi, those invited, the others, as the book names them."""
    told = of.told
    others = (other.words for other in (*told.invited, *told.others))
    return "; ".join([*map(str, of.values["kinh_gui"]), *others])


@dataclass(frozen=True, slots=True)
class _Sheet:
    """Writes what the list says of each document."""

    workspace: Workspace
    gaps: Gaps
    titles: Counter[str]

    def entry(self, one: Listed) -> Values:
        """Return a row of the register, its ten columns; what the clerk fills in is open."""
        if one.line:
            return Values(one.line)
        values, told = one.head.values, one.head.told
        paper = values["van_ban"]
        sign = paper["so_ky_hieu"].removeprefix("Số: ")
        planned = is_planned(self.workspace, one.job.key)
        expected = f"Dự kiến {short_date(one.job.day)}" if planned else ""
        return Values(
            so_ky_hieu=sign,
            ngay=short_date(paper["ngay"]) if paper["ngay"] else "",
            trich_yeu=one.title,
            nguoi_ky=str(values["chu_ky"]["ho_ten"]),
            noi_nhan=receivers(one.head) if told.lines else str(values["noi_nhan"][0]),
            ban_luu="; ".join(self._kept(one.job, told.archive)),
            so_ban=self.copies(one.job.unit, copies_of(told))["tong"],
            ngay_chuyen="",
            ky_nhan="",
            ghi_chu="" if paper["ngay"] else expected,
        )

    def _kept(self, job: Job, archive: BanLuu | None) -> list[str]:
        """Return where the archive copies are: VT, and the offices by their names."""
        if archive is None:
            return [self._number(job.unit, None, "")]
        return ["VT", *(self._office(job, short) for short in archive.don_vi)]

    def _office(self, job: Job, short: str) -> str:
        """Return the name of the office under the issuer that has an abbreviation, else that."""
        units = ((code, loaded.value) for code, loaded in self.workspace.units.items())
        named = [
            full_name(self.workspace, code, job.day)
            for code, unit in units
            if unit.viet_tat == short
            and unit.exists(job.day)
            and unit.superior_at(job.day) == job.unit
        ]
        return named[0] if len(named) == 1 else short

    def document(self, one: Listed) -> Values:
        """Return the rows of one document's recipients, proved to be its own Nơi nhận, and the sum."""
        rows = addresses(self.workspace, one.job, one.head.told)
        prove(one.title, one.head.values, one.head.told, rows)
        paper, archive = one.head.values["van_ban"], one.head.told.archive
        short = paper["so_ky_hieu"].removeprefix("Số: ") if paper["ngay"] else paper["ten_loai"]
        found = [self._row(one.job, short, tt, row) for tt, row in enumerate(rows, start=1)]
        kept = ", ".join(("VT", *archive.don_vi)) if archive else ""
        sums = self.copies(one.job.unit, copies_of(one.head.told))
        version = one.job.ban and self.titles[one.title] > 1
        to = ", ".join(str(words) for words in one.head.values["kinh_gui"] if version)
        title = f"{one.title} (bản kính gửi {to})" if to else one.title
        return Values(tieu_de=title, dong=found, luu=kept, **sums)

    def _row(self, job: Job, short: str, tt: int, row: Address) -> Values:
        one = row.one
        paper = one.channel in PAPER and not one.lacking
        return Values(
            tt=tt,
            van_ban=short,
            noi_nhan=row.name,
            vai=one.role,
            kenh=one.channel,
            so_ban=self._number(job.unit, one.paper, one.counted) if paper else "-",
            ngay_chuyen="",
            ky_nhan="",
            ghi_chu=row.note,
            nhom=row.group,
            thieu=bool(one.lacking),
        )

    def copies(self, unit: str, found: Copies) -> Values:
        """Return the sums as they are printed; one that is not known is a gap."""
        return Values(
            ban_giay=self._number(unit, found.paper, found.lacking),
            ban_luu=self._number(unit, found.archive, ""),
            tong=self._number(unit, found.total, found.lacking),
        )

    def _number(self, unit: str, count: int | None, lacking: str) -> str:
        """Return a number of copies; what would tell it is a gap: a figure, or the archive line."""
        if count is not None:
            return padded(count)
        title = DacDiem.model_fields[lacking].title if lacking else None
        where = f"mục {lacking or 'noi_nhan'} trong data/don_vi/{unit}.yaml"
        return str(Gap(title or "Bản lưu", self.gaps, where))
