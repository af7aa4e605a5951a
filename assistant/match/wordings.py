"""The ways in which people name the options of choices and the two sides of a yes-no."""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from assistant.match.words import KANA_ALIKE, Stems
from assistant.model.record import Text
from assistant.parsing.lines import words_of, written_out
from assistant.parsing.plain import JAPANESE, plain, squeezed
from assistant.vocabulary.bands import GIVEN
from assistant.vocabulary.fact import Fact
from assistant.vocabulary.facts.choice import Choice, Choices, YesNo
from assistant.vocabulary.facts.number import Banded

SIGNS = r"\0|[\s_/'\u2019\"\u201c\u201d\u300c\u300d\u300e\u300f\u30fb.:=()\u30fc-]"
CODE = re.compile(r"[A-Z]{2,3}")
SMALL = re.compile(r"(?<![A-Za-z])[a-z]{3}(?![A-Za-z])")
CAPITALS = re.compile(r"(?<![A-Za-z])[A-Z]{2,3}(?=s?(?![A-Za-z]))")
NAMES = re.compile(
    rf"(?:(?<=[a-z0-9,:] )|(?<=[{JAPANESE}])|(?<=[「『\"']))[A-Z][a-z]+(?![A-Za-z])|[A-Z][a-z]+(?=[{JAPANESE}])"
)


class Ignored(NamedTuple):
    """
    What does not count in a wording: articles and fillers, particles, what has been blanked out, blanks and dashes.

    `words` are the fillers among them, `small` words that would be a code in capitals, `answers` the words for yes and
    no with which a label may begin.
    """

    pattern: re.Pattern[str]
    words: frozenset[str]
    small: frozenset[str]
    answers: re.Pattern[str]
    stems: Stems

    @classmethod
    def of(cls, words: Mapping[str, Sequence[str]]) -> "Ignored":
        """By the grammars of some languages (`parsing.grammar.joined`)."""
        fillers = [*map(plain, words_of(words, "clauses.fillers"))]
        western, others = ([word for word in fillers if word.isascii() == latin] for latin in (True, False))
        joins = (*words_of(words, "clauses.cases"), *words_of(words, "clauses.of_before"))
        cases = "".join(map(re.escape, joins))
        answers = "|".join(re.escape(word) for path in ("yes", "no") for word in words_of(words, f"answers.{path}"))
        behind = rf"(?<=[^\s\u3041-\u3096])[{cases}]" if cases else ""
        parts = [rf"\b{_either(western)} ", _either(others), behind, SIGNS]
        return cls(
            re.compile("|".join(filter(None, parts))),
            frozenset(fillers),
            frozenset(map(plain, words_of(words, "clauses.small"))),
            re.compile(rf"^(?:{answers or '(?!)'})[,\u3001]\s*", re.IGNORECASE),
            Stems.by(words),
        )


def _either(words: Collection[str]) -> str:
    """The pattern of some words, which fails fast where none of them begins; one that finds nothing for none."""
    firsts = "".join(sorted({re.escape(word[0]) for word in words}))
    return rf"(?:(?=[{firsts}])(?:{'|'.join(map(re.escape, words))}))" if words else "(?!)"


class Spelling(NamedTuple):
    """
    What people write who mean an option: a spelling of it, or its label in some language.

    `cued`: it counts only beside a cue of the fact. `yes_no`: the option is a side of a yes-no. `of` are the names of a
    choice's option, for a spelling of it.
    """

    text: str
    fact: str
    option: str
    label: bool
    cued: bool
    yes_no: bool
    of: Sequence[str] = ()


class Wording(NamedTuple):
    """
    One way of naming an option, without blanks and dashes.

    `named`: it is a name, not a description: a label, or it holds a figure or is a code. `code`: two or three capitals,
    such as ACT, which are a code where they are written so, or as a name, *Tas*. `part`: it begins a name that goes
    on with a figure, and may mean another of that name. The rest is as in `Spelling`.
    """

    text: str
    fact: str
    option: str
    named: bool
    code: bool
    cued: bool
    yes_no: bool
    part: bool


def spellings_of(facts: Mapping[str, Fact], translations: Mapping[str, Sequence[str]]) -> tuple[Spelling, ...]:
    """What people write who mean the options of some facts; `translations` are renderings by the sentence's context."""
    return tuple(one for name, fact in facts.items() for one in _of_fact(name, fact, translations))


def wordings_of(spellings: Iterable[Spelling], ignored: Ignored) -> tuple[Wording, ...]:
    """Every wording of every option, longest first; what names two options of one fact is left out."""
    found = {_key(one): one for one in (_wording(spelling, ignored) for spelling in spellings) if one.text}
    options: dict[tuple[str, str], set[str]] = {}
    for one in found.values():
        options.setdefault((one.text, one.fact), set()).add(one.option)
    return tuple(one for _, one in sorted(found.items()) if len(options[one.text, one.fact]) == 1)


def _key(one: Wording) -> tuple[object, ...]:
    return -len(one.text), one.text, one.fact, one.cued, not one.named, one.option, one.code


def telling(
    wordings: Sequence[Wording], title: Sequence[str], asked: Collection[str], known: Collection[str], ignored: Ignored
) -> tuple[Wording, ...]:
    """
    The wordings that tell something in a question about one topic.

    What its title says anyway does not. Facts that the topic does not ask for count by names only, and only those of
    `known`.
    """
    said = " ".join(tight(text, ignored) for text in title)
    own = (one for one in wordings if one.fact in asked or (one.named and one.fact in known))
    return tuple(one for one in own if one.text not in said)


def written(wordings: Sequence[Wording], text: str, small: frozenset[str]) -> tuple[Wording, ...]:
    """
    The wordings that count in a text as it was typed.

    Codes of two letters that it does not hold in capitals do not, save in a text without any; nor do words. A label
    that it writes with a capital inside a sentence (`High`) needs no cue.
    """
    if text == text.lower():
        return tuple(one for one in wordings if not one.code or one.text not in small)
    capitals = {code.lower() for code in CAPITALS.findall(text)}
    names = {name.lower() for name in NAMES.findall(text)}
    codes = capitals | ({*SMALL.findall(text), *names} - small)
    known = (one for one in wordings if not one.code or one.text in codes)
    return tuple(one._replace(cued=False) if one.cued and one.named and one.text in names else one for one in known)


def tight(text: str, ignored: Ignored) -> str:
    """Text folded, without what does not count, all kana alike."""
    return squeezed(ignored.pattern.sub("", plain(text))).translate(KANA_ALIKE)


def _of_fact(name: str, fact: Fact, translations: Mapping[str, Sequence[str]]) -> Iterator[Spelling]:
    spellings: dict[str, tuple[str, ...]] = {}
    labels: dict[str, Text | None] = {}
    if isinstance(fact, Choice | Choices):
        spellings = {option: about.spellings for option, about in fact.options.items()}
        labels = {option: about.label for option, about in fact.options.items()}
    elif isinstance(fact, YesNo):
        spellings = {"yes": fact.spellings.yes, "no": fact.spellings.no}
        labels = {"yes": fact.yes, "no": fact.no}
    elif isinstance(fact, Banded):
        spellings = {f"{GIVEN}{band}": texts for band, texts in fact.spellings.items()}
    yes_no = isinstance(fact, YesNo)
    for option, texts in spellings.items():
        label = labels.get(option)
        wholes = label.source.split("/") if label and not yes_no else ()
        ways = (way for line in texts for way in written_out(line))
        yield from (Spelling(text, name, option, False, False, yes_no, wholes) for text in ways)
    if fact.cues and not yes_no:
        yield from (
            Spelling(text, name, option, False, True, False)
            for frame in fact.frames
            for option in frame.says
            for text in frame.says[option]
        )
    for option, label in labels.items():
        for text in (label.source, *translations.get(label.context, ())) if label else ():
            yield Spelling(text, name, option, True, bool(fact.cues), yes_no)


def _wording(one: Spelling, ignored: Ignored) -> Wording:
    text = ignored.answers.sub("", one.text) if one.label else one.text
    code = bool(CODE.fullmatch(text))
    named = one.label or code or any(sign.isdigit() for sign in text)
    start, longer = squeezed(plain(one.text)), (squeezed(plain(whole)) for whole in one.of)  # *SV9100* of *SV9100 CP20*
    part = any(whole.startswith(start) and any(map(str.isdigit, whole[len(start) :])) for whole in longer)
    return Wording(tight(text, ignored), one.fact, one.option, named, code, one.cued, one.yes_no, part)
