"""The whole check of the real content, and what sentences may say: gaps that every path fills, dates that are days."""

from pathlib import Path

import pytest

from assistant.model.policy import Library
from assistant.workbench.catalogues.texts import texts
from assistant.workbench.check.places import Places
from assistant.workbench.check.policy import check_policy
from tests.workbench.check.conftest import Garden


def test_the_content_has_no_faults(library: Library, content: Path) -> None:
    faults = [fault for name, one in library.policies.items() for fault in check_policy(one, content / name)]
    assert list(map(str, faults)) == []


def test_every_sentence_is_found_where_it_stands(library: Library, content: Path) -> None:
    for policy in library.policies.values():
        places = Places.read(content / policy.id)
        for text in texts(policy):
            assert places.of(text).node.scalar == text.source


def test_every_rule_is_found_where_it_stands(library: Library, content: Path) -> None:
    for policy in library.policies.values():
        places = Places.read(content / policy.id)
        for topic in policy.topics.values():
            for aspect in topic.aspects:
                for one in places.standing(policy, topic.id, aspect):
                    written = one.spot.node.child("id")
                    assert (written.scalar if written else "") == getattr(one.item, "id", "")
                    noted = [spot.node.child("note") or spot.node for _, spot in one.notes]
                    assert [node.scalar for node in noted] == [use.note for use, _ in one.notes]


LOAN, RULES = "topics/loan.yaml", "rules.yaml"


@pytest.mark.parametrize(
    ("name", "old", "new", "gaps"),
    [
        (
            LOAN,
            "say: It may be kept for {weeks} weeks.",
            "say: For {weeks} weeks from {lent_on} to {tool} and {on}.",
            [],
        ),
        (LOAN, "{weeks} weeks", "{back_by} weeks", []),
        (LOAN, "{weeks} weeks", "{weight} kg", ["weight"]),
        (LOAN, "title: A loan", "title: A loan of {tool}", ["tool"]),
        (LOAN, "text: A loan lasts some weeks.", 'text: "A loan lasts {weeks} weeks."', ["weeks"]),
        (RULES, "text: Keep it clean.", 'text: "Keep {tool} clean."', ["tool"]),
        # The season's end is asked for before anything else is known.
        (RULES, "say: The season has ended.", "say: The season has ended on {on}.", []),
        (RULES, "say: The season has ended.", "say: The season of {tool} has ended.", ["tool"]),
    ],
)
def test_gaps_are_filled_on_every_path(tools: Garden, name: str, old: str, new: str, gaps: list[str]) -> None:
    tools.edit(name, old, new)
    assert tools.told("nothing fills") == [f"{name}: nothing fills the gap {{{gap}}} on every path" for gap in gaps]


def test_a_sentence_that_two_rules_say_has_only_gaps_that_both_fill(tools: Garden) -> None:
    """The list is used where nothing is known, and where the tool is."""
    tools.edit(
        LOAN,
        "  - id: not-lent\n",
        "  - when: {tool: spade}\n    then:\n      - use: season\n"
        "        bind: {last-day: back-by}\n  - id: not-lent\n",
    )
    tools.edit(RULES, "say: The season has ended.", "say: The season of {tool} has ended.")
    assert tools.told("nothing fills") == ["rules.yaml: nothing fills the gap {tool} on every path"]


@pytest.mark.parametrize(
    ("name", "old", "new", "wrong"),
    [
        (LOAN, "verdict: payable", "verdict: covered", "'covered' is no verdict of free"),
        (LOAN, "verdict: not-offered", "verdict: not-covered", "'not-covered' is no verdict of due"),
        (RULES, "{due: ended, covered: ended}", "{due: ended}", "the rule 'over' has no verdict for covered"),
        (RULES, "{due: ended, covered: ended}", "{due: free, covered: ended}", "'free' is no verdict of due"),
        (LOAN, "    answer: Bring it back by {back_by}.\n", "", "'dated' without an answer"),
        (LOAN, "    dates: {back_by: back-by}\n", "", "'dated' without dates"),
        ("topics/desk.yaml", "    answer: Nobody is there.\n", "", "'closed' without an answer"),
        (LOAN, "verdict: not-offered", "verdict: no-commitment", "'no-commitment' without an answer"),
    ],
)
def test_a_verdict_fits_its_question_and_has_what_it_needs(
    tools: Garden, name: str, old: str, new: str, wrong: str
) -> None:
    tools.edit(name, old, new)
    assert tools.told() == [f"{name}: {wrong}"]


def test_a_misspelt_verdict_is_met_with_those_of_its_question(tools: Garden) -> None:
    tools.edit(LOAN, "verdict: payable", "verdict: not-covered")
    (fault,) = tools.faults()
    assert str(fault.mend) == "write one of these: ended, free, included, not-in-force, not-offered, payable"


def test_a_date_is_a_day_on_every_path(tools: Garden) -> None:
    tools.edit(LOAN, "dates: {back_by: back-by}", "dates: {back_by: back-by, long: weeks}")
    assert tools.told("the date") == [f"{LOAN}: the date 'long' is no day on some path"]
