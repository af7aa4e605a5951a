"""Writes a policy's texts, values and citations in one language; what is always the same is written once."""

import datetime as dt
from collections.abc import Callable, Iterable
from decimal import Decimal
from functools import partial, wraps
from typing import Concatenate, ParamSpec, TypeVar, cast
from zoneinfo import ZoneInfo

from assistant.decide import Value
from assistant.errors import worded
from assistant.i18n.fill import Rendered
from assistant.i18n.formats import (
    format_clock,
    format_day,
    format_list,
    format_moment,
    format_money,
    format_number,
)
from assistant.i18n.words import Words
from assistant.memo import Memo
from assistant.model.policy import Policy
from assistant.model.quantity import Duration, Quantity
from assistant.model.record import Text
from assistant.model.topic import Point
from assistant.present.views import CitationView, NoteView, PointView, ReadingView
from assistant.vocabulary.bands import given_band
from assistant.vocabulary.derivation import Derivation
from assistant.vocabulary.derived.amount import DerivedAmount
from assistant.vocabulary.facts.choice import Choice, Choices, YesNo
from assistant.vocabulary.facts.number import Banded, NumberFact, WholeNumberFact
from assistant.vocabulary.facts.reading import ReadingFact
from assistant.vocabulary.wording import EndOfDay

MOST_WRITTEN = 2500
"""More than a policy says without a gap."""
SEVERAL = 2
DURATIONS = {
    "h": worded("{count} hour", "{count} hours"),
    "min": worded("{count} minute", "{count} minutes"),
    "d": worded("{count} day", "{count} days"),
    "wd": worded("{count} working day", "{count} working days"),
}
"""How each unit of time is said of one, and of more."""
P = ParamSpec("P")
Written = TypeVar("Written")


def once(write: Callable[Concatenate["Writer", P], Written]) -> Callable[Concatenate["Writer", P], Written]:
    """What a writer writes once: the next time it gives the very same object. Only arguments by place tell it apart."""

    @wraps(write)
    def written(self: "Writer", /, *args: P.args, **kwargs: P.kwargs) -> Written:
        if kwargs:
            raise TypeError(f"{write.__name__} takes arguments by place")
        return cast("Written", self.memo.get((write, args), lambda: write(self, *args)))  # type: ignore[call-arg]  # (no others are left)

    return written


class Writer:
    """One policy in one language. It may be shared between threads."""

    __slots__ = ("clauses", "language", "memo", "policy", "words")

    def __init__(self, policy: Policy, words: Words) -> None:
        self.policy, self.words, self.language = policy, words, words.language
        self.clauses = {clause.id: clause for clause in policy.outline.clauses}
        self.memo: Memo[object, object] = Memo(MOST_WRITTEN)

    def text(self, text: Text, /, **gaps: object) -> Rendered:
        """A sentence of the policy."""
        if "{" not in text.source:
            return self.plain(text)
        return self.words.text(text, self.policy.about.language, **gaps)

    @once
    def plain(self, text: Text) -> Rendered:
        """A sentence of the policy that has no gaps."""
        return self.words.text(text, self.policy.about.language)

    def here(self, now: dt.datetime) -> dt.datetime:
        """A moment on the policy's own clock."""
        return now.astimezone(ZoneInfo(self.policy.about.time_zone))

    def optional(self, text: Text | None) -> Rendered | None:
        """A sentence that may be absent."""
        return self.text(text) if text is not None else None

    @once
    def gaps(self, sentence: str) -> frozenset[str]:
        """The names of a sentence's gaps."""
        return frozenset(Text.GAP.findall(sentence))

    def own(self, sentence: str) -> Rendered:
        """What no catalogue says: a day, a number, an id."""
        return Rendered(sentence, self.language.id)

    def day(self, value: dt.date | dt.time) -> Rendered:
        """A day, a moment or a time of day."""
        if isinstance(value, EndOfDay) and value.ended:
            return self.words.say("midnight at the end of {day}", day=self.words.written(format_day, value.ended))
        if isinstance(value, dt.datetime):
            return self.words.written(format_moment, value)
        if isinstance(value, dt.date):
            return self.words.written(format_day, value)
        return self.words.written(format_clock, value)

    def on_clock(self, moment: dt.datetime, zone: str) -> Rendered:
        """A moment with the name of its clock, where the policy's hours name one in this zone."""
        hours, own, said = self.policy.about.hours.values(), self.policy.about.time_zone, self.day(moment)
        clock = next((one.clock for one in hours if not one.zone_from and (one.zone or own) == zone), None)
        return self.words.say("{value} ({label})", value=said, label=self.text(clock)) if clock else said

    @once
    def name(self, id_: str, fact: str | None = None) -> Rendered:
        """What an id is called: an option, a table's row, column or mark; the id itself where it has no name."""
        one = self.policy.facts.get(fact) if fact else None
        if isinstance(one, Banded) and (band := given_band(id_) or id_) in one.labels:
            return self.text(one.labels[band])
        if isinstance(one, ReadingFact):
            return self.text(one.other)
        if isinstance(one, YesNo):
            label = one.yes if id_ == "yes" else one.no
            return self.text(label) if label else self.words.say("Yes") if id_ == "yes" else self.words.say("No")
        every = self.policy.facts.values()
        choices = [one] if isinstance(one, Choice | Choices) else [f for f in every if isinstance(f, Choice | Choices)]
        for choice in choices:
            if id_ in choice.options:
                return self.text(choice.options[id_].label)
        for table in self.policy.tables.values():
            for names in (table.about.marks, table.about.names):
                if id_ in names:
                    return self.text(names[id_])
        banded = next((each for each in every if isinstance(each, Banded) and id_ in each.labels), None)
        return self.text(banded.labels[id_]) if banded else self.own(id_)

    def value(self, value: Value, fact: str | None = None) -> Rendered:
        """A value in words; `fact` is the fact that it belongs to, where it belongs to one."""
        match value:
            case dt.date() | dt.time():
                return self.day(value)
            case str():
                return self.name(value, fact)
            case Duration():
                return self.duration(value)
            case tuple():
                return format_list([self.name(str(one), fact) for one in value], self.language)
        return self.number(value, fact)

    def duration(self, value: Duration) -> Rendered:
        """A length of time: 4 hours, 3 working days."""
        said, form = DURATIONS[value.unit], SEVERAL if value.number % 1 else int(value.number)
        return self.words.plural(said.sentence, said.many, form, count=self.words.written(format_number, value.number))

    def number(self, value: int | Decimal, fact: str | None = None) -> Rendered:
        """A number, with its fact's unit where it has one."""
        one = self.policy.facts.get(fact) if fact else None
        if isinstance(value, Quantity) and value.currency:
            shown = value if value.payable else value.nearly
            return self.words.written(partial(format_money, currency=value.currency), shown)
        number = self.words.written(format_number, value)
        derived = self.derived(fact) if fact and one is None else None
        if isinstance(derived, DerivedAmount) and derived.unit:
            return self.words.say("{number} {unit}", number=number, unit=self.text(derived.unit))
        if not (isinstance(one, NumberFact | WholeNumberFact) and one.unit):
            return number
        single = getattr(one, "unit_for_one", None) if value == 1 else None
        return self.words.say("{number} {unit}", number=number, unit=self.text(single or one.unit))

    @once
    def label(self, name: str) -> Rendered:
        """What a fact, `on` or something derived is called."""
        if name == "on":
            return self.words.say("The day asked about")
        if name in self.policy.facts:
            return self.text(self.policy.facts[name].label)
        derived = self.derived(name)
        return self.text(derived.label) if derived else self.own(name)

    def derived(self, name: str) -> Derivation | None:
        """What is derived under this name, shared or by a topic."""
        derived = self.policy.shared.derived.get(name)
        for topic in self.policy.topics.values():
            derived = derived or topic.derived.get(name)
        return derived

    def cite(self, clauses: Iterable[str]) -> tuple[CitationView, ...]:
        """Clauses, with where they stand and what they say."""
        return self.cited(tuple(clauses))

    @once
    def cited(self, clauses: tuple[str, ...]) -> tuple[CitationView, ...]:
        """The same clauses as the same object."""
        return tuple(map(self.clause, dict.fromkeys(clauses)))

    @once
    def clause(self, id_: str) -> CitationView:
        """One clause."""
        return CitationView(id_, self.place(id_), self.text(self.clauses[id_].gist), self._quote(id_))

    def _quote(self, id_: str) -> Rendered | None:
        """A clause's own words; none where they are of another edition of the document."""
        quoted = self.policy.quoted
        quote = quoted.clauses.get(id_) if quoted else None
        if quoted is None or quote is None or quote.fingerprint != self.clauses[id_].fingerprint:
            return None
        return Rendered(quote.text, quoted.language, self.language.id)

    def place(self, id_: str) -> Rendered:
        """Where a clause stands: with the document, where that is not the policy's own."""
        place, document = self.text(self.clauses[id_].place), id_.partition(":")[0] if ":" in id_ else ""
        if not document:
            return place
        title = self.text(self.policy.about.documents[document].title)
        return self.words.say("{document}: {place}", document=title, place=place)

    def points(self, points: Iterable[Point]) -> tuple[PointView, ...]:
        """Points of a summary, or steps of a procedure."""
        return tuple(PointView(self.text(point.text), self.cite(point.cites)) for point in points)

    @once
    def notes(self, ids: tuple[str, ...]) -> tuple[NoteView, ...]:
        """Shared notes."""
        found = ((id_, self.policy.shared.notes[id_]) for id_ in ids)
        return tuple(NoteView(id_, self.text(note.text), self.cite(note.cites)) for id_, note in found)

    @once
    def readings(self, wanted: tuple[str, ...] | None = None) -> tuple[ReadingView, ...]:
        """The readings with these ids, in the policy's order; all where `wanted` is None."""
        return tuple(
            ReadingView(r.id, self.text(r.doubt), self.text(r.reading), self.text(r.because), self.cite(r.cites))
            for r in self.policy.about.readings
            if wanted is None or r.id in wanted
        )

    @once
    def choices(self, ids: tuple[str, ...], fact: str) -> Rendered:
        """Several ids as one list: "A, B or C"."""
        return format_list([self.name(id_, fact) for id_ in ids], self.language, "or")
