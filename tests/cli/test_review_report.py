"""The review list of a new edition, as text, as Markdown and as JSON."""

import json

from assistant.cli.review_report import Review, Reviewed, as_json, as_markdown, as_text
from assistant.workbench.sources.comparison import Comparison, Difference
from assistant.workbench.sources.dependants import Resting, Translated
from tests.workbench.sources.conftest import ENGLISH_WORDS

RULE = Resting("rule", "topics.visit.free.due", "Free for *30* days.", "rules.yaml", 12, ("visit",), ("fees.1",))
SAID = Translated("ja", "hire.topics.visit.free.due.say", "ja/policy-hire.po", 7)
CHANGED = Difference("changed", "fees.1", "1. Fees", "2. Fees", (("same", "for "), ("old", "30"), ("new", "2\t0 ")))
RENUMBERED = Difference("renumbered", "fees.2", "1.2", "2.2")
REVIEW = Review(
    "hire",
    Comparison((CHANGED, RENUMBERED), 1, ("fees.9",)),
    (Reviewed(CHANGED, (RULE,), (SAID,)), Reviewed(RENUMBERED, (), ())),
)


def test_the_review_as_text() -> None:
    assert (
        as_text(REVIEW, ENGLISH_WORDS)
        == """\
1 clause is as it was.
Changed: 1
Numbered anew: 1
The earlier document does not hold these clauses as the outline knows them: fees.9

Changed: fees.1 (1. Fees → 2. Fees)
  for [-30-]{+2 | 0+}\x20
  Read the change, then correct what rests on it.
  rules.yaml:12: Rule topics.visit.free.due: Free for *30* days.
  ja/policy-hire.po:7: hire.topics.visit.free.due.say

Numbered anew: Its words are the same. Correct its place.
  fees.2 (1.2 → 2.2)
"""
    )


def test_the_review_as_markdown() -> None:
    assert (
        as_markdown(REVIEW, ENGLISH_WORDS)
        == """\
# Review of hire

- 1 clause is as it was.
- Changed: 1
- Numbered anew: 1
- The earlier document does not hold these clauses as the outline knows them: fees.9

## Changed: fees.1 (1. Fees → 2. Fees)

> for ~~30~~**2 \\| 0**\x20

Read the change, then correct what rests on it.

- [ ] `rules.yaml:12` Rule topics.visit.free.due: Free for \\*30\\* days.
- [ ] `ja/policy-hire.po:7` `hire.topics.visit.free.due.say`

## Numbered anew

Its words are the same. Correct its place.

- [ ] fees.2 (1.2 → 2.2)
"""
    )


def test_the_review_for_programs() -> None:
    record = json.loads(as_json(REVIEW))
    assert (record["policy"], record["same"], record["unknown"]) == ("hire", 1, ["fees.9"])
    first, second = record["differences"]
    assert first["pieces"] == [["same", "for "], ["old", "30"], ["new", "2\t0 "]]
    assert first["resting"] == [
        {"kind": "rule", "id": RULE.id, "text": RULE.text, "file": "rules.yaml", "line": 12, "topics": ["visit"]}
    ]
    assert [one["context"] for one in first["translations"]] == [SAID.context]
    assert (second["change"], second["was"], second["now"], second["resting"]) == ("renumbered", "1.2", "2.2", [])
