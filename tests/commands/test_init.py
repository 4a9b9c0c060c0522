"""``docgen init``: from an empty folder to a first document."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from docgen.begin.fresh import Vocabulary
from docgen.load.workspace import load_workspace

ROOT = Path(__file__).resolve().parents[2]
Run = Callable[..., "subprocess.CompletedProcess[str]"]
WARD = ["--name", "phường Cầu Đất", "--superior", "quận Ngô Quyền", "--year", "2025"]


def contents(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


# The sample


def test_the_sample_makes_its_first_document_at_once(docgen: Run, tmp_path: Path) -> None:
    done = docgen("init", "thu", cwd=tmp_path)
    *_, last = done.stdout.splitlines()
    made = docgen(*last.split()[1:], cwd=tmp_path / "thu")

    assert done.returncode == 0
    assert done.stdout.splitlines()[1] == "  cd thu"
    assert last == "  docgen plan --unit phuong-cau-dat"
    assert made.stdout == "out/2025/phuong-cau-dat/ke-hoach.docx (mới)\n"
    assert (tmp_path / "thu" / "out" / "2025" / "phuong-cau-dat" / "ke-hoach.docx").is_file()


def test_the_sample_is_copied_whole_and_nothing_else(
    docgen: Run, tmp_path: Path, sample: Path
) -> None:
    docgen("init", "thu", cwd=tmp_path)
    copied = contents(tmp_path / "thu")
    ignored = copied.pop(".gitignore").decode("utf-8")
    wanted = {f"{top}/{path}": data for top in ("data", "templates")
              for path, data in contents(sample / top).items()
              if Path(path).suffix in (".yaml", ".docx", ".txt")}  # fmt: skip

    assert copied == wanted | {"docgen.yaml": (sample / "docgen.yaml").read_bytes()}
    assert "/out/" in ignored.split()


@pytest.mark.parametrize("obstacle", ["docgen.yaml", "data/nam/2025.yaml", "templates/khung.docx"])
def test_no_file_is_written_over(obstacle: str, docgen: Run, tmp_path: Path) -> None:
    path = tmp_path / "thu" / obstacle
    path.parent.mkdir(parents=True)
    path.write_bytes(b"cua toi")
    done = docgen("init", "thu", cwd=tmp_path)

    assert done.returncode == 1
    assert f"Đã có thu/{obstacle.partition('/')[0]}, docgen không ghi đè" in done.stderr
    assert "[in-the-way]" in done.stderr
    assert contents(tmp_path / "thu") == {obstacle: b"cua toi"}


def test_a_file_instead_of_the_folder_is_told(docgen: Run, tmp_path: Path) -> None:
    (tmp_path / "thu").write_bytes(b"")
    done = docgen("init", "thu", cwd=tmp_path)

    assert done.returncode == 1
    assert "Đã có thu, docgen không ghi đè" in done.stderr


def test_what_else_is_in_the_folder_stays(docgen: Run, tmp_path: Path) -> None:
    (tmp_path / ".gitignore").write_bytes(b"*.tmp\n")
    (tmp_path / ".git").mkdir()
    done = docgen("init", ".", cwd=tmp_path)

    assert done.returncode == 0, done.stderr
    assert (tmp_path / ".gitignore").read_bytes() == b"*.tmp\n"
    assert (tmp_path / "docgen.yaml").is_file()


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="root ghi được khắp nơi")
def test_a_folder_that_cannot_be_written_is_told(docgen: Run, tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    done = docgen("init", "thu", cwd=tmp_path)
    tmp_path.chmod(0o700)

    assert done.returncode == 1
    assert "[cannot-write]" in done.stderr


# A workspace of one's own


def offered() -> list[str]:
    return list(Vocabulary(ROOT).kinds)


def names(kind: str) -> list[str]:
    """Return options that name a unit of *kind*, with the capitals that the decree wants."""
    if Vocabulary(ROOT).is_place(kind):
        return ["--name", "phường An Biên", "--superior", "quận Lê Chân"]
    return ["--name", "Đơn vị Mẫu", "--abbreviation", "ĐVM", "--superior", "phường An Biên"]


@pytest.mark.parametrize("kind", offered())
def test_every_kind_of_unit_begins_without_a_mistake(
    kind: str, docgen: Run, tmp_path: Path
) -> None:
    made = docgen("init", "moi", "--new", "--kind", kind, *names(kind), cwd=tmp_path)
    assert made.returncode == 0, made.stderr
    root = tmp_path / "moi"
    checked = docgen("validate", cwd=root)
    assert ", 0 lỗi," in checked.stderr, checked.stdout
    done = docgen("plan", "--all", cwd=root)
    assert done.returncode == 0, done.stderr

    loaded = load_workspace(root)
    documents = len(list(root.glob("out/*/*/*.docx")))
    templates = loaded.kinds["ke-hoach"].value.mau
    like = getattr(loaded.unit_kinds[kind], "nhu", None)
    assert documents == (1 if kind in templates or like in templates else 0)
    if documents:
        assert "chỗ [CẦN BỔ SUNG]" in done.stderr
        assert "Họ tên người ký: mục nguoi_ky trong data/don_vi/" in done.stderr


def test_the_last_line_said_makes_the_first_document(docgen: Run, tmp_path: Path) -> None:
    done = docgen("init", "moi", "--new", *WARD, cwd=tmp_path)
    made = docgen(*done.stdout.splitlines()[-1].split()[1:], cwd=tmp_path / "moi")

    assert made.returncode == 0
    assert made.stdout == "out/2025/phuong-cau-dat/ke-hoach.docx (mới)\n"


def test_the_files_are_the_units_the_year_and_the_vocabularies(
    docgen: Run, tmp_path: Path, sample: Path
) -> None:
    docgen("init", "moi", "--new", *WARD, cwd=tmp_path)
    made = set(contents(tmp_path / "moi"))
    shared = {f"templates/{path}" for path in contents(sample / "templates")}
    shared |= {f"data/danh_muc/{path}" for path in contents(sample / "data" / "danh_muc")}

    assert made - shared == {
        ".gitignore",
        "docgen.yaml",
        "data/don_vi/phuong-cau-dat.yaml",
        "data/don_vi/quan-ngo-quyen.yaml",
        "data/nam/2025.yaml",
    }
    assert shared - made == {name for name in shared if Path(name).name.startswith("~$")}
    year = (tmp_path / "moi" / "data" / "nam" / "2025.yaml").read_text("utf-8")
    assert "sau_thang: {tu: 01/6/2025, truoc: 15/6/2025}" in year
    assert "CẦN XEM LẠI" in year


@pytest.mark.parametrize(
    "name, code, printed",
    [
        ("UBND xã Gò Công", "xa-go-cong", "Gò Công"),
        ("Phường  Hoà Bình", "phuong-hoa-binh", "Hòa Bình"),
        ("phường 7", "phuong-7", "7"),
        ("thị trấn Đồng Văn", "thi-tran-dong-van", "Đồng Văn"),
        ("phường Cầu: “Đất” #1, {a}", "phuong-cau-dat-1-a", "Cầu: “Đất” #1, {a}"),
        ('phường Ya\'l "Xa"', "phuong-ya-l-xa", 'Ya\'l "Xa"'),
    ],
)
def test_a_name_of_a_place_is_read_and_written_safely(
    name: str, code: str, printed: str, docgen: Run, tmp_path: Path
) -> None:
    done = docgen("init", "moi", "--new", "--name", name, "--superior", "tỉnh Tây Ninh", cwd=tmp_path)  # fmt: skip
    assert done.returncode == 0, done.stderr
    unit = load_workspace(tmp_path / "moi").units[code].value

    assert unit.dia_ban
    assert unit.dia_ban.ten == printed
    assert unit.loai == "ubnd-phuong"
    assert unit.cap_tren[0].don_vi == "tinh-tay-ninh"


@pytest.mark.parametrize("name", ['Trường "Số 1": Cơ sở A', "Trường no", "Trường Nguyễn Du # 2"])
def test_a_name_of_an_office_is_written_safely(name: str, docgen: Run, tmp_path: Path) -> None:
    options = ["--kind", "truong-hoc", "--name", name, "--superior", "phường An Biên"]
    done = docgen("init", "moi", "--new", *options, "--abbreviation", "T: 1", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    code = done.stdout.splitlines()[-1].split()[-1]
    unit = load_workspace(tmp_path / "moi").units[code].value

    assert unit.ten
    assert (unit.loai, unit.ten[0].ten, unit.viet_tat) == ("truong-hoc", name, "T: 1")


@pytest.mark.parametrize(
    "options, missing",
    [
        ([], "--name, --superior"),
        (["--name", "phường Cầu Đất"], "--superior"),
        (["--name", "Nhà Thiếu nhi"], "--kind, --superior"),
        (["--name", "Phòng Nội vụ", "--superior", "Sở Gì đó"], "--superior-kind"),
    ],
)
def test_where_nobody_can_be_asked_every_missing_option_is_named(
    options: list[str], missing: str, docgen: Run, tmp_path: Path
) -> None:
    done = docgen("init", "moi", "--new", *options, cwd=tmp_path)

    assert done.returncode == 2
    assert f"Thiếu tùy chọn {missing} (" in done.stderr
    assert not (tmp_path / "moi").exists()


@pytest.mark.parametrize(
    "options, words",
    [
        (["--new", "--name", "phường cầu đất", "--superior", "quận A"], "viết  ten: Cầu Đất"),
        (["--new", "--kind", "ubnd-phuong", "--name", "Cầu Đất", "--superior", "quận A"],
         "viết cả cấp, ví dụ “phường Cầu Đất”"),
        (["--new", "--name", "quận A", "--superior", "quận A"], "trùng với chính đơn vị"),
        (["--new", "--kind", "ubnd-phuog", *WARD], "Có phải là “ubnd-phuong”?"),
        (["--name", "phường Cầu Đất"], "--name chỉ dùng cùng --new."),
        (["--new", "--year", "20", *WARD[:4]], "--year"),
    ],
)  # fmt: skip
def test_what_makes_no_sense_makes_nothing(
    options: list[str], words: str, docgen: Run, tmp_path: Path
) -> None:
    done = docgen("init", "moi", *options, cwd=tmp_path)

    assert done.returncode == 2
    assert words in done.stderr
    assert "Traceback" not in done.stderr
    assert not (tmp_path / "moi").exists()


@pytest.mark.skipif(os.name == "nt", reason="màn hình lệnh giả có ở Unix")
def test_on_a_terminal_what_is_missing_is_asked(docgen: Run, tmp_path: Path) -> None:
    import pty  # noqa: PLC0415

    ours, theirs = pty.openpty()
    command = [sys.executable, "-m", "docgen", "init", "moi", "--new", "--year", "2025"]
    env = {**os.environ, "PYTHONPATH": str(ROOT)}
    answers = "phường Cầu Đất\n\nquận Ngô Quyền\n"
    with subprocess.Popen(
        command, stdin=theirs, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
        cwd=tmp_path, env=env, encoding="utf-8",
    ) as process:  # fmt: skip
        os.close(theirs)
        os.write(ours, answers.encode("utf-8"))
        said = process.communicate()[0]
    os.close(ours)

    assert process.returncode == 0, said
    assert "Tên đơn vị (ví dụ: phường Cầu Đất, Phòng Nội vụ): " in said
    assert "Loại đơn vị [ubnd-phuong]: " in said
    assert (tmp_path / "moi" / "data" / "don_vi" / "quan-ngo-quyen.yaml").is_file()


def test_help_is_vietnamese_with_an_example(docgen: Run, tmp_path: Path) -> None:
    for verb in ("init", "doctor", "completion", "plan"):
        done = docgen(verb, "--help", cwd=tmp_path if verb != "plan" else ROOT)
        assert done.returncode == 0
        assert f"Ví dụ: docgen {verb}" in done.stdout
        assert "Hiện hướng dẫn này rồi thoát." in done.stdout
