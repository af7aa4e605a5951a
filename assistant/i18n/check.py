"""
Whether every sentence is there in every language, and right.

The faults stand at the line of the message in its catalogue; each says how to mend it.
"""

import re
from collections.abc import Iterator
from pathlib import Path

from polib import POEntry

from assistant.errors import ContentError, Fault
from assistant.i18n.catalogues import catalogue_path, place, read_catalogue, template_path
from assistant.i18n.glossary import Term, read_glossary, unrendered
from assistant.i18n.language import Language, languages
from assistant.i18n.load import entry_faults
from assistant.i18n.merge import strings
from assistant.i18n.message import Template
from assistant.i18n.phrases import check_phrases
from assistant.i18n.sync import catalogues, merged_text, template_text, templates
from assistant.model.policy import Library

SYNC = "run `policy-assistant i18n sync`"
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
    found = [*_template_faults(of, locales), *check_phrases(locales, known)]
    for template, language in catalogues(of, known, locales):
        found += _catalogue_faults(template, language, locales)
    return sorted(set(found))


def _template_faults(of: tuple[Template, ...], locales: Path) -> Iterator[Fault]:
    for template in of:
        path = template_path(locales, template.domain)
        if not path.exists() or path.read_bytes() != template_text(template).encode():
            yield Fault(str(path), 1, 1, "", "the template is not in step with the content and the code", SYNC)


def _catalogue_faults(template: Template, language: Language, locales: Path) -> list[Fault]:
    path = catalogue_path(locales, language.id, template.domain)
    if not path.exists():
        return [Fault(str(path), 1, 1, "", "the catalogue is missing", SYNC)]
    try:
        entries = [entry for entry in read_catalogue(path) if not entry.obsolete]
    except ContentError as error:
        return error.faults
    found = list(_drift(template, path, entries))
    if not found and merged_text(template, language, path).encode() != path.read_bytes():
        found.append(Fault(str(path), 1, 1, "", "notes, order or layout are not as sync writes them", SYNC))
    found += [fault for entry in entries for fault in _incomplete(path, entry)]
    if template.language:
        terms = read_glossary(catalogue_path(locales, language.id, "glossary"))
        found += [fault for entry in entries for fault in _wrong(path, entry, template.language, terms)]
    return found


def _drift(template: Template, path: Path, entries: list[POEntry]) -> Iterator[Fault]:
    """Messages that the catalogue lacks, has under another text, or has though nothing says them any more."""
    there = {template.key(entry.msgctxt or "", entry.msgid): entry for entry in entries}
    for message in template.messages:
        entry = there.pop(template.key(message.context, message.source), None)
        name = message.context if template.by_context else message.source
        if entry is None:
            yield Fault(str(path), 1, 1, name, "the sentence is not in the catalogue", SYNC)
        elif (entry.msgid, entry.msgid_plural) != (message.source, message.plural):
            yield Fault(*place(path, entry), "the sentence says something else now", SYNC)
    for entry in there.values():
        yield Fault(*place(path, entry), "nothing says this sentence any more", SYNC)


def _incomplete(path: Path, entry: POEntry) -> Iterator[Fault]:
    if not all(strings(entry)):
        yield Fault(*place(path, entry), "not translated", "write its msgstr")
    elif entry.fuzzy:
        before = f", made from {entry.previous_msgid!r}" if entry.previous_msgid else ""
        mend = "check it against the msgid, then take `fuzzy` off"
        yield Fault(*place(path, entry), f"stale: the translation is fuzzy{before}", mend)


def _wrong(path: Path, entry: POEntry, source: str, terms: tuple[Term, ...]) -> Iterator[Fault]:
    """What is wrong with a translation that is there and not fuzzy."""
    if entry.fuzzy or not all(strings(entry)):
        return
    yield from entry_faults(path, entry)
    where = place(path, entry)
    for said in strings(entry):
        if said != said.strip() and entry.msgid == entry.msgid.strip():
            yield Fault(*where, "blanks or line breaks at its ends", "take them off")
        if said == entry.msgid and _is_sentence(said):
            yield Fault(*where, "the translation is the source text itself", "translate it")
        for term in unrendered(terms, source, entry.msgid, said):
            wanted = " or ".join(f"“{rendering}”" for rendering in term.renderings)
            yield Fault(*where, f"the term “{term.name}” is not rendered as {wanted}", "use it, or widen glossary.po")


def _is_sentence(text: str) -> bool:
    return bool(KANA.search(text)) or len(WORD.findall(text)) > NAME_LENGTH
