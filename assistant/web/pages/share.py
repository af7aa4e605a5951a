"""
An answer to pass on: as text, Markdown, HTML, calendar and QR code, for a ticket in every language at once, and beside
another answer.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from io import BytesIO

from markupsafe import Markup
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from assistant.decide import Answer
from assistant.i18n.words import Words
from assistant.present.answer.comparison import ComparisonView, as_compared, comparison
from assistant.present.answer.page import answer_view, present
from assistant.present.share.document import short_reply
from assistant.present.share.events import as_calendar
from assistant.present.share.html import as_html
from assistant.present.share.markdown import as_markdown
from assistant.present.share.text import as_text
from assistant.present.views import AnswerView
from assistant.web.frame.guard import NOT_INDEXED
from assistant.web.frame.query import address
from assistant.web.frame.site import given
from assistant.web.pages.answers import Answers
from assistant.web.pages.form import Form, changed, read_form
from assistant.web.pages.place import Place


@dataclass(frozen=True, slots=True)
class Passed:
    """An answer in one language, with its lasting address: the whole one, and its query alone."""

    place: Place
    view: AnswerView
    permalink: str
    query: str

    @property
    def words(self) -> Words:
        """The words that it is said in."""
        return self.place.writer.words


@dataclass(frozen=True, slots=True)
class Ticket:
    """What a ticket takes, in one language: its texts, and the addresses of its files."""

    lang: str
    shown: Markup
    short: str
    text: str
    markdown: str
    html: str
    files: dict[str, str]


class Share:
    """Routes over the answers of a site."""

    def __init__(self, answers: Answers) -> None:
        self.answers, self.site = answers, answers.site

    def over(self, made: Callable[[Request, Passed], Response | None]) -> Callable[[Request], Response]:
        """A route that makes something of an answer; it leads to the page where there is nothing to make."""

        def route(request: Request) -> Response:
            place = self.answers.place(request)
            form = self.answers.read(request, place)
            passed = None if form.wrong else self._passed(place, form)
            response = made(request, passed) if passed else None
            if response is None:
                query = request.scope["query_string"].decode("latin-1")
                return RedirectResponse(f"{place.path}?{query}" if query else place.path, 303, NOT_INDEXED)
            self.answers.hold(request, place, passed.view if passed else None)
            headers = {"Content-Language": place.writer.language.id, "Cache-Control": "no-cache", **NOT_INDEXED}
            response.headers.update({**headers, **response.headers})
            return response

        return route

    def _passed(self, place: Place, form: Form) -> Passed | None:
        view = present(place.writer, self.answers.asked(place, form).outcome, form.facts, self.site.now())
        if not isinstance(view, AnswerView):
            return None
        query = self.answers.lasting(place, form, view)
        return Passed(place, view, f"{self.site.public_url}{place.path}?{query}", query)

    def text(self, request: Request, passed: Passed) -> Response:
        """The answer as plain text."""
        return Response(as_text(passed.view, passed.words, passed.permalink), media_type="text/plain")

    def markdown(self, request: Request, passed: Passed) -> Response:
        """The answer as Markdown."""
        return Response(as_markdown(passed.view, passed.permalink, passed.words), media_type="text/markdown")

    def html(self, request: Request, passed: Passed) -> Response:
        """The answer as a bare page, to be copied as it is shown."""
        page = self.site.environments[passed.words.language.id].get_template("bare.html")
        return Response(
            page.render(answer=passed.view, snippet=as_html(passed.view, passed.permalink, passed.words)),
            media_type="text/html",
        )

    def calendar(self, request: Request, passed: Passed) -> Response | None:
        """The answer's dates to come, for a calendar; none where all have passed."""
        calendar = as_calendar(passed.view, passed.permalink, self.site.now(), passed.words)
        if calendar is None:
            return None
        name = f"{passed.place.topic}-{passed.words.language.id}.ics"
        headers = {"Content-Disposition": f'attachment; filename="{name}"', "Cache-Control": "no-store"}
        return Response(calendar, media_type="text/calendar", headers=headers)

    def code(self, request: Request, passed: Passed) -> Response:
        """The answer's address as a QR code."""
        # Seldom asked for, and it brings much along.
        import segno

        drawn, code = BytesIO(), segno.make(passed.permalink, micro=False)
        code.save(drawn, kind="svg", scale=4, light="#fff", svgclass=None, lineclass=None)
        return Response(drawn.getvalue(), media_type="image/svg+xml; charset=utf-8")

    def ticket(self, request: Request, passed: Passed) -> Response:
        """The answer in every language side by side, the reader's first."""
        path, form = passed.place.path, self.answers.read(request, passed.place)
        return self.site.page(
            request,
            "ticket.html",
            answer=passed.view,
            tickets=list(self._tickets(passed.place, form)),
            path=path,
            back=f"{path}?{passed.query}",
        )

    def _tickets(self, place: Place, form: Form) -> Iterator[Ticket]:
        mine = place.writer.language.id
        for lang in (mine, *(other for other in self.site.languages if other != mine)):
            one = self._passed(replace(place, writer=self.site.writers[lang][place.policy.id]), form)
            if one is not None:
                snippet = as_html(one.view, one.permalink, one.words)
                files = {kind: f"{one.place.path}.{kind}?{one.query}" for kind in ("txt", "md", "html")}
                text = as_text(one.view, one.words, one.permalink)
                markdown = as_markdown(one.view, one.permalink, one.words)
                short = short_reply(one.view, one.words, one.permalink)
                yield Ticket(lang, snippet, short, text, markdown, str(snippet), files)


WITH = "with."
"""What stands before the facts of the other answer in an address, where they are not those of the first."""


class Compare:
    """Routes over the answers of a site."""

    def __init__(self, answers: Answers) -> None:
        self.answers, self.site = answers, answers.site

    def over(self, made: Callable[[Request, Place, Form, Form, ComparisonView], Response]
              ) -> Callable[[Request], Response]:  # fmt: skip
        """A route over two answers; it leads to the question that is still open where there are no two."""

        def route(request: Request) -> Response:
            place, sent = self.answers.place(request), given(request)
            form = self.answers.read(request, place)
            second = {name.removeprefix(WITH): value for name, value in sent.items() if name.startswith(WITH)}
            other = read_form(self.site.speech, place.policy, second)
            form = replace(form, on=form.on or self.site.today(place.policy).isoformat(), edition=None)
            beside = changed(place.policy, form, other.facts, None)
            if form.wrong or other.wrong or not other.facts:
                return RedirectResponse(address(place.path, form.pairs()), 303, NOT_INDEXED)
            views = []
            for one in (form, beside):
                outcome = self.answers.asked(place, one).outcome
                if not isinstance(outcome, Answer):
                    return RedirectResponse(address(place.path, one.pairs()), 303, NOT_INDEXED)
                views.append(answer_view(place.writer, outcome, self.site.now(), (), one.facts))
            response = made(request, place, form, beside, comparison(place.writer.words, views[0], views[1]))
            self.answers.hold(request, place, views[0])
            response.headers.update({"Cache-Control": "no-cache", **NOT_INDEXED})
            return response

        return route

    def page(self, request: Request, place: Place, form: Form, second: Form, view: ComparisonView) -> Response:
        """The two answers beside each other."""
        path, query = place.path, compared(form, second)
        link = address(f"{self.site.public_url}{path}/compare", query)
        return self.site.page(
            request, "compare.html", view=view, links=[address(path, one.pairs()) for one in (form, second)],
            text=as_compared(view, place.writer.words, link), file=address(f"{path}/compare.txt", query),
        )  # fmt: skip

    def text(self, request: Request, place: Place, form: Form, second: Form, view: ComparisonView) -> Response:
        """The same as plain text."""
        link = address(f"{self.site.public_url}{place.path}/compare", compared(form, second))
        language = {"Content-Language": place.writer.language.id}
        return Response(as_compared(view, place.writer.words, link), headers=language, media_type="text/plain")


def compared(form: Form, second: Form) -> list[tuple[str, str]]:
    """The parameters of a comparison: those of the first answer, and what is other in the second."""
    others = ((f"{WITH}{name}", value) for name, value in second.facts.items() if form.facts.get(name) != value)
    return [*form.pairs(), *others]
