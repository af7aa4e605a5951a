"""Plural forms that a tool wrote by another rule stay where they are right."""

import pytest
from polib import POEntry

from assistant.workbench.catalogues.locales import in_forms

ENGLISH = "nplurals=2; plural=(n != 1);"
FRENCH = "nplurals=2; plural=(n > 1);"
POLISH = "nplurals=3; plural=(n==1 ? 0 : n%10>=2 && n%10<=4 && (n%100<10 || n%100>=20) ? 1 : 2);"
SLOVENE = "nplurals=4; plural=(n%100==1 ? 0 : n%100==2 ? 1 : n%100==3 || n%100==4 ? 2 : 3);"


@pytest.mark.parametrize(
    ("written", "wanted", "said", "now"),
    [
        (ENGLISH, POLISH, ["dzień", "dni"], ["dzień", "", "dni"]),
        (POLISH, ENGLISH, ["dzień", "dni", "dnia"], ["dzień", "dnia"]),
        (POLISH, POLISH, ["dzień", "dni", ""], ["dzień", "dni", ""]),
        (POLISH, POLISH.replace(" ", ""), ["a", "b", "c"], ["a", "b", "c"]),
        (FRENCH, ENGLISH, ["jour", "jours"], ["", "jours"]),
        (ENGLISH, SLOVENE, ["dan", "dni"], ["", "", "", "dni"]),
        ("", POLISH, ["dzień", "dni"], ["dzień", "dni"]),
        (POLISH, ENGLISH, ["dzień", "dni"], ["dzień", "dni"]),
    ],
)
def test_a_form_stays_where_it_stands_for_the_same_counts(
    written: str, wanted: str, said: list[str], now: list[str]
) -> None:
    entry = POEntry(msgid="{count} day", msgid_plural="{count} days", msgstr_plural=dict(enumerate(said)))
    in_forms([entry], written, wanted)
    assert list(entry.msgstr_plural.values()) == now


def test_a_message_without_forms_stays_as_it_is() -> None:
    entry = POEntry(msgid="Send", msgstr="Wyślij")
    in_forms([entry], ENGLISH, POLISH)
    assert (entry.msgstr, entry.msgstr_plural) == ("Wyślij", {})
