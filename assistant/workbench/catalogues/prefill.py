"""Puts first texts into a catalogue, for what has just been added to the content."""

from collections.abc import Mapping
from pathlib import Path

from assistant.i18n.catalogues import catalogue_text, read_catalogue, write_changed


def prefill(path: Path, said: Mapping[str, str], remark: str = "") -> bool:
    """
    Gives each message that is empty the text that stands under its context, with a remark for translators; whether
    there was one.

    Raises:
        ContentError: the file is not a catalogue.
    """
    file = read_catalogue(path)
    for entry in file:
        if not entry.obsolete and not entry.msgstr and entry.msgctxt in said:
            entry.msgstr, entry.tcomment = said[entry.msgctxt], remark
    return write_changed(path, catalogue_text(file, file.metadata, file.header))
