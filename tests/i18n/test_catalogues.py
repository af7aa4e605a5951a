"""A catalogue that cannot be read is named, with the line and how to mend it."""

from pathlib import Path

import pytest

from assistant.errors import ContentError
from assistant.i18n.catalogues import place, read_catalogue, read_entries, sound_catalogue
from assistant.i18n.po import parse

SOUND = """\
# a comment says what it "likes
msgid ""
msgstr "Language: ja\\n"

msgctxt "a"
msgid "one \\"two\\""
msgstr "x"

"""


@pytest.mark.parametrize(
    ("line", "path", "wrong", "mend"),
    [
        ('msgd "x"', "msgd", "'msgd' is no keyword", "did you mean 'msgid'?"),
        ("nonsense", "nonsense", "'nonsense' is no keyword", "write one of these: msgctxt, msgid"),
        ('msgstr[x] "a"', "msgstr[x]", "is no keyword", "did you mean 'msgstr'?"),
        ("msgid x", "msgid", "the text is not in quotes", "put it in double quotes"),
        ("msgid", "", "the text is not in quotes", "put it in double quotes"),
        ('msgstr "x', "msgstr", "a quote is not closed", "close it"),
        ('msgstr "x\\"', "msgstr", "a quote is not closed", "close it"),
        ('"', "", "a quote is not closed", "close it"),
        ('msgstr "a"b"', "msgstr", "a double quote stands inside", "backslash"),
        ('#| msgid "a"b"', "msgid", "a double quote stands inside", "backslash"),
        ('#~ mgid "a"', "mgid", "'mgid' is no keyword", "did you mean 'msgid'?"),
    ],
)
def test_a_broken_line_is_named(line: str, path: str, wrong: str, mend: str) -> None:
    _, (fault,) = parse(f"{SOUND}{line}\n".encode(), "x.po")
    assert (fault.file, fault.line, fault.path) == ("x.po", SOUND.count("\n") + 1, path)
    assert wrong in str(fault.wrong)
    assert mend in str(fault.mend)


def test_whoever_writes_it_again_wants_it_whole_and_whoever_reads_it_what_is_sound(tmp_path: Path) -> None:
    path = tmp_path / "ui.po"
    path.write_text(f'{SOUND}\nmsgd "x"\nmsgstr "y"\n', "utf-8")
    with pytest.raises(ContentError):
        read_catalogue(path)
    found, faults = sound_catalogue(path)
    assert ([entry.msgstr for entry in found], len(faults)) == (["x"], 1)


@pytest.mark.parametrize("content", ["not a catalogue\nat all\n", "\x00\x01\x02", "<html>"])
def test_what_is_no_catalogue_at_all_is_one_fault(tmp_path: Path, content: str) -> None:
    (tmp_path / "ui.po").write_text(content, "utf-8")
    with pytest.raises(ContentError) as error:
        sound_catalogue(tmp_path / "ui.po")
    assert len(error.value.faults) == 1


def test_a_file_that_cannot_be_opened_is_named(tmp_path: Path) -> None:
    (tmp_path / "ja" / "ui.po").mkdir(parents=True)
    with pytest.raises(ContentError) as error:
        read_entries(tmp_path, "ja", "ui")
    assert "this cannot be read" in str(error.value)


def test_a_message_is_placed_at_its_source_text(tmp_path: Path) -> None:
    found, _ = parse(SOUND.encode(), "policy-x.po")
    assert place(tmp_path / "policy-x.po", found[0]) == (str(tmp_path / "policy-x.po"), 6, 1, "a")
    assert place(tmp_path / "ui.po", found[0])[3] == 'one "two"'
