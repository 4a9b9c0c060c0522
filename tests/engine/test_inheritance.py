"""A kind's template extends the frame, fills its blocks, and brings nothing that it does not hold."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from docgen.engine import compile_template
from docgen.errors import TemplateError

BLOCK = ("{%p block noi_dung %}", "{%p endblock %}")


def complaint(path: Path) -> str:
    with pytest.raises(TemplateError) as caught:
        compile_template(path)
    return str(caught.value)


def test_a_child_fills_a_block_and_the_frame_is_around_it(kitchen: Any, frame: Path) -> None:
    child = kitchen.child("{%p block noi_dung %}", "của con", "{%p endblock %}")

    assert kitchen.render(child).lines == ["Đầu", "của con", "Cuối"]


def test_a_block_that_a_child_leaves_alone_is_the_frames(kitchen: Any, frame: Path) -> None:
    assert kitchen.render(kitchen.child()).lines == ["Đầu", "của khung", "Cuối"]


def test_a_child_may_add_to_what_the_frame_says(kitchen: Any, frame: Path) -> None:
    child = kitchen.child("{%p block noi_dung %}", "thêm", "{{p super() }}", "{%p endblock %}")

    assert kitchen.render(child).lines == ["Đầu", "thêm", "của khung", "Cuối"]


def test_a_grandchild_works_as_a_child_does(kitchen: Any, frame: Path) -> None:
    kitchen.child(
        "{%p block noi_dung %}", "con", "{%p block rieng %}", "{%p endblock %}", "{%p endblock %}"
    )
    path = kitchen.child(
        "{%p block rieng %}", "cháu", "{%p endblock %}", name="chau.docx", frame="con.docx"
    )

    assert kitchen.render(path).lines == ["Đầu", "con", "cháu", "Cuối"]


def test_a_macro_of_the_frame_opens_an_annex_with_its_section(kitchen: Any, frame: Path) -> None:
    child = kitchen.child(
        "{%p block phu_luc %}",
        '{%p call mo_phu_luc("LỊCH & VIỆC NĂM " ~ nam) %}',
        "Nội dung {{ muc() }}",
        "{%p endcall %}",
        "{%p endblock %}",
    )
    shown = kitchen.render(child, nam=2025)

    assert shown.lines[-3:] == ["", "LỊCH & VIỆC NĂM 2025", "Nội dung I"]
    assert shown.xml.count("<w:sectPr") == 2


def test_a_macro_of_the_child_works_in_its_blocks(kitchen: Any, frame: Path) -> None:
    child = kitchen.child(
        "{%p macro dong(ten) %}", "- {{ ten }};", "{%p endmacro %}",
        "{%p block noi_dung %}", '{{p dong("A & B") }}', "{%p endblock %}",
    )  # fmt: skip

    assert kitchen.render(child).lines == ["Đầu", "- A & B;", "Cuối"]


def test_another_file_can_be_included_in_its_own_styles(kitchen: Any, frame: Path) -> None:
    kitchen.template("chung cho {{ ten }}", name="chung.docx")
    child = kitchen.child("{%p block noi_dung %}", '{%p include "chung.docx" %}', "{%p endblock %}")

    assert kitchen.render(child, ten="A & B").lines == ["Đầu", "chung cho A & B", "Cuối"]


def test_what_stands_before_extends_is_not_printed(kitchen: Any, frame: Path) -> None:
    child = kitchen.template(
        "Hướng dẫn cho người soạn mẫu", '{%p extends "khung.docx" %}', *BLOCK, name="con.docx"
    )

    assert kitchen.render(child).lines == ["Đầu", "Cuối"]


def test_what_stands_before_extends_is_counted_where_a_mistake_is_told(
    kitchen: Any, frame: Path
) -> None:
    path = kitchen.template(
        "Hướng dẫn", '{%p extends "khung.docx" %}', *BLOCK, "lạc", name="con.docx"
    )

    assert "Mẫu con.docx, đoạn 5 “lạc”" in complaint(path)


@pytest.mark.parametrize("typed", ["“khung.docx”", "‘khung.docx’", "&quot;khung.docx&quot;"])
def test_extends_is_read_in_any_quotes(kitchen: Any, frame: Path, typed: str) -> None:
    extends = kitchen.p("CHỖ NÀY").replace("CHỖ NÀY", f"{{%p extends {typed} %}}")

    assert kitchen.render(kitchen.template(extends, *BLOCK)).lines == ["Đầu", "Cuối"]


@pytest.mark.parametrize("outside", ["chữ lạc", "{{ ten }}", "{{p duong_ke(ten, 13, 165) }}"])
def test_what_stands_outside_all_blocks_of_a_child_is_named(
    kitchen: Any, frame: Path, outside: str
) -> None:
    said = complaint(kitchen.child(*BLOCK, outside))

    assert said.startswith("Mẫu con.docx, đoạn 4 “")
    assert "chữ nằm ngoài mọi khối (block)" in said


def test_words_in_a_table_outside_all_blocks_are_named(kitchen: Any, frame: Path) -> None:
    assert "“TT”" in complaint(kitchen.child(kitchen.table(["", "TT"]), *BLOCK))


@pytest.mark.parametrize(
    "tags",
    [
        ("{%p if ten %}", *BLOCK, "{%p endif %}"),
        ('{%p call mo_phu_luc("A") %}', "{%p endcall %}"),
    ],
)
def test_a_tag_that_does_nothing_outside_a_block_is_named(
    kitchen: Any, frame: Path, tags: tuple[str, ...]
) -> None:
    assert "đoạn 2 “{%" in (said := complaint(kitchen.child(*tags)))
    assert "nằm ngoài mọi khối (block) nên không có tác dụng" in said


def test_a_block_that_the_frame_does_not_have_is_named(kitchen: Any, frame: Path) -> None:
    said = complaint(kitchen.child("{%p block noi_dug %}", "mất", "{%p endblock %}"))

    assert "đoạn 2" in said
    assert "khung không có khối “noi_dug”. Có phải là “noi_dung”?" in said


def test_a_style_of_a_child_is_the_frames_style_of_that_name(kitchen: Any, frame: Path) -> None:
    child = kitchen.child("{%p block noi_dung %}", "của con", "{%p endblock %}")
    own = kitchen.styles["Nội dung"]
    for part in ("word/document.xml", "word/styles.xml"):
        kitchen.change(child, part, f'"{own}"', '"Nidung"')
    shown = kitchen.render(child)

    assert "Nidung" not in shown.xml
    assert shown.xml.count(f'w:val="{own}"') == 3


def test_a_style_that_the_frame_does_not_have_is_named(kitchen: Any, frame: Path) -> None:
    child = kitchen.child(BLOCK[0], kitchen.p("một"), kitchen.p("hai", "Kiểu lạ"), BLOCK[1])
    said = complaint(child)

    assert "Mẫu con.docx, đoạn 4 “hai”: kiểu “Kiểu lạ” không có trong khung khung.docx" in said


def test_a_frame_that_uses_a_style_without_defining_it_is_refused(kitchen: Any) -> None:
    said = complaint(kitchen.template("một", kitchen.p("hai", "KieuLa")))

    assert said == "Mẫu mau.docx, đoạn 2 “hai”: kiểu “KieuLa” chưa định nghĩa"


FOREIGN = {
    "hình ảnh": '<w:r><w:drawing><a:blip r:embed="rId9"/></w:drawing></w:r>',
    "liên kết": '<w:hyperlink r:id="rId9"><w:r><w:t>x</w:t></w:r></w:hyperlink>',
    "chú thích cuối trang": '<w:r><w:footnoteReference w:id="2"/></w:r>',
    "nhận xét (comment)": '<w:r><w:commentReference w:id="0"/></w:r>',
    "chữ đang theo dõi sửa đổi": '<w:ins w:id="1" w:author="A"><w:r><w:t>x</w:t></w:r></w:ins>',
    "theo dõi sửa đổi": '<w:r><w:rPr><w:rPrChange w:id="1"><w:rPr/></w:rPrChange></w:rPr></w:r>',
    "ngắt phần (section)": "<w:pPr><w:sectPr/></w:pPr>",
    "đánh số tự động của Word": (
        '<w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr>'
    ),
}


@pytest.mark.parametrize("what, xml", FOREIGN.items())
def test_a_thing_that_the_frame_does_not_hold_is_named_with_its_paragraph(
    kitchen: Any, frame: Path, what: str, xml: str
) -> None:
    paragraph = f"<w:p>{xml}<w:r><w:t>chỗ này</w:t></w:r></w:p>"
    said = complaint(kitchen.child(BLOCK[0], "một", paragraph, BLOCK[1]))

    assert said.startswith("Mẫu con.docx, đoạn 4 “")
    assert "chỗ này" in said
    assert what in said


@pytest.mark.parametrize("what", ["nhận xét (comment)", "chữ đang theo dõi sửa đổi"])
def test_a_frame_with_traces_of_a_review_is_refused(kitchen: Any, what: str) -> None:
    assert what in complaint(kitchen.template(f"<w:p>{FOREIGN[what]}</w:p>"))


def test_numbering_that_is_switched_off_is_no_numbering(kitchen: Any, frame: Path) -> None:
    off = '<w:p><w:pPr><w:numPr><w:numId w:val="0"/></w:numPr></w:pPr></w:p>'

    assert kitchen.render(kitchen.child(BLOCK[0], off, BLOCK[1])).lines == ["Đầu", "", "Cuối"]


@pytest.mark.parametrize("xml", ['<w16x:thing w16x:val="1"/>', '<w:r w16x:val="1"/>'])
def test_an_extension_of_word_that_the_frame_does_not_declare_is_named(
    kitchen: Any, frame: Path, xml: str
) -> None:
    child = kitchen.child(BLOCK[0], f"<w:p><w:r><w:t>đây</w:t></w:r>{xml}</w:p>", BLOCK[1])
    kitchen.change(child, "word/document.xml", "<w:document ", '<w:document xmlns:w16x="urn:x" ')
    said = complaint(child)

    assert "đoạn 3 “đây”" in said
    assert "phần mở rộng “w16x” của Word" in said


def test_a_frame_that_is_not_there_is_named(kitchen: Any) -> None:
    said = complaint(kitchen.child(*BLOCK))

    assert said.startswith("Mẫu con.docx, đoạn 1")
    assert "không có mẫu “khung.docx” trong" in said


def test_a_frame_in_another_folder_is_refused(kitchen: Any, frame: Path) -> None:
    assert "không có mẫu “../khung.docx”" in complaint(kitchen.child(*BLOCK, frame="../khung.docx"))


def test_a_file_that_is_included_and_not_there_is_named(kitchen: Any, frame: Path) -> None:
    said = complaint(kitchen.child(BLOCK[0], '{%p include "thieu.docx" %}', BLOCK[1]))

    assert "đoạn 3" in said
    assert "không có mẫu “thieu.docx”" in said


def test_a_template_that_extends_itself_is_told(kitchen: Any) -> None:
    said = complaint(kitchen.child(frame="con.docx"))

    assert said == "Mẫu con.docx: mẫu kế thừa vòng quanh: con.docx → con.docx"


def test_templates_that_extend_each_other_are_told(kitchen: Any) -> None:
    kitchen.child(name="b.docx", frame="a.docx")

    assert "a.docx → b.docx → a.docx" in complaint(kitchen.child(name="a.docx", frame="b.docx"))


def test_a_file_that_includes_itself_is_told_when_rendered(kitchen: Any, frame: Path) -> None:
    kitchen.template('{%p include "vong.docx" %}', name="vong.docx")
    child = kitchen.child(BLOCK[0], '{%p include "vong.docx" %}', BLOCK[1])

    with pytest.raises(TemplateError, match="mẫu gọi vòng quanh chính nó"):
        kitchen.render(child)
