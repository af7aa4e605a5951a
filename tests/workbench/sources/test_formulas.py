"""Formulas in a line: figures that stand above or below each other never become one."""

import xml.etree.ElementTree as ET

import pytest

from assistant.workbench.sources.runs import linear


def formula(text: str) -> ET.Element:
    """`f(num(r(t(a))) den(r(t(2))))` as elements."""
    marked = "".join(f"<m:{name}>" if name else sign for name, sign in _pieces(text))
    root = ET.fromstring(f'<oMath xmlns:m="m">{marked}</oMath>')  # noqa: S314 (our own)
    for one in root.iter():
        one.tag = one.tag.replace("{m}", "m:")
    return root


def _pieces(text: str) -> list[tuple[str, str]]:
    open_, found, word = [], [], ""
    for sign in text:
        if sign == "(":
            open_.append(word)
            found.append((word, ""))
            word = ""
        elif sign == ")":
            found += [("", word), ("", f"</m:{open_.pop()}>")]
            word = ""
        elif sign != " ":
            word += sign
    return found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("f(num(t(1)) den(t(2)))", "1/2"),
        ("f(num(t(a+b)) den(t(2)))", "(a+b)/2"),
        ("t(3) sSup(e(t(m)) sup(t(2)))", "3m^2"),
        ("sSub(e(t(x)) sub(t(1)))", "x_1"),
        ("sSubSup(e(t(x)) sub(t(1)) sup(t(2)))", "x_1^2"),
        ("rad(deg() e(t(9)))", "√9"),
        ("rad(deg(t(3)) e(t(x+1)))", "√[3](x+1)"),
        ("d(e(t(a+b)))", "(a+b)"),
        ("nary(sub(t(i=1)) sup(t(n)) e(t(x)))", "∑[(i=1), n]x"),
        ("r(t(a)) r(t(=)) r(t(b))", "a=b"),
    ],
)
def test_a_formula_is_written_in_a_line(text: str, found: str) -> None:
    assert linear(formula(text)) == found
