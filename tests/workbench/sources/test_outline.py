"""The outline that is written: ids that last, places that people find, and nothing of theirs lost."""

from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from assistant.content.syntax import read_yaml
from assistant.i18n.words import Words
from assistant.model.source import Clause, Outline
from assistant.workbench.sources.alignment import align
from assistant.workbench.sources.blocks import Blocks, units
from assistant.workbench.sources.lines import text_blocks
from assistant.workbench.sources.outline import entries, place_of
from assistant.workbench.sources.reader import read_document
from assistant.workbench.sources.wording import fingerprint
from assistant.workbench.sources.writing import written
from tests.workbench.sources.conftest import ENGLISH_WORDS, blocks_of
from tests.workbench.sources.papers import as_docx, as_pdf
from tests.workbench.sources.samples import ENGLISH, ENGLISH_NEXT, JAPANESE, TERMS


def outlined(blocks: Blocks, text: str = "", taken: Sequence[str] = (), words: Words = ENGLISH_WORDS) -> str:
    """`source.yaml` for these blocks, where `text` stands there now."""
    root = read_yaml(text, "source.yaml") if text else None
    clauses = clauses_of(text)
    found = entries(blocks, align(clauses, blocks, {}), [*taken, *(clause.id for clause in clauses)], words)
    return written(text, root, clauses, found, words)


def clauses_of(text: str) -> tuple[Clause, ...]:
    return Outline.model_validate(read_yaml(text, "source.yaml").data("hire.source")).clauses if text else ()


def places(text: str) -> dict[str, str]:
    return {clause.id: clause.place.source for clause in clauses_of(text)}


def test_new_clauses_get_ids_and_places_from_headings_and_numbers() -> None:
    assert places(outlined(blocks_of(ENGLISH))) == {
        "booking.1-1": "1. Booking, 1.1",
        "booking.1-2": "1. Booking, 1.2",
        "fees.1": "2. Fees",
        "fees.2": "2. Fees, table row 1",
        "fees.3": "2. Fees, table row 2",
        "fees.4": "2. Fees, bullet 1",
        "fees.5": "2. Fees, bullet 2",
        "return.3-1": "3. Return, 3.1",
        "return.3-2": "3. Return, 3.2",
    }


def test_headings_without_latin_words_give_their_number(words: Callable[[str], Words]) -> None:
    found = places(outlined(blocks_of(JAPANESE), words=words("ja")))
    assert [*found][:3] == ["section-1.1", "section-1.2", "section-2.1"]
    assert found["section-1.1"].startswith("第1条 予約")
    assert outlined(text_blocks("予約\n\n受け付けます。\n\n返却\n\n返します。")).count("id: section-2.1\n") == 1


def test_a_pdf_gives_the_page(tmp_path_factory: pytest.TempPathFactory) -> None:
    path = tmp_path_factory.mktemp("terms") / "terms.pdf"
    path.write_bytes(as_pdf(ENGLISH))
    assert places(outlined(read_document(path).blocks))["return.3-2"] == "3. Return, 3.2, page 2"


def test_prints_and_lines_are_those_of_the_document() -> None:
    clauses = {clause.id: clause for clause in clauses_of(outlined(blocks_of(ENGLISH)))}
    assert clauses["booking.1-1"].lines == (1, 3)
    assert clauses["booking.1-1"].fingerprint == fingerprint(f"{ENGLISH[0].text}\n{ENGLISH[1].text}")


@pytest.mark.parametrize(
    ("name", "document", "line"),
    [
        ("terms.txt", b"1. Hire\n\n\n\nTools are lent for 14 days.\n", 5),
        ("terms.md", b"# Hire\n\n\n\nTools are lent for 14 days.\n", 5),
        ("terms.html", b"<h1>Hire</h1>\n\n\n\n<p>Tools are lent for 14 days.</p>", 2),
        ("terms.docx", as_docx(ENGLISH), len(ENGLISH)),
        ("terms.pdf", as_pdf(ENGLISH), len(ENGLISH)),
    ],
    ids=lambda one: one if isinstance(one, str) else "",
)
def test_lines_are_those_of_a_file_that_people_can_count_and_else_places_among_blocks(
    tmp_path: Path, name: str, document: bytes, line: int
) -> None:
    (tmp_path / name).write_bytes(document)
    clauses = clauses_of(outlined(read_document(tmp_path / name).blocks))
    assert [one.lines[-1] for one in clauses][-1:] == [line]


def test_each_new_gist_is_marked_to_be_written() -> None:
    text = outlined(blocks_of(ENGLISH))
    assert text.count("# to-do: write the gist of ") == len(clauses_of(text))


@pytest.mark.parametrize("language", TERMS)
def test_an_outline_made_twice_changes_nothing(language: str) -> None:
    blocks = blocks_of(TERMS[language][0])
    text = outlined(blocks)
    assert outlined(blocks, text) == text


@given(st.lists(st.text("ab #.-|\t\n自", max_size=30), max_size=8))
@example(["a\na\na\n"])
@example(["# -\n# "])
def test_whatever_a_document_holds_its_outline_is_read_back(texts: list[str]) -> None:
    blocks = text_blocks("\n\n".join(f"{text}{at}th" for at, text in enumerate(texts)))
    text = outlined(blocks)
    clauses = clauses_of(text) if blocks else ()
    assert len({clause.id for clause in clauses}) == len(clauses)
    if blocks:
        assert outlined(blocks, text) == text


KEPT = """\
# Ours.
clauses:
  # The first.
  - id: early  # as we call it
    gist: >-
      Bookings open
      two weeks before.
    place: Where bookings are
    lines: [100, 200]
    fingerprint: {print}
    left_out: It has passed.
  # The second.
  - id: lock
    place: On locks
    gist: A lock is included.
    fingerprint: "{lock}"
    lines:
      - 7
      - 8
"""


def test_what_people_wrote_about_a_clause_that_stays_is_kept() -> None:
    text = KEPT.format(print=fingerprint("1. Booking\n" + ENGLISH[1].text), lock=fingerprint(ENGLISH[8].text))
    found = outlined(blocks_of(ENGLISH), text)
    head, _, rest = text.replace("[100, 200]", "[1, 3]").partition("  # The second.")
    assert found.startswith(head)
    assert rest.replace("- 7\n      - 8\n", "- 15\n      - 15\n") in found
    assert list(places(found)) == [
        "early", "booking.1-2", "fees.1", "fees.2", "fees.3", "fees.4", "lock", "return.3-1", "return.3-2",
    ]  # fmt: skip


def test_a_changed_clause_keeps_its_id_and_gets_its_new_print() -> None:
    text = outlined(blocks_of(ENGLISH))
    later = [part._replace(text=part.text.replace("30", "20")) for part in ENGLISH]
    found = outlined(blocks_of(later), text)
    old, new = (next(c for c in clauses_of(each) if c.id == "booking.1-2") for each in (text, found))
    assert (new.place, new.gist, new.lines) == (old.place, old.gist, old.lines)
    assert found == text.replace(old.fingerprint, new.fingerprint)


def test_an_id_that_was_ever_given_is_not_given_again() -> None:
    later = outlined(blocks_of(ENGLISH_NEXT), taken=["insurance.2-1", "insurance.1"])
    assert "insurance.2" in places(later)
    assert not {"insurance.2-1", "insurance.1"} & places(later).keys()


def test_a_place_is_safe_in_yaml_and_has_no_gaps() -> None:
    text = outlined(text_blocks("# Fees: {all} & 'more' #1\n\nHire costs 500.\n"))
    assert [*places(text).values()] == ["Fees: (all) & 'more' 1"]


TABLE = "| Room | Hour |\n| --- | --- |\n| Hall | 12 |\n| Attic | 4 |\n| Yard | 6 |\n"
WHOLE = f"# Fees\n\n{TABLE}\nPaid in advance.\n\nNever paid back.\n\n- By card\n- In coins\n- By letter\n"
SPANS = {
    "all rows": ((1, 5), "Fees, table"),
    "some rows": ((1, 4), "Fees, table rows 1 to 2"),
    "a row": ((3, 4), "Fees, table row 2"),
    "the last rows": ((3, 5), "Fees, table rows 2 to 3"),
    "all paragraphs": ((5, 7), "Fees"),
    "some items": ((8, 10), "Fees, bullets 2 to 3"),
    "all items": ((7, 10), "Fees"),
    "a paragraph": ((6, 7), "Fees, paragraph 2"),
}


@pytest.mark.parametrize(("span", "place"), SPANS.values(), ids=list(SPANS))
def test_a_clause_of_several_blocks_is_placed_at_all_of_them(span: tuple[int, int], place: str) -> None:
    (unit,) = (one for one in units(text_blocks(WHOLE), [span]) if one.span == span)
    assert place_of(unit, ENGLISH_WORDS) == place


def test_what_stands_behind_a_clause_of_several_blocks_is_counted_with_them() -> None:
    found = [place_of(one, ENGLISH_WORDS) for one in units(text_blocks(WHOLE), [(1, 4)])]
    assert found[2:4] == ["Fees, table row 3", "Fees, paragraph 1"]
