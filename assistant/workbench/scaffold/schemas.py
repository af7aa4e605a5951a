"""
JSON Schemas of the content's files, made from the records that read them, so that an editor helps whoever writes one.

They allow what the reader allows: every scalar is text until a record types it, so that `10` may stand where text is
wanted; one item may stand without its list. Descriptions are the docstrings of the records and of their fields.
They are of draft 7, the latest one that editors of YAML follow throughout. Of the same records are made the empty
grammar of a new language and its empty proofs.
"""

import ast
import inspect
import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache
from itertools import pairwise
from pathlib import Path
from textwrap import dedent
from typing import Any

from pydantic import BaseModel, TypeAdapter
from pydantic.json_schema import GenerateJsonSchema

from assistant.content.closed_days import ClosedDays
from assistant.content.reader import BESIDE, SINGLE
from assistant.i18n.language import Language
from assistant.model.record import Record, as_list
from assistant.model.topic import Examples, Topic
from assistant.parsing.grammar import Grammar
from assistant.settings import Settings
from assistant.vocabulary.condition import CONDITIONS
from assistant.vocabulary.derivation import DERIVATIONS
from assistant.vocabulary.fact import FACTS
from assistant.vocabulary.step import AMOUNTS, STEPS
from assistant.workbench.catalogues.locales import write_changed
from assistant.workbench.catalogues.proofs import Proofs

FOLDER = "schemas"
DRAFT = "http://json-schema.org/draft-07/schema#"
KINDS: Mapping[str, Any] = {
    **{Path(name).stem: kind for name, kind in (*SINGLE.values(), *BESIDE.values())},
    "topic": Topic,
    "examples": Examples,
    "language": Language,
    "grammar": Grammar,
    "proofs": Proofs,
    "closed-days": ClosedDays,
}
"""What each kind of file holds. All files under `topics/` are of one kind, and all under `examples/`."""
WHOLE = {
    "facts": "`facts.yaml`: what can be asked, by id.",
    "words": "`words.yaml`: words of the document that not everybody knows, by id.",
    "asked": "`asked.yaml`: questions that people ask often, by id.",
    "closed-days": "The days on which the company itself is closed, by the policy's id.",
}
"""What files say that are no record."""
DAY = r"^20[0-9]{2}-[0-9]{2}-[0-9]{2}$"
CLOCK = r"^(?:[01][0-9]|2[0-3]):[0-5][0-9]$"
COUNT = r"^-?(?:0|[1-9][0-9]{0,8})$"
AMOUNT = r"^(?:0|[1-9][0-9]{0,8})(?:\.[0-9]{1,3})?$"

Schema = dict[str, Any]


class _Written(GenerateJsonSchema):
    """What may be written in a file, which is text, not what a record makes of it."""

    def str_schema(self, schema: Any) -> Schema:
        return {**super().str_schema(schema), "type": ["string", "number"]}

    def function_plain_schema(self, schema: Any) -> Schema:
        return {"type": ["string", "number"], "minLength": 1}  # a sentence for people: no other record reads itself

    def date_schema(self, schema: Any) -> Schema:
        return {"type": "string", "pattern": DAY}

    def time_schema(self, schema: Any) -> Schema:
        return {"type": "string", "pattern": CLOCK}

    def int_schema(self, schema: Any) -> Schema:
        return {"type": ["integer", "string"], "pattern": COUNT}

    def decimal_schema(self, schema: Any) -> Schema:
        return {"type": ["number", "string"], "pattern": AMOUNT}

    def bool_schema(self, schema: Any) -> Schema:
        return {"enum": ["yes", "no"]}

    def nullable_schema(self, schema: Any) -> Schema:
        return self.generate_inner(schema["schema"])  # nobody writes nothing: the key is left out

    def default_schema(self, schema: Any) -> Schema:
        return self.generate_inner(schema["schema"])

    def function_before_schema(self, schema: Any) -> Schema:
        found = super().function_before_schema(schema)
        return {"anyOf": [found["items"], found]} if schema["function"]["function"] is as_list else found

    def tuple_schema(self, schema: Any) -> Schema:
        found = super().tuple_schema(schema)
        if "prefixItems" in found:
            found["items"] = found.pop("prefixItems")
        return found

    def tagged_union_schema(self, schema: Any) -> Schema:
        found = super().tagged_union_schema(schema)
        return {"anyOf": found["oneOf"]}  # a number may also be text, so that more than one may hold

    def field_title_should_be_set(self, schema: Any) -> bool:
        return False

    def model_schema(self, schema: Any) -> Schema:
        found = super().model_schema(schema)
        kind: type[BaseModel] = schema["cls"]
        found["description"] = joined(kind.__doc__ or "")
        for name, text in explained(kind).items():
            if name in found["properties"]:
                found["properties"][name]["description"] = joined(text)
        return found


def joined(text: str) -> str:
    """A docstring with each paragraph on one line."""
    return "\n\n".join(" ".join(paragraph.split()) for paragraph in inspect.cleandoc(text).split("\n\n"))


@cache
def explained(kind: type[BaseModel]) -> Mapping[str, str]:
    """The docstrings under the fields of a record, those that it inherits included."""
    found: dict[str, str] = {}
    for owner in reversed(kind.__mro__):
        if issubclass(owner, BaseModel) and owner is not BaseModel:
            (described,) = ast.parse(dedent(inspect.getsource(owner))).body
            body = described.body if isinstance(described, ast.ClassDef) else []
            for field, below in pairwise(body):
                match field, below:
                    case ast.AnnAssign(target=ast.Name(id=name)), ast.Expr(value=ast.Constant(value=str(text))):
                        found[name.rstrip("_")] = text  # a field may be called like a word of Python
    return found


def schema(name: str) -> Schema:
    """The schema of one kind of file, as plain data."""
    defined: Schema = {}
    made = _referring(TypeAdapter(KINDS[name]).json_schema(schema_generator=_Written), defined)
    whole = {"$defs": {**made.pop("$defs", {}), **defined}, **made} if defined else made
    about = {"description": WHOLE[name]} if name in WHOLE else {}
    return {"$schema": DRAFT, **about, **whole}


def _words() -> frozenset[str]:
    registries = (STEPS.words, AMOUNTS.words, CONDITIONS.words, DERIVATIONS.words, FACTS.words)
    return frozenset(word.__name__ for words in registries for word in words.values())


def _referring(part: Any, defined: Schema) -> Any:
    """The same with each word of the vocabulary `defined` once, and referred to wherever it may stand."""
    if isinstance(part, list):
        return [_referring(one, defined) for one in part]
    if not isinstance(part, dict):
        return part
    found = {key: _referring(one, defined) for key, one in part.items()}
    title = found.get("title")
    if not isinstance(title, str) or title not in _words() or "properties" not in found:
        return found
    defined[title] = found
    return {"$ref": f"#/$defs/{title}"}


def schema_texts() -> dict[str, str]:
    """The text of each schema's file by the file's name: always the same for the same records."""
    return {f"{name}.json": json.dumps(schema(name), ensure_ascii=False, indent=2) + "\n" for name in KINDS}


def write_schemas(known: Settings) -> list[Path]:
    """Writes the schemas, beside the content, where its files look for them; the paths of those that changed."""
    folder = known.content.parent / FOLDER
    return [folder / name for name, text in schema_texts().items() if write_changed(folder / name, text)]


HEAD = """\
# yaml-language-server: $schema=../../schemas/grammar.json
# Write the words of your language; leave empty what it has not. What is needed most stands first: numbers, days,
# clocks, and what denies. Above each list stands what English has there: an example, not something to translate.
# Of longer lists that is the beginning; what else belongs there is said in words, and stands in ../en/grammar.yaml.
"""
PROOFS_HEAD = """\
# yaml-language-server: $schema=../../schemas/proofs.json
# Write here what says the same in your language as the English lines above each list, and what else people write.
# `policy-assistant i18n check` reads each sentence by the words of grammar.yaml, as if it were typed at 10:00 on
# Monday, 23 November 2026; of one that is not read so it names the entries that count in it.
"""
WIDE = 120
"""How many characters a line has."""
Shown = Callable[[Any, str], Iterable[str]]
"""What shows the English example of a list, with this before it on its line."""


def grammar_skeleton(english: Grammar) -> str:
    """The text of the file: comments from the record that reads it, and examples from the grammar of English."""
    return HEAD + _empty("grammar", english, lambda said, indent: [_example(said, f"{indent}# English: ")])


def proofs_skeleton(english: Proofs) -> str:
    """The same of the sentences that prove a grammar, with all that English has."""
    return PROOFS_HEAD + _empty("proofs", english, _whole)


def _empty(kind: str, english: Record, shown: Shown) -> str:
    made, said = schema(kind), english.model_dump(mode="json", by_alias=True)
    return "\n".join(_lines(made, made.get("$defs", {}), said, "", shown)) + "\n"


def _lines(
    part: Mapping[str, Any], defined: Mapping[str, Any], english: Mapping[str, Any], indent: str, shown: Shown
) -> Iterator[str]:
    for name, held in part["properties"].items():
        yield f"{indent}# {' '.join(held['description'].split())}"
        if "$ref" in held:
            yield f"{indent}{name}:"
            yield from _lines(defined[held["$ref"].rpartition("/")[2]], defined, english[name], indent + "  ", shown)
        else:
            yield from shown(english[name], indent) if english[name] else ()
            yield f"{indent}{name}: {'{}' if held['type'] == 'object' else '[]'}"


def _whole(said: Sequence[str] | Mapping[str, Sequence[str]], indent: str) -> Iterator[str]:
    """Each of its lines on one of its own, under what they say."""
    for name, lines in said.items() if isinstance(said, Mapping) else (("", said),):
        yield f"{indent}# English{f', {json.dumps(name)}' if name else ''}:"
        yield from (f"{indent}# - {line}" for line in lines)


def _example(said: Sequence[Any] | Mapping[str, Any], head: str) -> str:
    """As many of its words as have room on the line, as YAML, each of them whole; of none the shortest."""
    if isinstance(said, Mapping):
        said = [_example(words, f"{json.dumps(name, ensure_ascii=False)}: ") for name, words in said.items()]
        return _row(said, f"{head}{{", "}")
    return _row([json.dumps(one, ensure_ascii=False) for one in said], f"{head}[", "]")


def _row(each: Sequence[str], begins: str, ends: str) -> str:
    shown: list[str] = []
    for one in each:
        if len(begins) + len(", ".join([*shown, one, "…"])) < WIDE:
            shown.append(one)
    shown = shown or [min(each, key=len, default="")]
    return begins + ", ".join([*shown, *(["…"] if len(shown) < len(each) else [])]) + ends
