"""Different words for one thing, and kana for kanji: what translators know, applied to questions and phrases alike."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from assistant.match.lexicon import Entry, Lexicon
from assistant.match.words import KANA_ALIKE, Stems, folded, runs

CONCEPT = "="
"""Marks the feature of a thing that has several names."""
LEAST_READING = 3
KANJI = re.compile("[\u3005\u3400-\u9fff]")
HIRAGANA = re.compile("[\u3041-\u3096\u30fc]+")


@dataclass(frozen=True, slots=True)
class Terms:
    """
    Spellings with the thing that each names, and readings in kana with their kanji; all folded.

    Every name of a thing adds the same feature. A reading is replaced by its kanji, the longest first. `asking` are
    the words of each language that tell which aspect is asked, in whatever topic: no policy owns them (`match.index`).
    """

    names: Mapping[str, str] = field(default_factory=dict)
    kanji: Mapping[str, str] = field(default_factory=dict)
    names_known: Lexicon = field(default_factory=Lexicon)
    kanji_known: Lexicon = field(default_factory=Lexicon)
    stems: Stems = field(default_factory=Stems)
    asking: Mapping[str, Lexicon] = field(default_factory=dict)

    @classmethod
    def build(
        cls, things: Mapping[str, Sequence[Sequence[str]]], stems: Stems | None = None,
        asking: Mapping[str, Iterable[str]] | None = None,
    ) -> "Terms":  # fmt: skip
        """
        From the names of each thing, language by language.

        A name in hiragana, of three signs or more, is a reading of the first name if that has kanji. What names two
        things names neither.
        """
        every = {thing: [[folded(name) for name in names] for names in groups] for thing, groups in things.items()}
        names = _by_spelling({thing: [name for group in groups for name in group] for thing, groups in every.items()})
        read = [(group[0], name) for groups in every.values() for group in groups if group for name in group[1:]]
        readings: dict[str, list[str]] = {}
        for first, name in read:
            if KANJI.search(first) and HIRAGANA.fullmatch(name) and len(name) >= LEAST_READING:
                readings.setdefault(first, []).append(name)
        kanji = _by_spelling(readings)
        cues = {
            language: Lexicon.build(Entry.line(folded(line)) for line in lines)
            for language, lines in (asking or {}).items()
        }
        return cls(names, kanji, Lexicon.of(names), Lexicon.of(kanji), stems or Stems(), cues)

    @property
    def words(self) -> frozenset[str]:
        """The words of all names."""
        return frozenset(word for name in self.names for word in runs(name))

    def read(self, text: str) -> tuple[str, dict[str, str]]:
        """Folded text with kanji for kana, and what was replaced: the kana by the kanji."""
        replaced: dict[str, str] = {}
        if text.isascii():
            return text, replaced
        parts, at = [], 0
        for start, end, kana in self.kanji_known.spans(text.translate(KANA_ALIKE)):
            word = self.kanji[kana]
            replaced[word] = text[start:end]
            parts += [text[at:start], word]
            at = end
        return "".join([*parts, text[at:]]), replaced

    def named(self, text: str) -> list[tuple[str, str]]:
        """The feature of each thing that folded text names, and the words that name it."""
        return [(CONCEPT + self.names[span.word], span.word) for span in self.names_known.spans(text)]


def _by_spelling(spellings: Mapping[str, Sequence[str]]) -> dict[str, str]:
    owners: dict[str, set[str]] = {}
    for name, texts in spellings.items():
        for text in filter(None, texts):
            owners.setdefault(text, set()).add(name)
    return {text: next(iter(names)) for text, names in sorted(owners.items()) if len(names) == 1}
