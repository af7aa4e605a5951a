"""What a translator reads in braces says what will stand there: a day is a day, a count is a number."""

import datetime as dt
import re
from collections.abc import Mapping

import pytest

from assistant.i18n import words as module
from assistant.i18n.fill import Rendered, rendered
from assistant.i18n.words import Words
from assistant.model.policy import Library
from assistant.present.share.text import as_text
from tests.present.showing import ask, noon

GAP = re.compile(r"\{([a-z_]+)\}")
FIGURES = frozenset({"clock", "count", "date", "day", "moment", "month", "number", "on", "percent", "time", "year"})
"""Gaps of the interface that hold figures, by their names."""
LATER = dt.timedelta(days=400)


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
    assert {(gap, value) for gap, value in met.items() if not re.search("[0-9]", value)} == set()
