"""`type: time`: a time of day."""

import datetime as dt

import pytest

from assistant.decide import canonical
from assistant.model.policy import Policy
from assistant.parsing import canonical as typed
from tests.match.grammar import SPEECH
from tests.vocabulary.given import asked, fact, refusal

TIME = fact("time")


@pytest.mark.parametrize(("text", "time"), [("00:00", dt.time()), ("09:05", dt.time(9, 5)), ("23:59", dt.time(23, 59))])
def test_it_is_written_with_two_digits_each(text: str, time: dt.time) -> None:
    assert (TIME.read(text), canonical(TIME.read(text))) == (time, text)


@pytest.mark.parametrize(
    ("text", "reason"),
    [("", "time-wanted"), ("9:05", "time-wanted"), ("17:00:00", "time-wanted"), ("24:00", "no-such-time")],
)
def test_anything_else_is_refused(text: str, reason: str) -> None:
    assert refusal(TIME, text)[0] == reason


@pytest.mark.parametrize(
    ("test", "time", "held"),
    [
        ({"before": "17:00"}, dt.time(16, 59), True),
        ({"before": "17:00"}, dt.time(17), False),
        ({"at_most": "17:00"}, dt.time(17), True),
        ({"after": "17:00"}, dt.time(17), False),
        ({"at_least": "17:00"}, dt.time(17), True),
    ],
)
def test_times_are_compared(policy: Policy, test: dict[str, str], time: dt.time, held: bool) -> None:
    found = asked(policy, test, time)
    assert (found.held, found.against) == (held, dt.time(17))


def test_it_is_walked_minute_by_minute() -> None:
    axis = TIME.axis()
    assert axis is not None
    assert (axis.at(axis.first), axis.at(axis.last), axis.at(1020)) == (dt.time(), dt.time(23, 59), dt.time(17))
    assert (TIME.kind(), TIME.choices(), axis.of_days) == ("time", (), False)


@pytest.mark.parametrize("text", ["17:00", "5 pm", "午後5時", "17時", "5:00pm"])
def test_people_write_it_in_many_ways(text: str) -> None:
    assert typed(SPEECH, TIME, text) == "17:00"
