from __future__ import annotations

import unicodedata

import pytest

from docgen.check.sheet import Sheet
from tests.check.cases import Case, assert_complete, assert_found, found, judged
from tests.check.sheets import changed, dispatch, plan, without

HERE = "bảng 1, hàng 2, ô 1"


def numbered(text: str) -> Sheet:
    return changed(plan(), "so", text=text)


def addressed(text: str) -> Sheet:
    return changed(dispatch(), "so", text=text)


CASES = [
    Case("so-present", without(plan(), "so"), "đầu văn bản", "Không có số, ký hiệu"),
    Case("so-label", numbered("SỐ: 05/KH-UBND"), HERE, "Đang ghi “SỐ: 05/KH-UB”; phải là “Số:”"),
    Case("so-label", numbered("Số 05/KH-UBND"), HERE, "Đang ghi “Số 05/KH-UBN”; phải là “Số:”"),
    Case("so-label", numbered("Số:05/KH-UBND"), HERE, "Sau “Số:” không có cách chữ", "warning"),
    Case("so-size", changed(plan(), "so", size_pt=14.0), HERE, "Số, ký hiệu cỡ chữ 14"),
    Case("so-size", changed(plan(), "so", size_pt=12.5), HERE, "Số, ký hiệu cỡ chữ 12,5"),
    Case("so-style", changed(plan(), "so", bold=True), HERE, "Số, ký hiệu in chữ đậm"),
    Case("so-padding", numbered("Số: 5/KH-UBND"), HERE, "Số 5 phải ghi 05"),
    Case("so-padding", numbered("Số: 012/KH-UBND"), HERE, "Số 012 phải ghi 12"),
    Case("so-padding", numbered("Số: XII/KH-UBND"), HERE, "Số “XII” không phải là chữ số Ả Rập"),
    Case("so-padding", numbered("Số:      /KH-UBND"), HERE, "Chưa ghi số"),
    Case(
        "so-slash",
        numbered("Số: 05 / KH-UBND"),
        HERE,
        "Có cách chữ cạnh dấu gạch chéo: “Số: 05 / KH-UBND”",
    ),
    Case(
        "so-slash",
        numbered("Số: 05-KH-UBND"),
        HERE,
        "Không có dấu gạch chéo sau số: “Số: 05-KH-UBND”",
    ),
    Case(
        "so-hyphen",
        numbered("Số: 05/KH–UBND"),
        HERE,
        "Ký hiệu có gạch dài (–), phải là gạch nối (-): “KH–UBND”",
    ),
    Case("so-hyphen", numbered("Số: 05/KH - UBND"), HERE, "Ký hiệu có cách chữ: “KH - UBND”"),
    Case("so-caps", numbered("Số: 05/KH-ubnd"), HERE, "Ký hiệu không in hoa: “ubnd”"),
    Case("so-caps", numbered("Số: 05/kh-UBND"), HERE, "Ký hiệu không in hoa: “kh”"),
    Case(
        "so-abbreviation",
        numbered("Số: 05/BC-UBND"),
        HERE,
        "Ký hiệu ghi “BC”, kế hoạch viết tắt KH",
    ),
    Case("so-issuer", numbered("Số: 05/KH"), HERE, "Ký hiệu không có tên cơ quan ban hành: “KH”"),
    Case(
        "so-cong-van",
        addressed("Số: 05/CV-UBND"),
        HERE,
        "Ký hiệu công văn ghi “CV”: “CV-UBND”",
    ),
    Case(
        "so-cong-van",
        addressed("Số: 05/UBND"),
        HERE,
        "Ký hiệu không có tên đơn vị soạn thảo hoặc lĩnh vực: “UBND”",
        "warning",
    ),
    Case(
        "so-year",
        addressed("Số: 05/2026/UBND-VX"),
        HERE,
        "Ký hiệu ghi năm 2026: “2026/UBND-VX”",
    ),
    Case("so-align", changed(plan(), "so", align="left"), HERE, "Số, ký hiệu canh trái", "warning"),
]


@pytest.mark.parametrize("case", CASES, ids=str)
def test_the_fault_is_found_by_one_rule(case: Case) -> None:
    assert_found(case)


def test_every_rule_has_a_bad_document_and_passes_a_good_one() -> None:
    assert_complete("number", CASES)


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        ("to-trinh", "Số: 12/TTr-UBND"),
        ("quy-dinh", "Số: 12/QyĐ-UBND"),
        ("quyet-dinh", "Số: 100/QĐ-TTg"),
        ("bao-cao", "Số: 09/BC-TrTH"),
        ("thong-bao", "Số: 12/TB-VP-UBND"),
    ],
)
def test_abbreviations_with_small_letters_are_good(kind: str, text: str) -> None:
    sheet = changed(plan(type=kind), "so", text=text)

    for rule in ("so-caps", "so-abbreviation", "so-hyphen", "so-padding", "so-slash"):
        assert found(sheet, rule) == []


def test_qyd_is_not_the_abbreviation_of_quy_dinh() -> None:
    sheet = changed(plan(type="quy-dinh"), "so", text="Số: 12/QYĐ-UBND")

    ((_, words, _),) = found(sheet, "so-abbreviation")
    assert words == "Ký hiệu ghi “QYĐ”, quy định viết tắt QyĐ"


@pytest.mark.parametrize("text", ["Số:       /KH-UBND", "Số: …/KH-UBND", "Số: ....../KH-UBND"])
def test_the_gap_of_a_draft_is_no_fault(text: str) -> None:
    draft = changed(plan(draft=True), "so", text=text)

    for rule in ("so-label", "so-slash", "so-hyphen", "so-abbreviation", "so-issuer"):
        assert found(draft, rule) == []
    assert judged(draft, "so-padding").outcome == "not-applicable"


def test_without_a_slash_number_and_sign_are_not_judged() -> None:
    verdict = judged(numbered("Số: 05-KH-UBND"), "so-padding")

    assert verdict.outcome == "not-evaluated"
    assert verdict.reason == "sau số không có dấu gạch chéo (/)"


def test_without_a_type_the_abbreviation_is_not_judged() -> None:
    verdict = judged(plan(type=""), "so-abbreviation")

    assert (verdict.outcome, verdict.reason) == ("not-evaluated", "không nhận ra loại văn bản")


def test_decomposed_letters_are_the_same_letters() -> None:
    typed = numbered(unicodedata.normalize("NFD", "Số: 05/KH-UBND"))

    for rule in ("so-label", "so-caps", "so-slash", "so-abbreviation"):
        assert found(typed, rule) == []


@pytest.mark.parametrize("text", ["Số: 05/... 3...-...4...", "Số: 05/…3…-… 4…"])
def test_an_open_sign_is_for_the_rule_of_open_places(text: str) -> None:
    sheet = numbered(text)

    for rule in ("so-hyphen", "so-abbreviation", "so-caps"):
        assert found(sheet, rule) == []
    assert len(found(sheet, "placeholder")) == 1


def test_a_blank_beside_an_open_place_is_a_blank() -> None:
    assert found(numbered("Số: 05/KH - …"), "so-hyphen") != []
