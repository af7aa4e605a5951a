"""What rests on a changed clause is unreviewed until it is edited, or somebody says that it holds."""

import shutil
from pathlib import Path

import pytest

from assistant.errors import ContentError, Usage
from assistant.loading import read_policy
from assistant.settings import Settings
from assistant.workbench.sources.unreviewed import (
    FILE,
    record,
    review,
    unreviewed,
    unreviewed_lines,
    unreviewed_records,
)
from assistant.workbench.sources.writing import written
from tests.cli.hire import CATALOGUE, FILES
from tests.workbench.sources.conftest import ENGLISH_WORDS, blocks_of, entries_of
from tests.workbench.sources.samples import ENGLISH

HELD = [
    ("Rule", "topics.booking.covered.held"), ("Rule", "topics.booking.covered.over"),
    ("Gist", "source.clauses.booking.1-2.gist"), ("Summary point", "summary.sections.booking.points.held"),
    ("Translation", "ja hire.topics.booking.covered.held.say"),
    ("Translation", "ja hire.source.clauses.booking.1-2.gist"),
]  # fmt: skip
"""All that rests on the clause booking.1-2."""


@pytest.fixture
def known(tmp_path: Path, locales: Path) -> Settings:
    shutil.copytree(locales, tmp_path / "locales")
    (tmp_path / "locales/ja/policy-hire.po").write_text(CATALOGUE, "utf-8")
    found = entries_of(blocks_of(ENGLISH))
    for name, text in {**FILES, "source.yaml": written("", None, (), found, ENGLISH_WORDS)}.items():
        path = tmp_path / "content/hire" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    return Settings(content=tmp_path / "content", locales=tmp_path / "locales")


def left(known: Settings) -> list[tuple[str, str]]:
    return sorted((one.kind, one.id) for one in unreviewed(known, read_policy(known, "hire").policies["hire"]))


def edit(known: Settings, name: str, old: str, new: str) -> None:
    path = known.content.parent / name
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new), "utf-8")


def test_nothing_is_unreviewed_before_a_document_changes(known: Settings) -> None:
    assert left(known) == []
    record(known, "hire", [], [])
    assert not (known.content / "hire" / FILE).exists()


@pytest.mark.parametrize(
    ("clause", "kinds"),
    [
        ("booking.1-2", [kind for kind, _ in HELD]),
        ("fees.1", ["Gist", "Reading", "Table"]),
        ("fees.3", ["Gist", "Cell of a table"]),
        ("return.3-1", ["Gist", "Note"]),
        ("booking.1-1", ["Gist"]),
    ],
)
def test_everything_that_rests_on_a_changed_clause_is_unreviewed(
    clause: str, kinds: list[str], known: Settings
) -> None:
    record(known, "hire", [clause], [])
    assert [kind for kind, _ in left(known)] == sorted(kinds)


@pytest.mark.parametrize(
    ("name", "old", "new", "reviewed"),
    [
        ("content/hire/topics/booking.yaml", "at_most: 30", "at_most: 20", "topics.booking.covered.held"),
        ("content/hire/topics/booking.yaml", "over.,", "over now.,", "topics.booking.covered.over"),
        ("content/hire/summary.yaml", "for 30", "for 20", "summary.sections.booking.points.held"),
        ("locales/ja/policy-hire.po", 'held.say"\nmsgid "A booking is held for 30 minutes."\nmsgstr "予約は30',
         'held.say"\nmsgid "A booking is held for 30 minutes."\nmsgstr "ご予約は30',
         "ja hire.topics.booking.covered.held.say"),
    ],
)  # fmt: skip
def test_what_is_edited_is_reviewed(name: str, old: str, new: str, reviewed: str, known: Settings) -> None:
    record(known, "hire", ["booking.1-2"], [])
    edit(known, name, old, new)
    assert left(known) == sorted(one for one in HELD if one[1] != reviewed)


@pytest.mark.parametrize(
    ("clause", "old", "new", "kind"),
    [("fees.3", "electric,2500", "electric,2800", "Cell of a table"), ("fees.1", "city,1200", "city,1300", "Table")],
)
def test_a_table_is_edited_in_its_file(clause: str, old: str, new: str, kind: str, known: Settings) -> None:
    record(known, "hire", [clause], [])
    edit(known, "content/hire/tables/fees.csv", old, new)
    assert kind not in [one for one, _ in left(known)]


def test_what_is_only_laid_out_anew_is_not_reviewed(known: Settings) -> None:
    record(known, "hire", ["booking.1-2"], [])
    edit(known, "content/hire/topics/booking.yaml", "id: booking\n", "# Ours.\n\nid: booking\n")
    assert left(known) == sorted(HELD)


@pytest.mark.parametrize(
    ("named", "kept"),
    [
        ((), []),
        (("booking.1-2",), []),
        ((HELD[0][1],), HELD[1:]),
        ((HELD[0][1], HELD[4][1]), [HELD[1], HELD[2], HELD[3], HELD[5]]),
    ],
)
def test_somebody_says_what_holds(named: tuple[str, ...], kept: list[tuple[str, str]], known: Settings) -> None:
    record(known, "hire", ["booking.1-2"], [])
    held = review(known, read_policy(known, "hire").policies["hire"], named)
    assert len(held) == len(HELD) - len(kept)
    assert left(known) == sorted(kept)
    assert (known.content / "hire" / FILE).exists() == bool(kept)


def test_a_name_of_nothing_is_refused_and_nothing_is_reviewed(known: Settings) -> None:
    record(known, "hire", ["booking.1-2"], [])
    with pytest.raises(Usage, match="fees"):
        review(known, read_policy(known, "hire").policies["hire"], ("booking.1-2", "fees.9"))
    assert left(known) == sorted(HELD)


def test_later_changes_add_up_and_what_is_gone_is_left_out(known: Settings) -> None:
    record(known, "hire", ["return.3-1", "fees.3"], [])
    record(known, "hire", ["booking.1-2"], ["fees.3"])
    kinds = [kind for kind, _ in left(known)]
    assert ("Note" in kinds, "Cell of a table" in kinds, kinds.count("Rule")) == (True, False, 2)


def test_what_rests_on_two_changed_clauses_names_both_and_is_reviewed_for_each(known: Settings) -> None:
    record(known, "hire", ["booking.1-2", "return.3-2"], [])
    policy = read_policy(known, "hire").policies["hire"]
    (over,) = [one for one in unreviewed(known, policy) if one.id.endswith("over")]
    assert over.clauses == ("booking.1-2", "return.3-2")
    review(known, policy, ("return.3-2",))
    assert left(known) == sorted(HELD)


def test_content_that_cannot_be_read_is_said_before_anything_is_recorded(known: Settings) -> None:
    edit(known, "content/hire/summary.yaml", "fees.5", "fees.55")
    with pytest.raises(ContentError):
        record(known, "hire", ["booking.1-2"], [])
    assert not (known.content / "hire" / FILE).exists()


def test_each_is_told_with_its_line(known: Settings) -> None:
    assert unreviewed_lines((), ENGLISH_WORDS) == []
    record(known, "hire", ["return.3-1"], [])
    found = unreviewed(known, read_policy(known, "hire").policies["hire"])
    assert unreviewed_lines(found, ENGLISH_WORDS) == [
        "2 things are unreviewed:",
        "content/hire/rules.yaml:2: Note rules.notes.in-time (rests on return.3-1)",
        "content/hire/source.yaml:40: Gist source.clauses.return.3-1.gist (rests on return.3-1)",
    ]


def test_pages_know_the_records_and_translations_that_are_unreviewed(known: Settings) -> None:
    record(known, "hire", ["booking.1-2"], [])
    library = read_policy(known, "hire")
    assert unreviewed_records(known, library) == {
        "hire.source.clauses.booking.1-2", "hire.summary.sections.booking.points.held",
        "hire.topics.booking.covered.held", "hire.topics.booking.covered.over", HELD[4][1], HELD[5][1],
    }  # fmt: skip
    edit(known, "content/hire/rules.yaml", "notes:", "notes: [")
    assert unreviewed_records(known, library) == frozenset()
