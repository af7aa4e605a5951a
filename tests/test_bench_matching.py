"""How our matcher is put beside its peers, and the catalogue that is made up for it; nothing is timed in tests."""

import json
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

from assistant.match.ranking import OUT_OF_SCOPE, Phrase
from assistant.workbench.evaluation.measurement import Ask, Found
from assistant.workbench.evaluation.questions import Labelled, Phrases
from bench.matching import Row, held_out, own_phrases, row, scale_table, table
from bench.peers import PEERS, signs, words
from bench.scale import Scale, at_scale
from bench.synthetic import Synthetic, synthetic

PHRASES: Phrases = {
    "repair": [Phrase(f"mend drill {number}", "en") for number in range(10)],
    "loan": [Phrase("borrow mower", "en")],
    OUT_OF_SCOPE: [Phrase(f"weather {number}", "en") for number in range(4)],
}


@pytest.mark.parametrize(
    ("text", "expected"),
    [("Swap-out it's", ["swap", "out", "it", "s"]), ("壊れたSWA", ["壊れ", "れた", "swa"]), ("鍵", ["鍵"]), ("？", [])],
)
def test_peers_are_given_words_and_pairs_of_japanese_signs(text: str, expected: list[str]) -> None:
    assert words(text) == expected


def test_peers_are_given_stretches_of_letters_and_signs() -> None:
    assert signs("On 鍵付") == [" o", "on", "n ", " on", "on ", " on ", "鍵", "付", "鍵付"]


@pytest.mark.parametrize("peer", ["rapidfuzz WRatio, best phrase", "rapidfuzz token_set_ratio, best phrase"])
def test_a_peer_scores_a_topic_as_its_best_phrase_and_never_names_out_of_scope(peer: str) -> None:
    ask = PEERS[peer](PHRASES)
    topics, confidence = ask("mend my drill")
    assert (list(topics), confidence > 0) == (["repair", "loan"], True)
    assert ask("weather")[1] < 0


def test_each_phrase_is_held_out_once_and_never_asked_of_an_index_that_has_it() -> None:
    folds = list(held_out(PHRASES, 4))
    asked = [(question.text, question.topic) for _, questions in folds for question in questions]
    wanted = [(one.text, None if name == OUT_OF_SCOPE else name) for name, group in PHRASES.items() for one in group]
    assert sorted(asked, key=str) == sorted(wanted, key=str)
    for phrases, questions in folds:
        kept = {phrase.text for group in phrases.values() for phrase in group}
        assert kept.isdisjoint(question.text for question in questions)
        assert all(phrases.values())


def test_our_own_phrases_are_there_in_every_language(locales: Path) -> None:
    phrases = own_phrases(locales)
    assert {phrase.language for group in phrases.values() for phrase in group} >= {"en", "ja"}
    assert OUT_OF_SCOPE in phrases


def test_a_row_counts_over_all_folds() -> None:
    def build(phrases: Phrases) -> Ask:
        def ask(text: str) -> Found:
            return ["repair", *(name for name in phrases if name != "repair")], float("drill" in text)

        return ask

    folds = [(PHRASES, [Labelled("drill", "en", "repair")]), (PHRASES, [Labelled("x", "en", "loan")])]
    strange = (PHRASES, [Labelled("x", "en", None)])
    one = row("made up", "peer", build, [*folds, strange])
    assert (one.top_1, one.top_3, one.oos_recall, one.index_mb) == (0.5, 1.0, 0.0, None)


def test_the_table_shows_rates_in_percent() -> None:
    one = Row("clinc", "ours", 0.9, 0.975, 0.885, 0.87, None, 0.5, 2.0, 1.25, 3.0)
    cells = [cell.strip() for cell in table([one]).splitlines()[2].strip("|").split("|")]
    assert cells == ["clinc", "ours", "90.0", "97.5", "88.5", "87.0", "–", "0.50", "2.00", "1.25", "3.0"]


@pytest.fixture(scope="module")
def made() -> Synthetic:
    return synthetic(40, 6, 200)


def texts(group: Sequence[Phrase]) -> list[str]:
    return [phrase.text for phrase in group]


def test_a_synthetic_catalogue_has_its_size_in_both_languages(made: Synthetic) -> None:
    assert [len(group) for group in made.phrases.values()] == [6] * 40
    assert {phrase.language for phrase in made.phrases["topic-00007"]} == {"en", "ja"}
    assert len(made.questions) == 200
    assert sum(question.topic is None for question in made.questions) == 20
    assert {question.topic for question in made.questions} - {None} <= made.phrases.keys()


def test_a_topic_has_words_of_its_own(made: Synthetic) -> None:
    keys = [set(" ".join(texts(group)).split()) for group in made.phrases.values()]
    assert all(own - other for at, own in enumerate(keys) for other in keys[:at])


def test_the_seed_alone_makes_the_catalogue(root: Path, made: Synthetic) -> None:
    program = "from bench.synthetic import synthetic\nprint(ascii(synthetic(40, 6, 200)))"
    printed = {
        subprocess.run(
            [sys.executable, "-c", program],
            env={"PYTHONHASHSEED": seed, "PYTHONPATH": str(root)},
            capture_output=True,
            check=True,
            text=True,
        ).stdout
        for seed in ("0", "1")
    }
    assert printed == {ascii(made) + "\n"}
    assert synthetic(40, 6, 200, seed=1) != made


def test_a_catalogue_is_measured_in_a_process_of_its_own(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(root)
    one = at_scale(20)
    assert (one.topics, one.phrases) == (20, 400)
    assert one.top_1 is not None
    assert one.top_1 > 0.5
    assert one.peak_mb > one.empty_mb > 0


def test_files_come_in_pairs(root: Path) -> None:
    command = [sys.executable, "-m", "bench.matching", "only.jsonl"]
    assert subprocess.run(command, cwd=root, capture_output=True, check=False).returncode == 2


def test_nothing_named_measures_nothing(root: Path) -> None:
    done = subprocess.run([sys.executable, "-m", "bench.matching", "--json"], cwd=root, capture_output=True, check=True)
    assert json.loads(done.stdout) == {"matching": [], "scale": None}


def test_the_cost_of_scale_has_a_line_for_each_figure() -> None:
    one = Scale(10_000, 200_000, 2_000, 0.5, 0.75, None, 4.25, 18.0, 51.5, 140.0, 590.0, 40.0)
    lines = [line.split() for line in scale_table(one).splitlines()]
    assert lines[1] == ["200,000", "phrases"]
    assert ["4.250", "p50_ms"] in lines
    assert "oos_recall" not in {name for _, name in lines}
