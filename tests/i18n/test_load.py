"""A reader never sees a faulty or stale translation, and no translation can break a page."""

from pathlib import Path

import polib
import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.errors import UnknownPage
from assistant.i18n.defects import defects
from assistant.i18n.fill import EmptyGap, fill
from assistant.i18n.load import load_catalogue, load_words
from assistant.i18n.words import Rendered, Words, plural_rule
from assistant.model.record import Text
from assistant.workbench.catalogues.locales import catalogue_text
from tests.i18n.conftest import Project

LEDE = Text("travel.summary.lede", "Ask before you travel.")
ANSWER = Text("travel.topics.approval.due.in-time.answer", "Ask by {ask_by} at the latest.")
RULE = Text("travel.topics.approval.due.in-time.say", "Your manager needs 10 working days.")


def _words(project: Project, **said: str) -> Words:
    """Japanese words where the sentences named are translated so."""
    sources = {"lede": LEDE, "answer": ANSWER, "rule": RULE}
    project.translate("ja/policy-travel.po", {sources[name].source: text for name, text in said.items()})
    return load_words(project.locales, "ja", strict=True)


def test_a_sentence_of_the_content_is_said_in_the_language_asked_for(project: Project) -> None:
    words = _words(project, answer="{ask_by}までに申請してください。")
    assert words.text(ANSWER, "en", ask_by="5月1日") == Rendered("5月1日までに申請してください。", "ja")


def test_a_sentence_without_translation_stays_in_its_own_language(project: Project) -> None:
    assert _words(project).text(LEDE, "en") == Rendered("Ask before you travel.", "en")


def test_the_source_language_needs_no_catalogue(project: Project) -> None:
    words = load_words(project.locales, "en")
    assert words.text(LEDE, "en") == Rendered("Ask before you travel.", "en")
    assert words.say("Now or {later}", later="then") == "Now or then"


def test_a_translation_of_another_wording_is_not_shown(project: Project) -> None:
    words = _words(project, lede="出張の前にお尋ねください。")
    assert words.text(LEDE, "en").lang == "ja"
    assert words.text(Text(LEDE.context, "Never travel."), "en") == Rendered("Never travel.", "en")


def test_a_fuzzy_translation_is_not_shown(project: Project) -> None:
    _words(project, lede="出張の前にお尋ねください。")
    project.edit("content/travel/summary.yaml", "Ask before you travel.", "Never travel.")
    project.sync()
    words = load_words(project.locales, "ja")
    assert words.text(Text(LEDE.context, "Never travel."), "en") == Rendered("Never travel.", "en")
    assert words.faults == ()


def test_a_third_language_falls_back_to_one_its_readers_know_before_the_source(project: Project) -> None:
    _words(project, lede="出張の前にお尋ねください。")
    project.add_language("fr", like="en", fallback="ja")
    words = load_words(project.locales, "fr")
    assert words.text(LEDE, "en") == Rendered("出張の前にお尋ねください。", "ja")
    assert words.text(RULE, "en") == Rendered(RULE.source, "en")


@pytest.mark.parametrize(
    ("said", "wrong"),
    [
        ("までに申請してください。", "{ask_by} is missing"),
        ("{askby}までに申請してください。", "{askby} is not in the source"),
        ("｛ask_by｝までに申請してください。", "{ask_by} is missing"),
        ("{ask_by}までに{申請してください。", "a stray {"),
        ("{ask_by.__class__}までに申請してください。", "{ask_by} is missing"),
        ("{ask_by}までに<b>申請</b>してください。", "<b>"),
        ("{ask_by}までに<script>alert(1)</script>。", "<script>"),
        ("{ask_by}\u202eまでに申請してください。", "U+202E"),
        ("{ask_by}\u200bまでに申請してください。", "U+200B"),
        ("{ask_by}までに\n申請してください。", "U+000A"),
    ],
)
def test_a_faulty_message_is_kept_from_readers_and_reported(project: Project, said: str, wrong: str) -> None:
    words = _words(project, answer=said)
    assert words.text(ANSWER, "en", ask_by="1 May") == Rendered("Ask by 1 May at the latest.", "en")
    assert any(wrong in str(fault.wrong) for fault in words.faults)
    fault = words.faults[0]
    assert fault.path == ANSWER.context
    assert fault.file == str(project.locales / "ja" / "policy-travel.po")
    lines = Path(fault.file).read_text("utf-8").splitlines()
    assert lines[fault.line - 1] == f'msgid "{ANSWER.source}"'
    assert str(fault.mend)


def test_a_wrong_figure_is_kept_from_readers(project: Project) -> None:
    words = _words(project, rule="20営業日が必要です。")
    assert words.text(RULE, "en") == Rendered(RULE.source, "en")
    assert [str(fault.wrong) for fault in words.faults] == ["the figure 10 of the source is missing"]


@pytest.mark.parametrize(
    "said", ["100%の出張で{ask_by}まで", "{ask_by}%s%(x)999999999sまで", "{ask_by}&amp;まで", "{ask_by}{ask_by}"]
)
def test_text_that_other_formatters_would_interpret_is_only_text(project: Project, said: str) -> None:
    assert _words(project, answer=said).text(ANSWER, "en", ask_by="X").text == said.replace("{ask_by}", "X")


def test_a_value_is_never_read_as_a_sentence(project: Project) -> None:
    words = _words(project, answer="{ask_by}まで")
    assert words.text(ANSWER, "en", ask_by="{on}%s<b>").text == "{on}%s<b>まで"


def test_a_gap_without_a_value_is_an_error_only_where_tests_ask_for_it(project: Project) -> None:
    with pytest.raises(EmptyGap, match="ask_by"):
        load_words(project.locales, "ja", strict=True).text(ANSWER, "en")
    assert load_words(project.locales, "ja").text(ANSWER, "en").text == ANSWER.source


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


def test_a_plural_with_a_faulty_form_is_left_out(project: Project) -> None:
    project.translate("ja/ui.po", {"{count} question left": "あと{n}問"})
    words = load_words(project.locales, "ja")
    assert words.plural("{count} question left", "{count} questions left", 2) == "2 questions left"
    assert "the gap {count} is missing" in [str(fault.wrong) for fault in words.faults]


def test_a_broken_catalogue_is_reported_and_the_rest_still_speaks(project: Project) -> None:
    project.translate("ja/ui.po", {"Send": "送信"})
    (project.locales / "ja" / "policy-travel.po").write_text('msgid "Half\nnonsense', "utf-8")
    words = load_words(project.locales, "ja")
    assert words.say("Send") == "送信"
    assert {Path(fault.file).name for fault in words.faults} == {"policy-travel.po"}


@pytest.mark.parametrize("rule", ["__import__('os').getcwd()", "n/0", "n%(n-n)", "", "((("])
def test_the_header_of_a_catalogue_runs_nothing_and_breaks_nothing(rule: str) -> None:
    choose = plural_rule(f"nplurals=2; plural={rule};")
    assert [choose(count) for count in (0, 1, 2)] == [1, 0, 1]


def test_a_rule_that_names_a_form_that_is_not_there_takes_the_last(project: Project) -> None:
    project.translate("ja/ui.po", {"{count} question left": "あと{count}問"})
    project.edit("locales/ja/ui.po", "plural=0;", "plural=n;")
    words = load_words(project.locales, "ja")
    assert words.plural("{count} question left", "{count} questions left", 7) == "あと7問"


@given(st.text(), st.text())
def test_no_translation_whatever_it_holds_raises_anything(source: str, said: str) -> None:
    found = list(defects(source, said))
    assert all(str(wrong) and str(mend) for wrong, mend in found)
    assert isinstance(fill(said, {"on": "{on}"}, strict=False), str)


@given(st.text(alphabet=st.characters(exclude_categories=["C", "Z"], exclude_characters="{}｛｝<>")))
def test_a_sentence_is_always_a_sound_translation_of_itself(sentence: str) -> None:
    assert list(defects(sentence, sentence)) == []


def test_an_unknown_language_is_an_unknown_page(project: Project) -> None:
    with pytest.raises(UnknownPage):
        load_words(project.locales, "xx")


@pytest.mark.parametrize(
    ("messages", "percent"),
    [
        ([("web/a.html", "はい", False), ("present/b.py", "", False), ("", "いいえ", False)], 66),
        ([("web/a.html", "はい", True), ("present/b.py", "いいえ", False)], 50),
        ([("web/a.html", "はい", False), ("cli/c.py", "", False), ("workbench/preview/d.py", "", False)], 100),
        ([("web/a.html", "<b>はい</b>", False), ("web/b.html", "いいえ", False)], 50),
        ([], 100),
    ],
)
def test_a_catalogue_knows_how_much_it_has_of_what_readers_meet(
    tmp_path: Path, messages: list[tuple[str, str, bool]], percent: int
) -> None:
    entries = [
        polib.POEntry(msgid=f"Sentence {chr(97 + number)}", msgstr=said, flags=["fuzzy"] * fuzzy,
                      occurrences=[(f"assistant/{file}", "")] if file else [])
        for number, (file, said, fuzzy) in enumerate(messages)
    ]  # fmt: skip
    (tmp_path / "ja").mkdir()
    (tmp_path / "ja" / "ui.po").write_text(catalogue_text(entries, {}), "utf-8")
    assert load_catalogue(tmp_path, "ja").percent == percent
