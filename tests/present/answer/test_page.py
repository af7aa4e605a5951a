"""Views in both languages, for every rule and every question of all topics."""

import datetime as dt
import re

import pytest

from assistant.decide import Answer, Invalid, Needs
from assistant.i18n.words import Words
from assistant.model.policy import Library
from assistant.model.rule import ASPECTS, VERDICTS
from assistant.present.answer.page import answer_view, present, tile, tiles
from assistant.present.question import NeedsView, needs_view, question_view
from assistant.present.sentences import SHORT, TONES, headline
from assistant.present.views import AnswerView
from assistant.present.writer import Writer
from assistant.vocabulary.facts.choice import Choice, YesNo
from tests.present.answer.test_standing import shown
from tests.present.conftest import LANGUAGES, Asked
from tests.present.showing import ask, noon, rendered, texts

DAY = {
    "en": re.compile(r"\b[A-Z][a-z]{2} \d{1,2} [A-Z][a-z]{2,3} \d{4}\b"),
    "ja": re.compile(r"年\d{1,2}月\d{1,2}日（.）"),
}
"""A date as either language writes it, with its day of the week."""
TWICE = re.compile(r"(?<=\d)\s?(km|m|months?|years?|か月|年) ?\1(?![a-z])")
"""A number that carries its unit twice."""


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_text_is_in_the_language_and_whole(asked: list[Asked], words: dict[str, Words], language: str) -> None:
    for one in asked:
        view = present(Writer(one.policy, words[language]), one.outcome, one.case.facts, noon(one.case.on))
        assert {sentence.lang for sentence in rendered(view)} <= {language}, one
        assert not [text for text in texts(view) if "{" in text or "}" in text or TWICE.search(text)], one
        assert not [sentence for sentence in rendered(view) if not sentence.text.strip()], one


def test_both_languages_say_the_same_things(asked: list[Asked], words: dict[str, Words]) -> None:
    for one in asked:
        if isinstance(one.outcome, Answer):
            english, japanese = (
                answer_view(Writer(one.policy, words[each]), one.outcome, noon(one.case.on)) for each in LANGUAGES
            )
            assert _ids(english) == _ids(japanese), one


def _ids(view: AnswerView) -> tuple[object, ...]:
    return (
        view.verdict, view.tone, [(date.name, date.iso) for date in view.dates], [value.name for value in view.values],
        [note.id for note in view.notes], [reading.id for reading in view.readings],
        [clause.id for clause in view.citations], [(given.fact, given.value) for given in view.given],
        [(reason.held, len(reason.tests)) for reason in view.reasons],
        [len(step.skipped) for date in view.dates for step in date.steps],
    )  # fmt: skip


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_date_is_shown_with_its_day_of_the_week(asked: list[Asked], words: dict[str, Words], language: str) -> None:
    for one in asked:
        if isinstance(one.outcome, Answer):
            view = answer_view(Writer(one.policy, words[language]), one.outcome, noon(one.case.on))
            shown = [date.text for date in view.dates]
            shown += [day.text for date in view.dates for step in date.steps for day in step.skipped]
            assert all(DAY[language].search(text) for text in shown), one


def test_every_verdict_answers_the_question(words: dict[str, Words]) -> None:
    for aspect in ASPECTS:
        for verdict in SHORT:
            if verdict in VERDICTS[aspect]:
                for dates in ({}, {"until": "x"}, {"ended_on": "x"}):
                    english, japanese = (
                        words[each].say(headline(aspect, verdict, dates), until="x", ended_on="x", on="x")
                        for each in LANGUAGES
                    )
                    assert english.endswith(".")
                    assert japanese.endswith("。")
                    assert japanese != english


def test_good_and_bad_news_look_different() -> None:
    assert set(TONES) == set(SHORT)
    assert TONES["free"] == TONES["covered"] == "yes"
    assert TONES["payable"] == TONES["not-covered"] == "no"
    assert TONES["conditional"] == "maybe"


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_need_is_shown_as_its_question_with_everything_said_so_far(
    asked: list[Asked], words: dict[str, Words], language: str
) -> None:
    needs = [one for one in asked if isinstance(one.outcome, Needs)]
    assert needs
    for one in needs:
        assert isinstance(one.outcome, Needs)
        view = needs_view(Writer(one.policy, words[language]), one.outcome, noon(one.case.on))
        assert view.question.fact == one.outcome.fact
        assert {given.fact: given.value for given in view.given} == {
            fact: text for fact, text in one.case.facts.items() if fact in one.outcome.facts
        }


def test_a_question_offers_the_options_of_its_fact(library: Library, words: dict[str, Words]) -> None:
    for policy in library.policies.values():
        for fact, asked_for in policy.facts.items():
            view = question_view(Writer(policy, words["ja"]), fact)
            assert view.kind == asked_for.key()
            offered = [option.id for option in view.options]
            if isinstance(asked_for, Choice):
                assert offered == [*asked_for.options]
            else:
                bands = [f"band:{band}" for band in getattr(asked_for, "bands", ())]
                assert offered == (["yes", "no"] if isinstance(asked_for, YesNo) else bands)
            assert bool(view.hint) == (asked_for.key() in ("date", "date-time"))


@pytest.mark.parametrize(
    ("years", "english", "japanese"), [("1", "1 year", "1年"), ("2", "2 years", "2年"), ("20", "20 years", "20年")]
)
def test_one_of_a_unit_is_named_in_the_singular(
    library: Library, words: dict[str, Words], years: str, english: str, japanese: str
) -> None:
    facts = {"unit_purchase_date": "2025-01-05", "invoice_date": "2025-01-06", "years": years}
    for language, told in (("en", english), ("ja", japanese)):
        view = ask(library, words[language], "swap-out", "contract-period", "due", facts, dt.date(2025, 2, 3))
        assert isinstance(view, AnswerView)
        assert [given.text.text for given in view.given if given.fact == "years"] == [told]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_other_questions_of_a_topic_are_answered_asked_or_refused(
    asked: list[Asked], words: dict[str, Words], language: str
) -> None:
    states = set()
    for one in asked:
        topic, writer = one.policy.topics[one.case.topic], Writer(one.policy, words[language])
        mine, now = next(aspect for aspect in ASPECTS if aspect == one.case.aspect), noon(one.case.on)
        if isinstance(one.outcome, Answer):
            others = tiles(writer, one.outcome, one.case.facts, now)
            assert [tile.aspect for tile in others] == [aspect for aspect in topic.aspects if aspect != mine]
        own = tile(writer, one.outcome, topic.id, mine, now)
        assert own.value
        states.add(own.state)
        if isinstance(one.outcome, Answer):
            view = answer_view(writer, one.outcome, now)
            over = view.standing.kind == "passed"
            plain = over or (one.outcome.rule.in_a_word and TONES[one.outcome.verdict] == "no")
            assert (own.state, own.tone) == ("answered", "plain" if plain else TONES[one.outcome.verdict]), one
            day = DAY[language].search(own.value)
            assert bool(day) == (over or one.outcome.verdict == "dated"), (one, own.value)
            assert (words[language].say("{value} (passed)", value="") in own.value) == over, one
            assert over or (own.value != _certain(view)) == any(caveat.doubt for caveat in view.caveats), one
        else:
            assert own.state == ("needs" if isinstance(one.outcome, Needs) else "invalid"), one
    assert states == {"answered", "needs", "invalid"}


def _certain(view: AnswerView) -> str:
    return view.dates[-1].text if view.verdict == "dated" else view.verdict_text


def test_the_notice_that_all_has_ended_stands_only_after_the_end(asked: list[Asked], words: dict[str, Words]) -> None:
    noticed = set()
    for one in asked:
        if not isinstance(one.outcome, Invalid):
            view = present(Writer(one.policy, words["ja"]), one.outcome, one.case.facts, noon(one.case.on))
            assert isinstance(view, AnswerView | NeedsView)
            after = one.policy.about.ended_after
            assert bool(view.place.notice) == (after is not None and one.case.on > after), one
            noticed.add(bool(view.place.notice))
    assert noticed == {True, False}


@pytest.mark.parametrize(
    ("facts", "first"),
    [
        ({"level": "silver", "work": "uninstallation", "mounted_height_m": "3"}, "For work on a unit mounted higher"),
        ({"level": "bronze", "work": "collection"}, "With Bronze, package the faulty unit"),
        ({"level": "silver", "work": "uninstallation", "mounted_height_m": "2"}, "Ring 1300 NEC HELP"),
    ],
)
def test_the_condition_of_an_answer_is_the_first_thing_to_do(
    library: Library, words: dict[str, Words], facts: dict[str, str], first: str
) -> None:
    view = shown(
        library, words["en"], ("swap-out", "included-work", "covered", facts), "2026-01-15", "2026-01-15T12:00+00:00"
    )
    assert view.next_steps is not None
    assert view.next_steps.parts[0].steps[0].text.text.startswith(first)


@pytest.mark.parametrize(
    ("case", "on", "same", "told"),
    [
        (("swap-out", "renewal-notice", "due", {"term_end": "2026-06-30"}), "2026-01-15", True,
         "Passed 183 days ago"),
        (("licence-desk", "resolution-time", "due", {"system": "sv9500", "priority": "low"}), "2026-01-15", False,
         "For an earlier time"),
    ],
)  # fmt: skip
def test_how_long_ago_it_passed_stands_beside_the_answer_of_today_alone(
    library: Library,
    words: dict[str, Words],
    case: tuple[str, str, str, dict[str, str]],
    on: str,
    same: bool,
    told: str,
) -> None:
    view = shown(library, words["en"], case, on, "2026-11-30T12:00+00:00")
    assert (view.place.same, view.standing.text.text) == (same, told)
    assert view.place.elsewhen is not None
    assert ("This is today’s answer." in view.place.elsewhen.text) == same


@pytest.mark.parametrize(("fault", "value"), [("installation", "Not covered"), ("unit", "Included")])
def test_beside_a_refusal_no_question_is_told_a_yes(
    library: Library, words: dict[str, Words], fault: str, value: str
) -> None:
    known = {"fault": fault, "in_warranty": "yes", "term_end": "2026-12-31"}
    day = dt.date(2026, 1, 15)
    view = ask(library, words["en"], "swap-out", "onsite-visit", "covered", known, day, noon(day))
    assert isinstance(view, AnswerView)
    assert [one.value for one in view.tiles if one.aspect == "free"] == [value]
