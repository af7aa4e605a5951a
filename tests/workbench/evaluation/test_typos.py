"""Typing errors made on purpose: so many, of letters only, and the same each time."""

import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rapidfuzz.distance import OSA

from assistant.workbench.evaluation.typos import KANA, NEIGHBOURS, mistyped

QUESTIONS = ("Is a new SV9500 dongle free?", "ドングルが壊れた、費用は？", "SWA切れ 2026-04-03", "x", "か")


@pytest.mark.parametrize("text", QUESTIONS)
@pytest.mark.parametrize("seed", range(20))
def test_one_error_is_one_edit(text: str, seed: int) -> None:
    assert OSA.distance(text, mistyped(text, 1, seed)) == 1


@given(st.text(), st.integers(0, 4), st.integers())
def test_no_more_edits_than_wanted_and_the_same_each_time(text: str, count: int, seed: int) -> None:
    wrong = mistyped(text, count, seed)
    assert OSA.distance(text, wrong) <= 2 * count
    assert wrong == mistyped(text, count, seed)


@pytest.mark.parametrize("text", ["", "2026-04-03", "？！", "\ud800 12"])
def test_a_text_without_letters_stays(text: str) -> None:
    assert mistyped(text, 3, 0) == text


def test_figures_are_never_mistyped() -> None:
    for seed in range(50):
        wrong = mistyped("SV9500 on 2026-04-03", 2, seed)
        assert "".join(filter(str.isdigit, wrong)) == "950020260403"


def test_seeds_and_questions_make_different_errors() -> None:
    assert len({mistyped(QUESTIONS[0], 1, seed) for seed in range(20)}) > 10


def test_wrong_letters_are_neighbours_and_wrong_kana_any() -> None:
    assert set(NEIGHBOURS["g"]) == set("tyfhvb")
    assert set(NEIGHBOURS["q"]) == set("wa")
    wrong = {sign for seed in range(99) for sign in mistyped("修理", 1, seed)} - set("修理")
    assert wrong
    assert wrong <= set(KANA)


def test_the_errors_do_not_hang_on_the_order_of_hashes(root: Path) -> None:
    program = (
        f"from assistant.workbench.evaluation.typos import mistyped\nprint([mistyped(q, 2, 7) for q in {QUESTIONS!r}])"
    )
    printed = {
        subprocess.run(
            [sys.executable, "-c", program],
            env={"PYTHONHASHSEED": seed, "PYTHONPATH": str(root), "PYTHONIOENCODING": "utf-8"},
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("0", "1")
    }
    assert len(printed) == 1
