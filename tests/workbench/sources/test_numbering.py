"""Lists are numbered as word processors number them."""

import xml.etree.ElementTree as ET
from collections.abc import Callable, Sequence

import pytest

from assistant.workbench.sources.numbering import Lists, kanji, lettered, roman


def level(at: int, text: str, form: str = "decimal", more: str = "") -> str:
    return f'<L at="{at}"><numFmt v="{form}"/><lvlText v="{text}"/>{more}</L>'


def abstract(name: int, *levels: str, more: str = "") -> str:
    return f'<A name="{name}">{more}{"".join(levels)}</A>'


def num(name: int, of: int, more: str = "") -> str:
    return f'<N name="{name}"><abstractNumId v="{of}"/>{more}</N>'


START = {"L": ("w:lvl", "w:ilvl"), "A": ("w:abstractNum", "w:abstractNumId"), "N": ("w:num", "w:numId"),
         "O": ("w:lvlOverride", "w:ilvl")}  # fmt: skip


def lists(*parts: str) -> Lists:
    root = ET.fromstring(f"<numbering>{''.join(parts)}</numbering>")  # noqa: S314 (our own)
    for one in root.iter():
        tag, key = START.get(one.tag, (f"w:{one.tag}", "w:val"))
        one.attrib = dict(zip((key,), one.attrib.values(), strict=False))
        one.tag = tag
    return Lists([root])


def labels(known: Lists, paragraphs: Sequence[tuple[int, int]]) -> list[str | None]:
    return [known.label(str(number), at) for number, at in paragraphs]


LEGAL = abstract(0, level(0, "第%1条"), level(1, "%2", "decimalFullWidth"), level(2, "(%3)", "japaneseCounting"))
DEEP = abstract(0, level(0, "%1."), level(1, "%1.%2"), level(2, "(%3)", "lowerLetter"))


@pytest.mark.parametrize(
    ("parts", "paragraphs", "found"),
    [
        # A paragraph, or another list, between two items changes nothing.
        ([DEEP, num(1, 0)], [(1, 0), (1, 0), (1, 0)], ["1.", "2.", "3."]),
        ([DEEP, abstract(1, level(0, "•", "bullet")), num(1, 0), num(2, 1)], [(1, 0), (2, 0), (1, 0)],
         ["1.", "", "2."]),
        # A level starts again after a higher one, counts in it, and shows it.
        ([DEEP, num(1, 0)], [(1, 0), (1, 1), (1, 1), (1, 2), (1, 0), (1, 1), (1, 2)],
         ["1.", "1.1", "1.2", "(a)", "2.", "2.1", "(a)"]),
        ([LEGAL, num(1, 0)], [(1, 0), (1, 1), (1, 2), (1, 0), (1, 1)], ["第1条", "１", "(一)", "第2条", "１"]),
        ([abstract(0, level(0, "%1."), level(1, "%1.%2", more='<lvlRestart v="0"/>')), num(1, 0)],
         [(1, 0), (1, 1), (1, 0), (1, 1)], ["1.", "1.1", "2.", "2.2"]),
        # Word: two lists of one form count as one; one that starts anew says so.
        ([DEEP, num(1, 0), num(2, 0)], [(1, 0), (2, 0), (1, 0)], ["1.", "2.", "3."]),
        ([DEEP, num(1, 0), num(2, 0, '<O at="0"><startOverride v="1"/></O>')], [(1, 0), (2, 0), (2, 0)],
         ["1.", "1.", "2."]),
        ([DEEP, num(1, 0, '<O at="0"><startOverride v="5"/></O>')], [(1, 0), (1, 0)], ["5.", "6."]),
        # LibreOffice: each list has a form of its own, with where it starts.
        ([abstract(0, level(0, "%1)", more='<start v="4"/>')), num(1, 0)], [(1, 0), (1, 0)], ["4)", "5)"]),
        ([DEEP, abstract(1, level(0, "%1.")), num(1, 0), num(2, 1)], [(1, 0), (2, 0), (1, 0)], ["1.", "1.", "2."]),
        # A list has another form at a level, or takes all of it from a style.
        ([DEEP, num(1, 0, f'<O at="0">{level(0, "Article %1", "upperRoman")}</O>')], [(1, 0), (1, 0)],
         ["Article I", "Article II"]),
        ([abstract(0, more='<numStyleLink v="S"/>'), abstract(1, level(0, "%1:"), more='<styleLink v="S"/>'),
          num(1, 0)], [(1, 0)], ["1:"]),
        # Figures where the level asks for them, and nothing where it shows nothing.
        ([abstract(0, level(0, "%1", "upperRoman"), level(1, "%1.%2", more="<isLgl/>")), num(1, 0)], [(1, 0), (1, 1)],
         ["I", "1.1"]),
        ([abstract(0, level(0, "", "none")), num(1, 0)], [(1, 0)], [""]),
        ([DEEP, num(1, 0)], [(7, 0)], [None]),
    ],
)  # fmt: skip
def test_a_list_counts_on_wherever_it_is_resumed(
    parts: Sequence[str], paragraphs: Sequence[tuple[int, int]], found: Sequence[str | None]
) -> None:
    assert labels(lists(*parts), paragraphs) == found


@pytest.mark.parametrize(
    ("form", "second"),
    [
        ("decimal", "2"), ("decimalZero", "02"), ("decimalFullWidth", "２"), ("decimalFullWidth2", "２"),
        ("upperRoman", "II"), ("lowerRoman", "ii"), ("upperLetter", "B"), ("lowerLetter", "b"), ("ordinal", "2nd"),
        ("decimalEnclosedCircle", "②"), ("decimalEnclosedParen", "⑵"), ("aiueo", "イ"), ("iroha", "ロ"),
        ("aiueoFullWidth", "イ"), ("irohaFullWidth", "ロ"), ("ideographTraditional", "乙"), ("ideographZodiac", "丑"),
        ("ideographDigital", "二"), ("japaneseCounting", "二"), ("chineseCountingThousand", "二"), ("unheardOf", "2"),
    ],
)  # fmt: skip
def test_each_form_of_numbers(form: str, second: str) -> None:
    assert labels(lists(abstract(0, level(0, "%1", form)), num(1, 0)), [(1, 0), (1, 0)])[1] == second


@pytest.mark.parametrize(
    ("write", "number", "text"),
    [
        (roman, 1994, "mcmxciv"), (roman, 4, "iv"), (roman, 0, ""), (lettered, 26, "z"), (lettered, 28, "bb"),
        (kanji, 10, "十"), (kanji, 12, "十二"), (kanji, 120, "百二十"), (kanji, 2034, "二千三十四"), (kanji, 0, "〇"),
    ],
)  # fmt: skip
def test_numbers_in_letters(write: Callable[[int], str], number: int, text: str) -> None:
    assert write(number) == text


@pytest.mark.parametrize(
    ("number", "text"), [(1, "1st"), (3, "3rd"), (11, "11th"), (12, "12th"), (22, "22nd"), (113, "113th")]
)
def test_ordinals(number: int, text: str) -> None:
    known = lists(abstract(0, level(0, "%1", "ordinal", f'<start v="{number}"/>')), num(1, 0))
    assert labels(known, [(1, 0)]) == [text]
