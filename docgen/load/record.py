"""A document of plain values as a record; pydantic's errors become placed Vietnamese problems."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

from docgen.errors import Problem, near
from docgen.load.nodes import Document, Loc, Mapping
from docgen.model.record import label_at, record_at
from docgen.vietnamese.letters import fold

M = TypeVar("M", bound=BaseModel)

_MOST_KEYS = 4
_ROUNDS = 3  # a model looks at the whole of a record only when each of its parts is right
_SUBKEYS = ("phải gồm các mục con", "mỗi mục con một dòng thụt vào: ten_muc: nội dung")
# pydantic's own error types that a file can cause: code, sentence, hint.
_WORDS = {
    "list_type": (
        "not-a-list",
        "phải là danh sách",
        "mỗi dòng một ý, đầu dòng có gạch: - nội dung",
    ),
    "model_type": ("not-a-mapping", *_SUBKEYS),
    "model_attributes_type": ("not-a-mapping", *_SUBKEYS),
    "dict_type": ("not-a-mapping", *_SUBKEYS),
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


def readable_part(document: Document, model: type[M]) -> M | None:
    """Return the record of *document* without what is wrong in it, if anything is left."""
    value: Any = without_empty(document.value)
    for _ in range(_ROUNDS):
        try:
            return model.model_validate(value)
        except ValidationError as error:
            faults = error.errors(include_url=False, include_input=False)
            wrong = {fault["loc"] for fault in faults}
            if not all(wrong):
                return None
            value = _without(value, wrong)
    return None


def _without(value: Any, wrong: set[Loc], here: Loc = ()) -> Any:
    """Return *value* without what stands at the places *wrong*."""
    if isinstance(value, dict):
        kept = Mapping(
            {k: _without(v, wrong, (*here, k)) for k, v in value.items() if (*here, k) not in wrong}
        )
        kept.raw = getattr(value, "raw", "")
        return kept
    if isinstance(value, list):
        items = enumerate(value)
        return [_without(v, wrong, (*here, k)) for k, v in items if (*here, k) not in wrong]
    return value


def without_empty(value: Any) -> Any:
    """Leave out keys with nothing after the colon: not written is not the same as empty."""
    if isinstance(value, dict):
        kept = Mapping({k: without_empty(v) for k, v in value.items() if v is not None})
        kept.raw = getattr(value, "raw", "")
        return kept
    if isinstance(value, list):
        return [without_empty(item) for item in value]
    return value


def guess(typed: str, known: Iterable[str]) -> str | None:
    """Return the word of *known* that *typed* was meant to be; marks, blanks and case count little."""
    folded = {_folded(word): word for word in known}
    close = near(_folded(typed), folded)
    return folded[close] if close else None


def did_you_mean(typed: str, known: Iterable[str]) -> str:
    """Return " Có phải là “…”?" for a near miss, else nothing."""
    meant = guess(typed, known)
    return f" Có phải là “{meant}”?" if meant else ""


def _folded(text: str) -> str:
    return "_".join(fold(text).replace("-", " ").replace("_", " ").split())


def _problems(document: Document, model: type[BaseModel], error: ValidationError) -> list[Problem]:
    errors = [
        found
        for found in error.errors(include_url=False, include_input=False)
        if not any(found["loc"][: len(loc)] == loc for loc in document.refused)
    ]
    unknown = [found["loc"] for found in errors if found["type"] == "extra_forbidden"]
    renamed = {(*loc[:-1], guess(str(loc[-1]), _known_keys(model, loc[:-1]))) for loc in unknown}
    return [
        _problem(document, model, found)
        for found in errors
        if not (found["type"] == "missing" and found["loc"] in renamed)
    ]


def _known_keys(model: type[BaseModel], loc: Loc) -> list[str]:
    owner = record_at(model, loc)
    return list(owner.model_fields) if owner else []


def _problem(document: Document, model: type[BaseModel], error: Any) -> Problem:
    loc: Loc = error["loc"]
    at_key = loc[-1:] == ("[key]",)
    loc = loc[:-1] if at_key else loc
    label = label_at(model, loc)
    if error["type"] == "extra_forbidden":
        return _unknown(document, model, loc)
    if error["type"] == "missing":
        hint = f"thêm dòng  {loc[-1]}: …"
        return document.problem(loc, "missing-key", f"“{label}”: thiếu mục bắt buộc", hint)
    prefix = f"“{label}”: " if label else ""
    context = error.get("ctx") or {}
    if "sentence" in context:
        told = (error["type"], f"{prefix}{context['sentence']}", context["hint"])
        return document.problem(loc, *told, key=at_key, at=context.get("at", ""))
    if error["type"] == "literal_error":
        return _not_in_list(document, loc, prefix, context["expected"])
    fallback = ("not-readable", f"không dùng được ({error['msg']})", "")
    code, sentence, hint = _WORDS.get(error["type"], fallback)
    hint = _rows_hint(model, loc, code) or hint
    return document.problem(loc, code, f"{prefix}{sentence}", hint)


def _rows_hint(model: type[BaseModel], loc: Loc, code: str) -> str:
    """Return how the rows of a list, or the parts of a group, are written: by the model's keys."""
    row = record_at(model, (*loc, 0) if code == "not-a-list" else loc)
    fields = row.model_fields if row else {}
    required = [key for key, field in fields.items() if field.is_required()]
    if code not in ("not-a-list", "not-a-mapping") or not required:
        return ""
    keys = list(fields) if len(fields) <= _MOST_KEYS else required
    first, *others = (f"{key}: …" for key in keys)
    if code == "not-a-list":
        under = f"; các mục con sau thẳng cột với {keys[0]}" if others else ""
        return "mỗi hàng bắt đầu bằng gạch:  " + " / ".join((f"- {first}", *others)) + under
    return "mỗi mục con một dòng thụt vào:  " + " / ".join((first, *others))


def _unknown(document: Document, model: type[BaseModel], loc: Loc) -> Problem:
    typed, known = str(loc[-1]), _known_keys(model, loc[:-1])
    meant = guess(typed, known)
    hint = f"viết  {meant}: …" if meant else "các mục được dùng ở đây: " + ", ".join(known)
    message = f"Mục “{typed}” không phải tên mục của tệp này.{did_you_mean(typed, known)}"
    return document.problem(loc, "unknown-key", message, hint, key=True)


def _not_in_list(document: Document, loc: Loc, prefix: str, expected: str) -> Problem:
    allowed = [word for word in expected.replace(" or ", ", ").replace("'", "").split(", ") if word]
    hint = "viết một trong: " + ", ".join(allowed)
    typed: Any = document.value
    for step in loc:
        typed = typed[step]
    if not isinstance(typed, str):
        return document.problem(loc, "not-text", f"{prefix}phải là chữ", hint)
    message = (
        f"{prefix}“{typed}” không nằm trong các giá trị cho phép.{did_you_mean(typed, allowed)}"
    )
    return document.problem(loc, "not-in-list", message, hint)
