"""PDF beside Word documents: only where missing or older than what the document says now."""

from __future__ import annotations

import os
import stat
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

from docgen.errors import DocgenError, system_reason
from docgen.pdf.convert import PATIENCE, Converter, Paper, Printed
from docgen.pdf.errors import CannotReadError, NoConverterError, SameNameError
from docgen.pdf.programs import Program, find_program
from docgen.pdf.source import read_source
from docgen.pdf.stamp import key, source_key, stamp
from docgen.write import Written, check_free, write

BATCH = 40
"""Documents for one start of the program: a start costs as much as a dozen of them."""

NEVER = datetime(1980, 1, 1, tzinfo=UTC)
"""The date of a PDF whose document bears none: the first that a .docx package knows."""


@dataclass(frozen=True, slots=True)
class Order:
    """A Word document and the PDF to be made of it."""

    docx: Path
    pdf: Path


Row = tuple[int, Order]
"""An order with its place in the list of all."""


@dataclass(frozen=True, slots=True)
class Made:
    """What became of one order: a PDF written, or left as it is, or an error. *pages* 0: unread."""

    order: Order
    written: Written | None = None
    pages: int = 0
    error: DocgenError | None = None


@dataclass(slots=True)
class Press:
    """Prints orders; *program* is looked for only when there is something to print.

    *made* is the date that each PDF bears; by default the one that its document bears.
    """

    archive: bool = False
    force: bool = False
    dry_run: bool = False
    processes: int = 0
    patience: float = PATIENCE
    made: datetime | None = None
    program: Program | None = None
    _converter: Converter = field(init=False)

    def run(
        self, orders: Sequence[Order], step: Callable[[int], object] = lambda _: None
    ) -> list[Made]:
        """Return what became of each order; *step* hears how many are done."""
        claims: dict[Path, list[Path]] = {}
        for order in orders:
            claims.setdefault(order.pdf, []).append(order.docx)
        found: dict[int, Made | None] = {
            row: self._before(order, claims) for row, order in enumerate(orders)
        }
        todo = [row for row, made in found.items() if made is None]
        step(len(orders) - len(todo))
        if todo:
            for row, made in self._print_all([(row, orders[row]) for row in todo]):
                found[row] = made
                step(1)
        return [one for row in range(len(orders)) if (one := found[row])]

    def _print_all(self, todo: Sequence[Row]) -> Iterator[tuple[int, Made]]:
        try:
            program = self.program or find_program(archive=self.archive)
        except NoConverterError as error:
            yield from ((row, Made(order, error=error)) for row, order in todo)
            return
        self._converter = Converter(program, self.archive, self.patience)
        processes = self._fitting(len(todo), program)
        yield from self._in_threads(list(_batches(todo, processes)), processes)

    def _before(self, order: Order, claims: Mapping[Path, Sequence[Path]]) -> Made | None:
        """Return what can be told before printing, None if it must be printed."""
        try:
            if len(claims[order.pdf]) > 1:
                raise SameNameError(order.pdf, claims[order.pdf])
            docx = _read(order.docx)
            read_source(order.docx, docx)
            if not self.force:
                if self._is_current(order.pdf, docx):
                    return Made(order, Written(order.pdf, "không đổi"))
                check_free(order.pdf)
        except DocgenError as error:
            return Made(order, error=error)
        return Made(order, Written(order.pdf, "sẽ ghi")) if self.dry_run else None

    def _is_current(self, pdf: Path, docx: bytes) -> bool:
        """Tell whether *pdf* was made of this very document; one for the archive is also a PDF."""
        if not pdf.is_file():
            return False
        enough = {key(docx, archive=True), key(docx, archive=self.archive)}
        return source_key(_read(pdf)) in enough

    def _in_threads(
        self, batches: Sequence[Sequence[Row]], processes: int
    ) -> Iterator[tuple[int, Made]]:
        """Yield what each batch brings; an interruption ends every program before it goes on."""
        with ThreadPoolExecutor(processes, "pdf") as pool:
            waiting: set[Future[list[tuple[int, Made]]]] = set()
            try:
                waiting = {pool.submit(self._print, batch) for batch in batches}
                while waiting:
                    done, waiting = wait(waiting, 0.2, FIRST_COMPLETED)
                    for future in done:
                        yield from future.result()
            finally:
                self._converter.stop.set()
                for future in waiting:
                    future.cancel()

    def _print(self, batch: Sequence[Row]) -> list[tuple[int, Made]]:
        made: list[tuple[int, Made]] = []
        papers, rows = [], []
        for row, order in batch:
            try:
                data = _read(order.docx)
                papers.append(Paper(order.docx, data, read_source(order.docx, data)))
                rows.append((row, order))
            except DocgenError as error:
                made.append((row, Made(order, error=error)))
        for place, printed in self._converter.convert(papers):
            row, order = rows[place]
            made.append((row, self._keep(order, papers[place], printed)))
        return made

    def _keep(self, order: Order, paper: Paper, printed: Printed | DocgenError) -> Made:
        if isinstance(printed, DocgenError):
            return Made(order, error=printed)
        date = self.made or paper.source.modified or NEVER
        data = stamp(printed.data, key(paper.data, archive=self.archive), date)
        try:
            return Made(order, write(order.pdf, data, force=self.force), printed.facts.pages)
        except DocgenError as error:
            return Made(order, error=error)

    def _fitting(self, documents: int, program: Program) -> int:
        """Return how many programs run at once; Word is one, whoever calls it."""
        if program.kind == "word":
            return 1
        linux = sys.platform == "linux"
        processors = len(os.sched_getaffinity(0)) if linux else os.cpu_count() or 1
        return min(self.processes or min(processors, 1 + documents // 12), documents)


def _batches(rows: Sequence[Row], processes: int) -> Iterator[Sequence[Row]]:
    """Share the rows evenly, so that no program waits while another has much to do."""
    rounds = -(-len(rows) // (BATCH * processes))
    size = -(-len(rows) // (rounds * processes))
    for start in range(0, len(rows), size):
        yield rows[start : start + size]


def _read(path: Path) -> bytes:
    try:
        if not stat.S_ISREG(path.stat().st_mode):  # a pipe or a device would be read for ever
            raise CannotReadError(path, "không phải tệp thường")
        return path.read_bytes()
    except OSError as error:
        raise CannotReadError(path, system_reason(error)) from error
