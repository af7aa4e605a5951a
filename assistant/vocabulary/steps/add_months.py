"""`add_months`: calendar months."""

from assistant.errors import worded
from assistant.vocabulary.added import Added
from assistant.vocabulary.days import add_months
from assistant.vocabulary.step import STEPS, CountOf


@STEPS.register
class AddMonths(Added):
    """
    So many months later, earlier with a minus: on the same day of the month, or on the month's last day where it has no
    such day.
    """

    known_as = ("months", "subtract_months")
    example = "{add_months: -1}"

    back = worded("{count} month earlier: {day}", "{count} months earlier: {day}")
    ahead = worded("{count} month later: {day}", "{count} months later: {day}")
    later = staticmethod(lambda day, many, zone: add_months(day, many))

    add_months: CountOf
    """How many: a number, its name, or the table's cell that says it."""
