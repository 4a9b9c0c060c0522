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
from docgen.load.nodes import Loc, compose
from docgen.load.record import did_you_mean, guess, read_record
from docgen.load.root import PROFILE
from docgen.load.source import read_source
from docgen.load.workspace import Loaded
from docgen.model.profile import BoQua, KiemTra
from docgen.model.types import mistake, to_line, to_number, to_yes_no
from docgen.vietnamese.letters import nfc

Catalogue = Mapping[str, Mapping[str, Any]]


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
    value = None
    if document.value is not None or all(each.warning for each in problems):
        value, faults = read_record(document, KiemTra)
        problems += faults
    if value is None:
        return Profile(root), problems
    reader = _Reader(Loaded(value, document), catalogue, families)
    numbers = reader.read()
    return Profile(root, value, numbers), problems + reader.problems


@dataclass(slots=True)
class _Reader:
    """Holds one profile against the rules."""

    loaded: Loaded[KiemTra]
    catalogue: Catalogue
    families: Collection[str]
    problems: list[Problem] = field(default_factory=list)

    def read(self) -> dict[str, dict[str, Any]]:
        numbers: dict[str, dict[str, Any]] = {}
        for rule, change in self.loaded.value.quy_tac.items():
            loc: Loc = ("quy_tac", rule)
            if rule not in self.catalogue:
                self._unknown(loc, rule, self.catalogue, key=True)
                continue
            own = {
                option: self._number(rule, option, value)
                for option, value in change.tham_so.items()
                if self._known(rule, option)
            }
            if own:
                numbers[rule] = own
        for row, excuse in enumerate(self.loaded.value.bo_qua):
            names = [*self.catalogue, *self.families]
            if excuse.quy_tac not in names:
                self._unknown(("bo_qua", row, "quy_tac"), excuse.quy_tac, names, key=False)
        return numbers

    def _unknown(self, loc: Loc, name: str, known: Collection[str], *, key: bool) -> None:
        meant = guess(name, known)
        hint = f"viết {meant}" if meant else "xem các quy tắc bằng: docgen check --rules"
        message = f"Không có quy tắc “{name}”.{did_you_mean(name, known)}"
        self.problems.append(
            self.loaded.document.problem(loc, "unknown-rule", message, hint, key=key)
        )

    def _known(self, rule: str, option: str) -> bool:
        known = self.catalogue[rule]
        if option in known:
            return True
        hint = f"tham số của quy tắc này: {', '.join(known)}" if known else "xóa dòng này"
        lacks = f"Quy tắc “{rule}” không có tham số “{option}”.{did_you_mean(option, known)}"
        loc = ("quy_tac", rule, "tham_so", option)
        self.problems.append(
            self.loaded.document.problem(loc, "unknown-option", lacks, hint, key=True)
        )
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
                self.loaded.problem(loc, error.type, message, context.get("hint", ""))
            )
            return default


def _like(default: Any, typed: Any) -> Any:
    """Return what was typed as a value of the kind of *default*."""
    if isinstance(default, (tuple, list)):
        return _list_like(list(default), typed)
    if isinstance(default, bool):
        return to_yes_no(typed)
    if isinstance(default, (int, float)):
        return float(to_number(typed))
    return to_line(typed)


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
