"""What an earlier edition says of a question, for the pages and the API."""

import datetime as dt
from collections.abc import Mapping

from assistant.content.editions import Edition
from assistant.i18n.former import former_words
from assistant.model.policy import Policy
from assistant.present.editions import EditionView, compared, former_answer
from assistant.present.views import AnswerView
from assistant.web.api_records import ClauseChangeRecord, ThenRecord
from assistant.web.form import read_form
from assistant.web.query import BadRequest
from assistant.web.site import Site


def edition_named(site: Site, policy: Policy, name: str | None) -> Edition | None:
    """The earlier edition of this name; None where none is named, it is today's, or it is not known."""
    return site.earlier(policy.id, name) if name not in (None, policy.edition) and name else None


def edition_view(site: Site, lang: str, policy: Policy, place: tuple[str, str], edition: str | None,
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
    words = site.words[lang]
    former = former_words(words, known.translations)
    then = former_answer(known.policy, former, *place, _facts(known.policy, given), on)
    return compared(known.policy, then, policy, now, words, former)


def _facts(policy: Policy, given: Mapping[str, str]) -> Mapping[str, str]:
    """The facts that this edition knows; none where they cannot be read."""
    try:
        return read_form(policy, given).facts
    except BadRequest:
        return {}


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
