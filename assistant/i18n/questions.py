"""What people type, in every language: one phrase a line, each for one topic, or for none."""

from collections.abc import Mapping

from assistant.i18n.language import Language
from assistant.i18n.message import Message
from assistant.model.policy import Library

OUT_OF_SCOPE = "out-of-scope"
PREFIX = "questions:"
HINT = "Write what people really type, one phrase a line, at least eight. Do not translate."


def question_messages(library: Library, known: Mapping[str, Language]) -> tuple[Message, ...]:
    """A message for each topic, headed in its policy's own language, and one for questions that no topic answers."""
    return (
        *(
            Message(
                known[policy.about.language].asked.replace("{topic}", topic.title.source),
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


def phrases(answer: str) -> tuple[str, ...]:
    """The phrases of one message, without empty lines."""
    return tuple(filter(None, map(str.strip, answer.splitlines())))
