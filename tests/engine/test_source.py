"""What Word and LibreOffice do to tags on the way, and what is refused before it gets lost."""

from __future__ import annotations

import re
import zipfile
from pathlib import Path
from typing import Any

import docx
import pytest

from docgen.engine import compile_template
from docgen.errors import TemplateError

RUN = "</w:t></w:r><w:r><w:rPr><w:b/></w:rPr><w:t>"


def complaint(path: Path) -> str:
    with pytest.raises(TemplateError) as caught:
        compile_template(path)
    return str(caught.value)


@pytest.mark.parametrize(
    "typed",
    [
        f"{{{RUN}{{ ten }}}}",
        f"{{{{ te{RUN}n }}}}",
        f"{{{{ ten }}{RUN}}}",
        f'{{{{ t{RUN}e<w:proofErr w:type="spellStart"/>n }}}}',
        '{{ ten</w:t></w:r><w:bookmarkStart w:id="1" w:name="_G"/><w:r><w:t> }}',
        "{{\u00a0ten\u00a0}}",
        "{{ te\u200bn\ufeff }}",
        "{{ ten or “không” }}",
        "{{ ten or ‘không’ }}",
        "{{ ten or &quot;không&quot; }}",
        "{% if 1 &lt; 2 %}{{ ten }}{% endif %}",
        "{# ghi chú của người soạn mẫu #}{{ ten }}",
    ],
)
def test_a_tag_is_read_however_an_editor_has_cut_and_dressed_it(kitchen: Any, typed: str) -> None:
    paragraph = kitchen.p("CHỖ NÀY").replace("CHỖ NÀY", typed)

    assert kitchen.show(paragraph, ten="Cầu Đất").lines == ["Cầu Đất"]


def test_words_in_quotes_inside_a_tag_are_printed_as_typed(kitchen: Any) -> None:
    shown = kitchen.show('{{ "Xăng & dầu <A92>; &amp;" }}')

    assert shown.lines == ["Xăng & dầu <A92>; &amp;"]


def test_a_paragraph_tag_works_with_a_no_break_space_after_its_letter(kitchen: Any) -> None:
    shown = kitchen.show("{%p\u00a0if co %}", "có", "{%p\u00a0endif\u00a0%}", "cuối", co=False)

    assert shown.lines == ["cuối"]


@pytest.mark.parametrize(
    "control",
    [
        '<w:sdt><w:sdtPr><w:id w:val="7"/><w:text/></w:sdtPr><w:sdtContent>{}</w:sdtContent></w:sdt>',
        "<w:sdt><w:sdtPr/><w:sdtEndPr/><w:sdtContent>{}</w:sdtContent></w:sdt>",
        '<w:smartTag w:uri="x" w:element="place">{}</w:smartTag>',
    ],
)
def test_a_content_control_around_a_tag_is_taken_off(kitchen: Any, control: str) -> None:
    run = control.format("<w:r><w:t>{{ ten }}</w:t></w:r>")
    shown = kitchen.show(f"<w:p>{run}</w:p>", ten="một\n\nhai")

    assert shown.lines == ["một", "hai"]
    assert not re.search(r"w:sdt|smartTag", shown.xml)


@pytest.mark.parametrize(
    "body, place",
    [
        (["{%p if co %} chữ thừa", "{%p endif %}"], "đoạn 1 “{%p if co %} chữ thừa”"),
        (["Đầu", "chữ {%p if co %}", "{%p endif %}"], "đoạn 2 “chữ {%p if co %}”"),
        (["{%p if co %}{%p if co %}", "{%p endif %}", "{%p endif %}"], "đoạn 1"),
        (["Kẻ: {{p duong_ke(ten, 13, 100) }}"], "đoạn 1 “Kẻ:"),
    ],
)
def test_words_beside_a_paragraph_tag_would_get_lost_and_are_refused(
    kitchen: Any, body: list[str], place: str
) -> None:
    said = complaint(kitchen.template(*body))

    assert place in said
    assert "phải đứng một mình trong đoạn của nó" in said


def test_words_in_the_row_of_a_row_tag_are_refused(kitchen: Any) -> None:
    table = kitchen.table(["{%tr for d in ds %}", "TT"], ["{{ d }}", ""], ["{%tr endfor %}", ""])

    assert "dòng của bảng 1 “{%tr for d in ds %}TT”" in complaint(kitchen.template(table))


@pytest.mark.parametrize(
    "body, sentence",
    [
        (["một", "{{ ten"], "Mẫu mau.docx, đoạn 2 “{{ ten”"),
        (["{{ ten", "hai }}"], "đoạn 1 “{{ ten”: có tag mở mà không đóng trong cùng một đoạn"),
        (["một", "{{ ten | hoaa }}"], "đoạn 2 “{{ ten | hoaa }}”: không có bộ lọc “hoaa”"),
        (["{% if ten %}"], "tag viết sai: thiếu tag đóng “endif”"),
        (["{%p for d in ds %}", "một"], "tag viết sai: thiếu tag đóng “endfor”"),
        (["{%p endfor %}"], "không có tag “endfor”, hoặc nó không mở ở đâu trước đó"),
        (["{%p if a %}", "{%p endfor %}"], "gặp tag “endfor” khi “if” chưa đóng"),
        (["{{ ten ten }}"], "tag viết sai: gặp “ten” ở chỗ phải là “end of print statement”"),
        (["{{ ten ? }}"], "gặp “?” không đúng chỗ"),
        (["{% if ten is to %}{% endif %}"], "không có phép thử “to”"),
        (["một", "ten }} lẻ"], "đoạn 2 “ten }} lẻ”: có ký hiệu “}}” lẻ"),
        (["{%p if a % 2 %}", "{%p endif %}"], "không dùng được dấu % hay }"),
        (["{%p block a %}", "{%p endblock %}"] * 2, "khối “a” viết hai lần"),
    ],
)  # fmt: skip
def test_a_tag_that_is_written_wrong_is_told_with_template_and_paragraph(
    kitchen: Any, body: list[str], sentence: str
) -> None:
    said = complaint(kitchen.template(*body))

    assert said.startswith("Mẫu mau.docx, ")
    assert sentence in said


def test_a_near_miss_of_a_filter_is_suggested(kitchen: Any) -> None:
    assert "Có phải là “ngay_thang”?" in complaint(kitchen.template("{{ a | ngay_than }}"))


def test_a_tag_cut_by_a_link_is_refused(kitchen: Any) -> None:
    cut = (
        "<w:p><w:r><w:t>{{ te</w:t></w:r>"
        '<w:hyperlink w:anchor="a"><w:r><w:t>n }}</w:t></w:r></w:hyperlink></w:p>'
    )

    assert "gõ lại tag đó liền một mạch" in complaint(kitchen.template(cut))


def test_a_file_that_is_not_there_is_told(tmp_path: Path) -> None:
    assert "không có tệp này" in complaint(tmp_path / "mau.docx")


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04 hong", b"\xd0\xcf\x11\xe0" + b"\0" * 600])
def test_a_file_that_is_no_package_is_told(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "mau.docx"
    path.write_bytes(data)

    assert complaint(path) == "Mẫu mau.docx: không mở được, hoặc không phải tệp .docx"


def test_a_corrupt_package_is_told(kitchen: Any) -> None:
    path = kitchen.template("một")
    data = bytearray(path.read_bytes())
    data[60:400] = b"\xff" * 340
    path.write_bytes(bytes(data))

    assert "không mở được" in complaint(path)


def test_a_package_with_two_parts_of_one_name_is_refused(kitchen: Any) -> None:
    path = kitchen.template("một")
    with zipfile.ZipFile(path, "a") as package, pytest.warns(UserWarning, match="Duplicate"):
        package.writestr("docProps/core.xml", b"<x/>")

    assert "hai phần trùng tên" in complaint(path)


@pytest.mark.parametrize("part", ["word/document.xml", "word/styles.xml", "[Content_Types].xml"])
def test_a_package_that_is_no_word_document_is_refused(kitchen: Any, part: str) -> None:
    path = kitchen.template("một")
    with zipfile.ZipFile(path) as package:
        parts = {name: package.read(name) for name in package.namelist() if name != part}
    with zipfile.ZipFile(path, "w") as package:
        for name, data in parts.items():
            package.writestr(name, data)

    assert "không phải tệp .docx của Word" in complaint(path)


def test_a_dotx_that_was_only_renamed_is_refused(kitchen: Any) -> None:
    path = kitchen.change(
        kitchen.template("một"),
        "[Content_Types].xml",
        "wordprocessingml.document.main",
        "wordprocessingml.template.main",
    )

    assert "đổi đuôi" in complaint(path)


def test_a_strict_open_xml_file_is_refused(kitchen: Any) -> None:
    path = kitchen.change(
        kitchen.template("một"),
        "word/document.xml",
        "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        "http://purl.oclc.org/ooxml/wordprocessingml/main",
    )

    assert "mở bằng Word rồi lưu lại" in complaint(path)


def test_a_template_made_by_python_docx_works(tmp_path: Path, kitchen: Any) -> None:
    document = docx.Document()
    document.styles.add_style("Đường kẻ", docx.enum.style.WD_STYLE_TYPE.PARAGRAPH)  # type: ignore[attr-defined]
    document.add_paragraph("Kính gửi: {{ ten }}")
    document.save(str(tmp_path / "mau.docx"))

    assert kitchen.render(tmp_path / "mau.docx", ten="A & B").lines == ["Kính gửi: A & B"]


def test_a_frame_without_the_style_of_rules_is_refused(kitchen: Any) -> None:
    path = kitchen.change(
        kitchen.template("một"), "word/styles.xml", 'w:val="Đường kẻ"', 'w:val="X"'
    )

    assert "khung thiếu kiểu “Đường kẻ”" in complaint(path)


def test_paragraphs_are_counted_as_in_word_with_those_of_tags_and_tables(kitchen: Any) -> None:
    table = kitchen.table(["{%tr for d in ds %}", ""], ["{{ d }}", "x"], ["{%tr endfor %}", ""])
    path = kitchen.template("{%p if ds %}", table, "{%p endif %}", "đây: {{ khong_co }}")

    with pytest.raises(TemplateError, match=r"Mẫu mau\.docx, đoạn 9 “đây: {{ khong_co }}”"):
        kitchen.render(path, ds=["một", "hai"])


def test_a_section_that_hangs_on_the_paragraph_of_a_tag_is_kept(kitchen: Any) -> None:
    tag = kitchen.p("{%p if ten %}").replace(
        "</w:pPr>", "<w:sectPr><w:titlePg/></w:sectPr></w:pPr>"
    )
    shown = kitchen.show("trước", tag, "{{ ten }}", "{%p endif %}", ten="A")

    assert shown.lines == ["trước", "", "A"]
    assert shown.xml.count("<w:titlePg/></w:sectPr></w:pPr></w:p>") == 1
