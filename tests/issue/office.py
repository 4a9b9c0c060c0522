"""An office that sends many invitations: a light workspace, its documents issued as the command does."""

from __future__ import annotations

import errno
import os
import shutil
import sys
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from docgen.batch import Producer
from docgen.batch.issued import Numbered
from docgen.context.job import Job
from docgen.issue import Issued, Issuer, verify_workspace
from docgen.load.workspace import Workspace, load_workspace
from docgen.register import Entry
from docgen.register.store import FILE, Register

ROOT = Path(__file__).resolve().parents[2]
UNIT = "phuong-cau-dat"
DAY = date(2025, 5, 12)
INVITATION = """\
cuoc_hop: Họp giao ban
kinh_moi: [Tổ trưởng các tổ dân phố]
noi_dung: [Việc tuần này]
chu_tri: Chủ tịch Ủy ban nhân dân phường
gio: 8 giờ 00
ngay_hop: 23/5/2025
dia_diem: Hội trường Ủy ban nhân dân phường
thanh_phan: [Mỗi tổ dân phố cử 01 người]
lien_he: công chức Văn phòng - Thống kê
noi_nhan: ["Các tổ dân phố", "Lưu: VT (02)."]
"""


@dataclass(slots=True)
class Hall:
    """The workspace, loaded once; forked processes have it already."""

    root: Path
    workspace: Workspace
    producer: Producer
    unit: str = UNIT

    @property
    def register(self) -> Register:
        return Register(self.root / FILE)

    def issue(
        self, names: Iterable[str], day: date = DAY, replacing: str = "", number: int | None = None
    ) -> list[Issued]:
        """Issue invitations by name, as ``docgen issue giay-moi`` does."""
        jobs = [Job(self.unit, "giay-moi", 2025, day, name) for name in names]
        return Issuer(self.producer, self.register, replacing).issue(jobs, number)

    def entries(self) -> list[Entry]:
        return self.register.entries()

    def findings(self) -> list[str]:
        """Return the codes of what ``docgen register verify`` finds."""
        return [one.code for one in verify_workspace(self.workspace, self.root / "out")]

    def empty(self) -> None:
        """Begin anew: no register, no documents."""
        for name in ("out", "sao_luu"):
            shutil.rmtree(self.root / name, ignore_errors=True)
        for path in self.root.glob(f"{Path(FILE).stem}*"):  # those put aside tell of a book as well
            path.unlink()
        self.producer.numbered = Numbered(self.root)


def hall(folder: Path, names: Iterable[str], unit: str = UNIT) -> Hall:
    """Return a workspace with an invitation of each name and nothing else to send."""
    root = folder / "phường Cầu Đất"
    for name in ("danh_muc", "don_vi", "nam"):
        shutil.copytree(ROOT / "data" / name, root / "data" / name)
    shutil.copytree(ROOT / "templates", root / "templates")
    shutil.copy(ROOT / "docgen.yaml", root)
    data = root / "data" / "giay_moi" / "2025" / unit
    data.mkdir(parents=True)
    for name in names:
        (data / f"{name}.yaml").write_text(INVITATION, encoding="utf-8")
    workspace = load_workspace(root)
    return Hall(root, workspace, Producer(workspace, root / "out"), unit)


WATCHED = ("open", "os.rename", "os.remove", "os.mkdir", "sqlite3.connect")


def at_each_step(act: Callable[[int, str, str], object]) -> None:
    """Call ``act(count, event, path)`` before each thing that this process does to a file from now on.

    Python itself tells of them (audit events), so nothing of docgen is replaced. For a child alone:
    the hook stays.
    """
    count = 0

    def hook(event: str, words: tuple[Any, ...]) -> None:
        nonlocal count
        if event in WATCHED:
            count += 1
            place = words[1] if event == "os.rename" else words[0]
            act(count, event, os.fsdecode(place) if isinstance(place, (str, bytes)) else "")

    sys.addaudithook(hook)


def die_at(step: int) -> Callable[[int, str, str], None]:
    """Return what kills the process before its n-th step, as a power cut would."""

    def act(count: int, _event: str, _path: str) -> None:
        if count == step:
            os.kill(os.getpid(), 9)

    return act


def refuse(number: int, event: str, ending: str) -> Callable[[int, str, str], None]:
    """Return what the system would do that refuses *event* for paths with an ending."""

    def act(_count: int, seen: str, path: str) -> None:
        if seen == event and path.endswith(ending):
            raise OSError(number, errno.errorcode[number], path)

    return act
