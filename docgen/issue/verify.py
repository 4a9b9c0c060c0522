"""The register held against the documents of a workspace: what is wrong, and how to mend it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from docgen.batch.identity import words_of
from docgen.batch.issued import carried, changes, stamp
from docgen.issue.series import first_of
from docgen.issue.typed import typed_otherwise
from docgen.load.workspace import Workspace
from docgen.model.period import PERIODS
from docgen.register.book import subject
from docgen.register.entry import LIVE, Entry
from docgen.register.lookup import words_for
from docgen.register.store import FILE, Register
from docgen.register.verify import Finding, added, verify
from docgen.vietnamese.dates import DateError, parse_date, short_date
from docgen.vietnamese.document_types import ABBREVIATIONS, TYPES
from docgen.write import digest, made_from

_DAY = re.compile(r"ngày \d{1,2} tháng \d{1,2} năm \d{4}")
_ANEW = re.compile(r"(?:_thay-the)?(?:_\d+)?$")
"""What follows the name of a document that is to stand for another, or whose former number is void."""


@dataclass(frozen=True, slots=True)
class _Stranger:
    """A document that bears a number and is not the register's; *unit* is whose folder it is in."""

    path: Path
    shown: str
    unit: str
    sign: str
    day: date | None

    @property
    def number(self) -> int:
        return int(self.sign.partition("/")[0])


def verify_workspace(workspace: Workspace, out: Path) -> list[Finding]:
    """Return what is wrong with the register, the files that it names, and the others in *out*."""
    root = workspace.root
    entries = Register(root / FILE).entries()
    others = _others(root, out, entries)
    moved = _moved(root, entries, others)

    def again(entry: Entry) -> str:
        return command_for(workspace, entry)

    places = {of: _shown(root, path) for of, path in moved.items()}
    found = verify(entries, root, digest, lambda series: first_of(workspace, series), again, places)
    strangers = [path for path in others if path not in moved.values()]
    told = _strangers(workspace, out, strangers, entries)
    return [*found, *told, *typed_otherwise(workspace, entries, again)]


def _others(root: Path, out: Path, entries: list[Entry]) -> list[Path]:
    """Return the files in *out* that are not the register's."""
    known = {(root / entry.order.file).resolve() for entry in entries}
    return [
        path
        for path in sorted(out.rglob("*"))
        if not path.name.startswith("~$") and path.is_file() and path.resolve() not in known
    ]


def _moved(root: Path, entries: list[Entry], others: list[Path]) -> dict[str, Path]:
    """Return by digest those of *others* that are the register's under another name."""
    lost = {
        entry.digest: Path(entry.order.file).suffix
        for entry in entries
        if entry.digest and entry.order.file and entry.state != "đã hủy"
        if not (root / entry.order.file).is_file()
    }
    alike = [path for path in others if path.suffix in lost.values()]
    return {of: path for path in reversed(alike) if (of := _digest(path)) in lost}


def _digest(path: Path) -> str:
    try:
        return digest(path.read_bytes())
    except OSError:
        return ""


def _shown(root: Path, path: Path) -> str:
    return (path.relative_to(root) if path.is_relative_to(root) else path).as_posix()


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


def _strangers(
    workspace: Workspace, out: Path, others: list[Path], entries: list[Entry]
) -> Iterator[Finding]:
    """Yield the documents that bear a number without being the register's, the lowest number first."""
    signs: dict[tuple[str, str], list[Entry]] = {}
    for entry in entries:
        signs.setdefault((entry.order.series.issuer, entry.sign), []).append(entry)
    digests = {entry.digest: entry for entry in entries if entry.digest}
    numbered = (_stranger(workspace, out, path) for path in others if path.suffix == ".docx")
    found = (one for one in numbered if one.sign)
    for one in sorted(found, key=lambda one: (one.day or date.max, one.number)):
        same = (row for row in signs.get((one.unit, one.sign), []) if _is_of(one, row, workspace))
        copied = digests.get(_digest(one.path)) or next(same, None)
        yield _copied(one, copied) if copied else _lost(workspace, one, entries)


def _copied(one: _Stranger, entry: Entry) -> Finding:
    order = entry.order
    if not order.file:
        words = f'docgen register edit {entry.sign} --unit {order.unit} --year {order.series.year} --file "{one.shown}"'
        return Finding(
            "number-copied",
            f"{one.shown} mang số {one.sign}, mà sổ ghi số ấy cho {subject(entry)}, không kèm tệp",
            f"là tệp của chính văn bản ấy thì ghi vào sổ:  {words}; là văn bản khác thì chuyển ra khỏi thư "
            "mục kết quả rồi cấp số khác",
            entry,
        )
    sentence = f"{one.shown} mang số {one.sign} của tệp {order.file}"
    cure = "đây là bản sao: chuyển ra khỏi thư mục kết quả, đừng sửa hay phát hành bản này"
    return Finding("number-copied", sentence, cure, entry)


def _lost(workspace: Workspace, one: _Stranger, entries: list[Entry]) -> Finding:
    if one.unit:
        sentence = f"{one.shown} mang số {one.sign} nhưng sổ đăng ký không có số này"
        return Finding("number-unknown", sentence, _unknown(workspace, one, entries))
    sentence = f"{one.shown} mang số {one.sign}, không phải tệp của sổ đăng ký và không ở thư mục của đơn vị nào"
    cure = (
        "bản sao thì chuyển ra khỏi thư mục kết quả; văn bản của một đơn vị thì đưa về thư mục của đơn vị ấy "
        "rồi chạy lại  docgen register verify"
    )
    return Finding("number-unknown", sentence, cure)


def _stranger(workspace: Workspace, out: Path, path: Path) -> _Stranger:
    sign = carried(path)
    folders = path.relative_to(out).parent.parts
    unit = next((name for name in reversed(folders) if name in workspace.unit_files()), "")
    day = day_on(path) if sign else None
    return _Stranger(path, _shown(workspace.root, path), unit, sign, day)


def _is_of(one: _Stranger, entry: Entry, workspace: Workspace) -> bool:
    """Tell whether a document with the sign of *entry*'s is the same one: numbers begin anew each year.

    Where it bears no day its words tell.
    """
    if one.day:
        return one.day.year == entry.order.series.year
    path = workspace.root / entry.order.file
    return carried(path) == one.sign and not any(changes(path.read_bytes(), one.path.read_bytes()))


def _unknown(workspace: Workspace, one: _Stranger, entries: list[Entry]) -> str:
    """Return what to do with a document that bears a number of which the book knows nothing."""
    made = one.day and made_from(one.path) == stamp(one.sign, one.day)
    return (
        "nếu đã phát hành: khôi phục sổ từ bản sao lưu mới nhất (docgen register restore); sổ không còn "
        f"bản nào có số này thì {_given_again(workspace, one, entries) if made else _entered(one)}; nếu "
        "chưa phát hành: xóa tệp rồi cấp số bằng docgen issue"
    )


def _entered(one: _Stranger) -> str:
    """Return how a document that docgen did not make, or knows no more, comes into the book."""
    notation = one.sign.partition("/")[2]
    kind = ABBREVIATIONS.get(notation.partition("-")[0], TYPES["cong-van"])
    words = added(one.unit, kind.name, one.number, short_date(one.day) if one.day else "NGÀY")
    letters = "" if kind.ten_loai else f" --notation {notation}"
    return f'ghi vào sổ:  {words}{letters} --file "{one.shown}"'


def _given_again(workspace: Workspace, one: _Stranger, entries: list[Entry]) -> str:
    """Return how docgen's document gets its number again, where a former one is in force as well."""
    assert one.day, "docgen's document bears a day"
    former = _former(workspace, one, entries)
    command = command_for(workspace, former) if former else "docgen issue …"
    again = f"cấp lại đúng số ấy:  {command} --number {one.number} --date {short_date(one.day)}"
    of_year = one.path.parent.parent.name
    if not former and of_year != str(one.day.year):
        again += f" --year {of_year}"
    if "_thay-the" in one.path.stem:
        return f'{again} --replace "lý do"'
    if former:
        void = f'docgen register void {words_for(former)} --reason "lý do"'
        return f"hủy số {former.sign} đã cấp trước cho văn bản này:  {void};  rồi {again}"
    return again


def _former(workspace: Workspace, one: _Stranger, entries: list[Entry]) -> Entry | None:
    """Return the line in force of the document that docgen would call as this one is called."""

    def place(path: Path) -> tuple[Path, str]:
        return path.parent.resolve(), _ANEW.sub("", path.stem)

    ours = (entry for entry in entries if entry.order.kind and entry.state in LIVE)
    of = place(one.path)
    return next((row for row in ours if place(workspace.root / row.order.file) == of), None)


def day_on(path: Path) -> date | None:
    """Return the day that a document bears in its head."""
    found = _DAY.search(words_of(path.read_bytes())[0].replace("\N{NO-BREAK SPACE}", " "))
    try:
        return parse_date(found[0]) if found else None
    except DateError:
        return None
