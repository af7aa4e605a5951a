"""Brings templates and catalogues in step with the content and the code."""

from collections.abc import Collection, Mapping
from pathlib import Path

from babel.messages.plurals import get_plural

from assistant.i18n.catalogues import read_catalogue
from assistant.i18n.language import Language
from assistant.model.policy import Library
from assistant.workbench.catalogues.domains import catalogues, templates
from assistant.workbench.catalogues.locales import Locales, catalogue_text, write_changed
from assistant.workbench.catalogues.merge import check_names, keep_valid, merge
from assistant.workbench.catalogues.template import Template

FORMAT = {
    "MIME-Version": "1.0",
    "Content-Type": "text/plain; charset=UTF-8",
    "Content-Transfer-Encoding": "8bit",
}


def sync(library: Library, folder: Path, package: Path, typos: Collection[str] = ()) -> list[Path]:
    """
    Writes every template and catalogue of a locales folder that is out of step, and returns their paths.

    A second run writes nothing. `typos` names messages in whose source only a spelling mistake was mended, by their
    context or, those of the interface, by what they say now: their translations stay as they are.

    Raises:
        UnknownPage: no message has such a name.
        ContentError: what stands there cannot be read.
    """
    locales, changed = Locales(folder), []
    of = templates(library, locales, package)
    check_names(of, typos)
    for template in of:
        path = locales.template_path(template.domain)
        if locales.write(path, template_text(template)):
            changed.append(path)
    for template, language in catalogues(of, locales):
        path = locales.path(language.id, template.domain)
        if locales.write(path, merged_text(template, language, locales, typos)):
            changed.append(path)
    return changed


def template_text(template: Template) -> str:
    """The text of a template file."""
    return catalogue_text(merge(template, (), 2), _header(template, None, {}))


def merged_text(template: Template, language: Language, locales: Locales, typos: Collection[str] = ()) -> str:
    """The text of a catalogue after the merge."""
    old = locales.file(language.id, template.domain)
    entries = merge(template, keep_valid(template, old, typos), get_plural(language.locale).num_plurals)
    return catalogue_text(entries, _header(template, language, old.metadata), old.header)


def _header(template: Template, language: Language | None, before: Mapping[str, str]) -> dict[str, str]:
    """The header of a catalogue, or of a template where `language` is None; what translators added is kept."""
    ours = {"Project-Id-Version": "policy-assistant", **FORMAT}
    if template.language:
        ours["X-Source-Language"] = template.language
    if language is not None:
        rule = get_plural(language.locale)
        ours |= {"Language": language.id, "Plural-Forms": f"nplurals={rule.num_plurals}; plural={rule.plural_expr};"}
    return {**before, **ours}


def prefill(path: Path, said: Mapping[str, str], remark: str = "") -> bool:
    """
    Gives each message of a catalogue that is empty the text that stands under its context, with a remark for
    translators; whether there was one.

    Raises:
        ContentError: the file is not a catalogue.
    """
    file = read_catalogue(path)
    for entry in file:
        if not entry.obsolete and not entry.msgstr and entry.msgctxt in said:
            entry.msgstr, entry.tcomment = said[entry.msgctxt], remark
    return write_changed(path, catalogue_text(file, file.metadata, file.header))
