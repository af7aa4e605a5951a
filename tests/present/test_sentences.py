"""What a translator reads in braces says what will stand there: a day is a day, a count is a number."""

import datetime as dt
import re
from collections.abc import Mapping

import pytest

from assistant.i18n import words as module
from assistant.i18n.fill import Rendered, rendered
from assistant.i18n.words import Words
from assistant.model.policy import Library
from assistant.present.share.writing import as_text
from assistant.settings import PACKAGE
from assistant.workbench.catalogues.extraction import interface_messages
from tests.present.showing import ask, noon

GAP = re.compile(r"\{([a-z_]+)\}")
FIGURES = frozenset({"clock", "count", "date", "day", "moment", "month", "number", "on", "percent", "time", "year"})
"""Gaps of the interface that hold figures, by their names."""
A_DAY = re.compile(r"[0-9] [A-Z][a-z]{2}|[0-9]月[0-9]")
"""What a day has however it is written, in either language, and no number or time has."""
DAYS = frozenset({"date", "day", "moment", "on"})
LATER = dt.timedelta(days=400)


def misnamed(gap: str, value: str) -> bool:
    """Whether a value is no figure, or no day where its gap is named after one."""
    return not re.search("[0-9]", value) or (gap in DAYS and not A_DAY.search(value))


@pytest.mark.parametrize(
    ("gap", "value", "wrong"),
    [
        ("day", "Gold", True),
        ("day", "Tue 28 Apr 2026", False),
        ("date", "2026年4月28日（火）", False),
        ("on", "Your contract", True),
        ("moment", "17:00", True),
        ("moment", "Tue 28 Apr 2026, 17:00", False),
        ("count", "several", True),
        ("count", "3", False),
        ("time", "17:00", False),
        ("number", "ゴールド", True),
    ],
)
def test_a_value_is_held_against_the_name_of_its_gap(gap: str, value: str, wrong: bool) -> None:
    assert misnamed(gap, value) is wrong


def test_a_gap_that_is_named_after_a_day_or_a_number_holds_one(
    library: Library, words: dict[str, Words], monkeypatch: pytest.MonkeyPatch
) -> None:
    met: dict[tuple[str, str], str] = {}

    def noted(sentence: str, lang: str, page: str, values: Mapping[str, object], strict: bool) -> Rendered:
        gaps = FIGURES.intersection(values, GAP.findall(sentence))
        met.update({(sentence, name): f"{values[name]}" for name in gaps})
        return rendered(sentence, lang, page, values, strict)

    monkeypatch.setattr(module, "rendered", noted)
    for policy in library.policies.values():
        for one in (each for each in policy.examples if each.aspect in policy.topics[each.topic].aspects):
            for said in words.values():
                for now in (one.on, one.on + LATER):
                    as_text(ask(library, said, policy.id, one.topic, one.aspect, one.facts, one.on, noon(now)), said)
    assert len(met) > 100
    assert {(gap, value) for gap, value in met.items() if misnamed(gap[1], value)} == set()


def told_nothing_else(sentence: str) -> bool:
    """Whether a sentence is gaps alone and calls one of them a day: whatever stands there, that is all it says."""
    return not re.search(r"\w", GAP.sub("", sentence)) and not DAYS.isdisjoint(GAP.findall(sentence))


@pytest.mark.parametrize(
    ("sentence", "refused"),
    [
        ("{label}: {day}", True),
        ("{label}: {date}", True),
        ("{label} ({moment})", True),
        ("{day} – {other}", True),
        ("{name}, {on}.", True),
        ("{label}: {value}", False),
        ("{day} has since passed.", False),
        ("midnight at the end of {day}", False),
    ],
)
def test_gaps_alone_say_of_no_value_that_it_is_a_day(sentence: str, refused: bool) -> None:
    assert told_nothing_else(sentence) is refused


def test_no_sentence_of_ours_is_a_label_beside_a_day() -> None:
    said = {one for message in interface_messages(PACKAGE) for one in (message.source, message.plural) if one}
    assert len(said) > 1000
    assert "{label}: {value}" in said
    assert list(filter(told_nothing_else, said)) == []
