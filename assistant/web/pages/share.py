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

from assistant.decide import Answer, Needs
from assistant.decide.exploration import explore
from assistant.decide.unknown import Told
from assistant.i18n.fill import Rendered
from assistant.i18n.words import Words
from assistant.present.answer.changes import passed_on
from assistant.present.answer.comparison import Side, as_compared, comparison
from assistant.present.answer.counting import counts, times
from assistant.present.answer.page import answer_view
from assistant.present.answer.possible import OpenView, open_view
from assistant.present.share.document import short_reply
from assistant.present.share.events import as_calendar
from assistant.present.share.writing import as_html, as_markdown, as_text
from assistant.present.views import AnswerView
from assistant.web.frame.guard import NOT_INDEXED
from assistant.web.frame.query import address, write_query
from assistant.web.pages.answers import Answers
from assistant.web.pages.form import Form, changed, entered, so_far
from assistant.web.pages.place import COMPARE, Place


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
        view = passed_on(place.writer, self.answers.asked(place, form).outcome, form.facts, self.site.now())
        if view is None:
            return None
        query = write_query(self.answers.lasting(place, form, view))
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
        form = self.answers.read(request, passed.place)
        return self.site.page(
            request,
            "ticket.html",
            answer=passed.view,
            tickets=list(self._tickets(passed.place, form)),
            back=passed.place.at(form.pairs()),
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


class Compare:
    """Routes over two answers of a site; the second is to the same question with some facts other than the first's."""

    def __init__(self, answers: Answers) -> None:
        self.answers, self.site = answers, answers.site

    def page(self, request: Request) -> Response:
        """The two answers beside each other; what is still asked for either of them comes first."""
        return self.answers.asking(request, self.answers.place(request, COMPARE), self._page)

    def text(self, request: Request) -> Response:
        """The same as plain text. It leads to the page where something is still asked."""
        place = self.answers.place(request, COMPARE)
        form = self.answers.read(request, place)
        sides, _ = self._sides(place, form) if form.beside and not form.wrong else ((), None)
        if not sides:
            return RedirectResponse(place.at(form.pairs()), 303, NOT_INDEXED)
        form = self._dated(place, form)
        text = as_compared(comparison(place.writer.words, *sides), place.writer.words, self._link(place, form))
        headers = {"Content-Language": place.writer.language.id, "Cache-Control": "no-cache", **NOT_INDEXED}
        self._hold(request, place, sides)
        return Response(text, headers=headers, media_type="text/plain")

    def _page(self, request: Request, place: Place, form: Form) -> Response:
        whole = replace(place, page="")
        if not form.beside:
            return RedirectResponse(whole.at(form.pairs()), 303, NOT_INDEXED)
        sides, told = self._sides(place, form)
        if told and isinstance(told.outcome, Needs):
            return self.answers.unanswered(request, place, form, told.outcome, told.explored)
        form = self._dated(place, form)
        links = [whole.at(one.pairs()) for one in _both(place, form)]
        if not sides:
            return RedirectResponse(links[1], 303, NOT_INDEXED)
        view, link = comparison(place.writer.words, *sides), self._link(place, form)
        self._hold(request, place, sides)
        return self.site.page(
            request, "compare.html", headers=NOT_INDEXED, view=view, links=links,
            to_answer=dict(self._to_answer(place, form, sides)),
            text=as_compared(view, place.writer.words, link), file=address(f"{place.path}/compare.txt", form.pairs()),
        )  # fmt: skip

    def _to_answer(self, place: Place, form: Form, sides: tuple[Side, Side]) -> Iterator[tuple[Rendered, str]]:
        """What is not known of either answer, or was not asked yet, each with the address of its question."""
        views = [side.view for side in sides if isinstance(side.view, OpenView)]
        names = dict.fromkeys(name for one in views for name in (*form.unknown, one.ask) if name)
        return ((place.writer.label(name), place.at([*form.pairs(), ("change", name)])) for name in names)

    def _hold(self, request: Request, place: Place, sides: tuple[Side, Side]) -> None:
        first = sides[0].view
        self.answers.hold(request, place, first if isinstance(first, AnswerView) else None)

    def _dated(self, place: Place, form: Form) -> Form:
        return replace(form, on=form.on or self.site.today(place.policy).isoformat(), edition=None)

    def _link(self, place: Place, form: Form) -> str:
        return address(f"{self.site.public_url}{place.path}/{COMPARE}", form.pairs())

    def _sides(self, place: Place, form: Form) -> tuple[tuple[Side, Side] | tuple[()], Told | None]:
        """Both answers, or what is known of them; else what comes of asking for the first of them that has neither."""
        forms = _both(place, form)
        found: list[Side] = []
        for each in forms:
            told = self.answers.asked(place, each)
            side = self._side(place, each, told) or self._unasked(place, each, told)
            if side is None:
                return (), told
            found.append(side)
        return (found[0], found[1]), None

    def _side(self, place: Place, form: Form, told: Told) -> Side | None:
        writer, (outcome, explored), now = place.writer, told, self.site.now()
        if isinstance(outcome, Answer):
            view = answer_view(writer, outcome, now, (), form.facts)
            return Side(view, so_far(writer, form, view.given), (*counts(writer, [outcome]), *times(writer, [outcome])))
        if not isinstance(outcome, Needs) or not explored or not explored.leaves:
            return None
        still = open_view(writer, outcome, explored, form.unknown, now)
        looked_up = times(writer, [leaf.answer for leaf in explored.leaves])
        return Side(still, (*entered(writer, form), *still.unknown), (*still.counted, *looked_up))

    def _unasked(self, place: Place, form: Form, told: Told) -> Side | None:
        """What is known before anything else is asked for, where it is how many days are counted to a date."""
        outcome = told.outcome
        if not isinstance(outcome, Needs) or told.explored:
            return None
        found = explore(place.policy, outcome, form.facts, outcome.on)
        counted = {counts(place.writer, [leaf.answer]) for leaf in found.leaves}
        return self._side(place, form, Told(outcome, found)) if len(counted) == 1 and any(counted) else None


def _both(place: Place, form: Form) -> tuple[Form, Form]:
    """The form of each answer by itself."""
    alone = replace(form, beside={})
    return alone, changed(place.policy, alone, form.beside, None)
