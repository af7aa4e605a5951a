"""Paths of a rule that asks for a band, and of an amount that then needs the number."""

import shutil
from pathlib import Path

from assistant.content import read_policy
from assistant.decide import Answer
from assistant.workbench.check.paths import paths
from tests.conftest import ROOT

MANY = "due:\n  - {id: many, when: {guests: [many, crowd]}, verdict: no-commitment, say: Ask us., cites: [deposit]}\n"


def test_a_band_that_does_not_decide_is_followed_by_the_number(tmp_path: Path) -> None:
    folder = tmp_path / "town-hall"
    shutil.copytree(ROOT / "tests" / "words" / "content" / "town-hall", folder)
    topic = folder / "topics" / "booking.yaml"
    text = topic.read_text("utf-8").replace("due:\n", MANY).replace("{percent: share}", "{times: guests}")
    topic.write_text(text, "utf-8")
    ends = list(paths(read_policy(folder), "booking", "due"))
    dated = {path.facts["guests"] for path in ends if isinstance(path.outcome, Answer) and path.outcome.dates}
    assert "50" in dated
    assert [guests for guests in dated if not guests.isdigit()] == []
