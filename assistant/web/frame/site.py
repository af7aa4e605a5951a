"""What every page and the API share: the content, the words of each language, the clock, and the templates."""

import datetime as dt
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from difflib import get_close_matches
from pathlib import Path
from zoneinfo import ZoneInfo

from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

from assistant.errors import UnknownPage
from assistant.i18n.formats import format_percent
from assistant.i18n.language import Language, looked_up
from assistant.i18n.marks import with_elements
from assistant.i18n.words import Words
from assistant.loading import Earlier
from assistant.model.policy import Library, Policy
from assistant.web.frame.assets import Assets
from assistant.web.frame.head import DEFAULT_LANGUAGE, head
from assistant.web.frame.query import read_query
from assistant.web.frame.templating import Templates

ASSETS = Assets(Path(__file__).parents[1] / "static")
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
    environments: Mapping[str, Templates] = field(default_factory=dict)
    marked: Mapping[str, Words] = field(default_factory=dict)
    """The words for pages, on which elements name the language of what is not in the page's own."""

    @classmethod
    def build(cls, library: Library, words: Mapping[str, Words], languages: Mapping[str, Language],
              now: Callable[[], dt.datetime], public_url: str, earlier: Earlier) -> "Site":  # fmt: skip
        """The site with its templates, an environment for each language."""
        marked = {lang: replace(words[lang], marking=True) for lang in languages}
        environments = {lang: Templates(marked[lang], languages, ASSETS) for lang in languages}
        return cls(library, words, languages, now, public_url.rstrip("/"), earlier, environments, marked)

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
        shown = {
            "switches": switches, "head": head(self.public_url, lang, self.languages, switches, status),
            "translated": self._translated(lang), **context,
        }  # fmt: skip
        html = with_elements(self.environments[lang].get_template(template).render(shown))
        return HTMLResponse(html, status, {"Content-Language": lang, "Cache-Control": "no-cache"})

    def _translated(self, lang: str) -> str:
        """How much a language says itself; empty where that is everything."""
        words = self.words[lang]
        percent = words.chain[0].percent
        return format_percent(percent, words.language) if percent < 100 else ""

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
            ranges.append((-float(weight or 1), tag.strip()))
        except ValueError:
            continue
    wanted = (looked_up(tag, languages) for weight, tag in sorted(ranges, key=lambda one: one[0]) if weight < 0)
    known = DEFAULT_LANGUAGE if DEFAULT_LANGUAGE in languages else next(iter(languages))
    return next(filter(None, wanted), known)
