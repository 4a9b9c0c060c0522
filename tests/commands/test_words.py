"""Click's own words come out in Vietnamese."""

import ast
import functools
import gettext
import os
import re
import string
import subprocess
import sys
from pathlib import Path

import click
import pytest

COMMANDS = Path(__file__).parents[2] / "docgen" / "commands"
CATALOGUE = COMMANDS / "locale" / "vi" / "LC_MESSAGES"

# words.py is loaded as a file: click must not come in before it by way of a package.
PROGRAM = f"""
import runpy, sys

speak_vietnamese = runpy.run_path({str(COMMANDS / "words.py")!r})["speak_vietnamese"]
assert "click" not in sys.modules
speak_vietnamese()
import click

@click.group(options_metavar="[TÙY CHỌN]", subcommand_metavar="LỆNH [ĐỐI SỐ]…")
@click.version_option("0.1.0")
def docgen():
    "Soạn văn bản."

@docgen.command(options_metavar="[TÙY CHỌN]")
@click.option("--unit", required=True, metavar="MÃ", help="Đơn vị.")
@click.option("--year", type=int, default=2025, show_default=True, metavar="NĂM", help="Năm.")
@click.option("--out", type=click.Path(exists=True, file_okay=False), help="Nơi ghi.")
@click.option("--period", type=click.Choice(["6m", "year"]), help="Kỳ báo cáo.")
@click.option("--signer", nargs=2, metavar="TÊN CHỨC", help="Người ký.")
@click.argument("extra", required=False, metavar="[TỆP]")
def plan(unit, year, out, period, signer, extra):
    "Soạn kế hoạch."
    if extra == "stop":
        raise click.Abort

for line in sys.argv[1:]:
    print("$", line, flush=True)
    try:
        docgen(line.split(), prog_name="docgen")
    except SystemExit:
        sys.stderr.flush()
"""


def entries() -> list[dict[str, str]]:
    """Read messages.po: one dictionary an entry, of msgid, msgid_plural, msgstr, msgstr[0]."""
    found: list[dict[str, str]] = []
    word = ""
    for line in (CATALOGUE / "messages.po").read_text("utf-8").splitlines():
        if line.startswith('"'):
            found[-1][word] += ast.literal_eval(line)
        elif line.startswith("msg"):
            word, text = line.split(" ", 1)
            if word == "msgid":
                found.append({})
            found[-1][word] = ast.literal_eval(text)
    return found


HEADER, *ENTRIES = entries()


def vietnamese(entry: dict[str, str]) -> str:
    return entry["msgstr[0]" if "msgid_plural" in entry else "msgstr"]


def passed_to_gettext() -> set[tuple[str, ...]]:
    """Collect what click's source gives to `_` (one string) and to `ngettext` (two)."""
    found: set[tuple[str, ...]] = {("required",)}  # given by way of a variable
    for path in Path(click.__file__).parent.glob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") in {"_", "ngettext"}:
                texts = [arg.value for arg in node.args if isinstance(arg, ast.Constant)]
                found.add(tuple(str(text) for text in texts))
    return found - {()}


def test_the_mo_holds_exactly_what_the_po_says() -> None:
    expected: dict[str | tuple[str, int], str] = {"": HEADER["msgstr"]}
    for entry in ENTRIES:
        key = (entry["msgid"], 0) if "msgid_plural" in entry else entry["msgid"]
        expected[key] = vietnamese(entry)
    with (CATALOGUE / "messages.mo").open("rb") as compiled:
        catalogue = vars(gettext.GNUTranslations(compiled))["_catalog"]
    assert catalogue == expected, "chạy lại: msgfmt messages.po -o messages.mo"


def test_every_word_of_click_is_in_the_catalogue_and_no_other() -> None:
    ours = {
        (entry["msgid"], entry["msgid_plural"]) if "msgid_plural" in entry else (entry["msgid"],)
        for entry in ENTRIES
    }
    assert ours == passed_to_gettext()


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: entry["msgid"])
def test_a_translation_is_there_and_names_only_what_click_fills_in(entry: dict[str, str]) -> None:
    def fields(text: str) -> set[str]:
        return {name for _, name, _, _ in string.Formatter().parse(text) if name}

    english = entry["msgid"] + entry.get("msgid_plural", "")
    assert vietnamese(entry)
    assert fields(vietnamese(entry)) <= fields(english)
    assert re.findall(r"%\(\w+\)s", vietnamese(entry)) == re.findall(r"%\(\w+\)s", english)


LANGUAGES = ["LANG=C", "LANG=en_US.UTF-8", "LC_ALL=C LANGUAGE=fr", "LC_ALL=de_DE.UTF-8 LANGUAGE=en"]
SENTENCES = [
    ("--help", "Cách dùng: docgen [TÙY CHỌN] LỆNH [ĐỐI SỐ]…"),
    ("--version", "docgen, phiên bản 0.1.0"),
    ("plna", "Lỗi: Không có lệnh “plna”. Có phải là 'plan'?"),
    ("plan", "Lỗi: Thiếu tùy chọn '--unit'."),
    ("plan --help", "[mặc định: 2025]"),
    ("plan --help", "[bắt buộc]"),
    ("plan", "Gõ “docgen plan --help” để xem hướng dẫn."),
    ("plan --help", "--out THƯ_MỤC"),
    ("plan --help", "Hiện hướng dẫn này rồi thoát."),
    ("plan --yaer a", "Không có tùy chọn “--yaer”. Có phải là '--year'?"),
    ("plan --unit", "Sau tùy chọn “--unit” phải có 1 giá trị."),
    ("plan --signer a", "Sau tùy chọn “--signer” phải có 2 giá trị."),
    ("plan --year x", "Giá trị của '--year' không hợp lệ: “x” không phải là số đúng kiểu."),
    ("plan --out /khong-co", "Giá trị của '--out' không hợp lệ: Không có “/khong-co”."),
    ("plan --period 7m", "“7m” không phải là một trong '6m', 'year'."),
    ("plan --unit a b c", "Lỗi: Thừa đối số: c"),
    ("plan --unit a stop", "Đã dừng!"),
]


@functools.cache
def said(language: str) -> dict[str, str]:
    """Run the little program under *language*; return what it says to each command line."""
    kept = {key: os.environ[key] for key in ("PATH", "SYSTEMROOT") if key in os.environ}
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM, *dict(SENTENCES)],
        env=kept | {"PYTHONUTF8": "1"} | dict(pair.split("=") for pair in language.split()),
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stdout
    answers = (answer.partition("\n") for answer in done.stdout.split("$ ")[1:])
    return {line: answer for line, _, answer in answers}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("line, sentence", SENTENCES)
def test_click_speaks_vietnamese_whatever_the_language_of_the_machine(
    line: str, sentence: str, language: str
) -> None:
    assert sentence in said(language)[line]


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_english_word_of_click_is_left(language: str) -> None:
    assert not english_words("\n".join(said(language).values()))


def english_words(text: str) -> set[str]:
    """Return the words of *text* that click's English holds and our Vietnamese does not."""

    def words(text: str) -> set[str]:
        return set(re.findall(r"(?<![\w-])[a-z]{2,}(?!\w)", text.lower()))

    ours = words(" ".join(map(vietnamese, ENTRIES))) | {"year", "plan", "out", "unit"}
    return words(text) & words(" ".join(" ".join(text) for text in passed_to_gettext())) - ours
