"""
A spelling mistake mended in a source: its translations were right before, and are still.

A sentence of the content is named by its context. One of the interface is known by its text alone, so it is named by
what it says now; what it said before is the sentence that is gone and that hardly differs from it.
"""

from collections.abc import Collection, Iterable

from polib import POEntry
from rapidfuzz import fuzz, process

from assistant.errors import UnknownPage
from assistant.i18n.merge import strings
from assistant.i18n.message import Message, Template
from assistant.suggest import closest

MENDED = 80.0
"""From 0 to 100: two texts that are less alike differ in more than their spelling."""
NAMED = 3
"""How many sentences are named that may have been meant."""


def check_names(of: Iterable[Template], named: Collection[str]) -> None:
    """Raises `UnknownPage` for the first of these names that no message has."""
    names = [_name(template, message) for template in of for message in template.messages]
    for name in named:
        if name not in names:
            raise UnknownPage("sentence", name, tuple(closest(name, names, NAMED)))


def keep_valid(template: Template, old: Iterable[POEntry], named: Collection[str]) -> list[POEntry]:
    """
    The entries of a catalogue; those of the messages named as if their translations were made from today's text.

    One that a translator marked fuzzy stays so.
    """
    entries = list(old)
    for message in template.messages:
        if _name(template, message) in named and (entry := _before(template, message, entries)):
            entry.msgid, entry.msgid_plural = message.source, message.plural
            if entry.previous_msgid is not None:
                entry.previous_msgid = entry.previous_msgid_plural = None
                entry.flags.remove("fuzzy")
    return entries


def _name(template: Template, message: Message) -> str:
    return message.context if template.by_context else message.source


def _before(template: Template, message: Message, entries: list[POEntry]) -> POEntry | None:
    """The entry that holds what is said of a message so far."""
    if template.by_context:
        return next((one for one in entries if one.msgctxt == message.context and not one.obsolete), None)
    said = {(one.msgctxt or "", one.msgid) for one in entries if any(strings(one)) and not one.obsolete}
    if (message.context, message.source) in said:
        return None
    wanted = {(one.context, one.source) for one in template.messages}
    gone = {one.msgid: one for one in entries
            if (one.msgctxt or "") == message.context and (message.context, one.msgid) not in wanted
            and any(strings(one)) and bool(one.msgid_plural) == bool(message.plural)}  # fmt: skip
    best = process.extractOne(message.source, list(gone), scorer=fuzz.ratio, score_cutoff=MENDED)
    return gone[best[0]] if best else None
