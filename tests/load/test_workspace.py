from __future__ import annotations

import unicodedata
from pathlib import Path
from typing import Any

import pytest

from docgen.load.data import DataKey
from docgen.load.references import document_problems, workspace_problems
from docgen.load.root import find_workspace, unit_codes
from docgen.load.workspace import load_workspace


def test_the_sample_workspace_has_no_mistake(sample: Path) -> None:
    assert workspace_problems(load_workspace(sample)) == []


def test_the_small_workspace_of_these_tests_has_no_mistake(office: Any) -> None:
    assert office.told() == []
    assert list(office.load().units) == ["phuong-a"]


def test_problems_of_all_files_are_told_in_one_run_sorted_by_place(office: Any) -> None:
    assert office.told(
        {
            "docgen.yaml": "namm: 2026\nthu_muc: x",
            "data/don_vi/phuong-b.yaml": "loai: ubnd-phuong\ndia_dan: {cap: phường, ten: B}",
            "data/don_vi/phuong-c.yaml": "loai: phongg\nten: C\ncap_tren: phuong-aa",
            "data/ke_hoach/2026/phuong-a.yaml": "ngay: 31/6/2026\nviecc: []",
        }
    ) == [
        "data/don_vi/phuong-b.yaml:2:1 unknown-key",
        "data/don_vi/phuong-c.yaml:1:7 unknown-code",
        "data/don_vi/phuong-c.yaml:3:11 unknown-code",
        "data/ke_hoach/2026/phuong-a.yaml:1:7 not-a-date",
        "data/ke_hoach/2026/phuong-a.yaml:2:1 unknown-key",
        "docgen.yaml:1:1 unknown-key",
        "docgen.yaml:2:1 unknown-key",
    ]


def test_a_unit_with_a_mistake_is_left_out_but_its_code_is_known(office: Any) -> None:
    office.write("data/don_vi/phuong-b.yaml", "loai: ubnd-phuong\n")
    office.write("data/don_vi/phuong-c.yaml", "loai: phong\nten: C\ncap_tren: phuong-b\n")
    workspace = office.load()
    assert sorted(workspace.units) == ["phuong-a", "phuong-c"]
    assert workspace.unit_files() == ["phuong-a", "phuong-b", "phuong-c"]
    assert [p.code for p in workspace_problems(workspace)] == ["unit-unnamed"]


def test_a_warning_leaves_the_record_in(office: Any) -> None:
    office.write("data/don_vi/phuong-b.yaml", "loai: phong\nten: B\ndia_chi: 12 Lê Lợi #3\n")
    workspace = office.load()
    assert workspace.units["phuong-b"].value.dia_chi == "12 Lê Lợi"
    assert [p.code for p in workspace.problems] == ["comment-cut"]


def test_settings_without_a_year_are_told(office: Any) -> None:
    assert office.told({"docgen.yaml": "the_thuc: nd30-2020"}) == ["docgen.yaml:1:1 missing-key"]


@pytest.mark.parametrize("year", ["26", "nay", "20260", "-2026"])
def test_the_year_of_the_settings_has_four_figures(office: Any, year: str) -> None:
    assert office.told({"docgen.yaml": f"nam: {year}"}) == ["docgen.yaml:1:6 not-a-year"]


@pytest.mark.parametrize("name", ["loai_don_vi", "nhom_noi_nhan", "che_do"])
def test_a_missing_vocabulary_is_one_problem_not_one_for_each_that_uses_it(
    office: Any, name: str
) -> None:
    office.write(
        "data/don_vi/phuong-b.yaml", "loai: phong\nten: B\nnoi_nhan: [nhom: cac-phuong, Lưu VT]\n"
    )
    (office.root / f"data/danh_muc/{name}.yaml").unlink()
    assert office.told() == [f"data/danh_muc/{name}.yaml:1:1 cannot-read"]


def test_a_broken_vocabulary_is_told_once(office: Any) -> None:
    text = "muc:\n  phong: {ten: phòng, truongg: x}\n"
    told = office.told({"data/danh_muc/loai_don_vi.yaml": text})
    assert told == ["data/danh_muc/loai_don_vi.yaml:2:23 unknown-key"]


def test_regimes_may_not_overlap(office: Any) -> None:
    text = "muc:\n  - {ma: a, ten: A}\n  - {ma: b, ten: B, tu: 01/7/2025}\n"
    assert office.told({"data/danh_muc/che_do.yaml": text}) == [
        "data/danh_muc/che_do.yaml:2:3 days-overlap"
    ]


@pytest.mark.parametrize("name", ["nay", "2026-ban-cu", "²", "226", "2026 (2)"])
def test_a_data_folder_that_is_no_year_is_told_not_passed_over(office: Any, name: str) -> None:
    told = office.told({f"data/ke_hoach/{name}/phuong-a.yaml": "viec: []"})
    assert told == [f"data/ke_hoach/{name}/phuong-a.yaml:1:1 misplaced-file"]


def test_data_outside_the_folder_of_a_year_is_told(office: Any) -> None:
    (problem,) = office.problems({"data/ke_hoach/phuong-a.yaml": "viec: []"})
    assert problem.code == "misplaced-file"
    assert problem.hint == "chuyển vào ke_hoach/<năm>/phuong-a.yaml"


def test_a_year_file_not_named_by_a_year_is_told(office: Any) -> None:
    text = (office.root / "data/nam/2026.yaml").read_text("utf-8")
    assert office.told({"data/nam/nay.yaml": text}) == ["data/nam/nay.yaml:1:1 misplaced-file"]


def test_a_folder_with_nearly_the_right_name_is_told(office: Any) -> None:
    (problem,) = office.problems({"data/ke-hoach/2026/phuong-a.yaml": "viec: []"})
    assert problem.message.endswith("Có phải là “ke_hoach”?")


def test_a_file_that_ends_in_yml_is_told(office: Any) -> None:
    (problem,) = office.problems({"data/don_vi/phuong-b.yml": "loai: phong"})
    assert (problem.code, problem.hint) == ("misplaced-file", "đổi tên thành phuong-b.yaml")


def test_a_unit_file_named_in_decomposed_letters_is_the_unit_that_others_name(office: Any) -> None:
    name = unicodedata.normalize("NFD", "phường-b")
    office.write(f"data/don_vi/{name}.yaml", "loai: phong\nten: B\n")
    office.write("data/don_vi/phong-c.yaml", "loai: phong\nten: C\ncap_tren: phường-b\n")
    assert "phường-b" in unit_codes(office.root)
    assert "phường-b" in office.load().units
    (problem,) = office.problems()
    assert (problem.warning, problem.hint) == (True, "đổi tên thành phuong-b.yaml")
    assert problem.place.path.as_posix() == "data/don_vi/phường-b.yaml"


def test_a_broken_unit_file_named_in_decomposed_letters_is_told_by_its_composed_path(
    office: Any,
) -> None:
    name = unicodedata.normalize("NFD", "phường-b")
    told = office.told({f"data/don_vi/{name}.yaml": "loai: phong\n"})
    assert "data/don_vi/phường-b.yaml:1:1 unit-unnamed" in told


def test_a_document_for_a_year_without_its_file_is_a_problem(office: Any) -> None:
    (problem,) = document_problems(office.load(), DataKey("ke-hoach", 2027, "phuong-a"))
    assert problem.code == "year-missing"
    assert problem.place.path == office.root / "data/nam/2027.yaml"
    assert problem.message == "Chưa có tệp chung của năm 2027: data/nam/2027.yaml"
    assert document_problems(office.load(), DataKey("ke-hoach", 2026, "phuong-a")) == []


def test_a_kind_that_requires_something_needs_the_file_of_data(office: Any) -> None:
    path = office.root / "data/danh_muc/loai_van_ban/ke-hoach.yaml"
    text = path.read_text("utf-8").replace("sách}", "sách, bat_buoc: có}")
    office.write("data/danh_muc/loai_van_ban/ke-hoach.yaml", text)
    (problem,) = document_problems(office.load(), DataKey("ke-hoach", 2026, "phuong-a"))
    assert problem.code == "data-missing"
    assert problem.place.path == office.root / "data/ke_hoach/2026/phuong-a.yaml"
    assert problem.hint == "tạo tệp này với các mục bắt buộc: Việc chính"
    office.write("data/ke_hoach/2026/phuong-a.yaml", "viec: [Họp]")
    assert document_problems(office.load(), DataKey("ke-hoach", 2026, "phuong-a")) == []


def test_the_workspace_is_found_from_any_folder_below(office: Any) -> None:
    assert find_workspace(office.root / "data" / "don_vi") == office.root.resolve()


def test_problems_are_looked_for_once_however_many_documents_ask(office: Any) -> None:
    office.write("data/don_vi/phuong-b.yaml", "loai: phong\nten: B\ncap_tren: khong-co\n")
    workspace = office.load()
    first = workspace_problems(workspace)
    assert len(first) == 1
    workspace.units.clear()
    assert workspace_problems(workspace) == first


def test_with_broken_settings_no_year_is_asked_for(office: Any) -> None:
    office.write("docgen.yaml", "")
    workspace = office.load()
    key = DataKey("ke-hoach", workspace.settings.nam, "phuong-a")
    assert document_problems(workspace, key) == []


@pytest.mark.parametrize("folder", ["don_vi", "ke_hoach/2026", "danh_muc", "danh_muc/mac_dinh"])
def test_a_file_that_notepad_named_is_told(office: Any, folder: str) -> None:
    (problem,) = office.problems({f"data/{folder}/phuong-b.yaml.txt": "loai: phong"})
    assert (problem.code, problem.warning) == ("misplaced-file", False)
    assert problem.hint == "đổi tên thành phuong-b.yaml (bỏ .txt)"
    assert problem.place.path.as_posix() == f"data/{folder}/phuong-b.yaml.txt"


@pytest.mark.parametrize("name", ["ke hoach.docx", "so-lieu.xlsx", "ghi-chu.txt", "phuong-b"])
def test_a_file_that_nobody_reads_is_a_reminder(office: Any, name: str) -> None:
    (problem,) = office.problems({f"data/ke_hoach/2026/{name}": "x"})
    assert (problem.code, problem.warning) == ("foreign-file", True)
    assert f"“{name}”" in problem.message


@pytest.mark.parametrize(
    "name", ["phuong-a.yaml.bak", "phuong-a.yaml.bak2", "~$ke.docx", ".DS_Store", "Thumbs.db"]
)
def test_what_programs_leave_behind_is_passed_over(office: Any, name: str) -> None:
    assert office.told({f"data/don_vi/{name}": "x"}) == []


def test_a_vocabulary_that_is_gone_is_to_be_copied_back(office: Any) -> None:
    (office.root / "data/danh_muc/che_do.yaml").unlink()
    (problem,) = office.problems()
    assert problem.hint == (
        "chạy  docgen init THƯ_MỤC_MỚI  rồi chép từ đó sang tệp data/danh_muc/che_do.yaml"
    )


def test_a_template_that_is_gone_is_to_be_copied_back(office: Any) -> None:
    (office.root / "templates/mau.docx").unlink()
    (problem,) = office.problems()
    assert problem.code == "template-missing"
    assert "docgen init THƯ_MỤC_MỚI  rồi chép từ đó sang tệp templates/mau.docx" in problem.hint


ROWS = """
ten: Kế hoạch
viet_tat: KH
mo_ta: Kế hoạch năm
tep: ke-hoach
du_lieu: ke_hoach
trich_yeu: Năm {{ nam }}
mau:
  ubnd-phuong: {tep: mau.docx}
truong:
  phan_cong:
    nhan: Phân công
    kieu: danh sách
    gom:
      ai: {nhan: Ai, bat_buoc: có}
      viec: {nhan: Việc, bat_buoc: có}
"""


@pytest.mark.parametrize(
    ("text", "code", "hint"),
    [
        ("phan_cong: câu", "not-a-list",
         "mỗi hàng bắt đầu bằng gạch:  - ai: … / viec: …; các mục con sau thẳng cột với ai"),
        ("phan_cong: [câu]", "not-a-mapping", "mỗi mục con một dòng thụt vào:  ai: … / viec: …"),
        ("noi_nhan: câu", "not-a-list", "mỗi dòng một ý, đầu dòng có gạch: - nội dung"),
    ],
)  # fmt: skip
def test_a_sentence_in_the_place_of_rows_is_told_the_keys_of_the_rows(
    office: Any, text: str, code: str, hint: str
) -> None:
    office.write("data/danh_muc/loai_van_ban/ke-hoach.yaml", ROWS)
    (problem,) = office.problems({"data/ke_hoach/2026/phuong-a.yaml": text})
    assert (problem.code, problem.hint) == (code, hint)


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("phan_cong:\n  - ai: A\n    viec: x\n  -ai: B\n    viec: y\n", 4),
        ("phan_cong:\n  -ai: B\n    viec: y\n", 2),
        ("phan_cong:\n- ai: A\n  viec: x\n-ai: B\n", 4),
    ],
)
def test_a_dash_glued_to_the_key_of_a_row_is_told(office: Any, text: str, line: int) -> None:
    office.write("data/danh_muc/loai_van_ban/ke-hoach.yaml", ROWS)
    told = office.told({"data/ke_hoach/2026/phuong-a.yaml": text})
    column = 1 if "\n-ai" in text else 3
    assert told == [f"data/ke_hoach/2026/phuong-a.yaml:{line}:{column} list-dash"]


def test_a_suggestion_that_is_cut_says_so(office: Any) -> None:
    text = f'phan_cong: "Cầu Đất" {"anh hùng " * 20}\n'
    (problem,) = office.problems({"data/ke_hoach/2026/phuong-a.yaml": text})
    assert problem.message.startswith("Có chữ nằm ngoài dấu ngoặc")
    assert problem.hint.startswith('bọc cả câu bằng ngoặc đơn:  phan_cong: \'"Cầu Đất" anh hùng')
    assert problem.hint.endswith("…'")
