"""The start: questions that people ask often, an example with its answer, policies in the order that serves."""

import datetime as dt
from dataclasses import replace

import pytest

from assistant.i18n.words import Words
from assistant.model.policy import Library
from assistant.present.policy.start import EACH, by_aspect, example, in_order, most_asked, shelves
from assistant.present.writer import Writer
from tests.present.conftest import LANGUAGES

BEFORE, AFTER = (dt.datetime(2026, month, 1, 3, tzinfo=dt.UTC) for month in (3, 4))
Words_ = dict[str, Words]


def writers(library: Library, words: Words_, language: str) -> list[Writer]:
    return [Writer(policy, words[language]) for policy in library.policies.values()]


@pytest.mark.parametrize(
    ("language", "now", "order"),
    [
        ("ja", BEFORE, ["desknets-web-meeting", "licence-desk", "swap-out"]),
        ("en", BEFORE, ["licence-desk", "swap-out", "desknets-web-meeting"]),
        ("en", AFTER, ["swap-out", "desknets-web-meeting", "licence-desk"]),
        ("ja", AFTER, ["desknets-web-meeting", "swap-out", "licence-desk"]),
    ],
)
def test_what_has_ended_comes_last_and_the_readers_language_first(
    library: Library, words: Words_, language: str, now: dt.datetime, order: list[str]
) -> None:
    every = writers(library, words, language)
    assert [one.policy.id for one in in_order(every, now)] == order
    found = shelves(every, now)
    assert [one.policy for one in found] == order
    assert [one.policy for one in found if one.notice] == (order[-1:] if now == AFTER else [])
    assert all(len(one.topics) == len(library.policies[one.policy].topics) for one in found)


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_people_ask_most_is_of_policies_that_have_not_ended(
    library: Library, words: Words_, language: str
) -> None:
    asked = most_asked(writers(library, words, language), AFTER)
    assert {one.policy for one in asked} == {"desknets-web-meeting", "swap-out"}
    assert {one.question.lang for one in asked} == {language}
    groups = by_aspect(asked)
    assert [aspect for aspect, _ in groups] == ["free", "due", "covered"]
    assert all(len(ones) == EACH == len({one.policy for one in ones}) for _, ones in groups), "one of each policy"


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_counted_comes_first_and_the_rest_stays(library: Library, words: Words_, language: str) -> None:
    every = writers(library, words, language)
    named = most_asked(every, AFTER)
    worded = named[-1]
    counted = [
        ("swap-out/registration", "due"), (f"{worded.policy}/{worded.topic}", worded.aspect), ("gone/topic", "free"),
        ("licence-desk/hwkc-replacement", "free"), ("swap-out/registration", ""),
    ]  # fmt: skip
    found = most_asked(every, AFTER, counted)
    title = library.policies["swap-out"].topics["registration"].title
    assert (found[0].topic, found[0].aspect, found[0].facts) == ("registration", "due", {})
    assert found[0].question == every[-1].text(title), "where the content has no question it is the topic"
    assert found[1:] == (worded, *named[:-1]), "what has ended, is gone or has no aspect is not shown"
    before = most_asked(every, BEFORE, counted[:1])
    assert dict(by_aspect(before))["due"][0] == before[0], "whatever the policies of the others are"


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_example_has_its_answer(library: Library, words: Words_, language: str) -> None:
    shown = example(writers(library, words, language), AFTER)
    assert shown is not None
    assert shown.asked.question.lang == shown.headline.lang == language
    assert shown.asked.policy != "licence-desk"


@pytest.mark.parametrize(("without", "shown"), [(("licence-desk",), True), (("licence-desk", "swap-out"), False)])
def test_what_stands_in_another_language_comes_later_and_serves_as_no_example(
    library: Library, words: Words_, without: tuple[str, ...], shown: bool
) -> None:
    language = words["ja"].language.model_copy(update={"id": "de", "without": without})
    german = replace(words["ja"], language=language)
    every = [Writer(policy, german) for policy in reversed(library.policies.values())]
    assert [one.policy.id for one in in_order(every, BEFORE)][-len(without) :] == [*reversed(without)]
    assert (example(every, AFTER) is not None) == shown


def test_without_questions_there_is_no_example(library: Library, words: Words_) -> None:
    bare = [Writer(policy.model_copy(update={"asked": {}}), words["en"]) for policy in library.policies.values()]
    assert example(bare, AFTER) is None
    assert by_aspect(most_asked(bare, AFTER)) == ()
