"""The rules themselves: a list for a terminal, and the page docs/quy-tac.md."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from inspect import cleandoc

from docgen.check.report.limits import written
from docgen.check.report.sentence import LEVELS
from docgen.check.rule import Rule
from docgen.vietnamese.document_types import TYPES

FAMILIES: Mapping[str, str] = {
    "page": "Khổ giấy, lề, số trang",
    "fonts": "Phông chữ, màu chữ",
    "header": "Quốc hiệu, Tiêu ngữ",
    "issuer": "Tên cơ quan ban hành",
    "number": "Số, ký hiệu",
    "place_date": "Địa danh, thời gian ban hành",
    "title": "Tên loại, trích yếu",
    "subject": "Trích yếu công văn",
    "addressee": "Kính gửi",
    "body": "Lời văn",
    "whole": "Nội dung đủ trong tệp",
    "numbering": "Phần, chương, mục, điều, khoản, điểm",
    "signature": "Quyền hạn, chức vụ của người ký",
    "signer": "Họ tên người ký",
    "recipients": "Nơi nhận",
    "annex": "Phụ lục",
    "annex_pages": "Trang của phụ lục",
    "marks": "Dấu chỉ mức độ khẩn, độ mật, ký hiệu người soạn thảo",
    "capitals": "Viết hoa",
    "orthography": "Chính tả, dấu câu",
    "citations": "Viện dẫn",
    "technical": "Tệp văn bản",
    "two_tier": "Chính quyền địa phương hai cấp",
}
"""What a family of rules is called."""
_INTRO = """\
# Quy tắc của docgen check

Trang này do máy viết từ chính các quy tắc, không sửa tay. Viết lại:

```console
docgen check --rules --out docs/quy-tac.md
```

Mỗi quy tắc ghi điều phải giữ, căn cứ, mức độ (lỗi: chữ của nghị định; nhắc: theo mẫu kèm nghị định; lưu ý: thông lệ) và các tham số mà [kiem_tra.yaml](kiem-tra.md) đổi được. Một chỗ sai có thể nhẹ hơn mức của quy tắc. Trong ví dụ, dấu / giữa hai dòng chữ nghĩa là xuống dòng.
"""


def listing(rules: Sequence[Rule]) -> Iterator[str]:
    """Yield a line for each rule, below the name of its group: id, severity, what is demanded."""
    width = max((len(rule.id) for rule in rules), default=0)
    for family in dict.fromkeys(rule.family for rule in rules):
        yield f"{family} – {FAMILIES.get(family, family)}"
        for rule in rules:
            if rule.family == family:
                yield f"  {rule.id:{width}}  {LEVELS[rule.severity]:5}  {rule.demands}"


def markdown(rules: Sequence[Rule]) -> str:
    """Return the page of all rules."""
    parts = [_INTRO]
    families = dict.fromkeys(rule.family for rule in rules)
    for family in families:
        parts.append(f"## {FAMILIES.get(family, family)} (`{family}`)\n")
        parts += [_entry(rule) for rule in rules if rule.family == family]
    return "\n".join(parts)


def _entry(rule: Rule) -> str:
    rows = [
        ("Căn cứ", rule.source),
        ("Mức độ", LEVELS[rule.severity]),
        ("Tham số", ", ".join(f"`{key}: {written(rule.default[key])}`" for key in rule.default)),
        ("Chỉ cho", ", ".join(TYPES[code].name for code in sorted(rule.types) if code in TYPES)),
        ("Bản nháp", "" if rule.drafts else "không xét"),
        ("Đến ngày", f"{rule.until:%d/%m/%Y}" if rule.until else ""),
    ]
    table = "\n".join(f"- {name}: {words}" for name, words in rows if words)
    bad, good = examples(rule)
    return f"### {rule.id}\n\n{rule.demands}\n\n{table}\n- Sai: {bad}\n- Đúng: {good}\n"


def examples(rule: Rule) -> tuple[str, str]:
    """Return the bad and the good example of a rule's docstring, as code."""
    text = cleandoc(rule.check.__doc__ or "")
    match = re.search(r"^Bad:(.*?)^Good:(.*)", text, re.MULTILINE | re.DOTALL)
    assert match, rule.id
    bad, good = (" ".join(words.split()) for words in match.groups())
    return f"`{bad}`", f"`{good}`"
