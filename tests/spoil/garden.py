"""A small sound policy that uses a little of everything, so that any part of it can be spoilt quickly."""

from pathlib import Path

FILES = {
    "policy.yaml": """\
id: garden
title: Tools on loan
short: Loans
issuer: The garden club
language: en
time_zone: Europe/London
document: {title: Rules of lending, date: 2026-01-01}
calendars:
  shed:
    label: Days of the shed
    weekdays: [tue, thu, sat]
    holidays: {country: GB, part: ENG, leaving_out: [Boxing Day]}
    cites: [days]
hours:
  desk:
    label: Desk
    calendar: shed
    spans: [{opens: "10:00", closes: "16:00"}]
    clock: London time
    cites: [days]
tables:
  weeks:
    label: Weeks of a loan
    holds: integer
    marks: {not-lent: Not lent}
    cites: [weeks]
    cell_cites: {spade: {member: [weeks]}}
    doubts: [{row: mower, column: guest, reading: R1}]
topics: [loan, desk]
readings:
  - {id: R1, doubt: A doubt., reading: A reading., because: A reason.}
  - {id: R2, doubt: A doubt., reading: A reading., because: A reason., general: yes}
""",
    "source.yaml": """\
clauses:
  - {id: days, place: Section 1, gist: When the shed is open., lines: [1, 1], fingerprint: 0123456789abcdef}
  - {id: weeks, place: Section 2, gist: How long a loan lasts., lines: [2, 2], fingerprint: 0123456789abcdef}
  - {id: care, place: Section 3, gist: How tools are kept., lines: [3, 3], fingerprint: 0123456789abcdef}
  - {id: end, place: Section 4, gist: Signatures., lines: [4, 4], fingerprint: 0123456789abcdef, left_out: No rule.}
""",
    "summary.yaml": """\
lede: How tools are lent.
sections:
  - id: lending
    title: Lending
    points:
      - {id: open, text: The shed is open three days a week., cites: [days]}
procedures:
  return:
    title: Bringing it back
    parts:
      - id: member
        who: You
        steps:
          - {id: clean, text: Clean the tool., cites: [care]}
contacts:
  office: {name: The office, phone: "+44 20 7946 0000", hours: desk, cites: [days]}
""",
    "facts.yaml": """\
tool:
  type: choice
  question: Which tool?
  label: Tool
  frame: {things: [bed], says: {spade: [dig], mower: [mow]}}
  options:
    spade: {label: Spade}
    mower: {label: Mower}
who:
  type: choice
  question: Who borrows it?
  label: Borrower
  options:
    member: {label: Member}
    guest: {label: Guest}
lent_on: {type: date, question: When was it lent?, label: Lent on, frame: {things: [loan], missing: passed}}
weight: {type: number, question: How heavy is it?, label: Weight, unit: kg, least: 1, most: 200}
broken: {
  type: yes-no, question: Is it broken?, label: Broken,
  frame: [{there: no, missing: yes, things: [handle]}, {things: [blade], says: {yes: [cracked]}}]}
calls_at: {type: date-time, question: When do you call?, label: Call}
""",
    "rules.yaml": """\
lists:
  season:
    takes: [last-day]
    rules:
      - id: over
        when: {on: {after: last-day}}
        verdict: {due: ended, covered: ended}
        say: The season has ended.
        cites: [days]
notes:
  care: {text: Keep it clean., cites: [care]}
""",
    "tables/weeks.csv": "tool,member,guest\nspade,4,1\nmower,2,not-lent\n",
    "topics/loan.yaml": """\
id: loan
title: A loan
about: How long a tool may be kept, and what it costs.
points:
  - {id: weeks, text: A loan lasts some weeks., cites: [weeks]}
procedures: [return]
related: [desk]
derived:
  weeks: {label: Weeks, cell: {table: weeks, row: tool, column: who}, cites: [weeks], readings: [R1]}
  back-by:
    label: Back by
    start: lent_on
    steps:
      - {add_working_days: 10, calendar: shed}
    cites: [days]
  season-ends: {label: End of the season, start: 2026-10-31, cites: [days]}
  size: {label: Size, band_of: weight, bands: {light: 20, heavy: none}, cites: [weeks]}
free:
  - id: heavy
    when: {size: heavy}
    verdict: payable
    say: Heavy tools cost a fee.
    cites: [weeks]
  - id: light
    verdict: free
    say: Light tools are free.
    cites: [weeks]
due:
  - use: season
    bind: {last-day: season-ends}
  - id: not-lent
    when: {weeks: not-lent}
    verdict: not-offered
    say: It is not lent to guests.
    cites: [weeks]
  - id: back
    verdict: dated
    answer: Bring it back by {back_by}.
    say: It may be kept for {weeks} weeks.
    dates: {back_by: back-by}
    values: {weeks: weeks}
    notes: [care]
    next: return
    cites: [weeks]
covered:
  - use: season
    bind: {last-day: season-ends}
  - when: {broken: yes}
    then:
      - id: repaired
        verdict: covered
        say: Broken tools are repaired.
        cites: [care]
  - id: whole
    verdict: not-covered
    say: There is nothing to repair.
    cites: [care]
""",
    "topics/desk.yaml": """\
id: desk
title: The desk
about: When somebody is there.
related: [loan]
due:
  - id: open
    when: {calls_at: {inside: desk}}
    verdict: open
    answer: Somebody is there.
    say: The desk is open.
    cites: [days]
  - id: closed
    verdict: closed
    answer: Nobody is there.
    say: The desk is closed.
    cites: [days]
""",
    "examples/loans.yaml": """\
examples:
  - name: A mower is heavy
    topic: loan
    aspect: free
    on: 2026-05-05
    facts: {weight: "30"}
    expect: {verdict: payable}
  - {name: A trowel, topic: loan, aspect: free, on: 2026-05-05, facts: {weight: "1"}, expect: {verdict: free}}
  - name: A spade for a member
    topic: loan
    aspect: due
    on: 2026-05-05
    facts: {tool: spade, who: member, lent_on: 2026-05-05}
    expect: {verdict: dated, dates: {back_by: 2026-05-28}, values: {weeks: "4"}, notes: [care]}
  - name: A mower for a guest
    topic: loan
    aspect: due
    on: 2026-05-05
    facts: {tool: mower, who: guest}
    expect: {verdict: not-offered}
  - {name: In winter, topic: loan, aspect: due, on: 2026-11-01, expect: {verdict: ended}}
  - {name: Which tool, topic: loan, aspect: due, on: 2026-05-05, expect: {needs: tool}}
  - {name: Broken, topic: loan, aspect: covered, on: 2026-05-05, facts: {broken: yes}, expect: {verdict: covered}}
  - {name: Whole, topic: loan, aspect: covered, on: 2026-05-05, facts: {broken: no}, expect: {verdict: not-covered}}
  - {name: Too late, topic: loan, aspect: covered, on: 2026-11-01, expect: {verdict: ended}}
  - name: Tuesday morning
    topic: desk
    aspect: due
    on: 2026-05-05
    facts: {calls_at: "2026-05-05T10:00"}
    expect: {verdict: open}
  - name: Tuesday evening
    topic: desk
    aspect: due
    on: 2026-05-05
    facts: {calls_at: "2026-05-05T16:00"}
    expect: {verdict: closed}
""",
}


def garden(folder: Path) -> Path:
    """The policy, written below a folder; returns the policy's own folder."""
    root = folder / "content" / "garden"
    for name, text in FILES.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(text, "utf-8")
    return root
