"""Brings templates and catalogues in step with the content and the code."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import replace
from pathlib import Path

from polib import POFile

from assistant.i18n.catalogues import (
    INTERFACE_DOMAIN,
    catalogue_path,
    catalogue_text,
    read_catalogue,
    template_path,
    write_changed,
)
from assistant.i18n.language import Language
from assistant.i18n.load import languages
from assistant.i18n.merge import merge
from assistant.i18n.message import EVERYWHERE, INTERFACE, Key, Message, Template, once
from assistant.i18n.questions import QUESTIONS, asked_of, question_messages
from assistant.i18n.terms import term_messages
from assistant.i18n.texts import messages
from assistant.model.policy import Library
from assistant.workbench.catalogues.extraction import interface_messages
from assistant.workbench.catalogues.glossary import glossary_messages
from assistant.workbench.catalogues.headers import header, plural_forms
from assistant.workbench.catalogues.holidays import holiday_messages
from assistant.workbench.catalogues.typo import check_names, keep_valid


def templates(library: Library, locales: Path, package: Path) -> tuple[Template, ...]:
    """Every domain: the interface, each policy, what people ask and how they name things, and the glossary."""
    known = languages(locales)
    interface = once([*interface_messages(package), *holiday_messages(library)])
    return (
        Template(INTERFACE_DOMAIN, INTERFACE, interface, by_context=False),
        *(Template(f"policy-{each.id}", each.about.language, messages(each)) for each in library.policies.values()),
        Template(QUESTIONS, EVERYWHERE, question_messages(library, known)),
        Template("terms", EVERYWHERE, term_messages(locales, known), by_context=False),
        Template("glossary", EVERYWHERE, glossary_messages(locales, known), by_context=False),
    )


def catalogues(
    of: tuple[Template, ...], known: Mapping[str, Language], locales: Path
) -> Iterator[tuple[Template, Language]]:
    """
    Which domain needs a catalogue in which language: a source needs none.

    A language comes after those that it falls back to, because its translators are shown what they say.
    """
    for template in of:
        for language in sorted(known.values(), key=lambda each: (len(each.fallback), each.id)):
            if template.domain == QUESTIONS:
                others = [each for each in of if each.by_context and each.language not in {EVERYWHERE, language.id}]
                yield _headed(template, others, [known[each] for each in language.fallback], locales), language
            elif language.id != template.language:
                pivots = [known[each] for each in language.fallback if each != template.language and template.language]
                yield _with_pivots(template.into(language.id), pivots, locales), language


def _with_pivots(template: Template, pivots: list[Language], locales: Path) -> Template:
    """The template with the sound translations of other languages as notes, for whoever cannot read the source."""
    for pivot in pivots:
        said = _said(locales, pivot, template.domain)
        template = replace(template, messages=tuple(_pivoted(each, pivot, said) for each in template.messages))
    return template


def _said(locales: Path, language: Language, domain: str) -> dict[Key, str]:
    """The translations of a domain that are sound."""
    path = catalogue_path(locales, language.id, domain)
    entries = read_catalogue(path) if path.exists() else ()
    return {(entry.msgctxt or "", entry.msgid): entry.msgstr for entry in entries if entry.translated()}


def _headed(template: Template, policies: list[Template], pivots: list[Language], locales: Path) -> Template:
    """What people ask; beside what is headed in the language of these policies, how others head it."""
    messages = {message.context: message for message in template.messages}
    for policy in policies:
        for pivot in pivots:
            for (context, _), title in _said(locales, pivot, policy.domain).items():
                if (asked := asked_of(context)) in messages:
                    note = f"{pivot.name}: {pivot.asked.replace('{topic}', title)}"
                    messages[asked] = replace(messages[asked], notes=(*messages[asked].notes, note))
    return replace(template, messages=tuple(messages.values()))


def _pivoted(message: Message, pivot: Language, said: Mapping[Key, str]) -> Message:
    text = said.get((message.context, message.source))
    return replace(message, notes=(*message.notes, f"{pivot.name}: {text}")) if text else message


def template_text(template: Template) -> str:
    """The text of a template file."""
    return catalogue_text(merge(template, (), 2), header(template, None, {}))


def sync(library: Library, locales: Path, package: Path, typos: Collection[str] = ()) -> list[Path]:
    """
    Writes every template and catalogue that is out of step, and returns their paths.

    A second run writes nothing. `typos` names messages in whose source only a spelling mistake was mended, by their
    context or, those of the interface, by what they say now: their translations stay as they are.

    Raises:
        UnknownPage: no message has such a name.
    """
    known, of, changed = languages(locales), templates(library, locales, package), []
    check_names(of, typos)
    for template in of:
        path = template_path(locales, template.domain)
        if write_changed(path, template_text(template)):
            changed.append(path)
    for template, language in catalogues(of, known, locales):
        path = catalogue_path(locales, language.id, template.domain)
        if write_changed(path, merged_text(template, language, path, typos)):
            changed.append(path)
    return changed


def merged_text(template: Template, language: Language, path: Path, typos: Collection[str] = ()) -> str:
    """The text of a catalogue after the merge."""
    old = read_catalogue(path) if path.exists() else POFile(wrapwidth=0)
    entries = merge(template, keep_valid(template, old, typos), plural_forms(language)[0])
    return catalogue_text(entries, header(template, language, dict(old.metadata)), old.header)
