"""Cases from programs: strict reading of JSON, and records with ids and texts."""

import datetime as dt
import json
from collections.abc import Sequence
from math import isfinite

from assistant.decide import Answer, FactFault, Invalid, Outcome, canonical
from assistant.decide.cases import Case, JsonNumber, decode, read_case
from assistant.decide.unknown import Told
from assistant.i18n import N_
from assistant.i18n.words import Words
from assistant.present import as_text, counting, fault_text, outcome_record, shown, told_of, trace
from assistant.present.answer.page import details_of
from assistant.present.answer.possible import OpenView
from assistant.present.answer.records import left_open
from assistant.present.views import AnswerView, NeedsView
from assistant.web.api.records import AnswerRecord, ErrorRecord
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
    policy = site.library.policies.get(case.policy)
    words = site.words[lang]
    today = site.today(policy) if policy else site.latest()
    on: str | dt.date = case.on if case.on is not None else today
    told = Told(outcome) if outcome else told_of(
        site.library, case.policy, case.topic, case.aspect, case.facts, on, case.unknown
    )  # fmt: skip
    outcome = told.outcome
    if isinstance(outcome, Invalid) or policy is None:
        return _invalid(outcome if isinstance(outcome, Invalid) else Invalid(()), words)
    view = shown(policy, told, case.facts, case.unknown, words)
    if isinstance(view, tuple):
        raise TypeError("a valid outcome has a view")
    path = f"/{lang}/{outcome.policy}/{outcome.topic}/{outcome.aspect}"
    said = [(name, case.facts[name]) for name in policy.facts if name in case.facts]
    unknown = outcome.open if isinstance(outcome, Answer) else tuple(n for n in policy.facts if n in case.unknown)
    if unknown:
        said.append(("unknown", ",".join(unknown)))
    lasting = [*said, ("on", outcome.on.isoformat()), ("edition", outcome.edition)]
    return AnswerRecord.model_validate(
        {
            **outcome_record(outcome), "policy": outcome.policy, "topic": outcome.topic, "aspect": outcome.aspect,
            "on": outcome.on.isoformat(), "given": {n: canonical(v) for n, v in outcome.facts.items()},
            "lang": lang, "text": {"headline": _headline(view), "plain": as_text(view, words)},
            "trace": trace(outcome), "counting": counting(outcome) if isinstance(outcome, Answer) else None,
            **left_open(outcome, view),
            "permalink": site.public_url + address(path, lasting),
        }
    )  # fmt: skip


def _headline(view: AnswerView | NeedsView | OpenView) -> str:
    return view.question.question.text if isinstance(view, NeedsView) else view.headline.text


def _invalid(outcome: Invalid, words: Words) -> AnswerRecord:
    return AnswerRecord(status="invalid", lang=words.language.id, errors=error_records(outcome.faults, words))


def error_records(faults: Sequence[FactFault], words: Words) -> list[ErrorRecord]:
    """Every fault with its sentence."""
    return [
        ErrorRecord(
            name=fault.name, reason=fault.reason, details=details_of(fault),
            text=words.say(FAULTS[fault.reason], **fault.details) if fault.reason in FAULTS
            else fault_text(fault.reason, details_of(fault), words),
        )
        for fault in faults
    ]  # fmt: skip
