"""
A form: what it sends, or a link carries, as canonical facts, and the questions that it shows.

What cannot be read is kept as it was typed.
"""

import re
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field, replace

from assistant.decide import FactFault
from assistant.decide.unknown import apart
from assistant.errors import Refusal
from assistant.i18n.fill import Rendered
from assistant.i18n.formats import format_list
from assistant.model.policy import Policy
from assistant.model.record import Text
from assistant.parsing import Speech
from assistant.present.faults import FaultView, form_fault
from assistant.present.question import QuestionView, day_passed, given_views, not_known, question_view
from assistant.present.views import GivenView
from assistant.present.writer import Writer
from assistant.suggest import alike
from assistant.vocabulary.bands import given_band
from assistant.vocabulary.fact import PASSED, Fact
from assistant.vocabulary.facts.choice import Choices
from assistant.vocabulary.facts.moment import DayFact, MomentFact
from assistant.vocabulary.facts.number import Banded
from assistant.vocabulary.facts.reading import ReadingFact
from assistant.web.frame.query import own_names, unstuck
from assistant.web.pages.typed import DAY_PARTS, NUMBER, PRESENT, WHOLE, Typed, parts_to_mend, read_typed, typed_of

ON = DayFact(type="date", question=Text("", "on"), label=Text("", "on"))
"""The day that is asked about, read like any other day."""
TICKED = "yes"
"""What the box of an option sends that is ticked."""
WITH = "with."
"""What stands before the facts of the other answer in the address of two, where they are not those of the first."""
OWN = frozenset({"on", "edition", "unknown", "was", "asked", "change", "present", "q", "take", "choose"})
"""What an address may hold beside facts."""
EDITION = re.compile(r"[0-9a-z-]{1,64}")
"""How a link names an edition."""


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
    `unknown` are facts that the person does not know; `beside` those of the other answer, where two are compared, that
    are not those of the first. Of facts in `passed` it is said that their day has passed, and not which it was.
    """

    facts: Mapping[str, str]
    on: str | None
    edition: str | None
    change: str | None = None
    wrong: Mapping[str, Wrong] = field(default_factory=dict)
    former: Mapping[str, str] = field(default_factory=dict)
    unknown: tuple[str, ...] = ()
    was: str | None = None
    beside: Mapping[str, str] = field(default_factory=dict)
    passed: tuple[str, ...] = ()

    @property
    def told(self) -> Mapping[str, str]:
        """The facts, with those whose day has passed."""
        return {**self.facts, **dict.fromkeys(self.passed, PASSED)}

    def pairs(self, without: str | None = None) -> Iterator[tuple[str, str]]:
        """The parameters in canonical order, less one."""
        unknown = {"unknown": ",".join(self.unknown)} if self.unknown else {}
        pinned = {"edition": self.edition, "was": self.was if self.edition else None}
        other = {f"{WITH}{name}": value for name, value in self.beside.items()}
        everything = {**self.told, **self.former, **unknown, "on": self.on, **pinned, **other}
        return ((name, value) for name, value in everything.items() if value is not None and name != without)


def read_form(speech: Speech, policy: Policy, given: Mapping[str, str], whole: bool = False) -> Form:
    """
    The form as sent; one of all questions, `whole`, may leave some of them empty. Raises `BadRequest` where a value
    comes both whole and in parts.
    """
    facts: dict[str, str] = {}
    wrong: dict[str, Wrong] = {}
    given = own_names(given, (*policy.facts, "on", "edition", "unknown", "was"))
    asked, named = given.get("asked"), unstuck(given.get("unknown", "")).split(",")
    unknown = tuple(name for name in policy.facts if name in named)
    meant = {asked, *given, *(key.rpartition(".")[0] for key in given)}
    for name, fact in (*((name, fact) for name, fact in policy.facts.items() if name in meant), ("on", ON)):
        typed = typed_of(name, fact, given)
        blank = not "".join(typed.values()).strip()
        ours = blank and (whole or name == "on" or isinstance(fact, ReadingFact))
        # No time was entered to the day of asking, from which the empty field had it.
        ours = ours or (whole and typed == {"time": "", **{part: given.get(f"on.{part}") for part in DAY_PARTS}})
        if name in unknown or (not typed and name != asked) or ours:
            continue
        try:
            facts[name] = read_typed(speech, policy, fact, typed)
        except Refusal as refusal:
            wrong[name] = Wrong(typed, refusal, parts_to_mend(typed, refusal))
    on, change = facts.pop("on", None), unstuck(given.get("change", ""))
    edition = EDITION.fullmatch(unstuck(given.get("edition", "").lower()))
    if not edition:  # which may know other facts
        wrong |= _near(speech, policy, given, {*facts, *wrong, *unknown})
    pinned, again = edition[0] if edition else None, change if change in {*policy.facts, "on"} else None
    known, passed = apart(policy, facts)
    return Form(known, on, pinned, again, wrong, unknown=unknown, was=given.get("was"), passed=passed)


def _near(
    speech: Speech, policy: Policy, given: Mapping[str, str], but: Collection[str]
) -> Iterator[tuple[str, Wrong]]:
    """What an address gives by a name that is no fact's but likely one misspelt: that fact is asked, with its value."""
    for name in sorted(given.keys() - policy.facts.keys() - OWN):
        near = None if name.partition(".")[0] in {*policy.facts, *OWN} else alike(name, policy.facts)
        if near and near not in but:
            fact, typed = policy.facts[near], typed_of(near, policy.facts[near], {near: given[name]})
            with suppress(Refusal):
                typed = in_parts(fact, read_typed(speech, policy, fact, typed))
            yield near, Wrong(typed, Refusal("no-such-fact", given=name, near=near), tuple(typed))


def with_present(policy: Policy, form: Form, present: Callable[[str], str]) -> Form:
    """The form with the present day or moment, as `present` has it by name, where somebody wrote that it is now."""
    meant = {name: one.refusal.details["day"] for name, one in form.wrong.items() if one.refusal.reason == PRESENT}
    found = {name: present(name) for name, day in meant.items() if present(name).startswith(day)}
    wrong = {
        name: replace(one, refusal=Refusal("time-wanted"), parts=("time",)) if name in meant else one
        for name, one in form.wrong.items()
        if name not in found
    }
    on = found.pop("on", form.on)
    return replace(form, facts=in_order(policy, {**form.facts, **found}), on=on, wrong=wrong)


def changed(policy: Policy, form: Form, facts: Mapping[str, str], on: str | None) -> Form:
    """The form with other facts in place of its own, in the policy's order; `on` replaces the day where it is given."""
    passed = tuple(name for name in form.passed if name not in facts)
    return replace(form, facts=in_order(policy, {**form.facts, **facts}), on=on or form.on, passed=passed)


def in_order(policy: Policy, facts: Mapping[str, str]) -> Mapping[str, str]:
    """Facts in the policy's order."""
    return {name: facts[name] for name in policy.facts if name in facts}


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


def unfilled(writer: Writer, name: str, on: str | None) -> Field:
    """A question that nothing was said to yet; one for a moment begins on the day that is asked about."""
    fact = writer.policy.facts[name]
    return Field(question_view(writer, name), in_parts(fact, on) if on and isinstance(fact, MomentFact) else {})


def in_parts(fact: Fact, value: str) -> Typed:
    """A canonical value as the parts of its fields."""
    if isinstance(fact, Banded) and fact.bands and given_band(value) is None:
        return {NUMBER: value}
    if isinstance(fact, Choices):
        return dict.fromkeys(value.split(","), TICKED)
    if not isinstance(fact, DayFact | MomentFact) or value == PASSED:
        return {WHOLE: value}
    day, _, time = value.partition("T")
    year, month, number = (part.lstrip("0") for part in day.split("-"))
    return {"year": year, "month": month, "day": number} | ({"time": time} if time else {})


def refused(writer: Writer, form: Form, faults: tuple[FaultView, ...]) -> Iterator[Field]:
    """The questions whose values are refused, each with what was typed; `faults` are those found in readable values."""
    for name, wrong in form.wrong.items():
        question, details = question_view(writer, name), wrong.refusal.details
        fault = FactFault(name, wrong.refusal.reason, {**details, "unit": question.unit or ""})
        text = form_fault(fault, wrong.typed.get(WHOLE, ""), writer.words)
        yield Field(question, wrong.typed, FaultView(name, writer.label(name), text), wrong.parts)
    for found in faults:
        if found.name in form.facts:
            one = filled(writer, found.name, form.facts[found.name])
            yield Field(one.question, one.typed, found, tuple(one.typed) or (WHOLE,))


def said(writer: Writer, facts: Mapping[str, str]) -> tuple[GivenView, ...]:
    """Everything said so far, in words."""
    return given_views(writer, {name: writer.policy.facts[name].read(text) for name, text in facts.items()})


def entered(writer: Writer, form: Form) -> tuple[GivenView, ...]:
    """The same of a form; of two answers that are asked for, both values where they differ."""
    other = {one.fact: one.text for one in said(writer, form.beside)}
    given = said(writer, form.facts)
    return tuple(
        replace(one, text=format_list([one.text, other[one.fact]], writer.language)) if one.fact in other else one
        for one in given
    )


def so_far(writer: Writer, form: Form, answered: Sequence[GivenView]) -> tuple[GivenView, ...]:
    """
    The same, as an answer tells it where there is one, with what has passed on some day, what is not known, and what it
    did not have to ask.
    """
    told, blank = {one.fact: one for one in answered}, writer.words.say("Not entered")
    return (
        *(told.get(one.fact, one) for one in entered(writer, form)),
        *(day_passed(writer, name) for name in form.passed),
        *(not_known(writer, name) for name in form.unknown),
        *(replace(one, text=blank) for one in answered if not one.value and one.fact not in form.unknown),
    )


def both(writer: Writer, form: Form) -> Rendered | None:
    """That two answers are asked for, by what they differ in; None where that is not so."""
    first, second = ({one.fact: one.text for one in said(writer, facts)} for facts in (form.facts, form.beside))
    if not second or not second.keys() <= first.keys():
        return None
    one, other = (format_list([side[name] for name in second], writer.language) for side in (first, second))
    return writer.words.say("{one} and {other} side by side", one=one, other=other)
