"""Checks `aliases.yaml`: what a former id leads to is there, and nothing that is there is a former id."""

from collections.abc import Callable, Collection, Iterator, Mapping

from assistant.content.nodes import Node
from assistant.errors import Wording, told
from assistant.model.topic import Topic
from assistant.suggest import near, one_of
from assistant.vocabulary.fact import Fact

Report = Callable[[str, Node, Wording, Wording], None]
FILE = "aliases.yaml"
PRESENT = told("'{name}' is an id of today, and no link with it would be led elsewhere")
NOTHING = told("nothing is called '{name}' today")


def check_aliases(
    root: Node, policy: str, topics: Mapping[str, Topic | None], facts: Mapping[str, Fact], report: Report
) -> None:
    """Reports every alias that leads nowhere, and each that hides what there is."""
    places = {*topics} | {f"{one.id}/{aspect}" for one in topics.values() if one for aspect in one.aspects}
    for own, layer in _layers(root):
        for kind, known in (("topics", places), ("facts", facts)):
            for key, value in layer.under(kind):
                _check(own, key, value, known, report)
        for name, options in layer.under("options"):
            if (name.scalar or "") in facts:
                for key, value in options.under():
                    _check(own, key, value, facts[name.scalar or ""].ids(), report)
            else:
                report(FILE, name, NOTHING.about(name=name.scalar), near(name.scalar or "", facts, one_of([*facts])))
    for key, _ in root.under("policies"):
        if key.scalar == policy:
            report(FILE, key, PRESENT.about(name=policy), told("take it out"))


def _layers(root: Node) -> Iterator[tuple[bool, Node]]:
    """What was renamed in this policy, and in each that was merged into it, where an id of today may have been one."""
    yield True, root
    yield from ((False, below) for _, below in root.under("policies"))


def _check(own: bool, key: Node, value: Node, known: Collection[str], report: Report) -> None:
    if own and key.scalar in known:
        report(FILE, key, PRESENT.about(name=key.scalar), told("take it out"))
    if value.scalar not in known:
        mend = near(value.scalar or "", known, told("write an id of today; where it was renamed again, the last one"))
        report(FILE, value, NOTHING.about(name=value.scalar), mend)
