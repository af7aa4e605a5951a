"""The list of what people call things."""

from pathlib import Path

from assistant.i18n.language import languages
from assistant.i18n.terms import read_terms, term_messages

ENTRY = 'msgctxt "term"\nmsgid "{thing}"\nmsgstr "{names}"\n'


def written(path: Path, **things: str) -> None:
    path.parent.mkdir(exist_ok=True)
    path.write_text("\n".join(ENTRY.format(thing=thing, names=names) for thing, names in things.items()), "utf-8")


def test_names_are_read_one_a_line(tmp_path: Path) -> None:
    written(tmp_path / "en" / "terms.po", dongle="dongle\\nUSB key", key="")
    assert read_terms(tmp_path, "en") == {"dongle": ("dongle", "USB key"), "key": ()}
    assert read_terms(tmp_path, "ja") == {}


def test_every_language_is_asked_for_what_any_language_names(tmp_path: Path, locales: Path) -> None:
    written(tmp_path / "en" / "terms.po", dongle="dongle")
    written(tmp_path / "ja" / "terms.po", carrier="x")
    messages = term_messages(tmp_path, languages(locales))
    assert [(message.context, message.source) for message in messages] == [("term", "carrier"), ("term", "dongle")]


def test_every_language_names_everything(locales: Path) -> None:
    for language in languages(locales):
        assert all(read_terms(locales, language).values())
