"""A count as a strip of days: where it starts, each day that counts or is closed, and where it ends."""

import datetime as dt
from collections.abc import Iterator
from itertools import count, pairwise

from assistant.decide import Counted, Taken
from assistant.i18n.formats import format_day_parts
from assistant.present.answer.closures import why_closed
from assistant.present.views import StripView
from assistant.present.writer import Writer
from assistant.vocabulary.calendars import ONE_DAY

MOST = 63
"""Nine weeks: a longer strip says less than its two ends."""
Cells = dict[dt.date, StripView]


def strip(writer: Writer, counted: Counted) -> tuple[StripView, ...]:
    """The days of a count in order; none where it starts on no day, or ends on the day on which it starts."""
    if not isinstance(counted.start, dt.date) or not isinstance(counted.value, dt.date):
        return ()
    start, end = _day(counted.start), _day(counted.value)
    cells: Cells = {}
    for taken in counted.steps:
        cells |= _passed(writer, taken)
    # A day that is closed says so even where the count starts on it.
    cells.setdefault(start, StripView("start", writer.words.say("start")))
    cells[end] = StripView("due", _due(writer, counted, cells.get(end)))
    if len(cells) > MOST:
        cells = {day: cell for day, cell in cells.items() if day in (start, end)}
    return tuple(_laid_out(writer, cells)) if start != end else ()


def _day(value: dt.date) -> dt.date:
    return value.date() if isinstance(value, dt.datetime) else value


def _passed(writer: Writer, taken: Taken) -> Cells:
    """The days of one step: each day where working days are counted, else the one that it leads to."""
    before, after = _day(taken.before), _day(taken.after)
    if not taken.step.passes:
        return {after: StripView("counts", "")} if after != before else {}
    closed, number, cells = dict(taken.skipped), count(1), Cells()
    day = before if before in closed else before + ONE_DAY
    while day <= after:
        if day in closed:
            cells[day] = StripView("closed", why_closed(writer, taken.calendar, closed[day], day))
        elif taken.step.passes == "numbered":
            cells[day] = StripView("counts", writer.words.say("day {number}", number=next(number)))
        else:
            cells[day] = StripView("counts", "")
        day += ONE_DAY
    return cells


def _due(writer: Writer, counted: Counted, cell: StripView | None) -> str:
    value = counted.value
    if isinstance(value, dt.datetime):
        return writer.day(value.time())
    return cell.label if cell and cell.label else writer.words.say("this day")


def _laid_out(writer: Writer, cells: Cells) -> Iterator[StripView]:
    days = sorted(cells)
    yield _dated(writer, days[0], cells[days[0]], True)
    for before, day in pairwise(days):
        between = (day - before).days - 1
        if between:
            yield StripView("gap", writer.words.plural("{count} day between", "{count} days between", between))
        yield _dated(writer, day, cells[day], bool(between) or day.month != before.month)


def _dated(writer: Writer, day: dt.date, cell: StripView, month_shown: bool) -> StripView:
    weekday, number, month = format_day_parts(day, writer.language)
    shown = month if month_shown else ""
    return StripView(cell.kind, cell.label, day.isoformat(), writer.day(day), weekday, number, shown)
