"""What every page and the API share: the content in each language, the clock, and the templates."""

import datetime as dt
import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple
from zoneinfo import ZoneInfo

from markupsafe import Markup
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

from assistant.errors import TooNew, UnknownPage
from assistant.i18n.fill import Rendered
from assistant.i18n.formats import format_percent
from assistant.i18n.language import Language, looked_up
from assistant.i18n.words import Words
from assistant.memo import Made
from assistant.model.edition import Earlier, Edition, Name, Publication, named
from assistant.model.policy import Library, Policy
from assistant.parsing import Speech
from assistant.present.people import PeopleView
from assistant.present.policy.contacts import people
from assistant.present.policy.start import in_order
from assistant.present.policy.terms import TermView, terms
from assistant.present.writer import Writer
from assistant.web.frame.assets import Assets
from assistant.web.frame.head import DEFAULT_LANGUAGE, head
from assistant.web.frame.operation import NOTHING, Operation, Operator
from assistant.web.frame.query import read_query
from assistant.web.frame.rooted import FRAME, rooted
from assistant.web.frame.templating import Templates

EARLIEST, LATEST = (dt.datetime(year, 1, 2, tzinfo=dt.UTC) for year in (1900, 2200))
ASSETS = Assets(Path(__file__).parents[1] / "static")
NONE: Mapping[str, str] = MappingProxyType({})
GIVEN = "assistant.given"
UNREADABLE = frozenset({400, 413, 414})
RANGE = re.compile(r"\s*([A-Za-z0-9*-]+)\s*(?:;\s*q=([01](?:\.[0-9]*)?)\s*)?")
"""One language of an Accept-Language header, with how much it is wanted."""


class Taken(NamedTuple):
    """
    How a question was taken that is answered at once: as it was typed, and with its telling words marked; words that
    were read otherwise, each as typed and as read; the topic; the way back to what was understood; where everything
    that it may mean is offered; the address of the answer itself; the query of the question's own; the facts that the
    question speaks of, which no page has asked for; the days that it names and nobody has chosen, each with the address
    at which it is the one that is asked about; and the words for other days, times and amounts that count for nothing.
    """

    typed: str
    question: Markup
    mended: tuple[tuple[str, str], ...]
    title: Rendered
    back: str
    choice: str
    address: str
    query: str
    told: frozenset[str]
    days: tuple[tuple[Rendered, str], ...]
    noticed: tuple[str, ...]


TAKEN = "assistant.taken"
"""Under this name a request holds how the question was taken that led to it."""


@dataclass(frozen=True)
class Site:
    """
    `public_url` is where people reach the pages; `earlier` finds the editions of old links; `folders` hold templates
    beside the pages’ own; `contact` is how to reach whoever runs the site; `names` are those of the present editions,
    by policy, where they are counted, `published` what is told of policies beside their answers; `operation` is what
    whoever runs it wants. `now` gives the moment, with a time zone; from the `clock` that it is made with.
    """

    library: Library
    words: Mapping[str, Words]
    languages: Mapping[str, Language]
    speech: Speech
    now: Callable[[], dt.datetime]
    public_url: str
    earlier: Earlier = lambda policy, edition: None
    folders: Iterable[Path] = ()
    contact: str | None = None
    names: Mapping[str, Name] = field(default_factory=dict)
    published: Mapping[str, Publication] = field(default_factory=dict)
    operation: Operation = NOTHING
    clock: Callable[[], dt.datetime] = field(init=False)
    writers: Mapping[str, Mapping[str, Writer]] = field(init=False)
    """A writer for each policy, by language and policy."""
    environments: Mapping[str, Templates] = field(init=False)
    """The templates of each language, made when it is first spoken; `folders` hold more than the pages' own."""
    operator: Operator | None = field(init=False)

    def __post_init__(self) -> None:
        policies, folders = self.library.policies.items(), tuple(self.folders)
        made = {
            "public_url": self.public_url.rstrip("/"),
            "clock": self.now,
            "now": partial(_between, self.now),
            "writers": {lang: {name: Writer(policy, self.words[lang]) for name, policy in policies}
                        for lang in self.languages},
            "environments": Made(lambda lang: Templates(self.words[lang], self.languages, ASSETS, folders)),
            "operator": Operator.of(self.contact),
        }  # fmt: skip
        vars(self).update(made)

    def today(self, policy: Policy) -> dt.date:
        """The day it is where the policy's clock stands."""
        return self.moment(policy).date()

    def people(self, lang: str) -> tuple[PeopleView, ...]:
        """Whom to reach about each policy."""
        now = self.now()
        return people(in_order(self.writers[lang].values(), now), now)

    def moment(self, policy: Policy) -> dt.datetime:
        """The moment it is where the policy's clock stands."""
        return self.now().astimezone(ZoneInfo(policy.about.time_zone))

    def day_ends(self, *policies: Policy) -> dt.datetime:
        """The moment at which the day first ends where one of these policies' clocks stands."""
        local = map(self.moment, policies)
        ends = [dt.datetime.combine(one.date() + dt.timedelta(days=1), dt.time(), one.tzinfo) for one in local]
        return min(ends, key=lambda end: end.timestamp())

    def latest(self) -> dt.date:
        """The day it is for a page of all policies: the latest of theirs."""
        return max(map(self.today, self.library.policies.values()))

    def publication(self, policy: Policy) -> Publication:
        """What is told of a policy beside its answers."""
        return self.published.get(policy.id) or Publication()

    def language(self, request: Request) -> str:
        """The language that the route's path names. Raises `UnknownPage`."""
        lang: str = request.path_params["lang"]
        if lang not in self.languages:
            raise UnknownPage("language", lang, tuple(self.languages))
        return lang

    def writer(self, request: Request, lang: str = "") -> Writer:
        """The writer of the policy that the route's path names, in this language or its own. Raises `UnknownPage`."""
        writers, name = self.writers[lang or self.language(request)], request.path_params["policy"]
        if name not in writers:
            raise UnknownPage("policy", name, tuple(writers))
        return writers[name]

    def topic(self, request: Request) -> tuple[Writer, str]:
        """The same with the topic that the path names."""
        writer, topic = self.writer(request), request.path_params["topic"]
        if topic not in writer.policy.topics:
            raise UnknownPage("topic", topic, tuple(writer.policy.topics))
        return writer, topic

    def edition(self, policy: Policy, name: str | None) -> Edition | None:
        """
        The earlier edition of this name; None where none is named, it is today's, or it is not known.

        Raises `TooNew` where it is not known because it was made after today's.
        """
        wanted, own = named(name or policy.edition), self.names.get(policy.id)
        found = self.earlier(policy.id, str(wanted)) if wanted.edition != policy.edition else None
        if found is None and own and wanted.edition != own.edition and wanted.number > own.number:
            raise TooNew(policy.id, str(wanted))
        return found

    def lasting(self, policy: Policy) -> str:
        """How a link names the present edition of a policy."""
        return str(self.names.get(policy.id, policy.edition))

    def language_of(self, request: Request) -> str:
        """The language in the path; where none of ours stands there, the one that the reader prefers."""
        first = request.scope["path"].strip("/").split("/")[0]
        accepted = request.headers.get("accept-language", "")
        return first if first in self.languages else preferred(accepted, self.languages)

    def page(
        self, request: Request, template: str, status: int = 200, headers: Mapping[str, str] = NONE, **context: object
    ) -> Response:
        """A page in the language of the request. It is asked for anew each time, unless its headers say otherwise."""
        lang = self.language_of(request)
        switches = self._switches(request, lang, status not in UNREADABLE)
        shown = {
            "switches": switches,
            "head": head(self.public_url, lang, self.languages, switches, status),
            "translated": self._translated(lang),
            "lost": bool(self.words[lang].chain[0].lost),
            "operator": self.operator,
            "taken": request.scope.get(TAKEN),
            "framed": request.scope.get(FRAME),
            "kept_days": self.operation.kept_days,
            "terms": self._terms(request, lang),
            **context,
        }
        html = self.environments[lang].get_template(template).render(shown)
        own = {"Content-Language": lang, "Cache-Control": "no-cache"}
        return HTMLResponse(rooted(html, request.scope), status, {**own, **headers})

    def _terms(self, request: Request, lang: str) -> tuple[TermView, ...]:
        """The words that are explained on the pages of a policy."""
        writer = self.writers[lang].get(request.scope.get("path_params", {}).get("policy", ""))
        return terms(writer) if writer else ()

    def _translated(self, lang: str) -> str:
        """How much a language says itself; empty where that is everything."""
        words = self.words[lang]
        percent = words.chain[0].percent
        return words.written(format_percent, percent) if percent < 100 else ""

    def _switches(self, request: Request, lang: str, readable: bool) -> dict[str, str]:
        """The same page in every language; its start where the address has no language, or none that shows it."""
        taken, policy = request.scope.get(TAKEN), request.scope.get("path_params", {}).get("policy", "")
        path = request.scope.get("raw_path", b"/").decode("latin-1")
        query = request.scope["query_string"].decode("latin-1")
        rest = path.removeprefix(f"/{lang}") if readable and path.startswith(f"/{lang}/") else "/"
        tail = f"?{query}" if query and rest != "/" else ""
        same = f"/ask?{taken.query}" if taken else f"{rest}{tail}"
        return {
            other: f"/{other}{same if language.shows(policy, self.languages) == other else '/'}"
            for other, language in self.languages.items()
        }


def given(request: Request) -> dict[str, str]:
    """The parameters of a request, which are read once for each query. Raises `BadRequest`."""
    path, query = request.scope.get("raw_path", b""), request.scope["query_string"]
    if GIVEN not in request.scope or request.scope[GIVEN][0] != (path, query):  # a page is asked of another within one
        request.scope[GIVEN] = (path, query), read_query(path, query)
    return dict(request.scope[GIVEN][1])


def preferred(accepted: str, languages: Iterable[str]) -> str:
    """The language that an Accept-Language header prefers among ours (RFC 4647, lookup); else English."""
    ranges = [found.groups() for piece in accepted[:1000].split(",") if (found := RANGE.fullmatch(piece))]
    ranges.sort(key=lambda one: -float(one[1] or 1))
    known = dict.fromkeys(languages)
    wanted = (looked_up(tag, known) for tag, weight in ranges if float(weight or 1) > 0)
    return next(filter(None, wanted), DEFAULT_LANGUAGE if DEFAULT_LANGUAGE in known else next(iter(known)))


def _between(clock: Callable[[], dt.datetime]) -> dt.datetime:
    """The moment it is. A clock that is set wrong by centuries stands at the end of what a calendar can count."""
    return min(max(clock(), EARLIEST), LATEST)
