"""Faults in what answers say: gaps that nothing fills, verdicts that do not fit, dates that are none."""

from collections.abc import Iterator

from assistant.errors import Fault, told
from assistant.model.policy import Policy
from assistant.model.record import Text
from assistant.model.rule import VERDICTS, Rule
from assistant.suggest import near, one_of
from assistant.workbench.catalogues.texts import texts
from assistant.workbench.check.places import Places, Standing
from assistant.workbench.check.walk import Walk, uses

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
        yield spot.fault(
            where,
            told("the rule '{rule}' has no verdict for {aspect}", rule=rule.id, aspect=aspect),
            told("add {key}:", key=aspect),
        )
        return
    if verdict not in VERDICTS[aspect]:
        wrong = told("'{verdict}' is no verdict of {aspect}", verdict=verdict, aspect=aspect)
        yield spot.fault(where, wrong, near(verdict, VERDICTS[aspect], one_of(sorted(VERDICTS[aspect]))))
    if verdict in SPOKEN and rule.answer is None:
        yield spot.fault(
            where,
            told("'{verdict}' without an answer", verdict=verdict),
            told("add answer: with the sentence that a person hears"),
        )
    if verdict == "dated" and not rule.dates:
        yield spot.fault(where, told("'dated' without dates"), told("add {key}:", key="dates"))


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
            places.of(say).fault(
                name,
                told("the date '{name}' is no day on some path", name=name),
                told("test for the table's marks before the value is used"),
            )
            for name in sorted(dates)
        )
    for text in texts(policy):
        if not text.context.endswith(SAID):
            yield from _gaps(places, text, set())


def _gaps(places: Places, text: Text, names: set[str]) -> Iterator[Fault]:
    for gap in sorted(text.gaps - names):
        wrong = told("nothing fills the gap {gap} on every path", gap=f"{{{gap}}}")
        yield places.of(text).fault(text.context, wrong, near(gap, names, told("take it out: no gap is filled here")))
