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
from assistant.present.share.text import as_text
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
def test_a_short_reply_names_the_policy_and_what_it_rests_on_what_to_do_or_whom_to_reach_and_the_link(
    asked: list[Asked], words: dict[str, Words], language: str
) -> None:
    for one in asked:
        for now in (noon(one.case.on), noon(dt.date(2090, 1, 1))):
            view = present(Writer(one.policy, words[language]), one.outcome, one.case.facts, now)
            if isinstance(view, AnswerView):
                lines = short_reply(view, words[language], "https://x").splitlines()
                about = words[language].say(
                    "{label}: {value}", label=view.place.policy_title, value=view.place.topic_title
                )
                before = [about, *view.place.notices]
                head = words[language].say("{answer} (As of {day})", answer=view.headline, day=view.place.on_text)
                assert lines[: len(before) + 2] == [*before, head, view.reasons[0].say], one
                basis = lines[len(before) + 2 : -1]
                assert all(any(fact.label in line and fact.text in line for line in basis) for fact in view.given), one
                assert all(any(line.startswith(caveat.text) for line in basis) for caveat in view.caveats), one
                assert lines[-1] == "https://x"
                reached = [] if view.unnamed else [one.phone or one.email or one.url for one in view.contacts[:1]]
                ways = [view.next_steps.first] if view.next_steps else reached
                assert all(lines[-2].endswith(way or "?") for way in ways), one
                told = {*lines[len(before) + 2 :]} - {*basis[-len(ways) :], view.settled, "https://x"}
                assert len(told) <= len(view.caveats) + 1, f"what was entered in a line: {one}"
