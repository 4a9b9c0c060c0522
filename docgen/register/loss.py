"""What would be lost if an older copy of the book took the place of this one."""

from __future__ import annotations

from pathlib import Path

from docgen.errors import DocgenError
from docgen.register.backup import is_whole
from docgen.register.entry import Entry
from docgen.register.errors import RegisterDamagedError
from docgen.register.store import Register

_FEW = 5


class LosesNumbersError(DocgenError):
    """The backup is older than numbers that were given since; they would be given twice."""

    code = "restore-loses-numbers"

    def __init__(self, backup: Path, lost: list[Entry]) -> None:
        few = ", ".join(f"{one.sign} ({one.order.unit})" for one in lost[:_FEW])
        more = "…" if len(lost) > _FEW else ""
        super().__init__(
            f"Sổ hiện nay vẫn dùng được; bản sao lưu {backup.name} thiếu {len(lost)} số đã cấp: "
            f"{few}{more}. Khôi phục thì các số này bị cấp lại cho văn bản khác. "
            "Vẫn muốn khôi phục thì thêm --force."
        )


def check_loss(path: Path, backup: Path) -> None:
    """Raise LosesNumbersError where the register is whole and holds numbers that *backup* has not."""
    if not (path.exists() and is_whole(path) and is_whole(backup)):
        return
    try:
        ours = Register(path).entries()
    except RegisterDamagedError:
        return  # there is nothing in it to be lost that could be told
    kept = {(one.order.series, one.number) for one in Register(backup).entries()}
    lost = [one for one in ours if (one.order.series, one.number) not in kept]
    if lost:
        raise LosesNumbersError(backup, lost)
