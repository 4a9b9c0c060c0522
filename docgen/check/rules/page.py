"""Page rules (trang): paper, margins, and the number of the page in the header."""

from __future__ import annotations

from collections.abc import Iterator

from docgen.check.judge import ALIGNED, clause, figure, line_lengths, mm, off_size, quoted
from docgen.check.layout import Block, Paragraph, Place, Section, Table, paragraphs
from docgen.check.rule import Hit, Hits, NotEvaluated, Options, rule
from docgen.check.sheet import Sheet

EDGES = {"top": "Lề trên", "bottom": "Lề dưới", "left": "Lề trái", "right": "Lề phải"}
_NUMBER = clause("khoản 7 Mục I")
_MM_PER_POINT = 25.4 / 72
_MIDDLE_MM = 10.0  # more than the middle of the paper is off that of the text
_ROUGH = 3.0  # mm that the height of a header may be misjudged by


def _sections(sheet: Sheet) -> Iterator[tuple[Place, Section]]:
    for number, section in enumerate(sheet.layout.sections, start=1):
        yield Place(f"phần {number}", number), section


def _first_of_annexes(sheet: Sheet) -> int:
    """Return the number of the section that the annexes begin with; they are the last pages."""
    own = [annex.section for annex in sheet.annexes if annex.own_section]
    found = (where.section for where, section in _sections(sheet) if any(section is s for s in own))
    return min(found, default=len(sheet.layout.sections) + 1)


def page_numbers(blocks: tuple[Block, ...]) -> list[Paragraph]:
    """Return the paragraphs of a header or footer that print the number of the page."""
    return [each for each in paragraphs(blocks) if any(_is_number(run.field) for run in each.runs)]


def _is_number(field: str) -> bool:
    return field.upper().split()[:1] == ["PAGE"]


def _headers(section: Section) -> list[Paragraph]:
    kinds = ("default", "even", "first")
    return [each for kind in kinds for each in page_numbers(section.headers.get(kind, ()))]


def _numbered(sheet: Sheet) -> list[Paragraph]:
    """The paragraphs in headers that print the page's number, each once."""
    found = [each for section in sheet.layout.sections for each in _headers(section)]
    return list(dict.fromkeys(found))


@rule(
    "paper-size",
    source=clause("khoản 1 Mục I"),
    demands="Văn bản trình bày trên khổ giấy A4 (210 mm x 297 mm).",
    default={"width_mm": 210.0, "height_mm": 297.0, "tolerance_mm": 1.0},
)
def paper_size(sheet: Sheet, options: Options) -> Hits:
    """Every page is of A4 paper, lying or standing.

    Bad:  215,9 x 279,4 mm (khổ Letter)
    Good: 210 x 297 mm (khổ A4)
    """
    for where, section in _sections(sheet):
        short, long = sorted((section.width_mm, section.height_mm))
        off = max(abs(short - options["width_mm"]), abs(long - options["height_mm"]))
        if off > options["tolerance_mm"]:
            yield Hit(where, f"Khổ giấy {mm(section.width_mm)} x {mm(section.height_mm)}")


@rule(
    "paper-orientation",
    source=clause("khoản 2 Mục I"),
    demands="Văn bản trình bày theo chiều dài của khổ A4; chỉ theo chiều rộng khi có bảng, biểu.",
)
def paper_orientation(sheet: Sheet, _: Options) -> Hits:
    """A page lies on its side only where there is a table, or in an annex.

    Bad:  trang nằm ngang chỉ có lời văn
    Good: trang nằm ngang có bảng, biểu
    """
    for where, section in _sections(sheet):
        lying = section.landscape or section.width_mm > section.height_mm
        tables = any(isinstance(each, Table) and each.bordered for each in section.blocks)
        if lying and not tables and where.section < _first_of_annexes(sheet):
            yield Hit(where, "Trang nằm ngang mà không có bảng, biểu", "warning")


@rule(
    "page-margins",
    source=clause("khoản 3 Mục I"),
    demands="Lề trên và lề dưới 20 - 25 mm, lề trái 30 - 35 mm, lề phải 15 - 20 mm.",
    default={
        "top": (20, 25),
        "bottom": (20, 25),
        "left": (30, 35),
        "right": (15, 20),
        "tolerance_mm": 0.2,
    },
)
def page_margins(sheet: Sheet, options: Options) -> Hits:
    """Every page keeps the four margins; a gutter adds to the left one.

    What a header or footer pushes the text to, and margins that change sides from page to page,
    which the decree does not know, are a warning.

    Bad:  lề trái 25 mm; đầu trang cao đẩy nội dung xuống cách mép trên 50 mm
    Good: lề trái 30 mm
    """
    off = options["tolerance_mm"]
    for where, section in _sections(sheet):
        for edge, label in EDGES.items():
            low, high = options[edge]
            margin = getattr(section, f"{edge}_mm") + section.gutter_mm * (edge == "left")
            if not low - off <= margin <= high + off:
                severity = "warning" if section.landscape else ""
                yield Hit(where, f"{label} {mm(margin)}", severity, "page-margins")
        yield from _pushed(sheet, where, section, options)
    for where, section in _sections(sheet):
        if section.mirrored and section.right_mm < options["left"][0] - off:
            found = f"Lề đối xứng (Mirror margins): mép trái trang chẵn {mm(section.right_mm)}"
            yield Hit(where, found, "warning")
            return


def _pushed(sheet: Sheet, where: Place, section: Section, options: Options) -> Hits:
    """Yield how far a tall header or footer pushes the text of a page off its edge."""
    sides = (
        ("top", "Đầu trang", section.header_mm, section.headers),
        ("bottom", "Chân trang", section.footer_mm, section.footers),
    )
    head = sheet.quoc_hieu.place if sheet.quoc_hieu else None
    for edge, name, start, kinds in sides:
        for blocks in kinds.values():
            letterhead = any(each.place == head for each in paragraphs(blocks))
            if not start or not any(each.text or _prints(each) for each in paragraphs(blocks)):
                continue
            reach = start + sum(map(_height, blocks)) * _MM_PER_POINT
            if reach > options[edge][1] + _ROUGH and not letterhead:
                far = mm(max(reach, getattr(section, f"{edge}_mm")))
                yield Hit(where, f"{name} cao đẩy nội dung cách mép giấy khoảng {far}", "warning")
                break


def _prints(each: Paragraph) -> bool:
    return any(run.field for run in each.runs)


def pages(section: Section) -> float:
    """Return about how many pages the text of a section fills."""
    room = (section.height_mm - section.top_mm - section.bottom_mm) / _MM_PER_POINT
    return sum(_height(block) for block in section.blocks) / room


def _height(block: Block) -> float:
    """About how high a block is, in points."""
    if isinstance(block, Table):
        return sum(
            max((sum(map(_height, cell.blocks)) for cell in row), default=0.0) for row in block.rows
        )
    size = max((run.size_pt for run in block.visible), default=14.0)
    line = block.line * size * 1.15 if block.line_rule == "auto" else block.line
    return len(line_lengths(block)) * line + block.before_pt + block.after_pt


@rule(
    "page-number-present",
    source=_NUMBER,
    demands="Số trang văn bản được đánh từ số 1 bằng chữ số Ả Rập.",
    default={"surely_one": 0.85, "surely_more": 1.15},
)
def page_number_present(sheet: Sheet, options: Options) -> Hits:
    """A document of more than one page has page numbers; in which place is for another rule.

    Bad:  văn bản ba trang không đánh số trang
    Good: số 2 ở đầu trang thứ hai, số 3 ở đầu trang thứ ba
    """
    sections = sheet.layout.sections
    fill = max(map(pages, sections)) if len(sections) == 1 else float(len(sections))
    for where, section in _sections(sheet):
        kinds = ["default", "even"] if section.even_and_odd else ["default"]
        sides = [(section.headers.get(kind, ()), section.footers.get(kind, ())) for kind in kinds]
        if all(page_numbers(above) or page_numbers(below) for above, below in sides):
            continue
        if options["surely_one"] < fill < options["surely_more"]:
            raise NotEvaluated("không biết chắc văn bản có quá một trang hay không")
        if fill > 1:
            yield Hit(where, "Không có số trang")


@rule(
    "page-number-position",
    source=_NUMBER,
    demands="Số trang đặt canh giữa theo chiều ngang trong phần lề trên của văn bản.",
)
def page_number_position(sheet: Sheet, _: Options) -> Hits:
    """The number stands in the header, in the middle; in a frame of its own too.

    Bad:  số trang ở chân trang; số trang ở góc phải đầu trang
    Good: số trang ở giữa đầu trang
    """
    low = [
        where
        for where, section in _sections(sheet)
        if any(page_numbers(blocks) for blocks in section.footers.values())
    ]
    if low:
        many = f" ({len(low)} phần)" if len(low) > 1 else ""
        yield Hit(low[0], f"Số trang ở chân trang{many}")
    for each in _numbered(sheet):
        off = each.aside_mm + (each.left_mm - each.right_mm + each.first_line_mm) / 2
        if each.align != "center" and not each.boxed:
            yield Hit(each.place, f"Số trang canh {ALIGNED.get(each.align, each.align)}")
        elif abs(off) > _MIDDLE_MM:
            side = "phải" if off > 0 else "trái"
            yield Hit(each.place, f"Số trang lệch sang {side} {mm(abs(off))}")


@rule("page-number-format", source=_NUMBER, demands="Số trang ghi bằng chữ số Ả Rập.")
def page_number_format(sheet: Sheet, _: Options) -> Hits:
    """The number is of Arabic digits and nothing else.

    Bad:  Trang 2; - 2 -; 2/5; ii
    Good: 2
    """
    for where, section in _sections(sheet):
        if _headers(section) and section.number_format not in ("", "decimal"):
            yield Hit(where, f"Số trang không phải chữ số Ả Rập ({section.number_format})")
    below = [
        each
        for section in sheet.layout.sections
        for blocks in section.footers.values()
        for each in page_numbers(blocks)
    ]
    for each in dict.fromkeys((*_numbered(sheet), *below)):
        beside = "".join(run.shown for run in each.visible if not _is_number(run.field))
        if beside.strip():
            yield Hit(each.place, f"Cạnh số trang còn có {quoted(beside.strip())}", "warning")


@rule(
    "page-number-size",
    source=_NUMBER,
    demands="Số trang cỡ chữ từ 13 đến 14.",
    default={"size_pt": (13, 14)},
)
def page_number_size(sheet: Sheet, options: Options) -> Hits:
    """The number is as large as the text.

    Bad:  số trang cỡ chữ 11
    Good: số trang cỡ chữ 14
    """
    yield from off_size(tuple(_numbered(sheet)), "Số trang", options["size_pt"])


@rule("page-number-style", source=_NUMBER, demands="Số trang kiểu chữ đứng.")
def page_number_style(sheet: Sheet, _: Options) -> Hits:
    """The number is upright; bold is not spoken of, and only a warning.

    Bad:  số trang in nghiêng
    Good: số trang kiểu chữ đứng
    """
    for each in _numbered(sheet):
        if any(run.italic for run in each.worded):
            yield Hit(each.place, "Số trang in chữ nghiêng")
        if any(run.bold for run in each.worded):
            yield Hit(each.place, "Số trang in chữ đậm", "warning")


@rule("page-number-first", source=_NUMBER, demands="Không hiển thị số trang thứ nhất.")
def page_number_first(sheet: Sheet, _: Options) -> Hits:
    """The first page shows no number.

    Bad:  số 1 ở đầu trang thứ nhất
    Good: trang thứ nhất không hiện số trang
    """
    first = sheet.layout.sections[0]
    kind = "first" if first.title_page else "default"
    if any(page_numbers(side.get(kind, ())) for side in (first.headers, first.footers)):
        yield Hit(Place("phần 1"), "Số trang hiện ở trang thứ nhất")


@rule("page-number-start", source=_NUMBER, demands="Số trang được đánh từ số 1, liên tục.")
def page_number_start(sheet: Sheet, _: Options) -> Hits:
    """Numbers run from 1 through the document; only an annex begins anew.

    Bad:  trang thứ nhất của văn bản tính là trang 3
    Good: trang thứ nhất của văn bản tính là trang 1
    """
    for where, section in _sections(sheet):
        start = section.number_start
        if where.section == 1 and start not in (None, 1):
            yield Hit(where, f"Số trang bắt đầu từ {figure(start or 0)}", "warning")
        elif 1 < where.section < _first_of_annexes(sheet) and start is not None:
            yield Hit(where, f"Số trang đánh lại từ {figure(start)}", "warning")
