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
from tests.i18n.conftest import Project


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
    """Read and written as Weblate does it, whose PO format is this one."""
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
