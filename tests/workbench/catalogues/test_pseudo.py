"""Pseudo-languages are whole: every sentence is in them, longer and in other letters, and none of them is faulty."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.i18n.language import offered
from assistant.i18n.load import languages, load_words
from assistant.model.record import Text
from assistant.workbench.catalogues.addition import ACCENTS, LONGER, PSEUDO, longer, write_pseudo
from assistant.workbench.catalogues.checks import check_locales
from tests.i18n.conftest import Project

LEDE = Text("travel.summary.lede", "Ask before you travel.")


@pytest.fixture
def made(project: Project, tmp_path: Path) -> Path:
    """The small project's locales with the pseudo-languages."""
    folder = tmp_path / "pseudo"
    write_pseudo(project.library, project.locales, project.package, folder)
    return folder


def test_they_are_languages_that_are_offered(made: Path) -> None:
    known = offered(languages(made))
    assert set(PSEUDO) <= set(known)
    assert {name: known[name].direction for name in PSEUDO} == {"en-XA": "ltr", "ar-XB": "rtl", "en-XC": "ltr"}


def test_the_folder_they_are_made_from_stays_as_it_is(project: Project, made: Path) -> None:
    assert set(languages(project.locales)) == {"en", "ja"}


def test_every_sentence_is_there_and_none_is_faulty(project: Project, made: Path) -> None:
    for name in PSEUDO:
        words = load_words(made, name)
        assert (words.chain[0].percent, words.faults) == (100, ())
    faults = check_locales(project.library, made, project.package)
    wrong = {fault.wrong.sentence for fault in faults if Path(fault.file).parent.name in PSEUDO}
    assert wrong <= {"not translated"}  # the phrases that people type, which nobody types in these


def test_the_first_is_accented_the_second_is_from_right_to_left_the_third_names_the_message(made: Path) -> None:
    said = [load_words(made, name).text(LEDE, "en").text for name in PSEUDO]
    assert said == ["⟦Åšķ ƀéƒöŕé ýöû ţŕåṽéļ. ļöŕéɱ îþ⟧", "⟦اسك بعفورع شوث طراحعل. لورعم يص⟧", "travel.summary.lede"]


def test_a_sentence_of_the_interface_is_named_by_what_it_says(made: Path) -> None:
    assert load_words(made, "en-XC").say("Now or {later}", later="never") == "ui: Now or never"


@given(st.text("abcXYZ {}.,\u3042", max_size=60).map(lambda text: text.replace("{", "{day} ").replace("}", "")))
def test_a_sentence_keeps_its_gaps_and_is_a_third_longer(text: str) -> None:
    said = longer(text, ACCENTS)
    assert Text.GAP.findall(said) == Text.GAP.findall(text)
    letters = len(Text.GAP.sub("", text))
    assert letters * (1 + LONGER) - 1 <= len(Text.GAP.sub("", said)) <= letters * (1 + LONGER) + 4
