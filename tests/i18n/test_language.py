"""A language is a folder with a strict `language.yaml`; no code knows which there are."""

import pytest

from assistant.errors import ContentError
from assistant.i18n.language import looked_up, offered
from assistant.i18n.load import languages, sound_languages
from tests.i18n.conftest import Project


def test_every_folder_with_a_description_is_a_language(project: Project) -> None:
    known = languages(project.locales)
    assert {name: language.name for name, language in known.items()} == {"en": "English", "ja": "日本語"}
    assert known["ja"].fallback == ("en",)


@pytest.mark.parametrize(
    ("old", "new", "place", "wrong"),
    [
        ("id: ja", "id: jp", (1, 5), "folder"),
        ("time: HH:mm", "time: hours", (7, 7), "hours"),
        ("time: HH:mm", "time: HH:mm Uhr", (7, 7), "'U' in"),
        ("time: HH:mm", "time: HH h mm", (7, 7), "'h' in"),
        ('moment: "{day}{time}"', 'moment: "{day}"', (8, 9), "{day}"),
        ("direction: ltr", "direction: left", (5, 12), "left"),
        ("fallback: [en]", "fallback: [fr]", (4, 11), "fr"),
        ("fallback: [en]", "fall_back: [en]", (4, 1), "fall_back"),
        ("locale: ja", "locale: xx_YY", (3, 9), "xx_YY"),
        ("name: 日本語\n", "", (1, 1), "name"),
    ],
)
def test_a_fault_names_its_place(project: Project, old: str, new: str, place: tuple[int, int], wrong: str) -> None:
    project.edit("locales/ja/language.yaml", old, new)
    with pytest.raises(ContentError) as raised:
        languages(project.locales)
    (fault,) = raised.value.faults
    assert (fault.file, (fault.line, fault.column)) == (str(project.locales / "ja" / "language.yaml"), place)
    assert wrong in str(fault.wrong)


@pytest.mark.parametrize(
    ("tag", "language"),
    [
        ("pt-BR", "pt-BR"),
        ("pt-br", "pt-BR"),
        ("pt-PT", "pt"),
        ("ja-JP", "ja"),
        ("de", None),
        ("", None),
        ("zh-Hant-TW", "zh-Hant"),
    ],
)
def test_a_tag_means_the_nearest_of_our_languages(tag: str, language: str | None) -> None:
    assert looked_up(tag, ["ja", "pt", "pt-BR", "zh-Hant"]) == language


def test_only_some_languages_are_offered(project: Project) -> None:
    project.edit("locales/ja/language.yaml", "offered: yes", "offered: no")
    assert list(offered(languages(project.locales))) == ["en"]


def test_catalogues_of_a_language_that_is_not_described_are_a_fault(project: Project) -> None:
    (project.locales / "ja" / "language.yaml").unlink()
    with pytest.raises(ContentError) as raised:
        languages(project.locales)
    (fault,) = raised.value.faults
    assert (fault.file, fault.line, fault.column) == (str(project.locales / "ja" / "language.yaml"), 1, 1)
    assert str(fault.wrong) == "the language is not described"
    assert list(sound_languages(project.locales)) == ["en"]
