"""What people type, in every language: one phrase a line, each for one topic, or for none."""

import re
from collections.abc import Mapping
from pathlib import Path

from assistant.i18n.catalogues import catalogue_path, read_catalogue
from assistant.i18n.language import Language
from assistant.i18n.message import Message
from assistant.model.policy import Library, Policy

OUT_OF_SCOPE = "out-of-scope"
PREFIX = "questions:"
QUESTIONS = "questions"
"""The domain of what people ask."""
TITLE = re.compile(r"([^.]+)\.topics\.([^.]+)\.title")
HINT = "Write what people really type, one phrase a line, at least eight. Do not translate."


def question_messages(library: Library, known: Mapping[str, Language]) -> tuple[Message, ...]:
    """A message for each topic, headed in its policy's own language, and one for questions that no topic answers."""
    return (
        *(
            Message(
                _heading(policy, known).replace("{topic}", topic.title.source),
                PREFIX + name,
                notes=(HINT, f"Page: /{name}/"),
                files=(f"content/{policy.id}/topics/{topic.id}.yaml",),
            )
            for name, (policy, topic) in library.topics.items()
        ),
        Message(
            "Questions that no topic answers, and that must be refused", OUT_OF_SCOPE,
            notes=("Write what people may type by mistake, one phrase a line, at least eight. Do not translate.",),
        ),
    )  # fmt: skip


def _heading(policy: Policy, known: Mapping[str, Language]) -> str:
    """A policy in a language that is not there is reported elsewhere, and must not stop the rest."""
    language = policy.about.language
    return known[language].asked if language in known else "{topic}"


def asked_of(title: str) -> str:
    """The context of what people ask about the topic whose title has this context; nothing where no title has it."""
    found = TITLE.fullmatch(title)
    return f"{PREFIX}{found[1]}/{found[2]}" if found else ""


def phrases(answer: str) -> tuple[str, ...]:
    """The phrases of one message, without empty lines."""
    return tuple(filter(None, map(str.strip, answer.splitlines())))


def read_phrases(locales: Path, language: str) -> dict[str, tuple[str, ...]]:
    """
    What people type in a language, by `policy/topic`, and under `OUT_OF_SCOPE` what no topic answers.

    A new title of a topic makes its entry fuzzy; its phrases still hold.

    Raises:
        ContentError: the file is not a catalogue.
    """
    path = catalogue_path(locales, language, QUESTIONS)
    return {
        (entry.msgctxt or "").removeprefix(PREFIX): phrases(entry.msgstr)
        for entry in (read_catalogue(path) if path.exists() else ())
        if not entry.obsolete
    }
