"""Names that others have given: countries and their parts, holidays, time zones, languages."""

import pytest

from assistant.workbench.check.outside import check_language
from tests.workbench.check.conftest import Garden

HOLIDAYS = "{country: GB, part: ENG, leaving_out: [Boxing Day]}"


@pytest.mark.parametrize(
    ("new", "wrong"),
    [
        ("{country: GB, part: ENG, leaving_out: [Boxing Day, Good Friday]}", []),
        ("{country: GB, part: NIR, leaving_out: [Battle of the Boyne]}", []),
        (
            "{country: GB, part: ENG, leaving_out: [Battle of the Boyne]}",
            ["no holiday of GB is called 'Battle of the Boyne'"],
        ),
        ("{country: GB, part: ENG, leaving_out: [Boxing Dy]}", ["no holiday of GB is called 'Boxing Dy'"]),
        ("{country: GB, part: XXX}", ["no holidays are known for GB-XXX"]),
        ("{country: ZZ}", ["no holidays are known for ZZ"]),
        ("{country: GB}", []),
    ],
)
def test_countries_parts_and_holidays_are_those_of_the_library(tools: Garden, new: str, wrong: list[str]) -> None:
    tools.edit("policy.yaml", HOLIDAYS, new)
    assert tools.told("no holiday") == [f"policy.yaml: {one}" for one in wrong]


def test_a_misspelt_holiday_is_met_with_the_one_that_is_meant(tools: Garden) -> None:
    tools.edit("policy.yaml", "Boxing Day", "Boxing Dy")
    (fault,) = (one for one in tools.faults() if "no holiday" in str(one.wrong))
    assert str(fault.mend) == "did you mean 'Boxing Day'?"


@pytest.mark.parametrize(
    ("zone", "mend"),
    [
        ("Europe/Londn", "did you mean 'Europe/London'?"),
        ("nowhere at all", "write it as in Europe/London"),
        ("../etc/passwd", "write it as in Europe/London"),
    ],
)
def test_a_time_zone_is_one_that_there_is(tools: Garden, zone: str, mend: str) -> None:
    tools.edit("policy.yaml", "time_zone: Europe/London", f'time_zone: "{zone}"')
    (fault,) = tools.faults()
    assert (str(fault.wrong), str(fault.mend)) == (f"no time zone is called '{zone}'", mend)


def test_a_place_that_is_none_keeps_the_paths_from_being_walked(tools: Garden) -> None:
    tools.edit("policy.yaml", HOLIDAYS, "{country: ZZ}")
    tools.edit("topics/loan.yaml", "{size: heavy}", "{size: heavy, on: {before: 2000-01-01}}")
    assert tools.told() == ["policy.yaml: no holidays are known for ZZ"]


ZONES = "{country: GB, part_from: where, zones: {eng: Europe/London, nir: Europe/London}}"


def parted(tools: Garden, holidays: str) -> None:
    """The calendar of the shed follows a part of the country."""
    tools.edit(
        "facts.yaml",
        "broken: {",
        "where:\n  type: choice\n  question: Q\n  label: L\n  options:\n"
        "    eng: {label: E}\n    nir: {label: N}\nbroken: {",
    )
    tools.edit("policy.yaml", HOLIDAYS, holidays)


@pytest.mark.parametrize(
    ("old", "new", "wrong"),
    [
        ("", "", []),
        ("nir: Europe/London", "nir: Europe/Belfst", ["no time zone is called 'Europe/Belfst'"]),
        ("nir: Europe/London", "nor: Europe/London", ["'where' is never 'nor'"]),
        ("zones:", "banks: [eng, nor], zones:", ["'where' is never 'nor'"]),
        ("zones:", "banks: ing, zones:", ["'where' is never 'ing'"]),
    ],
)
def test_the_clocks_and_banks_of_parts_are_those_of_parts_that_there_are(
    tools: Garden, old: str, new: str, wrong: list[str]
) -> None:
    parted(tools, ZONES.replace(old, new))
    assert tools.told("no time zone", "'where'") == [f"policy.yaml: {one}" for one in wrong]


@pytest.mark.parametrize(
    ("zones", "wrong"),
    [
        ("zone: Europe/Londn", "no time zone is called 'Europe/Londn'"),
        ("zone_from: whre, zones: {eng: Europe/London}", "no fact is called 'whre'"),
        ("zone_from: where, zones: {eng: Europe/London, nir: Europe/Belfst}", "no time zone is called 'Europe/Belfst'"),
        ("zone_from: where, zones: {eng: Europe/London}", "nothing says in which time zone 'nir' is"),
        (
            "zone_from: where, zones: {eng: Europe/London, nir: Europe/London, nor: Europe/Oslo}",
            "'where' is never 'nor'",
        ),
    ],
)
def test_the_clocks_of_opening_hours_are_those_of_places_that_there_are(tools: Garden, zones: str, wrong: str) -> None:
    parted(tools, HOLIDAYS)
    tools.edit(
        "policy.yaml",
        "    clock: London time\n",
        f"    clock: London time\n    {zones.replace(', zones', chr(10) + '    zones')}\n",
    )
    assert f"policy.yaml: {wrong}" in tools.told()


@pytest.mark.parametrize(
    ("file", "old", "new", "code"),
    [
        ("facts.yaml", "broken: {", "paid: {type: money, currency: GPB, question: Q, label: L}\nbroken: {", "GPB"),
        ("facts.yaml", "broken: {", "paid: {type: money, currency: QQQ, question: Q, label: L}\nbroken: {", "QQQ"),
        ("policy.yaml", "    holds: integer\n", "    holds: money\n    currency: EUO\n", "EUO"),
    ],
)
def test_a_currency_is_one_that_there_is(tools: Garden, file: str, old: str, new: str, code: str) -> None:
    tools.edit(file, old, new)
    assert tools.told("no currency") == [f"{file}: no currency has the code '{code}'"]


def test_a_holiday_that_one_part_keeps_may_be_left_out(tools: Garden) -> None:
    parted(tools, "{country: GB, part_from: where, leaving_out: [Battle of the Boyne, May Dy]}")
    assert tools.told("no holiday") == ["policy.yaml: no holiday of GB is called 'May Dy'"]


@pytest.mark.parametrize(
    ("known", "mends"),
    [({"en", "ja"}, []), ({"ja", "eng"}, ["did you mean 'eng'?"]), ({"ja"}, ["write one of these: ja"])],
)
def test_a_policy_is_written_in_a_language_that_is_known(tools: Garden, known: set[str], mends: list[str]) -> None:
    found = list(check_language(tools.read(), tools.folder, known))
    assert [str(one.mend) for one in found] == mends
    assert {(str(one.wrong), one.file, one.line) for one in found} <= {
        ("there is no language 'en'", "content/garden/policy.yaml", 5),
    }
