"""A figure is told as its readers write it, and compared by what it has in common with others."""

import pytest

from assistant.i18n.comparison import Spellings, added, exchanged, missing
from assistant.i18n.figure import CLOCK, Figure
from tests.conftest import ROOT


@pytest.mark.parametrize(
    ("figure", "key", "name"),
    [
        (Figure(frozenset({"5:30"}), 0, unit=CLOCK, text="17:30"), "5:30", "17:30"),
        (Figure(frozenset({"5:30"}), 0, unit=CLOCK, text="13 h 30"), "5:30", "13 h 30"),
        (Figure(frozenset({"30"}), 0), "30", "30"),
        (Figure(frozenset({"2026", "8"}), 0), "8", "8"),
    ],
)
def test_its_name_is_what_stands_there(figure: Figure, key: str, name: str) -> None:
    assert (figure.key, figure.name) == (key, name)


SPELLINGS = Spellings(ROOT / "tests/languages")


@pytest.mark.parametrize(
    ("english", "dutch"),
    [
        ("until 10:20", "tot tien voor half elf"),
        ("from 2:35 pm", "vanaf vijf over half drie"),
        ("until 12:30", "tot half een"),
        ("at 10:30", "om half 11"),
        ("at 9 am", "om negen uur"),
        ("at 9 am", "om negen uur ’s ochtends"),
        ("from 9:00 to 12:00", "van 9 tot 12 uur"),
        ("from 9 to 12", "van 9 tot 12 uur"),
        ("from 9:00 to 12:00", "van negen tot twaalf uur"),
        ("from 9:00 to 12:00", "9–12 uur"),
        ("25% of the fee", "een kwart van de prijs"),
        ("50%", "de helft"),
        ("120 km", "honderdtwintig kilometer"),
        ("2.5 hours", "tweeënhalf uur"),
        ("2½ hours", "tweeënhalf uur"),
        ("2½ hours", "2,5 uur"),
        ("1.5 hours", "anderhalf uur"),
    ],
)
def test_what_stands_in_words_is_the_same_figure(english: str, dutch: str) -> None:
    source, said = SPELLINGS.of("en").read(english), SPELLINGS.of("nl").read(dutch)
    assert [*missing(source, said), *added(source, said), *exchanged(source, said)] == []
    assert missing(said, source) == []


@pytest.mark.parametrize(
    ("english", "dutch", "lost"),
    [
        ("until 10:20", "tot tien voor elf", ["10:20"]),
        ("until 10:20", "tot half elf", ["10:20"]),
        ("from 2:35 pm", "vanaf half drie", ["2:35 pm"]),
        ("at 9 am", "om acht uur", ["9 am"]),
        ("from 9:00 to 12:00", "van acht tot twaalf uur", ["9:00"]),
        ("120 km", "honderdtwaalf kilometer", ["120"]),
    ],
)
def test_another_one_is_named(english: str, dutch: str, lost: list[str]) -> None:
    assert missing(SPELLINGS.of("en").read(english), SPELLINGS.of("nl").read(dutch)) == lost
