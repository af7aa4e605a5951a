"""A moment that was entered, on the clock of the place that it is about too, where that shows another time."""

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import replace
from zoneinfo import ZoneInfo

from assistant.decide import Answer, Value
from assistant.i18n.fill import Rendered
from assistant.model.policy import Policy
from assistant.present.views import GivenView
from assistant.present.writer import Writer


def on_both_clocks(
    writer: Writer, answer: Answer, known: Mapping[str, Value], zones: Mapping[str, str], said: tuple[GivenView, ...]
) -> Iterator[GivenView]:
    """
    What was said, each moment with its time where it is about; `known` are all facts. A moment is given on the policy's
    clock, one that is asked for hours on theirs: that of their date in `zones`.
    """
    hours = answer.verdict in ("open", "closed")
    stands = {one.started_from: zones[name] for name, one in answer.dates.items() if hours}
    places = dict(_places(writer.policy, known))
    for one in said:
        moment = answer.facts.get(one.fact)
        here = ZoneInfo(stands.get(one.fact) or writer.policy.about.time_zone)
        if isinstance(moment, dt.datetime):
            told = (_there(writer, moment.replace(tzinfo=here), zone, writer.value(known[fact], fact), one.text)
                    for fact, zone in places.items())  # fmt: skip
            yield replace(one, text=next((text for text in told if text), one.text))
        else:
            yield one


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
