"""`decide`, `ask` and `draw`: one question answered on the terminal."""

import json
from collections.abc import Mapping, Sequence

from assistant.commands.cases import understood_record
from assistant.commands.why import title, why, why_record
from assistant.decide import Answer, Invalid, Needs, canonical, read
from assistant.errors import Refusal, UnknownPage
from assistant.i18n import N_
from assistant.i18n.words import Words
from assistant.loading import Clock, load_library, load_matcher, load_policy, now, today
from assistant.match.understanding import Found, Understanding
from assistant.model.policy import Library
from assistant.parsing import canonical as canonical_of
from assistant.present.answer.ask import find, outcome_of, shown, told_of
from assistant.present.answer.page import present
from assistant.present.answer.records import counting, left_open, outcome_record, trace
from assistant.present.share.text import as_text
from assistant.present.tree.mermaid import draw
from assistant.present.writer import Writer
from assistant.settings import Settings
from assistant.suggest import alike


class Usage(Exception):
    """The command was called wrongly; the text says how it is called."""


def place_of(text: str, words: Words) -> tuple[str, str, str]:
    """Policy, topic and aspect from `policy/topic/aspect`. Raises `Usage`."""
    parts = text.split("/")
    if len(parts) != 3:
        raise Usage(words.say("Write policy/topic/aspect, such as licence-desk/hwkc-replacement/free."))
    return parts[0], parts[1], parts[2]


def facts_of(pairs: list[str], words: Words) -> dict[str, str]:
    """Facts from `name=value` pairs. Raises `Usage` where one is not written so, or stands twice."""
    facts: dict[str, str] = {}
    for pair in pairs:
        name, equals, value = pair.partition("=")
        if not equals:
            raise Usage(words.say("“{pair}” is not a fact. Write name=value, such as swa=active.", pair=pair))
        if name in facts:
            raise Usage(words.say("The fact “{name}” is given twice.", name=name))
        facts[name] = value
    return facts


def _typed(library: Library, policy: str, facts: Mapping[str, str]) -> dict[str, str]:
    """Values as people type them in canonical form; what cannot be read is left for the engine to refuse."""
    known, found = library.policies[policy].facts, {}
    for name, text in facts.items():
        try:
            found[name] = canonical_of(known[name], text) if name in known else text
        except Refusal:
            found[name] = text
    return found


def decided(settings: Settings, words: Words, place: tuple[str, str, str], facts: Mapping[str, str],
            on: str | None, as_json: bool, unknown: Sequence[str] = (),
            clock: Clock = now) -> tuple[str, int]:  # fmt: skip
    """
    The answer as text or JSON, and the exit status: 1 where what was given is invalid.

    `unknown` are facts that nobody knows; where they matter, what is still possible comes in place of the answer.

    Raises:
        UnknownPage: no such policy, topic or aspect.
    """
    library = load_policy(settings, place[0])
    policy, _ = find(library, *place)
    facts = facts if as_json else _typed(library, policy.id, facts)
    told = told_of(library, *place, facts, on if on is not None else today(policy, clock), unknown)
    outcome, view = told.outcome, shown(Writer(policy, words), told, facts, unknown)
    status = 1 if isinstance(outcome, Invalid) else 0
    if not as_json:
        return as_text(view, words), status
    record: dict[str, object] = {**outcome_record(outcome), **left_open(outcome, view)}
    if isinstance(outcome, Answer | Needs):
        record |= {"on": outcome.on.isoformat(), "facts": {n: canonical(v) for n, v in outcome.facts.items()}}
        record["trace"] = trace(outcome)
    if isinstance(outcome, Answer):
        record["counting"] = counting(outcome)
    return json.dumps(record, ensure_ascii=False) + "\n", status


def asked(
    settings: Settings, words: Words, question: str, as_json: bool, explained: bool = False, clock: Clock = now
) -> str:
    """
    What the question was understood as, and its answer where topic and aspect are sure; as text or JSON.

    `explained`: after it, why it was understood so.
    """
    library = load_library(settings)
    understanding = load_matcher(settings, library).understand(question, clock())
    if as_json:
        record = {**_asked_record(library, understanding, clock)}
        if explained:
            record["why"] = why_record(question, understanding)
        return json.dumps(record, ensure_ascii=False) + "\n"
    text = _replied(library, words, understanding, clock)
    return text + "\n" + why(library, words, question, understanding) if explained else text


def _replied(library: Library, words: Words, understanding: Understanding, clock: Clock) -> str:
    if not understanding.matches:
        return _out_of_scope(library, words)
    best = understanding.matches[0]
    if understanding.confident and best.aspect:
        return _understood(library, words, understanding) + _answered(library, words, best, understanding.facts, clock)
    return _choices(library, words, understanding.matches[:3])


def _asked_record(library: Library, understanding: Understanding, clock: Clock) -> Mapping[str, object]:
    record = understood_record(understanding)
    if not (understanding.confident and understanding.matches[0].aspect):
        return record
    best = understanding.matches[0]
    on = today(library.policies[best.policy], clock)
    outcome = outcome_of(library, best.policy, best.topic, best.aspect or "", understanding.facts, on)
    return {**record, "answer": {"on": on.isoformat(), **outcome_record(outcome)}}


def _out_of_scope(library: Library, words: Words) -> str:
    lines: list[str] = [words.say("The documents do not answer this. These are the topics that they do answer:")]
    for policy in library.policies.values():
        lines += ["", words.text(policy.about.title, policy.about.language).text]
        lines += [f"- {words.text(topic.title, policy.about.language).text}" for topic in policy.topics.values()]
    return "\n".join(lines) + "\n"


def _understood(library: Library, words: Words, understanding: Understanding) -> str:
    best = understanding.matches[0]
    writer = Writer(library.policies[best.policy], words)
    lines = [words.say("Understood as: {title}", title=title(library, words, best.policy, best.topic))]
    for name, text in understanding.facts.items():
        value = writer.value(read(writer.policy.facts[name], text), name)
        lines.append(words.say("{label}: {day}", label=writer.label(name).text, day=value.text))
    return "\n".join([*lines, "", ""])


def _answered(library: Library, words: Words, best: Found, facts: Mapping[str, str], clock: Clock) -> str:
    policy = library.policies[best.policy]
    outcome = outcome_of(library, best.policy, best.topic, best.aspect or "", facts, today(policy, clock))
    return as_text(present(Writer(policy, words), outcome, facts), words)


def _choices(library: Library, words: Words, found: tuple[Found, ...]) -> str:
    lines: list[str] = [words.say("This could be about:")]
    for one in found:
        aspects = [one.aspect] if one.aspect else library.policies[one.policy].topics[one.topic].aspects
        lines.append(f"- {title(library, words, one.policy, one.topic)}")
        lines += [f"    policy-assistant decide {one.policy}/{one.topic}/{aspect}" for aspect in aspects]
    return "\n".join(lines) + "\n"


def drawn(settings: Settings, words: Words, topic: str, aspect: str | None) -> str:
    """
    The flowcharts of a topic's questions, or of one of them.

    Raises:
        Usage: the topic is not written as `policy/topic`.
        UnknownPage: no such policy, topic or aspect.
    """
    policy_id, slash, topic_id = topic.partition("/")
    if not slash:
        raise Usage(words.say("Write policy/topic, such as licence-desk/hwkc-replacement."))
    library = load_policy(settings, policy_id)
    policy = library.policies[policy_id]
    if topic_id not in policy.topics:
        raise UnknownPage("topic", topic_id, tuple(policy.topics))
    aspects = (find(library, policy_id, topic_id, aspect)[1],) if aspect else policy.topics[topic_id].aspects
    return "\n".join(draw(Writer(policy, words), topic_id, one) for one in aspects)


KINDS = {"policy": N_("policy"), "topic": N_("topic"), "aspect": N_("question"), "language": N_("language")}


def complaint(error: UnknownPage, words: Words) -> str:
    """What was not found, and what there is instead."""
    kind, there_is = words.say(KINDS[error.kind]), ", ".join(error.near)
    if guess := alike(error.name, error.near):
        return words.say("There is no {kind} called “{name}”. Did you mean “{guess}”?", kind=kind, name=error.name,
                         guess=guess)  # fmt: skip
    return words.say("There is no {kind} called “{name}”. There is: {near}", kind=kind, name=error.name, near=there_is)
