"""
Brings templates and catalogues in step with the content and the code.

A sentence that is rewritten keeps its translation, marked fuzzy with the text that it was made from; one that returns
to that text is sound again; a new one stays empty; one whose context is renamed takes its translation with it; one that
is gone is kept as obsolete while it has a translation. A sentence that is rewritten is known by its context; one of the
interface, which has none, by its likeness to one that is gone. Where only a spelling mistake was mended in a source,
its translations were right before, and are still: whoever mends it names the sentence.
"""

from collections.abc import Collection, Iterable, Mapping
from itertools import chain
from pathlib import Path

from babel.messages.plurals import get_plural
from polib import POEntry

from assistant.errors import ContentError, UnknownPage
from assistant.i18n.catalogues import read_catalogue, strings
from assistant.i18n.language import Language
from assistant.i18n.questions import WORDS
from assistant.i18n.words import Key
from assistant.model.policy import Library
from assistant.model.record import Text
from assistant.suggest import alike, closest
from assistant.workbench.catalogues.domains import catalogues, templates
from assistant.workbench.catalogues.locales import Locales, catalogue_text, in_forms, write_changed
from assistant.workbench.catalogues.template import Message, Template

PLURALS = "Plural-Forms"
FORMAT = {"MIME-Version": "1.0", "Content-Type": "text/plain; charset=UTF-8", "Content-Transfer-Encoding": "8bit"}


def sync(library: Library, folder: Path, package: Path, typos: Collection[str] = ()) -> list[Path]:
    """
    Writes every template and catalogue of a locales folder that is out of step, and returns their paths.

    A second run writes nothing. `typos` names messages in whose source only a spelling mistake was mended, by their
    context or, those of the interface, by what they say now: their translations stay as they are.

    Raises:
        UnknownPage: no message has such a name.
        ContentError: what stands there cannot be read.
    """
    locales = Locales(folder)
    of = templates(library, locales, package)
    check_names(of, typos)
    ours = ((locales.template_path(one.domain), template_text(one)) for one in of)
    theirs = (
        (locales.path(language.id, one.domain), merged_text(one, language, locales, typos))
        for one, language in catalogues(of, locales)
    )
    return [path for path, text in chain(ours, theirs) if locales.write(path, text)]


def template_text(template: Template) -> str:
    """The text of a template file."""
    return catalogue_text(merge(template, (), 2), _header(template, None, {}))


def merged_text(template: Template, language: Language, locales: Locales, typos: Collection[str] = ()) -> str:
    """The text of a catalogue after the merge."""
    old = locales.file(language.id, template.domain)
    head = _header(template, language, old.metadata)
    moved = _moved(template, language, locales)
    in_forms(old, old.metadata.get(PLURALS, ""), head[PLURALS])
    entries = merge(template, [*old, *moved], get_plural(language.locale).num_plurals, typos)
    return catalogue_text(entries, head, old.header)


def _moved(template: Template, language: Language, locales: Locales) -> list[POEntry]:
    """What has come from the domain beside; nothing where that is no catalogue, which is told with its own faults."""
    wanted = set(map(template.key, template.messages))
    try:
        beside = locales.before(language.id, template.beside) if template.beside else ()
    except ContentError:
        return []
    return [entry for entry in beside if template.entry_key(entry) in wanted]


def _header(template: Template, language: Language | None, before: Mapping[str, str]) -> dict[str, str]:
    """The header of a catalogue, or of a template where `language` is None; what translators added is kept."""
    ours = {"Project-Id-Version": "policy-assistant", **FORMAT}
    if template.language:
        ours["X-Source-Language"] = template.language
    if language is not None:
        rule = get_plural(language.locale)
        ours |= {"Language": language.id, PLURALS: f"nplurals={rule.num_plurals}; plural={rule.plural_expr};"}
    return {**before, **ours}


def prefill(path: Path, said: Mapping[str, str], remark: str = "") -> bool:
    """
    Gives each message of a catalogue that is empty the text that stands under its context, with a remark for
    translators; whether there was one. Raises `ContentError` where the file is not a catalogue.
    """
    file = read_catalogue(path)
    for entry in file:
        if not entry.obsolete and not entry.msgstr and entry.msgctxt in said:
            entry.msgstr, entry.tcomment = said[entry.msgctxt], remark
    return write_changed(path, catalogue_text(file, file.metadata, file.header))


NAMED = 3
"""How many sentences are named that may have been meant."""
MANAGED = {"fuzzy", "python-brace-format"}


def merge(template: Template, old: Iterable[POEntry], forms: int, typos: Collection[str] = ()) -> list[POEntry]:
    """
    The entries of the new catalogue: those of the template in its order, then the obsolete ones.

    `forms` is the number of plural forms of the catalogue's language. The translations of the messages that `typos`
    names are taken as made from today's text; one that a translator marked fuzzy stays so.
    """
    wanted = {template.key(message): message.source for message in template.messages}
    known, spare, texts = dict[Key, POEntry](), dict[Key, POEntry](), set[tuple[str, Key]]()
    for entry in sorted(old, key=lambda entry: entry.obsolete):
        if not entry.obsolete and (key := template.entry_key(entry)) in wanted:
            known.setdefault(key, entry)
        elif any(strings(entry)) and (key := template.entry_key(gone := _obsolete(entry))) not in template.elsewhere:
            spare.setdefault(key, gone)
            texts |= {(one.msgid, key) for one in (entry, gone) if key not in wanted}
    same = {one.msgid: one for key, one in known.items() if template.by_context and wanted[key] != one.msgid}
    merged, used = [], set()
    for message in template.messages:
        found = known.get(key := template.key(message))
        if found is None or not any(strings(found)):
            # One that stood there empty is not what a sentence was rewritten to.
            empty = found is not None and not template.by_context
            free = {(text, gone) for text, gone in texts if not empty and (template.language or gone not in used)}
            back = key if key in spare else _rewritten(template, message, spare, free)
            used.add(back)
            # Where two places said the same and the first is rewritten, the other keeps what both had.
            found = spare[back] if back is not None else same.get(message.source, found)
        misspelt = template.name(message) in typos and _misspelt(template, message, found)
        merged.append(_entry(message, found, forms, misspelt))
    return merged + [spare[key] for key in sorted(spare.keys() - used)]


LIKE, SAME_GAPS = 65, 10
"""
How like one that is gone a new sentence is that rewrites it, in percent of the letters that both have in order; and how
much more one with the same gaps is worth, since its translation needs no others.

Of some 140 sentences of this interface that were so like one that went in the same change, most said the same in other
words; of those from 60 to 65, half said something else.
"""


def _rewritten(
    template: Template, message: Message, spare: Mapping[Key, POEntry], texts: Collection[tuple[str, Key]]
) -> Key | None:
    """
    Which of the sentences that are gone, by their `texts`, this one says anew; None where it is new.

    What has a name has it still when it is rewritten: under another name, only the same text is the same sentence; of
    several, that of the likest name. What each language writes for itself is for no other text, nor words of a kind.
    """
    from rapidfuzz.fuzz import ratio  # most runs find nothing new

    least = LIKE if template.language and not template.by_context else 100
    gaps = set(Text.GAP.findall(message.source))
    found = [
        (likeness + SAME_GAPS * (gaps == set(Text.GAP.findall(text))), ratio(message.context, key[0]), key)
        for text, key in texts
        if (template.by_context or key[0] == message.context) and bool(spare[key].msgid_plural) == bool(message.plural)
        if not message.context.startswith(WORDS) or message.context.split(".")[-1] == key[0].split(".")[-1]
        if (likeness := ratio(message.source, text)) >= least
    ]
    return max(found)[2] if found else None


def _misspelt(template: Template, message: Message, found: POEntry | None) -> bool:
    """Whether only the spelling may differ; whoever gives the name of a sentence knows which one it was before."""
    return template.by_context or (found is not None and bool(alike(message.source, [_made_from(found)[0]])))


def _entry(message: Message, found: POEntry | None, forms: int, misspelt: bool) -> POEntry:
    entry = POEntry(
        msgctxt=message.context or None,
        msgid=message.source,
        msgid_plural=message.plural,
        comment="\n".join(message.notes),
        occurrences=[(file, "") for file in message.files],
        flags=["python-brace-format"] if message.has_gaps else [],
        tcomment=found.tcomment if found else "",
    )
    said = strings(found) if found else []
    if message.plural:
        entry.msgstr_plural = {form: said[form] if form < len(said) else "" for form in range(forms)}
    elif said:
        entry.msgstr = said[0]
    if found:
        entry.flags += [flag for flag in found.flags if flag not in MANAGED]
        _judge(entry, found, misspelt)
    return entry


def _made_from(entry: POEntry) -> tuple[str, str]:
    """The text, and its plural, that the translation was made from."""
    if "fuzzy" in entry.flags and entry.previous_msgid is not None:
        return entry.previous_msgid, entry.previous_msgid_plural or ""
    return entry.msgid, entry.msgid_plural


def _doubted(entry: POEntry) -> bool:
    """Whether a translator marked the translation as unsure, though its text has not changed."""
    return "fuzzy" in entry.flags and entry.previous_msgid is None


def _judge(entry: POEntry, found: POEntry, misspelt: bool) -> None:
    """Marks the entry fuzzy where its translation was made from another text, or where a translator marked it so."""
    if not any(strings(entry)):
        return
    made_from = _made_from(found)
    if made_from != (entry.msgid, entry.msgid_plural) and not misspelt:
        entry.flags.insert(0, "fuzzy")
        entry.previous_msgid, entry.previous_msgid_plural = made_from[0], made_from[1] or None
    elif _doubted(found):
        entry.flags.insert(0, "fuzzy")


def _obsolete(entry: POEntry) -> POEntry:
    """PO has no previous text for obsolete entries: the text that the translation was made from takes its place."""
    text, plural = _made_from(entry)
    return POEntry(
        msgctxt=entry.msgctxt,
        msgid=text,
        msgid_plural=plural,
        msgstr=entry.msgstr,
        msgstr_plural=dict(entry.msgstr_plural),
        flags=[flag for flag in entry.flags if flag not in MANAGED] + ["fuzzy"] * _doubted(entry),
        tcomment=entry.tcomment,
        obsolete=True,
    )


def check_names(of: Iterable[Template], named: Collection[str]) -> None:
    """Raises `UnknownPage` for the first of these names that no message has."""
    names = [template.name(message) for template in of for message in template.messages]
    for name in named:
        if name not in names:
            raise UnknownPage("sentence", name, tuple(closest(name, names, NAMED)))
