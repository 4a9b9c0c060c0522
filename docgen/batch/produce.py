"""Make documents: load once, compile once, then each job alone, so that one fault stays one."""

from __future__ import annotations

import traceback
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from docgen.batch.identity import Names, prove
from docgen.batch.ready import problems_for
from docgen.context.document import content, reference_day
from docgen.context.job import Job
from docgen.context.units import full_name
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
from docgen.vietnamese.dates import short_date
from docgen.vietnamese.names import together
from docgen.vietnamese.widths import evenly
from docgen.write import Written, check_free, is_same, write

TEXT_WIDTH = 165.0
"""Between the margins of A4 in mm: 210 - 30 - 15."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one job: written, left out with a reason, or failed with an error."""

    job: Job
    written: Written | None = None
    gaps: Mapping[str, str] = field(default_factory=dict)
    left_out: str = ""
    error: DocgenError | None = None


@dataclass(slots=True)
class Producer:
    """Makes the documents of one workspace into *out*."""

    workspace: Workspace
    out: Path
    force: bool = False
    dry_run: bool = False
    _compiled: dict[str, Compiled] = field(default_factory=dict, init=False)
    _names: Names = field(init=False)

    def __post_init__(self) -> None:
        self._names = Names(self.workspace)

    def make(self, job: Job) -> Outcome:
        """Make one document; what goes wrong with it is in the outcome."""
        try:
            return self._make(job)
        except DocgenError as error:
            return Outcome(job, error=error)
        # The one broad net of docgen: a bug that one document meets must not take from hundreds
        # of other offices theirs. Nothing is hidden, the document fails with a code of its own.
        except Exception as error:  # noqa: BLE001
            return Outcome(job, error=_unexpected(error))

    def _make(self, job: Job) -> Outcome:
        require(self.workspace, job)
        data, gaps = self.document(job)
        path = self.path(job)
        if self.dry_run:
            if not self.force:
                check_free(path)
            state = "không đổi" if is_same(path, data) else "sẽ ghi"
            return Outcome(job, Written(path, state), dict(gaps))
        return Outcome(job, write(path, data, force=self.force), dict(gaps))

    def document(self, job: Job) -> tuple[bytes, Mapping[str, str]]:
        """Return the .docx of *job*, proved to be its own, and the gaps that it shows."""
        kind = self.workspace.kinds[job.kind]
        made = content(self.workspace, job)
        values = made.values
        name = kind.document.source.path.name
        template = self.workspace.template(job.kind, job.unit)
        assert template, "require() has seen to it"
        subject = render_text(template.trich_yeu or kind.value.trich_yeu, values, name)
        whole = subject.replace(values["don_vi"]["ten"], together(values["don_vi"]["ten"]))
        values["van_ban"]["trich_yeu"] = evenly(whole, TEXT_WIDTH, 14, bold=True)
        values["van_ban"]["tieu_de"] = f"{kind.value.ten} {subject[:1].lower()}{subject[1:]}"
        data = render(self._template(template.tep), values)
        prove(data, job, self._names, values)
        return data, made.gaps

    def path(self, job: Job) -> Path:
        """Return where the document goes: out/<year>/<unit>/<tep>[-<ma>].docx."""
        stem = self.workspace.kinds[job.kind].value.tep + (f"-{job.ma}" if job.ma else "")
        return self.out / str(job.year) / job.unit / f"{stem}.docx"

    def _template(self, name: str) -> Compiled:
        if name not in self._compiled:
            self._compiled[name] = compile_template(self.workspace.root / "templates" / name)
        return self._compiled[name]


def plan_jobs(
    workspace: Workspace, kind: str, year: int, units: Iterable[str], day: date | None
) -> list[Job]:
    """Return one job a unit, known or not; the reference day is *day* or the document's own."""
    jobs = []
    for unit in units:
        known = unit in workspace.units
        fixed = day or (reference_day(workspace, kind, year, unit) if known else date(year, 1, 1))
        jobs.append(Job(unit, kind, year, fixed))
    return jobs


def reason_to_leave_out(workspace: Workspace, job: Job) -> str:
    """Return why ``--all`` passes over a unit, or nothing: it has no such paper, or is not there."""
    loaded = workspace.units.get(job.unit)
    if loaded is None:
        return ""
    unit = loaded.value
    kind = workspace.kinds[job.kind].value
    if not unit.lap_van_ban:
        return "chỉ là nơi nhận hoặc đơn vị liên quan"
    if workspace.template(job.kind, job.unit) is None:
        return f"chưa có mẫu “{kind.ten}” cho loại đơn vị {unit.loai}"
    if not unit.exists(job.day):
        return f"không tồn tại vào ngày {short_date(job.day)}"
    return ""


def require(workspace: Workspace, job: Job) -> None:
    """Raise the reason why *job* cannot be made, if there is one."""
    if job.unit not in workspace.unit_files():
        raise UnitNotFoundError(job.unit, workspace.unit_files())
    problems = problems_for(workspace, job)
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
