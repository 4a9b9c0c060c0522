"""A report for programs: JSON, stable and told key by key in docs/kiem-tra.md."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from docgen.check.fix.advice import SAFE_KIND, advise
from docgen.check.report.account import Account, Document
from docgen.check.report.limits import demanded, remedy
from docgen.check.report.sentence import LEVELS
from docgen.check.rule import Rule
from docgen.check.verdict import FAIL, NOT_APPLICABLE, NOT_EVALUATED, PASS, Finding, Verdict

VERSION = 1
"""Of the form: it grows when a key changes its meaning or goes, not when one is added."""
OUTCOMES = {
    PASS: "dat",
    FAIL: "chua-dat",
    NOT_EVALUATED: "khong-xet-duoc",
    NOT_APPLICABLE: "khong-ap-dung",
}


def as_json(accounts: Sequence[Account], version: str) -> str:
    """Return the report of all files; *version* is docgen's."""
    whole = {
        "phien_ban": VERSION,
        "docgen": version,
        "dat": all(account.fine for account in accounts),
        "tep": [_file(account) for account in accounts],
    }
    return json.dumps(whole, ensure_ascii=False, indent=1) + "\n"


def rules_as_json(rules: Sequence[Rule]) -> str:
    """Return the rules themselves."""
    rows = [
        {
            "ma": rule.id,
            "nhom": rule.family,
            "quy_dinh": rule.demands,
            "can_cu": rule.source,
            "muc_do": LEVELS[rule.severity],
            "tham_so": dict(rule.default),
            "loai_van_ban": sorted(rule.types),
            "ban_nhap": rule.drafts,
        }
        for rule in rules
    ]
    return json.dumps(rows, ensure_ascii=False, indent=1, default=list) + "\n"


def _file(account: Account) -> dict[str, Any]:
    return {
        "tep": account.file,
        "dat": account.fine,
        "loi": account.error,
        "ma_loi": account.code,
        "sua": _repair(account),
        "van_ban": [_document(document) for document in account.documents],
    }


def _repair(account: Account) -> dict[str, Any] | None:
    repair = account.repair
    if repair is None:
        return None
    return {
        "ban_sao": account.file if repair.copy else "",
        "co_san": repair.again,
        "da_sua": [{"ma": name, "so_cho": number} for name, number in repair.mended],
        "vi_sao": repair.why,
        "ghi_chu": list(repair.notes),
    }


def _document(document: Document) -> dict[str, Any]:
    severities = document.severities
    return {
        "ket_qua": document.state,
        "ket_luan": document.conclusion,
        "loai": document.kind,
        "pham_vi": document.scope,
        "ngay": document.day.isoformat() if document.day else None,
        "ban_nhap": document.draft,
        "so_loi": severities["error"],
        "so_nhac": severities["warning"],
        "so_luu_y": severities["info"],
        "phat_hien": [_finding(document, finding) for finding in document.findings],
        "bo_qua": [{**_finding(document, each), "ly_do": why} for each, why in document.excused],
        "can_bo_sung": [_finding(document, finding) for finding in document.gaps],
        "quy_tac": [_verdict(verdict) for verdict in document.verdicts],
    }


def _finding(document: Document, finding: Finding) -> dict[str, Any]:
    advice = advise(finding.rule.id)
    return {
        "ma": finding.rule.id,
        "muc_do": LEVELS[finding.severity],
        "o": finding.hit.where.words,
        "phan": finding.hit.where.section,
        "thay": finding.hit.found,
        "quy_dinh": demanded(document, finding),
        "can_cu": finding.rule.source,
        "cach_sua": finding.rule.id if advice.kind == SAFE_KIND else "",
        "loai_sua": advice.kind,
        "loi_khuyen": remedy(document, finding),
    }


def _verdict(verdict: Verdict) -> dict[str, Any]:
    return {
        "ma": verdict.rule.id,
        "ket_qua": OUTCOMES[verdict.outcome],
        "ly_do": verdict.reason,
        "ma_ly_do": verdict.code,
    }
