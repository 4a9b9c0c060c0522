"""The list of dispatch: real recipients, copies, the proof that it tells what is printed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from docgen.batch.planned import outgoing, owed, plan_jobs
from docgen.batch.produce import Producer
from docgen.batch.reports import without_figures
from docgen.context.addresses import Address, DispatchError, addresses, copies_of, prove
from docgen.context.awaited import awaited
from docgen.context.dispatch import Listed, dispatch_values
from docgen.context.document import head
from docgen.context.job import Job
from docgen.context.values import Gaps
from docgen.load.references import workspace_problems
from docgen.load.workspace import Workspace, load_workspace

PLAN = Job("phuong-cau-dat", "ke-hoach", 2025, date(2025, 2, 10))
DISTRICT = Job("quan-ngo-quyen", "ke-hoach", 2025, date(2025, 2, 1))


@pytest.fixture(scope="module")
def loaded(sample: Path) -> Workspace:
    return load_workspace(sample)


def listed(workspace: Workspace, *jobs: Job) -> tuple[Any, Gaps]:
    """Return what the list of the first job's unit says of some documents, and its gaps."""
    gaps = Gaps(workspace.root)
    found = []
    for job in jobs:
        own = Gaps(workspace.root)
        found.append(Listed(job, head(workspace, job, own), "Văn bản thử", own))
    unit = Job(jobs[0].unit, "danh-sach-phat-hanh", 2025, date(2025, 1, 1))
    return dispatch_values(workspace, unit, found, gaps), gaps


def rows(workspace: Workspace, job: Job) -> list[Address]:
    return addresses(workspace, job, head(workspace, job, Gaps()).told)


def edited(workspace: Path, unit: str, old: str, new: str) -> Workspace:
    path = workspace / "data" / "don_vi" / f"{unit}.yaml"
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new), "utf-8")
    return load_workspace(workspace)


def test_a_ward_prints_33_copies_of_its_plan(loaded: Workspace) -> None:
    values, gaps = listed(loaded, PLAN)

    (part,) = values["van_ban"]
    assert [(row["noi_nhan"], row["vai"], row["kenh"], row["so_ban"]) for row in part["dong"]] == [
        ("Ủy ban nhân dân Quận Ngô Quyền", "báo cáo", "trục liên thông", "-"),
        ("Phòng Nội vụ", "báo cáo", "trục liên thông", "-"),
        ("Thường trực Đảng ủy phường", "báo cáo", "giấy", "01"),
        ("Thường trực HĐND phường", "báo cáo", "giấy", "01"),
        ("Ủy ban MTTQ VN và các tổ chức chính trị - XH phường", "phối hợp", "giấy", "02"),
        ("CT, các PCT UBND phường", "để biết", "giấy", "03"),
        ("24 tổ dân phố", "thực hiện", "giấy", "24"),
    ]
    assert (part["ban_giay"], part["ban_luu"], part["tong"]) == ("31", "02", "33")
    assert [row["so_ban"] for row in values["so_dang_ky"]] == ["33"]
    assert not gaps


def test_groups_are_opened_by_their_full_names_on_the_day(loaded: Workspace) -> None:
    found = rows(loaded, DISTRICT)

    wards = [row.name for row in found if row.line == "UBND các phường"]
    assert len(wards) == 8
    assert wards[0] == "Ủy ban nhân dân phường Cầu Đất"
    assert len(found) == 36
    assert [row.group for row in found if row.group] == [
        "Các phòng, ban, ngành, đơn vị sự nghiệp công lập thuộc quận: 13 nơi nhận",
        "Các trường học thuộc quận: 09 nơi nhận",
        "UBND các phường: 08 nơi nhận",
    ]


def test_a_group_without_members_is_a_marked_row_and_a_gap(loaded: Workspace) -> None:
    values, gaps = listed(loaded, replace(DISTRICT, day=date(2025, 7, 1)))

    (part,) = values["van_ban"]
    marked = [row for row in part["dong"] if row["thieu"]]
    assert marked[-1]["noi_nhan"] == "[CẦN BỔ SUNG: Nơi nhận thay cho UBND cấp dưới]"
    assert marked[-1]["ghi_chu"] == "không có đơn vị nào vào ngày của văn bản"
    assert marked[-1]["so_ban"] == "-"
    assert gaps["Nơi nhận thay cho UBND cấp dưới"] == (
        "mục noi_nhan trong data/don_vi/quan-ngo-quyen.yaml"
    )


def test_a_superior_and_the_office_between_are_one_row(loaded: Workspace) -> None:
    job = Job("phuong-cau-dat", "bao-cao", 2025, date(2025, 6, 10), "6-thang")

    first, second, *_ = rows(loaded, job)

    assert first.name == "Ủy ban nhân dân Quận Ngô Quyền (qua Phòng Nội vụ)"
    assert (first.line, first.note) == ("Như trên", "Kính gửi")
    assert second.name == "Thường trực Đảng ủy phường"


@pytest.mark.parametrize("unit", ["phuong-cau-dat", "quan-ngo-quyen", "truong-thcs-chu-van-an"])
def test_every_line_is_in_the_list_and_every_row_comes_from_a_line(
    unit: str, loaded: Workspace
) -> None:
    for job in outgoing(loaded, unit, 2025):
        printed = head(loaded, job, Gaps()).values["noi_nhan"]

        told = dict.fromkeys(f"- {row.line};" for row in rows(loaded, job))

        assert list(told) == [line for line in printed if not line.startswith("- Lưu")]


def without_a_ward(found: Sequence[Address]) -> list[Address]:
    return [row for row in found if row.code != "phuong-van-my"]


def without_a_line(found: Sequence[Address]) -> list[Address]:
    return [row for row in found if row.line != "Ban Dân vận Quận ủy"]


def with_a_stranger(found: Sequence[Address]) -> list[Address]:
    return [*found, replace(found[-1], code="so-noi-vu")]


def with_a_line_of_nobody(found: Sequence[Address]) -> list[Address]:
    return [*found, replace(found[0], line="Hộ gia đình")]


def with_one_twice(found: Sequence[Address]) -> list[Address]:
    return [*found, found[-1]]


def with_more_copies(found: Sequence[Address]) -> list[Address]:
    return [replace(found[0], one=replace(found[0].one, copies=9)), *found[1:]]


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        (without_a_ward, "đơn vị “phuong-van-my” có 0 dòng, phải có một"),
        (without_a_line, "“- Ban Dân vận Quận ủy;” lệch với văn bản"),
        (with_a_stranger, "đơn vị “so-noi-vu” có 1 dòng, phải có một"),
        (with_a_line_of_nobody, "“- Hộ gia đình;” lệch với văn bản"),
        (with_one_twice, "đơn vị “phuong-van-my” có 2 dòng, phải có một"),
        (with_more_copies, "số bản không bằng tổng các dòng"),
    ],
)
def test_a_list_that_differs_from_the_document_is_held_back(
    change: Any, reason: str, loaded: Workspace
) -> None:
    told = head(loaded, DISTRICT, Gaps())
    found = rows(loaded, DISTRICT)
    prove("Kế hoạch", told.values, told.told, found)

    with pytest.raises(DispatchError, match=reason) as caught:
        prove("Kế hoạch", told.values, told.told, change(found))

    assert caught.value.code == "dispatch-mismatch"


def test_a_document_that_prints_other_lines_is_held_back(loaded: Workspace) -> None:
    job = Job("phuong-cau-dat", "bao-cao", 2025, date(2025, 6, 10), "6-thang")
    told = head(loaded, job, Gaps())
    found = rows(loaded, job)

    with pytest.raises(DispatchError, match="Ủy ban nhân dân Quận Ngô Quyền"):
        prove("Báo cáo", {**told.values, "kinh_gui": []}, told.told, found)
    with pytest.raises(DispatchError, match="lệch với văn bản"):
        prove("Báo cáo", {**told.values, "noi_nhan": ["- Như trên;"]}, told.told, found)


@pytest.mark.parametrize(
    ("line", "copies", "where"),
    [
        ('"Lưu: VT."', "01", "VT"),
        ("Lưu: VT, VP-TK.", "02", "VT; VP-TK"),
        ("Lưu: VT, VP-TK (05).", "05", "VT; VP-TK"),
    ],
)
def test_the_archive_has_a_copy_at_each_place_or_as_many_as_it_says(
    line: str, copies: str, where: str, workspace: Path
) -> None:
    changed = edited(workspace, "phuong-cau-dat", "Lưu: VT, VP-TK (02).", line)

    values, _ = listed(changed, PLAN)

    assert values["van_ban"][0]["ban_luu"] == copies
    assert values["so_dang_ky"][0]["ban_luu"] == where


def test_the_archive_names_the_office_that_drafted_it(loaded: Workspace) -> None:
    values, _ = listed(loaded, DISTRICT)

    assert values["so_dang_ky"][0]["ban_luu"] == "VT; Phòng Nội vụ"


def test_copies_that_nobody_told_are_a_gap_in_row_and_sums(workspace: Path) -> None:
    changed = edited(workspace, "phuong-cau-dat", "  so_to_dan_pho: 24\n", "")

    values, gaps = listed(changed, PLAN)

    (part,) = values["van_ban"]
    gap = "[CẦN BỔ SUNG: Số thôn, tổ dân phố]"
    assert (part["dong"][-1]["noi_nhan"], part["dong"][-1]["so_ban"]) == ("Các tổ dân phố", gap)
    assert part["tong"] == values["tong"]["tong"] == values["so_dang_ky"][0]["so_ban"] == gap
    assert gaps["Số thôn, tổ dân phố"] == (
        "mục so_to_dan_pho trong data/don_vi/phuong-cau-dat.yaml"
    )


def test_number_and_day_are_open_until_they_are_given(workspace: Path) -> None:
    draft, _ = listed(load_workspace(workspace), PLAN)
    path = workspace / "data" / "ke_hoach" / "2025" / "phuong-cau-dat.yaml"
    path.write_text(path.read_text("utf-8") + "\nso: 7\nngay: 11/02/2025\n", "utf-8")
    given, _ = listed(load_workspace(workspace), PLAN)

    (row,) = draft["so_dang_ky"]
    blank = "\N{NO-BREAK SPACE}" * 6
    assert (row["so_ky_hieu"], row["ngay"], row["ghi_chu"]) == (
        f"{blank}/KH-UBND",
        "",
        "Dự kiến 10/02/2025",
    )
    (row,) = given["so_dang_ky"]
    assert (row["so_ky_hieu"], row["ngay"], row["ghi_chu"]) == ("07/KH-UBND", "11/02/2025", "")
    assert given["van_ban"][0]["dong"][0]["van_ban"] == "07/KH-UBND"


def test_the_sums_of_all_documents_are_those_of_each(loaded: Workspace) -> None:
    jobs = [job for job in outgoing(loaded, "phuong-cau-dat", 2025) if job.kind != "giay-moi"]
    values, _ = listed(loaded, *jobs)

    assert [job.code for job in jobs] == ["", "6-thang", "6-thang-hdnd"]
    assert [part["tong"] for part in values["van_ban"]] == ["33", "09", "08"]
    assert values["tong"] == {
        "ban_giay": "44",
        "ban_luu": "06",
        "tong": "50",
        "so_van_ban": 3,
        "so_noi_nhan": 16,
    }
    assert copies_of(head(loaded, jobs[1], Gaps()).told).total == 9


def test_only_what_is_sent_is_told_in_the_order_of_its_days(loaded: Workspace) -> None:
    found = outgoing(loaded, "phuong-cau-dat", 2025)

    assert [job.day for job in found] == sorted(job.day for job in found)
    assert not {"danh-sach-phat-hanh", "don-doc"} & {job.kind for job in found}
    assert [job.ma for job in found if job.kind == "bao-cao"] == ["6-thang", "6-thang"]
    assert [job.kind for job in outgoing(loaded, "phuong-le-chan", 2025)] == []


@pytest.mark.parametrize("unit", ["phuong-cau-dat", "quan-ngo-quyen", "phuong-ngo-quyen"])
def test_what_is_sent_is_what_the_whole_round_makes(unit: str, loaded: Workspace) -> None:
    round_of_year = owed(loaded, 2025, [unit], books=False)
    made = [job for job, why in round_of_year if not (why or without_figures(loaded, job))]

    assert sorted(made, key=lambda job: job.day) == sorted(
        outgoing(loaded, unit, 2025), key=lambda job: (job.day, made.index(job))
    )


def test_gaps_of_a_document_are_told_where_the_list_prints_them(workspace: Path) -> None:
    signer = "nguoi_ky:\n  ho_ten: Nguyễn Văn An\n  chuc_vu: Phó Chủ tịch\n"
    changed = edited(workspace, "phuong-cau-dat", signer, "")

    values, gaps = listed(changed, PLAN)

    assert values["so_dang_ky"][0]["nguoi_ky"] == "[CẦN BỔ SUNG: Họ tên người ký]"
    assert gaps == {"Họ tên người ký": "mục nguoi_ky trong data/don_vi/phuong-cau-dat.yaml"}


def test_a_superior_sees_how_far_the_reports_of_those_below_are(workspace: Path) -> None:
    folder = workspace / "data" / "bao_cao" / "2025-6-thang"
    for file in folder.glob("*.yaml"):
        file.unlink()
    (folder / "phuong-cau-dat.yaml").write_text("ngay_gui: 14/6/2025\n", "utf-8")
    (folder / "phuong-cau-tre.yaml").write_text("ngay_gui: 17/6/2025\n", "utf-8")
    (folder / "phuong-dang-giang.yaml").write_text("ngay_gui: 31/6/2025\n", "utf-8")

    told = awaited(load_workspace(workspace), Job("quan-ngo-quyen", "x", 2025, date(2025, 1, 1)))

    shown = [(row["don_vi"], row["ngay_gui"], row["trang_thai"]) for row in told]
    assert shown[:4] == [
        ("Ủy ban nhân dân phường Cầu Đất", "14/6/2025", "đúng hạn"),
        ("Ủy ban nhân dân phường Cầu Tre", "17/6/2025", "chậm 03 ngày"),
        ("Ủy ban nhân dân phường Đằng Giang", "", "tệp số liệu còn lỗi"),
        ("Ủy ban nhân dân phường Đông Khê", "", "chưa gửi"),
    ]
    assert {(row["ky"], row["han"], row["nhan"]) for row in told} == {
        ("Báo cáo 06 tháng đầu năm 2025", "14/6/2025", "")
    }
    assert shown[-1][0] == "Trường Trung học cơ sở Lạc Viên"


def test_a_unit_with_nobody_below_has_no_such_table(loaded: Workspace) -> None:
    assert awaited(loaded, Job("phuong-cau-dat", "x", 2025, date(2025, 1, 1))) == []


def test_a_mistake_in_a_document_holds_its_list_back(workspace: Path) -> None:
    path = workspace / "data" / "ke_hoach" / "2025" / "phuong-cau-dat.yaml"
    path.write_text("noi_nhan:\n  - nhom: khong-co\n  - Lưu: VT.\n", "utf-8")
    loaded = load_workspace(workspace)
    job = Job("phuong-cau-dat", "danh-sach-phat-hanh", 2025, date(2025, 1, 1))

    error = Producer(loaded, workspace / "out").make(job).error

    assert error
    assert error.code == "invalid-data"


@pytest.mark.parametrize(
    "on, shown",
    [
        (None, ("17/6/2025", "chậm 03 ngày")),
        (date(2025, 6, 14), ("", "chưa gửi")),
        (date(2025, 6, 16), ("", "chưa gửi, quá hạn 02 ngày")),
        (date(2025, 6, 17), ("17/6/2025", "chậm 03 ngày")),
    ],
)
def test_what_is_awaited_is_told_as_of_the_day_that_was_asked_for(
    on: date | None, shown: tuple[str, str], loaded: Workspace
) -> None:
    job = Job("quan-ngo-quyen", "danh-sach-phat-hanh", 2025, date(2025, 1, 1), on=on)
    told = {row["don_vi"]: (row["ngay_gui"], row["trang_thai"]) for row in awaited(loaded, job)}
    whole = dispatch_values(loaded, job, [], Gaps())

    assert told["Ủy ban nhân dân phường Lạch Tray"] == shown
    assert whole["theo_doi_den"] == (f"{on.day}/{on.month}/2025" if on else "")


def test_the_day_that_was_asked_for_is_in_the_job_and_no_other(loaded: Workspace) -> None:
    ask = ("danh-sach-phat-hanh", 2025, ["quan-ngo-quyen"])
    (asked,) = plan_jobs(loaded, *ask, date(2025, 6, 16))
    (plain,) = plan_jobs(loaded, *ask, None)

    assert (asked.on, plain.on) == (date(2025, 6, 16), None)


def test_a_line_for_an_office_that_nobody_named_is_told(workspace: Path) -> None:
    loaded = edited(workspace, "quan-ngo-quyen", "thuong_truc: phong-noi-vu\n", "")
    found = [p for p in workspace_problems(loaded) if p.code == "office-not-named"]

    first = found[0]
    assert all(one.warning for one in found)
    assert "đơn vị cấp trên (quan-ngo-quyen) chưa khai cơ quan thường trực" in first.message
    assert first.hint.endswith("data/don_vi/quan-ngo-quyen.yaml")
    assert "nhom: thuong-truc-cap-tren" in first.source
