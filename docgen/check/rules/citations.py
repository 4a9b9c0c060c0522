"""Rules of grounds (căn cứ) and of documents cited: complete, under their own signs."""

from __future__ import annotations

import re

from docgen.check.judge import clause, off_style, quoted
from docgen.check.layout import Paragraph
from docgen.check.rule import Hit, Hits, Options, rule
from docgen.check.sheet import Sheet
from docgen.check.wording import around, content, grounds, matches, worded
from docgen.check.words.documents import KNOWN, NUMBERED, SIGNS
from docgen.vietnamese.letters import fold

_A = clause("điểm a khoản 6 Mục II")
_B = clause("điểm b khoản 6 Mục II")
_SIGN = clause("điểm b, điểm c khoản 3 Mục II")
_GROUNDS = ("can_cu",)
_KINDS = "|".join(NUMBERED)
_CITED = re.compile(
    rf"(?<!\w)(?P<kind>{_KINDS}) (?:số:? )?(?P<sign>\d{{1,5}}(?P<year>/\d{{4}})?/(?P<first>[^\W\d_]+)"
    # “99/KH - UBND” is one sign, loosely typed
    r"[^\s,;.)]*(?-i:(?: [-–—] ?|[-–—] )[A-ZĐ]{2,}(?!\w))*)",
    re.IGNORECASE,
)
_DAY = re.compile(
    r"[ ,(]{0,3}(?:ban hành )?ngày (?:\d{1,2} tháng \d{1,2},? năm \d{4}|\d{1,2}[/.-]\d{1,2}[/.-]\d{4})",
    re.IGNORECASE,
)
_ISSUED = re.compile(r"(?<!\w)của |ban hành", re.IGNORECASE)
# “theo đề nghị của Giám đốc Sở Nội vụ tại Tờ trình số …”
_ISSUER = re.compile(
    r"(?<!\w)(?:của|do) [^,;.]{3,120} (?:tại|trong|theo)(?: các)? $", re.IGNORECASE
)
_LAW = re.compile(
    r"(?<!\w)(?:Luật|Bộ luật|Pháp lệnh) [^.;:]{0,90}?số:? (\d+/\d{4}/(?:QH|UBTVQH|PL-UBTVQH)\d+)"
)
_SHORT_DAY = re.compile(r"(?<![\d/])\d{1,2}[/.-]\d{1,2}[/.-]\d{4}(?![\d/])")
_LOOSE = re.compile(
    rf"(?<!\w)(?:{_KINDS}) số:? (\d{{1,5}}(?:/\d{{4}})?(?: ?/ ?)[^\W\d_]+(?: ?[-–—] ?[A-ZĐ]{{2,}}\d*)*)"
)
_SHORT_KIND = re.compile(r"(?<![\w/-])(QĐ|KH|NĐ|TT|NQ|CT|CV|BC|TB|HD|TTr|QyĐ) số:? \d{1,5}/")


def _running(sheet: Sheet) -> tuple[Paragraph, ...]:
    """Return what is read in order: subject, grounds, text; no tables, no annexes."""
    return (*sheet.trich_yeu, *sheet.vv, *content(sheet))


@rule("can-cu-style", source=_A, demands="Căn cứ trình bày bằng kiểu chữ nghiêng.", needs=_GROUNDS)
def can_cu_style(sheet: Sheet, _: Options) -> Hits:
    """The grounds are in italics, not bold.

    Bad:  dòng “Căn cứ Luật Thực hiện dân chủ ở cơ sở;” kiểu chữ đứng
    Good: dòng “Căn cứ Luật Thực hiện dân chủ ở cơ sở;” kiểu chữ nghiêng
    """
    yield from off_style(grounds(sheet), "Căn cứ", bold=False, italic=True)


@rule(
    "can-cu-line",
    source=_A,
    demands="Sau mỗi căn cứ phải xuống dòng.",
    needs=_GROUNDS,
)
def can_cu_line(sheet: Sheet, _: Options) -> Hits:
    """Every ground has a line of its own.

    Bad:  Căn cứ Luật …; căn cứ Nghị định …;
    Good: Căn cứ Luật …; / Căn cứ Nghị định …;
    """
    for each in grounds(sheet):
        if re.search(r"[;,.] ?[Cc]ăn cứ (?=Luật|Bộ luật|Nghị|Thông|Quyết|Kế|Công)", each.text):
            yield Hit(each.place, f"Nhiều căn cứ trong một đoạn: {quoted(each.text)}")


@rule(
    "can-cu-punctuation",
    source=_A,
    demands="Cuối mỗi căn cứ có dấu chấm phẩy (;), dòng cuối cùng kết thúc bằng dấu chấm (.).",
    needs=_GROUNDS,
)
def can_cu_punctuation(sheet: Sheet, _: Options) -> Hits:
    """Every ground ends with a semicolon, the last with a full stop; its “,” is a warning.

    Bad:  Căn cứ Luật …, / Căn cứ Nghị định … của Chính phủ;
    Good: Căn cứ Luật …; / Căn cứ Nghị định … của Chính phủ.
    """
    *before, last = grounds(sheet)
    for each in before:
        if not each.text.endswith(";"):
            yield Hit(each.place, f"Cuối căn cứ không có dấu “;”: {quoted(each.text[-24:])}")
    if not last.text.endswith("."):
        habit = "warning" if last.text[-1] in ",;" else ""
        found = f"Cuối căn cứ cuối cùng không có dấu “.”: {quoted(last.text[-24:])}"
        yield Hit(last.place, found, habit)


@rule(
    "can-cu-date",
    source=_A,
    demands="Căn cứ ghi đầy đủ ngày, tháng, năm ban hành: “ngày 05 tháng 3 năm 2020”.",
    needs=_GROUNDS,
)
def can_cu_date(sheet: Sheet, _: Options) -> Hits:
    """Days in the grounds are written in full.

    Bad:  Căn cứ Nghị định số 59/2023/NĐ-CP ngày 14/8/2023 của Chính phủ
    Good: Căn cứ Nghị định số 59/2023/NĐ-CP ngày 14 tháng 8 năm 2023 của Chính phủ
    """
    for each, found in matches(grounds(sheet), _SHORT_DAY):
        yield Hit(each.place, f"Ngày không ghi đầy đủ: “{found[0]}”", "warning")


@rule(
    "law-number",
    source=_A + "; " + _B,
    demands="Luật, Pháp lệnh chỉ ghi tên loại và tên, không ghi số, ký hiệu.",
)
def law_number(sheet: Sheet, _: Options) -> Hits:
    """A law is cited by its name alone.

    Bad:  Căn cứ Luật Thực hiện dân chủ ở cơ sở số 10/2022/QH15
    Good: Căn cứ Luật Thực hiện dân chủ ở cơ sở
    """
    for each, found in matches(worded(sheet), _LAW):
        yield Hit(each.place, f"Luật, Pháp lệnh ghi số “{found[1]}”", "warning")


@rule(
    "cited-complete",
    source=_A + "; " + _B,
    demands="Viện dẫn lần đầu ghi đủ tên loại, số, ký hiệu, thời gian, cơ quan ban hành, trích yếu.",
)
def cited_complete(sheet: Sheet, _: Options) -> Hits:
    """The first time a document is cited, its day and its issuer stand behind its sign.

    Bad:  Thực hiện Kế hoạch số 12/KH-UBND, các đơn vị …
    Good: Thực hiện Kế hoạch số 12/KH-UBND ngày 02 tháng 01 năm 2026 của UBND thành phố về …
    """
    seen = {sheet.so.text.removeprefix("Số:").strip()} if sheet.so else set()
    for each, found in matches(_running(sheet), _CITED, "/"):
        sign = re.sub(r"\s*[-–—]\s*", "-", found["sign"])
        if sign in seen or (found.start() and each.text[found.start() - 1] in "“("):
            continue
        seen.add(sign)
        behind = each.text[found.end() : found.end() + 160]
        missing = "ngày ban hành" if not _DAY.match(behind) else ""
        before = _ISSUER.search(each.text[: found.start()])
        if not missing and not before and not _ISSUED.search(behind):
            missing = "cơ quan ban hành"
        if missing:
            yield Hit(each.place, f"{quoted(found[0])} viện dẫn lần đầu thiếu {missing}", "warning")


@rule(
    "cited-kind",
    source=_SIGN + "; Mục I Phụ lục III Nghị định 30/2020/NĐ-CP",
    demands="Ký hiệu của văn bản được viện dẫn có chữ viết tắt của đúng tên loại.",
)
def cited_kind(sheet: Sheet, _: Options) -> Hits:
    """The sign of a cited document begins with the abbreviation of its kind.

    Bad:  Quyết định số 12/KH-UBND
    Good: Kế hoạch số 12/KH-UBND; Nghị định số 59/2023/NĐ-CP; Nghị quyết số 27/2022/QH15
    """
    names = {name.lower(): sign for name, sign in SIGNS.items()}
    for each, found in matches(worded(sheet), _CITED, "/"):
        right, first = names[found["kind"].lower()], found["first"]
        plain = fold(first).upper() == fold(right).upper() and first.isupper()  # ND for NĐ
        if right and (first in KNOWN or plain) and first != right:
            found_at = f"{quoted(found[0])}: {found['kind'].lower()} viết tắt {right}"
            yield Hit(each.place, found_at)


@rule(
    "cited-sign",
    source=clause("điểm c khoản 3 Mục II"),
    demands="Số, ký hiệu của văn bản được viện dẫn viết liền, dùng gạch nối (-).",
)
def cited_sign(sheet: Sheet, _: Options) -> Hits:
    """Signs of cited documents hold no blanks and no long dashes.

    Bad:  Kế hoạch số 12/KH - UBND; Kế hoạch số 12 /KH-UBND
    Good: Kế hoạch số 12/KH-UBND
    """
    for each, found in matches(worded(sheet), _LOOSE):
        if set(found[1]) & set(" –—"):
            yield Hit(each.place, f"Ký hiệu có cách chữ hoặc gạch dài: “{found[1]}”", "warning")


@rule(
    "cited-abbreviated",
    source=_A + "; " + _B,
    demands="Tên loại của văn bản được viện dẫn không viết tắt.",
)
def cited_abbreviated(sheet: Sheet, _: Options) -> Hits:
    """The kind of a cited document is written in full.

    Bad:  QĐ số 12/QĐ-UBND
    Good: Quyết định số 12/QĐ-UBND
    """
    for each, found in matches(worded(sheet), _SHORT_KIND):
        yield Hit(each.place, f"Viết tắt tên loại: {around(each.text, *found.span())}", "warning")


@rule(
    "cited-year",
    source=_B,
    demands="Năm trong số của văn bản quy phạm pháp luật là năm ban hành.",
    rank="form",
)
def cited_year(sheet: Sheet, _: Options) -> Hits:
    """The year in a normative number is that of its day.

    Bad:  Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2021
    Good: Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020
    """
    for each, found in matches(worded(sheet), _CITED, "/"):
        day = _DAY.match(each.text[found.end() : found.end() + 80])
        if found["year"] and day and day[0][-4:] != found["year"][1:]:
            yield Hit(each.place, f"{quoted(found[0])} ghi ngày của năm {day[0][-4:]}")
