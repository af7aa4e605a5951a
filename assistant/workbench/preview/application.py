"""
The application of `serve --preview`: every page over the newest good state, with what translators need on top: what is
wrong, how far the page is translated, and the ways into the workshop.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from threading import Lock

from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.middleware.trustedhost import TrustedHostMiddleware
from starlette.requests import Request
from starlette.responses import PlainTextResponse, RedirectResponse, Response
from starlette.types import ASGIApp, Receive, Scope, Send

from assistant.i18n.faults import fault_record
from assistant.i18n.language import Language
from assistant.i18n.words import Catalogue, Words
from assistant.loading import now as clock
from assistant.model.policy import Library
from assistant.parsing import Speech
from assistant.settings import Settings
from assistant.web.frame.assets import Assets
from assistant.web.frame.guard import Guard
from assistant.web.frame.site import ASSETS, Site, preferred
from assistant.workbench.preview.query import ask, html_of, path_of, query_of, reply
from assistant.workbench.preview.stage import TEMPLATES, Clock, Indexed, Stage
from assistant.workbench.preview.tags import IDS, Tags, ids_wanted
from assistant.workbench.preview.traces import dress, heard, insert
from assistant.workbench.preview.views import NAMES, Standing
from assistant.workbench.preview.watch import State, Watch
from assistant.workbench.preview.workshop import AGAIN, Workshop

PATIENCE = 3.0
"""Seconds for which a question waits for what is left of reading the search phrases."""
ASKING = frozenset({"ask", "suggest"})
WORTH_TELLING = ("missing", "stale", "faulty", "new")


@dataclass(frozen=True, slots=True)
class Bar:
    """
    The bar of one page.

    `faults` keep the newest state from being shown, `aside` single translations; `counts` names how many sentences of
    the page are not translated, by why; the addresses are empty where the page has no such view.
    """

    faults: Sequence[Mapping[str, object]]
    aside: Sequence[Mapping[str, object]]
    counts: tuple[tuple[str, str, int], ...]
    sentences: str
    beside: str
    switch: str
    ids: bool
    waiting: bool
    """Nothing good came yet, so that there is no page to show."""

    @classmethod
    def of(cls, request: Request, state: State, words: Words, tags: Tags | None, numbers: Sequence[int]) -> "Bar":
        """The bar of the page that a request leads to, and that says the sentences of these numbers."""
        found = Counter(tags.standing(number)[1] for number in numbers if tags)
        path, query, lang = path_of(request), query_of(request), words.language.id
        here = bool(numbers) and path.startswith(f"/{lang}/")
        rest = path.removeprefix(f"/{lang}/") + query
        others = (*words.language.fallback, *tags.stage.texts.languages) if tags else ()
        other = next((one for one in others if one != lang), lang)
        ids = tags is not None and tags.ids
        switch = f"{path}{query}{'&' if query else '?'}{IDS}={'off' if ids else 'on'}"
        return cls(
            [fault_record(one, words) for one in state.faults],
            [fault_record(one, words) for one in state.aside],
            _counts(found, words),
            f"/{lang}/preview/{lang}/sentences/{rest}" if here else "",
            f"/{lang}/preview/beside/{lang}/{other}/{rest}" if here else "",
            switch if numbers else "",
            ids,
            tags is None,
        )


def _counts(found: Mapping[Standing, int], words: Words) -> tuple[tuple[str, str, int], ...]:
    return tuple(
        (state, words.say(NAMES[state]), found[state]) for state in NAMES if state in WORTH_TELLING and found.get(state)
    )


SHEETS = Assets(Path(__file__).parent / "static", "/preview")
HEADERS = {"Cache-Control": "no-store", "X-Robots-Tag": "noindex, nofollow"}
PLAIN = Language(
    id="en",
    name="English",
    locale="en_GB",
    direction="ltr",
    day="EEE d MMM y",
    time="HH:mm",
    moment="{day}, {time}",
    asked="Questions people ask about “{topic}”",
)
"""What is spoken while no catalogue can be read."""


class Preview:
    """Raw ASGI: looks whether something was saved, then serves the request over the newest good state."""

    def __init__(self, known: Settings, now: Clock, public_url: str, patience: float) -> None:
        self.watch = Watch(known)
        self._build = partial(Stage.build, known=known, indexed=Indexed(), now=now, public_url=public_url)
        self._known, self._now, self._public_url, self._patience = known, now, public_url, patience
        self._stage: tuple[Stage, Workshop] | None = None
        self._building = Lock()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "http":
            response = await self._response(Request(scope, receive))
            response.headers.update(HEADERS)
            await response(scope, receive, send)

    async def _response(self, request: Request) -> Response:
        path = request.scope["path"]
        for files in (SHEETS, ASSETS):
            if path.startswith(f"{files.at}/"):
                return _file(files, request)
        state = await run_in_threadpool(self.watch.look)
        staged = await run_in_threadpool(self._staged, state)
        if staged is None:
            return self._waiting(request, state)
        stage, workshop = staged
        switched = _switched(request)
        if switched is not None:
            return switched
        first, _, rest = path.removeprefix("/").partition("/")
        if first in stage.library.policies and request.method == "GET":
            lang = preferred(request.headers.get("accept-language", ""), stage.texts.languages)
            address = f"/{lang}{path_of(request)}{query_of(request)}"
            return RedirectResponse(address, 302, {"Vary": "Accept-Language"})
        own = first in stage.texts.languages and rest.partition("/")[0] == "preview"
        with heard() as bare:
            learning = rest in ASKING and not await run_in_threadpool(stage.matcher.settled, self._patience)
            page = stage.site.page(request, "preview/waiting.html", 503, AGAIN, reading=True) if learning else None
            response = page or await ask(workshop.app if own else stage.pages, request)
        return self._dressed(request, state, stage, response, bare) if html_of(response) else response

    def _staged(self, state: State) -> tuple[Stage, Workshop] | None:
        """What shows the state; built anew where the state is, once for all who ask meanwhile."""
        if state.library is None or state.texts is None:
            return None
        with self._building:
            shown = self._stage[0] if self._stage else None
            if shown is None or shown.library is not state.library or shown.texts is not state.texts:
                stage = self._build(state.library, state.texts)
                if shown and (shown.matcher.made or shown.matcher.missing):
                    stage.matcher.begin()  # whoever asked before may ask again
                self._stage = stage, Workshop(stage, self._known, self._now)
            return self._stage

    def _dressed(
        self, request: Request, state: State, stage: Stage, response: Response, bare: Iterable[int]
    ) -> Response:
        """A page with its traces turned into what translators see, under the bar; `bare` are sentences without any."""
        html = html_of(response)
        lang = stage.site.language_of(request)
        tags = Tags(stage, lang, ids_wanted(request))
        dressed = dress(html, tags.show)
        bar = Bar.of(request, state, stage.site.words[lang], tags, list(dict.fromkeys([*dressed.numbers, *bare])))
        return reply(response, self._topped(stage.site, lang, bar, dressed.html))

    def _topped(self, site: Site, lang: str, bar: Bar, html: str) -> str:
        head = f'<link rel="stylesheet" href="{SHEETS.address("preview.css")}">\n'
        top = site.environments[lang].get_template("preview/bar.html").render(bar=bar)
        return insert(html, [("</head>", head), ('<header class="top">', top)])

    def _waiting(self, request: Request, state: State) -> Response:
        """Nothing good came yet: what is wrong, as long as it is."""
        texts = state.texts
        words = texts.words if texts else {PLAIN.id: Words(PLAIN, (Catalogue(PLAIN.id, {}),))}
        languages = texts.languages if texts else {PLAIN.id: PLAIN}
        site = Site(
            Library(policies={}),
            words,
            languages,
            Speech({}),
            self._now,
            self._public_url,
            lambda *_: None,
            [TEMPLATES],
        )
        page = site.page(request, "preview/waiting.html", 503, reading=False)
        lang = site.language_of(request)
        bar = Bar.of(request, state, site.words[lang], None, [])
        return reply(page, self._topped(site, lang, bar, html_of(page)))


def _file(files: Assets, request: Request) -> Response:
    try:
        return files.sent(request, request.scope["path"].removeprefix(f"{files.at}/"))
    except HTTPException:
        return PlainTextResponse("no such file\n", 404)


def _switched(request: Request) -> Response | None:
    """Where the address says `ids`, the same address without it, with a cookie that remembers."""
    if IDS not in request.query_params:
        return None
    response = RedirectResponse(path_of(request) + query_of(request, IDS), 303)
    wanted = "off" if request.query_params[IDS] == "off" else "on"
    response.set_cookie(IDS, wanted, httponly=True, samesite="strict")
    return response


def make_preview(
    known: Settings, *, public_url: str, hosts: list[str], now: Clock = clock, patience: float = PATIENCE
) -> ASGIApp:
    """
    The preview over the folders of these settings.

    `hosts` are the names by which it may be asked for (`*` for any): a page elsewhere must not read what is not
    published yet by pointing a name of its own here. A question waits `patience` seconds for the search phrases.
    """
    guarded = TrustedHostMiddleware(Preview(known, now, public_url, patience), allowed_hosts=hosts)
    return Guard(guarded, lambda _: PlainTextResponse("Something went wrong; the terminal says what.\n", 500, HEADERS))
