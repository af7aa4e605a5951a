"""A misspelt name is guessed, and never with another word; where nothing is near, the reader is told what there is."""

import subprocess
import sys

import pytest

from assistant.errors import told
from assistant.suggest import FEW, LONGEST, alike, closest, near

ELSE = told("define it first")
MANY = {f"name-{number}" for number in range(FEW + 1)}


@pytest.mark.parametrize(
    ("name", "known", "said"),
    [
        ("sya", {"say", "verdict"}, "did you mean 'say'?"),
        ("vredict", {"say", "verdict"}, "did you mean 'verdict'?"),
        ("xyz", {"say", "verdict"}, "write one of these: say, verdict"),
        ("xyz", MANY, "define it first"),
        ("nam-7", MANY, "did you mean 'name-7'?"),
        ("say", set(), "define it first"),
    ],
)
def test_what_is_alike_is_guessed_and_few_names_are_listed(name: str, known: set[str], said: str) -> None:
    assert str(near(name, known, ELSE)) == said


@pytest.mark.parametrize(
    ("name", "meant"),
    [
        ("sytem", "system"), ("ystem", "system"), ("systemm", "system"), ("fone", "phone"), ("tols", "tool"),
        ("swapout", "swap-out"), ("swap out", "swap-out"), ("supportuntil", "support_until"), ("--tpyo", "--typo"),
        ("sent-at", "sent-on"), ("band", "band_of"), ("add_workdays", "add_working_days"), ("sv950", "sv9500"),
        ("['integer']", "integer"), ("tables/notice.yaml", "tables/notice.csv"), ("travel.lade", "travel.lede"),
        ("The Royal Queensland Fair", "The Royal Queensland Show"),
    ],
)  # fmt: skip
def test_a_slip_is_seen_through(name: str, meant: str) -> None:
    assert alike(name, {meant, "nothing-of-the-kind"}) == meant


@pytest.mark.parametrize(
    ("name", "other"),
    [
        ("earlier_of", "later_of"), ("first_day", "last_day"), ("at_least", "at_most"), ("not_before", "not_after"),
        ("not_before", "before"), ("covered", "not-covered"), ("inactive", "active"), ("include", "exclude"),
        ("no_swa", "swa"), ("gte", "lte"), ("on", "of"), ("fr", "en"), ("mp-series", "bx-series"),
        ("sv9300", "sv9500"), ("2026-01-02", "2026-01-03"), ("relocation", "collection"), ("free", "reference"),
        ("Christmas Eve", "Christmas Day"), ("", "a"), ("xyz", "say"),
    ],
)  # fmt: skip
def test_another_word_is_never_suggested(name: str, other: str) -> None:
    assert alike(name, {other}) is None


def test_the_likeliest_come_first_and_no_more_than_are_wanted() -> None:
    known = ["systems", "other", "system"]
    assert closest("sytem", known, 5) == ["system", "systems"]
    assert closest("sytem", known, 1) == ["system"]


def test_what_is_too_long_is_no_name() -> None:
    assert alike("x" * LONGEST, {"x" * (LONGEST - 1)}) is not None
    assert alike("x" * (LONGEST + 1), {"x" * LONGEST}) is None


def test_nobody_waits_for_the_measure_of_likeness_who_misspells_nothing() -> None:
    program = "import sys, assistant.suggest; print('rapidfuzz' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", program], capture_output=True, check=True).stdout == b"False\n"
