"""
What a question states: options by their wordings, days and moments, numbers with their unit, each with its place.

Nothing is filled in on a guess: two answers to one fact, a negation beside a wording, a day that could belong to two
facts leave the fact to be asked.
"""

import datetime as dt
import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence

from assistant.match.cues import CLAUSE, cue_pattern, meant
from assistant.match.naming import Named, options_said
from assistant.match.places import Stated, as_typed
from assistant.match.presence import presence
from assistant.match.quantities import quantities
from assistant.match.when import Said, times_said
from assistant.match.wordings import Wording, written
from assistant.match.words import CUT, folded
from assistant.vocabulary.fact import Fact
from assistant.vocabulary.facts.choice import Choice
from assistant.vocabulary.facts.day import DayFact
from assistant.vocabulary.facts.moment import MomentFact

MOST_TIMES = 12
"""A text with more days and moments is no question, and tells none of them."""
ASKING = re.compile(
    r"\b(?:can|could|may|will|would|shall|should|must|is|are|do|does|did|when|want|like|wish|going|until|by)\b"
    r"|\?|か$|たい|まで|できま|でき(?:る|ます)"
)
"""A clause with one of these asks about its day, rather than telling it."""


def facts_stated(
    text: str, facts: Mapping[str, Fact], asked: Sequence[str], wordings: Sequence[Wording], now: dt.datetime
) -> tuple[Stated, ...]:
    """
    Those of `facts` that the text states, by the wordings that tell something, in the order of the text.

    `asked` are the facts that the topic can ask for: a day without a cue beside it is taken only for them, a number
    for one that it does not ask for only beside its cues. Each fact comes once.
    """
    typed, text = text[:CUT], folded(text)
    times = times_said(text, now)
    found = list(_options(text, times, facts, written(wordings, unicodedata.normalize("NFKC", typed))))
    found += _times(text, facts, asked, times, now.date())
    found += quantities(_without(text, times), facts, asked)
    return as_typed(typed, found)


def _options(
    text: str, times: Sequence[Said], facts: Mapping[str, Fact], wordings: Sequence[Wording]
) -> Iterator[Stated]:
    found: dict[str, Named] = {named.fact: named for named in options_said(_without(text, times), wordings)}
    for name in sorted({one.fact for one in wordings}):
        fact = facts[name]
        if isinstance(fact, Choice) and (named := presence(name, fact, text)):
            found[name] = named
    return (Stated(one.fact, one.option, one.start, one.end) for one in found.values() if not one.unsure)


def _times(
    text: str, facts: Mapping[str, Fact], asked: Sequence[str], times: Sequence[Said], today: dt.date
) -> Iterator[Stated]:
    found: dict[str, dict[str, Said]] = {}
    for said in times if len(times) <= MOST_TIMES else ():
        kind = MomentFact if isinstance(said.value, dt.datetime) else DayFact
        fitting = {name: fact for name, fact in facts.items() if isinstance(fact, kind)}
        name = _owner(text, said, fitting, asked, times, today)
        if name:
            found.setdefault(name, {}).setdefault(_canonical(said.value), said)
    for name, values in found.items():
        value, said = next(iter(values.items()))
        if len(values) == 1 and value:
            yield Stated(name, value, said.start, said.end)


def _owner(
    text: str,
    said: Said,
    facts: Mapping[str, Fact],
    asked: Sequence[str],
    times: Sequence[Said],
    today: dt.date,
) -> str | None:
    here = {name: fact for name, fact in facts.items() if name in asked}
    if said.now:
        named = [name for name, fact in here.items() if (cue := cue_pattern(fact.cues)) and cue.match(text, said.start)]
        return named[0] if len(named) == 1 else None
    others = [(other.start, other.end) for other in times if other is not said]
    if name := meant(text, said.start, said.end, here, others):
        return name
    elsewhere = meant(text, said.start, said.end, facts, others, least=2)
    if elsewhere or len(here) != 1:
        return elsewhere
    alone = not others and said.value is not None and said.value != today
    return next(iter(here)) if alone and _told(text, said) else None


def _told(text: str, said: Said) -> bool:
    if isinstance(said.value, dt.datetime):
        return True
    if not said.full:
        return False
    clause = CLAUSE.split(text[: said.start])[-1] + " " + re.split(r"[,;。、!]", text[said.end :])[0]
    return not ASKING.search(clause)


def _canonical(value: dt.date | dt.datetime | None) -> str:
    if isinstance(value, dt.datetime):
        return value.isoformat(timespec="seconds" if value.second else "minutes")
    return value.isoformat() if value else ""


def _without(text: str, times: Sequence[Said]) -> str:
    for said in reversed(times):
        text = text[: said.start] + "\0" * (said.end - said.start) + text[said.end :]
    return text
