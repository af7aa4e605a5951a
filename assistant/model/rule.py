"""
Rules from the top: an aspect is an ordered list, and the first rule that holds answers.

A list holds rules and groups. A group's rules are asked only where its `when` holds; where none of them answers, the
list goes on below it. `use` puts a shared list in the group's place.
"""

from typing import Annotated, Literal, get_args

from pydantic import BeforeValidator, Discriminator, Tag

from assistant.model.record import ClauseIds, Id, Ids, ReadingIds, Record, Text, by_key, literal_or_mapping
from assistant.vocabulary.condition import When
from assistant.vocabulary.derivation import Derived

Aspect = Literal["free", "due", "covered"]
ASPECTS: tuple[Aspect, ...] = get_args(Aspect)
Verdict = Literal[
    "free",
    "included",
    "payable",
    "not-offered",
    "ended",
    "not-in-force",
    "dated",
    "open",
    "closed",
    "no-commitment",
    "covered",
    "conditional",
    "not-covered",
]
VERDICTS: dict[Aspect, frozenset[str]] = {
    "free": frozenset({"free", "included", "payable", "not-offered", "ended", "not-in-force"}),
    "due": frozenset({"dated", "open", "closed", "no-commitment", "not-offered", "ended", "not-in-force"}),
    "covered": frozenset({"covered", "conditional", "not-covered", "ended", "not-in-force"}),
}


class NoteUse(Record):
    """A note that an answer carries, always or where `when` holds."""

    note: Id
    """The note's id, as in rules.yaml."""
    when: When = {}
    """The conditions under which the answer carries it."""


def _note(raw: object) -> object:
    return {"note": raw} if isinstance(raw, str) else raw


Notes = tuple[Annotated[NoteUse, BeforeValidator(_note, json_schema_input_type=Id | NoteUse)], ...]
"""Notes that answers carry; one that is always carried may be written as its id alone."""


class Cited(Record):
    """Clauses that an answer rests on where `when` holds: those of the level that somebody has."""

    when: When
    """The conditions under which it rests on them."""
    cites: ClauseIds
    """The clauses."""


class Passed(Record):
    """What is said once the last of a rule's dates has passed, and what can be done then where the document says so."""

    answer: Text
    """The answer then: "The last day for the notice was {notice_by}. It has passed." """
    say: Text | None = None
    """Why, then; without it the rule's own reason is told as that of the time."""
    next: Id | None = None
    """The procedure that can still be followed, as in summary.yaml; without it none is offered."""
    cites: ClauseIds = ()
    """The clauses that say what can still be done, beside those of the rule."""


class Rule(Record):
    """
    One rule. Where every condition of `when` holds, it answers with `verdict` and says why.

    A rule that several aspects share maps each aspect to its verdict. `answer` is the sentence that a person would
    say; without it the verdict's own sentence is used. `asks` fixes the order in which its facts are asked for.
    `dates` and `values` map the public name to what is derived.
    """

    id: Id
    """Its id, which no other rule of the list has."""
    when: When = {}
    """The conditions, by the name of what they ask; without any the rule always holds."""
    asks: Ids = ()
    """Facts to ask for first, in this order."""
    verdict: Annotated[
        Annotated[Verdict, Tag("#literal")] | Annotated[dict[Aspect, Verdict], Tag("#mapping")],
        Discriminator(literal_or_mapping),
    ]
    """What the answer comes to; for a shared rule, by aspect."""
    answer: Text | None = None
    """The answer in one sentence, with no bare yes or no: "Free of charge until {until}." """
    in_a_word: Text | None = None
    """What stands under the answer in a word or two, where that of the verdict would say something else: "Not yet"."""
    say: Text
    """Why, in a sentence or two."""
    dates: dict[Id, Id] = {}
    """Days that the answer gives: the public name, and what is derived."""
    passed: Passed | None = None
    """
    The answer once the last of `dates` has passed; without it a sentence that names that day and says so, where it is
    `dated` or good news.
    """
    values: dict[Id, Id] = {}
    """Numbers and the like that the answer gives: the public name, and what is derived."""
    notes: Notes = ()
    """What a person must also know, always or under conditions."""
    next: Id | None = None
    """The procedure that comes next, as in summary.yaml."""
    cites: ClauseIds
    """The clauses that say so."""
    also: tuple[Cited, ...] = ()
    """Further clauses that say so, each under conditions."""
    readings: ReadingIds = ()
    """The readings behind it."""

    @property
    def clauses(self) -> ClauseIds:
        """All clauses that say so, under whatever conditions."""
        return (*self.cites, *(clause for one in self.also for clause in one.cites))

    def verdict_for(self, aspect: Aspect) -> Verdict:
        """The verdict under this aspect. Raises `KeyError` where a shared rule has none for it."""
        return self.verdict if isinstance(self.verdict, str) else self.verdict[aspect]


class Group(Record):
    """Rules under a common condition; `notes` and `next` go to whichever of them answers."""

    when: When = {}
    """The conditions under which its rules are asked."""
    then: tuple["Item", ...]
    """Its rules, asked from the top."""
    notes: Notes = ()
    """Notes for whichever of its rules answers."""
    next: Id | None = None
    """The procedure for whichever of its rules answers."""


class Use(Record):
    """A shared list in place of a group. `bind` says which derived thing stands for each name that the list takes."""

    use: Id
    """The list's id, as in rules.yaml."""
    bind: dict[Id, Id] = {}
    """What stands for each name that the list takes."""
    when: When = {}
    """The conditions under which the list is asked."""
    notes: Notes = ()
    """Notes for whichever of its rules answers."""
    next: Id | None = None
    """The procedure for whichever of its rules answers."""


Item = Annotated[
    Annotated[Use, Tag("#use")] | Annotated[Group, Tag("#then")] | Annotated[Rule, Tag("#verdict")],
    Discriminator(
        by_key(("use", "then", "verdict")),
        custom_error_type="item",
        custom_error_message="a rule (with verdict), a group (with then) or a use is wanted",
    ),
]


class SharedList(Record):
    """A rule list that several topics use. `takes` names the derived things that each use binds."""

    takes: Ids = ()
    """Names that each use binds to something derived."""
    rules: tuple[Item, ...]
    """The rules, asked from the top."""


class Note(Record):
    """Something that a person must also know."""

    text: Text
    """The sentence."""
    cites: ClauseIds
    """The clauses that say so."""
    readings: ReadingIds = ()
    """The readings behind it."""


class Shared(Record):
    """`rules.yaml`: lists, derived things and notes that the topics of one policy share."""

    lists: dict[Id, SharedList] = {}
    """Rule lists, by id."""
    derived: dict[Id, Derived] = {}
    """Days, cells, bands and counts, by id."""
    notes: dict[Id, Note] = {}
    """Notes, by id."""
