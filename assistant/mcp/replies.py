"""What the tools answer with: records beside those of the API, and the same as text, with the ids that calls need."""

from collections.abc import Iterator

from assistant.i18n import N_
from assistant.i18n.words import Words
from assistant.present.answer.comparison import ABSENT
from assistant.present.sentences import UNCLEAR
from assistant.present.views import AnswerView
from assistant.web.api.answers import MatchesRecord
from assistant.web.api.records import AnswerRecord, ApiRecord, ClauseRecord, FactRecord, ThenRecord, TopicRecord


class TopicWhole(TopicRecord):
    """A topic with what its page says, and where that is read."""

    edition: str
    lang: str
    text: str
    permalink: str


class NextRecord(AnswerRecord):
    """A case with the question that is asked next; without one where it is answered, or nothing more can be asked."""

    question: FactRecord | None


class ChangeRecord(ApiRecord):
    """Another answer, one fact or the day asked about away: with these facts, on this day, it becomes that."""

    change: str
    becomes: str
    facts: dict[str, str]
    on: str
    permalink: str


class ChangesRecord(AnswerRecord):
    """A case with the nearest other answers; none where a fact is missing or not known, or nothing near changes it."""

    changes: list[ChangeRecord]


class QuotedRecord(ClauseRecord):
    """A clause, with its own words where they are held, and where it is read."""

    quote: str | None = None
    permalink: str


class ClausesRecord(ApiRecord):
    """Clauses of a policy's document."""

    policy: str
    document: str
    edition: str
    lang: str
    clauses: list[QuotedRecord]


HELD, NOT_HELD = N_("This is the case here: {found}."), N_("This is not the case here: {found}.")
IN_VAIN = N_(
    "Our documents do not cover this, or we did not understand the words. We do not guess. Ask again in other words, "
    "or choose a topic."
)
DOUBTFUL = N_("{label}: we are not sure how “{words}” is meant, so you will be asked.")
THEN = {
    "same": N_("This link was made from an earlier edition ({edition}). The answer is still the same."),
    "changed": N_("The answer has changed since this link was made"),
    "unknown": N_("We no longer have the answer from when this link was made. This page goes by today’s edition."),
    "unanswered": N_(
        "This link was made from an earlier edition ({edition}), which had no answer to this. "
        "This page goes by today’s edition."
    ),
}
"""What a page says of an earlier edition."""


def told(record: AnswerRecord) -> str:
    """An answer, or what is asked next, with its link."""
    return f"{record.text.plain if record.text else ''}{record.permalink}"


def short(record: AnswerRecord) -> str:
    """The sentence of it, with its link."""
    return f"{record.text.headline if record.text else ''}\n{record.permalink}"


def reasons(view: AnswerView, words: Words) -> Iterator[str]:
    """Each rule that was asked, with what was found."""
    for one in view.reasons:
        yield f"- {one.say}"
        for test in one.tests:
            found = words.say(HELD if test.held else NOT_HELD, found=test.found)
            yield f"    {test.asked} – {found}"


def understood(record: MatchesRecord, words: Words) -> Iterator[str]:
    """What a question was understood as."""
    if not record.matches:
        yield words.say("No topic answers this question")
        yield words.say(IN_VAIN)
        return
    found = [f"- {one.policy}/{one.topic}/{one.aspect or ''}  {one.title}" for one in record.matches]
    if record.confident:
        yield words.say("This is what we understood")
        yield found.pop(0)
    known = {**record.facts, **({"on": record.on} if record.on else {})}
    yield from (f"  {name}={value}" for name, value in known.items())
    yield from (words.say(DOUBTFUL, label=one.fact, words=one.words) for one in record.offered)
    yield from (words.say(UNCLEAR, words=one) for one in record.noticed)
    if found:
        yield words.say("Not what you meant?") if record.confident else words.say("Which of these do you mean?")
        yield from found


def compared(record: AnswerRecord, then: ThenRecord, words: Words) -> str:
    """The answer of today beside that of an earlier edition, and the clauses that changed."""
    was = [words.say(THEN[then.state], edition=then.edition), *([then.headline] if then.headline else [])]
    clauses = (f"- {one.id}: {one.then or ABSENT} → {one.now or ABSENT}" for one in then.clauses)
    return "\n".join([short(record), *was, *clauses])
