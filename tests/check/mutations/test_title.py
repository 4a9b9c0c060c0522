"""Faults of tên loại, trích yếu and of whom a document addresses, each put into a good plan."""

from __future__ import annotations

from tests.check.docx import p
from tests.check.mutations.case import SCHOOL, Case, Told, each
from tests.check.mutations.parts import after, all_of, drop, look, retext, size, style, within
from tests.check.mutations.test_header import bordered, rule, toggled

_CENTRE, _LEFT, _BOTH = (f'<w:jc w:val="{how}"/>' for how in ("center", "left", "both"))
_UNDERLINE = '<w:u w:val="single"/>'
_FIRST = '<w:spacing w:before="120"/>'

CASES = [
    Case("kind-small-letters", retext("TenLoai", "Kế hoạch"), "ten-loai-caps"),
    Case("kind-thin", style("TenLoai", "<w:b/>", ""), "ten-loai-style"),
    Case("kind-thin-by-two-toggles", toggled("TenLoai", "<w:b/>"), "ten-loai-style"),
    Case("kind-leaning", look("TenLoai", rpr="<w:i/>"), "ten-loai-style"),
    Case("kind-16", size("TenLoai", 16), "ten-loai-size"),
    Case("kind-left", style("TenLoai", _CENTRE, _LEFT), "ten-loai-align", "warning"),
    Case("subject-leaning", style("TrichYeu", "", "<w:i/>"), "trich-yeu-style"),
    Case("subject-thin", look("TrichYeu", rpr='<w:b w:val="false"/>'), "trich-yeu-style"),
    Case("subject-capitals", look("TrichYeu", rpr="<w:caps/>"), "trich-yeu-caps", of=SCHOOL),
    Case("subject-12", size("TrichYeu", 12), "trich-yeu-size", of=SCHOOL),
    Case("subject-both", look("TrichYeu", _BOTH), "trich-yeu-align", "warning"),
    Case(
        "subject-stop",
        within("TrichYeu", "2025</w:t>", "2025.</w:t>"),
        "trich-yeu-full-stop",
        "info",
    ),
    Case("subject-missing", all_of(drop("TrichYeu"), drop("DuongKe", 2)), "trich-yeu-present"),
    Case("subject-no-line", drop("DuongKe", 2), "trich-yeu-rule-present"),
    Case(
        "subject-underlined",
        all_of(drop("DuongKe", 2), look("TrichYeu", rpr=_UNDERLINE)),
        "trich-yeu-rule-present",
        "warning",
    ),
    Case("subject-full-line", rule(2, 0, 0), "trich-yeu-rule-length", "warning"),
    Case("subject-short-line", rule(2, 4300, 4300), "trich-yeu-rule-length", "warning"),
    Case("subject-dashed-line", bordered("dashed", 2), "trich-yeu-rule-length"),
    Case("subject-crooked-line", rule(2, 2079, 4079), "trich-yeu-rule-balance", "warning"),
    Case(
        "addressed",
        after("DuongKe", p("Kính gửi: Ủy ban nhân dân thành phố Hải Phòng", _FIRST + _CENTRE), 2),
        "kinh-gui-unwanted",
        # whoever is addressed is Như trên
        follows={"nhu-tren": "error"},
    ),
]


@each(CASES)
def test_a_fault_of_the_title_is_told_and_nothing_else(case: Case, told: Told) -> None:
    assert told(case) == case.wanted
