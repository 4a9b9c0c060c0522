"""The base of all records, and walking from a place in YAML to the field that it fills."""

from __future__ import annotations

import types
import typing
from datetime import date
from typing import Annotated, Any, Protocol, TypeVar, Union, get_args, get_origin

from pydantic import BaseModel, ConfigDict


class Record(BaseModel):
    """A frozen record; a key that it does not know is a mistake."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=False)


class Spanned(Protocol):
    """Something that holds between two days, both included; None is open."""

    @property
    def tu(self) -> date | None: ...
    @property
    def den(self) -> date | None: ...


S = TypeVar("S", bound=Spanned)


def holds(span: Spanned, day: date) -> bool:
    """Tell whether *span* holds on *day*."""
    return (span.tu is None or span.tu <= day) and (span.den is None or day <= span.den)


def at(spans: typing.Iterable[S], day: date) -> S | None:
    """Return the first of *spans* that holds on *day*."""
    return next((span for span in spans if holds(span, day)), None)


def record_at(model: type[BaseModel], loc: tuple[str | int, ...]) -> type[BaseModel] | None:
    """Return the record type that fills the place *loc* of a file read as *model*."""
    here: Any = model
    for step in loc:
        if isinstance(here, type) and issubclass(here, BaseModel):
            field = here.model_fields.get(str(step))
            here = _bare(field.annotation) if field else None
        else:
            here = _bare((get_args(here) or (None,))[-1])
        if here is None:
            return None
    return here if isinstance(here, type) and issubclass(here, BaseModel) else None


def label_at(model: type[BaseModel], loc: tuple[str | int, ...]) -> str:
    """Return the Vietnamese label (``title``) of the field at *loc*, or its key."""
    names = [step for step in loc if isinstance(step, str)]
    if not names:
        return ""
    last = max(index for index, step in enumerate(loc) if isinstance(step, str))
    owner = record_at(model, loc[:last])
    field = owner.model_fields.get(names[-1]) if owner else None
    return (field.title if field else None) or names[-1]


def _bare(annotation: Any) -> Any:
    """Strip Annotated and Optional from *annotation*."""
    while get_origin(annotation) is Annotated:
        annotation = get_args(annotation)[0]
    if get_origin(annotation) in (Union, types.UnionType):
        kept = [arg for arg in get_args(annotation) if arg is not type(None)]
        return _bare(kept[0]) if len(kept) == 1 else annotation
    return annotation
