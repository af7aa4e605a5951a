"""The `grammar.yaml` of a new language: every list, empty, each under what belongs into it."""

from collections.abc import Iterator, Mapping
from typing import Any

from assistant.workbench.scaffold.schemas import schema

HEAD = """\
# yaml-language-server: $schema=../../schemas/grammar.json
# Write the words of your language; leave empty what it has not.
"""


def grammar_skeleton() -> str:
    """The text of the file, its comments from the record that reads it."""
    made = schema("grammar")
    return HEAD + "\n".join(_lines(made, made["$defs"], "")) + "\n"


def _lines(part: Mapping[str, Any], defined: Mapping[str, Any], indent: str) -> Iterator[str]:
    for name, held in part["properties"].items():
        yield f"{indent}# {held['description']}"
        if "$ref" in held:
            yield f"{indent}{name}:"
            yield from _lines(defined[held["$ref"].rpartition("/")[2]], defined, indent + "  ")
        else:
            yield f"{indent}{name}: []"
