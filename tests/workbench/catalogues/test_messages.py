"""Messages as the catalogues keep them, and how far each catalogue has come: what is fuzzy is not translated."""

from pathlib import Path

import pytest

from assistant.errors import ContentError
from assistant.i18n.comparison import Spellings
from assistant.workbench.catalogues.messages import Progress, parse_kept, read_kept, stats
from tests.i18n.conftest import Project

CATALOGUE = """
#. Title
#. Page: /desk/x/
msgctxt "desk.topics.x.title"
msgid "A {gap}"
msgstr "{gap}"

#, fuzzy
#| msgid "Before"
msgctxt "desk.b"
msgid "After"
msgstr "前"

msgctxt "desk.c"
msgid "Nothing"
msgstr ""

msgctxt "desk.d"
msgid "In 10 days"
msgstr "20日以内"

#~ msgid "Gone"
#~ msgstr "無"
"""


SPELLINGS = Spellings(Path())


def test_each_message_has_its_state_and_its_place() -> None:
    found = parse_kept("ja", "policy-desk", CATALOGUE, SPELLINGS)
    assert [(one.name, one.state) for one in found] == [
        ("desk.topics.x.title", "sound"), ("desk.b", "stale"), ("desk.c", "missing"), ("desk.d", "faulty")
    ]  # fmt: skip
    first, second, _, last = found
    assert (first.page, first.notes[0], first.file) == ("/desk/x/", "Title", "ja/policy-desk.po")
    assert second.previous == "Before"
    assert [str(fault.wrong) for fault in last.faults] == ["the figure 10 of the source is missing"]


def test_the_states_agree_with_the_figures_of_stats(locales: Path) -> None:
    for progress in stats(locales):
        kept = [one for one in read_kept(locales, progress.language) if one.domain == progress.domain]
        assert len(kept) == progress.messages
        assert sum(one.state == "stale" for one in kept) == progress.fuzzy
        assert sum(one.state == "missing" for one in kept) == progress.empty


def test_a_message_keeps_its_id_when_its_source_is_rewritten() -> None:
    (before, *_) = parse_kept("ja", "policy-desk", CATALOGUE, SPELLINGS)
    (after, *_) = parse_kept("ja", "policy-desk", CATALOGUE.replace("A {gap}", "The {gap}"), SPELLINGS)
    assert before.id == after.id
    assert len({one.id for one in parse_kept("ja", "policy-desk", CATALOGUE, SPELLINGS)}) == 4


def test_every_catalogue_that_is_none_is_reported(tmp_path: Path) -> None:
    for name in ("ui", "glossary"):
        (tmp_path / "ja").mkdir(exist_ok=True)
        (tmp_path / "ja" / f"{name}.po").write_text("msgid unquoted\n", "utf-8")
    with pytest.raises(ContentError) as error:
        read_kept(tmp_path, "ja")
    assert [Path(fault.file).name for fault in error.value.faults] == ["glossary.po", "ui.po"]


def test_a_text_that_is_no_catalogue_has_no_messages() -> None:
    assert parse_kept("ja", "ui", "this is no catalogue\n", SPELLINGS) == ()


def test_a_fuzzy_message_is_not_translated_and_one_with_a_form_missing_is_not_either(project: Project) -> None:
    project.translate("ja/ui.po", {"Send": "送信", "Good day.": "こんにちは。", "{count} question left": ""})
    project.edit("locales/ja/ui.po", 'msgid "Send"', '#, fuzzy\nmsgid "Send"')
    (one,) = (each for each in stats(project.locales) if (each.language, each.domain) == ("ja", "ui"))
    assert (one.translated, one.fuzzy, one.empty) == (1, 1, one.messages - 2)


def test_there_is_a_line_for_each_catalogue_of_each_language(project: Project) -> None:
    assert [(each.language, each.domain) for each in stats(project.locales)] == [
        ("en", "glossary"), ("en", "questions"), ("en", "terms"),
        ("ja", "glossary"), ("ja", "policy-travel"), ("ja", "questions"), ("ja", "terms"), ("ja", "ui"),
        ("ja", "workbench"),
    ]  # fmt: skip


def test_only_a_whole_catalogue_has_a_hundred_percent() -> None:
    assert Progress("ja", "ui", 1000, 999, 0, 1).percent == 99
    assert Progress("ja", "ui", 1000, 1000, 0, 0).percent == 100
    assert Progress("ja", "terms", 0, 0, 0, 0).percent == 100
