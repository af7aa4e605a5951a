"""
What a question states: options by their wordings, days and moments, numbers with their unit.

Nothing is filled in on a guess: two answers to one fact, a negation beside a wording, a day that could belong to two
facts leave the fact to be asked.
"""

import datetime as dt
import re
import unicodedata
from collections.abc import Mapping, Sequence

from assistant.match.presence import presence
from assistant.match.roles import roles_beside, roles_of
from assistant.match.when import Said, times_said
from assistant.match.wordings import Wording, options_said, written
from assistant.match.words import CUT, folded
from assistant.model.fact import Choice, DayFact, Fact, MomentFact, NumberFact, WholeNumberFact
from assistant.typed.numbers import WRITTEN_FIGURES, outside, plain_figures, unit_words

BEHIND_NUMBER = r"(?![a-z])(?!\s?(?:ago|before|前|後|目|度|月|in a row))"


def facts_stated(
    text: str, facts: Mapping[str, Fact], asked: Sequence[str], wordings: Sequence[Wording], now: dt.datetime
) -> dict[str, str]:
    """
    Canonical text by fact, of those of `facts` that the text states, by the wordings that tell something.

    Days and numbers are taken only for the facts in `asked`, those that the topic can ask for.
    """
    typed, text = unicodedata.normalize("NFKC", text[:CUT]), folded(text)
    found = options_said(text, written(wordings, typed))
    for name in sorted({one.fact for one in wordings}):
        fact = facts[name]
        if isinstance(fact, Choice) and (option := presence(text, fact)):
            found[name] = option
    times = times_said(text, now)
    open_facts = {name: facts[name] for name in asked}
    found |= _times(text, open_facts, times, now.date())
    found |= _numbers(_without(text, times), open_facts)
    return {name: found[name] for name in facts if name in found}


def _times(text: str, facts: Mapping[str, Fact], times: Sequence[Said], today: dt.date) -> dict[str, str]:
    found: dict[str, set[str]] = {}
    for said in times:
        of_moment = isinstance(said.value, dt.datetime)
        candidates = [name for name, fact in facts.items() if isinstance(fact, MomentFact if of_moment else DayFact)]
        name = _meant(
            candidates, roles_beside(text, said.start, said.end), alone=len(times) == 1 and said.value != today
        )
        if name and said.value:
            found.setdefault(name, set()).add(_canonical(said.value))
    return {name: values.pop() for name, values in found.items() if len(values) == 1}


def _meant(candidates: Sequence[str], beside: frozenset[str], *, alone: bool) -> str | None:
    fitting = [name for name in candidates if roles_of(name) & beside]
    if not fitting and alone and not beside:
        fitting = list(candidates)
    if not fitting and alone and len(candidates) == 1 and not roles_of(candidates[0]):
        fitting = list(candidates)
    return fitting[0] if len(fitting) == 1 else None


def _canonical(value: dt.date | dt.datetime) -> str:
    if isinstance(value, dt.datetime):
        return value.isoformat(timespec="seconds" if value.second else "minutes")
    return value.isoformat()


def _without(text: str, times: Sequence[Said]) -> str:
    for said in reversed(times):
        text = text[: said.start] + " " * (said.end - said.start) + text[said.end :]
    return text


def _numbers(text: str, facts: Mapping[str, Fact]) -> dict[str, str]:
    found = {}
    units: dict[frozenset[str], list[str]] = {}
    for name, fact in facts.items():
        if isinstance(fact, NumberFact | WholeNumberFact) and unit_words(fact):
            units.setdefault(unit_words(fact), []).append(name)
    for words, names in units.items():
        values = _figures_with(text, words)
        fact = facts[names[0]]
        if len(names) == len(values) == 1 and isinstance(fact, NumberFact | WholeNumberFact):
            (figures,) = values
            if not outside(fact, figures) and not ("." in figures and isinstance(fact, WholeNumberFact)):
                found[names[0]] = figures
    return found


def _figures_with(text: str, words: frozenset[str]) -> dict[str, None]:
    unit = "|".join(sorted(map(re.escape, words), key=lambda word: (-len(word), word)))
    pattern = re.compile(rf"(?<![0-9a-z.,-])(?P<figures>{WRITTEN_FIGURES})[\s-]?(?:{unit}){BEHIND_NUMBER}")
    figures = (plain_figures(found["figures"]) for found in pattern.finditer(text))
    return dict.fromkeys(value for value in figures if value is not None and len(value.partition(".")[2]) <= 3)
