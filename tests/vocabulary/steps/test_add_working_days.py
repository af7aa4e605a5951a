"""`add_working_days`: days that a calendar works, counted from the day after."""

import pytest
from pydantic import ValidationError

from assistant.errors import Refusal
from assistant.model.policy import Policy
from tests.vocabulary.given import Saying, on, step, taken

CELL = {"table": "notice", "row": "kind", "column": "soon"}


@pytest.mark.parametrize(
    ("day", "count", "after", "skipped"),
    [
        ("2026-04-30", "-1", "2026-04-28", ["Showa Day"]),
        ("2026-04-29", "-1", "2026-04-28", []),
        (
            "2026-05-07",
            "-3",
            "2026-04-28",
            [
                "Substitute Holiday",
                "Children's Day",
                "Greenery Day",
                "weekend",
                "weekend",
                "Showa Day",
            ],
        ),
        ("2026-05-01T09:00", "-2", "2026-04-28", ["Showa Day"]),
        ("2026-04-27", "1", "2026-04-28", []),
        ("2026-04-28", "1", "2026-04-30", ["Showa Day"]),
        ("2026-04-29", "1", "2026-04-30", []),
        (
            "2026-05-01",
            "1",
            "2026-05-07",
            ["weekend", "weekend", "Greenery Day", "Children's Day", "Substitute Holiday"],
        ),
        ("2026-08-10", "1", "2026-08-11", []),
        ("2026-08-12", "1", "2026-08-14", ["company"]),
        ("2026-04-28T23:59", "1", "2026-04-30", ["Showa Day"]),
        ("2099-12-30", "1", "2099-12-31", []),
    ],
)
def test_the_days_on_which_nobody_works_are_skipped(
    policy: Policy, day: str, count: str, after: str, skipped: list[str]
) -> None:
    found = taken(policy, {"add_working_days": count, "calendar": "office"}, on(day))
    assert (found.before, found.after, found.amount) == (on(day), on(after), int(count))
    assert [why for _, why in found.skipped] == skipped
    assert (found.late, found.calendar) == (False, "office")


@pytest.mark.parametrize(("state", "after"), [("act", "2026-11-03"), ("vic", "2026-11-04")])
def test_each_part_of_a_country_keeps_its_own_holidays(policy: Policy, state: str, after: str) -> None:
    found = taken(policy, {"add_working_days": "1", "calendar": "site"}, on("2026-11-02"), state=state)
    assert found.after == on(after)


@pytest.mark.parametrize(("kind", "after"), [("short", "2026-05-07"), ("long", "2026-05-18")])
def test_a_cell_says_how_many(policy: Policy, kind: str, after: str) -> None:
    found = taken(policy, {"add_working_days": CELL, "calendar": "office"}, on("2026-04-28"), kind=kind)
    assert found.after == on(after)


@pytest.mark.parametrize(
    ("cell", "after"), [(-1, "2026-05-01"), (-2, "2026-04-30"), (-3, "2026-04-28"), (-10, "2026-04-17")]
)
def test_a_cell_may_count_back(policy: Policy, cell: int, after: str) -> None:
    table = policy.tables["notice"].model_copy(update={"rows": {"short": {"soon": cell}}})
    back = policy.model_copy(update={"tables": {"notice": table}})
    found = taken(back, {"add_working_days": CELL, "calendar": "office"}, on("2026-05-07"), kind="short")
    assert (found.after, found.amount) == (on(after), cell)


@pytest.mark.parametrize("count", ["0", 0])
def test_none_leads_nowhere(count: object) -> None:
    with pytest.raises(ValidationError, match="0 working days lead nowhere"):
        step({"add_working_days": count, "calendar": "office"})


@pytest.mark.parametrize(("number", "after"), [(2, "2026-05-01"), (-2, "2026-04-24")])
def test_a_name_says_how_many(policy: Policy, number: int, after: str) -> None:
    found = taken(policy, {"add_working_days": "number", "calendar": "office"}, on("2026-04-28"), number=number)
    assert found.after == on(after)


def test_a_name_that_says_none_is_refused(policy: Policy) -> None:
    with pytest.raises(Refusal) as refused:
        taken(policy, {"add_working_days": "number", "calendar": "office"}, on("2026-04-28"), number=0)
    assert refused.value.reason == "no-working-days"


def test_before_the_first_day_nothing_is_counted(policy: Policy) -> None:
    with pytest.raises(Refusal) as refused:
        taken(policy, {"add_working_days": "-1", "calendar": "plain"}, on("2000-01-01"))
    assert refused.value.reason == "day-beyond"


@pytest.mark.parametrize(
    ("count", "first", "last"), [("2", "2026-04-29", "2026-05-01"), ("-2", "2026-04-24", "2026-04-27")]
)
def test_the_day_from_which_is_counted_is_not_looked_at(policy: Policy, count: str, first: str, last: str) -> None:
    found = taken(policy, {"add_working_days": count, "calendar": "office"}, on("2026-04-28"))
    assert found.step.looked(found) == (on(first), on(last))


def test_a_mark_is_no_count(policy: Policy) -> None:
    cell = {**CELL, "column": "late"}
    with pytest.raises(TypeError, match="not a whole number: 'none'"):
        taken(policy, {"add_working_days": cell, "calendar": "office"}, on("2026-04-28"), kind="short")


@pytest.mark.parametrize(("calendar", "day"), [("plain", "2099-12-31"), ("office", "2099-12-31")])
def test_beyond_the_last_day_nothing_is_counted(policy: Policy, calendar: str, day: str) -> None:
    with pytest.raises(Refusal) as refused:
        taken(policy, {"add_working_days": "1", "calendar": calendar}, on(day))
    assert (refused.value.reason, refused.value.details) == ("day-beyond", {"year": "2099"})


@pytest.mark.parametrize(
    ("count", "english", "japanese"),
    [
        (
            "-1",
            "1 working day before, counted from the day before: Mon 27 Apr 2026",
            "前日から数えて1営業日前：2026年4月27日（月）",
        ),
        (
            "-3",
            "3 working days before, counted from the day before: Thu 23 Apr 2026",
            "前日から数えて3営業日前：2026年4月23日（木）",
        ),
        (
            "1",
            "1 working day, counted from the day after: Thu 30 Apr 2026",
            "翌日から数えて1営業日：2026年4月30日（木）",
        ),
        (
            "3",
            "3 working days, counted from the day after: Thu 7 May 2026",
            "翌日から数えて3営業日：2026年5月7日（木）",
        ),
    ],
)
def test_it_says_how_many_and_from_when(
    policy: Policy, saying: Saying, count: str, english: str, japanese: str
) -> None:
    found = taken(policy, {"add_working_days": count, "calendar": "office"}, on("2026-04-28"))
    assert saying.step(found) == (english, japanese)


def test_it_reads_what_says_how_many_before_its_calendar() -> None:
    assert list(step({"add_working_days": "3", "calendar": "office"}).reads()) == [("calendar", "office")]
    assert list(step({"add_working_days": CELL, "calendar": "office"}).reads()) == [
        ("name", "kind"),
        ("name", "soon"),
        ("table", "notice"),
        ("calendar", "office"),
    ]


def test_the_strip_of_days_numbers_those_worked(policy: Policy) -> None:
    found = taken(policy, {"add_working_days": "1", "calendar": "office"}, on("2026-04-28"))
    assert (found.step.passes, found.step.side(found)) == ("numbered", None)
