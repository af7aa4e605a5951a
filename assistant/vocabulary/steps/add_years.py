"""`add_years`: calendar years."""

from assistant.errors import worded
from assistant.vocabulary.added import Added
from assistant.vocabulary.days import add_months
from assistant.vocabulary.step import STEPS, CountOf


@STEPS.register
class AddYears(Added):
    """So many years later, earlier with a minus; 29 February becomes the 28th where the year has none."""

    known_as = ("years", "subtract_years")
    example = "{add_years: 2}"

    back = worded("{count} year earlier: {day}", "{count} years earlier: {day}")
    ahead = worded("{count} year later: {day}", "{count} years later: {day}")
    later = staticmethod(lambda day, many, zone: add_months(day, 12 * many))

    add_years: CountOf
    """How many: a number, its name, or the table's cell that says it."""
