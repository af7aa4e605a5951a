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
from assistant.parsing.grammar import joined
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
        "SWAは2025年6月30日に有効化しました",
        "SWAは2025年6月30日に有効化しました。前にも聞きました",
    ],
)
def test_a_day_that_is_told_is_taken_whatever_else_is_before_or_after(matcher: Matcher, text: str) -> None:
    assert f"swa_activated_on={DAY}" in activated(matcher, text)[0]


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


CUES = {
    "fr": (("installé",), ("valable jusqu'au",)),
    "nl": (("geactiveerd",), ("tot", "geldig")),
    "es": (("activado",), ("hasta", "vence")),
    "ar": (("فعلنا",), ("حتى", "ينتهي")),
}


def read(language: str, text: str) -> Read:
    grammar = joined({language: read_grammars(ROOT / "tests/languages")[language]})
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
