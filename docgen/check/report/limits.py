"""What a rule demands of an office: its own numbers where kiem_tra.yaml changes those of the decree."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any

from docgen.check.fix.advice import advise
from docgen.check.rule import Options, Rule
from docgen.check.verdict import Finding, Verdict

if TYPE_CHECKING:
    from docgen.check.report.account import Document

_BY_LIMITS = "Sửa theo mức ghi trong kiem_tra.yaml."


def demanded(document: Document, finding: Finding) -> str:
    """Return what must be kept, after the office's own numbers if it has any."""
    words, own = finding.hit.demands or finding.rule.demands, document.limits.get(finding.rule.id)
    if own is None:
        return words
    return own if own.endswith(".") else f"{own} {words}"


def remedy(document: Document, finding: Finding) -> str:
    """Return what to do about a fault: advice tells the decree's numbers, not an office's."""
    if finding.rule.id in document.limits:
        return _BY_LIMITS
    return advise(finding.rule.id).words


def limits(verdicts: Iterable[Verdict], options: Mapping[str, Options]) -> dict[str, str]:
    """Return the numbers that an office has changed, by rule; a colon tells that the rest holds."""
    found = {}
    for verdict in verdicts if options else ():
        rule, own = verdict.rule, options.get(verdict.rule.id, {})
        changed = {key: words for key, value in own.items() if (words := _new(rule, key, value))}
        if changed:
            told = "; ".join(f"{key} {words}" for key, words in changed.items())
            rest = "." if _whole(rule, changed) else ". Ngoài ra:"
            found[rule.id] = f"Theo kiem_tra.yaml, thay mức của nghị định: {told}{rest}"
    return found


def _new(rule: Rule, key: str, value: Any) -> str:
    """Return an office's value in words; nothing if the rule says the same."""
    words = written(value)
    return "" if words == written(rule.default[key]) else words


def _whole(rule: Rule, changed: Mapping[str, str]) -> bool:
    return all(key in changed or key.startswith("tolerance") for key in rule.default)


def written(value: Any) -> str:
    """Return a number or a list as it is written in kiem_tra.yaml."""
    if isinstance(value, (tuple, list)):
        return f"[{', '.join(map(written, value))}]"
    if isinstance(value, bool):
        return "có" if value else "không"
    if isinstance(value, float):
        words = f"{value:g}".replace(".", ",")
        return f'"{words}"' if "," in words else words
    return str(value)
