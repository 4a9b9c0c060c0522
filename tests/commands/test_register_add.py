"""``docgen register add``: papers that docgen did not make, in the same book and the same rows of numbers."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from docgen.commands import cli
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
    waiting = json.loads(press("show", "1", "--json").stdout)
    path.write_bytes(signed)
    second = press("void", "2", "--reason", "lần hai")
    void = json.loads(press("show", "2", "--json").stdout)

    assert "vẫn ghi là đã thay thế, vì tệp out/2025/phuong-cau-dat/ke-hoach.docx" in first.stderr
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
    tried = press("add", "--unit", UNIT, "--from", "a.csv", "-n")
    nothing = signs(press)
    done = press("add", "--unit", UNIT, "--from", "a.csv")
    press("export", "--unit", UNIT, "--to", "b.csv")

    assert (tried.exit_code, nothing, done.exit_code) == (0, [], 0), done.output
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
