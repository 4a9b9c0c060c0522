"""Make the page pictures of docs/hinh from the sample, through LibreOffice.

Run in the environment of the checkout, with LibreOffice, poppler-utils and fonts-croscore::

    .venv/bin/python docs/hinh/lam_hinh.py

Each document becomes one picture: its pages side by side, four in a row.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from pathlib import Path

from lam_so import WARD, fill, scratch
from PIL import Image

ROOT = Path(__file__).resolve().parents[2]
PLANS = (
    "quan-ngo-quyen",
    "phuong-cau-dat",
    "phuong-ngo-quyen",
    "phong-noi-vu",
    "trung-tam-van-hoa",
    "truong-tieu-hoc-thai-phien",
)
HALF, YEAR = "6m", "year"
REPORTS = (
    ("quan-ngo-quyen", HALF, ""),
    ("phuong-cau-dat", HALF, ""),
    ("phuong-cau-dat", HALF, "hdnd"),
    ("phong-noi-vu", HALF, ""),
    ("truong-thcs-chu-van-an", HALF, ""),
    ("phuong-gia-vien-2025", YEAR, ""),
)
OTHERS = (
    ("giay-moi", "phuong-cau-dat"),
    ("dispatch", "phuong-cau-dat"),
    ("dispatch", "quan-ngo-quyen"),
    ("remind", "quan-ngo-quyen", "--period", HALF, "--on", "16/6/2025"),
)
DPI = "64"
GAP = 8


def main() -> None:
    """Make the documents, their pages, and the pictures."""
    with tempfile.TemporaryDirectory() as folder:
        work = Path(folder)
        for unit in PLANS:
            docgen(work, "plan", "--unit", unit)
        for unit, period, version in REPORTS:
            to = ("--to", version) if version else ()
            docgen(work, "report", "--period", period, "--unit", unit, *to)
        for command, unit, *words in OTHERS:
            docgen(work, command, "--unit", unit, *words)
        for paper in sorted(work.glob("*/*/*.docx")):
            picture(work, paper)
        book(work)
        first = next(work.glob(f"*/{PLANS[0]}/ke-hoach.pdf"))
        page = ROOT / "docs" / "hinh" / "trang-dau"
        run("pdftoppm", "-r", "72", "-gray", "-png", "-f", "1", "-l", "1", "-singlefile",
            str(first), str(page))  # fmt: skip


def book(work: Path) -> None:
    """Make the picture of a full register: its cover and three of its pages."""
    root = scratch(work / "so")
    fill(root)
    paper = work / "sach" / WARD / "so-dang-ky-van-ban-di.docx"
    run(sys.executable, "-m", "docgen", "-C", str(root), "register", "export", "--to", str(paper))
    picture(work, paper, (1, 2, 4, 30))


def docgen(work: Path, *words: str) -> None:
    """Make a document of the sample."""
    run(sys.executable, "-m", "docgen", words[0], "-C", str(ROOT), *words[1:], "--out", str(work))


def picture(work: Path, paper: Path, only: tuple[int, ...] = ()) -> None:
    """Make the picture of one document, or of some pages: bao-cao-6-thang-phuong-cau-dat.png."""
    run("soffice", "--headless", f"-env:UserInstallation={(work / 'lo').as_uri()}",
        "--convert-to", "pdf", "--outdir", str(paper.parent), str(paper))  # fmt: skip
    pages = paper.parent / f"trang-{paper.stem}"
    run("pdftoppm", "-r", DPI, "-gray", "-png", str(paper.with_suffix(".pdf")), str(pages))
    target = ROOT / "docs" / "hinh" / f"{paper.stem}-{paper.parent.name}.png"
    found = sorted(paper.parent.glob(f"{pages.name}-[0-9]*.png"))
    side_by_side([found[n - 1] for n in only] if only else found, target, 2 if only else 4)


def run(*command: str) -> None:
    """Run a program; what it says on failure is shown."""
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)


def side_by_side(pages: list[Path], target: Path, columns: int = 4) -> None:
    """Put *pages* into one picture (Pillow comes with the test extra)."""
    images = [Image.open(page).convert("L") for page in pages]
    rows = [images[start : start + columns] for start in range(0, len(images), columns)]
    heights = [max(image.height for image in row) for row in rows]
    widths = [sum(image.width + GAP for image in row) - GAP for row in rows]
    sheet = Image.new("L", (max(widths), sum(heights) + GAP * (len(rows) - 1)), 128)
    top = 0
    for row, height in zip(rows, heights, strict=True):
        left = 0
        for image in row:  # pages that lie are wider and lower than those that stand
            sheet.paste(image, (left, top))
            left += image.width + GAP
        top += height + GAP
    sheet.quantize(16).save(target, optimize=True)
    print(target.relative_to(ROOT))


if __name__ == "__main__":
    main()
