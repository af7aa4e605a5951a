"""From when to when a door is open on a day, where somebody asks about the day and not about a time of it."""

import datetime as dt
from collections.abc import Sequence

from assistant.decide.exploration import Leaf
from assistant.i18n.fill import Rendered
from assistant.model.calendar import Span
from assistant.present.policy.contacts import times_text
from assistant.present.sentences import HOURS, MAY_MOVE
from assistant.present.writer import Writer

DOORS = ("open", "closed")


def hours_of_day(writer: Writer, leaves: Sequence[Leaf]) -> Rendered | None:
    """
    The hours of the day asked about on the clock on which its moments are asked for, by what is possible at these; None
    where something else is not known too, no hours are asked about, or none are open.
    """
    opened: dict[dt.datetime, dt.datetime] = {}
    for leaf in leaves:
        (at, *rest), answer = leaf.tried.values(), leaf.answer
        if rest or not isinstance(at, dt.datetime) or at.date() != answer.on or answer.verdict not in DOORS:
            return None
        closes = next(reversed(answer.dates.values())).value if answer.verdict == "open" and answer.dates else None
        if isinstance(closes, dt.datetime):
            opened[closes] = min(at, opened.get(closes, at))
    if not opened:
        return None
    spans = [Span.model_construct(opens=at.time(), closes=until.time()) for until, at in sorted(opened.items())]
    times = times_text(writer.words, spans)
    said = writer.words.say(HOURS, day=writer.day(leaves[0].answer.on), times=times)
    if not any(leaf.answer.announced for leaf in leaves):
        return said
    return writer.words.say("{sentence} {more}", sentence=said, more=writer.words.say(MAY_MOVE))
