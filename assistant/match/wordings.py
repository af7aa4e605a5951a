"""Options named in a question: longest wording first, figures exact, letters forgiving, negations left alone."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from rapidfuzz.distance import OSA

from assistant.match.words import is_japanese, runs
from assistant.model.fact import Choice, Fact, YesNo
from assistant.model.record import Text
from assistant.typed.plain import plain, squeezed

IGNORED = re.compile(r"[\s_/'’・.-]")
NEGATED_BEFORE = re.compile(
    r"(?:\b(?:not|no|never|without|except|nor|unlike|instead of|rather than|other than)|n't) (?:[\w-]+ ){0,2}$"
)
NEGATED_BEHIND = re.compile(r"(?:では|じゃ|で|とは|は)*(?:な[いくか]|ありませ)|以外|を除")
LEADING_YES = re.compile(r"^(?:yes|no|はい|いいえ)[,、]\s*", re.IGNORECASE)
CODE = re.compile(r"[A-Z]{2,3}")
KATAKANA = re.compile(r"[ァ-ヺー]")


@dataclass(frozen=True, slots=True)
class Wording:
    """
    One way of naming an option, without blanks and dashes. `named`: it is the option's own label. `code`: two or three
    capitals, such as ACT, which are a code only where they are written so.
    """

    text: str
    fact: str
    option: str
    named: bool
    code: bool


def wordings_of(facts: Mapping[str, Fact], translations: Mapping[str, Sequence[str]]) -> tuple[Wording, ...]:
    """Every wording of every option, longest first; what names two options of one fact is left out."""
    found = {wording for name, fact in facts.items() for wording in _of_fact(name, fact, translations) if wording.text}
    options: dict[tuple[str, str], set[str]] = {}
    for one in found:
        options.setdefault((one.text, one.fact), set()).add(one.option)
    single = (one for one in found if len(options[one.text, one.fact]) == 1)
    return tuple(
        sorted(single, key=lambda one: (-len(one.text), one.text, one.fact, one.option, not one.named, one.code))
    )


def telling(
    wordings: Sequence[Wording], title: Sequence[str], asked: Sequence[str], known: Sequence[str]
) -> tuple[Wording, ...]:
    """
    The wordings that tell something in a question about one topic.

    What its title says anyway does not. Facts that the topic does not ask for count by an option's own label only, and
    only those of `known`.
    """
    said = " ".join(map(tight, title))
    fresh = (one for one in wordings if one.text not in said)
    return tuple(one for one in fresh if one.fact in asked or (one.named and one.fact in known))


def _of_fact(name: str, fact: Fact, translations: Mapping[str, Sequence[str]]) -> Iterator[Wording]:
    labels: dict[str, Text] = {}
    if isinstance(fact, Choice):
        labels = {option: about.label for option, about in fact.options.items()}
        for option, about in fact.options.items():
            yield from (_wording(text, name, option, named=False) for text in about.spellings)
    elif isinstance(fact, YesNo):
        labels = {option: label for option, label in (("yes", fact.yes), ("no", fact.no)) if label}
    for option, label in labels.items():
        for text in (label.source, *translations.get(label.context, ())):
            yield _wording(LEADING_YES.sub("", text), name, option, named=True)


def _wording(text: str, fact: str, option: str, *, named: bool) -> Wording:
    return Wording(tight(text), fact, option, named, bool(CODE.fullmatch(text)))


def written(wordings: Sequence[Wording], text: str) -> tuple[Wording, ...]:
    """Without the codes that the text, as it was typed, does not hold in capitals; in a text without any, all count."""
    if text == text.lower():
        return tuple(wordings)
    codes = {code.lower() for code in re.findall(r"(?<![A-Za-z])[A-Z]{2,3}(?![A-Za-z])", text)}
    return tuple(one for one in wordings if not one.code or one.text in codes)


def options_said(text: str, wordings: Sequence[Wording]) -> dict[str, str]:
    """
    The option of each choice that folded text names, where it names just one.

    A longer wording takes its stretch of the text from shorter ones.
    """
    found: dict[str, set[str]] = {}
    letters, places = _tightened(text)
    taken: dict[int, Wording] = {}
    for wording in wordings:
        for start in _starts(letters, wording.text):
            stretch = range(start, start + len(wording.text))
            first, last = places[start], places[stretch[-1]]
            if any(at in taken and taken[at].text != wording.text for at in stretch) or not _whole(text, first, last):
                continue
            taken |= dict.fromkeys(stretch, wording)
            found.setdefault(wording.fact, set()).add("" if _negated(text, first, last + 1) else wording.option)
    for wording in _misspelt(text, wordings):
        found.setdefault(wording.fact, {wording.option})
    return {fact: options.pop() for fact, options in found.items() if len(options) == 1 and "" not in options}


def _misspelt(text: str, wordings: Sequence[Wording]) -> Iterator[Wording]:
    strangers = [run for run in runs(text) if len(run) >= 6 and run.isascii() and run.isalpha()]
    for wording in wordings:
        if len(wording.text) >= 6 and wording.text.isascii() and wording.text.isalpha():
            budget = 1 if len(wording.text) < 9 else 2
            if any(0 < OSA.distance(run, wording.text, score_cutoff=budget) <= budget for run in strangers):
                yield wording


def tight(text: str) -> str:
    """Text folded, without blanks, dashes and dots."""
    return squeezed(IGNORED.sub("", plain(text)))


def _tightened(text: str) -> tuple[str, list[int]]:
    places = [at for at, sign in enumerate(text) if not IGNORED.match(sign)]
    return "".join(text[at] for at in places), places


def _starts(tight: str, wording: str) -> Iterator[int]:
    at = tight.find(wording)
    while at >= 0:
        yield at
        at = tight.find(wording, at + 1)


def _whole(text: str, first: int, last: int) -> bool:
    """Does the stretch begin and end where words do? A plural's s may follow."""
    before, behind = text[:first][-1:], text[last + 1 : last + 2]
    if behind == "s" and last - first > 2:
        behind = text[last + 2 : last + 3]
    return not _continues(before, text[first]) and not _continues(behind, text[last])


def _continues(outer: str, inner: str) -> bool:
    if not outer:
        return False
    if KATAKANA.match(inner):
        return bool(KATAKANA.match(outer))
    return outer.isalnum() and inner.isalnum() and not is_japanese(outer) and not is_japanese(inner)


def _negated(text: str, start: int, end: int) -> bool:
    return bool(NEGATED_BEFORE.search(text[:start]) or NEGATED_BEHIND.match(text[end:]))
