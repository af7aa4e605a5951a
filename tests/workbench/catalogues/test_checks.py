"""What is wrong with the locales is found and named, file and line; the bundled ones are right."""

from collections.abc import Callable
from pathlib import Path

import polib
import pytest

from assistant.errors import Fault
from assistant.matching import read_wordlists
from assistant.model.policy import Library
from assistant.model.wordlists import extended
from assistant.workbench.catalogues.checks import check_locales
from tests.i18n.conftest import Project


def _check(project: Project) -> list[Fault]:
    return check_locales(project.library, project.locales, project.package)


def test_the_small_project_is_right(translated: Project) -> None:
    assert _check(translated) == []


@pytest.mark.parametrize(
    ("first", "second", "wrong"),
    [
        ("ビクトリア州", "ビクトリア州", 1),
        ("SV9100", "ＳＶ９１００", 1),
        ("vic", "VIC", 1),
        ("ビクトリア州", " ビクトリア州 ", 1),
        ("タスマニア州", "タスマニア州", 1),
        ("", "Victoria", 1),  # where nothing is translated, readers see the source
        ("Tasmania", "", 1),
        ("ビクトリア州", "タスマニア州", 0),
        ("", "", 0),
    ],
)
def test_two_options_of_a_fact_are_not_called_the_same(project: Project, first: str, second: str, wrong: int) -> None:
    project.edit(
        "content/travel/facts.yaml",
        "trip_date:",
        "state: {type: choice, question: Q, label: L, options: {vic: {label: Victoria}, tas: {label: Tasmania}}}"
        "\nother: {type: choice, question: P, label: M, options: {vic: {label: Victoria}, wa: {label: Perth}}}"
        "\ntrip_date:",
    )
    project.sync()
    project.translate("ja/policy-travel.po", {"Victoria": first, "Tasmania": second})
    found = [fault for fault in _check(project) if "is also what" in str(fault.wrong)]
    assert [fault.path for fault in found] == ["travel.facts.state.options.tas.label"] * wrong


@pytest.mark.parametrize(
    ("language", "grammar", "told"),
    [
        ("ja", "clocks: [x]\n", 1),
        ("ja", "clocks:\n  forms: [{hour}:{minute}]\n", 1),
        ("en", "numbers:\n  kounted: {}\n", 1),
        ("ja", "answers: {yes: [x]}\n", 2),
        ("fr", "clocks: [x]\n", 2),
    ],
)
def test_figures_of_a_language_whose_grammar_cannot_be_read_are_not_judged(
    translated: Project, language: str, grammar: str, told: int
) -> None:
    translated.translate(
        "ja/policy-travel.po", {"Your manager needs 10 working days.": "所属長は{x}20営業日を必要とします。"}
    )
    (translated.locales / language).mkdir(exist_ok=True)
    (translated.locales / language / "grammar.yaml").write_text(grammar, "utf-8")
    found = _check(translated)
    unread = [fault for fault in found if fault.file.endswith("grammar.yaml")]
    assert found[: len(unread)] == unread
    assert bool(unread) == (grammar != "answers: {yes: [x]}\n")
    wrong = sorted(str(fault.wrong) for fault in found[len(unread) :])
    assert wrong == ["the figure 10 of the source is missing", "the gap {x} is not in the source"][-told:]


def _line(path: Path, text: str) -> int:
    return next(number for number, line in enumerate(path.read_text("utf-8").splitlines(), 1) if text in line)


POLICY, UI, ASKED = "locales/ja/policy-travel.po", "locales/ja/ui.po", "locales/en/questions.po"


@pytest.mark.parametrize(
    ("file", "old", "new", "at", "wrong"),
    [
        (POLICY, 'msgstr "出張"', 'msgstr ""', '"Business travel"', "not translated"),
        (POLICY, '#. Opening of', '#, fuzzy\n#. Opening of', '"Ask before you travel."', "stale"),
        (POLICY, "出張の10営業日前", "出張の20営業日前", "Ask your manager at least 10", "the figure 10"),
        (POLICY, "{ask_by}までに", "までに", "Ask by {ask_by}", "the gap {ask_by} is missing"),
        (POLICY, 'msgstr "出張"', 'msgstr "<i>出張</i>"', '"Business travel"', "the markup <i>"),
        (POLICY, 'msgstr "出張"', 'msgstr "出張\u200e"', '"Business travel"', "U+200E"),
        (POLICY, 'msgstr "出張"', 'msgstr "出張 "', '"Business travel"', "blanks"),
        (POLICY, 'msgstr "出張"', f'msgstr "{"出" * 41}"', '"Business travel"', "82 characters, where 80 have room"),
        (POLICY, "所属長は", "部長は", "Your manager needs", "the term “manager”"),
        (POLICY, "出張の10営業日前までに所属長へ申請してください。",
         "Ask your manager at least 10 working days before you travel.", "Ask your manager", "the source text itself"),
        (POLICY, 'msgid "Business travel"', 'msgid "Private travel"', '"Private travel"', "something else now"),
        (POLICY, 'msgctxt "travel.policy.title"', 'msgctxt "travel.title"', '"Business travel"', "nothing says this"),
        (POLICY, "#. Title\n#. Page: /travel/approval/\n", "#. A title\n", "#", "not as sync writes"),
        (UI, 'msgstr[0] "あと{count}問"', 'msgstr[0] ""', '"{count} question left"', "not translated"),
        (UI, 'msgid "Good day."', 'msgid "Good night."', '"Good night."', "nothing says this"),
        (ASKED, "who agrees to my trip a\\n", "", '"Questions about: Approval', "7 phrases, not 8"),
        (ASKED, "my trip a", "my trip, B?", '"Questions about: Approval', "stands here 2 times"),
        (ASKED, "my trip a", "my trip\u200b a", '"Questions about: Approval', "U+200B"),
        (ASKED, "who agrees to my trip a", "what is for lunch a", '"Questions that no topic', "also a phrase of"),
        ("locales/templates/ui.pot", 'msgid "Send"', 'msgid "Post"', "#", "the template is not in step"),
    ],
)  # fmt: skip
def test_each_fault_is_named_where_it_stands(
    translated: Project, file: str, old: str, new: str, at: str, wrong: str
) -> None:
    translated.edit(file, old, new)
    path = translated.content.parent / file
    faults = [fault for fault in _check(translated) if wrong in str(fault.wrong)]
    assert faults, f"nobody says {wrong!r}"
    found = [(fault.file, fault.line) for fault in faults]
    assert found == [(str(path), _line(path, at))]
    assert all(str(fault.mend) for fault in faults)


@pytest.mark.parametrize(
    ("spoil", "file", "wrong"),
    [
        (lambda p: (p.locales / "ja" / "ui.po").unlink(), "ui.po", "the catalogue is missing"),
        (
            lambda p: (p.locales / "ja" / "ui.po").write_text("nonsense", "utf-8"),
            "ui.po",
            "is no keyword of a catalogue",
        ),
        (lambda p: (p.locales / "templates" / "ui.pot").unlink(), "ui.pot", "the template is not in step"),
        (lambda p: p.edit("shop/pages.py", "Good day.", "Hello."), "ui.pot", "the template is not in step"),
        (lambda p: p.edit("shop/pages.py", "Good day.", "Hello."), "ui.po", "not in the catalogue"),
        (lambda p: p.edit("locales/en/language.yaml", "en_GB", "en_XX"), "language.yaml", "no locale is called"),
        (lambda p: p.edit("locales/en/language.yaml", "EEE d", "EEEE 'the very' d"), "language.yaml", "28 have room"),
        (lambda p: p.edit("shop/pages.py", "def page(", "def ("), "shop/pages.py", "invalid syntax"),
    ],
)
def test_what_has_no_line_is_named_by_its_file(
    translated: Project, spoil: Callable[[Project], object], file: str, wrong: str
) -> None:
    spoil(translated)
    assert any(fault.file.endswith(file) and wrong in str(fault.wrong) for fault in _check(translated))


@pytest.mark.parametrize(("remark", "wrong"), [("", 1), ("accepted: same", 0), ("accepted: 10", 1)])
def test_a_translation_that_is_rightly_its_source_can_be_accepted(translated: Project, remark: str, wrong: int) -> None:
    catalogue = polib.pofile(str(translated.content.parent / POLICY), wrapwidth=0)
    entry = next(one for one in catalogue if one.msgid.startswith("Ask your manager"))
    entry.msgstr, entry.tcomment = entry.msgid, remark
    catalogue.save()
    assert len([fault for fault in _check(translated) if "the source text itself" in str(fault.wrong)]) == wrong


@pytest.mark.parametrize(("remark", "wrong"), [("", 1), ("accepted: manager", 0), ("accepted: same", 1)])
def test_a_term_that_means_something_else_in_a_sentence_can_be_accepted(
    translated: Project, remark: str, wrong: int
) -> None:
    catalogue = polib.pofile(str(translated.content.parent / POLICY), wrapwidth=0)
    entry = next(one for one in catalogue if one.msgid.startswith("Your manager needs"))
    entry.msgstr, entry.tcomment = entry.msgstr.replace("所属長", "部長"), remark
    catalogue.save()
    assert len([fault for fault in _check(translated) if "glossary.po has it" in str(fault.wrong)]) == wrong


def test_words_beside_a_fact_may_be_left_out_or_be_few(translated: Project) -> None:
    translated.edit("content/travel/facts.yaml", "label: Travel date", "label: Travel date, cues: [travel, 出張]")
    translated.sync()
    assert _check(translated) == []
    translated.translate("ja/questions.po", {"Travel date": "旅\n出発"})
    assert _check(translated) == []
    words = read_wordlists(translated.locales)
    assert extended(translated.library, words).policies["travel"].facts["trip_date"].cues == (
        "travel", "出張", "旅", "出発",
    )  # fmt: skip


@pytest.mark.parametrize(("without", "wrong"), [("", True), ("without: [travel]", False), ("without: [hotels]", True)])
def test_a_language_may_be_offered_without_a_policy(translated: Project, without: str, wrong: bool) -> None:
    with (translated.locales / "ja" / "language.yaml").open("a", encoding="utf-8") as file:
        file.write(f"{without}\n")
    for name in ("policy-travel.po", "questions.po"):
        catalogue = polib.pofile(str(translated.locales / "ja" / name), wrapwidth=0)
        for entry in catalogue:
            entry.msgstr = "" if entry.msgctxt != "out-of-scope" else entry.msgstr
        catalogue.save()
    assert any("not translated" in str(fault.wrong) for fault in _check(translated)) == wrong


def test_a_grammar_that_cannot_be_read_is_named(translated: Project) -> None:
    path = translated.locales / "ja" / "grammar.yaml"
    path.write_text("clocks:\n  running: ['{hour}']\n", "utf-8")
    assert [(fault.line, str(fault.wrong)) for fault in _check(translated)] == [
        (2, "the form '{hour}' takes any number or any short word")
    ]


def test_a_message_or_a_grammar_that_cannot_be_read_hides_no_other_fault(translated: Project) -> None:
    translated.edit(POLICY, "出張の10営業日前", "出張の20営業日前")
    translated.edit(POLICY, 'msgstr "出張"', "msgstr 出張")
    (translated.locales / "ja" / "grammar.yaml").write_text("clocks: [x]\n", "utf-8")
    english = translated.locales / "en" / "grammar.yaml"
    english.write_text('days:\n  forms: ["{weekday}", "- {weekday}"]\n', "utf-8")
    wrong = [str(fault.wrong) for fault in _check(translated)]
    assert any("reads nothing" in one for one in wrong), "forms of a grammar that can be read are tried"
    (translated.locales / "ja" / "grammar.yaml").unlink()
    files = [(Path(fault.file).name, str(fault.wrong)) for fault in _check(translated)]
    assert len([name for name, _ in files if name == "policy-travel.po"]) > 1
    assert ("policy-travel.po", "the figure 10 of the source is missing") in files


def test_phrases_of_a_language_that_is_not_offered_may_be_few_but_not_the_same(translated: Project) -> None:
    translated.edit("locales/en/language.yaml", "offered: yes", "offered: no")
    translated.edit(ASKED, "who agrees to my trip a\\n", "")
    translated.edit(ASKED, "who agrees to my trip b", "what is for lunch a")
    wrong = [str(fault.wrong) for fault in _check(translated)]
    assert any("is also a phrase of" in one for one in wrong)
    assert not any("phrases, not" in one for one in wrong)


def test_a_sync_mends_what_it_is_told_to_mend(translated: Project) -> None:
    translated.edit(POLICY, "#. Title\n#. Page: /travel/approval/\n", "#. A title\n")
    translated.edit("locales/templates/ui.pot", 'msgid "Send"', 'msgid "Post"')
    assert all("i18n sync" in str(fault.mend) for fault in _check(translated))
    translated.sync()
    assert _check(translated) == []


def test_a_language_that_is_not_offered_may_have_gaps_but_no_faults(translated: Project) -> None:
    translated.add_language("fr", like="en", fallback="en")
    translated.edit("locales/fr/language.yaml", "offered: yes", "offered: no")
    translated.sync()
    assert _check(translated) == []
    translated.translate("fr/policy-travel.po", {"Ask by {ask_by} at the latest.": "Demandez."})
    (fault,) = _check(translated)
    assert "{ask_by} is missing" in str(fault.wrong)


def test_a_language_that_is_offered_is_complete(translated: Project) -> None:
    translated.add_language("fr", like="en", fallback="en")
    translated.sync()
    assert {str(fault.wrong) for fault in _check(translated)} == {"not translated"}


def test_the_bundled_locales_are_whole_and_right(library: Library, locales: Path, root: Path) -> None:
    assert check_locales(library, locales, root / "assistant") == []
