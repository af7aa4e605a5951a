"""
What can be asked: a fact has an id, a type and a question; a choice has its options.

`spellings` and `cues` are what people type, in any language, in running text too: width, case, blanks, dashes and long
vowel marks do not count. A fact without them can still be asked; it is then recognised by its labels alone.
"""

from abc import abstractmethod
from collections.abc import Callable
from decimal import Decimal
from typing import Annotated, ClassVar, Literal, NamedTuple

from assistant.errors import Refusal
from assistant.model.record import Id, Record, Text
from assistant.vocabulary.word import Types, Word
from assistant.vocabulary.wording import Value


class Axis(NamedTuple):
    """A range of values in order, for the walk: its first and last place, the value at one, whether places are days."""

    first: int
    last: int
    at: Callable[[int], Value]
    of_days: bool = False


PASSED = "passed"
"""What a frame, and a case, calls it that the day which a fact holds has passed, whichever it was."""


class Frame(Record):
    """
    What people say of a thing that a fact is about, in words of any language.

    Each language's grammar adds how it is said that anything is there or gone, and how that is denied or asked.
    """

    things: tuple[str, ...]
    """What the thing is called: `warranty`, 保証."""
    there: Id | None = None
    """The answer where it is there, or holds."""
    missing: Id | None = None
    """The answer where there is none, or it is over; of a thing whose last day is asked for, `passed`."""
    says: dict[Id, tuple[str, ...]] = {}
    """
    What else may be said of it, by the answer that it means: `listed`, 載って. With a `$` behind it, only where no word
    follows: `has had it$`, not *has had it since May*.
    """
    others: tuple[str, ...] = ()
    """Words beside the thing that make it another one: `new`, `extended`."""
    beside: tuple[str, ...] = ()
    """Of which one stands in its clause too, where the thing says too little alone: `cover` beside `bought with it`."""
    leads: tuple[str, ...] = ()
    """Of what is said, what speaks only of the thing right behind it, or before it in its clause: `caused by`."""
    kind: Literal["state", "request", "deed"] = "state"
    """
    A `request` is what is asked for, and a question says it (*do you move screens?*) that leaves a `state` open. A
    `deed` says who does it, and nothing of the one to whom it is done: *notice to NEC*.
    """


WEAK = "~"
"""What a cue begins with that tells of something near its fact."""


class Asked(Word):
    """
    What all facts share: the question, a short label for lists, and help where people may hesitate.

    `cues` are words, or beginnings of words, beside which an answer stands in a question: `bought` beside the day of a
    purchase. One that begins with `~` tells of something near it, `~order` of the day on which an order is accepted:
    what stands beside no other is offered, not taken. Where a choice or a yes-no has cues, its labels count only
    beside one (`High` beside `priority`), while its spellings count alone.
    """

    holds: ClassVar[str] = ""
    """What its values are: `day`, `moment`, `time`, `number`, `integer`, `ids`, or `several` ids."""
    question: Text
    """The question, as people are asked it."""
    label: Text
    """A short name for lists of answers: "System"."""
    help: Text | None = None
    """A sentence under the question, where people may hesitate."""
    cues: tuple[str, ...] = ()
    """Words, or beginnings of words, beside which an answer stands in a question."""
    frame: Frame | tuple[Frame, ...] = ()
    """What people say of the thing that it is about, where the answers say that it is there, gone, or how it is."""

    @property
    def words(self) -> tuple[str, ...]:
        """Its cues without the mark of weak ones."""
        return tuple(one.removeprefix(WEAK) for one in self.cues)

    @property
    def frames(self) -> tuple[Frame, ...]:
        """Its frames, none where it has none."""
        return self.frame if isinstance(self.frame, tuple) else (self.frame,)

    @classmethod
    def key(cls) -> str:
        """The type by which it is known in content."""
        return str(cls.model_fields["type"].annotation.__args__[0])  # type: ignore[union-attr]  # a Literal

    def kind(self) -> str:
        """What its values are; of money in which currency: `money JPY`."""
        return self.holds

    @abstractmethod
    def read(self, text: str) -> Value:
        """The value of a canonical text. Raises `Refusal` with the reason."""

    def choices(self) -> tuple[str, ...]:
        """
        Every value of a choice, in the order in which people see them; none where values have an order of their own.
        """
        return ()

    def ids(self) -> tuple[str, ...]:
        """Every id that a condition may name: the options of a choice, the bands of a number."""
        return self.choices()

    def framed(self) -> tuple[str, ...]:
        """Every answer that a frame may tell; of a day whether it has passed."""
        return self.choices()

    def may_pass(self) -> bool:
        """Whether `passed` may stand in place of its day: that it lies before the one asked about, whichever it was."""
        return self.holds == "day" and any(one.missing == PASSED for one in self.frames)

    def samples(self) -> tuple[Value, ...]:
        """Values that the walk tries whatever the rules say; of days and moments it knows better ones."""
        return self.choices()

    def ends(self) -> tuple[Value, ...]:
        """Two values that stand for all where the rules tell none apart; of days and moments there are others."""
        return self.choices()

    def axis(self) -> Axis | None:
        """The range of its values; none for a choice."""
        return None


FACTS: Types[Asked] = Types("fact", "a type is wanted", "facts")
Fact = Annotated[Asked, FACTS]


def bounded(number: Decimal | int, least: Decimal | int, most: Decimal | int | None) -> Decimal | int:
    """The number itself. Raises `Refusal` where it lies outside its bounds."""
    if number < least:
        raise Refusal("number-too-small", least=str(least))
    if most is not None and number > most:
        raise Refusal("number-too-large", most=str(most))
    return number
