"""A locales folder as those see it who write it: always the same bytes for the same messages."""

from collections.abc import Callable, Iterable, Mapping
from pathlib import Path

from polib import POEntry, POFile

from assistant.errors import ContentError, Fault
from assistant.i18n.catalogues import catalogue_path, read_catalogue, sound_catalogue
from assistant.i18n.comparison import Spellings
from assistant.i18n.language import Language
from assistant.i18n.load import languages
from assistant.i18n.words import plural_rule


def write_changed(path: Path, text: str) -> bool:
    """Writes the file where it says something else now; whether it did."""
    if path.exists() and path.read_bytes() == text.encode():
        return False
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text.encode())
    return True


def catalogue_text(entries: Iterable[POEntry], metadata: dict[str, str], comment: str = "") -> str:
    """The text of a catalogue, with `comment` at its head: no wrapping, no line numbers, no dates."""
    file = POFile(wrapwidth=0)
    file.header, file.metadata = comment, metadata
    file.extend(entries)
    return f"{file}"


class Locales:
    """
    The languages of a folder, and its catalogues, each read once until something else is written there. Raises
    `ContentError` where a `language.yaml` is wrong; not with languages that are `known` already, for a check: it reads
    of each catalogue what can be read.
    """

    def __init__(
        self, folder: Path, spellings: Spellings | None = None, known: Mapping[str, Language] | None = None
    ) -> None:
        self.folder, self.known = folder, languages(folder) if known is None else known
        self.spellings = spellings or Spellings(folder)
        self._strict = known is None
        self._broken: dict[Path, list[Fault]] = {}
        self._read: dict[Path, POFile] = {}
        self._before: dict[Path, POFile] = {}

    def path(self, language: str, domain: str) -> Path:
        """The catalogue of a domain in a language."""
        return catalogue_path(self.folder, language, domain)

    def template_path(self, domain: str) -> Path:
        """The committed template of a domain."""
        return self.folder / "templates" / f"{domain}.pot"

    def file(self, language: str, domain: str) -> POFile:
        """A catalogue; an empty one where none stands. Raises `ContentError` where the file is not a catalogue."""
        path = self.path(language, domain)
        if path not in self._read:
            self._read[path] = self._catalogue(path) if path.exists() else POFile(wrapwidth=0)
        return self._read[path]

    def _catalogue(self, path: Path) -> POFile:
        if self._strict:
            return read_catalogue(path)
        try:
            file, self._broken[path] = sound_catalogue(path)
        except ContentError as error:
            file, self._broken[path] = POFile(wrapwidth=0), error.faults
        return file

    def sound(self, language: str, domain: str) -> tuple[POFile, list[Fault]]:
        """A catalogue without the messages that cannot be read, and what is wrong with these; to be checked only."""
        return self.file(language, domain), self._broken.get(self.path(language, domain), [])

    def before(self, language: str, domain: str) -> POFile:
        """A catalogue as it was before it was first written. Raises `ContentError` as `file` does."""
        path = self.path(language, domain)
        return self._before[path] if path in self._before else self.file(language, domain)

    def known_whole(self, domain: str) -> bool:
        """Could every catalogue of the domain be read, as far as they were?"""
        return not any(faults for path, faults in self._broken.items() if path.stem == domain)

    def entries(self, language: str, domain: str) -> list[POEntry]:
        """Its messages without those that are obsolete. Raises `ContentError` as `file` does."""
        return [entry for entry in self.file(language, domain) if not entry.obsolete]

    def write(self, path: Path, text: str) -> bool:
        """Writes a file of the folder where it says something else now; whether it did."""
        changed = write_changed(path, text)
        if changed and path in self._read:
            self._before.setdefault(path, self._read.pop(path))
        return changed


COUNTS = (*range(201), 1000, 1_000_000)
"""Counts in which every form of every rule of CLDR occurs."""
Rule = Callable[[int], int]


def in_forms(entries: Iterable[POEntry], written: str, wanted: str) -> None:
    """
    Brings the plurals of a catalogue from the rule that its header names to the wanted one, both as `Plural-Forms`.

    A form that stands for the same counts stays; so does the last one, for all that is not said otherwise. The others
    are left empty, to be written.
    """
    if not written or written.replace(" ", "") == wanted.replace(" ", ""):
        return
    before, now = _counts(plural_rule(written)), _counts(plural_rule(wanted))
    for entry in entries:
        said = entry.msgstr_plural
        if said and max(said) < max(before):
            continue  # a tool that writes fewer forms than its header names has not written them by its rule
        entry.msgstr_plural = {
            form: next((said.get(old, "") for old, same in before.items() if same == counts), "")
            or (said.get(max(before), "") if form == max(now) else "")
            for form, counts in now.items()
        } if said else {}  # fmt: skip


def _counts(rule: Rule) -> dict[int, tuple[int, ...]]:
    found: dict[int, list[int]] = {}
    for count in COUNTS:
        found.setdefault(rule(count), []).append(count)
    return {form: tuple(counts) for form, counts in sorted(found.items())}
