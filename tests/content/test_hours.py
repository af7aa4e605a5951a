"""Opening hours as authors write them: over midnight, until midnight; what is no time of day is refused as such."""

import pytest

from tests.content.conftest import Folder
from tests.content.test_names import told

SPANS = 'spans: [{opens: "09:00", closes: "17:00"}]'
NO_TIME = 'a time of day is wanted here, not \'{}\': write it from "00:00" to "23:59", with two digits each'
NO_CLOSING = NO_TIME.replace("23:59", "24:00") + '; an hour past midnight is "01:00"'


@pytest.mark.parametrize(
    "spans",
    [
        'spans: [{opens: "22:00", closes: "06:00"}]',
        'spans: [{opens: "09:00", closes: "24:00"}]',
        'spans: [{opens: "18:00", closes: "00:00"}]',
        'spans: [{opens: "08:00", closes: "12:00"}, {opens: "22:00", closes: "06:00"}]',
        'days: {mon-thu: [{opens: "20:00", closes: "04:00"}], fri: [{opens: "20:00", closes: "24:00"}]}',
    ],
)
def test_hours_over_midnight_are_read(folder: Folder, spans: str) -> None:
    folder.edit("policy.yaml", SPANS, spans)
    assert told(folder) == []


@pytest.mark.parametrize(
    ("spans", "wrong", "said"),
    [
        ('spans: [{opens: "24:00", closes: "06:00"}]', "24:00", NO_TIME),
        ('spans: [{opens: "22:00", closes: "25:00"}]', "25:00", NO_CLOSING),
        ('spans: [{opens: "22:00", closes: "24:01"}]', "24:01", NO_CLOSING),
        ('spans: [{opens: "22:00", closes: "6:00"}]', "6:00", NO_CLOSING),
        ('days: {fri: [{opens: "22:60", closes: "24:00"}]}', "22:60", NO_TIME),
        (
            'days: {mon: [{opens: "09:00", closes: "17:00"}], fri: [{opens: "22:00", closes: "25:00"}]}',
            "25:00",
            NO_CLOSING,
        ),
    ],
)
def test_what_is_no_time_of_day_is_said_to_be_none_and_nothing_else(
    folder: Folder, spans: str, wrong: str, said: str
) -> None:
    folder.edit("policy.yaml", SPANS, spans)
    assert told(folder) == [said.format(wrong)]


def test_a_day_without_hours_has_too_few_entries(folder: Folder) -> None:
    folder.edit("policy.yaml", SPANS, "days: {fri: []}")
    assert told(folder) == ["too few entries: add what is missing"]
