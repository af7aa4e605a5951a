"""Answers for programs, and what their questions are understood as: records with ids and texts."""

import datetime as dt
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from pydantic import Field

from assistant.decide import Answer, FactFault, Invalid, Outcome
from assistant.decide.cases import Case, by_present_ids, renamed_ids
from assistant.decide.unknown import Told
from assistant.i18n import N_
from assistant.i18n.words import Words
from assistant.match.understanding import Found, Understanding
from assistant.model.edition import named
from assistant.model.rule import Aspect
from assistant.present.answer.ask import View, aspect_named, shown, told_of
from assistant.present.answer.editions import EditionView
from assistant.present.answer.page import answer_view
from assistant.present.answer.records import (
    counting,
    find_present,
    given_record,
    left_open,
    match_record,
    outcome_record,
    trace,
    understood,
)
from assistant.present.faults import details_of, fault_text, shortened
from assistant.present.question import NeedsView
from assistant.present.share.writing import as_text
from assistant.present.views import AnswerView
from assistant.present.writer import Writer
from assistant.web.api.records import AnswerRecord, ApiRecord, ErrorRecord, ThenRecord
from assistant.web.frame.query import address
from assistant.web.frame.site import Site
from assistant.web.pages.earlier import edition_view
from assistant.web.pages.form import in_order
from assistant.web.pages.place import lasting

FAULTS = {
    "no-such-language": N_("There is no language called “{given}”."),
    "no-such-parameter": N_("There is no parameter called “{given}”."),
    "question-wanted": N_("Type your question."),
    "edition-wanted": N_("Give the edition as an answer names it, in small letters and digits."),
    "too-many-clauses": N_("Ask for at most {most} clauses at once."),
}
"""Faults of a request, beside those of facts."""


class Asked(NamedTuple):
    """
    A case that was asked: what came of it, how that is shown, and who writes it; no view where it is invalid. The case
    is by the ids of today; `renamed` are the former ones that it came with, each with its own.
    """

    told: Told
    view: View | None
    writer: Writer | None
    case: Case
    renamed: Mapping[str, str]


def asked(site: Site, case: Case, lang: str, outcome: Outcome | None = None) -> Asked:
    """A case decided and shown, by former ids too; `outcome` where it is known already."""
    case, renamed = by_present_ids(site.library, case), renamed_ids(site.library, case)
    writer = site.writers[lang].get(case.policy)
    on: str | dt.date = case.on if case.on is not None else site.today(writer.policy) if writer else site.latest()
    place = case.policy, case.topic, case.aspect
    told = Told(outcome) if outcome else told_of(site.library, *place, case.facts, on, case.unknown)
    if writer is None or isinstance(told.outcome, Invalid):
        return Asked(told, None, writer, case, renamed)
    # The topic's other questions, which pages show, are not worked out for programs.
    if isinstance(told.outcome, Answer):
        view: View = answer_view(writer, told.outcome, site.now(), (), case.facts)
    else:
        view = shown(writer, told, case.facts, case.unknown, site.now())
    return Asked(told, view, writer, case, renamed)


def answer(site: Site, case: Case, lang: str, outcome: Outcome | None = None) -> AnswerRecord:
    """A case decided and presented; `outcome` where it is known already."""
    return answer_record(site, lang, asked(site, case, lang, outcome))


def answer_record(site: Site, lang: str, found: Asked) -> AnswerRecord:
    """What came of a case."""
    (outcome, _), view, writer, case, renamed = found
    words = site.words[lang]
    if isinstance(outcome, Invalid) or writer is None or view is None:
        faults = outcome.faults if isinstance(outcome, Invalid) else ()
        return AnswerRecord(status="invalid", lang=lang, errors=error_records(faults, words))
    if isinstance(view, tuple):
        raise TypeError("a valid outcome has a view")
    headline = view.question.question if isinstance(view, NeedsView) else view.headline
    path = f"{site.public_url}/{lang}/{case.policy}/{case.topic}/{case.aspect}"
    policy, facts = writer.policy, in_order(writer.policy, case.facts)
    unknown = (
        outcome.unknown if isinstance(outcome, Answer) else [name for name in policy.facts if name in case.unknown]
    )
    record = {
        **outcome_record(outcome),
        "policy": outcome.policy,
        "topic": outcome.topic,
        "aspect": outcome.aspect,
        "on": outcome.on.isoformat(),
        "given": given_record(outcome),
        "renamed": renamed or None,
        "lang": lang,
        "text": {"headline": headline, "plain": as_text(view, words)},
        "trace": trace(outcome),
        "counting": counting(outcome) if isinstance(outcome, Answer) else None,
        "today": site.today(writer.policy).isoformat(),
        "passed": [one.name for one in view.dates if one.passed] if isinstance(view, AnswerView) else None,
        **left_open(outcome, view),
        "permalink": address(path, lasting(facts, unknown, outcome.on.isoformat(), site.lasting(writer.policy))),
    }
    return AnswerRecord.model_validate(record)


def answer_then(site: Site, case: Case, lang: str, name: str) -> AnswerRecord:
    """
    The same, with what the edition of this name says in `then` where it is not today's. Facts that only the edition
    knows are no fault.

    Raises `UnknownPage`, and `TooNew` where the edition has not come here yet.
    """
    present, known, aspect = find_present(site.library, case)
    edition = site.edition(known, name)
    gone = edition.policy.facts.keys() - known.facts.keys() if edition else set()
    gone -= {name for name in case.facts if name not in present.facts}
    found = asked(site, case._replace(facts={name: case.facts[name] for name in case.facts if name not in gone}), lang)
    record = answer_record(site, lang, found)
    if record.errors is not None or found.writer is None or named(name).edition == known.edition:
        return record
    given = {**case.facts, "unknown": ",".join(case.unknown)}
    on, now = dt.date.fromisoformat(record.on or ""), found.view if isinstance(found.view, AnswerView) else None
    then = case.topic, aspect_named(case.aspect) or aspect
    view = edition_view(site, found.writer, then, name, given, on, now)
    return record.model_copy(update={"then": edition_record(view) if view else None})


def error_records(faults: Iterable[FactFault], words: Words) -> list[ErrorRecord]:
    """Every fault with its sentence."""
    return [
        ErrorRecord(name=shortened(one.name), reason=one.reason, details=details_of(one), text=_text(one, words))
        for one in faults
    ]


def _text(fault: FactFault, words: Words) -> str:
    own = FAULTS.get(fault.reason)
    return words.say(own, **details_of(fault)) if own else fault_text(fault, words)


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


class MatchRecord(ApiRecord):
    """A topic that a question may be about; `aspect` is null where nothing tells it."""

    policy: str
    topic: str
    aspect: Aspect | None
    score: float
    phrase: str
    title: str


class OfferedRecord(ApiRecord):
    """A fact that the question may state, and does not simply say: a person chooses among its values, or tells it."""

    fact: str
    values: list[str] = Field(description="What may be meant, as canonical text; empty where only the fact is told.")
    words: str = Field(description="The words of the question that it stands on, as typed.")
    why: str = Field(
        description="`asked`, `unsure`, `former`, `coming`, `other`, `range`, `about`, `limit`, `several`, `open`."
    )


class MatchesRecord(ApiRecord):
    """What a question was understood as: nothing where no topic answers it."""

    matches: list[MatchRecord]
    facts: dict[str, str] = Field(description="Facts that the question states, for the first match's policy.")
    offered: list[OfferedRecord] = Field(description="Facts that it may state; no answer counts on them.")
    on: str | None = Field(description="The day that is asked about, where the question names one of no fact.")
    noticed: list[str] = Field(description="Its words for days, times and amounts that count for nothing of this.")
    contacts: list[str] = Field(description="The policies whose people are asked for.")
    confident: bool


def matches_record(writers: Mapping[str, Writer], question: str, found: Understanding) -> MatchesRecord:
    """What a question was understood as; `writers` are by policy."""

    def title(one: Found) -> str:
        writer = writers[one.policy]
        return writer.text(writer.policy.topics[one.topic].title)

    matches = [{**match_record(one), "title": title(one)} for one in found.matches]
    return MatchesRecord.model_validate({"on": None, **understood(question, found), "matches": matches})
