"""A small policy in a temporary folder, to be read whole or spoilt."""

from pathlib import Path

import pytest

from assistant.content import read_policy
from assistant.errors import ContentError, Fault

FILES = {
    "policy.yaml": """\
id: leave
title: Leave
short: Leave
issuer: The office
language: en
time_zone: Asia/Tokyo
document: {title: Rules of leave, date: 2026-01-01}
calendars:
  office: {label: Office days, weekdays: [mon, tue, wed, thu, fri], cites: [days]}
hours:
  desk: {label: Desk, calendar: office, spans: [{opens: "09:00", closes: "17:00"}], clock: Tokyo time, cites: [days]}
tables:
  notice:
    label: Notice in days
    holds: integer
    marks: {none: No notice}
    cites: [days]
topics: [holiday]
readings:
  - {id: R1, doubt: A doubt., reading: A reading., because: A reason., general: yes}
""",
    "source.yaml": """\
clauses:
  - {id: ask, place: Section 1, gist: Ask first., lines: [1, 1], fingerprint: 0123456789abcdef}
  - {id: days, place: Section 2, gist: Days of notice., lines: [2, 2], fingerprint: 0123456789abcdef}
""",
    "summary.yaml": """\
lede: How leave is taken.
sections:
  - id: asking
    title: Asking
    points:
      - {id: first, text: Ask first., cites: [ask]}
procedures:
  form: {title: The form, parts: []}
""",
    "facts.yaml": """\
kind:
  type: choice
  question: Which leave?
  label: Leave
  options:
    short: {label: Short}
    long: {label: Long}
starts: {type: date, question: When does it start?, label: Start}
days: {type: integer, question: How many days?, label: Days, least: 1, most: 30}
at: {type: date-time, question: When do you call?, label: Call}
""",
    "rules.yaml": """\
lists:
  late:
    takes: [limit]
    rules:
      - id: too-late
        when: {limit: {before: on}}
        verdict: {due: ended, covered: ended}
        say: It is too late since {limit}.
        dates: {limit: limit}
        notes: [sorry]
        cites: [days]
notes:
  sorry: {text: We are sorry., cites: [ask]}
  long: {text: Long leave is rare., cites: [ask]}
""",
    "tables/notice.csv": "kind,days\nshort,3\nlong,10\n",
    "topics/holiday.yaml": """\
id: holiday
title: Holiday
about: Days off.
derived:
  ask-by: {label: Ask by, start: starts, steps: [{add_days: -10}], cites: [days]}
  notice: {label: Notice, cell: {table: notice, row: kind}, cites: [days]}
due:
  - use: late
    bind: {limit: ask-by}
    when: {kind: [short, long]}
    notes: [{note: long, when: {kind: long}}]
    next: form
  - id: ask
    verdict: dated
    answer: Ask by {ask_by}.
    say: It takes {notice} days.
    dates: {ask_by: ask-by}
    values: {notice: notice}
    cites: [days]
""",
    "examples/cases.yaml": """\
examples:
  - {name: A case, topic: holiday, aspect: due, on: 2026-01-05, facts: {kind: short}, expect: {needs: starts}}
""",
}


class Folder:
    """A policy's folder that can be edited."""

    def __init__(self, path: Path) -> None:
        self.path = path
        for name, text in FILES.items():
            self.write(name, text)

    def write(self, name: str, text: str) -> None:
        """A file with this text."""
        (self.path / name).parent.mkdir(parents=True, exist_ok=True)
        (self.path / name).write_text(text, "utf-8")

    def edit(self, name: str, old: str, new: str) -> None:
        """Replaces a text that stands in the file once."""
        text = (self.path / name).read_text("utf-8")
        assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times in {name}"
        self.write(name, text.replace(old, new))

    def faults(self) -> list[Fault]:
        """What reading finds; none where the policy reads well."""
        try:
            read_policy(self.path)
        except ContentError as error:
            return error.faults
        return []

    def places(self) -> list[str]:
        """The faults as `file:line:column: what`, files inside the folder."""
        return [f"{f.file.removeprefix('content/leave/')}:{f.line}:{f.column}: {f.wrong}" for f in self.faults()]


@pytest.fixture
def folder(tmp_path: Path) -> Folder:
    """The small policy, sound."""
    return Folder(tmp_path / "content" / "leave")
