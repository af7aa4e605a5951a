"""Reads `grammar.yaml` of each language."""

from pathlib import Path

from assistant.content.describe import typed
from assistant.content.syntax import read_tree
from assistant.errors import ContentError, Fault
from assistant.parsing.grammar import Grammar

FILE = "grammar.yaml"


def read_grammars(locales: Path) -> dict[str, Grammar]:
    """
    The grammar of each language that has one, by the name of its folder.

    Raises:
        ContentError: everything that is wrong in any of them.
    """
    found: dict[str, Grammar] = {}
    wrong: list[Fault] = []
    for path in sorted(locales.glob(f"*/{FILE}")):
        try:
            found[path.parent.name] = typed(read_tree(path, str(path)), str(path), Grammar, "grammar")
        except ContentError as error:
            wrong += error.faults
    if wrong:
        raise ContentError(wrong)
    return found
