"""`earlier_of`: not after another day."""

from assistant.errors import Wording, worded
from assistant.vocabulary.extreme import Extreme, Others
from assistant.vocabulary.step import STEPS
from assistant.vocabulary.trail import Taken


@STEPS.register
class EarlierOf(Extreme):
    """The earliest of the day so far and these: all of them days, or all of them moments."""

    known_as = ("earliest_of", "earliest", "min", "minimum", "not_after")
    example = "{earlier_of: [term-end, on]}"

    latest = False

    earlier_of: Others
    """The other day, or a list of them: names, or days."""

    def explain(self, taken: Taken) -> Wording:
        if taken.after != taken.before:
            return worded("But not after {day}", day=taken.amount)
        return worded("This is not after {other}, so it stays: {day}", other=taken.amount, day=taken.after)
