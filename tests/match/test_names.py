"""A question that is nothing but the name of an option."""

import pytest

from assistant.match.names import Meanings, Names
from assistant.match.question import Matcher
from assistant.match.understanding import Meant
from assistant.match.wordings import Ignored, spellings_of, wordings_of
from assistant.model.policy import Library
from tests.match.grammar import words
from tests.match.sample import FACTS
from tests.match.test_catalogue import matcher
from tests.match.test_facts import NOW

__all__ = ["matcher"]

IGNORED = Ignored.of(words())
NAMES = Names.build({"tool-hire": wordings_of(spellings_of(FACTS, {}), IGNORED)}, IGNORED)


@pytest.mark.parametrize(
    ("text", "option"),
    [("DR950", "dr950"), ("  dr-950? ", "dr950"), ("Lawn mower", "lawn-mower"), ("ドリル950。", "dr950")],
)
def test_a_bare_name_is_its_option(text: str, option: str) -> None:
    found = NAMES.alone(text)
    assert found is not None
    assert (found.policy, found.fact, found.option) == ("tool-hire", "tool", option)
    assert text[slice(*found.place)] == found.text


@pytest.mark.parametrize("text", ["", "the DR950 is broken", "mend", "a drill", "yes"])
def test_a_text_that_says_more_or_only_a_common_word_is_none(text: str) -> None:
    assert NAMES.alone(text) is None


@pytest.fixture(scope="module")
def meanings(library: Library) -> Meanings:
    return Meanings.build(library.policies.values(), {}, words(), IGNORED)


@pytest.mark.parametrize(
    "text",
    [
        "What is an LMC?", "what's LMC", "what does LMC mean?", "What does an LMC stand for", "meaning of LMC",
        "LMC持ってるかどうか知りたい", "LMCを持っているか知りたい", "LMCはうちにある？", "LMCがあるか確認したい",
        "LMCは当社にありますか", "LMCを持っているか分からない",
        "LMCとは", "LMCとは何ですか？", "LMCって何？", "LMCの意味", "ＬＭＣとは",
        "what is the license manager client",
    ],
)  # fmt: skip
def test_who_asks_what_a_word_means_is_understood(meanings: Meanings, text: str) -> None:
    assert meanings.meant(text) == Meant("licence-desk", "lmc", True)


@pytest.mark.parametrize("text", ["LMC", " lmc. ", "License Manager Client"])
def test_a_bare_word_is_known_and_may_mean_anything(meanings: Meanings, text: str) -> None:
    assert meanings.meant(text) == Meant("licence-desk", "lmc", False)


@pytest.mark.parametrize(
    "text", ["", "?", "what is", "what is the fee for an LMC", "what does Swap-Out cost", "LMCは無料ですか", "とは"]
)
def test_who_asks_something_else_of_a_word_asks_for_no_meaning(meanings: Meanings, text: str) -> None:
    assert meanings.meant(text) is None


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("LMCとは何ですか。うちにもありますか。", "lmc"),
        ("LMCって何？どこで見られる？", "lmc"),
        ("What is an LMC, and do I have one?", "lmc"),
        ("What is an LMC and where do I find mine?", "lmc"),
        ("What is SWA? Do we need it?", "swa"),
        ("What does HWKC mean? We got a letter about it.", "hwkc"),
        ("SWAって何？ドングル交換は無料？", None),
        ("What is a dongle? Is a new one free?", None),
        ("What is SWA? When is a carrier change done?", None),
    ],
)
def test_a_word_asked_for_first_is_told_where_nothing_else_is_asked(
    matcher: Matcher, text: str, word: str | None
) -> None:
    found = matcher.understand(text, NOW).word
    assert (found and found.term) == word
