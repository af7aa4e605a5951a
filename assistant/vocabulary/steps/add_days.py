"""`add_days`: calendar days."""

from assistant.errors import worded
from assistant.vocabulary.added import Added
from assistant.vocabulary.days import days_later
from assistant.vocabulary.step import STEPS, CountOf


@STEPS.register
class AddDays(Added):
    """So many calendar days later; earlier with a minus. A moment keeps its time."""

    known_as = ("days", "plus_days", "subtract_days", "days_before", "days_after")
    example = "{add_days: 14}"

    back = worded("{count} day earlier: {day}", "{count} days earlier: {day}")
    ahead = worded("{count} day later: {day}", "{count} days later: {day}")
    later = staticmethod(lambda day, many, zone: days_later(day, many))

    add_days: CountOf
    """How many: a number, its name, or the table's cell that says it."""
