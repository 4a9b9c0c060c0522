"""Legal bases that are not in force on the day of the document."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from datetime import timedelta
from typing import Any, Literal

import pytest

from docgen.errors import Problem
from docgen.law import law_problems
from docgen.load.workspace import Workspace, load_workspace

Show = Callable[[Problem], tuple[str, str, str]]


def test_an_expired_basis_is_told_with_what_replaces_it(desk: Any, show: Show) -> None:
    (problem,) = desk.ward("y_rieng: Thực hiện Nghị định số 04/2015/NĐ-CP của Chính phủ.")

    assert show(problem) == ("legal-basis-expired", "2:33", "04/2015/NĐ-CP")
    assert problem.message.startswith("04/2015/NĐ-CP (Nghị định về thực hiện dân chủ trong cơ quan")
    assert "hết hiệu lực từ ngày 15/8/2023, trước ngày 10/02/2025 của văn bản" in problem.message
    assert problem.hint.startswith("viện dẫn 59/2023/NĐ-CP (Nghị định quy định chi tiết")
    assert "có hiệu lực từ ngày 15/8/2023" in problem.hint
    assert "khoản 6 Mục II Phần I Phụ lục I Nghị định 30/2020/NĐ-CP" in problem.hint
    assert problem.warning


@pytest.mark.parametrize(
    "number",
    [
        "04/2015/NĐ-CP",
        "4/2015/NĐ-CP",
        "04 / 2015 / NĐ - CP",
        "04/2015/NĐ–CP",
        "04/2015/nđ-cp",
        "34/2007/PL-UBTVQH11",
        "36/2017/TT-BGDĐT",
        "37/2014/NĐ-CP",
        "159/2016/NĐ-CP",
        "110/2004/NĐ-CP",
        "01/2011/TT-BNV",
        "77/2015/QH13",
        "09/2008/NQLT-CP-UBTWMTTQVN",
    ],
)
@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_a_number_is_known_however_it_is_typed(
    desk: Any, show: Show, number: str, form: Literal["NFC", "NFD"]
) -> None:
    text = unicodedata.normalize(form, f"y_rieng: Thực hiện văn bản {number} - Luật cũ.")
    (problem,) = desk.ward(text, year=2026)

    assert show(problem)[::2] == ("legal-basis-expired", number)


@pytest.mark.parametrize(
    "text",
    [
        "Thực hiện Luật số 10/2022/QH15, Nghị định số 59/2023/NĐ-CP.",
        "Kế hoạch số 104/2015/NĐ-CP của ta.",
        "Số 04/2015/NĐ-CPX và 1/04/2015/NĐ-CP.",
        "Nghị định số 59/2023/NĐ-CP thay thế Nghị định số 04/2015/NĐ-CP.",
        "Kế hoạch số 2/KH-UBND ngày 05/3/2016 về thực hiện Nghị định 04/2015/NĐ-CP.",
        "Nghị định 04/2015/NĐ-CP (đã được thay thế bởi Nghị định 59/2023/NĐ-CP).",
        "Nghị định 04/2015/NĐ-CP trước đây.",
        "Tổng kết 10 năm thực hiện Nghị định 04/2015/NĐ-CP.",
        "Phổ biến Luật số 50/2024/QH15 (có hiệu lực từ 01/7/2025).",
    ],
)
def test_what_is_in_force_or_only_spoken_of_is_left_alone(desk: Any, text: str) -> None:
    assert desk.ward(f'y_rieng: "{text}"') == []


@pytest.mark.parametrize(
    "text",
    [
        "Thực hiện 04/2015/NĐ-CP, nâng cao hiệu lực, hiệu quả quản lý.",
        "Tổng kết năm, theo Nghị định 04/2015/NĐ-CP.",
        "Thay mặt tập thể, làm theo 04/2015/NĐ-CP.",
    ],
)
def test_words_that_sound_alike_excuse_nothing(desk: Any, text: str) -> None:
    assert len(desk.ward(f'y_rieng: "{text}"')) == 1


def test_the_basis_is_judged_on_the_day_of_the_document(desk: Any, show: Show) -> None:
    text = "y_rieng: Căn cứ Nghị định 37/2014/NĐ-CP."

    assert desk.ward(text) == []
    (problem,) = desk.ward(f"{text}\nso: 7\nngay: 01/3/2025")
    assert show(problem) == ("legal-basis-expired", "2:27", "37/2014/NĐ-CP")
    assert "viện dẫn 45/2025/NĐ-CP" in problem.hint
    (later,) = desk.ward(text, year=2026)
    assert "viện dẫn 150/2025/NĐ-CP" in later.hint  # 45/2025 itself has been replaced by then


def test_a_basis_that_is_not_yet_in_force_is_told(desk: Any, show: Show) -> None:
    (problem,) = desk.ward("y_rieng: Căn cứ Nghị định 150/2025/NĐ-CP.")

    assert show(problem) == ("legal-basis-early", "2:27", "150/2025/NĐ-CP")
    assert "có hiệu lực từ ngày 01/7/2025, sau ngày 10/02/2025 của văn bản" in problem.message
    assert desk.ward("y_rieng: Căn cứ Nghị định 150/2025/NĐ-CP.", year=2026) == []


def test_a_cited_document_is_judged_on_its_own_day(desk: Any) -> None:
    """Nghị quyết năm 2014 về Nghị định 37/2014: right when it was made."""
    text = "nghi_quyet: {{so: 5/NQ-HĐND, ngay: {day}, trich_yeu: thực hiện 37/2014/NĐ-CP}}"

    assert desk.ward(text.format(day="12/12/2024"), year=2026) == []
    assert len(desk.ward(text.format(day="12/12/2025"), year=2026)) == 1


def told(desk: Any) -> list[tuple[str, int]]:
    found = law_problems(desk.load())
    return [(one.place.path.relative_to(desk.root).as_posix(), one.place.line) for one in found]


def test_the_units_file_and_the_years_are_read_too(desk: Any) -> None:
    unit = (desk.root / "data/don_vi/phuong-c.yaml").read_text("utf-8")
    desk.write("data/don_vi/phuong-c.yaml", f"{unit}dia_chi: Theo 34/2007/PL-UBTVQH11\n")
    year = (desk.root / "data/nam/2025.yaml").read_text("utf-8")
    desk.write("data/nam/2025.yaml", f"{year}chu_de:\n  thanh-pho: Thực hiện 04/2015/NĐ-CP\n")

    assert told(desk) == [
        ("data/don_vi/phuong-c.yaml", unit.count("\n") + 1),
        ("data/nam/2025.yaml", year.count("\n") + 2),
    ]


def test_without_the_vocabulary_nothing_is_told(desk: Any) -> None:
    (desk.root / "data/danh_muc/van_ban_phap_luat.yaml").unlink()

    assert desk.ward("y_rieng: Thực hiện Nghị định số 04/2015/NĐ-CP.") == []
    assert not [one for one in desk.load().problems if "van_ban" in str(one.place.path)]


@pytest.fixture(scope="module")
def vocabulary(sample: Any) -> Workspace:
    return load_workspace(sample)


def test_the_vocabulary_is_of_one_piece(vocabulary: Workspace) -> None:
    """Each number is there once; who replaces another is in force the day after, and is there."""
    laws = {law.so: law for law in vocabulary.laws}

    assert len(laws) == len(vocabulary.laws) > 30
    for law in vocabulary.laws:
        assert bool(law.thay_boi) == bool(law.den), law.so
        if law.thay_boi and law.den:
            heir = laws[law.thay_boi]
            assert heir.tu is not None
            assert heir.tu <= law.den + timedelta(days=1), law.so


def test_every_number_is_written_in_full(vocabulary: Workspace) -> None:
    for law in vocabulary.laws:
        assert re.fullmatch(r"\d{2,3}/\d{4}/[A-ZĐa-zđ0-9-]+", law.so), law.so


def test_the_table_of_laws_is_made_once_for_all_papers(
    desk: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []

    def counted(number: str) -> str:
        asked.append(number)
        return number

    monkeypatch.setattr("docgen.law.lexicon.law_key", counted)
    workspace = desk.load()
    law_problems(workspace)

    assert len(asked) == len(workspace.laws)
