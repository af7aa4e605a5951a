"""Every line of a catalogue is a keyword with its text, more text, a comment, or nothing."""

import pytest

from assistant.i18n.catalogues import line_faults

SOUND = """\
# a comment says what it "likes
#. note
#: content/a.yaml
#, fuzzy
#| msgid "before"
msgctxt "a"
msgid "one \\"two\\""
msgid_plural ""
"many"
msgstr[0] "x"

#~ msgid "gone"
#~ msgstr "weg"
"""


def test_a_sound_catalogue_has_no_fault() -> None:
    assert list(line_faults(SOUND, "x.po")) == []


@pytest.mark.parametrize(
    ("line", "path", "wrong", "mend"),
    [
        ('msgd "x"', "msgd", "'msgd' is no keyword", "did you mean 'msgid'?"),
        ("nonsense", "nonsense", "'nonsense' is no keyword", "write one of these: msgctxt, msgid"),
        ('msgstr[x] "a"', "msgstr[x]", "is no keyword", "did you mean 'msgstr'?"),
        ("msgid x", "msgid", "the text is not in quotes", "put it in double quotes"),
        ("msgid", "msgid", "the text is not in quotes", "put it in double quotes"),
        ('msgstr "x', "msgstr", "a quote is not closed", "close it"),
        ('msgstr "x\\"', "msgstr", "a quote is not closed", "close it"),
        ('"', "", "a quote is not closed", "close it"),
        ('msgstr "a"b"', "msgstr", "a double quote stands inside", "backslash"),
        ('#| msgid "a"b"', "msgid", "a double quote stands inside", "backslash"),
        ('#~ mgid "a"', "mgid", "'mgid' is no keyword", "did you mean 'msgid'?"),
    ],
)
def test_a_broken_line_is_named(line: str, path: str, wrong: str, mend: str) -> None:
    (fault,) = line_faults(f"{SOUND}{line}\n", "x.po")
    assert (fault.file, fault.line, fault.path) == ("x.po", SOUND.count("\n") + 1, path)
    assert wrong in str(fault.wrong)
    assert mend in str(fault.mend)
