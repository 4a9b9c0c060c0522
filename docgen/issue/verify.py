"""The register held against the documents of a workspace: what is wrong, and how to mend it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from docgen.batch.identity import words_of
from docgen.batch.issued import carried
from docgen.issue.series import first_of
from docgen.load.workspace import Workspace
from docgen.model.period import PERIODS
from docgen.register.entry import Entry
from docgen.register.store import FILE, Register
from docgen.register.verify import Finding, added, verify
from docgen.vietnamese.dates import DateError, parse_date, short_date
from docgen.vietnamese.document_types import ABBREVIATIONS, TYPES
from docgen.write import digest

_DAY = re.compile(r"ngày \d{1,2} tháng \d{1,2} năm \d{4}")


def verify_workspace(workspace: Workspace, out: Path) -> list[Finding]:
    """Return what is wrong with the register, the files that it names, and the others in *out*."""
    entries = Register(workspace.root / FILE).entries()

    def again(entry: Entry) -> str:
        return command_for(workspace, entry)

    found = verify(
        entries, workspace.root, digest, lambda series: first_of(workspace, series), again
    )
    return [*found, *_strangers(workspace.root, out, entries)]


def command_for(workspace: Workspace, entry: Entry) -> str:
    """Return the command that issues *entry*'s document again; docgen has to have made it."""
    order = entry.order
    kind = workspace.kinds.get(order.kind)
    words = [f"docgen issue {(kind and kind.value.lenh) or order.kind} --unit {order.unit}"]
    year, ma = entry.key[2:]
    words.append(f"--year {year}")
    versions = sorted(kind.value.ban) if kind else []
    ban = next((one for one in versions if ma == one or ma.endswith(f"-{one}")), "")
    ma = ma.removesuffix(ban).removesuffix("-") if ban else ma
    if ma in PERIODS and kind and kind.value.lap == "kỳ":
        words.append(f"--period {PERIODS[ma].lenh}")
    elif ma:
        words.append(f"--ma {ma}")
    return " ".join([*words, *([f"--to {ban}"] if ban else [])])


def _strangers(root: Path, out: Path, entries: list[Entry]) -> Iterator[Finding]:
    """Yield the documents that bear a number without being the register's."""
    known = {(root / entry.order.file).resolve() for entry in entries}
    signs = {(entry.order.series.issuer, entry.sign): entry for entry in entries}
    for path in sorted(out.rglob("*.docx")):
        if path.name.startswith("~$") or path.resolve() in known or not path.is_file():
            continue
        sign = carried(path)
        if not sign:
            continue
        shown = (path.relative_to(root) if path.is_relative_to(root) else path).as_posix()
        if entry := signs.get((path.parent.name, sign)):
            sentence = f"{shown} mang số {sign} của tệp {entry.order.file}"
            cure = "đây là bản sao: chuyển ra khỏi thư mục kết quả, đừng sửa hay phát hành bản này"
            yield Finding("number-copied", sentence, cure, entry)
        else:
            sentence = f"{shown} mang số {sign} nhưng sổ đăng ký không có số này"
            yield Finding("number-unknown", sentence, _unknown(path, shown, sign))


def _unknown(path: Path, shown: str, sign: str) -> str:
    """Return what to do with a document that bears a number of which the book knows nothing."""
    number, _, notation = sign.partition("/")
    kind = ABBREVIATIONS.get(notation.partition("-")[0], TYPES["cong-van"])
    day = short_date(found) if (found := _day_on(path)) else "NGÀY"
    words = added(path.parent.name, kind.name, int(number), day)
    words += f' --file "{shown}"' if kind.ten_loai else f' --notation {notation} --file "{shown}"'
    return (
        "nếu đã phát hành: khôi phục sổ từ bản sao lưu mới nhất (docgen register restore); sổ không còn "
        f"bản nào có số này thì cấp lại đúng số ấy:  docgen issue … --number {int(number)} --date {day}, "
        f"văn bản không do docgen lập thì ghi vào sổ:  {words}; nếu chưa phát hành: xóa tệp rồi cấp số "
        "bằng docgen issue"
    )


def _day_on(path: Path) -> date | None:
    """Return the day that a document bears in its head."""
    found = _DAY.search(words_of(path.read_bytes())[0].replace("\N{NO-BREAK SPACE}", " "))
    try:
        return parse_date(found[0]) if found else None
    except DateError:
        return None
