"""A topic: what it is about, and up to three questions about it. Examples: worked cases beside it."""

from typing import Literal

from pydantic import model_validator

from assistant.errors import told
from assistant.model.record import ClauseIds, Day, Flag, Id, Ids, Name, Record, Text, unfit
from assistant.model.rule import ASPECTS, Aspect, Item, Verdict
from assistant.vocabulary.derivation import Derived

Cue = Literal["until", "how-long", "there", "clock", "day", "free"]
"""What is asked in words of which each topic says what they mean: until when, how long, anybody there, when, money."""


class Point(Record):
    """One thing that the document says, in our words."""

    id: Id
    """Its id."""
    text: Text
    """The sentence."""
    cites: ClauseIds
    """The clauses that say so."""


class Topic(Record):
    """One subject that people ask about. A topic without rules is a summary only."""

    id: Id
    """The topic's id: the name of its file, part of every link to it."""
    title: Text
    """Its name, as people would look for it."""
    about: Text
    """One sentence that says what it is about."""
    points: tuple[Point, ...] = ()
    """What the document says about it, one thing a point."""
    procedures: Ids = ()
    """How things are done, by their ids in summary.yaml."""
    related: Ids = ()
    """Other topics of this policy that people may want to see."""
    free: tuple[Item, ...] = ()
    """Is it free? The rules, asked from the top: the first that holds answers."""
    due: tuple[Item, ...] = ()
    """When is it due? The rules, asked from the top: the first that holds answers."""
    covered: tuple[Item, ...] = ()
    """Am I covered? The rules, asked from the top: the first that holds answers."""
    asked: dict[Cue, Aspect] = {}
    """
    Which of its questions is meant by words that ask until when, how long, whether anybody is there, for money, or that
    name a time or a day (`aspect:` in terms.po), and where a `day` is asked about that is no fact's: `until: covered`.
    """
    questions: dict[Aspect, Text] = {}
    """Its questions in words of its own, where *Am I covered?* and the like would say something else."""
    derived: dict[Id, Derived] = {}
    """Days, cells, bands and counts that only this topic needs, by id."""

    @model_validator(mode="after")
    def _asks_what_it_answers(self) -> "Topic":
        for cue, aspect in (*self.asked.items(), *((one, one) for one in self.questions)):
            if aspect not in self.aspects:
                raise unfit(
                    told("'{cue}' means '{aspect}' here, but the topic has no rules for that", cue=cue, aspect=aspect),
                    told("name one of the questions that the topic answers"),
                )
        return self

    def rules(self, aspect: Aspect) -> tuple[Item, ...]:
        """The rule list of one aspect; empty where the topic does not offer it."""
        return {"free": self.free, "due": self.due, "covered": self.covered}[aspect]

    @property
    def aspects(self) -> tuple[Aspect, ...]:
        """The questions that this topic answers, in the order free, due, covered."""
        return tuple(aspect for aspect in ASPECTS if getattr(self, aspect))


class FrequentQuestion(Record):
    """A question that people ask often, in `asked.yaml`: it stands at the start, and leads to its answer."""

    question: Text
    """The question as people put it. Typed into the box, it has to lead to the same topic and aspect."""
    topic: Id
    """The topic that answers it."""
    aspect: Aspect
    """Which of the topic's questions it is."""
    facts: dict[Name, str] = {}
    """What the question states, by the fact's id: as it is written in an address."""
    example: Flag = False
    """It is shown as an example beside the box, with its answer, which its facts must suffice for."""


class Expected(Record):
    """What an example demands. Exactly these dates, notes and values; `needs` is the fact asked for next."""

    verdict: Verdict | None = None
    """What the answer comes to."""
    dates: dict[Id, str] = {}
    """Each day that the answer gives, by its public name."""
    notes: Ids = ()
    """The notes that it carries."""
    values: dict[Id, str] = {}
    """Each number and the like that it gives, by its public name."""
    announced: Ids | None = None
    """The calendars whose days off, announced elsewhere, may move it; left out, the example says nothing of them."""
    needs: Id | None = None
    """The fact that is asked for next, where there is no answer yet."""
    status: Literal["answered", "needs", "invalid"] = "answered"
    """`invalid` where a fact cannot be what is given."""


class Example(Record):
    """A worked case that the policy's owner can read; it runs as a test in every language."""

    name: str
    """What it shows, as a sentence."""
    topic: Id
    """The topic's id."""
    aspect: Aspect
    """The question that is asked."""
    on: Day
    """The day that is asked about."""
    facts: dict[Name, str] = {}
    """What is known, by the fact's id."""
    expect: Expected
    """What must come of it."""


class Examples(Record):
    """One file under `examples/`."""

    examples: tuple[Example, ...]
    """The cases."""
