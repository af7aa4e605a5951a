"""Outcomes in words: finished views of answers, questions, topics and policies, in one language."""

from assistant.present.answer.ask import ask, find, outcome_of, shown, told_of
from assistant.present.answer.page import (
    answer_view,
    fault_text,
    fault_views,
    needs_view,
    present,
    question_view,
    tiles,
)
from assistant.present.answer.records import counting, invalid_record, outcome_record, trace
from assistant.present.policy.pages import policy_view, topic_list, topic_view
from assistant.present.share.text import as_text
from assistant.present.tree.mermaid import draw

__all__ = [
    "answer_view", "as_text", "ask", "counting", "draw", "fault_text", "fault_views", "find", "invalid_record",
    "needs_view", "outcome_of", "outcome_record", "policy_view", "present", "question_view", "shown", "tiles",
    "told_of", "topic_list", "topic_view", "trace",
]  # fmt: skip
