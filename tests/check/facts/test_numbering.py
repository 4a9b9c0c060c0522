"""What automatic numbering prints."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from docgen.check.facts import read_layout
from docgen.check.facts.numbering import spell
from tests.check.docx import make_docx, p, style


def level(depth: int, text: str, form: str = "decimal", more: str = "", start: str = "1") -> str:
    return (
        f'<w:lvl w:ilvl="{depth}"><w:start w:val="{start}"/><w:numFmt w:val="{form}"/>{more}'
        f'<w:lvlText w:val="{text}"/></w:lvl>'
    )


def lists(
    levels: str, nums: str = '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
) -> str:
    return f'<w:abstractNum w:abstractNumId="0">{levels}</w:abstractNum>{nums}'


def item(number: int = 1, depth: int = 0) -> str:
    return p("a", f'<w:numPr><w:ilvl w:val="{depth}"/><w:numId w:val="{number}"/></w:numPr>')


def numbers(folder: Path, body: str, levels: str, **parts: Any) -> list[str]:
    numbering = levels if levels.startswith("<w:abstractNum") else lists(levels)
    layout = read_layout(make_docx(folder, body, numbering=numbering, **parts))
    return [paragraph.number for paragraph in layout.body]


OUTLINE = level(0, "%1.", "upperRoman") + level(1, "%2.") + level(2, "%3)", "lowerLetter")
OVERRIDE = (
    '<w:num w:numId="2"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0">'
    '<w:startOverride w:val="5"/></w:lvlOverride></w:num>'
)
SAME = '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'


@pytest.mark.parametrize(
    "body, levels, expected",
    [
        (item() * 3, level(0, "%1."), ["1.", "2.", "3."]),
        (item() * 2, level(0, "Điều %1."), ["Điều 1.", "Điều 2."]),
        (item() * 2, level(0, "%1.", start="0"), ["0.", "1."]),
        (item() * 2, level(0, "%1)", "decimalZero"), ["01)", "02)"]),
        (item() * 2, level(0, "", "none"), ["", ""]),
        (item(), level(0, "\uf0b7", "bullet"), ["•"]),
        (item(), level(0, "\uf02d", "bullet"), ["-"]),
        (item(), level(0, "\uf0e0", "bullet"), ["•"]),
        (item(), level(0, "-", "bullet"), ["-"]),
        (item(9), level(0, "%1."), [""]),
        (item(1, 8), level(0, "%1."), [""]),
        (item(0), level(0, "%1."), [""]),
        (item() + item(1, 1) * 2 + item() + item(1, 1), OUTLINE, ["I.", "1.", "2.", "II.", "1."]),
        (item() + item(1, 1) + item(1, 2) * 2 + item(1, 1) + item(1, 2), OUTLINE, ["I.", "1.", "a)", "b)", "2.", "a)"]),
        (item() + item(1, 1) + item() + item(1, 1), level(0, "%1.") + level(1, "%2.", more='<w:lvlRestart w:val="0"/>'), ["1.", "1.", "2.", "2."]),
        (item() + item(1, 1) * 2, level(0, "%1.", "upperRoman") + level(1, "%1.%2."), ["I.", "I.1.", "I.2."]),
        (item() + item(1, 1), level(0, "%1.", "upperRoman") + level(1, "%1.%2.", more="<w:isLgl/>"), ["I.", "1.1."]),
        (item(1, 1), OUTLINE.replace('"%2."', '"%1.%2."'), ["I.1."]),
        (item() + item(2) * 2 + item(), lists(level(0, "%1."), SAME + OVERRIDE), ["1.", "5.", "6.", "7."]),
        (item() + item(2), lists(level(0, "%1."), SAME + SAME.replace('"1"', '"2"')), ["1.", "2."]),
        (item() + p("b") + item(), level(0, "%1."), ["1.", "", "2."]),
    ],
)  # fmt: skip
def test_a_list_counts(tmp_path: Path, body: str, levels: str, expected: list[str]) -> None:
    assert numbers(tmp_path, body, levels) == expected


def test_a_style_numbers_its_paragraphs_at_its_own_level(tmp_path: Path) -> None:
    levels = level(0, "%1.", "upperRoman", '<w:pStyle w:val="Muc"/>')
    levels += level(1, "%2.", more='<w:pStyle w:val="Khoan"/>')
    listed = '<w:numPr><w:numId w:val="1"/></w:numPr>'
    body = "".join(
        p("a", f'<w:pStyle w:val="{name}"/>') for name in ("Muc", "Khoan", "Khoan", "Muc")
    )

    found = numbers(tmp_path, body, levels, styles=style("Muc", listed) + style("Khoan", listed))

    assert found == ["I.", "1.", "2.", "II."]


def test_a_list_may_be_kept_by_a_numbering_style(tmp_path: Path) -> None:
    styles = (
        '<w:style w:type="numbering" w:styleId="DS"><w:name w:val="DS"/><w:pPr><w:numPr>'
        '<w:numId w:val="2"/></w:numPr></w:pPr></w:style>'
    )
    numbering = (
        '<w:abstractNum w:abstractNumId="0"><w:numStyleLink w:val="DS"/></w:abstractNum>'
        f'<w:abstractNum w:abstractNumId="1">{level(0, "%1)")}</w:abstractNum>{SAME}'
        '<w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>'
    )

    assert numbers(tmp_path, item(), numbering, styles=styles) == ["1)"]


@pytest.mark.parametrize(
    "number, form, printed",
    [
        (1, "lowerLetter", "a"),
        (26, "upperLetter", "Z"),
        (27, "lowerLetter", "aa"),
        (4, "upperRoman", "IV"),
        (1994, "lowerRoman", "mcmxciv"),
        (2_000_000_000, "upperRoman", "2000000000"),
        (2_000_000_000, "lowerLetter", "2000000000"),
        (0, "upperRoman", "0"),
        (7, "thaiNumbers", "7"),
    ],
)
def test_a_number_is_spelt(number: int, form: str, printed: str) -> None:
    assert spell(number, form) == printed
