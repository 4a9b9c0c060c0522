"""Make documents: load once, compile once, then each job alone, so that one fault stays one."""

from __future__ import annotations

import traceback
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import chain
from pathlib import Path
from typing import Any

from docgen.batch.identity import Names, prove
from docgen.batch.inputs import Inputs
from docgen.batch.issued import Numbered
from docgen.batch.planned import Only, outgoing, plan_jobs
from docgen.batch.ready import problems_for
from docgen.batch.reports import figures_problem
from docgen.context.dispatch import Listed, dispatch_values, receivers
from docgen.context.document import content, head
from docgen.context.job import Job
from docgen.context.units import full_name
from docgen.context.values import Gaps
from docgen.engine import Compiled, compile_template, render, render_text
from docgen.errors import (
    DocgenError,
    InvalidDataError,
    NotAnIssuerError,
    NoTemplateError,
    NotInTimeError,
    UnexpectedError,
    UnitNotFoundError,
)
from docgen.load.workspace import Workspace
from docgen.model.vocabulary import Mau
from docgen.register.errors import NotFinishedError, NothingToReplaceError, RecipientsChangedError
from docgen.vietnamese.dates import short_date
from docgen.vietnamese.names import together
from docgen.vietnamese.widths import evenly
from docgen.write import Written, check_free, is_same, made_from, write

TEXT_WIDTH = 165.0
"""Between the margins of A4 in mm: 210 - 30 - 15."""


@contextmanager
def guarded() -> Iterator[None]:
    """Turn a bug that one document meets into its error, for it must not take from others theirs.

    The one broad net of docgen; nothing is hidden, the document fails with a code of its own.
    """
    try:
        yield
    except DocgenError:
        raise
    except Exception as error:
        raise _unexpected(error) from error


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one job: written, left out with a reason, or failed with an error.

    ``note`` is what is to be known of a document that has a number and stays as it is.
    """

    job: Job
    written: Written | None = None
    gaps: Mapping[str, str] = field(default_factory=dict)
    left_out: str = ""
    error: DocgenError | None = None
    note: str = ""


@dataclass(slots=True)
class Producer:
    """Makes the documents of one workspace into *out*.

    With *replacing* it makes drafts that are to stand for documents that have numbers.
    """

    workspace: Workspace
    out: Path
    force: bool = False
    dry_run: bool = False
    replacing: bool = False
    numbered: Numbered = field(init=False)
    _compiled: dict[str, Compiled] = field(default_factory=dict, init=False)
    _names: Names = field(init=False)
    _inputs: Inputs = field(init=False)

    def __post_init__(self) -> None:
        self.numbered = Numbered(self.workspace.root)
        self._names = Names(self.workspace)
        self._inputs = Inputs(self.workspace)

    def make(self, job: Job) -> Outcome:
        """Make one document; what goes wrong with it is in the outcome."""
        try:
            with guarded():
                return self._make(job)
        except DocgenError as error:
            return Outcome(job, error=error)

    def _make(self, job: Job) -> Outcome:
        require(self.workspace, job)
        entry = self.numbered.entry(job)
        if self.replacing and (entry is None or entry.state != "đã cấp"):
            raise NotFinishedError(entry.sign) if entry else NothingToReplaceError
        if entry and entry.order.by_hand and not self.replacing:
            return Outcome(job, self.numbered.replaced(job))
        if entry and not self.replacing:
            data, gaps = self.document(self.numbered.job(job))
            return Outcome(job, self.numbered.kept(entry, data), dict(gaps))
        job = self.numbered.draft(job, replacing=self.replacing)
        data, gaps = self.document(job)
        path = self.path(job)
        self.numbered.check_known({path: made_from(path)})
        if self.dry_run:
            if not self.force:
                check_free(path)
            state = "không đổi" if is_same(path, data) else "sẽ ghi"
            return Outcome(job, Written(path, state), dict(gaps))
        source = self._inputs.digest(job)
        return Outcome(job, write(path, data, force=self.force, source=source), dict(gaps))

    def document(self, job: Job) -> tuple[bytes, Mapping[str, str]]:
        """Return the .docx of *job*, proved to be its own, and the gaps that it shows."""
        kind = self.workspace.kinds[job.kind]
        made = content(self.workspace, job)
        values = made.values
        if kind.value.so_sach:
            listed = [self.listed(one) for one in self._sent(job)]
            values[kind.value.du_lieu] |= dispatch_values(self.workspace, job, listed, made.gaps)
        template = self._template_of(job)
        subject = self.subject(job, values)
        whole = subject.replace(values["don_vi"]["ten"], together(values["don_vi"]["ten"]))
        even = whole if kind.value.cong_van else evenly(whole, TEXT_WIDTH, 14, bold=True)
        values["van_ban"]["trich_yeu"] = even
        values["van_ban"]["tieu_de"] = self._title(job, subject)
        data = render(self._template(template.tep), values)
        prove(data, job, self._names, values)
        return data, made.gaps

    def listed(self, job: Job) -> Listed:
        """Return what a list of dispatch says of one document."""
        gaps = Gaps(self.workspace.root)
        job = self.numbered.job(job)
        told = head(self.workspace, job, gaps)
        entry, line = self.numbered.entry(job), self.numbered.line(job)
        ours = entry and not entry.order.by_hand
        if ours and line and line["noi_nhan"] != (now := receivers(told)):
            raise RecipientsChangedError(line["so_ky_hieu"], line["noi_nhan"], now)
        return Listed(job, told, self._title(job, self.subject(job, told.values)), gaps, line)

    def _sent(self, book: Job) -> list[Job]:
        """Return what a list of dispatch names: all that a year's round sends, all that has a number."""
        workspace, unit, year, every = self.workspace, book.unit, book.year, Only(None, None)
        rare = [code for code, kind in workspace.kinds.items() if kind.value.khi_can]
        others = (plan_jobs(workspace, kind, year, [unit], None, every) for kind in rare)
        return self.numbered.in_order(outgoing(workspace, unit, year), chain(*others))

    def subject(self, job: Job, values: Mapping[str, Any]) -> str:
        kind = self.workspace.kinds[job.kind]
        words = self._template_of(job).trich_yeu or kind.value.trich_yeu
        return render_text(words, values, kind.document.source.path.name)

    def _title(self, job: Job, subject: str) -> str:
        """Return tên loại and trích yếu in one sentence."""
        kind = self.workspace.kinds[job.kind].value
        words = subject if kind.cong_van else f"{subject[:1].lower()}{subject[1:]}"
        return f"{kind.ten} {'về việc ' if kind.cong_van else ''}{words}"

    def _template_of(self, job: Job) -> Mau:
        template = self.workspace.template(job.kind, job.unit)
        assert template, "require() has seen to it"
        return template

    def path(self, job: Job) -> Path:
        """Return where a draft goes: out/<year>/<unit>/<tep>[-<ma>][-<ban>][_<số>].docx."""
        stem = self.workspace.kinds[job.kind].value.tep + (f"-{job.code}" if job.code else "")
        return self.numbered.place(job, self.out / str(job.year) / job.unit / f"{stem}.docx")

    def _template(self, name: str) -> Compiled:
        if name not in self._compiled:
            self._compiled[name] = compile_template(self.workspace.root / "templates" / name)
        return self._compiled[name]


def require(workspace: Workspace, job: Job) -> None:
    """Raise the reason why *job* cannot be made, if there is one."""
    if job.unit not in workspace.unit_files():
        raise UnitNotFoundError(job.unit, workspace.unit_files())
    told_of = outgoing(workspace, job.unit, job.year) if _is_book(workspace, job) else []
    found = (one for made in (job, *told_of) for one in problems_for(workspace, made))
    problems = list(dict.fromkeys(found))
    if problems:
        raise InvalidDataError(problems)
    unit = workspace.units[job.unit].value
    kind = workspace.kinds[job.kind]
    if not unit.lap_van_ban:
        raise NotAnIssuerError(job.unit)
    if not unit.exists(job.day):
        ends = (("từ", unit.ton_tai.tu), ("đến", unit.ton_tai.den))
        told = " ".join(f"{word} {short_date(end)}" for word, end in ends if end)
        heirs = [_called(workspace, heir.don_vi, job) for heir in unit.ke_thua]
        name = full_name(workspace, job.unit, job.day)
        raise NotInTimeError(name, short_date(job.day), f"tồn tại {told}", heirs)
    if workspace.template(job.kind, job.unit) is None:
        file = kind.document.source.path.relative_to(workspace.root)
        raise NoTemplateError(kind.value.ten, job.unit, unit.loai, file)
    if missing := figures_problem(workspace, job):
        raise InvalidDataError([missing])


def _is_book(workspace: Workspace, job: Job) -> bool:
    """Tell of a list that is made of a unit's documents, if the unit can be read at all."""
    return workspace.kinds[job.kind].value.so_sach and job.unit in workspace.units


def _unexpected(error: Exception) -> UnexpectedError:
    """Return a bug as an error of one document, with the place in the code where it arose."""
    last = traceback.extract_tb(error.__traceback__)[-1]
    fault = f"{type(error).__name__}, {Path(last.filename).name}:{last.lineno}"
    return UnexpectedError(fault, "".join(traceback.format_exception(error)))


def _called(workspace: Workspace, code: str, job: Job) -> str:
    """Return "UBND phường Lê Chân (phuong-le-chan)" for a unit that can be read."""
    loaded = workspace.units.get(code)
    if loaded and loaded.value.loai in workspace.unit_kinds:
        return f"{full_name(workspace, code, job.day)} ({code})"
    return code
