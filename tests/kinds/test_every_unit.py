"""Every unit of the sample has its plan, each kind its own words, and all of them clean ones."""

from __future__ import annotations

import itertools
import re
from collections.abc import Callable, Iterator
from datetime import date
from difflib import SequenceMatcher
from pathlib import Path
from typing import Any

import pytest

from docgen.load.workspace import load_workspace

Made = Callable[..., Any]
ROOT = Path(__file__).resolve().parents[2]
SAMPLE = load_workspace(ROOT)
UNITS = sorted(code for code, unit in SAMPLE.units.items() if unit.value.lap_van_ban)
SCHOOLS = [code for code in UNITS if SAMPLE.units[code].value.loai == "truong-hoc"]


@pytest.fixture(scope="module")
def papers(plan: Made, lines: Callable[[Path], Any]) -> list[tuple[str, list[tuple[str, str]]]]:
    """The paragraphs (style, words as printed) of all plans, the schools' of both regimes."""
    jobs = [(unit, None) for unit in UNITS] + [(unit, date(2025, 10, 1)) for unit in SCHOOLS]
    return [
        (unit, [(line.style, line.plain) for line in lines(plan(unit, day=day).path)])
        for unit, day in jobs
    ]


def wrong(papers: Any, pattern: str, *styles: str) -> list[str]:
    """Return “unit: words” for each paragraph (of some styles) where *pattern* is found."""
    return [
        f"{unit}: {words}"
        for unit, paper in papers
        for style, words in paper
        if (not styles or style in styles) and re.search(pattern, words)
    ]


def test_the_sample_has_units_of_every_kind_that_there_is_a_template_for() -> None:
    kinds = {SAMPLE.units[code].value.loai for code in UNITS}

    assert len(UNITS) >= 43
    assert kinds == {
        "don-vi-su-nghiep",
        "phong",
        "thanh-tra",
        "trung-tam-hanh-chinh",
        "truong-hoc",
        "ubnd-phuong",
        "ubnd-quan",
        "van-phong",
    }


@pytest.mark.parametrize("unit", UNITS)
def test_its_plan_is_made_and_bears_its_own_name(unit: str, plan: Made) -> None:
    made = plan(unit)
    head = " ".join(made.lines[: made.lines.index("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM")])
    record: Any = SAMPLE.units[unit].value
    name = record.name_at(date(2025, 2, 10)) or f"ỦY BAN NHÂN DÂN {record.dia_ban.place.upper}"

    assert head.endswith(name.upper())
    assert made.styled("Họ tên") == [record.nguoi_ky.ho_ten]
    assert set(made.gaps) <= {"Nhiệm vụ trọng tâm của năm", "Phân công thực hiện"}


def test_only_a_ward_that_wrote_nothing_has_gaps(plan: Made) -> None:
    assert [unit for unit in UNITS if plan(unit).gaps] == ["phuong-van-my"]


# How far the plans of two kinds are one text

KINDS = {
    "district": "quan-ngo-quyen",
    "ward": "phuong-van-my",
    "office": "phong-y-te",
    "service": "trung-tam-phat-trien-quy-dat",
    "school": "truong-thcs-an-da",
}
ALIKE = 0.7
"""From this share of words in the same order on, two paragraphs are one paragraph."""
BOUND = 0.45
"""Measured: at most 0.38 (office and service); 0.95 for one text under other nouns."""


def content(paragraphs: list[str]) -> list[list[str]]:
    """Return the words of each paragraph of some length, without names and numbers."""
    told = ([word for word in re.findall(r"\w+", text) if word[0].islower()] for text in paragraphs)
    return [words for words in told if len(words) > 5]


def shared(one: list[str], other: list[str]) -> float:
    """Return the share of paragraphs of one text that are in the other, the larger of the two."""

    def inside(here: list[list[str]], there: list[list[str]]) -> float:
        found = sum(any(alike(words, others) for others in there) for words in here)
        return found / len(here)

    def alike(words: list[str], others: list[str]) -> bool:
        return SequenceMatcher(None, words, others, autojunk=False).ratio() >= ALIKE

    first, second = content(one), content(other)
    return max(inside(first, second), inside(second, first))


@pytest.mark.parametrize(("one", "other"), list(itertools.combinations(KINDS, 2)))
def test_two_kinds_of_units_have_two_texts(one: str, other: str, plan: Made) -> None:
    assert shared(plan(KINDS[one]).body, plan(KINDS[other]).body) < BOUND


def test_one_text_under_other_nouns_would_be_found_out(plan: Made) -> None:
    body = plan(KINDS["ward"]).body
    nouns = {
        "phường": "phòng",
        "Nhân dân": "công chức",
        "tổ dân phố": "bộ phận",
        "UBND": "cơ quan",
        "Chủ tịch": "Trưởng phòng",
        "hộ gia đình": "người lao động",
    }
    renamed = list(body)
    for noun, another in nouns.items():
        renamed = [text.replace(noun, another) for text in renamed]

    assert shared(body, renamed) > 2 * BOUND
    assert shared(body, plan("phuong-cau-dat").body) > 2 * BOUND


# Clean words

SENTENCES = ("Nội dung", "Điểm", "Đoạn kết")
RULES = {
    "two blanks": "  ",
    "a blank before a stop": r"[ \N{NO-BREAK SPACE}][.,;:!?)”]",
    "a blank after an opening mark": r"[(“][ \N{NO-BREAK SPACE}]",
    "two stops": r"(?<!\.)\.\.(?!\.)|[;,:]\.(?!/)|\.[;,]|[;,]{2}",
    "no blank after a comma": r",[^\W\d]|;\w",
    "marks of a template": r"\{\{|\}\}|\{%|%\}",
    "words of a program": r"\b(None|True|False|nan)\b|\[\]|\{\}",
    "a number under ten in one figure": (
        r"(?<![\w/.,-])(?<!tháng )[1-9] (ngày|người|tháng|năm|thành viên|lần|buổi|tổ|quý|bản|giờ)\b"
    ),
}


@pytest.mark.parametrize("pattern", RULES.values(), ids=RULES)
def test_no_plan_has(pattern: str, papers: Any) -> None:
    assert wrong(papers, pattern) == []


def test_every_rule_of_clean_words_finds_its_fault() -> None:
    faults = [
        "hai  dấu",
        "chữ .",
        "( chữ",
        "hết;.",
        "một,hai",
        "{{ x }}",
        "của None",
        "chậm nhất 5 ngày làm việc",
    ]
    good = "Từ 05 ngày (Điều 5), tháng 5, khoản 2: 1.250 người, 15/3/2025; “có”... của xã./."

    for pattern, fault in zip(RULES.values(), faults, strict=True):
        assert re.search(pattern, fault)
        assert not re.search(pattern, good)


def test_every_sentence_of_the_body_and_every_item_of_a_list_has_its_stop(papers: Any) -> None:
    ends = r"[^.;:\]]$"  # a gap ends with its bracket

    assert wrong(papers, ends, *SENTENCES) == []
    assert wrong(papers, rf"^(- |[a-zđ]\) ).*{ends}") == []


def test_no_paragraph_of_the_body_is_empty(papers: Any) -> None:
    assert wrong(papers, r"^\s*$", *SENTENCES, "Mục", "Khoản", "Quyền hạn", "Họ tên") == []


def doubled(words: str) -> Iterator[str]:
    """Yield words that are said twice running: “xây dựng xây dựng”, “…; theo luật; theo luật”."""
    yield from (found[0] for found in re.finditer(r"\b(\w+(?: \w+){0,3}) \1\b", words))
    clauses = [clause.strip().lower() for clause in words.rstrip(".").split(";")]
    yield from (clause for clause in set(clauses) if clauses.count(clause) > 1)


def test_nothing_is_said_twice_running(papers: Any) -> None:
    found = [
        (unit, twice) for unit, paper in papers for _, text in paper for twice in doubled(text)
    ]

    assert found == []
