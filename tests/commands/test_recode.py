"""``docgen recode``: old encodings become UTF-8, the old file is kept, doubt changes nothing."""

from __future__ import annotations

import os
import subprocess
import unicodedata
from collections.abc import Callable
from pathlib import Path

import pytest

from docgen.errors import CannotWriteError
from docgen.load import recoding
from docgen.load.recoding import rewrite

Run = Callable[..., "subprocess.CompletedProcess[str]"]

TEXT = "# Phường\nten: Ủy ban nhân dân phường Cầu Đất\nghi_chu: “gồm” a – b\n"
TCVN3 = "loai: ubnd-phuong\nten: phường Cầu Đất\n"
CP1258 = b"ten: Ph\xfd\xf5\xccng C\xe2\xccu \xd0\xe2\xect\r\nso: 1\r\n"
PASTED = "loai: ubnd-phuong\nten: ph­êng CÇu §Êt\n"


@pytest.mark.parametrize(
    ("data", "encoding", "text"),
    [
        (TEXT.encode("utf-16"), "UTF-16", TEXT),
        (TEXT.encode("utf-16-le"), "UTF-16", TEXT),
        (unicodedata.normalize("NFD", TEXT).encode("utf-16-be"), "UTF-16", TEXT),
        (TEXT.encode("utf-32"), "UTF-32", TEXT),
        (CP1258, "Windows-1258", "ten: Phường Cầu Đất\r\nso: 1\r\n"),
        (PASTED.encode("cp1252"), "TCVN3 (.VnTime)", TCVN3),
        (PASTED.encode(), "TCVN3 (.VnTime)", TCVN3),
        ("# Đúng\nten: ph­êng CÇu §Êt\nx: là\n".encode(), "TCVN3 (.VnTime)",
         "# Đúng\nten: phường Cầu Đất\nx: là\n"),
        ("ten: phöôøng Caàu Ñaát\n".encode(), "VNI", "ten: phường Cầu Đất\n"),
        (TEXT.encode().decode("latin-1").encode(), "UTF-8 bị đọc nhầm", TEXT),
    ],
    ids=["utf-16", "utf-16-le", "utf-16-be", "utf-32", "windows-1258", "tcvn3", "tcvn3 pasted",
         "tcvn3 in one line", "vni pasted", "utf-8 twice"],
)  # fmt: skip
def test_a_file_becomes_utf_8_and_the_old_one_is_kept(
    docgen: Run, tmp_path: Path, data: bytes, encoding: str, text: str
) -> None:
    path = tmp_path / "a.yaml"
    path.write_bytes(data)
    done = docgen("recode", "a.yaml", cwd=tmp_path)

    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == (f"a.yaml: đã chuyển từ {encoding} sang UTF-8, tệp cũ giữ ở a.yaml.bak\n")
    assert path.read_bytes() == text.encode()
    assert (tmp_path / "a.yaml.bak").read_bytes() == data
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.yaml", "a.yaml.bak"]


@pytest.mark.parametrize(
    "data",
    [TEXT.encode(), b"", b"a: b\r\n", b"\xef\xbb\xbf" + TEXT.encode(), "élève, 5 °C".encode()],
)
def test_a_file_in_order_is_left_alone(docgen: Run, tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "a.yaml"
    path.write_bytes(data)
    done = docgen("recode", "a.yaml", cwd=tmp_path)

    assert (done.returncode, done.stdout) == (0, "a.yaml: đã là UTF-8, để nguyên\n")
    assert path.read_bytes() == data
    assert [path.name for path in tmp_path.iterdir()] == ["a.yaml"]


def test_no_kept_file_is_ever_written_over(docgen: Run, tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    for kept in ("a.yaml.bak", "a.yaml.bak2", "a.yaml.bak3"):
        path.write_text(f"{PASTED}# {kept}\n", "utf-8")
        assert f"giữ ở {kept}\n" in docgen("recode", "a.yaml", cwd=tmp_path).stdout

    for kept in ("a.yaml.bak", "a.yaml.bak2", "a.yaml.bak3"):
        assert (tmp_path / kept).read_text("utf-8") == f"{PASTED}# {kept}\n"


def test_a_dry_run_shows_the_first_lines_and_writes_nothing(docgen: Run, tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    path.write_text("loai: phong\n" + "ten: ph­êng CÇu §Êt\n" * 7, "utf-8")
    before = path.read_bytes()
    done = docgen("recode", "-n", "a.yaml", cwd=tmp_path)

    assert done.returncode == 0
    assert done.stdout.startswith(
        "a.yaml: sẽ chuyển từ TCVN3 (.VnTime) sang UTF-8\n"
        "    2 | ten: ph­êng CÇu §Êt\n"
        "    → | ten: phường Cầu Đất\n"
        "    3 | "
    )
    assert done.stdout.endswith("      … và 2 dòng nữa\n")
    assert path.read_bytes() == before
    assert [path.name for path in tmp_path.iterdir()] == ["a.yaml"]


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (b"ten: Ph\xf2ng\n", "không rõ tệp dùng bảng mã nào, hãy thêm --from"),
        ("ten: Hôtel de l'été".encode("latin-1"), "không rõ tệp dùng bảng mã nào"),
        ("a: b\nten: Cầu Đất\n".encode() + b"x: \xad\xea\n", "tệp là UTF-8 nhưng dòng 3 lẫn bảng mã khác"),
        (b"PK\x03\x04 word/document.xml", "tệp này không phải YAML mà là tệp Word (.docx)"),
        ("ten: ph­êng CÇu §Êt, Hà\nb: m¸y chñ\n".encode("cp1252"),
         "dòng 1 có chữ không thuộc bảng mã TCVN3"),
    ],
    ids=["ambiguous", "french", "mixed", "word", "lost"],
)  # fmt: skip
def test_a_file_in_doubt_is_refused_and_not_touched(
    docgen: Run, tmp_path: Path, data: bytes, told: str
) -> None:
    path = tmp_path / "a.yaml"
    path.write_bytes(data)
    done = docgen("recode", "a.yaml", cwd=tmp_path)

    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.startswith(f"lỗi: Không chuyển a.yaml: {told}")
    assert done.stderr.endswith("[cannot-recode]\n")
    assert path.read_bytes() == data
    assert [path.name for path in tmp_path.iterdir()] == ["a.yaml"]


def test_the_owner_may_say_which_encoding_it_is(docgen: Run, tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    path.write_bytes(b"ten: Ph\xdfng\n")
    assert docgen("recode", "--from", "tcvn3", "a.yaml", cwd=tmp_path).returncode == 0
    assert path.read_text("utf-8") == "ten: Phòng\n"
    path.write_text("ten: Phßng\n", "utf-8")
    assert docgen("recode", "--from", "tcvn3", "a.yaml", cwd=tmp_path).returncode == 0
    assert path.read_text("utf-8") == "ten: Phòng\n"


def test_one_refused_file_stops_no_other(docgen: Run, tmp_path: Path) -> None:
    for name, data in (("a.yaml", b"ten: Ph\xf2ng"), ("b.yaml", CP1258), ("c.yaml", b"a: b")):
        (tmp_path / name).write_bytes(data)
    done = docgen("recode", "a.yaml", "b.yaml", "c.yaml", cwd=tmp_path)

    assert done.returncode == 1
    assert [line.split(":")[0] for line in done.stdout.splitlines()] == ["b.yaml", "c.yaml"]
    assert done.stderr.count("lỗi:") == 1


@pytest.mark.parametrize("arguments", [[], ["khong-co.yaml"], ["."], ["--from", "x", "a.yaml"]])
def test_wrong_use_exits_with_2(docgen: Run, tmp_path: Path, arguments: list[str]) -> None:
    (tmp_path / "a.yaml").write_bytes(b"")
    assert docgen("recode", *arguments, cwd=tmp_path).returncode == 2


def test_a_link_stays_a_link_and_the_mode_stays(docgen: Run, tmp_path: Path) -> None:
    real, link = tmp_path / "that.yaml", tmp_path / "a.yaml"
    real.write_bytes(CP1258)
    real.chmod(0o640)
    link.symlink_to(real.name)
    assert docgen("recode", "a.yaml", cwd=tmp_path).returncode == 0

    assert link.is_symlink()
    assert "Phường" in real.read_text("utf-8")
    assert real.stat().st_mode & 0o777 == 0o640


def test_a_full_disk_leaves_the_file_as_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.yaml"
    path.write_bytes(CP1258)

    def full(*_: object) -> None:
        raise OSError(28, os.strerror(28))

    monkeypatch.setattr(recoding, "_keep", full)
    with pytest.raises(CannotWriteError, match="ổ đĩa đầy"):
        rewrite(path, "ten: x")
    assert path.read_bytes() == CP1258
    assert [path.name for path in tmp_path.iterdir()] == ["a.yaml"]


def test_a_recoded_file_is_in_order_for_validate(docgen: Run, workspace: Path) -> None:
    path = workspace / "data" / "don_vi" / "phuong-cau-dat.yaml"
    path.write_bytes(path.read_text("utf-8").encode("utf-16"))
    name = path.relative_to(workspace).as_posix()
    reminded = docgen("validate", cwd=workspace)
    assert reminded.returncode == 0
    assert f"{name}:1:1: nhắc: Tệp được lưu bằng UTF-16" in reminded.stdout
    assert docgen("recode", name, cwd=workspace).returncode == 0
    assert name not in docgen("validate", cwd=workspace).stdout


@pytest.mark.parametrize("encoding", ["tcvn3", "vni", "windows-1258"])
@pytest.mark.parametrize(
    "text", ["ten: «abc»; §1\n", "ten: Toán, hoà\n", "# Đúng\nten: «abc»; §1\n", "a: km², 5 °C\n"]
)
def test_a_right_file_stays_as_it_is_whatever_its_owner_says(
    docgen: Run, tmp_path: Path, text: str, encoding: str
) -> None:
    path = tmp_path / "a.yaml"
    path.write_bytes(text.encode())
    done = docgen("recode", "--from", encoding, "a.yaml", cwd=tmp_path)

    assert (done.returncode, done.stdout) == (0, "a.yaml: đã là UTF-8, để nguyên\n")
    assert path.read_bytes() == text.encode()


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("a: «abc»; §1\nten: ph\xadêng CÇu §Êt\n", 1),
        ("ten: ph\xadêng CÇu §Êt\na: Toán\n", 2),
        ("ten: Hôtel de l'été dû\n", 1),
    ],
)
def test_a_line_that_may_be_right_is_in_doubt(
    docgen: Run, tmp_path: Path, text: str, line: int
) -> None:
    path = tmp_path / "a.yaml"
    path.write_bytes(text.encode())
    done = docgen("recode", "--from", "tcvn3", "a.yaml", cwd=tmp_path)

    assert done.returncode == 1
    assert f"dòng {line} có thể đã đúng" in done.stderr
    assert path.read_bytes() == text.encode()
