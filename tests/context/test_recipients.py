"""Who gets a document on its day: Kính gửi, Nơi nhận and the copies are one block."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from docgen.context.document import content
from docgen.context.job import Job
from docgen.context.recipient import Recipient, Recipients
from docgen.context.recipients import recipients
from docgen.context.values import Gaps
from docgen.load.workspace import Workspace, load_workspace

PLAN = Job("phuong-cau-dat", "ke-hoach", 2025, date(2025, 2, 10))
REPORT = Job("phuong-cau-dat", "bao-cao", 2025, date(2025, 6, 10), "6-thang")


@pytest.fixture(scope="module")
def loaded(sample: Path) -> Workspace:
    return load_workspace(sample)


def district(day: date) -> Job:
    return Job("quan-ngo-quyen", "ke-hoach", 2025, day)


def group(told: Recipients, name: str) -> Recipient:
    (found,) = [one for one in told.others if one.group == name]
    return found


def rewritten(workspace: Path, unit: str, lines: str) -> Workspace:
    """Return the workspace after *unit* wrote other lines under Nơi nhận."""
    path = workspace / "data" / "don_vi" / f"{unit}.yaml"
    kept = path.read_text("utf-8").partition("noi_nhan:")[0]
    path.write_text(f"{kept}noi_nhan:\n{lines}", "utf-8")
    return load_workspace(workspace)


def test_the_group_of_wards_holds_eight_before_july_and_none_after(loaded: Workspace) -> None:
    gaps = Gaps()
    before = group(recipients(loaded, district(date(2025, 2, 1))), "cac-phuong")
    after = group(recipients(loaded, district(date(2025, 7, 1)), gaps), "cac-phuong")

    assert before.words == "UBND các phường"
    assert len(before.units) == 8
    assert (after.units, after.paper) == ((), 0)
    assert after.lacking == "không có đơn vị nào vào ngày của văn bản"
    assert after.words == "[CẦN BỔ SUNG: Nơi nhận thay cho UBND cấp dưới]"
    where = "mục noi_nhan trong data/don_vi/quan-ngo-quyen.yaml"
    assert gaps["Nơi nhận thay cho UBND cấp dưới"] == where


def test_a_plan_goes_to_every_line_and_only_paper_counts(loaded: Workspace) -> None:
    told = recipients(loaded, PLAN)

    assert told.addressed == ()
    assert [(one.words, one.paper) for one in told.others] == [
        ("UBND Quận Ngô Quyền", 0),
        ("Phòng Nội vụ", 0),
        ("Thường trực Đảng ủy phường", 1),
        ("Thường trực HĐND phường", 1),
        ("Ủy ban MTTQ VN và các tổ chức chính trị - XH phường", 2),
        ("CT, các PCT UBND phường", 3),
        ("Các tổ dân phố", 24),
    ]
    assert str(told.archive) == "Lưu: VT, VP-TK (02)"


def test_what_is_printed_is_that_block(loaded: Workspace) -> None:
    for job in (PLAN, REPORT):
        values, told = content(loaded, job).values, recipients(loaded, job)

        assert values["noi_nhan"] == told.lines
        assert values["kinh_gui"] == [one.words for one in told.addressed]


def test_a_report_goes_up_through_the_standing_office(loaded: Workspace) -> None:
    told = recipients(loaded, REPORT)

    (above,) = told.addressed
    assert above.words == "Ủy ban nhân dân Quận Ngô Quyền (qua Phòng Nội vụ)"
    assert (above.units, above.via) == (("quan-ngo-quyen",), "phong-noi-vu")
    assert told.lines == [
        "- Như trên;",
        "- Thường trực Đảng ủy phường;",
        "- Thường trực HĐND phường;",
        "- Ủy ban MTTQ VN và các tổ chức chính trị - XH phường;",
        "- CT, các PCT UBND phường;",
        "- Lưu: VT, VP-TK (02).",
    ]


def test_the_standing_office_itself_reports_straight(loaded: Workspace) -> None:
    job = Job("phong-noi-vu", "bao-cao", 2025, date(2025, 6, 10), "6-thang")

    told = recipients(loaded, job)

    assert [one.words for one in told.addressed] == ["Ủy ban nhân dân Quận Ngô Quyền"]
    assert not any(one.units for one in told.others)


def test_a_version_leaves_out_a_unit_that_a_line_names_by_its_code(loaded: Workspace) -> None:
    job = Job("phuong-cau-dat", "bao-cao", 2025, date(2025, 6, 10), "6-thang", "hdnd")

    told = recipients(loaded, job)

    assert [one.words for one in told.addressed] == [
        "Hội đồng nhân dân phường Cầu Đất",
        "Ủy ban Mặt trận Tổ quốc Việt Nam phường Cầu Đất",
    ]
    assert told.lines == [
        "- Như trên;",
        "- Thường trực Đảng ủy phường;",
        "- CT, các PCT UBND phường;",
        "- Lưu: VT, VP-TK (02).",
    ]


def test_a_unit_with_a_line_of_its_own_is_not_in_its_group(workspace: Path) -> None:
    lines = "  - nhom: cac-phuong\n  - don_vi: phuong-van-my\n  - Lưu: VT.\n"
    changed = rewritten(workspace, "quan-ngo-quyen", lines)

    told = recipients(changed, district(date(2025, 2, 1)))

    assert told.lines == ["- UBND các phường;", "- UBND phường Vạn Mỹ;", "- Lưu: VT."]
    assert len(told.others[0].units) == 7
    assert told.others[1].units == ("phuong-van-my",)
    assert told.others[1].role == "thực hiện"


def test_who_is_named_twice_gets_it_once(workspace: Path) -> None:
    lines = (
        "  - nhom: cap-tren\n  - don_vi: quan-ngo-quyen\n  - nhom: dang-uy\n  - nhom: dang-uy\n"
        "  - Hộ gia đình\n  - hộ gia đình\n  - Lưu: VT.\n"
    )
    changed = rewritten(workspace, "phuong-cau-dat", lines)

    assert recipients(changed, PLAN).lines == [
        "- UBND Quận Ngô Quyền;",
        "- Thường trực Đảng ủy phường;",
        "- Hộ gia đình;",
        "- Lưu: VT.",
    ]


@pytest.mark.parametrize(
    ("line", "lacking"),
    [
        ("don_vi: phuong-cau-dat", "chính là đơn vị ban hành"),
        ("don_vi: phuong-ngo-quyen", "UBND Phường Ngô Quyền không có vào ngày của văn bản"),
    ],
)
def test_a_unit_that_cannot_get_it_is_a_gap(line: str, lacking: str, workspace: Path) -> None:
    changed = rewritten(workspace, "phuong-cau-dat", f"  - {line}\n  - Lưu: VT.\n")
    gaps = Gaps()

    (one,) = recipients(changed, PLAN, gaps).others

    assert (one.lacking, one.paper, one.units) == (lacking, 0, ())
    assert one.words.startswith("[CẦN BỔ SUNG: Nơi nhận thay cho UBND ")
    assert list(gaps.values()) == ["mục noi_nhan trong data/don_vi/phuong-cau-dat.yaml"]


def test_a_gap_names_the_file_that_wrote_the_line(workspace: Path) -> None:
    path = workspace / "data" / "ke_hoach" / "2025" / "phuong-van-my.yaml"
    path.write_text("noi_nhan:\n  - don_vi: phuong-le-chan\n  - Lưu: VT.\n", "utf-8")
    gaps = Gaps()

    recipients(load_workspace(workspace), Job("phuong-van-my", "ke-hoach", 2025, PLAN.day), gaps)

    assert list(gaps.values()) == ["mục noi_nhan trong data/ke_hoach/2025/phuong-van-my.yaml"]


def test_a_superior_that_has_ended_is_a_gap(workspace: Path) -> None:
    lines = "  - nhom: cap-tren\n  - nhom: thuong-truc-cap-tren\n  - Lưu: VT.\n"
    changed = rewritten(workspace, "phuong-cau-dat", lines)
    after = date(2025, 7, 1)

    assert recipients(changed, replace(PLAN, day=after)).lines == [
        "- [CẦN BỔ SUNG: Nơi nhận thay cho Cấp trên trực tiếp];",
        "- [CẦN BỔ SUNG: Nơi nhận thay cho Cơ quan thường trực của cấp trên];",
        "- Lưu: VT.",
    ]
    (above,) = recipients(changed, replace(REPORT, day=after)).addressed
    assert above.words == "[CẦN BỔ SUNG: Kính gửi]"


def test_a_superior_whose_office_has_ended_gets_it_alone(workspace: Path) -> None:
    path = workspace / "data" / "don_vi" / "phong-noi-vu.yaml"
    path.write_text(path.read_text("utf-8").replace("30/6/2025", "31/3/2025"), "utf-8")
    lines = "  - nhom: cap-tren\n  - nhom: thuong-truc-cap-tren\n  - Lưu: VT.\n"
    changed = rewritten(workspace, "phuong-cau-dat", lines)

    told = recipients(changed, replace(PLAN, day=date(2025, 4, 1)))

    assert told.lines == ["- UBND Quận Ngô Quyền;", "- Lưu: VT."]
    (above,) = recipients(changed, REPORT).addressed
    assert (above.words, above.via) == ("Ủy ban nhân dân Quận Ngô Quyền", "")


def test_a_line_that_is_not_sent_is_no_gap(loaded: Workspace) -> None:
    gaps = Gaps()
    job = Job("quan-ngo-quyen", "bao-cao", 2025, date(2025, 7, 1), "6-thang")

    told = recipients(loaded, job, gaps)

    assert "thực hiện" not in {one.role for one in told.others}
    assert "Nơi nhận thay cho UBND cấp dưới" not in gaps


@pytest.mark.parametrize(
    ("line", "paper"),
    [
        ("{nhom: dang-uy, so_ban: 4}", 4),
        ("{nhom: dang-uy, kenh: trục liên thông}", 0),
        ("{nhom: cac-to-dan-pho}", 24),
        ("{nhom: cac-to-dan-pho, so_ban: 48}", 48),
        ("{don_vi: quan-ngo-quyen}", 0),
        ("{don_vi: quan-ngo-quyen, kenh: bưu điện, so_ban: 2}", 2),
        ("Hộ gia đình", 1),
        ("{ten: Hộ gia đình, so_ban: 30}", 30),
    ],
)
def test_a_line_says_how_many_copies_and_by_which_way(
    line: str, paper: int, workspace: Path
) -> None:
    changed = rewritten(workspace, "phuong-cau-dat", f"  - {line}\n  - Lưu: VT.\n")

    (one,) = recipients(changed, PLAN).others

    assert one.paper == paper


def test_how_many_is_unknown_where_the_unit_has_not_said(workspace: Path) -> None:
    path = workspace / "data" / "don_vi" / "phuong-cau-dat.yaml"
    path.write_text(path.read_text("utf-8").replace("  so_to_dan_pho: 24\n", ""), "utf-8")

    one = group(recipients(load_workspace(workspace), PLAN), "cac-to-dan-pho")

    assert (one.words, one.paper, one.counted) == ("Các tổ dân phố", None, "so_to_dan_pho")


def test_a_list_that_stays_in_the_office_goes_to_nobody(loaded: Workspace) -> None:
    job = Job("phuong-cau-dat", "danh-sach-phat-hanh", 2025, date(2025, 1, 1))

    assert recipients(loaded, job) == Recipients()
