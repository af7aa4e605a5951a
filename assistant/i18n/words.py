"""
Says sentences in one language.

A message is looked up in the language and in those behind it; one that none of them has is said in its source. Nothing
here opens a file: `i18n.load` reads catalogues, `library.policies` keeps them compiled.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from gettext import c2py

from assistant.errors import Fault, Wording
from assistant.i18n.fill import Rendered, Value, Written, rendered
from assistant.i18n.language import INTERFACE, Language, in_digits
from assistant.model.record import Text

Key = tuple[str, str]
"""A message's context and its source text."""
PLACE = "place"
"""The role of a text that says where a clause stands."""
ANSWER = re.compile(r"(.+\.facts\.[^.]+)\.(?:options\.[^.]+\.label|labels\.[^.]+|yes|no)")
"""The path of the name of an answer, behind that of its question."""
WHOLE = re.compile(r".*[.!?。！？]['\"’”」』)）]*", re.DOTALL)
"""A text that says something, and does not only name it."""
NUMBERED = re.compile(r"(.*?)([0-9]+(?:[a-z](?![a-z]))?)([^0-9\s]{0,3})", re.DOTALL)
"""The place of a clause that ends in its number, or in that and a counter such as 項: what stands around it."""


def key_of(context: str, source: str) -> Key:
    """
    What a sentence is translated under, by its path and its text.

    Where a policy says the same sentence twice, that is one message, and so is a name that stands twice in one role:
    two titles, two labels. Only an answer is known by its path, because languages make it agree with its question.
    Places of clauses that differ in their last number are one message, with a gap for it.
    """
    policy, dot, path = context.partition(".")
    if not dot or (".facts." in context and ANSWER.fullmatch(context)):
        return context, source
    role = path.rpartition(".")[2]
    if role == PLACE and (numbered := NUMBERED.fullmatch(source)):
        source = f"{numbered[1]}{{number}}{numbered[3]}"
    return policy + dot + ("" if WHOLE.fullmatch(source) else role), source


@dataclass(frozen=True)
class Catalogue:
    """
    What one language can say: every sound message by context and source text, one text for each plural form.

    `plurals` is the rule of its `Plural-Forms` header; `faults` are the messages that were left out as faulty.
    """

    language: str
    messages: Mapping[Key, tuple[str, ...]]
    plurals: str = ""
    faults: tuple[Fault, ...] = ()
    percent: int = 100
    """How many of a hundred messages that readers meet it has, rounded down: 100 only where it has all."""
    lost: tuple[str, ...] = ()
    """The catalogues that cannot be read at all, by language and name: `ja/ui.po`."""

    @cached_property
    def form(self) -> Callable[[int], int]:
        """From a count to the number of its plural form."""
        return plural_rule(self.plurals)


@dataclass(frozen=True, slots=True)
class Words:
    """
    Says sentences in one language: the first of `chain` that has a translation gives it.

    With `strict`, a gap without a value is an error; without, it stays visible.
    """

    language: Language
    chain: tuple[Catalogue, ...]
    strict: bool = False
    languages: Mapping[str, Language] = field(default_factory=dict)
    """Those in which a sentence may stand, by id: its days and numbers are written as it writes them."""

    @property
    def faults(self) -> tuple[Fault, ...]:
        """The messages that were left out because they are faulty."""
        return tuple(fault for catalogue in self.chain for fault in catalogue.faults)

    def before(self, translations: Mapping[str, Mapping[Key, str]]) -> "Words":
        """
        The words for an earlier edition: the same, behind which stand these translations, by language, path and source.

        A sentence that is still the same is said as it is today, so that an improved translation is no difference.
        """
        former = {lang: {key: (text,) for key, text in said.items()} for lang, said in translations.items()}
        chain = (replace(one, messages={**former.get(one.language, {}), **one.messages}) for one in self.chain)
        return replace(self, chain=tuple(chain))

    def text(self, text: Text, language: str, /, **values: object) -> Rendered:
        """A sentence of the content, which is written in `language`, with its gaps filled."""
        found, _, lang = self._find(key_of(text.context, text.source), language)
        if found and text.context.endswith(f".{PLACE}") and (numbered := NUMBERED.fullmatch(text.source)):
            values = {**values, "number": numbered[2]}
        return self._rendered(found[0] if found else text.source, lang, values)

    def say(self, sentence: str, /, **values: object) -> Rendered:
        """A sentence of the interface, given in English, with its gaps filled."""
        return self.named("", sentence, **values)

    def told(self, wording: Wording, /) -> Rendered:
        """What was kept with its values apart, such as what is wrong in a file."""
        return self.say(wording.sentence, **dict(wording.values))

    def named(self, context: str, sentence: str, /, **values: object) -> Rendered:
        """The same for a sentence that means something else in another context."""
        found, _, lang = self._find((context, sentence), INTERFACE)
        return self._rendered(found[0] if found else sentence, lang, values)

    def plural(self, one: str, many: str, count: int, /, **values: object) -> Rendered:
        """The form of a sentence that fits a count, which fills the gap `{count}`."""
        found, catalogue, lang = self._find(("", one), INTERFACE)
        if catalogue:
            written = [form for form in found if form]
            sentence = found[min(max(catalogue.form(count), 0), len(found) - 1)] or written[-1]
        else:
            sentence = one if count == 1 else many
        counted = self.written(in_digits, count) if self.language.digits else count
        return self._rendered(sentence, lang, {"count": counted, **values})

    def written(self, write: Callable[[Value, Language], str], value: Value) -> Written:
        """A day, a time or a number as `write` writes it, in this language or in that of the sentence around it."""
        return Written.of(write, value, self.language)

    def _rendered(self, sentence: str, lang: str, values: Mapping[str, object]) -> Rendered:
        if lang != self.language.id and (other := self.languages.get(lang)):
            values = {name: one.again(other) if isinstance(one, Written) else one for name, one in values.items()}
        return rendered(sentence, lang, self.language.id, values, self.strict)

    def _find(self, key: Key, source: str) -> tuple[tuple[str, ...], Catalogue | None, str]:
        """A translation, its catalogue and its language; none where the source is as near to the reader."""
        for catalogue in self.chain:
            if catalogue.language == source:
                break
            if key in catalogue.messages:
                return catalogue.messages[key], catalogue, catalogue.language
        return (), None, source


def plural_rule(header: str) -> Callable[[int], int]:
    """The rule of a `Plural-Forms` header as a function from a count to a form; English where it has none."""
    try:
        rule = c2py(header.partition("plural=")[2].rstrip("; "))
    except ValueError:
        return _english

    def choose(count: int) -> int:
        try:
            return int(rule(count))
        except ArithmeticError:
            return _english(count)

    return choose


def _english(count: int) -> int:
    return int(count != 1)
