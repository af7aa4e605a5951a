"""Cutting into features: spelling variants meet, Japanese is cut into signs and pairs."""

import pytest

from assistant.match.words import Stems, cut, folded, runs
from tests.match.grammar import words

STEMS = Stems.by(words())
stem = STEMS.of


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("licence", "licenses"), ("licensed", "licenced"), ("programme", "program"), ("centre", "centers"),
        ("cancelling", "cancelled"), ("organise", "organized"), ("policies", "policy"), ("repairs", "repaired"),
        ("customer's", "customers"),
    ],
)  # fmt: skip
def test_forms_of_one_word_share_a_stem(one: str, other: str) -> None:
    assert stem(one) == stem(other)


@pytest.mark.parametrize(("one", "other"), [("sv9500", "sv950"), ("status", "state"), ("bus", "bu"), ("need", "ne")])
def test_different_words_keep_different_stems(one: str, other: str) -> None:
    assert stem(one) != stem(other)


@pytest.mark.parametrize("written", ["swap out", "swap-out", "SWAP‐OUT", "ｓｗａｐ ｏｕｔ"])
def test_a_compound_meets_its_spellings(written: str) -> None:
    assert "swapout" in cut(runs(folded(written)), STEMS).fine


def test_japanese_is_cut_into_signs_pairs_and_stretches() -> None:
    assert cut(runs("保証ok期間"), STEMS).fine == ["ok", "保", "証", "保証", "#保証", "期", "間", "期間", "#期間"]


def test_the_coarse_cut_takes_all_kana_alike() -> None:
    assert cut(["ライセンス"], STEMS).coarse == cut(["らいせんす"], STEMS).coarse
    assert cut(["ライセンス"], STEMS).fine != cut(["らいせんす"], STEMS).fine
