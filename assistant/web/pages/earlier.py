"""What an earlier edition says of a question, for the pages and the API."""

import datetime as dt
from collections.abc import Mapping

from assistant.i18n.words import Words
from assistant.library.editions import Edition
from assistant.model.policy import Policy
from assistant.present.answer.editions import EditionView, compared, former_answer
from assistant.present.views import AnswerView
from assistant.web.api.records import ClauseChangeRecord, ThenRecord
from assistant.web.frame.query import BadRequest
from assistant.web.frame.site import Site
from assistant.web.pages.form import read_form


def edition_named(site: Site, policy: Policy, name: str | None) -> Edition | None:
    """The earlier edition of this name; None where none is named, it is today's, or it is not known."""
    return site.earlier(policy.id, name) if name not in (None, policy.edition) and name else None


def edition_view(site: Site, words: Words, policy: Policy, place: tuple[str, str], edition: str | None,
                 given: Mapping[str, str], on: dt.date, now: AnswerView | None) -> EditionView | None:  # fmt: skip
    """
    The answer of the edition that a link names beside today's; None where it names none, or today's.

    `place` is the topic and the aspect; `given` are the parameters as they came: the edition may have known facts that
    are gone today.
    """
    if edition is None or edition == policy.edition:
        return None
    known = edition_named(site, policy, edition)
    if known is None:
        return EditionView(edition, "unknown", None, now)
    former = words.before(known.translations)
    facts, unknown = _said(known.policy, given)
    then = former_answer(known.policy, former, *place, facts, on, unknown)
    return compared(known.policy, then, policy, now, words, former)


def _said(policy: Policy, given: Mapping[str, str]) -> tuple[Mapping[str, str], tuple[str, ...]]:
    """The facts that this edition knows, and those said to be unknown; none where they cannot be read."""
    try:
        form = read_form(policy, given)
    except BadRequest:
        return {}, ()
    return form.facts, form.unknown


def edition_record(view: EditionView) -> ThenRecord:
    """The same for programs."""
    then, said = view.then, {}
    if then is not None:
        said = {
            "headline": then.headline.text, "verdict": then.verdict, "dates": {d.name: d.iso for d in then.dates},
            "values": {v.name: v.text for v in then.values}, "notes": [note.id for note in then.notes],
        }  # fmt: skip
    clauses = [
        ClauseChangeRecord(
            id=change.id, change=change.kind,
            then=change.was.gist.text if change.was else None, now=change.now.gist.text if change.now else None,
        )
        for change in view.clauses
    ]  # fmt: skip
    known = {"edition": view.edition, "state": view.state, "different": list(view.different), "clauses": clauses}
    return ThenRecord.model_validate({**known, **said})
