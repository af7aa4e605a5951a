"""A day that is only bounded is offered at most; one that its fact tells by *until* or *since* is told by it."""

import datetime as dt

import pytest

from assistant.i18n.load import read_grammars
from assistant.match.facts import Facts
from assistant.match.known import Known, Spoken
from assistant.match.markers import Markers
from assistant.match.question import Matcher
from assistant.match.understanding import Read
from assistant.match.wordings import Ignored
from assistant.parsing.grammar import Grammar, joined
from assistant.vocabulary.fact import Fact
from assistant.vocabulary.facts.moment import DayFact
from tests.conftest import ROOT
from tests.match.sample import words
from tests.match.test_facts import NOW, about, matcher

__all__ = ["matcher"]

ENGLISH = """
    after, before, by, since, until, up to, through, no later than, earlier than, later than, as late as, prior to,
    on or after, ahead of
"""
JAPANESE = "以降に, 以前に, までに, まで, より前に, より後に, 過ぎに, を過ぎて, の前に, の直後に"
DAY = "2025-06-30"
PAIRS = (
    "on the 3rd or 4th", "on the third or fourth", "on the third or on the fourth", "on the third or the fourth",
    "between the third and the thirtieth", "from the 3rd to the 30th",
)  # fmt: skip


def activated(matcher: Matcher, text: str) -> tuple[set[str], set[str]]:
    """What the text states of the day of activation and of the SWA that is not there, and what it offers."""
    read = matcher.read(text, about("licence-desk/carrier-change"), NOW)
    stated = {f"{one.fact}={one.value}" for one in read.stated} - {"swa=active"}
    return stated, {value for one in read.offered if one.fact == "swa_activated_on" for value in one.values}


@pytest.mark.parametrize(
    "text",
    [
        *(f"Change the licence carrier, SWA was activated {one.strip()} 30 June 2025" for one in ENGLISH.split(",")),
        "Change the licence carrier, SWA was activated from 30 June 2025 on",
        "Change the licence carrier, SWA was activated from 30 June 2025 onwards",
        "Change the licence carrier, SWA was activated on 30 June 2025 or before",
        "Change the licence carrier, SWA was activated at the latest on 30 June 2025",
        "Change the licence carrier, SWA was activated at the earliest 30 June 2025",
        *(f"SWAは2025年6月30日{one.strip()}有効化しました" for one in JAPANESE.split(",")),
        "SWAは遅くとも2025年6月30日に有効化しました",
    ],
)
def test_a_day_before_or_after_which_something_was_is_not_its_day(matcher: Matcher, text: str) -> None:
    stated, offered = activated(matcher, text)
    assert (stated, offered - {DAY}) == (set(), set())


@pytest.mark.parametrize(
    "text",
    [
        "Change the licence carrier, SWA was activated on 30 June 2025",
        "Change the licence carrier, SWA was not activated until 30 June 2025",
        "Change the licence carrier before May, SWA was activated on 30 June 2025",
        "Change the licence carrier, SWA was activated on 30 June 2025 on the old system",
        "After SWA was activated on 30 June 2025, can we change the licence carrier?",
        "SWAは2025年6月30日に有効化しました",
        "SWAは2025年6月30日に有効化しました。前にも聞きました",
    ],
)
def test_a_day_that_is_told_is_taken_whatever_else_is_before_or_after(matcher: Matcher, text: str) -> None:
    assert activated(matcher, text)[0] == {f"swa_activated_on={DAY}"}


@pytest.mark.parametrize(
    ("topic", "text", "fact"),
    [
        ("swap-out/renewal-notice", "contract until 30 June 2025", "term_end"),
        ("swap-out/renewal-notice", "contract up to 30 June 2025", "term_end"),
        ("swap-out/renewal-notice", "契約は2025年6月30日までです", "term_end"),
        ("swap-out/price", "contract since 30 June 2025", "term_start"),
        ("swap-out/contract-period", "invoice from 30 June 2025", "invoice_date"),
        ("desknets-web-meeting/ice-server", "support runs through 30 June 2025", "support_until"),
    ],
)
def test_what_bounds_a_day_may_be_how_its_fact_is_told(matcher: Matcher, topic: str, text: str, fact: str) -> None:
    assert (fact, DAY) in {(one.fact, one.value) for one in matcher.read(text, about(topic), NOW).stated}


@pytest.mark.parametrize(
    ("topic", "text"),
    [
        ("swap-out/renewal-notice", "contract ends before 30 June 2025"),
        ("swap-out/renewal-notice", "契約は2025年6月30日より前に満了します"),
        ("swap-out/registration", "cover bought after 30 June 2025"),
        ("swap-out/registration", "スワップアウトは2025年6月30日以降に購入"),
        ("desknets-web-meeting/support-period", "order accepted by 30 June 2025"),
        ("desknets-web-meeting/support-period", "注文は2025年6月30日までに受け付けられました"),
    ],
)
def test_no_fact_is_told_by_a_bound_that_is_not_its_own(matcher: Matcher, topic: str, text: str) -> None:
    assert DAY not in {one.value for one in matcher.read(text, about(topic), NOW).stated}


@pytest.mark.parametrize(
    "text",
    [
        *(f"SWA was activated {one} of June 2025" for one in PAIRS),
        "SWA was activated between the third of May and 30 June 2025",
        "SWA was activated on 3rd/4th June 2025",
        "SWA was activated on June third or fourth",
        "Between the 3rd of May and the 30th of June 2025 SWA was activated",
        "SWA was activated between 3 May and 30 June 2025",
        "SWAは2025年6月3日から30日の間に有効化しました",
        "SWA was activated tomorrow",
        "SWA was activated the day after tomorrow",
        "SWAは明日有効化しました",
    ],
)
def test_none_of_two_days_nor_one_to_come_is_that_on_which_something_was(matcher: Matcher, text: str) -> None:
    read = matcher.read(text, about("licence-desk/carrier-change"), NOW)
    assert "swa_activated_on" not in {one.fact for one in read.stated}
    assert read.on is None


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("SWA was activated on 3 June 2025 and the second dongle broke", "2025-06-03"),
        ("The dongle broke on the third of May 2025 and on the fourth of June 2025 SWA was activated", "2025-06-04"),
        ("SWA was activated yesterday, and we change tomorrow", "2026-11-22"),
        ("We will activate SWA tomorrow", "2026-11-24"),
    ],
)
def test_what_only_stands_near_a_day_leaves_it_as_it_is(matcher: Matcher, text: str, day: str) -> None:
    read = matcher.read(text, about("licence-desk/carrier-change"), NOW)
    assert ("swa_activated_on", day) in {(one.fact, one.value) for one in read.stated}


CUES = {
    "de": (("aktiviert",), ("gilt",)),
    "fr": (("installé",), ("valable jusqu'au",)),
    "nl": (("geactiveerd",), ("tot", "geldig")),
    "es": (("activado",), ("hasta", "vence")),
    "ar": (("فعلنا",), ("حتى", "ينتهي")),
}


GERMAN = {
    "numbers": {"endings": ["."]},
    "days": {
        "months": {"5": ["Mai"], "6": ["Juni"]},
        "ordinals": {"3": ["dritten"], "4": ["vierten"]},
        "weekdays": {"0": ["Montag"]},
        "today": {"-1": ["gestern"], "1": ["morgen"]},
        "forms": ["[den |dem ]{day} {month} {year}", "[den |dem ]{day} {month}", "{weekday}", "{today}"],
    },
    "clauses": {"marks": [","], "joins": ["und"], "small": ["am"], "fillers": ["den", "dem"]},
    "measure": {
        "clock": {"before": ["nach", "vor", "seit"], "behind": ["spätestens"]},
        "range_from": ["von", "vom", "zwischen"],
        "range_to": ["bis", "bis zum", "und", "oder", "/"],
        "either": ["oder"],
    },
    "until": ["bis", "bis zum"],
    "past": ["wurde"],
}
"""Ordinals with a dot, articles before a day, and a word that is *tomorrow* and a part of a day."""


def read(language: str, text: str) -> Read:
    known_ones = {**read_grammars(ROOT / "tests/languages"), "de": Grammar.model_validate(GERMAN, strict=False)}
    grammar = joined({language: known_ones[language]})
    question, label = words("Which?"), words("It")
    facts: dict[str, Fact] = {
        name: DayFact(type="date", question=question, label=label, cues=cues)
        for name, cues in zip(("activated", "until"), CUES[language], strict=True)
    }
    markers = Markers.build(grammar)
    known = Known.of(facts, markers, Ignored.of(grammar))
    return Facts(known, tuple(facts), (), ()).read(Spoken.of(text, markers), dt.datetime(2026, 11, 23, 10))


@pytest.mark.parametrize(
    ("language", "text", "stated"),
    [
        ("de", "SWA wurde am 30. Juni 2025 aktiviert", "activated"),
        ("de", "SWA wurde nach dem 30. Juni 2025 aktiviert", ""),
        ("de", "SWA wurde vor dem 30. Juni 2025 aktiviert", ""),
        ("de", "SWA wurde spätestens am 30. Juni 2025 aktiviert", ""),
        ("de", "SWA wurde am 30. Juni 2025 spätestens aktiviert", ""),
        ("de", "SWA wurde bis 30. Juni 2025 aktiviert", ""),
        ("de", "SWA wurde am 3. oder 30. Juni 2025 aktiviert", ""),
        ("de", "SWA wurde am 3. oder am 30. Juni 2025 aktiviert", ""),
        ("de", "SWA wurde am dritten oder 30. Juni 2025 aktiviert", ""),
        ("de", "SWA wurde am 3./30. Juni 2025 aktiviert", ""),
        ("de", "SWA wurde zwischen dem 3. und dem 30. Juni 2025 aktiviert", ""),
        ("de", "SWA wurde zwischen dem 3. Mai und dem 30. Juni 2025 aktiviert", ""),
        ("de", "SWA wurde vom 3. bis 30. Juni 2025 aktiviert", ""),
        ("fr", "installé le 30 juin 2025", "activated"),
        ("fr", "installé après le 30 juin 2025", ""),
        ("fr", "installé avant le 30 juin 2025", ""),
        ("fr", "installé depuis le 30 juin 2025", ""),
        ("fr", "installé au plus tard le 30 juin 2025", ""),
        ("fr", "valable jusqu'au 30 juin 2025", "until"),
        ("nl", "geactiveerd op 30 juni 2025", "activated"),
        ("nl", "geactiveerd na 30 juni 2025", ""),
        ("nl", "geactiveerd vóór 30 juni 2025", ""),
        ("nl", "geactiveerd sinds 30 juni 2025", ""),
        ("nl", "uiterlijk op 30 juni 2025 geactiveerd", ""),
        ("nl", "geldig tot 30 juni 2025", "until"),
        ("es", "activado el 30 de junio de 2025", "activated"),
        ("es", "activado después del 30 de junio de 2025", ""),
        ("es", "activado antes del 30 de junio de 2025", ""),
        ("es", "activado desde el 30 de junio de 2025", ""),
        ("es", "vence hasta el 30 de junio de 2025", "until"),
        ("ar", "فعلنا يوم 30 يونيو 2025", "activated"),
        ("ar", "فعلنا بعد 30 يونيو 2025", ""),
        ("ar", "فعلنا قبل 30 يونيو 2025", ""),
        ("ar", "فعلنا منذ 30 يونيو 2025", ""),
        ("ar", "ينتهي حتى 30 يونيو 2025", "until"),
    ],
)
def test_every_language_tells_a_bound_by_its_own_words(language: str, text: str, stated: str) -> None:
    assert [(one.fact, one.value) for one in read(language, text).stated] == ([(stated, DAY)] if stated else [])


@pytest.mark.parametrize(
    ("text", "stated", "offered"),
    [
        ("SWA wurde gestern Morgen aktiviert", ["2026-11-22"], []),
        ("SWA wurde Montag Morgen aktiviert", [], ["2026-11-23", "2026-11-16"]),
        ("SWA wurde morgen aktiviert", [], ["2026-11-24"]),
    ],
)
def test_a_word_for_a_day_behind_another_is_no_day_of_its_own(text: str, stated: list[str], offered: list[str]) -> None:
    found = read("de", text)
    assert ([one.value for one in found.stated], [day for one in found.offered for day in one.values]) == (
        stated,
        offered,
    )
