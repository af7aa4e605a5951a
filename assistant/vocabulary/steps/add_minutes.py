"""`add_minutes`: minutes that really pass."""

import datetime as dt

from assistant.errors import worded
from assistant.vocabulary.added import Added, passed
from assistant.vocabulary.step import STEPS, CountOf


@STEPS.register
class AddMinutes(Added):
    """So many minutes later, earlier with a minus, as they really pass: a change to or from summer time counts."""

    known_as = ("minutes", "subtract_minutes")
    example = "{add_minutes: 30}"

    takes = "moment"
    gives = "moment"

    back = worded("{count} minute earlier: {day}", "{count} minutes earlier: {day}")
    ahead = worded("{count} minute later: {day}", "{count} minutes later: {day}")
    later = staticmethod(passed(dt.timedelta(minutes=1)))

    add_minutes: CountOf
    """How many: a number, its name, or the table's cell that says it."""
