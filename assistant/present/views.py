"""
What people see, finished: every text in one language, every date written out. Pages, plain text and the API's texts
are all made from these, and add no words of their own about a policy. A `Rendered` text carries its language, which
differs from the page's where a translation is missing.
"""

import datetime as dt
from dataclasses import dataclass
from typing import Literal

from assistant.i18n.fill import Rendered
from assistant.model.rule import Aspect
from assistant.present.people import ContactView
from assistant.present.place import PlaceView

Tone = Literal["yes", "no", "maybe", "plain"]
"""How a verdict feels: good news, bad news, good news on a condition, neither."""


@dataclass(frozen=True, slots=True)
class CitationView:
    """A clause: its id, where it stands in the document, what it says in our words, and its own where they are held."""

    id: str
    place: Rendered
    gist: Rendered
    quote: Rendered | None = None


@dataclass(frozen=True, slots=True)
class DayView:
    """A day that a count skipped, and why."""

    day: dt.date
    text: str
    why: Rendered


@dataclass(frozen=True, slots=True)
class StepView:
    """One step of a count, in words, with the days that it skipped."""

    text: str
    skipped: tuple[DayView, ...] = ()


@dataclass(frozen=True, slots=True)
class StripView:
    """
    One day of a strip, in parts for a small cell and as a whole; a `gap` stands for days that are left out. `month` is
    empty where it is that of the day before. `label` says what the day is: "day 2", a holiday.
    """

    kind: Literal["start", "counts", "closed", "due", "gap"]
    label: str
    iso: str = ""
    text: str = ""
    weekday: str = ""
    number: str = ""
    month: str = ""


@dataclass(frozen=True, slots=True)
class DateView:
    """
    A date of an answer: its public name, its label, its value in ISO 8601 and in words, and how it was counted: in
    steps and as a strip of days. `zone` is the tz database's name of the time zone in which it stands, empty where what
    is not known decides it. `passed`: it lies in the past, by the clock on which it stands.
    """

    name: str
    label: Rendered
    iso: str
    text: str
    steps: tuple[StepView, ...]
    cites: tuple[CitationView, ...]
    strip: tuple[StripView, ...]
    zone: str
    passed: bool


@dataclass(frozen=True, slots=True)
class ValueView:
    """A named number or amount of an answer, and how it was reckoned."""

    name: str
    label: Rendered
    text: str
    cites: tuple[CitationView, ...]
    steps: tuple[StepView, ...] = ()


@dataclass(frozen=True, slots=True)
class TestView:
    """One condition as it was asked: in words, what was found, and whether it held."""

    asked: str
    found: str
    held: bool


@dataclass(frozen=True, slots=True)
class ReasonView:
    """A rule that was asked: what it says, whether it holds, and the conditions that decided it."""

    say: Rendered
    held: bool
    tests: tuple[TestView, ...]
    cites: tuple[CitationView, ...]


@dataclass(frozen=True, slots=True)
class NoteView:
    """Something that a person must also know."""

    id: str
    text: Rendered
    cites: tuple[CitationView, ...]


@dataclass(frozen=True, slots=True)
class ReadingView:
    """A doubt in the document, how it is read, and why."""

    id: str
    doubt: Rendered
    reading: Rendered
    because: Rendered
    cites: tuple[CitationView, ...] = ()


@dataclass(frozen=True, slots=True)
class PointView:
    """One thing that a document says."""

    text: Rendered
    cites: tuple[CitationView, ...]


@dataclass(frozen=True, slots=True)
class PartView:
    """The steps of one who takes part in a procedure."""

    who: Rendered
    steps: tuple[PointView, ...]


@dataclass(frozen=True, slots=True)
class ProcedureView:
    """
    A way to do something, step by step; `first` is what comes first as far as is known. `certain` are the steps of the
    one with whom it begins, without those about which it is not known whether they are to be taken.
    """

    id: str
    title: Rendered
    about: Rendered | None
    parts: tuple[PartView, ...]
    first: Rendered
    certain: tuple[PointView, ...] = ()

    @property
    def begun(self) -> bool:
        """Whether the one with whom it begins has done what was to be done, and others go on."""
        return not self.certain


@dataclass(frozen=True, slots=True)
class GivenView:
    """What the person said: the fact, its label, the value in words and as canonical text, empty where not known."""

    fact: str
    label: Rendered
    text: Rendered
    value: str


@dataclass(frozen=True, slots=True)
class TileView:
    """Another question of a topic; its `state` says whether one more fact decides (`needs`), `value` its answer."""

    aspect: Aspect
    question: str
    state: Literal["answered", "needs", "invalid"]
    tone: Tone
    value: str


@dataclass(frozen=True, slots=True)
class CaveatView:
    """
    Something beside an answer that is not known, the `doubt` told in its headline if that bears on it, and more; `sure`
    where it is a mere remark.
    """

    text: Rendered
    doubt: Rendered | None = None
    detail: Rendered | None = None
    sure: bool = False


@dataclass(frozen=True, slots=True)
class StandingView:
    """
    In a word or two, how an answer stands: its verdict where it does `now`; `due` today, `to-come`, `passed`, `before`
    or `ahead` for another day, `ended` with its policy, `unsure`. `until` says when that changes, where a moment does.
    """

    kind: str
    text: Rendered
    until: dt.datetime | None = None


@dataclass(frozen=True, slots=True)
class AnswerView:
    """An answer, whole."""

    place: PlaceView
    headline: Rendered
    verdict: str
    verdict_text: str
    tone: Tone
    standing: StandingView
    caveats: tuple[CaveatView, ...]
    tiles: tuple[TileView, ...]
    dates: tuple[DateView, ...]
    values: tuple[ValueView, ...]
    notes: tuple[NoteView, ...]
    noted: Rendered
    """The heading of its notes, which says whether they are of a day that is over."""
    reasons: tuple[ReasonView, ...]
    readings: tuple[ReadingView, ...]
    citations: tuple[CitationView, ...]
    next_steps: ProcedureView | None
    contacts: tuple[ContactView, ...]
    """Whom to reach about it: those that its next steps lead to, without any those of its topic; else all."""
    unnamed: bool
    """Whether neither its next steps nor, without any, those of its topic lead to anybody whom the document names."""
    given: tuple[GivenView, ...]
    settled: str
    """That what is not known makes no difference, and on what the answer holds; empty where neither is to be said."""
    governs: str
    """That the document governs, not this answer."""

    @property
    def over(self) -> bool:
        """Whether it is told as that of a day that is over, and is another today."""
        return self.standing.kind in ("before", "ended") and not self.place.same
