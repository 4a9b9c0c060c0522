"""Good sheets, and how to spoil one: `changed(plan(), "quoc_hieu", size_pt=16)`.

`plan()` is a ward's plan that breaks no rule; `dispatch()` a công văn to two offices; `annexed()`
a plan with two annexes. Every role is a paragraph of the layout, so a change is made in both.
"""

from __future__ import annotations

from dataclasses import fields, is_dataclass, replace
from datetime import date
from typing import Any, TypeVar

from docgen.check.layout import Block, Cell, Layout, Paragraph, Place, Rule, Run, Section, Table
from docgen.check.sheet import Annex, Heading, Sheet
from docgen.vietnamese.widths import width_mm

Whole = TypeVar("Whole")
_RUN = {field.name for field in fields(Run)}


def paragraph(text: str, where: str = "đoạn 1", **how: Any) -> Paragraph:
    """Return a paragraph of one run; *how* are fields of the run or of the paragraph."""
    run = {name: value for name, value in how.items() if name in _RUN}
    rest = {name: value for name, value in how.items() if name not in _RUN}
    return Paragraph((Run(text, **run),) if text else (), place=Place(where), **rest)


def prose(text: str, number: int, **how: Any) -> Paragraph:
    """Return a paragraph of the body: justified, 14 pt, indented 12,7 mm, 6 pt after."""
    how = {"align": "both", "first_line_mm": 12.7, "after_pt": 6.0, **how}
    return paragraph(text, f"đoạn {number}", **how)


def centred(text: str, where: str, **how: Any) -> Paragraph:
    """Return a centred paragraph."""
    return paragraph(text, where, **{"align": "center", **how})


def page(*blocks: Block, **how: Any) -> Section:
    """Return a section of good pages: a centred number in the header, none on the first page."""
    number = centred("2", "đầu trang", field="PAGE")
    headers: dict[str, tuple[Block, ...]] = {"default": (number,), "first": ()}
    return Section(blocks=blocks, **{"title_page": True, "headers": headers, **how})


def two_columns(where: str, left: tuple[Block, ...], right: tuple[Block, ...]) -> Table:
    """Return a table of one row that only lays out."""
    return Table(((Cell(left, 65.0), Cell(right, 100.0)),), width_mm=165.0, place=Place(where))


def line_under(words: Paragraph, share: float = 1.0) -> Rule:
    """Return a drawn line of a *share* of the words' length, in the middle of their column."""
    run = words.worded[0]
    length = share * width_mm(words.text, run.size_pt, bold=run.bold)
    return Rule("drawing", length, (words.column_mm - length) / 2)


def changed(sheet: Sheet, role: str, at: int | None = None, **what: Any) -> Sheet:
    """Return *sheet* with the paragraphs of *role* (or the one *at* an index) changed.

    *what* are fields of Run (`text`, `size_pt`, `bold` …: for all runs) or of Paragraph.
    """
    held = getattr(sheet, role)
    old = (held,) if isinstance(held, Paragraph) else tuple(held)
    assert old, f"{role} không có trong văn bản"
    for each in old if at is None else (old[at],):
        sheet = swapped(sheet, each, respelt(each, **what))
    return sheet


def respelt(old: Paragraph, **what: Any) -> Paragraph:
    """Return the paragraph with fields of its runs or of itself changed; *text* leaves one run."""
    run = {name: value for name, value in what.items() if name in _RUN}
    rest = {name: value for name, value in what.items() if name not in _RUN}
    if run:
        runs = old.runs[:1] if "text" in run else old.runs
        rest["runs"] = tuple(replace(each, **run) for each in runs)
    return replace(old, **rest)


def without(sheet: Sheet, *roles: str) -> Sheet:
    """Return *sheet* with nothing in these roles; their paragraphs become empty in the layout."""
    for role in roles:
        held = getattr(sheet, role)
        for each in held if isinstance(held, tuple) else (held,):
            if isinstance(each, Paragraph):
                sheet = swapped(sheet, each, replace(each, runs=(), rules=(), number=""))
        nothing: Any = () if isinstance(held, tuple) else None
        sheet = replace(sheet, **{role: nothing})
    return sheet


def with_page(sheet: Sheet, at: int = 0, **what: Any) -> Sheet:
    """Return *sheet* with the set-up of one section changed: `with_page(plan(), left_mm=25)`."""
    old = sheet.layout.sections[at]
    return swapped(sheet, old, replace(old, **what))


def with_body(sheet: Sheet, *texts: str) -> Sheet:
    """Return *sheet* with other words in its body, one paragraph of good format each."""
    section = sheet.layout.sections[0]
    new = tuple(prose(text, 20 + at) for at, text in enumerate(texts))
    inside = {id(each) for each in sheet.body}
    before = section.blocks[: next(i for i, b in enumerate(section.blocks) if id(b) in inside)]
    after = tuple(b for b in section.blocks[len(before) :] if id(b) not in inside)
    bodied = replace(section, blocks=before + new + after)
    return replace(swapped(sheet, section, bodied), body=new, headings=())


def swapped(whole: Whole, old: object, new: object) -> Whole:
    """Return *whole* with *new* wherever *old* itself stands in it; what was one stays one."""
    found: Any = _swapped(whole, old, new, {})
    return found  # type: ignore[no-any-return]


def _swapped(whole: Any, old: object, new: object, done: dict[int, Any]) -> Any:
    if whole is old:
        return new
    if id(whole) not in done:
        done[id(whole)] = _inside(whole, old, new, done)
    return done[id(whole)]


def _inside(whole: Any, old: object, new: object, done: dict[int, Any]) -> Any:
    if isinstance(whole, tuple):
        mapped = tuple(_swapped(each, old, new, done) for each in whole)
        same = all(a is b for a, b in zip(mapped, whole, strict=True))
        return whole if same else mapped
    if isinstance(whole, dict):
        held = {key: _swapped(value, old, new, done) for key, value in whole.items()}
        return held if any(held[key] is not value for key, value in whole.items()) else whole
    if is_dataclass(whole) and not isinstance(whole, type):
        held = {field.name: getattr(whole, field.name) for field in fields(whole)}
        other = {name: _swapped(value, old, new, done) for name, value in held.items()}
        differ = {name: value for name, value in other.items() if value is not held[name]}
        return replace(whole, **differ) if differ else whole
    return whole


# --- a ward's plan -------------------------------------------------------------------------------

_OPENING = (
    "Thực hiện Kế hoạch số 12/KH-UBND ngày 02 tháng 01 năm 2026 của Ủy ban nhân dân thành phố "
    "Hải Phòng về thực hiện dân chủ ở cơ sở năm 2026, Ủy ban nhân dân phường Gia Viên xây dựng "
    "Kế hoạch thực hiện dân chủ ở cơ sở năm 2026 như sau:"
)
_BODY: tuple[tuple[str, str, str], ...] = (  # level, number, words
    ("", "", _OPENING),
    ("muc", "I.", "MỤC ĐÍCH, YÊU CẦU"),
    ("khoan", "1.", "Mục đích"),
    (
        "",
        "",
        (
            "Bảo đảm quyền làm chủ của Nhân dân; nâng cao chất lượng, hiệu quả thực hiện dân chủ "
            "ở cơ sở trên địa bàn phường."
        ),
    ),
    ("khoan", "2.", "Yêu cầu"),
    ("diem", "a)", "Triển khai nghiêm túc, đồng bộ các quy định của pháp luật;"),
    ("diem", "b)", "Phát huy vai trò, trách nhiệm của người đứng đầu."),
    ("muc", "II.", "TỔ CHỨC THỰC HIỆN"),
    (
        "",
        "",
        (
            "Phòng Văn hóa - Xã hội chủ trì, phối hợp với các cơ quan, đơn vị triển khai Kế hoạch "
            "này; báo cáo kết quả trước ngày 15 tháng 12 năm 2026./."
        ),
    ),
)


def _body() -> tuple[tuple[Paragraph, ...], tuple[Heading, ...]]:
    found: list[Paragraph] = []
    headings: list[Heading] = []
    for at, (level, number, words) in enumerate(_BODY, start=8):
        titled = level == "muc" or (level == "khoan" and len(words) < 20)
        each = prose(f"{number} {words}".strip(), at, bold=titled)
        found.append(each)
        if level:
            headings.append(Heading(level, number, words if titled else "", each))
    return tuple(found), tuple(headings)


def _names() -> dict[str, Any]:
    top: dict[str, Any] = {"size_pt": 13.0, "bold": True}
    left: dict[str, Any] = {**top, "column_mm": 62.0}
    right: dict[str, Any] = {"column_mm": 97.0}
    quoc_hieu = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
    tieu_ngu = "Độc lập - Tự do - Hạnh phúc"
    issuer = (
        centred("ỦY BAN NHÂN DÂN", "bảng 1, hàng 1, ô 1, đoạn 1", **left),
        centred("PHƯỜNG GIA VIÊN", "bảng 1, hàng 1, ô 1, đoạn 2", **left),
    )
    motto = centred(tieu_ngu, "bảng 1, hàng 1, ô 2, đoạn 2", bold=True, **right)
    issuer = (issuer[0], replace(issuer[1], rules=(line_under(issuer[1], 0.4),)))
    motto = replace(motto, rules=(line_under(motto),))
    return {
        "quoc_hieu": centred(quoc_hieu, "bảng 1, hàng 1, ô 2, đoạn 1", **top, **right),
        "tieu_ngu": motto,
        "tieu_ngu_rule": motto.rules[0],
        "ban_hanh": issuer,
        "ban_hanh_rule": issuer[1].rules[0],
        "so": centred("Số: 05/KH-UBND", "bảng 1, hàng 2, ô 1", size_pt=13.0, column_mm=62.0),
        "dia_danh_ngay": centred(
            "Gia Viên, ngày 05 tháng 01 năm 2026", "bảng 1, hàng 2, ô 2", italic=True, **right
        ),
    }


def _header(roles: dict[str, Any]) -> Table:
    names = (
        Cell((*roles.get("chu_quan", ()), *roles["ban_hanh"]), 65.0),
        Cell((roles["quoc_hieu"], roles["tieu_ngu"]), 100.0),
    )
    numbers = (
        Cell((roles["so"], *roles.get("vv", ())), 65.0),
        Cell((roles["dia_danh_ngay"],), 100.0),
    )
    return Table((names, numbers), width_mm=165.0, place=Place("bảng 1"))


def _foot(signs: tuple[str, ...], receive: tuple[str, ...]) -> dict[str, Any]:
    cell = "bảng 2, hàng 1, ô {}, đoạn {}"
    items = tuple(
        paragraph(text, cell.format(1, at), size_pt=11.0, column_mm=72.0)
        for at, text in enumerate(receive, start=2)
    )
    label = {"size_pt": 12.0, "bold": True, "italic": True, "column_mm": 72.0}
    return {
        "noi_nhan_label": paragraph("Nơi nhận:", cell.format(1, 1), **label),
        "noi_nhan": items,
        "luu": items[-1],
        "quyen_han": tuple(
            centred(text, cell.format(2, at), bold=True, column_mm=85.0)
            for at, text in enumerate(signs, start=1)
        ),
        "ho_ten": (centred("Nguyễn Văn An", cell.format(2, 8), bold=True, column_mm=85.0),),
    }


def _title() -> dict[str, Any]:
    subject = "Thực hiện dân chủ ở cơ sở năm 2026"
    trich_yeu = centred(subject, "đoạn 4", bold=True)
    trich_yeu = replace(trich_yeu, rules=(line_under(trich_yeu, 0.4),))
    can_cu = (
        "Căn cứ Luật Tổ chức chính quyền địa phương;",
        "Căn cứ Luật Thực hiện dân chủ ở cơ sở.",
    )
    return {
        "ten_loai": centred("KẾ HOẠCH", "đoạn 3", bold=True),
        "trich_yeu": (trich_yeu,),
        "trich_yeu_rule": trich_yeu.rules[0],
        "can_cu": tuple(prose(text, at, italic=True) for at, text in enumerate(can_cu, start=6)),
    }


_SIGNED = ("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH")


def _foot_table(roles: dict[str, Any]) -> Table:
    left = (roles["noi_nhan_label"], *roles["noi_nhan"])
    return two_columns("bảng 2", left, (*roles["quyen_han"], *roles["ho_ten"]))


def plan(**roles: Any) -> Sheet:
    """Return a ward's plan (kế hoạch) that breaks no rule, with fields of Sheet set otherwise."""
    receive = (
        "- UBND thành phố (để b/c);",
        "- Thường trực Đảng ủy, HĐND phường;",
        "- Các cơ quan, đơn vị thuộc phường;",
        "- Lưu: VT, VHXH.",
    )
    body, headings = _body()
    held = {**_names(), **_title(), **_foot(_SIGNED, receive)}
    header, footer = _header(held), _foot_table(held)
    titles = (held["ten_loai"], *held["trich_yeu"], *held["can_cu"])
    first = page(header, *titles, *body, footer)
    held |= {"header": header, "footer": footer, "body": body, "headings": headings}
    held |= {"layout": Layout((first,)), "type": "ke-hoach", "day": date(2026, 1, 5)}
    return Sheet(**{"same_row": True, **held, **roles})


def dispatch(**roles: Any) -> Sheet:
    """Return a công văn of a phòng of the ward to two offices, good in everything."""
    receive = ("- Như trên;", "- UBND phường (để b/c);", "- Lưu: VT, VHXH.")
    held = {**_names(), **_foot(("TRƯỞNG PHÒNG",), receive)}
    how: dict[str, Any] = {"size_pt": 13.0, "column_mm": 62.0}
    cell = "bảng 1, hàng 1, ô 1, đoạn {}"
    issuer = centred("PHÒNG VĂN HÓA - XÃ HỘI", cell.format(2), bold=True, **how)
    issuer = replace(issuer, rules=(line_under(issuer, 0.4),))
    held |= {"ban_hanh": (issuer,), "ban_hanh_rule": issuer.rules[0]}
    held["chu_quan"] = (centred("UBND PHƯỜNG GIA VIÊN", cell.format(1), **how),)
    held["so"] = replace(held["so"], runs=(Run("Số: 05/PVHXH-VH", size_pt=13.0),))
    subject = "V/v báo cáo kết quả thực hiện dân chủ ở cơ sở"
    where = "bảng 1, hàng 2, ô 1, đoạn 2"
    held["vv"] = (centred(subject, where, size_pt=12.0, before_pt=6.0, column_mm=62.0),)
    asked = (
        "Kính gửi:",
        "- Các tổ dân phố trên địa bàn phường;",
        "- Các trường học trên địa bàn phường.",
    )
    kinh_gui = tuple(
        paragraph(text, f"đoạn {at}", left_mm=35.0 if at == 3 else 52.0)
        for at, text in enumerate(asked, start=3)
    )
    body = (prose(f"{_OPENING[:-9]}.", 8), prose("Đề nghị các đơn vị triển khai thực hiện./.", 9))
    header, footer = _header(held), _foot_table(held)
    held |= {"header": header, "footer": footer, "kinh_gui": kinh_gui, "body": body}
    held |= {"layout": Layout((page(header, *kinh_gui, *body, footer),)), "type": "cong-van"}
    return Sheet(**{"same_row": True, "day": date(2026, 1, 5), **held, **roles})


def annex(number: str, **how: Any) -> Annex:
    """Return a good annex on pages of its own."""
    where = f"phụ lục {number}, đoạn "
    reference = (
        "(Kèm theo Kế hoạch số 05/KH-UBND ngày 05 tháng 01 năm 2026 của UBND phường Gia Viên)"
    )
    label = centred(f"Phụ lục {number}".strip(), where + "1", bold=True)
    title = centred("DANH MỤC CÁC NỘI DUNG CÔNG KHAI", where + "2", bold=True)
    kem_theo = centred(reference, where + "3", italic=True)
    rule = Rule("drawing", 30.0, 67.5)
    kem_theo = replace(kem_theo, rules=(rule,))
    body = (paragraph("Các nội dung công khai để Nhân dân biết./.", where + "4", align="both"),)
    section = page(label, title, kem_theo, *body, number_start=1)
    return Annex(
        **{
            "label": label,
            "title": (title,),
            "reference": kem_theo,
            "rule": rule,
            "body": body,
            "section": section,
            "own_section": True,
            **how,
        }
    )


def annexed(*numbers: str) -> Sheet:
    """Return the plan with annexes, by default “Phụ lục I” and “Phụ lục II”."""
    sheet = plan()
    last = sheet.body[-1]
    words = last.text.replace("Kế hoạch này;", "Kế hoạch này theo Phụ lục kèm theo;")
    sheet = swapped(sheet, last, respelt(last, text=words))
    annexes = tuple(annex(number) for number in numbers or ("I", "II"))
    sections = tuple(each.section for each in annexes if each.section)
    layout = replace(sheet.layout, sections=(*sheet.layout.sections, *sections))
    return replace(sheet, layout=layout, annexes=annexes)


def with_annex(sheet: Sheet, at: int = 0, **what: Any) -> Sheet:
    """Return *sheet* with fields of one annex changed; the layout stays as it is."""
    annexes = list(sheet.annexes)
    annexes[at] = replace(annexes[at], **what)
    return replace(sheet, annexes=tuple(annexes))


def stamped() -> Sheet:
    """Return the plan with a mark of urgency, one of circulation, and the drafter's mark."""
    sheet = plan()
    how: dict[str, Any] = {"bold": True, "boxed": True}
    urgent = centred("HỎA TỐC", "bảng 1, hàng 2, ô 1, đoạn 2", color="FF0000", **how)
    inside = centred("LƯU HÀNH NỘI BỘ", "bảng 1, hàng 1, ô 2, đoạn 0", **how)
    drafter = paragraph("PL.(300)", "bảng 2, hàng 1, ô 1, đoạn 6", size_pt=11.0)
    section = sheet.layout.sections[0]
    more = replace(section, blocks=(*section.blocks, urgent, inside, drafter))
    sheet = swapped(sheet, section, more)
    return replace(sheet, do_khan=urgent, luu_hanh=inside, nguoi_soan=drafter)
