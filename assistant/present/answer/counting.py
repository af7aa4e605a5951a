"""How a date was counted, in words, with each day that was skipped and why."""

import datetime as dt
from collections.abc import Mapping

from assistant.decide import Counted, Taken
from assistant.i18n import N_
from assistant.model.derived import (
    AddDays,
    AddMonths,
    AddWorkingDays,
    AddYears,
    AnniversaryFrom,
    AtClock,
    Closing,
    CutOff,
    FirstOfMonth,
    LaterOf,
    Opening,
)
from assistant.present.answer.closures import why_closed
from assistant.present.answer.strip import strip
from assistant.present.views import DateView, DayView, StepView
from assistant.present.writer import Writer

FIRSTS: Mapping[int, str] = {
    0: N_("The first day of the same month: {day}"),
    1: N_("The first day of the following month: {day}"),
    2: N_("The first day of the month after next: {day}"),
}


def date_view(writer: Writer, public: str, counted: Counted, zone: str | None = None) -> DateView:
    """A date with its counting; `zone` is the time zone in which it stands, else the policy's."""
    value = counted.value
    if not isinstance(value, dt.date):
        raise TypeError(f"{public} is not a date: {value!r}")
    iso = value.isoformat(timespec="minutes") if isinstance(value, dt.datetime) else value.isoformat()
    label = writer.label(counted.name)
    return DateView(
        public, label, iso, writer.day(value), _steps(writer, counted), writer.cite(counted.cites),
        strip(writer, counted), writer.policy.about.time_zone if zone is None else zone,
    )  # fmt: skip


def _steps(writer: Writer, counted: Counted) -> tuple[StepView, ...]:
    first: tuple[StepView, ...] = ()
    if counted.started_from and isinstance(counted.start, dt.date):
        label, day = writer.label(counted.started_from), writer.day(counted.start)
        first = (StepView(writer.words.say("{label}: {day}", label=label, day=day)),)
    return (*first, *(StepView(_words(writer, taken), _skipped(writer, taken)) for taken in counted.steps))


def _skipped(writer: Writer, taken: Taken) -> tuple[DayView, ...]:
    return tuple(
        DayView(day, writer.day(day), False, why_closed(writer, taken.calendar, why)) for day, why in taken.skipped
    )


def _words(writer: Writer, taken: Taken) -> str:
    words, day = writer.words, writer.day(taken.after)
    count = taken.amount if isinstance(taken.amount, int) else 0
    match taken.step:
        case AddWorkingDays():
            return words.plural("{count} working day, counted from the day after: {day}",
                                "{count} working days, counted from the day after: {day}", count, day=day)  # fmt: skip
        case AddDays() if count < 0:
            return words.plural("{count} day earlier: {day}", "{count} days earlier: {day}", -count, day=day)
        case AddDays():
            return words.plural("{count} day later: {day}", "{count} days later: {day}", count, day=day)
        case AddMonths():
            return words.plural("{count} month later: {day}", "{count} months later: {day}", count, day=day)
        case AddYears():
            return words.plural("{count} year later: {day}", "{count} years later: {day}", count, day=day)
        case AnniversaryFrom():
            return _anniversary(writer, taken)
        case FirstOfMonth():
            return words.say(
                FIRSTS.get(count, "The first day of the month, {count} months ahead: {day}"), count=count, day=day
            )
        case CutOff():
            return _cut_off(writer, taken)
        case LaterOf():
            return _later(writer, taken)
        case AtClock():
            return words.say("By {time} on that day: {day}", time=writer.day(taken.step.at), day=day)
        case Closing():
            return words.say("These hours end on {day}", day=day)
        case Opening():
            return words.say("The next hours begin on {day}", day=day)


def _cut_off(writer: Writer, taken: Taken) -> str:
    words = writer.words
    time = writer.day(taken.amount) if isinstance(taken.amount, dt.time) else ""
    before, day = (
        taken.before.date() if isinstance(taken.before, dt.datetime) else taken.before,
        writer.day(taken.after),
    )
    if before == taken.after:
        return words.say(
            "Not after the cut-off time of {time}, so it counts on the same day: {day}", time=time, day=day
        )
    if any(skipped == before for skipped, _ in taken.skipped):
        return words.say("Not on a working day, so it counts on the next one: {day}", day=day)
    return words.say(
        "After the cut-off time of {time}, so it counts on the next working day: {day}", time=time, day=day
    )


def _anniversary(writer: Writer, taken: Taken) -> str:
    not_before = taken.amount if isinstance(taken.amount, dt.date) else taken.after
    return writer.words.plural(
        "{count} year later, the first anniversary that is not before {other}: {day}",
        "{count} years later, the first anniversary that is not before {other}: {day}",
        taken.after.year - taken.before.year, other=writer.day(not_before), day=writer.day(taken.after),
    )  # fmt: skip


def _later(writer: Writer, taken: Taken) -> str:
    other = taken.amount if isinstance(taken.amount, dt.date) else taken.after
    if taken.after != taken.before:
        return writer.words.say("But not before {day}", day=writer.day(other))
    return writer.words.say(
        "This is not before {other}, so it stays: {day}", other=writer.day(other), day=writer.day(taken.after)
    )
