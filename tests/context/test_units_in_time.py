"""Units that begin or end within the year: what their papers cover, to whom and under what name."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from docgen.context.document import content, time_covered
from docgen.context.job import Job
from docgen.context.recipients import recipients
from docgen.context.units import letterhead, members
from docgen.load.workspace import Workspace, load_workspace
from docgen.model.unit import DonVi


@pytest.fixture(scope="module")
def loaded(sample: Path) -> Workspace:
    return load_workspace(sample)


def put(workspace: Path, name: str, text: str) -> Workspace:
    (workspace / "data" / name).write_text(text, "utf-8")
    return load_workspace(workspace)


def sending(workspace: Workspace, unit: str, lines: list[dict[str, str]]) -> Workspace:
    """Return the workspace in which *unit* sends its papers to other *lines*."""
    written = DonVi.model_validate({"loai": "phong", "ten": "A", "noi_nhan": lines}).noi_nhan
    known = workspace.units[unit]
    changed = replace(known, value=known.value.model_copy(update={"noi_nhan": written}))
    return replace(workspace, units={**workspace.units, unit: changed})


def values(workspace: Workspace, unit: str, day: date) -> dict[str, Any]:
    return content(workspace, Job(unit, "ke-hoach", 2025, day)).values


@pytest.mark.parametrize(
    ("began", "told"),
    [
        (None, "năm 2025"),
        ("01/7/2020", "năm 2025"),
        ("01/01/2025", "năm 2025"),
        ("01/02/2025", "11 tháng cuối năm 2025"),
        ("01/7/2025", "06 tháng cuối năm 2025"),
        ("01/12/2025", "01 tháng cuối năm 2025"),
        ("02/01/2025", "năm 2025 (từ ngày 02/01/2025)"),
        ("15/7/2025", "năm 2025 (từ ngày 15/7/2025)"),
        ("01/7/2026", "năm 2025"),
    ],
)
def test_a_paper_covers_the_year_from_the_first_day_of_its_unit(
    began: str | None, told: str
) -> None:
    life = {"ton_tai": {"tu": began}} if began else {}
    unit = DonVi.model_validate({"loai": "phong", "ten": "Phòng A"} | life)

    assert time_covered(unit, 2025) == told


def test_the_next_year_of_a_new_unit_is_whole(loaded: Workspace) -> None:
    unit = loaded.units["phuong-ngo-quyen"].value

    assert time_covered(unit, 2025) == "06 tháng cuối năm 2025"
    assert time_covered(unit, 2026) == "năm 2026"


def test_a_template_is_told_what_time_its_paper_covers(loaded: Workspace) -> None:
    old, new = (
        values(loaded, unit, date(2025, 7, 1))["thoi_gian"]
        for unit in ("truong-thcs-an-da", "phuong-ngo-quyen")
    )

    assert (old, new) == ("năm 2025", "06 tháng cuối năm 2025")


@pytest.mark.parametrize(
    ("began", "half", "whole"),
    [
        ("14/6/2025", date(2025, 6, 14), date(2025, 12, 14)),
        ("15/6/2025", None, date(2025, 12, 14)),
        ("14/12/2025", None, date(2025, 12, 14)),
        ("15/12/2025", None, None),
    ],
)
def test_a_report_that_fell_due_before_the_unit_began_is_none(
    began: str, half: date | None, whole: date | None, workspace: Path
) -> None:
    text = f"loai: phong\nten: Phòng A\ncap_tren: quan-ngo-quyen\nton_tai: {{tu: {began}}}\n"
    loaded = put(workspace, "don_vi/phong-a.yaml", text)
    windows = values(loaded, "phong-a", date(2025, 12, 31))["han_bao_cao"]
    last = [window and window["han_cuoi"] for window in (windows["sau_thang"], windows["nam"])]

    assert last == [half, whole]


# Recipients


@pytest.mark.parametrize(
    ("unit", "day", "lines"),
    [
        ("phong-tu-phap", date(2025, 2, 10), ["- UBND Quận Ngô Quyền;", "- Phòng Nội vụ;"]),
        ("phong-noi-vu", date(2025, 2, 10), ["- UBND Quận Ngô Quyền;"]),
        (
            "truong-thcs-an-da",
            date(2025, 7, 1),
            ["- UBND phường Gia Viên;", "- Phòng Văn hóa - Xã hội;"],
        ),
        ("thanh-pho-hai-phong", date(2025, 7, 1), []),
    ],
    ids=["office", "the standing office itself", "school", "nobody above"],
)
def test_a_paper_goes_to_those_above_on_its_day_and_never_to_its_issuer(
    unit: str, day: date, lines: list[str], loaded: Workspace
) -> None:
    groups = [{"nhom": "cap-tren"}, {"nhom": "thuong-truc-cap-tren"}]
    job = Job(unit, "ke-hoach", 2025, day)

    assert recipients(sending(loaded, unit, groups), job).lines == lines


def test_a_superior_without_an_office_that_works_for_it_is_a_line_alone(workspace: Path) -> None:
    unit = workspace / "data" / "don_vi" / "quan-ngo-quyen.yaml"
    unit.write_text(unit.read_text("utf-8").replace("thuong_truc: phong-noi-vu\n", ""), "utf-8")
    made = values(load_workspace(workspace), "phong-tu-phap", date(2025, 2, 10))["noi_nhan"]

    assert made == ["- UBND Quận Ngô Quyền;", "- Lãnh đạo, công chức phòng;", "- Lưu: VT."]


def test_an_office_above_that_is_no_more_gets_no_paper(workspace: Path) -> None:
    unit = workspace / "data" / "don_vi" / "quan-ngo-quyen.yaml"
    text = unit.read_text("utf-8")
    unit.write_text(text.replace("truc: phong-noi-vu", "truc: phong-lao-dong"), "utf-8")
    loaded = load_workspace(workspace)
    while_there, after = (
        values(loaded, "phong-tu-phap", day)["noi_nhan"][1]
        for day in (date(2025, 2, 28), date(2025, 3, 1))
    )

    assert while_there == "- Phòng Lao động - Thương binh và Xã hội;"
    assert after == "- Lãnh đạo, công chức phòng;"


def test_a_group_above_holds_one_and_a_group_below_those_of_the_day(loaded: Workspace) -> None:
    day = date(2025, 7, 1)

    assert members(loaded, "cap-tren", "phuong-ngo-quyen", day) == ["thanh-pho-hai-phong"]
    assert members(loaded, "thuong-truc-cap-tren", "phuong-ngo-quyen", day) == ["so-noi-vu"]
    assert members(loaded, "cac-phong-va-trung-tam", "phuong-ngo-quyen", day) == [
        "phong-kthtdt-phuong-ngo-quyen",
        "phong-vhxh-phuong-ngo-quyen",
        "trung-tam-hanh-chinh-phuong-ngo-quyen",
        "van-phong-phuong-ngo-quyen",
    ]
    assert "truong-thcs-an-da" in members(loaded, "cac-truong", "phuong-gia-vien-2025", day)
    assert members(loaded, "cac-truong", "quan-ngo-quyen", day) == []


@pytest.mark.parametrize(
    ("day", "name"),
    [
        (date(2025, 2, 28), "- Hội Cũ quận;"),
        (date(2025, 3, 1), "- Hội Mới quận;"),
        (date(2024, 1, 1), "- Hội Cũ quận;"),
    ],
)
def test_the_name_of_a_group_is_the_one_of_the_day(day: date, name: str, workspace: Path) -> None:
    groups = workspace / "data" / "danh_muc" / "nhom_noi_nhan.yaml"
    added = "  hoi:\n    ten:\n      - {ten: 'Hội Cũ {cap}', den: 28/02/2025}\n"
    added += "      - {ten: 'Hội Mới {cap}', tu: 01/3/2025}\n"
    groups.write_text(groups.read_text("utf-8") + added, "utf-8")
    job = Job("quan-ngo-quyen", "ke-hoach", 2025, day)

    told = recipients(sending(load_workspace(workspace), job.unit, [{"nhom": "hoi"}]), job)

    assert told.lines == [name]


# The letterhead


@pytest.mark.parametrize(
    ("name", "lines"),
    [
        ("Trường Tiểu học Thái Phiên", ["TRƯỜNG TIỂU HỌC", "THÁI PHIÊN"]),
        ("Trường Mầm non Sao Sáng 4", ["TRƯỜNG MẦM NON", "SAO SÁNG 4"]),
        ("Phòng Giáo dục và Đào tạo", ["PHÒNG GIÁO DỤC", "VÀ ĐÀO TẠO"]),
        ("Phòng Kinh tế, Hạ tầng và Đô thị", ["PHÒNG KINH TẾ,", "HẠ TẦNG VÀ ĐÔ THỊ"]),
        ("Văn phòng HĐND và UBND quận", ["VĂN PHÒNG HĐND", "VÀ UBND QUẬN"]),
        ("Phòng Nội vụ", ["PHÒNG NỘI VỤ"]),
        ("Phòng Tài chính - Kế hoạch", ["PHÒNG TÀI CHÍNH -", "KẾ HOẠCH"]),
        (
            "Trường Trung học cơ sở Đà Nẵng",
            ["TRƯỜNG", "TRUNG HỌC CƠ SỞ", "ĐÀ NẴNG"],
        ),
    ],
)
def test_a_name_breaks_between_its_parts(name: str, lines: list[str], workspace: Path) -> None:
    text = f'loai: phong\nten: "{name}"\ncap_tren: quan-ngo-quyen\n'
    head = letterhead(put(workspace, "don_vi/phong-a.yaml", text), "phong-a", date(2025, 2, 10))

    assert head["ban_hanh"] == lines


def test_a_part_too_long_for_the_column_breaks_at_any_word_and_inside_none(
    workspace: Path,
) -> None:
    name = "Trung tâm nghiên cứu ứng dụng khoa học kỹ thuật nông nghiệp công nghệ cao"
    text = f"loai: phong\nten: {name}\ncap_tren: quan-ngo-quyen\n"
    head = letterhead(put(workspace, "don_vi/phong-a.yaml", text), "phong-a", date(2025, 2, 10))

    assert len(head["ban_hanh"]) > 1
    assert " ".join(head["ban_hanh"]) == name.upper()


def test_no_office_of_the_sample_is_broken_inside_a_word(loaded: Workspace) -> None:
    for code, unit in loaded.units.items():
        for day in (date(2025, 2, 10), date(2025, 10, 1)):
            name = unit.value.name_at(day)
            if name and unit.value.exists(day):
                lines = letterhead(loaded, code, day)["ban_hanh"]
                assert " ".join(lines) == name.upper()
                assert not any(line.startswith(("-", "–")) for line in lines)
