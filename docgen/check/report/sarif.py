"""A report as SARIF 2.1.0, for tools that collect the findings of many programs.

A .docx has no lines: a finding stands at a logical location (“đoạn 12”). A rule that could not
tell is a result of kind "open", an excused fault has a suppression with its reason, a file that
could not be read is a notification of a failed invocation.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from hashlib import sha256
from pathlib import PurePath
from typing import Any
from urllib.parse import quote

from docgen.check.report.account import Account, Document
from docgen.check.report.limits import demanded
from docgen.check.rule import Rule
from docgen.check.verdict import Finding, Verdict

SCHEMA = (
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
)
DECREE = "https://datafiles.chinhphu.vn/cpp/files/vbpq/2020/03/30.signed.pdf"
"""The decree as the Government publishes it."""
_LEVELS = {"error": "error", "warning": "warning", "info": "note"}


def as_sarif(accounts: Sequence[Account], rules: Sequence[Rule], version: str) -> str:
    """Return the report of all files; *version* is docgen's."""
    index = {rule.id: number for number, rule in enumerate(rules)}
    run = {
        "tool": {
            "driver": {"name": "docgen", "version": version, "rules": [_rule(r) for r in rules]}
        },
        "columnKind": "unicodeCodePoints",
        "artifacts": [{"location": {"uri": _uri(account.file)}} for account in accounts],
        "invocations": [
            {
                "executionSuccessful": not any(account.error for account in accounts),
                "toolExecutionNotifications": [_unread(a) for a in accounts if a.error],
            }
        ],
        "results": [result for account in accounts for result in _results(account, index)],
    }
    whole = {"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}
    return json.dumps(whole, ensure_ascii=False, indent=1) + "\n"


def _rule(rule: Rule) -> dict[str, Any]:
    words: dict[str, Any] = {
        "id": rule.id,
        "shortDescription": {"text": rule.demands},
        "fullDescription": {"text": f"{rule.demands} Căn cứ: {rule.source}."},
        "help": {"text": f"{rule.demands} Căn cứ: {rule.source}."},
        "defaultConfiguration": {"level": _LEVELS[rule.severity]},
        "properties": {"tags": [rule.family], "can_cu": rule.source},
    }
    if "30/2020" in rule.source:
        words["helpUri"] = DECREE
    return words


def _results(account: Account, index: Mapping[str, int]) -> Iterator[dict[str, Any]]:
    for number, document in enumerate(account.documents, start=1):
        inside = f"văn bản {number}/" if len(account.documents) > 1 else ""
        for finding in document.findings:
            yield _finding(account.file, inside, document, finding, index)
        for finding, reason in document.excused:
            why = {"kind": "external", "status": "accepted", "justification": reason}
            yield {
                **_finding(account.file, inside, document, finding, index),
                "suppressions": [why],
            }
        for verdict in document.unjudged:
            yield _open(account.file, inside, verdict, index)


def _finding(
    file: str, inside: str, document: Document, finding: Finding, index: Mapping[str, int]
) -> dict[str, Any]:
    rule, hit = finding.rule, finding.hit
    mark = sha256(f"{rule.id}\n{inside}{hit.where.words}\n{hit.found}".encode()).hexdigest()
    return {
        "ruleId": rule.id,
        "ruleIndex": index[rule.id],
        "level": _LEVELS[finding.severity],
        "message": {"text": f"{hit.found}. {demanded(document, finding)}"},
        "locations": [_location(file, inside + hit.where.words)],
        "partialFingerprints": {"docgen/v1": mark[:32]},
    }


def _open(file: str, inside: str, verdict: Verdict, index: Mapping[str, int]) -> dict[str, Any]:
    return {
        "ruleId": verdict.rule.id,
        "ruleIndex": index[verdict.rule.id],
        "kind": "open",
        "level": "none",
        "message": {"text": f"Không xét được: {verdict.reason}."},
        "locations": [_location(file, f"{inside}văn bản")],
    }


def _location(file: str, where: str) -> dict[str, Any]:
    return {
        "physicalLocation": {"artifactLocation": {"uri": _uri(file)}},
        "logicalLocations": [{"fullyQualifiedName": where, "name": where.rpartition("/")[2]}],
    }


def _unread(account: Account) -> dict[str, Any]:
    return {
        "level": "error",
        "descriptor": {"id": account.code},
        "message": {"text": account.error},
        "locations": [{"physicalLocation": {"artifactLocation": {"uri": _uri(account.file)}}}],
    }


def _uri(file: str) -> str:
    """Return a file's name as a relative or file: URI."""
    path = PurePath(file)
    return path.as_uri() if path.is_absolute() else quote(path.as_posix())
