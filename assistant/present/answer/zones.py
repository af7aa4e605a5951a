"""The clock of a date: where its working days are kept by a part of a country, that part's; else the policy's."""

import datetime as dt
from collections.abc import Collection, Mapping

from assistant.decide import Counted, Value
from assistant.model.policy import Policy

CLOCKS: Mapping[tuple[str, str], str] = {
    ("AU", "ACT"): "Australia/Sydney",
    ("AU", "NSW"): "Australia/Sydney",
    ("AU", "NT"): "Australia/Darwin",
    ("AU", "QLD"): "Australia/Brisbane",
    ("AU", "SA"): "Australia/Adelaide",
    ("AU", "TAS"): "Australia/Hobart",
    ("AU", "VIC"): "Australia/Melbourne",
    ("AU", "WA"): "Australia/Perth",
}
"""The time zone of each part of a country whose parts have clocks of their own, as the tz database names it."""


def zone_of(policy: Policy, counted: Counted, facts: Mapping[str, Value], unknown: Collection[str] = ()) -> str:
    """The tz database's name of the time zone in which a counted date stands; empty where that is not known."""
    parts = (calendar.holidays.part_from for calendar in policy.about.calendars.values() if calendar.holidays)
    if isinstance(counted.value, dt.datetime) and any(part in unknown for part in parts):
        return ""
    for taken in reversed(counted.steps):
        kept = policy.about.calendars[taken.calendar].holidays if taken.calendar else None
        if kept is not None:
            part = str(facts.get(kept.part_from or "", kept.part or ""))
            return CLOCKS.get((kept.country, part.upper()), policy.about.time_zone)
    return policy.about.time_zone
