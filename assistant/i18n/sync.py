"""Brings templates and catalogues in step with the content and the code."""

from collections.abc import Iterator, Mapping
from pathlib import Path

from assistant.i18n.catalogues import (
    INTERFACE_DOMAIN,
    catalogue_path,
    catalogue_text,
    read_catalogue,
    template_path,
    write_changed,
)
from assistant.i18n.extract import interface_messages
from assistant.i18n.glossary import glossary_messages
from assistant.i18n.headers import header, plural_forms
from assistant.i18n.holidays import holiday_messages
from assistant.i18n.language import Language, languages
from assistant.i18n.merge import merge
from assistant.i18n.message import EVERYWHERE, INTERFACE, Template
from assistant.i18n.questions import question_messages
from assistant.i18n.texts import messages
from assistant.model.policy import Library


def templates(library: Library, locales: Path, package: Path) -> tuple[Template, ...]:
    """Every domain: the interface, each policy, what people ask, and the glossary."""
    known = languages(locales)
    interface = (*interface_messages(package), *holiday_messages(library))
    return (
        Template(INTERFACE_DOMAIN, INTERFACE, interface, by_context=False),
        *(Template(f"policy-{each.id}", each.about.language, messages(each)) for each in library.policies.values()),
        Template("questions", EVERYWHERE, question_messages(library, known)),
        Template("glossary", EVERYWHERE, glossary_messages(locales, known), by_context=False),
    )


def catalogues(of: tuple[Template, ...], known: Mapping[str, Language]) -> Iterator[tuple[Template, Language]]:
    """Which domain needs a catalogue in which language: a source needs none."""
    for template in of:
        for language in known.values():
            if language.id != template.language:
                yield template.into(language.id), language


def template_text(template: Template) -> str:
    """The text of a template file."""
    return catalogue_text(merge(template, (), 2), header(template, None, {}))


def sync(library: Library, locales: Path, package: Path) -> list[Path]:
    """
    Writes every template and catalogue that is out of step, and returns their paths.

    A second run writes nothing.
    """
    known, of, changed = languages(locales), templates(library, locales, package), []
    for template in of:
        path = template_path(locales, template.domain)
        if write_changed(path, template_text(template)):
            changed.append(path)
    for template, language in catalogues(of, known):
        path = catalogue_path(locales, language.id, template.domain)
        if write_changed(path, merged_text(template, language, path)):
            changed.append(path)
    return changed


def merged_text(template: Template, language: Language, path: Path) -> str:
    """The text of a catalogue after the merge."""
    old = read_catalogue(path) if path.exists() else None
    entries = merge(template, old or (), plural_forms(language)[0])
    before, comment = (dict(old.metadata), old.header) if old else ({}, "")
    return catalogue_text(entries, header(template, language, before), comment)
