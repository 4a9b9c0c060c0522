"""A document is proved to be its own unit's: no other unit's name or signer gets out with it."""

from __future__ import annotations

import re
import zipfile
from pathlib import Path

import pytest

from docgen.batch import Outcome, Producer, plan_jobs
from docgen.batch.identity import Names
from docgen.errors import IdentityError
from docgen.load.workspace import load_workspace

TEMPLATE = "ke-hoach-phuong.docx"
ANCHOR = "MỤC ĐÍCH, YÊU CẦU"


def change(path: Path, part: str, old: str, new: str) -> None:
    with zipfile.ZipFile(path) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    text = parts[part].decode("utf-8")
    assert old in text
    parts[part] = text.replace(old, new).encode("utf-8")
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
        for name, data in parts.items():
            package.writestr(name, data)


def make(root: Path, unit: str) -> Outcome:
    workspace = load_workspace(root)
    (job,) = plan_jobs(workspace, "ke-hoach", 2025, [unit], None)
    return Producer(workspace, root / "out").make(job)


def refused(root: Path, unit: str) -> str:
    outcome = make(root, unit)
    assert isinstance(outcome.error, IdentityError), outcome
    assert not (root / "out").exists()
    return str(outcome.error)


def hard_code(root: Path, words: str, part: str = "word/document.xml") -> None:
    """Write words into the ward's template as its author might."""
    if part == "word/document.xml":
        change(root / "templates" / TEMPLATE, part, ANCHOR, words)
    else:
        ending = "</w:hdr>"
        paragraph = f"<w:p><w:r><w:t>{words}</w:t></w:r></w:p>{ending}"
        change(root / "templates" / "khung.docx", part, ending, paragraph)


@pytest.mark.parametrize(
    "words",
    [
        "như phường Máy Chai đã làm",
        "TRÊN ĐỊA BÀN PHƯỜNG MÁY CHAI",
        "phường</w:t><w:t> </w:t><w:br/><w:t>Máy\u00a0 Chai,",
        "“phường Máy Chai”",
    ],
)
def test_a_template_with_the_name_of_another_ward_is_held_back(workspace: Path, words: str) -> None:
    hard_code(workspace, words)

    assert "có tên “phường Máy Chai” của đơn vị “phuong-may-chai”" in refused(
        workspace, "phuong-cau-dat"
    )


def test_a_template_with_the_signer_of_another_ward_is_held_back(workspace: Path) -> None:
    hard_code(workspace, "ông Phạm Minh Tuấn")

    assert "“Phạm Minh Tuấn” của đơn vị “phuong-van-my”" in refused(workspace, "phuong-cau-dat")


def test_a_name_in_a_header_of_the_frame_is_found_too(workspace: Path) -> None:
    hard_code(workspace, "UBND phường Vạn Mỹ", "word/header1.xml")

    assert "phuong-van-my" in refused(workspace, "phuong-cau-dat")


def test_a_name_in_the_title_of_the_file_is_found_too(workspace: Path) -> None:
    frame = workspace / "templates" / "khung.docx"
    change(frame, "docProps/core.xml", "<dc:title>", "<dc:title>Phường Vạn Mỹ ")

    assert "phuong-van-my" in refused(workspace, "phuong-cau-dat")


def test_the_ward_whose_name_stands_in_the_template_is_not_held_back(workspace: Path) -> None:
    hard_code(workspace, "như phường Máy Chai đã làm")

    assert make(workspace, "phuong-may-chai").written


def test_a_unit_may_speak_of_another_in_its_own_data(workspace: Path) -> None:
    data = workspace / "data" / "ke_hoach" / "2025" / "phuong-cau-dat.yaml"
    words = "\ny_rieng: Phối hợp với phường Máy Chai và ông Phạm Minh Tuấn.\n"
    data.write_text(data.read_text("utf-8") + words, "utf-8")

    assert make(workspace, "phuong-cau-dat").written


def test_a_ward_that_exists_twice_is_not_taken_for_another(workspace: Path) -> None:
    assert make(workspace, "phuong-gia-vien").written


def test_a_document_without_its_own_letterhead_is_held_back(workspace: Path) -> None:
    frame = workspace / "templates" / "khung.docx"
    change(frame, "word/document.xml", "don_vi.dau_trang.ban_hanh %", "don_vi.dau_trang.chu_quan %")

    assert "không thấy “PHƯỜNG CẦU ĐẤT” của chính đơn vị" in refused(workspace, "phuong-cau-dat")


def test_a_document_without_its_own_sign_is_held_back(workspace: Path) -> None:
    frame = workspace / "templates" / "khung.docx"
    change(frame, "word/document.xml", "{{ van_ban.so_ky_hieu }}", "Số: 12/KH-UBND")

    assert "/KH-UBND” của chính đơn vị" in refused(workspace, "phuong-cau-dat")


def rename(root: Path, code: str, cap: str, ten: str) -> None:
    path = root / "data" / "don_vi" / f"{code}.yaml"
    text = re.sub(r"dia_ban: .*", f"dia_ban: {{cap: {cap}, ten: {ten}}}", path.read_text("utf-8"))
    path.write_text(text, "utf-8")


@pytest.mark.parametrize(
    "own, other, words, found",
    [
        ("12", "1", "như Phường 12", ""),
        ("12", "1", "như Phường 1 đã làm", "Phường 1"),
        ("1", "12", "như Phường 1, Phường 1A", ""),
        ("1", "12", "như Phường 12", "Phường 12"),
        ("Gia", "Gia Viên", "như phường Gia", ""),
        ("Gia Viên", "Gia", "như phường Gia Viên", ""),
        ("Gia Viên", "Gia", "như phường Gia", "phường Gia"),
        ("Cầu Đất", "Cầu", "đi qua phường Cầu Đất", ""),
        ("Cầu Đất", "Cầu", "các phường cầu thị", ""),
    ],
)
def test_names_are_found_by_whole_words_and_the_longest_counts(
    workspace: Path, own: str, other: str, words: str, found: str
) -> None:
    rename(workspace, "phuong-cau-dat", "phường", own)
    rename(workspace, "phuong-van-my", "phường", other)
    hard_code(workspace, words)
    outcome = make(workspace, "phuong-cau-dat")

    assert (f"có tên “{found}” của" in str(outcome.error)) if found else not outcome.error


def test_words_of_two_paragraphs_are_no_name(workspace: Path) -> None:
    hard_code(workspace, "các phường</w:t></w:r></w:p><w:p><w:r><w:t>Máy Chai")

    assert make(workspace, "phuong-cau-dat").written


def test_every_unit_of_the_sample_is_known_by_place_and_signer(sample: Path) -> None:
    names = Names(load_workspace(sample))
    text = "Quận Ngô Quyền, phường Ngô Quyền;\nông Đặng Văn Khởi."

    assert {names.owner(words)[0] for words in names.mentioned(text)} == {
        "quan-ngo-quyen",
        "phuong-ngo-quyen",
    }
    assert len(names.mentioned(text)) == 3
