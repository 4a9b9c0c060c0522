"""What a document is made from: its digest changes with the files that it reads, and no others."""

from __future__ import annotations

from pathlib import Path

import pytest

from docgen.batch import Only, plan_jobs
from docgen.batch.inputs import Inputs
from docgen.load.workspace import load_workspace

WARD = ("phuong-cau-dat", "phuong-van-my")
REPORT = ("bao-cao", "6-thang")


def digest(root: Path, unit: str, kind: str = "ke-hoach", ma: str = "") -> str:
    workspace = load_workspace(root)
    (job,) = plan_jobs(workspace, kind, 2025, [unit], None, Only(ma))
    return Inputs(workspace).digest(job)


@pytest.mark.parametrize(
    "document, file, read",
    [
        ((WARD[0],), "don_vi/phuong-cau-dat", True),
        ((WARD[0],), "don_vi/quan-ngo-quyen", True),
        ((WARD[0],), "don_vi/phuong-van-my", False),
        ((WARD[0],), "nam/2025", True),
        ((WARD[0],), "danh_muc/che_do", True),
        ((WARD[0],), "bao_cao/2025-6-thang/phuong-van-my", False),
        ((WARD[0], *REPORT), "bao_cao/2025-6-thang/phuong-cau-dat", True),
        ((WARD[0], *REPORT), "bao_cao/2025-6-thang/phuong-van-my", False),
        (("quan-ngo-quyen", *REPORT), "bao_cao/2025-6-thang/phuong-van-my", True),
        (("quan-ngo-quyen", "don-doc", "6-thang"), "bao_cao/2025-6-thang/phuong-van-my", True),
        ((WARD[0], "danh-sach-phat-hanh"), "bao_cao/2025-6-thang/phuong-van-my", True),
    ],
)
def test_a_digest_knows_the_files_that_are_read(
    document: tuple[str, ...], file: str, read: bool, workspace: Path
) -> None:
    before = digest(workspace, *document)
    assert digest(workspace, *document) == before
    path = workspace / "data" / f"{file}.yaml"
    path.write_text(path.read_text("utf-8") + "\n# một dòng mới\n", "utf-8")

    assert (digest(workspace, *document) != before) == read


def test_the_year_report_of_a_new_ward_reads_the_wards_before_it(workspace: Path) -> None:
    paper = ("phuong-ngo-quyen", "bao-cao", "nam")
    before = digest(workspace, *paper)
    path = workspace / "data" / "bao_cao" / "2025-6-thang" / "phuong-may-chai.yaml"
    path.write_text(path.read_text("utf-8") + "\n# một dòng mới\n", "utf-8")

    assert digest(workspace, *paper) != before
