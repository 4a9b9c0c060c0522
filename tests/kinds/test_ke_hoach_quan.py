"""The founding document: what docgen makes for the district is that document, word for word."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

HERE = Path(__file__).parent


@pytest.fixture(scope="module")
def plan(
    make: Callable[..., Path], lines: Callable[[Path], Any], sample: Path,
    tmp_path_factory: pytest.TempPathFactory,
) -> list[str]:  # fmt: skip
    path = make(sample, "quan-ngo-quyen", tmp_path_factory.mktemp("out"))
    return [spaced(line.text) for line in lines(path)]


def spaced(text: str) -> str:
    return text.replace("\N{NO-BREAK SPACE}", " ").strip()


def between(plan: list[str], first: str, last: str) -> list[str]:
    start = plan.index(first)
    end = next(i for i, text in enumerate(plan) if i >= start and text.endswith(last))
    return [text for text in plan[start : end + 1] if text]


def test_the_words_and_italics_are_those_of_the_founding_document(plan: list[str]) -> None:
    expected = (HERE / "ke-hoach-quan-ngo-quyen.txt").read_text("utf-8").splitlines()

    assert between(plan, "KẾ HOẠCH", "./.") == expected


def test_number_and_date_are_left_open(plan: list[str]) -> None:
    squeezed = [re.sub(" +", " ", text) for text in plan]

    assert "Số: /KH-UBND" in squeezed
    assert "Quận Ngô Quyền, ngày tháng năm 2025" in squeezed


def test_the_letterhead_is_rebuilt(plan: list[str]) -> None:
    head = [text for text in plan[: plan.index("KẾ HOẠCH")] if text]

    assert head[:2] == ["ỦY BAN NHÂN DÂN", "QUẬN NGÔ QUYỀN"]
    assert "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM" in head
    assert "Độc lập - Tự do - Hạnh phúc" in head


def test_noi_nhan_has_the_ten_lines_the_last_as_the_decree_writes_it(plan: list[str]) -> None:
    start = plan.index("Nơi nhận:")

    assert plan[start + 1 : start + 11] == [
        "- Thường trực Quận ủy;",
        "- Thường trực HĐND quận;",
        "- CT, các PCT UBND quận;",
        "- Ủy ban MTTQ VN và các tổ chức chính trị - XH quận;",
        "- Ban Dân vận Quận ủy;",
        "- Các Ban HĐND quận;",
        "- Các phòng, ban, ngành, đơn vị sự nghiệp công lập thuộc quận;",
        "- Các trường học thuộc quận;",
        "- UBND các phường;",
        "- Lưu: VT, NV (02).",
    ]


def test_the_deputy_signs_for_the_collective(plan: list[str]) -> None:
    end = plan.index("- Lưu: VT, NV (02).")

    assert [text for text in plan[end + 1 :] if text] == [
        "TM. ỦY BAN NHÂN DÂN",
        "KT. CHỦ TỊCH",
        "PHÓ CHỦ TỊCH",
        "Đặng Văn Khởi",
    ]
