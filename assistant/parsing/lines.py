"""Lines of a grammar: `{this|that} one` stands for two words, and so does `the other[ one]`."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence

WRITTEN = frozenset({"stems", "numbers", "days", "clocks"})
"""The parts of a grammar that tell how something is written; the others are words that stand in sentences."""
FORMS = frozenset(
    {"clocks.forms", "clocks.running", "numbers.amounts", "stems.endings",
     *(f"days.{kind}" for kind in ("ago", "ahead", "alone", "coming", "ends", "forms", "spans"))}
)  # fmt: skip
"""Of these parts the paths whose lines are patterns, in which brackets mean more; the others hold words."""
TENSES = "past", "future"
"""The paths of words that tell of what was, and of what is to come; those of each language stand apart, too."""
GROUP = re.compile(r"\{([^{}]+)\}|\[([^\[\]{}]+)\]")
OPENED = re.compile(r"[{\[]")


def written_out(line: str, fits: Callable[[str], bool] = lambda _: True) -> list[str]:
    """
    Every way that a line stands for: of `{this|that}` one of the words, and of `[so]` with it and without. Those whose
    beginning does not fit are left out before the rest of them is written out.
    """
    found = GROUP.search(line)
    if not found:
        return [line]
    return [way for one in _without(line, found) if fits(OPENED.split(one, 1)[0]) for way in written_out(one, fits)]


def beginnings(line: str, signs: int) -> set[str]:
    """How the ways of a line begin: each whole, or up to a group behind so many signs, whose ways begin alike."""
    found = GROUP.search(line)
    if not found or len(start := OPENED.split(line, 1)[0]) >= signs:
        return {start if found else line}
    return {way for one in _without(line, found) for way in beginnings(one, signs)}


def _without(line: str, group: re.Match[str]) -> Iterator[str]:
    ways = group[1].split("|") if group[1] else ["", *group[2].split("|")]
    return (line[: group.start()] + way + line[group.end() :] for way in ways)


def pieces(line: str) -> list[str]:
    """A line cut at its blanks outside of groups: its words are those of all ways of each piece."""
    found, depth = [""], 0
    for sign in line:
        depth += (sign in "{[") - (sign in "}]")
        if sign == " " and not depth:
            found.append("")
        else:
            found[-1] += sign
    return found


def words_of(words: Mapping[str, Sequence[str]], path: str) -> list[str]:
    """The words of a path of a grammar, its lines written out; forms (`parsing.forms`) stay as they are."""
    lines = words.get(path, ())
    if path.partition(".")[0] in WRITTEN:
        return list(lines)
    return list(dict.fromkeys(way for line in lines for way in written_out(line)))
