"""What an office types comes out on the page as typed: words, quotes, emphasis, paragraphs."""

from __future__ import annotations

import re
import unicodedata
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lxml import etree

from docgen.engine.text import expand, mark
from docgen.errors import TemplateError
from docgen.vietnamese.letters import nfc
from docgen.vietnamese.typography import curl_quotes, emphasis, split_paragraphs

TYPED = [
    "Công ty A & B <Hải Phòng>",
    "5 < 10 và 10 > 5",
    "]]>",
    "&amp; &lt; &#38; &nbsp;",
    "<w:p/></w:t>",
    "ông D'Artagnan",
    "🏛️ trụ sở 𝒜",
    "a\u00a0b\u2028c",
    "chữ " * 750,
    "{ x } { % } # }",
    "\\1 \\g<0> $&",
]
WAYS = [
    "{{ x }}",
    "{{ x | e }}",
    '{{ x | replace("§", "") }}',
    '{{ x | default("không") }}',
    '{{ x ~ "" }}',
    '{{ [x] | join("; ") }}',
    "{% set y = x %}{{ y }}",
    "{% set y %}{{ x }}{% endset %}{{ y }}",
    '{% set y %}{{ x }}{% endset %}{{ y ~ "" }}',
    '{% set y %}{{ x }}{% endset %}{{ [y] | join("; ") }}',
    "{% macro m(a) %}{{ a }}{% endmacro %}{{ m(x) }}",
    "{% macro m(a) %}{{ a }}{% endmacro %}{{ m(m(x)) }}",
    "{% macro m() %}{{ caller() }}{% endmacro %}{% call m() %}{{ x }}{% endcall %}",
    "{% for y in [x] %}{{ y }}{% endfor %}",
    "{% filter replace('§', '') %}{{ x }}{% endfilter %}",
    "{% if x %}{{ x }}{% endif %}",
    "{{ d.x }}{{ d['y'] }}",
]


@pytest.mark.parametrize("typed", TYPED, ids=lambda text: text[:12])
@pytest.mark.parametrize("way", WAYS)
def test_a_value_comes_out_as_typed_on_every_way(kitchen: Any, way: str, typed: str) -> None:
    assert kitchen.show(f"[{way}]", x=typed, d={"x": typed, "y": ""}).lines == [f"[{typed}]"]


@pytest.mark.parametrize("typed", [text for text in TYPED if len(text) < 100], ids=str)
def test_a_value_comes_out_as_typed_in_tables_headers_and_properties(
    kitchen: Any, typed: str
) -> None:
    table = kitchen.table(["{%tr for d in ds %}"], ["{{ d }}"], ["{%tr endfor %}"])
    path = kitchen.template(table)
    header = '<w:p><w:r><w:t>{{ ds | join("") }}</w:t></w:r></w:p></w:hdr>'
    kitchen.change(path, "word/header1.xml", "</w:hdr>", header)
    core = kitchen.base["docProps/core.xml"].decode("utf-8")
    titled = re.sub(r"(<dc:title>).*(</dc:title>)", r"\1{{ ds | join('') }}\2", core)
    kitchen.change(path, "docProps/core.xml", core, titled)
    shown = kitchen.render(path, ds=[typed])

    assert shown.lines == [typed]
    for part in ("word/header1.xml", "docProps/core.xml"):
        assert typed in list(etree.fromstring(shown.parts[part]).itertext())


@pytest.mark.parametrize(
    "way, line",
    [
        ("{{ x | hoa }}", "A & B “ĐẤT” <C>"),
        ("{% set y %}{{ x }}{% endset %}{{ y | hoa }}", "A & B “ĐẤT” <C>"),
        ("{% macro m(a) %}{{ a }}{% endmacro %}{{ m(x) | hoa }}", "A & B “ĐẤT” <C>"),
        ("{{ x | lower }}", "a & b “đất” <c>"),
        ("{{ x | hoa_dau }}", "A & b “Đất” <C>"),
        ("{% set y %}{{ x }}{% endset %}{{ y | hoa_dau }}", "A & b “Đất” <C>"),
    ],
)
def test_a_filter_of_letters_changes_letters_only(kitchen: Any, way: str, line: str) -> None:
    assert kitchen.show(way, x='a & b "Đất" <C>').lines == [line]


def test_a_filter_of_letters_leaves_emphasis_alone(kitchen: Any) -> None:
    way = "{% set y %}{{ x }}{% endset %}{{ y | hoa }}; {{ y | hoa_dau }}; {{ x | hoa_dau }}"
    shown = kitchen.show(way, x="*dân* biết")

    assert shown.lines == ["DÂN BIẾT; Dân biết; Dân biết"]
    assert [run for run in shown.runs if run[1]] == [
        ("DÂN", "i iCs"), ("Dân", "i iCs"), ("Dân", "i iCs"),
    ]  # fmt: skip


def test_straight_quotes_are_curled_and_others_stay(kitchen: Any) -> None:
    shown = kitchen.show("{{ x }}", x='"Đảng" ủy, “sẵn” và D\'A')

    assert shown.lines == ["“Đảng” ủy, “sẵn” và D'A"]


@pytest.mark.parametrize("way", ['{{ ds | join("; ") }}', '{{ ds[0] ~ "; " ~ ds[1] }}'])
def test_emphasis_and_escapes_outlive_joining(kitchen: Any, way: str) -> None:
    shown = kitchen.show(way, ds=["*A & B*", "**C**"])

    assert shown.runs == [("A & B", "i iCs"), ("; ", ""), ("C", "b bCs")]


def test_emphasis_outlives_joining_with_markup(kitchen: Any) -> None:
    shown = kitchen.show('{% set y %}{{ "a" }}{% endset %}{{ x ~ y ~ " & " }}', x="*A & B*")

    assert shown.runs == [("A & B", "i iCs"), ("a & ", "")]


# Emphasis


@pytest.mark.parametrize(
    "own, bold, italic, both",
    [
        ("", "b bCs", "i iCs", "b bCs i iCs"),
        ("<w:b/><w:bCs/>", "b bCs", "b bCs i iCs", "b bCs i iCs"),
        ("<w:i/>", "b bCs i", "i iCs", "b bCs i iCs"),
        ('<w:b w:val="0"/><w:sz w:val="28"/>', "b bCs sz", "b i iCs sz", "b bCs i iCs sz"),
        (
            '<w:rStyle w:val="{style}"/><w:rFonts w:ascii="Arial"/><w:color w:val="FF0000"/>',
            "rStyle rFonts b bCs color",
            "rStyle rFonts i iCs color",
            "rStyle rFonts b bCs i iCs color",
        ),
    ],
)
def test_stars_add_bold_and_italic_in_the_order_of_the_schema(
    kitchen: Any, own: str, bold: str, italic: str, both: str
) -> None:
    run = own.replace("{style}", kitchen.styles["Nội dung"])
    shown = kitchen.show(kitchen.p("{{ x }}", run=run), x="a **b** *c* ***d***")
    found = {words: names for words, names in shown.runs if words.strip() and words != "a "}

    assert shown.lines == ["a b c d"]
    assert found == {"b": bold, "c": italic, "d": both}


def test_an_empty_run_property_is_no_hindrance(kitchen: Any) -> None:
    for empty in ("<w:rPr/>", "<w:rPr></w:rPr>"):
        shown = kitchen.show(f"<w:p><w:r>{empty}<w:t>{{{{ x }}}}</w:t></w:r></w:p>", x="*a*")

        assert shown.runs == [("a", "i iCs")]


def test_several_values_in_a_run_keep_their_own_emphasis(kitchen: Any) -> None:
    shown = kitchen.show("{{ x }}, {{ y }}, {{ x }}", x="*a*", y="b")

    assert shown.runs == [("a", "i iCs"), (", b, ", ""), ("a", "i iCs")]


def test_emphasis_in_a_cell_of_a_table(kitchen: Any) -> None:
    shown = kitchen.show(kitchen.table(["{{ x }}", "y"]), x="*a* b")

    assert shown.runs == [("a", "i iCs"), (" b", ""), ("y", "")]


def test_a_star_that_was_escaped_is_a_star(kitchen: Any) -> None:
    assert kitchen.show("{{ x }}", x=r"15\*, C:\data").lines == [r"15*, C:\data"]


def test_blanks_around_emphasis_are_kept(kitchen: Any) -> None:
    shown = kitchen.show("{{ x }}", x="a *b* c")

    assert 'xml:space="preserve">a </w:t>' in shown.xml
    assert 'xml:space="preserve"> c</w:t>' in shown.xml


def test_tabs_and_breaks_of_the_run_stay_where_they_are(kitchen: Any) -> None:
    run = "<w:r><w:tab/><w:t>{{ x }}</w:t><w:br/><w:t>cuối</w:t></w:r>"
    shown = kitchen.show(f"<w:p>{run}</w:p>", x="*a* b\n\nc")

    assert shown.lines == ["a b", "ccuối"]
    assert shown.xml.count("<w:tab/>") == shown.xml.count("<w:br/>") == 1
    assert shown.xml.index("<w:tab/>") < shown.xml.index(">a<")
    assert shown.xml.index(">c<") < shown.xml.index("<w:br/>") < shown.xml.index(">cuối<")


# Paragraphs


def test_a_blank_line_is_a_new_paragraph_of_the_same_style(kitchen: Any) -> None:
    shown = kitchen.show(kitchen.p("{{ x }}", "Trích yếu"), x="một\ncòn một\n\nhai & ba")

    assert shown.lines == ["một còn một", "hai & ba"]
    assert shown.xml.count(f'<w:pStyle w:val="{kitchen.styles["Trích yếu"]}"/>') == 2
    assert "<w:br/>" not in shown.xml


def test_a_list_of_hyphens_is_paragraphs_between_the_words_around_it(kitchen: Any) -> None:
    shown = kitchen.show("Gồm: {{ x }}.", x="các việc:\n- một;\n- *hai*")

    assert shown.lines == ["Gồm: các việc:", "- một;", "- hai."]


def test_a_paragraph_after_one_without_marks_is_split_alone(kitchen: Any) -> None:
    shown = kitchen.show("trước", "{{ x }}", "giữa", "{{ x }}", "sau", x="a\n\nb")

    assert shown.lines == ["trước", "a", "b", "giữa", "a", "b", "sau"]


def test_a_section_ends_with_the_last_of_the_paragraphs(kitchen: Any) -> None:
    for section in ("<w:sectPr/>", '<w:sectPr w:x="1"/>', "<w:sectPr><w:titlePg/></w:sectPr>"):
        paragraph = f"<w:p><w:pPr>{section}</w:pPr><w:r><w:t>{{{{ x }}}}</w:t></w:r></w:p>"
        shown = kitchen.show(paragraph.replace(' w:x="1"', ' w:rsidR="1"'), x="a\n\nb")
        inside = shown.xml.split("</w:p>")

        assert shown.lines == ["a", "b"]
        assert "<w:sectPr" not in inside[0]
        assert "<w:sectPr" in inside[1]


def test_a_link_around_a_value_is_closed_and_opened_again(kitchen: Any) -> None:
    link = '<w:hyperlink w:anchor="a"><w:r><w:t>{{ x }}</w:t></w:r></w:hyperlink>'
    shown = kitchen.show(f"<w:p>{link}<w:r><w:t>sau</w:t></w:r></w:p>", x="*a*\n\nb")

    assert shown.lines == ["a", "bsau"]
    assert shown.xml.count('<w:hyperlink w:anchor="a">') == shown.xml.count("</w:hyperlink>") == 2


def test_a_value_in_a_field_or_an_attribute_is_plain_words(kitchen: Any) -> None:
    field = "<w:r><w:instrText>TITLE {{ x }}</w:instrText><w:t>{{ x }}</w:t></w:r>"
    named = '<w:bookmark w:name="{{ x }}"/>'
    shown = kitchen.show(f"<w:p>{named}{field}</w:p>", x="*a* & <b>\n\nc")

    assert "<w:instrText>TITLE a &amp; &lt;b&gt; c</w:instrText>" in shown.xml
    assert 'w:name="a &amp; &lt;b&gt; c"' in shown.xml
    assert shown.lines == ["a & <b>", "c"]


VALUE = "<w:r><w:t>{{ x }}</w:t></w:r>"
BOX = "<w:r><w:pict><w:txbxContent><w:p>{}</w:p></w:txbxContent></w:pict></w:r>"


@pytest.mark.parametrize(
    "inside, letters",
    [
        (VALUE + BOX.format(VALUE) + VALUE, "aaabbb"),
        (BOX.format(VALUE) + VALUE, "aabb"),
        (BOX.format("<w:r><w:t>c</w:t></w:r>") + VALUE, "abc"),
    ],
)
def test_a_text_box_keeps_its_words_and_the_paragraph_around_it(
    kitchen: Any, inside: str, letters: str
) -> None:
    shown = kitchen.show(f"<w:p>{inside}</w:p>", "{{ x }}", x="*a*\n\nb")

    assert "".join(sorted(shown.lines[0].replace(" ", ""))) == letters
    assert shown.xml.count("<w:pict>") == 1
    assert shown.lines[-2:] == ["a", "b"]


def test_a_value_outside_all_paragraphs_is_plain_words(kitchen: Any) -> None:
    named = '<w:bookmark w:name="{{ x }}"/>'
    shown = kitchen.show(named, "một", named, x="*a*")

    assert shown.xml.count('<w:bookmark w:name="a"/>') == 2
    assert shown.lines == ["một"]


def test_a_property_of_the_file_is_one_line_without_stars(kitchen: Any) -> None:
    van_ban = {"thoi_diem": "2025-02-10T00:00:00Z", "tieu_de": '*Kế hoạch*\n\n"năm" 2025'}
    core = etree.fromstring(kitchen.show("một", van_ban=van_ban).parts["docProps/core.xml"])

    assert "Kế hoạch “năm” 2025" in list(core.itertext())


@pytest.mark.parametrize("char", ["\x00", "\x01", "\x0b", "\x0c", "\x1f", "\ufffe", "\ud800"])
def test_a_character_that_word_cannot_hold_is_refused(kitchen: Any, char: str) -> None:
    with pytest.raises(TemplateError, match=f"đoạn 1 .*ký tự điều khiển ẩn .mã {ord(char):04X}"):
        kitchen.show("{{ x }}", x=f"a{char}1b")


# For any text

CHARACTERS = st.characters(
    exclude_categories=("Cc", "Cs", "Cn"), exclude_characters="\ufffe\uffff"
)  # fmt: skip
TEXTS = st.lists(
    st.one_of(st.text(CHARACTERS), st.sampled_from(["*", "**", '"', "&", "<", " ", "\n", "\n\n- "]))
).map("".join)


@given(typed=TEXTS.filter(lambda text: not re.search(r"[{}][{}%#]|[%#]\}", text)))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
def test_any_text_is_printed_after_the_typography_and_nothing_else_happens(
    kitchen: Any, typed: str
) -> None:
    shown = kitchen.show("[{{ x }}]", "{{ x }}", x=typed)
    paragraphs = split_paragraphs(typed) if "\n" in typed else [typed]
    expected = [
        "".join(span.text for span in emphasis(curl_quotes(paragraph))) for paragraph in paragraphs
    ] or [""]
    framed = [*expected]
    framed[0] = f"[{framed[0]}"
    framed[-1] += "]"

    assert shown.lines == framed + expected
    assert not re.search("[\x00-\x08\x0b\x0c\x0e-\x1f]", shown.xml)


@given(typed=TEXTS)
def test_a_text_without_signs_is_only_composed(typed: str) -> None:
    words = re.sub(r'[*"\\\n&<>\']', "", typed)

    assert str(mark(words)) == nfc(words)
    assert unicodedata.is_normalized("NFC", expand(mark(words)))
