"""A policy about hiring bicycles that rests on the sample terms, without its outline."""

FILES = {
    "policy.yaml": """\
id: hire
title: Bicycle hire
short: Hire
issuer: The shop
language: en
time_zone: Asia/Tokyo
document: {title: Terms of hire}
tables:
  fees: {label: Fee for a day, holds: integer, cites: [fees.1], cell_cites: {electric: {fee: [fees.3]}}}
topics: [booking]
readings:
  - {id: R1, doubt: What a day is., reading: From opening., because: A reason., cites: [fees.1], general: yes}
""",
    "summary.yaml": """\
lede: How bicycles are hired.
sections:
  - id: booking
    title: Booking
    points:
      - {id: held, text: A booking is held for 30 minutes., cites: [booking.1-2]}
      - {id: lock, text: A lock is included., cites: [fees.5, fees.4]}
""",
    "facts.yaml": """\
late: {type: integer, question: How many minutes late are you?, label: Minutes, least: 0, most: 600}
""",
    "topics/booking.yaml": """\
id: booking
title: Booking
about: How a booking is held.
covered:
  - id: held
    when: {late: {at_most: 30}}
    verdict: covered
    say: A booking is held for 30 minutes.
    notes: [in-time]
    cites: [booking.1-2]
  - {id: over, verdict: not-covered, say: The booking is over., cites: [booking.1-2, return.3-2]}
""",
    "rules.yaml": """\
notes:
  in-time: {text: Be there by then., cites: [return.3-1]}
""",
    "examples/cases.yaml": """\
examples:
  - {name: In time, topic: booking, aspect: covered, on: 2026-01-05, facts: {late: 30}, expect: {verdict: covered}}
  - {name: Too late, topic: booking, aspect: covered, on: 2026-01-05, facts: {late: 31}, expect: {verdict: not-covered}}
""",
    "tables/fees.csv": "type,fee\ncity,1200\nelectric,2500\n",
}
CATALOGUE = """\
msgid ""
msgstr "Content-Type: text/plain; charset=UTF-8\\n"

msgctxt "hire.topics.booking.covered.held.say"
msgid "A booking is held for 30 minutes."
msgstr "予約は30分間お取り置きします。"

msgctxt "hire.source.clauses.booking.1-2.gist"
msgid "A booking is held for 30 minutes."
msgstr "予約は30分間お取り置きします。"
"""
