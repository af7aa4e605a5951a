"""
Did you mean: what to write instead of a name that nobody knows.

What is suggested is a few slips of the fingers away, word by word: `sytem` is `system`. Another word is another thing,
however many letters it shares: nobody who writes `earlier_of` means `later_of`, `active` is not `inactive`, and one
figure never stands for another.
"""

import re
from collections.abc import Iterable, Sequence

from assistant.errors import Wording, told

FEW = 12
"""As many names as this are listed whole."""
LONGEST = 300
"""What is longer than this is no name."""
SMALL = 2
"""A word of no more letters than this says little behind others: `sent-at` may be `sent-on`."""
SHORT = 3
"""A word of no more letters than this may have one slip."""
BETWEEN = re.compile("[-_]+")
"""What stands between the words of a name."""
AROUND = re.compile(r"^\W+|\W+$")
"""What stands around a name, such as brackets and quotes."""
FIGURE = re.compile(r"\d")


def closest(name: str, known: Iterable[str], most: int) -> list[str]:
    """At most so many of `known` for which `name` may be a misspelling, the likeliest first."""
    if len(name) > LONGEST:
        return []
    typed = _words(name)
    found = [(slips, one) for one in set(known) if (slips := _apart(typed, _words(one))) is not None]
    return [one for _, one in sorted(found)[:most]]


def _words(name: str) -> list[str]:
    return BETWEEN.split(AROUND.sub("", name))


def _apart(typed: Sequence[str], words: Sequence[str]) -> int | None:
    """How many slips lie between two names; None where they are two things."""
    if len(typed) != len(words):
        left_out = len(words) - len(typed)
        return left_out if words[: len(typed)] == typed else _slips("".join(typed), "".join(words))
    found = [
        int(one != other) if place and _small(one) and _small(other) else _slips(one, other)
        for place, (one, other) in enumerate(zip(typed, words, strict=True))
    ]
    return None if None in found else sum(each or 0 for each in found)


def _small(word: str) -> bool:
    return len(word) <= SMALL and not FIGURE.search(word)


def _slips(typed: str, word: str) -> int | None:
    """How many letters are wrong, missing, too many or exchanged; None where that makes another word of it."""
    # Most commands start and end without a name that nobody knows.
    from rapidfuzz.distance.OSA import distance

    found, (short, long) = distance(typed, word), sorted((typed, word), key=len)
    exchanged = sorted(typed) == sorted(word)
    if found > _most(short, long) or (len(long) <= SMALL and not exchanged):
        return None
    if len(typed) == len(word) and not exchanged:
        begins_otherwise = typed[:1] != word[:1] and typed[2:] == word[2:]
        return None if begins_otherwise or FIGURE.findall(typed) != FIGURE.findall(word) else found
    return None if len(long) - len(short) > 1 and long.endswith(short) else found


def _most(short: str, long: str) -> int:
    """How many slips a word may have. A title has many words, of which each may be the one that counts."""
    return len(long) // 6 if " " in long else max(2 if len(short) > SHORT else 1, len(long) // 4)


def alike(name: str, known: Iterable[str]) -> str | None:
    """The one of `known` for which `name` is likeliest a misspelling; None where it is none."""
    return next(iter(closest(name, known, 1)), None)


def guess(name: str, known: Iterable[str]) -> Wording | None:
    """The question whether another name was meant; None where none is alike."""
    best = alike(name, known)
    return told("did you mean '{name}'?", name=best) if best else None


def near(name: str, known: Iterable[str], otherwise: Wording) -> Wording:
    """How to mend a name: the known one that is like it; else all that are known, if they are few; else `otherwise`."""
    names = list(known) if isinstance(known, Sequence) else sorted(known)
    return guess(name, names) or (one_of(names) if 0 < len(names) <= FEW else otherwise)


def one_of(names: Iterable[str]) -> Wording:
    """All that may be written."""
    return told("write one of these: {names}", names=", ".join(names))
