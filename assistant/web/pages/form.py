"""What a form sends, or a link carries, as canonical facts; what cannot be read is kept as it was typed."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

from assistant.errors import Refusal
from assistant.i18n import N_
from assistant.model.policy import Policy
from assistant.model.record import Text
from assistant.parsing import canonical, day_from_parts
from assistant.vocabulary.fact import Fact
from assistant.vocabulary.facts.day import DayFact
from assistant.vocabulary.facts.moment import MomentFact
from assistant.web.frame.query import BadRequest

ON = DayFact(type="date", question=Text("", "on"), label=Text("", "on"))
"""The day that is asked about, read like any other day."""
WHOLE = ""
DAY_PARTS = ("day", "month", "year")
PARTS = (*DAY_PARTS, "time")
EDITION = re.compile(r"[0-9a-z-]{1,64}")
LONGEST_PART = 4
Typed = Mapping[str, str]
"""What was typed, by part: `day`, `month`, `year`, `time`, or `WHOLE` for a field of one part."""


@dataclass(frozen=True, slots=True)
class Wrong:
    """A value that cannot be read: what was typed, why it is refused, and the parts to mend."""

    typed: Typed
    refusal: Refusal
    parts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Form:
    """
    Canonical facts in the policy's order, `on` and `edition` where given, and what is wrong, by name.

    `change` names a fact, or `on`, whose question is to be shown again. `former` are facts that only the edition knows
    that the link was made from: they stay in its address. `unknown` are facts that the person does not know.
    """

    facts: Mapping[str, str]
    on: str | None
    edition: str | None
    change: str | None = None
    wrong: Mapping[str, Wrong] = field(default_factory=dict)
    former: Mapping[str, str] = field(default_factory=dict)
    unknown: tuple[str, ...] = ()

    def pairs(self, without: str | None = None) -> Iterator[tuple[str, str]]:
        """The parameters in canonical order, less one."""
        unknown = {"unknown": ",".join(self.unknown)} if self.unknown else {}
        everything = {**self.facts, **self.former, **unknown, "on": self.on, "edition": self.edition}
        return ((name, value) for name, value in everything.items() if value is not None and name != without)


def read_form(policy: Policy, given: Mapping[str, str]) -> Form:
    """The form as sent. Raises `BadRequest` where a value comes both whole and in parts."""
    facts: dict[str, str] = {}
    wrong: dict[str, Wrong] = {}
    asked, named = given.get("asked"), given.get("unknown", "").split(",")
    unknown = tuple(name for name in policy.facts if name in named)
    meant = {asked, *(key.partition(".")[0] for key in given)}
    for name, fact in (*((name, fact) for name, fact in policy.facts.items() if name in meant), ("on", ON)):
        typed = _typed(name, fact, given)
        blank = not "".join(typed.values()).strip()
        if name in unknown or (not typed and name != asked) or (name == "on" and blank):
            continue
        try:
            facts[name] = _read(fact, typed)
        except Refusal as refusal:
            wrong[name] = Wrong(typed, refusal, _parts(typed, refusal))
    on = facts.pop("on", None)
    change = given.get("change")
    return Form(facts, on, _edition(given), change if change in {*policy.facts, "on"} else None, wrong,
                unknown=unknown)  # fmt: skip


def changed(policy: Policy, form: Form, facts: Mapping[str, str], on: str | None) -> Form:
    """The form with other facts in place of its own, in the policy's order; `on` replaces the day where it is given."""
    merged = {**form.facts, **facts}
    return replace(form, facts={name: merged[name] for name in policy.facts if name in merged}, on=on or form.on)


def in_parts(fact: Fact, value: str) -> Typed:
    """A canonical value as the parts of its fields."""
    if not isinstance(fact, DayFact | MomentFact):
        return {WHOLE: value}
    day, _, time = value.partition("T")
    year, month, number = (part.lstrip("0") for part in day.split("-"))
    return {"year": year, "month": month, "day": number} | ({"time": time} if time else {})


def _edition(given: Mapping[str, str]) -> str | None:
    edition = given.get("edition", "")
    return edition if EDITION.fullmatch(edition) else None


def _typed(name: str, fact: Fact, given: Mapping[str, str]) -> Typed:
    parts = PARTS if isinstance(fact, MomentFact) else DAY_PARTS if isinstance(fact, DayFact) else ()
    typed = {part: given[f"{name}.{part}"] for part in parts if f"{name}.{part}" in given}
    if name not in given:
        return typed
    if typed:
        raise BadRequest(400, N_("This address gives the same value twice."), name)
    return {WHOLE: given[name]}


def _read(fact: Fact, typed: Typed) -> str:
    """The canonical text of what was typed. Raises `Refusal`."""
    if WHOLE in typed or not typed:
        return canonical(fact, typed.get(WHOLE, ""))
    filled = [typed[part] for part in DAY_PARTS if typed.get(part, "").strip()]
    time = typed.get("time", "").strip()
    if not filled and not time:
        return canonical(fact, "")
    if len(filled) == 1 and len(filled[0].strip()) > LONGEST_PART:
        return canonical(fact, f"{filled[0]} {time}".strip())
    day = day_from_parts(*(typed.get(part, "") for part in ("year", "month", "day")))
    return canonical(fact, f"{day} {time}".strip()) if isinstance(fact, MomentFact) else day


def _parts(typed: Typed, refusal: Refusal) -> tuple[str, ...]:
    """The parts that are to be mended."""
    if WHOLE in typed or not typed:
        return tuple(typed)
    named = refusal.reason.removesuffix("-wanted")
    if named in ("year", "month", "day") and any(typed.get(part, "").strip() for part in DAY_PARTS):
        return (named,)
    return ("time",) if "time" in refusal.reason else tuple(part for part in typed if part != "time")
