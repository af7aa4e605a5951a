"""`match-batch`: many questions, matched to topics; `now` is a local moment on the policy's own clock."""

import datetime as dt
from functools import partial

from assistant.cli.files import Kind, command_of
from assistant.cli.lines import Case
from assistant.cli.output import Record
from assistant.cli.spread import Handle
from assistant.decide import FactFault, read_moment
from assistant.decide.cases import strangers, text_in
from assistant.errors import Refusal
from assistant.match.understanding import Understands
from assistant.matching import load_matcher
from assistant.model.policy import Library
from assistant.present.answer.records import invalid_record, understood
from assistant.settings import Settings

KEYS = ("id", "q", "lang", "now")
MATCHED = ("id", "matches", "facts", "offered", "on", "noticed", "contacts", "confident", "status", "errors")


def matching(library: Library, known: Settings, moment: dt.datetime) -> Handle:
    """What matches a question, at this moment where it names none."""
    return partial(_matched, load_matcher(known, library), moment)


def _matched(matcher: Understands, moment: dt.datetime, case: Case) -> Record:
    faults = list(strangers(case, KEYS))
    question = text_in(case, "q", faults)
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
            "noticed": [],
            "contacts": [],
            "confident": False,
            **invalid_record(tuple(faults)),
        }
    return understood(question, matcher.understand(question, moment))


QUESTIONS = Kind(None, frozenset({"q"}), MATCHED, matching)
match_batch = command_of("match-batch", QUESTIONS)
