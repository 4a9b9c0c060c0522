"""Technical rules: characters, what is left of drafting, what Word should not be used for."""

from __future__ import annotations

import re
import unicodedata

from docgen.check.judge import HEAD, clause, quoted
from docgen.check.layout import Paragraph
from docgen.check.rule import Hit, Hits, Options, rule
from docgen.check.rules.number import split
from docgen.check.sheet import Sheet
from docgen.check.wording import LED, content, gapped, gathered, prose, written
from docgen.check.words.legacy import legacy
from docgen.vietnamese.letters import nfc

_CODE = clause("khoản 4 Mục I")
_FINISHED = "Điều 12 Nghị định 30/2020/NĐ-CP"  # checked before it is signed
_LAYOUT = clause("điểm e khoản 6 Mục II")
_WORD = re.compile(r"[^\W\d_]+")
_UNSEEN = re.compile("[\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff\u00ad\ufffd]")
_GAP = re.compile(r"\[CẦN BỔ SUNG[^\]]{0,200}\]")
_HOLE = re.compile(
    r"\{\{[^}]{0,90}\}\}|\{%[^%]{0,90}%\}|«[^»]{1,60}»|\.{5,}|(?:… ?){2,}|(?<!\w)(?-i:x{2,})(?!\w)|X{2,}/X{2,}"
    r"|(?<!\w)lorem ipsum(?!\w)|(?<!\w)(?:TODO|TBD)(?!\w)|\?{3,}"
    r"|\[(?:cần|điền|ghi|nhập|chèn|bổ sung|xem lại|tên|số|ngày|nội dung|họ)(?: [^\[\]]{0,60})?\]"
    r"|<(?:điền|ghi|nhập|tên|số|ngày|nội dung|họ)(?: [^<>]{0,60})?>",
    re.IGNORECASE,
)


def _held(sheet: Sheet) -> tuple[Paragraph, ...]:
    """Return where nothing may be left to fill in: no annexes and tables, which may be forms."""
    text = (*sheet.can_cu, *sheet.body)
    lists = (sheet.trich_yeu, sheet.vv, sheet.kinh_gui, text, sheet.noi_nhan)
    ends = tuple(each for each in (sheet.so, sheet.luu) if each and each not in sheet.noi_nhan)
    return (*(each for words in lists for each in words), *ends)


def _left(sheet: Sheet, words: Paragraph) -> list[str]:
    """Return what is left to fill; a number may be open, “…” may be meant save in signs, in Lưu."""
    text = _GAP.sub("", split(words.text)[1] if words is sheet.so else words.text)
    strict = words is sheet.so or words is sheet.luu
    led = LED.search(words.raw) is not None
    return _HOLE.findall(text) or [text] * (led or (strict and gapped(text)))


@rule(
    "unicode-composed",
    source=_CODE,
    demands="Chữ Việt dùng mã Unicode dựng sẵn.",
    rank="form",
)
def unicode_composed(sheet: Sheet, _: Options) -> Hits:
    """Letters are composed: one sign each, so that a search finds them.

    Bad:  “kế” gõ bằng chữ e, dấu mũ và dấu sắc rời nhau
    Good: “kế” gõ bằng chữ ế dựng sẵn
    """
    found = [
        (each, f"“{unicodedata.normalize('NFC', word)}”")
        for each in written(sheet)
        if not unicodedata.is_normalized("NFC", each.raw)
        for word in each.raw.split()
        if not unicodedata.is_normalized("NFC", word)
    ]
    yield from gathered(found, "Unicode tổ hợp")


@rule("letter-d", source=_CODE, demands="Chữ Đ, đ đúng mã Unicode của tiếng Việt.")
def letter_d(sheet: Sheet, _: Options) -> Hits:
    """Đ is the Vietnamese letter, not the Icelandic one that looks like it.

    Bad:  Ðiều 5 (chữ Ð mang mã U+00D0)
    Good: Điều 5 (chữ Đ mang mã U+0110)
    """
    found = [
        (each, f"“{word}”")
        for each in written(sheet)
        if set(each.text) & set("ÐÐðƉ")
        for word in _WORD.findall(each.text)
        if nfc(word) != word
    ]
    yield from gathered(found, "Chữ Đ không phải của tiếng Việt")


@rule("unseen-character", source=_CODE, demands="Không có ký tự ẩn trong chữ.")
def unseen_character(sheet: Sheet, _: Options) -> Hits:
    """No character that nobody sees stands among the letters.

    Bad:  “phường” có ký tự ẩn U+200B ở giữa
    Good: “phường” không có ký tự ẩn
    """
    found = [
        (each, f"U+{ord(sign):04X}")
        for each in written(sheet)
        for sign in _UNSEEN.findall(each.raw)
    ]
    yield from gathered(found, "Ký tự ẩn")


@rule("legacy-code", source=_CODE, demands="Chữ Việt theo bộ mã Unicode.")
def legacy_code(sheet: Sheet, _: Options) -> Hits:
    """The text is no text of an older code in a new font.

    Bad:  Céng hßa x· héi chñ nghÜa ViÖt Nam
    Good: Cộng hòa xã hội chủ nghĩa Việt Nam
    """
    for each in written(sheet):
        code, words = legacy(each.raw)
        if code:
            yield Hit(each.place, f"Mã {code}: {quoted(' '.join(words[:4]), 40)}")


@rule("draft-gap", source=_FINISHED, demands="Không còn chỗ [CẦN BỔ SUNG] trong văn bản.")
def draft_gap(sheet: Sheet, _: Options) -> Hits:
    """What docgen marks as missing has been filled in; in a draft it is a remark.

    Bad:  [CẦN BỔ SUNG: Họ tên người ký]
    Good: Nguyễn Văn An
    """
    for each in written(sheet):
        for found in _GAP.findall(each.text):
            severity = "info" if sheet.draft else "error"
            yield Hit(each.place, f"Còn chỗ trống {quoted(found)}", severity)


@rule("placeholder", source=_FINISHED, demands="Không còn chỗ chờ điền trong văn bản.")
def placeholder(sheet: Sheet, _: Options) -> Hits:
    """Nothing of a template is left; annexes and tables may be forms to fill in.

    Bad:  {{ ten_co_quan }}; Giao ông ………… theo dõi; [nhập tên cơ quan]; ngày xx/xx/2026
    Good: Giao ông Nguyễn Văn An theo dõi
    """
    for each in _held(sheet):
        found = _left(sheet, each)
        often = f" ({len(found)} chỗ)" if len(found) > 1 else ""
        if found:
            yield Hit(each.place, f"Còn chỗ chờ điền {quoted(found[0].strip(), 30)}{often}")


@rule(
    "tracked-changes",
    source=_FINISHED,
    demands="Văn bản phát hành không còn sửa đổi đang theo dõi (Track Changes).",
    rank="form",
)
def tracked_changes(sheet: Sheet, _: Options) -> Hits:
    """Tracked changes are accepted or rejected; in a draft they are a remark.

    Bad:  còn hai chỗ thêm đang theo dõi
    Good: mọi sửa đổi đã được chấp nhận hoặc từ chối
    """
    layout = sheet.layout
    if layout.insertions or layout.deletions:
        found = f"Còn {layout.insertions} chỗ thêm, {layout.deletions} chỗ xóa đang theo dõi"
        yield Hit(HEAD, found, "info" if sheet.draft else "")


@rule(
    "comments-left",
    source=_FINISHED,
    demands="Văn bản phát hành không còn ghi chú (Comment).",
    rank="form",
)
def comments_left(sheet: Sheet, _: Options) -> Hits:
    """No comment is left; in a draft it is a remark.

    Bad:  còn một ghi chú của người duyệt
    Good: không còn ghi chú
    """
    if sheet.layout.comments:
        yield Hit(HEAD, f"Còn {sheet.layout.comments} ghi chú", "info" if sheet.draft else "")


@rule("hidden-text", source=_FINISHED, demands="Văn bản không có chữ ẩn.", rank="form")
def hidden_text(sheet: Sheet, _: Options) -> Hits:
    """No word is hidden.

    Bad:  một dòng ghi chú để ẩn
    Good: không có chữ ẩn
    """
    for each in sheet.layout.body:
        words = "".join(run.text for run in each.runs if run.hidden and not run.deleted).strip()
        if words:
            yield Hit(each.place, f"Chữ ẩn: {quoted(words, 40)}")
    marks = [(each, each.number) for each in sheet.layout.body if each.mark and each.mark.hidden]
    yield from gathered(marks, "Số thứ tự tự động bị ẩn")


@rule(
    "empty-paragraphs",
    source=_LAYOUT,
    demands="Khoảng cách giữa các đoạn đặt bằng định dạng, không bằng đoạn trống.",
    rank="practice",
    default={"most": 1},
    needs=("body",),
)
def empty_paragraphs(sheet: Sheet, options: Options) -> Hits:
    """No more than one empty paragraph stands between two of the text.

    Bad:  ba đoạn trống liền nhau
    Good: mỗi đoạn cách đoạn trên 6 pt
    """
    inside = {id(each) for each in content(sheet)}
    blocks = sheet.layout.blocks
    marks = [at for at, block in enumerate(blocks) if id(block) in inside]
    empty = 0
    for block in blocks[marks[0] : marks[-1]] if marks else ():
        bare = isinstance(block, Paragraph) and not block.runs and not block.rules
        empty = empty + 1 if bare else 0
        if isinstance(block, Paragraph) and empty == options["most"] + 1:
            yield Hit(block.place, "Nhiều đoạn trống liền nhau trong nội dung")


@rule(
    "line-break",
    source=_LAYOUT,
    demands="Xuống dòng bằng đoạn mới, không bằng ngắt dòng (Shift+Enter) hay tab.",
    rank="practice",
    needs=("body",),
)
def line_break(sheet: Sheet, _: Options) -> Hits:
    """Inside a paragraph of the text there is neither a line break nor a tab.

    Bad:  hai ý trong một đoạn, ngắt dòng bằng Shift+Enter
    Good: mỗi ý là một đoạn
    """
    found = [
        (each, "tab" if sign == "\t" else "ngắt dòng")
        for each in prose(sheet)
        if not gapped(each.text)  # tabs lead dots to write on
        for sign in re.findall(r"[\n\t]", each.raw.strip())
    ]
    yield from gathered(found, "Dàn chữ trong đoạn bằng")


@rule(
    "text-box",
    source=_LAYOUT,
    demands="Nội dung văn bản không đặt trong khung chữ (Text Box).",
    rank="practice",
)
def text_box(sheet: Sheet, _: Options) -> Hits:
    """Words stand in boxes only as stamps of urgency, secrecy or circulation.

    Bad:  một đoạn của lời văn đặt trong khung chữ
    Good: dấu LƯU HÀNH NỘI BỘ đặt trong khung
    """
    stamps = {each.place for each in (sheet.do_khan, sheet.do_mat, sheet.luu_hanh) if each}
    for each in written(sheet):
        if each.boxed and each.place not in stamps:
            yield Hit(each.place, f"Khung chữ: {quoted(each.text, 40)}")


@rule(
    "underline",
    source=_LAYOUT,
    demands="Lời văn không gạch chân, liên kết không để màu và gạch chân.",
    rank="practice",
    needs=("body",),
)
def underline(sheet: Sheet, _: Options) -> Hits:
    """Nothing in the text is underlined, links neither.

    Bad:  địa chỉ thư điện tử màu xanh, gạch chân
    Good: địa chỉ thư điện tử màu đen, không gạch chân
    """
    for each in prose(sheet):
        words = "".join(run.text for run in each.worded if run.underline).strip()
        if words:
            yield Hit(each.place, f"Gạch chân: {quoted(words, 40)}")
