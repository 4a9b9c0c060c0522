"""A rule: a stable id, the clause it rests on, its own numbers, one small generator.

    @rule("page-margins", source="khoản 3 Mục I Phần I Phụ lục I NĐ 30/2020", rank="decree", ...)
    def page_margins(sheet: Sheet, options: Options) -> Hits: ...

A rule yields a hit for each fault: the place, what was found, what the clause demands. It never
sees XML. What it cannot judge it says by raising NotEvaluated; what does not concern the document
(Kính gửi in a plan …) is told by *types* and *needs*, so that nothing passes in silence.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from types import MappingProxyType
from typing import Any, NamedTuple

from docgen.check.layout import Place
from docgen.check.sheet import Sheet

Options = Mapping[str, Any]
SEVERITIES = MappingProxyType({"decree": "error", "form": "warning", "practice": "info"})
"""What a fault weighs by the rank of its source: the decree's text, its official forms, practice."""

IN_FORCE = date(2020, 3, 5)
"""When the decree came into force (Điều 37); a rule of a later law says so by its *since*."""


class NotEvaluated(Exception):  # noqa: N818 - it is a verdict, not an error
    """The rule cannot tell, and says why in Vietnamese."""


class Hit(NamedTuple):
    """One fault: where, what was found (Vietnamese), and a severity of its own if it has one."""

    where: Place
    found: str
    severity: str = ""
    fix: str = ""  # the name of the safe fix that mends it, if there is one
    demands: str = ""  # what this fault breaks, where that is not the rule's own sentence


Hits = Iterator[Hit]
Check = Callable[[Sheet, Options], Hits]


@dataclass(frozen=True, slots=True, eq=False)
class Rule:
    """A rule as registered. *demands* is the sentence that the clause demands (Vietnamese)."""

    id: str
    source: str
    demands: str
    rank: str
    check: Check
    default: Options = field(default_factory=dict)
    types: frozenset[str] = frozenset()  # kinds of document it is for; empty: all
    needs: tuple[str, ...] = ()  # roles without which it cannot be judged
    drafts: bool = True  # false: not for a draft
    since: date = IN_FORCE
    until: date | None = None

    @property
    def severity(self) -> str:
        """The weight of a fault, by the rank of the source."""
        return SEVERITIES[self.rank]

    @property
    def family(self) -> str:
        """The module that the rule stands in, "page" or "title"."""
        return self.check.__module__.rpartition(".")[2]


RULES: dict[str, Rule] = {}
"""All rules by id, in the order of their modules."""


def rule(
    id: str,  # noqa: A002 - it is what everybody calls it
    *,
    source: str,
    demands: str,
    rank: str = "decree",
    **more: Any,
) -> Callable[[Check], Check]:
    """Register a generator as a rule; its docstring holds ``Bad:`` and ``Good:`` examples."""

    def register(check: Check) -> Check:
        assert id not in RULES, f"hai quy tắc cùng tên {id}"
        doc = check.__doc__ or ""
        assert "Bad:" in doc, f"{id} thiếu Bad:"
        assert "Good:" in doc, f"{id} thiếu Good:"
        if "types" in more:
            more["types"] = frozenset(more["types"])
        RULES[id] = Rule(id, source, demands, rank, check, **more)
        return check

    return register
