"""Which keys the format allows at one place of a file: those of the records that may stand there."""

from collections.abc import Iterator
from types import UnionType
from typing import Annotated, Any, Union, get_args, get_origin

from pydantic import Tag

from assistant.model.record import Record
from assistant.vocabulary.word import Registry

Location = tuple[str | int, ...]
"""Where pydantic found something: keys, positions, and the tags of the kinds that it tried."""


def keys_at(kind: Any, location: Location) -> set[str]:
    """The keys of the mapping at `location` in a file of this kind; none where names are free there."""
    records = (one for below in _at(kind, location) for _, one in _kinds(below) if _is_record(one))
    return {name for record in records for name in record.model_fields}


def tags_at(kind: Any, location: Location) -> tuple[str, ...]:
    """By what the kinds that may stand at `location` are told apart: a key of each (`start`, `cell`), or its `type`."""
    kinds = [one for below in _at(kind, location) for one in _kinds(below)]
    return tuple(name for tag, one in kinds for name in ([tag.removeprefix("#")] if tag else _types(one)))


def _at(kind: Any, location: Location) -> list[Any]:
    kinds = [kind]
    for step in location:
        kinds = [below for one in kinds for below in _below(one, step)]
    return kinds


def _below(kind: Any, step: str | int) -> Iterator[Any]:
    for tag, one in _kinds(kind):
        if str(step).startswith("#"):
            if tag == step:
                yield one
        elif _is_record(one):
            if step in one.model_fields:
                yield one.model_fields[str(step)].annotation
            elif step in _types(one):
                yield one
        elif get_origin(one) is dict:
            yield get_args(one)[1]
        elif get_origin(one) is tuple and isinstance(step, int):
            yield from (below for below in get_args(one) if below is not Ellipsis)


def _kinds(kind: Any, tag: str = "") -> Iterator[tuple[str, Any]]:
    """The members of a union, each with its tag; what is no union alone."""
    if get_origin(kind) is Annotated:
        inner, *marks = get_args(kind)
        for registry in (mark for mark in marks if isinstance(mark, Registry)):
            yield from ((f"#{key}", word) for key, word in registry.words.items())
            return
        yield from _kinds(inner, next((mark.tag for mark in marks if isinstance(mark, Tag)), tag))
    elif get_origin(kind) in (Union, UnionType):
        for member in get_args(kind):
            yield from _kinds(member, tag)
    else:
        yield tag, kind


def _is_record(kind: Any) -> bool:
    return isinstance(kind, type) and issubclass(kind, Record)


def _types(kind: Any) -> tuple[str, ...]:
    """What the field `type` of a record may hold."""
    held = kind.model_fields.get("type") if _is_record(kind) else None
    return get_args(held.annotation) if held else ()
