"""A small policy of every kind of calendar and table, for words tried alone, and the words of each language."""

import pytest

from assistant.content import read_policy
from assistant.i18n.words import Words
from assistant.model.policy import Policy
from tests.content.conftest import Folder, folder
from tests.present.conftest import words
from tests.vocabulary.given import Saying

__all__ = ["folder", "words"]

OFFICE = "office: {label: Office days, weekdays: [mon, tue, wed, thu, fri], cites: [days]}"
CALENDARS = """\
office:
    label: Office days
    weekdays: [mon, tue, wed, thu, fri]
    holidays: {country: JP, leaving_out: [Mountain Day]}
    closed: [2026-08-13]
    cites: [days]
  site:
    label: Days of the state
    weekdays: [mon, tue, wed, thu, fri]
    holidays: {country: AU, part_from: state}
    cites: [ask]
    readings: [R1]
  plain: {label: Weekdays, weekdays: [mon, tue, wed, thu, fri], cites: [days]}"""
HOURS = """[{opens: "09:00", closes: "12:00"}, {opens: "13:00", closes: "17:00"}], clock: Tokyo time, cites: [ask]}
  shop: {label: Shop, calendar: site, spans: [{opens: "10:00", closes: "18:00"}], clock: Shop time, cites: [days]}
"""
TABLES = """    cites: [days]
  latest:
    label: Latest hour
    holds: time
    cites: [days]
  ends:
    label: Last day
    holds: date
    marks: {never: Never}
    names: {day: Day}
    cites: [days]
    cell_cites: {long: {day: [ask]}}
    doubts: [{row: short, column: day, reading: R1}]
topics: [holiday, desk]
"""
FACTS = """\
state:
  type: choice
  question: Which state?
  label: State
  options:
    act: {label: Capital}
    vic: {label: Victoria}
sure: {type: yes-no, question: Are you sure?, label: Sure}
km: {type: number, question: How far?, label: Distance, unit: km}
"""
TOPIC = """\
id: desk
title: The desk
about: When it answers.
derived:
  counts-on: {label: Counts on, start: at, steps: [{cut_off: "17:00", calendar: site}], cites: [ask]}
  reply:
    label: Reply by
    start: counts-on
    steps: [{add_working_days: {table: notice, row: kind, column: soon}, calendar: office}, {later_of: starts}]
    cites: [days]
  last: {label: Last day, cell: {table: ends, row: kind, column: day}, cites: [days]}
  reach: {label: Reach, band_of: km, bands: {near: 50, far: none}, cites: [days]}
  closes: {label: Closes, start: at, steps: [{closing: desk}], cites: [days]}
  idle: {label: Idle, whole_months_after: starts, up_to: on, cites: [days]}
  fixed: {label: Fixed, start: 2026-03-31, cites: [days]}
due:
  - id: open
    when: {at: {inside: desk}}
    verdict: open
    say: It is open.
    dates: {closes: closes}
    notes: [{note: sorry, when: {reach: far}}]
    cites: [ask]
  - when: {kind: short}
    then:
      - id: ended
        when: {last: {before: on}}
        asks: [sure]
        verdict: ended
        say: It has ended.
        values: {last: last}
        cites: [ask]
  - {id: reply, verdict: dated, say: It comes., dates: {reply: reply, fixed: fixed}, cites: [ask]}
free:
  - {id: always, verdict: free, say: It is free., cites: [ask]}
"""


@pytest.fixture(scope="session")
def policy(tmp_path_factory: pytest.TempPathFactory) -> Policy:
    """The small policy of `tests.content`, with more of every kind, and a topic that leans on all of it."""
    small = Folder(tmp_path_factory.mktemp("words") / "content" / "leave")
    small.edit("policy.yaml", OFFICE, CALENDARS)
    small.edit("policy.yaml", '[{opens: "09:00", closes: "17:00"}], clock: Tokyo time, cites: [days]}\n', HOURS)
    small.edit("policy.yaml", "    cites: [days]\ntopics: [holiday]\n", TABLES)
    small.edit("facts.yaml", "at: {type: date-time", f"{FACTS}at: {{type: date-time")
    small.write("tables/notice.csv", "kind,soon,late\nshort,3,none\nlong,10,240\n")
    small.write("tables/latest.csv", "kind,desk\nshort,17:00\nlong,15:30\n")
    small.write("tables/ends.csv", "kind,day\nshort,2026-05-31\nlong,never\n")
    small.write("topics/desk.yaml", TOPIC)
    return read_policy(small.path)


@pytest.fixture(scope="session")
def saying(policy: Policy, words: dict[str, Words]) -> Saying:
    """What words say of themselves, in English and in Japanese."""
    return Saying(policy, words)
