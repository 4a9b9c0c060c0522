"""The values of one document: who, when, to whom, by whose hand, and what its data says."""

from __future__ import annotations

from dataclasses import asdict, dataclass, field
from datetime import date, timedelta
from typing import Any

from docgen.context.job import Job
from docgen.context.late import is_reminder, late_values
from docgen.context.recipient import Recipients
from docgen.context.recipients import recipients
from docgen.context.report import period_values, report_values
from docgen.context.units import below_values, chain, full_name, unit_values
from docgen.context.values import Gap, Gaps, Values, to_values
from docgen.figures.status import begun
from docgen.load.community import community
from docgen.load.data import DataKey
from docgen.load.loaded import Loaded
from docgen.load.nodes import Document
from docgen.load.source import Source
from docgen.load.workspace import Workspace
from docgen.model.kind import DuLieu
from docgen.model.record import at
from docgen.model.signature import block, minutes
from docgen.model.unit import DonVi
from docgen.vietnamese import dates
from docgen.vietnamese.numbers import padded

OPEN = "\N{NO-BREAK SPACE}" * 6


@dataclass(frozen=True, slots=True)
class Content:
    """What a template gets, and the gaps that it will print."""

    values: dict[str, Any]
    gaps: Gaps = field(default_factory=Gaps)


def reference_day(workspace: Workspace, kind: str, year: int, unit: str, ma: str = "") -> date:
    """Return the day whose facts a document states; never the clock.

    Its own date, else the day that its data or the year plans for it, else the day that its kind
    names among its data (of a meeting), else the first of January; a unit born later in the year
    has its first day.
    """
    key = DataKey(kind, year, unit, ma)
    data = workspace.data.get(key)
    own = (data.value.ngay or data.value.ngay_du_kien) if data else None
    if own:
        return own
    day = _year_plan(workspace, key) or _told_day(workspace, key) or date(year, 1, 1)
    born = workspace.units[unit].value.ton_tai.tu
    return born if born and born.year == year and born > day else day


def is_planned(workspace: Workspace, key: DataKey) -> bool:
    """Tell whether anybody set a day for a document: its own data, or the year's file."""
    data = workspace.data.get(key)
    own = data and (data.value.ngay or data.value.ngay_du_kien)
    return bool(own or _year_plan(workspace, key))


def _year_plan(workspace: Workspace, key: DataKey) -> date | None:
    """Return the day for which the year's file plans a document."""
    loaded = workspace.years.get(key.year)
    record = workspace.units[key.unit].value
    planned = [row for row in (loaded.value.ngay_du_kien if loaded else []) if row.loai == key.kind]
    fitting = [
        row for row in planned if row.don_vi in (record.loai, None) and row.ky in (key.ma, None)
    ]
    exact = sorted(fitting, key=lambda row: (row.don_vi is None, row.ky is None))
    return exact[0].ngay if exact else None


def _told_day(workspace: Workspace, key: DataKey) -> date | None:
    """Return the day that the kind names among the document's data, inside the document's year."""
    name, data = workspace.kinds[key.kind].value.ngay_theo, workspace.data.get(key)
    day: date | None = getattr(data.value, name, None) if data and name else None
    return day and min(max(day, date(key.year, 1, 1)), date(key.year, 12, 31))


@dataclass(frozen=True, slots=True)
class Head:
    """What a document says of itself, its recipients among it; what it reports is left out."""

    values: dict[str, Any]
    told: Recipients


def content(workspace: Workspace, job: Job) -> Content:
    """Return the values of *job*'s document."""
    gaps = Gaps(workspace.root)
    values = head(workspace, job, gaps).values
    if workspace.kinds[job.kind].value.lap == "kỳ":
        values |= report_values(workspace, job, values, gaps)
    return Content(values, gaps)


def head(workspace: Workspace, job: Job, gaps: Gaps) -> Head:
    """Return what *job*'s document says of itself: who, when, to whom, by whose hand."""
    kind = workspace.kinds[job.kind].value
    data = _data(workspace, job)
    record, document = data.value, data.document
    template = workspace.template(job.kind, job.unit)
    values: dict[str, Any] = {
        "nam": job.year,
        "thoi_gian": time_covered(workspace.units[job.unit].value, job.year),
        "don_vi": unit_values(workspace, job.unit, job.day, gaps),
        "cap_tren": _superior(workspace, job, gaps),
        "cap_duoi": below_values(workspace, job.unit, job.day, gaps),
        "che_do": _regime(workspace, job.day, gaps),
        kind.du_lieu: _with_defaults(workspace, job, to_values(record, gaps, document), gaps),
        "chu_ky": _signature(workspace, job, record, gaps),
        "cac_phu_luc": template.phu_luc if template else [],
    }
    told = recipients(workspace, job, gaps)
    where = f"mục noi_nhan trong data/don_vi/{job.unit}.yaml"
    values["noi_nhan"] = told.lines or [Gap("Nơi nhận", gaps, where)]
    values["kinh_gui"] = [one.words for one in told.addressed]
    values |= _year(workspace, job, gaps)
    values["van_ban"] = _paper(workspace, job, record, values)
    if kind.lap == "kỳ":
        values["ky"] = period_values(workspace, job, gaps)
    if is_reminder(workspace, job.kind):
        values["cham"] = late_values(workspace, job, gaps)
    return Head(values, told)


def _data(workspace: Workspace, job: Job) -> Loaded[Any]:
    """Return the document's own data, or an empty record where the unit wrote none."""
    if found := workspace.data.get(job.key):
        return found
    path = workspace.data_file(job.key)
    return Loaded(workspace.blank(job.kind), Document(Source(path, "", ())))


def _with_defaults(workspace: Workspace, job: Job, values: Values, gaps: Gaps) -> Values:
    """Fill a list that the unit left out with the default rows of its kind of unit, or of all."""
    family = [*workspace.family(workspace.units[job.unit].value.loai), ""]
    for key, value in values.items():
        if not isinstance(value, Gap) and value != []:
            continue
        found = (workspace.defaults.get((job.kind, key, kind)) for kind in family)
        if value == [] and workspace.kinds[job.kind].value.lap == "kỳ":
            continue  # in a report “kien_nghi: []” says that there is none
        if rows := next(filter(None, found), None):
            default = to_values(rows.value, gaps, rows.document)[key]
            values[key] = [_named(workspace, job, row) for row in default]
        elif not isinstance(value, Gap):  # “nhiem_vu: []” says no more than leaving it out
            label = workspace.kinds[job.kind].value.truong
            where = f"mục {key} trong {gaps.told(workspace.data_file(job.key))}"
            values[key] = Gap(label[key].nhan if key in label else key, gaps, where)
    return values


def _named(workspace: Workspace, job: Job, row: Values) -> Values:
    """Put what the unit's communities are called into a default row, in place."""
    one = community(workspace, workspace.units[job.unit].value)
    if one:
        words = {"{cong_dong}": one.ten, "{truong_cong_dong}": one.truong}
        words["{Cong_dong}"] = one.ten[:1].upper() + one.ten[1:]
        for key, text in row.items():
            for mark, word in words.items() if isinstance(text, str) else ():
                row[key] = row[key].replace(mark, word)
    return row


def _superior(workspace: Workspace, job: Job, gaps: Gaps) -> Any:
    if code := workspace.superior(job.unit, job.day):
        return unit_values(workspace, code, job.day, gaps)
    return Gap("Đơn vị cấp trên", gaps, f"mục cap_tren trong data/don_vi/{job.unit}.yaml")


def _regime(workspace: Workspace, day: date, gaps: Gaps) -> Any:
    """Return the words of the regime that holds on *day*."""
    regime = at(workspace.regimes, day)
    if regime is None:
        return Gap("Chế độ chính quyền địa phương", gaps)
    values = Values({"ten": regime.ten, "ma": regime.ma, **regime.tu_ngu})
    values.place = f"data/danh_muc/che_do.yaml ({regime.ma})"
    return values


def _year(workspace: Workspace, job: Job, gaps: Gaps) -> dict[str, Any]:
    """Return the year's own values; themes run from the top down to the unit itself."""
    loaded = workspace.years[job.year]
    above = chain(workspace, job.unit, job.day)
    themes = [
        {"cua": _called(workspace, code, job.day), "noi_dung": words}
        for code in reversed(above)
        if (words := loaded.value.chu_de.get(code))
    ]
    windows = to_values(loaded.value.han_bao_cao, gaps, loaded.document, ("han_bao_cao",))
    since = begun(workspace, job.unit, job.day)
    for name in ("sau_thang", "nam"):
        last = windows[name]["truoc"] - timedelta(days=1)  # that day itself is too late
        windows[name]["han_cuoi"] = last
        if last < since:
            windows[name] = None  # a report that fell due before there was this unit under this one
    superior = above[1] if len(above) > 1 else ""
    plan = loaded.value.ke_hoach_cap_tren.get(superior)
    return {
        "chu_de": themes,
        "han_bao_cao": windows,
        "ke_hoach_cap_tren": to_values(plan, gaps, loaded.document) if plan else None,
    }


def time_covered(unit: DonVi, year: int) -> str:
    """Return “năm 2025”, or “06 tháng cuối năm 2025” for a unit that began on 1 July."""
    born = unit.ton_tai.tu
    if born and born.year == year and born > date(year, 1, 1):
        if born.day == 1:
            return f"{padded(13 - born.month)} tháng cuối năm {year}"
        return f"năm {year} (từ ngày {dates.short_date(born)})"
    return f"năm {year}"


def _called(workspace: Workspace, code: str, day: date) -> str:
    """Return “quận” for a place, else the name of the office."""
    place = workspace.units[code].value.dia_ban
    return place.place.noun if place else full_name(workspace, code, day)


def _signature(workspace: Workspace, job: Job, data: DuLieu, gaps: Gaps) -> dict[str, Any]:
    """Return ô 7a and 7b; minutes have two signers side by side instead (``bien_ban``)."""
    unit = workspace.units[job.unit].value
    kind = workspace.unit_kinds[unit.loai]
    pair = minutes(data.ky_bien_ban) if data.ky_bien_ban else ()
    if signer := data.nguoi_ky or unit.nguoi_ky:
        return {**asdict(block(signer, kind)), "bien_ban": [asdict(side) for side in pair]}
    above = [f"TM. {kind.tap_the}".upper()] if kind.tap_the else []
    where = f"mục nguoi_ky trong data/don_vi/{job.unit}.yaml"
    return {
        "quyen_han": [*above, Gap("Chức vụ người ký", gaps, where)],
        "ho_ten": Gap("Họ tên người ký", gaps, where),
        "chuc_vu_khac": None,
        "bien_ban": [asdict(side) for side in pair],
    }


def _paper(workspace: Workspace, job: Job, data: DuLieu, values: dict[str, Any]) -> Values:
    """Return number, date and references; open in a draft: khoản 3, 4 Mục II, khoản 1 Mục III."""
    kind = workspace.kinds[job.kind].value
    unit = values["don_vi"]
    sign = _sign(workspace, job, data, str(unit["viet_tat"]))
    if job.ban or job.so is not None or not job.ghi_san:  # a number and a day of its own
        data = data.model_copy(update={"so": job.so, "ngay": job.ngay})
    number = padded(data.so) if data.so is not None else OPEN
    day = dates.long_date(data.ngay) if data.ngay else dates.open_date(job.day.year)
    own = data.van_ban_dien_tu
    electronic = workspace.settings.van_ban_dien_tu if own is None else own
    open_reference = electronic or data.so is None or data.ngay is None
    reference = f"số {OPEN}/{sign} {dates.open_date(job.day.year)}" if open_reference else (
        f"số {number}/{sign} {day}"
    )  # fmt: skip
    return Values(
        ten_loai=kind.ten,
        ban=job.ban,
        cong_van=kind.cong_van,
        so_ky_hieu="" if kind.so_sach else f"Số: {number}/{sign}",
        # where the line is too long for its column it breaks before the day, not inside it
        dia_danh_ngay=f"{unit['dia_danh']}, {_unbroken(day)}",
        kem_theo=f"(Kèm theo {kind.ten} {reference} {_unbroken('của ' + unit['goi'])})",
        thay_the=f"số {job.thay_the[0]} {dates.long_date(job.thay_the[1])}" if job.thay_the else "",
        ngay=data.ngay,
        thoi_diem=f"{job.day.isoformat()}T00:00:00Z",
        trich_yeu="",
    )


def _sign(workspace: Workspace, job: Job, data: DuLieu, short: str) -> str:
    """Return what follows the number: “KH-UBND”, of a công văn “UBND-NV” (who drafted it)."""
    kind = workspace.kinds[job.kind].value
    if not kind.cong_van:
        return f"{kind.viet_tat}-{short}"
    lines = data.noi_nhan or workspace.units[job.unit].value.noi_nhan
    drafted = next((line.luu.don_vi[0] for line in lines if line.luu and line.luu.don_vi), "")
    return f"{short}-{drafted}" if drafted else short


def _unbroken(text: str) -> str:
    """Return *text* with blanks that no line breaks at."""
    return text.replace(" ", "\N{NO-BREAK SPACE}")
