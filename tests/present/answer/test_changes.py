"""What would change an answer: each link tells the truth, nothing is told twice, and thresholds are the document's."""

import datetime as dt
from collections.abc import Iterator

import pytest

from assistant.decide import Answer, Needs, decide
from assistant.i18n.fill import Rendered
from assistant.i18n.words import Words
from assistant.model.policy import Library, Policy
from assistant.present.answer.changes import MOST, MOST_OF_ONE, ChangeView, changes
from assistant.present.answer.headlines import said
from assistant.present.answer.standing import Standing
from assistant.present.writer import Writer
from tests.present.showing import noon

ON = dt.date(2026, 1, 15)


def around(policy: Policy, words: Words, place: str, facts: dict[str, str], on: dt.date = ON) -> tuple[ChangeView, ...]:
    topic, aspect = place.split("/")
    answer = decide(policy, topic, aspect, facts, on)  # type: ignore[arg-type]  # an aspect, as text
    assert isinstance(answer, Answer)
    return changes(Writer(policy, words), answer, facts)


def test_the_fee_turns_on_swa_the_system_and_the_desks_last_day(library: Library, words: dict[str, Words]) -> None:
    facts = {"system": "sv9500", "swa": "active"}
    found = around(library.policies["licence-desk"], words["en"], "hwkc-replacement/free", facts)
    told = {(one.label, one.becomes.text) for one in found}
    assert ("SWA: No active SWA", "Without active SWA the replacement carries a service fee.") in told
    closing = "The NEC Licence Desk closed at the end of Tue 31 Mar 2026."
    assert ("The day asked about is Wed 1 Apr 2026 or later", closing) in told


def test_a_visit_moves_with_the_cut_off_the_distance_and_the_level(library: Library, words: dict[str, Words]) -> None:
    facts = {"level": "gold", "distance_km": "60", "logged_at": "2025-12-23T16:00", "state": "sa"}
    found = around(library.policies["swap-out"], words["en"], "onsite-visit/due", facts)
    assert {one.name for one in found} == {"level", "logged_at", "distance_km"}
    (cut_off,) = (one for one in found if one.name == "logged_at")
    assert cut_off.facts["logged_at"] == "2025-12-23T15:30"
    assert "Mon 29 Dec 2025" in cut_off.becomes.text
    (near,) = (one for one in found if one.name == "distance_km")
    assert near.label.endswith("50 km or less")


@pytest.mark.parametrize(
    ("state", "at", "meant", "there"),
    [
        ("nsw", "2026-12-02T14:00", "2026-12-02T13:30", "13:30 (14:00 in New South Wales)"),
        ("wa", "2026-12-02T12:30", "2026-12-02T15:00", "15:00 (12:30 in Western Australia)"),
        ("nsw", "2026-12-02T13:00", None, ""),
        ("nsw", "2026-12-02T14:31", None, ""),
        ("sa", "2026-12-02T14:00", None, ""),
    ],
)
def test_a_time_that_may_be_meant_by_the_clock_of_the_place_comes_first_where_the_answer_is_then_another(
    library: Library, words: dict[str, Words], state: str, at: str, meant: str | None, there: str
) -> None:
    """Silver's calls count on the same day until 13:30 in Adelaide."""
    facts = {"level": "silver", "distance_km": "30", "logged_at": at, "state": state}
    found = around(library.policies["swap-out"], words["en"], "onsite-visit/due", facts)
    assert [(one.facts["logged_at"], there in one.label) for one in found if one.there] == (
        [(meant, True)] if meant else []
    )
    assert found[0].there == (meant is not None)


def test_a_threshold_is_told_in_round_numbers(library: Library, words: dict[str, Words]) -> None:
    facts = {"level": "gold", "distance_km": "40", "logged_at": "2025-12-23T10:00", "state": "sa"}
    found = around(library.policies["swap-out"], words["en"], "onsite-visit/due", facts)
    (far,) = (one for one in found if one.name == "distance_km")
    assert (far.label.rpartition(": ")[2], far.facts["distance_km"]) == ("51 km", "51")
    mounted = {"work": "access-equipment", "level": "gold", "mounted_height_m": "2"}
    heights = around(library.policies["swap-out"], words["en"], "included-work/free", mounted)
    (high,) = (one for one in heights if one.name == "mounted_height_m")
    assert (high.label, high.facts["mounted_height_m"]) == ("Mounting height: above 2.7 m", "3")


def test_the_same_in_japanese(library: Library, words: dict[str, Words]) -> None:
    found = around(library.policies["desknets-web-meeting"], words["ja"], "ice-server/free",
                   {"support_until": "2026-03-31"})  # fmt: skip
    assert [one.label for one in found] == [
        "サポート期間の最終日が2026年1月14日（水）以前",
        "基準日が2026年4月1日（水）以降",
    ]
    assert {one.tone for one in found} == {"no"}


def test_what_was_said_but_not_needed_counts_for_the_other_answer(library: Library, words: dict[str, Words]) -> None:
    facts = {"system": "sv9500", "swa": "active"}
    (open_then,) = around(library.policies["licence-desk"], words["en"], "hwkc-replacement/free", facts,
                          dt.date(2026, 6, 1))  # fmt: skip
    assert (open_then.on, open_then.tone) == ("2026-03-31", "yes")
    assert open_then.becomes.text == "Free of charge until Tue 31 Mar 2026."


def cases(library: Library) -> Iterator[tuple[Policy, Answer]]:
    """Every worked example that ends in an answer."""
    for policy in library.policies.values():
        for example in policy.examples:
            outcome = decide(policy, example.topic, example.aspect, example.facts, example.on)
            if isinstance(outcome, Answer):
                yield policy, outcome


@pytest.mark.parametrize("lang", ["en", "ja"])
def test_every_change_of_every_example_is_true_and_one_step_away(
    library: Library, words: dict[str, Words], lang: str
) -> None:
    told = 0
    for policy, answer in cases(library):
        found = changes(Writer(policy, words[lang]), answer, {})
        assert len(found) <= MOST
        assert len({(one.label, one.becomes) for one in found}) == len(found)
        mine = {name: str(value) for name, value in answer.facts.items()}
        for one in found:
            told += 1
            assert sum(other.name == one.name for other in found) <= MOST_OF_ONE
            assert one.facts.keys() == mine.keys()
            outcome = decide(policy, answer.topic, answer.aspect, one.facts, one.on or answer.on)
            if isinstance(outcome, Answer):
                assert one.becomes.text != said(Writer(policy, words[lang]), answer).text
                assert (outcome.verdict, outcome.dates, outcome.values) != (answer.verdict, answer.dates, answer.values)
            else:
                assert isinstance(outcome, Needs)
    assert told > 100


@pytest.mark.parametrize(
    ("on", "begins"),
    [
        (dt.date(2026, 1, 15), "Without active SWA the replacement carries"),
        (dt.date(2026, 1, 14), "On Wed 14 Jan 2026 the answer was: Without active SWA the replacement carries"),
        (dt.date(2026, 1, 16), "By today’s terms, on Fri 16 Jan 2026: Without active SWA"),
    ],
)
def test_other_answers_are_told_in_the_tense_of_the_day(
    library: Library, words: dict[str, Words], on: dt.date, begins: str
) -> None:
    policy, facts = library.policies["licence-desk"], {"system": "sv9500", "swa": "active"}
    answer = decide(policy, "hwkc-replacement", "free", facts, on)
    assert isinstance(answer, Answer)
    found = {one.label: one.becomes for one in changes(Writer(policy, words["en"]), answer, facts, noon(ON))}
    assert found["SWA: No active SWA"].startswith(begins)


def test_a_headline_that_is_written_already_is_not_written_again(
    library: Library, words: dict[str, Words], monkeypatch: pytest.MonkeyPatch
) -> None:
    writer, facts = Writer(library.policies["licence-desk"], words["en"]), {"system": "sv9500", "swa": "active"}
    answer = decide(writer.policy, "hwkc-replacement", "free", facts, ON)
    assert isinstance(answer, Answer)
    headline, expected, written = said(writer, answer), changes(writer, answer, facts), list[Answer]()

    def noted(writer: Writer, one: Answer, standing: Standing | None) -> Rendered:
        written.append(one)
        return said(writer, one, standing)

    monkeypatch.setattr("assistant.present.answer.changes.said", noted)
    assert changes(writer, answer, facts, headline=headline) == expected
    assert written
    assert answer not in written
