"""What is asked by former ids is asked by those of today."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from assistant.content import read_policy
from assistant.decide.aliases import owner
from assistant.decide.cases import Case, by_present_ids, renamed_ids
from assistant.model.policy import Aliases, Library, Renamed
from tests.content.conftest import FILES, Folder

MORE = "extras: {type: choices, question: What else?, label: Extras, options: {a: {label: A}, b: {label: B}}}\n"
FACTS = FILES["facts.yaml"] + MORE
ALIASES = Aliases(
    topics={"vacation": "holiday", "trip/free": "holiday/due"},
    facts={"sort": "kind", "form": "kind", "more": "extras"},
    options={"kind": {"brief": "short"}, "extras": {"first": "a", "one": "a", "second": "b"}, "days": {"few": "small"}},
    policies={"absence": Renamed(topics={"holiday": "holiday", "out": "holiday"}, facts={"starts-on": "starts"})},
)


@pytest.fixture
def library(tmp_path: Path) -> Library:
    """The small policy, with another fact, under these aliases."""
    folder = Folder(tmp_path / "content" / "leave")
    folder.write("facts.yaml", FACTS)
    policy = read_policy(folder.path).model_copy(update={"aliases": ALIASES})
    return Library(policies={"leave": policy})


@pytest.mark.parametrize(
    ("place", "now"),
    [
        ("leave/holiday/due", "leave/holiday/due"),
        ("leave/vacation/due", "leave/holiday/due"),
        ("leave/trip/free", "leave/holiday/due"),
        ("leave/trip/due", "leave/trip/due"),
        ("absence/out/due", "leave/holiday/due"),
        ("absence/vacation/due", "leave/holiday/due"),
        ("nobody/vacation/due", "nobody/vacation/due"),
    ],
)
def test_places(library: Library, place: str, now: str) -> None:
    policy, topic, aspect = place.split("/")
    found = by_present_ids(library, Case(policy, topic, aspect, {}, None))
    assert "/".join(found[:3]) == now
    assert renamed_ids(library, Case(policy, topic, aspect, {}, None)) == ({place: now} if place != now else {})


@pytest.mark.parametrize(
    ("facts", "now"),
    [
        ({"sort": "long"}, {"kind": "long"}),
        ({"kind": "brief"}, {"kind": "short"}),
        ({"sort": "brief", "starts": "2026-01-05"}, {"kind": "short", "starts": "2026-01-05"}),
        ({"sort": "long", "form": "long"}, {"kind": "long"}),
        ({"sort": "long", "form": "short"}, {"kind": "long", "form": "short"}),
        ({"sort": "long", "kind": "short"}, {"sort": "long", "kind": "short"}),
        ({"more": "second,first"}, {"extras": "a,b"}),
        ({"more": "first,one"}, {"extras": "a"}),
        ({"days": "band:few"}, {"days": "band:small"}),
        ({"days": "30"}, {"days": "30"}),
    ],
)
def test_facts(library: Library, facts: Mapping[str, str], now: Mapping[str, str]) -> None:
    found = by_present_ids(library, Case("leave", "holiday", "due", facts, None))
    assert found.facts == now
    named = {f"{name}={text}" for name, text in facts.items() if (name, text) not in now.items()}
    assert renamed_ids(library, Case("leave", "holiday", "due", facts, None)).keys() == named


def test_what_is_not_known_is_named_by_present_ids_too(library: Library) -> None:
    case = Case("absence", "holiday", "due", {"starts-on": "2026-01-05"}, "2026-01-01", ("sort", "form", "days"))
    assert by_present_ids(library, case) == Case(
        "leave", "holiday", "due", {"starts": "2026-01-05"}, "2026-01-01", ("kind", "days")
    )


def test_a_library_without_aliases_changes_nothing(library: Library) -> None:
    plain = Library(policies={"leave": library.policies["leave"].model_copy(update={"aliases": None})})
    case = Case("leave", "vacation", "due", {"sort": "long"}, None)
    assert by_present_ids(plain, case) is case
    assert (owner(plain, "absence"), renamed_ids(plain, case)) == (None, {})
