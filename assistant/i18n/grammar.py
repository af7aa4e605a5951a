"""Reads `grammar.yaml` of each language."""

from pathlib import Path

from pydantic import TypeAdapter, ValidationError

from assistant.content.describe import faults
from assistant.content.nodes import not_text, read_yaml
from assistant.errors import ContentError
from assistant.parsing.grammar import Grammar

FILE = "grammar.yaml"


def read_grammars(locales: Path) -> dict[str, Grammar]:
    """
    The grammar of each language that has one, by the name of its folder.

    Raises:
        ContentError: everything that is wrong in any of them.
    """
    found: dict[str, Grammar] = {}
    wrong = []
    for path in sorted(locales.glob(f"*/{FILE}")):
        try:
            found[path.parent.name] = _grammar(path)
        except ContentError as error:
            wrong += error.faults
    if wrong:
        raise ContentError(wrong)
    return found


def _grammar(path: Path) -> Grammar:
    try:
        root = read_yaml(path.read_text("utf-8"), str(path))
    except UnicodeDecodeError as error:
        raise ContentError([not_text(str(path), error)]) from None
    try:
        return TypeAdapter(Grammar).validate_python(root.data("grammar"))
    except ValidationError as error:
        raise ContentError(faults(error, root, str(path), Grammar)) from None
