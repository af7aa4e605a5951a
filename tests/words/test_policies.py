"""Policies as their owners would write them, in every word of the vocabulary: sound, and right a second time."""

import datetime as dt
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assistant.content import read_policy
from assistant.decide import Answer, canonical, decide
from assistant.i18n.load import languages
from assistant.i18n.words import Words
from assistant.library.policies import Compiled
from assistant.model.policy import Policy
from assistant.model.rule import Aspect
from assistant.model.topic import Example
from assistant.present.answer.page import present
from assistant.present.share.writing import as_text
from assistant.present.writer import Writer
from assistant.vocabulary.condition import CONDITIONS
from assistant.vocabulary.step import STEPS
from assistant.workbench.check.examples import as_expected, differences, outcome_of
from assistant.workbench.check.paths import Broken
from assistant.workbench.check.policy import check_policy
from tests.conftest import ROOT, words_of
from tests.present.showing import noon
from tests.words import reference
from tests.words.reference import Facts, Reply

FOLDER = Path(__file__).parent / "content"
POLICIES = {path.name: read_policy(path) for path in sorted(FOLDER.iterdir())}
HALL, DESK = POLICIES["town-hall"], POLICIES["help-desk"]
CASES = [
    pytest.param(policy, example, id=f"{policy.id}: {example.name}")
    for policy in POLICIES.values()
    for example in policy.examples
]
ON = dt.date(2026, 5, 1)
DAYS = st.dates(dt.date(2026, 6, 1), dt.date(2031, 12, 31)).map(str)
MOMENTS = st.datetimes(dt.datetime(2026, 2, 1), dt.datetime(2028, 12, 31)).map(
    lambda one: one.replace(second=0, microsecond=0).isoformat(timespec="minutes")
)
SKIPPED = {f"{day}T02:{minute:02}" for day in ("2026-03-29", "2027-03-28", "2028-03-26") for minute in range(60)}
"""Times that Berlin's clock skips."""


@pytest.mark.parametrize("name", POLICIES)
def test_nothing_is_wrong_with_a_policy_of_the_gallery(name: str) -> None:
    assert [str(fault) for fault in check_policy(POLICIES[name], FOLDER / name)] == []


@pytest.mark.parametrize(("policy", "example"), CASES)
def test_an_example_comes_out_as_it_says(policy: Policy, example: Example) -> None:
    outcome = outcome_of(policy, example)
    assert not isinstance(outcome, Broken)
    assert differences(example.expect, as_expected(outcome)) == []


@pytest.fixture(scope="module", params=sorted(languages(ROOT / "locales")))
def words(request: pytest.FixtureRequest) -> Words:
    """The words of each language; a gap without a value is an error."""
    return words_of(ROOT / "locales", request.param, strict=True)


@pytest.mark.parametrize(("policy", "example"), CASES)
def test_an_example_reads_well_in_every_language(policy: Policy, example: Example, words: Words) -> None:
    outcome = outcome_of(policy, example)
    assert isinstance(outcome, Answer)
    text = as_text(present(Writer(policy, words), outcome, example.facts, noon(example.on)), words)
    assert example.topic in POLICIES[policy.id].topics
    assert "{" not in text


@pytest.mark.parametrize("name", POLICIES)
def test_a_policy_of_the_gallery_reads_back_as_it_was(name: str) -> None:
    again = Compiled.read(Compiled.of(POLICIES[name]).text).policy
    assert again == POLICIES[name].model_copy(update={"examples": ()})


def reply(policy: Policy, topic: str, aspect: Aspect, facts: Facts, on: dt.date = ON) -> Reply:
    """What the engine says, as texts."""
    found = decide(policy, topic, aspect, facts, on)
    assert isinstance(found, Answer), found
    dates, values = ({name: canonical(one.value) for name, one in each.items()} for each in (found.dates, found.values))
    return found.verdict, dates, values


@settings(deadline=None, max_examples=400)
@given(DAYS, st.times().map(lambda one: one.isoformat("minutes")), st.sampled_from(["great", "small"]))
def test_the_price_of_a_room(day: str, begins: str, room: str) -> None:
    facts = {"event_on": day, "begins": begins, "room": room, "extras": "nothing"}
    assert reply(HALL, "booking", "free", facts) == reference.hall_price(facts)


@settings(deadline=None, max_examples=300)
@given(DAYS, st.sampled_from(["great", "small"]))
def test_the_deposit(day: str, room: str) -> None:
    facts = {"event_on": day, "room": room}
    assert reply(HALL, "booking", "due", facts) == reference.hall_deposit(facts)


@settings(deadline=None, max_examples=300)
@given(DAYS, st.sampled_from([{}, {"reading.R1": "other"}]))
def test_the_last_day_to_cancel(day: str, read: Facts) -> None:
    facts = {"event_on": day, **read}
    assert reply(HALL, "cancellation", "due", facts) == reference.hall_deadline(facts)


@settings(deadline=None, max_examples=200)
@given(st.integers(0, 60), st.integers(0, 99_999))
def test_what_is_paid_back(ahead: int, paid: int) -> None:
    facts = {"event_on": str(ON + dt.timedelta(days=ahead)), "paid": str(paid)}
    assert reply(HALL, "cancellation", "covered", facts) == reference.hall_refund(facts, ON)


@settings(deadline=None, max_examples=200)
@given(MOMENTS.filter(lambda one: one not in SKIPPED))
def test_who_answers(moment: str) -> None:
    assert reply(DESK, "shift", "due", {"sent_at": moment}) == reference.shift({"sent_at": moment})


@settings(deadline=None, max_examples=200)
@given(MOMENTS.filter(lambda one: one not in SKIPPED), st.sampled_from(["down", "slow", "question"]))
def test_by_when_a_ticket_is_worked_on(moment: str, severity: str) -> None:
    facts = {"sent_at": moment, "severity": severity}
    assert reply(DESK, "ticket", "due", facts) == reference.ticket(facts)


@settings(deadline=None, max_examples=300)
@given(st.decimals(90, 100, places=3), st.decimals(0, 9999, places=2))
def test_what_is_credited(uptime: object, fee: object) -> None:
    facts = {"uptime": str(uptime), "fee": str(fee)}
    assert reply(DESK, "credit", "covered", facts) == reference.credit(facts)


@settings(deadline=None, max_examples=200)
@given(DAYS)
def test_until_when_a_credit_is_claimed(day: str) -> None:
    assert reply(DESK, "credit", "due", {"month_ends": day}) == reference.claim({"month_ends": day})


def test_the_words_of_the_gallery_are_known() -> None:
    written = "".join(path.read_text("utf-8") for path in FOLDER.rglob("*.yaml"))
    idle = {key for key in (*STEPS.listed, *CONDITIONS.listed) if f"{key}:" not in written}
    assert len(idle) <= 16, sorted(idle)
