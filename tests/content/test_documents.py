"""Several documents: their clauses stand in files of their own, and those that are not held are named."""

import pytest

from assistant.content import read_policy
from assistant.decide import Answer, decide
from assistant.i18n.words import Words
from assistant.present.answer.page import answer_view
from assistant.present.writer import Writer
from assistant.workbench.check.policy import check_policy
from tests.content.conftest import Folder
from tests.present.conftest import words
from tests.present.showing import noon

__all__ = ["words"]

DOCUMENTS = "documents:\n  sla: {title: Service levels}\n  ordinance: {title: The ordinance, held: no}\ncalendars:\n"
SLA = """\
clauses:
  - {id: credit, place: Section 9, gist: Credits., lines: [1, 1], fingerprint: 0123456789abcdef, points_to: [ordinance]}
"""


@pytest.fixture
def two(folder: Folder) -> Folder:
    """The small policy with a second document, and a third that is not held."""
    folder.edit("policy.yaml", "calendars:\n", DOCUMENTS)
    folder.write("source/sla.yaml", SLA)
    folder.edit("topics/holiday.yaml", "    values: {notice: notice}\n    cites: [days]\n",
                "    values: {notice: notice}\n    cites: [days, sla:credit]\n")  # fmt: skip
    return folder


def test_a_clause_of_another_document_is_cited_by_both_ids(two: Folder) -> None:
    policy = read_policy(two.path)
    assert [clause.id for clause in policy.outline.clauses] == ["ask", "days", "sla:credit"]


def test_an_answer_says_that_what_it_points_to_is_not_held(two: Folder, words: dict[str, Words]) -> None:
    policy = read_policy(two.path)
    found = decide(policy, "holiday", "due", {"kind": "short", "starts": "2026-05-01"}, "2026-01-15")
    assert isinstance(found, Answer)
    view = answer_view(Writer(policy, words["en"]), found, noon(found.on))
    (caveat,) = view.caveats
    assert caveat.text == "Service levels: Section 9 points to The ordinance, which is not held here."


@pytest.mark.parametrize(
    ("file", "old", "new", "wrong"),
    [
        ("topics/holiday.yaml", "sla:credit", "sla:credits", "no clause is called 'sla:credits'"),
        ("source/sla.yaml", "points_to: [ordinance]", "points_to: [ordnance]", "no document is called 'ordnance'"),
        ("policy.yaml", "ordinance: {title: The ordinance, held: no}", "ordinance: {title: The ordinance}",
         "the file is missing"),
        ("policy.yaml", "sla: {title: Service levels}", "sla: {title: Service levels, held: no}",
         "no clause is called 'sla:credit'"),
    ],
)  # fmt: skip
def test_what_is_not_there_is_named(two: Folder, file: str, old: str, new: str, wrong: str) -> None:
    two.edit(file, old, new)
    assert wrong in [str(fault.wrong) for fault in two.faults()]


def test_a_file_of_no_document_is_a_stray(two: Folder) -> None:
    two.write("source/other.yaml", SLA)
    assert [str(fault.wrong) for fault in two.faults()] == ["no file of a policy is called 'source/other.yaml'"]


def test_a_clause_of_another_document_must_be_used_too(two: Folder) -> None:
    two.edit("topics/holiday.yaml", ", sla:credit]", "]")
    wrong = [
        f"{fault.file.rpartition('leave/')[2]}: {fault.wrong}"
        for fault in check_policy(read_policy(two.path), two.path)
    ]
    assert "source/sla.yaml: nothing rests on the clause 'sla:credit'" in wrong
