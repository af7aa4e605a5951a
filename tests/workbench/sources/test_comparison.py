"""What a new edition changes, and in which words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.workbench.sources.comparison import Comparison, compare, shortened, word_diff
from tests.workbench.sources.conftest import ENGLISH_WORDS, blocks_of, outline_of
from tests.workbench.sources.samples import ENGLISH, ENGLISH_NEXT, JAPANESE, JAPANESE_NEXT, TERMS


def compared(language: str, old: bool = True) -> Comparison:
    first, later = TERMS[language]
    blocks = blocks_of(first)
    return compare(outline_of(blocks), blocks_of(later), blocks if old else None, (), ENGLISH_WORDS)


def by_change(found: Comparison) -> dict[str, list[str]]:
    changes: dict[str, list[str]] = {}
    for one in found.differences:
        changes.setdefault(one.change, []).append(one.clause)
    return changes


@pytest.mark.parametrize("language", TERMS)
@pytest.mark.parametrize("old", [True, False])
def test_a_document_does_not_differ_from_itself(language: str, old: bool) -> None:
    blocks = blocks_of(TERMS[language][0])
    clauses = outline_of(blocks)
    found = compare(clauses, blocks, blocks if old else None, (), ENGLISH_WORDS)
    assert found == Comparison((), len(clauses), ())


def test_each_kind_of_change_is_named() -> None:
    assert by_change(compared("en")) == {
        "changed": ["booking.1-2", "fees.3", "return.3-2"],
        "new": ["insurance.2-1"],
        "renumbered": ["fees.1", "fees.2", "fees.4"],
        "gone": ["fees.5"],
        "moved": ["return.3-1"],
    }


def test_the_changed_words_come_from_the_two_documents() -> None:
    changed = {one.clause: one.pieces for one in compared("en").differences if one.change == "changed"}
    assert [piece for piece in changed["booking.1-2"] if piece[0] != "same"] == [("old", "30"), ("new", "20")]
    assert [piece for piece in changed["fees.3"] if piece[0] != "same"] == [("old", "2,500"), ("new", "2,800")]


def test_without_the_earlier_document_the_new_wording_is_shown() -> None:
    shown = {one.clause: one.pieces for one in compared("en", old=False).differences if one.change == "changed"}
    assert shown["fees.3"] == (("same", "Electric bicycle\t2,800 yen"),)


def test_a_japanese_change_is_cut_where_the_script_changes() -> None:
    pieces = word_diff("予約は、開始時刻から30分間お取り置きします。", "予約は、終了時刻から20分間お取り置きします。")
    assert [piece for piece in pieces if piece[0] != "same"] == [
        ("old", "開始時刻"), ("new", "終了時刻"), ("old", "30"), ("new", "20"),
    ]  # fmt: skip


def test_an_earlier_document_of_another_edition_is_noticed() -> None:
    clauses = outline_of(blocks_of(JAPANESE))
    found = compare(clauses, blocks_of(JAPANESE), blocks_of(JAPANESE_NEXT), (), ENGLISH_WORDS)
    assert found.unknown == ("section-1.2", "section-3.1")
    assert by_change(found).keys() <= {"renumbered"}


def test_what_is_gone_stands_where_it_stood() -> None:
    names = [one.clause for one in compared("en").differences]
    assert names.index("fees.4") < names.index("fees.5") < names.index("return.3-2")


@given(st.text("ab 1,.自転車は\t"), st.text("ab 1,.自転車は\t"))
def test_the_pieces_hold_both_texts_whole(before: str, after: str) -> None:
    pieces = word_diff(before, after)
    assert "".join(text for kind, text in pieces if kind != "old") == after
    old = "".join(text for kind, text in pieces if kind != "new")
    assert "".join(old.split()) == "".join(before.split())


def test_long_stretches_without_a_change_are_cut_down() -> None:
    word = "unchanged "
    pieces = [*shortened((("same", word * 20), ("old", "1"), ("same", word * 20), ("new", "2"), ("same", word * 20)))]
    assert max(len(text) for _, text in pieces) <= 125
    assert all(set(text.split()) <= {"unchanged", "…"} for kind, text in pieces if kind == "same")
    assert [*shortened((("same", word * 20),))] == [("same", word * 20)]


def test_a_clause_under_another_heading_has_moved() -> None:
    blocks = blocks_of(ENGLISH)
    later = [part._replace(text="3. Lateness") if part.text == "3. Return" else part for part in ENGLISH]
    found = compare(outline_of(blocks), blocks_of(later), blocks, (), ENGLISH_WORDS)
    assert by_change(found)["moved"] == ["return.3-1", "return.3-2"]


def test_the_next_edition_is_not_this_one() -> None:
    assert ENGLISH != ENGLISH_NEXT
