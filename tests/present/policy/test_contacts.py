"""Whether a door is open, by the policy's own clock, and the outline of a document with what rests on each clause."""

import datetime as dt
from zoneinfo import ZoneInfo

import pytest

from assistant.i18n.words import Words
from assistant.model.policy import Library, Policy
from assistant.present.policy.clauses import outline
from assistant.present.policy.contacts import contacts_of, led_to
from assistant.present.policy.pages import policy_view
from assistant.present.writer import Writer
from tests.present.showing import noon


def door(policy: Policy, words: Words, moment: str) -> list[tuple[bool, str]]:
    """What is said of every contact whose hours are known, at a moment on the policy's own clock."""
    at = dt.datetime.fromisoformat(moment).replace(tzinfo=ZoneInfo(policy.about.time_zone))
    return [(one.door.open, one.door.text.text) for one in policy_view(Writer(policy, words), at).contacts if one.door]


@pytest.mark.parametrize(
    ("moment", "opened", "said"),
    [
        ("2026-01-15T07:59", False, "Closed now, opens today at 08:00"),
        ("2026-01-15T08:00", True, "Open now, until 18:30"),
        ("2026-01-15T18:29:59", True, "Open now, until 18:30"),
        ("2026-01-15T18:30", False, "Closed now, opens on Fri 16 Jan 2026 at 08:00"),
        ("2026-01-17T10:00", False, "Closed now, opens on Mon 19 Jan 2026 at 08:00"),
        ("2026-01-23T20:00", False, "Closed now, opens on Tue 27 Jan 2026 at 08:00"),
        ("2026-01-26T10:00", False, "Closed now, opens on Tue 27 Jan 2026 at 08:00"),
    ],
)
def test_a_line_says_whether_it_is_open(
    library: Library, words: dict[str, Words], moment: str, opened: bool, said: str
) -> None:
    assert door(library.policies["swap-out"], words["en"], moment) == [(opened, f"{said} (Adelaide time)")]


def test_a_lunch_break_is_closed(library: Library, words: dict[str, Words]) -> None:
    policy = library.policies["desknets-web-meeting"]
    assert door(policy, words["ja"], "2026-01-15T12:00") == [(False, "受付時間外：今日13:00から受付（日本時間）")]


def test_nothing_is_said_where_a_fact_chooses_the_holidays(library: Library, words: dict[str, Words]) -> None:
    policy = library.policies["swap-out"]
    (name,) = [name for name, contact in policy.summary.contacts.items() if contact.hours]
    visits = policy.summary.contacts[name].model_copy(update={"hours": "on-site"})
    summary = policy.summary.model_copy(update={"contacts": {name: visits}})
    away = policy.model_copy(update={"summary": summary})
    assert door(away, words["en"], "2026-01-15T10:00") == []
    shown = policy_view(Writer(away, words["en"]), noon(dt.date(2026, 1, 15))).contacts[0].hours
    assert shown == "Monday to Friday except bank and public holidays, 08:00 to 17:00 (the site's clock)"


def test_nothing_is_said_once_the_services_have_ended_or_where_holidays_are_not_known(
    library: Library, words: dict[str, Words]
) -> None:
    policy = library.policies["swap-out"]
    over = {"ended_after": dt.date(2026, 1, 1), "ended": policy.about.title}
    ended = policy.model_copy(update={"about": policy.about.model_copy(update=over)})
    assert door(ended, words["en"], "2026-01-15T10:00") == []
    assert door(policy, words["en"], "2100-01-04T10:00") == []


def test_every_clause_stands_in_a_chapter_with_what_rests_on_it(library: Library, words: dict[str, Words]) -> None:
    for policy in library.policies.values():
        for language in ("en", "ja"):
            chapters = outline(Writer(policy, words[language]))
            clauses = [clause for chapter in chapters for clause in chapter.clauses]
            assert [one.citation.id for one in clauses] == [clause.id for clause in policy.outline.clauses]
            assert 4 < len(chapters) < len(clauses)
            titles = [chapter.title.text for chapter in chapters]
            assert all(chapter.clauses[0].citation.place.text.startswith(chapter.title.text) for chapter in chapters)
            assert titles == [title.strip() for title in titles]
            idle = [one.citation.id for one in clauses if not one.uses and not one.left_out]
            assert idle == [], "a clause that nothing uses says why"


def test_a_clause_names_the_topics_dates_and_readings_that_rest_on_it(
    library: Library, words: dict[str, Words]
) -> None:
    chapters = outline(Writer(library.policies["licence-desk"], words["en"]))
    clauses = [clause for chapter in chapters for clause in chapter.clauses]
    (clause,) = [one for one in clauses if one.citation.id == "carrier-change.swa-start"]
    used = {use.kind.text: [(name.text, path) for name, path in use.named] for use in clause.uses}
    assert list(used) == ["Topics", "What the document says", "Readings", "Dates and opening hours"]
    assert ("Change the licence carrier", "carrier-change/") in used["Topics"]
    assert used["What the document says"] == [("Change of licence carrier", "#page-carrier-change")]
    assert [path for _, path in used["Readings"]] == ["#R5", "#R6", "#R22"]
    (first,) = [one for one in clauses if one.citation.id == "heading.bulletin"]
    topics = next(use for use in first.uses if use.kind == "Topics")
    assert [path for _, path in topics.named] == [""], "what holds before the first day is no topic's own"
    (table,) = [one for one in clauses if one.citation.id == "resolution.times"]
    tables = next(use for use in table.uses if use.kind == "Tables")
    assert [path for _, path in tables.named] == ["#page-table-resolution"]


@pytest.mark.parametrize(
    ("policy", "moment", "doubted"),
    [
        ("desknets-web-meeting", "2026-12-25T10:00", False),
        ("desknets-web-meeting", "2026-12-25T18:00", True),
        ("desknets-web-meeting", "2026-12-30T10:00", True),
        ("desknets-web-meeting", "2027-01-05T18:00", True),
        ("desknets-web-meeting", "2027-01-06T10:00", False),
        ("desknets-web-meeting", "2026-08-12T10:00", True),
        ("swap-out", "2026-12-30T10:00", False),
    ],
)
def test_a_door_is_doubted_where_days_off_are_announced_elsewhere(
    library: Library, words: dict[str, Words], policy: str, moment: str, doubted: bool
) -> None:
    known = library.policies[policy]
    at = dt.datetime.fromisoformat(moment).replace(tzinfo=ZoneInfo(known.about.time_zone))
    doors = [one.door for one in policy_view(Writer(known, words["en"]), at).contacts if one.door]
    assert [one.doubt is not None for one in doors] == [doubted]


def test_hours_name_what_is_announced_elsewhere(library: Library, words: dict[str, Words]) -> None:
    policy = library.policies["desknets-web-meeting"]
    hours = [
        one.hours for one in policy_view(Writer(policy, words["en"]), noon(dt.date(2026, 5, 5))).contacts if one.hours
    ]
    assert len(hours) == 1
    assert "announced elsewhere" in hours[0]


@pytest.mark.parametrize(
    ("policy", "procedure", "phones"),
    [
        ("swap-out", "log-a-call", ["1300 632 4357"]),
        ("swap-out", "renew", []),
        ("swap-out", "give-notice", []),
        ("desknets-web-meeting", "inquiry-by-phone", ["0800-500-6330"]),
        ("licence-desk", "paid", []),
    ],
)
def test_steps_lead_to_whom_their_clauses_name(
    library: Library, words: dict[str, Words], policy: str, procedure: str, phones: list[str]
) -> None:
    assert [one.phone for one in led_to(Writer(library.policies[policy], words["en"]), [procedure])] == phones


@pytest.mark.parametrize(
    ("procedure", "first"),
    [
        ("key-application", "ライセンスキー申請ページ"),
        ("inquiry-by-form-or-email", "電子メールでのお問い合わせ"),
        ("inquiry-by-phone", "カスタマセンター"),
    ],
)
def test_whom_a_step_leads_to_alone_stands_before_whom_others_lead_to_as_well(
    library: Library, words: dict[str, Words], procedure: str, first: str
) -> None:
    """The page for keys before the site that leads to it, among other pages."""
    writer = Writer(library.policies["desknets-web-meeting"], words["ja"])
    found = contacts_of(writer, noon(dt.date(2026, 1, 15)), [procedure])
    assert found[0].name.text == first
    assert "desknet's NEO 製品サイト" not in [one.name.text for one in found[:1]]
