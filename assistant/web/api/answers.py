"""Cases from programs: strict reading of JSON, and records with ids and texts."""

import datetime as dt
import json
from collections.abc import Iterable, Iterator
from math import isfinite

from assistant.decide import Answer, FactFault, Invalid, Needs, Outcome, canonical
from assistant.decide.cases import Case, JsonNumber, decode, read_case
from assistant.decide.unknown import Told
from assistant.i18n import N_
from assistant.i18n.words import Words
from assistant.model.policy import Policy
from assistant.present.answer.ask import shown, told_of
from assistant.present.answer.editions import EditionView
from assistant.present.answer.records import counting, left_open, outcome_record, trace
from assistant.present.faults import details_of, fault_text
from assistant.present.question import NeedsView
from assistant.present.share.text import as_text
from assistant.web.api.records import AnswerRecord, ErrorRecord, ThenRecord
from assistant.web.frame.head import DEFAULT_LANGUAGE
from assistant.web.frame.query import BadRequest, address
from assistant.web.frame.site import Site

MOST_CASES = 1000
FAULTS = {
    "no-such-language": N_("There is no language called “{given}”."),
    "no-such-parameter": N_("There is no parameter called “{given}”."),
    "question-wanted": N_("Type your question."),
    "edition-wanted": N_("Give the edition as an answer names it, in small letters and digits."),
}
"""Faults of a request, beside those of facts."""


def read_cases(body: bytes) -> list[object]:
    """
    The cases of a request, each any JSON value, with numbers as `JsonNumber`.

    Raises:
        BadRequest: 400 where it is not JSON in UTF-8; 413 where there are too many; 422 where it is no list of cases.
    """
    try:
        found: object = decode(body)
        json.dumps(found, ensure_ascii=False).encode()
    except (ValueError, RecursionError):
        raise BadRequest(400, N_("This is not JSON in UTF-8, or a name stands in it twice.")) from None
    cases = found.get("cases") if isinstance(found, dict) else found
    if not isinstance(cases, list):
        raise BadRequest(422, N_("A list of cases is wanted."), "cases")
    if len(cases) > MOST_CASES:
        raise BadRequest(413, N_("Send at most 1,000 cases at once."), "cases")
    return cases


def answer_case(site: Site, raw: object) -> AnswerRecord:
    """One case of many; whatever is wrong with it stands in its own record."""
    given = raw if isinstance(raw, dict) else {}
    lang = given.get("lang", DEFAULT_LANGUAGE)
    case, faults = read_case(given)
    if not isinstance(lang, str) or lang not in site.languages:
        faults = (FactFault("lang", "no-such-language", {"given": str(lang)[:60]}), *faults)
        lang = DEFAULT_LANGUAGE
    known = Invalid(faults) if faults else None
    return answer(site, case, lang, known).model_copy(update={"id": _echoed(given.get("id"))})


def _echoed(given: object) -> str | int | float | bool | None:
    if isinstance(given, JsonNumber):
        number: int | float = json.loads(given[:30])
        return number if isfinite(number) else str(given)
    return given if isinstance(given, str | bool) else None


def answer(site: Site, case: Case, lang: str, outcome: Outcome | None = None) -> AnswerRecord:
    """A case decided and presented; `outcome` where it is known already."""
    writer, words = site.writers[lang].get(case.policy), site.words[lang]
    today = site.today(writer.policy) if writer else site.latest()
    place = case.policy, case.topic, case.aspect
    path = f"{site.public_url}/{lang}/{case.policy}/{case.topic}/{case.aspect}"
    on: str | dt.date = case.on if case.on is not None else today
    told = Told(outcome) if outcome else told_of(site.library, *place, case.facts, on, case.unknown)
    outcome = told.outcome
    if isinstance(outcome, Invalid) or writer is None:
        faults = outcome.faults if isinstance(outcome, Invalid) else ()
        return AnswerRecord(status="invalid", lang=lang, errors=error_records(faults, words))
    view = shown(writer, told, case.facts, case.unknown)
    if isinstance(view, tuple):
        raise TypeError("a valid outcome has a view")
    headline = view.question.question if isinstance(view, NeedsView) else view.headline
    record = {
        **outcome_record(outcome),
        "policy": outcome.policy,
        "topic": outcome.topic,
        "aspect": outcome.aspect,
        "on": outcome.on.isoformat(),
        "given": {name: canonical(value) for name, value in outcome.facts.items()},
        "lang": lang,
        "text": {"headline": headline, "plain": as_text(view, words)},
        "trace": trace(outcome),
        "counting": counting(outcome) if isinstance(outcome, Answer) else None,
        **left_open(outcome, view),
        "permalink": address(path, _lasting(writer.policy, case, outcome)),
    }
    return AnswerRecord.model_validate(record)


def _lasting(policy: Policy, case: Case, outcome: Answer | Needs) -> Iterator[tuple[str, str]]:
    """The parameters of a link that shows the same later."""
    yield from ((name, case.facts[name]) for name in policy.facts if name in case.facts)
    unknown = outcome.open if isinstance(outcome, Answer) else [name for name in policy.facts if name in case.unknown]
    if unknown:
        yield "unknown", ",".join(unknown)
    yield "on", outcome.on.isoformat()
    yield "edition", outcome.edition


def error_records(faults: Iterable[FactFault], words: Words) -> list[ErrorRecord]:
    """Every fault with its sentence."""
    return [
        ErrorRecord(name=one.name, reason=one.reason, details=details_of(one), text=_text(one, words)) for one in faults
    ]


def _text(fault: FactFault, words: Words) -> str:
    own = FAULTS.get(fault.reason)
    return words.say(own, **fault.details) if own else fault_text(fault, words)


def edition_record(view: EditionView) -> ThenRecord:
    """What an earlier edition says."""
    then, said = view.then, {}
    if then is not None:
        said = {
            "headline": then.headline,
            "verdict": then.verdict,
            "dates": {one.name: one.iso for one in then.dates},
            "values": {one.name: one.text for one in then.values},
            "notes": [note.id for note in then.notes],
        }
    clauses = [
        {
            "id": change.id,
            "change": change.kind,
            "then": change.was.gist if change.was else None,
            "now": change.now.gist if change.now else None,
        }
        for change in view.clauses
    ]
    known = {"edition": view.edition, "state": view.state, "different": list(view.different), "clauses": clauses}
    return ThenRecord.model_validate({**known, **said})
