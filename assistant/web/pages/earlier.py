"""What an earlier edition says of a question, for the pages and the API."""

import datetime as dt
from collections.abc import Mapping

from assistant.model.edition import named
from assistant.model.policy import Policy
from assistant.model.rule import Aspect
from assistant.parsing import Speech
from assistant.present.answer.ask import aspect_named
from assistant.present.answer.editions import EditionView, compared, former_answer
from assistant.present.views import AnswerView
from assistant.present.writer import Writer
from assistant.web.frame.query import BadRequest
from assistant.web.frame.renamed import former
from assistant.web.frame.site import Site
from assistant.web.pages.form import read_form


def edition_view(
    site: Site,
    writer: Writer,
    place: tuple[str, Aspect],
    edition: str | None,
    given: Mapping[str, str],
    on: dt.date,
    now: AnswerView | None,
) -> EditionView | None:
    """
    The answer of the edition that a link names beside today's; None where it names none, or today's.

    `place` is the topic and the aspect; `given` are the parameters as they came: the edition may have known facts that
    are gone today.
    """
    if not edition or named(edition).edition == writer.policy.edition:
        return None
    known = site.edition(writer.policy, edition)
    if known is None:
        return EditionView(named(edition).edition, "unknown", None, now)
    was = Writer(known.policy, writer.words.before(known.translations))
    topic, aspect = place
    if then := former(given.get("was")):
        topic, aspect, given = then[0], aspect_named(then[1]) or aspect, then[2]
    facts, unknown = _said(site.speech, known.policy, given)
    return compared(was, former_answer(was, topic, aspect, facts, on, unknown, site.now()), writer, now)


def _said(speech: Speech, policy: Policy, given: Mapping[str, str]) -> tuple[Mapping[str, str], tuple[str, ...]]:
    """The facts that this edition knows, and those said to be unknown; none where they cannot be read."""
    try:
        form = read_form(speech, policy, given)
    except BadRequest:
        return {}, ()
    return form.told, form.unknown
