"""A document of plain values as a record; pydantic's errors become placed Vietnamese problems."""

from __future__ import annotations

from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

from docgen.errors import Problem, did_you_mean, near
from docgen.load.nodes import Document, Loc, Mapping
from docgen.model.record import label_at, record_at
from docgen.vietnamese.letters import fold

M = TypeVar("M", bound=BaseModel)

# pydantic's own error types that a file can cause, worded once.
_WORDS = {
    "list_type": ("phải là danh sách", "mỗi mục một dòng, đầu dòng có dấu gạch: - nội dung"),
    "model_type": ("phải gồm các mục con", "mỗi mục con một dòng thụt vào: ten_muc: nội dung"),
    "dict_type": ("phải gồm các mục con", "mỗi mục con một dòng thụt vào: ten_muc: nội dung"),
    "string_type": ("phải là chữ", "viết một câu sau dấu hai chấm"),
}


def read_record(document: Document, model: type[M]) -> tuple[M | None, list[Problem]]:
    """Return the record of *document*, or None with every problem in it."""
    value = document.value if document.value is not None else Mapping()
    if not isinstance(value, dict):
        hint = "mỗi dòng viết  ten_muc: nội dung"
        message = "Tệp phải gồm các mục có tên"
        return None, [document.problem((), "not-a-mapping", message, hint)]
    try:
        return model.model_validate(without_empty(value)), []
    except ValidationError as error:
        return None, _problems(document, model, error)


def without_empty(value: Any) -> Any:
    """Leave out keys with nothing after the colon: not written is not the same as empty."""
    if isinstance(value, dict):
        kept = Mapping({k: without_empty(v) for k, v in value.items() if v is not None})
        kept.raw = getattr(value, "raw", "")
        return kept
    if isinstance(value, list):
        return [without_empty(item) for item in value]
    return value


def _problems(document: Document, model: type[BaseModel], error: ValidationError) -> list[Problem]:
    errors = error.errors(include_url=False, include_input=False)
    unknown = {e["loc"]: _meant(model, e["loc"]) for e in errors if e["type"] == "extra_forbidden"}
    renamed = {(*loc[:-1], meant) for loc, meant in unknown.items() if meant}
    kept = [e for e in errors if not (e["type"] == "missing" and e["loc"] in renamed)]
    return [_problem(document, model, e) for e in kept]


def _meant(model: type[BaseModel], loc: Loc) -> str | None:
    """Return the key that an unknown key was meant to be: a near miss, or the same with marks."""
    known = _known_keys(model, loc[:-1])
    typed = str(loc[-1])
    plain = fold(typed).replace(" ", "_")
    return plain if plain in known else near(typed, known)


def _known_keys(model: type[BaseModel], loc: Loc) -> list[str]:
    owner = record_at(model, loc)
    return list(owner.model_fields) if owner else []


def _problem(document: Document, model: type[BaseModel], error: Any) -> Problem:
    loc: Loc = error["loc"]
    label = label_at(model, loc)
    kind = error["type"]
    if kind == "extra_forbidden":
        return _unknown(document, model, loc)
    if kind == "missing":
        hint = f"thêm dòng  {loc[-1]}: …"
        message = f"“{label}”: thiếu mục bắt buộc"
        return document.problem(loc, "missing-key", message, hint)
    context = error.get("ctx") or {}
    prefix = f"“{label}”: " if label else ""
    if "sentence" in context:
        return document.problem(loc, kind, f"{prefix}{context['sentence']}", context["hint"])
    if kind == "literal_error":
        return _not_in_list(document, loc, prefix, context["expected"])
    sentence, hint = _WORDS.get(kind, (f"không dùng được ({error['msg']})", ""))
    return document.problem(loc, kind.replace("_", "-"), f"{prefix}{sentence}", hint)


def _unknown(document: Document, model: type[BaseModel], loc: Loc) -> Problem:
    known = _known_keys(model, loc[:-1])
    meant = _meant(model, loc)
    guess = f" Có phải là “{meant}”?" if meant else did_you_mean(str(loc[-1]), known)
    hint = "" if meant else "các mục được dùng ở đây: " + ", ".join(known)
    message = f"Mục “{loc[-1]}” không có trong mẫu.{guess}"
    return document.problem(loc, "unknown-key", message, hint, at_key=True)


def _not_in_list(document: Document, loc: Loc, prefix: str, expected: str) -> Problem:
    allowed = [word for word in expected.replace(" or ", ", ").replace("'", "").split(", ") if word]
    value: Any = document.value
    for step in loc:
        value = value[step]
    guess = did_you_mean(str(value), allowed)
    hint = "viết một trong: " + ", ".join(allowed)
    message = f"{prefix}“{value}” không nằm trong các giá trị cho phép.{guess}"
    return document.problem(loc, "not-in-list", message, hint)
