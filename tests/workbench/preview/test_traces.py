"""Words leave a trace: each sentence tells which message it is, in HTML and where no element may stand."""

from pathlib import Path

from assistant.i18n.fill import Rendered
from assistant.model.record import Text
from assistant.workbench.preview.traces import Ledger, Sentence, Traced, heard, traced
from tests.conftest import words_of


def entered(ledger: Ledger, text: str) -> Traced:
    return ledger.traced(Rendered(text, "en"), text, text, "en")


def test_where_no_element_may_stand_whoever_listens_hears_of_a_sentence() -> None:
    ledger = Ledger()
    one, two = (entered(ledger, text) for text in ("One", "Two"))
    with heard() as numbers:
        assert one.text == "One"
    assert two.text == "Two"
    assert list(numbers) == [0]


def test_nobody_hears_of_a_sentence_once_listening_has_ended() -> None:
    ledger = Ledger()
    with heard() as outer:
        with heard() as inner:
            assert entered(ledger, "One").text == "One"
        assert entered(ledger, "Two").text == "Two"
    assert (list(outer), list(inner)) == ([1], [0])


def test_a_sentence_has_the_same_number_however_often_it_is_said() -> None:
    ledger = Ledger()
    assert [entered(ledger, text).number for text in ("One", "Two", "One")] == [0, 1, 0]
    assert ledger.sentences == [Sentence("One", "One", "en"), Sentence("Two", "Two", "en")]


def test_sentences_of_the_content_and_of_the_interface_are_entered(locales: Path) -> None:
    ledger, plain = Ledger(), words_of(locales, "ja")
    words = traced(plain, ledger)
    text = Text("garden.title", "鍵 {count}")
    said = [words.text(text, "ja", count=2), words.say("Answer"), words.plural("{count} day", "{count} days", 2)]
    assert [one.text for one in said] == ["鍵 2", plain.say("Answer"), plain.plural("{count} day", "{count} days", 2)]
    assert ledger.sentences == [
        Sentence("garden.title", "鍵 {count}", "ja"), Sentence("", "Answer", "en"), Sentence("", "{count} day", "en"),
    ]  # fmt: skip
    assert said[0].__html__() == "<x-said n=0>鍵 2</x-said>"
