"""How fast are documents rendered? docgen's engine against docxtpl, on the sample's ward plan.

    python benchmarks/engine.py [documents per round] [rounds]

docxtpl gets one template that holds what docgen's frame and child hold together: the same XML,
patched by docxtpl itself, and the same values and tools. Both load their template once; docxtpl
loads it again for every document, as its ``render`` does.
"""

from __future__ import annotations

import re
import sys
import tempfile
import time
import zipfile
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from statistics import median
from typing import Any

from docxtpl import DocxTemplate

from docgen.batch import plan_jobs
from docgen.context.document import content
from docgen.engine import Compiled, compile_template, render, render_text
from docgen.engine.filters import FILTERS
from docgen.engine.language import environment
from docgen.engine.render import _tools
from docgen.load.workspace import load_workspace

ROOT = Path(__file__).resolve().parents[1]
WARD = "phuong-cau-dat"
TEMPLATE = ROOT / "templates" / "ke-hoach-phuong.docx"


def sample() -> dict[str, Any]:
    """Return the values of the ward's plan."""
    workspace = load_workspace(ROOT)
    (job,) = plan_jobs(workspace, "ke-hoach", 2025, [WARD], None)
    kind = workspace.kinds["ke-hoach"].value
    values = content(workspace, job).values
    subject = render_text(kind.trich_yeu, values, "ke-hoach.yaml")
    values["van_ban"] |= {"trich_yeu": subject, "tieu_de": f"{kind.ten} {subject}"}
    return values


def flat_template(folder: Path) -> Path:
    """Write one template for docxtpl: the frame with the child's blocks in their places."""
    with zipfile.ZipFile(TEMPLATE.with_name("khung.docx")) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    with zipfile.ZipFile(TEMPLATE) as package:
        child = package.read("word/document.xml").decode("utf-8")
    paragraph = r"<w:p>(?:(?!</w:p>).)*\{%p "
    blocks = dict(
        re.findall(
            paragraph + r"block (\w+) %\}.*?</w:p>(.*?)" + paragraph + r"endblock %\}.*?</w:p>",
            child,
        )
    )
    frame = parts["word/document.xml"].decode("utf-8")
    for name, inside in blocks.items():
        around = (
            paragraph + rf"block {name} %\}}.*?</w:p>.*?" + paragraph + r"endblock %\}.*?</w:p>"
        )
        place = re.search(around, frame)
        assert place, name
        frame = frame[: place.start()] + inside + frame[place.end() :]
    parts["word/document.xml"] = frame.encode("utf-8")
    path = folder / "phang.docx"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
        for name, data in parts.items():
            package.writestr(name, data)
    return path


def by_docxtpl(compiled: Compiled, values: dict[str, Any], folder: Path) -> Callable[[], bytes]:
    """Return what docxtpl's users do: an environment that escapes, a template that is reused."""
    env = environment({}, FILTERS)
    env.finalize = None
    template = DocxTemplate(str(flat_template(folder)))

    def make() -> bytes:
        template.render({**values, **_tools(compiled, values)}, jinja_env=env)
        out = BytesIO()
        template.save(out)
        return out.getvalue()

    return make


def lap(make: Callable[[], bytes], count: int) -> float:
    """Return the milliseconds that one document takes."""
    start = time.perf_counter()
    for _ in range(count):
        make()
    return (time.perf_counter() - start) / count * 1000


def main() -> None:
    """Measure in turns, so that a busy moment hits both, and print medians."""
    count, rounds = (int(word) for word in [*sys.argv[1:], "20", "7"][:2])
    values, compiled = sample(), compile_template(TEMPLATE)
    with tempfile.TemporaryDirectory() as folder:
        engines: dict[str, Callable[[], bytes]] = {
            "docgen": lambda: render(compiled, values),
            "docxtpl": by_docxtpl(compiled, values, Path(folder)),
        }
        laps: dict[str, list[float]] = {name: [] for name in engines}
        for name, make in engines.items():
            print(f"{name}: {len(make()):,} bytes")
        for _ in range(rounds):
            for name, make in engines.items():
                laps[name].append(lap(make, count))
    middle = {name: median(times) for name, times in laps.items()}
    for name, times in laps.items():
        print(f"{name}: {middle[name]:.2f} ms/document ({min(times):.2f}-{max(times):.2f})")
    print(f"ratio: {middle['docxtpl'] / middle['docgen']:.1f}")


if __name__ == "__main__":
    main()
