"""Sentences are said in the language that is asked for, else in the next one that has them."""

import datetime as dt
from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from functools import partial

import pytest

from assistant.errors import told
from assistant.i18n.fill import EmptyGap, Rendered
from assistant.i18n.formats import format_clock, format_day, format_moment, format_money
from assistant.i18n.language import Language
from assistant.i18n.load import languages, load_words
from assistant.i18n.words import Catalogue, Words, key_of, plural_rule
from assistant.model.record import Text
from tests.i18n.conftest import ANSWER, LEDE, RULE, Project, words_with


def test_a_sentence_of_the_content_is_said_in_the_language_asked_for(project: Project) -> None:
    words = words_with(project, answer="{ask_by}までに申請してください。")
    assert words.text(ANSWER, "en", ask_by="5月1日") == Rendered("5月1日までに申請してください。", "ja")


def test_a_sentence_without_translation_stays_in_its_own_language(project: Project) -> None:
    assert words_with(project).text(LEDE, "en") == Rendered("Ask before you travel.", "en")


def test_the_source_language_needs_no_catalogue(project: Project) -> None:
    words = load_words(project.locales, "en")
    assert words.text(LEDE, "en") == Rendered("Ask before you travel.", "en")
    assert words.say("Now or {later}", later="then") == "Now or then"


def test_a_translation_of_another_wording_is_not_shown(project: Project) -> None:
    words = words_with(project, lede="出張の前にお尋ねください。")
    assert words.text(LEDE, "en").lang == "ja"
    assert words.text(Text(LEDE.context, "Never travel."), "en") == Rendered("Never travel.", "en")


def test_a_third_language_falls_back_to_one_its_readers_know_before_the_source(project: Project) -> None:
    words_with(project, lede="出張の前にお尋ねください。")
    project.add_language("fr", like="en", fallback="ja")
    words = load_words(project.locales, "fr")
    assert words.text(LEDE, "en") == Rendered("出張の前にお尋ねください。", "ja")
    assert words.text(RULE, "en") == Rendered(RULE.source, "en")


def test_the_interface_speaks_with_contexts_and_plurals(project: Project) -> None:
    project.translate("ja/ui.po", {"Send": "送信", "Open": "受付中", "{count} question left": "あと{count}問"})
    words = load_words(project.locales, "ja", strict=True)
    assert words.say("Send") == "送信"
    assert words.named("state", "Open") == "受付中"
    assert words.say("Open") == "Open"
    assert words.plural("{count} question left", "{count} questions left", 2) == "あと2問"


@pytest.mark.parametrize(("count", "said"), [(1, "1 question left"), (0, "0 questions left"), (2, "2 questions left")])
def test_english_counts_by_itself(project: Project, count: int, said: str) -> None:
    words = load_words(project.locales, "en")
    assert words.plural("{count} question left", "{count} questions left", count) == said


@pytest.mark.parametrize("rule", ["__import__('os').getcwd()", "n/0", "n%(n-n)", "", "((("])
def test_the_header_of_a_catalogue_runs_nothing_and_breaks_nothing(rule: str) -> None:
    choose = plural_rule(f"nplurals=2; plural={rule};")
    assert [choose(count) for count in (0, 1, 2)] == [1, 0, 1]


def test_a_rule_that_names_a_form_that_is_not_there_takes_the_last(project: Project) -> None:
    project.translate("ja/ui.po", {"{count} question left": "あと{count}問"})
    project.edit("locales/ja/ui.po", "plural=0;", "plural=n;")
    words = load_words(project.locales, "ja")
    assert words.plural("{count} question left", "{count} questions left", 7) == "あと7問"


POLISH = "nplurals=3; plural=(n==1 ? 0 : n%10>=2 && n%10<=4 && (n%100<10 || n%100>=20) ? 1 : 2);"
DAYS = ("{count} dzień", "{count} dni", "{count} dnia")


@pytest.mark.parametrize(
    ("rule", "forms", "said"),
    [
        (POLISH, DAYS, {1: "1 dzień", 2: "2 dni", 5: "5 dnia", 22: "22 dni"}),
        (POLISH, DAYS[:2], {1: "1 dzień", 2: "2 dni", 5: "5 dni"}),
        ("nplurals=2; plural=n-2;", DAYS[:2], {1: "1 dzień", 2: "2 dzień", 3: "3 dni"}),
        ("", DAYS[:2], {1: "1 dzień", 0: "0 dni", 2: "2 dni"}),
        (POLISH, None, {1: "1 day", 2: "2 days", 5: "5 days"}),
    ],
)
def test_a_count_takes_the_form_that_the_rule_names_as_far_as_there_is_one(
    project: Project, rule: str, forms: tuple[str, ...] | None, said: dict[int, str]
) -> None:
    catalogue = Catalogue("ja", {("", "{count} day"): forms} if forms else {}, rule)
    words = Words(languages(project.locales)["ja"], (catalogue,))
    assert {count: words.plural("{count} day", "{count} days", count) for count in said} == said


def test_a_catalogue_and_words_lack_nothing_and_pass_over_a_gap_unless_told_otherwise(project: Project) -> None:
    catalogue = Catalogue("ja", {})
    assert (catalogue.percent, catalogue.faults) == (100, ())
    japanese = languages(project.locales)["ja"]
    assert Words(japanese, (catalogue,)).say("Now or {later}") == "Now or {later}"
    with pytest.raises(EmptyGap):
        Words(japanese, (catalogue,), strict=True).say("Now or {later}")


def test_what_was_kept_with_its_values_apart_is_said_with_them(project: Project) -> None:
    project.translate("ja/ui.po", {"Now or {later}": "今か{later}"})
    assert load_words(project.locales, "ja").told(told("Now or {later}", later="明日")) == Rendered("今か明日", "ja")


def test_an_earlier_edition_is_said_as_today_where_it_is_the_same_and_else_as_it_was(project: Project) -> None:
    words = words_with(project, lede="出張の前に。")
    gone = Text(LEDE.context, "Never travel.")
    former = {key_of(LEDE.context, LEDE.source): "昔の訳", key_of(gone.context, gone.source): "出張しないこと。"}
    before = words.before({"ja": former, "fr": {key_of(RULE.context, RULE.source): "Il faut dix jours."}})
    assert before.text(LEDE, "en") == Rendered("出張の前に。", "ja")
    assert before.text(gone, "en") == Rendered("出張しないこと。", "ja")
    assert before.text(RULE, "en") == Rendered(RULE.source, "en")
    assert words.text(gone, "en") == Rendered("Never travel.", "en")


@pytest.mark.parametrize(
    ("write", "value", "own", "others"),
    [
        (format_day, dt.date(2026, 3, 31), "2026年3月31日（火）", "Tue 31 Mar 2026"),
        (format_clock, dt.time(9, 0), "9:00", "09:00"),
        (format_moment, dt.datetime(2026, 3, 31, 9, 0), "2026年3月31日（火）9:00", "Tue 31 Mar 2026, 09:00"),
        (partial(format_money, currency="JPY"), Decimal(1300), "1,300円", "JP¥1,300"),
    ],
)
def test_a_sentence_that_stands_in_another_language_writes_its_days_and_numbers_as_its_own_does(
    project: Project, write: Callable[[object, Language], str], value: object, own: str, others: str
) -> None:
    project.edit("locales/ja/language.yaml", "locale: ja", "locale: ja\nmoney: name")
    project.edit("locales/ja/language.yaml", "time: HH:mm", "time: H:mm")
    words = words_with(project, answer="{ask_by}まで")
    untold = replace(words, chain=(replace(words.chain[0], messages={}), *words.chain[1:]))
    assert words.text(ANSWER, "en", ask_by=words.written(write, value)) == f"{own}まで"
    shown = untold.text(ANSWER, "en", ask_by=untold.written(write, value))
    assert (shown, shown.lang) == (f"Ask by {others} at the latest.", "en")
    assert shown.__html__() == f'<span lang="en" dir="auto">Ask by {others} at the latest.</span>'


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (("travel.topics.a.free.x.say", "Ask first."), ("travel.rules.notes.y.text", "Ask first.")),
        (("travel.rules.notes.y.text", "出張の前に申請します。"), ("travel.summary.lede", "出張の前に申請します。")),
        (("travel.summary.procedures.a.who", "Customer"), ("travel.summary.procedures.c.parts.d.who", "Customer")),
        (("travel.topics.a.derived.x.label", "Last day"), ("travel.topics.b.derived.y.label", "Last day")),
        (("travel.source.clauses.a.place", "Table, row 1"), ("travel.source.clauses.b.place", "Table, row 12")),
        (("travel.source.clauses.a.place", "Partner, step 2a"), ("travel.source.clauses.b.place", "Partner, step 3")),
        (("travel.source.clauses.a.place", "第2条第1項"), ("travel.source.clauses.b.place", "第2条第3項")),
        (("travel.source.clauses.a.place", "1. 期間 (1)"), ("travel.source.clauses.b.place", "1. 期間 (4)")),
    ],
)  # fmt: skip
def test_what_a_policy_says_twice_is_one_message(one: tuple[str, str], other: tuple[str, str]) -> None:
    assert key_of(*one) == key_of(*other) == key_of(*key_of(*one))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (("travel.facts.cover.options.none.label", "None"), ("travel.facts.visa.options.none.label", "None")),
        (("travel.facts.cover.yes", "Yes."), ("travel.facts.visa.yes", "Yes.")),
        (("travel.topics.a.title", "Calling the desk"), ("travel.policy.hours.desk.label", "Calling the desk")),
        (("travel.summary.lede", "Ask first."), ("leave.summary.lede", "Ask first.")),
        (("holiday AU", "Foundation Day"), ("holiday JP", "Foundation Day")),
        (("", "Customer"), ("travel.summary.procedures.a.parts.b.who", "Customer")),
        (("travel.source.clauses.a.place", "1. Table, rows"), ("travel.source.clauses.b.place", "2. Table, rows")),
    ],
)
def test_what_may_be_said_in_two_ways_is_two_messages(one: tuple[str, str], other: tuple[str, str]) -> None:
    assert key_of(*one) != key_of(*other)


def test_a_place_is_said_with_its_own_number(project: Project) -> None:
    project.translate("ja/policy-travel.po", {"Section {number}": "第{number}条"})
    words = load_words(project.locales, "ja", strict=True)
    places = [Text(f"travel.source.clauses.{id_}.place", f"Section {n}") for id_, n in (("ask", 1), ("later", "12a"))]
    assert [words.text(place, "en") for place in places] == [Rendered("第1条", "ja"), Rendered("第12a条", "ja")]
    assert load_words(project.locales, "en").text(places[1], "en") == Rendered("Section 12a", "en")
