"""Trees as records; pydantic's findings in words for people who write content: where, what is wrong, how to mend it."""

from collections.abc import Iterator
from types import UnionType
from typing import Annotated, Any, Union, get_args, get_origin

from pydantic import Tag, TypeAdapter, ValidationError

from assistant.content.nodes import Node
from assistant.errors import ContentError, Fault, Wording, told
from assistant.model.record import Record
from assistant.suggest import guess, near, one_of
from assistant.vocabulary.condition import CONDITIONS
from assistant.vocabulary.derivation import DERIVATIONS
from assistant.vocabulary.step import AMOUNTS, STEPS
from assistant.vocabulary.word import Registry, Word

Location = tuple[str | int, ...]
"""Where pydantic found something: keys, positions, and the tags of the kinds that it tried."""


def keys_at(kind: Any, location: Location) -> set[str]:
    """The keys of the mapping at `location` in a file of this kind; none where names are free there."""
    records = (one for below in _at(kind, location) for _, one in _kinds(below) if _is_record(one))
    return {field.alias or name for record in records for name, field in record.model_fields.items()}


def tags_at(kind: Any, location: Location) -> tuple[str, ...]:
    """By what the kinds that may stand at `location` are told apart: a key of each (`start`, `cell`), or its `type`."""
    kinds = [one for below in _at(kind, location) for one in _kinds(below) if getattr(one[1], "listed", True)]
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
            if field := next((f for name, f in one.model_fields.items() if step in (f.alias, name)), None):
                yield field.annotation
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


Pair = tuple[Wording, Wording]
"""What is wrong, and how to mend it."""
MAPPING = told("keys and values are wanted here"), told("write key: value, a line for each")
NO_TEXT = told("text is wanted here")
FEW = told("too few entries"), told("add what is missing")
UNFIT = told("this does not fit here"), told("compare it with others of its kind")
SHAPES: dict[str, Pair] = {
    "missing": FEW,
    "string_type": (NO_TEXT, told("write text, not a list or a mapping")),
    "tuple_type": (told("a list is wanted here"), told("begin each item with a hyphen and a blank")),
    "dict_type": MAPPING,
    "model_type": MAPPING,
    "model_attributes_type": MAPPING,
    "too_short": FEW,
    "too_long": (told("too many entries"), told("take out what is too much")),
}
"""By pydantic's type of error: what does not depend on the value."""
TOLD_APART: dict[str, Wording] = {
    "test": told("a test is wanted here"),
    "step": told("a step is wanted here"),
    "amount": told("a step of an amount is wanted here"),
    "derived": told("nothing says what this is derived from"),
    "item": told("a rule, a group or the use of a list is wanted here"),
}
"""By the type of error that the models give: what is told apart by its keys, and has none of them."""
PATTERNS: dict[str, Wording] = {
    r"^[a-z0-9]+(?:[-_][a-z0-9]+)*$": told(
        "write small letters and digits, with single hyphens or underscores between them"
    ),
    r"^(?:[a-z0-9]+(?:[-_][a-z0-9]+)*|reading\.R[0-9]{1,3})$": told(
        "write small letters and digits, with single hyphens or underscores between them"
    ),
    r"^[a-z0-9]+(?:[-_][a-z0-9]+)*(?:/[a-z]+)?$": told("write the id of a topic, or topic/aspect, as in merge/free"),
    r"^(?:[a-z0-9]+(?:-[a-z0-9]+)*:)?[a-z0-9-]+(?:\.[a-z0-9-]+)*$": told(
        "write small letters, digits and hyphens, with dots between the parts"
    ),
    r"^https?://[!-~]+$": told("write the address of the web site in full, as in https://example.com"),
    r"^R[0-9]{1,3}$": told("write R and a number, as in R1"),
    r"^(?:[0-9a-f]{16}|unread)$": told("write sixteen figures of 0-9 and a-f, in quotes"),
    r"^[A-Z]{2}$": told("write two capitals, as in JP"),
    r"^[A-Z]{3}$": told("write three capitals, as in JPY"),
    r"^[A-Za-z_/]+$": told("write a time zone of the tz database, as in Australia/Sydney"),
    r"^\d{10}$": told("write the ten digits from 0 to 9, in quotes"),
    r"^[0-6]$": told("write a weekday as a figure, from Monday as 0 to Sunday as 6"),
    r"^(?:[1-9]|1[0-2])$": told("write a month as a number from 1 to 12"),
    r"^(?:[1-9]|[12][0-9]|3[01])$": told("write a day of a month as a number from 1 to 31"),
    r"^[0-9]{1,4}$": told("write a whole number from 0 to 9999"),
    r"^(?:[0-9]|10|100|1000)$": told("write a figure from 0 to 9, or 10, 100 or 1000"),
    r"^-?[0-9]{1,2}$": told("write a whole number of one or two figures, as in 30 or -1"),
    r"^-?[0-9]{1,2}(?:\.5)?$": told("write a number of one or two figures, also with a half, as in 30, -1 or 1.5"),
    r"^[0-9]{1,2}-[0-9]{1,2}$": told("write two hours with a hyphen between them, as in 12-24"),
    r"^(?:0|12)$": told("write 0 for the first half of the day, or 12 for the second"),
    r"^(?:1?[0-9]|2[0-3])$": told("write an hour from 0 to 23"),
    r"^[01][0-9]-[0-3][0-9]$": told("write a month and a day with two figures each, as in 12-26"),
    r"^[0-2][0-9]:[0-5][0-9]$": told("write a time with four figures, as in 12:30, in quotes"),
    r"^[0-9]{4}-[0-9]{2}-[0-9]{2}$": told("write a day as in 2026-04-03"),
    r"^[a-z]{2,3}$": told("write two or three small letters, as in en"),
    r"^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$": told("write it as in en or pt-BR"),
    r"^[a-z]{2,3}(?:_[A-Za-z0-9]+)*$": told("write it as in en_GB"),
}
"""How text is written that must match a pattern."""


ADAPTERS: dict[str, TypeAdapter[Any]] = {}
"""By kind: it takes longer to make one than to read a file with it."""


def typed(root: Node, file: str, kind: Any, prefix: str) -> Any:
    """
    The tree of a file as what it holds: a record, or a mapping of records. Its sentences have paths below `prefix`.
    Raises `ContentError` with each finding at its own line and column.
    """
    if (key := str(kind)) not in ADAPTERS:
        ADAPTERS[key] = TypeAdapter(kind)
    try:
        return ADAPTERS[key].validate_python(root.data(prefix))
    except ValidationError as error:
        found = (one for one in error.errors(include_url=False) if not _enough(one))
        raise ContentError([_fault(one, root, file, kind) for one in found]) from None


def _enough(error: Any) -> bool:
    """Whether entries were found too few only because pydantic does not count faulty ones, each of which is told."""
    return bool(error["type"] == "too_short" and len(error["input"]) >= error["ctx"]["min_length"])


def _fault(error: Any, root: Node, file: str, kind: Any) -> Fault:
    location: Location = tuple(error["loc"])
    if error["type"] == "union_tag_invalid":
        location = (*location, "type")
    missing = error["type"] == "missing"
    way = root.way(location[:-1] if missing else location)
    node = way[-1][1] if way else root
    if error["type"] == "extra_forbidden":
        node = root.find((*location, "[key]"))
    path = [name for name, _ in way] + [name for name in location[-1:] if missing and isinstance(name, str)]
    return Fault(file, node.line, node.column, ".".join(path), *_words(error, kind))


def _words(error: Any, kind: Any) -> Pair:
    given, more = error["input"], error.get("ctx", {})
    location: Location = tuple(error["loc"])
    name = location[-1] if location else ""
    match error["type"]:
        case "unfit":
            return more["wrong"], more["mend"]
        case "missing" if isinstance(name, str):
            return told("'{key}' is missing", key=name), told("add {key}:", key=name)
        case "extra_forbidden":
            allowed = keys_at(kind, location[:-1])
            if {*(tests := tags_at(kind, location[:-2]))} == {*CONDITIONS.listed}:
                allowed |= {*tests}  # several tests of one name may stand side by side
            return told("the key '{key}' is not known here", key=name), near(f"{name}", allowed, _elsewhere(allowed))
        case "literal_error":
            words = more["expected"].replace("'", "").replace(" or ", ", ").split(", ")
            wrong = told("'{given}' is not possible here", given=given) if isinstance(given, str) else NO_TEXT
            return wrong, near(f"{given}", words, one_of(words))
        case "union_tag_invalid" | "union_tag_not_found":
            return _type(more.get("tag"), tags_at(kind, location))
        case "string_pattern_mismatch" if more["pattern"] in PATTERNS:
            return told("'{given}' is not written as it must be here", given=given), PATTERNS[more["pattern"]]
        case "string_too_long":
            return (
                told("'{given}' is too long", given=given),
                told("shorten it to {most} characters", most=more["max_length"]),
            )
        case told_apart if told_apart in TOLD_APART:
            return TOLD_APART[told_apart], _tag(given, tags_at(kind, location))
    return SHAPES.get(error["type"], UNFIT)


def _type(given: str | None, types: tuple[str, ...]) -> Pair:
    if given is None:
        mend = told("add type: with one of these: {names}", names=", ".join(types))
        return told("'{key}' is missing", key="type"), mend
    return told("no type is called '{name}'", name=given), near(given, types, one_of(types))


def _tag(given: object, tags: tuple[str, ...]) -> Wording:
    """How to mend a mapping that has none of the keys by which its kind is known: one of its own may be misspelt."""
    keys = tuple(given) if isinstance(given, dict) else ()
    meant = [key for key, word in _of_kind(tags) if not {*keys}.isdisjoint(word.known_as)]
    if meant:
        return told("write it with one of our words: {names}", names=", ".join(meant))
    return next(filter(None, (guess(key, tags) for key in keys)), None) or one_of(tags)


def _of_kind(tags: tuple[str, ...]) -> Iterator[tuple[str, type[Word]]]:
    """The words that are written with these keys: all are of one kind."""
    for registry in (STEPS, AMOUNTS, CONDITIONS, DERIVATIONS):
        if {*tags} == {*registry.listed}:
            yield from registry.words.items()


def _elsewhere(allowed: set[str]) -> Wording:
    return one_of(sorted(allowed)) if allowed else told("take it out, or check its indentation")
