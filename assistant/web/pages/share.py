"""An answer to pass on: as text, Markdown, HTML, calendar and QR code, and for a ticket in every language at once."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from io import BytesIO

import segno
from markupsafe import Markup
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from assistant.i18n.marks import with_elements
from assistant.i18n.words import Words
from assistant.present import as_text, present
from assistant.present.share.events import as_calendar
from assistant.present.share.markdown import as_markdown
from assistant.present.views import AnswerView
from assistant.web.frame.query import address
from assistant.web.pages.answers import NOT_INDEXED, Answers, Place, lasting
from assistant.web.pages.form import Form


@dataclass(frozen=True, slots=True)
class Passed:
    """An answer in one language, with its lasting address."""

    place: Place
    form: Form
    view: AnswerView
    words: Words
    permalink: str


@dataclass(frozen=True, slots=True)
class Ticket:
    """What a ticket takes, in one language: its texts, and the addresses of its files."""

    lang: str
    shown: Markup
    text: str
    markdown: str
    html: str
    files: dict[str, str]


class Share:
    """Routes over the answers of a site."""

    def __init__(self, answers: Answers) -> None:
        self.answers, self.site = answers, answers.site

    def routes(self) -> list[Route]:
        """Every form in which an answer can be passed on."""
        path = "/{lang}/{policy}/{topic}/{aspect}"
        kinds = {"txt": self.text, "md": self.markdown, "html": self.html, "ics": self.calendar}
        return [
            *(Route(f"{path}.{kind}", self._over(made), name=kind) for kind, made in kinds.items()),
            Route(f"{path}/code.svg", self._over(self.code), name="code"),
            Route(f"{path}/ticket", self._over(self.ticket), name="ticket"),
        ]

    def _over(self, made: Callable[[Request, Passed], Response | None]) -> Callable[[Request], Response]:
        """A route that makes something of an answer; it leads to the page where there is nothing to make."""

        def route(request: Request) -> Response:
            place = self.answers.place(request)
            form = self.answers.read(request, place)
            passed = None if form.wrong else self._passed(place, form)
            response = made(request, passed) if passed else None
            if response is None:
                query = request.scope["query_string"].decode("latin-1")
                return RedirectResponse(f"{place.path}?{query}" if query else place.path, 303, NOT_INDEXED)
            kept = {} if "Cache-Control" in response.headers else self.answers.kept(request, place, form)
            response.headers.update({"Content-Language": place.lang, **kept, **NOT_INDEXED})
            return response

        return route

    def _passed(self, place: Place, form: Form) -> Passed | None:
        words = self.site.words[place.lang]
        view = self._view(place, form, words)
        if view is None:
            return None
        return Passed(place, form, view, words, self.site.public_url + address(place.path, lasting(form, view)))

    def _view(self, place: Place, form: Form, words: Words) -> AnswerView | None:
        view = present(place.policy, self.answers.asked(place, form).outcome, form.facts, words)
        return view if isinstance(view, AnswerView) else None

    def text(self, request: Request, passed: Passed) -> Response:
        """The answer as plain text."""
        return Response(as_text(passed.view, passed.words), media_type="text/plain")

    def markdown(self, request: Request, passed: Passed) -> Response:
        """The answer as Markdown."""
        return Response(as_markdown(passed.view, passed.permalink, passed.words), media_type="text/markdown")

    def html(self, request: Request, passed: Passed) -> Response:
        """The answer as a bare page, to be copied as it is shown."""
        page = self.site.environments[passed.place.lang].get_template("bare.html")
        html = page.render(answer=passed.view, snippet=self._snippet(passed))
        return Response(html, media_type="text/html")

    def calendar(self, request: Request, passed: Passed) -> Response | None:
        """The answer's dates to come, for a calendar; none where all have passed."""
        calendar = as_calendar(passed.view, passed.permalink, self.site.now(), passed.words)
        if calendar is None:
            return None
        name = f"{passed.place.topic}-{passed.place.lang}.ics"
        headers = {"Content-Disposition": f'attachment; filename="{name}"', "Cache-Control": "no-store"}
        return Response(calendar, media_type="text/calendar", headers=headers)

    def code(self, request: Request, passed: Passed) -> Response:
        """The answer's address as a QR code."""
        drawn = BytesIO()
        segno.make(passed.permalink, micro=False).save(drawn, kind="svg", scale=4, light="#fff", svgclass=None,
                                                       lineclass=None)  # fmt: skip
        return Response(drawn.getvalue(), media_type="image/svg+xml")

    def ticket(self, request: Request, passed: Passed) -> Response:
        """The answer in every language side by side, the reader's first."""
        response = self.site.page(
            request, "ticket.html", answer=self._marked(passed), tickets=list(self._tickets(passed)),
            path=passed.place.path, back=address(passed.place.path, lasting(passed.form, passed.view)),
        )  # fmt: skip
        del response.headers["Cache-Control"]
        return response

    def _tickets(self, passed: Passed) -> Iterator[Ticket]:
        mine, place = passed.place.lang, passed.place
        for lang in (mine, *(other for other in self.site.languages if other != mine)):
            one = self._passed(Place(lang, place.policy, place.topic, place.aspect), passed.form)
            if one is not None:
                snippet, kept = self._snippet(one), lasting(one.form, one.view)
                files = {kind: address(f"{one.place.path}.{kind}", kept) for kind in ("txt", "md", "html")}
                text = f"{as_text(one.view, one.words)}\n{one.permalink}\n"
                markdown = as_markdown(one.view, one.permalink, one.words)
                yield Ticket(lang, snippet, text, markdown, str(snippet), files)

    def _snippet(self, passed: Passed) -> Markup:
        template = self.site.environments[passed.place.lang].get_template("snippet.html")
        html = template.render(answer=self._marked(passed), permalink=passed.permalink)
        return Markup(with_elements(html))  # noqa: S704 (a template with autoescape made it)

    def _marked(self, passed: Passed) -> AnswerView:
        """The same answer for a page."""
        return self._view(passed.place, passed.form, self.answers.words(passed.place)) or passed.view
