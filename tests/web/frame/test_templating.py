"""Words that are explained or that stand in one line, found in a finished page."""

from functools import partial

from jinja2.runtime import Macro
from markupsafe import Markup

from assistant.i18n.fill import Rendered
from assistant.loading import load_all_words, load_languages
from assistant.present.policy.terms import TermView
from assistant.settings import Settings
from assistant.web.frame.site import ASSETS
from assistant.web.frame.templating import PIECES, Templates, met_in, spelt_out, unbroken


def term(name: str, long: str = "") -> TermView:
    return TermView(name.lower(), "desk", Rendered(name, "en"), long, None, None, None, ())


SWA, LMC, CARRIER, SERVER = (
    term("SWA", "Software & Assurance"),
    term("LMC", "License Manager"),
    term("carrier"),
    term("サーバー"),
)
TERMS = (SWA, LMC, CARRIER, SERVER)


def test_an_abbreviation_is_spelt_out_where_it_stands_first() -> None:
    assert spelt_out("<p>With SWA, or two SWAs.</p>", TERMS) == (
        '<p>With <abbr title="Software &amp; Assurance">SWA</abbr>, or two SWAs.</p>'
    )


def test_no_heading_link_button_or_tag_is_cut_up() -> None:
    html = '<h1>SWA</h1><a href="/SWA">SWA <b>LMC</b></a><img alt="LMC"><button>LMC</button> SWAN, xLMC'
    assert spelt_out(html, TERMS) == html


def test_what_is_short_for_a_word_is_not_looked_into() -> None:
    assert spelt_out("SWA", (SWA, term("Assurance", "never"))).count("<abbr") == 1


def test_the_words_of_a_page_are_found_in_what_is_read_of_it() -> None:
    html = "<p title='LMC'>Two carriers, サーバーを変更</p>"
    assert met_in(TERMS, html) == [CARRIER, SERVER]
    assert met_in((), html) == []
    assert spelt_out(html, ()) == html


def test_a_word_within_a_longer_one_hides_none_behind_it() -> None:
    both = (term("key carrier"), term("carrier", "what carries"))
    assert spelt_out("monkey carrier", both) == 'monkey <abbr title="what carries">carrier</abbr>'
    assert met_in(both, "key carriers") == [both[0]]


def test_an_element_that_ended_keeps_nothing_behind_it() -> None:
    html = '<button class="a">SWA</button><p>SWA</p>'
    assert spelt_out(html, TERMS).endswith('<p><abbr title="Software &amp; Assurance">SWA</abbr></p>')


def test_a_name_is_looked_for_without_what_stands_around_it_as_html() -> None:
    bare = term("LMC", "License Manager")
    dressed = TermView(
        "lmc", "desk", Rendered("LMC", "en", inner=Markup("<b>LMC</b>")), "License Manager", None, None, None, ()
    )
    assert dressed == bare
    for one in (dressed, bare):
        assert met_in((one,), "two LMCs") == [one]
        assert spelt_out("LMC", (one,)) == '<abbr title="License Manager">LMC</abbr>'


def test_every_macro_is_known_before_its_file_is_read_and_called_directly_once_it_was() -> None:
    known = Settings()
    templates = Templates(load_all_words(known)["en"], load_languages(known), ASSETS)
    unread = {name for name, one in templates.globals.items() if isinstance(one, partial)} - {"number"}
    assert "<svg" in str(templates.from_string('{{ icon("clock") }}').render())
    assert not isinstance(templates.globals["icon"], partial)
    macros = (vars(templates.get_template(file).module) for file in PIECES)
    assert unread == {name for every in macros for name, one in every.items() if isinstance(one, Macro)}


def test_words_and_times_that_stand_in_one_line_are_marked_in_prose_alone() -> None:
    """Not in tags, in labels, nor where text is no HTML; the longest word wins."""
    prose = "お電話でもお問い合わせいただけます。受付は9:00～12:00です。"
    button, text = f'<a class="button" title="{prose}">{prose}</a>', f"<textarea>{prose}</textarea>"
    html = f"{button}<h2>お問い合わせ先</h2><p>{prose}</p>{text}"
    marked = prose.replace("お問い合わせ", '<span class="nowrap">お問い合わせ</span>')
    marked = marked.replace("9:00～12:00", '<span class="nowrap">9:00～12:00</span>')
    assert unbroken(html, ("問い合わせ", "お問い合わせ")) == html.replace(f"<p>{prose}", f"<p>{marked}")
    assert unbroken(html, ()) == html
