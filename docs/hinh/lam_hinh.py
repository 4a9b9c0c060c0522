"""Make the page pictures of docs/hinh from the sample, through LibreOffice.

Run in the environment of the checkout, with LibreOffice, poppler-utils and fonts-croscore::

    .venv/bin/python docs/hinh/lam_hinh.py

Each unit's plan becomes one picture: its pages side by side, four in a row.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from pathlib import Path

from PIL import Image

ROOT = Path(__file__).resolve().parents[2]
UNITS = (
    "quan-ngo-quyen",
    "phuong-cau-dat",
    "phuong-ngo-quyen",
    "phong-noi-vu",
    "trung-tam-van-hoa",
    "truong-tieu-hoc-thai-phien",
)
DPI = "64"


def main() -> None:
    """Make the documents, their pages, and the pictures."""
    with tempfile.TemporaryDirectory() as folder:
        work = Path(folder)
        units = [part for unit in UNITS for part in ("--unit", unit)]
        run(sys.executable, "-m", "docgen", "plan", "-C", str(ROOT), *units, "--out", folder)
        for unit in UNITS:
            paper = next(work.glob(f"*/{unit}/ke-hoach.docx"))
            run("soffice", "--headless", f"-env:UserInstallation={(work / 'lo').as_uri()}",
                "--convert-to", "pdf", "--outdir", str(paper.parent), str(paper))  # fmt: skip
            pages = paper.parent / "trang"
            run("pdftoppm", "-r", DPI, "-gray", "-png", str(paper.with_suffix(".pdf")), str(pages))
            target = ROOT / "docs" / "hinh" / f"ke-hoach-{unit}.png"
            side_by_side(sorted(paper.parent.glob("trang-*.png")), target)
        first = next(work.glob(f"*/{UNITS[0]}/ke-hoach.pdf"))
        page = ROOT / "docs" / "hinh" / "trang-dau"
        run("pdftoppm", "-r", "72", "-gray", "-png", "-f", "1", "-l", "1", "-singlefile",
            str(first), str(page))  # fmt: skip


def run(*command: str) -> None:
    """Run a program; what it says on failure is shown."""
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)


def side_by_side(pages: list[Path], target: Path, columns: int = 4) -> None:
    """Put *pages* into one picture (Pillow comes with the test extra)."""
    images = [Image.open(page).convert("L") for page in pages]
    width, height = images[0].size
    rows = -(-len(images) // columns)
    size = (columns * (width + 8) - 8, rows * (height + 8) - 8)
    sheet = Image.new("L", size, 128)
    for index, image in enumerate(images):
        sheet.paste(image, (index % columns * (width + 8), index // columns * (height + 8)))
    sheet.quantize(16).save(target, optimize=True)
    print(target.relative_to(ROOT))


if __name__ == "__main__":
    main()
