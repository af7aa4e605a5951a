"""
Names in a question, and in the mail that it may stand in.

One that is nothing but the name of an option shows what can be asked about it. A name that nothing here knows, another
firm's business in our nouns, is a word with a capital inside a sentence, or a stretch of katakana: a question with one
that no phrase has, and no option of any fact, needs to stand clearer of what no topic answers than others, by as much
as the phrases out of scope tell (`match.margin`).

Of a forwarded mail neither the lines above nor the signature below are asked: the day on which it was sent states no
fact, and a name below it is nobody's business.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import product
from typing import NamedTuple
from unicodedata import normalize

from assistant.match.features import Reader
from assistant.match.understanding import Meant
from assistant.match.wordings import Ignored, Wording, tight
from assistant.match.words import CUT, STRETCH, Stems, folded, has_japanese, is_japanese
from assistant.model.policy import Policy
from assistant.parsing.plain import JAPANESE


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
    before: Sequence[str]
    behind: Sequence[str]
    ignored: Ignored

    @classmethod
    def build(
        cls, policies: Iterable[Policy], rendered: Mapping[str, Sequence[str]], grammar: Mapping[str, Sequence[str]]
    ) -> "Meanings":
        """By the grammars of all languages; `rendered` are translations by context."""
        ignored = Ignored.of(grammar)
        named = {
            tight(name, ignored): (policy.id, id_)
            for policy in policies
            for id_, term in policy.words.items()
            for name in (term.name.source, *term.also, *rendered.get(term.name.context, ()))
        }
        # The dash, which does not count either, stands for the name: a particle behind a name does not count.
        before, behind = (
            {tight(f"-{words}", ignored) for path in paths for words in grammar.get(path, ())}
            for paths in (("meaning.before", "own.before", "ours"), ("meaning.behind", "own.behind"))
        )
        return cls(named, sorted(before, key=len), sorted(behind, key=len), ignored)

    def meant(self, text: str) -> Meant | None:
        """The word, where the text is nothing but its name, or asks what it means and nothing else."""
        if len(text) > LONGEST_MEANING:
            return None
        said = tight(text.translate(dict.fromkeys(map(ord, MARKS.strip(" ")), " ")), self.ignored)
        before = ["", *(one for one in self.before if said.startswith(one))]
        behind = ["", *(one for one in self.behind if said.endswith(one))]
        for first, last in product(before, behind):
            place = self.known.get(said.removeprefix(first).removesuffix(last))
            if place:
                return Meant(*place, bool(first or last))
        return None


MARKS = " \t\n?.!,;:\"'\uff1f\u3001\u3002\u3000\uff01"


LONGEST_MEANING = 100
"""A longer text asks for more than the meaning of a word."""
LONG_ENOUGH = 6
"""A shorter name is easily like another word, and is none of them."""
KATAKANA = "\u30a1-\u30fa\u30fc"
NAME = re.compile(rf"(?<![A-Za-z0-9])[A-Z][A-Za-z]{{2,}}(?![A-Za-z0-9])|(?<![A-Za-z0-9{KATAKANA}])[{KATAKANA}]{{3,}}")
INSIDE = re.compile(rf"[\w,'\"{JAPANESE}] ?$")
LONG_VOWEL = "\u30fc"


class Proper(NamedTuple):
    """A word that may be a name: where it stands in a text, and the features of phrases that have it."""

    text: str
    start: int
    end: int
    features: Sequence[str]


def names_in(text: str, stems: Stems) -> Iterator[Proper]:
    """What is written as a name in a text as it was typed, in NFKC: a capital inside a sentence, or katakana."""
    for name in NAME.finditer(text):
        word = name[0]
        if is_japanese(word):
            ways = (word, word + LONG_VOWEL, word.rstrip(LONG_VOWEL))
            yield Proper(word, *name.span(), [STRETCH + way for way in ways])
        elif is_japanese(text[name.end() : name.end() + 1] or " ") or INSIDE.search(text[: name.start()]):
            yield Proper(word, *name.span(), [stems.of(folded(word))])


@dataclass(frozen=True)
class Strangers:
    """What tells strange names from known ones: the words of all phrases, and what people write for options."""

    reader: Reader
    texts: Sequence[str]

    @cached_property
    def words(self) -> frozenset[str]:
        """The words of those texts, folded; few questions have a name, so that they are not needed at once."""
        return frozenset(word for text in self.texts for word in re.findall(r"\w+", folded(text)))

    @cached_property
    def japanese(self) -> tuple[str, ...]:
        """Those of the words that are Japanese."""
        return tuple(sorted(word for word in self.words if has_japanese(word)))

    def found(self, text: str) -> Iterator[Proper]:
        """The strange names of a text as it was typed, of its first 500 characters."""
        for name in names_in(normalize("NFKC", text[:CUT]), self.reader.terms.stems):
            known = self._katakana if is_japanese(name.text) else self._latin
            if not self.reader.space.numbers(name.features) and not known(folded(name.text)):
                yield name

    def _latin(self, word: str) -> bool:
        return word in self.words or (
            len(word) >= LONG_ENOUGH and self.reader.most_like(self.reader.terms.stems.of(word)) is not None
        )

    def _katakana(self, word: str) -> bool:
        ways = (word, word + LONG_VOWEL, word.rstrip(LONG_VOWEL))
        return any(way in known for way in ways for known in self.japanese)


LINE = re.compile(r"\n|[.!?\u3002](?=\s|$)")
LABELLED = re.compile(r"\n(?=[> \t]*[^\n.?!\u3002:\uff1a]{2,30}[:\uff1a])|(?<=[0-9\u65e5])\n(?=[> \t]*\S)")
STOP = "\u3002"
"""Where a line begins with a label and a colon, or the one before it ends with a figure, as in a form."""
LONGEST_LINE, LONGEST_HEAD = 80, 90
NOTHING = re.compile(r"(?!)")


class Mail(NamedTuple):
    """The words that begin the lines above a mail, those of its subject, and those that end it."""

    heads: re.Pattern[str]
    subjects: re.Pattern[str]
    wrote: re.Pattern[str]
    closings: re.Pattern[str]

    @classmethod
    def of(cls, words: Mapping[str, Sequence[str]]) -> "Mail":
        """By the grammars of some languages (`parsing.grammar.joined`)."""
        heads, subjects, wrote, closings = (
            "|".join(map(re.escape, words.get(f"mail.{part}", ())))
            for part in ("heads", "subjects", "wrote", "closings")
        )
        return cls(
            _pattern(heads, r"(?<![^\s>*-])(?:{})\s?[:\uff1a]"),
            _pattern(subjects, r"(?<![^\s>*-])(?:{})\s?[:\uff1a]"),
            _pattern(wrote, r"(?<!\w)(?:{})\s?[:\uff1a]"),
            _pattern(closings, r"(?<=[.!?\n\u3002])\s*(?:{})(?=[\s,.\u3001\u3002])"),
        )

    def spoken(self, text: str) -> str:
        """Text as typed with blanks for what its writer does not say, and stops between labelled lines, places kept."""
        heads = [(one.start(), one.end()) for one in self.heads.finditer(text)]
        subjects = [(one.start(), one.end()) for one in self.subjects.finditer(text)]
        starts = sorted(start for start, _ in (*heads, *subjects))
        for start, end in heads:
            line = LINE.search(text, end)
            stops = [at for at in starts if at > start] + ([line.start()] if line else [])
            text = _blank(text, start, min([*stops, end + LONGEST_LINE]))
        wrote = [
            (max(text.rfind(sign, 0, one.start()) for sign in ".?!\n") + 1, one) for one in self.wrote.finditer(text)
        ]
        for start, end in (*subjects, *((max(left, one.start() - LONGEST_HEAD), one.end()) for left, one in wrote)):
            text = _blank(text, start, end)
        text = LABELLED.sub(STOP, text)
        for one in self.closings.finditer(text):
            text = _blank(text, one.start(), min([at for at in starts if at > one.start()], default=len(text)))
        return text


def _pattern(words: str, shape: str) -> re.Pattern[str]:
    return re.compile(shape.format(words), re.IGNORECASE) if words else NOTHING


def _blank(text: str, start: int, end: int) -> str:
    end = min(end, len(text))
    return text[:start] + " " * (end - start) + text[end:]
