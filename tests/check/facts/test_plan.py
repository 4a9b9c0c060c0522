"""The sample's own plan, read as a stranger's file."""

from __future__ import annotations

import gc
import tracemalloc
from collections.abc import Callable
from pathlib import Path

import pytest

from docgen.check.facts import read_layout
from docgen.check.layout import Layout, Table


@pytest.fixture(scope="module")
def plan(
    make: Callable[..., Path], sample: Path, tmp_path_factory: pytest.TempPathFactory
) -> tuple[Path, Layout]:
    path = make(sample, "phuong-cau-dat", tmp_path_factory.mktemp("plan"))
    return path, read_layout(path)


def test_every_page_has_the_margins_of_the_decree(plan: tuple[Path, Layout]) -> None:
    for section in plan[1].sections:
        edges = (section.top_mm, section.bottom_mm, section.left_mm, section.right_mm)
        assert edges == pytest.approx((20, 20, 30, 15), abs=0.05)
        assert (section.width_mm, section.height_mm) == pytest.approx((210, 297), abs=0.05)
        assert not section.landscape


def test_every_word_is_black_times_new_roman(plan: tuple[Path, Layout]) -> None:
    runs = [run for paragraph in plan[1].body for run in paragraph.worded]

    assert {run.fonts for run in runs} == {("Times New Roman",)}
    assert {run.color for run in runs} == {"000000"}
    assert {run.size_pt for run in runs} == {11, 12, 13, 14}


def test_the_header_is_a_table_without_lines(plan: tuple[Path, Layout]) -> None:
    header = plan[1].blocks[0]
    assert isinstance(header, Table)
    (issuer, nation), (number, day) = header.rows

    assert (header.bordered, header.width_mm) == (False, 164.99)
    assert [x.text for x in issuer.paragraphs] == ["ỦY BAN NHÂN DÂN", "PHƯỜNG CẦU ĐẤT", ""]
    quoc_hieu, tieu_ngu, _ = nation.paragraphs
    assert (quoc_hieu.text, quoc_hieu.align) == ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "center")
    assert [(x.runs[0].size_pt, x.runs[0].bold) for x in (quoc_hieu, tieu_ngu)] == [
        (13, True),
        (14, True),
    ]
    assert number.paragraphs[0].text == "Số: /KH-UBND"
    assert day.paragraphs[0].runs[0].italic


def test_the_rules_are_measured(plan: tuple[Path, Layout]) -> None:
    found = [rule for paragraph in plan[1].body for rule in paragraph.rules]

    assert {rule.kind for rule in found} == {"border"}
    assert all(rule.solid for rule in found)
    issuer, nation, subject = found[:3]
    # a third to a half of the line above; as long as the line above for the Tiêu ngữ
    assert issuer.length_mm == pytest.approx(17.8, abs=0.1)
    assert nation.length_mm == pytest.approx(60.45, abs=0.1)
    assert subject.length_mm == pytest.approx(56.4, abs=0.1)
    assert [rule.length_mm for rule in found[3:]] == pytest.approx([37.2] * 4, abs=0.1)


def test_a_text_paragraph_is_set_as_the_decree_says(plan: tuple[Path, Layout]) -> None:
    text = next(x for x in plan[1].body if x.text.startswith("- Tổ chức thực hiện đầy đủ"))

    assert (text.align, text.first_line_mm, text.left_mm) == ("both", 12.7, 0.0)
    assert (text.before_pt, text.after_pt, text.line, text.line_rule) == (6.0, 0.0, 1.1, "auto")
    assert (text.column_mm, text.tabs_before, text.number) == (165.02, 0, "")


def test_page_numbers_stand_in_the_header_but_not_on_the_first_page(
    plan: tuple[Path, Layout],
) -> None:
    first = plan[1].sections[0]
    (number,) = first.headers["default"]
    (nothing,) = first.headers["first"]

    assert not isinstance(number, Table)
    assert not isinstance(nothing, Table)
    assert [(run.field, run.size_pt) for run in number.runs] == [("PAGE", 14)]
    assert (number.align, first.title_page, first.number_start) == ("center", True, 1)
    assert nothing.runs == ()


def test_each_annex_is_a_section_of_its_own(plan: tuple[Path, Layout]) -> None:
    _, *annexes = plan[1].sections
    labels = [section.blocks[0] for section in annexes]

    assert [x.text for x in labels if not isinstance(x, Table)] == [
        "Phụ lục I",
        "Phụ lục II",
        "Phụ lục III",
        "Phụ lục IV",
    ]
    assert [section.new_page for section in annexes] == [True] * 4
    tables = [block for section in annexes for block in section.blocks if isinstance(block, Table)]
    assert all(found.bordered and found.header_rows == 1 for found in tables)


def test_a_fresh_plan_is_clean(plan: tuple[Path, Layout]) -> None:
    layout = plan[1]

    assert (layout.insertions, layout.deletions, layout.comments) == (0, 0, 0)
    assert (layout.signed, layout.protected, layout.embedded_fonts) == (False, False, ())
    assert layout.title.startswith("Kế hoạch thực hiện dân chủ")


def test_memory_does_not_grow_with_the_number_of_files(plan: tuple[Path, Layout]) -> None:
    read_layout(plan[0])
    tracemalloc.start()
    try:
        read_layout(plan[0])
        before, _ = tracemalloc.get_traced_memory()
        for _ in range(20):
            read_layout(plan[0])
        gc.collect()
        after, _ = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()

    assert after - before < 500_000
