"""`source.yaml` for a new edition: places that we wrote are renewed, others marked; what is gone is remembered."""

import re
from pathlib import Path

import pytest

from assistant.content.syntax import read_yaml
from assistant.model.source import UNREAD, Outline
from assistant.workbench.sources.alignment import align
from assistant.workbench.sources.blocks import Blocks
from assistant.workbench.sources.lines import text_blocks
from assistant.workbench.sources.outline import entries, places_of
from assistant.workbench.sources.writing import mark_document, with_topic, written
from tests.workbench.sources.conftest import ENGLISH_WORDS

FIRST = "# 1. Hire\n\nBookings open two weeks before.\n\nHelmets are free.\n\n# 2. Return\n\nReturn it by six.\n"
LATER = "# 1. Fees\n\nA day costs 500.\n\n# 2. Hire\n\nHelmets are free.\n\n# 3. Return\n\nReturn it by six.\n"


def anew(text: str, blocks: Blocks, earlier: Blocks = ()) -> str:
    """`source.yaml` for these blocks, where `text` stands there now and was made of `earlier`, where that is known."""
    root = read_yaml(text, "source.yaml") if text else None
    clauses = outline(text).clauses if text else ()
    alignment = align(clauses, blocks, {})
    places = places_of(align(clauses, earlier, {}), ENGLISH_WORDS) if earlier else {}
    found = entries(blocks, alignment, [clause.id for clause in clauses], ENGLISH_WORDS)
    return written(text, root, clauses, found, ENGLISH_WORDS, places, alignment.moved, alignment.gone)


def outline(text: str) -> Outline:
    return Outline.model_validate(read_yaml(text, "source.yaml").data("hire.source"))


def places(text: str) -> dict[str, str]:
    return {clause.id: clause.place.source for clause in outline(text).clauses}


@pytest.fixture
def first() -> str:
    return anew("", text_blocks(FIRST))


def test_a_place_that_we_wrote_is_written_anew(first: str) -> None:
    found = places(anew(first, text_blocks(LATER), text_blocks(FIRST)))
    assert {name: found[name] for name in ("hire.2", "return.1")} == {"hire.2": "2. Hire", "return.1": "3. Return"}


@pytest.mark.parametrize(
    "place", ["Chapter 2, at the end", '"2. Return: the end"', ">-\n      2. Return,\n      the end"]
)
def test_a_place_that_people_wrote_stays_and_is_to_be_done(place: str, first: str) -> None:
    text = first.replace('place: "2. Return"', f"place: {place}")
    assert text != first
    found = anew(text, text_blocks(LATER), text_blocks(FIRST))
    assert places(found)["return.1"] == places(text)["return.1"]
    assert "# to-do: correct the place of return.1" in found
    assert anew(found, text_blocks(LATER), text_blocks(FIRST)).count("the place of return.1") == 1


def test_a_place_that_is_as_it_was_is_nothing_to_be_done(first: str) -> None:
    text = first.replace('place: "2. Return"', "place: Chapter 2")
    assert "to-do: correct" not in anew(text, text_blocks(FIRST), text_blocks(FIRST))


def test_without_the_earlier_document_what_has_moved_is_to_be_done(first: str) -> None:
    moved = "# 1. Return\n\nReturn it by six.\n\n# 2. Hire\n\nBookings open two weeks before.\n\nHelmets are free.\n"
    assert anew(first, text_blocks(moved)).count("to-do: correct the place of ") == 1


def test_a_place_that_fits_is_not_to_be_corrected(first: str) -> None:
    moved = "# 2. Return\n\nReturn it by six.\n\n# 1. Hire\n\nBookings open two weeks before.\n\nHelmets are free.\n"
    assert "to-do: correct the place of " not in anew(first, text_blocks(moved))
    assert "to-do: correct" not in anew(first, text_blocks(FIRST))


def test_what_is_gone_is_remembered_for_good(first: str) -> None:
    assert outline(first).gone == ()
    without = FIRST.replace("Helmets are free.\n\n", "")
    once = anew(first, text_blocks(without), text_blocks(FIRST))
    assert outline(once).gone == ("hire.2",)
    twice = anew(once, text_blocks(without.replace("# 2. Return\n\nReturn it by six.\n", "")), text_blocks(without))
    assert outline(twice).gone == ("hire.2", "return.1")
    assert anew(twice, text_blocks("# 1. Hire\n\nBookings open two weeks before.\n")) == twice


def test_a_clause_of_a_skeleton_is_never_gone(first: str) -> None:
    begun = re.sub(r'fingerprint: "\w+"', f"fingerprint: {UNREAD}", first)
    assert outline(anew(begun, text_blocks("# 9. Boats\n\nNo boat is lent in winter.\n"))).gone == ()


MARK = "# to-do: see that this and the days on which it is in force are those of the new edition\n"
POLICIES = {
    "in a block": ("id: x\ndocument:\n  title: A\n", "", "id: x\n@document:\n  title: A\n"),
    "on a line": ("document: {title: A}  # ours\nid: x\n", "", "@document: {title: A}  # ours\nid: x\n"),
    "in quotes over lines": (
        'id: x\ndocument: {title: "A\n  and # B", date: 2026-01-01}\n', "",
        'id: x\n@document: {title: "A\n  and # B", date: 2026-01-01}\n',
    ),
    "folded": ("document:\n  title: >-\n    A\n    # B\n", "", "@document:\n  title: >-\n    A\n    # B\n"),
    "in braces as a whole": ("{id: x, document: {title: A}}\n", "", "@{id: x, document: {title: A}}\n"),
    "a further one": (
        "documents:\n  sla: {title: A}\n  fees: {title: B}\n", "fees",
        "documents:\n  sla: {title: A}\n  @  fees: {title: B}\n",
    ),
    "a further one in braces": (
        'documents: {sla: {title: "A\n  B"}, fees: {title: B}}\n', "fees",
        '@documents: {sla: {title: "A\n  B"}, fees: {title: B}}\n',
    ),
    "lines of Windows": ("id: x\r\ndocument: {title: A}\r\n", "", "id: x\r\n@document: {title: A}\r\n"),
}  # fmt: skip


@pytest.mark.parametrize(("text", "document", "marked"), POLICIES.values(), ids=list(POLICIES))
def test_what_a_policy_says_of_a_document_is_marked_once_and_stays_as_it_was(
    text: str, document: str, marked: str, tmp_path: Path
) -> None:
    path = tmp_path / "policy.yaml"
    path.write_bytes(text.encode())
    for _ in range(2):
        mark_document(tmp_path, document, ENGLISH_WORDS)
    found = path.read_bytes().decode()
    assert found == marked.replace("@", MARK)
    assert read_yaml(found, "policy.yaml").data("") == read_yaml(text, "policy.yaml").data("")


def test_each_further_document_has_a_mark_of_its_own(tmp_path: Path) -> None:
    path = tmp_path / "policy.yaml"
    path.write_text("document: {title: A}\ndocuments:\n  sla: {title: B}\n  fees: {title: C}\n", "utf-8")
    for document in ("sla", "", "fees", "sla"):
        mark_document(tmp_path, document, ENGLISH_WORDS)
    lines = path.read_text("utf-8").splitlines()
    assert [lines[at + 1].split(":")[0].strip() for at, line in enumerate(lines) if "# to-do: " in line] == [
        "document", "sla", "fees",
    ]  # fmt: skip


LISTS = {
    "a list of lines": ("topics:\n  - one # 1\n  # end\nid: x\n", "topics:\n  - one # 1\n  - two\n  # end\nid: x\n"),
    "a list in brackets": ("topics: [zero, one]  # both\n", "topics: [zero, one, two]  # both\n"),
    "brackets over lines": ("topics: [\n  zero,\n  'one',\n]\n", "topics: [\n  zero,\n  'one', two,\n]\n"),
    "an empty list": ("topics: []\nissuer: x\n", "topics: [two]\nissuer: x\n"),
    "quotes": ('topics:\n- "one"\n', 'topics:\n- "one"\n- two\n'),
    "a last line without an end": ("# 規程\ntopics:\n    - one", "# 規程\ntopics:\n    - one\n    - two\n"),
    "one that is listed": ("topics: [two, one]\nissuer: x\n", "topics: [two, one]\nissuer: x\n"),
    "lines of Windows": ("topics:\r\n  - one\r\nid: x\r\n", "topics:\r\n  - one\r\n  - two\r\nid: x\r\n"),
}  # fmt: skip


@pytest.mark.parametrize(("before", "after"), LISTS.values(), ids=LISTS)
def test_a_topic_is_listed_and_nothing_else_changes(before: str, after: str) -> None:
    assert with_topic(before, "two") == after
