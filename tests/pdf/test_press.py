"""Orders through outside programs that hang, crash and lie."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from docgen.pdf import Made, Order, Press, Program
from tests.pdf.fakes import calls, docx, pdf, program

ROOT = Path(__file__).resolve().parents[2]
Printing = Callable[..., list[Made]]
BAD = docx("tệp này XẤU, được giữ lại")


@pytest.fixture
def printing(tmp_path: Path) -> Printing:
    """Return ``printing(body, documents, **press)``: what became of documents 0.docx, 1.docx …"""

    def run(
        body: str, documents: Sequence[bytes], result: bytes | None = None, **press: Any
    ) -> list[Made]:
        path = program(tmp_path / "bin", body, result)
        orders = []
        for number, data in enumerate(documents):
            source = tmp_path / f"{number}.docx"
            source.write_bytes(data)
            orders.append(Order(source, source.with_suffix(".pdf")))
        press = {"processes": 1, "patience": 20.0, **press}
        return Press(program=Program("libreoffice", (str(path),)), **press).run(orders)

    return run


def told(made: Sequence[Made]) -> list[str]:
    return [
        one.error.code if one.error else one.written.state if one.written else "?" for one in made
    ]


def left_behind(folder: Path) -> list[str]:
    """Return what is neither a document, a PDF nor the manifest."""
    known = (".docx", ".pdf", ".json")
    return [path.name for path in folder.iterdir() if path.is_file() and path.suffix not in known]


def test_all_go_through_one_start(printing: Printing, tmp_path: Path) -> None:
    made = printing("put(good)", [docx(f"được {n}") for n in range(9)])

    assert told(made) == ["mới"] * 9
    assert [one.pages for one in made] == [1] * 9
    assert calls(tmp_path / "bin") == [9]
    assert not left_behind(tmp_path)


def test_several_programs_share_the_work_evenly(printing: Printing, tmp_path: Path) -> None:
    made = printing("put(good)", [docx(f"được {n}") for n in range(9)], processes=3)

    assert told(made) == ["mới"] * 9
    assert calls(tmp_path / "bin") == [3, 3, 3]


@pytest.mark.parametrize(
    "body, code",
    [
        ("if 'XẤU' in text: sys.exit(1)\nput(good)", "pdf-failed"),
        ("if 'XẤU' in text: os.kill(os.getpid(), 11)\nput(good)", "pdf-failed"),
        ("if 'XẤU' not in text: put(good)", "pdf-failed"),
        ("put(b'' if 'XẤU' in text else good)", "pdf-failed"),
        ("put(b'<html>' if 'XẤU' in text else good)", "pdf-failed"),
        ("put(good[:300] if 'XẤU' in text else good)", "pdf-failed"),
    ],
    ids=["ends", "crashes", "lies", "empty", "html", "cut"],
)
def test_one_bad_document_does_not_sink_the_others(
    body: str, code: str, printing: Printing, tmp_path: Path
) -> None:
    made = printing(body, [docx("được một"), BAD, docx("được hai"), docx("được ba")])

    assert told(made) == ["mới", code, "mới", "mới"]
    assert not (tmp_path / "1.pdf").exists()
    assert not left_behind(tmp_path)


@pytest.mark.parametrize(
    "result, code, words",
    [
        (pdf(pages=0), "pdf-failed", "không có trang nào"),
        (pdf(worded=False), "pdf-failed", "không có chữ nào"),
        (pdf({"DejaVuSerif": "ưđ"}), "pdf-font", "không có phông Times New Roman"),
        (pdf(embedded=False), "pdf-font", "không nằm trong tệp"),
    ],
)
def test_what_comes_out_is_looked_at(
    result: bytes, code: str, words: str, printing: Printing, tmp_path: Path
) -> None:
    made = printing("put(good)", [docx()], result)

    assert told(made) == [code]
    assert words in str(made[0].error)
    assert not (tmp_path / "0.pdf").exists()


def test_a_plain_pdf_is_not_taken_for_an_archive(printing: Printing) -> None:
    assert told(printing("put(good)", [docx()], pdf(archive="1B"), archive=True)) == ["pdf-failed"]
    assert told(printing("put(good)", [docx()], pdf(archive="2B"), archive=True)) == ["mới"]


def test_a_program_that_hangs_is_ended_with_its_children(
    printing: Printing, tmp_path: Path
) -> None:
    body = (
        "if 'XẤU' in text:\n"
        f"    child = subprocess.Popen(['sleep', '300'])\n"
        f"    Path({str(tmp_path / 'pids')!r}).open('a').write(f'{{os.getpid()}} {{child.pid}} ')\n"
        "    time.sleep(300)\n"
        "put(good)"
    )
    begun = time.monotonic()
    made = printing(body, [docx("được một"), BAD, docx("được hai")], patience=1.0)

    assert told(made) == ["mới", "pdf-timeout", "mới"]
    assert "--timeout" in str(made[1].error)
    assert time.monotonic() - begun < 200
    pids = (tmp_path / "pids").read_text().split()
    assert len(pids) == 4  # in the batch and alone
    for pid in pids:
        assert not _runs(int(pid)), pid


def _runs(pid: int) -> bool:
    """Tell whether a process runs; one that has ended and that nobody has buried does not."""
    stat = Path(f"/proc/{pid}/stat")
    for _ in range(40):
        if not stat.exists() or stat.read_text().rpartition(")")[2].split()[0] == "Z":
            return False
        time.sleep(0.05)
    return True


def test_a_program_that_cannot_work_at_all_is_not_tried_for_ever(
    printing: Printing, tmp_path: Path
) -> None:
    body = "sys.stderr.write('libxyz.so: cannot open shared object file\\n')\nsys.exit(127)"
    made = printing(body, [docx(f"được {n}") for n in range(12)])

    assert told(made) == ["pdf-failed"] * 12
    assert "libxyz.so: cannot open" in str(made[0].error)
    assert calls(tmp_path / "bin") == [12, 1, 1, 1]


def test_a_pdf_of_the_same_document_is_left_alone(printing: Printing, tmp_path: Path) -> None:
    first, other = docx("được một"), docx("được hai")
    printing("put(good)", [first, other])
    before = [(tmp_path / f"{n}.pdf").stat().st_mtime_ns for n in (0, 1)]
    made = printing("put(good)", [first, docx("được ba")])

    assert told(made) == ["không đổi", "thay"]
    assert (tmp_path / "0.pdf").stat().st_mtime_ns == before[0]
    assert calls(tmp_path / "bin") == [2, 1]


def test_an_archive_is_a_pdf_too_but_not_the_other_way_round(printing: Printing) -> None:
    archive = pdf(archive="2B")

    assert told(printing("put(good)", [docx()], archive)) == ["mới"]
    assert told(printing("put(good)", [docx()], archive, archive=True)) == ["thay"]
    assert told(printing("put(good)", [docx()], archive)) == ["không đổi"]


def test_a_pdf_changed_by_a_person_is_kept(printing: Printing, tmp_path: Path) -> None:
    printing("put(good)", [docx("được một")])
    path = tmp_path / "0.pdf"
    path.write_bytes(path.read_bytes() + b"% signed\n%%EOF\n")
    signed = path.read_bytes()

    assert told(printing("put(good)", [docx("được một")])) == ["không đổi"]
    assert told(printing("put(good)", [docx("được hai")])) == ["changed-by-hand"]
    assert path.read_bytes() == signed
    made = printing("put(good)", [docx("được hai")], force=True)
    assert told(made) == ["thay"]
    assert made[0].written
    assert made[0].written.kept == tmp_path / "0.pdf.bak"
    assert (tmp_path / "0.pdf.bak").read_bytes() == signed


def test_a_dry_run_starts_no_program(printing: Printing, tmp_path: Path) -> None:
    made = printing("put(good)", [docx(), b"hong"], dry_run=True)

    assert told(made) == ["sẽ ghi", "not-docx"]
    assert calls(tmp_path / "bin") == []
    assert not (tmp_path / "0.pdf").exists()


def test_the_date_is_the_documents_or_the_one_given(printing: Printing, tmp_path: Path) -> None:
    dated = docx(modified="2025-02-10T00:00:00Z")
    printing("put(good)", [docx(), dated])

    assert b"(D:19800101000000+00'00')" in (tmp_path / "0.pdf").read_bytes()
    assert b"(D:20250210000000+00'00')" in (tmp_path / "1.pdf").read_bytes()
    printing("put(good)", [dated], force=True, made=datetime(2026, 1, 2, tzinfo=UTC))
    assert b"(D:20260102000000+00'00')" in (tmp_path / "0.pdf").read_bytes()


def test_two_documents_of_one_pdf_are_both_refused(tmp_path: Path) -> None:
    orders = [Order(tmp_path / folder / "a.docx", tmp_path / "a.pdf") for folder in ("x", "y")]

    assert told(Press(program=Program("libreoffice", ("/bin/false",))).run(orders)) == [
        "same-name",
        "same-name",
    ]


def test_a_missing_or_unreadable_document_fails_alone(printing: Printing, tmp_path: Path) -> None:
    path = program(tmp_path / "bin", "put(good)")
    good = tmp_path / "a.docx"
    good.write_bytes(docx())
    orders = [Order(tmp_path / f"{n}.docx", tmp_path / f"{n}.pdf") for n in "xa"]
    made = Press(program=Program("libreoffice", (str(path),))).run(orders)

    assert told(made) == ["cannot-read", "mới"]


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root ghi được mọi nơi")
def test_a_folder_that_can_only_be_read_is_told(printing: Printing, tmp_path: Path) -> None:
    path = program(tmp_path / "bin", "put(good)")
    folder = tmp_path / "chi-doc"
    folder.mkdir()
    (folder / "a.docx").write_bytes(docx())
    folder.chmod(0o500)
    order = Order(folder / "a.docx", folder / "a.pdf")
    made = Press(program=Program("libreoffice", (str(path),))).run([order])

    assert told(made) == ["cannot-write"]


@pytest.mark.skipif(sys.platform != "linux", reason="nơi khác tên tệp luôn là Unicode")
def test_a_name_that_is_no_utf8_is_a_name_like_any_other(tmp_path: Path) -> None:
    path = program(tmp_path / "bin", "put(good)")
    docx_path = tmp_path / os.fsdecode(b"k\xea ho\xb9ch.docx")  # TCVN3, from an old disk
    docx_path.write_bytes(docx())
    order = Order(docx_path, docx_path.with_suffix(".pdf"))
    press = Press(program=Program("libreoffice", (str(path),)))

    assert told(press.run([order])) == ["mới"]
    docx_path.write_bytes(docx("được sửa"))
    assert told(press.run([order])) == ["thay"]


def test_a_place_that_is_a_file_is_told(tmp_path: Path) -> None:
    path = program(tmp_path / "bin", "put(good)")
    (tmp_path / "a.docx").write_bytes(docx())
    (tmp_path / "tep").write_bytes(b"")
    order = Order(tmp_path / "a.docx", tmp_path / "tep" / "a.pdf")

    assert told(Press(program=Program("libreoffice", (str(path),))).run([order])) == [
        "cannot-write"
    ]


@pytest.mark.skipif(sys.platform == "win32", reason="gửi Ctrl-C theo kiểu POSIX")
def test_an_interruption_ends_the_program_and_leaves_nothing(tmp_path: Path) -> None:
    body = f"Path({str(tmp_path / 'pid')!r}).write_text(str(os.getpid()))\ntime.sleep(300)"
    path = program(tmp_path / "bin", body)
    (tmp_path / "a.docx").write_bytes(docx())
    (tmp_path / "tam").mkdir()
    env = {**os.environ, "PYTHONPATH": str(ROOT), "DOCGEN_SOFFICE": str(path)}
    env["TMPDIR"] = str(tmp_path / "tam")
    command = [sys.executable, "-m", "docgen", "pdf", str(tmp_path / "a.docx")]
    process = subprocess.Popen(command, env=env, stderr=subprocess.PIPE)
    guard = threading.Timer(60, process.kill)
    guard.start()
    try:
        while not (tmp_path / "pid").exists() or not (tmp_path / "pid").read_text():
            assert process.poll() is None
            time.sleep(0.05)
        process.send_signal(signal.SIGINT)
        _, errors = process.communicate()
    finally:
        guard.cancel()

    assert process.returncode == 130
    assert "Đã dừng theo yêu cầu" in errors.decode()
    assert not _runs(int((tmp_path / "pid").read_text()))
    assert not list((tmp_path / "tam").iterdir())
    assert not (tmp_path / "a.pdf").exists()
