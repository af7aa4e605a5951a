"""`add_hours`: hours that really pass."""

import datetime as dt

from assistant.errors import worded
from assistant.vocabulary.added import Added, passed
from assistant.vocabulary.step import STEPS, SomeOf, some


@STEPS.register
class AddHours(Added):
    """So many hours later, earlier with a minus, as they really pass: a change to or from summer time counts."""

    known_as = ("hours", "subtract_hours")
    example = "{add_hours: 24}"

    takes = "moment"
    gives = "moment"

    back = worded("{count} hour earlier: {day}", "{count} hours earlier: {day}")
    ahead = worded("{count} hour later: {day}", "{count} hours later: {day}")
    later = staticmethod(passed(dt.timedelta(hours=1)))
    number = staticmethod(some)

    add_hours: SomeOf
    """How many, 0.5 for half an hour: a number, its name, or the table's cell that says it."""
