"""The matcher over the search phrases of every language, and what it is made from."""

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from assistant.i18n.language import Language, offered
from assistant.i18n.words import Catalogue, Words
from assistant.library.folder import Part
from assistant.library.sources import code_fingerprint, fingerprint
from assistant.loading import library_folder, load_all_words, load_languages, load_library, load_words
from assistant.model.policy import Library
from assistant.model.wordlists import extended
from assistant.parsing.speech import Speech
from assistant.settings import Settings

# What understands questions, and what reads its sources, is slow to import; a server answers pages before.
if TYPE_CHECKING:
    from assistant.i18n.questions import Lines
    from assistant.match.aspect import Cues
    from assistant.match.index import Index
    from assistant.match.lexis import Lexis
    from assistant.match.ranking import Phrase
    from assistant.match.terms import Terms
    from assistant.match.understanding import Understands
    from assistant.match.words import Stems

T = TypeVar("T")
Grammar = Mapping[str, Sequence[str]]
"""Words of grammar by their path."""
GRAMMAR = "grammar.yaml"
SOURCES = ("language.yaml", "questions.po", "terms.po")
"""The files of each language that the index is made from, beside the endings of words."""


def load_matcher(
    settings: Settings, library: Library, words: Mapping[str, Words] | None = None, grammar: Grammar | None = None
) -> "Understands":
    """
    The matcher over every language's search phrases. The language of a question never has to be chosen.

    Its index, which takes seconds to make, is kept as arrays that all processes share. Words and grammar are read
    where whoever asks does not hold them yet.
    """
    from assistant.match.question import Matcher

    grammar = grammar or load_grammar(settings)
    index, cues = load_index(settings, library, grammar)
    library = extended(library, said := load_wordlists(settings))
    rendered = renderings(one.chain[0] for one in (words or load_all_words(settings)).values())
    return Matcher.over(library, index, _lexis(settings, library, said, rendered, grammar), rendered, cues, grammar)


def load_grammar(settings: Settings) -> Grammar:
    """The words of grammar of all languages, by path. Raises `ContentError`."""
    return _kept(settings, "grammar", GRAMMAR, code_fingerprint(), read_grammar)


def load_wordlists(settings: Settings) -> Mapping[str, Sequence[str]]:
    """What all languages together add to the words of the policies' facts, by context. Raises `ContentError`."""
    return _kept(settings, "words", "questions.po", code_fingerprint("matching.py"), read_wordlists)


def _kept(settings: Settings, name: str, file: str, code: str, read: Callable[[Path], Grammar]) -> Grammar:
    """What is read of a file of each language, kept by the fingerprint of these and of the code that reads them."""
    locales = settings.locales
    kept: Grammar = library_folder(settings).load(
        name,
        lambda: fingerprint(locales, sorted(locales.glob(f"*/{file}")), code),
        lambda: Part(json.dumps(read(locales), ensure_ascii=False)),
        lambda part: json.loads(part.text),
    )
    return kept


def load_speech(settings: Settings) -> Speech:
    """How numbers, days and times are written in all languages. Raises `ContentError`."""
    return Speech(load_grammar(settings))


def read_grammar(locales: Path) -> dict[str, list[str]]:
    """The same from the sources."""
    from assistant.i18n.load import read_grammars
    from assistant.parsing.grammar import joined

    return joined(read_grammars(locales))


def load_index(settings: Settings, library: Library, grammar: Grammar | None = None) -> "tuple[Index, Cues]":
    """The index of every language's search phrases, and the words that tell the aspects apart."""
    from assistant.match.aspect import Cues
    from assistant.match.index import Index
    from assistant.match.lexicon import Lexicon
    from assistant.match.terms import Terms
    from assistant.match.words import Stems

    locales = settings.locales

    def make() -> Part:
        from assistant.indexing.index import made

        things, lines, stems = _things(locales), _lines(locales), Stems.by(read_grammar(locales))
        arrays, plain = made(load_phrases(locales, library), Terms.build(things, stems, _asking(locales)))
        cues = {kind: one.kept for kind, one in Cues.build(lines).lexicons.items()}
        held = {"terms": things, "stems": stems.written, "cues": cues, "index": plain}
        return Part(json.dumps(held, ensure_ascii=False), arrays)

    def read(part: Part) -> tuple[Index, Cues]:
        held = json.loads(part.text)
        index = Index.of(part.arrays, held["index"], Terms.build(held["terms"], Stems(*held["stems"])))
        return index, Cues({kind: Lexicon(*one) for kind, one in held["cues"].items()})

    return library_folder(settings).load("index", partial(index_fingerprint, settings, library, grammar), make, read)


def index_fingerprint(settings: Settings, library: Library, grammar: Grammar | None = None) -> str:
    """The fingerprint of what the index is made from: of a grammar only the endings of words."""
    from assistant.match.words import Stems

    return _mark(settings, library, SOURCES, json.dumps(Stems.by(grammar or load_grammar(settings)).written))


def reading_fingerprint(settings: Settings, library: Library) -> str:
    """The fingerprint of all that a question is read by, beside the content."""
    return _mark(settings, library, (*SOURCES, GRAMMAR))


def _mark(settings: Settings, library: Library, names: Iterable[str], *others: str) -> str:
    files = sorted(path for name in names for path in settings.locales.glob(f"*/{name}"))
    code = code_fingerprint("indexing", "match", "parsing", "matching.py")
    return fingerprint(settings.locales, files, code, *library.topics, *others)


def _lexis(
    settings: Settings,
    library: Library,
    said: Mapping[str, Sequence[str]],
    rendered: Mapping[str, Sequence[str]],
    grammar: Grammar,
) -> "Lexis":
    """The words by which the facts of a library are read, which hang on its editions and on what languages add."""
    from assistant.match.lexis import Lexis

    def mark() -> str:
        editions = [(name, policy.edition) for name, policy in library.policies.items()]
        code = code_fingerprint("match", "matching.py")
        return fingerprint(settings.locales, (), code, json.dumps([editions, said, rendered, grammar]))

    def make() -> Part:
        return Part(json.dumps(Lexis.of(library, rendered, grammar).kept, ensure_ascii=False))

    return library_folder(settings).load("lexis", mark, make, lambda part: Lexis.read(json.loads(part.text), grammar))


def make_library(settings: Settings) -> Path:
    """Makes everything that is compiled of these sources; the folder that it stands in. Raises `ContentError`."""
    for language in load_languages(settings):
        load_words(settings, language)
    load_matcher(settings, load_library(settings))
    return library_folder(settings).path


def renderings(catalogues: Iterable[Catalogue]) -> dict[str, list[str]]:
    """What each sentence is in all of these languages, by its context; a label, which shares that, by itself."""
    said = ((*key, told) for one in catalogues for key, told in one.messages.items())
    # A policy's labels share one path (`i18n.words.key_of`).
    return _together((text if path.partition(".")[2] == "label" else path, told) for path, text, told in said)


def load_phrases(locales: Path, library: Library) -> "dict[str, list[Phrase]]":
    """Every language's search phrases by `policy/topic`, for the topics that there are, and by `out-of-scope`."""
    return by_topic(_said(locales, "phrases"), library)


def read_wordlists(locales: Path) -> dict[str, list[str]]:
    """What all languages together add to the words of the policies' facts, by context, from the sources."""
    return _together(pair for said in _said(locales, "words").values() for pair in said.items())


def by_topic(said: "Mapping[str, Lines]", library: Library) -> "dict[str, list[Phrase]]":
    """The same from what was read of each language."""
    from assistant.match.ranking import OUT_OF_SCOPE, Phrase

    return _together(
        (name, [Phrase(text, language) for text in texts])
        for language, topics in said.items()
        for name, texts in topics.items()
        if name in library.topics or name == OUT_OF_SCOPE
    )


def load_terms(locales: Path) -> "Terms":
    """The names of things in every language."""
    from assistant.match.terms import Terms

    return Terms.build(_things(locales), load_stems(locales), _asking(locales))


def load_stems(locales: Path) -> "Stems":
    """The endings of words that do not count, of every language. Raises `ContentError`."""
    from assistant.match.words import Stems

    return Stems.by(read_grammar(locales))


def _things(locales: Path) -> dict[str, list[tuple[str, ...]]]:
    every = _said(locales, "terms", offered).values()
    return _together((thing, [names]) for one in every for thing, names in one.items())


def load_cues(locales: Path) -> "Cues":
    """The words of every language that tell the aspects apart."""
    from assistant.match.aspect import Cues

    return Cues.build(_lines(locales))


def _asking(locales: Path) -> dict[str, list[str]]:
    """The cues of all kinds of each language: they tell what is asked of whatever topic, and when."""
    return {lang: [line for cues in said.values() for line in cues] for lang, said in _said(locales, "cues").items()}


def _lines(locales: Path) -> dict[str, list[str]]:
    return _together(pair for said in _said(locales, "cues").values() for pair in said.items())


def _said(
    locales: Path, kind: str, among: Callable[[Mapping[str, Language]], Iterable[str]] = iter
) -> "dict[str, Lines]":
    """What the entries of a kind say, by language."""
    from assistant.i18n.load import languages
    from assistant.i18n.questions import READ

    return {language: READ[kind](locales, language) for language in among(languages(locales))}


def _together(said: Iterable[tuple[str, Iterable[T]]]) -> dict[str, list[T]]:
    """Everything that is said under each name, in order."""
    found: dict[str, list[T]] = {}
    for name, every in said:
        found.setdefault(name, []).extend(every)
    return found
