"""What pydantic finds is said in the words of the file: its own path, what is wrong, and how to mend it."""

import pytest
from pydantic import TypeAdapter

from assistant.content.describe import PATTERNS
from assistant.workbench.scaffold.schemas import KINDS
from tests.content.conftest import Folder

TOPIC, RULES, FACTS, POLICY = "topics/holiday.yaml", "rules.yaml", "facts.yaml", "policy.yaml"
SUMMARY, RUN = "summary.yaml", "javascript:alert(1)"


@pytest.mark.parametrize(
    ("file", "old", "new", "path", "wrong", "mend"),
    [
        (TOPIC, "    say: It takes", "    sey: It takes", "due.ask.sey", "the key 'sey' is not known here", "'say'"),
        (TOPIC, "    say: It takes", "    gist: It takes", "due.ask.gist", "the key 'gist'", "these: also, answer"),
        (TOPIC, "start: starts,", "strat: starts,", "derived.ask-by", "nothing says what", "'start'?"),
        (TOPIC, "{add_days: -10}", "{ad_days: -10}", "derived.ask-by.steps.1", "a step is wanted", "'add_days'?"),
        (TOPIC, "{add_days: -10}", "{more: -10}", "derived.ask-by.steps.1", "a step is wanted", "add_days, add_hours"),
        (TOPIC, "    verdict: dated\n", "", "due.ask", "a rule, a group or the use of a list", "use, then, verdict"),
        (FACTS, "type: date,", "type: dat,", "starts.type", "no type is called 'dat'", "did you mean 'date'?"),
        (FACTS, "type: date, ", "", "starts", "'type' is missing", "add type: with one of these: choice, choices"),
        (FACTS, "least: 1", "leest: 1", "days.leest", "the key 'leest'", "did you mean 'least'?"),
        (FACTS, "least: 1", "options: {a: {label: A}}", "days.options", "the key 'options'", "write one of these: "),
        (FACTS, "    long: {label: Long}\n", "", "kind.options", "too few entries", "add what is missing"),
        (FACTS, "long: {label: Long}", "long: Long", "kind.options.long", "keys and values are wanted", "key: value"),
        (POLICY, "id: leave", "id: Leave", "id", "'Leave' is not written as it must be here", "small letters"),
        (POLICY, "id: leave", f"id: {'x' * 61}", "id", "is too long", "60 characters"),
        (POLICY, "holds: integer", "holds: intger", "tables.notice.holds", "'intger' is not possible", "'integer'?"),
        (POLICY, "[mon, tue,", "[mon, tues,", "calendars.office.weekdays.2", "'tues' is not possible", "'tue'?"),
        (POLICY, "holds: integer", "holds: [integer]", "tables.notice.holds", "text is wanted here", "'integer'?"),
        ("source.yaml", "[1, 1]", "[1]", "clauses.ask.lines", "too few entries", "add what is missing"),
        ("source.yaml", "[1, 1]", "[1, 1, 1]", "clauses.ask.lines", "too many entries", "take out"),
        (RULES, "{due: ended,", "{deu: ended,", "lists.late.rules.too-late.verdict.deu", "'deu' is not", "'due'?"),
        (RULES, "{due: ended,", "{due: endet,", "lists.late.rules.too-late.verdict.due", "'endet' is not", "'ended'?"),
        (RULES, "{before: on}", "{befor: on}", "lists.late.rules.too-late.when.limit", "a test is wanted", "'before'?"),
        (RULES, "cites: [ask]}\n  long", "cites: ask, site: x}\n  long", "notes.sorry.site", "'site'", "'cites'?"),
        (SUMMARY, "procedures:", f"contacts: {{us: {{name: Us, url: {RUN}, cites: [ask]}}}}\nprocedures:",
         "contacts.us.url", f"'{RUN}' is not written as it must be", "https://example.com"),
    ],
)  # fmt: skip
def test_a_finding_is_said_in_the_words_of_the_file(
    folder: Folder, file: str, old: str, new: str, path: str, wrong: str, mend: str
) -> None:
    folder.edit(file, old, new)
    found = [fault for fault in folder.faults() if fault.path == path]
    assert found, list(map(str, folder.faults()))
    assert wrong in str(found[0].wrong)
    assert mend in str(found[0].mend)


@pytest.mark.parametrize(
    ("file", "old", "new", "path"),
    [
        (TOPIC, "{kind: [short, long]}", "{starts: {weekday: [satt]}}", "due.1.when.starts.weekday.1"),
        (TOPIC, "{kind: [short, long]}", "{starts: {weekday: satt}}", "due.1.when.starts.weekday"),
        (TOPIC, "{add_days: -10}", "{later_of: [[on]]}", "derived.ask-by.steps.1.later_of.1"),
        (POLICY, 'spans: [{opens: "09:00", closes: "17:00"}]', 'days: {fri: [{opens: "9:00", closes: "17:00"}]}',
         "hours.desk.days.fri.1.opens"),
    ],
)  # fmt: skip
def test_of_a_list_with_faulty_entries_it_is_not_said_that_they_are_too_few(
    folder: Folder, file: str, old: str, new: str, path: str
) -> None:
    folder.edit(file, old, new)
    assert [fault.path for fault in folder.faults()] == [path]


def patterns(schema: object) -> set[str]:
    """Every pattern that a schema of pydantic's asks of texts."""
    below = schema.values() if isinstance(schema, dict) else schema if isinstance(schema, list | tuple) else ()
    own = schema.get("pattern") if isinstance(schema, dict) else None
    return ({own} if isinstance(own, str) else set[str]()).union(*map(patterns, below))


def test_each_pattern_says_how_to_write_what_it_wants() -> None:
    found: set[str] = set()
    for kind in KINDS.values():
        adapter = TypeAdapter(kind)
        adapter.rebuild(force=True)  # a record's schema is made when it is first wanted
        found |= patterns(adapter.core_schema)
    assert found == PATTERNS.keys()
