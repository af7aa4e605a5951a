"""`match-batch`: many questions, matched to topics."""

from pathlib import Path

import click

from assistant.cli.files import SOURCE, TARGET, Kind, answer_lines
from assistant.cli.lines import Case
from assistant.cli.output import Record
from assistant.cli.terminal import COMMANDS, Command, Terminal
from assistant.decide import FactFault, read_moment
from assistant.decide.cases import strangers, text_in
from assistant.errors import Refusal
from assistant.loading import load_library, now
from assistant.match.understanding import Understanding, Understands
from assistant.matching import load_matcher
from assistant.present.answer.records import invalid_record

KEYS = ("id", "q", "lang", "now")
MATCHED = ("id", "matches", "facts", "offered", "on", "contacts", "confident", "status", "errors")
QUESTIONS = Kind(None, frozenset({"q"}), MATCHED)


@click.command("match-batch", cls=Command, help=COMMANDS["match-batch"])
@SOURCE
@TARGET
@click.pass_obj
def match_batch(terminal: Terminal, source: Path, target: Path) -> int:
    """Matches each question of a file; `now` is a local moment on the policy's own clock."""
    matcher = load_matcher(terminal.known, load_library(terminal.known))
    return answer_lines(terminal, source, target, QUESTIONS, lambda case: _matched(matcher, case))


def _matched(matcher: Understands, case: Case) -> Record:
    faults = list(strangers(case, KEYS))
    question, moment = text_in(case, "q", faults), now()
    if "now" in case and (text := text_in(case, "now", faults)):
        try:
            moment = read_moment(text)
        except Refusal as refusal:
            faults.append(FactFault("now", refusal.reason, refusal.details))
    if faults:
        return {
            "matches": [],
            "facts": {},
            "offered": [],
            "contacts": [],
            "confident": False,
            **invalid_record(tuple(faults)),
        }
    return understood(question, matcher.understand(question, moment))


def understood(question: str, understanding: Understanding) -> Record:
    """What a question was understood as, by ids; `words` are its own, as typed."""
    return {
        "matches": [
            {"policy": m.policy, "topic": m.topic, "aspect": m.aspect, "score": round(m.score, 2), "phrase": m.phrase}
            for m in understanding.matches
        ],
        "facts": dict(understanding.facts),
        "offered": [
            {"fact": one.fact, "values": list(one.values), "words": question[one.start : one.end], "why": one.why}
            for one in understanding.offered
        ],
        **({"on": understanding.day.isoformat()} if understanding.day else {}),
        "contacts": list(understanding.contacts),
        "confident": understanding.confident,
    }
