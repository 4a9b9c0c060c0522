"""kiem_tra.yaml read, each name and number held against the rules that there are.

This layer knows no rules: it is given a catalogue of them, {id: {option: default}}.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from fnmatch import fnmatchcase
from pathlib import Path
from typing import Any

from pydantic_core import PydanticCustomError

from docgen.errors import Problem
from docgen.load.nodes import Document, Loc, compose
from docgen.load.record import did_you_mean, guess, read_record
from docgen.load.root import PROFILE
from docgen.load.source import read_source
from docgen.model.profile import BoQua, KiemTra
from docgen.model.types import mistake, to_line, to_number, to_yes_no
from docgen.vietnamese.letters import nfc

Catalogue = Mapping[str, Mapping[str, Any]]
_FAR, _SMALL = 4, 50
"""A number is at most so many times that of the rule, if that is not small."""


@dataclass(frozen=True, slots=True)
class Profile:
    """What kiem_tra.yaml says; *numbers* are the options of rules, read as the rules want them."""

    root: Path
    value: KiemTra = field(default_factory=KiemTra)
    numbers: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)

    def options(self, file: Path) -> dict[str, Mapping[str, Any]]:
        """Return the options that hold for *file*, by rule."""
        return {rule: own for rule, own in self.numbers.items() if self._changes(rule, file)}

    def levels(self, file: Path) -> dict[str, str]:
        """Return the severities, in words, that hold for *file*, by rule."""
        return {
            rule: change.muc_do
            for rule, change in self.value.quy_tac.items()
            if change.muc_do and self._changes(rule, file)
        }

    def excuses(self, file: Path) -> list[BoQua]:
        """Return the excuses that hold for *file*."""
        return [row for row in self.value.bo_qua if _matches(row.tep, self.root, file)]

    def _changes(self, rule: str, file: Path) -> bool:
        return _matches(self.value.quy_tac[rule].tep, self.root, file)


def load_profile(
    root: Path, catalogue: Catalogue, families: Collection[str]
) -> tuple[Profile, list[Problem]]:
    """Return the profile of the workspace at *root* with every problem in it.

    A workspace without the file has an empty profile.
    """
    path = root / PROFILE
    if not path.exists():
        return Profile(root), []
    source, problems = read_source(path)
    document, found = compose(source)
    problems += found
    if document.value is None and not all(each.warning for each in problems):
        return Profile(root), problems
    value, faults = read_record(document, KiemTra)
    reader = _Reader(document, catalogue, families)
    numbers = reader.read()  # also what is no record: all mistakes are told at once
    found = sorted(
        [*faults, *reader.problems], key=lambda each: (each.place.line, each.place.column)
    )
    if value is None:
        return Profile(root), problems + found
    return Profile(root, value, numbers), problems + found


@dataclass(slots=True)
class _Reader:
    """Holds what is written against the rules, wherever it has the form that it should have."""

    document: Document
    catalogue: Catalogue
    families: Collection[str]
    problems: list[Problem] = field(default_factory=list)

    def read(self) -> dict[str, dict[str, Any]]:
        """Return the options that are written, by rule."""
        written = self.document.value if isinstance(self.document.value, dict) else {}
        self._excuses(written.get("bo_qua"))
        changes = written.get("quy_tac")
        numbers: dict[str, dict[str, Any]] = {}
        for rule, change in changes.items() if isinstance(changes, dict) else ():
            if rule not in self.catalogue:
                self._unknown(("quy_tac", rule), rule, self.catalogue, key=True)
                continue
            typed = change.get("tham_so") if isinstance(change, dict) else None
            own = {
                option: self._number(rule, option, value)
                for option, value in (typed.items() if isinstance(typed, dict) else ())
                if value is not None and self._known(rule, option)
            }
            if own:
                numbers[rule] = own
        return numbers

    def _excuses(self, rows: Any) -> None:
        names = [*self.catalogue, *self.families]
        for number, row in enumerate(rows if isinstance(rows, list) else ()):
            name = row.get("quy_tac") if isinstance(row, dict) else None
            if isinstance(name, str) and nfc(name).strip() not in names:
                self._unknown(("bo_qua", number, "quy_tac"), name, names, key=False)

    def _unknown(self, loc: Loc, name: str, known: Collection[str], *, key: bool) -> None:
        meant = guess(name, known)
        hint = f"viết {meant}" if meant else "xem các quy tắc bằng: docgen check --rules"
        if name in self.families:
            message = f"“{name}” là một nhóm; ở đây chỉ ghi được từng quy tắc"
        else:
            message = f"Không có quy tắc “{name}”.{did_you_mean(name, known)}"
        self.problems.append(self.document.problem(loc, "unknown-rule", message, hint, key=key))

    def _known(self, rule: str, option: str) -> bool:
        known = self.catalogue[rule]
        if option in known:
            return True
        hint = f"tham số của quy tắc này: {', '.join(known)}" if known else "xóa dòng này"
        lacks = f"Quy tắc “{rule}” không có tham số “{option}”.{did_you_mean(option, known)}"
        loc = ("quy_tac", rule, "tham_so", option)
        self.problems.append(self.document.problem(loc, "unknown-option", lacks, hint, key=True))
        return False

    def _number(self, rule: str, option: str, typed: Any) -> Any:
        default = self.catalogue[rule][option]
        try:
            return _like(default, typed)
        except PydanticCustomError as error:
            context = error.context or {}
            loc = ("quy_tac", rule, "tham_so", option)
            message = f"“{option}”: {context.get('sentence', '')}"
            self.problems.append(
                self.document.problem(loc, error.type, message, context.get("hint", ""))
            )
            return default


def _like(default: Any, typed: Any) -> Any:
    """Return what was typed as a value of the kind of *default*, and of its order of size."""
    if isinstance(default, (tuple, list)):
        return _list_like(list(default), typed)
    if isinstance(default, bool):
        return to_yes_no(typed)
    if isinstance(default, (int, float)):
        return _sensible(float(to_number(typed)), default)
    return to_line(typed)


def _sensible(number: float, default: float) -> float:
    """Return a number that can be meant; a slip of the hand makes a margin of 999 mm."""
    most = max(_FAR * default, _SMALL)
    if not 0 <= number <= most:
        hint = f"viết một số từ 0 đến {most:g}; mức của quy tắc là {default:g}".replace(".", ",")
        raise mistake("out-of-range", f"số {number:g} không dùng được".replace(".", ","), hint)
    return number


def _list_like(default: list[Any], typed: Any) -> tuple[Any, ...]:
    span = len(default) == 2 and all(isinstance(end, (int, float)) for end in default)
    hint = 'viết  [13, 14]; số lẻ đặt trong ngoặc kép: ["13,5", 14]' if span else "viết  [a, b]"
    if not isinstance(typed, list):
        raise mistake("not-a-list", "phải là danh sách", hint)
    values = tuple(_like(default[0] if default else "", each) for each in typed)
    if span and len(values) != 2:
        raise mistake("not-a-span", f"phải có hai số (từ, đến), đang có {len(values)}", hint)
    if span and values[0] > values[1]:
        raise mistake("not-a-span", "số đầu lớn hơn số sau", "đổi chỗ hai số")
    return values


def _matches(patterns: list[str], root: Path, file: Path) -> bool:
    """Return whether *file* is one of those that are meant; no pattern means all."""
    whole = file.resolve()
    told = whole.relative_to(root) if whole.is_relative_to(root) else whole
    names = nfc(told.as_posix()), nfc(whole.name)
    return not patterns or any(
        fnmatchcase(names["/" not in pattern], nfc(pattern)) for pattern in patterns
    )
