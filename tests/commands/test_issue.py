"""``docgen issue``: which documents get numbers, on which day, and what a clerk is told."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from docgen.commands import cli
from docgen.register import Register
from docgen.register.store import FILE

WARD = ["--unit", "phuong-cau-dat"]
FEBRUARY = ["--date", "12/02/2025"]
MEETING = "giay_moi/2025/phuong-cau-dat/hoi-nghi-doi-thoai"
THREE_DAYS = ("12/02/2025", "16/6/2025", "15/7/2025")
Press = Callable[..., Result]


@pytest.fixture
def issue(monkeypatch: pytest.MonkeyPatch, workspace: Path) -> Press:
    """Return ``issue("plan", …)``: docgen issue, run in a copy of the sample."""
    monkeypatch.chdir(workspace)
    return lambda *words: CliRunner().invoke(cli, ["issue", *words])


def rows(done: Result) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(done.stdout)
    return found


def signs(root: Path) -> list[str]:
    return [entry.sign for entry in Register(root / FILE).entries()]


def test_a_document_gets_its_number_and_day(issue: Press, workspace: Path) -> None:
    done = issue("plan", *WARD, *FEBRUARY)

    assert (done.exit_code, done.stderr) == (0, "")
    assert done.stdout == (
        "phuong-cau-dat: số 01/KH-UBND ngày 12/02/2025 (đã cấp) "
        "out/2025/phuong-cau-dat/ke-hoach.docx\n"
    )
    assert (workspace / "out/2025/phuong-cau-dat/ke-hoach.docx").is_file()


def test_the_same_again_keeps_its_number(issue: Press, workspace: Path) -> None:
    issue("plan", *WARD, *FEBRUARY)
    done = issue("plan", *WARD, "--date", "20/02/2025")

    assert "số 01/KH-UBND ngày 12/02/2025 (đã cấp từ trước)" in done.stdout
    assert signs(workspace) == ["01/KH-UBND"]


def test_a_dry_run_shows_the_number_and_writes_nothing(issue: Press, workspace: Path) -> None:
    before = sorted(workspace.iterdir())
    done = issue("plan", *WARD, *FEBRUARY, "--dry-run")

    assert "số 01/KH-UBND ngày 12/02/2025 (sẽ cấp)" in done.stdout
    assert sorted(workspace.iterdir()) == before


def test_many_units_have_a_row_of_numbers_each(issue: Press, workspace: Path) -> None:
    done = issue("plan", *WARD, "--unit", "phong-noi-vu", *WARD, *FEBRUARY)

    assert [line.split(" ngày")[0] for line in done.stdout.splitlines()] == [
        "phuong-cau-dat: số 01/KH-UBND",
        "phong-noi-vu: số 01/KH-NV",
    ]
    assert done.stderr == "2 văn bản: 2 đã cấp.\n"


def test_without_a_date_it_is_the_documents_own_or_today(issue: Press, workspace: Path) -> None:
    own = workspace / "data" / "ke_hoach" / "2025" / "phuong-cau-dat.yaml"
    own.write_text(f"so: 1\nngay: 14/02/2025\n{own.read_text('utf-8')}", "utf-8")
    typed, today = rows(issue("plan", *WARD, "--unit", "phong-noi-vu", "--dry-run", "--json"))

    assert (typed["so"], typed["ngay"]) == (1, "2025-02-14")
    assert today["ngay"] == date.today().isoformat() or today["ma_loi"]


def test_the_second_version_of_a_report_has_a_number_of_its_own(
    issue: Press, workspace: Path
) -> None:
    report = ["report", "--period", "6m", *WARD, "--date", "10/6/2025"]
    main, hdnd = issue(*report), issue(*report, "--to", "hdnd")

    assert "số 01/BC-UBND" in main.stdout
    assert "số 02/BC-UBND" in hdnd.stdout
    assert "out/2025/phuong-cau-dat/bao-cao-6-thang-hdnd.docx" in hdnd.stdout


def test_without_a_kind_all_that_is_due_goes_out_in_order(issue: Press, workspace: Path) -> None:
    done = issue(*WARD, "--date", "12/5/2025", "--json")
    found = rows(done)
    issued = [(row["loai"], row["so"]) for row in found if row["so"]]

    assert issued == [("ke-hoach", 1), ("giay-moi", 2)]
    left = {(row["loai"], row["ma"], row["ban"]): row["ly_do"] for row in found if not row["so"]}
    assert left["bao-cao", "6-thang", ""].startswith("dự kiến ban hành ngày ")
    assert not {row["loai"] for row in found} & {"don-doc", "danh-sach-phat-hanh"}


def test_all_units_are_told_with_those_left_out(issue: Press, workspace: Path) -> None:
    done = issue("plan", "--all", *FEBRUARY, "--dry-run")

    assert done.stdout.count("(sẽ cấp)") > 20
    assert "bỏ qua: phuong-ngo-quyen, ke-hoach: không tồn tại vào ngày 12/02/2025" in done.stderr
    assert done.exit_code == 1  # the plan of Vạn Mỹ has gaps
    assert "phuong-van-my: Còn 2 chỗ [CẦN BỔ SUNG]" in done.stderr


def test_every_plan_of_the_sample_is_issued_once_none_has_gaps(
    issue: Press, workspace: Path
) -> None:
    """One ward has no plan of its own yet; units come and go, so the round is made on three days."""
    plans = workspace / "data" / "ke_hoach" / "2025"
    shutil.copy(plans / "phuong-cau-dat.yaml", plans / "phuong-van-my.yaml")
    done = [issue("plan", "--all", "--date", day, "--json") for day in THREE_DAYS]
    receivers = {row["don_vi"] for row in rows(done[0]) if "nơi nhận" in row["ly_do"]}
    units = {path.stem for path in (workspace / "data" / "don_vi").glob("*.yaml")}

    assert [one.exit_code for one in done] == [0, 0, 0]
    issued = {row["don_vi"]: row["so"] for one in done for row in rows(one) if row["so"]}
    assert issued.keys() == units - receivers
    assert set(issued.values()) == {1}
    verified = CliRunner().invoke(cli, ["register", "verify"])
    assert verified.exit_code == 0, verified.output


def test_a_unit_that_has_ended_is_left_out_of_the_round(issue: Press, workspace: Path) -> None:
    """The district owed a report in June, and was no more in December."""
    done = issue("--unit", "quan-ngo-quyen", "--date", "17/12/2025", "--json")
    told = {(row["loai"], row["ma"]): row["ly_do"] for row in rows(done)}

    assert done.exit_code == 0
    assert told["bao-cao", "6-thang"] == "không tồn tại vào ngày 17/12/2025"


def test_a_draft_with_gaps_gets_no_number_and_keeps_nobody_from_theirs(
    issue: Press, workspace: Path
) -> None:
    done = issue("plan", "--unit", "phuong-van-my", *WARD, *FEBRUARY)

    assert done.exit_code == 1
    assert "[draft-unfinished]" in done.stderr
    assert "phuong-cau-dat: số 01/KH-UBND" in done.stdout
    assert signs(workspace) == ["01/KH-UBND"]


def test_a_certain_number_is_given_if_it_fits(issue: Press, workspace: Path) -> None:
    gap = issue("plan", *WARD, *FEBRUARY, "--number", "7")
    done = issue("plan", *WARD, *FEBRUARY, "--number", "1")
    many = issue("plan", *WARD, "--unit", "phong-noi-vu", "--number", "1")

    assert (gap.exit_code, done.exit_code, many.exit_code) == (1, 0, 2)
    assert "[number-refused]" in gap.stderr
    assert "--number chỉ dùng cho đúng một văn bản; lệnh này gồm 2 văn bản." in many.stderr


def test_a_replacement_has_a_new_number_and_a_file_of_its_own(
    issue: Press, workspace: Path
) -> None:
    early = issue("plan", *WARD, *FEBRUARY, "--replace", "sai thời hạn")
    issue("plan", *WARD, *FEBRUARY)
    done = issue("plan", *WARD, "--date", "20/02/2025", "--replace", "sai thời hạn", "--json")
    (row,) = rows(done)

    assert "[nothing-to-replace]" in early.stderr
    assert (row["so"], row["ket_qua"]) == (2, "đã cấp")
    assert row["tep"] != "out/2025/phuong-cau-dat/ke-hoach.docx"
    assert (workspace / "out/2025/phuong-cau-dat/ke-hoach.docx").is_file()


@pytest.mark.parametrize("words", ["", "  ", "."])
def test_a_replacement_needs_a_reason(issue: Press, words: str) -> None:
    done = issue("plan", *WARD, *FEBRUARY, "--replace", words)

    assert done.exit_code == 2
    assert "Ghi lý do sau --replace" in done.stderr


def test_the_reason_of_a_replacement_stands_in_the_book_on_one_line(
    issue: Press, workspace: Path
) -> None:
    issue("plan", *WARD, *FEBRUARY)
    issue("plan", *WARD, "--date", "13/02/2025", "--replace", " sai\n thời\x07 hạn. ")

    assert Register(workspace / FILE).entries()[0].reason == "sai thời hạn"


def test_a_preview_of_many_days_is_what_becomes_of_it(issue: Press, workspace: Path) -> None:
    """Both ask for numbers of their own, of which one follows the other."""
    for name, so, day in (("ke_hoach/2025/phuong-cau-dat", 1, 12), (MEETING, 2, 13)):
        path = workspace / "data" / f"{name}.yaml"
        path.write_text(f"so: {so}\nngay: {day}/5/2025\n{path.read_text('utf-8')}", "utf-8")
    words = [*WARD, "--year", "2025", "--json"]
    before, after = rows(issue(*words, "--dry-run")), rows(issue(*words))

    def numbers(found: list[dict[str, Any]]) -> list[tuple[str, int]]:
        return [(row["loai"], row["so"]) for row in found if row["so"] and row["so"] < 3]

    assert numbers(before) == numbers(after) == [("ke-hoach", 1), ("giay-moi", 2)]


def test_a_number_too_great_is_told(issue: Press) -> None:
    done = issue("plan", *WARD, *FEBRUARY, "--number", "9" * 24)

    assert done.exit_code == 2
    assert "1<=x<=99999" in done.stderr


def test_a_refused_number_is_told_in_a_preview_as_in_earnest(issue: Press) -> None:
    words = ["plan", *WARD, *FEBRUARY, "--number", "7", "--json"]
    before, after = issue(*words, "--dry-run"), issue(*words)

    assert before.exit_code == after.exit_code == 1
    assert rows(before) == rows(after)
    assert rows(before)[0]["ma_loi"] == "number-refused"


def test_json_tells_failures_too(issue: Press, workspace: Path) -> None:
    done = issue("plan", "--unit", "phuong-van-my", *FEBRUARY, "--json")
    (row,) = rows(done)

    assert (row["so"], row["ket_qua"], row["ma_loi"]) == (None, "lỗi", "draft-unfinished")
    assert row["ly_do"].startswith("Còn 2 chỗ")


@pytest.mark.parametrize(
    "words, told",
    [
        (["plan"], "Cần --unit ĐƠN_VỊ hoặc --all"),
        (["plan", "--all", *WARD], "Cần --unit ĐƠN_VỊ hoặc --all"),
        (["plann", *WARD], "Có phải là “plan”?"),
        (["dispatch", *WARD], "Không có loại văn bản “dispatch” để cấp số"),
        (["report", *WARD], "Cần --period 6m hoặc year"),
        (["plan", "--period", "6m", *WARD], "--period chỉ dùng cho báo cáo"),
        (["plan", "--to", "hdnd", *WARD], "Kế hoạch không có bản “hdnd”"),
        (["report", "--period", "6m", "--to", "hdn", *WARD], "Có: hdnd"),
        (["--ma", "x", *WARD], "cần có LOẠI"),
    ],
)
def test_a_wrong_line_is_told_and_exits_2(issue: Press, words: list[str], told: str) -> None:
    done = issue(*words)

    assert done.exit_code == 2
    assert told in done.stderr


def test_an_unknown_unit_or_file_is_told(issue: Press) -> None:
    unit = issue("plan", "--unit", "phuong-cau-da", *FEBRUARY)
    file = issue("giay-moi", *WARD, "--ma", "hop", *FEBRUARY)

    assert "Có phải là “phuong-cau-dat”?" in unit.stderr
    assert "hoi-nghi-doi-thoai" in file.stderr
    assert (unit.exit_code, file.exit_code) == (1, 1)


def test_a_day_to_come_is_remarked(issue: Press, workspace: Path) -> None:
    ahead = date(date.today().year + 1, 1, 5)
    day = f"{ahead:%d/%m/%Y}"
    ward = ["plan", "--unit", "phuong-ngo-quyen", "--date", day, "--dry-run"]
    done = issue(*ward, "--year", "2025")
    year = issue(*ward)

    assert done.stderr == (
        f"lưu ý: ngày {day} chưa đến.\n"
        f"lưu ý: 1 văn bản của năm 2025 lấy số của năm {ahead.year}, theo ngày văn bản.\n"
    )
    assert year.exit_code == 1
    assert f"data/nam/{ahead.year}.yaml" in year.stderr
