"""Reading holds no word of a natural language: those stand in each language's `grammar.yaml`, in CLDR and num2words."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.conftest import ROOT
from tests.match.grammar import words

MODULES = sorted(path for part in ("match", "parsing") for path in (ROOT / "assistant" / part).glob("*.py"))
LIST = re.compile(r"[a-z]{2,}(?:[|,\s]+[a-z]{2,}){3}")
PATTERN = re.compile(r"\(\?|\\[bdswA-Z]|\[\^|\]\+")
NO_WORD = re.compile(r"\(\?P[<=]\w+[>)]|\\(?:u[0-9a-f]{4}|x[0-9a-f]{2}|[A-Za-z])|\[[^\]]*(?:\]|$)|^[^\[]*\]")
"""What holds letters in a pattern and is no word: names of groups, escapes, sets of signs."""
LITTLE = ("clauses.", "denial.", "numbers.cardinals.", "days.months.", "days.weekdays.", "days.today.", "clocks.")
KNOWN = {word for path, held in words().items() if path.startswith(LITTLE) for word in held}
FEW = 3


def _code(tree: ast.AST) -> Iterator[ast.AST]:
    """The nodes of a module but for texts that stand alone, which explain, and sentences that say what is wrong."""
    for node in ast.iter_child_nodes(tree):
        alone = isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
        said = isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "told"
        if not (alone or said or isinstance(node, ast.Raise)):
            yield node
            yield from _code(node)


def found(source: str) -> Iterator[str]:
    """The texts of code that hold words of a language, or letters that are not of ASCII."""
    for node in _code(ast.parse(source)):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            text, written = node.value, ast.get_source_segment(source, node) or ""
            pattern = PATTERN.search(text) and re.search(r"[^\W\d_]{2}", NO_WORD.sub("", text))
            if LIST.search(text) or pattern or any(sign.isalpha() for sign in written if not sign.isascii()):
                yield text
        elif isinstance(node, ast.List | ast.Set | ast.Tuple | ast.Dict):
            held = node.keys if isinstance(node, ast.Dict) else node.elts
            texts = {one.value for one in held if isinstance(one, ast.Constant)}
            if len(texts & KNOWN) >= FEW:
                yield ", ".join(sorted(map(str, texts & KNOWN)))


@pytest.mark.parametrize("module", MODULES, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_a_module_knows_no_language(module: Path) -> None:
    assert list(found(module.read_text("utf-8"))) == []


@pytest.mark.parametrize(
    "source",
    ["x = '午前'", "x = r'\\b(?:am|pm)\\b'", "x = 'one two three four'", "x = {'not', 'no', 'never'}",
     "def f():\n    '''Text.'''\n    return re.compile(f'(?<=at ){x}')"],
)  # fmt: skip
def test_words_of_a_language_would_be_seen(source: str) -> None:
    assert list(found(source))


@pytest.mark.parametrize("source", ["'''午前 one two three four'''", "x = '\\u3041'", r"x = '(?P<half>[a-z]+)\b'"])
def test_what_explains_and_signs_by_their_number_are_no_words(source: str) -> None:
    assert list(found(source)) == []
