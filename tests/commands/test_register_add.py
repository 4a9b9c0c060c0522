"""``docgen register add``: papers that docgen did not make, in the same book and the same rows of numbers."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from docgen.commands import cli
from docgen.register.enter import Link
from docgen.register.errors import RowsRefusedError
from docgen.register.store import FILE, Register
from tests.register.orders import Child

UNIT = "phuong-cau-dat"
HEAD = (
    "Số, ký hiệu văn bản;Ngày tháng văn bản;Tên loại và trích yếu nội dung văn bản;Người ký;"
    "Nơi nhận văn bản;Đơn vị, người nhận bản lưu;Số lượng bản;Ngày chuyển;Ký nhận;Ghi chú"
)
Press = Callable[..., Result]


@pytest.fixture
def press(monkeypatch: pytest.MonkeyPatch, workspace: Path) -> Press:
    """Return ``press("list", …)``: docgen register, run in a workspace without a register."""
    monkeypatch.chdir(workspace)
    return lambda *words: CliRunner().invoke(cli, ["register", *words])


@pytest.fixture
def add(press: Press) -> Press:
    """Return ``add("Quyết định", "khen thưởng", …)`` for a paper of 12/02/2025."""

    def one(type_name: str, subject: str, *words: str, unit: str = UNIT) -> Result:
        day = [] if "--date" in words else ["--date", "12/02/2025"]
        return press("add", "--unit", unit, "--type", type_name, "--subject", subject, *day, *words)

    return one


def issue(*words: str, unit: str = UNIT) -> Result:
    return CliRunner().invoke(cli, ["issue", *words, "--unit", unit])


def signs(press: Press, *words: str) -> list[str]:
    return [row["so_ky_hieu"] for row in json.loads(press("list", "--json", *words).stdout)]


def written(text: str, encoding: str = "utf-8-sig", name: str = "so.csv") -> Path:
    path = Path(name)
    path.write_bytes(text.replace("\n", "\r\n").encode(encoding))
    return path


def test_papers_made_elsewhere_and_by_docgen_share_one_row(add: Press, press: Press) -> None:
    first = add("quyết định", "Về việc khen thưởng.", "--signer", "Trần Văn B (MINH HỌA)")
    plan = issue("plan", "--date", "13/02/2025")
    letter = add("Công văn", "V/v mời họp", "--notation", "UBND-VP", "--date", "13/02/2025")

    assert (first.exit_code, plan.exit_code, letter.exit_code) == (0, 0, 0), letter.output
    assert first.stdout == (
        "01/QĐ-UBND ngày 12/02/2025: Quyết định về việc khen thưởng (đã vào sổ)\n"
    )
    assert "03/UBND-VP ngày 13/02/2025: Công văn về việc mời họp" in letter.stdout
    assert signs(press) == ["01/QĐ-UBND", "02/KH-UBND", "03/UBND-VP"]
    row = json.loads(press("show", "1", "--json").stdout)
    assert (row["trang_thai"], row["nguoi_ky"], row["luu"]) == ("đã cấp", "Trần Văn B (MINH HỌA)", "VT")  # fmt: skip
    assert press("verify").exit_code == 0


def test_a_trial_enters_nothing_and_speaks_json(add: Press, press: Press) -> None:
    told = json.loads(add("Tờ trình", "xin kinh phí", "-n", "--json", "--copies", "4").stdout)

    assert (told["so_ky_hieu"], told["so_ban"], told["trich_yeu"]) == ("01/TTr-UBND", 4, "xin kinh phí")  # fmt: skip
    assert signs(press) == []


@pytest.mark.parametrize("words, sentence", [
    (["Quyêt dinh", "x"], "Không có loại văn bản “Quyêt dinh”. Có phải là “Quyết định”? Có: Nghị quyết, "),
    (["Thư công", "x"], "Thư công không có số, ký hiệu"),
    (["Công văn", "mời họp"], "Công văn cần có ký hiệu"),
    (["Thông báo", "x", "--notation", "QĐ-UBND"], "không hợp với thông báo: phải bắt đầu bằng TB-."),
    (["Quy định", "x", "--notation", "QYĐ-UBND"], "phải bắt đầu bằng QyĐ-."),
    (["Công văn", "x", "--notation", "QĐ-UBND"], "là của quyết định; công văn không ghi tên loại"),
    (["Quyết định", "x", "--notation", "2025/QĐ-UBND"], "văn bản quy phạm pháp luật đánh số riêng"),
    (["Quyết định", "x", "--notation", "QĐ - UBND*"], "không phải là ký hiệu"),
    (["Quyết định", " . "], "Chưa có trích yếu nội dung."),
    (["Quyết định", "x", "--date", "12/8/2025"], "phuong-cau-dat không tồn tại vào ngày 12/8/2025"),
    (["Quyết định", "x", "--file", "khong-co.pdf"], "Không đọc được tệp khong-co.pdf (không có tệp này)."),
    (["Quyết định", "khen \udcff a"], "Trích yếu có ký tự điều khiển hoặc ký tự không phải UTF-8"),
    (["Quyết định", "x", "--signer", "A\x07"], "Họ tên người ký có ký tự điều khiển"),
    (["Quyết định", "x", "--title", "\udcff"], "Chức vụ người ký có ký tự điều khiển"),
    (["Quyết định", "x", "--archive", "\udcff"], "Nơi lưu có ký tự điều khiển"),
    (["Quyết định", "x", "--note", "\x1b[2J"], "Ghi chú có ký tự điều khiển"),
    (["Quyết định", "x", "--file", "\udcff.pdf"], "Tên tệp có ký tự điều khiển"),
    (["Quyết định", "x" * 501], "Trích yếu dài 501 ký tự; rút gọn còn nhiều nhất 500."),
    (["Quyết định", "x", "--recipients", "x" * 2001], "Nơi nhận dài 2001 ký tự"),
    (["Quyết định", "x", "--replaces", "1", "--reason", "\udcff"], "Lý do có ký tự điều khiển"),
])  # fmt: skip
def test_what_cannot_stand_in_the_book_is_refused_in_a_sentence(
    add: Press, press: Press, words: list[str], sentence: str
) -> None:
    done = add(*words)

    assert done.exit_code == 1
    assert sentence in done.stderr
    assert "[document-refused]" in done.stderr
    assert signs(press) == []


@pytest.mark.parametrize("words, sentence", [
    (["--type", "Quyết định"], "Cần --type TÊN_LOẠI và --subject"),
    (["--from", "so.csv", "--type", "Quyết định"], "--from không đi cùng --type"),
    (["--type", "Quyết định", "--subject", "x", "--replaces", "1"], "phải đi cùng nhau"),
    (["--type", "Quyết định", "--subject", "x", "--number", "9" * 20], "'--number'"),
    (["--type", "Quyết định", "--subject", "x", "--copies", "9" * 20], "'--copies'"),
])  # fmt: skip
def test_half_a_line_is_a_wrong_call(press: Press, words: list[str], sentence: str) -> None:
    done = press("add", "--unit", UNIT, *words)

    assert done.exit_code == 2
    assert sentence in done.stderr


def test_a_body_whose_abbreviation_is_a_types_may_send_letters(add: Press, press: Press) -> None:
    add("Công văn", "mời họp", "--notation", "HĐ-VP")

    assert signs(press) == ["01/HĐ-VP"]


def test_a_number_that_is_asked_for_keeps_the_order(add: Press) -> None:
    add("Quyết định", "A", "--date", "10/02/2025")
    gap = add("Quyết định", "B", "--number", "5")
    taken = add("Quyết định", "B", "--number", "1")
    early = add("Quyết định", "B", "--date", "09/02/2025")
    issued = issue("plan", "--number", "9", "--date", "12/02/2025")

    assert "số kế tiếp là 02. Văn bản làm ở nơi khác đã lấy các số ấy thì ghi vào sổ" in gap.stderr
    assert "Số 01/QĐ-UBND đã cấp cho văn bản khác." in taken.stderr
    assert "Chọn ngày từ 10/02/2025." in early.stderr
    assert "docgen register add" in issued.stderr


def test_a_book_that_begins_in_mid_year_tells_the_lines_to_paste(
    add: Press, workspace: Path
) -> None:
    refused = add("Quyết định", "A", "--number", "118")
    lines = refused.stderr.partition("thêm vào docgen.yaml:\n")[2].partition("rồi chạy lại")[0]
    settings = workspace / "docgen.yaml"
    settings.write_text(f"{settings.read_text('utf-8')}\n{lines}", "utf-8")
    done = add("Quyết định", "A", "--number", "118")

    assert refused.exit_code == 1
    assert "- {don_vi: phuong-cau-dat, nam: 2025, so: 118}" in lines
    assert done.stdout.startswith("118/QĐ-UBND")


def test_numbers_by_type_are_by_the_documents_type_whoever_made_it(
    add: Press, press: Press, workspace: Path
) -> None:
    settings = workspace / "docgen.yaml"
    settings.write_text(f"{settings.read_text('utf-8')}\ndanh_so: {{theo_loai: [{UNIT}]}}\n", "utf-8")  # fmt: skip
    add("Kế hoạch", "trồng cây")
    issue("plan", "--date", "13/02/2025")
    add("Quyết định", "A")

    assert signs(press, "--kind", "plan") == ["01/KH-UBND", "02/KH-UBND"]
    assert signs(press, "--kind", "kế hoạch") == signs(press, "--kind", "ke-hoach")
    assert signs(press) == ["01/KH-UBND", "02/KH-UBND", "01/QĐ-UBND"]


def test_copies_have_a_row_of_their_own_for_all_their_forms(add: Press, press: Press) -> None:
    for type_name in ("Quyết định", "Sao y", "Trích sao"):
        add(type_name, "Luật Thực hiện dân chủ ở cơ sở")

    assert signs(press) == ["01/QĐ-UBND", "01/SY-UBND", "02/TrS-UBND"]
    assert signs(press, "--kind", "bản sao") == ["01/SY-UBND", "02/TrS-UBND"]


def test_a_letter_corrects_and_a_paper_replaces_as_it_is_entered(add: Press, press: Press) -> None:
    add("Quyết định", "A")
    wrong = add("Tờ trình", "B", "--corrects", "1")
    other = add("Kế hoạch", "A", "--replaces", "1", "--reason", "sai tên")
    letter = add("Công văn", "đính chính", "--notation", "UBND-VP", "--corrects", "01/QĐ-UBND")
    new = add("Quyết định", "A, sửa tên", "--replaces", "1", "--reason", "sai tên")
    again = add("Quyết định", "A", "--replaces", "1", "--reason", "sai tên")

    assert "đính chính phải bằng công văn" in wrong.stderr
    assert "hình thức tương đương (khoản 3 Điều 18" in other.stderr
    assert (letter.exit_code, new.exit_code, again.exit_code) == (0, 0, 1)
    first, second, third = press("list").stdout.splitlines()[1:]
    assert "được thay thế bằng số 03/QĐ-UBND; được đính chính bằng số 02/UBND-VP" in first
    assert "đính chính số 01/QĐ-UBND" in second
    assert "thay thế số 01/QĐ-UBND" in third


def test_a_document_of_docgen_that_another_paper_replaces_keeps_its_file(
    add: Press, workspace: Path
) -> None:
    issue("plan", "--date", "12/02/2025")
    path = workspace / "out" / "2025" / UNIT / "ke-hoach.docx"
    signed = path.read_bytes()
    add("Kế hoạch", "dân chủ ở cơ sở", "--replaces", "1", "--reason", "sai thời hạn")
    again = CliRunner().invoke(cli, ["plan", "--unit", UNIT])

    assert again.exit_code == 0
    assert "ke-hoach.docx (đã thay thế)" in again.stdout
    assert path.read_bytes() == signed


def test_a_file_of_any_kind_is_held_against_the_book(add: Press, press: Press) -> None:
    paper = Path("da_ky/qd 1.pdf")
    paper.parent.mkdir()
    paper.write_bytes(b"%PDF")
    add("Quyết định", "A", "--file", str(paper))
    twice = add("Quyết định", "B", "--file", str(paper))
    row = json.loads(press("show", "1", "--json").stdout)
    good = press("verify")
    paper.write_bytes(b"%PDF khac")
    edited = press("verify")
    paper.unlink()
    gone = press("verify")

    assert (row["tep"], good.exit_code) == ("da_ky/qd 1.pdf", 0)
    assert "Tệp da_ky/qd 1.pdf là của số 01/QĐ-UBND." in twice.stderr
    assert "[file-edited]" in edited.stdout
    assert 'docgen register add --unit phuong-cau-dat --type "Quyết định"' in edited.stdout
    assert "--replaces 01/QĐ-UBND" in edited.stdout
    assert (
        "[file-missing]\n  cách chữa: lấy lại tệp từ bản sao lưu, đặt đúng chỗ này" in gone.stdout
    )
    assert "docgen issue" not in gone.stdout + edited.stdout


def test_a_file_of_a_void_line_may_be_entered_anew(add: Press, press: Press) -> None:
    Path("1.pdf").write_bytes(b"%PDF")
    add("Thông báo", "A", "--file", "1.pdf")
    press("void", "1", "--reason", "nhầm loại")
    done = add("Quyết định", "A", "--file", "1.pdf")
    twice = add("Quyết định", "B", "--file", "1.pdf")

    assert done.exit_code == 0, done.output
    assert "Tệp 1.pdf là của số 02/QĐ-UBND." in twice.stderr


def test_several_that_add_at_once_never_share_a_number(add: Press, press: Press) -> None:
    add("Quyết định", "0")
    children = [
        Child(lambda name=name: [add("Quyết định", f"{name}{n}").exit_code for n in range(5)])  # type: ignore[misc]
        for name in "abcd"
    ]

    assert [child.result() for child in children] == [[0] * 5] * 4
    assert signs(press) == [f"{n:02}/QĐ-UBND" for n in range(1, 22)]


# A replacement that is void replaces nothing


def test_a_void_replacement_leaves_the_former_issued_as_it_was(add: Press, press: Press) -> None:
    issue("plan", "--date", "12/02/2025")
    issue("plan", "--date", "13/02/2025", "--replace", "sai thời hạn")
    done = press("void", "2", "--reason", "ký nhầm")
    first, second = json.loads(press("list", "--json").stdout)
    told = press("list").stdout
    third = issue("plan", "--date", "14/02/2025", "--replace", "sai thời hạn")

    assert "Số 01/KH-UBND lại có hiệu lực như trước" in done.stderr
    assert (first["trang_thai"], first["ly_do"], first["duoc_thay_the_bang"]) == ("đã cấp", "", None)  # fmt: skip
    assert (second["trang_thai"], second["ly_do"]) == ("đã hủy", "ký nhầm")
    assert "thay thế" not in told
    assert press("void", "2", "--reason", "x").exit_code == 1
    assert "số 03/KH-UBND" in third.stdout, third.output
    assert add("Quyết định", "A", "--date", "15/02/2025").stdout.startswith("04/")


def test_the_former_waits_for_its_file_to_be_whole(press: Press, workspace: Path) -> None:
    issue("plan", "--date", "12/02/2025")
    issue("plan", "--date", "13/02/2025", "--replace", "sai thời hạn")
    path = workspace / "out" / "2025" / UNIT / "ke-hoach.docx"
    signed = path.read_bytes()
    path.write_bytes(b"hong")
    first = press("void", "2", "--reason", "ký nhầm")
    early = press("void", "2", "--reason", "lần hai")
    waiting = json.loads(press("show", "1", "--json").stdout)
    path.write_bytes(signed)
    second = press("void", "2", "--reason", "lần hai")
    void = json.loads(press("show", "2", "--json").stdout)

    assert "vẫn ghi là đã thay thế, vì tệp out/2025/phuong-cau-dat/ke-hoach.docx" in first.stderr
    assert early.exit_code == 1
    assert early.stderr.startswith(
        "lỗi: Số 02/KH-UBND đã hủy từ trước. Số 01/KH-UBND vẫn ghi là đã"
    )
    assert "Lấy lại tệp ấy từ bản sao lưu rồi chạy lại lệnh này" in early.stderr
    assert waiting["trang_thai"] == "đã thay thế"
    assert "lại có hiệu lực như trước" in second.stderr
    assert void["ly_do"] == "ký nhầm"


# Many at once


def test_what_export_wrote_another_workspace_reads_and_writes_the_same(
    add: Press, press: Press, workspace: Path
) -> None:
    add("Quyết định", "về việc khen thưởng", "--note", "gửi hỏa tốc; bản chính", "--copies", "3")
    add("Quyết định", "UBND phường giao việc")
    press("void", "2", "--reason", "ký nhầm; ký lại")
    add(
        "Công văn", "đính chính", "--notation", "UBND-VP", "--corrects", "1", "--recipients", "=1+1"
    )
    issue("giay-moi", "--date", "12/5/2025")
    add("Quyết định", "khen", "--replaces", "1", "--reason", "x", "--date", "13/5/2025")
    add("Sao y", "Quyết định số 01/QĐ-UBND")
    press("export", "--unit", UNIT, "--to", "a.csv")
    before = press("list").stdout
    (workspace / "so_dang_ky.sqlite").rename("cu.sqlite")
    (workspace / "sao_luu").rename("cu")
    (workspace / "out").rename("cu-out")
    tried = press("add", "--unit", UNIT, "--from", "a.csv", "-n")
    nothing = signs(press)
    done = press("add", "--unit", UNIT, "--from", "a.csv")
    press("export", "--unit", UNIT, "--to", "b.csv")

    assert (tried.exit_code, nothing, done.exit_code) == (0, [], 0), done.output
    assert "02/QĐ-UBND ngày 12/02/2025: Quyết định UBND phường giao việc (sẽ vào sổ, đã hủy)" in (
        tried.stdout
    )
    assert Path("b.csv").read_bytes() == Path("a.csv").read_bytes()
    assert press("list").stdout == before
    assert "Quyết định UBND phường giao việc" in before
    assert json.loads(press("show", "03/UBND-VP", "--json").stdout)["noi_nhan"] == "=1+1"
    assert done.stderr == "6 văn bản đã vào sổ.\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_a_book_from_vietnamese_excel_is_read(press: Press, encoding: str) -> None:
    book = written(
        f"STT;{HEAD}\n;(1);(2);(3)\n"
        '1;Số: 01/QĐ-UBND;1/3/2025;"Quyết định về việc\n khen thưởng";N;M;VT;2 bản;3/3/2025;;gấp\n'
        "2;…/TB-UBND;5/3/2025;Thông báo kết luận;N;M;;;;;\n"
        "3;UBND-VP;5/3/2025;V/v mời họp;N;M;;;;;\n"
        "4;2/qđ;2/3/2025;Quyết định B;;;;;;;\n".replace("2/qđ", "2/QĐ-UBND"),
        encoding,
    )
    done = press("add", "--unit", UNIT, "--from", str(book))
    first = json.loads(press("show", "1", "--json").stdout)

    assert done.exit_code == 0, done.output
    assert signs(press) == ["01/QĐ-UBND", "02/QĐ-UBND", "03/TB-UBND", "04/UBND-VP"]
    assert (first["trich_yeu"], first["so_ban"], first["ghi_chu"]) == ("về việc khen thưởng", 2, "gấp")  # fmt: skip
    assert "lưu ý: không vào sổ: cột “STT”, “Ngày chuyển”." in done.stderr


def test_every_wrong_line_is_told_at_once_and_nothing_is_entered(press: Press) -> None:
    book = written(
        f"{HEAD}\n"
        "01/QĐ-UBND;1/3/2025;Quyết định A;N;M;VT;2;;;\n"
        "1;2/3/2025;Khen thưởng;N;M;VT;hai;;;\n"
        "02-QĐ;32/3/2025;Quyết định B;N;M;VT;;;;\n"
        "02/TB-UBND;3/3/2025;Quyết định B;N;M;VT;;;;\n"
        "03/QĐ-UBND;1/02/2025;Quyết định C;N;M;VT;;;;\n"
        "01/QĐ-UBND;3/3/2025;Quyết định D;N;M;VT;;;;\n"
        "04/QĐ-UBND;3/3/2025;Quyết định Đ;N;M;VT;;;;;;thừa\n"
    )
    done = press("add", "--unit", UNIT, "--from", str(book))
    told = [line for line in done.stderr.splitlines() if line.startswith("so.csv:")]

    assert done.exit_code == 1
    assert [line.split(" lỗi: ")[0] for line in told] == [
        "so.csv:3:3:", "so.csv:3:7:", "so.csv:4:1:", "so.csv:4:2:", "so.csv:5:1:", "so.csv:6:2:",
        "so.csv:7:1:", "so.csv:8:11:",
    ]  # fmt: skip
    assert "cột “Số lượng bản”: “hai” không phải là số lượng bản; viết như 05." in told[1]
    assert "cột “Tên loại và trích yếu nội dung văn bản”: “Khen thưởng” không bắt đầu" in told[0]
    assert "so.csv có 8 lỗi, chưa ghi dòng nào vào sổ." in done.stderr
    assert signs(press) == []


def test_right_lines_wait_for_the_wrong_one(press: Press) -> None:
    book = written(f"{HEAD}\n01/QĐ-UBND;1/3/2025;Quyết định A\n02/QĐ-UBND;1/3/2025;B\n")
    done = press("add", "--unit", UNIT, "--from", str(book))

    assert done.exit_code == 1
    assert signs(press) == []


def test_one_gap_is_told_once_with_what_to_do(press: Press) -> None:
    lines = "".join(f"{n:02}/QĐ-UBND;1/3/2025;Quyết định A\n" for n in (7, 8, 10, 11))
    done = press("add", "--unit", UNIT, "--from", str(written(f"{HEAD}\n{lines}")))
    told = [line for line in done.stderr.splitlines() if line.startswith("so.csv:")]

    assert [line.split(" lỗi: ")[0] for line in told] == ["so.csv:2:1:", "so.csv:4:1:"]
    assert "- {don_vi: phuong-cau-dat, nam: 2025, so: 7}" in done.stderr
    assert "Số 10 để trống các số từ 09" in told[1]


@pytest.mark.parametrize("name, data, sentence", [
    ("so.csv", b"", "tệp không có dòng nào"),
    ("so.csv", b"a;b\n1;2\n", "thiếu cột “Ngày tháng văn bản”"),
    ("so.csv", HEAD.replace("Ngày tháng", "Ngày thang nam").encode(), "Có phải là “Ngày tháng văn bản”?"),
    ("so.csv", f"{HEAD};Ghi chú\n".encode(), "có hai cột “Ghi chú”"),
    ("so.csv", "Số, ký hiệu văn bản\nQuyết định".encode("cp1258", "replace"), "không được lưu bằng"),
    ("so.csv", f'{HEAD}\n01/QĐ-UBND;1/3/2025;"Quyết định A\n'.encode(), "so.csv:2:1: lỗi: dấu ngoặc kép"),
    ("so.xlsx", b"PK\x03\x04", "docgen đọc sổ ở dạng CSV"),
    ("khong-co.csv", None, "không có tệp này"),
])  # fmt: skip
def test_a_file_that_is_no_book_is_told(
    press: Press, name: str, data: bytes | None, sentence: str
) -> None:
    if data is not None:
        Path(name).write_bytes(data)
    done = press("add", "--unit", UNIT, "--from", name)

    assert done.exit_code == 1
    assert sentence in done.stderr


def test_a_book_from_excel_is_bound_to_lines_that_are_in_the_register(
    add: Press, press: Press
) -> None:
    for subject in "ABC":
        add("Quyết định", subject)
    book = written(
        f"{HEAD}\n"
        '04/QĐ-UBND;13/02/2025;Quyết định A sửa;;;;;;;"gấp; Thay thế số 01/QĐ-UBND"\n'
        "05/UBND-VP;13/02/2025;Công văn đính chính;;;;;;;Đính chính số 02/QĐ-UBND\n"
        "06/UBND-VP;13/02/2025;Công văn nữa;;;;;;;Đính chính số 02/QĐ-UBND\n"
    )
    tried = press("add", "--unit", UNIT, "--from", str(book), "-n")
    untouched = [row["trang_thai"] for row in json.loads(press("list", "--json").stdout)]
    done = press("add", "--unit", UNIT, "--from", str(book))
    first, second, *_ = rows = json.loads(press("list", "--json").stdout)
    lines = press("list").stdout.splitlines()[1:]

    assert (tried.exit_code, done.exit_code) == (0, 0), done.output
    assert untouched == ["đã cấp"] * 3
    assert (first["trang_thai"], first["duoc_thay_the_bang"]) == ("đã thay thế", "04/QĐ-UBND")
    assert second["duoc_dinh_chinh_bang"] == ["05/UBND-VP", "06/UBND-VP"]
    assert (rows[3]["ghi_chu"], rows[3]["thay_the"]) == ("gấp", "01/QĐ-UBND")
    assert lines[1].endswith("bằng số 05/UBND-VP; được đính chính bằng số 06/UBND-VP")


def test_of_several_years_the_nearest_line_before_is_meant(add: Press, press: Press) -> None:
    """And for “Được thay thế bằng” the nearest one after."""
    city = "thanh-pho-hai-phong"
    for year in (2022, 2023, 2025):
        for subject in "ABC":
            add("Quyết định", subject, "--date", f"12/01/{year}", unit=city)
    book = written(
        f"{HEAD}\n01/QĐ-UBND;12/12/2024;Quyết định D;;;;;;;Thay thế số 03/QĐ-UBND\n"
        "02/QĐ-UBND;12/12/2024;Quyết định E;;;;;;;Được thay thế bằng số 03/QĐ-UBND\n"
    )
    done = press("add", "--unit", city, "--from", str(book))

    def bound(year: int) -> list[str]:
        rows = json.loads(press("list", "--json", "--year", str(year)).stdout)
        told = [row["thay_the"] or row["duoc_thay_the_bang"] for row in rows]
        return [sign for sign in told if sign]

    assert done.exit_code == 0, done.output
    assert [bound(year) for year in (2022, 2023, 2024, 2025)] == [
        [], ["01/QĐ-UBND"], ["03/QĐ-UBND", "03/QĐ-UBND"], ["02/QĐ-UBND"],
    ]  # fmt: skip


@pytest.mark.parametrize("line, told", [
    ("03/TB-UBND;13/02/2025;Thông báo B;;;;;;;Thay thế số 01/QĐ-UBND", "phải bằng văn bản có hình thức tương đương"),
    ("03/QĐ-UBND;13/02/2025;Quyết định B;;;;;;;Thay thế số 02/QĐ-UBND", "số này đã hủy"),
    ("03/QĐ-UBND;13/02/2025;Quyết định B;;;;;;;Đính chính số 01/QĐ-UBND", "đính chính phải bằng công văn"),
    ("03/QĐ-UBND;13/02/2025;Quyết định B;;;;;;;Thay thế số 01/QĐ-UBND\n04/QĐ-UBND;13/02/2025;Quyết định B;;;;;;;Thay thế số 01/QĐ-UBND", "số này đã thay thế"),
])  # fmt: skip
def test_a_line_of_the_register_that_cannot_be_bound_is_told_in_its_column(
    add: Press, press: Press, line: str, told: str
) -> None:
    add("Quyết định", "A")
    add("Quyết định", "hủy")
    press("void", "2", "--reason", "ký nhầm")
    before = press("list").stdout
    done = press("add", "--unit", UNIT, "--from", str(written(f"{HEAD}\n{line}\n")))

    assert done.exit_code == 1
    assert f"so.csv:{line.count(chr(10)) + 2}:10: lỗi: cột “Ghi chú”:" in done.stderr
    assert told in done.stderr
    assert press("list").stdout == before


def book_with(*lines: str) -> Path:
    """Return a book with lines as “02/QĐ-UBND;Quyết định B;ghi chú”, all of one day."""
    rows = (line.split(";", 2) for line in lines)
    told = (f'{sign};13/02/2025;{title};;;;;;;"{note}"\n' for sign, title, note in rows)
    return written(f"{HEAD}\n{''.join(told)}")


@pytest.mark.parametrize("lines, places, told", [
    (["02/QĐ-UBND;Quyết định B;", "03/QĐ-UBND;Quyết định C;",
      "04/QĐ-UBND;Quyết định D;Thay thế số 02/QĐ-UBND; Thay thế số 03/QĐ-UBND"], [4],
     "số 04/QĐ-UBND đã ghi là thay thế số 02/QĐ-UBND, mỗi dòng chỉ ghi thay thế được một văn bản"),
    (["02/QĐ-UBND;Quyết định B;", "03/QĐ-UBND;Quyết định C;Thay thế số 02/QĐ-UBND; Hủy: ký nhầm"], [3],
     "số 03/QĐ-UBND đã hủy nên không thay thế"),
    (["02/QĐ-UBND;Quyết định B;", "03/TB-UBND;Thông báo C;Thay thế số 02/QĐ-UBND"], [3],
     "phải bằng văn bản có hình thức tương đương"),
    (["02/QĐ-UBND;Quyết định B;Được đính chính bằng số 03/QĐ-UBND", "03/QĐ-UBND;Quyết định C;"], [2],
     "đính chính phải bằng công văn"),
    (["02/QĐ-UBND;Quyết định B;Hủy: ký nhầm", "03/UBND-VP;Công văn C;Đính chính số 02/QĐ-UBND"], [3],
     "số 02/QĐ-UBND đã hủy"),
    (["02/QĐ-UBND;Quyết định B;", "03/QĐ-UBND;Quyết định C;",
      "04/UBND-VP;Công văn D;Đính chính số 02/QĐ-UBND; Đính chính số 03/QĐ-UBND"], [4],
     "đã ghi là đính chính văn bản khác"),
    (["02/UBND-VP;Công văn B;Đính chính số 03/UBND-VP", "03/UBND-VP;Công văn C;Đính chính số 02/UBND-VP"], [3],
     "chính văn bản ấy ghi là đính chính số 03/UBND-VP"),
    (["02/KH-UBND;Kế hoạch B;Thay thế số 01/KH-UBND; Được thay thế bằng số 01/KH-UBND"], [2],
     "số 01/KH-UBND do docgen lập, chỉ thay thế văn bản khác bằng  docgen issue … --replace"),
    (["02/KH-UBND;Kế hoạch B;Được thay thế bằng số 04/KH-UBND", "03/KH-UBND;Kế hoạch C;Thay thế số 02/KH-UBND",
      "04/KH-UBND;Kế hoạch D;"], [3], "số này đã thay thế"),
    (["02/KH-UBND;Kế hoạch B;Thay thế số 04/KH-UBND", "03/KH-UBND;Kế hoạch C;Thay thế số 02/KH-UBND",
      "04/KH-UBND;Kế hoạch D;Thay thế số 03/KH-UBND"], [4], "chính văn bản ấy ghi là thay thế số 04/KH-UBND"),
])  # fmt: skip
def test_lines_of_one_book_are_bound_as_the_law_says_or_not_at_all(
    press: Press, lines: list[str], places: list[int], told: str
) -> None:
    issue("plan", "--date", "13/02/2025")
    before = press("list", "--json").stdout
    done = press("add", "--unit", UNIT, "--from", str(book_with(*lines)))
    refused = [line for line in done.stderr.splitlines() if line.startswith("so.csv:")]

    assert done.exit_code == 1, done.output
    assert [line.split(" cột ")[0] for line in refused] == [f"so.csv:{n}:10: lỗi:" for n in places]
    assert told in refused[0]
    assert press("list", "--json").stdout == before


def test_a_line_that_changed_while_the_book_was_read_is_bound_as_it_is_now(
    add: Press, press: Press, workspace: Path
) -> None:
    for subject in "AB":
        add("Quyết định", subject)
    book = Register(workspace / FILE)
    first, second = book.entries()
    add("Quyết định", "C", "--replaces", "1", "--reason", "sai tên")

    with pytest.raises(RowsRefusedError, match="Không ghi thay thế số 01/QĐ-UBND: số này đã thay"):
        book.enter([replace(second.order, number=4)], [Link("thay_the", 0, first, told=0)])


def test_a_reason_that_speaks_of_another_number_is_a_reason(press: Press) -> None:
    book = book_with(
        "01/QĐ-UBND;Quyết định A;Hủy: Thay thế số 02/QĐ-UBND",
        "02/QĐ-UBND;Quyết định B;Hủy: ký nhầm; Thay thế số 01/QĐ-UBND",
    )
    done = press("add", "--unit", UNIT, "--from", str(book))
    rows = json.loads(press("list", "--json").stdout)

    assert done.exit_code == 0, done.output
    assert [(row["trang_thai"], row["ly_do"], row["thay_the"]) for row in rows] == [
        ("đã hủy", "Thay thế số 02/QĐ-UBND", None),
        ("đã hủy", "ký nhầm; Thay thế số 01/QĐ-UBND", None),
    ]


def test_what_became_of_corrected_papers_is_read_back_as_it_was_written(
    add: Press, press: Press, workspace: Path
) -> None:
    """01 is corrected twice and then void; the letter 02 is replaced after it corrected; 05 and 06 stand for docgen's 04."""
    add("Quyết định", "A")
    letter = ("Công văn", "đính chính", "--notation", "UBND-VP")
    add(*letter, "--corrects", "1")
    add(*letter, "--corrects", "1")
    press("void", "1", "--reason", "ký nhầm; ký lại")
    issue("plan", "--date", "13/02/2025")
    issue("plan", "--date", "14/02/2025", "--replace", "sai thời hạn")
    today = ("--date", "14/02/2025")
    add("Kế hoạch", "C", "--replaces", "5", "--reason", "sai tên", *today)
    add(*letter, "--replaces", "2", "--reason", "sai tên", *today)
    press("export", "--unit", UNIT, "--to", "a.csv")
    (workspace / FILE).rename("cu.sqlite")
    (workspace / "sao_luu").rename("cu")
    (workspace / "out").rename("cu-out")
    done = press("add", "--unit", UNIT, "--from", "a.csv")
    press("export", "--unit", UNIT, "--to", "b.csv")
    first = json.loads(press("show", "1", "--json").stdout)

    assert done.exit_code == 0, done.output
    assert Path("b.csv").read_bytes() == Path("a.csv").read_bytes()
    assert (first["trang_thai"], first["ly_do"]) == ("đã hủy", "ký nhầm; ký lại")
    assert first["duoc_dinh_chinh_bang"] == ["02/UBND-VP", "03/UBND-VP"]


def test_cells_that_no_clerk_means_are_told_in_their_column(press: Press) -> None:
    long = "x" * 501
    book = written(
        f"{HEAD}\n100000/QĐ-UBND;1/3/2025;Quyết định A\n{'9' * 5000}/QĐ-UBND;1/3/2025;Quyết định A\n"
        "01/QĐ-UBND;1/3/2025;Quyết định A;;;;100000\n"
        f"01/QĐ-UBND;1/3/2025;Quyết định {long};{long};{long * 4};{long};;;;Hủy: {long * 4}\n"
        f"02/QĐ-UBND;1/3/2025;Quyết định A;;;;;;;Thay thế số {'9' * 5000}/QĐ-UBND\n"
    )
    done = press("add", "--unit", UNIT, "--from", str(book))
    told = [line for line in done.stderr.splitlines() if line.startswith("so.csv:")]

    assert done.exit_code == 1
    assert [line.partition(" ")[0] for line in told] == [
        "so.csv:2:1:", "so.csv:3:1:", "so.csv:4:7:", "so.csv:5:3:", "so.csv:5:4:", "so.csv:5:5:",
        "so.csv:5:6:", "so.csv:5:10:", "so.csv:6:10:",
    ]  # fmt: skip
    assert all("số lớn nhất ghi được là 99999." in line for line in told[:3])
    assert "Trích yếu dài 501 ký tự; rút gọn còn nhiều nhất 500." in told[3]
    assert "Lý do hủy dài 2004 ký tự; rút gọn còn nhiều nhất 2000." in told[7]


# A register that was lost


def test_no_number_is_entered_that_a_document_bears_already(
    add: Press, press: Press, workspace: Path
) -> None:
    issue("plan", "--date", "12/02/2025")
    (workspace / FILE).unlink()
    shutil.rmtree("sao_luu")
    book = book_with("01/KH-UBND;Kế hoạch A;")
    done = [
        add("Kế hoạch", "trồng cây"),
        add("Kế hoạch", "trồng cây", "-n"),
        add("Kế hoạch", "trồng cây", "--number", "1"),
        press("add", "--unit", UNIT, "--from", str(book)),
    ]

    assert [(one.exit_code, "ke-hoach.docx mang số 01/KH-UBND" in one.stderr) for one in done] == (
        [(1, True)] * 4
    )
    assert signs(press) == []


def test_a_lost_document_whose_data_are_gone_comes_back_as_the_file_of_its_line(
    add: Press, press: Press, workspace: Path
) -> None:
    issue("giay-moi", "--ma", "hoi-nghi-doi-thoai", "--date", "12/02/2025")
    (workspace / FILE).unlink()
    shutil.rmtree("sao_luu")
    shutil.rmtree(workspace / "data" / "giay_moi" / "2025" / UNIT)
    file = f"out/2025/{UNIT}/giay-moi-hoi-nghi-doi-thoai.docx"
    done = add("Giấy mời", "hội nghị đối thoại", "--number", "1", "--file", file)

    assert (done.exit_code, done.stderr) == (0, "")
    assert press("verify").exit_code == 0


def test_a_paper_between_two_documents_comes_back_by_its_number(
    add: Press, press: Press, workspace: Path
) -> None:
    """Papers and documents in turn, as what the refusals tell brings them back."""
    day = ("--date", "12/02/2025")
    issue("plan", *day)
    add("Quyết định", "A")
    issue("giay-moi", "--ma", "hoi-nghi-doi-thoai", *day)
    (workspace / FILE).unlink()
    shutil.rmtree("sao_luu")
    done = [
        issue("plan", "--number", "1", *day),
        add("Quyết định", "A", "--number", "2"),
        issue("giay-moi", "--ma", "hoi-nghi-doi-thoai", "--number", "3", *day),
    ]

    assert [one.exit_code for one in done] == [0, 0, 0], [one.output for one in done]
    assert signs(press) == ["01/KH-UBND", "02/QĐ-UBND", "03/GM-UBND"]


def test_a_remark_about_a_number_that_nobody_knows_stays_a_remark(press: Press) -> None:
    book = written(f"{HEAD}\n01/QĐ-UBND;1/3/2025;Quyết định A;;;;;;;Thay thế số 09/QĐ-UBND\n")
    press("add", "--unit", UNIT, "--from", str(book))

    assert json.loads(press("show", "1", "--json").stdout)["ghi_chu"] == "Thay thế số 09/QĐ-UBND"


def test_a_day_to_come_is_refused(add: Press, press: Press) -> None:
    late = add(
        "Công văn", "mời họp", "--notation", "NV-VP", "--date", "31/12/2999", unit="so-noi-vu"
    )
    book = press("add", "--unit", UNIT, "--from", str(written(f"{HEAD}\n01/QĐ-UBND;1/3/2999;Quyết định A\n")))  # fmt: skip

    assert (late.exit_code, book.exit_code) == (1, 1)
    assert "Ngày 31/12/2999 chưa đến: văn bản vào sổ khi đã ký" in late.stderr
    assert "so.csv:2:2: lỗi: cột “Ngày tháng văn bản”: Ngày 01/3/2999 chưa đến" in book.stderr
    assert signs(press) == []


def test_a_file_that_bears_another_number_or_day_is_told(
    add: Press, press: Press, workspace: Path
) -> None:
    issue("plan", "--date", "12/02/2025")
    paper = Path("da ky.docx")
    (workspace / "out" / "2025" / UNIT / "ke-hoach.docx").rename(paper)
    (workspace / "so_dang_ky.sqlite").unlink()
    shutil.rmtree("sao_luu")
    same = add("Kế hoạch", "dân chủ", "--file", str(paper), "-n")
    day = add("Kế hoạch", "dân chủ", "--file", str(paper), "--date", "13/02/2025", "-n")
    sign = add("Quyết định", "dân chủ", "--file", str(paper), "-n")

    assert (same.exit_code, same.stderr) == (0, "")
    assert day.exit_code == 0
    assert day.stderr == (
        "lưu ý: tệp da ky.docx mang số 01/KH-UBND ngày 12/02/2025, sổ ghi số 01/KH-UBND ngày 13/02/2025: "
        "đối chiếu với bản đã ký.\n"
    )
    assert "mang số 01/KH-UBND ngày 12/02/2025, sổ ghi số 01/QĐ-UBND ngày 12/02/2025" in sign.stderr


def test_the_name_of_the_issuer_on_the_day_is_kept(add: Press, press: Press) -> None:
    add("Quyết định", "A")
    add("Thông báo", "B", unit="phong-noi-vu")
    ward, office = json.loads(press("list", "--json").stdout)[::-1]
    told = press("show", "1", "--unit", "phong-noi-vu").stdout

    assert (ward["ten_co_quan"], ward["chu_quan"]) == ("Ủy ban nhân dân phường Cầu Đất", "")
    assert (office["ten_co_quan"], office["chu_quan"]) == ("Phòng Nội vụ", "UBND Quận Ngô Quyền")
    assert "Cơ quan ban hành  Phòng Nội vụ\n" in told
    assert "Cơ quan chủ quản  UBND Quận Ngô Quyền\n" in told
