from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from docgen.errors import Problem
from docgen.model.record import Record
from docgen.model.types import Prose
from docgen.model.unit import DonVi
from docgen.model.year import CaiDat

Caret = Callable[[Problem], str]
UNIT = "loai: ubnd-phuong\n"


class Doan(Record):
    y_rieng: Prose


class Tinh(Record):
    tinh: str
    ho_ten: str | None = None


def test_a_problem_says_where_what_and_what_to_write_instead(unit: Any) -> None:
    problem = unit("dac_diem: {so_ho: 12 hộ}").only
    place, line, caret, hint = str(problem).split("\n")
    assert place.endswith(
        "don-vi.yaml:3:19: lỗi: “Số hộ”: “12 hộ” không phải số nguyên [not-a-number]"
    )
    assert line == "    3 | dac_diem: {so_ho: 12 hộ}"
    assert caret == "      |                   ^^^^^"
    assert hint == "      = gợi ý: viết như 1250 hoặc 1.250, không ghi đơn vị"


def test_all_problems_of_a_file_are_told_at_once(unit: Any) -> None:
    reading = unit("dac_diem: {so_ho: x}\nton_tai: {tu: 31/6/2025}\nlap_van_ban: có lẽ\nla: x")
    assert reading.value is None
    assert [(p.place.line, p.code) for p in sorted(reading.problems, key=lambda p: p.place.line)] == [
        (3, "not-a-number"), (4, "not-a-date"), (5, "not-yes-no"), (6, "unknown-key"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("dia_dan", "dia_ban"), ("địa bàn", "dia_ban"), ("Địa_bàn", "dia_ban"), ("dia-ban", "dia_ban"),
     ("diaban", "dia_ban")],
)  # fmt: skip
def test_a_key_nearly_right_is_one_problem_with_the_right_key(
    read: Any, caret: Caret, typed: str, meant: str
) -> None:
    problem = read(f"{UNIT}{typed}: {{cap: phường, ten: A}}\n").only
    assert problem.code == "unknown-key"
    assert problem.message.endswith(f"Có phải là “{meant}”?")
    assert caret(problem) == typed


@pytest.mark.parametrize(
    ("text", "meant"), [("tỉnh: Hải Phòng", "tinh"), ("tinhh: x", "tinh"), ("Tinh: x", "tinh")]
)
def test_a_required_key_nearly_right_is_not_also_told_as_missing(
    read: Any, text: str, meant: str
) -> None:
    assert f"“{meant}”" in read(text, Tinh).only.message


def test_a_key_with_marks_inside_another_is_known(unit: Any, caret: Caret) -> None:
    problem = unit("nguoi_ky:\n  ho_tên: Trần Văn An\n  chuc_vu: Chủ tịch").only
    assert (problem.place.line, caret(problem)) == (4, "ho_tên")
    assert "“ho_ten”" in problem.message


def test_a_key_like_no_other_lists_those_there_are(read: Any) -> None:
    problem = read("tinh: x\nxyzw: 1", Tinh).only
    assert problem.hint == "các mục được dùng ở đây: tinh, ho_ten"


def test_a_missing_key_is_told_at_its_parent_by_its_label(unit: Any, caret: Caret) -> None:
    problem = unit("nguoi_ky: {ho_ten: Trần Văn An}").only
    assert (problem.code, caret(problem)) == ("missing-key", "nguoi_ky")
    assert problem.message == "“Chức vụ người ký”: thiếu mục bắt buộc"
    assert problem.hint == "thêm dòng  chuc_vu: …"


@pytest.mark.parametrize("content", ["", "\n", "# chưa viết gì\n"])
def test_an_empty_file_lacks_what_is_required(read: Any, content: str) -> None:
    reading = read(content, CaiDat)
    assert [p.message for p in reading.problems] == ["“Năm”: thiếu mục bắt buộc"]


@pytest.mark.parametrize("content", ["- a\n- b\n", "xin chào\n", "[]", '"a"'])
def test_a_file_that_is_no_mapping_is_told_once(read: Any, content: str) -> None:
    assert read(content).codes == ["not-a-mapping"]


@pytest.mark.parametrize(
    ("lines", "code", "under"),
    [
        ("ke_thua: quan-x", "not-a-list", "quan-x"),
        ("ke_thua: {don_vi: x}", "not-a-list", "{don_vi: x}"),
        ("ke_thua: [x]", "not-a-mapping", "x"),
        ("ke_thua: [[x]]", "not-a-mapping", "[x]"),
        ("nguoi_ky: An", "not-a-mapping", "An"),
        ("nguoi_ky: [An]", "not-a-mapping", "[An]"),
        ("dia_chi: [12, Lê Lợi]", "not-text", "[12, Lê Lợi]"),
        ("dia_chi: {so: 12}", "not-text", "{so: 12}"),
        ("dia_chi:\n  so: 12", "not-text", "s"),
        ("noi_nhan: Lưu VT", "not-a-list", "Lưu VT"),
        ("ke_thua: [{don_vi: x, phan: [toàn bộ]}]", "not-text", "[toàn bộ]"),
    ],
)
def test_a_value_of_the_wrong_shape_is_told_in_vietnamese(
    unit: Any, caret: Caret, lines: str, code: str, under: str
) -> None:
    problem = unit(lines).only
    assert (problem.code, caret(problem)) == (code, under)
    assert "phải" in problem.message
    assert problem.hint


def test_a_word_outside_a_closed_list_is_told_with_the_list(unit: Any, caret: Caret) -> None:
    problem = unit("ke_thua: [{don_vi: x, phan: mot phan}]").only
    assert (problem.code, caret(problem)) == ("not-in-list", "mot phan")
    assert problem.message.endswith("Có phải là “một phần”?")
    assert problem.hint == "viết một trong: toàn bộ, một phần"


def test_a_mark_of_a_template_in_a_long_text_is_told_at_its_line(read: Any, caret: Caret) -> None:
    problem = read("y_rieng: |\n  Dân biết\n\n  dân bàn {{ x }}\n", Doan).only
    assert (problem.code, problem.place.line, caret(problem)) == ("template-tag", 4, "{{")


def test_what_was_refused_is_not_also_told_as_missing_or_wrong(read: Any) -> None:
    text = "loai: &x phong\nten: {{ x }}\ncap_tren: *y\n"
    assert read(text).codes == ["yaml-sign", "template-tag", "yaml-sign"]


def test_a_key_with_nothing_after_it_was_not_written(unit: Any) -> None:
    value = unit(
        "nguoi_ky:\nlap_van_ban:\nton_tai:\nnoi_nhan:\ndac_diem:\n  so_ho:\n  so_to_dan_pho: 3"
    ).value
    assert (value.nguoi_ky, value.lap_van_ban, value.noi_nhan) == (None, True, [])
    assert (value.dac_diem.so_ho, value.dac_diem.so_to_dan_pho) == (None, 3)


def test_no_message_of_pydantic_reaches_a_user(unit: Any) -> None:
    for name, field in DonVi.model_fields.items():
        for value in ("[[]]", "{a: {b: c}}", '""', "[{}]", "x", "[x, {y: z}]", '["", ~]'):
            for problem in unit(f"{name}: {value}").problems:
                assert problem.code != "not-readable", (field.title, value, problem.message)
