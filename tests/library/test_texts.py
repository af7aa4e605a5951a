"""What a language can say is the same compiled, and is read again where any of its catalogues changed."""

from pathlib import Path

import pytest

from assistant.i18n.load import languages, load_catalogue
from assistant.i18n.words import Catalogue
from assistant.library.folder import Folder
from assistant.library.policies import compiled_catalogue, compiled_languages
from tests.i18n.conftest import FILES, Project


class Reading:
    """Loads a language's catalogue and counts how often it was read."""

    def __init__(self, locales: Path, library: Path) -> None:
        self.locales, self.folder, self.count = locales, Folder(library), 0

    def load(self, language: str = "ja") -> Catalogue:
        return compiled_catalogue(self.folder, self.locales, language, lambda: self._read(language))

    def _read(self, language: str) -> Catalogue:
        self.count += 1
        return load_catalogue(self.locales, language)


@pytest.mark.parametrize("language", ["en", "ja"])
def test_every_text_reads_back_as_it_was(locales: Path, tmp_path: Path, language: str) -> None:
    reading, read = Reading(locales, tmp_path), load_catalogue(locales, language)
    for _ in range(2):
        found = reading.load(language)
        assert found.messages == read.messages
        assert (found.language, found.plurals, found.percent, found.faults) == (
            language,
            read.plurals,
            read.percent,
            (),
        )
        assert [found.form(count) for count in range(4)] == [read.form(count) for count in range(4)]
    assert reading.count == 1


def test_every_language_reads_back_as_it_was(locales: Path, tmp_path: Path) -> None:
    folder, read = Folder(tmp_path), languages(locales)
    for _ in range(2):
        assert compiled_languages(folder, locales, lambda: read) == read


@pytest.fixture
def project(tmp_path: Path) -> Project:
    project = Project(tmp_path)
    project.sync()
    return project


def test_what_is_lost_stays_known(project: Project, tmp_path: Path) -> None:
    (project.locales / "ja" / "ui.po").write_text("nonsense\n", "utf-8")
    reading = Reading(project.locales, tmp_path / "library")
    assert [reading.load().lost for _ in range(2)] == [("ja/ui.po",)] * 2
    assert reading.count == 1


def test_a_catalogue_that_changed_is_read_again(project: Project, tmp_path: Path) -> None:
    reading = Reading(project.locales, tmp_path / "library")
    reading.load()
    project.translate("ja/ui.po", {"Send": "送信"})
    assert reading.load().messages["", "Send"] == ("送信",)
    (project.locales / "ja" / "questions.po").write_text("", "utf-8")
    reading.load()
    assert reading.count == 2
    (project.locales / "ja" / "policy-travel.po").unlink()
    reading.load()
    assert reading.count == 3


def test_a_faulty_message_stays_out_of_what_is_compiled(project: Project, tmp_path: Path) -> None:
    project.translate("ja/ui.po", {"Now or {later}": "今か<b>"})
    reading = Reading(project.locales, tmp_path / "library")
    for _ in range(2):
        assert ("", "Now or {later}") not in reading.load().messages
    assert reading.count == 1


def test_a_language_that_is_added_is_known(project: Project, tmp_path: Path) -> None:
    folder = Folder(tmp_path / "library")

    def known() -> list[str]:
        return list(compiled_languages(folder, project.locales, lambda: languages(project.locales)))

    assert known() == ["en", "ja"]
    project.add_language("fr", like="en", fallback="ja")
    assert known() == ["en", "fr", "ja"]
    assert set(FILES) >= {"locales/en/language.yaml"}
