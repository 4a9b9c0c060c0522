"""One path for one document and for all: what is wrong with one stays with that one."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from pathlib import Path

import pytest

from docgen.batch import Outcome, Producer, plan_jobs
from docgen.batch.planned import reason_to_leave_out
from docgen.errors import InvalidDataError, NoTemplateError, NotInTimeError, UnitNotFoundError
from docgen.load.workspace import load_workspace

WARDS = ["phuong-cau-dat", "phuong-may-chai", "phuong-van-my"]
DISTRICT = "quan-ngo-quyen"


def run(
    root: Path,
    units: Iterable[str],
    *,
    year: int = 2025,
    day: date | None = None,
    dry: bool = False,
) -> dict[str, Outcome]:
    workspace = load_workspace(root)
    producer = Producer(workspace, root / "out", dry_run=dry)
    jobs = plan_jobs(workspace, "ke-hoach", year, units, day)
    return {job.unit: producer.make(job) for job in jobs}


def unit_file(root: Path, code: str) -> Path:
    return root / "data" / "don_vi" / f"{code}.yaml"


def replace(path: Path, old: str, new: str) -> None:
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new), "utf-8")


def problems(outcome: Outcome) -> str:
    assert isinstance(outcome.error, InvalidDataError), outcome
    return "\n".join(map(str, outcome.error.problems))


def made(root: Path) -> list[str]:
    return sorted(path.parent.name for path in (root / "out").rglob("*.docx"))


def test_documents_go_where_the_design_says(workspace: Path) -> None:
    outcome = run(workspace, ["phuong-cau-dat"])["phuong-cau-dat"]

    assert outcome.written
    assert outcome.written.path == workspace / "out" / "2025" / "phuong-cau-dat" / "ke-hoach.docx"
    assert outcome.written.state == "mới"


def test_a_run_again_changes_nothing(workspace: Path) -> None:
    run(workspace, WARDS)
    states = [
        outcome.written and outcome.written.state for outcome in run(workspace, WARDS).values()
    ]

    assert states == ["không đổi"] * 3


def test_gaps_are_told_with_the_document(workspace: Path) -> None:
    (workspace / "data" / "ke_hoach" / "2025" / "phuong-van-my.yaml").unlink(missing_ok=True)
    outcome = run(workspace, ["phuong-van-my"])["phuong-van-my"]

    assert outcome.written
    assert "Nhiệm vụ trọng tâm của năm" in outcome.gaps


def test_a_dry_run_writes_nothing_and_finds_the_same_faults(workspace: Path) -> None:
    replace(unit_file(workspace, "phuong-van-my"), "loai: ubnd-phuong", "loai: ubnd-phuog")
    outcomes = run(workspace, WARDS, dry=True)

    assert not (workspace / "out").exists()
    assert [outcome.written and outcome.written.state for outcome in outcomes.values()] == [
        "sẽ ghi", "sẽ ghi", None,
    ]  # fmt: skip


def test_a_dry_run_tells_of_a_document_changed_by_hand(workspace: Path) -> None:
    written = run(workspace, ["phuong-cau-dat"])["phuong-cau-dat"].written
    assert written
    written.path.write_bytes(b"khac")

    assert run(workspace, ["phuong-cau-dat"], dry=True)["phuong-cau-dat"].error
    assert written.path.read_bytes() == b"khac"


def test_a_broken_file_of_one_ward_stops_that_ward_and_the_district_that_counts_it(
    workspace: Path,
) -> None:
    unit_file(workspace, "phuong-van-my").write_text("loai: [", "utf-8")
    outcomes = run(workspace, [*WARDS, DISTRICT])

    assert "data/don_vi/phuong-van-my.yaml" in problems(outcomes["phuong-van-my"])
    assert "data/don_vi/phuong-van-my.yaml" in problems(outcomes[DISTRICT])
    assert made(workspace) == ["phuong-cau-dat", "phuong-may-chai"]


def test_a_ward_of_an_unknown_kind_stops_the_district_too_for_it_would_not_be_counted(
    workspace: Path,
) -> None:
    replace(unit_file(workspace, "phuong-van-my"), "loai: ubnd-phuong", "loai: ubnd-phuog")
    outcomes = run(workspace, [*WARDS, DISTRICT])

    assert "không có loại đơn vị “ubnd-phuog”" in problems(outcomes["phuong-van-my"])
    assert "ubnd-phuog" in problems(outcomes[DISTRICT])
    assert made(workspace) == ["phuong-cau-dat", "phuong-may-chai"]


def test_a_district_that_counts_no_group_still_counts_the_wards_below_it(workspace: Path) -> None:
    path = unit_file(workspace, DISTRICT)
    text = path.read_text("utf-8")
    path.write_text(text[: text.index("noi_nhan:")] + "noi_nhan: [Lưu: VT]\n", "utf-8")
    unit_file(workspace, "phuong-van-my").write_text("loai: [", "utf-8")

    assert "phuong-van-my.yaml" in problems(run(workspace, [DISTRICT])[DISTRICT])


def test_a_broken_data_file_stops_its_own_document_only(workspace: Path) -> None:
    data = workspace / "data" / "ke_hoach" / "2025" / "phuong-cau-dat.yaml"
    data.write_text("nhiem_vuu: x\n", "utf-8")
    outcomes = run(workspace, WARDS)

    assert "data/ke_hoach/2025/phuong-cau-dat.yaml" in problems(outcomes["phuong-cau-dat"])
    assert made(workspace) == ["phuong-may-chai", "phuong-van-my"]


@pytest.mark.parametrize(
    "file",
    [
        "data/danh_muc/loai_don_vi.yaml",
        "data/danh_muc/che_do.yaml",
        "data/nam/2025.yaml",
        "docgen.yaml",
    ],
)
def test_a_broken_file_that_all_share_stops_all(workspace: Path, file: str) -> None:
    (workspace / file).write_text("muc: [", "utf-8")
    outcomes = run(workspace, WARDS)

    assert all(file in problems(outcome) for outcome in outcomes.values())
    assert not (workspace / "out").exists()


def test_a_broken_superior_stops_those_below_it(workspace: Path) -> None:
    replace(unit_file(workspace, "phuong-cau-dat"), "  - don_vi: quan-ngo-quyen\n", "")
    unit_file(workspace, DISTRICT).write_text("loai: [", "utf-8")

    assert "quan-ngo-quyen.yaml" in problems(run(workspace, WARDS)["phuong-cau-dat"])


def test_a_broken_recipient_that_only_the_document_names_stops_it(workspace: Path) -> None:
    data = workspace / "data" / "ke_hoach" / "2025" / "phuong-cau-dat.yaml"
    lines = "\nnoi_nhan:\n  - don_vi: phuong-van-my\n  - Lưu: VT, VP (02).\n"
    data.write_text(data.read_text("utf-8") + lines, "utf-8")
    unit_file(workspace, "phuong-van-my").write_text("loai: [", "utf-8")
    outcomes = run(workspace, WARDS)

    assert "phuong-van-my.yaml" in problems(outcomes["phuong-cau-dat"])
    assert made(workspace) == ["phuong-may-chai"]


def test_a_year_without_its_file_is_a_sentence(workspace: Path) -> None:
    outcome = run(workspace, ["phuong-cau-dat"], year=2031, day=date(2025, 3, 1))["phuong-cau-dat"]

    assert "data/nam/2031.yaml" in problems(outcome)
    assert "năm 2031" in problems(outcome)


def test_superiors_in_a_circle_are_a_sentence_and_no_endless_loop(workspace: Path) -> None:
    for code, above in (("phong-noi-vu", "phong-van-hoa"), ("phong-van-hoa", "phong-noi-vu")):
        text = unit_file(workspace, code).read_text("utf-8")
        unit_file(workspace, code).write_text(
            "\n".join(line for line in text.splitlines() if not line.startswith("cap_tren"))
            + f"\ncap_tren: {above}\n", "utf-8",
        )  # fmt: skip
    outcome = run(workspace, ["phong-noi-vu"])["phong-noi-vu"]

    assert "phong-noi-vu → phong-van-hoa → phong-noi-vu" in problems(outcome)


def test_a_unit_that_is_no_more_names_its_successors(workspace: Path) -> None:
    outcome = run(workspace, ["phuong-cau-dat"], day=date(2025, 8, 1))["phuong-cau-dat"]

    assert isinstance(outcome.error, NotInTimeError)
    assert str(outcome.error) == (
        "Ủy ban nhân dân phường Cầu Đất không tồn tại vào ngày 01/8/2025"
        " (tồn tại từ 01/01/2025 đến 30/6/2025)."
        " Đơn vị kế thừa: Ủy ban nhân dân Phường Lê Chân (phuong-le-chan),"
        " Ủy ban nhân dân phường Gia Viên (phuong-gia-vien-2025)."
        " Văn bản của ngày khác thì ghi --date."
    )


def test_a_successor_that_cannot_be_read_is_named_by_its_code(workspace: Path) -> None:
    replace(unit_file(workspace, "phuong-le-chan"), "loai: ubnd-phuong", "loai: la")
    outcome = run(workspace, ["phuong-cau-dat"], day=date(2025, 8, 1))["phuong-cau-dat"]

    assert isinstance(outcome.error, NotInTimeError)
    assert "Đơn vị kế thừa: phuong-le-chan, " in str(outcome.error)


def receiver(root: Path) -> str:
    """Add a unit of a kind that has no template, and return its code."""
    unit_file(root, "hoi-lam-vuon").write_text("loai: noi-nhan\nten: Hội Làm vườn\n", "utf-8")
    return "hoi-lam-vuon"


def test_a_kind_of_unit_without_a_template_is_told_with_the_file_to_change(workspace: Path) -> None:
    outcome = run(workspace, [receiver(workspace)])["hoi-lam-vuon"]

    assert isinstance(outcome.error, NoTemplateError)
    assert (
        "(loại noi-nhan): thêm một dòng vào mục “mau” của data/danh_muc/loai_van_ban/ke-hoach.yaml"
        in (str(outcome.error))
    )


def test_an_unknown_unit_is_told_with_a_guess_and_stops_no_other(workspace: Path) -> None:
    outcomes = run(workspace, ["phuong-cau-da", "phuong-van-my"])

    assert isinstance(outcomes["phuong-cau-da"].error, UnitNotFoundError)
    assert "Có phải là “phuong-cau-dat”" in str(outcomes["phuong-cau-da"].error)
    assert made(workspace) == ["phuong-van-my"]


@pytest.mark.parametrize(
    "unit, day, reason",
    [
        ("phuong-le-chan", None, "chỉ là nơi nhận hoặc đơn vị liên quan"),
        ("hoi-lam-vuon", None, "chưa có mẫu “Kế hoạch” cho loại đơn vị noi-nhan"),
        ("phuong-cau-dat", date(2025, 8, 1), "không tồn tại vào ngày 01/8/2025"),
        ("phuong-cau-dat", None, ""),
    ],
)
def test_all_passes_over_units_that_have_no_such_paper(
    workspace: Path, unit: str, day: date | None, reason: str
) -> None:
    receiver(workspace)
    loaded = load_workspace(workspace)
    (job,) = plan_jobs(loaded, "ke-hoach", 2025, [unit], day)

    assert reason_to_leave_out(loaded, job) == reason


def test_a_broken_template_is_told_for_each_document_and_stops_no_other_kind(
    workspace: Path,
) -> None:
    (workspace / "templates" / "ke-hoach-quan.docx").write_bytes(b"hong")
    outcomes = run(workspace, [*WARDS, DISTRICT])

    assert "Mẫu ke-hoach-quan.docx: không mở được" in str(outcomes[DISTRICT].error)
    assert made(workspace) == WARDS


def test_a_file_in_the_way_fails_one_document_only(workspace: Path) -> None:
    (workspace / "out" / "2025").mkdir(parents=True)
    (workspace / "out" / "2025" / "phuong-cau-dat").write_bytes(b"")
    outcomes = run(workspace, WARDS)

    assert "Không ghi được" in str(outcomes["phuong-cau-dat"].error)
    assert made(workspace) == ["phuong-may-chai", "phuong-van-my"]
