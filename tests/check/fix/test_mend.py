"""A document that is wrong in its formatting alone is right in the mended copy, word for word."""

from __future__ import annotations

import random
import zipfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from docgen.check import Excuse, Settings
from docgen.check.facts import read_layout
from docgen.check.fix.copy import CopyExistsError
from docgen.check.fix.mend import Repair, fix_file
from docgen.check.layout import Layout, paragraphs
from docgen.check.roles import recognise
from docgen.check.run import run
from tests.check.fix.edits import EDITS, HEADER
from tests.check.mutations.case import OFFICE, WARD, issue
from tests.check.mutations.parts import Edit, Parts, before, drop, look, retext, words

UNITS = (WARD, OFFICE)
Spoil = Callable[..., Path]


@pytest.fixture
def spoilt(good: Callable[[str], Path], tmp_path: Path) -> Callable[..., Path]:
    """Return ``spoilt(edit, of=WARD)``: an issued plan with faults."""

    def make(*edits: Edit, of: str = WARD) -> Path:
        parts = Parts(good(of))
        issue(parts, "12 tháng 02")
        for edit in edits:
            edit(parts)
        return parts.save(tmp_path / "van-ban.docx")

    return make


def text(layout: Layout) -> list[str]:
    """Return every word of the document as typed, without the numbers of pages."""
    found = [each.raw for each in (*layout.body, *layout.notes)]
    for section in layout.sections:
        for blocks in (*section.headers.values(), *section.footers.values()):
            for each in paragraphs(blocks):
                words = "".join(run.text for run in each.visible if run.field != "PAGE")
                found += [words] if words.strip() else []
    return found


def assert_mended(path: Path) -> Path:
    original = path.read_bytes()
    report, repair = fix_file(path)

    assert repair.mended
    assert repair.copy == path.with_name("van-ban.sua.docx")
    assert [each.rule.id for each in report.findings if each.severity == "error"] == []
    layout = read_layout(repair.copy)
    seen = run(recognise(layout))
    assert [each.hit for each in seen.findings] == [each.hit for each in report.findings]
    assert text(layout) == text(read_layout(path))
    assert path.read_bytes() == original
    return repair.copy


@pytest.mark.parametrize(("at", "name"), list(enumerate(EDITS)))
def test_a_fault_of_formatting_is_mended(at: int, name: str, spoilt: Spoil) -> None:
    assert_mended(spoilt(EDITS[name], of=UNITS[at % 2]))


@pytest.mark.parametrize("seed", range(8))
def test_many_faults_at_once_are_mended(seed: int, spoilt: Spoil) -> None:
    chosen = random.Random(seed).sample(sorted(EDITS), 6)
    chosen.sort(
        key=lambda name: name in ("arial-everywhere", "blue-everywhere", "half-the-letters")
    )

    assert_mended(spoilt(*(tolerant(EDITS[name]) for name in chosen), of=UNITS[seed % 2]))


def tolerant(edit: Edit) -> Edit:
    """Return an edit that does nothing where another has been before it."""

    def one(parts: Parts) -> None:
        before = dict(parts.texts)
        try:
            edit(parts)
        except (AssertionError, IndexError):
            parts.texts = before

    return one


def test_a_mended_copy_has_nothing_left_to_mend(spoilt: Spoil) -> None:
    copy = assert_mended(
        spoilt(*(EDITS[name] for name in ("left-25", "arial-everywhere", "no-headers")))
    )
    mended = copy.read_bytes()

    assert fix_file(copy)[1] == Repair()
    assert copy.read_bytes() == mended
    assert [each.name for each in copy.parent.iterdir() if "sua.sua" in each.name] == []


def test_a_good_document_gets_no_copy(spoilt: Spoil) -> None:
    path = spoilt()

    assert fix_file(path)[1] == Repair()
    assert [each.name for each in path.parent.iterdir()] == [path.name]


def test_parts_that_are_not_formatted_are_the_bytes_they_were(spoilt: Spoil) -> None:
    picture = bytes(range(256)) * 40
    path = spoilt(EDITS["left-25"])
    with zipfile.ZipFile(path, "a") as package:
        package.writestr("word/media/image1.png", picture)
        package.writestr("customXml/item1.xml", "<a>  <!-- ghi chú --> </a>")
    copy = assert_mended(path)

    with zipfile.ZipFile(path) as old, zipfile.ZipFile(copy) as new:
        changed = [name for name in old.namelist() if old.read(name) != new.read(name)]
        assert changed == ["word/document.xml"]
        assert new.namelist() == old.namelist()
        assert new.testzip() is None


def test_a_file_in_the_copys_place_is_never_written_over(spoilt: Spoil) -> None:
    path = spoilt(EDITS["left-25"])
    other = path.with_name("van-ban.sua.docx")
    other.write_text("của người khác")

    with pytest.raises(CopyExistsError, match=r"van-ban\.sua\.docx"):
        fix_file(path)
    assert other.read_text() == "của người khác"
    assert sorted(each.name for each in path.parent.iterdir()) == [path.name, other.name]


def test_the_same_copy_is_not_made_twice(spoilt: Spoil) -> None:
    path = spoilt(EDITS["left-25"])
    _, first = fix_file(path)
    _, again = fix_file(path)

    assert again == replace(first, again=True)


def test_wording_is_left_as_it_is(spoilt: Spoil) -> None:
    path = spoilt(EDITS["left-25"], retext("TieuNgu", "Độc lập – Tự do – Hạnh phúc"))
    report, repair = fix_file(path)

    assert repair.mended == (("page-margins", len(report.sheet.layout.sections)),)
    assert [each.rule.id for each in report.findings if each.severity == "error"] == [
        "tieu-ngu-text"
    ]


def test_rules_that_were_not_asked_are_not_mended(spoilt: Spoil) -> None:
    path = spoilt(EDITS["left-25"], EDITS["arial-in-defaults"])
    _, repair = fix_file(path, Settings(ignore=("fonts",)))

    assert [name for name, _ in repair.mended] == ["page-margins"]
    assert repair.copy
    assert b"Arial" in zipfile.ZipFile(repair.copy).read("word/styles.xml")


def test_an_excused_fault_is_not_mended(spoilt: Spoil) -> None:
    path = spoilt(EDITS["left-25"])
    excuse = Excuse("page-margins", "sổ đóng gáy")

    assert fix_file(path, Settings(excuses=(excuse,)))[1] == Repair()


def test_the_numbers_of_the_profile_are_those_that_count(spoilt: Spoil) -> None:
    path = spoilt(EDITS["quoc-hieu-15"])
    _, repair = fix_file(path, Settings(options={"quoc-hieu-size": {"size_pt": (11, 11)}}))

    assert repair.copy
    sheet = recognise(read_layout(repair.copy))
    assert sheet.quoc_hieu
    assert {run.size_pt for run in sheet.quoc_hieu.runs} == {11.0}


def test_letters_of_an_old_code_keep_the_font_that_they_can_be_read_in(spoilt: Spoil) -> None:
    rpr = '<w:rFonts w:ascii=".VnTime" w:hAnsi=".VnTime"/>'
    path = spoilt(look("TrichYeu", rpr=rpr), EDITS["arial-in-a-style"])
    report, repair = fix_file(path)

    assert dict(repair.mended) == {"font-name": 1}
    assert "font-legacy" in {each.rule.id for each in report.findings}


def test_tables_that_the_new_margins_are_too_narrow_for_are_told(spoilt: Spoil) -> None:
    wide = words('<w:tblW w:w="9354"', '<w:tblW w:w="9600"')
    _, repair = fix_file(spoilt(EDITS["left-25"], wide))

    assert repair.notes == (
        "bảng 1 rộng 169 mm, giữa hai lề mới còn 165 mm: thu bảng lại trong Word",
    )


def test_a_header_with_words_keeps_them_beside_the_number(spoilt: Spoil) -> None:
    title = "<w:r><w:t>Dự thảo lần 2</w:t></w:r>"
    path = spoilt(EDITS["no-field"], words("</w:pPr>", f"</w:pPr>{title}", HEADER))
    report, repair = fix_file(path)

    assert "page-number-present" in dict(repair.mended)
    assert repair.copy
    layout = read_layout(repair.copy)
    assert text(layout) == text(read_layout(path))
    assert [each.text for each in paragraphs(layout.sections[0].headers["default"])] == [
        "Dự thảo lần 2",
        "2",
    ]
    assert "page-number-present" not in {each.rule.id for each in report.findings}


def test_a_number_beside_words_in_a_footer_is_left_to_people(spoilt: Spoil) -> None:
    page = "<w:r><w:t>Trang </w:t></w:r><w:fldSimple"
    path = spoilt(EDITS["number-in-footer"], words("<w:fldSimple", page, "word/footer1.xml"))

    assert fix_file(path)[1].copy is None


def test_white_words_do_not_come_to_light(spoilt: Spoil) -> None:
    path = spoilt(look("HoTen", rpr='<w:color w:val="FFFFFF"/>'))

    assert fix_file(path)[1] == Repair()


def test_two_parts_in_one_paragraph_are_left_to_people(spoilt: Spoil) -> None:
    """Quốc hiệu and Tiêu ngữ parted by a line end: 16 pt both."""
    both = (
        '<w:p><w:pPr><w:jc w:val="center"/></w:pPr><w:r><w:rPr><w:b/><w:sz w:val="32"/></w:rPr>'
        "<w:t>CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM</w:t><w:br/><w:t>Độc lập - Tự do - Hạnh phúc</w:t>"
        "</w:r></w:p>"
    )
    path = spoilt(before("QuocHieu", both), drop("QuocHieu"), drop("TieuNgu"))
    report, _ = fix_file(path)

    assert {"quoc-hieu-size", "tieu-ngu-size"} <= {each.rule.id for each in report.findings}
