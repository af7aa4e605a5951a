"""
Whether every sentence is there in every language, and right.

The faults stand at the line of the message in its catalogue; each says how to mend it.
"""

import re
from collections.abc import Collection, Iterator, Mapping
from pathlib import Path

from polib import POEntry

from assistant.errors import ContentError, Fault, told
from assistant.i18n.catalogues import catalogue_path, place, read_catalogue, template_path
from assistant.i18n.language import Language, offered
from assistant.i18n.load import entry_faults, languages
from assistant.i18n.merge import strings
from assistant.i18n.message import Key, Template, width
from assistant.model.policy import Library
from assistant.suggest import alike, near
from assistant.workbench.catalogues.glossary import Term, read_glossary, unrendered
from assistant.workbench.catalogues.phrases import check_phrases
from assistant.workbench.catalogues.sync import catalogues, merged_text, template_text, templates

SYNC = told("run `policy-assistant i18n sync`")
KANA = re.compile("[ぁ-んァ-ヶ]")
WORD = re.compile(r"[^\W\d_]{2,}")
NAME_LENGTH = 3
"""A sentence of no more words than this may be a name, and read the same in another language."""


def check_locales(library: Library, locales: Path, package: Path) -> list[Fault]:
    """
    Everything that is wrong with the catalogues and templates of a locales folder, in file order.

    `package` is the folder of the code, whose sentences are collected again.
    """
    try:
        known, of = languages(locales), templates(library, locales, package)
    except ContentError as error:
        return error.faults
    found = [*_template_faults(of, locales), *check_phrases(locales, offered(known))]
    for template, language in catalogues(of, known, locales):
        found += _catalogue_faults(template, language, known, locales)
    return sorted(set(found))


def _template_faults(of: tuple[Template, ...], locales: Path) -> Iterator[Fault]:
    for template in of:
        path = template_path(locales, template.domain)
        if not path.exists() or path.read_bytes() != template_text(template).encode():
            yield Fault(str(path), 1, 1, "", told("the template is not in step with the content and the code"), SYNC)


def _catalogue_faults(
    template: Template, language: Language, known: Mapping[str, Language], locales: Path
) -> list[Fault]:
    path = catalogue_path(locales, language.id, template.domain)
    if not path.exists():
        return [Fault(str(path), 1, 1, "", told("the catalogue is missing"), SYNC)]
    try:
        entries = [entry for entry in read_catalogue(path) if not entry.obsolete]
    except ContentError as error:
        return error.faults
    found = list(_drift(template, path, entries))
    if not found and merged_text(template, language, path).encode() != path.read_bytes():
        found.append(Fault(str(path), 1, 1, "", told("notes, order or layout are not as sync writes them"), SYNC))
    if template.domain == "glossary":
        found += [fault for entry in entries for fault in _strange_language(path, entry, known)]
    if language.offered:
        found += [fault for entry in entries for fault in _incomplete(path, entry)]
    if template.language:
        terms = read_glossary(catalogue_path(locales, language.id, "glossary"))
        found += [fault for entry in entries for fault in _wrong(path, entry, template.language, terms)]
        found += _too_long(template, path, entries)
    return found


def _drift(template: Template, path: Path, entries: list[POEntry]) -> Iterator[Fault]:
    """Messages that the catalogue lacks, has under another text, or has though nothing says them any more."""
    there: dict[Key, POEntry] = {}
    for entry in entries:
        if there.setdefault(template.key(entry.msgctxt or "", entry.msgid), entry) is not entry:
            yield Fault(*place(path, entry), told("this message stands here twice"), told("keep one of them"))
    lacking: list[str] = []
    for message in template.messages:
        found = there.pop(template.key(message.context, message.source), None)
        name = message.context if template.by_context else message.source
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


def _strange_language(path: Path, entry: POEntry, known: Collection[str]) -> Iterator[Fault]:
    """The context of a term in the glossary is its language."""
    if entry.msgctxt not in known:
        wrong = told("there is no language '{name}'", name=entry.msgctxt)
        yield Fault(*place(path, entry), wrong, near(entry.msgctxt or "", known, told("name a folder of locales/")))


def _incomplete(path: Path, entry: POEntry) -> Iterator[Fault]:
    where = place(path, entry)
    if not all(strings(entry)):
        yield Fault(*where, told("not translated"), told("write its msgstr"))
    elif entry.fuzzy:
        before = told("stale: the translation is fuzzy, made from “{before}”", before=entry.previous_msgid)
        wrong = before if entry.previous_msgid else told("stale: the translation is fuzzy")
        yield Fault(*where, wrong, told("check it against the msgid, then take `fuzzy` off"))


def _wrong(path: Path, entry: POEntry, source: str, terms: tuple[Term, ...]) -> Iterator[Fault]:
    """What is wrong with a translation that is there and not fuzzy."""
    if entry.fuzzy or not all(strings(entry)):
        return
    yield from entry_faults(path, entry)
    where = place(path, entry)
    for said in strings(entry):
        if said != said.strip() and entry.msgid == entry.msgid.strip():
            yield Fault(*where, told("blanks or line breaks at its ends"), told("take them off"))
        if said == entry.msgid and _is_sentence(said):
            yield Fault(*where, told("the translation is the source text itself"), told("translate it"))
        for term in unrendered(terms, source, entry.msgid, said):
            wrong = told("the term “{term}” is not rendered as glossary.po has it", term=term.name)
            mend = told("write one of these, or widen glossary.po: {names}", names=", ".join(term.renderings))
            yield Fault(*where, wrong, mend)


def _too_long(template: Template, path: Path, entries: list[POEntry]) -> Iterator[Fault]:
    """Translations that are wider than the place in which they are shown."""
    rooms = {(message.context, message.source): message.room for message in template.messages if message.room}
    for entry in entries:
        room = rooms.get((entry.msgctxt or "", entry.msgid), 0)
        taken = max(map(width, strings(entry)))
        if room and taken > room and not entry.fuzzy:
            wrong = told("{count} characters, where {most} have room; a full-width one counts as two",
                         count=taken, most=room)  # fmt: skip
            yield Fault(*place(path, entry), wrong, told("say it more briefly"))


def _is_sentence(text: str) -> bool:
    return bool(KANA.search(text)) or len(WORD.findall(text)) > NAME_LENGTH
