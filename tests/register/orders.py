"""Orders for numbers, and processes that ask for them at the same moment or are killed."""

from __future__ import annotations

import os
import pickle
import traceback
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

from docgen.register import Entry, Order
from docgen.register.entry import Series
from docgen.register.store import FILE, Register

DAY = date(2025, 3, 3)
ROW = Series("phuong-cau-dat", 2025)


def order(ma: str, day: date = DAY, series: Series = ROW, **others: Any) -> Order:
    """Return the order of a giấy mời by the name of its file."""
    told: dict[str, Any] = {
        "series": series,
        "kind": "giay-moi",
        "unit": series.issuer,
        "ma": ma,
        "notation": "GM-UBND",
        "type_name": "Giấy mời",
        "subject": "Họp giao ban",
        "signer": "Nguyễn Văn A",
        "title": "CHỦ TỊCH",
        "recipients": "Các tổ dân phố",
        "archive": "VT",
        "copies": 12,
        "file": f"out/2025/{series.issuer}/giay-moi-{ma}.docx",
        "day": day,
    }
    return Order(**(told | others))


def register(folder: Path) -> Register:
    return Register(folder / FILE)


def give(book: Register, *names: str, day: date = DAY) -> list[Entry]:
    """Number documents and finish them; no file is written."""
    found = book.take([order(name, day) for name in names])
    book.finish((entry, "0") for entry in found)
    return found


def numbers(book: Register) -> list[int]:
    return [entry.number for entry in book.entries()]


class Child:
    """A forked process that does something and tells what came of it."""

    def __init__(self, work: Callable[[], Any]) -> None:
        self._read, write = os.pipe()
        self.pid = os.fork()
        if self.pid:
            os.close(write)
            return
        told: Any = None
        try:
            told = True, work()
        except BaseException as error:  # noqa: BLE001 - its parent raises it
            traceback.print_exc()
            told = False, str(error)
        finally:
            with os.fdopen(write, "wb") as pipe:
                pipe.write(pickle.dumps(told))
            os._exit(0)

    def kill(self) -> None:
        """End it as a power cut would: no handler runs."""
        os.kill(self.pid, 9)

    def result(self) -> Any:
        """Wait for its end and return what it returned; None if it was killed."""
        with os.fdopen(self._read, "rb") as pipe:
            told = pipe.read()
        os.waitpid(self.pid, 0)
        if not told:
            return None
        well, result = pickle.loads(told)
        assert well, result
        return result


def in_child(work: Callable[[], Any]) -> Any:
    """Return what *work* returns in a process of its own."""
    return Child(work).result()
