"""A topic is added to a list however that is written."""

import pytest

from assistant.workbench.scaffold.listing import with_topic

LISTS = {
    "a list of lines": ("topics:\n  - one # 1\n  # end\nid: x\n", "topics:\n  - one # 1\n  - two\n  # end\nid: x\n"),
    "a list in brackets": ("topics: [zero, one]  # both\n", "topics: [zero, one, two]  # both\n"),
    "brackets over lines": ("topics: [\n  zero,\n  'one',\n]\n", "topics: [\n  zero,\n  'one', two,\n]\n"),
    "an empty list": ("topics: []\nissuer: x\n", "topics: [two]\nissuer: x\n"),
    "quotes": ('topics:\n- "one"\n', 'topics:\n- "one"\n- two\n'),
    "a last line without an end": ("# 規程\ntopics:\n    - one", "# 規程\ntopics:\n    - one\n    - two\n"),
    "one that is listed": ("topics: [two, one]\nissuer: x\n", "topics: [two, one]\nissuer: x\n"),
    "lines of Windows": ("topics:\r\n  - one\r\nid: x\r\n", "topics:\r\n  - one\r\n  - two\r\nid: x\r\n"),
}  # fmt: skip


@pytest.mark.parametrize(("before", "after"), LISTS.values(), ids=LISTS)
def test_a_topic_is_listed_and_nothing_else_changes(before: str, after: str) -> None:
    assert with_topic(before, "two") == after
