"""Where a request is: the question that it is about, the link that lasts, and where Back leads."""

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from assistant.decide import Needs, decide
from assistant.model.policy import Policy
from assistant.model.rule import Aspect
from assistant.present.writer import Writer
from assistant.web.frame.query import address
from assistant.web.pages.form import Form


@dataclass(frozen=True, slots=True)
class Place:
    """Where a request is: its language and policy, whose writer it has, its topic and its aspect, all known."""

    writer: Writer
    topic: str
    aspect: Aspect

    @property
    def policy(self) -> Policy:
        """The policy."""
        return self.writer.policy

    @property
    def path(self) -> str:
        """The address of the page, without what was said."""
        return f"{self.topic_path}{self.aspect}"

    @property
    def topic_path(self) -> str:
        """The address of the topic's page."""
        return f"/{self.writer.language.id}/{self.policy.id}/{self.topic}/"


def lasting(facts: Mapping[str, str], unknown: Iterable[str], on: str, edition: str) -> list[tuple[str, str]]:
    """The parameters of a link that shows the same later: the facts, those not known, the day, the edition's name."""
    pairs = [*facts.items(), ("unknown", ",".join(unknown)), ("on", on), ("edition", edition)]
    return [(name, value) for name, value in pairs if value]


def way_back(place: Place, form: Form, name: str, on: dt.date) -> str:
    """From a question to the one before, from the first to the topic, from that for the day to where it was changed."""
    if name == "on":
        return address(place.path, form.pairs())
    rest = {other: value for other, value in form.facts.items() if other != name}
    outcome = decide(place.policy, place.topic, place.aspect, rest, on)
    asked = outcome.facts if isinstance(outcome, Needs) and outcome.fact == name else rest
    before = next((one for one in reversed([*asked]) if one in rest), None)
    if before is None:
        return address(place.topic_path, form.pairs())
    return address(place.path, [*form.pairs(), ("change", before)])
