"""
What would change an answer: the nearest single facts, or another day asked about, that turn the verdict or move a date.

Nothing is reasoned: the engine is asked again with one fact changed, and what it says is compared.
"""

import datetime as dt
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import islice

from assistant.decide import Answer, Needs, Outcome, Value, canonical
from assistant.decide.neighbours import size
from assistant.i18n.fill import Rendered
from assistant.model.quantity import Quantity
from assistant.present.answer.asking import Asking, Found
from assistant.present.answer.explanation import explained
from assistant.present.answer.headlines import said
from assistant.present.answer.page import present, standing_of
from assistant.present.question import by_their_clock, there_too
from assistant.present.sentences import TONES
from assistant.present.views import AnswerView, CaveatView, Tone
from assistant.present.writer import Writer
from assistant.vocabulary.bands import GIVEN, given_band
from assistant.vocabulary.conditions.order import After, AtLeast, AtMost
from assistant.vocabulary.facts.choice import Choices
from assistant.vocabulary.facts.number import Banded
from assistant.vocabulary.facts.reading import OTHER, reading_fact
from assistant.vocabulary.wording import Label, Worth

Sentence = Callable[[Answer], Rendered]
MOST = 4
MOST_OF_ONE = 2
"""Of one fact, so that the answers of a long list do not hide the others."""
YEAR = 365.25
THOUSANDTH = Decimal("0.001")
"""The least step between two numbers that may be given."""
FAR = 3.0
"""What already lies behind says less than what is to come: it counts as so many times as far away."""


@dataclass(frozen=True, slots=True)
class ChangeView:
    """
    Another answer, one fact or the day asked about away: what is changed, what the answer becomes, and its address.

    `on` is None where the day asked about is not what changes; `there`: a time is meant by the clock of the place.
    """

    name: str
    label: str
    becomes: Rendered
    tone: Tone
    facts: Mapping[str, str]
    on: str | None
    there: bool = False


def _clocks(asking: Asking, name: str, mine: dt.datetime) -> Iterator[Found]:
    """
    The same time by the clock of the place, and the nearest other times of the same day; here every date that moves is
    worth telling.
    """
    if asking.answer.verdict not in ("open", "closed"):  # of hours it is asked for by their own clock
        theirs = by_their_clock(asking.policy, mine, asking.known)
        yield from (found._replace(there=True) for found in islice(asking.others(name, theirs), 1))
    moments = list(asking.neighbours.minutes(mine.date()))
    for way in ([moment for moment in reversed(moments) if moment < mine], [one for one in moments if one > mine]):
        yield from islice(asking.others(name, way), 1)


def _steps(asking: Asking, name: str) -> Iterator[Found]:
    """The nearest threshold on each side of a day or a number behind which the answer is another."""
    places = asking.neighbours.thresholds(name, asking.known)
    here = size(asking.known[name])
    below = [value for value in reversed(places) if size(value) < here]
    above = [value for value in places if size(value) > here]
    for values, way in ((below, AtMost), (above, AtLeast)):
        for found in islice(asking.others(name, values), 1):
            far = found._replace(distance=_distance(name, here, found.value), way=way)
            yield _edge(asking, far, values[values.index(found.value) :])


def _edge(asking: Asking, found: Found, beyond: list[Value]) -> Found:
    """From where on it holds, if it holds for all beyond; a round number in place of one a thousandth over."""
    marks = asking.marks(found.outcome, found.name, found.value)
    others = ((value, asking.with_(found.name, value)) for value in beyond)
    if not all(other and asking.marks(other, found.name, value) == marks for value, other in others):
        found = found._replace(way=None)
    value, mine = found.value, asking.known[found.name]
    if not (isinstance(value, Decimal) and value % 1) or isinstance(value, Quantity) or size(mine) > size(value):
        return found
    over = Decimal(int(value) + 1)
    outcome = asking.with_(found.name, over)
    if outcome is None or asking.marks(outcome, found.name, over) != marks:
        return found
    edge, way = (value - THOUSANDTH, After) if found.way else (over, None)
    return found._replace(value=over, outcome=outcome, edge=edge, way=way)


def _distance(name: str, here: float, value: Value) -> float:
    other = size(value)
    if isinstance(value, dt.date):
        years = abs(other - here) / YEAR
        return years * FAR if name == "on" and other < here else years
    return abs(other - here) / (abs(here) + 1)


def _found(asking: Asking) -> Iterator[Found]:
    # What the answer would be where one of the readings that it rests on is not ours.
    for name in map(reading_fact, asking.answer.readings):
        if name in asking.policy.facts and name not in asking.answer.facts:
            yield from asking.others(name, [OTHER])
    for name in asking.names():
        fact, mine = asking.policy.facts.get(name), asking.known[name]
        if fact and fact.choices():
            yield from asking.others(name, (one[0] for one in asking.neighbours.alike(name) if mine not in one))
        elif isinstance(fact, Choices) and isinstance(mine, tuple):
            yield from asking.others(name, fact.toggled(mine))
        elif isinstance(fact, Banded) and given_band(mine) is not None:
            yield from asking.others(name, (one for band in fact.bands if (one := f"{GIVEN}{band}") != mine))
        else:
            if isinstance(mine, dt.datetime):
                yield from _clocks(asking, name, mine)
            yield from _steps(asking, name)


def _rank(answer: Answer, found: Found) -> tuple[int, float]:
    other = found.outcome
    if found.there:
        return -1, 0
    if isinstance(other, Needs):
        return 3, found.distance
    if other.verdict != answer.verdict:
        return (0 if TONES[other.verdict] != TONES[answer.verdict] else 1), found.distance
    return 2, found.distance


def changes(
    writer: Writer,
    answer: Answer,
    given: Mapping[str, str],
    now: dt.datetime | None = None,
    headline: Rendered | None = None,
) -> tuple[ChangeView, ...]:
    """
    The most telling other answers that are one fact away, or one day asked about; at most four.

    `given` are all the facts known, those that this answer did not need included: another may need them. They are told
    as they are read `now`, without it as of the day asked about; `headline` is the answer's own, where it is written.
    """
    asking = Asking(writer.policy, answer, given)

    def sentence(one: Answer) -> Rendered:
        return said(writer, one, standing_of(writer, one, now) if now else None)

    mine = headline or sentence(answer)
    ranked: defaultdict[str, list[Found]] = defaultdict(list)
    for found in sorted(_found(asking), key=lambda found: _rank(answer, found)):
        ranked[found.name].append(found)
    telling = [_telling(writer, answer, sentence, mine, some) for some in ranked.values()]
    views = (next(one, None) for _ in range(MOST_OF_ONE) for one in telling)
    return tuple(islice((view for view in views if view is not None), MOST))


def passed_on(writer: Writer, outcome: Outcome, given: Mapping[str, str], now: dt.datetime) -> AnswerView | None:
    """An answer to pass on, beside which stands what its times are by the clock of the place, where that matters."""
    view = present(writer, outcome, given, now)
    if not isinstance(outcome, Answer) or not isinstance(view, AnswerView):
        return None
    found = () if outcome.open else changes(writer, outcome, given, now, view.headline)
    told = (writer.words.say("{sentence} {more}", sentence=one.label, more=one.becomes) for one in found if one.there)
    return replace(view, caveats=(*view.caveats, *map(CaveatView, told)))


def _telling(
    writer: Writer, answer: Answer, sentence: Sentence, mine: Rendered, ranked: Iterable[Found]
) -> Iterator[ChangeView]:
    """Of other answers, each that says something else than this one, `mine`, and than those before it."""
    known = {mine}
    for found in ranked:
        view = _view(writer, answer, mine, found, sentence)
        if view.becomes not in known:
            known.add(view.becomes)
            yield view


def _view(writer: Writer, answer: Answer, mine: Rendered, found: Found, sentence: Sentence) -> ChangeView:
    """What another answer becomes; `mine` is the sentence of this one."""
    words, other = writer.words, found.outcome
    if isinstance(other, Needs):
        label = writer.label(other.fact)
        becomes = words.say("Then the answer depends on one thing more: {label}.", label=label)
    else:
        becomes = _becomes(writer, answer, other) if (told := sentence(other)) == mine else told
    facts = {name: canonical(value) for name, value in answer.facts.items()}
    on = canonical(found.value) if found.name == "on" else None
    if on is None:
        facts[found.name] = canonical(found.value)
    tone = TONES[other.verdict] if isinstance(other, Answer) else "plain"
    return ChangeView(found.name, _label(writer, found, answer.facts), becomes, tone, facts, on, found.there)


def _becomes(writer: Writer, answer: Answer, other: Answer) -> Rendered:
    """The date or number that differs, where the sentence is the same."""
    known, found = ({**one.dates, **one.values} for one in (answer, other))
    differing = next((one for name, one in found.items() if name not in known or one.value != known[name].value), None)
    if differing is None:
        return said(writer, other)
    value = writer.value(differing.value)
    return writer.words.say("{label}: {value}", label=writer.label(differing.name), value=value)


def _label(writer: Writer, found: Found, known: Mapping[str, Value]) -> Rendered:
    if found.way is None:
        subject, value = writer.label(found.name), writer.value(found.edge, found.name)
        if found.there and isinstance(found.value, dt.datetime):
            told = there_too(writer, found.value, writer.policy.about.time_zone, known, value)
            return writer.words.say(
                "If the time entered is local time, we count from {value}, and the answer is:", value=told or value
            )
        return writer.words.say("{label}: {value}", label=subject, value=value)
    wording = found.way.worded(Label(found.name), Worth(found.edge, found.name), isinstance(found.edge, dt.date))
    return explained(writer, wording)
