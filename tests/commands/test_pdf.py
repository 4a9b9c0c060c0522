"""``docgen pdf`` and ``--pdf``, with a program that prints what it is told and with LibreOffice."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from docgen.pdf.fonts import TWINS
from docgen.pdf.reader import read_pdf
from tests.pdf.fakes import calls, docx, pdf, program

Run = Callable[..., "subprocess.CompletedProcess[str]"]
PLAN = ["plan", "--unit", "phuong-cau-dat", "--unit", "phong-noi-vu"]


@pytest.fixture
def printer(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A program that prints every document well; its folder."""
    monkeypatch.setenv("DOCGEN_SOFFICE", str(program(tmp_path / "bin", "put(good)")))
    return tmp_path / "bin"


def test_a_document_gets_a_pdf_beside_it(docgen: Run, printer: Path, tmp_path: Path) -> None:
    (tmp_path / "Kế hoạch số 1.docx").write_bytes(docx())
    done = docgen("pdf", "Kế hoạch số 1.docx", cwd=tmp_path)

    assert (done.returncode, done.stdout) == (0, "Kế hoạch số 1.pdf (mới)\n")
    assert read_pdf((tmp_path / "Kế hoạch số 1.pdf").read_bytes()).pages == 1
    assert docgen("pdf", "Kế hoạch số 1.docx", cwd=tmp_path).stdout.endswith("(không đổi)\n")


def test_a_folder_is_gone_through_and_out_keeps_its_shape(
    docgen: Run, printer: Path, tmp_path: Path
) -> None:
    for name in ("2025/a/kh.docx", "2025/b/kh.docx", "2025/b/~$kh.docx", "2025/.an/kh.docx"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_bytes(docx(name.replace("~$", "được")))
    done = docgen("pdf", "2025", "2025/a/kh.docx", "--out", "ra", cwd=tmp_path)

    assert done.stdout.splitlines() == ["ra/a/kh.pdf (mới)", "ra/b/kh.pdf (mới)"]
    assert done.stderr == "2 văn bản: 2 mới.\n"
    assert calls(printer) == [2]
    clash = docgen("pdf", "2025/a/kh.docx", "2025/b/kh.docx", "--out", "ra2", cwd=tmp_path)
    assert clash.returncode == 1
    assert "[same-name]" in clash.stderr
    assert docgen("pdf", "bin", cwd=tmp_path).returncode == 2


def test_a_bad_file_is_named_and_the_rest_is_printed(
    docgen: Run, printer: Path, tmp_path: Path
) -> None:
    (tmp_path / "a.docx").write_bytes(docx())
    (tmp_path / "b.docx").write_text("chữ")
    done = docgen("pdf", "a.docx", "b.docx", cwd=tmp_path)

    assert done.returncode == 1
    assert done.stdout == "a.pdf (mới)\n"
    assert "lỗi: b.docx không xuất PDF được: tệp hỏng hoặc không phải .docx. [not-docx]" in (
        done.stderr
    )
    rows = json.loads(docgen("pdf", "a.docx", "b.docx", "--json", cwd=tmp_path).stdout)
    assert [(row["tep"], row["ket_qua"], row["ma_loi"]) for row in rows] == [
        ("a.docx", "không đổi", ""),
        ("b.docx", "lỗi", "not-docx"),
    ]


def test_documents_get_their_pdf_when_they_are_made(
    docgen: Run, printer: Path, workspace: Path
) -> None:
    done = docgen(*PLAN, "--pdf", cwd=workspace)

    assert done.returncode == 0
    assert done.stdout.splitlines()[2:] == [
        "out/2025/phuong-cau-dat/ke-hoach.pdf (mới)",
        "out/2025/phong-noi-vu/ke-hoach.pdf (mới)",
    ]
    again = docgen(*PLAN, "--pdf", cwd=workspace)
    assert again.stdout.count("(không đổi)") == 4
    assert calls(printer) == [2]


def test_only_a_document_that_changed_is_printed_again(
    docgen: Run, printer: Path, workspace: Path
) -> None:
    docgen(*PLAN, "--pdf", cwd=workspace)
    unit = workspace / "data" / "don_vi" / "phong-noi-vu.yaml"
    unit.write_text(unit.read_text("utf-8").replace("ho_ten: ", "ho_ten: An "), "utf-8")
    done = docgen(*PLAN, "--pdf", "--json", cwd=workspace)

    assert [row["pdf"]["ket_qua"] for row in json.loads(done.stdout)] == ["không đổi", "thay"]
    assert calls(printer) == [2, 1]


def test_without_the_option_or_in_a_dry_run_nothing_is_printed(
    docgen: Run, printer: Path, workspace: Path
) -> None:
    dry = docgen(*PLAN, "--pdf", "-n", cwd=workspace)
    assert (dry.returncode, dry.stdout.count("(sẽ ghi)")) == (0, 2)
    assert "pdf" not in json.loads(docgen(*PLAN, "--json", cwd=workspace).stdout)[0]
    assert calls(printer) == []


def test_without_a_program_the_documents_stay_and_the_exit_code_is_3(
    docgen: Run, workspace: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DOCGEN_SOFFICE", "/khong/co")
    done = docgen(*PLAN, "--pdf", cwd=workspace)

    assert done.returncode == 3
    assert done.stdout.count("ke-hoach.docx (mới)") == 2
    assert done.stderr.count("[no-pdf-program]") == 1
    assert docgen("pdf", "out", cwd=workspace).returncode == 3
    wrong = docgen("plan", "--unit", "khong-co", "--unit", "phong-noi-vu", "--pdf", cwd=workspace)
    assert wrong.returncode == 1


def test_the_date_of_a_build_is_kept(
    docgen: Run, printer: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    (tmp_path / "a.docx").write_bytes(docx())
    docgen("pdf", "a.docx", cwd=tmp_path)

    assert b"(D:20231114221320+00'00')" in (tmp_path / "a.pdf").read_bytes()


@pytest.mark.libreoffice
def test_libreoffice_prints_plans_the_same_twice_and_in_any_batch(
    docgen: Run, workspace: Path, soffice: Any
) -> None:
    units = ["--unit", "truong-thcs-da-nang", "--unit", "quan-ngo-quyen"]
    first = docgen(*PLAN, *units, "--pdf", cwd=workspace)
    second = docgen(*PLAN, *units, "--pdf", "--out", "khac", "-j", "3", cwd=workspace)
    papers = sorted((workspace / "out").rglob("*.pdf"))

    assert (first.returncode, second.returncode) == (0, 0), first.stderr + second.stderr
    assert len(papers) == 4
    for paper in papers:
        other = workspace / "khac" / paper.relative_to(workspace / "out")
        assert paper.read_bytes() == other.read_bytes()
        facts = read_pdf(paper.read_bytes())
        assert facts.pages > 3
        assert len({font.family for font in facts.fonts}) == 1
        assert all(font.embedded for font in facts.fonts)


@pytest.mark.libreoffice
def test_libreoffice_makes_an_archive_that_says_so(
    docgen: Run, workspace: Path, soffice: Any
) -> None:
    done = docgen(*PLAN[:3], "--archive", cwd=workspace)
    data = (workspace / "out/2025/phuong-cau-dat/ke-hoach.pdf").read_bytes()

    assert done.returncode == 0, done.stderr
    assert read_pdf(data).archive == "2B"
    assert b"<xmp:CreateDate>2025-02-10T00:00:00" in data
    assert b"/CreationDate(D:20250210000000" in data


@pytest.mark.libreoffice
def test_names_with_blanks_and_vietnamese_letters_and_a_running_libreoffice_do_no_harm(
    docgen: Run, workspace: Path, tmp_path: Path, soffice: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    docgen(*PLAN[:3], cwd=workspace)
    folder, temp = tmp_path / "Thư mục của Phòng", tmp_path / "tạm của máy"
    folder.mkdir()
    temp.mkdir()
    shutil.copy(
        workspace / "out/2025/phuong-cau-dat/ke-hoach.docx", folder / "Kế hoạch 'số' 1.docx"
    )
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("TMPDIR", str(temp))
    monkeypatch.setenv("LC_ALL", "C")
    running = subprocess.Popen(["soffice", "--headless", "--norestore"], start_new_session=True)
    try:
        done = docgen("pdf", str(folder), cwd=tmp_path)
        assert running.poll() is None
    finally:
        os.killpg(running.pid, 9)
        running.wait()

    assert done.returncode == 0, done.stderr
    assert (folder / "Kế hoạch 'số' 1.pdf").is_file()
    assert not [path for path in temp.iterdir() if path.name.startswith("docgen-pdf")]


@pytest.mark.libreoffice
def test_a_machine_without_the_right_font_gives_no_pdf(
    docgen: Run, workspace: Path, tmp_path: Path, soffice: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = ["fc-list", ":lang=vi", "file", "family"]
    rows = subprocess.run(asked, capture_output=True, text=True, check=True).stdout.splitlines()
    right = {"timesnewroman", *TWINS["timesnewroman"]}
    wrong = [
        row.split(":")[0]
        for row in rows
        if row.split(":")[1].strip().replace(" ", "").lower() not in right
    ]
    assert wrong, "cần một phông nữa ngoài Times New Roman, ví dụ Arimo của fonts-croscore"
    config = tmp_path / "fonts.conf"
    (tmp_path / "fonts").mkdir()
    shutil.copy(wrong[0], tmp_path / "fonts")
    config.write_text(
        f"<fontconfig><dir>{tmp_path}/fonts</dir><cachedir>{tmp_path}/cache</cachedir></fontconfig>"
    )
    monkeypatch.setenv("FONTCONFIG_FILE", str(config))
    done = docgen(*PLAN[:3], "--pdf", cwd=workspace)

    assert done.returncode == 1
    assert "[pdf-font]" in done.stderr
    assert "máy không có phông Times New Roman nên in bằng" in done.stderr
    assert not (workspace / "out/2025/phuong-cau-dat/ke-hoach.pdf").exists()


def test_help_says_what_it_does(docgen: Run) -> None:
    text = docgen("pdf", "--help").stdout

    assert "--archive" in text
    assert "docgen pdf out/2025" in text
    assert "--pdf" in docgen("plan", "--help").stdout


def test_a_font_that_was_put_in_is_told_in_a_sentence(
    docgen: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = program(tmp_path / "bin", "put(good)", pdf({"DejaVuSerif": "được"}))
    monkeypatch.setenv("DOCGEN_SOFFICE", str(path))
    (tmp_path / "a.docx").write_bytes(docx())
    done = docgen("pdf", "a.docx", cwd=tmp_path)

    assert done.returncode == 1
    assert "in bằng DejaVuSerif" in done.stderr
    assert "Cách chữa: " in done.stderr
    assert ("fonts-croscore" in done.stderr) == (sys.platform == "linux")


def test_another_font_that_the_machine_lacks_is_cured_by_changing_the_letters(
    docgen: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = program(tmp_path / "bin", "put(good)", pdf({"DejaVuSerif": "được"}))
    monkeypatch.setenv("DOCGEN_SOFFICE", str(path))
    (tmp_path / "a.docx").write_bytes(docx(font="Cambria"))
    done = docgen("pdf", "a.docx", cwd=tmp_path)

    assert "máy không có phông Cambria nên in bằng DejaVuSerif" in done.stderr
    assert "docgen check a.docx --fix" in done.stderr
    assert "Times New Roman nên in bằng" not in done.stderr
    assert "croscore" not in done.stderr


@pytest.mark.skipif(sys.platform == "win32", reason="Windows không có ống, thiết bị kiểu này")
def test_what_is_no_plain_file_is_named_and_the_rest_is_printed(
    docgen: Run, printer: Path, tmp_path: Path
) -> None:
    (tmp_path / "a.docx").write_bytes(docx())
    (tmp_path / "vong.docx").symlink_to("vong.docx")
    os.mkfifo(tmp_path / "ong.docx")
    done = docgen("pdf", "a.docx", "khong-co.docx", "/dev/zero", ".", cwd=tmp_path)

    assert (done.returncode, done.stdout) == (1, "a.pdf (mới)\n")
    assert done.stderr.splitlines() == [
        "lỗi: Không đọc được khong-co.docx (không có tệp này). [cannot-read]",
        "lỗi: Không đọc được /dev/zero (không phải tệp thường). [cannot-read]",
        "lỗi: Không đọc được ong.docx (không phải tệp thường). [cannot-read]",
        "lỗi: Không đọc được vong.docx (liên kết vòng quanh chính nó). [cannot-read]",
        "5 văn bản: 1 mới, 4 lỗi.",
    ]
    (tmp_path / "a.pdf").unlink()
    os.mkfifo(tmp_path / "a.pdf")
    assert "[changed-by-hand]" in docgen("pdf", "a.docx", cwd=tmp_path).stderr


def test_a_mended_copy_is_not_printed_beside_its_document_unless_it_is_named(
    docgen: Run, printer: Path, tmp_path: Path
) -> None:
    for name in ("a.docx", "a.sua.docx", "b.sua.docx"):
        (tmp_path / name).write_bytes(docx(name))

    assert docgen("pdf", ".", cwd=tmp_path).stdout.splitlines() == [
        "a.pdf (mới)",
        "b.sua.pdf (mới)",
    ]
    assert docgen("pdf", "a.sua.docx", cwd=tmp_path).stdout == "a.sua.pdf (mới)\n"


def test_a_pdf_to_which_a_signature_was_added_is_still_the_documents(
    docgen: Run, printer: Path, tmp_path: Path
) -> None:
    """What is added behind a PDF leaves its first identifier, by which docgen knows it."""
    (tmp_path / "a.docx").write_bytes(docx())
    docgen("pdf", "a.docx", cwd=tmp_path)
    with (tmp_path / "a.pdf").open("ab") as file:
        file.write(b"% signature\n%%EOF\n")
    signed = (tmp_path / "a.pdf").read_bytes()

    assert docgen("pdf", "a.docx", cwd=tmp_path).stdout == "a.pdf (không đổi)\n"
    assert (tmp_path / "a.pdf").read_bytes() == signed
    assert docgen("pdf", "a.docx", "--force", cwd=tmp_path).stdout == "a.pdf (thay)\n"
    assert (tmp_path / "a.pdf.bak").read_bytes() == signed
