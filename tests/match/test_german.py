"""German by its grammar alone: verbs open questions and help others, *not* stands behind, and ordinals have a dot."""

import datetime as dt

import pytest

from assistant.i18n.load import read_grammars
from assistant.match.facts import Facts
from assistant.match.frames import Frame
from assistant.match.known import Known, Spoken
from assistant.match.markers import Markers
from assistant.match.wordings import Ignored
from assistant.parsing.grammar import Grammar, joined
from assistant.parsing.plain import plain
from assistant.vocabulary.fact import Frame as Described
from assistant.vocabulary.facts.moment import DayFact
from tests.conftest import ROOT
from tests.match.sample import words

GRAMMAR = Grammar.model_validate(
    {
        "numbers": {"endings": (".",)},
        "days": {
            "month": {"-1": ("letzten",)},
            "forms": (
                "[{am|den|dem|zum} ]{day} {month} {year}",
                "[{am|den|dem|zum} ]{day}[ ]{month_number}.[ ]{year}",
                "[am ]{day} {month}<! {year}>",
                "[am ]{day}[ ]{month_number}.",
                "{am|vom} {nth}<! {month}>",
                "im {month}",
                "am {day} im Jahr {year}",
                "am {weekday} im {month}",
            ),
        },
        "denial": {
            "before": ("nicht", "keine", "noch keine", "noch nicht", "nie"),
            "behind": ("nicht$", "nicht mehr", "{gilt|läuft} nicht", "nicht {aktiviert|verlängert|aktiv}"),
            "near": ("statt",),
        },
        "clauses": {
            "marks": (",", ";", "?", "!"),
            "joins": ("aber",),
            "fillers": ("der", "die", "eine", "unsere", "schon", "noch"),
            "resumes": ("ist", "war", "hat"),
            "pronouns": ("sie", "ist", "wurde"),
            "small": ("am", "an", "im"),
        },
        "question": {"claim": ("stimmt das",), "inverted": ("ist", "läuft"), "asking": ("wann", "?")},
        "commitment": {"before": ("mein chef sagt",), "joins": {"before": ("dass",)}},
        "measure": {
            "range_from": ("ab", "erst ab"),
            "about": {"before": ("ungefähr", "um den")},
            "clock": {"before": ("nach", "vor", "nach dem", "nicht vor dem", "ab dem", "spätestens am")},
            "offset": {"before": ("am tag nach dem",)},
        },
        "state": {
            "there": {
                "before": ("mit", "hat", "haben", "hatten", "aktive"),
                "behind": ("haben", "aktiv", "gilt", "läuft", "aktiviert", "verlängert"),
            },
            "gone": {
                "before": ("lief … ab",),
                "behind": ("abgelaufen", "nicht mehr", "lief … ab", "auslaufen lassen"),
            },
            "about": {"before": ("über", "nichts mit", "zum thema"), "behind": ("[hat das |hat es ]nichts zu tun",)},
            "done": ("*t", "*en", "*ern"),
            "was_there": ("hatten",),
            "present": ("jetzt",),
        },
        "until": ("bis", "bis zum"),
        "past": ("wurde",),
    }
)
GERMAN = Markers.build(joined({**read_grammars(ROOT / "locales"), "de": GRAMMAR}))
SAYS = {"yes": ("gekauft", "aktiv"), "no": ("gekündigt", "nicht", "keine", "nie")}
"""What denies is listed as what is said, too."""
COVER = Frame.of("cover", Described(things=("swa",), there="yes", missing="no", says=SAYS))
DAY = {"on": DayFact(type="date", question=words("When?"), label=words("On"), cues=("aktiviert",))}
ASKED = Facts(Known.of(DAY, GERMAN, Ignored.of({})), ("on",), (), ())
NOW = dt.datetime(2026, 11, 23, 10)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("swa ist nicht aktiv", ["no"]),
        ("swa wurde nicht verlängert", ["no"]),
        ("swa wurde nicht aktiviert", ["no"]),
        ("die swa gilt nicht", ["no"]),
        ("unsere swa ist noch nicht aktiv", ["no"]),
        ("wir haben noch keine swa", ["no"]),
        ("wir haben keine swa", ["no"]),
        ("keine aktive swa", ["no"]),
        ("swa ist nicht mehr aktiv", ["no"]),
        ("die swa ist nicht abgelaufen", ["yes"]),
        ("die swa ist noch nicht abgelaufen", ["yes"]),
        ("swa ist aktiv", ["yes"]),
        ("die swa wurde nicht gekündigt", ["yes"]),
        ("noch keine swa", ["no"]),
        ("wir haben swa nie gekauft", ["no"]),
        ("swa haben wir nie gekauft", ["no"]),
        ("wir haben swa gekauft", ["yes"]),
        ("wir haben die swa auslaufen lassen", ["no"]),
        ("die swa läuft nicht", ["no"]),
        ("unsere swa ist am 30. juni 2025 abgelaufen", ["no"]),
        ("unsere swa gilt seit dem 3. april 2025 nicht mehr", ["no"]),
        ("die swa läuft seit dem 3. april 2025 nicht", ["no"]),
        ("die swa läuft seit dem 3. april 2025", ["yes"]),
        ("wir hatten swa", ["yes (former)"]),
        ("wir hatten swa, jetzt nicht mehr", ["yes (former)", "no", "no"]),
        ("wir hatten swa, aber jetzt nicht mehr", ["yes (former)", "no", "no"]),
        ("wir hatten swa, jetzt nicht mehr?", ["yes (former)"]),
    ],
)
def test_a_denial_counts_once_in_whatever_entries_its_words_stand(text: str, wanted: list[str]) -> None:
    assert said(text) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("wir haben die swa verlegt", ["yes (unsure)"]),
        ("wir haben die swa nicht verlegt", ["yes (unsure)"]),
        ("die swa haben wir leider verpasst zu verlängern", ["yes (unsure)"]),
        ("wir haben die swa prüfen lassen", ["yes (unsure)"]),
        ("wir haben verlegt die swa", ["yes (unsure)"]),
        ("wir haben die swa aktiviert", ["yes"]),
        ("wir haben die swa nicht", ["no"]),
        ("wir haben die swa seit 2019", ["yes"]),
    ],
)
def test_what_an_unknown_verb_does_with_a_thing_that_somebody_has_is_open(text: str, wanted: list[str]) -> None:
    assert said(text) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("swa haben wir ab januar", ["yes (coming)"]),
        ("swa haben wir leider erst ab januar", ["yes (coming)"]),
        ("wir haben swa ab januar", ["yes (coming)"]),
        ("wir haben swa ab januar 2025", ["yes"]),
        ("we have swa from january only", ["yes (coming)"]),
        ("we have swa from 1 april", ["yes (coming)"]),
        ("we have swa since january", ["yes"]),
        ("we have swa from january 2025", ["yes"]),
    ],
)
def test_what_begins_in_a_month_that_may_be_to_come_is_not_held_to_be_there(text: str, wanted: list[str]) -> None:
    assert said(text) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("das hat mit swa nichts zu tun", []),
        ("damit hat swa nichts zu tun", []),
        ("mit swa hat das nichts zu tun", []),
        ("das hat nichts mit der swa zu tun", []),
        ("wir haben eine frage zum thema swa", []),
        ("wir haben über die swa gesprochen", []),
        ("wir haben über die swa gesprochen, sie ist abgelaufen", ["no"]),
        ("wir haben eine frage über unsere neue swa", []),
        ("wir haben eine frage über unsere aktive swa", ["yes"]),
        ("wir kommen mit swa aus", ["yes"]),
        ("that has nothing to do with swa", []),
        ("swa has nothing to do with that", []),
        ("we have a question about swa", []),
        ("we have a question about our expired swa", ["no"]),
        ("about swa: it has expired", ["no"]),
    ],
)
def test_of_a_thing_that_something_is_only_about_nothing_is_said(text: str, wanted: list[str]) -> None:
    assert said(text) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("dongle defekt, sv9300, ist swa schon abgelaufen?", ["no (asked)"]),
        ("dongle defekt, sv9300, ist swa aktiv?", ["yes (asked)"]),
        ("sv9300, lief die swa ab?", ["no (asked)"]),
        ("lief die swa ab? dongle defekt", ["no (asked)"]),
        ("unsere swa lief leider ab", ["no"]),
        ("swa, unsere alte, ist abgelaufen", ["no"]),
        ("dongle defekt, mein chef sagt, wir haben swa", ["yes (unsure)"]),
        ("dongle defekt, sv9300, mein chef sagt, dass wir swa haben", ["yes (unsure)"]),
        ("mein chef sagt, wir haben swa", ["yes (unsure)"]),
        ("wir haben swa, stimmt das?", ["yes (unsure)"]),
        ("we have swa, is that right?", ["yes (unsure)"]),
        ("we have swa, so it is free, is that right?", ["yes"]),
        ("wir haben swa. stimmt das?", ["yes"]),
    ],
)
def test_what_opens_a_clause_counts_wherever_the_clause_stands(text: str, wanted: list[str]) -> None:
    assert said(text) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("am 5. mai 2025 aktiviert", ["2025-05-05"]),
        ("5.5.2025 aktiviert", ["2025-05-05"]),
        ("nach dem 5. mai 2025 aktiviert", []),
        ("nicht vor dem 5. mai 2025 aktiviert", []),
        ("ab dem 5. mai 2025 aktiviert", []),
        ("bis zum 5. mai 2025 aktiviert", []),
        ("spätestens am 5. mai 2025 aktiviert", []),
        ("spätestens 5. mai 2025 aktiviert", ["2025-05-05"]),
        ("um den 5. mai 2025 aktiviert", []),
        ("am tag nach dem 5. mai 2025 aktiviert", []),
        ("aktiviert am 30.6.2025 statt am 31.7.2025", ["2025-06-30"]),
        ("aktiviert am 30. juni 2025 statt 31. juli 2025", ["2025-06-30"]),
        ("am 5. mai statt am 6. mai 2025 aktiviert", ["2025-05-05"]),
        ("am 5.5. statt am 6.6.2024 aktiviert", ["2024-05-05"]),
        ("am 5. mai, nein am 6. mai 2024 aktiviert", ["2024-05-06"]),
    ],
)
def test_a_word_beside_a_day_counts_whatever_its_form_takes_of_it(text: str, wanted: list[str]) -> None:
    assert days(text) == wanted


@pytest.mark.parametrize(
    "text",
    ["am 5. des letzten monats aktiviert", "vom 5. aktiviert", "im mai aktiviert", "am 5. im jahr 2025 aktiviert",
     "am montag im mai aktiviert", "am 5., nein am 6. mai aktiviert", "am 5. oder 6. im mai aktiviert"],
)  # fmt: skip
def test_a_form_that_tells_no_day_asks_for_it(text: str) -> None:
    assert days(text) == []


def said(text: str) -> list[str]:
    found = COVER.read(GERMAN.mark(plain(text)))
    return [f"{one.option}{f' ({one.why})' if one.why else ''}" for one in found]


def days(text: str) -> list[str]:
    return [one.value for one in ASKED.read(Spoken.of(text, GERMAN), NOW).stated]
