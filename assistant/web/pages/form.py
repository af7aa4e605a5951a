"""
A form: what it sends, or a link carries, as canonical facts, and the questions that it shows.

What cannot be read is kept as it was typed.
"""

import datetime as dt
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

from assistant.decide import FactFault, read
from assistant.errors import Refusal
from assistant.i18n import N_
from assistant.model.calendar import Hours
from assistant.model.policy import Policy
from assistant.model.record import Text
from assistant.parsing import Speech, canonical, day_from_parts, either_half
from assistant.present.faults import FaultView, form_fault
from assistant.present.question import QuestionView, given_views, question_view
from assistant.present.views import GivenView
from assistant.present.writer import Writer
from assistant.vocabulary.banded import Banded
from assistant.vocabulary.bands import given_band
from assistant.vocabulary.fact import Fact
from assistant.vocabulary.facts.choices import Choices
from assistant.vocabulary.facts.day import DayFact
from assistant.vocabulary.facts.moment import MomentFact
from assistant.vocabulary.facts.reading import ReadingFact
from assistant.web.frame.query import BadRequest, own_names

ON = DayFact(type="date", question=Text("", "on"), label=Text("", "on"))
"""The day that is asked about, read like any other day."""
WHOLE = ""
NUMBER = "number"
"""The part of a number that has bands in which the number itself is written."""
TICKED = "yes"
"""What the box of an option sends that is ticked."""
DAY_PARTS = ("day", "month", "year")
PARTS = (*DAY_PARTS, "time")
EDITION = re.compile(r"[0-9a-z-]{1,64}")
LONGEST_PART = 4
Typed = Mapping[str, str]
"""What was typed, by part: `day`, `month`, `year`, `time`, or `WHOLE` for a field of one part."""


@dataclass(frozen=True, slots=True)
class Wrong:
    """A value that cannot be read: what was typed, why it is refused, and the parts to mend."""

    typed: Typed
    refusal: Refusal
    parts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Form:
    """
    Canonical facts in the policy's order, `on` and `edition` where given, and what is wrong, by name.

    `change` names a fact, or `on`, whose question is to be shown again. `former` are facts that only the edition knows
    that the link was made from: they stay in its address, as does `was`, what it said by ids that were renamed since.
    `unknown` are facts that the person does not know.
    """

    facts: Mapping[str, str]
    on: str | None
    edition: str | None
    change: str | None = None
    wrong: Mapping[str, Wrong] = field(default_factory=dict)
    former: Mapping[str, str] = field(default_factory=dict)
    unknown: tuple[str, ...] = ()
    was: str | None = None

    def pairs(self, without: str | None = None) -> Iterator[tuple[str, str]]:
        """The parameters in canonical order, less one."""
        unknown = {"unknown": ",".join(self.unknown)} if self.unknown else {}
        pinned = {"edition": self.edition, "was": self.was if self.edition else None}
        everything = {**self.facts, **self.former, **unknown, "on": self.on, **pinned}
        return ((name, value) for name, value in everything.items() if value is not None and name != without)


def read_form(speech: Speech, policy: Policy, given: Mapping[str, str], whole: bool = False) -> Form:
    """
    The form as sent; one of all questions, `whole`, may leave some of them empty. Raises `BadRequest` where a value
    comes both whole and in parts.
    """
    facts: dict[str, str] = {}
    wrong: dict[str, Wrong] = {}
    given = own_names(given, (*policy.facts, "on", "edition", "unknown", "was"))
    asked, named = given.get("asked"), given.get("unknown", "").split(",")
    unknown = tuple(name for name in policy.facts if name in named)
    meant = {asked, *given, *(key.rpartition(".")[0] for key in given)}
    for name, fact in (*((name, fact) for name, fact in policy.facts.items() if name in meant), ("on", ON)):
        typed = _typed(name, fact, given)
        blank = not "".join(typed.values()).strip()
        ours = blank and (whole or name == "on" or isinstance(fact, ReadingFact))
        if name in unknown or (not typed and name != asked) or ours:
            continue
        try:
            facts[name] = _read(speech, policy, fact, typed)
        except Refusal as refusal:
            wrong[name] = Wrong(typed, refusal, _parts(typed, refusal))
    on, edition, change = facts.pop("on", None), given.get("edition", ""), given.get("change")
    return Form(
        facts,
        on,
        edition if EDITION.fullmatch(edition) else None,
        change if change in {*policy.facts, "on"} else None,
        wrong,
        unknown=unknown,
        was=given.get("was"),
    )


def changed(policy: Policy, form: Form, facts: Mapping[str, str], on: str | None) -> Form:
    """The form with other facts in place of its own, in the policy's order; `on` replaces the day where it is given."""
    return replace(form, facts=in_order(policy, {**form.facts, **facts}), on=on or form.on)


def in_order(policy: Policy, facts: Mapping[str, str]) -> Mapping[str, str]:
    """Facts in the policy's order."""
    return {name: facts[name] for name in policy.facts if name in facts}


def _typed(name: str, fact: Fact, given: Mapping[str, str]) -> Typed:
    parts = _parts_of(fact)
    typed = {part: given[f"{name}.{part}"] for part in parts if f"{name}.{part}" in given}
    if typed == {NUMBER: ""} and name in given:
        typed = {}
    if name not in given:
        return typed
    if isinstance(fact, Banded) and typed:
        return typed  # the exact number says more than its band
    if typed:
        raise BadRequest(400, N_("This address gives the same value twice."), name)
    return {WHOLE: given[name]}


def _parts_of(fact: Fact) -> tuple[str, ...]:
    """The parts in which a form sends a value: those of a day or a moment, or each option that may be ticked."""
    if isinstance(fact, Choices):
        return tuple(fact.options)
    if isinstance(fact, Banded) and fact.bands:
        return (NUMBER,)
    return PARTS if isinstance(fact, MomentFact) else DAY_PARTS if isinstance(fact, DayFact) else ()


def _read(speech: Speech, policy: Policy, fact: Fact, typed: Typed) -> str:
    """The canonical text of what was typed. Raises `Refusal`, also for a time whose half of the day is not clear."""
    read = _canonical(speech, fact, typed)
    if isinstance(fact, MomentFact) and either_half(speech, typed.get("time", "")):
        hour, minute = int(read[11:13]), int(read[14:16])
        morning, afternoon = (any(_within(one, half, minute) for one in policy.about.hours.values())
                              for half in (hour, hour + 12))  # fmt: skip
        if afternoon and not morning:
            raise Refusal("time-ambiguous", typed=typed["time"])
    return read


def _within(hours: Hours, hour: int, minute: int) -> bool:
    time = dt.time(hour, minute)
    return hours.always or any(one.opens <= time and (one.overnight or time <= one.closes) for one in hours.every_span)


def _canonical(speech: Speech, fact: Fact, typed: Typed) -> str:
    """The canonical text of what was typed. Raises `Refusal`."""
    if NUMBER in typed:
        return canonical(speech, fact, typed[NUMBER])
    if isinstance(fact, Choices) and WHOLE not in typed:
        return canonical(speech, fact, ",".join(typed))
    if WHOLE in typed or not typed:
        return canonical(speech, fact, typed.get(WHOLE, ""))
    filled = [typed[part] for part in DAY_PARTS if typed.get(part, "").strip()]
    time = typed.get("time", "").strip()
    if not filled and not time:
        return canonical(speech, fact, "")
    if len(filled) == 1 and len(filled[0].strip()) > LONGEST_PART:
        return canonical(speech, fact, f"{filled[0]} {time}".strip())
    day = day_from_parts(speech, *(typed.get(part, "") for part in ("year", "month", "day")))
    return canonical(speech, fact, f"{day} {time}".strip()) if isinstance(fact, MomentFact) else day


def _parts(typed: Typed, refusal: Refusal) -> tuple[str, ...]:
    """The parts that are to be mended."""
    if WHOLE in typed or not typed:
        return tuple(typed)
    named = refusal.reason.removesuffix("-wanted")
    if named in ("year", "month", "day") and any(typed.get(part, "").strip() for part in DAY_PARTS):
        return (named,)
    return ("time",) if "time" in refusal.reason else tuple(part for part in typed if part != "time")


@dataclass(frozen=True, slots=True)
class Field:
    """
    A question as a form shows it: what stands in its parts, what is wrong with it, and which parts to mend. `present`
    is the address at which it stands filled with the present day or moment, where it asks for one; `now` where a button
    of the form does so.
    """

    question: QuestionView
    typed: Typed
    fault: FaultView | None = None
    wrong: tuple[str, ...] = ()
    present: str = ""
    now: bool = False


def filled(writer: Writer, name: str, value: str | None) -> Field:
    """A question with its present answer."""
    fact = ON if name == "on" else writer.policy.facts[name]
    return Field(question_view(writer, name), in_parts(fact, value) if value else {})


def begun(writer: Writer, name: str, on: str | None) -> Field:
    """A question that nothing was said to yet; one for a moment begins on the day that is asked about."""
    fact = writer.policy.facts[name]
    return Field(question_view(writer, name), in_parts(fact, on) if on and isinstance(fact, MomentFact) else {})


def in_parts(fact: Fact, value: str) -> Typed:
    """A canonical value as the parts of its fields."""
    if isinstance(fact, Banded) and fact.bands and given_band(value) is None:
        return {NUMBER: value}
    if isinstance(fact, Choices):
        return dict.fromkeys(value.split(","), TICKED)
    if not isinstance(fact, DayFact | MomentFact):
        return {WHOLE: value}
    day, _, time = value.partition("T")
    year, month, number = (part.lstrip("0") for part in day.split("-"))
    return {"year": year, "month": month, "day": number} | ({"time": time} if time else {})


def refused(writer: Writer, form: Form, faults: tuple[FaultView, ...]) -> Iterator[Field]:
    """The questions whose values are refused, each with what was typed; `faults` are those found in readable values."""
    for name, wrong in form.wrong.items():
        fault = FactFault(name, wrong.refusal.reason, wrong.refusal.details)
        text = form_fault(fault, wrong.typed.get(WHOLE, ""), writer.words)
        yield Field(question_view(writer, name), wrong.typed, FaultView(name, writer.label(name), text), wrong.parts)
    for found in faults:
        if found.name in form.facts:
            one = filled(writer, found.name, form.facts[found.name])
            yield Field(one.question, one.typed, found, tuple(one.typed) or (WHOLE,))


def said(writer: Writer, facts: Mapping[str, str]) -> tuple[GivenView, ...]:
    """Everything said so far, in words."""
    return given_views(writer, {name: read(writer.policy.facts[name], text) for name, text in facts.items()})
