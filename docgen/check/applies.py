"""Which rules concern a document, and which cannot tell: by scope, date, kind, parts."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from docgen.check.rule import IN_FORCE, RULES, Rule
from docgen.check.sheet import Sheet
from docgen.vietnamese.document_types import TYPES

_PARTIAL = frozenset({"page", "fonts", "numbering", "annex", "annex_pages"})
_NARROW = {
    "noi-bo": "danh sách, sổ nội bộ: chỉ xét trang, phông chữ, đánh số và phụ lục",
    "phu-luc": "tệp chỉ có phụ lục: chỉ xét trang, phông chữ, đánh số và phụ lục",
}
SCOPES = {
    "doan-the": "văn bản của tổ chức chính trị - xã hội: thể thức theo quy định riêng",
    "dang": "văn bản của Đảng: thể thức theo quy định của Đảng, không theo Nghị định 30/2020/NĐ-CP",
    "qppl": "văn bản quy phạm pháp luật: thể thức không theo Nghị định 30/2020/NĐ-CP",
}
_UNKNOWN = "không thấy Quốc hiệu, tên loại hay số: không biết có phải văn bản hành chính hay không"
_ROLES = {  # part: what it is called, the rule that demands it
    "quoc_hieu": ("Quốc hiệu", "quoc-hieu-present"),
    "tieu_ngu": ("Tiêu ngữ", "tieu-ngu-present"),
    "tieu_ngu_rule": ("đường kẻ dưới Tiêu ngữ", "tieu-ngu-rule-present"),
    "ban_hanh": ("tên cơ quan ban hành", "ban-hanh-present"),
    "ban_hanh_rule": ("đường kẻ dưới tên cơ quan ban hành", "ban-hanh-rule-present"),
    "so": ("số, ký hiệu", "so-present"),
    "dia_danh_ngay": ("địa danh và thời gian ban hành", "place-date-present"),
    "vv": ("trích yếu công văn (V/v)", "vv-present"),
    "ten_loai": ("tên loại", "ten-loai-present"),
    "trich_yeu": ("trích yếu", "trich-yeu-present"),
    "trich_yeu_rule": ("đường kẻ dưới trích yếu", "trich-yeu-rule-present"),
    "kinh_gui": ("“Kính gửi”", "kinh-gui-present"),
    "body": ("lời văn", "body-present"),
    "quyen_han": ("quyền hạn, chức vụ của người ký", "quyen-han-present"),
    "ho_ten": ("họ tên người ký", "ho-ten-present"),
    "noi_nhan_label": ("từ “Nơi nhận”", "noi-nhan-present"),
    "noi_nhan": ("danh sách nơi nhận", "noi-nhan-present"),
    "luu": ("dòng “Lưu”", "luu-present"),
}
_OPTIONAL = {  # what a document need not have: rules about it do not concern one without
    "chu_quan": "tên cơ quan chủ quản",
    "can_cu": "căn cứ",
    "headings": "phần, mục, khoản, điểm",
    "chuc_vu_khac": "chức vụ khác của người ký",
    "nguoi_soan": "ký hiệu người soạn thảo",
    "do_khan": "dấu chỉ mức độ khẩn",
    "do_mat": "dấu chỉ độ mật",
    "luu_hanh": "chỉ dẫn về phạm vi lưu hành",
    "tham_quyen": "dòng thẩm quyền ban hành",
    "kem_theo": "chỉ dẫn kèm theo",
    "annexes": "phụ lục",
    "tables": "bảng",
}

# Mẫu 1.3 Phụ lục III: these stand in the decision that a document is attached to
_OF_ISSUED = frozenset(
    {"so-present", "place-date-present", "quyen-han-present", "ho-ten-present", "noi-nhan-present"}
)

# khoản 1 Mục II Phần II Phụ lục I: a copy on paper has neither of them
_OF_ORIGINALS = frozenset({"quoc-hieu-present", "tieu-ngu-present"})


def foreign(rule: Rule, sheet: Sheet, day: date | None) -> Iterator[tuple[str, str]]:
    """Yield why the rule does not concern the document: a stable code, a reason."""
    if sheet.scope in SCOPES:
        yield "scope", SCOPES[sheet.scope]
    if sheet.scope in _NARROW and rule.family not in _PARTIAL:
        yield "scope", _NARROW[sheet.scope]
    if sheet.kem_theo and rule.id in _OF_ISSUED:
        yield "attached", "văn bản ban hành kèm theo văn bản khác"
    if rule.id in _OF_ORIGINALS and _copied(sheet):
        yield "copy", "bản sao sang định dạng giấy không có Quốc hiệu, Tiêu ngữ"
    if day and day < rule.since:
        yield "date", f"quy định có hiệu lực từ {rule.since:%d/%m/%Y}"
    if day and rule.until and day > rule.until:
        yield "date", f"quy định hết hiệu lực sau {rule.until:%d/%m/%Y}"
    if sheet.draft and not rule.drafts:
        yield "draft", "bản nháp"
    if rule.types and sheet.type and sheet.type not in rule.types:
        kind = TYPES.get(sheet.type)
        yield "type", f"không áp dụng cho {kind.name.lower() if kind else sheet.type}"
    for role in rule.needs:
        if not getattr(sheet, role) and _dispensable(role, sheet):
            yield "role", f"văn bản không có {_OPTIONAL.get(role) or _ROLES[role][0]}"


def _dispensable(role: str, sheet: Sheet) -> bool:
    """Return whether a document like this one need not have the part."""
    owner = RULES.get(_ROLES.get(role, ("", ""))[1])
    if role in _OPTIONAL or owner is None:
        return role in _OPTIONAL
    foreign = bool(owner.types) and bool(sheet.type) and sheet.type not in owner.types
    copied = _copied(sheet) and owner.id in _OF_ORIGINALS
    return foreign or copied or (sheet.kem_theo is not None and owner.id in _OF_ISSUED)


def _copied(sheet: Sheet) -> bool:
    kind = TYPES.get(sheet.type)
    return kind is not None and kind.copy


def unknowable(rule: Rule, sheet: Sheet, day: date | None) -> Iterator[tuple[str, str]]:
    """Yield why the rule cannot tell: a stable code, a reason."""
    if sheet.scope == "khong-ro":
        yield "scope", _UNKNOWN
    if day is None and (rule.until or rule.since > IN_FORCE):
        yield "date", "không biết ngày của văn bản"
    if rule.types and not sheet.type:
        yield "type", "không nhận ra loại văn bản"
    for role in rule.needs:
        if not getattr(sheet, role):
            yield "role", f"không thấy {_ROLES.get(role, (role,))[0]}"
