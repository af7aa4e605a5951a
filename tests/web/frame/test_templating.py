"""Words that are explained or that stand in one line, found in a finished page."""

import datetime as dt
import re
from collections.abc import Callable
from functools import partial

import pytest
from jinja2 import pass_context
from jinja2.runtime import Macro
from markupsafe import Markup

from assistant.i18n.fill import Rendered
from assistant.i18n.formats import format_day, format_moment
from assistant.i18n.language import Language
from assistant.i18n.words import Words
from assistant.loading import load_all_words, load_languages
from assistant.present.policy.terms import TermView
from assistant.present.views import DateView
from assistant.settings import Settings
from assistant.web.frame.site import ASSETS
from assistant.web.frame.templating import KEPT, PIECES, TEMPLATES, Templates, dated, day, met_in, spelt_out, unbroken


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


def test_once_prepared_no_template_is_read_any_more(japanese: Words, monkeypatch: pytest.MonkeyPatch) -> None:
    templates = Templates(japanese, japanese.languages, ASSETS)
    templates.prepare()
    monkeypatch.setattr(templates.loader, "load", None)
    for name in ("answer.html", "home.html", *PIECES):
        assert templates.get_template(name).name == name


@pytest.mark.parametrize(
    ("said", "kept"),
    [
        ("of the NEC Swap-Out Service itself", "Swap-Out"),
        ("for an On-site visit", "On-site"),
        ("We go by this clock: Mon 30 Nov 2026, 15:31", "30 Nov 2026"),
        ("Ring 1300 NEC HELP (1300 632 4357) first", "1300 632 4357"),
        ("1300 NEC HELP（1300 632 4357）に電話します。", "1300 632 4357"),
        ("申込書と、12か月以上の契約が必要です。", "12か月"),
    ],
)
def test_no_line_breaks_within_a_hyphenated_name_a_day_a_span_or_a_telephone_number(said: str, kept: str) -> None:
    words = load_languages(Settings())["en" if said.isascii() else "ja"].unbroken
    assert f'<span class="nowrap">{kept}</span>' in unbroken(f"<p>{said}</p>", words)


def test_words_and_times_that_stand_in_one_line_are_marked_in_prose_alone() -> None:
    """Not in tags, in labels, nor where text is no HTML; the longest word wins."""
    prose = "お電話でもお問い合わせいただけます。受付は2026年12月2日（水）の9:00～12:00です。"
    button, text = f'<a class="button" title="{prose}">{prose}</a>', f"<textarea>{prose}</textarea>"
    html = f"{button}<h2>お問い合わせ先</h2><p>{prose}</p>{text}"
    marked = prose.replace("お問い合わせ", '<span class="nowrap">お問い合わせ</span>')
    for kept in ("9:00～12:00", "2026年12月2日（水）"):
        marked = marked.replace(kept, f'<span class="nowrap">{kept}</span>')
    words = ("問い合わせ", "お問い合わせ", "#:#～#:#", "#年#月#日", "#年#月#日（_）")
    assert unbroken(html, words) == html.replace(f"<p>{prose}", f"<p><span>{marked}</span>")
    assert unbroken(html, ()) == html


DAY, MOMENT = dt.date(2027, 3, 31), dt.datetime(2027, 3, 31, 9, 30)
ENGLISH = '<span lang="en" dir="auto">As of <time datetime="{}">{}</time>.</span>'


@pytest.fixture
def japanese() -> Words:
    """The words of a language that lacks the sentence."""
    return load_all_words(Settings())["ja"]


@pytest.mark.parametrize(
    ("write", "value", "shown"),
    [(format_day, DAY, "Wed 31 Mar 2027"), (format_moment, MOMENT, "Wed 31 Mar 2027, 09:30")],
    ids=["a day", "a moment"],
)
def test_a_day_inside_a_sentence_of_another_language_is_written_in_that_one(
    japanese: Words, write: Callable[[dt.date, Language], str], value: dt.date, shown: str
) -> None:
    iso = value.isoformat()
    said = japanese.say("As of {day}.", day=day(japanese.written(write, value), iso))
    assert str(said) == f"As of {shown}."
    assert said.__html__() == ENGLISH.format(iso, shown)


def test_a_day_inside_a_sentence_of_the_page_is_written_as_the_page_has_it(japanese: Words) -> None:
    said = japanese.say("As of today, {day}.", day=day(japanese.written(format_day, DAY), "2027-03-31"))
    assert said.lang == "ja"
    assert '<time datetime="2027-03-31">2027年3月31日（水）</time>' in said.__html__()
    assert "lang=" not in said.__html__()


def test_words_around_a_day_keep_their_language_in_a_sentence_of_another(japanese: Words) -> None:
    midnight = Rendered("3月31日の終わり", "ja")
    said = japanese.say("As of {day}.", day=day(midnight, "2027-04-01T00:00"))
    inner = '<span lang="ja" dir="auto"><time datetime="2027-04-01T00:00">3月31日の終わり</time></span>'
    assert said.__html__() == f'<span lang="en" dir="auto">As of {inner}.</span>'


def test_a_date_of_an_answer_is_marked_in_a_sentence_of_another_language(japanese: Words) -> None:
    one = DateView(
        "due", Rendered("期限", "ja"), "2027-03-31", japanese.written(format_day, DAY), (), (), (), "", passed=False
    )
    headline = japanese.say("Pay by {due}.", due=one.text)
    assert dated(headline, [one], words=japanese) == (
        '<span lang="en" dir="auto">Pay by <time datetime="2027-03-31">Wed 31 Mar 2027</time>.</span>'
    )


@pytest.mark.parametrize("on", ["2027-03-31", "2027-03-31T09:00"])
def test_the_day_asked_about_is_marked_though_it_is_no_date_of_the_answer(japanese: Words, on: str) -> None:
    headline = japanese.say("It was open on {moment}.", moment="2027年3月31日（水）9:00")
    assert '<time datetime="2027-03-31">2027年3月31日（水）</time>9:00' in dated(headline, [], on, words=japanese)
    assert "<time" not in dated(headline, [], "2027-04-01", words=japanese)


CALLS = """{% macro m(a, b="<") %}{{ b }}{{ caller() if caller is defined else a }}{% endmacro %}
{% block t %}{% for n in [1] %}{% set k = n %}{{ note(k, *[2], at=k) }}{{ m("&", b=k) }}{% endfor %}{% endblock %}
{{ self.t() }}{% call m(1) %}{{ m("<i>") }}{% endcall %}"""


def test_what_a_template_calls_is_given_what_stands_there_and_nothing_else() -> None:
    """Not the page that calls it, which Jinja looks for at each call."""
    known, given = Settings(), list[object]()
    words, languages = load_all_words(known)["en"], load_languages(known)

    @pass_context
    def note(*args: object, **named: object) -> str:
        given.append((args, named))
        return "<b>"

    fast, slow = (
        Templates(words, languages, ASSETS, fast=one).from_string(CALLS).render(note=note) for one in (True, False)
    )
    assert given[0] == ((1, 2), {"at": 1})
    assert fast == slow


@pytest.mark.parametrize("file", PIECES)
def test_what_is_kept_is_called_from_other_files_for_a_file_calls_its_own_macros_anew(file: str) -> None:
    """An icon alone is written sooner than looked up."""
    text = (TEMPLATES / file).read_text("utf-8")
    macros = re.findall(r"macro (\w+)\((.*?)endmacro", text, re.DOTALL)
    calls = {(name, called) for name, body in macros for called in re.findall(r"(\w+)\(", body)}
    own = KEPT.intersection(name for name, _ in macros) - {"icon"}
    assert {one for one in calls if one[0] not in KEPT and one[1] in own} == set()
