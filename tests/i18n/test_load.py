"""A reader never sees a faulty or stale translation, and no translation can break a page."""

from pathlib import Path

import polib
import pytest

from assistant.errors import ContentError, UnknownPage
from assistant.i18n.fill import EmptyGap, Rendered
from assistant.i18n.load import load_catalogue, load_words, read_grammars
from assistant.model.record import Text
from assistant.workbench.catalogues.locales import catalogue_text
from tests.i18n.conftest import ANSWER, LEDE, RULE, Project, words_with


def written(locales: Path, domain: str, entries: list[polib.POEntry], head: dict[str, str] | None = None) -> None:
    """A catalogue of Japanese."""
    (locales / "ja").mkdir(exist_ok=True)
    (locales / "ja" / f"{domain}.po").write_text(catalogue_text(entries, head or {}), "utf-8")


def test_a_fuzzy_translation_is_not_shown(project: Project) -> None:
    words_with(project, lede="出張の前にお尋ねください。")
    project.edit("content/travel/summary.yaml", "Ask before you travel.", "Never travel.")
    project.sync()
    words = load_words(project.locales, "ja")
    assert words.text(Text(LEDE.context, "Never travel."), "en") == Rendered("Never travel.", "en")
    assert words.faults == ()


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
    words = words_with(project, answer=said)
    assert words.text(ANSWER, "en", ask_by="1 May") == Rendered("Ask by 1 May at the latest.", "en")
    assert any(wrong in str(fault.wrong) for fault in words.faults)
    fault = words.faults[0]
    assert fault.path == ANSWER.context
    assert fault.file == str(project.locales / "ja" / "policy-travel.po")
    lines = Path(fault.file).read_text("utf-8").splitlines()
    assert lines[fault.line - 1] == f'msgid "{ANSWER.source}"'
    assert str(fault.mend)


def test_a_wrong_figure_is_kept_from_readers(project: Project) -> None:
    words = words_with(project, rule="20営業日が必要です。")
    assert words.text(RULE, "en") == Rendered(RULE.source, "en")
    assert [str(fault.wrong) for fault in words.faults] == ["the figure 10 of the source is missing"]


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


def test_a_broken_message_costs_nothing_but_itself(project: Project) -> None:
    project.translate("ja/ui.po", {"Send": "送信", "In time.": "間に合います。"})
    project.edit("locales/ja/ui.po", 'msgstr "間に合います。"', 'msgstr "間に"合います。"')
    catalogue = load_catalogue(project.locales, "ja")
    assert catalogue.messages["", "Send"] == ("送信",)
    assert ("", "In time.") not in catalogue.messages
    assert ([str(fault.wrong) for fault in catalogue.faults], catalogue.lost) == (
        ["a double quote stands inside the text"], ()
    )  # fmt: skip


@pytest.mark.parametrize("content", ["nonsense\n", "", "\ufeff\n", "# only a remark\n", "\0\0\0", None])
def test_a_catalogue_of_which_nothing_can_be_read_is_lost(project: Project, content: str | None) -> None:
    path = project.locales / "ja" / "ui.po"
    path.unlink()
    path.mkdir() if content is None else path.write_text(content, "utf-8")
    assert load_catalogue(project.locales, "ja").lost == ("ja/ui.po",)


def test_of_a_plural_that_lacks_forms_those_that_are_there_are_said(project: Project) -> None:
    project.add_language("pl", like="en", fallback="en")
    project.edit("locales/pl/language.yaml", "locale: en_GB", "locale: pl")
    project.sync()
    path = project.locales / "pl" / "ui.po"
    text = path.read_text("utf-8")
    for form, said in enumerate(["pozostało {count} pytanie", "", "pozostało {count} pytań"]):
        text = text.replace(f'msgstr[{form}] ""', f'msgstr[{form}] "{said}"')
    path.write_text(text, "utf-8")
    words = load_words(project.locales, "pl")
    left = [words.plural("{count} question left", "{count} questions left", count) for count in (1, 2, 5)]
    assert left == ["pozostało 1 pytanie", "pozostało 2 pytań", "pozostało 5 pytań"]
    assert words.chain[0].percent < 100


def test_an_unknown_language_is_an_unknown_page(project: Project) -> None:
    with pytest.raises(UnknownPage) as error:
        load_words(project.locales, "xx")
    assert (error.value.kind, error.value.name, error.value.near) == ("language", "xx", ("en", "ja"))


def test_a_gap_without_a_value_is_an_error_only_where_that_is_wanted(project: Project) -> None:
    assert load_words(project.locales, "ja").text(ANSWER, "en").text == ANSWER.source
    with pytest.raises(EmptyGap):
        load_words(project.locales, "ja", strict=True).text(ANSWER, "en")


def test_a_message_that_is_gone_is_not_said(tmp_path: Path) -> None:
    gone = polib.POEntry(msgid="Sentence", msgstr="文", obsolete=True, occurrences=[("assistant/web/a.html", "")])
    written(tmp_path, "ui", [gone])
    catalogue = load_catalogue(tmp_path, "ja")
    assert (dict(catalogue.messages), catalogue.percent) == ({}, 100)


ONE, TWO = "nplurals=1; plural=0;", "nplurals=2; plural=(n != 1);"


@pytest.mark.parametrize(("policy", "ui", "rule"), [("", ONE, ONE), (ONE, "", ONE), (TWO, ONE, TWO), ("", "", "")])
def test_the_rule_of_plurals_is_that_of_the_first_catalogue_that_has_one(
    tmp_path: Path, policy: str, ui: str, rule: str
) -> None:
    for name, said in (("policy-travel", policy), ("ui", ui)):
        written(tmp_path, name, [], {"Plural-Forms": said} if said else {})
    assert load_catalogue(tmp_path, "ja").plurals == rule


@pytest.mark.parametrize(
    ("messages", "percent"),
    [
        ([("web/a.html", "はい", False), ("present/b.py", "", False), ("", "いいえ", False)], 66),
        ([("web/a.html", "はい", True), ("present/b.py", "いいえ", False)], 50),
        ([("web/a.html", "はい", False)], 100),
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
    written(tmp_path, "ui", entries)
    written(tmp_path, "workbench", [polib.POEntry(msgid="What only authors meet", msgstr="")])
    assert load_catalogue(tmp_path, "ja").percent == percent


def test_the_share_counts_no_policy_that_the_language_leaves_out(project: Project) -> None:
    share = load_catalogue(project.locales, "ja").percent
    sentences = polib.pofile(str(project.locales / "ja" / "ui.po"))
    project.translate("ja/ui.po", {entry.msgid: entry.msgid for entry in sentences if not entry.msgid_plural})
    with (project.locales / "ja" / "language.yaml").open("a", encoding="utf-8") as file:
        file.write("without: [travel]\n")
    assert load_catalogue(project.locales, "ja").percent > share


def test_a_language_that_has_a_grammar_has_it_read(locales: Path, tmp_path: Path) -> None:
    assert set(read_grammars(locales)) == {path.parent.name for path in locales.glob("*/grammar.yaml")} != set()
    assert read_grammars(tmp_path) == {}


def test_everything_that_is_wrong_in_any_grammar_is_told(tmp_path: Path) -> None:
    for lang in ("en", "ja"):
        (tmp_path / lang).mkdir()
        (tmp_path / lang / "grammar.yaml").write_text("no_such_key: [x]\n", "utf-8")
    with pytest.raises(ContentError) as error:
        read_grammars(tmp_path)
    assert [(fault.file, fault.line) for fault in error.value.faults] == [
        (str(tmp_path / lang / "grammar.yaml"), 1) for lang in ("en", "ja")
    ]


@pytest.mark.parametrize(
    ("written", "path", "wrong", "mend"),
    [
        ("units: {monht: [mois]}", "units.monht", "no unit is called 'monht'", "did you mean 'month'?"),
        ("units: {kilometre: [km]}", "units.kilometre", "no unit is called 'kilometre'", "did you mean 'kilometer'?"),
        (
            "units: {day: [jour], woche: [x]}",
            "units.woche",
            "no unit is called 'woche'",
            "write its American name as in CLDR",
        ),
        ("money: {EUO: [euro]}", "money.EUO", "no currency has the code 'EUO'", "did you mean 'EUR'?"),
        ("money: {JPY: [yen], GPB: [£]}", "money.GPB", "no currency has the code 'GPB'", "did you mean 'GBP'?"),
    ],
)
def test_a_misspelt_unit_or_currency_is_told_where_it_stands(
    tmp_path: Path, written: str, path: str, wrong: str, mend: str
) -> None:
    (tmp_path / "fr").mkdir()
    (tmp_path / "fr" / "grammar.yaml").write_text(f"numbers:\n  {written}\n", "utf-8")
    with pytest.raises(ContentError) as raised:
        read_grammars(tmp_path)
    (fault,) = raised.value.faults
    column = written.index(path.partition(".")[2]) + 3
    assert (fault.path, fault.line, fault.column) == (f"numbers.{path}", 2, column)
    assert str(fault.wrong) == wrong
    assert str(fault.mend).startswith(mend)


def test_units_are_those_that_people_count_in(tmp_path: Path) -> None:
    (tmp_path / "fr").mkdir()
    units = "fortnight: [quinzaine], kilogram: [kg], liter: [l], year: [an], meter: [m]"
    (tmp_path / "fr" / "grammar.yaml").write_text(f"numbers: {{units: {{{units}}}}}\n", "utf-8")
    assert {*read_grammars(tmp_path)["fr"].numbers.units} == {"fortnight", "kilogram", "liter", "year", "meter"}
