"""Names of rules and of groups of rules, as people type them after --select, --ignore, --rules."""

from __future__ import annotations

from collections.abc import Collection

from docgen.check import rules
from docgen.check.rule import Rule
from docgen.check.run import FAMILIES, UnknownRuleError
from docgen.errors import near

_MOST = 6


def refuse_unknown(names: Collection[str]) -> None:
    """Refuse names that are no rule's and no group's; say which are near."""
    known = [*rules(), *FAMILIES]
    for name in names:
        if name not in known:
            raise UnknownRuleError(name, known, _hint(name, known))


def chosen(select: Collection[str], ignore: Collection[str]) -> list[Rule]:
    """Return the rules that are meant, all where none is named."""
    refuse_unknown([*select, *ignore])
    named, left = set(select), set(ignore)
    return [
        rule
        for rule in rules().values()
        if (not named or named & {rule.id, rule.family}) and not left & {rule.id, rule.family}
    ]


def _hint(name: str, known: Collection[str]) -> str:
    """Return what may have been meant, by the names and by the Vietnamese titles of the groups."""
    from docgen.check.report.catalogue import FAMILIES as TITLES
    from docgen.vietnamese.letters import fold

    typed = fold(name)
    titled = [each for each, title in TITLES.items() if f" {typed}" in f" {fold(title)}"]
    inside = [each for each in known if typed in each.split("-")]
    found = list(dict.fromkeys([*titled, *inside]))[:_MOST]
    if near(name, known) and not found:
        return ""
    meant = f" Gần nhất: {', '.join(found)}." if found else ""
    groups = ", ".join(FAMILIES)
    return f"{meant} Các nhóm: {groups}. Xem tên và nghĩa: docgen check --rules"
