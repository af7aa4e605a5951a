"""The list of what people call things, and of what tells what they ask."""

from pathlib import Path

from assistant.i18n.load import languages
from assistant.i18n.questions import read_cues, read_terms

ENTRY = 'msgctxt "term"\nmsgid "{thing}"\nmsgstr "{names}"\n'


def written(path: Path, **things: str) -> None:
    path.parent.mkdir(exist_ok=True)
    path.write_text("\n".join(ENTRY.format(thing=thing, names=names) for thing, names in things.items()), "utf-8")


def test_names_are_read_one_a_line(tmp_path: Path) -> None:
    written(tmp_path / "en" / "terms.po", dongle="dongle\\nUSB key", key="")
    assert read_terms(tmp_path, "en") == {"dongle": ("dongle", "USB key"), "key": ()}
    assert read_terms(tmp_path, "ja") == {}


def test_a_cue_is_no_name_and_a_name_no_cue(tmp_path: Path) -> None:
    written(tmp_path / "en" / "terms.po", dongle="dongle")
    with (tmp_path / "en" / "terms.po").open("a", encoding="utf-8") as catalogue:
        catalogue.write('\nmsgctxt "aspect:free"\nmsgid "money"\nmsgstr "fee\\ncost"\n')
    assert read_terms(tmp_path, "en") == {"dongle": ("dongle",)}
    assert read_cues(tmp_path, "en") == {"free": ("fee", "cost")}


def test_every_language_names_everything(locales: Path) -> None:
    for language in languages(locales):
        assert all(read_terms(locales, language).values())
