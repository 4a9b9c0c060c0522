from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from docgen.errors import Problem

Caret = Callable[[Problem], str]
PHONG = "loai: phong\nten: Phòng B\n"
PHUONG = "loai: ubnd-phuong\ndia_ban: {cap: phường, ten: B}\n"
KIND = "data/danh_muc/loai_van_ban/ke-hoach.yaml"


def one(office: Any, lines: str, base: str = PHONG) -> Problem:
    (problem,) = office.problems({"data/don_vi/b.yaml": f"{base}{lines}"})
    assert isinstance(problem, Problem)
    return problem


@pytest.mark.parametrize(
    ("lines", "under", "meant"),
    [
        ("cap_tren: phuong-aa", "phuong-aa", "phuong-a"),
        ("cap_tren: Phường A", "Phường A", "phuong-a"),
        ("cap_tren: [{don_vi: phung-a}]", "phung-a", "phuong-a"),
        ("ke_thua: [{don_vi: phuong_a}]", "phuong_a", "phuong-a"),
        ("thuong_truc: phuong-aa", "phuong-aa", "phuong-a"),
        ("noi_nhan: [don_vi: phuong-aa, Lưu VT]", "phuong-aa", "phuong-a"),
        ("noi_nhan: [nhom: cac-phuog, Lưu VT]", "cac-phuog", "cac-phuong"),
    ],
)
def test_a_code_nearly_right_is_told_with_the_right_one(
    office: Any, caret: Caret, lines: str, under: str, meant: str
) -> None:
    problem = one(office, lines)
    assert (problem.code, caret(problem)) == ("unknown-code", under)
    assert problem.message.endswith(f"Có phải là “{meant}”?")


def test_an_unknown_kind_of_unit_is_told_with_those_there_are(office: Any, caret: Caret) -> None:
    problem = one(office, "", "loai: xyz\nten: B\n")
    assert (problem.code, caret(problem)) == ("unknown-code", "xyz")
    assert problem.hint == "dùng một trong: phong, ubnd-phuong"


def test_a_unit_is_not_its_own_superior(office: Any) -> None:
    assert one(office, "cap_tren: b").code == "own-superior"


def test_a_circle_of_superiors_is_told_in_each_file_and_nothing_hangs(office: Any) -> None:
    problems = office.problems(
        {
            "data/don_vi/b.yaml": f"{PHONG}cap_tren: c",
            "data/don_vi/c.yaml": f"{PHONG}cap_tren: d",
            "data/don_vi/d.yaml": "loai: phong\nten: D\ncap_tren: b",
            "data/don_vi/e.yaml": f"{PHONG}cap_tren: b",
        }
    )
    assert [(p.place.path.name, p.code) for p in problems] == [
        ("b.yaml", "superior-cycle"), ("c.yaml", "superior-cycle"), ("d.yaml", "superior-cycle"),
    ]  # fmt: skip
    assert problems[0].message.endswith("b → c → d → b")


def test_superiors_may_change_places_in_time(office: Any) -> None:
    files = {
        "data/don_vi/b.yaml": f"{PHONG}cap_tren: [{{don_vi: c, den: 30/6/2025}}]",
        "data/don_vi/c.yaml": f"{PHONG}cap_tren: [{{don_vi: b, tu: 01/7/2025}}]",
    }
    assert office.told(files) == []
    files["data/don_vi/c.yaml"] = f"{PHONG}cap_tren: [{{don_vi: b, tu: 30/6/2025}}]"
    assert len(office.told(files)) == 2


@pytest.mark.parametrize(
    ("lines", "code", "line"),
    [
        ("noi_nhan: [Ban A]", "luu-missing", 3),
        ("noi_nhan:\n  - Lưu VT\n  - Ban A", "luu-last", 4),
        ("noi_nhan:\n  - Lưu VT\n  - Lưu VT", "luu-last", 4),
    ],
)
def test_the_archive_line_is_there_and_last(office: Any, lines: str, code: str, line: int) -> None:
    problem = one(office, lines)
    assert (problem.code, problem.place.line) == (code, line)


def test_a_fault_of_the_signer_is_told_at_its_own_line(office: Any, caret: Caret) -> None:
    lines = "nguoi_ky:\n  ho_ten: Trần An\n  chuc_vu: Phó Chủ tịch\n  quyen_han:\n    - TM. Ủy ban nhân dân\n    - KT Chủ tịch\n"
    problem = one(office, lines, PHUONG)
    assert (problem.code, problem.place.line, caret(problem)) == ("prefix-form", 8, "KT Chủ tịch")


def test_the_signer_of_one_document_is_looked_at_as_well(office: Any) -> None:
    text = "nguoi_ky: {ho_ten: TS. Trần An, chuc_vu: Chủ tịch}"
    told = office.told({"data/ke_hoach/2026/phuong-a.yaml": text})
    assert told == ["data/ke_hoach/2026/phuong-a.yaml:1:20 signer-degree"]


def test_the_names_under_minutes_are_looked_at(office: Any) -> None:
    text = "ky_bien_ban: {thu_ky: TRẦN AN, chu_toa: Lê Bình}"
    told = office.told({"data/ke_hoach/2026/phuong-a.yaml": text})
    assert told == ["data/ke_hoach/2026/phuong-a.yaml:1:23 signer-capitals"]


@pytest.mark.parametrize(
    ("text", "place", "code"),
    [
        ("so: 5", "1:5", "number-without-date"),
        ("viec: [Họp]\nngay: 5/2/2026", "2:7", "number-without-date"),
        ("so: 5\nngay: 5/2/2025", "2:7", "wrong-year"),
        ("so: 0\nngay: 5/2/2026", "1:5", "not-a-serial"),
        ("so: -3\nngay: 5/2/2026", "1:5", "not-a-serial"),
        ("noi_nhan: [Ban A]", "1:1", "luu-missing"),
    ],
)
def test_number_and_day_of_a_document_go_together_in_its_year(
    office: Any, text: str, place: str, code: str
) -> None:
    path = "data/ke_hoach/2026/phuong-a.yaml"
    assert office.told({path: text}) == [f"{path}:{place} {code}"]


def test_data_for_a_unit_that_is_not_there_is_told_with_the_nearest(office: Any) -> None:
    (problem,) = office.problems({"data/ke_hoach/2026/phuong-aa.yaml": "viec: [Họp]"})
    assert problem.code == "unit-not-found"
    assert "Có phải là “phuong-a”?" in problem.message


@pytest.mark.parametrize(
    ("lines", "under", "code"),
    [
        ("chu_de: {phuong-aa: x}", "phuong-aa", "unknown-code"),
        ("ngay_du_kien: [{loai: ke-hoac, ngay: 1/2/2026}]", "ke-hoac", "unknown-code"),
        (
            "ngay_du_kien: [{loai: ke-hoach, don_vi: phongg, ngay: 1/2/2026}]",
            "phongg",
            "unknown-code",
        ),
        ("ngay_du_kien: [{loai: ke-hoach, ngay: 1/2/2025}]", "1/2/2025", "wrong-year"),
    ],
)
def test_what_the_year_says_of_others_is_looked_at(
    office: Any, caret: Caret, lines: str, under: str, code: str
) -> None:
    text = (office.root / "data/nam/2026.yaml").read_text("utf-8")
    (problem,) = office.problems({"data/nam/2026.yaml": f"{text}{lines}\n"})
    assert (problem.code, caret(problem)) == (code, under)


def test_a_group_chooses_among_known_kinds_of_unit(office: Any, caret: Caret) -> None:
    text = "muc:\n  cac-phong: {ten: Các phòng, chon: {loai: [phong, phongg]}}\n"
    (problem,) = office.problems({"data/danh_muc/nhom_noi_nhan.yaml": text})
    assert (problem.code, caret(problem)) == ("unknown-code", "phongg")


@pytest.mark.parametrize(
    ("old", "new", "under", "code"),
    [
        ("ubnd-phuong: {tep", "ubnd-phuog: {tep", "ubnd-phuog", "unknown-code"),
        ("mau.docx", "mo.docx", "mo.docx", "template-missing"),
        ("  viec:", "  ngay: {nhan: Ngày, kieu: ngày}\n  viec:", "ngay", "key-reserved"),
        ("du_lieu: ke_hoach", "du_lieu: don_vi", "don_vi", "key-reserved"),
        ("du_lieu: ke_hoach", "du_lieu: ../x", "../x", "not-a-key"),
        ("tep: ke-hoach", "tep: ../x", "../x", "not-a-name"),
        ("lenh: plan", "lenh: Kế hoạch", "Kế hoạch", "not-a-name"),
        ("  viec:", "  việc chính:", "việc chính", "not-a-key"),
        ("  viec:", "  model_config:", "model_config", "not-a-key"),
        ("  viec:", "  copy:", "copy", "not-a-key"),
        ("kieu: danh sách}", "kieu: danh sach}", "danh sach", "not-in-list"),
        ("kieu: danh sách}", "kieu: nhóm}", "{nhan: Việc chính, kieu: nhóm}", "field-parts"),
    ],
)
def test_a_mistake_in_a_kind_of_document_is_told_at_its_words(
    office: Any, caret: Caret, old: str, new: str, under: str, code: str
) -> None:
    text = (office.root / KIND).read_text("utf-8")
    assert old in text
    (problem,) = office.problems({KIND: text.replace(old, new)})
    assert (problem.code, caret(problem)) == (code, under)


def test_two_kinds_may_not_share_command_file_or_folder(office: Any) -> None:
    text = (office.root / KIND).read_text("utf-8")
    path = "data/danh_muc/loai_van_ban/thong-bao.yaml"
    told = office.told({path: text})
    assert told == [f"{path}:{line} kind-twice" for line in ("4:7", "6:6", "7:10")]


def test_default_rows_that_are_missing_are_told(office: Any) -> None:
    text = (office.root / KIND).read_text("utf-8")
    told = office.told({KIND: text.replace("danh sách}", "danh sách, mac_dinh: viec}")})
    assert told == ["data/danh_muc/mac_dinh/viec.yaml:1:1 cannot-read"]
