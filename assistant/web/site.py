"""What every page and the API share: the content, the words of each language, the clock, and the templates."""

import datetime as dt
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from difflib import get_close_matches
from pathlib import Path
from zoneinfo import ZoneInfo

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup, escape
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

from assistant.errors import UnknownPage
from assistant.i18n.language import Language
from assistant.i18n.load import Words
from assistant.loading import Earlier
from assistant.model.policy import Library, Policy
from assistant.present.views import DateView
from assistant.web.assets import Assets
from assistant.web.head import DEFAULT_LANGUAGE, head
from assistant.web.query import read_query

HERE = Path(__file__).parent
ASSETS = Assets(HERE / "static")
UNREADABLE = frozenset({400, 413, 414})


@dataclass(frozen=True, slots=True)
class Site:
    """`public_url` is where people reach the pages, without a slash at its end."""

    library: Library
    words: Mapping[str, Words]
    languages: Mapping[str, Language]
    now: Callable[[], dt.datetime]
    public_url: str
    earlier: Earlier
    environments: Mapping[str, Environment] = field(default_factory=dict)

    @classmethod
    def build(cls, library: Library, words: Mapping[str, Words], languages: Mapping[str, Language],
              now: Callable[[], dt.datetime], public_url: str, earlier: Earlier) -> "Site":  # fmt: skip
        """The site with its templates, an environment for each language."""
        environments = {lang: _environment(words[lang], languages) for lang in languages}
        return cls(library, words, languages, now, public_url.rstrip("/"), earlier, environments)

    def today(self, policy: Policy) -> dt.date:
        """The day it is where the policy's clock stands."""
        return self.now().astimezone(ZoneInfo(policy.about.time_zone)).date()

    def day_ends(self, *policies: Policy) -> dt.datetime:
        """The moment at which the day first ends where one of these policies' clocks stands, as it is in UTC."""
        now = self.now()
        local = [now.astimezone(ZoneInfo(one.about.time_zone)) for one in policies]
        ends = [dt.datetime.combine(one.date() + dt.timedelta(days=1), dt.time(), one.tzinfo) for one in local]
        return min(ends, key=lambda end: end.timestamp())

    def latest(self) -> dt.date:
        """The day it is for a page of all policies: the latest of theirs."""
        return max(map(self.today, self.library.policies.values()))

    def policy(self, name: str) -> Policy:
        """The policy of this id. Raises `UnknownPage`."""
        if name not in self.library.policies:
            raise UnknownPage("policy", name, tuple(self.library.policies))
        return self.library.policies[name]

    def language_of(self, request: Request) -> str:
        """The language in the path; where none of ours stands there, the one that the reader prefers."""
        first = request.scope["path"].strip("/").split("/")[0]
        return (
            first if first in self.languages else preferred(request.headers.get("accept-language", ""), self.languages)
        )

    def page(self, request: Request, template: str, status: int = 200, **context: object) -> Response:
        """A page in the language of the request."""
        lang = self.language_of(request)
        switches = self._switches(request, lang, status not in UNREADABLE)
        shown = {"switches": switches, "head": head(self.public_url, lang, self.languages, switches, status), **context}
        html = self.environments[lang].get_template(template).render(shown)
        return HTMLResponse(html, status, {"Content-Language": lang, "Cache-Control": "no-cache"})

    def _switches(self, request: Request, lang: str, readable: bool) -> dict[str, str]:
        """The same page in every language; its start where the address has no language or cannot be read."""
        path = request.scope.get("raw_path", b"/").decode("latin-1")
        query = request.scope["query_string"].decode("latin-1")
        rest = path.removeprefix(f"/{lang}") if readable and path.startswith(f"/{lang}/") else "/"
        tail = f"?{query}" if query and rest != "/" else ""
        return {other: f"/{other}{rest}{tail}" for other in self.languages}


def given(request: Request) -> dict[str, str]:
    """The parameters of a request. Raises `BadRequest`."""
    return read_query(request.scope.get("raw_path", b""), request.scope["query_string"])


def alike(name: str, names: Iterable[str]) -> tuple[str, ...]:
    """Up to three names that may have been meant."""
    return tuple(get_close_matches(name[:60], list(names), n=3))


def preferred(accepted: str, languages: Mapping[str, Language]) -> str:
    """The language that an Accept-Language header prefers among ours (RFC 4647, lookup); else English."""
    ranges: list[tuple[float, str]] = []
    for piece in accepted[:1000].split(","):
        tag, _, weight = piece.strip().partition(";q=")
        try:
            ranges.append((-float(weight or 1), tag.strip().split("-")[0].lower()))
        except ValueError:
            continue
    wanted = (tag for weight, tag in sorted(ranges, key=lambda one: one[0]) if weight < 0 and tag in languages)
    return next(wanted, DEFAULT_LANGUAGE if DEFAULT_LANGUAGE in languages else next(iter(languages)))


def _environment(words: Words, languages: Mapping[str, Language]) -> Environment:
    environment = Environment(
        loader=FileSystemLoader(HERE / "templates"), autoescape=True, undefined=StrictUndefined,
        trim_blocks=True, lstrip_blocks=True, auto_reload=False,
    )  # fmt: skip
    environment.globals |= {
        "say": words.say, "plural": words.plural, "lang": words.language.id, "direction": words.language.direction,
        "day_parts": words.language.day_parts, "languages": languages, "asset": ASSETS.address, "gap": chr,
    }  # fmt: skip
    environment.filters |= {"around": around, "dated": dated}
    return environment


def around(sentence: str, *pieces: str) -> Markup:
    """A sentence whose gaps hold `gap(1)`, `gap(2)` …, with these pieces of HTML in their place."""
    html = str(escape(sentence))
    for number, piece in enumerate(pieces, 1):
        html = html.replace(chr(number), str(escape(piece)))
    return Markup(html)  # noqa: S704 (the sentence is escaped, a piece is escaped or finished HTML)


def dated(sentence: Markup, dates: Sequence[DateView]) -> Markup:
    """A sentence in which each of these dates stands in an element of its own, so that no line breaks inside it."""
    elements = {
        str(escape(date.text)): Markup('<time datetime="{}">{}</time>').format(date.iso, date.text) for date in dates
    }
    if not elements:
        return sentence
    wanted = re.compile("|".join(re.escape(text) for text in sorted(elements, key=len, reverse=True)))
    return Markup(wanted.sub(lambda found: elements[found[0]], str(sentence)))  # noqa: S704 (it was finished HTML before)
