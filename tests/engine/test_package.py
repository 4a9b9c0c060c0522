"""The package: what a document does not change is the frame's, and the same input gives the same bytes."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import zipfile
from io import BytesIO
from pathlib import Path
from typing import Any

import docx
import pytest
from lxml import etree

from docgen.engine import compile_template, render
from docgen.errors import TemplateError

ROOT = Path(__file__).resolve().parents[2]
CHANGED = {"word/document.xml", "docProps/core.xml"}
PROGRAM = """
import hashlib, sys
from pathlib import Path
from docgen.engine import compile_template, render
values = {"van_ban": {"thoi_diem": "2025-02-10T00:00:00Z", "tieu_de": "A"},
          "don_vi": {"ten": "B"}, "ds": ["*a*", "b & c"], "ten": "x"}
print(hashlib.sha256(render(compile_template(Path(sys.argv[1])), values)).hexdigest())
"""


def test_parts_that_a_document_does_not_change_are_the_frames_byte_for_byte(kitchen: Any) -> None:
    shown = kitchen.show("Kính gửi: {{ ten }}", ten="A")
    same = {name: data for name, data in shown.parts.items() if name not in CHANGED}

    assert same == {name: data for name, data in kitchen.base.items() if name not in CHANGED}
    assert shown.parts.keys() == kitchen.base.keys()


def test_a_child_brings_its_words_only_and_no_part_of_its_package(
    kitchen: Any, frame: Path
) -> None:
    child = kitchen.child("{%p block noi_dung %}", "con", "{%p endblock %}")
    kitchen.change(child, "word/styles.xml", "</w:styles>", "<!-- con --></w:styles>")

    assert b"<!-- con -->" not in kitchen.render(child).parts["word/styles.xml"]


def test_a_document_opens_everywhere_and_holds_no_tag(kitchen: Any, frame: Path) -> None:
    shown = kitchen.render(
        kitchen.child("{%p block noi_dung %}", "{{ ten }}", "{%p endblock %}"), ten="A"
    )
    with zipfile.ZipFile(BytesIO(shown.data)) as package:
        infos = package.infolist()

    assert infos[0].filename == "[Content_Types].xml"
    assert {info.date_time for info in infos} == {(1980, 1, 1, 0, 0, 0)}
    headers = [shown.data[info.header_offset :][10:14] for info in infos]
    assert set(headers) == {b"\x00\x00\x21\x00"}  # the same, in the headers before the parts
    assert [p.text for p in docx.Document(BytesIO(shown.data)).paragraphs] == ["Đầu", "A", "Cuối"]
    assert not re.search(rb"\{[{%#]|[}%#]\}", b"".join(shown.parts.values()))


def test_equal_values_give_equal_bytes_whatever_the_process(kitchen: Any) -> None:
    path = kitchen.template("{%p for d in ds %}", "{{ muc() }} {{ d }} {{ ten }}", "{%p endfor %}")
    sums = set()
    for seed, zone in (("1", "Asia/Ho_Chi_Minh"), ("2", "America/New_York"), ("3", "UTC")):
        env = os.environ | {"PYTHONHASHSEED": seed, "TZ": zone, "PYTHONPATH": str(ROOT)}
        command = [sys.executable, "-c", PROGRAM, str(path)]
        done = subprocess.run(command, env=env, capture_output=True, text=True, check=True)
        sums.add(done.stdout)

    assert len(sums) == 1


def test_one_compiled_template_makes_many_documents_that_know_nothing_of_each_other(
    kitchen: Any,
) -> None:
    path = kitchen.template("{{ muc() }} {{ ten }}")
    compiled = compile_template(path)
    values = {"van_ban": {"thoi_diem": "", "tieu_de": ""}, "don_vi": {"ten": ""}}
    first, other, again = (render(compiled, values | {"ten": ten}) for ten in ("A", "B", "A"))

    assert first == again != other


def test_title_author_and_days_of_the_file_come_from_the_values(kitchen: Any) -> None:
    core = docx.Document(BytesIO(kitchen.show("một").data)).core_properties

    assert core.title == "Kế hoạch năm 2025"
    assert core.author == "Ủy ban nhân dân phường Cầu Đất"
    assert (
        f"{core.created:%d/%m/%Y %H:%M}" == f"{core.modified:%d/%m/%Y %H:%M}" == "10/02/2025 00:00"
    )


def test_the_last_editor_of_a_frame_and_its_clock_are_not_passed_on(kitchen: Any) -> None:
    path = kitchen.change(
        kitchen.template("một"),
        "docProps/core.xml",
        "</cp:coreProperties>",
        "<cp:lastModifiedBy>Nguyễn Văn A</cp:lastModifiedBy><cp:revision>7</cp:revision>"
        "<cp:lastPrinted>2026-11-22T10:00:00Z</cp:lastPrinted></cp:coreProperties>",
    )
    kitchen.change(path, "docProps/core.xml", "2025-01-01T00:00:00Z", "2026-11-22T10:11:12Z")
    told = kitchen.render(path).parts["docProps/core.xml"].decode("utf-8")

    assert not re.search("Nguyễn Văn A|revision|2026", told)
    assert told.count("2025-02-10T00:00:00Z") == 2


def test_properties_without_a_tag_lose_their_clock_too(kitchen: Any) -> None:
    core = kitchen.base["docProps/core.xml"].decode("utf-8")
    path = kitchen.change(
        kitchen.template("một"), "docProps/core.xml", core, re.sub(r"\{\{.*?\}\}", "x", core)
    )

    assert b"2025-01-01" not in kitchen.render(path).parts["docProps/core.xml"]


@pytest.mark.parametrize(
    "part, data",
    [
        ("docProps/custom.xml", b'<Properties xmlns="urn:p"><property name="A"/></Properties>'),
        ("docMetadata/LabelInfo.xml", b'<clbl:labelList xmlns:clbl="urn:l"/>'),
        ("docProps/thumbnail.jpeg", bytes(range(256))),
        ("customXml/item1.xml", b"<a>{28A0092B-C50C-407E-A947-70E740481C1C}</a>"),
        ("word/theme/theme1.xml", b'<a:theme xmlns:a="urn:a" uri="{05A4C25C-085E}"/>'),
    ],
)
def test_parts_that_word_adds_are_passed_on_as_they_are(
    kitchen: Any, part: str, data: bytes
) -> None:
    assert kitchen.render(kitchen.template("một", **{part: data})).parts[part] == data


@pytest.mark.parametrize("part", ["word/header1.xml", "word/header2.xml"])
def test_a_tag_in_a_header_is_filled_though_word_has_cut_it(kitchen: Any, part: str) -> None:
    words = "<w:p><w:r><w:t>{</w:t></w:r><w:r><w:t>{ ten }}</w:t></w:r></w:p></w:hdr>"
    path = kitchen.change(kitchen.template("một"), part, "</w:hdr>", words)
    shown = kitchen.render(path, ten="A & *B*\n\nC")
    root = etree.fromstring(shown.parts[part])
    paragraphs = ["".join(p.itertext()) for p in root]

    assert paragraphs[-2:] == ["A & B", "C"]


def test_a_mistake_in_a_header_names_the_part(kitchen: Any) -> None:
    words = "<w:p><w:r><w:t>{{ khong_co }}</w:t></w:r></w:p></w:hdr>"
    path = kitchen.change(kitchen.template("một"), "word/header1.xml", "</w:hdr>", words)

    with pytest.raises(TemplateError, match=r"Mẫu mau.docx:word/header1.xml, đoạn 2 “{{ khong_co"):
        kitchen.render(path)
    kitchen.change(path, "word/header1.xml", "khong_co }}", "khong_co")
    with pytest.raises(TemplateError, match=r"Mẫu mau.docx:word/header1.xml, đoạn 2"):
        compile_template(path)


def test_a_large_document_is_whole(kitchen: Any) -> None:
    shown = kitchen.show("{%p for d in ds %}", "{{ d }}", "{%p endfor %}", ds=["chữ " * 100] * 3000)

    assert len(shown.lines) == 3000
