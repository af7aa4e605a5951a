"""Views as plain text, and the texts of single values."""

import datetime as dt
import re

import pytest

from assistant.decide import Answer, Needs
from assistant.errors import UnknownPage
from assistant.i18n.words import Words
from assistant.model.policy import Library
from assistant.present.answer.page import present
from assistant.present.question import NeedsView
from assistant.present.share.document import short_reply
from assistant.present.share.writing import as_text
from assistant.present.views import AnswerView
from assistant.present.writer import Writer
from tests.present.conftest import LANGUAGES, Asked
from tests.present.showing import ask, noon

ON = dt.date(2026, 1, 5)
NESTED = re.compile(r"（[^）]*（")


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_plain_text_of_an_answer_holds_all_of_it(
    asked: list[Asked], words: dict[str, Words], language: str
) -> None:
    for one in asked:
        view = present(Writer(one.policy, words[language]), one.outcome, one.case.facts, noon(one.case.on))
        text = as_text(view, words[language])
        assert text.endswith("\n")
        assert "\n\n\n" not in text
        if isinstance(view, AnswerView):
            assert isinstance(one.outcome, Answer)
            parts = [view.headline, view.reasons[0].say, *(note.text for note in view.notes), view.place.topic_title]
            parts += [clause.gist for clause in view.citations] + [given.text for given in view.given]
            assert [part.text for part in parts if part.text not in text] == [], one
            days = [day for date in view.dates for step in date.steps for day in step.skipped]
            assert [day.text for day in days if f"{day.text}" not in text] == [], one
            assert one.outcome.edition in text
        elif isinstance(view, NeedsView):
            assert isinstance(one.outcome, Needs)
            assert view.question.question.text in text
            assert all(
                f"{view.question.fact}={option.id}  {option.label.text}" in text for option in view.question.options
            )


def test_japanese_lines_use_japanese_marks(asked: list[Asked], words: dict[str, Words]) -> None:
    for one in asked:
        text = as_text(
            present(Writer(one.policy, words["ja"]), one.outcome, one.case.facts, noon(one.case.on)), words["ja"]
        )
        assert [line for line in text.splitlines() if line.startswith("- ") and (": " in line or "。 " in line)] == []


@pytest.mark.parametrize(
    ("policy", "topic", "aspect", "kind"),
    [
        ("licence", "voucher", "free", "policy"),
        ("licence-desk", "vouchers", "free", "topic"),
        ("licence-desk", "voucher", "due", "aspect"),
        ("licence-desk", "request-service", "free", "aspect"),
        ("licence-desk", "voucher", "Free", "aspect"),
    ],
)
def test_an_unknown_address_says_what_was_looked_for(
    library: Library, words: dict[str, Words], policy: str, topic: str, aspect: str, kind: str
) -> None:
    with pytest.raises(UnknownPage) as unknown:
        ask(library, words["en"], policy, topic, aspect, {}, ON)
    assert unknown.value.kind == kind


def test_no_brackets_stand_inside_brackets(asked: list[Asked], words: dict[str, Words]) -> None:
    for one in asked:
        for now in (noon(one.case.on), noon(dt.date(2090, 1, 1))):
            view = present(Writer(one.policy, words["ja"]), one.outcome, one.case.facts, now)
            lines = as_text(view, words["ja"]).splitlines()
            assert [line for line in lines if NESTED.search(line)] == [], one


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_short_reply_is_three_lines_of_what_is_so_what_it_rests_on_and_the_link(
    asked: list[Asked], words: dict[str, Words], language: str
) -> None:
    for one in asked:
        for now in (noon(one.case.on), noon(dt.date(2090, 1, 1))):
            view = present(Writer(one.policy, words[language]), one.outcome, one.case.facts, now)
            if isinstance(view, AnswerView):
                say, place = words[language].say, view.place
                about, answer, why, *ways, link = short_reply(view, words[language], "https://x").splitlines()
                assert about == say("{label}: {value}", label=place.policy_title, value=place.topic_title)
                dated = say("{answer} (As of {day})", answer=view.headline, day=place.on_text)
                assert (view.headline if place.elsewhen else dated) in answer, "on its own it can be read aloud"
                notices = [each for each in place.notices if view.verdict != "ended" or each != place.notice]
                assert all(each in answer for each in notices), "what tells that it is not so now stands before it"
                assert all(caveat.text in answer for caveat in view.caveats), one
                assert (why, link) == (view.reasons[0].say, "https://x")
                told = [fact for fact in view.given if not (fact.label in answer and fact.text in answer)]
                basis = ways.pop() if told else ""
                assert all(fact.label in basis and fact.text in basis for fact in told), one
                reached = [] if view.unnamed else [one.phone or one.email or one.url for one in view.contacts[:1]]
                wanted = [view.next_steps.first] if view.next_steps else reached
                assert len(ways) == len(wanted)
                assert all(each.endswith(way or "?") for each, way in zip(ways, wanted, strict=True)), one
