"""A catalogue comes back from translators' tools, and a sync leaves nothing of their visit but what they wrote."""

import io
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import polib
import pytest
from babel.messages.pofile import read_po, write_po
from translate.storage.pypo import pofile

from assistant.i18n.catalogues import read_catalogue
from tests.editors import with_poedit, with_weblate
from tests.i18n.conftest import SAID, Project


def msgcat(path: Path) -> None:
    """The same with lines wrapped and strings in its own order of comments."""
    _run("msgcat", "--width=60", "--output-file", str(path), str(path))


def msgmerge(path: Path) -> None:
    """An update from the template, by resemblance."""
    template = path.parents[1] / "templates" / f"{path.stem}.pot"
    _run("msgmerge", "--quiet", "--previous", "--update", "--backup=none", str(path), str(template))


def msgattrib(path: Path) -> None:
    """The same, sorted by source."""
    _run("msgattrib", "--sort-output", "--output-file", str(path), str(path))


def by_polib(path: Path) -> None:
    """Read and written, with lines wrapped."""
    polib.pofile(str(path)).save(str(path))


def by_babel(path: Path) -> None:
    """Read and written, with line breaks of its own."""
    written = io.BytesIO()
    write_po(written, read_po(io.BytesIO(path.read_bytes())), width=76)
    path.write_bytes(written.getvalue())


def by_translate_toolkit(path: Path) -> None:
    """Read and written by the library that Weblate's own code rests on."""
    store = pofile(path.read_bytes())
    path.write_bytes(bytes(store))


def by_an_editor_of_windows(path: Path) -> None:
    """A byte order mark, and lines that end in two signs."""
    path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes().replace(b"\n", b"\r\n"))


def by_hand(path: Path) -> None:
    """Flags without a blank, form feeds and line separators in comments, an entry without its file."""
    text = path.read_text("utf-8").replace("#, ", "#,").replace("\n#: ", "\n# a\u2028b\x0cc\n#:")
    path.write_text(text, "utf-8")


def _run(program: str, *arguments: str) -> None:
    assert shutil.which(program), f"{program} is not installed: apt-get install gettext"
    subprocess.run([program, *arguments], check=True, capture_output=True)


TOOLS: list[Callable[[Path], None]] = [
    msgcat, msgmerge, msgattrib, by_polib, by_babel, by_translate_toolkit, by_an_editor_of_windows, by_hand
]  # fmt: skip


@pytest.mark.parametrize("tool", TOOLS, ids=lambda tool: str(tool.__name__))
@pytest.mark.parametrize("name", ["ui", "policy-travel"])
def test_a_catalogue_comes_back_whole(translated: Project, tool: Callable[[Path], None], name: str) -> None:
    path = translated.locales / "ja" / f"{name}.po"
    before = {(entry.msgctxt, entry.msgid): (entry.msgstr, entry.msgstr_plural) for entry in read_catalogue(path)}
    tool(path)
    after = {(entry.msgctxt, entry.msgid): (entry.msgstr, entry.msgstr_plural) for entry in read_catalogue(path)}
    assert after == before
    translated.sync()
    assert {(one.msgctxt, one.msgid): (one.msgstr, one.msgstr_plural) for one in read_catalogue(path)} == before
    assert translated.sync() == []


@pytest.mark.parametrize("tool", [msgcat, by_polib, by_translate_toolkit], ids=lambda tool: str(tool.__name__))
def test_what_a_stale_translation_was_made_from_and_an_accepted_figure_come_back(
    translated: Project, tool: Callable[[Path], None]
) -> None:
    path = translated.locales / "ja" / "policy-travel.po"
    translated.edit("content/travel/summary.yaml", "Ask before you travel.", "Never travel.")
    translated.sync()
    text = path.read_text("utf-8").replace("#. Opening of", "# accepted: 1\n#. Opening of")
    path.write_text(text, "utf-8")
    tool(path)
    translated.sync()
    (entry,) = [one for one in read_catalogue(path) if one.msgid == "Never travel."]
    assert (entry.fuzzy, entry.previous_msgid, entry.tcomment) == (True, "Ask before you travel.", "accepted: 1")


Editor = Callable[[Path, str], None]


def by_poedit(path: Path, source: str) -> None:
    """In its window."""
    with_poedit(path, source)


def by_weblate(path: Path, source: str) -> None:
    """By its code for files."""
    with_weblate(path, source, source)


@pytest.mark.parametrize("editor", [by_poedit, by_weblate], ids=lambda editor: str(editor.__name__))
def test_what_an_editor_saves_is_what_was_translated_and_nothing_else(project: Project, editor: Editor) -> None:
    path, title, lede = project.locales / "ja" / "policy-travel.po", "Business travel", "Ask before you travel."
    project.sync()
    project.translate("ja/policy-travel.po", {**SAID, title: "", lede: "出張の前に申請します。"})
    project.edit("content/travel/summary.yaml", lede, "Never travel.")
    project.sync()
    path.write_text(path.read_text("utf-8").replace("#. Opening of", "# accepted: 1\n#. Opening of"), "utf-8")
    before = _kept(path)
    editor(path, title)
    project.sync()
    after = _kept(path)
    changed = {name: kept for name, kept in after.items() if kept != before.get(name)}
    assert (changed, before.keys()) == ({"travel.policy.title": (title, title, False, None, "")}, after.keys())
    assert ("Never travel.", True, lede, "accepted: 1") in {(one[0], *one[2:]) for one in after.values()}
    assert project.sync() == []


def _kept(path: Path) -> dict[str | None, tuple[str, str, bool, str | None, str]]:
    """What a catalogue holds of each message."""
    return {
        one.msgctxt: (one.msgid, one.msgstr, one.fuzzy, one.previous_msgid, one.tcomment)
        for one in read_catalogue(path)
    }
