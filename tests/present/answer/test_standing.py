"""What today is, counts: dates that have passed, days that are not today's, ended policies, what is not known."""

import datetime as dt

import pytest

from assistant.decide import Answer
from assistant.i18n.words import Words
from assistant.model.policy import Library
from assistant.present.answer.headlines import said
from assistant.present.answer.page import answer_view
from assistant.present.share.writing import as_html, as_markdown, as_text
from assistant.present.views import AnswerView
from assistant.present.writer import Writer
from tests.present.conftest import LANGUAGES, Asked
from tests.present.showing import ask, noon

VISIT = {"level": "gold", "distance_km": "60", "state": "sa", "logged_at": "2026-06-02T10:00"}
DONGLE = ("licence-desk", "hwkc-replacement", "free", {"system": "sv9500", "swa": "active"})
WAITING = {"level": "silver", "work": "uninstallation", "mounted_height_m": "3"}
NOTICE = ("swap-out", "renewal-notice", "due", {"term_end": "2026-06-30"})


def shown(library: Library, words: Words, case: tuple[str, str, str, dict[str, str]], on: str, now: str) -> AnswerView:
    """An answer for a day as it is read at a moment."""
    policy, topic, aspect, facts = case
    moment = dt.datetime.fromisoformat(now)
    view = ask(library, words, policy, topic, aspect, facts, dt.date.fromisoformat(on), moment)
    assert isinstance(view, AnswerView)
    return view


@pytest.mark.parametrize(
    ("now", "kind", "said"),
    [
        ("2026-05-29T12:00+09:30", "to-come", "Latest day for the notice: 2 days left"),
        ("2026-05-30T12:00+09:30", "to-come", "Latest day for the notice: 1 day left"),
        ("2026-05-31T00:00+09:30", "due", "Today is the day"),
        ("2026-05-31T23:59+09:30", "due", "Today is the day"),
        ("2026-06-01T00:00+09:30", "passed", "Passed 1 day ago"),
        ("2026-06-02T00:00+09:30", "passed", "Passed 2 days ago"),
    ],
)
def test_a_deadline_is_to_come_today_or_passed_by_the_policys_clock(
    library: Library, words: dict[str, Words], now: str, kind: str, said: str
) -> None:
    view = shown(library, words["en"], NOTICE, now[:10], now)
    assert (view.standing.kind, view.standing.text) == (kind, said)
    assert [one.passed for one in view.dates] == [kind == "passed"]
    assert view.headline.startswith("The last day for the notice was" if kind == "passed" else "To renew, tell NEC in")
    assert view.next_steps
    assert view.next_steps.id == ("buy-cover" if kind == "passed" else "renew"), "what the terms leave open afterwards"
    cited = {one.id for one in view.citations}
    assert ("contract.bought-later" in cited) == (kind == "passed"), "what is offered then has its clauses too"


@pytest.mark.parametrize(
    ("now", "passed"),
    [("2026-06-04T16:59+09:30", False), ("2026-06-04T17:00+09:30", False), ("2026-06-04T17:01+09:30", True)],
)
def test_a_moment_passes_with_its_minute(library: Library, words: dict[str, Words], now: str, passed: bool) -> None:
    view = shown(library, words["en"], ("swap-out", "onsite-visit", "due", VISIT), "2026-06-02", now)
    assert [(one.name, one.passed) for one in view.dates] == [("received", True), ("visit_by", passed)]
    assert view.headline.startswith("The service provider was due") == passed
    assert bool(view.next_steps) != passed, "where the terms are silent, nothing is offered"
    assert view.reasons[0].say.startswith("The call counted" if passed else "The call counts")


@pytest.mark.parametrize(
    ("at", "kind", "said"),
    [
        ("2026-11-30T10:00", "now", "The service line is open"),
        ("2026-11-30T10:01", "ahead", "On Mon 30 Nov 2026, 10:01 the answer is: The service line is open until"),
        ("2026-11-30T11:00", "ahead", "On Mon 30 Nov 2026, 11:00 the answer is: The service line is open until"),
        ("2026-11-30T09:00", "now", "The service line is open"),
        ("2026-11-30T08:59", "before", "It was open on"),
        ("2026-11-29T10:00", "before", "It was closed on"),
        ("2026-12-25T10:00", "ahead", "On Fri 25 Dec 2026, 10:00 the answer is: The service line is closed."),
    ],
)
def test_hours_are_told_for_now_only_where_now_is_asked_about(
    library: Library, words: dict[str, Words], at: str, kind: str, said: str
) -> None:
    case = ("swap-out", "support-hours", "due", {"hours_of": "call-line", "at": at})
    view = shown(library, words["en"], case, "2026-11-30", "2026-11-30T10:00+10:30")
    assert view.standing.kind == kind
    assert view.headline.startswith(said)


@pytest.mark.parametrize(
    ("case", "said"),
    [
        (("licence-desk", "hwkc-replacement", "free", {"system": "sv9500", "swa": "none"}), "Ended"),
        (("swap-out", "refund", "covered", {"cancelled_by": "nec", "payment_plan": "monthly"}), "Not provided for"),
        (("swap-out", "included-work", "covered", WAITING), "Covered on a condition"),
        (("swap-out", "support-hours", "due", {"hours_of": "call-line", "at": "2026-11-30T10:00"}), "Open"),
        (("swap-out", "support-hours", "due", {"hours_of": "call-line", "at": "2026-11-30T07:30"}), "Closed"),
    ],
)
def test_an_answer_of_today_says_its_verdict_in_a_word(
    library: Library, words: dict[str, Words], case: tuple[str, str, str, dict[str, str]], said: str
) -> None:
    at = case[3].get("at", "2026-11-30T20:00")
    view = shown(library, words["en"], case, "2026-11-30", f"{at}+10:30")
    assert (view.standing.kind, view.standing.text) == ("now", said)


@pytest.mark.parametrize(("read", "kind"), [("18:30", "now"), ("18:31", "before")])
def test_a_door_that_has_closed_since_is_not_open_now(
    library: Library, words: dict[str, Words], read: str, kind: str
) -> None:
    case = ("swap-out", "support-hours", "due", {"hours_of": "call-line", "at": "2026-11-30T18:00"})
    assert shown(library, words["en"], case, "2026-11-30", f"2026-11-30T{read}+10:30").standing.kind == kind


@pytest.mark.parametrize(
    ("on", "kind"), [("2026-03-31", "ended"), ("2026-04-01", "before"), ("2026-11-28", "now"), ("2027-05-05", "ahead")]
)
def test_that_the_service_has_ended_is_no_doubt_about_an_answer_that_says_so(
    library: Library, words: dict[str, Words], on: str, kind: str
) -> None:
    case = ("licence-desk", "hwkc-replacement", "free", {"system": "sv9500", "swa": "none"})
    assert shown(library, words["en"], case, on, "2026-11-28T12:00+00:00").standing.kind == kind


@pytest.mark.parametrize("form", ["text", "markdown", "html"])
@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize(
    ("on", "now", "kind", "said"),
    [
        (
            "2026-03-31",
            "2026-03-31T12:00+00:00",
            "now",
            {"en": "Free of charge until", "ja": "2026年3月31日（火）まで無料です"},
        ),
        (
            "2026-03-30",
            "2026-03-31T12:00+00:00",
            "before",
            {"en": "On Mon 30 Mar 2026 this was free", "ja": "無料でした"},
        ),
        (
            "2026-03-31",
            "2026-03-30T12:00+00:00",
            "ahead",
            {"en": "By today’s terms, on Tue 31 Mar 2026: Free", "ja": "現在の定めによると"},
        ),
        (
            "2025-11-28",
            "2026-11-28T12:00+00:00",
            "ended",
            {"en": "On Fri 28 Nov 2025 this was free", "ja": "無料でした"},
        ),
    ],
)
def test_no_yes_in_the_voice_of_today_for_another_day(
    library: Library, words: dict[str, Words], on: str, now: str, kind: str, said: dict[str, str], lang: str, form: str
) -> None:
    view = shown(library, words[lang], DONGLE, on, now)
    assert view.standing.kind == kind
    assert said[lang] in view.headline
    assert (view.place.elsewhen is not None) == (on != now[:10])
    made = {
        "text": as_text(view, words[lang], "https://x"),
        "markdown": as_markdown(view, "https://x", words[lang]).replace("\\", ""),
        "html": as_html(view, "https://x", words[lang]).striptags(),
    }[form]
    notices = [one for one in (view.place.elsewhen, view.place.notice) if one]
    places = [made.index(one) for one in (*notices, view.headline)]
    assert places == sorted(places), "what is of another day says so before its headline"
    assert bool(view.place.notice) == (kind == "ended")


def test_every_answer_of_a_day_that_is_over_says_that_it_was(asked: list[Asked], words: dict[str, Words]) -> None:
    for one, writer in ((one, Writer(one.policy, said_in)) for one in asked for said_in in words.values()):
        if isinstance(one.outcome, Answer):
            view = answer_view(writer, one.outcome, noon(dt.date(2090, 1, 1)))
            assert bool(view.place.elsewhen) == (view.standing.kind in ("passed", "before", "ended")) is True, one
            if one.outcome.verdict not in ("ended", "not-in-force"):
                assert view.headline != said(writer, one.outcome), (one, view.headline)


def test_a_reading_that_may_turn_the_verdict_stands_beside_the_headline(
    library: Library, words: dict[str, Words]
) -> None:
    turning = {
        (policy.id, one.id) for policy in library.policies.values() for one in policy.about.readings if one.turns
    }
    assert turning
    facts = {"system": "bct-call-recorder"}
    view = shown(
        library, words["en"], ("licence-desk", "merge-licences", "free", facts), "2025-06-01", "2025-06-01T12:00+00:00"
    )
    (doubt,) = view.caveats
    assert "cut off" in doubt.text
    assert "31 December 2025" in (doubt.detail or "")


@pytest.mark.parametrize("lang", LANGUAGES)
def test_no_clause_reading_or_contact_is_lost_on_the_way(
    asked: list[Asked], words: dict[str, Words], lang: str
) -> None:
    for one in asked:
        if not isinstance(one.outcome, Answer):
            continue
        view = answer_view(Writer(one.policy, words[lang]), one.outcome, noon(one.case.on))
        kept = [
            *(cite.gist for cite in view.citations),
            *(text for reading in view.readings for text in (reading.doubt, reading.reading, reading.because)),
            *(contact.name for contact in view.contacts),
        ]
        for made in (
            as_text(view, words[lang]),
            as_markdown(view, "https://x", words[lang]).replace("\\", ""),
            as_html(view, "https://x", words[lang]).unescape(),
        ):
            assert [text for text in kept if text not in made] == [], one


def test_without_a_sentence_of_its_own_an_answer_names_the_day_that_has_passed(
    asked: list[Asked], words: dict[str, Words]
) -> None:
    found = next(one for one in asked if isinstance(one.outcome, Answer) and one.outcome.verdict == "dated")
    assert isinstance(found.outcome, Answer)
    silent = found.outcome._replace(rule=found.outcome.rule.model_copy(update={"passed": None}))
    view = answer_view(Writer(found.policy, words["en"]), silent, noon(dt.date(2090, 1, 1)))
    assert view.headline.startswith(f"{view.dates[-1].label}: {view.dates[-1].text}. This has passed.")
    assert view.reasons[0].say.startswith("The reason then: ")


@pytest.mark.parametrize(
    ("started", "headline"),
    [
        ("2026-03-02", "Notice can be given from Wed 2 Dec 2026"),
        ("2026-02-01", "The agreement can be ended early with one month's notice in writing"),
        ("2026-01-01", "While the contract term lasts, the agreement can be ended with one month's notice"),
    ],
)
def test_what_has_become_possible_is_no_deadline_that_was_missed(
    library: Library, words: dict[str, Words], started: str, headline: str
) -> None:
    now = "2026-12-01T12:00+10:30"
    view = shown(library, words["en"], ("swap-out", "end-agreement", "due", {"term_start": started}), now[:10], now)
    assert view.headline.startswith(headline)
    assert view.standing.kind == ("to-come" if started == "2026-03-02" else "now")
    assert view.next_steps
    assert view.next_steps.id == "give-notice"
