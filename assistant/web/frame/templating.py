"""The templates of one language: what never changes is written into them once, not for every page."""

import re
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from jinja2 import Environment, FileSystemLoader, StrictUndefined, nodes
from jinja2.runtime import Macro
from jinja2.visitor import NodeTransformer
from markupsafe import Markup, escape

from assistant.i18n.language import Language
from assistant.i18n.words import Rendered, Words
from assistant.present.views import DateView
from assistant.web.frame.assets import Assets

if TYPE_CHECKING:
    from jinja2.nodes import Call, FromImport, Name, Node, Template

TEMPLATES = Path(__file__).parents[1] / "templates"
SHARED = "texts.html", "strip.html", "fields.html", "editions.html", "blocks.html"
"""Where the macros stand that templates import; a file may use those before it."""
KEPT = frozenset({"icon", "cited", "notes", "clauses", "procedure", "readings", "ruled_out"})
"""Macros that write the same for the same views, on page after page."""
MOST_KEPT = 1000


class Plain(Environment):
    """Templates that say everything in one language."""

    def __init__(self, words: Words, languages: Mapping[str, Language], assets: Assets) -> None:
        super().__init__(
            loader=FileSystemLoader(TEMPLATES), autoescape=True, undefined=StrictUndefined,
            trim_blocks=True, lstrip_blocks=True, auto_reload=False,
        )  # fmt: skip
        self.globals |= {
            "say": words.say, "plural": words.plural, "lang": words.language.id, "direction": words.language.direction,
            "day_parts": words.language.day_parts, "languages": languages, "asset": assets.address, "gap": chr,
        }  # fmt: skip
        self.filters |= {"around": around, "dated": dated}


class Templates(Plain):
    """
    The same, made fast without a difference to the pages: what Jinja does for every page is done once.

    When a template is compiled, `fixed` functions are called where they are given constants, `text` becomes a filter,
    which Jinja calls with less ado than a macro, and imports go, as the macros they name are found without.
    """

    def __init__(self, words: Words, languages: Mapping[str, Language], assets: Assets) -> None:
        super().__init__(words, languages, assets)
        self.fixed = {name: self.globals[name] for name in ("say", "asset", "gap", "lang", "direction")}
        self.filters["text"] = text_in(words.language.id)
        for file in SHARED:
            for name, macro in vars(self.get_template(file).module).items():
                if isinstance(macro, Macro):
                    self.globals[name] = Kept(macro) if name in KEPT else macro
            # An icon is the same everywhere: from here on, it is written into the templates.
            self.fixed["icon"] = self.globals["icon"]

    def _generate(self, source: "Template", name: str | None, filename: str | None, defer_init: bool = False) -> str:
        return super()._generate(_Fixing(self).visit(source), name, filename, defer_init)


class _Fixing(NodeTransformer):
    """Does at once what comes to the same on every page."""

    def __init__(self, templates: Templates) -> None:
        self.fixed, self.known = templates.fixed, templates.globals

    def visit_FromImport(self, node: "FromImport") -> "Node | None":  # noqa: N802 (Jinja calls it by the node's name)
        return None if all(name in self.known for name in node.names) else node

    def visit_Name(self, node: "Name") -> "Node":  # noqa: N802 (Jinja calls it by the node's name)
        value = self.fixed.get(node.name)
        return nodes.Const(value, lineno=node.lineno) if isinstance(value, str) and node.ctx == "load" else node

    def visit_Call(self, node: "Call") -> "Node":  # noqa: N802 (Jinja calls it by the node's name)
        self.generic_visit(node)
        name = node.node.name if isinstance(node.node, nodes.Name) else ""
        if name == "text":
            return nodes.Filter(node.args[0], name, [], [], None, None, lineno=node.lineno)
        function = self.fixed.get(name)
        given = [*node.args, *(one.value for one in node.kwargs)]
        if not callable(function) or not all(isinstance(one, nodes.Const) for one in given):
            return node
        named = {one.key: one.value.as_const() for one in node.kwargs}
        return nodes.Const(function(*(one.as_const() for one in node.args), **named), lineno=node.lineno)


class Kept:
    """A macro that is called once for the same views: they never change, so that their identity is enough."""

    def __init__(self, macro: Callable[..., str]) -> None:
        self.macro = macro
        self.kept: dict[tuple[int, ...], tuple[tuple[object, ...], str]] = {}

    def __call__(self, *views: object) -> str:
        """What the macro writes. The views are kept with it, or others might take their identity."""
        key = tuple(map(id, views))
        found = self.kept.get(key)
        if found is None:
            if len(self.kept) >= MOST_KEPT:
                self.kept.clear()
            found = self.kept[key] = views, self.macro(*views)
        return found[1]


def text_in(lang: str) -> Callable[[Rendered], str]:
    """Writes a text on a page of this language; where it is in another, an element says so."""

    def text(said: Rendered) -> str:
        return said.text if said.lang == lang else Markup('<span lang="{}">{}</span>').format(said.lang, said.text)

    return text


def around(sentence: str, *pieces: str) -> Markup:
    """A sentence whose gaps hold `gap(1)`, `gap(2)` …, with these pieces of HTML in their place."""
    html = str(escape(sentence))
    for number, piece in enumerate(pieces, 1):
        html = html.replace(chr(number), str(escape(piece)))
    return Markup(html)  # noqa: S704 (the sentence is escaped, a piece is escaped or finished HTML)


def dated(sentence: str, dates: Sequence[DateView]) -> Markup:
    """A sentence in which each of these dates stands in an element of its own, so that no line breaks inside it."""
    html = escape(sentence)
    found = {str(escape(date.text)): date.iso for date in dates if date.text in sentence}
    if not found:
        return html
    wanted = "|".join(re.escape(text) for text in sorted(found, key=len, reverse=True))
    return Markup(re.sub(wanted, lambda one: f'<time datetime="{found[one[0]]}">{one[0]}</time>', html))  # noqa: S704 (finished HTML in finished HTML)
