"""Good documents as layouts, and ways to change one thing in them.

    good = plan()
    changed = with_paragraph(good, "quoc_hieu", size_pt=16)

Each paragraph carries its part of the document as its *style*, only to be found again by these
helpers: the program never judges by names of styles.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import fields, replace
from typing import Any

from docgen.check.layout import Block, Cell, Layout, Paragraph, Place, Rule, Run, Section, Table
from docgen.vietnamese.widths import width_mm

QUOC_HIEU = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
TIEU_NGU = "Độc lập - Tự do - Hạnh phúc"
LEFT, RIGHT, PAGE = 68.0, 97.0, 165.0
_RUN = {field.name for field in fields(Run)}


# paragraphs


def p(text: str = "", role: str = "", **how: Any) -> Paragraph:
    """A paragraph of one run; *how* are fields of the run and of the paragraph together."""
    run = {key: value for key, value in how.items() if key in _RUN}
    rest = {key: value for key, value in how.items() if key not in _RUN}
    return Paragraph((Run(text, **run),) if text else (), style=role, **rest)


def centred(text: str, role: str = "", **how: Any) -> Paragraph:
    return p(text, role, **{"align": "center", **how})


def body(text: str, role: str = "body", **how: Any) -> Paragraph:
    """Lời văn: 14 pt, justified, first line 12.7 mm in, 6 pt apart."""
    look = {"align": "both", "first_line_mm": 12.7, "before_pt": 6.0, "line": 1.0}
    return p(text, role, **{**look, **how})


def article(number: str, text: str) -> Paragraph:
    """An article whose number alone is bold."""
    return replace(body("", "dieu"), runs=(Run(number, bold=True), Run(text)))


def line(role: str, length: float, column: float, kind: str = "border") -> Paragraph:
    """A paragraph that is nothing but a rule in the middle of its column."""
    drawn = Rule(kind, length, (column - length) / 2)
    return Paragraph(align="center", rules=(drawn,), style=role, column_mm=column)


def under(text: str, role: str, share: float, points: float, column: float) -> Paragraph:
    """A rule that is *share* of the bold line *text* above it."""
    return line(role, share * width_mm(text, points, bold=True), column)


# blocks


def cell(*blocks: Block, width: float = 0.0, **how: Any) -> Cell:
    inside = tuple(replace(b, column_mm=width) if isinstance(b, Paragraph) else b for b in blocks)
    return Cell(inside, width_mm=width, **how)


def side_by_side(left: Iterable[Block], right: Iterable[Block], width: float = LEFT) -> Table:
    """A layout table of one row and two cells."""
    cells = (cell(*left, width=width), cell(*right, width=PAGE - width))
    return Table((cells,), width_mm=PAGE)


def data_table(*rows: tuple[str, ...]) -> Table:
    """A table with drawn lines, its first row the header."""
    width = PAGE / len(rows[0])
    made = tuple(
        tuple(cell(p(text, "cell", size_pt=13.0), width=width, bordered=True) for text in row)
        for row in rows
    )
    return Table(made, bordered=True, header_rows=1, width_mm=PAGE)


def header(
    so: str = "Số: 15/KH-UBND",
    day: str = "Cầu Đất, ngày 05 tháng 02 năm 2026",
    chu_quan: tuple[str, ...] = (),
    ban_hanh: tuple[str, ...] = ("ỦY BAN NHÂN DÂN", "PHƯỜNG CẦU ĐẤT"),
    vv: tuple[str, ...] = (),
) -> Table:
    """Ô 1 to 4 (and 5b): the names over Số, Quốc hiệu over the day, two rows."""
    left = [
        *(centred(name, "chu_quan", size_pt=13.0) for name in chu_quan),
        *(centred(name, "ban_hanh", size_pt=13.0, bold=True) for name in ban_hanh),
        under(ban_hanh[-1], "ban_hanh_rule", 0.4, 13.0, LEFT),
    ]
    right = [
        centred(QUOC_HIEU, "quoc_hieu", size_pt=13.0, bold=True),
        centred(TIEU_NGU, "tieu_ngu", size_pt=14.0, bold=True),
        under(TIEU_NGU, "tieu_ngu_rule", 1.0, 14.0, RIGHT),
    ]
    number = [
        *([centred(so, "so", size_pt=13.0)] if so else [p()]),
        *(
            centred(text, "vv", size_pt=12.0, before_pt=0.0 if n else 6.0)
            for n, text in enumerate(vv)
        ),
    ]
    dated = centred(day, "dia_danh_ngay", size_pt=14.0, italic=True) if day else p()
    top = (cell(*left, width=LEFT), cell(*right, width=RIGHT))
    low = (cell(*number, width=LEFT), cell(dated, width=RIGHT))
    return Table((top, low) if so or day else (top,), width_mm=PAGE)


def title(kind: str = "KẾ HOẠCH", *subject: str) -> tuple[Paragraph, ...]:
    """Ô 5a: tên loại, trích yếu, rule."""
    look: dict[str, Any] = {"size_pt": 14.0, "bold": True}
    return (
        centred(kind, "ten_loai", before_pt=12.0, **look),
        *(centred(text, "trich_yeu", **look) for text in subject),
        under((subject or (kind,))[-1], "trich_yeu_rule", 0.4, 14.0, PAGE),
    )


def footer(
    places: tuple[str, ...] = ("- UBND thành phố;", "- Các tổ dân phố;"),
    luu: str = "- Lưu: VT, VHXH.",
    powers: tuple[str, ...] = ("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"),
    name: str = "Nguyễn Văn An",
) -> Table:
    """Ô 7 and 9b."""
    left = [
        p("Nơi nhận:", "noi_nhan_label", size_pt=12.0, bold=True, italic=True),
        *(p(place, "noi_nhan", size_pt=11.0) for place in places),
        p(luu, "luu", size_pt=11.0),
    ]
    right = [
        *(centred(power, "quyen_han", size_pt=14.0, bold=True) for power in powers),
        *(centred("", "gap", before_pt=12.0) for _ in range(4)),
        centred(name, "ho_ten", size_pt=14.0, bold=True),
    ]
    return side_by_side(left, right, 75.0)


def annex(
    number: str = "Phụ lục I",
    name: str = "LỊCH THỰC HIỆN KẾ HOẠCH NĂM 2026",
    reference: str = "(Kèm theo Kế hoạch số 15/KH-UBND ngày 05 tháng 02 năm 2026"
    " của Ủy ban nhân dân phường Cầu Đất)",
) -> tuple[Block, ...]:
    """An annex: label, title, “Kèm theo” line, rule, a table and one sentence."""
    return (
        centred(number, "annex_label", size_pt=14.0, bold=True),
        centred(name, "annex_title", size_pt=14.0, bold=True),
        centred(reference, "annex_reference", size_pt=14.0, italic=True),
        under(name, "annex_rule", 0.4, 14.0, PAGE),
        data_table(("TT", "Công việc", "Thời gian"), ("1", "Niêm yết công khai", "Tháng 3")),
        body("Lịch này được điều chỉnh khi cần./.", "annex_body"),
    )


PLAN_TEXT: tuple[Block, ...] = (
    body("Thực hiện Luật Thực hiện dân chủ ở cơ sở, Ủy ban nhân dân phường ban hành Kế hoạch:"),
    body("I. MỤC ĐÍCH, YÊU CẦU", "muc", bold=True),
    body("1. Mục đích", "khoan", bold=True),
    body("- Phát huy quyền làm chủ của Nhân dân ở từng tổ dân phố."),
    body("2. Yêu cầu", "khoan", bold=True),
    body("a) Mỗi việc có người chịu trách nhiệm.", "diem"),
    body("b) Mỗi việc có thời hạn.", "diem"),
    body("II. TỔ CHỨC THỰC HIỆN", "muc", bold=True),
    data_table(("TT", "Nội dung", "Chủ trì"), ("1", "Họp tổ dân phố", "Tổ trưởng")),
    body("Lịch thực hiện được nêu tại Phụ lục I. Nơi có vướng mắc thì báo cáo để xem xét./."),
)


# documents


def section(*blocks: Block, **how: Any) -> Section:
    """A section with a page number in the middle of its top margin, none on its first page."""
    number = centred("2", "page_number", field="PAGE", place=Place("đầu trang"))
    look: dict[str, Any] = {"title_page": True, "headers": {"default": (number,), "first": ()}}
    return Section(blocks=blocks, **{**look, **how})


def document(*sections: Section) -> Layout:
    """A layout whose paragraphs and tables know their places."""
    words, tables, done = 0, 0, []
    for number, part in enumerate(sections, start=1):
        blocks: list[Block] = []
        for block in part.blocks:
            if isinstance(block, Paragraph):
                words += 1
                blocks.append(replace(block, place=Place(f"đoạn {words}", number)))
            else:
                tables += 1
                blocks.append(_placed(block, tables, number))
        done.append(replace(part, blocks=tuple(blocks)))
    return Layout(tuple(done))


def _placed(table: Table, number: int, part: int) -> Table:
    rows = []
    for r, row in enumerate(table.rows, start=1):
        cells = []
        for c, one in enumerate(row, start=1):
            words = f"bảng {number}, hàng {r}, ô {c}, đoạn "
            inside = tuple(
                replace(block, place=Place(f"{words}{n}", part))
                for n, block in enumerate(one.blocks, start=1)
            )
            cells.append(replace(one, blocks=inside))
        rows.append(tuple(cells))
    return replace(table, rows=tuple(rows), place=Place(f"bảng {number}", part))


def plan() -> Layout:
    """A ward's plan with a table and one annex: everything as the decree wants it."""
    subject = "Thực hiện dân chủ ở cơ sở trên địa bàn phường Cầu Đất năm 2026"
    first = section(header(), *title("KẾ HOẠCH", subject), *PLAN_TEXT, footer())
    return document(first, section(*annex(), number_start=1))


def official_letter() -> Layout:
    """A công văn: V/v, Kính gửi with two addressees, “Như trên”."""
    return document(
        section(
            header("Số: 05/UBND-VX", vv=("V/v báo cáo việc thực hiện dân chủ", "ở cơ sở năm 2026")),
            p("Kính gửi:", "kinh_gui", first_line_mm=35.0, before_pt=12.0),
            p("- Sở Nội vụ;", "kinh_gui", left_mm=55.0),
            p("- Phòng Văn hóa - Xã hội.", "kinh_gui", left_mm=55.0),
            body("Thực hiện Công văn số 12/SNV-CCHC của Sở Nội vụ, phường báo cáo như sau:"),
            body("1. Kết quả thực hiện rất tốt.", "khoan"),
            body("Trân trọng báo cáo./."),
            footer(("- Như trên;", "- Chủ tịch UBND phường;"), "- Lưu: VT, VX. PL.(300)"),
        )
    )


def decision() -> Layout:
    """A quyết định (cá biệt): căn cứ, the deciding body, QUYẾT ĐỊNH:, articles."""
    look: dict[str, Any] = {"size_pt": 14.0, "bold": True}
    return document(
        section(
            header("Số: 15/QĐ-UBND"),
            *title("QUYẾT ĐỊNH", "Về việc kiện toàn Ban Chỉ đạo thực hiện dân chủ ở cơ sở"),
            centred("ỦY BAN NHÂN DÂN PHƯỜNG CẦU ĐẤT", "tham_quyen", **look),
            body("Căn cứ Luật Tổ chức chính quyền địa phương;", "can_cu", italic=True),
            body("Theo đề nghị của Trưởng phòng Văn hóa - Xã hội.", "can_cu", italic=True),
            centred("QUYẾT ĐỊNH:", "quyet_dinh", **look),
            body(
                "Điều 1. Kiện toàn Ban Chỉ đạo gồm các ông, bà có tên sau đây.", "dieu", bold=True
            ),
            body("Điều 2. Quyết định này có hiệu lực từ ngày ký./.", "dieu", bold=True),
            footer(("- Như Điều 2;",), powers=("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH")),
        )
    )


def minutes() -> Layout:
    """A biên bản: no day in ô 4, two signers side by side, Nơi nhận below."""
    look: dict[str, Any] = {"size_pt": 14.0, "bold": True}
    left = [centred("THƯ KÝ", "quyen_han", **look), centred("Lê Thị Bình", "ho_ten", **look)]
    right = [centred("CHỦ TỌA", "quyen_han", **look), centred("Trần Văn Cường", "ho_ten", **look)]
    places = [
        p("Nơi nhận:", "noi_nhan_label", size_pt=12.0, bold=True, italic=True),
        p("- Như thành phần tham dự;", "noi_nhan", size_pt=11.0),
        p("- Lưu: VT, Hồ sơ.", "luu", size_pt=11.0),
    ]
    signed = side_by_side(left, right, 75.0)
    below = side_by_side(places, (), 75.0)
    return document(
        section(
            header("Số: 03/BB-UBND", day=""),
            *title("BIÊN BẢN", "Họp Ban Chỉ đạo thực hiện dân chủ ở cơ sở"),
            body("Thời gian bắt đầu: 08 giờ 00, ngày 05 tháng 02 năm 2026."),
            body("Cuộc họp kết thúc vào 10 giờ 00, ngày 05 tháng 02 năm 2026./."),
            replace(signed, rows=signed.rows + below.rows),
        )
    )


# one thing changed


def edit(layout: Layout, change: Callable[[Paragraph], tuple[Block, ...]]) -> Layout:
    """Put what *change* gives in the place of each paragraph of the body."""
    parts = (replace(part, blocks=_edited(part.blocks, change)) for part in layout.sections)
    return replace(layout, sections=tuple(parts))


def _edited(
    blocks: tuple[Block, ...], change: Callable[[Paragraph], tuple[Block, ...]]
) -> tuple[Block, ...]:
    done: list[Block] = []
    for block in blocks:
        if isinstance(block, Paragraph):
            done += change(block)
        else:
            rows = tuple(
                tuple(replace(one, blocks=_edited(one.blocks, change)) for one in row)
                for row in block.rows
            )
            done.append(replace(block, rows=rows))
    return tuple(done)


def changed(paragraph: Paragraph, **changes: Any) -> Paragraph:
    """Return *paragraph* with fields of its own or of all its runs changed; *text* makes it one run."""
    runs = paragraph.runs or (Run(""),)
    if "text" in changes:
        runs = runs[:1]
    run = {key: value for key, value in changes.items() if key in _RUN}
    rest = {key: value for key, value in changes.items() if key not in _RUN}
    if run and "runs" not in rest:
        rest["runs"] = tuple(replace(one, **run) for one in runs)
    return replace(paragraph, **rest)


def with_paragraph(layout: Layout, role: str, at: int | None = None, **changes: Any) -> Layout:
    """Change the paragraphs of *role*: all of them, or the one *at* that place (from 0)."""
    chosen = _nth(layout, role, at)
    return edit(layout, lambda one: (changed(one, **changes) if id(one) in chosen else one,))


def without(layout: Layout, *roles: str) -> Layout:
    """Take the paragraphs of *roles* out."""
    return edit(layout, lambda one: () if one.style in roles else (one,))


def instead(layout: Layout, role: str, *blocks: Block) -> Layout:
    """Put *blocks* in the place of the first paragraph of *role*."""
    chosen = _nth(layout, role, 0)
    return edit(layout, lambda one: blocks if id(one) in chosen else (one,))


def after(layout: Layout, role: str, *blocks: Block) -> Layout:
    """Put *blocks* behind the last paragraph of *role*."""
    chosen = _nth(layout, role, -1)
    return edit(layout, lambda one: (one, *blocks) if id(one) in chosen else (one,))


def with_section(layout: Layout, number: int = 1, **changes: Any) -> Layout:
    """Change the section of that number (from 1)."""
    parts = list(layout.sections)
    parts[number - 1] = replace(parts[number - 1], **changes)
    return replace(layout, sections=tuple(parts))


def named(layout: Layout, role: str) -> list[Paragraph]:
    """Return the paragraphs that were made for *role*."""
    return [one for one in layout.body if one.style == role]


def _nth(layout: Layout, role: str, at: int | None) -> set[int]:
    found = named(layout, role)
    assert found, f"không có đoạn nào cho {role}"
    return {id(one) for one in (found if at is None else [found[at]])}
