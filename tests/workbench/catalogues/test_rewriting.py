"""A sentence that has no name, and is rewritten, keeps its translation as stale; another one never takes it."""

import polib
import pytest
from rapidfuzz.fuzz import ratio

from assistant.i18n.catalogues import strings
from assistant.workbench.catalogues.sync import LIKE, merge
from assistant.workbench.catalogues.template import EVERYWHERE, Message, Template

SEE = "See the clauses that this answer rests on."


def _merge(*messages: Message, old: list[polib.POEntry]) -> list[polib.POEntry]:
    return merge(Template("ui", "en", messages, by_context=False), old, 1)


def _state(entry: polib.POEntry) -> tuple[str, bool, str | None]:
    """The translation, whether it is stale, and the text that it was made from where it is."""
    return "/".join(strings(entry)), entry.fuzzy, entry.previous_msgid


@pytest.mark.parametrize(
    ("before", "now"),
    [
        ("This is not free of charge.", "No, this is not free of charge."),
        (SEE, "Show the clauses that this answer rests on"),
        ("Who wrote this page", "Who wrote these pages"),
        ("At {time} on that day: {day}", "By {time} on that day: {day}"),
        ("This ended on {day}.", "This has ended on {ended_on}."),
    ],
)
def test_a_sentence_without_a_name_that_is_rewritten_keeps_its_translation_as_stale(before: str, now: str) -> None:
    old = [polib.POEntry(msgid=before, msgstr="訳文。", flags=[])]
    (entry,) = _merge(Message(now), old=old)
    assert _state(entry) == ("訳文。", True, before)
    (back,) = _merge(Message(before), old=[entry])
    assert _state(back) == ("訳文。", False, None)


@pytest.mark.parametrize(
    ("before", "now"),
    [
        ("Send", "Send it to somebody who knows"),
        ("Two figures are wanted.", "This is not free of charge."),
        ("the text is not in quotes", "keep editions of the content"),
        ("“{given}” cannot be chosen here. {sentence}", "This does not hold here: {found}."),
    ],
)
def test_a_new_sentence_of_the_interface_takes_no_translation_of_one_that_said_something_else(
    before: str, now: str
) -> None:
    new, gone = _merge(Message(now), old=[polib.POEntry(msgid=before, msgstr="訳文。")])
    assert (_state(new), gone.obsolete, gone.msgstr) == (("", False, None), True, "訳文。")


@pytest.mark.parametrize(
    ("context", "plural"), [("a month", ""), ("", "Free until {day} (many)")], ids=["another context", "a plural"]
)
def test_another_context_or_a_plural_makes_it_another_sentence(context: str, plural: str) -> None:
    old = [polib.POEntry(msgid="Free until {day}.", msgstr="{day}まで無料です。")]
    new, _ = _merge(Message("Free until {day}", context, plural), old=old)
    assert not any(strings(new))


def test_a_sentence_that_is_still_there_lends_its_translation_to_none_that_is_like_it() -> None:
    old = [polib.POEntry(msgid=SEE, msgstr="条項を見る")]
    _, new = _merge(Message(SEE), Message(f"{SEE}."), old=old)
    assert _state(new) == ("", False, None)


@pytest.mark.parametrize(
    ("gone", "taken"),
    [
        (["Free until {day}.", "Free until {moment}."], 1),
        (["It is free up to {moment}.", "Free till {day}."], 0),
        (["It will be {moment}.", "It is free until {day}."], 1),
    ],
    ids=["the same gap among two alike", "the same gap though less alike", "other gaps but far more alike"],
)
def test_of_several_that_are_gone_the_likest_is_taken_and_rather_one_with_the_same_gaps(
    gone: list[str], taken: int
) -> None:
    old = [polib.POEntry(msgid=text, msgstr=f"{place}") for place, text in enumerate(gone)]
    new, *left = _merge(Message("It is free until {moment}."), old=old)
    assert (new.msgstr, len(left)) == (f"{taken}", 1)


def test_a_sentence_that_is_rewritten_little_by_little_keeps_its_translation() -> None:
    entries = [polib.POEntry(msgid=SEE, msgstr="条項を見る")]
    for text in ("Show the clauses that this answer rests on", last := "Show what clauses an answer goes by"):
        entries = _merge(Message(text), old=entries)
    assert [(entry.msgid, *_state(entry)) for entry in entries] == [(last, "条項を見る", True, SEE)]
    assert ratio(SEE, last) < LIKE


def test_what_a_language_writes_itself_is_kept_for_no_other_name() -> None:
    old = [polib.POEntry(msgctxt="term", msgid="SV9300", msgstr="SV9300\nsv 9300")]
    new, gone = merge(Template("terms", EVERYWHERE, (Message("SV9500", "term"),), by_context=False), old, 1)
    assert (_state(new), gone.obsolete) == (("", False, None), True)


@pytest.mark.parametrize("now", ["{count} day earlier", "{count} days left for this", "{label}: {count} day left"])
def test_a_message_that_stood_there_empty_takes_no_guess(now: str) -> None:
    """A language that was begun has many; one of the sentences that it has goes."""
    old = [polib.POEntry(msgid="{count} day left", msgstr="{count} dzień"), polib.POEntry(msgid=now, msgstr="")]
    empty, gone = _merge(Message(now), old=old)
    assert (_state(empty), gone.obsolete) == (("", False, None), True)
