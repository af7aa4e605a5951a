"""Strict YAML: what it refuses, and where; what it keeps as text; what a parser cannot read, said in our words."""

from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from assistant.content import syntax
from assistant.content.syntax import DEEPEST, read_yaml
from assistant.errors import ContentError, Fault
from tests.conftest import ROOT

REFUSED = (
    ("a: 1\na: 2\n", 2, 1, "the key 'a' stands here twice (first on line 1)"),
    ("a: {b: 1, b: 2}\n", 1, 11, "stands here twice"),
    ("a: &x 1\n", 1, 4, "anchors and aliases"),
    ("a: 1\nb: *x\n", 2, 4, "anchors and aliases"),
    ("a: !!int 1\n", 1, 4, "is not allowed"),
    ("a: !x {}\n", 1, 4, "is not allowed"),
    ("at: 09:00\n", 1, 5, "a bare time, 09:00"),
    ("at: [9:00:30]\n", 1, 6, "a bare time, 9:00:30"),
    ("a: true\n", 1, 4, "'true' is no text"),
    ("a: False\n", 1, 4, "'False' is no text"),
    ("a: null\n", 1, 4, "'null' is no text"),
    ("a: ~\n", 1, 4, "'~' is no text"),
    ("a:\nb: 1\n", 1, 3, "nothing stands here"),
    ("? [a]\n: 1\n", 1, 3, "a key must be a word"),
    ("a: 1\n---\nb: 2\n", 2, 1, "a second document"),
    ("", 1, 1, "the file is empty"),
    ("# nothing\n", 1, 1, "the file is empty"),
    ("a: 1\n\tb: 2\n", 2, 1, "a tab stands in the indentation"),
    ('a: "x\n', 1, 4, "a quote is not closed"),
    ("a: [1\n", 1, 4, "a list in square brackets is not closed"),
    ("a: x\x07\n", 1, 5, "the control character U+0007"),
    ("a: 1\nb: x\u202ey\n", 2, 5, "the control character U+202E"),
    ("a: 1\nb: \ufeffx\n", 2, 4, "the control character U+FEFF"),
    ("[" * 30 + "]" * 30, 1, DEEPEST + 2, f"nested deeper than {DEEPEST} levels"),
)
WRAPPED = (
    ("a: 予約は14日前から\n  受け付けます。\n", "予約は14日前から受け付けます。"),
    ('a: "そのとき、\n  返金します"\n', "そのとき、返金します"),
    ("a: 'その日の\n\n  ２日後'\n", "その日の\n２日後"),
    ("a: >-\n  受付は\n  平日です。\n", "受付は平日です。"),
    ("a: |-\n  受付は\n  平日です。\n", "受付は\n平日です。"),
    ("a: サポートは NEO\n  まで\n", "サポートは NEO まで"),
    ("a: 左 右\n", "左 右"),
    ("a: two\n  words\n", "two words"),
    ("a: 두\n  단어\n", "두 단어"),
)
"""A text over several lines, and what it says."""
FILES = sorted((ROOT / "content").rglob("*.yaml"))


@pytest.mark.parametrize(("text", "said"), WRAPPED)
def test_a_line_that_ends_between_japanese_signs_leaves_no_blank(text: str, said: str) -> None:
    value = read_yaml(text, "x.yaml").child("a")
    assert value is not None
    assert value.scalar == said


@pytest.mark.parametrize(("text", "line", "column", "wrong"), REFUSED)
def test_what_is_refused_says_where(text: str, line: int, column: int, wrong: str) -> None:
    with pytest.raises(ContentError) as refused:
        read_yaml(text, "x.yaml")
    fault = refused.value.faults[0]
    assert (fault.file, fault.line, fault.column) == ("x.yaml", line, column)
    assert wrong in str(fault.wrong)


@pytest.mark.parametrize(
    ("text", "mend"),
    [
        ("a: {b: From 3,000 yen on, c: 1}\n", "put a sentence with a comma in quotes"),
        ("a: [{b: }]\n", "put a sentence with a comma in quotes"),
        ("a:\nb: {c: 1}\n", "write a value, or leave the key out"),
    ],
)
def test_a_comma_between_braces_is_told_of(text: str, mend: str) -> None:
    with pytest.raises(ContentError) as refused:
        read_yaml(text, "x.yaml")
    assert mend in str(refused.value.faults[0].mend)


@pytest.mark.parametrize(
    ("text", "column", "wrong"),
    [
        ("a: {hour}:{minute}\n", 4, "a text begins with {hour}"),
        ("a: [{hour}:{minute}]\n", 5, "a text begins with {hour}"),
        ("a: [{day} {month}, x]\n", 5, "a text begins with {day}"),
        ("a: [x, {hour}h]\n", 8, "a text begins with {hour}"),
        ("a: {this|that} day\n", 4, "a text begins with {this|that}"),
        ("a: {日} 以降\n", 4, "a text begins with {日}"),
        ("- {hour}\n", 3, "a text begins with {hour}"),
        ("- {hour}: {minute}\n", 3, "a text begins with {hour}"),
        ("- [the ]{day}\n", 9, "text stands behind a closing quote or bracket"),
        ("- [the ] first\n", 10, "text stands behind a closing quote or bracket"),
        ("a: [[the ]{day}]\n", 11, "text stands behind a closing quote or bracket"),
        ("- 'it's so'\n", 7, "text stands behind a closing quote or bracket"),
        ("a: ['it's so']\n", 9, "text stands behind a closing quote or bracket"),
        ("a: {b: 1} c\n", 11, "text stands behind a closing quote or bracket"),
    ],
)
def test_a_text_that_begins_with_a_bracket_or_a_quote_wants_quotes(text: str, column: int, wrong: str) -> None:
    with pytest.raises(ContentError) as refused:
        read_yaml(text, "x.yaml")
    (fault,) = refused.value.faults
    assert (fault.line, fault.column, str(fault.wrong)) == (1, column, wrong)
    assert "put the whole text in quotes" in str(fault.mend)


def test_all_that_is_wrong_is_told_at_once() -> None:
    with pytest.raises(ContentError) as refused:
        read_yaml("a: true\nb: 09:00\nc: 1\nc: 2\n", "x.yaml")
    assert [fault.line for fault in refused.value.faults] == [1, 2, 4]


@pytest.mark.parametrize(
    "word", ["yes", "no", "on", "off", "010", "1e3", "0x10", "1_000", "2026-01-31", "1.10", '"09:00"', "'true'"]
)
def test_a_scalar_stays_text(word: str) -> None:
    value = read_yaml(f"{word}: {word}\n", "x.yaml").data("x")
    assert value == {word.strip("\"'"): word.strip("\"'")}


def refusals(text: str) -> list[Fault]:
    """What reading refuses a text for; anything but our own error escapes."""
    try:
        read_yaml(text, "x.yaml").data("x")
    except ContentError as error:
        return error.faults
    return []


@given(st.text(max_size=200) | st.text("ab:{}[]-#&*!|>'\"%@`,? \n\t0", max_size=60))
def test_any_text_is_read_or_refused(text: str) -> None:
    assert all(fault.line > 0 and fault.column > 0 and str(fault.wrong) for fault in refusals(text))


@settings(deadline=None, max_examples=80)
@given(st.sampled_from(FILES), st.data())
def test_a_mutated_file_is_read_or_refused(path: Path, data: st.DataObject) -> None:
    text = path.read_text("utf-8")
    start = data.draw(st.integers(0, len(text)))
    end = min(len(text), start + data.draw(st.integers(0, 40)))
    put = data.draw(st.text(max_size=8) | st.sampled_from([":", "\n", "  ", "- ", "{", "]", '"', "&a ", "*a", "\t"]))
    lines = text.count("\n") + put.count("\n") + 2
    assert all(0 < fault.line <= lines for fault in refusals(text[:start] + put + text[end:]))


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


@pytest.mark.parametrize("loader", [syntax.Loader, yaml.SafeLoader], ids=["libyaml", "python"])
@pytest.mark.parametrize(("text", "line", "wrong"), SAID)
def test_a_parsers_complaint_is_said_in_our_words(
    monkeypatch: pytest.MonkeyPatch, text: str, line: int, wrong: str, loader: type
) -> None:
    monkeypatch.setattr(syntax, "Loader", loader)
    with pytest.raises(ContentError) as refused:
        read_yaml(text, "x.yaml")
    fault = refused.value.faults[-1]
    assert (fault.line, wrong in str(fault.wrong)) == (line, True), str(fault)
