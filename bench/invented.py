"""The texts of an invented policy's files, with gaps for what differs from one to the next."""

POLICY = """\
id: {id}
title: The {name} Service
short: {name}
issuer: {name} Limited
language: en
time_zone: Europe/London
document: {{title: "Terms of the {name} Service", date: {opens}}}
in_force_from: {opens}
ended_after: {closes}
ended: The {name} Service has ended.
calendars:
  office: {{label: Working days, weekdays: [mon, tue, wed, thu, fri], holidays: {{country: {country}}},
           cites: [hours]}}
hours:
  desk:
    label: Service desk
    calendar: office
    spans: [{{opens: "09:00", closes: "{closing}"}}]
    clock: local time
    cites: [hours]
tables:
  days: {{label: Working days until a visit, holds: integer, names: {{near: Near, far: Far}}, cites: visit}}
  last: {{label: Last day, holds: date, marks: {{never: Not offered}}, names: {{day: Last day}}, cites: parts}}
topics: [{topics}]
readings:
  - {{id: R1, doubt: The terms do not say whose holidays count., reading: Those of the whole country count.,
     because: The desk serves the whole country., cites: [hours], general: yes}}
"""
SOURCE = """\
  - {{id: {clause}, place: "Section {at}", gist: "It says what holds for the {clause} of a {thing}.",
     fingerprint: "{print}", lines: [{at}, {at}]}}
"""
SUMMARY = """\
lede: What the {name} Service offers for every {thing}.
sections:
  - id: terms
    title: Terms
    points:
      - {{id: term, text: The terms of the {name} Service are in force from {opens} to {closes}., cites: term}}
contacts:
  desk: {{name: Service desk, phone: "0{number} 555", hours: desk, cites: hours}}
procedures:
  call:
    title: Call the desk
    parts: [{{id: you, who: You, steps: [{{id: call, text: Call the desk about your {thing}., cites: hours}}]}}]
"""
FACTS = """\
level:
  type: choice
  question: Which level do you have?
  label: Level
  options: {{basic: {{label: Basic}}, plus: {{label: Plus}}, full: {{label: Full}}}}
km: {{type: number, question: How far away is the {thing}?, label: Distance, unit: km}}
bought: {{type: date, question: When was the {thing} bought?, label: Day of purchase}}
called: {{type: date-time, question: When did you call?, label: Call}}
wear: {{type: yes-no, question: Is the {thing} worn out?, label: Worn out}}
part: {{type: choice, question: Which part is it?, label: Part,
       options: {{motor: {{label: Motor}}, cover: {{label: Cover}}, cable: {{label: Cable}}}}}}
"""
RULES = """\
derived:
  opens: {{label: First day, start: {opens}, cites: term}}
  closes: {{label: Last day, start: {closes}, cites: term}}
lists:
  gates:
    rules:
      - {{id: early, when: {{on: {{before: opens}}}}, verdict: not-in-force, say: "The terms begin on {{begins}}.",
         dates: {{begins: opens}}, cites: term}}
      - {{id: late, when: {{on: {{after: closes}}}}, verdict: ended, say: "The terms ended on {{ended_on}}.",
         dates: {{ended_on: closes}}, cites: term}}
notes:
  worn: {{text: A worn {thing} is looked at first., cites: cover}}
  call-first: {{text: Please call before you send the {thing}., cites: hours, readings: R1}}
"""
TOPIC = {
    "repair": """\
about: What a repair costs, and what is covered.
derived:
  cover-ends: {{label: Cover ends, start: bought, steps: [{{add_years: {years}}}, {{add_days: -1}}], cites: cover}}
free:
  - use: gates
  - {{id: full, when: {{level: full}}, verdict: free, say: Full pays for every repair.,
     notes: [call-first], next: call, cites: fee}}
  - {{id: paid, verdict: payable, say: Only Full pays for repairs., cites: fee}}
covered:
  - use: gates
  - {{id: over, when: {{on: {{after: cover-ends}}}}, verdict: ended, say: "The cover ended on {{ended_on}}.",
     dates: {{ended_on: cover-ends}}, cites: cover}}
  - {{id: worn, when: {{wear: yes}}, verdict: not-covered, say: Wear is not covered., cites: cover}}
  - {{id: yes-plus, when: {{level: [plus, full]}}, verdict: covered, say: "It is covered until {{until}}.",
     dates: {{until: cover-ends}}, notes: [{{note: worn, when: {{on: {{before: cover-ends}}}}}}], cites: cover}}
  - {{id: basic, verdict: conditional, say: Basic covers it where the desk agrees., next: call, cites: cover}}
""",
    "visit": """\
about: When someone comes.
derived:
  zone: {{label: Zone, band_of: km, bands: {{near: {near}, far: none}}, cites: bands}}
  counted: {{label: Call counts from, start: called, steps: [{{cut_off: "{cut_off}", calendar: office}}], cites: visit}}
  visit-by:
    label: Visit by
    start: counted
    steps: [{{add_working_days: {{table: days, row: level, column: zone}}, calendar: office}}]
    cites: visit
due:
  - use: gates
  - {{id: dated, verdict: dated, answer: "Someone comes by {{visit_by}}.",
     say: "Working days are counted from {{counted}}.",
     dates: {{counted: counted, visit_by: visit-by}}, cites: visit}}
""",
    "desk": """\
about: When the desk is open.
derived:
  shuts: {{label: Desk closes, start: called, steps: [{{closing: desk}}], cites: hours}}
  opens-again: {{label: Desk opens, start: called, steps: [{{opening: desk}}], cites: hours}}
due:
  - {{id: open, when: {{called: {{inside: desk}}}}, verdict: open, answer: Yes.,
     say: "The desk is open until {{closes_at}}.",
     dates: {{closes_at: shuts}}, cites: hours}}
  - {{id: shut, verdict: closed, answer: No., say: "The desk opens on {{opens_at}}.",
     dates: {{opens_at: opens-again}}, cites: hours}}
""",
    "notice": """\
about: By when to give notice.
derived:
  term-ends: {{label: Term ends, start: bought,
     steps: [{{first_of_month: 1}}, {{add_years: {years}}}, {{add_days: -1}}], cites: term}}
  notice-by: {{label: Notice by, start: term-ends, steps: [{{add_days: -{notice}}}], cites: notice}}
due:
  - {{id: late, when: {{on: {{after: notice-by}}}}, verdict: ended, answer: It is too late.,
     say: "Notice was due by {{ended_on}}.",
     dates: {{ended_on: notice-by}}, cites: notice}}
  - {{id: dated, verdict: dated, answer: "Give notice by {{notice_by}}.",
     say: That is {notice} days before the term ends.,
     dates: {{notice_by: notice-by}}, next: call, cites: notice}}
""",
    "parts": """\
about: Until when there are parts.
derived:
  last-day: {{label: Last day for the part, cell: {{table: last, row: part, column: day}}, cites: parts}}
free:
  - use: gates
  - {{id: never, when: {{last-day: never}}, verdict: not-offered, say: There is no such part., cites: parts}}
  - {{id: gone, when: {{on: {{after: last-day}}}}, verdict: ended, say: "The part was there until {{ended_on}}.",
     dates: {{ended_on: last-day}}, cites: parts}}
  - {{id: there, verdict: payable, say: "The part is there until {{until}}.",
     dates: {{until: last-day}}, next: call, cites: parts}}
covered:
  - {{id: part, when: {{level: full, part: [motor, cable]}}, verdict: covered, say: Full covers it., cites: parts}}
  - {{id: not, verdict: not-covered, say: The level does not cover it., cites: parts}}
""",
}
"""The text of each topic below its id and title."""
