"""The workshop's own pages: progress, messages, changes, glossary, search phrases, gaps, and what is wrong."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace
from functools import cache, cached_property
from typing import TYPE_CHECKING

from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from assistant.errors import Fault, UnknownPage, Usage
from assistant.i18n.faults import fault_record
from assistant.i18n.words import Words
from assistant.matching import by_topic
from assistant.settings import PACKAGE, Settings
from assistant.store import reached
from assistant.web.frame.origin import posted
from assistant.web.frame.problems import Problems
from assistant.web.frame.query import BadRequest, write_query
from assistant.web.frame.site import given
from assistant.workbench.catalogues.checks import check_locales
from assistant.workbench.catalogues.glossary import read_glossary
from assistant.workbench.catalogues.locales import Locales
from assistant.workbench.catalogues.messages import STATES, Tally, by_domain, changes_since, met
from assistant.workbench.gaps import Gap, accept, gaps_of
from assistant.workbench.preview.query import written_here
from assistant.workbench.preview.sentences import Editing, Pairs
from assistant.workbench.preview.stage import Clock, Stage
from assistant.workbench.preview.views import (
    NAMES,
    Shelf,
    TermUse,
    chosen,
    domain_title,
    message_view,
    term_uses,
    topics_tried,
)
from assistant.workbench.preview.watch import then

if TYPE_CHECKING:
    from assistant.workbench.evaluation.measurement import LeftOut

PER_PAGE, MOST_GAPS = 40, 50
DAYS_BACK = 7
AGAIN = {"Refresh": "2"}
"""Makes a browser load a page again by itself, after so many seconds."""


class Workshop:
    """The pages over one stage."""

    def __init__(self, stage: Stage, known: Settings, now: Clock) -> None:
        self.stage, self.known, self.now = stage, known, now
        self._uses = cache(self._term_uses)
        problems = Problems(stage.site)
        self.app = Starlette(
            routes=self._routes(),
            exception_handlers={HTTPException: problems.refused, BadRequest: problems.bad},
        )

    def _routes(self) -> list[Route]:
        start, pairs = "/{lang}/preview", Pairs(self.stage)
        return [
            Route(start, lambda request: RedirectResponse(f"/{request.path_params['lang']}/preview/", 303)),
            Route(f"{start}/", self.overview),
            Route(f"{start}/faults", self.faults),
            *pairs.routes(start),
            Route(f"{start}/{{target}}/messages", self.messages),
            *Editing(self.stage, self.known.locales, self._shelf).routes(start),
            Route(f"{start}/{{target}}/changes", self.changes),
            Route(f"{start}/{{target}}/glossary", self.glossary),
            Route(f"{start}/{{target}}/phrases", self.phrases),
            Route(f"{start}/{{target}}/gaps", self.gaps),
            Route(f"{start}/{{target}}/gaps", self.accept, methods=["POST"]),
        ]

    def overview(self, request: Request) -> Response:
        """How far each catalogue of each language has come."""
        words, library = self._words(request), self.stage.library
        cards = [
            (language, Tally.of(shelf.messages), met(shelf.messages, self.stage.texts.languages.get(language)), [
                (domain, domain_title(domain, library, words), tally)
                for domain, tally in by_domain(shelf.messages).items()
            ], [domain_title(one, library, words) for one in library.policies
                if library.policies[one].about.language == language])
            for language, shelf in self.stage.shelves.items()
        ]  # fmt: skip
        return self._page(
            request, "overview", None, cards=cards, names={state: words.say(NAMES[state]) for state in STATES}
        )

    def messages(self, request: Request) -> Response:
        """The messages of a language, by catalogue, state and text."""
        words, library, shelf, query = self._words(request), self.stage.library, self._shelf(request), given(request)
        domain, state, text = (query.get(name, "") for name in ("domain", "state", "q"))
        every = chosen(shelf.messages, domain, "", text)
        tally, found = Tally.of(every), chosen(every, domain, state)
        start = _number(query.get("from", "")) // PER_PAGE * PER_PAGE
        kept = {name: query[name] for name in ("domain", "state", "q") if query.get(name)}
        named = ((one, words.say(NAMES[one]), tally.counts[one]) for one in STATES)
        tabs = [("", words.say("All"), len(every)), *named]
        return self._page(
            request, "messages", shelf.language,
            shown=[message_view(one, library, words) for one in found[start : start + PER_PAGE]],
            found=len(found), start=start, more=start + PER_PAGE < len(found), size=PER_PAGE, domain=domain,
            state=state, text=text,
            tabs=[(one, name, count, _query({**kept, "state": one})) for one, name, count in tabs],
            domains=[(one, domain_title(one, library, words)) for one in by_domain(shelf.messages)],
            earlier=_query({**kept, "from": str(max(0, start - PER_PAGE))}),
            later=_query({**kept, "from": str(start + PER_PAGE)}),
        )  # fmt: skip

    def changes(self, request: Request) -> Response:
        """What is not what it was on a day."""
        words, shelf, query = self._words(request), self._shelf(request), given(request)
        today = self.now().date()
        try:
            since = dt.date.fromisoformat(query.get("since", "").strip() or f"{today - dt.timedelta(days=DAYS_BACK)}")
        except ValueError:
            return self._page(request, "changes", shelf.language, 422, typed=query["since"], past=None, changed=[],
                              since=None, quick=_quick(today))  # fmt: skip
        past = then(since, self.known.content, self.known.locales)
        found = changes_since(past.kept.get(shelf.language, ()), shelf.messages) if past.kept is not None else []
        changed = [(one, message_view(one.kept, self.stage.library, words, one.before)) for one in found]
        return self._page(request, "changes", shelf.language, typed=f"{since}", past=past, since=since,
                          changed=changed, quick=_quick(today))  # fmt: skip

    def glossary(self, request: Request) -> Response:
        """Each term, how it may be rendered, and where it is."""
        shelf = self._shelf(request)
        return self._page(request, "glossary", shelf.language, uses=self._uses(shelf))

    def phrases(self, request: Request) -> Response:
        """What people type for each topic, and which phrase leads elsewhere."""
        words, shelf = self._words(request), self._shelf(request)
        found = tried(self.stage)
        topics = topics_tried(self.stage.library, self.stage.texts.phrases[shelf.language], found, shelf, words)
        page = self._page(request, "phrases", shelf.language, topics=topics, tried=found is not None)
        page.headers.update(AGAIN if found is None else {})
        return page

    def gaps(self, request: Request, wrong: str = "") -> Response:
        """What people asked in vain, with a phrase proposed for each; `wrong` is why the last one was not taken."""
        words, shelf, texts = self._words(request), self._shelf(request), self.stage.texts
        found: list[Gap] = []
        try:
            with reached(self.known) as store:
                asked = [one for one in store.read().questions if one.language == shelf.language]
            found = gaps_of(asked, self.stage.matcher, texts.terms, texts.phrases, self.now())
        except Usage as error:
            wrong = wrong or " ".join(words.told(one).text for one in error.wordings)
        titles = {name: words.text(topic.title, policy.about.language)
                  for name, (policy, topic) in self.stage.library.topics.items()}  # fmt: skip
        more = max(0, len(found) - MOST_GAPS)
        return self._page(request, "gaps", shelf.language, 422 if wrong else 200, found=found[:MOST_GAPS],
                          titles=titles, wrong=wrong, more=more)  # fmt: skip

    async def accept(self, request: Request) -> Response:
        """Writes a phrase into the language's `questions.po`."""
        written_here(request)
        shelf, form = self._shelf(request), await posted(request)
        try:
            await run_in_threadpool(accept, self.known.locales, self.stage.library, shelf.language,
                                    form.get("topic", ""), form.get("phrase", ""))  # fmt: skip
        except Usage as error:
            words = self._words(request)
            return await run_in_threadpool(self.gaps, request, " ".join(words.told(one).text for one in error.wordings))
        except UnknownPage:
            raise HTTPException(404) from None
        return RedirectResponse(request.url.path, 303)

    def faults(self, request: Request) -> Response:
        """Everything that is wrong in the catalogues, but for what is missing or stale, which has lists of its own."""
        words = self._words(request)
        return self._page(request, "faults", None, found=[fault_record(one, words) for one in self._wrong])

    @cached_property
    def _wrong(self) -> Sequence[Fault]:
        listed = {
            (one.file, one.line)
            for kept in self.stage.texts.kept.values()
            for one in kept
            if one.state in ("missing", "stale")
        }
        locales = self.known.locales
        found = []
        for fault in check_locales(self.stage.library, locales, PACKAGE):
            file = fault.file.removeprefix(f"{locales}/")
            if (file, fault.line) not in listed:
                found.append(replace(fault, file=f"{locales.name}/{file}"))
        return found

    def _term_uses(self, shelf: Shelf) -> tuple[TermUse, ...]:
        terms = read_glossary(Locales(self.known.locales), shelf.language)
        return tuple(term_uses(terms, shelf.messages, self.stage.library))

    def _words(self, request: Request) -> Words:
        return self.stage.site.words[request.path_params["lang"]]

    def _shelf(self, request: Request) -> Shelf:
        if request.path_params["target"] not in self.stage.shelves:
            raise HTTPException(404)
        return self.stage.shelves[request.path_params["target"]]

    def _page(self, request: Request, section: str, target: str | None, status: int = 200,
              **context: object) -> Response:  # fmt: skip
        return self.stage.site.page(
            request, f"preview/{section}.html", status, {}, section=section, target=target, **context
        )


def _query(pairs: dict[str, str]) -> str:
    return "?" + write_query((name, value) for name, value in pairs.items() if value)


def _number(text: str) -> int:
    return int(text) if text.isascii() and text.isdigit() and len(text) < 7 else 0


def _quick(today: dt.date) -> list[tuple[int, str]]:
    return [(days, f"{today - dt.timedelta(days=days)}") for days in (1, 7, 30, 365)]


def tried(stage: Stage) -> "tuple[LeftOut, ...] | None":
    """What came of each search phrase; `None` while they are being read, in the background."""
    late = stage.matcher
    if not late.settled(0) or late.made is None:
        return None
    # Its index needs a library for arrays, which is slow to import.
    from assistant.match.question import Matcher
    from assistant.workbench.evaluation.measurement import left_out

    phrases = by_topic(stage.texts.phrases, stage.library)
    return tuple(left_out(late.made.index, phrases)) if isinstance(late.made, Matcher) else None
