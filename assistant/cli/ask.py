"""`ask`: a question in one's own words, and why it was understood as it was."""

import datetime as dt
import json
from collections.abc import Iterator, Mapping
from dataclasses import asdict
from decimal import Decimal

import click

from assistant.cli.terminal import COMMANDS, JSON, LANG, Command, Terminal
from assistant.decide import Outcome
from assistant.i18n import N_
from assistant.i18n.formats import format_number
from assistant.i18n.words import Words
from assistant.loading import load_library, now, today
from assistant.match.ranking import Match, Ranking, Word
from assistant.match.ranking import Outcome as Certainty
from assistant.match.understanding import Found, Understanding
from assistant.matching import load_matcher
from assistant.model.policy import Library, Policy
from assistant.present.answer.ask import told_of
from assistant.present.answer.page import present
from assistant.present.answer.records import outcome_record, understood
from assistant.present.share.writing import as_text
from assistant.present.writer import Writer

CHOICES = 3
"""As many topics as this are offered where it is not sure which is meant, and explained."""
LEAST_SHARE = 0.005
CERTAINTIES: Mapping[Certainty, str] = {
    "sure": N_("Sure: the first topic is taken without asking."),
    "doubt": N_("In doubt: a person chooses among the topics."),
    "out-of-scope": N_("Out of scope: no topic answers this."),
}


@click.command("ask", cls=Command, help=COMMANDS["ask"])
@click.argument("question", help=N_("The question, in quotes."))
@click.option("--why", is_flag=True, help=N_("Print also why it was understood so."))
@LANG
@JSON
def ask(terminal: Terminal, question: str, why: bool, lang: str | None, as_json: bool) -> None:
    """Prints what the question was understood as, and its answer where topic and aspect are sure."""
    words, library = terminal.speaking(lang), load_library(terminal.known)
    understanding = load_matcher(terminal.known, library).understand(question, now())
    if as_json:
        record = {**_record(library, question, understanding), **(_why_record(question, understanding) if why else {})}
        click.echo(json.dumps(record, ensure_ascii=False))
        return
    text = _reply(library, words, question, understanding)
    click.echo(text + "\n" + _why(library, words, question, understanding) if why else text, nl=False)


def _day_open(understanding: Understanding) -> bool:
    """May it be asked about a day that is not told for sure?"""
    return understanding.day_open or any(one.fact == "on" for one in understanding.offered)


def _sure(library: Library, understanding: Understanding) -> tuple[Found, dt.date, Outcome] | None:
    """What was surely meant, and what comes of it on the day that is asked about, else today; None where it is not."""
    best = understanding.matches[0] if understanding.confident else None
    if best is None or best.aspect is None or _day_open(understanding):
        return None
    on = understanding.day or today(library.policies[best.policy])
    told = told_of(library, best.policy, best.topic, best.aspect, understanding.facts, on)
    return best, on, told.outcome


def _record(library: Library, question: str, understanding: Understanding) -> Mapping[str, object]:
    record = understood(question, understanding)
    if not (sure := _sure(library, understanding)):
        return record
    _, on, outcome = sure
    return {**record, "answer": {"on": on.isoformat(), **outcome_record(outcome)}}


def _reply(library: Library, words: Words, question: str, understanding: Understanding) -> str:
    if not understanding.matches:
        return _out_of_scope(library, words)
    if not (sure := _sure(library, understanding)):
        return _choices(library, words, understanding)
    best, _, outcome = sure
    policy, facts = library.policies[best.policy], understanding.facts
    said = as_text(present(Writer(policy, words), outcome, facts, now()), words)
    unheeded = [
        words.say("We are not sure how “{words}” is meant.", words=one) for one in understanding.left_over(question)
    ]
    return "\n".join([*_understood(library, words, best, facts), *unheeded, "", said])


def _out_of_scope(library: Library, words: Words) -> str:
    lines: list[str] = [words.say("The documents do not answer this. These are the topics that they do answer:")]
    for policy in library.policies.values():
        lines += ["", words.text(policy.about.title, policy.about.language).text]
        lines += [f"- {words.text(topic.title, policy.about.language).text}" for topic in policy.topics.values()]
    return "\n".join(lines) + "\n"


def _understood(library: Library, words: Words, best: Found, facts: Mapping[str, str]) -> list[str]:
    lines: list[str] = [words.say("Understood as: {title}", title=_title(library, words, best.policy, best.topic))]
    for label, value in _said(library.policies[best.policy], words, facts).values():
        lines.append(words.say("{label}: {value}", label=label, value=value))
    return lines


def _choices(library: Library, words: Words, understanding: Understanding) -> str:
    """What it may be about, and on which of the days that it may ask about: each as the command that answers it."""
    lines: list[str] = [words.say("This could be about:")]
    open_ = _day_open(understanding)
    days = [f" --on {day}" for day in understanding.days] or [" --on YYYY-MM-DD" if open_ else ""]
    for one in understanding.matches[: 1 if understanding.confident and open_ else CHOICES]:
        aspects = [one.aspect] if one.aspect else library.policies[one.policy].topics[one.topic].aspects
        lines.append(f"- {_title(library, words, one.policy, one.topic)}")
        lines += [
            f"    policy-assistant decide {one.policy}/{one.topic}/{aspect}{on}" for aspect in aspects for on in days
        ]
    return "\n".join([*lines, *([words.say("Which day are you asking about?")] if open_ else [])]) + "\n"


def _title(library: Library, words: Words, policy_id: str, topic_id: str) -> str:
    policy = library.policies[policy_id]
    language = policy.about.language
    titles = [words.text(text, language).text for text in (policy.about.title, policy.topics[topic_id].title)]
    return words.say("{label}: {value}", label=titles[0], value=titles[1])


def _said(policy: Policy, words: Words, facts: Mapping[str, str]) -> Mapping[str, tuple[str, str]]:
    """The label and the value of each fact."""
    writer = Writer(policy, words)
    return {
        name: (writer.label(name).text, writer.value(policy.facts[name].read(text), name).text)
        for name, text in facts.items()
    }


def _why(library: Library, words: Words, question: str, understanding: Understanding) -> str:
    """Why it was understood so, for people."""
    ranking = understanding.ranking
    lines: list[str] = [words.say("Why it was understood so:")]
    for number, match in enumerate(ranking.matches[:CHOICES], 1):
        lines += _match(library, words, number, match)
    lines += [*_limits(ranking, words), words.say(CERTAINTIES[ranking.outcome])]
    return "\n".join([*lines, *_facts(library, words, question, understanding), ""])


def _why_record(question: str, understanding: Understanding) -> Mapping[str, object]:
    """The same for programs; `text` is the stretch of the question that states a fact."""
    ranking = understanding.ranking
    stated = [{**asdict(one), "text": question[one.start : one.end]} for one in understanding.stated]
    matches = [{**asdict(one), "words": [word._asdict() for word in one.words]} for one in ranking.matches[:CHOICES]]
    return {"why": {**asdict(ranking), "matches": matches, "stated": stated}}


def _match(library: Library, words: Words, number: int, match: Match) -> Iterator[str]:
    policy, _, topic = match.id.partition("/")
    title, score = _title(library, words, policy, topic), _figure(match.score, 1, words)
    yield words.say("{number}. {title}, score {score} of 100", number=number, title=title, score=score)
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
    if ranking.beyond:
        yield words.say("Nearest phrase of what no topic answers: “{phrase}”", phrase=ranking.beyond)
    clearance, least = _figure(ranking.clearance, 3, words), _figure(ranking.least_clearance, 3, words)
    yield words.say("Clearance of what no topic answers: {value}; refused below {limit}.", value=clearance, limit=least)
    lead, least = _figure(ranking.lead, 3, words), _figure(ranking.least_lead, 3, words)
    yield words.say("Lead over the next topic: {value}; sure from {limit}.", value=lead, limit=least)


def _facts(library: Library, words: Words, question: str, understanding: Understanding) -> Iterator[str]:
    if not understanding.facts:
        return
    yield words.say("Facts in the question:")
    places = {one.fact: question[one.start : one.end] for one in understanding.stated}
    said = _said(library.policies[understanding.matches[0].policy], words, understanding.facts)
    for name, (label, value) in said.items():
        if name in places:
            yield "- " + words.say("{label}: {value}, from “{text}”", label=label, value=value, text=places[name])
        else:
            yield "- " + words.say("{label}: {value}, from the question as a whole", label=label, value=value)


def _figure(value: float, decimals: int, words: Words) -> str:
    return format_number(Decimal(f"{value:.{decimals}f}"), words.language)
