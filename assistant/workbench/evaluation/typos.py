"""Typing errors made on purpose, the same each time: what a question looks like when it was typed in a hurry."""

import random
import re

ROWS = ("qwertyuiop", "asdfghjkl", "zxcvbnm")
KANA = "あいうえおかきくけこさしすせそたちつてとなにぬねのはひふへほまみむめもやゆよらりるれろわをん"
LATIN = re.compile(r"[A-Za-z]")
TYPED = re.compile(r"[A-Za-z\u3005\u3041-\u3096\u30a1-\u30fa\u30fc\u4e00-\u9fff]")
"""What can be mistyped: letters and Japanese signs. A figure that is mistyped is another figure."""


def _neighbours() -> dict[str, str]:
    """For each letter, those that touch it on a QWERTY keyboard, whose rows are each set half a key to the right."""
    places = {letter: (x + y / 2, y) for y, row in enumerate(ROWS) for x, letter in enumerate(row)}
    return {
        letter: "".join(o for o, (ox, oy) in places.items() if o != letter and abs(ox - x) <= 1 and abs(oy - y) <= 1)
        for letter, (x, y) in places.items()
    }


NEIGHBOURS = _neighbours()


def mistyped(text: str, count: int, seed: int) -> str:
    """
    The text after `count` random edits: a sign replaced, put in, left out, or swapped with the next.

    The wrong letter is a neighbour on the keyboard; beside a Japanese sign it is any hiragana. The same text, count and
    seed give the same errors. A text without a letter stays as it is.
    """
    chance = random.Random(f"{seed} {text!a}")  # noqa: S311 (errors of typing, no secrets)
    for _ in range(count):
        text = _edited(text, chance)
    return text


def _edited(text: str, chance: random.Random) -> str:
    places = [found.start() for found in TYPED.finditer(text)]
    if not places:
        return text
    at = chance.choice(places)
    before, sign, behind = text[:at], text[at], text[at + 1 :]
    wrong = chance.choice(NEIGHBOURS[sign.lower()] if LATIN.match(sign) else KANA)
    wrong = wrong.upper() if sign.isupper() else wrong
    edits = [wrong + behind, sign + wrong + behind]
    if len(places) > 1:
        edits.append(behind)
    if TYPED.match(behind):
        edits.append(behind[0] + sign + behind[1:])
    return before + chance.choice([edit for edit in edits if edit != sign + behind])
