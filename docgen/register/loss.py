"""What would be lost if an older copy of the book took the place of this one."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from docgen.errors import DocgenError
from docgen.register.copies import is_whole
from docgen.register.entry import LIVE, Entry, Series
from docgen.register.errors import RegisterDamagedError
from docgen.register.file import check_link
from docgen.register.store import Register

_FEW = 5


class LosesNumbersError(DocgenError):
    """The backup is older than numbers that were given since; they would be given twice."""

    code = "restore-loses-numbers"

    def __init__(self, backup: Path, lost: list[Entry]) -> None:
        super().__init__(
            f"Sổ hiện nay vẫn dùng được; bản sao lưu {backup.name} thiếu {len(lost)} số đã cấp: "
            f"{_few(lost)}. Khôi phục thì các số này bị cấp lại cho văn bản khác. "
            "Vẫn muốn khôi phục thì thêm --force."
        )


class LosesChangesError(DocgenError):
    """What became of some lines since the backup was made would be undone."""

    code = "restore-loses-changes"

    def __init__(self, backup: Path, changed: list[Entry]) -> None:
        super().__init__(
            f"Sổ hiện nay vẫn dùng được; bản sao lưu {backup.name} chưa có điều đã ghi sau đó ở "
            f"{len(changed)} số (hủy, thay thế, đính chính hay sửa dòng): {_few(changed)}. Khôi phục thì các "
            "điều ấy mất. Vẫn muốn khôi phục thì thêm --force."
        )


def _few(entries: list[Entry]) -> str:
    few = ", ".join(f"{one.sign} ({one.order.unit})" for one in entries[:_FEW])
    return few + ("…" if len(entries) > _FEW else "")


def check_loss(path: Path, backup: Path | None) -> None:
    """Raise where the register is whole and holds what *backup* has not.

    LosesNumbersError for numbers, LosesChangesError for what became of them. Raises
    RegisterAwayError where the register may be whole on a drive that is not connected.
    """
    check_link(path)
    if not (backup and path.exists() and is_whole(path) and is_whole(backup)):
        return
    try:
        ours = Register(path).entries()
    except RegisterDamagedError:
        return  # there is nothing in it to be lost that could be told
    kept = {_place(one): _lasting(one) for one in Register(backup).entries()}
    if lost := [one for one in ours if _place(one) not in kept]:
        raise LosesNumbersError(backup, lost)
    if changed := [one for one in ours if _lasting(one) != kept[_place(one)]]:
        raise LosesChangesError(backup, changed)


def _place(entry: Entry) -> tuple[Series, int]:
    return entry.order.series, entry.number


def _lasting(entry: Entry) -> Entry:
    """Return a line without what ``docgen issue`` writes again by itself: that its file is in place."""
    if entry.state not in LIVE or entry.order.by_hand:
        return entry
    return replace(entry, state="đã cấp", digest="", order=replace(entry.order, digest=""))
