"""`start`: a day or a moment reached in steps."""

import datetime as dt

import pytest

from assistant.errors import Refusal
from assistant.model.policy import Policy
from assistant.model.record import FIRST_DAY, LAST_DAY
from assistant.vocabulary.derivation import DERIVATIONS
from assistant.vocabulary.wording import Value
from tests.vocabulary.given import counted, derived, on

Steps = tuple[dict[str, str], ...]


@pytest.mark.parametrize(
    ("start", "steps", "end"),
    [
        ("2026-04-30", (), "2026-04-30"),
        ("2026-04-30T09:30", (), "2026-04-30T09:30"),
        ("2028-03-01", ({"add_years": "1"}, {"add_days": "-1"}), "2029-02-28"),
        ("2028-03-01", ({"add_days": "-1"}, {"add_years": "1"}), "2029-02-28"),
        ("2026-04-30", ({"add_months": "count"}, {"at": "17:00"}), "2026-07-30T17:00"),
        ("2026-04-30", ({"first_of_month": "1"}, {"later_of": "other"}), "2026-05-15"),
        ("2026-04-28T10:00", ({"cut_off": "09:00", "calendar": "office"}, {"add_days": "1"}), "2026-05-01"),
        # On the way a day may lie beyond the range.
        ("2099-12-31", ({"add_days": "1"}, {"add_days": "-1"}), "2099-12-31"),
        ("2000-01-01", ({"add_days": "-1"}, {"add_days": "1"}), "2000-01-01"),
    ],
)
def test_the_steps_are_taken_one_by_one(policy: Policy, start: str, steps: Steps, end: str) -> None:
    found = counted(policy, {"start": "day", "steps": steps}, day=on(start), other=on("2026-05-15"), count=3)
    assert (found.name, found.start, found.started_from, found.value) == ("x", on(start), "day", on(end))
    assert [step.before for step in found.steps] == [found.start, *(step.after for step in found.steps)][: len(steps)]
    assert (found.cites, found.readings) == (("c",), ("R1",))


BERLIN = {"time_zone": "Europe/Berlin"}
SKIPPED = "2026-03-29T02:30"
"""A time that the clock skips when summer time begins."""


@pytest.mark.parametrize(
    ("start", "steps"),
    [
        ("2026-03-28T02:30", ({"add_days": "1"},)),
        ("2026-04-05T02:30", ({"add_weeks": "-1"},)),
        ("2026-02-28T02:30", ({"add_months": "1"}, {"add_days": "1"})),
        ("2026-03-29", ({"at": "02:30"},)),
    ],
)
def test_steps_never_lead_to_a_time_that_the_clock_skips(policy: Policy, start: str, steps: Steps) -> None:
    berlin = policy.model_copy(update={"about": policy.about.model_copy(update=BERLIN)})
    assert counted(policy, {"start": "day", "steps": steps}, day=on(start)).value == on(SKIPPED)
    with pytest.raises(Refusal, match="no-such-moment"):
        counted(berlin, {"start": "day", "steps": steps}, day=on(start))


@pytest.mark.parametrize(("steps", "end"), [((), "2026-03-31"), (({"add_days": "1"},), "2026-04-01")])
def test_a_day_may_be_written(policy: Policy, steps: Steps, end: str) -> None:
    found = counted(policy, {"start": "2026-03-31", "steps": steps})
    assert (found.value, found.started_from, len(found.steps)) == (on(end), None, len(steps))
    assert (found.cites, found.readings) == (("c",), ("R1",))


@pytest.mark.parametrize(
    ("day", "steps"),
    [
        (LAST_DAY, ({"add_years": "1"},)),
        (LAST_DAY, ({"add_days": "1"},)),
        (LAST_DAY, ({"add_months": "1"},)),
        (LAST_DAY, ({"first_of_month": "1"},)),
        (LAST_DAY, ({"anniversary_from": "day"},)),
        (FIRST_DAY, ({"add_days": "-1"},)),
        (dt.date(1999, 12, 31), ()),
        (dt.datetime(2100, 1, 1), ()),
    ],
)
def test_a_day_outside_the_range_is_refused(policy: Policy, day: dt.date, steps: Steps) -> None:
    with pytest.raises(Refusal) as refused:
        counted(policy, {"start": "day", "steps": steps}, day=day)
    assert refused.value.reason == "day-beyond"


@pytest.mark.parametrize(("day", "steps"), [(LAST_DAY, ({"add_days": "0"},)), (FIRST_DAY, ({"add_days": "0"},))])
def test_the_first_and_the_last_day_are_inside(policy: Policy, day: dt.date, steps: Steps) -> None:
    assert counted(policy, {"start": "day", "steps": steps}, day=day).value == day


@pytest.mark.parametrize("value", ["never", 3])
def test_a_mark_or_a_number_goes_through_and_takes_no_step(policy: Policy, value: Value) -> None:
    assert counted(policy, {"start": "day"}, day=value).value == value
    with pytest.raises(TypeError, match="not a day"):
        counted(policy, {"start": "day", "steps": ({"add_days": "1"},)}, day=value)


def test_it_reads_its_start_and_then_what_each_step_reads() -> None:
    one = derived(
        {
            "start": "day",
            "steps": (
                {"add_days": "notice"},
                {"add_working_days": "1", "calendar": "office"},
                {"closing": "desk"},
                {"later_of": "other"},
            ),
        }
    )
    assert list(one.reads()) == [
        ("name", "day"),
        ("name", "notice"),
        ("calendar", "office"),
        ("hours", "desk"),
        ("name", "other"),
    ]
    assert [type(step).key() for step in one.passed()] == ["add_days", "add_working_days", "closing", "later_of"]


@pytest.mark.parametrize(
    ("steps", "edged", "side"),
    [
        ((), False, ()),
        (({"add_days": "1"},), False, (None,)),
        (({"anniversary_from": "2026-05-02"},), True, (2,)),
        (({"add_days": "1"}, {"anniversary_from": "2026-05-02"}), True, (None, 1)),
    ],
)
def test_it_has_edges_where_a_step_has_some(policy: Policy, steps: Steps, edged: bool, side: tuple[int, ...]) -> None:
    written = {"start": "day", "steps": steps}
    assert derived(written).edged is edged
    assert derived(written).side(counted(policy, written, day=on("2025-05-01"))) == side


def test_it_is_a_day_and_none_of_some_ids() -> None:
    kinds = {"day": "day", "at": "moment"}.__getitem__
    word = DERIVATIONS.words["start"]
    assert word.kind({"start": "day"}, {}, kinds) == ("day", ())
    assert word.kind({"start": "at"}, {}, kinds) == ("moment", ())
    assert word.kind({"start": "2026-01-15", "steps": ({"at": "17:00"},)}, {}, kinds) == ("moment", ())
    assert word.kind({"start": "at", "steps": ({"add_days": 1}, {"end_of_month": 0})}, {}, kinds) == ("day", ())
    assert word.kind({"start": "at", "steps": ({"wait": 1},)}, {}, kinds) == ("any", ())
    assert derived({"start": "day"}).choices() == ()
