"""Faults of Quốc hiệu, Tiêu ngữ and the names of the offices, each put into a good plan."""

from __future__ import annotations

from tests.check.docx import p
from tests.check.mutations.case import OFFICE, SCHOOL, Case, Told, each
from tests.check.mutations.parts import (
    STYLES,
    Edit,
    all_of,
    before,
    drop,
    look,
    retext,
    size,
    style,
    words,
)

_CENTRE, _LEFT = '<w:jc w:val="center"/>', '<w:jc w:val="left"/>'
_13 = '<w:sz w:val="26"/>'
_RULE = "DuongKe"  # 0: the issuer's, 1: the Tiêu ngữ's, 2: the subject's


def rule(at: int, left: int, right: int) -> Edit:
    """Return an edit of the indents of a line, in twentieths of a point."""
    return look(_RULE, f'<w:ind w:left="{left}" w:right="{right}"/>', at=at)


def bordered(value: str, at: int) -> Edit:
    line = f'<w:pBdr><w:top w:val="{value}" w:sz="6" w:space="1" w:color="000000"/></w:pBdr>'
    return look(_RULE, line, at=at)


def toggled(name: str, toggle: str) -> Edit:
    """Return an edit that sets a toggle in a character style too: twice is not at all."""
    new = (
        '<w:style w:type="character" w:styleId="Them"><w:name w:val="Them"/>'
        f"<w:rPr>{toggle}</w:rPr></w:style></w:styles>"
    )
    return all_of(
        words("</w:styles>", new, STYLES),
        look(name, rpr='<w:rStyle w:val="Them"/>'),
    )


QUOC_HIEU = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"

CASES = [
    Case(
        "quoc-hieu-14",
        size("QuocHieu", 14),
        "quoc-hieu-size",
        # larger letters no longer fit on one line of the column
        follows={"quoc-hieu-one-line": "warning"},
    ),
    Case("quoc-hieu-11-run", look("QuocHieu", rpr='<w:sz w:val="22"/>'), "quoc-hieu-size"),
    Case("quoc-hieu-thin", style("QuocHieu", "<w:b/>", ""), "quoc-hieu-style"),
    Case("quoc-hieu-thin-by-two-toggles", toggled("QuocHieu", "<w:b/>"), "quoc-hieu-style"),
    Case("quoc-hieu-leaning", look("QuocHieu", rpr="<w:i/>"), "quoc-hieu-style"),
    Case(
        "quoc-hieu-small-letters",
        retext("QuocHieu", "Cộng hòa xã hội chủ nghĩa Việt Nam"),
        "quoc-hieu-caps",
    ),
    Case(
        "quoc-hieu-hoa",
        retext("QuocHieu", QUOC_HIEU.replace("HÒA", "HOÀ")),
        "quoc-hieu-text",
        "info",
    ),
    Case(
        "quoc-hieu-misspelt",
        retext("QuocHieu", QUOC_HIEU.replace("NGHĨA", "NGHỈA")),
        "quoc-hieu-text",
    ),
    Case("quoc-hieu-missing", drop("QuocHieu"), "quoc-hieu-present"),
    Case(
        "quoc-hieu-too-wide",
        look("QuocHieu", '<w:ind w:left="284" w:right="284"/>'),
        "quoc-hieu-one-line",
        "warning",
    ),
    Case("tieu-ngu-15", size("TieuNgu", 15), "tieu-ngu-size"),
    Case("tieu-ngu-leaning", style("TieuNgu", "", "<w:i/>"), "tieu-ngu-style"),
    Case("tieu-ngu-thin", look("TieuNgu", rpr='<w:b w:val="0"/>'), "tieu-ngu-style"),
    Case("tieu-ngu-dashes", retext("TieuNgu", "Độc lập – Tự do – Hạnh phúc"), "tieu-ngu-text"),
    Case("tieu-ngu-tight", retext("TieuNgu", "Độc lập-Tự do-Hạnh phúc"), "tieu-ngu-text"),
    Case(
        "tieu-ngu-capital-letters",
        retext("TieuNgu", "Độc Lập - Tự Do - Hạnh Phúc"),
        "tieu-ngu-text",
    ),
    Case(
        "tieu-ngu-caps",
        style("TieuNgu", "", "<w:caps/>"),
        "tieu-ngu-caps",
        # capitals are wider than the line below them
        follows={"tieu-ngu-rule-length": "warning"},
    ),
    Case("tieu-ngu-left", style("TieuNgu", _CENTRE, _LEFT), "tieu-ngu-align", "warning"),
    Case("tieu-ngu-missing", drop("TieuNgu"), "tieu-ngu-present"),
    Case("tieu-ngu-no-line", drop(_RULE, 1), "tieu-ngu-rule-present"),
    Case(
        "tieu-ngu-underlined",
        all_of(drop(_RULE, 1), look("TieuNgu", rpr='<w:u w:val="single"/>')),
        "tieu-ngu-rule-present",
        "warning",
    ),
    Case("tieu-ngu-short-line", rule(1, 2000, 2000), "tieu-ngu-rule-length", "warning"),
    Case("tieu-ngu-long-line", rule(1, 300, 300), "tieu-ngu-rule-length", "warning"),
    Case("tieu-ngu-dotted-line", bordered("dotted", 1), "tieu-ngu-rule-length"),
    Case("tieu-ngu-crooked-line", rule(1, 500, 1742), "tieu-ngu-rule-length", "warning"),
    Case(
        "header-6-pt-apart",
        look("TieuNgu", '<w:spacing w:before="120"/>'),
        "header-spacing",
        "warning",
    ),
    Case("issuer-14", size("CoQuanBanHanh", 14), "ban-hanh-size"),
    Case("issuer-thin", style("CoQuanBanHanh", "<w:b/>", ""), "ban-hanh-style", of=OFFICE),
    Case("issuer-leaning", look("CoQuanBanHanh", rpr="<w:i/>"), "ban-hanh-style"),
    Case(
        "issuer-small-letters",
        retext("CoQuanBanHanh", "Phòng Văn hóa - Xã hội"),
        "ban-hanh-caps",
        of=OFFICE,
        day="12 tháng 8",
    ),
    Case("issuer-no-line", drop(_RULE, 0), "ban-hanh-rule-present"),
    Case("issuer-full-line", rule(0, 0, 0), "ban-hanh-rule-length", "warning"),
    Case("issuer-crooked-line", rule(0, 400, 2276), "ban-hanh-rule-balance", "warning"),
    Case("issuer-left", style("CoQuanBanHanh", _CENTRE, _LEFT), "ban-hanh-align", "warning"),
    Case(
        "issuer-short",
        all_of(
            retext("CoQuanBanHanh", "UBND"),
            drop("CoQuanBanHanh", 1),
            retext("CoQuanBanHanh", "UBND PHƯỜNG CẦU ĐẤT"),
        ),
        "ban-hanh-name",
        "warning",
    ),
    Case(
        "committee-with-a-superior",
        before("CoQuanBanHanh", p("UBND THÀNH PHỐ HẢI PHÒNG", _CENTRE, _13)),
        "ubnd-two-lines",
    ),
    Case("superior-bold", style("CoQuanChuQuan", "", "<w:b/>"), "chu-quan-style", of=SCHOOL),
    Case("superior-14", size("CoQuanChuQuan", 14), "chu-quan-size", of=SCHOOL),
    Case(
        "superior-small-letters",
        retext("CoQuanChuQuan", "Ủy ban nhân dân quận Ngô Quyền"),
        "chu-quan-caps",
        of=SCHOOL,
    ),
    Case(
        "superior-without-place",
        retext("CoQuanChuQuan", "ỦY BAN NHÂN DÂN"),
        "chu-quan-name",
        "warning",
        of=SCHOOL,
    ),
    Case(
        "names-6-pt-apart",
        look("CoQuanBanHanh", '<w:spacing w:before="120"/>'),
        "issuer-spacing",
        "warning",
        of=SCHOOL,
    ),
]


@each(CASES)
def test_a_fault_of_the_header_is_told_and_nothing_else(case: Case, told: Told) -> None:
    assert told(case) == case.wanted
