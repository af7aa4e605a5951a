"""A locales folder is read once, and written only where something changed."""

import pytest
from polib import POEntry

from assistant.errors import ContentError
from assistant.workbench.catalogues.locales import Locales, catalogue_text, write_changed
from tests.i18n.conftest import Project


def test_a_catalogue_is_read_once_until_something_else_is_written_there(project: Project) -> None:
    locales = Locales(project.locales)
    first, path = locales.file("ja", "ui"), locales.path("ja", "ui")
    assert locales.file("ja", "ui") is first
    assert not locales.write(path, path.read_text("utf-8"))
    assert locales.file("ja", "ui") is first
    assert locales.write(path, catalogue_text([POEntry(msgid="Send", msgstr="送信")], {}))
    assert [(entry.msgid, entry.msgstr) for entry in locales.entries("ja", "ui")] == [("Send", "送信")]


def test_what_does_not_stand_there_is_empty_and_what_is_gone_is_no_entry(project: Project) -> None:
    locales = Locales(project.locales)
    assert list(locales.file("en", "ui")) == locales.entries("en", "ui") == []
    text = catalogue_text([POEntry(msgid="Gone", msgstr="無", obsolete=True)], {})
    locales.write(locales.path("en", "ui"), text)
    assert (len(locales.file("en", "ui")), locales.entries("en", "ui")) == (1, [])
    assert list(locales.before("en", "ui")) == [], "nothing stood there before"


def test_a_language_that_is_wrong_is_a_fault(project: Project) -> None:
    project.edit("locales/en/language.yaml", "direction: ltr", "direction: left")
    with pytest.raises(ContentError):
        Locales(project.locales)


def test_a_file_is_written_with_its_folder_and_only_where_it_says_something_else(project: Project) -> None:
    path = project.locales / "fr" / "ui.po"
    assert [write_changed(path, text) for text in ("a\n", "a\n", "b\n")] == [True, False, True]
    assert path.read_bytes() == b"b\n"
