"""`cell`: what a table says."""

import datetime as dt

import pytest

from assistant.model.policy import Policy
from assistant.vocabulary.derivation import DERIVATIONS
from assistant.vocabulary.wording import Value
from tests.vocabulary.given import counted, derived, on


@pytest.mark.parametrize(
    ("cell", "kind", "value"),
    [
        ({"table": "notice", "row": "kind", "column": "soon"}, "short", 3),
        ({"table": "notice", "row": "kind", "column": "soon"}, "long", 10),
        ({"table": "notice", "row": "kind", "column": "late"}, "short", "none"),
        ({"table": "notice", "row": "long", "column": "late"}, "short", 240),
        ({"table": "latest", "row": "kind"}, "long", dt.time(15, 30)),
        ({"table": "ends", "row": "kind"}, "short", on("2026-05-31")),
    ],
)
def test_it_is_what_stands_there(policy: Policy, cell: dict[str, str], kind: str, value: Value) -> None:
    found = counted(policy, {"cell": cell}, kind=kind)
    assert (found.name, found.value, found.cites, found.readings) == ("x", value, ("c",), ("R1",))
    assert (found.start, found.started_from, found.steps) == (None, None, ())


def test_a_row_that_the_table_lacks_is_an_error(policy: Policy) -> None:
    with pytest.raises(KeyError, match="neither"):
        counted(policy, {"cell": {"table": "notice", "row": "kind", "column": "soon"}}, kind="neither")


@pytest.mark.parametrize(
    ("table", "kind"),
    [
        ("notice", ("integer", ("none",))),
        ("latest", ("time", ())),
        ("ends", ("day", ("never",))),
        ("absent", ("any", ())),
    ],
)
def test_it_is_of_the_kind_that_its_table_holds(policy: Policy, table: str, kind: tuple[str, tuple[str, ...]]) -> None:
    assert DERIVATIONS.words["cell"].kind({"cell": {"table": table}}, policy.tables, str) == kind


def test_one_that_is_half_written_may_be_anything(policy: Policy) -> None:
    assert DERIVATIONS.words["cell"].kind({"cell": None}, policy.tables, str) == ("any", ())


def test_it_reads_row_and_column_before_the_table() -> None:
    one = derived({"cell": {"table": "notice", "row": "kind", "column": "soon"}})
    assert list(one.reads()) == [("name", "kind"), ("name", "soon"), ("table", "notice")]
    assert (one.passed(), one.choices(), one.edged) == ((), (), False)
