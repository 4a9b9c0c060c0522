"""``docgen init``: from an empty folder to a first document."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from docgen.begin.fresh import Vocabulary
from docgen.commands.program import program
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

    wanted |= {name: (sample / name).read_bytes() for name in ("docgen.yaml", "kiem_tra.yaml")}

    assert copied == wanted
    assert "/out/" in ignored.split()


@pytest.mark.parametrize(
    "obstacle", ["docgen.yaml", "kiem_tra.yaml", "data/nam/2025.yaml", "templates/khung.docx"]
)
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
    year = ["--year", "2025" if Vocabulary(ROOT).kinds[kind].den else "2026"]
    if Vocabulary(ROOT).is_place(kind):
        return ["--name", "phường An Biên", "--superior", "tỉnh Tây Ninh", *year]
    name = ["--name", "Đơn vị Mẫu", "--abbreviation", "ĐVM"]
    return [*name, "--superior", "phường An Biên", *year]


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
        "data/ke_hoach/2025/phuong-cau-dat.yaml",
        "data/bao_cao/2025-6-thang/phuong-cau-dat.yaml",
        "data/bao_cao/2025-nam/phuong-cau-dat.yaml",
        "data/don_vi/quan-ngo-quyen.yaml",
        "data/nam/2025.yaml",
    }
    assert shared - made == {name for name in shared if Path(name).name.startswith("~$")}
    year = (tmp_path / "moi" / "data" / "nam" / "2025.yaml").read_text("utf-8")
    assert "{tu: 01/6/2025, truoc: 15/6/2025, so_lieu: {tu: 15/12/2024, den: 31/5/2025}}" in year
    assert "  - {loai: bao-cao, ky: 6-thang, ngay: 10/6/2025}\n" in year
    assert "  - {loai: bao-cao, ky: nam, ngay: 10/12/2025}\n" in year
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
        (["--name", "thành phố Thủ Đức", "--superior", "TP Hồ Chí Minh"], "--kind"),
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
        (["--new", "--name", "phường cầu đất", "--superior", "tỉnh A"], "viết  ten: Cầu Đất"),
        (["--new", "--kind", "ubnd-phuong", "--name", "Cầu Đất", "--superior", "tỉnh A"],
         "viết cả cấp, ví dụ “phường Cầu Đất”"),
        (["--new", "--name", "phường A", "--superior", "phường A"], "trùng với chính đơn vị"),
        (["--new", "--kind", "ubnd-phuog", *WARD], "Có phải là “ubnd-phuong”?"),
        (["--name", "phường Cầu Đất"], "--name chỉ dùng cùng --new."),
        (["--new", "--year", "20", *WARD[:4]], "“20” không phải là năm; viết bốn chữ số, ví dụ 2026"),
        (["--new", *WARD[:4], "--year", "2026"], "UBND cấp huyện (ubnd-quan) chỉ có đến 30/6/2025"),
        (["--new", *WARD[:4], "--year", "2026"], "là tỉnh, thành phố; của trường, phòng"),
        (["--new", "--kind", "ubnd-tinh", "--name", "Hải Phòng"], "“tỉnh Hải Phòng” hoặc “thành phố"),
        (["--new", "--kind", "ubnd-phuong", "--name", "HĐND phường A", "--superior", "tỉnh A"],
         "đây là tên của Hội đồng nhân dân, loại hdnd"),
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


@pytest.mark.parametrize(
    "name, kind",
    [
        ("Trường Tiểu học Nguyễn Du", "truong-hoc"),
        ("Trạm Y tế phường Gia Viên", "don-vi-su-nghiep"),
        ("Trung tâm Văn hóa", "don-vi-su-nghiep"),
        ("Trung tâm Phục vụ hành chính công", "trung-tam-hanh-chinh"),
        ("Trung tâm Phục vụ hành chính công phường Gia Viên", "trung-tam-hanh-chinh"),
        ("phong noi vu", "phong"),
        ("UBND phường Gia Viên", "ubnd-phuong"),
        ("Hội đồng nhân dân phường Gia Viên", "hdnd"),
        ("HĐND phường Gia Viên", "hdnd"),
        ("TP Hải Phòng", "ubnd-tinh"),
        ("TP. Hải Phòng", "ubnd-tinh"),
        ("Phong Điền", ""),
        ("Hải Phòng", ""),
    ],
)
def test_the_longest_beginning_of_a_name_tells_its_kind(name: str, kind: str) -> None:
    assert Vocabulary(ROOT).guess(name) == kind


def test_a_city_within_a_city_is_not_taken_for_one_of_the_highest_tier() -> None:
    known = Vocabulary(ROOT)

    assert known.guess("thành phố Thủ Đức", "thành phố Hồ Chí Minh") == ""
    assert known.guess("thành phố Hải Phòng") == "ubnd-tinh"


def test_a_year_offers_the_kinds_that_there_are_in_it() -> None:
    known = Vocabulary(ROOT)

    assert "ubnd-quan" in known.offered(2025)
    assert set(known.kinds) - set(known.offered(2026)) == {"ubnd-quan"}


def test_a_shortened_city_is_written_in_full(docgen: Run, tmp_path: Path) -> None:
    options = ["--name", "P. Gia Viên", "--superior", "TP. Hải Phòng", "--year", "2026"]
    done = docgen("init", "moi", "--new", *options, cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    units = load_workspace(tmp_path / "moi").units

    assert set(units) == {"phuong-gia-vien", "thanh-pho-hai-phong"}
    assert "dia_ban: {cap: thành phố, ten: Hải Phòng}" in (
        tmp_path / "moi" / "data" / "don_vi" / "thanh-pho-hai-phong.yaml"
    ).read_text("utf-8")


def test_a_missing_kind_is_told_with_what_may_be_written(docgen: Run, tmp_path: Path) -> None:
    options = ["--name", "phường Gia Viên", "--superior", "Hải Phòng", "--year", "2026"]
    done = docgen("init", "moi", "--new", *options, cwd=tmp_path)

    assert done.returncode == 2
    assert "--superior-kind là một trong: ubnd-tinh, ubnd-phuong, hdnd, " in done.stderr
    assert "ví dụ  --superior-kind ubnd-tinh" in done.stderr
    assert '--superior "thành phố Hải Phòng"' in done.stderr


@pytest.mark.parametrize("typed", ["truong-hoc", "trường học", "Trường học công lập", "TRƯỜNG"])
def test_a_kind_may_be_typed_by_its_name(typed: str, docgen: Run, tmp_path: Path) -> None:
    options = ["--kind", typed, "--name", "Nhà trẻ Hoa Mai", "--superior", "phường Gia Viên"]
    done = docgen("init", "moi", "--new", *options, cwd=tmp_path)

    assert done.returncode == 0, done.stderr
    assert load_workspace(tmp_path / "moi").units["nha-tre-hoa-mai"].value.loai == "truong-hoc"


SCHOOL = ["--name", "Trường Hoa Mai", "--superior", "phường Gia Viên", "--year", "2026"]
PARISH = ["--name", "xã An Phú", "--superior", "tỉnh An Giang", "--year", "2026"]


def unit_file(docgen: Run, folder: Path, options: list[str]) -> str:
    done = docgen("init", "moi", "--new", *options, cwd=folder)
    assert done.returncode == 0, done.stderr
    (path,) = [
        path for path in folder.glob("moi/data/don_vi/*.yaml")
        if "lap_van_ban" not in path.read_text("utf-8")
    ]  # fmt: skip
    return path.read_text("utf-8")


def test_the_comments_of_a_school_are_those_of_a_school(docgen: Run, tmp_path: Path) -> None:
    text = unit_file(docgen, tmp_path, SCHOOL)

    assert "# cap_hoc: …" in text
    assert "# viet_tat: …" in text
    assert "so_lop" in text
    assert "so_ho:" not in text
    assert "to-dan-pho" not in text
    assert "nhom: cap-tren" in text
    assert "một nhóm (nhom) hoặc viết thẳng tên" in text


def test_the_comments_of_a_commune_are_those_of_a_commune(docgen: Run, tmp_path: Path) -> None:
    text = unit_file(docgen, tmp_path, PARISH)

    assert "cap_hoc" not in text
    assert "so_lop" not in text
    assert "so_ho:" in text
    assert "# Các thôn\n" in text
    assert "# Hội đồng nhân dân xã An Phú\n" in text
    assert "don-vi-cham" not in text
    assert "Thường trực HĐND xã" in text
    assert "ban-dan-van" not in text


@pytest.mark.parametrize("kind", offered())
def test_no_comment_shows_a_mark_that_should_have_been_replaced(
    kind: str, docgen: Run, tmp_path: Path
) -> None:
    unit_file(docgen, tmp_path, ["--kind", kind, *names(kind)])
    groups = [
        line
        for path in tmp_path.glob("moi/data/don_vi/*.yaml")
        for line in path.read_text("utf-8").splitlines()
        if "- nhom:" in line
    ]

    assert groups
    assert not [line for line in groups if "{" in line]


_FIELD = re.compile("# ( *(?:- )?[a-z_]+:.*)")
_SAMPLES = {"ngày, ví dụ": "20/01/2026", "ví dụ 12": "12", "tháng, từ": "5", "có hoặc": "có"}


def filled(line: str) -> str:
    """Uncomment one line and write what its label asks for."""
    match = _FIELD.fullmatch(line)
    if not match:
        return line.removeprefix("# ") + " Nội dung" if re.fullmatch("# +-", line) else line
    key, _, told = match[1].partition("#")
    if "gạch ngang" in told or told.strip() in (
        "Kênh thông tin của địa phương",
        "Kiểm tra, giám sát",
    ):
        return key
    value = next((value for words, value in _SAMPLES.items() if words in told), "Nội dung")
    nested = told.strip().startswith("Nghị quyết của HĐND")
    return key if nested else f"{key.rstrip()} {value}"


@pytest.mark.parametrize("options", [SCHOOL, PARISH])
def test_the_data_file_is_all_comments_and_every_line_of_it_may_be_used(
    options: list[str], docgen: Run, tmp_path: Path
) -> None:
    unit_file(docgen, tmp_path, options)
    (path,) = tmp_path.glob("moi/data/ke_hoach/2026/*.yaml")
    lines = path.read_text("utf-8").splitlines()
    assert all(not line or line.startswith("# ") for line in lines)
    assert any("ban_quyet_dinh:" in line for line in lines) == (options is PARISH)
    assert docgen("validate", cwd=tmp_path / "moi").returncode == 0

    path.write_text("\n".join(map(filled, lines)) + "\n", "utf-8")
    done = docgen("validate", cwd=tmp_path / "moi")
    loaded = load_workspace(tmp_path / "moi")

    assert done.returncode == 0, done.stdout
    (data,) = (data for key, data in loaded.data.items() if key.kind == "ke-hoach")
    assert data.value.so == 12
    assert getattr(data.value, "nhiem_vu")[0].noi_dung == "Nội dung"  # noqa: B009


def report_sheets(folder: Path) -> list[Path]:
    """Return the files of the two reports of the bare workspace in *folder*, the half year first."""
    return sorted(folder.glob("moi/data/bao_cao/2026-*/*.yaml"))


@pytest.mark.parametrize("options", [SCHOOL, PARISH])
def test_each_report_has_a_sheet_that_asks_for_the_figures_of_its_kind_of_unit(
    options: list[str], docgen: Run, tmp_path: Path
) -> None:
    unit_file(docgen, tmp_path, options)
    loaded = load_workspace(tmp_path / "moi")
    half, year = report_sheets(tmp_path)
    form = loaded.form("bao-cao")
    assert form
    asked = list(form.typed(["truong-hoc" if options is SCHOOL else "ubnd-phuong"]))

    for path in (half, year):
        text = path.read_text("utf-8")
        assert all(not line or line.startswith("# ") for line in text.splitlines())
        table = text.partition("# chi_tieu:\n")[2].partition("# cung_ky:")[0]
        assert re.findall("^#   ([a-z_]+):", table, re.MULTILINE) == asked
        assert "không phải bằng 0" in text
    assert "Báo cáo 06 tháng đầu năm 2026" in half.read_text("utf-8")
    assert "chỉ ghi số của 06 tháng cuối năm" in year.read_text("utf-8")
    assert "chỉ ghi số" not in half.read_text("utf-8")


def test_a_sheet_that_nobody_has_touched_tells_no_figures(docgen: Run, tmp_path: Path) -> None:
    unit_file(docgen, tmp_path, PARISH)
    root = tmp_path / "moi"
    checked = docgen("validate", cwd=root)
    done = docgen("report", "--period", "6m", "--unit", "xa-an-phu", cwd=root)

    assert "figures-missing" not in checked.stdout
    assert not [key for key in load_workspace(root).data if key.kind == "bao-cao"]
    assert done.returncode == 1
    assert "chưa có số liệu của “xa-an-phu” cho báo cáo 06 tháng đầu năm 2026" in done.stderr
    assert "bỏ dấu # đầu dòng" in done.stderr
    assert "nguoi_hoc" not in done.stderr  # a commune has no pupils


@pytest.mark.parametrize("options", [SCHOOL, PARISH])
def test_a_sheet_of_figures_may_be_filled_in_line_by_line(
    options: list[str], docgen: Run, tmp_path: Path
) -> None:
    unit_file(docgen, tmp_path, options)
    half, _ = report_sheets(tmp_path)
    text = half.read_text("utf-8")
    values = {
        "co_quy_che": "có",
        "da_hoi_nghi": "có",
        "co_ban_thanh_tra": "có",
        "tu_xep_loai": "Khá",
    }
    head, _, rest = text.partition("# chi_tieu:\n")
    table, mark, tail = rest.partition("# cung_ky:")
    figures = re.sub(
        "^# (  ([a-z_]+):)", lambda m: f"{m[1]} {values.get(m[2], '7')}", table, flags=re.MULTILINE
    )
    half.write_text(f"{head}chi_tieu:\n{figures}{mark}{tail}", "utf-8")
    done = docgen("validate", cwd=tmp_path / "moi")
    (data,) = (
        data for key, data in load_workspace(tmp_path / "moi").data.items() if key.ma == "6-thang"
    )

    assert ", 0 lỗi," in done.stderr, done.stdout
    assert "figures-missing" not in done.stdout
    assert data.value.chi_tieu.don_tiep_nhan == 7  # type: ignore[attr-defined]


def talk(folder: Path, answers: str) -> tuple[int, str]:
    """Answer the questions of ``init --new --year 2026`` on a terminal."""
    import pty  # noqa: PLC0415

    ours, theirs = pty.openpty()
    command = [sys.executable, "-m", "docgen", "init", "moi", "--new", "--year", "2026"]
    env = {**os.environ, "PYTHONPATH": str(ROOT)}
    with subprocess.Popen(
        command, stdin=theirs, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
        cwd=folder, env=env, encoding="utf-8",
    ) as process:  # fmt: skip
        os.close(theirs)
        os.write(ours, answers.encode("utf-8"))
        said = process.communicate()[0]
    os.close(ours)
    return process.returncode, said


terminal = pytest.mark.skipif(os.name == "nt", reason="màn hình lệnh giả có ở Unix")


@terminal
def test_on_a_terminal_what_is_missing_is_asked(tmp_path: Path) -> None:
    code, said = talk(tmp_path, "phường Cầu Đất\n\nTP Hải Phòng\n")

    assert code == 0, said
    assert "Tên đơn vị (ví dụ: phường Cầu Đất, Phòng Nội vụ): " in said
    assert "Loại đơn vị [ubnd-phuong]: " in said
    assert "ubnd-quan" not in said
    assert "cấp trên trực tiếp (ví dụ: thành phố Hải Phòng): " in said
    assert (tmp_path / "moi" / "data" / "don_vi" / "thanh-pho-hai-phong.yaml").is_file()


@terminal
def test_an_empty_answer_is_told_what_is_expected(tmp_path: Path) -> None:
    code, said = talk(tmp_path, "\nphường Cầu Đất\n\ntỉnh A\n")

    assert code == 0, said
    assert "chưa có câu trả lời; hãy gõ tên của đơn vị, ví dụ phường Cầu Đất rồi Enter" in said


@terminal
def test_a_kind_may_be_chosen_by_number_and_a_bare_name_is_asked_again(tmp_path: Path) -> None:
    answers = ["phường Cầu Đất", "UBND cấp xã", "Hải Phòng", "1", "thành phố Hải Phòng", ""]
    code, said = talk(tmp_path, "\n".join(answers))

    assert code == 0, said
    assert "   1. ubnd-tinh            UBND tỉnh" in said
    assert "“Hải Phòng” chưa dùng được: viết cả cấp" in said
    assert "thanh-pho-hai-phong" in load_workspace(tmp_path / "moi").units


STRUCK = """
import os, signal, sys
import docgen.begin.settle as settle

signal.signal(signal.SIGHUP, signal.SIG_DFL)  # a suite that runs under nohup ignores it
number, blow, put = int(sys.argv.pop(1)), int(sys.argv.pop(1)), settle._put
left = [number]

def strike(*words):
    put(*words)
    left[0] -= 1
    if left[0] == 0:
        os.kill(os.getpid(), blow)

settle._put = strike
from docgen.commands import main
main()
"""


@pytest.mark.skipif(os.name == "nt", reason="signals of Unix")
@pytest.mark.parametrize("blow", ["SIGTERM", "SIGHUP", "SIGINT"])
@pytest.mark.parametrize("number", [1, 5, 20])
def test_who_breaks_off_leaves_nothing(blow: str, number: int, tmp_path: Path) -> None:
    struck = int(getattr(signal, blow))
    words = [str(number), str(struck), "init", "moi", "--new", *WARD]
    done = subprocess.run(
        [sys.executable, "-c", STRUCK, *words],
        cwd=tmp_path, env={**os.environ, "PYTHONPATH": str(ROOT)}, capture_output=True, check=False,
    )  # fmt: skip

    assert done.returncode == (130 if blow == "SIGINT" else 128 + struck)
    assert b"Traceback" not in done.stderr
    assert list(tmp_path.iterdir()) == []


@pytest.mark.skipif(os.name == "nt", reason="tên và cách đặt trong ngoặc của Unix")
@pytest.mark.parametrize("folder", ["-a b", "thử", "nó'đây", "a$HOME", "thư mục/con"])
def test_the_line_with_cd_leads_into_the_folder(folder: str, docgen: Run, tmp_path: Path) -> None:
    said = docgen("init", "--", folder, cwd=tmp_path).stdout.splitlines()[1]
    done = subprocess.run(
        ["sh", "-c", f"{said} && pwd"], cwd=tmp_path, capture_output=True, encoding="utf-8", check=True
    )  # fmt: skip

    assert done.stdout.strip() == str(tmp_path / folder)


def test_the_next_command_is_told_as_the_user_runs_it(tmp_path: Path) -> None:
    launcher = Path(os.path.relpath(ROOT / "cli.py", tmp_path))
    done = subprocess.run(
        [sys.executable, str(launcher), "init", "thu"],
        cwd=tmp_path, capture_output=True, encoding="utf-8", check=True,
    )  # fmt: skip
    told = done.stdout.splitlines()[-1].split()
    python, path = ("python" if os.name == "nt" else "python3"), Path(told[1])

    assert told[0] == python
    assert not path.is_absolute()
    assert (tmp_path / "thu" / path).resolve() == ROOT / "cli.py"
    assert told[2:] == ["plan", "--unit", "phuong-cau-dat"]


def test_one_that_the_launcher_handed_over_is_told_likewise(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(sys, "prefix", str(ROOT / ".venv"))
    monkeypatch.setattr(sys, "orig_argv", ["python", "-P", "-m", "docgen", "init", "thu"])
    handed_over = program(tmp_path)
    monkeypatch.setattr(sys, "orig_argv", [str(ROOT / ".venv" / "bin" / "docgen"), "init", "thu"])

    assert handed_over.endswith("cli.py")
    assert program(tmp_path) == "docgen"


def test_help_is_vietnamese_with_an_example(docgen: Run, tmp_path: Path) -> None:
    for verb in ("init", "doctor", "completion", "plan"):
        done = docgen(verb, "--help", cwd=tmp_path if verb != "plan" else ROOT)
        assert done.returncode == 0
        assert f"Ví dụ: docgen {verb}" in done.stdout
        assert "Hiện hướng dẫn này rồi thoát." in done.stdout
