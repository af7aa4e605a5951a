"""`decide`: one question of a topic, answered from facts."""

import json
from collections.abc import Iterable, Mapping, Sequence

import click

from assistant.cli.terminal import COMMANDS, JSON, LANG, WRONG, Command, Terminal
from assistant.decide import Answer, Invalid, Needs
from assistant.decide.cases import Case, renamed_ids
from assistant.decide.unknown import Told
from assistant.errors import Refusal, Usage, told
from assistant.i18n import N_
from assistant.loading import load_policy, now, today
from assistant.matching import load_speech
from assistant.model.policy import Policy
from assistant.parsing import Speech
from assistant.parsing import canonical as canonical_of
from assistant.present.answer.ask import shown, told_of
from assistant.present.answer.records import counting, find_present, given_record, left_open, outcome_record, trace
from assistant.present.share.writing import as_text
from assistant.present.writer import Writer


@click.command("decide", cls=Command, help=COMMANDS["decide"])
@click.argument("place", help=N_("policy/topic/aspect; the aspect is free, due or covered."))
@click.argument("facts", nargs=-1, help=N_("Facts, as name=value."))
@click.option("--on", help=N_("The day asked about, YYYY-MM-DD; today if left out."))
@click.option("--unknown", multiple=True, help=N_("A fact that is not known; may be given several times."))
@LANG
@JSON
def decide(
    terminal: Terminal,
    place: str,
    facts: Sequence[str],
    on: str | None,
    unknown: Sequence[str],
    lang: str | None,
    as_json: bool,
) -> int:
    """
    Prints the answer, or what is wrong with what was given; what is still possible where something unknown matters.

    People's values are read as they type them; a program's are canonical.
    """
    words, (policy_id, topic, aspect) = terminal.speaking(lang), _place(place)
    library = load_policy(terminal.known, policy_id)
    sent = Case(policy_id, topic, aspect, _facts(facts), on, tuple(unknown))
    (case, policy, _), renamed = find_present(library, sent), renamed_ids(library, sent)
    given = case.facts if as_json else _typed(load_speech(terminal.known), policy, case.facts)
    asked = on if on is not None else today(policy)
    found = told_of(library, case.policy, case.topic, case.aspect, given, asked, case.unknown)
    view = shown(Writer(policy, words), found, given, case.unknown, now())
    if as_json:
        click.echo(json.dumps(_record(found, view) | ({"renamed": renamed} if renamed else {}), ensure_ascii=False))
    else:
        for then, present in renamed.items():
            click.echo(words.say("“{then}” is called “{now}” today.", then=then, now=present), err=True)
        click.echo(as_text(view, words), nl=False)
    return WRONG if isinstance(found.outcome, Invalid) else 0


def _place(text: str) -> tuple[str, str, str]:
    parts = text.split("/")
    if len(parts) != 3:
        raise Usage(told("Write policy/topic/aspect, such as licence-desk/hwkc-replacement/free."))
    return parts[0], parts[1], parts[2]


def _facts(pairs: Iterable[str]) -> dict[str, str]:
    facts: dict[str, str] = {}
    for pair in pairs:
        name, equals, value = pair.partition("=")
        if not equals:
            raise Usage(told("“{pair}” is not a fact. Write name=value, such as swa=active.", pair=pair))
        if name in facts:
            raise Usage(told("The fact “{name}” is given twice.", name=name))
        facts[name] = value
    return facts


def _typed(speech: Speech, policy: Policy, facts: Mapping[str, str]) -> dict[str, str]:
    """Values as people type them in canonical form; what cannot be read is left for the engine to refuse."""
    found = dict(facts)
    for name in facts.keys() & policy.facts.keys():
        try:
            found[name] = canonical_of(speech, policy.facts[name], facts[name])
        except Refusal:
            continue
    return found


def _record(found: Told, view: object) -> dict[str, object]:
    outcome = found.outcome
    record: dict[str, object] = {**outcome_record(outcome), **left_open(outcome, view)}
    if isinstance(outcome, Answer | Needs):
        record |= {"on": outcome.on.isoformat(), "facts": given_record(outcome)}
        record["trace"] = trace(outcome)
    if isinstance(outcome, Answer):
        record["counting"] = counting(outcome)
    return record
