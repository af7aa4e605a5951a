"""A policy as a whole, and the library of all of them."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Annotated, Any, Self, TypeVar, TypeVarTuple, cast

from pydantic import Field, StringConstraints

from assistant.model.calendar import Hours, WorkingDays
from assistant.model.record import ClauseIds, Day, Id, Name, ReadingIds, Record, Text
from assistant.model.rule import Shared
from assistant.model.source import Document, OtherDocument, Outline, Quoted, Reading
from assistant.model.summary import Summary, Term
from assistant.model.table import Table, TableAbout
from assistant.model.topic import Example, FrequentQuestion, Topic
from assistant.vocabulary.fact import Fact

Place = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(?:[-_][a-z0-9]+)*(?:/[a-z]+)?$", max_length=80)]
"""A topic, or one question of it: `merge`, `merge/free`."""


class Renamed(Record):
    """What was renamed or merged in a policy: the former id, and the present one."""

    topics: dict[Place, Place] = {}
    """Topics, `swa-merge: merge`; or one question of a topic, `merge/due: voucher/due`."""
    facts: dict[Name, Name] = {}
    """Facts: `plan: level`."""
    options: dict[Name, dict[Id, Id]] = {}
    """Options, under the present id of their fact: `level: {top: gold}`."""


class Aliases(Renamed):
    """`aliases.yaml`: former ids, so that links and cases that name them go on being answered."""

    policies: dict[Id, Renamed] = {}
    """Former ids of this policy, and policies that were merged into it, each with what else was renamed in it."""


T = TypeVar("T")
Names = TypeVarTuple("Names")
WORKED_OUT = "worked out"
"""No field's name: what hangs on a policy is no part of it, and does not count where two are compared."""


class NotYet(Record):
    """What is said of a day on which the policy is not yet in force."""

    say: Text
    """Why, in a sentence or two."""
    cites: ClauseIds = ()
    """The clauses that say so."""
    readings: ReadingIds = ()
    """The readings behind it."""


class About(Record):
    """`policy.yaml`: the policy's name, its document, its clock and calendars, and the readings it rests on."""

    id: Id
    """The policy's id: the name of its folder, part of every link to it."""
    title: Text
    """Its name, as the heading of its page."""
    short: Text
    """A shorter name, before the titles of its topics."""
    issuer: Text
    """Who issued the document."""
    language: Annotated[str, Field(pattern=r"^[a-z]{2,3}$")]
    """The language of the document and of these files: `en`, `ja`."""
    time_zone: str
    """The time zone in which a day begins and ends: `Asia/Tokyo`."""
    document: Document
    """The document that everything rests on."""
    in_force_from: Day | None = None
    """The first day on which it holds, where it names one: before it every question is answered `not-in-force`."""
    not_in_force: NotYet | None = None
    """What is said of a day before `in_force_from`; without it a sentence that names that day."""
    ended_after: Day | None = None
    """The last day on which it holds, where it names one."""
    ended: Text | None = None
    """The notice that is shown once `ended_after` has passed."""
    calendars: dict[Id, WorkingDays] = {}
    """Working days, by id."""
    hours: dict[Id, Hours] = {}
    """Opening hours, by id."""
    tables: dict[Id, TableAbout] = {}
    """What the tables of the folder tables/ hold, by the name of the file."""
    topics: tuple[Id, ...]
    """The topics in the order in which people see them."""
    documents: dict[Id, OtherDocument] = {}
    """Other documents that belong to it, each with its clauses in source/ID.yaml, unless it is not held here."""
    readings: tuple[Reading, ...] = ()
    """How doubts in the document are read."""


class Policy(Record):
    """
    A policy, read and linked: every `use` is replaced by its rules, and every name is known to mean something.

    `edition` is a hash of everything that an answer rests on: the same content gives the same edition everywhere.
    """

    about: About
    outline: Outline
    summary: Summary
    facts: dict[Name, Fact]
    shared: Shared
    tables: dict[Id, Table]
    topics: dict[Id, Topic]
    words: dict[Id, Term] = {}
    asked: dict[Id, FrequentQuestion] = {}
    aliases: Aliases | None = None
    examples: tuple[Example, ...] = ()
    edition: str
    quoted: Quoted | None = None
    """Its document's own words, where whoever runs the site holds them: no part of the content."""

    @property
    def id(self) -> str:
        """The policy's public id."""
        return self.about.id

    def worked_out(self, kind: Callable[["Policy", *Names], T], *names: *Names) -> T:
        """
        What `kind` makes of this policy and of these names in it. It is made once, hangs on the policy and goes with
        it, and is never changed; two threads that ask at once get the same one.
        """
        hanging: dict[object, object] = self.__dict__[WORKED_OUT]
        found = hanging.get(key := (kind, *names))
        return cast("T", hanging.setdefault(key, kind(self, *names)) if found is None else found)

    def model_post_init(self, context: object) -> None:
        """Nothing hangs on a new policy."""
        self.__dict__[WORKED_OUT] = {}

    def model_copy(self, *, update: Mapping[str, Any] | None = None, deep: bool = False) -> Self:
        """A copy, on which nothing hangs yet."""
        copied = super().model_copy(update=update, deep=deep)
        copied.model_post_init(None)
        return copied


@dataclass(frozen=True)
class Library:
    """Every policy, by id, in a fixed order."""

    policies: dict[str, Policy]

    @property
    def topics(self) -> Mapping[str, tuple[Policy, Topic]]:
        """Every topic by `policy/topic`."""
        return {f"{p.id}/{t.id}": (p, t) for p in self.policies.values() for t in p.topics.values()}
