"""
Fills the gaps of sentences, which keep their language wherever they come to stand.

Nothing in a sentence or in a value is ever run or interpreted.
"""

from collections.abc import Callable, Mapping
from functools import partial
from typing import Self, TypeVar

from markupsafe import Markup, escape

from assistant.errors import AssistantError
from assistant.i18n.language import Language
from assistant.model.record import Text

Value = TypeVar("Value")


class EmptyGap(AssistantError):
    """A sentence has a gap for which its caller gives no value."""

    def __init__(self, name: str, sentence: str) -> None:
        self.name, self.sentence = name, sentence
        super().__init__(f"nothing to put into {{{name}}} of {sentence!r}")


class Rendered(str):
    """
    A sentence for people: a text that knows the language that it is in, which is not always the one asked for, `page`.

    In HTML, an element names its language where it stands in another: on a page, or in another sentence. `inner` is
    what stands in that element, where it is more than the text: it holds other sentences, or elements of its own.
    """

    lang: str
    page: str
    inner: Markup | None
    __slots__ = ("inner", "lang", "page")

    def __new__(cls, text: str, lang: str, page: str = "", inner: Markup | None = None) -> Self:
        said = str.__new__(cls, text)
        said.lang, said.page, said.inner = lang, page or lang, inner
        return said

    def __reduce__(self) -> tuple[type["Rendered"], tuple[str, str, str, Markup | None]]:
        """What a copy is made of."""
        return Rendered, (str(self), self.lang, self.page, self.inner)

    @property
    def text(self) -> str:
        """The text alone, for a place in which no element may stand: a title, an attribute."""
        return str(self)

    def inside(self, element: Markup) -> "Rendered":
        """The same in an element, such as `<b>{}</b>`, wherever it comes to stand."""
        return Rendered(str(self), self.lang, self.page, element.format(self.inner or str(self)))

    def html(self, around: str) -> Markup:
        """As HTML, where what stands around it is in this language."""
        inner = escape(str(self)) if self.inner is None else self.inner
        return inner if self.lang == around else Markup(f'<span lang="{self.lang}" dir="auto">{inner}</span>')  # noqa: S704 (inner is HTML)

    def __html__(self) -> str:
        """As HTML on its page."""
        return self.html(self.page)


class Written(Rendered):
    """A day, a time or a number as one language writes it, which `again` writes as another does."""

    again: Callable[[Language], "Written"]
    __slots__ = ("again",)

    @classmethod
    def of(cls, write: Callable[[Value, Language], str], value: Value, language: Language) -> "Written":
        """A value as `write` writes it in a language."""
        written = cls.__new__(cls, write(value, language), language.id)
        written.again = partial(cls.of, write, value)
        return written

    def inside(self, element: Markup) -> "Written":
        made = Written.__new__(Written, str(self), self.lang, self.page, element.format(str(self)))
        made.again = lambda language: self.again(language).inside(element)
        return made


def rendered(sentence: str, lang: str, page: str, values: Mapping[str, object], strict: bool) -> Rendered:
    """A sentence in this language, with its gaps filled: sentences and HTML among the values stay what they are."""
    if not values or not any(_more_than_text(one, lang) for one in values.values()):
        return Rendered(fill(sentence, values, strict), lang, page)
    pieces = {name: one.html(lang) if isinstance(one, Rendered) else escape(one) for name, one in values.items()}
    texts = {name: one.striptags() if isinstance(one, Markup) else one for name, one in values.items()}
    return Rendered(fill(sentence, texts, strict), lang, page, Markup(fill(escape(sentence), pieces, strict)))  # noqa: S704 (all of it is escaped)


def _more_than_text(value: object, lang: str) -> bool:
    """Whether a value is HTML, or a sentence that does not go without saying its language."""
    if isinstance(value, Rendered):
        return value.inner is not None or value.lang != lang
    return isinstance(value, Markup)


def fill(sentence: str, values: Mapping[str, object], strict: bool) -> str:
    """
    The sentence with its gaps filled, as plain text; values that it has no gap for are left out. Raises `EmptyGap`
    where a value is missing and `strict`; otherwise the gap stays visible.
    """
    if "{" not in sentence:
        return sentence
    pieces: list[str] = Text.GAP.split(sentence)
    for place in range(1, len(pieces), 2):
        name = pieces[place]
        if name not in values and strict:
            raise EmptyGap(name, sentence)
        pieces[place] = f"{values[name]}" if name in values else f"{{{name}}}"
    return "".join(pieces)
