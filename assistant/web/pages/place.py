"""Where a request is: the question that it is about, the link that lasts, and where Back leads."""

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from assistant.decide import Needs, decide
from assistant.decide.neighbours import neighbours
from assistant.i18n.fill import Rendered
from assistant.model.policy import Policy
from assistant.model.rule import Aspect
from assistant.present.views import AnswerView
from assistant.present.writer import Writer
from assistant.web.frame.query import address
from assistant.web.frame.site import Taken
from assistant.web.pages.form import Form

COMPARE, WHOLE, TICKET, ABOUT = "compare", "all", "ticket", "about"
"""
The pages of a question beside that which asks and answers it: of two answers, of all that may be asked, of an answer
for a ticket; and what its topic is about.
"""
TAKE = "take"
"""The parameter by which a question in somebody's own words says which page it leads to."""


@dataclass(frozen=True, slots=True)
class Place:
    """
    Where a request is: its language and policy, whose writer it has, its topic and its aspect, all known; which page of
    them, and how the question was taken that led there, where one was typed.
    """

    writer: Writer
    topic: str
    aspect: Aspect
    page: str = ""
    taken: Taken | None = None

    @property
    def policy(self) -> Policy:
        """The policy."""
        return self.writer.policy

    @property
    def path(self) -> str:
        """The address of the page, without what was said."""
        return f"{self.topic_path}{self.aspect}"

    @property
    def action(self) -> str:
        """Where the forms of the page lead, with what is in `carried`."""
        return f"/{self.writer.language.id}/ask" if self.taken else f"{self.path}/{self.page}".rstrip("/")

    @property
    def carried(self) -> list[tuple[str, str]]:
        """
        What every form and link holds as long as people go on from a question that they typed: it stands in no address
        but its own, and none of its words is lost on the way.
        """
        name = "/".join(filter(None, (self.policy.id, self.topic, self.aspect, self.page)))
        return [("q", self.taken.typed), (TAKE, name)] if self.taken else []

    def at(self, pairs: Iterable[tuple[str, str]]) -> str:
        """The address of the page with these parameters."""
        return address(self.action, [*self.carried, *pairs])

    @property
    def topic_path(self) -> str:
        """The address of the topic's page."""
        return f"/{self.writer.language.id}/{self.policy.id}/{self.topic}/"


def lasting(facts: Mapping[str, str], unknown: Iterable[str], on: str, edition: str) -> list[tuple[str, str]]:
    """The parameters of a link that shows the same later: the facts, those not known, the day, the edition's name."""
    pairs = [*facts.items(), ("unknown", ",".join(unknown)), ("on", on), ("edition", edition)]
    return [(name, value) for name, value in pairs if value]


def way_back(place: Place, form: Form, name: str, on: dt.date) -> str:
    """From a question to the one before, from the first to its start, from that for the day to where it was changed."""
    if name == "on":
        return place.at(form.pairs())
    rest = {other: value for other, value in form.facts.items() if other != name}
    outcome = decide(place.policy, place.topic, place.aspect, rest, on)
    asked = outcome.facts if isinstance(outcome, Needs) and outcome.fact == name else rest
    return back_from(place, form, [one for one in asked if one in rest])


def back_from(place: Place, form: Form, facts: Sequence[str]) -> str:
    """From an answer to the last of these facts that a page asked for; else to the question typed, or to the topic."""
    told = place.taken.told if place.taken else frozenset[str]()
    before = next((one for one in reversed(facts) if one not in told), None)
    if before is None:
        return place.taken.back if place.taken else address(place.topic_path, form.pairs())
    return place.at([*form.pairs(), ("change", before)])


def days_beside(place: Place, form: Form, answered: AnswerView | None) -> list[tuple[Rendered, str]]:
    """
    The days that a typed question tells of and that its answer, or any to come, does not count on, where no day was
    chosen: each may be the one that is asked about. Each with the address at which it is, and not the day of a fact.
    None of them is counted on as something else.
    """
    if not place.taken or form.on:
        return []
    mentioned = neighbours(place.policy, place.topic, place.aspect).mentioned
    kinds = {name: fact.kind() for name, fact in place.policy.facts.items()}
    if "on" not in mentioned and (answered or "moment" not in map(kinds.get, mentioned)):
        return []
    counted = {one.fact for one in answered.given} if answered else mentioned
    days = {form.facts.get(name, "")[:10] for name in counted}
    return [
        (
            place.writer.day(dt.date.fromisoformat(day := form.facts[name][:10])),
            place.at(replace(form, on=day).pairs(name if kinds[name] == "day" else None)),
        )
        for name in form.facts
        if name in place.taken.told - counted and kinds[name] in ("day", "moment") and form.facts[name][:10] not in days
    ]
