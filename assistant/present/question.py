"""A fact to ask for, where in the content it is asked, and what was said so far: a moment also where it is about."""

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from zoneinfo import ZoneInfo

from assistant.decide import Answer, Needs, Value, canonical
from assistant.i18n.fill import Rendered
from assistant.i18n.formats import currency_name
from assistant.model.policy import Policy
from assistant.model.rule import Aspect
from assistant.present.place import PlaceView
from assistant.present.sentences import QUESTIONS
from assistant.present.views import GivenView
from assistant.present.writer import Writer
from assistant.vocabulary.bands import GIVEN
from assistant.vocabulary.calendars import ONE_DAY
from assistant.vocabulary.fact import PASSED
from assistant.vocabulary.facts.choice import Choice, Choices, YesNo
from assistant.vocabulary.facts.money import MoneyFact
from assistant.vocabulary.facts.number import Banded
from assistant.vocabulary.facts.reading import OTHER, ReadingFact, reading_fact


@dataclass(frozen=True, slots=True)
class OptionView:
    """One option of a question."""

    id: str
    label: Rendered
    help: Rendered | None = None


@dataclass(frozen=True, slots=True)
class QuestionView:
    """A fact to ask for. `kind` is its type; `hint` says how to write the value; `options` where it is a choice."""

    fact: str
    kind: str
    question: Rendered
    help: Rendered | None
    hint: str = ""
    unit: Rendered | None = None
    options: tuple[OptionView, ...] = ()


@dataclass(frozen=True, slots=True)
class NeedsView:
    """One more fact is needed: the question, and what was said so far."""

    place: PlaceView
    question: QuestionView
    given: tuple[GivenView, ...]


def topic_question(writer: Writer, topic: str, aspect: Aspect) -> Rendered:
    """A question of a topic, in words of its own where it has any."""
    own = writer.policy.topics[topic].questions.get(aspect)
    return writer.text(own) if own else writer.words.say(QUESTIONS[aspect])


def question_view(writer: Writer, fact: str) -> QuestionView:
    """A fact to ask for, or the day that is asked about."""
    words = writer.words
    if fact == "on":
        about = words.say("Leave the date empty to ask about today.")
        return QuestionView(
            fact, "date", words.say("Which day are you asking about?"), about, words.say("For example, 3 April 2026")
        )
    one = writer.policy.facts[fact]
    hints = {
        "date": words.say("For example, 3 April 2026"),
        "date-time": words.say("For example, 3 April 2026 and 14:30"),
        "time": words.say("For example, 14:30"),
        "choices": words.say("Choose all that apply."),
    }
    unit = (
        writer.own(currency_name(one.currency, writer.language))
        if isinstance(one, MoneyFact)
        else writer.optional(getattr(one, "unit", None))
    )
    return QuestionView(
        fact,
        one.key(),
        writer.text(one.question),
        writer.optional(one.help),
        hints.get(one.key(), ""),
        unit,
        tuple(_options(writer, fact)),
    )


def _options(writer: Writer, fact: str) -> Iterator[OptionView]:
    one = writer.policy.facts[fact]
    if isinstance(one, Choice | Choices):
        for id_, option in one.options.items():
            yield OptionView(id_, writer.text(option.label), writer.optional(option.help))
    elif isinstance(one, Banded):
        yield from (OptionView(f"{GIVEN}{band}", writer.text(label)) for band, label in one.labels.items())
    elif isinstance(one, YesNo):
        yield from (OptionView(id_, writer.name(id_, fact)) for id_ in ("yes", "no"))
    elif isinstance(one, ReadingFact):
        ours = next(each for each in writer.policy.about.readings if reading_fact(each.id) == fact)
        yield from (OptionView("", writer.text(ours.reading)), OptionView(OTHER, writer.text(one.other)))


def needs_view(writer: Writer, needs: Needs, now: dt.datetime) -> NeedsView:
    """The question that is asked next, and what was said so far."""
    place = place_view(writer, needs.topic, needs.aspect, needs.on, now)
    return NeedsView(place, question_view(writer, needs.fact), given_views(writer, needs.facts))


def place_view(writer: Writer, topic: str, aspect: Aspect, on: dt.date, now: dt.datetime) -> PlaceView:
    """Where an answer, or the question before it, belongs; `now` is the moment at which it is read."""
    about, one = writer.policy.about, writer.policy.topics[topic]
    date, today, day = about.document.date, writer.here(now).date(), writer.day(on)
    return PlaceView(
        policy=about.id,
        policy_title=writer.text(about.title),
        topic=one.id,
        topic_title=writer.text(one.title),
        document=writer.text(about.document.title),
        document_date=writer.day(date) if date else "",
        aspect=aspect,
        question=topic_question(writer, topic, aspect),
        on=on.isoformat(),
        on_text=day,
        edition=writer.policy.edition,
        elsewhen=writer.words.say("This answer is for {day}, not for today.", day=day) if on != today else None,
        notice=notice(writer, max(on, today)),
    )


def notice(writer: Writer, on: dt.date) -> Rendered | None:
    """The policy's notice that all has ended, where it has on that day."""
    about = writer.policy.about
    return writer.optional(about.ended) if about.ended_after is not None and on > about.ended_after else None


def given_views(writer: Writer, facts: Mapping[str, Value]) -> tuple[GivenView, ...]:
    """What was said, fact by fact."""
    return tuple(
        GivenView(fact, writer.label(fact), writer.value(value, fact), canonical(value))
        for fact, value in facts.items()
    )


def not_known(writer: Writer, fact: str) -> GivenView:
    """A fact that a person does not know, among what they said."""
    return GivenView(fact, writer.label(fact), writer.words.say("I don’t know"), "")


def day_passed(writer: Writer, fact: str) -> GivenView:
    """A day of which a person says that it has passed, and not which it was."""
    return GivenView(fact, writer.label(fact), writer.words.say("That day has passed."), PASSED)


def on_both_clocks(
    writer: Writer, answer: Answer, known: Mapping[str, Value], zones: Mapping[str, str], said: tuple[GivenView, ...]
) -> Iterator[GivenView]:
    """
    What was said, each moment with its time where it is about; `known` are all facts. A moment is given on the policy's
    clock, one that is asked for hours on theirs: that of their date in `zones`.
    """
    hours = answer.verdict in ("open", "closed")
    stands = {one.started_from: zones[name] for name, one in answer.dates.items() if hours}
    for one in said:
        moment, zone = answer.facts.get(one.fact), stands.get(one.fact) or writer.policy.about.time_zone
        both = there_too(writer, moment, zone, known, one.text) if isinstance(moment, dt.datetime) else None
        yield replace(one, text=both or one.text)


def there_too(
    writer: Writer, moment: dt.datetime, zone: str, known: Mapping[str, Value], text: Rendered
) -> Rendered | None:
    """The `text` of a moment on the clock of a zone, with its time where what is `known` is, if that is another."""
    here = moment.replace(tzinfo=ZoneInfo(zone))
    told = (
        _there(writer, here, place, writer.value(known[fact], fact), text)
        for fact, place in _places(writer.policy, known)
    )
    return next((one for one in told if one), None)


def by_their_clock(policy: Policy, moment: dt.datetime, known: Mapping[str, Value]) -> Iterator[dt.datetime]:
    """What a moment is on the policy's clock if it was told by that of where what is `known` is, if that is another."""
    for _, zone in _places(policy, known):
        meant = moment.replace(tzinfo=ZoneInfo(zone)).astimezone(ZoneInfo(policy.about.time_zone)).replace(tzinfo=None)
        if meant != moment:
            yield meant


def to_come(answer: Answer, fact: str, here: dt.datetime) -> bool:
    """
    Whether what an answer counts from is still to come, as it is read `here`: a moment also on the day asked about, but
    of hours, which are asked for whenever one likes; a day from which later ones are counted, and not just the next.
    """
    value = answer.facts.get(fact)
    if isinstance(value, dt.datetime):
        ahead = value > here and (value.date() > answer.on or answer.on <= here.date())
        return ahead and answer.verdict not in ("open", "closed")
    if answer.verdict != "dated" or not isinstance(value, dt.date) or value <= here.date():
        return False
    ends = (str(one.value)[:10] for one in answer.dates.values() if one.started_from == fact)
    return max(ends, default="") > str(value + ONE_DAY)


def _there(writer: Writer, moment: dt.datetime, zone: str, place: Rendered, text: Rendered) -> Rendered | None:
    there = moment.astimezone(ZoneInfo(zone))
    if there.utcoffset() == moment.utcoffset():
        return None
    same, there = there.date() == moment.date(), there.replace(tzinfo=None)
    shown = writer.day(there.time() if same else there)
    return writer.words.say("{moment} ({there} in {place})", moment=text, there=shown, place=place)


def _places(policy: Policy, known: Mapping[str, Value]) -> Iterator[tuple[str, str]]:
    """The facts that say where something is, with the time zone of that place."""
    for calendar in policy.about.calendars.values():
        kept = calendar.holidays
        if kept and kept.part_from and (part := str(known.get(kept.part_from, ""))) in kept.zones:
            yield kept.part_from, kept.zones[part]
