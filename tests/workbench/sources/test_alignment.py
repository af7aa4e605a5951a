"""Which clause of an outline is which part of a document."""

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.errors import Usage
from assistant.model.source import Clause
from assistant.workbench.sources.alignment import Alignment, align
from assistant.workbench.sources.lines import text_blocks
from assistant.workbench.sources.wording import wordings
from tests.workbench.sources.conftest import blocks_of, outline_of
from tests.workbench.sources.samples import ENGLISH, ENGLISH_NEXT, JAPANESE, TERMS

PARAGRAPHS = st.lists(
    st.text(st.sampled_from("abcdefgh 自転車"), min_size=4, max_size=30).map(lambda text: f"{text.strip()}x."),
    unique_by=lambda text: "".join(text.split()),
    min_size=1,
    max_size=12,
)


def aligned(clauses: Sequence[Clause], paragraphs: Sequence[str]) -> Alignment:
    return align(clauses, text_blocks("\n\n".join(paragraphs)), {})


@given(PARAGRAPHS)
def test_in_its_own_document_every_clause_is_as_it_was(paragraphs: list[str]) -> None:
    clauses = outline_of(text_blocks("\n\n".join(paragraphs)))
    found = aligned(clauses, paragraphs)
    assert [found.clauses[unit.span] for unit in found.units] == [clause.id for clause in clauses]
    assert found.changed == found.moved == set(found.gone) == set()


@given(st.data(), PARAGRAPHS)
def test_another_order_moves_clauses_and_changes_none(data: st.DataObject, paragraphs: list[str]) -> None:
    order = data.draw(st.permutations(range(len(paragraphs))))
    clauses = outline_of(text_blocks("\n\n".join(paragraphs)))
    found = aligned(clauses, [paragraphs[at] for at in order])
    assert found.changed == set(found.gone) == set()
    assert bool(found.moved) == (order != sorted(order))
    steady = [clauses[at].id for at in order if clauses[at].id not in found.moved]
    assert steady == [clause.id for clause in clauses if clause.id in steady]


@given(st.data(), PARAGRAPHS)
def test_what_is_taken_out_is_gone_and_the_rest_stays(data: st.DataObject, paragraphs: list[str]) -> None:
    kept = data.draw(st.lists(st.sampled_from(range(len(paragraphs))), unique=True).map(sorted))
    clauses = outline_of(text_blocks("\n\n".join(paragraphs)))
    found = aligned(clauses, [paragraphs[at] for at in kept])
    assert list(found.gone) == [clause.id for at, clause in enumerate(clauses) if at not in kept]
    assert found.changed == found.moved == set()


def test_a_sentence_that_stands_twice_belongs_to_its_neighbours() -> None:
    text = "First things.\n\nIt is free.\n\nSecond things.\n\nIt is free.\n\nLast things.\n"
    clauses = outline_of(text_blocks(text))
    found = align(clauses, text_blocks(text.replace("First things.\n\nIt is free.\n\n", "")), {})
    assert found.gone == ("opening.1", "opening.2")
    assert found.changed == found.moved == set()


def test_a_change_is_seen_by_the_gist_where_there_is_no_earlier_text() -> None:
    gists = [
        "Bookings open 14 days before.",
        "A booking is held for 30 minutes.",
        "What a day costs.",
        "City bicycles cost 1,200.",
        "Electric bicycles cost 2,500.",
        "Helmets are free.",
        "A lock comes with each bicycle.",
        "Bicycles are returned by 18:00.",
        "Later hours cost 500.",
    ]
    clauses = outline_of(blocks_of(ENGLISH), gists)
    said = {clause.gist.source: clause.id for clause in clauses}
    found = align(clauses, blocks_of(ENGLISH_NEXT[:-3]), {})
    assert found.changed == {said[gists[1]], said[gists[4]]}
    assert found.gone == tuple(said[gist] for gist in gists[6:])


def test_a_change_is_seen_by_the_earlier_text_whatever_the_gist_says() -> None:
    for parts, later in TERMS.values():
        old = blocks_of(parts)
        clauses = outline_of(old)
        found = align(clauses, blocks_of(later), wordings(clauses, old))
        changed = {span[0] for span, name in found.clauses.items() if name in found.changed}
        assert any("20" in block.text for block in [blocks_of(later)[at] for at in changed])


def test_what_moved_and_changed_is_found_by_its_earlier_text() -> None:
    old = blocks_of(JAPANESE)
    clauses = outline_of(old)
    later = (*JAPANESE[:1], JAPANESE[-1]._replace(text=JAPANESE[-1].text.replace("500", "600")), *JAPANESE[1:-1])
    found = align(clauses, blocks_of(later), wordings(clauses, old))
    assert clauses[-1].id in found.changed & found.moved
    assert found.gone == ()


def test_a_heading_that_is_left_alone_is_not_the_sentence_that_stood_below_it() -> None:
    clauses = outline_of(text_blocks("# A\n\nFirst.\n\n# B\n\nSecond.\n"))
    found = align(clauses, text_blocks("# A\n\nFirst.\n\n# B\n"), {})
    assert found.gone == ("section-2.1",)


def test_no_wording_is_given_for_a_clause_that_the_document_does_not_hold() -> None:
    clauses = outline_of(blocks_of(ENGLISH))
    assert set(wordings(clauses, blocks_of(ENGLISH))) == {clause.id for clause in clauses}
    assert "booking.1-2" not in wordings(clauses, blocks_of(ENGLISH_NEXT))


def test_a_long_document_of_another_kind_is_not_held_against_every_clause() -> None:
    clauses = outline_of(text_blocks("\n\n".join(f"Clause {number} of ours." for number in range(101))))
    with pytest.raises(Usage, match="101 clauses do not stand in this document, and 1000 of its blocks"):
        aligned(clauses, [f"Quite another line, which is the {number}th." for number in range(1000)])
    with pytest.raises(Usage, match="compare it in parts"):
        aligned(clauses, [f"Quite another line, which is long: {'word ' * 50_000}."])
    assert len(aligned(clauses, [f"Clause {number} of ours." for number in range(101)]).gone) == 0
