"""Good documents drawn with the devices of the official forms: nothing is held against them."""

from __future__ import annotations

from pathlib import Path

import pytest

from docgen.check.facts import read_layout
from docgen.check.roles import recognise
from docgen.check.run import run
from tests.check.forms.devices import dotted, line, save
from tests.check.forms.documents import FORMS, giay_moi, phu_luc, quyet_dinh_trong
from tests.check.mutations.case import judged, told
from tests.check.mutations.parts import Parts, after, before

each_form = pytest.mark.parametrize("kind", FORMS)


@each_form
def test_a_document_after_an_official_form_has_no_fault(kind: str, tmp_path: Path) -> None:
    report = judged(save(tmp_path, FORMS[kind]()), draft=True)

    assert report.sheet.type == kind
    # the forms print HOÀ, the words of the decree HÒA: it is told, and no fault
    assert told(report) == {"quoc-hieu-text": "info"}


@each_form
def test_every_part_of_it_is_found(kind: str, tmp_path: Path) -> None:
    sheet = recognise(read_layout(save(tmp_path, FORMS[kind]())))
    parts = {"quoc_hieu", "tieu_ngu", "ban_hanh", "so", "quyen_han", "ho_ten", "noi_nhan", "luu"}
    lines = {"tieu_ngu_rule", "ban_hanh_rule"}

    assert {part for part in parts | lines if not getattr(sheet, part)} == set()
    assert len(sheet.ho_ten) == (2 if kind == "bien-ban" else 1)


def test_the_length_of_every_line_is_known(tmp_path: Path) -> None:
    for kind, form in FORMS.items():
        report = run(recognise(read_layout(save(tmp_path, form()))), select=["header", "issuer"])
        assert {
            v.rule.id: v.reason for v in report.verdicts if v.outcome == "not-evaluated"
        } == {}, kind


def test_lines_to_write_on_are_told_as_that_and_no_more(tmp_path: Path) -> None:
    parts = Parts(save(tmp_path, giay_moi()))
    before("Thời gian: 08", dotted("…" * 40) + dotted("." * 90))(parts)
    after("Địa điểm: hội", dotted(f"{'…' * 12} 8 {'…' * 20}./."))(parts)
    report = judged(parts.save(tmp_path / "mau.docx"))

    assert [each.text[:3] for each in report.sheet.blanks] == ["………", "...", "………"]
    assert told(report) == {"quoc-hieu-text": "info", "placeholder": "error"}
    assert len([each for each in report.findings if each.rule.id == "placeholder"]) == 3


def test_what_is_left_to_fill_is_told_as_that_and_no_more(tmp_path: Path) -> None:
    report = judged(save(tmp_path, quyet_dinh_trong()), draft=True)

    assert told(report) == {
        "quoc-hieu-text": "info",
        "placeholder": "error",
        # the forms indent by tabs
        "body-indent": "info",
    }
    places = [each.hit.found for each in report.findings if each.rule.id == "placeholder"]
    assert [each.removeprefix("Còn chỗ chờ điền ") for each in places] == [
        "“.........” (2 chỗ)",
        "“Căn cứ ;”",
        "“........................”",
        "“…… ……”",
        "“.................”",
        "“QĐ-... 3...”",
        "“- Lưu: VT, ...”",
    ]


def test_an_annex_in_a_file_of_its_own_has_no_fault(tmp_path: Path) -> None:
    report = judged(save(tmp_path, phu_luc()), draft=True)

    assert report.sheet.scope == "phu-luc"
    assert told(report) == {}


def test_nor_has_an_electronic_one_under_its_number_and_time(tmp_path: Path) -> None:
    above = line("Số: 25/KH-UBND; 12/8/2025; 08:30:00", 13, "", '<w:jc w:val="right"/>')
    report = judged(save(tmp_path, phu_luc(above)), draft=True)

    assert report.sheet.scope == "phu-luc"
    assert told(report) == {}
