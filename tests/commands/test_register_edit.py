"""``docgen register edit`` and ``void --undo``: what a clerk typed wrong is put right in the book."""

from __future__ import annotations

import json
import re
import shlex
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from docgen.commands import cli
from docgen.register.lookup import ChangeRefusedError
from docgen.register.store import FILE, Register
from tests.register.orders import order

UNIT = "phuong-cau-dat"
LETTER = ("Công văn", "đính chính", "--notation", "UBND-VP")
Press = Callable[..., Result]


@pytest.fixture
def press(monkeypatch: pytest.MonkeyPatch, workspace: Path) -> Press:
    """Return ``press("list", …)``: docgen register, run in a workspace without a register."""
    monkeypatch.chdir(workspace)
    return lambda *words: CliRunner().invoke(cli, ["register", *words])


@pytest.fixture
def add(press: Press) -> Press:
    """Return ``add("Quyết định", "khen thưởng", …)`` for a paper of 12/02/2025."""
    told = ("--unit", UNIT, "--date", "12/02/2025")
    return lambda kind, subject, *words: press("add", "--type", kind, "--subject", subject, *told, *words)  # fmt: skip


def issue(*words: str) -> Result:
    done = CliRunner().invoke(cli, ["issue", *words, "--unit", UNIT])
    assert done.exit_code == 0, done.output
    return done


def shown(press: Press, number: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(press("show", number, "--json").stdout)
    return found


def states(press: Press) -> list[str]:
    return [row["trang_thai"] for row in json.loads(press("list", "--json").stdout)]


def follow(press: Press, refused: Result) -> None:
    """Do what a refusal tells, word by word."""
    assert refused.exit_code == 1, refused.output
    told = re.search(r"  docgen register (.+?)  rồi chạy lại", refused.stderr)
    assert told, refused.stderr
    done = press(*shlex.split(told[1]))
    assert done.exit_code == 0, done.output


# Words of a line


def test_what_was_forgotten_or_mistyped_is_mended_and_told(add: Press, press: Press) -> None:
    add("Quyết định", "khen thuởng", "--copies", "3")
    before = shown(press, "1")
    done = press("edit", "1", "--unit", UNIT, "--subject", "Về việc  khen thưởng.",
                 "--signer", "Trần Văn B (MINH HỌA)", "--copies", "5", "--archive", "")  # fmt: skip
    again = press("edit", "1", "--unit", UNIT, "--copies", "5", "--subject", "về việc khen thưởng")

    assert done.stdout == (
        "01/QĐ-UBND ngày 12/02/2025: Quyết định khen thuởng (đã sửa)\n"
        "  trích yếu: “khen thuởng” → “về việc khen thưởng”\n"
        "  người ký: “” → “Trần Văn B (MINH HỌA)”\n"
        "  bản lưu: “VT” → “”\n"
        "  số bản: “3” → “5”\n"
    )
    mended = {"trich_yeu": "về việc khen thưởng", "nguoi_ky": "Trần Văn B (MINH HỌA)", "luu": "", "so_ban": 5}  # fmt: skip
    assert shown(press, "1") == before | mended
    assert (again.exit_code, again.stdout) == (0, "Số 01/QĐ-UBND đã ghi đúng như vậy, không có gì để sửa.\n")  # fmt: skip


def test_the_copy_of_the_day_knows_what_was_mended(
    add: Press, press: Press, workspace: Path
) -> None:
    add("Quyết định", "A")
    press("edit", "1", "--note", "gửi hỏa tốc")
    (copy,) = (workspace / "sao_luu").glob("so_dang_ky-*.sqlite")

    assert [one.order.note for one in Register(copy).entries()] == ["gửi hỏa tốc"]


def test_a_trial_shows_what_would_be_mended_and_writes_nothing(
    add: Press, press: Press, workspace: Path
) -> None:
    add("Quyết định", "khen thưởng")
    before = (workspace / FILE).read_bytes()
    done = press("edit", "1", "--note", "hỏa tốc", "-n")

    assert done.stdout.endswith("Quyết định khen thưởng (sẽ sửa)\n  ghi chú: “” → “hỏa tốc”\n")
    assert (workspace / FILE).read_bytes() == before


def test_a_file_is_taken_as_add_takes_it(add: Press, press: Press) -> None:
    for name in ("1.pdf", "2.pdf"):
        Path(name).write_bytes(name.encode())
    add("Quyết định", "A")
    add("Quyết định", "B", "--file", "2.pdf")
    done = press("edit", "1", "--file", "1.pdf")
    other = press("edit", "1", "--file", "2.pdf")
    good = press("verify")
    Path("1.pdf").write_bytes(b"scan moi")
    edited = press("verify")
    newer = press("edit", "1", "--file", "1.pdf")

    assert done.stdout.endswith("\n  tệp: “” → “1.pdf”\n")
    assert "Tệp 2.pdf là của số 02/QĐ-UBND. [document-refused]" in other.stderr
    assert (good.exit_code, edited.exit_code) == (0, 1)
    assert newer.stdout.endswith("\n  nội dung tệp “1.pdf” khác trước\n")
    assert press("verify").exit_code == 0


def test_a_file_that_bears_another_number_is_remarked(
    add: Press, press: Press, workspace: Path
) -> None:
    issue("plan", "--date", "12/02/2025")
    (workspace / "out" / "2025" / UNIT / "ke-hoach.docx").rename("ban.docx")
    add("Kế hoạch", "A")
    done = press("edit", "2", "--file", "ban.docx")

    assert done.exit_code == 0
    assert "lưu ý: tệp ban.docx mang số 01/KH-UBND ngày 12/02/2025, sổ ghi số 02/KH-UBND" in done.stderr  # fmt: skip


@pytest.mark.parametrize("words, sentence", [
    (["--subject", " . "], "Chưa có trích yếu nội dung. [document-refused]"),
    (["--file", "khong-co.pdf"], "Không đọc được tệp khong-co.pdf (không có tệp này)."),
    (["--note", "\udcff"], "Ghi chú có ký tự điều khiển hoặc ký tự không phải UTF-8"),
    (["--signer", "x" * 501], "Họ tên người ký dài 501 ký tự; rút gọn còn nhiều nhất 500."),
])  # fmt: skip
def test_what_add_refuses_is_refused_here_too(
    add: Press, press: Press, words: list[str], sentence: str
) -> None:
    add("Quyết định", "A")
    before = shown(press, "1")
    done = press("edit", "1", *words)

    assert done.exit_code == 1
    assert sentence in done.stderr
    assert shown(press, "1") == before


@pytest.mark.parametrize(
    "words",
    [[], ["--number", "9"], ["--notation", "TB-UBND"], ["--type", "Thông báo", "--note", "x"]],
)  # fmt: skip
def test_number_notation_and_type_are_never_mended(
    add: Press, press: Press, words: list[str]
) -> None:
    add("Quyết định", "A")
    before = shown(press, "1")
    done = press("edit", "1", *words)

    assert done.exit_code == 2
    assert ("Ghi điều cần sửa: --date, --subject, --signer," in done.stderr) == (not words)
    assert "Số, ký hiệu, tên loại đã vào sổ thì không sửa được: hủy số (docgen register void) rồi" in done.stderr  # fmt: skip
    assert shown(press, "1") == before


def test_of_docgens_own_document_the_note_alone_is_mended(press: Press, workspace: Path) -> None:
    kind = workspace / "data" / "danh_muc" / "loai_van_ban" / "giay-moi.yaml"
    kind.write_text(kind.read_text("utf-8").replace("viet_tat: GM", "viet_tat: PM"), "utf-8")
    issue("giay-moi", "--ma", "hoi-nghi-doi-thoai", "--date", "12/5/2025")
    refused = press("edit", "1", "--note", "x", "--signer", "Trần Văn B (MINH HỌA)")
    nothing = shown(press, "1")
    done = press("edit", "01/PM-UBND", "--note", "gửi hỏa tốc")
    again = issue("giay-moi", "--ma", "hoi-nghi-doi-thoai")

    assert refused.exit_code == 1
    assert "chỉ sửa được --note" in refused.stderr
    assert "docgen issue … --replace" in refused.stderr
    assert "docgen register correct (khoản 3 Điều 18 Nghị định 30/2020/NĐ-CP). [change-refused]" in refused.stderr  # fmt: skip
    assert nothing["ghi_chu"] == ""
    assert done.stdout.endswith("\n  ghi chú: “” → “gửi hỏa tốc”\n"), done.output
    assert "01/PM-UBND" in again.stdout
    assert press("verify").exit_code == 0


def test_the_words_of_a_void_line_are_mended_as_well(add: Press, press: Press) -> None:
    add("Quyết định", "A")
    press("void", "1", "--reason", "ký nhầm")
    press("edit", "1", "--subject", "B")
    now = shown(press, "1")

    assert (now["trich_yeu"], now["trang_thai"], now["ly_do"]) == ("B", "đã hủy", "ký nhầm")


def test_an_office_that_has_no_file_any_more_is_told(
    add: Press, press: Press, workspace: Path
) -> None:
    add("Quyết định", "A")
    unit = workspace / "data" / "don_vi" / f"{UNIT}.yaml"
    unit.rename(unit.with_name("phuong-khac.yaml"))
    done = press("edit", "1", "--note", "x")

    assert done.exit_code == 1
    assert f"Không có đơn vị “{UNIT}” trong data/don_vi/." in done.stderr


def test_a_line_that_another_window_changed_meanwhile_is_left_as_it_is(
    add: Press, press: Press, workspace: Path
) -> None:
    add("Quyết định", "A")
    book = Register(workspace / FILE)
    (read,) = book.entries()
    press("edit", "1", "--note", "của người khác")

    with pytest.raises(ChangeRefusedError, match="vừa được người khác sửa"):
        book.edit(read, read.order)
    press("void", "1", "--reason", "ký nhầm")
    (void,) = book.entries()
    press("edit", "1", "--note", "sau nữa")
    with pytest.raises(ChangeRefusedError, match="vừa được người khác sửa"):
        book.take_back(void)
    assert (shown(press, "1")["ghi_chu"], states(press)) == ("sau nữa", ["đã hủy"])


# A number that is made void by mistake


def test_which_document_becomes_void_is_told_before_and_after(
    add: Press, press: Press, workspace: Path
) -> None:
    add("Quyết định", "khen thưởng")
    before = (workspace / FILE).read_bytes()
    tried = press("void", "1", "--reason", "ký nhầm", "-n")
    told = json.loads(press("void", "1", "--reason", "ký nhầm", "-n", "--json").stdout)
    kept = (workspace / FILE).read_bytes()
    done = press("void", "1", "--reason", "ký nhầm")

    assert tried.stdout == "01/QĐ-UBND ngày 12/02/2025: Quyết định khen thưởng (sẽ hủy)\n"
    assert (tried.stderr, told["trang_thai"], told["ly_do"]) == ("", "đã hủy", "ký nhầm")
    assert kept == before
    assert done.stdout == (
        "Đã hủy số 01/QĐ-UBND; số này không cấp lại.\n"
        "  01/QĐ-UBND ngày 12/02/2025: Quyết định khen thưởng\n"
    )
    assert (
        f"Hủy nhầm thì lấy lại:  docgen register void 01/QĐ-UBND --unit {UNIT} --year 2025 --undo\n"
        in done.stderr
    )


@pytest.mark.parametrize("reason, sentence", [
    ("\udcff", "Lý do hủy có ký tự điều khiển hoặc ký tự không phải UTF-8, không ghi vào sổ được"),
    ("x" * 501, "Lý do hủy dài 501 ký tự"),
])  # fmt: skip
def test_a_reason_that_cannot_stand_in_the_book_is_refused(
    add: Press, press: Press, reason: str, sentence: str
) -> None:
    add("Quyết định", "A")
    done = press("void", "1", "--reason", reason)

    assert (done.exit_code, states(press)) == (1, ["đã cấp"])
    assert sentence in done.stderr


def test_what_was_entered_when_more_was_allowed_can_still_be_mended(
    press: Press, workspace: Path
) -> None:
    long = order(
        "", kind="", file="", type_name="Quyết định", notation="QĐ-UBND", subject="x" * 600
    )
    Register(workspace / FILE).take([long])
    done = press("edit", "1", "--signer", "Trần Văn B (MINH HỌA)")
    now = shown(press, "1")

    assert done.exit_code == 0, done.output
    assert (now["nguoi_ky"], now["trich_yeu"]) == ("Trần Văn B (MINH HỌA)", "x" * 600)


def test_no_line_tells_more_copies_than_anybody_prints(add: Press, press: Press) -> None:
    add("Quyết định", "A")
    done = press("edit", "1", "--copies", "9" * 20)

    assert done.exit_code == 2
    assert "'--copies'" in done.stderr


def test_a_number_that_was_made_void_by_mistake_is_taken_back(
    add: Press, press: Press, workspace: Path
) -> None:
    issue("plan", "--date", "12/02/2025")
    add("Quyết định", "khen thưởng")
    before = press("list", "--json").stdout
    for number in ("1", "2"):
        press("void", number, "--reason", "gõ nhầm số")
    void = (workspace / FILE).read_bytes()
    tried = press("void", "2", "--undo", "-n")
    kept = (workspace / FILE).read_bytes()
    done = [press("void", number, "--undo") for number in ("1", "2")]
    again = press("void", "2", "--undo")

    assert tried.stdout == "02/QĐ-UBND ngày 12/02/2025: Quyết định khen thưởng (sẽ lấy lại)\n"
    assert kept == void
    assert done[1].stdout == "Đã lấy lại số 02/QĐ-UBND.\n  02/QĐ-UBND ngày 12/02/2025: Quyết định khen thưởng\n"  # fmt: skip
    assert press("list", "--json").stdout == before
    assert press("verify").exit_code == 0
    assert again.exit_code == 1
    assert "Số 02/QĐ-UBND không bị hủy (trong sổ: đã cấp)" in again.stderr
    assert "01/KH-UBND" in issue("plan", "--date", "12/02/2025").stdout


def test_a_reason_goes_with_void_and_not_with_undo(add: Press, press: Press) -> None:
    add("Quyết định", "A")
    without, both = press("void", "1"), press("void", "1", "--undo", "--reason", "x")

    assert (without.exit_code, both.exit_code, states(press)) == (2, 2, ["đã cấp"])
    assert "Ghi lý do hủy sau --reason" in without.stderr
    assert "không đi cùng --reason" in both.stderr


def test_a_document_that_has_another_number_now_is_not_taken_back(press: Press) -> None:
    issue("plan", "--date", "12/02/2025")
    press("void", "1", "--reason", "gõ nhầm số")
    issue("plan", "--date", "13/02/2025")
    tried, refused = press("void", "1", "--undo", "-n"), press("void", "1", "--undo")

    assert "Không lấy lại số 01/KH-UBND: đã có số 02/KH-UBND thay văn bản này." in refused.stderr
    assert (tried.stderr, states(press)) == (refused.stderr, ["đã hủy", "đã cấp"])
    follow(press, refused)
    assert press("void", "1", "--undo").exit_code == 0
    assert states(press) == ["đã cấp", "đã hủy"]
    assert "đã có số 01/KH-UBND thay" in press("void", "2", "--undo").stderr


def test_a_replacement_that_is_taken_back_replaces_again(press: Press) -> None:
    issue("plan", "--date", "12/02/2025")
    issue("plan", "--date", "13/02/2025", "--replace", "sai thời hạn")
    before = press("list").stdout
    press("void", "2", "--reason", "gõ nhầm số")
    void = states(press)
    done = press("void", "2", "--undo")

    assert void == ["đã cấp", "đã hủy"]
    assert "Số 01/KH-UBND lại là đã thay thế, bằng số 02/KH-UBND." in done.stderr
    assert press("list").stdout == before
    assert press("verify").exit_code == 0


def test_a_replacement_is_taken_back_whose_former_could_not_come_back(
    press: Press, workspace: Path
) -> None:
    issue("plan", "--date", "12/02/2025")
    issue("plan", "--date", "13/02/2025", "--replace", "sai thời hạn")
    before = press("list").stdout
    (workspace / "out" / "2025" / UNIT / "ke-hoach.docx").write_bytes(b"hong")
    press("void", "2", "--reason", "gõ nhầm số")
    void = states(press)
    done = press("void", "2", "--undo")

    assert (void, done.exit_code) == (["đã thay thế", "đã hủy"], 0)
    assert press("list").stdout == before


def test_what_stands_last_in_its_place_is_told_and_made_void_first(
    add: Press, press: Press
) -> None:
    """01 and its replacement 02, void; 03 replaces 01, and the paper 04 replaces 03."""
    issue("plan", "--date", "10/02/2025")
    issue("plan", "--date", "11/02/2025", "--replace", "sai thời hạn")
    press("void", "2", "--reason", "gõ nhầm số")
    issue("plan", "--date", "12/02/2025", "--replace", "sai thời hạn")
    add("Kế hoạch", "A", "--replaces", "3", "--reason", "sai tên")
    refused = press("void", "2", "--undo")

    assert "đã có số 04/KH-UBND thay văn bản này" in refused.stderr
    follow(press, refused)
    refused = press("void", "2", "--undo")
    assert "đã có số 03/KH-UBND thay văn bản này" in refused.stderr
    follow(press, refused)
    assert press("void", "2", "--undo").exit_code == 0
    assert states(press) == ["đã thay thế", "đã cấp", "đã hủy", "đã hủy"]


def test_of_papers_made_elsewhere_one_alone_replaces_another(add: Press, press: Press) -> None:
    """Nothing but the line tells which document they are of."""
    add("Quyết định", "A")
    for _ in range(2):
        add("Quyết định", "A", "--replaces", "1", "--reason", "sai tên")
        press("void", "2", "--reason", "gõ nhầm số")
    refused = press("void", "2", "--undo")

    assert "đã có số 03/QĐ-UBND thay văn bản này" in refused.stderr
    follow(press, refused)
    assert press("void", "2", "--undo").exit_code == 0
    assert states(press) == ["đã thay thế", "đã cấp", "đã hủy"]


def test_what_replaced_a_void_document_waits_for_it(add: Press, press: Press) -> None:
    add("Quyết định", "A")
    add("Quyết định", "A", "--replaces", "1", "--reason", "sai tên")
    for number in ("2", "1"):
        press("void", number, "--reason", "gõ nhầm số")
    refused = press("void", "2", "--undo")

    assert "nó thay thế số 01/QĐ-UBND, số ấy đã hủy" in refused.stderr
    assert states(press) == ["đã hủy", "đã hủy"]
    follow(press, refused)
    assert press("void", "2", "--undo").exit_code == 0
    assert states(press) == ["đã thay thế", "đã cấp"]


def test_a_document_is_taken_back_with_its_file_as_it_was_alone(
    press: Press, workspace: Path
) -> None:
    issue("plan", "--date", "12/02/2025")
    path = workspace / "out" / "2025" / UNIT / "ke-hoach.docx"
    signed = path.read_bytes()
    press("void", "1", "--reason", "gõ nhầm số")
    path.write_bytes(b"hong")
    edited = press("void", "1", "--undo")
    path.unlink()
    gone = press("void", "1", "--undo", "-n")
    path.write_bytes(signed)

    assert (edited.exit_code, gone.exit_code, states(press)) == (1, 1, ["đã hủy"])
    assert f"tệp out/2025/{UNIT}/ke-hoach.docx không còn như khi cấp số. Lấy lại tệp ấy" in edited.stderr  # fmt: skip
    assert press("void", "1", "--undo").exit_code == 0


def test_a_document_that_was_never_finished_is_not_taken_back(
    press: Press, workspace: Path
) -> None:
    Register(workspace / FILE).take([order("hoi-nghi-doi-thoai")])
    press("void", "1", "--reason", "gõ nhầm số")
    refused = press("void", "1", "--undo")

    assert "khi hủy tệp chưa ghi xong. Lập lại văn bản và cấp số khác bằng  docgen issue." in refused.stderr  # fmt: skip
    assert states(press) == ["đã hủy"]


def test_the_file_of_a_void_number_may_be_of_another_and_keeps_it(add: Press, press: Press) -> None:
    """What bears a wrong day in the book is made void and entered anew, its file with it."""
    Path("a.pdf").write_bytes(b"%PDF")
    add("Quyết định", "A", "--file", "a.pdf")
    press("void", "1", "--reason", "ghi nhầm ngày")
    add("Quyết định", "A")
    done = press("edit", "2", "--file", "a.pdf")
    refused = press("void", "1", "--undo")

    assert done.stdout.endswith("\n  tệp: “” → “a.pdf”\n"), done.output
    assert "đã có số 02/QĐ-UBND thay văn bản này" in refused.stderr
    assert press("verify").exit_code == 0


def test_a_line_that_was_void_in_an_older_book_is_taken_back(press: Press) -> None:
    head = "Số, ký hiệu văn bản;Ngày tháng văn bản;Tên loại và trích yếu nội dung văn bản;Ghi chú"
    Path("so.csv").write_text(f"{head}\n01/QĐ-UBND;1/3/2025;Quyết định A;Hủy: ký nhầm\n", "utf-8")
    press("add", "--unit", UNIT, "--from", "so.csv")
    void = states(press)
    done = press("void", "1", "--undo")
    now = shown(press, "1")

    assert (void, done.exit_code) == (["đã hủy"], 0)
    assert (now["trang_thai"], now["ly_do"]) == ("đã cấp", "")


def test_a_letter_that_is_taken_back_corrects_again(add: Press, press: Press) -> None:
    add("Quyết định", "A")
    add(*LETTER, "--corrects", "1")
    before = press("list").stdout
    press("void", "2", "--reason", "gõ nhầm số")
    done = press("void", "2", "--undo")

    assert "Số 01/QĐ-UBND lại được đính chính bằng số 02/UBND-VP." in done.stderr
    assert press("list").stdout == before


# The day of a line


def test_a_day_that_the_book_has_wrong_is_mended_within_the_order_of_numbers(
    add: Press, press: Press
) -> None:
    """The paper bears 14/02; a void number would not be given to it again."""
    for subject in ("một", "hai"):
        add("Quyết định", subject)
    done = press("edit", "2", "--unit", UNIT, "--date", "14/02/2025")
    early = press("edit", "2", "--unit", UNIT, "--date", "11/02/2025")
    ahead = press("edit", "2", "--unit", UNIT, "--date", "14/02/2999")

    assert (done.exit_code, done.stderr) == (0, "")
    assert "  ngày: “12/02/2025” → “14/02/2025”\n" in done.stdout
    assert shown(press, "2")["ngay"] == "2025-02-14"
    assert "không theo thứ tự: số 01 đã cấp ngày 12/02/2025" in early.stderr
    assert "Ngày 14/02/2999 chưa đến" in ahead.stderr
    assert (early.exit_code, ahead.exit_code) == (1, 1)
    assert shown(press, "2")["ngay"] == "2025-02-14"


def test_a_correction_does_not_come_before_what_it_corrects(
    add: Press, press: Press, workspace: Path
) -> None:
    """They are in two rows of numbers, of which each is in order."""
    (workspace / "docgen.yaml").write_text(
        f"nam: 2025\ndanh_so: {{theo_loai: [{UNIT}]}}\n", "utf-8"
    )
    add("Quyết định", "một")
    add(*LETTER, "--corrects", "01/QĐ-UBND")
    late = press("edit", "01/QĐ-UBND", "--unit", UNIT, "--date", "13/02/2025")
    early = press("edit", "01/UBND-VP", "--unit", UNIT, "--date", "11/02/2025")
    right = press("edit", "01/UBND-VP", "--unit", UNIT, "--date", "13/02/2025")

    assert (late.exit_code, early.exit_code, right.exit_code) == (1, 1, 0)
    assert "văn bản kia (số 01/UBND-VP ngày 12/02/2025)" in late.stderr
    assert "văn bản kia (số 01/QĐ-UBND ngày 12/02/2025)" in early.stderr


def test_a_void_number_does_not_come_back_out_of_the_order_of_days(
    add: Press, press: Press
) -> None:
    """While it was void, a number of an earlier day was given after it."""
    add("Quyết định", "một")
    press("edit", "1", "--unit", UNIT, "--date", "14/02/2025")
    press("void", "1", "--unit", UNIT, "--reason", "nhầm")
    add("Quyết định", "hai")
    refused = press("void", "1", "--unit", UNIT, "--undo")

    assert refused.exit_code == 1
    assert "Không lấy lại số 01/QĐ-UBND ngày 14/02/2025 được" in refused.stderr
    assert states(press) == ["đã hủy", "đã cấp"]
