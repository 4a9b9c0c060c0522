"""A line of the register for people and for programs, with all that other lines say of it."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from docgen.register import Entry, Register
    from docgen.register.book import Known


LABELS = {
    "so_ky_hieu": "Số, ký hiệu", "ngay": "Ngày văn bản", "co_quan": "Đơn vị",
    "ten_co_quan": "Cơ quan ban hành", "chu_quan": "Cơ quan chủ quản",
    "ten_loai": "Tên loại", "trich_yeu": "Trích yếu", "nguoi_ky": "Người ký",
    "chuc_vu": "Chức vụ", "noi_nhan": "Nơi nhận", "luu": "Bản lưu", "so_ban": "Số lượng bản",
    "trang_thai": "Tình trạng", "ly_do": "Lý do", "ghi_chu": "Ghi chú", "tep": "Tệp", "ma_bam": "Mã băm của tệp",
}  # fmt: skip
"""What ``register show`` calls each thing."""
_PLAIN = {
    "ten_co_quan": "office",
    "chu_quan": "superior",
    "ky_hieu": "notation",
    "don_vi": "unit",
    "loai": "kind",
    "nam_du_lieu": "data_year",
    "ma": "ma",
    "trich_yeu": "subject",
    "nguoi_ky": "signer",
    "chuc_vu": "title",
    "noi_nhan": "recipients",
    "luu": "archive",
    "so_ban": "copies",
    "tep": "file",
}


def state(entry: Entry, known: Known) -> str:
    """Return “đã cấp”, “đã thay thế; được thay thế bằng số 09/KH-UBND”."""
    first = {"đang ghi": "đã cấp", "đã hủy": ""}.get(entry.state, entry.state)
    told = [f"{words[:1].lower()}{words[1:]}" for words in known.remarks(entry)]
    told = [f"đã {words}" if words.startswith("hủy: ") else words for words in told]
    return "; ".join(word for word in [first, *told] if word)


def as_json(entry: Entry, known: Known) -> dict[str, Any]:
    """Return one line as plain values; other lines are told by their numbers and signs."""
    from docgen.register.book import type_name

    order = entry.order
    return {
        "so": entry.number,
        "so_ky_hieu": entry.sign,
        "ngay": order.day.isoformat(),
        "nam": order.series.year,
        "co_quan": order.series.issuer,
        "ten_loai": type_name(entry),
        **{key: getattr(order, name) for key, name in _PLAIN.items()},
        "trang_thai": entry.state,
        "ly_do": entry.reason,
        "ghi_chu": order.note,
        **{key: other.sign if other else None for key, other in known.links(entry).items()},
        "duoc_dinh_chinh_bang": [one.sign for one in known.corrections(entry)],
        "ma_bam": entry.digest,
    }


def tell_entered(register: Register, entries: Sequence[Entry], options: dict[str, Any]) -> None:
    """Print the lines that ``register add`` entered, or would enter."""
    from docgen.register.book import Known, subject
    from docgen.vietnamese.dates import short_date

    if options["as_json"]:
        now = {one.id: one for one in ([] if options["dry_run"] else register.entries())}
        known = Known([*now.values(), *(() if now else entries)])
        rows = [as_json(now.get(one.id, one), known) for one in entries]
        told = rows if options["source"] else rows[0]
        click.echo(json.dumps(told, ensure_ascii=False, indent=1))
        return
    state = "sẽ vào sổ" if options["dry_run"] else "đã vào sổ"
    for one in entries:
        void = ", đã hủy" if one.state == "đã hủy" else ""
        click.echo(f"{one.sign} ngày {short_date(one.order.day)}: {subject(one)} ({state}{void})")
    if options["source"]:
        click.echo(f"{len(entries)} văn bản {state}.", err=True)
