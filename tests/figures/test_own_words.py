"""The day a report was sent, a fact that the unit's own file tells otherwise, empty files, words."""

from __future__ import annotations

from datetime import date

import pytest

from docgen.figures.status import has_figures, unread
from docgen.load.data import DataKey
from docgen.load.workspace import load_workspace
from tests.figures.small import FORM, Office

WARD = DataKey("bao-cao", 2025, "phuong-a", "6-thang")


@pytest.mark.parametrize(
    "day, period, found",
    [
        ("10/6/2024", "2025-6-thang", "lỗi sent-too-early: ngày gửi ở trước ngày bắt đầu số liệu"),
        ("10/6/2026", "2025-6-thang", "lỗi wrong-year: ngày gửi không thuộc năm của báo cáo"),
        ("10/6/2024", "2025-nam", "lỗi wrong-year: ngày gửi không thuộc năm của báo cáo năm 2025"),
        ("05/01/2027", "2025-nam", "lỗi wrong-year: ngày gửi không thuộc năm của báo cáo năm 2025"),
        ("31/5/2025", "2025-6-thang", "nhắc sent-before-window: ngày gửi ở trước thời gian gửi"),
        ("01/6/2025", "2025-6-thang", ""),
        ("05/01/2026", "2025-nam", ""),
    ],
)
def test_a_report_is_sent_in_its_time(day: str, period: str, found: str, office: Office) -> None:
    office.told("phuong-a", "nhan: 3", period, f"ngay_gui: {day}\n")
    told = [one for one in office.problems() if f"{period}/phuong-a.yaml:3:11" in one]
    told = [one for one in told if "far-day" not in one]

    assert len(told) == bool(found)
    assert all(found in one for one in told)


def test_a_figure_that_the_units_file_tells_otherwise_is_told(office: Office) -> None:
    named = "to: {nhan: Số tổ, bang_dac_diem: so_to_dan_pho,"
    office.write("data/danh_muc/bieu/thu.yaml", FORM.replace("to: {nhan: Số tổ,", named))
    for code, count in (("phuong-a", 18), ("phuong-b", 17)):
        office.unit(code, f"dac_diem: {{so_to_dan_pho: {count}}}")
        office.told(code, "to: 17")
    told = [one for one in office.problems() if "figure-not-as-fact" in one]

    (only,) = told
    assert only == (
        "data/bao_cao/2025-6-thang/phuong-a.yaml:2:7 nhắc figure-not-as-fact: “Số tổ” là 17, "
        "nhưng mục dac_diem trong data/don_vi/phuong-a.yaml ghi so_to_dan_pho: 18"
    )


def test_a_form_names_a_fact_that_there_is(office: Office) -> None:
    named = FORM.replace("to: {nhan: Số tổ,", "to: {nhan: Số tổ, bang_dac_diem: so_to_dan_fo,")
    office.write("data/danh_muc/bieu/thu.yaml", named)

    assert any(
        "unknown-code: không có mục “so_to_dan_fo” trong dac_diem. Có phải là “so_to_dan_pho”?"
        in one
        for one in office.problems()
    )


def test_a_file_of_nothing_but_comments_tells_no_figures(office: Office) -> None:
    path = "data/bao_cao/2025-6-thang/phuong-a.yaml"
    office.write(path, "# chi_tieu:\n#   nhan: 3\n")
    blank = load_workspace(office.root)
    office.write(path, "chi_tieu: {nhan: ba}\n")
    wrong = load_workspace(office.root)
    day = date(2025, 6, 20)

    assert (has_figures(blank, WARD, day), unread(blank, WARD)) == (False, False)
    assert (has_figures(wrong, WARD, day), unread(wrong, WARD)) == (True, True)


def test_labels_are_in_the_words_of_the_unit(office: Office) -> None:
    named = FORM.replace("to: {nhan: Số tổ,", 'to: {nhan: "{Cong_dong} có", dvt: "{cong_dong}",')
    office.write("data/danh_muc/bieu/thu.yaml", named)
    office.write(
        "data/danh_muc/cong_dong.yaml",
        "muc:\n  to: {ten: tổ dân phố, cap: [phường], truong: Tổ trưởng}\n"
        "  thon: {ten: thôn, cap: [xã], truong: Trưởng thôn}\n",
    )
    wards = office.wards().indicators["to"]
    commune = "loai: ubnd-phuong\ndia_ban: {cap: xã, ten: B}\ncap_tren: quan-x\n"
    office.write("data/don_vi/phuong-b.yaml", commune)
    found = [
        wards,
        office.of("phuong-a").indicators["to"],
        office.of("phuong-b").indicators["to"],
        office.wards().indicators["to"],
    ]

    assert [(one.nhan, one.dvt) for one in found] == [
        ("Tổ dân phố có", "tổ dân phố"),
        ("Tổ dân phố có", "tổ dân phố"),
        ("Thôn có", "thôn"),
        ("Thôn, tổ dân phố có", "thôn, tổ dân phố"),
    ]
