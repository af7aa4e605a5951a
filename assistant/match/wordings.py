"""The ways in which people name the options of choices and the two sides of a yes-no."""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from assistant.match.words import JAPANESE, KANA_ALIKE
from assistant.model.record import Text
from assistant.parsing.plain import plain, squeezed
from assistant.vocabulary.fact import Fact
from assistant.vocabulary.facts.choice import Choice
from assistant.vocabulary.facts.yes_no import YesNo

DETERMINERS = frozenset({"the", "a", "an", "our", "its", "this", "that"})
JOINED_FROM = 4
"""Shorter words are not joined: "I cancelled" is not "cancelled"."""
FILLERS = ("still", "already", "just", "now", "currently", "actually", "recently", "really")
JAPANESE_FILLERS = (
    "もう", "まだ", "すでに", "既に", "去年", "昨年", "先月", "先週", "ずっと", "ちょうど", "全然",
)  # fmt: skip
IGNORED = re.compile(
    rf"\b(?:{'|'.join((*sorted(DETERMINERS), *FILLERS))}) |{'|'.join(JAPANESE_FILLERS)}"
    r"|(?<=[^\sぁ-ゖ])[はがを]|\0|[\s_/'’\"“”「」『』・.:=()ー-]"
)
"""What does not count in a wording: articles, fillers, case particles, what has been blanked out, blanks and dashes."""
LEADING_YES = re.compile(r"^(?:yes|no|はい|いいえ)[,、]\s*", re.IGNORECASE)
CODE = re.compile(r"[A-Z]{2,3}")
SMALL = re.compile(r"(?<![A-Za-z])[a-z]{3}(?![A-Za-z])")
CAPITALS = re.compile(r"(?<![A-Za-z])[A-Z]{2,3}(?![A-Za-z])")
NAMES = re.compile(
    rf"(?:(?<=[a-z0-9,:] )|(?<=[{JAPANESE}])|(?<=[「『\"']))[A-Z][a-z]+(?![A-Za-z])|[A-Z][a-z]+(?=[{JAPANESE}])"
)
WORDS_TOO = frozenset({"act", "as", "at", "be", "by", "do", "go", "in", "is", "it", "no", "of", "on", "or", "so", "to"})
"""What would be a code in capitals and is a word in small letters."""


class Spelling(NamedTuple):
    """
    What people write who mean an option: a spelling of it, or its label in some language.

    `cued`: it counts only beside a cue of the fact. `yes_no`: the option is a side of a yes-no.
    """

    text: str
    fact: str
    option: str
    label: bool
    cued: bool
    yes_no: bool


class Wording(NamedTuple):
    """
    One way of naming an option, without blanks and dashes.

    `words` are the same, word by word, and where none is short all of them as one: "lawn mower", "lawnmower". `named`:
    it is a name (a label, or it holds a figure or is a code), not a description. `code`: two or three capitals, such as
    ACT, which are a code only where they are written so. The rest is as in `Spelling`.
    """

    text: str
    fact: str
    option: str
    words: Sequence[Sequence[str]]
    named: bool
    code: bool
    cued: bool
    yes_no: bool


def spellings_of(facts: Mapping[str, Fact], translations: Mapping[str, Sequence[str]]) -> tuple[Spelling, ...]:
    """What people write who mean the options of some facts; `translations` are renderings by the sentence's context."""
    return tuple(one for name, fact in facts.items() for one in _of_fact(name, fact, translations))


def wordings_of(spellings: Iterable[Spelling]) -> tuple[Wording, ...]:
    """Every wording of every option, longest first; what names two options of one fact is left out."""
    found = {_key(one): one for one in map(_wording, spellings) if one.text}
    options: dict[tuple[str, str], set[str]] = {}
    for one in found.values():
        options.setdefault((one.text, one.fact), set()).add(one.option)
    return tuple(one for _, one in sorted(found.items()) if len(options[one.text, one.fact]) == 1)


def _key(one: Wording) -> tuple[object, ...]:
    return -len(one.text), one.text, one.fact, one.cued, not one.named, one.words, one.option, one.code


def telling(
    wordings: Sequence[Wording], title: Sequence[str], asked: Collection[str], known: Collection[str]
) -> tuple[Wording, ...]:
    """
    The wordings that tell something in a question about one topic.

    What its title says anyway does not. Facts that the topic does not ask for count by names only, and only those of
    `known`.
    """
    said = " ".join(map(tight, title))
    own = (one for one in wordings if one.fact in asked or (one.named and one.fact in known))
    return tuple(one for one in own if one.text not in said)


def written(wordings: Sequence[Wording], text: str) -> tuple[Wording, ...]:
    """
    The wordings that count in a text as it was typed.

    Codes of two letters that it does not hold in capitals do not, save in a text without any; nor do words. A label
    that it writes with a capital inside a sentence (`High`) needs no cue.
    """
    if text == text.lower():
        return tuple(one for one in wordings if not one.code or one.text not in WORDS_TOO)
    capitals = {code.lower() for code in CAPITALS.findall(text)}
    codes = capitals | (set(SMALL.findall(text)) - WORDS_TOO)
    names = {name.lower() for name in NAMES.findall(text)}
    known = (one for one in wordings if not one.code or one.text in codes)
    return tuple(one._replace(cued=False) if one.cued and one.text in names else one for one in known)


def _words(text: str) -> tuple[tuple[str, ...], ...]:
    words = tuple(word for word in re.findall(r"[\w']+", plain(text)) if word not in DETERMINERS)
    if len(words) > 1 and all(len(word) >= JOINED_FROM for word in words):
        return words, ("".join(words),)
    return (words,) if words else ()


def tight(text: str) -> str:
    """Text folded, without what does not count, all kana alike."""
    return squeezed(IGNORED.sub("", plain(text))).translate(KANA_ALIKE)


def _of_fact(name: str, fact: Fact, translations: Mapping[str, Sequence[str]]) -> Iterator[Spelling]:
    spellings: dict[str, tuple[str, ...]] = {}
    labels: dict[str, Text | None] = {}
    if isinstance(fact, Choice):
        spellings = {option: about.spellings for option, about in fact.options.items()}
        labels = {option: about.label for option, about in fact.options.items()}
    elif isinstance(fact, YesNo):
        spellings = {"yes": fact.spellings.yes, "no": fact.spellings.no}
        labels = {"yes": fact.yes, "no": fact.no}
    yes_no = isinstance(fact, YesNo)
    for option, texts in spellings.items():
        yield from (Spelling(text, name, option, False, False, yes_no) for text in texts)
    for option, label in labels.items():
        for text in (label.source, *translations.get(label.context, ())) if label else ():
            yield Spelling(LEADING_YES.sub("", text), name, option, True, bool(fact.cues), yes_no)


def _wording(one: Spelling) -> Wording:
    text, code = one.text, bool(CODE.fullmatch(one.text))
    named = one.label or code or any(sign.isdigit() for sign in text)
    return Wording(tight(text), one.fact, one.option, _words(text), named, code, one.cued, one.yes_no)
