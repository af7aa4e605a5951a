"""
Names in a question.

One that is nothing but the name of an option shows what can be asked about it. A name that nothing here knows, another
firm's business in our nouns, is a word with a capital inside a sentence, or a stretch of katakana. A question about a
thing of one that no topic and no option has (*my Norton licence*, *covered by Medicare*) needs to stand clearer of what
no topic answers than others, by as much as the phrases out of scope tell (`match.margin`), and is never sure; beside
something of ours (*Norton's SV9500*) the name does not count: a customer of ours may have it.
"""

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple
from unicodedata import normalize

from rapidfuzz import process
from rapidfuzz.distance import OSA

from assistant.match.features import Reader
from assistant.match.lexicon import Lexicon
from assistant.match.terms import HIRAGANA
from assistant.match.understanding import Meant
from assistant.match.wordings import Ignored, Wording, tight
from assistant.match.words import CUT, STRETCH, Stems, folded, has_japanese, is_japanese
from assistant.model.policy import Policy
from assistant.parsing.lines import words_of
from assistant.parsing.plain import JAPANESE, KATAKANA


class Named(NamedTuple):
    """An option that a whole text names; `place` is where the name stands in it, `text` the name as typed."""

    policy: str
    fact: str
    option: str
    place: tuple[int, int]
    text: str


@dataclass(frozen=True, slots=True)
class Names:
    """The wordings of options of choices, without blanks, with their policy; those that are names; each names one."""

    known: Mapping[str, tuple[str, str, str]]
    proper: frozenset[str]
    ignored: Ignored

    @classmethod
    def build(cls, wordings: Mapping[str, Sequence[Wording]], ignored: Ignored) -> "Names":
        """From the wordings of each policy's facts."""
        found: dict[str, set[tuple[str, str, str]]] = {}
        proper = {one.text for every in wordings.values() for one in every if one.named}
        for policy, every in wordings.items():
            for one in every:
                if not one.yes_no and not one.cued:
                    found.setdefault(one.text, set()).add((policy, one.fact, one.option))
        return cls(
            {text: next(iter(places)) for text, places in found.items() if len(places) == 1}, frozenset(proper), ignored
        )

    def alone(self, text: str) -> Named | None:
        """The option, where the text says nothing else: a word in small letters only where it is its name."""
        name = text.strip(MARKS)
        written = tight(name, self.ignored)
        place = self.known.get(written)
        if place is None or (name == name.lower() and written not in self.proper):
            return None
        start = text.index(name)
        return Named(*place, (start, start + len(name)), name)


@dataclass(frozen=True, slots=True)
class Meanings:
    """
    The words that policies explain, by all their names without blanks, and what stands around one whose meaning is
    asked, or of which people ask whether they have it: that is nothing that a policy knows.
    """

    known: Mapping[str, tuple[str, str]]
    before: frozenset[str]
    behind: frozenset[str]
    ignored: Ignored

    @classmethod
    def build(
        cls, policies: Iterable[Policy], rendered: Mapping[str, Sequence[str]], grammar: Mapping[str, Sequence[str]],
        ignored: Ignored,
    ) -> "Meanings":  # fmt: skip
        """By the grammars of all languages; `rendered` are translations by context."""
        named = {
            tight(name, ignored): (policy.id, id_)
            for policy in policies
            for id_, term in policy.words.items()
            for name in (term.name.source, *term.also, *rendered.get(term.name.context, ()))
        }
        # The dash, which does not count either, stands for the name: a particle behind a name does not count.
        before, behind = (
            frozenset({"", *(tight(f"-{words}", ignored) for path in paths for words in words_of(grammar, path))})
            for paths in (("meaning.before", "own.before", "ours"), ("meaning.behind", "own.behind"))
        )
        return cls({name: named[name] for name in sorted(named, key=len, reverse=True)}, before, behind, ignored)

    def meant(self, text: str) -> Meant | None:
        """The word, where the text is nothing but its name, or asks what it means and nothing else."""
        if len(text) > LONGEST_MEANING:
            return None
        said = tight(text.translate(dict.fromkeys(map(ord, MARKS.strip(" ")), " ")), self.ignored)
        for name, place in self.known.items():
            before, found, behind = said.partition(name)
            if found and before in self.before and behind in self.behind:
                return Meant(*place, bool(before or behind))
        return None


def titles(policies: Iterable[Policy], rendered: Mapping[str, Sequence[str]]) -> Iterator[str]:
    """What policies are called in short, whose they are, and the rest: *NEC Swap-Out*, *NEC*, *Swap-Out*."""
    for policy in policies:
        for name in (policy.about.short.source, *rendered.get(f"{policy.id}.short", ())):  # translated by that role
            yield from filter(None, (name, *WHOSE.split(name, 1)))


MARKS = " \t\n?.!,;:\"'\uff1f\u3001\u3002\u3000\uff01"
LONGEST_MEANING = 100
"""A longer text asks for more than the meaning of a word."""
LONG_ENOUGH = 6
"""A shorter name is easily like another word, and is none of them, unless its signs are merely exchanged."""
SAME = 0.8
"""A name in katakana that is so like a known word is a misspelling of it."""
NAME = re.compile(rf"(?<![A-Za-z0-9])[A-Z][A-Za-z]{{2,}}(?![A-Za-z0-9])|(?<![{KATAKANA}])[{KATAKANA}]{{2,}}")
BRAND = re.compile("(?<![A-Za-z0-9])(?:[A-Z][A-Za-z]|[a-z][A-Z])[A-Za-z]+(?![A-Za-z0-9])")
"""A name in Latin letters wherever it stands: *iPad*."""
SHORT = 2
"""A name in katakana of so few signs is one only where a thing is said to be of it."""
OF_IT = re.compile(r"(?:'[a-z]+)? ([a-z]{3,})|[\s?!.]*$")
"""Behind a name whose thing is meant: what is of it in small letters, or nothing more."""
INSIDE = re.compile(rf"[\w,'\"{JAPANESE}] ?$")
LONG_VOWEL = "\u30fc"
WHOSE = re.compile(r"(?<=[A-Za-z'])(?: |(?=[^\x20-\x7f]))")
CODE = re.compile("[a-z]+[ -]?[0-9]+")


class Proper(NamedTuple):
    """A word that may be a name, its features, whether a thing is said to be of it, and whether it opens a sentence."""

    text: str
    features: Sequence[str]
    owns: bool
    opens: bool = False


def names_in(text: str, stems: Stems) -> Iterator[Proper]:
    """What may be a name in a text as it was typed, in NFKC: with a capital, or in katakana."""
    for name in NAME.finditer(text):
        word, behind = name[0], text[name.end() :]
        of = next((one for one in stems.owning if behind.startswith(one)), "")
        owns = bool(of) and not HIRAGANA.match(behind, len(of)) and behind != of
        if is_japanese(word):
            if owns or len(word) > SHORT:
                yield Proper(word, ways_of(word, stems), owns)
        else:
            inside, thing = is_japanese(behind[:1] or " ") or INSIDE.search(text[: name.start()]), OF_IT.match(behind)
            owns = owns or (thing is not None and thing[1] not in stems.little)
            yield Proper(word, ways_of(word, stems), owns, not inside)


def ways_of(word: str, stems: Stems) -> Sequence[str]:
    """The features of a name: in katakana with a long vowel at its end and without."""
    if is_japanese(word):
        return [STRETCH + way for way in (word, word + LONG_VOWEL, word.rstrip(LONG_VOWEL))]
    return [stems.of(folded(word))]


@dataclass(frozen=True)
class Strangers:
    """
    What tells strange names from known ones: the words of all phrases, how many phrases of topics have one
    (`Evidence.of_topics`), what people write for options, and what policies are called.
    """

    reader: Reader
    of_topics: Callable[[int], int]
    texts: Sequence[str]
    called: Sequence[str] = ()

    @cached_property
    def policies(self) -> Lexicon:
        """What policies are called, by all names of one thing."""
        known, called = self.reader.terms.names, {*map(folded, self.called)}
        things = {*map(known.get, called)}
        return Lexicon.of([*called, *(name for name, thing in known.items() if thing in things)])

    @cached_property
    def words(self) -> frozenset[str]:
        """The words of those texts, folded; few questions have a name, so that they are not needed at once."""
        return frozenset(word for text in self.texts for word in re.findall(r"\w+", folded(text)))

    @cached_property
    def japanese(self) -> tuple[str, ...]:
        """Those of the words, and of the names of things, that are Japanese."""
        return tuple(sorted(word for word in {*self.words, *self.reader.terms.names} if has_japanese(word)))

    @cached_property
    def written(self) -> str:
        """The same, one behind the other."""
        return "\0".join(self.japanese)

    def found(self, text: str) -> dict[str, bool]:
        """The names in a text as typed that no topic has and no option; and whether phrases out of scope have them."""
        names = ((one, self._numbers(one)) for one in self._in(text) if not self._known(one))
        foreign = ((one, bool(numbers)) for one, numbers in names if not any(map(self.of_topics, numbers)))
        return {one.text: another for one, another in foreign if another or not one.opens}

    def own(self, text: str) -> bool:
        """Is a thing in it of a name that no topic has, and no option? One that opens a sentence is in a phrase."""
        names = (one for one in self._in(text) if one.owns and (self._numbers(one) or not one.opens))
        return any(not any(map(self.of_topics, self._numbers(one))) and not self._known(one) for one in names)

    def rest(self, typed: str, text: str) -> str:
        """
        The folded text without names that phrases out of scope alone have; none where it has none of these, or where it
        names neither a policy of ours (*Zoom web meeting* is another's) nor a code that is an option's.
        """
        latin = (Proper(word, ways_of(word, self.reader.terms.stems), True) for word in {*BRAND.findall(typed[:CUT])})
        names = (*latin, *(one for one in self._in(typed) if one.owns and is_japanese(one.text)))
        known = ((one, self._numbers(one)) for one in names if not self._known(one))
        foreign = (one for one, numbers in known if numbers and not any(map(self.of_topics, numbers)))
        others = "|".join(re.escape(folded(one.text)) for one in foreign)
        codes = {re.sub("[ -]", "", code) for code in CODE.findall(text)}
        rest = re.sub(f"(?:{others})(?:'s | |\u306e)?", "\0", text) if others else ""
        ours = any(rest[: one.start][-1:] != "\0" for one in self.policies.spans(rest))
        return rest.replace("\0", " ") if ours or not self.words.isdisjoint(codes) else ""

    def _in(self, text: str) -> Iterator[Proper]:
        return names_in(normalize("NFKC", text[:CUT]), self.reader.terms.stems)

    def _numbers(self, name: Proper) -> Collection[int]:
        return self.reader.space.numbers(name.features).values()

    def _known(self, name: Proper) -> bool:
        """Is it what options are called, or a misspelling of what some phrase has?"""
        word = folded(name.text)
        if is_japanese(word):
            near = process.extractOne(word, self.japanese, scorer=OSA.normalized_similarity, score_cutoff=SAME)
            return bool(near) or any(way[len(STRETCH) :] in self.written for way in name.features)
        like = None if self._numbers(name) else self.reader.most_like(name.features[0])
        slip = like is not None and (len(word) >= LONG_ENOUGH or sorted(like) == sorted(name.features[0]))
        return slip or word in self.words
