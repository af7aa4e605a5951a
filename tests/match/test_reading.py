"""The steps of reading hold no word of a natural language: those stand in each language's `grammar.yaml`."""

import io
import re
import tokenize

import pytest

from tests.conftest import ROOT

STEPS = ("facts", "frames", "markers", "names", "options", "reach", "roles", "settlement")
WORDS = re.compile(r"[a-z]{2,}(?:[|,\s]+[a-z]{2,}){3}")


def texts(module: str) -> list[str]:
    """The texts in the code of a module, docstrings aside, as they are written."""
    source = (ROOT / "assistant/match" / f"{module}.py").read_text("utf-8")
    found = tokenize.generate_tokens(io.StringIO(source).readline)
    return [one.string for one in found if one.type == tokenize.STRING and '"""' not in one.string]


@pytest.mark.parametrize("module", STEPS)
def test_a_step_of_reading_knows_no_language(module: str) -> None:
    found = texts(module)
    assert found
    assert [one for one in found if not one.isascii() or WORDS.search(one)] == []
