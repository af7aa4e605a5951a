"""
An owner's approval of an edition: the dossier that is approved, with everything that the edition answers, by topic and
path, in all languages side by side, on paper; the approval given, reminded of, and as events of a calendar.
"""

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from itertools import takewhile
from pathlib import Path

from markupsafe import Markup, escape

from assistant.decide import Answer
from assistant.errors import Fault, Usage, told
from assistant.i18n import N_
from assistant.i18n.words import Words
from assistant.library.editions import edition_path, list_editions, read_edition
from assistant.library.publications import Spoken, approval_of, approval_path, beside, read_beside, wording_of, written
from assistant.library.signatures import sign, signature_of, wrong_signature
from assistant.model.edition import Edition, Translations, named
from assistant.model.policy import Library, Policy
from assistant.model.publication import Approval, Changes
from assistant.present.answer.page import answer_view
from assistant.present.policy.changed import approval_text, changes_records
from assistant.present.sentences import QUESTIONS
from assistant.present.share.document import Piece, document, reading
from assistant.present.share.events import calendar_of, event
from assistant.present.share.feed import told as change_lines
from assistant.present.share.html import pieces_html
from assistant.present.writer import Writer
from assistant.settings import Settings
from assistant.workbench.check.paths import Path as Walked
from assistant.workbench.check.walk import walk
from assistant.workbench.editions.news import changes_between

AGAIN = N_("{policy}: to be looked at again by {day} (approved by {name}, {role})")
AHEAD = dt.timedelta(days=30)
"""So long before its day whoever checks is reminded."""


def approve(folder: Path, policy: Policy, spoken: Spoken, given: Approval, key: Path | None) -> Iterator[Path]:
    """
    Writes an approval of the present edition beside it, signed where a key is given; the files that were written.
    `given` says who approves and when. Raises `Usage` where the edition is not frozen, or the key cannot sign.
    """
    if not edition_path(folder, policy.edition).exists():
        command = f"policy-assistant edition freeze {policy.id}"
        raise Usage(
            told("The edition {edition} is not frozen. Run: {command}", edition=policy.edition, command=command)
        )
    path = approval_path(folder, policy)
    found = given.model_copy(update={"edition": policy.edition, "wording": wording_of(policy, spoken)})
    path.parent.mkdir(exist_ok=True)
    path.write_text(written(found), "utf-8")
    yield path
    signature_of(path).unlink(missing_ok=True)
    if key:
        yield sign(path, key)


def check_approvals(folder: Path, signers: Path | None) -> Iterator[Fault]:
    """A fault for each approval that cannot be read, is of another edition, or whose signature does not hold."""
    for path in sorted(beside(folder, "approvals", "x").parent.glob("*.json")):
        found = read_beside(path, Approval)
        mend = told("approve the edition again: policy-assistant edition approve")
        if found and found.edition != named(path.stem).edition:
            yield Fault(str(path), 1, 1, "", told("this approves the edition {edition}", edition=found.edition), mend)
        signed = signature_of(path).exists() or signers
        if found and signed and (wrong := wrong_signature(path, found.name, signers)):
            yield Fault(str(path), 1, 1, "", wrong, mend)


def reviews(known: Settings, library: Library, spoken: Spoken) -> Mapping[str, Approval]:
    """By policy: its approval, where the present edition has one that names a day on which to look at it again."""
    found = {name: approval_of(known.content / name, one, spoken) for name, one in library.policies.items()}
    return {name: one for name, one in found.items() if one and one.review}


def reminders(due: Mapping[str, Approval], today: dt.date, words: Words) -> Iterator[str]:
    """A line for each policy that is to be looked at again soon, or should have been."""
    for name, one in due.items():
        if one.review and one.review <= today + AHEAD:
            yield words.say(AGAIN, policy=name, day=one.review, name=one.name, role=one.role)


def review_calendar(policies: Iterable[Policy], due: Mapping[str, Approval], now: dt.datetime, words: Words) -> bytes:
    """A calendar with the day of each review, and a reminder before it."""
    events = []
    for policy in policies:
        one = due.get(policy.id)
        if one and one.review:
            title = words.say("Look again: {policy}", policy=policy.about.title.source)
            about = words.say("Approved by {name}, {role}, on {day}.", name=one.name, role=one.role, day=one.day)
            events.append(event(f"{policy.id}-review", one.review, title, about, now))
    return calendar_of(events)


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
        _changed(sides, _since_approved(folder, now, spoken, today)),
        _readings(sides),
        *_answers(sides),
        _signature(sides),
    ]
    title = first.words.say("{policy}: {topic}", policy=first.text(policy.about.title), topic=policy.edition)
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
            one.words.say("Document: {title}. Edition {edition}.", title=one.text(one.policy.about.document.title),
                          edition=one.policy.edition),
            approval_text(one, approval),
        )
        for one in sides
    )  # fmt: skip
    return _sides(cells)


def _since_approved(folder: Path, now: Edition, spoken: Spoken, today: dt.date) -> Changes | None:
    """What changed since the edition that was approved last; None where none was before the present one."""
    for name in reversed(list_editions(folder)):
        approved = named(name).edition != now.policy.edition and read_beside(
            beside(folder, "approvals", name), Approval
        )
        if approved:
            then = read_edition(edition_path(folder, name))
            return changes_between(name, then, now.policy.edition, now, spoken, today)
    return None


def _changed(sides: list[Writer], found: Changes | None) -> Markup:
    heading = _each(sides, "h2", N_("What changed since the last approved edition"))
    if found is None:
        return heading + _each(sides, "p", N_("No earlier edition was approved: all of it is new."))
    cells = []
    for one in sides:
        (view,) = changes_records(one, [found], lambda path, pairs: path)
        lines = (Markup("<p>{}</p>").format(line) for line in change_lines(view, one.words, "") if line)
        cells.append(Markup("<div lang={}>{}</div>").format(one.words.language.id, Markup("\n").join(lines)))
    return heading + _sides(cells)


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
            yield _each(sides, "h3", QUESTIONS[aspect])
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
