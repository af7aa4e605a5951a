"""The templates of one language, and the pieces that they are put together from."""

import datetime as dt
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache, partial
from pathlib import Path
from types import CodeType

from jinja2 import BytecodeCache, Environment, FileSystemLoader, StrictUndefined
from jinja2.bccache import Bucket
from jinja2.ext import Extension
from jinja2.runtime import Context, Macro
from markupsafe import Markup, escape

from assistant.i18n.fill import Rendered, Written
from assistant.i18n.formats import format_day
from assistant.i18n.language import Language, in_digits
from assistant.i18n.words import Words
from assistant.present.policy.terms import TermView
from assistant.present.views import DateView
from assistant.web.frame.assets import Assets

TEMPLATES = Path(__file__).parents[1] / "templates"
PIECES = "texts.html", "strip.html", "fields.html", "editions.html", "blocks.html"
"""Where the macros stand that every template finds."""
MACRO = re.compile(r"\{%-? macro ([a-z]\w*)\(")
KEPT = frozenset({"icon", "kicker", "reach", "cited", "clauses", "meaning", "procedure", "readings", "ruled_out"})
"""Macros that write the same for the same views, on page after page."""
MOST_KEPT = 1000
SENTENCE = re.compile(r'\{\{ say\("([^"{]*)"\)(\.text)? \}\}')
"""A sentence without gaps, where an element may stand; or its text alone."""


class Spoken(Extension):
    """What never changes is written into a template when it is read: sentences without gaps."""

    def preprocess(self, source: str, name: str | None, filename: str | None = None) -> str:
        """The template with these sentences in it. A brace in one of them is no part of a template."""
        say: Callable[[str], str] = self.environment.globals["say"]  # type: ignore[assignment]  # (they are objects)

        def said(found: re.Match[str]) -> str:
            sentence = say(found[1])
            return escape(str(sentence) if found[2] else sentence).replace("{", "&#123;")

        return SENTENCE.sub(said, source)


class _Compiled(BytecodeCache):
    """
    What the templates were compiled to last in each language: for other content, as a preview has it after each change
    of a file, they are the same again.
    """

    def __init__(self) -> None:
        self._held: dict[str, tuple[str, CodeType]] = {}

    def get_bucket(self, environment: Environment, name: str, filename: str | None, source: str) -> Bucket:
        """By what the template is once its sentences stand in it."""
        spoken = environment.preprocess(source, name, filename)
        return super().get_bucket(environment, f"{environment.globals['lang']}/{name}", filename, spoken)

    def load_bytecode(self, bucket: Bucket) -> None:
        checksum, code = self._held.get(bucket.key, ("", None))
        if checksum == bucket.checksum:
            bucket.code = code

    def dump_bytecode(self, bucket: Bucket) -> None:
        if bucket.code is not None:
            self._held[bucket.key] = bucket.checksum, bucket.code


COMPILED = _Compiled()


class _Calling(Context):
    """Calls what a template calls, and no more: nothing of ours wants to be given what it is called from."""

    def call(self, called: Callable[..., object], /, *given: object, _loop_vars: object = None,
             _block_vars: object = None, **named: object) -> object:  # fmt: skip
        return called(*given, **named)


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
            bytecode_cache=COMPILED,
        )
        self.globals |= {
            "say": words.say,
            "plural": words.plural,
            "number": partial(in_digits, language=words.language),
            "day": day,
            "lang": words.language.id,
            "direction": words.language.direction,
            "day_parts": words.language.day_parts,
            "languages": languages,
            "asset": assets.address,
        }
        self.filters |= {"dated": partial(dated, words=words), "spelt_out": spelt_out, "met_in": met_in}
        self.filters["unbroken"] = partial(unbroken, words=words.language.unbroken)
        if fast:
            self.add_extension(Spoken)
            self.context_class = _Calling
        for file in PIECES:
            for name in MACRO.findall((TEMPLATES / file).read_text("utf-8")):
                self.globals[name] = partial(self._first, file, name, fast)

    def prepare(self) -> None:
        """Compiles every template now, and not when a page first needs it."""
        for name in self.list_templates(("html",)):
            self.get_template(name)

    def _first(self, file: str, name: str, fast: bool, /, *given: object, **named: object) -> object:
        """Calls a macro, whose file is compiled only when a page needs it; pages call it directly from then on."""
        if isinstance(self.globals[name], partial):
            for one, macro in vars(self.get_template(file).module).items():
                if isinstance(macro, Macro):
                    self.globals[one] = lru_cache(MOST_KEPT)(macro) if one in KEPT and fast else macro
        called: Callable[..., object] = self.globals[name]  # type: ignore[assignment]  # (they are objects)
        return called(*given, **named)


def day(written: str, iso: str) -> Markup | Rendered:
    """A day in an element of its own; in a sentence of another language it is written as that writes it."""
    element = Markup(f'<time datetime="{iso}">{{}}</time>')  # noqa: S704 (iso is a day or a moment)
    return written.inside(element) if isinstance(written, Rendered) else element.format(written)


def dated(sentence: str, dates: Sequence[DateView], on: str = "", *, words: Words) -> Markup:
    """
    A sentence in which each of these dates, and the day asked about, stands in an element of its own, so that no line
    breaks inside it; inside a moment one may break before the time. A sentence writes dates as its own language does.
    """
    html, spoken = escape(sentence), words.languages.get(getattr(sentence, "lang", ""))
    asked = [(words.written(format_day, dt.date.fromisoformat(day)), day) for day in [on[:DAY_LONG]] if day]
    texts = [(text.again(spoken) if spoken and isinstance(text, Written) else text, iso)
             for text, iso in (*((one.text, one.iso) for one in dates), *asked)]  # fmt: skip
    found = {str(escape(text)): iso for text, iso in texts if text in sentence}
    if not found:
        return html
    wanted = "|".join(re.escape(text) for text in sorted(found, key=len, reverse=True))
    return Markup(re.sub(wanted, lambda one: _element(found[one[0]], one[0]), html))  # noqa: S704 (finished HTML in finished HTML)


def _element(iso: str, text: str) -> str:
    if len(iso) == DAY_LONG:
        return f'<time datetime="{iso}">{text}</time>'
    clock = CLOCK.search(text)
    whole = f'<span class="whole">{text[: clock.start()]}</span>{clock[0]}' if clock else text
    return f'<time datetime="{iso}" class="moment">{whole}</time>'


DAY_LONG = len("2026-11-30")
CLOCK = re.compile(r"\s*\d{1,2}:\d\d(?::\d\d)?$")
"""The time of day at the end of a moment."""
KEPT_WHOLE = "a|abbr|button|h1|h2|h3|script|summary|svg|textarea"
"""Elements whose text stays as it is: nobody's link, heading or button is cut up."""
NO_PROSE = re.compile(r'<(textarea|script|svg|option|button|time|a(?= class="button))\b.*?</\1>', re.DOTALL)
"""Buttons, and what is no HTML."""
LABEL_LONG = 13
"""A text that is no longer is a label."""
LETTER = re.compile("[A-Za-z0-9]")
WHOLE = re.compile(rf"<(/?)(?:{KEPT_WHOLE})[\s>]")


def met_in(terms: Iterable[TermView], html: str) -> list[TermView]:
    """Those of the words that stand in a page, outside of its tags."""
    every = {one: _escaped(one) for one in terms}
    met = {found[1] for found in _standing(tuple(every.values()), html)}
    return [one for one, name in every.items() if name in met]


def spelt_out(html: str, terms: Iterable[TermView]) -> Markup:
    """A page in which each abbreviation says at its first occurrence what it is short for."""
    long = {_escaped(one): escape(one.long) for one in terms if one.long}
    pieces, written, read, within = list[str](), 0, 0, 0
    for found in _standing(tuple(long), html):
        start = found.start()
        within += sum(-1 if mark[1] else 1 for mark in WHOLE.finditer(html, read, start))
        read = start
        if not within and (said := long.pop(found[1], None)):
            pieces += html[written:start], f'<abbr title="{said}">{found[0]}</abbr>'
            written = found.end()
        if not long:
            break
    return Markup("".join([*pieces, html[written:]]))  # noqa: S704 (finished HTML in finished HTML)


def unbroken(html: str, words: tuple[str, ...]) -> str:
    """
    A page in which no line breaks within these words of its language; `#` is a number, and `_` any sign. A text with
    one is wrapped whole: where each part is a box of its own, its words would stand apart. What is short stays so.
    """
    if not words:
        return html
    html, kept, pieces, written = str(html), _kept_together(words), list[str](), 0
    prose = NO_PROSE.sub(lambda one: f"<{' ' * (len(one[0]) - 2)}>", html) + "<"
    for found in kept.finditer(prose):
        start, end = prose.rfind(">", 0, found.start()) + 1, prose.find("<", found.end())
        if found.start() < written or end - start <= LABEL_LONG or prose.rfind("<", start, found.start()) >= 0:
            continue
        said = kept.sub(r'<span class="nowrap">\g<0></span>', html[start:end])
        pieces += html[written:start], f"<span>{said}</span>"
        written = end
    return Markup("".join([*pieces, html[written:]]))  # noqa: S704 (finished HTML in finished HTML)


@lru_cache(MOST_KEPT)
def _kept_together(words: tuple[str, ...]) -> re.Pattern[str]:
    """The longest first; a pattern whose first sign is one of a class is found quickly."""
    signs = [[{"#": "0-9", "_": r"\S"}.get(sign, re.escape(sign)) for sign in one] for one in words]
    spoken = (f"(?<=[{first}])" + "[0-9]*" * (first == "0-9") + "".join(rest).replace("0-9", "[0-9]+")
              for first, *rest in sorted(signs, key=len, reverse=True))  # fmt: skip
    return re.compile(f"[{''.join(first for first, *_ in signs)}](?:{'|'.join(spoken)})")


def _escaped(term: TermView) -> str:
    """The name as a page has it: its text alone, without what else may stand around it as HTML."""
    return str(escape(str(term.name)))


def _standing(names: tuple[str, ...], html: str) -> Iterator[re.Match[str]]:
    """Each place of a page, outside of its tags, where one of these words stands by itself."""
    written, at = _written(names), 0
    while found := written.search(html, at) if names else None:
        start = found.start()
        inside = html.rfind("<", 0, start) > html.rfind(">", 0, start)
        if inside or LETTER.match(html, start - 1, start):
            at = start + 1
        else:
            yield found
            at = found.end()


@lru_cache(MOST_KEPT)
def _written(names: tuple[str, ...]) -> re.Pattern[str]:
    """Any of these words or its plural where it ends by itself; what stands before is seen elsewhere."""
    spoken = "|".join(re.escape(one) for one in sorted(names, key=len, reverse=True))
    return re.compile(rf"({spoken})s?(?![A-Za-z0-9])")
