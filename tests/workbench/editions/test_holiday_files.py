"""Holiday data in a file: read strictly, written always the same."""

import datetime as dt
from pathlib import Path

import pytest

from assistant.errors import ContentError
from assistant.library.holidays import Days
from assistant.workbench.editions.holiday_files import UNNAMED, holidays_text, read_holidays

DAYS: Days = {
    "JP": {dt.date(2027, 1, 1): ("New Year's Day",), dt.date(2027, 5, 4): ("Greenery Day", "Bridge: a day")},
    "AU-SA": {dt.date(2026, 12, 24): ("Christmas Eve",)},
}


def file(folder: Path, text: str) -> Path:
    path = folder / "days.yaml"
    path.write_text(text, "utf-8")
    return path


def test_what_is_written_is_read_again(tmp_path: Path) -> None:
    text = holidays_text(DAYS, "all of them")
    assert text.startswith("# all of them\nAU-SA:\n")
    assert read_holidays(file(tmp_path, text)) == DAYS


def test_a_plain_list_of_days_will_do(tmp_path: Path) -> None:
    found = read_holidays(file(tmp_path, "JP: [2027-01-01, 2027-01-02]\n"))
    assert found == {"JP": dict.fromkeys((dt.date(2027, 1, 1), dt.date(2027, 1, 2)), (UNNAMED,))}


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("JP: [2027-02-30]\n", ":1:5: JP: there is no day 2027-02-30"),
        ("JP:\n  2027: x\n", ":2:3: JP.2027: a day is wanted here"),
        ("JP: soon\n", ":1:5: JP: "),
        ("Japan: [2027-01-01]\n", ":1:1: Japan:"),
        ("JP: [\n", ":1:5: "),
        ("JP:\n  - {2027-01-01: New Year}\n", ":2:3: JP: "),
    ],
)
def test_what_is_wrong_is_told_with_its_place(text: str, place: str, tmp_path: Path) -> None:
    with pytest.raises(ContentError) as found:
        read_holidays(file(tmp_path, text))
    assert place in str(found.value)


def test_a_file_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(ContentError, match="cannot be read"):
        read_holidays(tmp_path / "nothing.yaml")
