"""Forms of all languages in one text."""

import pytest

from assistant.parsing import Speech
from tests.match.grammar import SPEECH


@pytest.mark.parametrize(
    ("kind", "text", "gaps"),
    [
        ("days.forms", "on 3 may 2026", [{"day": "3", "month": "may", "year": "2026"}]),
        ("days.forms", "2026年4月3日(金)", [{"year": "2026", "month_number": "4", "day": "3", "weekday_after": "金"}]),
        (
            "days.forms",
            "friday, 3 april 2026",
            [{"weekday_before": "friday", "day": "3", "month": "april", "year": "2026"}],
        ),
        ("days.forms", "call us", []),
        ("days.ago", "three days ago", [{"count": "3", "days": "days"}]),
        ("days.ago", "half an hour ago", [{"half": "half an", "hours": "hour"}]),
        (
            "clocks.forms",
            "at 5.30 pm",
            [{"hour": "5", "minute": "30", "half_day": "pm"}],
        ),
        ("clocks.forms", "午後三時半", [{"part": "午後", "hour": "三", "share": "半"}, {"hour": "三", "share": "半"}]),
        ("numbers.amounts", "twelve months", [{"count": "12", "unit": "months"}]),
    ],
)
def test_what_a_form_holds(kind: str, text: str, gaps: list[dict[str, str]]) -> None:
    found = [dict(one.gaps) for one in SPEECH.hear(text).find(kind)]
    assert found[: len(gaps)] == gaps
    assert bool(found) == bool(gaps)


def test_a_word_that_means_two_things_means_none() -> None:
    speech = Speech({"days.months.3": ["mar"], "days.months.5": ["mar", "may"]})
    assert (speech.named("days.months", "mar"), speech.named("days.months", "may")) == (None, "5")


def test_nothing_is_found_without_words() -> None:
    speech = Speech({})
    assert not speech.forms("clocks.running")
    assert [one.gaps for one in speech.hear("2026-04-03").find("days.forms")] == [
        {"year": "2026", "mark": "-", "month_number": "04", "same": "-", "day": "03"}
    ]


def test_what_is_blanked_out_is_not_found() -> None:
    heard = SPEECH.hear("3 may 2026, 4 may 2026").without([(0, 10)])
    assert {one.gaps["day"] for one in heard.find("days.forms") if "day" in one.gaps} == {"4"}


def test_where_nothing_is_blanked_out_nothing_is_looked_for_anew() -> None:
    heard = SPEECH.hear("3 may 2026")
    assert heard.without(()) is heard


@pytest.mark.parametrize("text", ["3 may 2026 at 10:30", "2年 6か月", "next friday, 3/4/2026", "is it free"])
def test_forms_are_looked_for_in_their_order_and_only_where_the_text_holds_all_their_gaps(text: str) -> None:
    heard = SPEECH.hear(text)
    for kind in ("days.forms", "clocks.forms", "numbers.amounts"):
        sources = [one.form for one in heard.find(kind)]
        order = [form.source for form in SPEECH.forms(kind)]
        assert sources == sorted(sources, key=order.index)
        held = {gap for gap, one in SPEECH.patterns.items() if heard._holds(gap)}
        assert all(SPEECH.forms(kind)[order.index(one)].needs <= held for one in sources)
