"""The words of a document that not everybody knows."""

import pytest

from assistant.i18n.words import Words
from assistant.model.policy import Library
from assistant.present.policy.terms import terms
from assistant.present.writer import Writer
from tests.present.conftest import LANGUAGES
from tests.present.showing import rendered


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_word_is_explained_in_the_language(library: Library, words: dict[str, Words], language: str) -> None:
    for policy in library.policies.values():
        found = terms(Writer(policy, words[language]))
        assert [one.id for one in found] == [*policy.words]
        assert {sentence.lang for one in found for sentence in rendered(one)} <= {language}
        assert all(one.general or one.means for one in found), "an explanation that explains nothing"
        assert all(bool(one.means) == bool(one.cites) for one in found), "what the document says has a clause"


def test_only_an_abbreviation_is_short_for_something(library: Library, words: dict[str, Words]) -> None:
    found = {one.id: one.long for one in terms(Writer(library.policies["licence-desk"], words["en"]))}
    assert (found["swa"], found["licence-carrier"]) == ("Software Assurance", "")
    japanese = {one.id: one.long for one in terms(Writer(library.policies["swap-out"], words["ja"]))}
    assert (japanese["acdt"], japanese["gpo"]) == ("Australian Central Daylight Time", "")
