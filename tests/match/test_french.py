"""A third language is added by its own grammar alone: French, which does not ship."""

import pytest

from assistant.match.frames import Frame
from assistant.match.markers import Markers
from assistant.match.reach import bounded
from assistant.matching import read_grammar
from assistant.vocabulary.fact import Frame as Described
from tests.conftest import ROOT

FRENCH = Markers.build(read_grammar(ROOT / "tests/match/french"))
WARRANTY = Frame.of("in_warranty", Described(things=("garantie",), there="yes", missing="no"))


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("l'écran est sous garantie", ["yes"]),
        ("l'écran n'est pas sous garantie", ["no"]),
        ("l'écran est hors garantie", ["no"]),
        ("la garantie est expirée", ["no"]),
        ("la garantie n'est pas expirée", ["yes"]),
        ("sans garantie", ["no"]),
        ("je crois que la garantie est expirée", ["no (unsure)"]),
    ],
)
def test_what_is_said_of_a_thing_is_composed(text: str, said: list[str]) -> None:
    found = WARRANTY.read(FRENCH.mark(text))
    assert [f"{one.option}{f' ({one.why})' if one.why else ''}" for one in found] == said


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("environ 35 km", "about"),
        ("au moins 35 km", "limit"),
        ("entre 20 et 35 km", "range"),
        ("pas 35 km", "denied"),
        ("à 35 km", None),
    ],
)
def test_an_amount_is_exact_or_not(text: str, why: str | None) -> None:
    at = text.index("35")
    assert bounded(FRENCH.mark(text), at, len(text)) == why
