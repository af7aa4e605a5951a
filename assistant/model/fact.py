"""What can be asked. The types of facts are words: see `vocabulary.facts`."""

from assistant.vocabulary.fact import Asked, Fact
from assistant.vocabulary.facts.choice import Choice, Option
from assistant.vocabulary.facts.day import DayFact
from assistant.vocabulary.facts.integer import WholeNumberFact
from assistant.vocabulary.facts.moment import MomentFact
from assistant.vocabulary.facts.number import NumberFact
from assistant.vocabulary.facts.yes_no import Sides, YesNo

__all__ = [
    "Asked", "Choice", "DayFact", "Fact", "MomentFact", "NumberFact", "Option", "Sides", "WholeNumberFact", "YesNo",
]  # fmt: skip
