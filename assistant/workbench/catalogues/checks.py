"""
Whether every sentence is there in every language, and right.

The faults stand at the line of the message in its catalogue; each says how to mend it.
"""

import datetime as dt
from collections.abc import Iterable, Iterator, Set
from contextlib import suppress
from pathlib import Path
from unicodedata import normalize

from polib import POEntry

from assistant.content.syntax import read_tree
from assistant.errors import ContentError, Fault, UnknownPage, told
from assistant.i18n.catalogues import place, strings
from assistant.i18n.comparison import Spellings
from assistant.i18n.defects import Defect, accepted, entry_faults, pair_of
from assistant.i18n.formats import format_day
from assistant.i18n.language import Language, offered
from assistant.i18n.load import described_in, sound_grammars
from assistant.i18n.questions import optional
from assistant.i18n.width import width
from assistant.i18n.words import ANSWER, Key
from assistant.model.policy import Library
from assistant.suggest import alike, near
from assistant.workbench.catalogues.addition import new_language
from assistant.workbench.catalogues.asked import phrase_faults
from assistant.workbench.catalogues.denials import Denials
from assistant.workbench.catalogues.domains import catalogues, templates, unused
from assistant.workbench.catalogues.glossary import GLOSSARY, Term, read_glossary, unrendered
from assistant.workbench.catalogues.locales import Locales
from assistant.workbench.catalogues.messages import UNSEEN
from assistant.workbench.catalogues.proofs import misread
from assistant.workbench.catalogues.sync import merged_text, template_text
from assistant.workbench.catalogues.template import Template
from assistant.workbench.catalogues.unheard import unheard

DAY_ROOM, DAYS = 28, [dt.date(2026, 1, 1) + dt.timedelta(number) for number in range(365)]
"""So wide are the widest of CLDR's short days: a heading has that room on a phone. And a day of each name."""
SYNC = told("run `policy-assistant i18n sync`")


def check_locales(
    library: Library, folder: Path, package: Path, spellings: Spellings | None = None, files: bool = False
) -> list[Fault]:
    """
    Everything that is wrong with the catalogues and templates of a locales folder, in file order. What keeps a grammar
    from being read comes first: figures of its language cannot be judged until it is mended, so they are not. Of a
    language that is wrongly described counts what CLDR knows.

    `package` is the folder of the code, whose sentences are collected again; `files`: also those that nothing reads.
    """
    known, undescribed = described_in(folder)
    grammars, unread = sound_grammars(folder)
    for name in sorted({Path(fault.file).parent.name for fault in undescribed}):
        with suppress(UnknownPage):
            known[name] = new_language(name, known)
    locales = Locales(folder, spellings, known)
    try:
        of = templates(library, locales, package)
    except ContentError as error:
        return [*undescribed, *unread, *error.faults]
    written = {one.about.language for one in library.policies.values()}
    found = [*_template_faults(of, locales), *phrase_faults(locales), *unheard(folder, grammars, written)]
    found += [*_wide_days(locales), *misread(folder, grammars, offered(known))]
    found += unused(library, locales, of) if files else ()
    mute, denials = {Path(fault.file).parent.name for fault in unread}, Denials(grammars)
    for template, language in catalogues(of, locales):
        found += _catalogue_faults(template, language, locales, mute, denials)
    return [*undescribed, *unread, *sorted(set(found))]


def _wide_days(locales: Locales) -> Iterator[Fault]:
    """Languages that write a day so wide that it breaks in a heading."""
    for language in locales.known.values():
        path = locales.folder / language.id / "language.yaml"
        for defect in _too_wide((format_day(day, language) for day in DAYS), DAY_ROOM):
            node = read_tree(path, str(path)).find(("day",))
            yield Fault(str(path), node.line, node.column, "day", *defect)


def _template_faults(of: tuple[Template, ...], locales: Locales) -> Iterator[Fault]:
    for template in of:
        path, sure = locales.template_path(template.domain), locales.known_whole(template.domain)
        if sure and (not path.exists() or path.read_bytes() != template_text(template).encode()):
            yield Fault(str(path), 1, 1, "", told("the template is not in step with the content and the code"), SYNC)


def _catalogue_faults(
    template: Template, language: Language, locales: Locales, mute: Set[str], denials: Denials
) -> list[Fault]:
    """`mute`: the languages whose figures cannot be read."""
    path = locales.path(language.id, template.domain)
    if not path.exists():
        return [Fault(str(path), 1, 1, "", told("the catalogue is missing"), SYNC)]
    file, broken = locales.sound(language.id, template.domain)
    entries = [entry for entry in file if not entry.obsolete]
    # Which of the wanted messages it is that cannot be read, nobody knows; nor which there are of what languages list.
    sure = not broken and (template.language or locales.known_whole(template.domain))
    found = list(_drift(template, path, entries)) if sure else broken
    if sure and not found and merged_text(template, language, locales).encode() != path.read_bytes():
        found.append(Fault(str(path), 1, 1, "", told("notes, order or layout are not as sync writes them"), SYNC))
    terms = read_glossary(locales, language.id) if template.language else ()
    pair = pair_of(file, language.id, locales.spellings)
    pair = pair._replace(judged=mute.isdisjoint({template.language, language.id}))
    found += _same_labels(path, entries)
    rooms = {(message.context, message.source): message.room for message in template.messages if message.room}
    for entry in entries:
        wrong: list[Defect] = []
        if template.domain == GLOSSARY and entry.msgctxt not in locales.known:
            # The context of a term is its language.
            mend = near(entry.msgctxt or "", locales.known, told("name a folder of locales/"))
            wrong.append((told("there is no language '{name}'", name=entry.msgctxt), mend))
        whole = all(strings(entry))
        if (entry.fuzzy or not whole) and _wanted(template, entry, language):
            wrong.append(_incomplete(entry, whole))
        if template.language and not entry.fuzzy:
            wrong += _too_wide(strings(entry), rooms.get((entry.msgctxt or "", entry.msgid), 0))
            if whole:
                found += entry_faults(path, entry, pair)
                wrong += badly_said(entry, template.language, terms)
                wrong += denials.defects(entry, template.language, language.id)
        found += [Fault(*place(path, entry), *each) for each in wrong]
    return found


def _same_labels(path: Path, entries: list[POEntry]) -> Iterator[Fault]:
    """Answers to one question between which nobody can choose, because they are called the same."""
    first: dict[tuple[str, str], POEntry] = {}
    for entry in entries:
        if (answer := ANSWER.fullmatch(entry.msgctxt or "")) and not entry.obsolete:
            label = entry.msgstr if entry.translated() else entry.msgid  # what readers see
            other = first.setdefault((answer[1], " ".join(normalize("NFKC", label).casefold().split())), entry)
            if other is not entry:
                wrong = told("“{label}” is also what {other} is called", label=label, other=other.msgctxt)
                yield Fault(*place(path, entry), wrong, told("give each answer a name of its own"))


def _drift(template: Template, path: Path, entries: list[POEntry]) -> Iterator[Fault]:
    """Messages that the catalogue lacks, has under another text, or has though nothing says them any more."""
    there: dict[Key, POEntry] = {}
    for entry in entries:
        if there.setdefault(template.entry_key(entry), entry) is not entry:
            yield Fault(*place(path, entry), told("this message stands here twice"), told("keep one of them"))
    lacking: list[str] = []
    for message in template.messages:
        found, name = there.pop(template.key(message), None), template.name(message)
        if found is None:
            lacking.append(name)
            yield Fault(str(path), 1, 1, name, told("the sentence is not in the catalogue"), SYNC)
        elif (found.msgid, found.msgid_plural) != (message.source, message.plural):
            yield Fault(*place(path, found), told("the sentence says something else now"), SYNC)
    for entry in there.values():
        where = place(path, entry)
        guess = alike(where[3], lacking) if template.by_context else None
        mend = told("did you mean '{name}'? If it was renamed, run `policy-assistant i18n sync`", name=guess)
        yield Fault(*where, told("nothing says this sentence any more"), mend if guess else SYNC)


def _wanted(template: Template, entry: POEntry, language: Language) -> bool:
    """Whether a language that is offered must have a message."""
    left_out = template.domain in UNSEEN or language.leaves_out(template.domain)
    return language.offered and not left_out and not optional(entry, language.without)


def _incomplete(entry: POEntry, whole: bool) -> Defect:
    if not whole:
        lacking = [f"msgstr[{form}]" for form, said in enumerate(strings(entry)) if not said]
        if entry.msgid_plural and len(lacking) < len(strings(entry)):
            wrong = told("plural forms are not translated: {forms}", forms=", ".join(lacking))
            return wrong, told("write them: the language has a form for each kind of count")
        return told("not translated"), told("write its msgstr")
    before = told("stale: the translation is fuzzy, made from “{before}”", before=entry.previous_msgid)
    wrong = before if entry.previous_msgid else told("stale: the translation is fuzzy")
    return wrong, told("check it against the msgid, then take `fuzzy` off")


def badly_said(entry: POEntry, source: str, terms: tuple[Term, ...]) -> Iterator[Defect]:
    """What is wrong with a translation that can be shown."""
    for said in strings(entry):
        if said != said.strip() and entry.msgid == entry.msgid.strip():
            yield told("blanks or line breaks at its ends"), told("take them off")
        for term in unrendered(terms, source, entry.msgid, said):
            if term.name not in accepted(entry.tcomment):
                mend = told(
                    "write one of these, or widen glossary.po: {names}; where it is something else here, write the "
                    "comment “# accepted: {term}”",
                    names=", ".join(term.renderings), term=term.name,
                )  # fmt: skip
                yield told("the term “{term}” is not rendered as glossary.po has it", term=term.name), mend


def _too_wide(said: Iterable[str], room: int) -> Iterator[Defect]:
    """What is wider than the place in which it is shown."""
    if (taken := max(map(width, said)) if room else 0) > room:
        wrong = told(
            "{count} characters, where {most} have room; a full-width one counts as two", count=taken, most=room
        )
        yield wrong, told("say it more briefly")
