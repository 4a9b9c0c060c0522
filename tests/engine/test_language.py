"""What a tag may say: names that exist, gaps that show, nothing that breaks out or prints by chance."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from docgen.context.values import Gap, Gaps, Values
from docgen.engine import render_text
from docgen.errors import TemplateError

HAN = "[CẦN BỔ SUNG: Hạn]"


def complaint(kitchen: Any, *body: str, **values: Any) -> str:
    with pytest.raises(TemplateError) as caught:
        kitchen.show(*body, **values)
    return str(caught.value)


# Names that no model knows


def test_an_unknown_name_is_told_with_template_and_paragraph(kitchen: Any) -> None:
    said = complaint(kitchen, "một", "Kính gửi: {{ khong_co }}")

    assert said == "Mẫu mau.docx, đoạn 2 “Kính gửi: {{ khong_co }}”: không có biến “khong_co”"


def test_an_unknown_key_is_told_with_the_line_of_yaml_and_a_guess(kitchen: Any) -> None:
    values = Values(nhiem_vu="Rà soát")
    values.place = "data/ke_hoach/2025/phuong-cau-dat.yaml:3"
    said = complaint(kitchen, "{{ ke_hoach.nhiem_v }}", ke_hoach=values)

    assert said == (
        "Mẫu mau.docx, đoạn 1 “{{ ke_hoach.nhiem_v }}”: dữ liệu ở "
        "data/ke_hoach/2025/phuong-cau-dat.yaml:3 không có mục “nhiem_v”. Có phải là “nhiem_vu”?"
    )


@pytest.mark.parametrize(
    "tag",
    [
        "{{ khong_co | hoa }}", '{{ khong_co | default("x") }}', '{{ khong_co ~ "x" }}',
        "{{ khong_co | so }}", '{{ khong_co | join(", ") }}', "{{ khong_co | e }}",
        "{{ khong_co + 1 }}", "{% if khong_co %}x{% endif %}", "{% for d in khong_co %}{% endfor %}",
        "{{p khong_co }}", "{{ muc(khong_co) }}",
    ],
)  # fmt: skip
def test_an_unknown_name_stays_an_error_whatever_is_done_with_it(kitchen: Any, tag: str) -> None:
    assert "Mẫu mau.docx, đoạn 1" in complaint(kitchen, tag)


def test_a_mistake_in_the_frame_names_the_frame(kitchen: Any) -> None:
    kitchen.template("{{ khong_co }}", "{%p block a %}", "{%p endblock %}", name="khung.docx")

    with pytest.raises(TemplateError, match=r"Mẫu khung\.docx, đoạn 1"):
        kitchen.render(kitchen.child("{%p block a %}", "x", "{%p endblock %}"))


def test_a_mistake_in_a_block_names_the_child_and_its_own_paragraph(kitchen: Any) -> None:
    kitchen.template("Đầu", "{%p block a %}", "{%p endblock %}", name="khung.docx")
    child = kitchen.child("{%p block a %}", "x", "{{ khong_co }}", "{%p endblock %}")

    with pytest.raises(TemplateError, match=r"Mẫu con\.docx, đoạn 4 “{{ khong_co }}”"):
        kitchen.render(child)


def test_a_key_is_found_even_if_dictionaries_have_a_method_of_that_name(kitchen: Any) -> None:
    assert kitchen.show("{{ ke_hoach.items }}", ke_hoach={"items": "mục"}).lines == ["mục"]


# Gaps: what the model knows and the office left empty


@pytest.mark.parametrize(
    "tag, line",
    [
        ("{{ han }}", HAN),
        ("{{ han | ngay }}", HAN),
        ("{{ han | ngay_thang }}", HAN),
        ("{{ han | ngay_dai }}", HAN),
        ("{{ han | so }}", HAN),
        ("{{ han | hai_chu_so }}", HAN),
        ("{{ han | bang_chu }}", HAN),
        ("{{ han | hoa }}", HAN),
        ("{{ han | hoa_dau }}", HAN),
        ("{{ han | int }}", HAN),
        ("{{ han | sum }}", HAN),
        ("{{ han | first }}", HAN),
        ('{{ han | replace("a", "b") }}', HAN),
        ('{{ han | join("; ") }}', HAN),
        ('{{ [ten, han] | join("; ") }}', f"A & B; {HAN}"),
        ('{{ [{"h": han}] | join("; ", "h") }}', HAN),
        ('{{ "trước " ~ han ~ ", " ~ ten }}', f"trước {HAN}, A & B"),
        ("{{ han + 1 }}", HAN),
        ("{{ 2 * han }}", HAN),
        ("{{ han.nam }}", HAN),
        ("{{ han[0] }}", HAN),
        ("{% set x = han %}{{ x }}", HAN),
        ("{{ han or ten }}", "A & B"),
        ('{{ han | default("không thời hạn") }}', "không thời hạn"),
    ],
)
def test_a_gap_shows_through_whatever_is_done_with_it(kitchen: Any, tag: str, line: str) -> None:
    gaps = Gaps()
    shown = kitchen.show(tag, han=Gap("Hạn", gaps), ten="A & B")

    assert shown.lines == [line]
    assert list(gaps) == (["Hạn"] if HAN in line else [])


@pytest.mark.parametrize(
    "tag",
    [
        "{% if han %}x{% endif %}",
        "{% for d in han %}x{% endfor %}",
        "{% if han | length > 2 %}x{% endif %}",
        "{% set x = han %}",
        "{% if not han %}{% endif %}",
    ],
)
def test_a_gap_that_is_only_asked_about_is_not_reported(kitchen: Any, tag: str) -> None:
    gaps = Gaps()

    assert kitchen.show(tag, han=Gap("Hạn", gaps)).lines == [""]
    assert not gaps


def test_a_label_with_signs_of_xml_is_printed_as_it_is(kitchen: Any) -> None:
    assert kitchen.show("{{ g }}", g=Gap("A & <B>", Gaps())).lines == ["[CẦN BỔ SUNG: A & <B>]"]


# What is printed


@pytest.mark.parametrize(
    "value, line",
    [
        (2025, "2025"),
        (Decimal("1234.5"), "1.234,5"),
        (date(2025, 2, 5), "05/02/2025"),
        (True, "có"),
        (False, "không"),
        (0, "0"),
        (2.5, "2,5"),
    ],
)
@pytest.mark.parametrize("tag", ["{{ x }}", '{{ "" ~ x }}', '{{ [x] | join(", ") }}'])
def test_a_value_is_written_as_the_decree_does_on_every_way(
    kitchen: Any, tag: str, value: Any, line: str
) -> None:
    assert kitchen.show(tag, x=value).lines == [line]


@pytest.mark.parametrize("value", [None, [], ["a"], {}, {"a": 1}, (), object(), len])
@pytest.mark.parametrize(
    "tag", ["{{ x }}", '{{ "a" ~ x }}', '{{ [x] | join(", ") }}', "{{ x | hoa }}"]
)
def test_what_is_no_single_value_is_not_printed(kitchen: Any, tag: str, value: Any) -> None:
    assert "phải in một giá trị, không phải danh sách, nhóm" in complaint(kitchen, tag, x=value)


def test_a_tool_that_is_named_and_not_called_is_not_printed(kitchen: Any) -> None:
    assert "phải in một giá trị" in complaint(kitchen, "{{ muc }}")


def test_a_value_in_a_paragraph_tag_would_get_lost_and_is_refused(kitchen: Any) -> None:
    assert "in một giá trị thì viết {{ … }}" in complaint(kitchen, "{{p ten }}", ten="Cầu Đất")
    assert "in một giá trị thì viết {{ … }}" in complaint(kitchen, "a {{r ten }}", ten="Cầu Đất")


def test_paragraphs_inside_a_paragraph_are_refused(kitchen: Any) -> None:
    assert "viết {{p … }} và để một mình" in complaint(kitchen, 'Kẻ {{ duong_ke("a", 13, 65) }}')


@pytest.mark.parametrize(
    "tag, line",
    [
        ("{{ d | ngay }}", "05/02/2025"),
        ("{{ d | ngay_thang }}", "05/02"),
        ("{{ d | ngay_dai }}", "ngày 05 tháng 02 năm 2025"),
        ("{{ 19850 | so }}", "19.850"),
        ("{{ 5 | hai_chu_so }}", "05"),
        ("{{ 24 | bang_chu }}", "hai mươi tư"),
        ("{{ n | bang_chu }}", "hai phẩy năm"),
        ('{{ "phường Đất" | hoa }}', "PHƯỜNG ĐẤT"),
        ('{{ "đại diện A" | hoa_dau }}', "Đại diện A"),
        ('{{ "- đại diện" | hoa_dau }}', "- Đại diện"),
        ('{{ "05 ngày" | hoa_dau }}', "05 ngày"),
        ("{{ [3, 4] | sum }}", "7"),
        ("{{ 7 / 2 }}", "3,5"),
    ],
)
def test_filters_write_what_the_decree_wants(kitchen: Any, tag: str, line: str) -> None:
    assert kitchen.show(tag, d=date(2025, 2, 5), n=Decimal("2.5")).lines == [line]


@pytest.mark.parametrize(
    "tag, sentence",
    [
        ("{{ ten | ngay }}", "bộ lọc “ngay” cần một ngày, ở đây là “Cầu Đất”"),
        ("{{ ten | so }}", "bộ lọc “so” cần một số"),
        ("{{ true | so }}", "bộ lọc “so” cần một số"),
        ("{{ -1 | hai_chu_so }}", "Số -1 là số âm"),
        ("{{ ten + 1 }}", "không tính được tag này ("),
        ("{{ 1 / 0 }}", "không tính được tag này (division by zero)"),
        ("{% for d in 5 %}{% endfor %}", "không tính được tag này ('int' object is not iterable)"),
    ],
)
def test_what_cannot_be_reckoned_is_told_with_its_place(
    kitchen: Any, tag: str, sentence: str
) -> None:
    said = complaint(kitchen, "một", tag, ten="Cầu Đất")

    assert said.startswith("Mẫu mau.docx, đoạn 2 “")
    assert sentence in said


# The sandbox


@pytest.mark.parametrize(
    "tag",
    [
        "{{ ''.__class__ }}",
        "{{ ''.__class__.__mro__[1].__subclasses__() }}",
        "{{ muc.__self__ }}",
        "{{ muc.__func__.__globals__ }}",
        "{{ ''['__class__'] }}",
        "{{ '{0.__class__}'.format(5) }}",
        "{% for x in ().__class__.__bases__ %}{% endfor %}",
        "{{ viec._rows }}",
        "{{ cycler.__init__ }}",
        "{{ self._TemplateReference__context }}",
        "{{ lipsum() }}",
        "{% do danh_sach.append(1) %}",
        "{% do ke_hoach.update(a=1) %}",
    ],
)
def test_no_way_leads_out_of_the_sandbox(kitchen: Any, tag: str) -> None:
    values = {"viec": [], "danh_sach": ["a"], "ke_hoach": {"b": 2}}
    said = complaint(kitchen, tag, **values)

    assert said.startswith("Mẫu mau.docx, đoạn 1 “")
    assert values["danh_sach"] == ["a"]
    assert values["ke_hoach"] == {"b": 2}


def test_an_escape_is_refused_in_a_sentence(kitchen: Any) -> None:
    assert "mẫu không được dùng “__class__”" in complaint(kitchen, "{{ ''.__class__ }}")


@pytest.mark.parametrize(
    "tag, sentence",
    [
        ("{% for i in range(10**9) %}{% endfor %}", "không dùng phép lũy thừa"),
        ("{% for i in range(1000000000) %}{% endfor %}", "nhiều nhất là 10000 lần"),
        ('{{ "x" * 1000000000 }}', "phép “*” chỉ dùng cho số"),
        ('{{ "%1000000000d" % 5 }}', "phép “%” chỉ dùng cho số"),
        ("{{ [0] * 1000000000 }}", "phép “*” chỉ dùng cho số"),
    ],
)
def test_what_would_take_for_ever_or_all_memory_is_refused(
    kitchen: Any, tag: str, sentence: str
) -> None:
    assert sentence in complaint(kitchen, tag)


@pytest.mark.parametrize(
    "name", ["safe", "random", "tojson", "xmlattr", "urlize", "pprint", "center"]
)
def test_filters_of_jinja_that_break_escaping_or_sameness_are_unknown(
    kitchen: Any, name: str
) -> None:
    said = complaint(kitchen, f"{{% if ten %}}{{{{ ten | {name} }}}}{{% endif %}}", ten="A")

    assert f"không có bộ lọc “{name}”" in said


def test_xml_that_a_tag_breaks_is_not_handed_out(kitchen: Any) -> None:
    table = kitchen.table(["Đầu {% if co %}"])

    with pytest.raises(TemplateError, match="đóng ở ô hay đoạn khác"):
        kitchen.show(table, "sau {% endif %}", co=False)


# One line of a vocabulary


def test_a_subject_is_a_template_of_one_line() -> None:
    values = {"don_vi": {"dia_ban": "phường A & B"}, "nam": 2025}

    assert render_text("Dân chủ ở {{ don_vi.dia_ban }} năm {{ nam }}", values, "x.yaml") == (
        "Dân chủ ở phường A & B năm 2025"
    )


@pytest.mark.parametrize(
    "source, sentence",
    [
        ("năm {{ nm }}", "Mẫu ke-hoach.yaml, “năm {{ nm }}”: không có biến “nm”"),
        ("năm {{ nam", "Mẫu ke-hoach.yaml, đoạn 1 “năm {{ nam”: tag viết sai"),
        ("{{ nam | hoaa }}", "không có bộ lọc “hoaa”"),
        ("{{ rong }}", "phải in một giá trị"),
        ("{{ ''.__class__ }}", "mẫu không được dùng “__class__”"),
    ],
)
def test_a_mistake_in_a_subject_names_its_file(source: str, sentence: str) -> None:
    with pytest.raises(TemplateError) as caught:
        render_text(source, {"nam": 2025, "rong": None}, "ke-hoach.yaml")

    assert sentence in str(caught.value)


def test_a_folder_of_templates_is_untouched_by_rendering(kitchen: Any, tmp_path: Path) -> None:
    kitchen.show("một")

    assert [path.name for path in tmp_path.iterdir()] == ["mau.docx"]
