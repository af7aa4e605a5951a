"""Whatever `msgfmt -c` accepts is read, and a message that is broken costs nothing but itself."""

from pathlib import Path

import polib
import pytest

from assistant.i18n.po import parse

HEAD = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\nLanguage: ja\\n"\n\n'
FIRST = 'msgid "Send"\nmsgstr "送信"\n'
LAST = 'msgid "Back"\nmsgstr "戻る"\n'


def read(text: str | bytes) -> tuple[dict[str, str], list[tuple[int, str]]]:
    """What is said, by source, and what is wrong, by line."""
    found, faults = parse(text if isinstance(text, bytes) else text.encode(), "ja/ui.po")
    return {entry.msgid: entry.msgstr for entry in found}, [(fault.line, str(fault.wrong)) for fault in faults]


@pytest.mark.parametrize(
    "text",
    [
        HEAD + FIRST,
        "\ufeff" + HEAD + FIRST,
        "\ufeff" + FIRST,
        "\ufeff# a translator\n" + HEAD + "#, fuzzy\nmsgid \"a\"\nmsgstr \"b\"\n\n" + FIRST,
        "\ufeff" + (HEAD + FIRST).replace("\n", "\r\n"),
        HEAD + "#,fuzzy\n" + FIRST,
        HEAD + "# a\u2028b\n#. c\x0cd\n#. e\x85f\x1cg\n" + FIRST,
        HEAD + "#.no blank\n#:a.py:3\n#|msgid \"x\"\n" + FIRST,
        HEAD
        + "#\n#~ msgid \"gone\"\n#~ msgstr \"無\"\n#~| msgid \"before\"\n#~ msgid \"b\"\n#~ msgstr \"c\"\n" + FIRST,
        (HEAD + FIRST).replace("\n", "\r\n"),
        (HEAD + FIRST).replace("\n", "\r"),
        HEAD + 'msgid\n"Send"\nmsgstr\n"送"\n"信"',
        HEAD + 'msgid"Se" "nd"\n  msgstr   "送"  "信"  ',
        HEAD + 'msgid "Send"\n# between\nmsgstr "送信"\n',
        HEAD + '\tmsgid "S\\145\\x6ed"\n\tmsgstr "送信"\n',
        FIRST,
    ],
)  # fmt: skip
def test_what_tools_write_is_read(text: str) -> None:
    said, wrong = read(text)
    assert (said["Send"], wrong) == ("送信", [])


def test_a_catalogue_in_the_charset_that_its_header_names_is_read() -> None:
    text = HEAD.replace("UTF-8", "Shift_JIS") + FIRST
    assert read(text.encode("shift_jis")) == ({"Send": "送信"}, [])


@pytest.mark.parametrize(
    ("broken", "line", "wrong"),
    [
        ('msgd "x"\nmsgstr "y"\n', 7, "'msgd' is no keyword"),
        ('msgid "x"\nmgstr "y"\n', 8, "'mgstr' is no keyword"),
        ('msgid "x\nmsgstr "y"\n', 7, "a quote is not closed"),
        ('msgid "x"\nmsgstr "y\n', 8, "a quote is not closed"),
        ('msgid "x"\nmsgstr "a"b"\n', 8, "a double quote stands inside"),
        ('msgid x\nmsgstr "y"\n', 7, "the text is not in quotes"),
        ('msgid "x"\n', 8, "a line stands out of order"),
        ('msgid\nmsgstr "y"\n', 7, "the text is not in quotes"),
        ('msgstr "y"\n', 7, "a line stands out of order"),
        ('msgid "x"\nmsgstr "y"\nmsgstr "z"\n', 9, "a line stands out of order"),
        ("nonsense\n", 7, "'nonsense' is no keyword"),
    ],
)  # fmt: skip
@pytest.mark.parametrize("between", ["\n", "\n#. note\n"])
def test_one_that_is_broken_costs_nothing_but_itself(broken: str, line: int, wrong: str, between: str) -> None:
    said, faults = read(HEAD + FIRST + "\n" + broken + between + LAST)
    assert (said["Send"], said["Back"]) == ("送信", "戻る")
    assert any(wrong in told for _, told in faults)
    assert min(at for at, _ in faults) in range(line, line + 3)
    assert len(faults) == 1


def test_nothing_stands_between_two_messages_and_the_next_is_read_all_the_same() -> None:
    said, faults = read(HEAD + 'msgd "x"\nmsgstr "y"\n' + LAST)
    assert (said, [line for line, _ in faults]) == ({"Back": "戻る"}, [4])


def test_bytes_that_are_no_text_cost_their_own_message() -> None:
    said, faults = read((HEAD + FIRST).encode() + b'\nmsgid "x"\nmsgstr "\xff"\n\n' + LAST.encode())
    assert said == {"Send": "送信", "Back": "戻る"}
    assert faults == [(8, "this is not UTF-8 (byte 9)")]


def test_every_catalogue_that_ships_reads_as_its_writer_has_it(locales: Path) -> None:
    paths = sorted([*locales.glob("*/*.po"), *locales.glob("templates/*.pot")])
    assert paths
    for path in paths:
        found, faults = parse(path.read_bytes(), str(path))
        theirs = polib.pofile(path.read_text("utf-8"), wrapwidth=0)
        assert not faults
        assert f"{found}" == path.read_text("utf-8") == f"{theirs}"
        assert [{**vars(one), "linenum": 0} for one in found] == [{**vars(one), "linenum": 0} for one in theirs]
