"""Days off that are announced elsewhere: an answer counted over them, or that falls on one, names the calendar."""

import datetime as dt

import pytest

from assistant.model.calendar import Season
from assistant.model.policy import Policy
from assistant.model.record import Text
from tests.decide.desk import answered, asked, desk, rule

AROUND = Season.model_validate({"from": "12-27", "to": "01-05"})
PLUS = {"label": "D", "cites": ("days",), "start": "starts"}


@pytest.fixture
def announcing(policy: Policy) -> Policy:
    """The small policy, whose office announces its days off over New Year elsewhere."""
    office = policy.about.calendars["office"].model_copy(
        update={"announced": Text("", "See the notice."), "announced_around": (AROUND,)}
    )
    about = policy.about.model_copy(update={"calendars": {**policy.about.calendars, "office": office}})
    return policy.model_copy(update={"about": about})


@pytest.mark.parametrize(
    ("steps", "starts", "announced"),
    [
        ([{"add_working_days": 1, "calendar": "office"}], "2026-12-24", ()),
        ([{"add_working_days": 1, "calendar": "office"}], "2026-12-25", ("office",)),  # over the 27th
        ([{"add_working_days": 1, "calendar": "plain"}], "2026-12-25", ()),
        ([{"add_working_days": 1, "calendar": "office"}], "2027-01-05", ()),  # the start is not looked at
        ([{"add_working_days": -1, "calendar": "office"}], "2027-01-06", ("office",)),
        ([{"add_working_days": -1, "calendar": "office"}], "2026-12-27", ()),
        ([{"to_working_day": "next", "calendar": "office"}], "2027-01-05", ("office",)),  # the day itself is
        ([{"to_working_day": "next", "calendar": "office"}], "2027-01-06", ()),
        ([{"add_working_days": 1, "calendar": "office"}, {"add_days": 10}], "2026-12-17", ("office",)),  # falls on one
        ([{"add_days": 10}], "2026-12-20", ()),
        ([{"add_days": 1}, {"to_working_day": "previous", "calendar": "office"}], "2026-12-25", ()),
    ],
)
def test_what_was_looked_at_counts(
    announcing: Policy, steps: list[dict[str, object]], starts: str, announced: tuple[str, ...]
) -> None:
    ruled = desk(announcing, rule("a", dates={"by": "by"}), own={"by": {**PLUS, "steps": tuple(steps)}})
    assert answered(ruled, starts=starts).announced == announced


def test_what_a_date_rests_on_counts_too(announcing: Policy) -> None:
    own = {
        "first": {**PLUS, "steps": ({"add_working_days": 1, "calendar": "office"},)},
        "by": {**PLUS, "start": "first", "steps": ({"add_days": 60},)},
        "idle": {**PLUS, "steps": ({"add_working_days": 1, "calendar": "office"},)},
    }
    ruled = desk(announcing, rule("a", dates={"by": "by"}), own=own)
    assert answered(ruled, starts="2026-12-25").announced == ("office",)


def test_only_a_date_that_is_asked_for_may_move(announcing: Policy) -> None:
    own = {"by": {**PLUS, "steps": ({"add_working_days": 1, "calendar": "office"},)}}
    ruled = desk(announcing, rule("a", "free", dates={"by": "by"}), aspect="free", own=own)
    found = asked(ruled, "free", {"starts": "2026-12-25"}, dt.date(2026, 1, 15))
    assert getattr(found, "announced", None) == ()
