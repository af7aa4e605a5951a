"""A spelling mistake that is mended in a source leaves its translations valid, where somebody says that it is one."""

import polib
import pytest

from assistant.errors import UnknownPage
from assistant.i18n.catalogues import strings
from assistant.workbench.catalogues.sync import sync
from tests.i18n.conftest import Project

LEDE, ASKED = "travel.summary.lede", "travel.facts.trip_date.question"
MENDED = "Ask us before you travel."


def _sync(project: Project, *typos: str) -> list[str]:
    return [path.name for path in sync(project.library, project.locales, project.package, typos)]


def _said(project: Project, name: str, source: str) -> tuple[str, bool, bool]:
    """The translation of a text, whether it is stale, and whether it is kept for later only."""
    (entry,) = (one for one in polib.pofile((project.locales / name).read_text("utf-8")) if one.msgid == source)
    return "".join(strings(entry)), entry.fuzzy, bool(entry.obsolete)


@pytest.fixture
def translated(project: Project) -> Project:
    """The small project with a few translations."""
    content = {"Ask before you travel.": "先に尋ねてください。", "When do you travel?": "いつですか。"}
    interface = {"What do you want to know?": "何を知りたいですか。", "{count} question left": "あと{count}問"}
    project.translate("ja/policy-travel.po", content)
    project.translate("ja/ui.po", interface)
    return project


@pytest.mark.parametrize("synced_before", [False, True])
def test_a_sentence_of_the_content_is_named_by_its_context(translated: Project, synced_before: bool) -> None:
    translated.edit("content/travel/summary.yaml", "Ask before you travel.", MENDED)
    if synced_before:
        _sync(translated)
        assert _said(translated, "ja/policy-travel.po", MENDED) == ("先に尋ねてください。", True, False)
    assert "policy-travel.po" in _sync(translated, LEDE)
    assert _said(translated, "ja/policy-travel.po", MENDED) == ("先に尋ねてください。", False, False)
    assert _sync(translated) == []


def test_several_sentences_are_named_at_once_and_no_other_is_touched(translated: Project) -> None:
    translated.edit("content/travel/summary.yaml", "Ask before you travel.", MENDED)
    translated.edit("content/travel/facts.yaml", "When do you travel?", "When will you travel?")
    _sync(translated, LEDE)
    assert _said(translated, "ja/policy-travel.po", "When will you travel?")[1]
    _sync(translated, LEDE, ASKED)
    assert not _said(translated, "ja/policy-travel.po", "When will you travel?")[1]


def test_what_a_translator_doubts_stays_in_doubt(translated: Project) -> None:
    path = translated.locales / "ja" / "policy-travel.po"
    path.write_text(path.read_text("utf-8").replace(f'msgctxt "{LEDE}"', f'#, fuzzy\nmsgctxt "{LEDE}"'), "utf-8")
    translated.edit("content/travel/summary.yaml", "Ask before you travel.", MENDED)
    _sync(translated, LEDE)
    assert _said(translated, "ja/policy-travel.po", MENDED) == ("先に尋ねてください。", True, False)


@pytest.mark.parametrize("synced_before", [False, True])
@pytest.mark.parametrize(
    ("file", "old", "new", "said"),
    [
        ("shop/pages.html", "What do you want to know?", "What do you wish to know?", "何を知りたいですか。"),
        ("shop/pages.py", "{count} question left", "{count} question is left", "あと{count}問"),
    ],
)
def test_a_sentence_of_the_interface_is_named_by_what_it_says_now(
    translated: Project, file: str, old: str, new: str, said: str, synced_before: bool
) -> None:
    translated.edit(file, f'"{old}"', f'"{new}"')
    if synced_before:
        _sync(translated)
        assert _said(translated, "ja/ui.po", new) == (said, True, False)
    _sync(translated, new)
    assert _said(translated, "ja/ui.po", new) == (said, False, False)
    assert old not in (translated.locales / "ja" / "ui.po").read_text("utf-8")
    assert _sync(translated) == []


def test_a_sentence_of_the_interface_that_is_rewritten_stays_stale_though_it_is_called_misspelt(
    translated: Project,
) -> None:
    said = "What is it that you want to know now?"
    translated.edit("shop/pages.html", "What do you want to know?", said)
    _sync(translated, said)
    assert _said(translated, "ja/ui.po", said) == ("何を知りたいですか。", True, False)


def test_a_sentence_of_the_interface_that_says_something_else_takes_no_translation_along(translated: Project) -> None:
    translated.edit("shop/pages.html", "What do you want to know?", "Welcome.")
    _sync(translated, "Welcome.")
    assert _said(translated, "ja/ui.po", "Welcome.") == ("", False, False)
    assert _said(translated, "ja/ui.po", "What do you want to know?")[2]


def test_a_name_that_no_sentence_has_is_refused_with_what_may_have_been_meant(translated: Project) -> None:
    with pytest.raises(UnknownPage) as raised:
        _sync(translated, "travel.summary.leed")
    assert raised.value.near[0] == LEDE
    assert (raised.value.kind, raised.value.name, len(raised.value.near) <= 3) == (
        "sentence", "travel.summary.leed", True,
    )  # fmt: skip
