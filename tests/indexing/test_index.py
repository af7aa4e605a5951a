"""An index is the same whoever makes it, and is read again of what it was kept as."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from assistant.indexing.index import built, made
from assistant.match.index import Index
from assistant.match.ranking import OUT_OF_SCOPE, Phrase
from assistant.match.terms import Terms
from tests.match.sample import PHRASES

INDEX = built(PHRASES)


def test_made_again_of_its_arrays_an_index_ranks_the_same_and_shares_them() -> None:
    terms = Terms.build({"drill": [("drill", "boring machine"), ("ドリル",)]})
    index = built(PHRASES, terms)
    arrays, plain = made(PHRASES, terms)
    again = Index.of(arrays, json.loads(json.dumps(plain)), terms)
    for text in ("broken boring machine", "repiar drill", "貸出を延長したい", "weather tomorrow", ""):
        assert again.rank(text) == index.rank(text)
    assert again.first is arrays["first"]


def test_arrays_of_another_kind_are_no_index() -> None:
    arrays, plain = made(PHRASES, Terms())
    with pytest.raises(TypeError):
        Index.of(arrays | {"prints": arrays["idf"]}, plain, Terms())
    with pytest.raises(KeyError):
        Index.of({}, plain, Terms())


def test_order_of_ids_does_not_matter() -> None:
    backwards = built(dict(reversed(PHRASES.items())))
    assert backwards.rank("borrow a drill") == INDEX.rank("borrow a drill")


def test_equal_scores_go_by_id(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("assistant.indexing.evidence.ROUNDS", 0)
    same = (Phrase("open the door", "en"),)
    assert [match.id for match in built({"b": same, "a": same}).rank("open the door").matches] == ["a", "b"]


@pytest.mark.parametrize("at", [0, 3, 6])
@pytest.mark.parametrize(
    ("name", "text", "asked"),
    [
        ("tool-hire/repair", "刃を研いでほしい", "can i borow a mowr"),
        ("out-of-scope", "明日の電車", "are the drills repaired"),
        ("tool-hire/closing", "when do you shut", "貸出を延長したい"),
        ("out-of-scope", "a holiday in Spain", "ドリルを直してほしい"),
    ],
)
def test_a_phrase_more_hardly_moves_what_leads_in_another_language(name: str, text: str, asked: str, at: int) -> None:
    more = [*PHRASES[name][:at], Phrase(text, "ja" if not text.isascii() else "en"), *PHRASES[name][at:]]
    one, other = (built(phrases).rank(asked) for phrases in (PHRASES, {**PHRASES, name: more}))
    assert other.matches[0].id == one.matches[0].id
    assert other.lead == pytest.approx(one.lead, abs=0.02)


def test_hashing_does_not_change_a_ranking() -> None:
    program = (
        "from tests.match.sample import PHRASES; from assistant.indexing.index import built;"
        "import sys; sys.stdout.write(repr([built(PHRASES).rank(t) for t in ('repiar drill', '修理の延長')]))"
    )
    root = Path(__file__).parents[2]
    outputs = {
        subprocess.run(
            [sys.executable, "-c", program], cwd=root, env={"PYTHONHASHSEED": seed}, capture_output=True, check=True
        ).stdout
        for seed in ("0", "1", "2")
    }
    assert len(outputs) == 1


def test_an_empty_index_matches_nothing() -> None:
    assert built({}).rank("repair").outcome == OUT_OF_SCOPE
