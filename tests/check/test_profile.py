"""kiem_tra.yaml: every slip is told at its place, and what it says holds for the right files."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from docgen.commands.check_settings import read_profile
from docgen.load.profile import Profile

Write = Callable[[str], tuple[Profile, list[str]]]
CHANGES = "quy_tac:\n  page-margins:\n    tham_so:\n"


@pytest.fixture
def write(tmp_path: Path) -> Write:
    """Return what a kiem_tra.yaml of these lines says, and its problems: line:column code."""

    def write(text: str) -> tuple[Profile, list[str]]:
        (tmp_path / "kiem_tra.yaml").write_text(text, "utf-8")
        profile, problems = read_profile(tmp_path)
        told = [f"{each.place.line}:{each.place.column} {each.code}" for each in problems]
        return profile, told

    return write


def test_a_workspace_without_the_file_changes_nothing(tmp_path: Path) -> None:
    profile, problems = read_profile(tmp_path)

    assert not problems
    assert not profile.options(tmp_path / "a.docx")


def test_an_empty_file_changes_nothing(write: Write) -> None:
    profile, problems = write("# chưa có gì\n")

    assert not problems
    assert not profile.excuses(Path("a.docx"))


def test_numbers_weights_and_excuses_are_read(write: Write, tmp_path: Path) -> None:
    profile, problems = write(
        """\
quy_tac:
  page-margins:
    muc_do: nhắc
    tham_so: {left: [30, "37,5"], tolerance_mm: 0}
bo_qua:
  - {quy_tac: fonts, ly_do: mẫu cũ, chua: Arial}
"""
    )
    file = tmp_path / "a.docx"

    assert not problems
    assert profile.options(file) == {"page-margins": {"left": (30.0, 37.5), "tolerance_mm": 0.0}}
    assert profile.levels(file) == {"page-margins": "nhắc"}
    assert [(row.quy_tac, row.chua, row.ly_do) for row in profile.excuses(file)] == [
        ("fonts", "Arial", "mẫu cũ")
    ]


def test_words_and_lists_of_words_are_read_as_the_rule_has_them(
    write: Write, tmp_path: Path
) -> None:
    profile, problems = write(
        "quy_tac: {font-name: {tham_so: {font: Arial, symbols: [Symbol, Webdings]}}}"
    )

    assert not problems
    found = profile.options(tmp_path / "a.docx")["font-name"]
    assert found == {"font": "Arial", "symbols": ("Symbol", "Webdings")}


@pytest.mark.parametrize(
    "text, told",
    [
        ("bo_qua:\n  - quy_tac: page-margins\n", ["2:5 missing-key"]),
        ("bo_qua:\n  - {quy_tac: page-margin, ly_do: a}\n", ["2:15 unknown-rule"]),
        ("bo_qua:\n  - {quy_tac: pages, ly_do: a}\n", ["2:15 unknown-rule"]),
        ("quy_tac:\n  page-margin: {muc_do: nhắc}\n", ["2:3 unknown-rule"]),
        ("quy_tac:\n  page: {muc_do: nhắc}\n", ["2:3 unknown-rule"]),
        ("quy_tac:\n  page-margins: {muc_do: nhẹ}\n", ["2:26 not-in-list"]),
        ("quy_tac:\n  page-margins: {muc: nhắc}\n", ["2:18 unknown-key"]),
        (f"{CHANGES}      lef: [30, 35]\n", ["4:7 unknown-option"]),
        (f"{CHANGES}      left: 30\n", ["4:13 not-a-list"]),
        (f"{CHANGES}      left: [30]\n", ["4:13 not-a-span"]),
        (f"{CHANGES}      left: [35, 30]\n", ["4:13 not-a-span"]),
        (f"{CHANGES}      left: [30, 37,5]\n", ["4:18 decimal-comma", "4:13 not-a-span"]),
        (f"{CHANGES}      left: [ba, 35]\n", ["4:13 not-a-number"]),
        (f"{CHANGES}      left: [-5, 999]\n", ["4:13 out-of-range"]),
        (f"{CHANGES}      left: [30, 999]\n", ["4:13 out-of-range"]),
        (f"{CHANGES}      tolerance_mm: 0.25\n", ["4:21 ambiguous-number"]),
        ("bo_qa: []\n", ["1:1 unknown-key"]),
        ("- a\n", ["1:1 not-a-mapping"]),
        ("bo_qua: [\n", ["1:10 yaml-syntax"]),
    ],
)
def test_a_slip_is_told_at_its_place(text: str, told: list[str], write: Write) -> None:
    assert write(text)[1] == told


def test_all_slips_are_told_at_once_in_the_order_of_the_file(write: Write) -> None:
    profile, problems = write(
        """\
quy_tac:
  page-margin: {muc_do: nhắc}
  page-margins:
    tham_so: {left: [-5, 999], rigt: [1, 2]}
    muc: nhắc
  so-size: {muc_do: nặng}
bo_qua:
  - quy_tac: pages
  - {quy_tac: font-name, ly_do: , chua: Arial}
"""
    )

    assert problems == [
        "2:3 unknown-rule", "4:21 out-of-range", "4:32 unknown-option", "5:5 unknown-key",
        "6:21 not-in-list", "8:5 missing-key", "8:14 unknown-rule", "9:33 missing-key",
    ]  # fmt: skip
    assert not profile.numbers


def test_a_group_where_a_rule_is_due_is_told_as_a_group(tmp_path: Path) -> None:
    (tmp_path / "kiem_tra.yaml").write_text("quy_tac: {page: {muc_do: nhắc}}\n", "utf-8")
    (problem,) = read_profile(tmp_path)[1]

    assert problem.message == "“page” là một nhóm; ở đây chỉ ghi được từng quy tắc"


def test_a_near_miss_is_suggested(tmp_path: Path) -> None:
    text = "quy_tac:\n  page_margin: {}\n  font-color: {tham_so: {blak: ['000000']}}\n"
    (tmp_path / "kiem_tra.yaml").write_text(text, "utf-8")
    rule, option = read_profile(tmp_path)[1]

    assert "Có phải là “page-margins”?" in rule.message
    assert rule.hint == "viết page-margins"
    assert "Có phải là “black”?" in option.message


def test_a_rule_without_numbers_takes_none(tmp_path: Path) -> None:
    text = "quy_tac: {kinh-gui-colon: {tham_so: {size_pt: [13, 14]}}}\n"
    (tmp_path / "kiem_tra.yaml").write_text(text, "utf-8")
    (problem,) = read_profile(tmp_path)[1]

    assert (problem.code, problem.hint) == ("unknown-option", "xóa dòng này")


@pytest.mark.parametrize(
    "pattern, file, meant",
    [
        ("ke-hoach.docx", "out/2025/a/ke-hoach.docx", True),
        ("ke-*.docx", "out/2025/a/ke-hoach.docx", True),
        ("KE-*.docx", "out/2025/a/ke-hoach.docx", False),
        ("out/2025/*", "out/2025/a/ke-hoach.docx", True),
        ("out/2024/*", "out/2025/a/ke-hoach.docx", False),
        ("2025/*", "out/2025/a/ke-hoach.docx", False),
        ("*/a/*", "out/2025/a/ke-hoach.docx", True),
        ("công văn*.docx", "co\u0302ng va\u0306n 1.docx", True),
        ("out/*", "../ngoai/out/a.docx", False),
    ],
)
def test_a_pattern_means_a_name_or_a_path_from_the_workspace(
    pattern: str, file: str, meant: bool, write: Write, tmp_path: Path
) -> None:
    profile, problems = write(
        f"quy_tac: {{page-margins: {{muc_do: nhắc, tep: '{pattern}'}}}}\n"
        f"bo_qua: [{{quy_tac: page, ly_do: a, tep: [khong-co.docx, '{pattern}']}}]\n"
    )

    assert not problems
    assert bool(profile.levels(tmp_path / file)) is meant
    assert bool(profile.excuses(tmp_path / file)) is meant
