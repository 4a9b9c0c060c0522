"""Documents on disk: aside and renamed, never over a person's work."""

from __future__ import annotations

import errno
import json
import os
import subprocess
import sys
import zipfile
from io import BytesIO
from pathlib import Path
from typing import IO

import pytest

import docgen.write
from docgen.errors import CannotWriteError, ChangedByHandError
from docgen.write import MANIFEST, check_free, write

ROOT = Path(__file__).resolve().parents[1]
OLD = (2020, 1, 1, 0, 0, 0)


def package(text: str, level: int = 6, date: tuple[int, int, int, int, int, int] = OLD) -> bytes:
    """Return a small package; *level* and *date* change its bytes, not its parts."""
    file = BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED, compresslevel=level) as parts:
        for name in ("[Content_Types].xml", "word/document.xml"):
            parts.writestr(zipfile.ZipInfo(name, date), text * 50, zipfile.ZIP_DEFLATED, level)
    return file.getvalue()


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "2025" / "phuong-cau-dat" / "ke-hoach.docx"


def files(path: Path) -> list[str]:
    return sorted(file.name for file in path.parent.iterdir())


def test_a_new_document_is_written_with_its_folders_and_a_manifest(path: Path) -> None:
    assert write(path, package("a")).state == "mới"
    assert path.read_bytes() == package("a")
    assert files(path) == [MANIFEST, "ke-hoach.docx"]


def test_a_document_that_changed_is_replaced(path: Path) -> None:
    write(path, package("a"))

    assert write(path, package("b")).state == "thay"
    assert path.read_bytes() == package("b")
    assert files(path) == [MANIFEST, "ke-hoach.docx"]


def test_an_unchanged_document_is_not_touched(path: Path) -> None:
    write(path, package("a"))
    before = {name: (path.parent / name).stat() for name in files(path)}

    assert write(path, package("a", level=1)).state == "không đổi"
    after = {name: (path.parent / name).stat() for name in files(path)}
    assert {name: (s.st_mtime_ns, s.st_ino) for name, s in before.items()} == {
        name: (s.st_mtime_ns, s.st_ino) for name, s in after.items()
    }


def test_the_same_parts_in_other_bytes_are_not_a_change_by_hand(path: Path) -> None:
    write(path, package("a"))
    resaved = package("a", level=1, date=(2026, 11, 22, 8, 0, 0))
    assert resaved != package("a")
    path.write_bytes(resaved)

    check_free(path)
    assert write(path, package("b")).state == "thay"


def test_a_document_that_a_person_changed_is_left_alone(path: Path) -> None:
    write(path, package("a"))
    path.write_bytes(package("sửa tay"))

    with pytest.raises(ChangedByHandError, match=r"ke-hoach\.docx"):
        write(path, package("b"))
    with pytest.raises(ChangedByHandError):
        check_free(path)
    assert path.read_bytes() == package("sửa tay")
    assert files(path) == [MANIFEST, "ke-hoach.docx"]


def test_a_file_that_docgen_did_not_write_is_left_alone(path: Path) -> None:
    path.parent.mkdir(parents=True)
    path.write_bytes(b"ghi ch\xc3\xa9p")

    with pytest.raises(ChangedByHandError):
        write(path, package("a"))
    assert path.read_bytes() == b"ghi ch\xc3\xa9p"


def test_the_same_document_that_docgen_has_no_record_of_becomes_its_own(path: Path) -> None:
    path.parent.mkdir(parents=True)
    path.write_bytes(package("a"))

    assert write(path, package("a")).state == "không đổi"
    assert write(path, package("b")).state == "thay"


def test_force_keeps_every_version_of_a_person(path: Path) -> None:
    write(path, package("a"))
    kept = []
    for words in ("sửa một", "sửa hai", "sửa ba"):
        path.write_bytes(package(words))
        kept.append(write(path, package("b"), force=True).kept)

    names = ["ke-hoach.docx.bak", "ke-hoach.docx.bak2", "ke-hoach.docx.bak3"]
    assert kept == [path.parent / name for name in names]
    assert [file.read_bytes() for file in kept if file] == [
        package("sửa một"), package("sửa hai"), package("sửa ba"),
    ]  # fmt: skip
    assert path.read_bytes() == package("b")
    assert files(path) == [MANIFEST, "ke-hoach.docx", *names]


def test_force_keeps_no_copy_of_what_docgen_wrote_itself(path: Path) -> None:
    write(path, package("a"))

    assert write(path, package("b"), force=True).kept is None
    assert files(path) == [MANIFEST, "ke-hoach.docx"]


def test_two_documents_of_a_folder_know_nothing_of_each_other(path: Path) -> None:
    other = path.with_name("bao-cao.docx")
    write(path, package("a"))
    write(other, package("b"))
    other.write_bytes(package("sửa tay"))

    assert write(path, package("c")).state == "thay"
    with pytest.raises(ChangedByHandError):
        write(other, package("d"))


@pytest.mark.parametrize(
    "broken", [b"PK\x03\x04", b"\xd0\xcf\x11\xe0", b"", b"PK\x05\x06" + b"\0" * 18]
)
def test_a_file_that_is_no_package_any_more_counts_as_changed(path: Path, broken: bytes) -> None:
    write(path, package("a"))
    path.write_bytes(broken)

    with pytest.raises(ChangedByHandError):
        write(path, package("b"))


def test_a_package_with_spoilt_bytes_counts_as_changed(path: Path) -> None:
    write(path, package("a"))
    data = bytearray(path.read_bytes())
    data[30 + len("[Content_Types].xml")] = 0x07  # no such kind of block: deflate gives up
    path.write_bytes(bytes(data))

    with pytest.raises(ChangedByHandError):
        write(path, package("b"))


@pytest.mark.parametrize(
    "manifest",
    [
        "", "không phải JSON", "[]", "null", '"a"', '{"ke-hoach.docx": "abc"}',
        '{"ke-hoach.docx": null}', '{"ke-hoach.docx": 5}', '{"ke-hoach.docx": [1, null]}',
        '{"ke-hoach.docx": {}}',
    ],
)  # fmt: skip
def test_a_spoilt_manifest_makes_a_file_a_strangers_and_breaks_nothing(
    path: Path, manifest: str
) -> None:
    write(path, package("a"))
    (path.parent / MANIFEST).write_text(manifest, "utf-8")

    with pytest.raises(ChangedByHandError):
        write(path, package("b"))
    assert write(path, package("a")).state == "không đổi"
    assert write(path, package("b")).state == "thay"


def test_a_manifest_in_another_encoding_breaks_nothing(path: Path) -> None:
    write(path, package("a"))
    (path.parent / MANIFEST).write_bytes("{“".encode("utf-16"))

    assert write(path, package("a")).state == "không đổi"
    assert list(json.loads((path.parent / MANIFEST).read_text("utf-8"))) == ["ke-hoach.docx"]


# Killed in the middle

KILLED = """
import os, sys
from pathlib import Path
sys.path.insert(0, {root!r})
from docgen.write import write

replace, left = Path.replace, int(sys.argv[3])

def dying(self, target):
    global left
    left -= 1
    if left < 0:
        os._exit(9)
    return replace(self, target)

Path.replace = dying
write(Path(sys.argv[1]), Path(sys.argv[2]).read_bytes(), force=len(sys.argv) > 4)
"""


@pytest.mark.parametrize(
    "before, renames",
    [
        *(("nothing", renames) for renames in range(2)),
        *(("a document", renames) for renames in range(3)),
        *(("a change by hand", renames) for renames in range(4)),
    ],
)
def test_whatever_is_killed_when_the_next_run_succeeds(
    path: Path, tmp_path: Path, before: str, renames: int
) -> None:
    if before != "nothing":
        write(path, package("a"))
    force = ["force"] if before == "a change by hand" else []
    if force:
        path.write_bytes(package("sửa tay"))
    (tmp_path / "new").write_bytes(package("b"))
    program = [sys.executable, "-c", KILLED.format(root=str(ROOT))]
    command = [*program, str(path), str(tmp_path / "new"), str(renames), *force]
    assert subprocess.run(command, check=False).returncode == 9

    write(path, package("b"), force=bool(force))
    assert path.read_bytes() == package("b")
    if force:
        assert path.with_name("ke-hoach.docx.bak").read_bytes() == package("sửa tay")


# What the operating system refuses


def test_a_file_that_is_open_in_word_is_told_and_nothing_is_left(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(path, package("a"))
    replace = Path.replace

    def locked(self: Path, target: Path) -> Path:
        if target.suffix == ".docx":
            raise PermissionError(13, "The process cannot access the file")
        return replace(self, target)

    monkeypatch.setattr(Path, "replace", locked)
    with pytest.raises(CannotWriteError) as caught:
        write(path, package("b"))
    monkeypatch.undo()

    assert "ke-hoach.docx (không được phép)" in str(caught.value)
    assert "Nếu tệp đang mở trong Word, hãy đóng lại" in str(caught.value)
    assert files(path) == [MANIFEST, "ke-hoach.docx"]
    assert path.read_bytes() == package("a")
    assert write(path, package("b")).state == "thay"


@pytest.mark.skipif(
    not Path("/proc/self").exists(), reason="cần một thư mục mà root cũng không ghi được"
)
def test_a_folder_where_nothing_can_be_written_is_told() -> None:
    with pytest.raises(CannotWriteError, match=r"/proc/docgen/ke-hoach\.docx"):
        write(Path("/proc/docgen/ke-hoach.docx"), package("a"))


def test_a_folder_in_the_place_of_the_file_is_told(path: Path) -> None:
    path.mkdir(parents=True)

    for refused in (lambda: write(path, package("a")), lambda: check_free(path)):
        with pytest.raises(CannotWriteError, match="đây là thư mục"):
            refused()
    assert files(path) == ["ke-hoach.docx"]


def test_a_file_in_the_place_of_the_folder_is_told(path: Path) -> None:
    path.parent.parent.mkdir(parents=True)
    path.parent.write_bytes(b"")

    with pytest.raises(CannotWriteError, match="tệp nằm ở chỗ phải là thư mục"):
        write(path, package("a"))


def test_a_disk_that_is_full_is_told_and_nothing_is_left(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(path, package("a"))
    write_bytes = Path.write_bytes

    def full(self: Path, data: bytes) -> int:
        write_bytes(self, data[:10])
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "write_bytes", full)
    with pytest.raises(CannotWriteError, match="ổ đĩa đầy"):
        write(path, package("b"))
    monkeypatch.undo()

    assert files(path) == [MANIFEST, "ke-hoach.docx"]
    assert path.read_bytes() == package("a")


# Two runs of docgen at once

WRITER = """
import sys, time
from pathlib import Path
import docgen.write
from docgen.write import write

quick = docgen.write._replace

def replace(path, data):  # as on a slow disk, so that the others come in between
    time.sleep(0.002)
    quick(path, data)

docgen.write._replace = replace
folder, name = Path(sys.argv[1]), sys.argv[2]
print("sẵn sàng", flush=True)
sys.stdin.readline()
for number in range(30):
    write(folder / f"{name}-{number}.docx", f"{name} {number}".encode())
"""


def start(*arguments: str) -> subprocess.Popen[bytes]:
    env = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONIOENCODING": "utf-8"}
    return subprocess.Popen(
        [sys.executable, *arguments], stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=env
    )


def test_processes_that_write_for_one_unit_lose_nothing_of_the_manifest(path: Path) -> None:
    writers = [start("-c", WRITER, str(path.parent), name) for name in "abc"]
    for writer in writers:
        assert writer.stdout
        writer.stdout.readline()
    for writer in writers:  # all begin, then all are waited for
        assert writer.stdin
        writer.stdin.write(b"\n")
        writer.stdin.flush()
    for writer in writers:
        writer.communicate()

    assert [writer.returncode for writer in writers] == [0, 0, 0]
    wanted = {f"{name}-{number}.docx" for name in "abc" for number in range(30)}
    assert set(json.loads((path.parent / MANIFEST).read_text("utf-8"))) == wanted
    assert set(files(path)) == {*wanted, MANIFEST}


def test_a_lock_file_left_behind_holds_up_nobody(path: Path) -> None:
    path.parent.mkdir(parents=True)
    (path.parent / f"{MANIFEST}.lock").touch()

    assert write(path, package("a")).state == "mới"
    assert files(path) == [MANIFEST, "ke-hoach.docx"]


def test_where_no_lock_can_be_had_documents_are_written_all_the_same(path: Path) -> None:
    (path.parent / f"{MANIFEST}.lock").mkdir(parents=True)

    assert write(path, package("a")).state == "mới"


def test_a_folder_without_locks_is_written_all_the_same(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise OSError(errno.ENOLCK, "no locks")  # as some network shares do

    monkeypatch.setattr("docgen.write._grab", refuse)

    assert write(path, package("a")).state == "mới"


def test_a_lock_that_another_run_removed_meanwhile_is_taken_anew(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path.parent.mkdir(parents=True)
    lock = path.parent / f"{MANIFEST}.lock"
    grab = docgen.write._grab
    removed: list[Path] = []

    def grab_late(file: IO[bytes]) -> None:
        if not removed:
            lock.unlink()
            removed.append(lock)
        grab(file)

    monkeypatch.setattr("docgen.write._grab", grab_late)
    with docgen.write._alone(path):
        assert removed
        assert lock.exists()  # else the next run would lock a file of its own


HOLDER = """
import sys
from pathlib import Path
from docgen.write import _alone

with _alone(Path(sys.argv[1])):
    print("giữ", flush=True)
    sys.stdin.readline()
"""


def test_a_run_waits_for_another_and_says_so_if_that_never_ends(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path.parent.mkdir(parents=True)
    holder = start("-c", HOLDER, str(path))
    assert holder.stdout
    holder.stdout.readline()
    monkeypatch.setattr("docgen.write.PATIENCE", 0.05)
    with pytest.raises(CannotWriteError, match="một lệnh docgen khác đang ghi"):
        write(path, package("a"))
    holder.kill()  # the system lets go of its lock
    holder.communicate()

    assert write(path, package("a")).state == "mới"
