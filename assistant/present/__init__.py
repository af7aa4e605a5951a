"""Outcomes in words: finished views of answers, questions, topics and policies, in one language."""
