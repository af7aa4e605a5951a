"""Faults in what answers say: gaps that nothing fills, verdicts that do not fit, dates that are none."""

from collections.abc import Iterator

from assistant.content.describe import near
from assistant.errors import Fault
from assistant.i18n.texts import texts
from assistant.model.policy import Policy
from assistant.model.record import Text
from assistant.model.rule import VERDICTS, Rule
from assistant.verify.places import Places, Standing
from assistant.verify.walk import Walk, uses

SAID = (".say", ".answer")
SPOKEN = frozenset({"dated", "open", "closed", "no-commitment"})
"""Verdicts whose own sentence says nothing without the dates: their rules bring an answer of their own."""


def check_verdicts(policy: Policy, places: Places) -> Iterator[Fault]:
    """Verdicts that the aspect does not know, and rules without the headline or dates that theirs needs."""
    seen: set[tuple[object, ...]] = set()
    for where, one in uses(policy, places):
        if not isinstance(one.item, Rule):
            continue
        for fault in _verdict(where, one, one.item):
            if (fault.line, fault.file, fault.wrong) not in seen:
                seen.add((fault.line, fault.file, fault.wrong))
                yield fault


def _verdict(where: str, one: Standing, rule: Rule) -> Iterator[Fault]:
    aspect = next(each for each in VERDICTS if where.endswith(f"/{each}"))
    node = one.spot.node.find(("verdict",))
    spot = type(one.spot)(one.spot.file, node)
    try:
        verdict = rule.verdict_for(aspect)
    except KeyError:
        yield spot.fault(where, f"the rule '{rule.id}' has no verdict for {aspect}", f"add {aspect}: …")
        return
    if verdict not in VERDICTS[aspect]:
        allowed = ", ".join(sorted(VERDICTS[aspect]))
        yield spot.fault(where, f"'{verdict}' is no verdict of {aspect}", f"use one of {allowed}")
    if verdict in SPOKEN and rule.answer is None:
        yield spot.fault(where, f"'{verdict}' without an answer", "add answer: with the sentence that a person hears")
    if verdict == "dated" and not rule.dates:
        yield spot.fault(where, "'dated' without dates", "add dates:")


def check_sentences(policy: Policy, places: Places, walked: Walk) -> Iterator[Fault]:
    """Gaps that an outcome cannot fill, and dates that are a mark or a number on some path."""
    known: dict[Text, set[str]] = {}
    no_days: dict[Text, set[str]] = {}
    for _, one in uses(policy, places):
        reached = walked.rules.get(id(one.item))
        if isinstance(one.item, Rule) and reached is not None:
            names = {"on", *one.item.dates, *one.item.values, *reached.facts}
            no_days.setdefault(one.item.say, set()).update(reached.no_days)
            for text in filter(None, (one.item.answer, one.item.say)):
                known[text] = known.get(text, names) & names
    for text, names in known.items():
        yield from _gaps(places, text, names)
    for say, dates in no_days.items():
        yield from (
            places.of(say).fault(name, f"the date '{name}' is no day on some path", "test for the table's marks before")
            for name in sorted(dates)
        )
    for text in texts(policy):
        if not text.context.endswith(SAID):
            yield from _gaps(places, text, set())


def _gaps(places: Places, text: Text, names: set[str]) -> Iterator[Fault]:
    for gap in sorted(text.gaps - names):
        hint = near(gap, names) or f"use one of {', '.join(sorted(names)) or 'none: no gap is filled here'}"
        yield places.of(text).fault(text.context, f"nothing fills the gap {{{gap}}} on every path", hint)
