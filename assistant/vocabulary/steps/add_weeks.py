"""`add_weeks`: calendar weeks."""

from assistant.errors import worded
from assistant.vocabulary.added import Added
from assistant.vocabulary.days import days_later
from assistant.vocabulary.step import STEPS, CountOf


@STEPS.register
class AddWeeks(Added):
    """So many calendar weeks later, on the same day of the week; earlier with a minus. A moment keeps its time."""

    known_as = ("weeks", "subtract_weeks")
    example = "{add_weeks: 2}"

    back = worded("{count} week earlier: {day}", "{count} weeks earlier: {day}")
    ahead = worded("{count} week later: {day}", "{count} weeks later: {day}")
    later = staticmethod(lambda day, many, zone: days_later(day, 7 * many))

    add_weeks: CountOf
    """How many: a number, its name, or the table's cell that says it."""
