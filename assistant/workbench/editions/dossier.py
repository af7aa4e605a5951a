"""
The dossier of an edition, for whoever approves it: everything that it answers, by topic and path, in all languages side
by side, on paper, and in front what changed since the edition that was approved last.
"""

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace
from itertools import takewhile
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from assistant.decide import Answer
from assistant.i18n import N_
from assistant.i18n.fill import Rendered
from assistant.i18n.words import key_of
from assistant.library.editions import edition_path, list_editions, read_edition
from assistant.library.publications import Spoken, approval_of, beside, read_beside
from assistant.model.edition import Approval, Edition, Translations, named
from assistant.model.policy import Policy
from assistant.model.rule import Aspect
from assistant.model.topic import Topic
from assistant.present.answer.page import answer_view
from assistant.present.policy.changed import approval_text, changes_records
from assistant.present.question import topic_question
from assistant.present.share.document import Piece, document, reading
from assistant.present.share.feed import told as change_lines
from assistant.present.share.writing import pieces_html
from assistant.present.writer import Writer
from assistant.workbench.catalogues.texts import texts
from assistant.workbench.check.paths import Path as Walked
from assistant.workbench.check.walk import walk
from assistant.workbench.editions.difference import Difference, difference
from assistant.workbench.editions.news import changes_told


def dossier(folder: Path, policy: Policy, spoken: Spoken, translations: Translations, today: dt.date) -> str:
    """
    The document, in HTML that needs nothing else. `folder` is the policy's, with its frozen editions; `translations`
    are those of its sentences at present.
    """
    own, now = policy.about.language, Edition(policy, translations)
    sides = [Writer(policy, spoken[lang]) for lang in sorted(spoken, key=lambda lang: lang != own)]
    approved = _since_approved(folder, now)
    then = approved[1] if approved else None
    found = difference(then.policy, policy, (then.translations, translations)) if then else None
    environment = Environment(
        loader=FileSystemLoader(Path(__file__).parent),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        keep_trailing_newline=True,
    )
    environment.globals["N_"] = N_
    return environment.get_template("dossier.html").render(
        sides=sides,
        title=sides[0].words.say("{label}: {value}", label=sides[0].text(policy.about.title), value=policy.edition),
        approval=approval_of(folder, policy, spoken),
        found=found,
        changed=[*_changed(sides, found, approved, now, today)] if found and approved else (),
        sentences=_sentences(sides, found, then.translations, translations) if found and then else (),
        readings=[_readings(one) for one in sides if policy.about.readings],
        topics=_answers(sides),
        document_of=_document,
        approval_text=approval_text,
        topic_question=topic_question,
    )


def _document(one: Writer) -> Rendered:
    """Which document it is, with its reference and its date, and which edition of the policy."""
    about, edition = one.policy.about.document, one.policy.edition
    title = one.text(about.title)
    named = one.words.say("{label}: {value}", label=about.reference, value=title) if about.reference else title
    if about.date is None:
        return one.words.say("Document: {title}. Edition {edition}.", title=named, edition=edition)
    return one.words.say(
        "Document: {title}, {day}. Edition {edition}.", title=named, day=one.day(about.date), edition=edition
    )


def _since_approved(folder: Path, now: Edition) -> tuple[str, Edition] | None:
    """The edition that was approved last, by its name; None where none was before the present one."""
    for name in reversed(list_editions(folder)):
        if named(name).edition != now.policy.edition and read_beside(beside(folder, "approvals", name), Approval):
            return name, read_edition(edition_path(folder, name))
    return None


def _changed(
    sides: list[Writer], found: Difference, approved: tuple[str, Edition], now: Edition, today: dt.date
) -> Iterator[list[str]]:
    """What changed since, line by line, in each language."""
    spoken = {one.language.id: one.words for one in sides}
    changes = changes_told(found, approved, (now.policy.edition, now), spoken, today)
    for one in sides:
        (view,) = changes_records(one, [changes], lambda path, pairs: path)
        yield list(change_lines(view, one.words, ""))


def _sentences(
    sides: list[Writer], found: Difference, before: Translations, after: Translations
) -> Iterator[tuple[str, list[tuple[str | None, str]]]]:
    """Each sentence that was rewritten, came or went, as it reads in every language, with what it was."""
    own = found.now.about.language
    then, now = ({text.context: text.source for text in texts(policy)} for policy in (found.then, found.now))

    def said(path: str, source: str | None, lang: str, translations: Translations) -> str | None:
        return translations.get(lang, {}).get(key_of(path, source), source) if source and lang != own else source

    for path in dict.fromkeys(one.path for one in found.reworded):
        cells = []
        for one in sides:
            was = said(path, then.get(path), one.language.id, before)
            became = said(path, now.get(path), one.language.id, after)
            cells.append((became, one.words.say("Before: {then}", then=was) if was and was != became else ""))
        yield path, cells


def _readings(one: Writer) -> Markup:
    return pieces_html((Piece("item", reading(one.words, view), view.id) for view in one.readings()), one.words)


Questions = list[tuple[Aspect, list[tuple[Walked, list[Markup]]]]]
"""Of a topic, each with the paths to its answers, and these in every language."""


def _answers(sides: list[Writer]) -> Iterator[tuple[Topic, Questions]]:
    """Each topic's questions, each with an answer of every rule that a path reaches, with each set of its notes."""
    policy = sides[0].policy
    found: dict[tuple[str, str], list[tuple[Walked, list[Markup]]]] = {}
    for path in walk(policy).noted.values():
        answers = [pieces_html(_pieces(one, path), one.words) for one in sides]
        found.setdefault((path.topic, path.aspect), []).append((path, answers))
    for topic in policy.topics.values():
        yield topic, [(aspect, found.get((topic.id, aspect), [])) for aspect in topic.aspects]


def _pieces(writer: Writer, path: Walked) -> Iterator[Piece]:
    """What is answered, less what stands on every answer: contacts, other questions and the source."""
    if not isinstance(path.outcome, Answer):
        raise TypeError("only answers are kept with their notes")
    noon = dt.datetime.combine(path.on, dt.time(12), dt.UTC)
    view = replace(answer_view(writer, path.outcome, noon, (), path.facts), contacts=(), tiles=())
    source = writer.words.say("Source")
    return takewhile(lambda piece: (piece.kind, piece.text) != ("heading", source), document(view, writer.words))
