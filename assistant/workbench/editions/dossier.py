"""
The dossier of an edition, for whoever approves it: everything that it answers, by topic and path, in all languages side
by side, on paper, and in front what changed since the edition that was approved last.
"""

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import takewhile
from pathlib import Path

from markupsafe import Markup, escape

from assistant.decide import Answer
from assistant.i18n import N_
from assistant.i18n.fill import Rendered
from assistant.i18n.words import Words, key_of
from assistant.library.editions import edition_path, list_editions, read_edition
from assistant.library.publications import Spoken, approval_of, beside, read_beside
from assistant.model.edition import Edition, Translations, named
from assistant.model.policy import Policy
from assistant.model.publication import Approval
from assistant.present.answer.page import answer_view
from assistant.present.policy.changed import approval_text, changes_records
from assistant.present.question import topic_question
from assistant.present.share.document import Piece, document, reading
from assistant.present.share.feed import told as change_lines
from assistant.present.share.html import pieces_html
from assistant.present.writer import Writer
from assistant.workbench.catalogues.texts import texts
from assistant.workbench.check.paths import Path as Walked
from assistant.workbench.check.walk import walk
from assistant.workbench.editions.difference import Difference, difference
from assistant.workbench.editions.news import changes_told

STYLE = Markup("""
@page { size: A4; margin: 14mm 12mm; }
body { font: 9pt/1.45 system-ui, sans-serif; margin: 0 auto; max-width: 1100px; padding: 0 8px; }
h1 { font-size: 17pt; } h2 { font-size: 13pt; margin: 14pt 0 4pt; border-bottom: 1px solid; } h3 { font-size: 10.5pt; }
h1, h2, h3, .path { break-after: avoid; } p, ul, ol { margin: 0 0 3pt; } ul, ol { padding-inline-start: 14pt; }
.sides { display: grid; grid-auto-columns: minmax(0, 1fr); grid-auto-flow: column; gap: 12pt; overflow-wrap: anywhere; }
.case { border-top: 1px solid #999; padding: 4pt 0; } .path { font-size: 8pt; color: #444; overflow-wrap: anywhere; }
.signed { border: 1px solid; padding: 8pt; margin-top: 14pt; break-inside: avoid; } .signed p { margin-bottom: 16pt; }
@media (max-width: 700px) { .sides { grid-auto-flow: row; } }
""")
HEADINGS = {
    "h2": Markup("<h2 lang={}>{}</h2>"), "h3": Markup("<h3 lang={}>{}</h3>"), "p": Markup("<p lang={}>{}</p>"),
}  # fmt: skip
PAGE = Markup(
    '<!doctype html>\n<html lang="{lang}" dir="{dir}">\n<head>\n<meta charset="utf-8">\n'
    '<meta name="viewport" content="width=device-width, initial-scale=1">\n<title>{title}</title>\n'
    "<style>{style}</style>\n</head>\n<body>\n<main>\n{body}\n</main>\n</body>\n</html>\n"
)


def dossier(folder: Path, policy: Policy, spoken: Spoken, translations: Translations, today: dt.date) -> str:
    """
    The document, in HTML that needs nothing else. `folder` is the policy's, with its frozen editions; `translations`
    are those of its sentences at present.
    """
    own = policy.about.language
    order = sorted(spoken, key=lambda lang: lang != own)
    sides = [Writer(policy, spoken[lang]) for lang in order]
    first, now = sides[0], Edition(policy, translations)
    parts = [
        _front(sides, approval_of(folder, policy, spoken)),
        *_changed(sides, _since_approved(folder, now), now, today),
        _readings(sides),
        *_answers(sides),
        _signature(sides),
    ]
    title = first.words.say("{label}: {value}", label=first.text(policy.about.title), value=policy.edition)
    body = Markup("\n").join(parts)
    return PAGE.format(lang=own, dir=first.language.direction, title=title, style=STYLE, body=body)


def _sides(cells: Iterable[Markup]) -> Markup:
    return Markup('<div class="sides">{}</div>').format(Markup("").join(cells))


def _each(sides: Iterable[Writer], tag: str, sentence: str) -> Markup:
    """A sentence of ours in every language."""
    form = HEADINGS[tag]
    return _sides(form.format(one.language.id, one.words.say(sentence)) for one in sides)


def _front(sides: list[Writer], approval: Approval | None) -> Markup:
    cells = (
        Markup("<div lang={}><h1>{}</h1><p>{}</p><p>{}</p><p>{}</p></div>").format(
            one.words.language.id,
            one.text(one.policy.about.title),
            one.words.say("Everything that this edition answers, for whoever approves it."),
            _document(one),
            approval_text(one, approval),
        )
        for one in sides
    )  # fmt: skip
    return _sides(cells)


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
    sides: list[Writer], approved: tuple[str, Edition] | None, now: Edition, today: dt.date
) -> Iterator[Markup]:
    yield _each(sides, "h2", N_("What changed since the last approved edition"))
    if approved is None:
        yield _each(sides, "p", N_("No earlier edition was approved: all of it is new."))
        return
    name, then = approved
    found = difference(then.policy, now.policy, (then.translations, now.translations))
    spoken = {one.language.id: one.words for one in sides}
    changes = changes_told(found, (name, then), (now.policy.edition, now), spoken, today)
    cells = []
    for one in sides:
        (view,) = changes_records(one, [changes], lambda path, pairs: path)
        lines = (Markup("<p>{}</p>").format(line) for line in change_lines(view, one.words, "") if line)
        cells.append(Markup("<div lang={}>{}</div>").format(one.words.language.id, Markup("\n").join(lines)))
    yield _sides(cells)
    if found.reworded:
        yield _each(sides, "h3", N_("Words alone, which change no answer"))
        yield from _sentences(sides, found, then.translations, now.translations)


def _sentences(sides: list[Writer], found: Difference, before: Translations, after: Translations) -> Iterator[Markup]:
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
            earlier = one.words.say("Before: {then}", then=was) if was and was != became else ""
            paragraphs = (Markup("<p>{}</p>").format(text) for text in (became, earlier) if text)
            cells.append(Markup("<div lang={}>{}</div>").format(one.language.id, Markup("").join(paragraphs)))
        yield Markup('<section><p class="path">{}</p>{}</section>').format(path, _sides(cells))


def _readings(sides: list[Writer]) -> Markup:
    if not sides[0].policy.about.readings:
        return Markup("")
    cells = []
    for one in sides:
        pieces = (Piece("item", reading(one.words, view), view.id) for view in one.readings())
        cells.append(pieces_html(pieces, one.words))
    return _each(sides, "h2", N_("Where the document can be read in different ways")) + _sides(cells)


def _answers(sides: list[Writer]) -> Iterator[Markup]:
    """Each topic's questions, each with an answer of every rule that a path reaches, with each set of its notes."""
    policy = sides[0].policy
    found: dict[tuple[str, str], list[Walked]] = {}
    for path in walk(policy).noted.values():
        found.setdefault((path.topic, path.aspect), []).append(path)
    for topic in policy.topics.values():
        yield _sides(HEADINGS["h2"].format(one.language.id, one.text(topic.title)) for one in sides)
        for aspect in topic.aspects:
            yield _sides(HEADINGS["h3"].format(one.language.id, topic_question(one, topic.id, aspect)) for one in sides)
            yield from (_case(sides, path) for path in found.get((topic.id, aspect), ()))


def _case(sides: list[Writer], path: Walked) -> Markup:
    cells = (pieces_html(_pieces(one, path), one.words) for one in sides)
    return Markup('<section class="case"><p class="path">{}</p>{}</section>').format(escape(str(path)), _sides(cells))


def _pieces(writer: Writer, path: Walked) -> Iterator[Piece]:
    """What is answered, less what stands on every answer: contacts, other questions and the source."""
    if not isinstance(path.outcome, Answer):
        raise TypeError("only answers are kept with their notes")
    noon = dt.datetime.combine(path.on, dt.time(12), dt.UTC)
    view = replace(answer_view(writer, path.outcome, noon, (), path.facts), contacts=(), tiles=())
    source = writer.words.say("Source")
    return takewhile(lambda piece: (piece.kind, piece.text) != ("heading", source), document(view, writer.words))


def _signature(sides: list[Writer]) -> Markup:
    lines = (N_("Name"), N_("Role"), N_("Day"), N_("Signature"))
    cells = (
        Markup("<div lang={}>{}</div>").format(
            one.words.language.id, Markup("").join(_line(one.words, name) for name in lines)
        )
        for one in sides
    )
    return Markup('<div class="signed">{}</div>').format(_sides(cells))


def _line(words: Words, name: str) -> Markup:
    return Markup("<p>{}</p>").format(words.say("{label}: {value}", label=words.say(name), value="…"))
