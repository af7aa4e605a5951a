"""What a parser cannot read is said in our words, where the writer should look, whichever parser is installed."""

import pytest
import yaml

from assistant.content import nodes
from assistant.content.nodes import read_yaml
from assistant.errors import ContentError

SAID = (
    ("a: 1\nb\nc: 2\n", 2, "a colon is missing"),
    ("a: 1\nb:2\n", 2, "a colon is missing"),
    ("a: b: c\n", 1, "a colon stands where no key can"),
    ("a: 1\n  b: 2\n", 2, "a colon stands where no key can"),
    ('a: 1\nb: "x\nc: 1\n', 2, "a quote is not closed"),
    ("a: 'x\nb: 1\n", 1, "a quote is not closed"),
    ("a: 'it's'\n", 1, "text stands behind a closing quote"),
    ("a: [1, 2\nb: 1\n", 1, "a list in square brackets is not closed"),
    ("a: {b: 1 c: 2}\n", 1, "a mapping in braces is not closed"),
    ("a:\n  b: 1\n c: 2\n", 3, "the indentation does not fit"),
    ("  a: 1\nb: 2\n", 2, "the indentation does not fit"),
    ("a: 1\n- b\n", 2, "the indentation does not fit"),
    ("a:\n\tb: 1\n", 2, "a tab stands in the indentation"),
    ("a: @x\n", 1, "a text begins with @"),
    ("a: `x`\n", 1, "a text begins with `"),
    ("a: %x\n", 1, "a text begins with %"),
    ("a: & b\n", 1, "a text begins with &"),
    ("a: * b\n", 1, "a text begins with *"),
    ("a: !e!x y\n", 1, "a text begins with !"),
    ("a: - b\n", 1, "a list begins on the line of its key"),
    ('a: "\\q"\n', 1, "a backslash in double quotes"),
    ("a: | text\n", 1, "text stands behind | or >"),
    ("a: >text\n", 1, "text stands behind | or >"),
    ("a: [,]\n", 1, "a value is missing here"),
    ("b: 日本\na: [1,\n\n", 2, "a list in square brackets is not closed"),
    ("a: {b: [\n", 1, "a list in square brackets is not closed"),
    ("a: {b: 1,\n", 1, "a mapping in braces is not closed"),
)


@pytest.mark.parametrize("loader", [nodes.Loader, yaml.SafeLoader], ids=["libyaml", "python"])
@pytest.mark.parametrize(("text", "line", "wrong"), SAID)
def test_a_parsers_complaint_is_said_in_our_words(
    monkeypatch: pytest.MonkeyPatch, text: str, line: int, wrong: str, loader: type
) -> None:
    monkeypatch.setattr(nodes, "Loader", loader)
    with pytest.raises(ContentError) as refused:
        read_yaml(text, "x.yaml")
    fault = refused.value.faults[-1]
    assert (fault.line, wrong in str(fault.wrong)) == (line, True), str(fault)
