"""
How people write numbers, days and times: the forms of all languages, ready to be found in one text.

They are made when they are first needed, and never change. A question may be written in any of the languages.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from itertools import product
from typing import NamedTuple

from assistant.parsing.forms import STARTS, Form, form_of
from assistant.parsing.gaps import DAYS, IN_WORDS, NEVER, NUMBERED, Gaps, kind_told
from assistant.parsing.numerals import FILLED, JOINED, SPOKEN, YEAR, Numerals, Spoken, without_language
from assistant.parsing.plain import LETTER, blanked, is_letter

OWN: Mapping[str, tuple[str, ...]] = {
    "days.forms": (
        "{year}{mark}[ ]{month_number}{same}[ ]{day}",
        "{era_year}[ ]{mark}[ ]{month_number}{same}[ ]{day}",
        "{left}{mark}{right}{same}{year}",
        "{left}{mark}{right}{same}{short}<!{mark}{left}>",
        "{left}/{right}<!{mark}{left}>",
        "{day}[ |-]{month}[ |-]{short}<,|;|)|?|. |.$|$>",
    ),
    "days.alone": ("{year}", "{era_year}", "{month}[.]", "{month_number}", "{day}"),
    "clocks.forms": ("{hour}:{minute}[:{second}]",),
    "numbers.amounts": ("{count}[ |-]{unit}", "{count}{unit}{minutes}", "{count} {and_half} {unit}"),
}
"""Forms that are the same in every language."""
LONGEST_WEEKDAY, LONGEST_REMARK = 16, 12
GAP = re.compile(r"\{\w+\}")
IN_ONE = re.compile(f"[{SPOKEN}{YEAR}{JOINED}]{FILLED}*")
"""A number in words, as it stands in signs."""
AMOUNT_STARTS = (
    r"(?:(?<![0-9a-z])(?<![0-9][.,])(?<!\.)|(?<=[a-z]{2})(?=[0-9]{1,3}[^\x20-\x7f\xa0-\xff])"
    r"|(?<=[a-z]{3})(?=[0-9]{1,4}[a-z]{2}(?![a-z0-9]))|(?<=[0-9]m)(?=[0-9]{1,2}[a-z]{2})|(?=[^\x20-\x7f\xa0-\xff]))"
)


class Found(NamedTuple):
    """Where a form stands in a text, what its gaps hold, numbers in figures, the path of the form, and the form."""

    start: int
    end: int
    kind: str
    gaps: Mapping[str, str]
    refused: bool = False
    form: str = ""

    def __hash__(self) -> int:
        return hash((self.start, self.end, self.kind))

    def lies_in(self, other: "Found") -> bool:
        """Is it only a part of the other, of the same kind: *morgen* in *Montag Morgen*?"""
        longer = other.start <= self.start and self.end <= other.end and self[:2] != other[:2]
        return longer and self.kind == other.kind


@dataclass
class Heard:
    """A folded text in which forms are looked for."""

    speech: "Speech"
    spoken: Spoken
    _found: dict[str, list[Found]] = field(default_factory=dict)
    _held: dict[str, bool] = field(default_factory=dict)

    def find(self, *kinds: str) -> Iterator[Found]:
        """Every place where a form of these kinds stands; they may overlap. Each kind is looked for once."""
        for kind in kinds:
            if kind not in self._found:
                self._found[kind] = list(self._look(kind))
        return _counting(one for kind in kinds for one in self._found[kind])

    def _look(self, kind: str) -> Iterator[Found]:
        needing = self.speech.needing(kind).items()
        for _, form in sorted(one for needs, forms in needing if all(map(self._holds, needs)) for one in forms):
            if all(map((text := self._text(form.gaps, form.spelt)).__contains__, form.letters)):
                for one in form.pattern.finditer(text):
                    if self._apart(one):
                        yield self._beside(self.found(kind, form, one))

    def begin(self, *kinds: str) -> Iterator[Found]:
        """The forms of these kinds with which the text begins."""
        return (one for one in _counting(self._begin(kinds)) if not (one.start or one.refused))

    def _begin(self, kinds: Iterable[str]) -> Iterator[Found]:
        first = self.speech.weekday_before.match(self.spoken.signs)
        for kind, start in product(kinds, (0, first.end()) if first else (0,)):
            for form in self.speech.forms(kind):
                text = self._text(form.gaps, form.spelt)
                if one := form.pattern.fullmatch(text, start) or form.pattern.match(text, start):
                    yield self._beside(self.found(kind, form, one))

    def _text(self, gaps: Iterable[str], spelt: Iterable[str] = ()) -> str:
        """The text for a form, whose own number words are as they stand: *in acht Tagen*, *{hour} heures moins dix*."""
        if IN_WORDS.isdisjoint(gaps):
            return self.spoken.words
        text = self.spoken.signs
        for start, end in (one.span() for one in IN_ONE.finditer(text) if spelt):
            word = self.spoken.text[start:end]
            text = f"{text[:start]}{word}{text[end:]}" if word in spelt else text
        return text

    def _beside(self, found: Found) -> Found:
        """A day with the weekday that stands beside it."""
        if found.kind != "days.forms" or found.gaps.keys().isdisjoint(DAYS):
            return found
        text, first = self.spoken.signs, max(0, found.start - LONGEST_WEEKDAY)
        before = list(self.speech.weekday_before.finditer(text, first, found.start))
        behind = self.speech.weekday_behind.match(text, found.end)
        start = before[-1].start() if before and before[-1].end() == found.start else found.start
        gaps = dict(before[-1].groupdict() if start < found.start else {})
        gaps |= {name: day for name, day in behind.groupdict().items() if day} if behind else {}
        return found._replace(start=start, end=behind.end() if behind else found.end, gaps={**found.gaps, **gaps})

    def _holds(self, gap: str) -> bool:
        """Does the text hold something for a gap, wherever it stands?"""
        if gap not in self._held:
            self._held[gap] = self.speech.patterns[gap].search(self._text((gap,))) is not None
        return self._held[gap]

    def _apart(self, one: re.Match[str]) -> bool:
        """Does it neither begin nor end inside a word? Figures may follow letters where the form lets them: *SWA24*."""
        text = self.spoken.text
        inside = (at for at in one.span() if 0 < at < len(text) and is_letter(text[at - 1]) and is_letter(text[at]))
        return not any(text[at].isalpha() or text[at - 1].isdigit() for at in inside) or (
            text[one.end() : one.end() + 1] == "t"
        )

    def found(self, kind: str, form: Form, one: re.Match[str]) -> Found:
        """What a match of a form says."""
        held = ((name, *one.span(name)) for name, text in one.groupdict().items() if text)
        gaps = {"day" if name in NUMBERED else name: self._written(start, end) for name, start, end in held}
        return Found(one.start(), one.end(), kind_told(kind, gaps), gaps, form.refused, form.source)

    def _written(self, start: int, end: int) -> str:
        signs = self.spoken.signs[start:end]
        values = [
            str(self.spoken.values[start + at]) for at, sign in enumerate(signs) if sign in (SPOKEN, YEAR, JOINED)
        ]
        whole = len(values) == 1 and not signs.strip(SPOKEN + YEAR + JOINED + FILLED)
        decimal = len(values) == 2 and signs.startswith(SPOKEN) and signs.endswith((SPOKEN, FILLED))
        return ".".join(values) if whole or decimal else self.spoken.text[start:end]

    def figures(self, one: re.Match[str]) -> str | None:
        """The number that a match of `count` holds, in ASCII; `None` where it holds none."""
        return self.speech.numerals.plain(self._written(*one.span()))

    def without(self, places: Iterable[tuple[int, int]]) -> "Heard":
        """The same text with some stretches blanked out; itself where there are none."""
        stretches, (*texts, values) = list(places), self.spoken
        if not stretches:
            return self
        text, signs, words = (blanked(one, stretches) for one in texts)
        return Heard(self.speech, Spoken(text, signs, words, values))


def _counting(found: Iterable[Found]) -> Iterator[Found]:
    """Without what lies in a stretch that a form says is nothing."""
    every = list(found)
    nothing = [one for one in every if one.refused]
    return (
        one for one in every if one in nothing or not any(n.start <= one.start and one.end <= n.end for n in nothing)
    )


class Speech(Gaps):
    """
    The ways of writing of some languages, by the words of their grammars by path (`parsing.grammar.joined`).

    The words of all of them are its own; the forms of each are filled by the words of that language.
    """

    def __init__(self, words: Mapping[str, Sequence[str]]) -> None:
        super().__init__(without_language(words), Numerals(words))
        self._written = words
        self._forms: dict[str, tuple[Form, ...]] = {}
        self._needing: dict[str, dict[frozenset[str], list[tuple[int, Form]]]] = {}

    @cached_property
    def languages(self) -> Mapping[str, Gaps]:
        """The words and gaps of each language."""
        languages: dict[str, dict[str, Sequence[str]]] = {}
        for path, every in self._written.items():
            own, _, language = path.partition("@")
            languages.setdefault(language, {})[own] = every
        return {language: Gaps(one, self.numerals) for language, one in languages.items()}

    def hear(self, text: str) -> Heard:
        """Folded text, in which forms can be found."""
        return Heard(self, self.numerals.spoken(text))

    def whole(self, text: str, *kinds: str) -> Found | None:
        """The form of these kinds that folded text is, from its beginning to its end."""
        return next((found for found in self.hear(text).begin(*kinds) if found.end == len(text)), None)

    @cached_property
    def between(self) -> re.Pattern[str]:
        """What may stand between a day and a time that are one moment, behind a remark in brackets."""
        words = self.either(self.words("clocks.between")).replace(r"\*", rf"{LETTER}+")
        return re.compile(rf"\s*(?:\([^()]{{1,{LONGEST_REMARK}}}\))?(?:t(?=[0-9])|(?:{words})\s*){{0,3}}")

    @cached_property
    def weekday_before(self) -> re.Pattern[str]:
        """A weekday before a day."""
        return re.compile(rf"(?<!{LETTER})(?P<weekday_before>{self.gaps['weekday_short']})\.?,?\s")

    @cached_property
    def weekday_behind(self) -> re.Pattern[str]:
        """A weekday behind a day, where it may stand in brackets."""
        sign, beside = (self.gaps[f"weekday{which}"] for which in ("_sign", ""))
        of = self.either(("", *self.words("clauses.of_before")))
        return re.compile(
            rf"\s?\((?P<weekday_after>{sign})\)|(?:{of})\s?(?P<weekday_beside>{beside})(?!{LETTER}(?<![0-9]))"
        )

    @cached_property
    def part(self) -> re.Pattern[str]:
        """A part of the day, right behind a day or a time."""
        return re.compile(rf"\s?(?P<part>{self.gaps['part']})(?!{LETTER})")

    def needing(self, kind: str) -> Mapping[frozenset[str], Sequence[tuple[int, Form]]]:
        """The forms of a kind, each with its place among them, by the gaps that a text must hold for them."""
        if kind not in self._needing:
            found: dict[frozenset[str], list[tuple[int, Form]]] = {}
            for place, form in enumerate(self.forms(kind)):
                found.setdefault(form.needs, []).append((place, form))
            self._needing[kind] = found  # whole at once, for all threads
        return self._needing[kind]

    def forms(self, kind: str) -> tuple[Form, ...]:
        """The forms of a kind, ready to be found."""
        if kind not in self._forms:
            starts = AMOUNT_STARTS if kind == "numbers.amounts" else STARTS
            written = [(self.gaps, form) for form in OWN.get(kind, ())]
            written += [(one.gaps, form) for one in self.languages.values() for form in one.words(kind)]
            made = [(gaps, self._made(form, gaps, starts)) for gaps, form in written]
            usable = (form for gaps, form in made if all(gaps[gap] != NEVER for gap in form.needs))
            self._forms[kind] = tuple(usable)
        return self._forms[kind]

    def _made(self, written: str, gaps: Mapping[str, str], starts: str) -> Form:
        form, bare = form_of(self.numerals.signed(written), gaps, starts), GAP.sub("|", written)
        spoken = None if IN_WORDS.isdisjoint(form.gaps) else self.numerals.spoken(bare)
        numbers = IN_ONE.finditer(spoken.signs) if spoken and spoken.values else ()
        return replace(form, source=written, spelt=tuple(bare[slice(*one.span())] for one in numbers))
