"""Nothing is printed of an office that is not there on the day, nor of words meant for another."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from docgen.batch import Producer, plan_jobs
from docgen.load.workspace import load_workspace

PHONG = "loai: phong\nten: Phòng Tư pháp\nviet_tat: TP"
LATER = """
loai: phong
ten: Phòng Tư pháp
viet_tat: TP
ton_tai: {{tu: 01/8/2025}}
cap_tren: {superior}
nguoi_ky: {{ho_ten: Trần Thị Nga, chuc_vu: Trưởng phòng}}
noi_nhan: [{recipient}, "Lưu: VT."]
"""


def later(workspace: Path, plan: Any, superior: str, recipient: str) -> Any:
    """Return the plan of an office that begins after the districts have ended."""
    text = LATER.format(superior=superior, recipient=recipient)
    (workspace / "data" / "don_vi" / "don-vi-thu.yaml").write_text(text, "utf-8")
    return plan("don-vi-thu", workspace)


@pytest.mark.parametrize("superior", ["quan-ngo-quyen", "phuong-cau-dat"])
def test_a_superior_that_has_ended_is_a_gap_and_not_a_letterhead(
    superior: str, workspace: Path, plan: Any
) -> None:
    made = later(workspace, plan, superior, "nhom: cap-tren")

    assert "[CẦN BỔ SUNG: Đơn vị cấp trên]" in made.text
    assert "NGÔ QUYỀN" not in made.text
    assert "CẦU ĐẤT" not in made.text


def test_a_recipient_that_has_ended_is_a_gap(workspace: Path, plan: Any) -> None:
    made = later(workspace, plan, "phuong-ngo-quyen", "don_vi: phuong-cau-dat")

    assert "- [CẦN BỔ SUNG: Nơi nhận thay cho UBND phường Cầu Đất];" in made.lines


def test_an_empty_list_says_no_more_than_a_list_left_out(office: Any) -> None:
    assert office(PHONG, "nhiem_vu: []\ncong_khai: []\n").lines == office(PHONG).lines


def test_one_task_is_not_lettered(office: Any) -> None:
    one = "nhiem_vu: [{noi_dung: Sửa nội quy., han: 30/4/2025, phu_trach: tổ một.}]\n"
    made = office(PHONG, one)

    assert "- Sửa nội quy." in made.lines
    assert "Hoàn thành chậm nhất ngày 30/4/2025; phụ trách: tổ một." in made.lines


def test_the_kindergarten_is_known_by_its_name(office: Any) -> None:
    head = "loai: truong-hoc\nten: Trường Mầm non Hoa Sen\nviet_tat: MNHS"
    made = office(head, signs="Hiệu trưởng")

    assert "học sinh" not in made.text
    assert "cha mẹ trẻ em" in made.text


def test_a_broken_unit_stops_only_the_papers_that_speak_of_it(workspace: Path) -> None:
    school = workspace / "data" / "don_vi" / "truong-thcs-an-da.yaml"
    school.write_text(school.read_text("utf-8") + "xyz: 1\n", "utf-8")
    loaded = load_workspace(workspace)
    producer = Producer(loaded, workspace / "out", dry_run=True)
    units = ["phong-tu-phap", "phuong-cau-dat", "truong-thcs-an-da", "quan-ngo-quyen"]
    jobs = plan_jobs(loaded, "ke-hoach", 2025, units, None)

    assert [bool(producer.make(job).error) for job in jobs] == [False, False, True, True]
