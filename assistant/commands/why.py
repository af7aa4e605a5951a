"""`ask --why`: what spoke for each topic, how clear it was, and where each fact stands in the question."""

from collections.abc import Iterator, Mapping
from dataclasses import asdict
from decimal import Decimal

from assistant.decide import read
from assistant.i18n import N_
from assistant.i18n.formats import format_number
from assistant.i18n.words import Words
from assistant.match.ranking import Match, Outcome, Ranking, Word
from assistant.match.understanding import Understanding
from assistant.model.policy import Library
from assistant.present.writer import Writer

SHOWN, LEAST_SHARE = 3, 0.005
OUTCOMES: Mapping[Outcome, str] = {
    "sure": N_("Sure: the first topic is taken without asking."),
    "doubt": N_("In doubt: a person chooses among the topics."),
    "out-of-scope": N_("Out of scope: no topic answers this."),
}


def title(library: Library, words: Words, policy_id: str, topic_id: str) -> str:
    """What a topic is called, with its policy."""
    policy = library.policies[policy_id]
    language = policy.about.language
    titles = [words.text(text, language).text for text in (policy.about.title, policy.topics[topic_id].title)]
    return words.say("{policy}: {topic}", policy=titles[0], topic=titles[1])


def why(library: Library, words: Words, question: str, understanding: Understanding) -> str:
    """Lines for people."""
    ranking = understanding.ranking
    lines: list[str] = [words.say("Why it was understood so:")]
    for number, match in enumerate(ranking.matches[:SHOWN], 1):
        lines += _match(library, words, number, match)
    lines += [*_limits(ranking, words), words.say(OUTCOMES[ranking.outcome])]
    return "\n".join([*lines, *_facts(library, words, question, understanding), ""])


def why_record(question: str, understanding: Understanding) -> Mapping[str, object]:
    """The same for programs; `text` is the stretch of the question that states a fact."""
    ranking = understanding.ranking
    stated = [{**asdict(one), "text": question[one.start : one.end]} for one in understanding.stated]
    return {**asdict(ranking), "matches": [asdict(match) for match in ranking.matches[:SHOWN]], "stated": stated}


def _match(library: Library, words: Words, number: int, match: Match) -> Iterator[str]:
    policy, _, topic = match.id.partition("/")
    score = _figure(match.score, 1, words)
    yield words.say("{number}. {title}, score {score} of 100", number=number,
                    title=title(library, words, policy, topic), score=score)  # fmt: skip
    yield "   " + words.say("nearest phrase: “{phrase}”", phrase=match.phrase)
    for word in sorted(match.words, key=lambda word: -word.share):
        if word.share >= LEAST_SHARE:
            yield "   " + _word(word, words)


def _word(word: Word, words: Words) -> str:
    share = _figure(100 * word.share, 0, words)
    if word.typed == word.read:
        return words.say("“{typed}”: {share} %", typed=word.typed, share=share)
    return words.say("“{typed}” → “{read}”: {share} %", typed=word.typed, read=word.read, share=share)


def _limits(ranking: Ranking, words: Words) -> Iterator[str]:
    yield words.say("Clearance of what no topic answers: {value}; refused below {limit}.",
                    value=_figure(ranking.clearance, 3, words),
                    limit=_figure(ranking.least_clearance, 3, words))  # fmt: skip
    yield words.say("Lead over the next topic: {value}; sure from {limit}.",
                    value=_figure(ranking.lead, 3, words), limit=_figure(ranking.least_lead, 3, words))  # fmt: skip


def _facts(library: Library, words: Words, question: str, understanding: Understanding) -> Iterator[str]:
    if not understanding.facts:
        return
    yield words.say("Facts in the question:")
    writer = Writer(library.policies[understanding.matches[0].policy], words)
    places = {one.fact: question[one.start : one.end] for one in understanding.stated}
    for name, text in understanding.facts.items():
        label, value = writer.label(name).text, writer.value(read(writer.policy.facts[name], text), name).text
        if name in places:
            yield "- " + words.say("{label}: {value}, from “{text}”", label=label, value=value, text=places[name])
        else:
            yield "- " + words.say("{label}: {value}, from the question as a whole", label=label, value=value)


def _figure(value: float, decimals: int, words: Words) -> str:
    return format_number(Decimal(f"{value:.{decimals}f}"), words.language)
