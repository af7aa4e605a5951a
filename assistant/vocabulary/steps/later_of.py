"""`later_of`: not before another day."""

from assistant.errors import Wording, worded
from assistant.vocabulary.extreme import Extreme, Others
from assistant.vocabulary.step import STEPS
from assistant.vocabulary.trail import Taken


@STEPS.register
class LaterOf(Extreme):
    """The latest of the day so far and these: all of them days, or all of them moments."""

    known_as = ("latest_of", "latest", "max", "maximum", "not_before")
    example = "{later_of: starts}"

    latest = True

    later_of: Others
    """The other day, or a list of them: names, or days."""

    def explain(self, taken: Taken) -> Wording:
        if taken.after != taken.before:
            return worded("But not before {day}", day=taken.amount)
        return worded("This is not before {other}, so it stays: {day}", other=taken.amount, day=taken.after)
