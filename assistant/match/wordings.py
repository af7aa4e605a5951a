"""The ways in which people name the options of choices and the two sides of a yes-no."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from assistant.match.words import KANA_ALIKE
from assistant.model.fact import Choice, Fact, YesNo
from assistant.model.record import Text
from assistant.typed.plain import plain, squeezed

IGNORED = re.compile(r"[\s_/'’・.ー-]")
LEADING_YES = re.compile(r"^(?:yes|no|はい|いいえ)[,、]\s*", re.IGNORECASE)
CODE = re.compile(r"[A-Z]{2,3}")
CAPITALS = re.compile(r"(?<![A-Za-z])[A-Z]{2,3}(?![A-Za-z])")
WORDS_TOO = frozenset({"act", "as", "at", "be", "by", "do", "go", "in", "is", "it", "no", "of", "on", "or", "so", "to"})
"""What would be a code in capitals and is a word in small letters."""


@dataclass(frozen=True, slots=True)
class Wording:
    """
    One way of naming an option, without blanks and dashes.

    `words` are the same, word by word. `named`: it is a name (a label, or it holds a figure or is a code), not a
    description. `code`: two or three capitals, such as ACT, which are a code only where they are written so. `cues`:
    it counts only beside one of them. `yes_no`: it answers a yes-no.
    """

    text: str
    fact: str
    option: str
    words: tuple[str, ...] = ()
    named: bool = False
    code: bool = False
    cues: tuple[str, ...] = ()
    yes_no: bool = False


def wordings_of(facts: Mapping[str, Fact], translations: Mapping[str, Sequence[str]]) -> tuple[Wording, ...]:
    """Every wording of every option, longest first; what names two options of one fact is left out."""
    found = {wording for name, fact in facts.items() for wording in _of_fact(name, fact, translations) if wording.text}
    options: dict[tuple[str, str], set[str]] = {}
    for one in found:
        options.setdefault((one.text, one.fact), set()).add(one.option)
    single = (one for one in found if len(options[one.text, one.fact]) == 1)
    return tuple(
        sorted(single, key=lambda one: (-len(one.text), one.text, one.fact, one.cues, not one.named, one.words))
    )


def telling(
    wordings: Sequence[Wording], title: Sequence[str], asked: Sequence[str], known: Sequence[str]
) -> tuple[Wording, ...]:
    """
    The wordings that tell something in a question about one topic.

    What its title says anyway does not. Facts that the topic does not ask for count by names only, and only those of
    `known`.
    """
    said = " ".join(map(tight, title))
    fresh = (one for one in wordings if one.text not in said)
    return tuple(one for one in fresh if one.fact in asked or (one.named and one.fact in known))


def written(wordings: Sequence[Wording], text: str) -> tuple[Wording, ...]:
    """Without the codes that the text, as it was typed, does not hold in capitals; in a text without any, all count."""
    if text == text.lower():
        return tuple(one for one in wordings if not one.code or one.text not in WORDS_TOO)
    codes = {code.lower() for code in CAPITALS.findall(text)}
    return tuple(one for one in wordings if not one.code or one.text in codes)


def tight(text: str) -> str:
    """Text folded, without blanks, dashes, dots and long vowel marks, all kana alike."""
    return squeezed(IGNORED.sub("", plain(text))).translate(KANA_ALIKE)


def _of_fact(name: str, fact: Fact, translations: Mapping[str, Sequence[str]]) -> Iterator[Wording]:
    labels: dict[str, Text] = {}
    spellings: dict[str, tuple[str, ...]] = {}
    if isinstance(fact, Choice):
        labels = {option: about.label for option, about in fact.options.items()}
        spellings = {option: about.spellings for option, about in fact.options.items()}
    elif isinstance(fact, YesNo):
        labels = {option: label for option, label in (("yes", fact.yes), ("no", fact.no)) if label}
        spellings = {"yes": fact.spellings.yes, "no": fact.spellings.no}
    yes_no = isinstance(fact, YesNo)
    for option, texts in spellings.items():
        yield from (_wording(text, name, option, yes_no=yes_no) for text in texts)
    for option, label in labels.items():
        for text in (label.source, *translations.get(label.context, ())):
            yield _wording(LEADING_YES.sub("", text), name, option, named=True, cues=fact.cues, yes_no=yes_no)


def _wording(
    text: str, fact: str, option: str, *, yes_no: bool, named: bool = False, cues: tuple[str, ...] = ()
) -> Wording:
    code = bool(CODE.fullmatch(text))
    named = named or code or any(sign.isdigit() for sign in text)
    return Wording(tight(text), fact, option, tuple(re.findall(r"[\w']+", plain(text))), named, code, cues, yes_no)
