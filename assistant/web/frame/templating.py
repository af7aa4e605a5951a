"""The templates of one language, and the pieces that they are put together from."""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import lru_cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from jinja2.ext import Extension
from jinja2.runtime import Macro
from markupsafe import Markup, escape

from assistant.i18n.language import Language
from assistant.i18n.words import Words
from assistant.present.views import DateView
from assistant.web.frame.assets import Assets

TEMPLATES = Path(__file__).parents[1] / "templates"
PIECES = "texts.html", "strip.html", "fields.html", "editions.html", "blocks.html"
"""Where the macros stand that every template finds; a file may use those of the files before it."""
KEPT = frozenset({"icon", "kicker", "reach", "cited", "clauses", "procedure", "readings", "ruled_out"})
"""Macros that write the same for the same views, on page after page."""
MOST_KEPT = 1000
SENTENCE = re.compile(r'\{\{ say\("([^"{]*)"\) \}\}')
"""A sentence without gaps, where an element may stand."""


class Spoken(Extension):
    """What never changes is written into a template when it is read: sentences without gaps."""

    def preprocess(self, source: str, name: str | None, filename: str | None = None) -> str:
        """The template with these sentences in it. A brace in one of them is no part of a template."""
        say: Callable[[str], str] = self.environment.globals["say"]  # type: ignore[assignment]  # (they are objects)
        return SENTENCE.sub(lambda found: escape(say(found[1])).replace("{", "&#123;"), source)


class Templates(Environment):
    """Templates that say everything in one language. What is said in another names its language by itself."""

    def __init__(self, words: Words, languages: Mapping[str, Language], assets: Assets, folders: Iterable[Path] = (),
                 fast: bool = True) -> None:  # fmt: skip
        super().__init__(
            loader=FileSystemLoader([TEMPLATES, *folders]),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            auto_reload=False,
        )
        self.globals |= {
            "say": words.say,
            "plural": words.plural,
            "lang": words.language.id,
            "direction": words.language.direction,
            "day_parts": words.language.day_parts,
            "languages": languages,
            "asset": assets.address,
        }
        self.filters["dated"] = dated
        if fast:
            self.add_extension(Spoken)
        for file in PIECES:
            for name, macro in vars(self.get_template(file).module).items():
                if isinstance(macro, Macro):
                    self.globals[name] = lru_cache(MOST_KEPT)(macro) if name in KEPT and fast else macro


class Environments(dict[str, Templates]):
    """The templates of each language, made when it is first spoken. `folders` hold more than the pages' own."""

    def __init__(self, words: Mapping[str, Words], languages: Mapping[str, Language], assets: Assets,
                 folders: Iterable[Path]) -> None:  # fmt: skip
        super().__init__()
        self._words, self._rest = words, (languages, assets, tuple(folders))

    def __missing__(self, lang: str) -> Templates:
        return self.setdefault(lang, Templates(self._words[lang], *self._rest))


def dated(sentence: str, dates: Sequence[DateView]) -> Markup:
    """A sentence in which each of these dates stands in an element of its own, so that no line breaks inside it."""
    html = escape(sentence)
    found = {str(escape(date.text)): date.iso for date in dates if date.text in sentence}
    if not found:
        return html
    wanted = "|".join(re.escape(text) for text in sorted(found, key=len, reverse=True))
    return Markup(re.sub(wanted, lambda one: f'<time datetime="{found[one[0]]}">{one[0]}</time>', html))  # noqa: S704 (finished HTML in finished HTML)
