"""pydantic's findings in words for people who write content: where, what is wrong, how to mend it."""

from collections.abc import Iterable
from typing import Any, get_args

from pydantic import BaseModel, ValidationError
from rapidfuzz import fuzz, process

from assistant.content.nodes import Node
from assistant.errors import Fault
from assistant.model.record import Record

ENDINGS = {
    "string_pattern_mismatch": ("is not written as an id", "use small letters, digits and hyphens"),
    "string_type": ("text is wanted here", "write text, not a list or a mapping"),
    "tuple_type": ("a list is wanted here", "begin each item with '- '"),
    "dict_type": ("a mapping is wanted here", "write 'key: value' lines"),
    "model_type": ("a mapping is wanted here", "write 'key: value' lines"),
    "model_attributes_type": ("a mapping is wanted here", "write 'key: value' lines"),
    "too_short": ("too few entries", "add what is missing"),
}


def near(name: str, known: Iterable[str]) -> str:
    """`did you mean 'x'?` where one of `known` is alike; empty otherwise."""
    best = process.extractOne(name, sorted(known), scorer=fuzz.ratio, score_cutoff=60)
    return f"did you mean '{best[0]}'?" if best else ""


def _fields(kind: type[BaseModel]) -> set[str]:
    """The field names of a record and of the records in it."""
    found: set[str] = set()
    waiting: list[Any] = [kind]
    seen: set[Any] = set()
    while waiting:
        next_kind = waiting.pop()
        if isinstance(next_kind, type) and issubclass(next_kind, Record) and next_kind not in seen:
            seen.add(next_kind)
            found |= set(next_kind.model_fields)
            waiting += [field.annotation for field in next_kind.model_fields.values()]
        waiting += [part for part in get_args(next_kind) if part not in seen]
    return found


def _words(error: Any, kind: type[BaseModel] | None) -> tuple[str, str]:
    name, given = str(error["loc"][-1]) if error["loc"] else "", error["input"]
    match error["type"]:
        case "missing":
            return f"'{name}' is missing", f"add {name}:"
        case "extra_forbidden":
            hint = near(name, _fields(kind) - {name}) if kind else ""
            return f"the key '{name}' is not known here", hint or "take it out, or check its indentation"
        case "literal_error":
            expected = error["ctx"]["expected"].replace("'", "").replace(" or ", ", ").split(", ")
            return f"'{given}' is not one of {', '.join(expected)}", near(str(given), expected) or "use one of them"
        case "union_tag_invalid" | "union_tag_not_found":
            expected = error["ctx"].get("expected_tags", "").replace("'", "")
            return f"the kind is missing or unknown; known: {expected}", "set type: to one of them"
        case kind_of if kind_of in ENDINGS:
            wrong, mend = ENDINGS[kind_of]
            return (f"'{given}' {wrong}" if isinstance(given, str) else wrong), mend
        case _:
            return f"{error['msg']}" + (f", not '{given}'" if isinstance(given, str) else ""), "write it in that form"


def faults(error: ValidationError, root: Node, file: str, kind: type[BaseModel] | None) -> list[Fault]:
    """Each finding at its own line and column."""
    found = []
    for one in error.errors(include_url=False):
        location = tuple(one["loc"])
        node = root.find(location[:-1] if one["type"] == "missing" else location)
        if one["type"] == "extra_forbidden":
            above = root.find(location[:-1])
            node = above.pairs[str(location[-1])][0] if above.pairs and location[-1] in above.pairs else node
        path = ".".join(str(step) for step in location if not str(step).startswith(("#", "[")))
        found.append(Fault(file, node.line, node.column, path, *_words(one, kind)))
    return found
