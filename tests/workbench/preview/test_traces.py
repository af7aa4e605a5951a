"""Words leave a trace: each sentence tells which message it is, in HTML and where no element may stand."""

from pathlib import Path

from markupsafe import escape

from assistant.i18n.fill import Rendered, rendered
from assistant.model.record import Text
from assistant.workbench.preview.traces import (
    Ledger,
    Sentence,
    Shown,
    Traced,
    dress,
    heard,
    insert,
    main_of,
    set_apart,
    traced,
)
from tests.conftest import words_of


def entered(ledger: Ledger, text: str, said: Rendered | None = None) -> Traced:
    return ledger.traced(said or Rendered(text, "en"), text, text, "en")


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


def test_traces_become_tags_behind_the_sentence_and_behind_what_is_pressed() -> None:
    ledger = Ledger()
    one, two = (entered(ledger, text).__html__() for text in ("One", "Two"))
    dressed = dress(f'<p>{one} <a href="/">{two}</a>.</p>', lambda number: Shown("said", f"<i>{number}</i>"))
    assert dressed.html == (
        '<p><span class="said">One</span><i>0</i> <a href="/"><span class="said">Two</span></a><i>1</i>.</p>'
    )
    assert dressed.numbers == [0, 1]


def test_a_sentence_in_a_sentence_is_tagged_inside_it() -> None:
    ledger = Ledger()
    said = rendered("out {gap} out", "en", "en", {"gap": entered(ledger, "in")}, strict=True)
    dressed = dress(entered(ledger, "out", said).__html__(), lambda number: Shown("", f"<i>{number}</i>"))
    assert dressed.html == "out in<i>0</i> out<i>1</i>"


def test_the_html_that_a_page_shows_to_be_copied_holds_no_trace() -> None:
    html = f"<textarea>{escape(str(entered(Ledger(), 'One').__html__()))}</textarea>"
    assert dress(html).html == "<textarea>One</textarea>"


def test_ids_are_set_apart_with_all_that_names_them() -> None:
    html = (
        '<p id="a"></p><label for="a b"></label><a href="#a">id="a"</a><a href="/en/x">x</a><a href="/en/y.txt">y</a>'
    )
    assert set_apart(html, "left-", "/en/", "/z/") == (
        '<p id="left-a"></p><label for="left-a left-b"></label><a href="#left-a">id="a"</a><a href="/z/x">x</a>'
        '<a href="/en/y.txt">y</a>'
    )


def test_a_piece_stands_in_front_of_the_first_of_its_tags() -> None:
    places = [("</head>", "<link>"), ("<p>", "<hr>"), ("<nowhere>", "<b>")]
    assert insert("<head></head><p>a</p><p>b</p>", places) == "<head><link></head><hr><p>a</p><p>b</p>"


def test_the_main_part_is_all_of_a_page_that_has_none() -> None:
    assert main_of('<body><main id="main">\n<p>a</p></main></body>') == "\n<p>a</p>"
    assert main_of("<p>a</p>") == "<p>a</p>"
