"""What stands beside an answer: what is still to come, and whether the document names anybody to ask."""

import pytest

from assistant.i18n.words import Words
from assistant.model.policy import Library
from assistant.present.share.writing import as_text
from tests.present.answer.test_standing import NOTICE, VISIT, shown

KEY = {"server_changed": "yes", "accepted_at": "2026-12-03T17:05"}


@pytest.mark.parametrize(
    ("case", "on", "now", "said"),
    [
        (("swap-out", "onsite-visit", "due", VISIT), "2026-06-02", "2026-06-02T09:59+09:30", True),
        (("swap-out", "onsite-visit", "due", VISIT), "2026-06-02", "2026-06-02T10:01+09:30", False),
        (("swap-out", "onsite-visit", "due", VISIT), "2026-06-01", "2026-06-01T12:00+09:30", True),
        (("swap-out", "onsite-visit", "due", VISIT), "2026-06-02", "2026-06-01T12:00+09:30", False),
        (("swap-out", "onsite-visit", "due", VISIT), "2026-06-01", "2026-06-03T12:00+09:30", False),
        (("desknets-web-meeting", "key-reissue", "due", KEY), "2026-12-03", "2026-12-03T17:04+09:00", True),
        (("desknets-web-meeting", "phone-hours", "due", {"at": "2026-12-03T15:00"}), "2026-12-03",
         "2026-12-03T09:00+09:00", False),
        (("swap-out", "registration", "due", {"cover_purchase_date": "2026-06-02"}), "2026-06-01",
         "2026-06-01T23:59+09:30", True),
        (("swap-out", "registration", "due", {"cover_purchase_date": "2026-06-02"}), "2026-06-02",
         "2026-06-02T00:01+09:30", False),
        (("swap-out", "annual-fee", "due", {"invoice_date": "2026-07-30"}), "2026-06-02",
         "2026-06-02T12:00+09:30", True),
        (NOTICE, "2026-05-01", "2026-05-01T12:00+09:30", False),
        (("desknets-web-meeting", "additional-licences", "due", {"period_end": "2027-03-31"}), "2026-06-02",
         "2026-06-02T12:00+09:00", False),
    ],
)  # fmt: skip
def test_what_is_still_to_come_is_remarked_beside_what_counts_from_it(
    library: Library, words: dict[str, Words], case: tuple[str, str, str, dict[str, str]], on: str, now: str, said: bool
) -> None:
    view = shown(library, words["en"], case, on, now)
    assert any(one.text.endswith("That is in the future.") for one in view.caveats) == said
    assert ("That is in the future." in as_text(view, words["en"])) == said


@pytest.mark.parametrize(
    ("case", "unnamed"),
    [
        (("desknets-web-meeting", "key-reissue", "covered", {"support_until": "2025-12-31"}), True),
        (("swap-out", "refund", "covered", {"cancelled_by": "customer"}), True),
        (NOTICE, True),
        (("swap-out", "onsite-visit", "covered", {"fault": "unit", "in_warranty": "no"}), False),
        (("swap-out", "support-hours", "due", {"hours_of": "call-line", "at": "2026-11-29T12:00"}), False),
    ],
)
def test_nobody_is_named_where_neither_the_next_steps_nor_the_topic_lead_to_anybody(
    library: Library, words: dict[str, Words], case: tuple[str, str, str, dict[str, str]], unnamed: bool
) -> None:
    assert shown(library, words["en"], case, "2026-06-01", "2026-06-01T12:00+09:30").unnamed == unnamed


@pytest.mark.parametrize(
    ("logged", "now", "rings"),
    [
        ("2026-06-02T10:00", "2026-06-02T09:59+09:30", True),
        ("2026-06-02T15:30", "2026-06-02T00:00+09:30", True),
        ("2026-06-03T10:00", "2026-06-02T10:00+09:30", True),
        ("2026-06-02T10:00", "2026-06-02T10:01+09:30", False),
    ],
)
def test_who_has_not_rung_yet_is_told_to_ring(
    library: Library, words: dict[str, Words], logged: str, now: str, rings: bool
) -> None:
    case = ("swap-out", "onsite-visit", "due", {**VISIT, "logged_at": logged})
    steps = shown(library, words["en"], case, now[:10], now).next_steps
    assert steps
    assert steps.first.startswith("Ring 1300 NEC HELP") == rings


def test_that_a_visit_costs_nothing_promises_none_on_a_public_holiday(
    library: Library, words: dict[str, Words]
) -> None:
    for lang, never in (("en", "not on public holidays"), ("ja", "祝日には行われません")):
        view = shown(
            library, words[lang], ("swap-out", "onsite-visit", "free", {}), "2026-12-25", "2026-12-01T12:00+10:30"
        )
        assert never in as_text(view, words[lang])


@pytest.mark.parametrize(("accepted", "applies"), [("2026-06-02T10:00", True), ("2026-06-02T08:00", False)])
def test_who_has_not_applied_yet_is_told_where_to(
    library: Library, words: dict[str, Words], accepted: str, applies: bool
) -> None:
    case = ("desknets-web-meeting", "key-reissue", "due", {"accepted_at": accepted})
    view = shown(library, words["en"], case, "2026-06-02", "2026-06-02T09:00+09:00")
    assert view.next_steps
    assert ("https://www.desknets.com/neo/download/license/" in view.next_steps.first) == applies
    assert "Licence key application page" in [one.name for one in view.contacts]


@pytest.mark.parametrize(
    ("lang", "case", "told"),
    [
        ("en", ("swap-out", "refund", "covered", {"cancelled_by": "customer"}), "Not stated in the terms"),
        ("ja", ("swap-out", "refund", "covered", {"cancelled_by": "customer"}), "規約に定めがありません"),
        ("ja", ("swap-out", "refund", "covered", {"cancelled_by": "nec", "payment_plan": "monthly"}), "対象外です"),
    ],
)
def test_what_terms_do_not_speak_of_is_not_told_as_excluded(
    library: Library, words: dict[str, Words], lang: str, case: tuple[str, str, str, dict[str, str]], told: str
) -> None:
    view = shown(library, words[lang], case, "2026-12-01", "2026-12-01T12:00+10:30")
    assert (view.standing.text, view.verdict_text) == (told, told)


@pytest.mark.parametrize(
    ("lang", "told"), [("en", ["Wed 31 Mar 2027", "Thu 1 Apr 2027"]), ("ja", ["3月31日（水）", "4月1日（木）"])]
)
def test_whoever_asks_when_additional_licences_end_learns_it_beside_the_new_fee(
    library: Library, words: dict[str, Words], lang: str, told: list[str]
) -> None:
    case = ("desknets-web-meeting", "additional-licences", "due", {"period_end": "2027-03-31"})
    headline = shown(library, words[lang], case, "2026-12-01", "2026-12-01T12:00+09:00").headline
    assert [one in headline for one in told] == [True, True]
