"""What is still possible when something is not known: never an invented answer, and never a long walk."""

import datetime as dt

import pytest

from assistant.decide import Answer, Needs, decide
from assistant.decide.exploration import MOST_ASKINGS, explore
from assistant.decide.unknown import ask_with
from assistant.i18n.words import Words
from assistant.model.policy import Library
from assistant.model.rule import Aspect
from assistant.present.answer.possible import OpenView, open_view
from assistant.present.share.writing import as_text
from assistant.present.writer import Writer
from assistant.vocabulary.days import as_day
from tests.present.showing import noon

ON = dt.date(2026, 1, 15)


def view(library: Library, words: Words, place: tuple[str, str, Aspect], facts: dict[str, str],
         unknown: tuple[str, ...]) -> OpenView:  # fmt: skip
    policy = library.policies[place[0]]
    needs = decide(policy, place[1], place[2], facts, ON)
    assert isinstance(needs, Needs)
    return open_view(Writer(policy, words), needs, explore(policy, needs, facts, ON), unknown, noon(ON))


def test_one_unknown_choice_divides_the_answers(library: Library, words: dict[str, Words]) -> None:
    found = view(library, words["en"], ("licence-desk", "hwkc-replacement", "free"), {"system": "sv9500"}, ("swa",))
    assert [(one.tone, one.text.text, one.where) for one in found.possible] == [
        ("yes", "Free of charge until Tue 31 Mar 2026.", ("SWA: Active SWA",)),
        ("no", "Without active SWA the replacement carries a service fee.", ("SWA: No active SWA",)),
    ]
    assert (found.settled, found.ask, found.find_out and found.find_out.fact) == (False, None, "swa")
    assert [(one.label.text, one.text.text) for one in found.unknown] == [("SWA", "I don’t know")]


def test_the_next_question_is_one_that_can_be_known(library: Library, words: dict[str, Words]) -> None:
    found = view(library, words["ja"], ("licence-desk", "hwkc-replacement", "free"), {}, ("system",))
    assert (found.ask, found.find_out) == ("swa", None)
    assert found.headline.text == f"考えられる回答は{len(found.possible)}通りあります"
    assert any("ほかの11件のいずれか" in condition for one in found.possible for condition in one.where)


def test_what_makes_no_difference_is_settled(library: Library, words: dict[str, Words]) -> None:
    facts = {"level": "gold", "distance_km": "60", "logged_at": "2025-12-23T16:00"}
    found = view(library, words["en"], ("swap-out", "onsite-visit", "due"), facts, ("state",))
    assert (found.settled, found.ask, found.find_out) == (True, None, None)
    assert found.headline.text == "The service provider is due on site by Tue 30 Dec 2025, 17:00."
    assert found.cites


def test_a_state_that_moves_the_date_is_not_settled(library: Library, words: dict[str, Words]) -> None:
    """Monday 9 March 2026 is a holiday in some states, Victoria among them."""
    facts = {"level": "gold", "distance_km": "60", "logged_at": "2026-03-06T10:00"}
    found = view(library, words["en"], ("swap-out", "onsite-visit", "due"), facts, ("state",))
    assert not found.settled
    assert len(found.possible) > 1
    assert any("Victoria" in condition for one in found.possible for condition in one.where)


def test_an_unknown_day_invents_no_date(library: Library, words: dict[str, Words]) -> None:
    found = view(library, words["en"], ("swap-out", "renewal-notice", "due"), {}, ("term_end",))
    assert [one.text.text for one in found.possible] == ["Still needed: End of the contract term"]
    assert not found.settled
    assert "20" not in "".join(one.text.text for one in found.possible)
    assert (found.possible[0].depends, found.possible[0].remark) == ("End of the contract term", "")


def test_a_date_that_hangs_on_nothing_unknown_is_told(library: Library, words: dict[str, Words]) -> None:
    place: tuple[str, str, Aspect] = ("swap-out", "contract-period", "due")
    found = view(library, words["en"], place, {"invoice_date": "2026-12-01", "years": "1"}, ("unit_purchase_date",))
    term = "Start of the contract term: Fri 1 Jan 2027 and End of the contract term: Fri 31 Dec 2027"
    assert (found.headline.text, found.possible[0].remark) == (term, "Cover from (Still needed: Unit bought on)")
    found = view(library, words["en"], place, {"unit_purchase_date": "2026-12-01"}, ("invoice_date",))
    assert found.headline.text == "Cover from: Tue 1 Dec 2026"
    assert found.possible[0].remark.startswith("Start of the contract term and End of the contract term (Still")


@pytest.mark.parametrize(
    ("known", "told", "remark"),
    [({"level": "gold", "distance_km": "60"}, "Business days at the site: 2 days", "State or territory and"),
     ({"level": "gold"}, "Business days at the site: 1 to 3 days", "Distance by road")],
)  # fmt: skip
def test_of_a_date_that_cannot_be_known_it_is_said_how_many_days_are_counted(
    library: Library, words: dict[str, Words], known: dict[str, str], told: str, remark: str
) -> None:
    found = view(library, words["en"], ("swap-out", "onsite-visit", "due"), known, ("logged_at",))
    assert [one.text.text for one in found.possible] == [told]
    assert found.headline == told
    assert found.possible[0].remark.startswith(f"Still needed: {remark}")
    assert found.counted == (), "said once"
    assert told in as_text(found, words["en"])


@pytest.mark.parametrize(
    ("place", "facts", "unknown", "first"),
    [
        (("swap-out", "onsite-visit", "covered"), {}, ("fault",), "Ring 1300 NEC HELP"),
        (("swap-out", "onsite-visit", "due"), {"level": "gold"}, ("logged_at",), "Ring 1300 NEC HELP"),
        (("desknets-web-meeting", "key-reissue", "due"), {}, ("accepted_at",), "Send your request"),
        (("licence-desk", "hwkc-replacement", "free"), {"system": "sv9500"}, ("swa",), None),
    ],
)
def test_what_to_do_first_is_told_before_all_is_known(
    library: Library, words: dict[str, Words], place: tuple[str, str, Aspect], facts: dict[str, str],
    unknown: tuple[str, ...], first: str | None,
) -> None:  # fmt: skip
    """Where the possible answers lead to different things, none of them is told: it may be the wrong one."""
    found = view(library, words["en"], place, facts, unknown)
    steps = found.next_steps.parts[0].steps[0].text.text if found.next_steps else None
    assert (steps or "").startswith(first or "")
    assert bool(steps) == bool(first)
    assert first is None or f"Next: {first}" in as_text(found, words["en"])


def test_an_unknown_last_day_says_from_when_on(library: Library, words: dict[str, Words]) -> None:
    found = view(library, words["en"], ("desknets-web-meeting", "ice-server", "free"), {}, ("support_until",))
    assert [one.where for one in found.possible] == [
        ("Last day of the support period is Thu 15 Jan 2026 or later",),
        ("Last day of the support period is Wed 14 Jan 2026 or earlier",),
    ]


@pytest.mark.parametrize("on", [ON, dt.date(2026, 6, 1)])
def test_every_question_can_be_left_open_in_few_askings(library: Library, words: dict[str, Words], on: dt.date) -> None:
    """What is whole took no more than `MOST_ASKINGS`."""
    for policy in library.policies.values():
        for topic in policy.topics.values():
            for aspect in topic.aspects:
                needs = decide(policy, topic.id, aspect, {}, on)
                if isinstance(needs, Needs):
                    found = open_view(
                        Writer(policy, words["en"]), needs, explore(policy, needs, {}, on), (needs.fact,), noon(on)
                    )
                    assert found.whole, (topic.id, aspect)
                    assert found.possible, (topic.id, aspect)


def test_a_walk_that_is_too_long_stops_and_says_so(library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    assert MOST_ASKINGS > 3
    monkeypatch.setattr("assistant.decide.exploration.MOST_ASKINGS", 3)
    policy = library.policies["licence-desk"]
    needs = decide(policy, "voucher", "free", {}, ON)
    assert isinstance(needs, Needs)
    found = explore(policy, needs, {}, ON)
    assert (found.whole, found.first) == (False, needs.fact)
    assert len(found.leaves) <= 3


@pytest.mark.parametrize(
    ("place", "facts", "unknown", "said"),
    [
        (("desknets-web-meeting", "phone-hours", "due"), {}, ("at",), False),
        (("desknets-web-meeting", "key-reissue", "due"), {}, ("accepted_at",), True),
        (("swap-out", "support-hours", "due"), {"hours_of": "call-line"}, ("at",), False),
        (("licence-desk", "hwkc-replacement", "free"), {"system": "sv9500"}, ("swa",), False),
    ],
)
def test_an_unknown_moment_may_lie_among_days_off_that_are_announced_elsewhere(
    library: Library, words: dict[str, Words], place: tuple[str, str, Aspect], facts: dict[str, str],
    unknown: tuple[str, ...], said: bool,
) -> None:  # fmt: skip
    found = view(library, words["en"], place, facts, unknown)
    breaks = "The terms do not give the dates of the summer and New Year breaks."
    told = [f"{breaks} Please check the provider's announcements."] if said else []
    assert [one.text for one in found.caveats] == told
    assert all(one.text in as_text(found, words["en"]) for one in found.caveats)


@pytest.mark.parametrize(
    ("place", "facts", "unknown", "reached"),
    [
        (("swap-out", "onsite-visit", "covered"), {"fault": "unit"}, ("in_warranty",), "1300 632 4357"),
        (("desknets-web-meeting", "phone-hours", "due"), {}, ("at",), "0800-500-6330"),
        (("licence-desk", "hwkc-replacement", "free"), {"system": "sv9500"}, ("swa",), None),
    ],
)  # fmt: skip
def test_whoever_does_not_know_everything_is_told_whom_to_ask(
    library: Library, words: dict[str, Words], place: tuple[str, str, Aspect], facts: dict[str, str],
    unknown: tuple[str, ...], reached: str | None,
) -> None:  # fmt: skip
    found = view(library, words["ja"], place, facts, unknown)
    assert next((one.phone for one in found.contacts), None) == reached


PHONE = "desknets-web-meeting", "phone-hours"
LINE = "swap-out", "support-hours"


@pytest.mark.parametrize(
    ("place", "facts", "on", "said"),
    [
        (PHONE, {}, "2026-01-15", ["It is open then.", "It is closed then."]),
        (PHONE, {}, "2026-12-30", ["By its usual hours it is open on Wed 30 Dec 2026, but it may be closed that day.",
                                   "It is closed then."]),
        (LINE, {"hours_of": "call-line"}, "2026-11-30", ["It is open then.", "It is closed then."]),
    ],
)  # fmt: skip
def test_an_unknown_time_lies_on_the_day_that_is_asked_about(
    library: Library, words: dict[str, Words], place: tuple[str, str], facts: dict[str, str], on: str, said: list[str]
) -> None:
    policy, day = library.policies[place[0]], dt.date.fromisoformat(on)
    needs = decide(policy, place[1], "due", facts, day)
    assert isinstance(needs, Needs)
    explored = explore(policy, needs, facts, day)
    found = open_view(Writer(policy, words["en"]), needs, explored, ("at",), noon(day))
    assert [one.text.text for one in found.possible] == said
    moments = [leaf.tried["at"] for leaf in explored.leaves]
    assert {as_day(one) for one in moments if isinstance(one, dt.date)} == {day}


@pytest.mark.parametrize(
    ("place", "facts", "on"),
    [
        (PHONE, {}, "2027-01-01"),
        (PHONE, {}, "2026-05-03"),
        (LINE, {"hours_of": "call-line"}, "2027-01-01"),
        (LINE, {"hours_of": "on-site"}, "2026-12-25"),
        (LINE, {"hours_of": "on-site", "state": "vic"}, "2026-03-09"),
    ],
)
def test_on_a_day_on_which_no_door_opens_no_time_is_needed(
    library: Library, place: tuple[str, str], facts: dict[str, str], on: str
) -> None:
    unknown = [name for name in ("state", "at") if name in library.policies[place[0]].facts and name not in facts]
    found = ask_with(library.policies[place[0]], place[1], "due", facts, unknown, on).outcome
    assert isinstance(found, Answer)
    assert (found.verdict, "at" in found.open) == ("closed", True)


def test_what_is_possible_after_the_end_is_what_the_terms_say_and_no_more(
    library: Library, words: dict[str, Words]
) -> None:
    found = view(library, words["en"], ("desknets-web-meeting", "ice-server", "covered"), {}, ("support_until",))
    assert [one.text for one in found.possible] == [
        "This is covered.",
        "The support period has ended, so connection to the ICE servers is no longer guaranteed.",
    ]


def test_a_no_that_what_is_known_tells_leaves_nothing_to_be_asked(library: Library, words: dict[str, Words]) -> None:
    place: tuple[str, str, Aspect] = "swap-out", "eligibility", "covered"
    found = view(library, words["en"], place, {"in_warranty": "no"}, ("in_price_book",))
    said = "Swap-Out cannot be bought for a unit that is not under NEC warranty."
    assert (found.headline.text, found.settled) == (said, True)
    assert found.possible[0].remark == "Swap-Out is neither available nor valid for units without NEC warranty."
