"""Whatever a translation holds can be judged, and a sound one is never blamed."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from polib import POEntry

from assistant.i18n.comparison import Pair, Spellings
from assistant.i18n.defects import defects, entry_faults, plural_defects
from assistant.i18n.fill import fill
from tests.conftest import ROOT

LOCALES = ROOT / "locales"
AR = "nplurals=6; plural=(n==0 ? 0 : n==1 ? 1 : n==2 ? 2 : n%100>=3 && n%100<=10 ? 3 : n%100>=11 && n%100<=99 ? 4 : 5);"
PAIR = Spellings(LOCALES).pair("en", "ja", "nplurals=1; plural=0;")


@settings(deadline=None)  # the first text compiles the patterns
@given(st.text(), st.text())
def test_no_translation_whatever_it_holds_raises_anything(source: str, said: str) -> None:
    found = list(defects(source, said, PAIR))
    assert all(str(wrong) and str(mend) for wrong, mend in found)
    assert isinstance(fill(said, {"on": "{on}"}, strict=False), str)


@settings(deadline=None)
@given(st.text(alphabet=st.characters(exclude_categories=["C", "Z"], exclude_characters="{}｛｝<>")))
def test_a_sentence_is_always_a_sound_translation_of_itself(sentence: str) -> None:
    assert list(defects(sentence, sentence, Pair(PAIR.source, PAIR.source))) == []


@pytest.mark.parametrize(
    ("source", "said", "wrong", "mend"),
    [
        ("On {day}", "当日", "the gap {day} is missing", "write {day} where its value belongs"),
        ("On {day}", "{dya}に", "the gap {day} is missing", "write {day} where its value belongs"),
        ("On {day}", "{day}に{dya}", "the gap {dya} is not in the source", "did you mean 'day'?"),
        ("Now", "{when}", "the gap {when} is not in the source", "take it out"),
        ("From {day}", "{day}、{from_day}", "the gap {from_day} is not in the source", "write one of these: day"),
        ("On {day}", "{day}に}", "a stray }", "half-width braces"),
        ("Free", "<b>無料</b>", "the markup </b> is not in the source", "take it out"),
        ("Free", "無\u200b料", "the hidden character U+200B", "delete it"),
        (
            "In 10 days",
            "20日以内",
            "the figure 10 of the source is missing",
            "where it is right so, write the comment “# accepted: 10”",
        ),
    ],
)
def test_a_defect_says_what_is_wrong_and_how_to_mend_it(source: str, said: str, wrong: str, mend: str) -> None:
    first, sentence = next(iter(defects(source, said, PAIR)))
    assert wrong in str(first)
    assert mend in str(sentence)


@pytest.mark.parametrize(
    ("entry", "wrong"),
    [
        (POEntry(msgid="On {day}", msgstr="{day}に"), []),
        (POEntry(msgid="On {day}", msgstr="当日"), ["the gap {day} is missing"]),
        (
            POEntry(msgid="In 10 days", msgid_plural="In {count} days", msgstr_plural={0: "20日", 1: "<b>日"}),
            ["the markup <b> is not in the source"],
        ),
        (
            POEntry(msgid="{count} day", msgid_plural="{count} days", msgstr_plural={0: "日", 1: "日", 2: "{day}"}),
            ["the gap {count} is missing", "the gap {day} is not in the source"],
        ),
    ],
)
def test_every_form_of_a_message_is_judged_and_each_defect_told_once(
    tmp_path: Path, entry: POEntry, wrong: list[str]
) -> None:
    path = tmp_path / "ui.po"
    found = entry_faults(path, entry, PAIR)
    assert [str(fault.wrong) for fault in found] == wrong
    assert all((fault.file, fault.path) == (str(path), entry.msgid) for fault in found)


@pytest.mark.parametrize(
    ("one", "many", "said", "wrong"),
    [
        ("{count} day", "{count} days", "{count}日", []),
        ("one day", "{count} days", "1日", []),
        ("one day", "{count} days", "{count}日", []),
        ("{count} day", "{count} days", "数日", ["the gap {count} is missing"]),
        ("{count} day", "{count} days", "{count}日、{day}", ["the gap {day} is not in the source"]),
        ("{count} day", "<b>{count}</b> days", "<b>{count}</b>日", []),
        (
            "{count} day",
            "{count} days",
            "<i>{count}</i>日",
            ["the markup </i> is not in the source", "the markup <i> is not in the source"],
        ),
        ("{count} day", "{count} days", "{count}\u200b日", ["the hidden character U+200B"]),
        ("{count}\u200bday", "{count} days", "{count}\u200b日", []),
    ],
)
def test_a_plural_form_may_leave_out_what_either_english_form_leaves_out(
    one: str, many: str, said: str, wrong: list[str]
) -> None:
    assert [str(each) for each, _ in plural_defects(one, many, said)] == wrong


@pytest.mark.parametrize(
    ("said", "hidden"),
    [
        ("می\u200cخواهم", False),
        ("نسخة 3C\u200f جديدة", False),
        ("क्\u200dष", False),
        ("ภาษา\u200bไทย", False),
        ("אתר\u200f חדש", False),
        ("আর\u200d্য", False),
        ("සි\u200dංහල", False),
        ("無\u200c料", True),
        ("free\u200f", True),
        ("fr\u200bee", True),
        ("نسخة\u202eجديدة", True),
        ("\u200cمی", True),
    ],
)
def test_a_joiner_or_mark_is_hidden_only_where_the_script_does_not_use_it(said: str, hidden: bool) -> None:
    assert any("hidden" in str(wrong) for wrong, _ in defects("Free", said, PAIR)) is hidden


@pytest.mark.parametrize(
    ("source", "said", "comment", "left"),
    [
        ("1時間の料金", "Hourly fee", "", ["1"]),
        ("1時間の料金", "Hourly fee", "accepted: 1", []),
        ("1か月の料金は100円です。", "The monthly fee is JPY 10.", "The fee by month.\naccepted: 1", ["100"]),
        ("2か月ごと、30日前", "Every other month, 30 days before", "accepted: 2, 7", []),
        ("10 hours, then 20 hours", "20 hours before 10 hours", "accepted: 10 ↔ 20", []),
    ],
)
def test_a_translator_accepts_a_figure_that_is_right(source: str, said: str, comment: str, left: list[str]) -> None:
    entry = POEntry(msgid=source, msgstr=said, tcomment=comment)
    pair = Pair(PAIR.source if source.isascii() else PAIR.said, PAIR.source)
    assert [dict(fault.wrong.values)["figure"] for fault in entry_faults(Path("en/ui.po"), entry, pair)] == left


@pytest.mark.parametrize(
    ("language", "rule", "said", "wrong"),
    [
        ("ar", AR, ["لا أيام", "يوم واحد", "يومان", "{count} أيام", "{count} يومًا", "{count} يوم"], []),
        ("ar", AR, ["لا أيام", "يوم واحد", "يومان", "أيام", "{count} يومًا", "{count} يوم"],
         ["the gap {count} is missing"]),
        ("de", "nplurals=2; plural=(n != 1);", ["ein Tag", "{count} Tage"], []),
        ("fr", "nplurals=2; plural=(n > 1);", ["un jour", "{count} jours"], ["the gap {count} is missing"]),
    ],
)  # fmt: skip
def test_a_form_that_stands_for_one_count_may_leave_it_out(
    language: str, rule: str, said: list[str], wrong: list[str]
) -> None:
    entry = POEntry(msgid="{count} day", msgid_plural="{count} days", msgstr_plural=dict(enumerate(said)))
    faults = entry_faults(Path("ui.po"), entry, Spellings(LOCALES).pair("en", language, rule))
    assert [str(fault.wrong) for fault in faults] == wrong


DAYS = """{begins}: a day, such as Wed 25 Nov 2026
{ends}: a day, with its time where it has one, such as Wed 25 Nov 2026, 17:00
{given}: a day, the answer to “Notice given, travel.facts.given”
{level}: the answer to “Level, travel.facts.level”
{count}: a number"""


@pytest.mark.parametrize(
    ("source", "said", "comment", "moved"),
    [
        ("It runs from {begins} to {ends}.", "{begins}から{ends}まで。", "", []),
        ("It runs from {begins} to {ends}.", "{ends}から{begins}まで。", "", ["{begins} ↔ {ends}"]),
        ("It runs from {begins} to {ends}.", "va del {ends} al {begins}", "", ["{begins} ↔ {ends}"]),
        (
            "Notice of {given} ends it on {ends}.",
            "Mit {ends} gekündigt, endet er am {given}.",
            "",
            ["{given} ↔ {ends}"],
        ),
        ("It runs from {begins} to {ends}.", "إلى {ends} من {begins}", "accepted: {begins} ↔ {ends}", []),
        ("{count} at {level} until {ends}", "{ends}までに{level}で{count}回", "", []),
        ("On {begins}; {begins} to {ends}", "{begins}から{ends}まで", "", []),
    ],
)
def test_gaps_of_one_kind_do_not_change_places(source: str, said: str, comment: str, moved: list[str]) -> None:
    entry = POEntry(msgid=source, msgstr=said, comment=DAYS, tcomment=comment)
    assert [dict(fault.wrong.values)["figure"] for fault in entry_faults(Path("ja/ui.po"), entry, PAIR)] == moved
