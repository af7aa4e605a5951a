"""Where things stand in a policy's files: at their line, whatever leads there."""

from assistant.errors import told
from assistant.workbench.check.places import Places, Spot
from tests.spoil.garden import FILES
from tests.workbench.check.conftest import Garden

LOAN = "topics/loan.yaml"


def line(name: str, text: str) -> int:
    """The line on which a text begins that stands in a file once."""
    assert FILES[name].count(text) == 1
    return FILES[name][: FILES[name].index(text)].count("\n") + 1


def at(spot: Spot) -> tuple[str, int]:
    return spot.file.removeprefix("content/garden/"), spot.node.line


def test_a_value_or_what_is_nearest_above_it_is_found(tools: Garden) -> None:
    places = tools.places()
    assert at(places.at("policy.yaml", "calendars", "shed", "holidays")) == (
        "policy.yaml",
        line("policy.yaml", "{country: GB"),
    )
    assert at(places.at("policy.yaml", "hours", "desk", "nothing")) == at(places.at("policy.yaml", "hours", "desk"))
    assert at(places.at("source.yaml", "clauses", 1)) == ("source.yaml", line("source.yaml", "{id: weeks"))


def test_what_is_named_by_its_key_is_found_at_its_key(tools: Garden) -> None:
    places = tools.places()
    assert at(places.key(LOAN, "derived", "back-by")) == (LOAN, line(LOAN, "  back-by:\n"))
    assert at(places.key(LOAN, "derived", "nothing")) == (LOAN, line(LOAN, "derived:\n") + 1)
    assert at(places.derived("loan", "size")) == (LOAN, line(LOAN, "  size:"))


def test_what_is_shared_is_found_where_it_is_shared(tools: Garden) -> None:
    tools.edit("rules.yaml", "notes:\n", "derived:\n  shared: {label: L, start: on, cites: [days]}\nnotes:\n")
    places = tools.places()
    assert places.derived("loan", "shared").file == "content/garden/rules.yaml"
    assert places.derived("loan", "size").file == "content/garden/topics/loan.yaml"


def test_a_line_of_a_table_is_found_by_its_number(tools: Garden) -> None:
    assert tools.places().table("weeks", 3).line == "content/garden/tables/weeks.csv:3"


def test_a_sentence_is_found_and_so_is_its_record(tools: Garden) -> None:
    policy, places = tools.read(), tools.places()
    say = policy.shared.lists["season"].rules[0].say  # type: ignore[union-attr]  # each is a rule
    assert at(places.of(say)) == ("rules.yaml", line("rules.yaml", "say: The season"))
    assert at(places.record(say)) == ("rules.yaml", line("rules.yaml", "id: over"))
    assert at(places.of(policy.summary.lede)) == ("summary.yaml", 1)


def test_every_scalar_under_a_key_is_found_alone_or_in_a_list(tools: Garden) -> None:
    places = tools.places()
    assert [spot.node.scalar for spot in places.under("use")] == ["season", "season"]
    assert [spot.node.scalar for spot in places.under("readings")] == ["R1"]
    assert {spot.node.scalar for spot in places.under("readings", "next")} == {"R1", "return"}
    assert {spot.node.scalar for spot in places.under("cites")} == {"days", "weeks", "care"}
    assert [at(spot) for spot in places.cell_cites()] == [("policy.yaml", line("policy.yaml", "cell_cites:"))]


def test_rules_and_groups_stand_where_they_are_written_whoever_uses_them(tools: Garden) -> None:
    policy, places = tools.read(), tools.places()
    found = [(getattr(one.item, "id", "group"), at(one.spot)) for one in places.standing(policy, "loan", "due")]
    assert found == [
        ("group", (LOAN, line(LOAN, "due:\n") + 1)),
        ("over", ("rules.yaml", line("rules.yaml", "id: over"))),
        ("not-lent", (LOAN, line(LOAN, "id: not-lent"))),
        ("back", (LOAN, line(LOAN, "id: back\n"))),
    ]


def test_what_stands_in_groups_knows_them_from_the_outermost(tools: Garden) -> None:
    tools.edit(LOAN, "    then:\n      - id: repaired\n", "    notes: [care]\n    then:\n      - id: repaired\n")
    policy, places = tools.read(), tools.places()
    repaired = next(
        one for one in places.standing(policy, "loan", "covered") if getattr(one.item, "id", "") == "repaired"
    )
    assert [list(group.when) for group in repaired.above] == [["broken"]]
    ((use, spot),) = repaired.notes
    assert (use.note, spot.node.scalar) == ("care", "care")


def test_a_fault_stands_at_its_spot(tools: Garden) -> None:
    spot = tools.places().key(LOAN, "derived", "size")
    fault = spot.fault("x", told("W"), told("M"))
    assert (fault.file, fault.line, fault.column, fault.path) == (spot.file, spot.node.line, spot.node.column, "x")
    assert spot.origin == (spot.file, spot.node.line, spot.node.column)
    assert spot.line == f"{spot.file}:{spot.node.line}"


def test_files_are_those_of_the_folder_and_one_below(tools: Garden) -> None:
    assert set(Places.read(tools.folder).trees) == {name for name in FILES if name.endswith(".yaml")}
