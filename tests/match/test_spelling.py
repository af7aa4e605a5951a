"""Misspelt words of facts are read as they are meant, and no other word is."""

import pytest

from assistant.match.question import Matcher
from assistant.match.spelling import Spelling
from assistant.match.words import Stems
from tests.match.test_catalogue import NOW, matcher

__all__ = ["matcher"]

MEANT = (
    "warranty",
    "february",
    "started",
    "bought",
    "server",
    "active",
    "changes",
    "cabling",
    "contract",
    "computer",
    "projector",
    "verlängert",
    "ディスプレイ",
    "プロジェクタ",
)
WRITTEN = ("der stecker, dont le contact est perdu",)
KNOWN = "never", "lever", "don't"
SPELLING = Spelling.of((*MEANT, "sticker"), ("gold", "ブロンズ"), KNOWN, None, Stems(), (), WRITTEN)


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("the warrenty is over", "the warranty is over"),
        ("from 3 febuary", "from 3 february"),
        ("strated then", "started then"),
        ("bougth it", "bought it"),
        ("a new servr, activ", "a new server, active"),
        ("changed, calling, contrast, compute, protector", "changed, calling, contrast, compute, protector"),
        ("stated, serves, lever, fought", "stated, serves, lever, fought"),
        ("glod, gol", "gold, gol"),
        ("es wurde verlängrt, über vier, étage, nügold", "es wurde verlängert, über vier, étage, nügold"),
        ("ブロンヅとブロンド", "ブロンズとブロンズ"),
        ("モロンズ", "モロンズ"),
        ("ディスブレイ, ディスプレ, ディスブレー", "ディスプレイ, ディスプレ, ディスブレー"),
        ("プロジェクトのプロシェクタ、プロジェクター", "プロジェクトのプロジェクタ、プロジェクター"),
        ("stecker, stecher, contact", "stecker, stecher, contact"),
        ("stackers, stcker", "stackers, sticker"),
        ("dont", "don't"),  # in another language a word, and yet in this one it denies
        ("", ""),
    ],
)
def test_a_slip_is_read_as_the_word_that_is_meant(text: str, read: str) -> None:
    assert SPELLING.corrected(text)[0] == read


def test_every_sign_knows_where_it_stands_in_the_text() -> None:
    text = "its warrenty, febuary"
    read, places = SPELLING.corrected(text)
    start = read.index("february")
    assert text[places[start] : places[start + len("february") - 1] + 1] == "febuary"
    assert len(places) == len(read)
    assert [text[at] for at in places[:4]] == ["i", "t", "s", " "]


def test_a_word_is_no_slip_of_its_own_participle() -> None:
    spelling = Spelling.of(["damaged"], (), (), None, Stems(["...ed > ", "...e > "]))
    assert spelling.corrected("what is the damage, damagd")[0] == "what is the damage, damaged"


@pytest.mark.parametrize(
    ("text", "typed", "read"),
    [
        ("cancle my swapout, what happens", "cancle", "cancel"),
        ("how much is a replacement dongel for sv9500", "dongel", "dongle"),
        ("when does the Technican come on gold", "technican", "technician"),
    ],
)
def test_a_word_that_was_taken_for_another_stays_known_as_it_was_typed(
    matcher: Matcher, text: str, typed: str, read: str
) -> None:
    words = {one.typed: one.read for one in matcher.understand(text, NOW).matches[0].words}
    assert words[typed] == read
