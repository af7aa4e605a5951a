"""Where catalogues stand, and how they are read and written: always the same bytes for the same messages."""

from collections.abc import Iterable
from pathlib import Path

import polib
from babel.messages.plurals import get_plural

from assistant.errors import ContentError, Fault
from assistant.i18n.language import Language
from assistant.i18n.message import Template

FORMAT = {
    "MIME-Version": "1.0",
    "Content-Type": "text/plain; charset=UTF-8",
    "Content-Transfer-Encoding": "8bit",
}


def template_path(locales: Path, domain: str) -> Path:
    """The committed template of a domain."""
    return locales / "templates" / f"{domain}.pot"


def catalogue_path(locales: Path, language: str, domain: str) -> Path:
    """The catalogue of a domain in a language."""
    return locales / language / f"{domain}.po"


def read_catalogue(path: Path) -> polib.POFile:
    """
    The catalogue at `path`.

    Raises:
        ContentError: the file is not a catalogue in UTF-8.
    """
    try:
        return polib.pofile(path.read_text("utf-8"), wrapwidth=0)
    except (OSError, ValueError, IndexError) as error:
        mend = "open it in a PO editor, or mend the line by hand"
        raise ContentError([Fault(str(path), 1, 1, "", f"this is not a catalogue: {error}", mend)]) from None


def plural_forms(language: Language) -> tuple[int, str]:
    """How many plural forms a language has, and the rule that chooses one, as PO headers write it."""
    rule = get_plural(language.locale)
    return rule.num_plurals, f"nplurals={rule.num_plurals}; plural={rule.plural_expr};"


def header(template: Template, language: Language | None, before: dict[str, str]) -> dict[str, str]:
    """The header of a catalogue, or of a template where `language` is None; what translators added is kept."""
    ours = {"Project-Id-Version": "policy-assistant", **FORMAT}
    if template.language:
        ours["X-Source-Language"] = template.language
    if language is not None:
        ours |= {"Language": language.id, "Plural-Forms": plural_forms(language)[1]}
    return {**before, **ours}


def catalogue_text(entries: Iterable[polib.POEntry], metadata: dict[str, str], comment: str = "") -> str:
    """The text of a catalogue, with `comment` at its head: no wrapping, no line numbers, no dates."""
    file = polib.POFile(wrapwidth=0)
    file.header, file.metadata = comment, metadata
    file.extend(entries)
    return f"{file}"


def write_changed(path: Path, text: str) -> bool:
    """Writes the file where it says something else now; whether it did."""
    if path.exists() and path.read_text("utf-8") == text:
        return False
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8", newline="\n")
    return True
