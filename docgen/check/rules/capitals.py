"""Rules of capitals (viết hoa): Phụ lục II of the decree, as far as words alone can tell."""

from __future__ import annotations

import re
from itertools import pairwise

from docgen.check.judge import clause, quoted
from docgen.check.rule import Hit, Hits, NotEvaluated, Options, rule
from docgen.check.sheet import Sheet
from docgen.check.wording import around, content, matches, named, opens, worded
from docgen.check.words.capitals import (
    CANONICAL,
    CAPITAL_UNIT,
    DAYS,
    FEAST,
    HONOURED,
    NEXT,
    NOUNS,
    NUMBERED,
    OF_FIELDS,
    PARTS,
    SHORT,
    SMALL_PARTS,
    TET,
    TITLED,
    any_of,
)
from docgen.check.words.names import AWARDS, BODIES, OTHER_WORDS, PERSONS, SURNAMES
from docgen.vietnamese.document_types import TYPES
from docgen.vietnamese.letters import old_tones

_II = "Phụ lục II"
_CITE = clause("khoản 7 Mục V", _II)
_KIND = clause("khoản 6 Mục V", _II)
_BODY = clause("khoản 1 Mục IV", _II)
_UNIT = clause("khoản 1 Mục III", _II)


@rule(
    "cited-part-capital",
    source=_CITE,
    demands="Viện dẫn phần, chương, mục, tiểu mục, điều của một văn bản thì viết hoa chữ đầu.",
)
def cited_part_capital(sheet: Sheet, _: Options) -> Hits:
    """Điều, Mục, Chương and Phần of a document have a capital.

    Bad:  theo điểm a khoản 1 điều 24
    Good: theo điểm a khoản 1 Điều 24
    """
    for each, found in matches(worded(sheet), PARTS):
        right = found[0].split()[0].capitalize()
        yield Hit(each.place, f"Phải viết hoa “{right}”: {around(each.text, *found.span())}")


@rule(
    "cited-khoan-diem-lower",
    source=_CITE,
    demands="Viện dẫn khoản, điểm không viết hoa, trừ đầu câu.",
)
def cited_khoan_diem_lower(sheet: Sheet, _: Options) -> Hits:
    """Khoản and điểm inside a sentence have no capital.

    Bad:  theo Điểm a Khoản 1 Điều 24
    Good: theo điểm a khoản 1 Điều 24
    """
    for each, found in matches(worded(sheet), SMALL_PARTS):
        if not opens(each.text, found.start()):
            right = found[0].split()[0].lower()
            yield Hit(each.place, f"Phải viết thường “{right}”: {around(each.text, *found.span())}")


@rule(
    "document-capital",
    source=_KIND,
    demands="Tên loại của một văn bản cụ thể chỉ viết hoa chữ cái đầu.",
)
def document_capital(sheet: Sheet, _: Options) -> Hits:
    """The kind of a document with its number has one capital, at its beginning.

    Bad:  kế hoạch số 12/KH-UBND; Kế Hoạch số 12/KH-UBND
    Good: Kế hoạch số 12/KH-UBND
    """
    for each, found in matches(worded(sheet), NUMBERED, " số ", " Số ", " SỐ "):
        right = CANONICAL[found[1].lower()]
        if found[1] != right and not found[1].isupper():
            yield Hit(each.place, f"{quoted(found[1])} phải là “{right}”: {quoted(found[0])}")


@rule(
    "document-this",
    source=_KIND,
    demands="Nói đến chính văn bản này thì viết hoa tên loại.",
)
def document_this(sheet: Sheet, _: Options) -> Hits:
    """A plan speaks of itself as “Kế hoạch này”.

    Bad:  triển khai kế hoạch này
    Good: triển khai Kế hoạch này
    """
    if sheet.type not in TYPES:
        raise NotEvaluated("không nhận ra loại văn bản")
    own = re.compile(rf"(?<!\w){re.escape(TYPES[sheet.type].name.lower())} này(?!\w)")
    for each, found in matches(worded(sheet), own):
        words = around(each.text, *found.span())
        yield Hit(each.place, f"Tên loại phải viết hoa: {words}", "warning")


@rule(
    "body-name-capital",
    source=_BODY,
    demands="Tên cơ quan viết hoa chữ đầu của loại hình, chức năng: “Ủy ban nhân dân”.",
)
def body_name_capital(sheet: Sheet, _: Options) -> Hits:
    """Names of bodies have the capitals of their pattern, whatever the place of the tone.

    Bad:  ủy ban nhân dân; Ủy Ban Nhân Dân; Ủy ban Nhân dân
    Good: Ủy ban nhân dân
    """
    for each, found in named(worded(sheet), BODIES, old_tones):
        right = CANONICAL[found[0].lower()]
        if found[0] != right and not found[0].isupper():
            yield Hit(each.place, f"“{found[0]}” phải là “{right}”", "warning")


@rule(
    "field-capital",
    source=_BODY,
    demands="Tên bộ, sở, phòng viết hoa chữ đầu của loại hình và của lĩnh vực: “Sở Tài chính”.",
)
def field_capital(sheet: Sheet, _: Options) -> Hits:
    """Bộ, Sở, Phòng and their fields have capitals; cán bộ and cơ sở are other words.

    Bad:  Sở tài chính; Sở Giáo dục và đào tạo; phòng Văn hóa - Xã hội
    Good: Sở Tài chính; Sở Giáo dục và Đào tạo; Phòng Văn hóa - Xã hội; cơ sở y tế
    """
    for each, found in named(worded(sheet), OF_FIELDS, old_tones):
        kind, field = found[0].split(" ", 1)
        before = each.text[max(found.start() - 9, 0) : found.start()].split()[-1:]
        right = f"{kind.capitalize()} {CANONICAL[field.lower()]}"
        common = field[0].islower() and (kind in ("bộ", "phòng") or kind + field == "Phòngy tế")
        other = "".join(before).lower() in OTHER_WORDS or common or field.isupper()
        if not other and f"{kind} {field}" != right:
            yield Hit(each.place, f"“{kind} {field}” phải là “{right}”", "warning")


@rule(
    "unit-noun-lower",
    source=_UNIT,
    demands="Danh từ chung của đơn vị hành chính không viết hoa: “phường Gia Viên”.",
    default={"eponyms": PERSONS},
)
def unit_noun_lower(sheet: Sheet, options: Options) -> Hits:
    """The common noun has no capital in a sentence, save before persons, events, numbers.

    Bad:  trên địa bàn Phường Gia Viên
    Good: trên địa bàn phường Gia Viên; Phường Điện Biên Phủ; Thành phố Hồ Chí Minh
    """
    for each, found in matches(worded(sheet), CAPITAL_UNIT):
        noun, name = found.groups()
        person = " " in name and name.split()[0] in SURNAMES and noun not in ("Tỉnh", "Thành phố")
        named = name.startswith(tuple(options["eponyms"])) or person
        if not named and not opens(each.text, found.start()) and name not in ("Đoàn", "Ủy", "Đội"):
            yield Hit(each.place, f"“{found[0]}” phải là “{noun.lower()} {name}”", "warning")


@rule(
    "unit-noun-capital",
    source=_UNIT,
    demands="Đơn vị hành chính mang tên người, sự kiện, chữ số thì viết hoa cả danh từ chung.",
    default={"eponyms": PERSONS},
)
def unit_noun_capital(sheet: Sheet, options: Options) -> Hits:
    """The common noun has a capital before persons, events and numbers, and in two names.

    Bad:  phường Ngô Quyền; quận 1; thành phố Hồ Chí Minh; thủ đô Hà Nội
    Good: Phường Ngô Quyền; Quận 1; Thành phố Hồ Chí Minh; Thủ đô Hà Nội
    """
    named = any_of(options["eponyms"])
    pattern = re.compile(
        rf"(?<!\w)(?:(?:{NOUNS.lower()}) (?:{named})(?!\w)|(?:quận|phường) \d\d?(?=[,.;)]|$)"
        r"|thủ đô Hà Nội)"
    )
    for each, found in matches(worded(sheet), pattern):
        right = found[0][:1].upper() + found[0][1:]
        yield Hit(each.place, f"“{found[0]}” phải là “{right}”", "warning")


@rule(
    "honoured-nouns",
    source=clause("khoản 1, khoản 4 Mục V", _II),
    demands="Viết hoa Nhân dân, Nhà nước, Đảng khi là danh từ đứng độc lập.",
    rank="practice",
)
def honoured_nouns(sheet: Sheet, _: Options) -> Hits:
    """Nhân dân, Nhà nước and Đảng have a capital where they stand alone, not in other words.

    Bad:  đời sống của nhân dân; chính sách của nhà nước
    Good: đời sống của Nhân dân; ngân sách nhà nước; công an nhân dân
    """
    for each, found in matches(worded(sheet), HONOURED):
        yield Hit(each.place, f"Phải viết hoa: {around(each.text, *found.span())}")


@rule(
    "person-title-capital",
    source=clause("khoản 3 Mục V", _II),
    demands="Viết hoa tên chức vụ, học vị đi liền với tên người cụ thể.",
)
def person_title_capital(sheet: Sheet, _: Options) -> Hits:
    """A title before a person's name has a capital.

    Bad:  do chủ tịch Nguyễn Văn An chủ trì
    Good: do Chủ tịch Nguyễn Văn An chủ trì
    """
    for each, found in matches(worded(sheet), TITLED):
        if found[2] in SURNAMES:
            yield Hit(each.place, f"Chức vụ phải viết hoa: “{found[0]}”", "warning")


@rule(
    "calendar-capital",
    source=clause("điểm c khoản 8 Mục V", _II),
    demands="Viết hoa tên ngày trong tuần, tên tháng viết bằng chữ: “thứ Hai”, “tháng Tám”.",
)
def calendar_capital(sheet: Sheet, _: Options) -> Hits:
    """Days of the week and months in words have a capital on their own syllable.

    Bad:  sáng thứ hai, ngày 05 tháng 01; tháng tám năm 1945
    Good: sáng thứ Hai, ngày 05 tháng 01; tháng Tám năm 1945; lần thứ hai
    """
    for each, found in matches(worded(sheet), DAYS):
        yield Hit(each.place, f"Phải viết hoa: {around(each.text, *found.span())}", "warning")


@rule(
    "feast-name",
    source=clause("khoản 5, điểm b khoản 8 Mục V", _II),
    demands="Tên ngày lễ, tết viết hoa theo mẫu: “ngày Quốc khánh 2-9”, “tết Nguyên đán”.",
)
def feast_name(sheet: Sheet, _: Options) -> Hits:
    """Feasts have the capitals of the decree; a slash in 2-9, a capital in “tết” are remarks.

    Bad:  ngày quốc khánh; tết Nguyên Đán; ngày Quốc khánh 2/9
    Good: ngày Quốc khánh 2-9; tết Nguyên đán
    """
    for each, found in matches(worded(sheet), FEAST):
        if found[1] != CANONICAL[found[1].lower()] and not found[1].isupper():
            right = CANONICAL[found[1].lower()]
            yield Hit(each.place, f"“{found[1]}” phải là “{right}”", "warning")
        elif found[2]:
            yield Hit(each.place, f"Ngày và tháng không nối bằng gạch nối: “{found[0]}”", "info")
    for each, found in matches(worded(sheet), TET):
        if found[2] != found[2].capitalize():
            right = f"{found[1]} {found[2].capitalize()}"
            yield Hit(each.place, f"“{found[0]}” phải là “{right}”", "warning")
        elif found[1] == "Tết" and not opens(each.text, found.start()):
            yield Hit(each.place, f"“{found[0]}” phải là “tết {found[2]}”", "info")


@rule(
    "award-name",
    source=clause("khoản 2 Mục V", _II),
    demands="Tên huân chương, danh hiệu vinh dự viết hoa theo mẫu: “Anh hùng Lao động”.",
    rank="practice",
)
def award_name(sheet: Sheet, _: Options) -> Hits:
    """Orders and titles of honour have the capitals of the decree.

    Bad:  Huân chương Sao Vàng; Anh hùng lao động
    Good: Huân chương Sao vàng; Anh hùng Lao động
    """
    for each, found in named(worded(sheet), AWARDS):
        right = CANONICAL[found[0].lower()]
        if found[0] not in (right, right.upper()):
            yield Hit(each.place, f"“{found[0]}” phải là “{right}”")


@rule(
    "sentence-capital",
    source=clause("Mục I", _II),
    demands="Viết hoa chữ cái đầu câu: sau dấu chấm, chấm hỏi, chấm than và khi xuống dòng.",
)
def sentence_capital(sheet: Sheet, _: Options) -> Hits:
    """A sentence begins with a capital; an item of a list that does not is a remark.

    Bad:  Kế hoạch được triển khai. các đơn vị báo cáo kết quả.
    Good: Kế hoạch được triển khai. Các đơn vị báo cáo kết quả.
    """
    for each, found in matches(worded(sheet), NEXT):
        word, following = found.groups()
        if word.islower() and word not in SHORT and following.islower():
            yield Hit(each.place, f"Đầu câu phải viết hoa: {quoted(found[0])}", "warning")
    for above, each in pairwise(content(sheet)):
        words = each.text.lstrip("-+•– ")
        item, after = words != each.text, above.text[-1] in ".;:!?"
        if (item or after) and re.match(r"[^\W\d_]+(?=[ ,])", words) and words[:1].islower():
            fault = f"Đầu dòng phải viết hoa: {quoted(each.text, 40)}"
            yield Hit(each.place, fault, "info" if item else "warning")
