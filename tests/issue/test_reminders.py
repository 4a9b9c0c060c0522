"""Odd days are told when a number is given, and once: a day to come, of another year, too early, too late."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest

from docgen.batch import Only, Producer, plan_jobs
from docgen.issue import Issuer
from docgen.issue.reminders import reminders
from docgen.load.workspace import Workspace, load_workspace
from docgen.register.store import FILE, Register
from tests.issue.office import UNIT, hall

TODAY = date(2026, 6, 30)
WARD, LATER = "phuong-cau-dat", "phuong-ngo-quyen"
MEETING = "hoi-nghi-doi-thoai"


@dataclass(slots=True)
class Desk:
    """Where numbers are only looked at."""

    workspace: Workspace

    def told(self, kind: str, unit: str, day: date, ma: str = "") -> list[str]:
        (job,) = plan_jobs(self.workspace, kind, 2025, [unit], day, Only(ma))
        root = self.workspace.root
        issuer = Issuer(Producer(self.workspace, root / "out"), Register(root / FILE))
        found = issuer.preview([job])
        assert found[0].error is None
        return list(reminders(self.workspace, found, TODAY, issuer.alike))


@pytest.fixture(scope="module")
def desk(sample: Path) -> Desk:
    return Desk(load_workspace(sample))


def test_a_day_that_is_right_is_not_told(desk: Desk) -> None:
    assert desk.told("ke-hoach", WARD, date(2025, 2, 12)) == []
    assert desk.told("bao-cao", WARD, date(2025, 6, 10), "6-thang") == []
    assert desk.told("giay-moi", WARD, date(2025, 5, 12), MEETING) == []


def test_a_day_to_come_and_a_number_of_another_year_are_told(desk: Desk) -> None:
    of_2026 = "1 văn bản của năm 2025 lấy số của năm 2026, theo ngày văn bản."

    assert desk.told("ke-hoach", LATER, date(2026, 6, 30)) == [of_2026]
    assert desk.told("ke-hoach", LATER, date(2026, 7, 1)) == ["ngày 01/7/2026 chưa đến.", of_2026]


def test_a_report_before_the_end_of_its_figures_and_an_invitation_after_its_day_are_told(
    desk: Desk,
) -> None:
    report = f"{WARD}, bao-cao 6-thang, ngày 01/3/2025"
    meeting = f"{WARD}, giay-moi {MEETING}, ngày 30/5/2025"

    assert desk.told("bao-cao", WARD, date(2025, 3, 1), "6-thang") == [
        f"{report}: trước ngày cuối của số liệu trong kỳ (31/5/2025)."
    ]
    assert desk.told("giay-moi", WARD, date(2025, 5, 30), MEETING) == [
        f"{meeting}: sau ngày họp (23/5/2025)."
    ]


def test_a_replacement_that_differs_in_its_day_alone_is_told(tmp_path: Path) -> None:
    office = hall(tmp_path, ["h00"])
    office.issue(["h00"])
    (job,) = plan_jobs(office.workspace, "giay-moi", 2025, [UNIT], date(2025, 5, 13), Only("h00"))
    issuer = Issuer(office.producer, office.register, "sai giờ")
    found = issuer.preview([job])

    (told,) = reminders(office.workspace, found, TODAY, issuer.alike)
    assert told == (
        f"{UNIT}, giay-moi h00: chỉ khác bản số 01/GM-UBND ở số, ngày; nếu định sửa nội dung thì dữ "
        "liệu chưa được sửa."
    )


def test_a_day_that_is_asked_for_a_document_with_a_number_is_told_to_change_nothing(
    tmp_path: Path,
) -> None:
    office = hall(tmp_path, ["h00"])
    office.issue(["h00"])
    found = office.issue(["h00"], date(2025, 5, 15))

    assert list(reminders(office.workspace, found, TODAY, {})) == []
    assert list(reminders(office.workspace, found, TODAY, {}, dated=True)) == [
        f"{UNIT}, giay-moi h00: đã cấp số từ trước, ngày 12/5/2025; --date không đổi ngày ấy."
    ]
