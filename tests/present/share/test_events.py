"""Calendar files: they can be read back, stand on the right clock, stay the same, and hold no date that has passed."""

import datetime as dt
from dataclasses import replace
from zoneinfo import ZoneInfo

import pytest
from icalendar import Calendar, Event

from assistant.i18n.fill import Rendered
from assistant.i18n.words import Words
from assistant.model.policy import Library
from assistant.present.share.events import as_calendar, turns
from assistant.present.views import AnswerView
from tests.present.showing import ask

LINK = "https://help.example/en/a/b/c?x=1&y=2,3;4"
BEFORE = dt.datetime(2025, 12, 20, tzinfo=dt.UTC)
SITE = {"level": "gold", "distance_km": "60", "logged_at": "2025-12-23T16:00", "state": "wa"}


def visit(library: Library, words: Words, on: str = "2025-12-23", now: dt.datetime = BEFORE,
          **facts: str) -> AnswerView:  # fmt: skip
    view = ask(library, words, "swap-out", "onsite-visit", "due", {**SITE, **facts}, dt.date.fromisoformat(on), now)
    assert isinstance(view, AnswerView)
    return view


def events(view: AnswerView, words: Words, now: dt.datetime = BEFORE) -> list[Event]:
    made = as_calendar(view, LINK, now, words)
    assert made is not None
    return [one for one in Calendar.from_ical(made).walk("VEVENT") if isinstance(one, Event)]


@pytest.mark.parametrize("lang", ["en", "ja"])
def test_a_calendar_is_read_back_as_it_was_meant(library: Library, words: dict[str, Words], lang: str) -> None:
    view = visit(library, words[lang])
    (due,) = events(view, words[lang])
    assert due.decoded("dtstart") == dt.datetime(2025, 12, 30, 17, tzinfo=ZoneInfo("Australia/Perth"))
    policy, label = view.place.policy_title, view.dates[-1].label
    assert str(due["summary"]) == words[lang].say("{label}: {value}", label=policy, value=label).text
    assert LINK in str(due["description"])
    assert view.headline.text in str(due["description"])
    assert view.settled
    assert view.settled in str(due["description"]), "that it holds only where the unit is covered"
    assert due.walk("VALARM")[0]["action"] == "DISPLAY"


@pytest.mark.parametrize(
    ("now", "hours"),
    [("2025-12-23T00:00+00:00", 24), ("2025-12-29T17:00+08:00", 1), ("2025-12-30T16:30+08:00", 0)],
)
def test_a_reminder_is_never_for_a_time_that_is_over(
    library: Library, words: dict[str, Words], now: str, hours: int
) -> None:
    moment = dt.datetime.fromisoformat(now)
    (due,) = events(visit(library, words["en"], now=moment), words["en"], moment)
    assert due.walk("VALARM")[0].decoded("trigger") == dt.timedelta(hours=-hours)


@pytest.mark.parametrize(
    ("now", "hours"),
    [("2026-01-13T08:00+09:00", -15), ("2026-01-14T00:30+09:00", -15), ("2026-01-14T09:30+09:00", 9),
     ("2026-01-15T10:00+09:00", 17)],
)  # fmt: skip
def test_a_reminder_of_a_day_is_the_first_that_is_still_to_come(
    library: Library, words: dict[str, Words], now: str, hours: int
) -> None:
    """By the clock on which the day stands: at nine the day before, else at nine or at five on the day."""
    moment, facts = dt.datetime.fromisoformat(now), {"accepted_at": "2026-01-15T10:00"}
    view = ask(library, words["en"], "desknets-web-meeting", "key-reissue", "due", facts, moment.date(), moment)
    assert isinstance(view, AnswerView)
    (due,) = events(view, words["en"], moment.astimezone(dt.UTC))
    assert due.walk("VALARM")[0].decoded("trigger") == dt.timedelta(hours=hours)


def test_when_a_door_opens_a_calendar_reminds_at_that_moment(library: Library, words: dict[str, Words]) -> None:
    facts, now = {"hours_of": "call-line", "at": "2026-12-01T20:00"}, dt.datetime(2026, 12, 1, 9, 30, tzinfo=dt.UTC)
    view = ask(library, words["en"], "swap-out", "support-hours", "due", facts, dt.date(2026, 12, 1), now)
    assert isinstance(view, AnswerView)
    (opens,) = events(view, words["en"], now)
    assert opens.walk("VALARM")[0].decoded("trigger") == dt.timedelta()


@pytest.mark.parametrize(
    ("state", "zone", "utc"),
    [("wa", "Australia/Perth", 9), ("sa", "Australia/Adelaide", 6), ("qld", "Australia/Brisbane", 7)],
)
def test_a_moment_stands_on_the_clock_of_the_site(
    library: Library, words: dict[str, Words], state: str, zone: str, utc: int
) -> None:
    view = visit(library, words["en"], state=state)
    made = as_calendar(view, LINK, BEFORE, words["en"])
    assert made is not None
    assert f"TZID:{zone}".encode() in made
    (due,) = (one for one in events(view, words["en"]) if one.decoded("dtstart") != dt.date(2025, 12, 24))
    start = due.decoded("dtstart")
    assert start.astimezone(dt.UTC).hour in (utc, utc + 1)
    assert (start.hour, start.tzinfo.key) == (17, zone)


def test_an_event_keeps_its_id_and_the_file_its_bytes(library: Library, words: dict[str, Words]) -> None:
    first, again = (as_calendar(visit(library, words["en"]), LINK, BEFORE, words["en"]) for _ in range(2))
    assert first == again
    ids = {str(one["uid"]) for one in events(visit(library, words["en"]), words["en"])}
    later = {str(one["uid"]) for one in events(visit(library, words["ja"], on="2025-12-24"), words["ja"])}
    assert ids == later
    assert len(ids) == 1
    assert ids.isdisjoint(str(one["uid"]) for one in events(visit(library, words["en"], level="silver"), words["en"]))


@pytest.mark.parametrize(
    ("now", "left"),
    [
        ("2025-12-23T00:00+00:00", 1),
        ("2025-12-30T17:00+08:00", 1),
        ("2025-12-30T17:01+08:00", 0),
    ],
)
def test_what_has_passed_is_left_out(library: Library, words: dict[str, Words], now: str, left: int) -> None:
    moment = dt.datetime.fromisoformat(now)
    made = as_calendar(visit(library, words["en"], now=moment), LINK, moment, words["en"])
    assert (0 if made is None else made.count(b"BEGIN:VEVENT")) == left


def test_a_text_cannot_end_its_line_or_begin_an_event(library: Library, words: dict[str, Words]) -> None:
    view = visit(library, words["en"])
    loud = Rendered("a\r\nEND:VEVENT\r\nBEGIN:VEVENT;,\\n", "en")
    made = as_calendar(replace(view, headline=loud), LINK, BEFORE, words["en"])
    assert made is not None
    assert made.count(b"\r\nBEGIN:VEVENT") == 2
    assert all(len(line) <= 75 for line in made.split(b"\r\n"))


@pytest.mark.parametrize(("level", "sure"), [("gold", True), ("bronze", False)])
def test_a_date_that_is_not_certain_says_so_in_its_title_and_why(
    library: Library, words: dict[str, Words], level: str, sure: bool
) -> None:
    view = visit(library, words["en"], level=level, distance_km="120")
    assert any(one.doubt for one in view.caveats) == (not sure)
    for one in events(view, words["en"]):
        assert ("not certain" in str(one["summary"])) == (not sure)
        assert all(caveat.text.text in str(one["description"]) for caveat in view.caveats)


@pytest.mark.parametrize(
    ("now", "turns_at"),
    [("2026-06-02T08:30", "2026-06-02T10:00"), ("2026-06-02T10:30", "2026-06-02T11:00"), ("2026-06-02T12:00", None)],
)
def test_hours_that_are_asked_about_turn_when_their_moment_comes_and_goes(
    library: Library, words: dict[str, Words], now: str, turns_at: str | None
) -> None:
    facts = {"hours_of": "call-line", "at": "2026-06-02T10:00"}
    moment = dt.datetime.fromisoformat(f"{now}+09:30")
    view = ask(library, words["en"], "swap-out", "support-hours", "due", facts, dt.date(2026, 6, 2), moment)
    assert isinstance(view, AnswerView)
    until = view.standing.until
    assert (until.isoformat()[:16] if until else None) == turns_at
    assert until is None or (turns(view) or until) <= until
