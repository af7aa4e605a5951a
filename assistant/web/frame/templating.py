"""The templates of one language."""

import re
from collections.abc import Mapping, Sequence
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup, escape

from assistant.i18n.language import Language
from assistant.i18n.words import Words
from assistant.present.views import DateView
from assistant.web.frame.assets import Assets

TEMPLATES = Path(__file__).parents[1] / "templates"


class Templates(Environment):
    """Templates that say everything in one language. What is said in another names its language by itself."""

    def __init__(self, words: Words, languages: Mapping[str, Language], assets: Assets) -> None:
        super().__init__(
            loader=FileSystemLoader(TEMPLATES), autoescape=True, undefined=StrictUndefined,
            trim_blocks=True, lstrip_blocks=True, auto_reload=False,
        )  # fmt: skip
        self.globals |= {
            "say": words.say, "plural": words.plural, "lang": words.language.id, "direction": words.language.direction,
            "day_parts": words.language.day_parts, "languages": languages, "asset": assets.address,
        }  # fmt: skip
        self.filters["dated"] = dated


def dated(sentence: str, dates: Sequence[DateView]) -> Markup:
    """A sentence in which each of these dates stands in an element of its own, so that no line breaks inside it."""
    html = escape(sentence)
    found = {str(escape(date.text)): date.iso for date in dates if date.text in sentence}
    if not found:
        return html
    wanted = "|".join(re.escape(text) for text in sorted(found, key=len, reverse=True))
    return Markup(re.sub(wanted, lambda one: f'<time datetime="{found[one[0]]}">{one[0]}</time>', html))  # noqa: S704 (finished HTML in finished HTML)
