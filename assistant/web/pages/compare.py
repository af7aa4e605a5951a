"""Two answers side by side, on a page and as text: those to the same question with one fact, or several, changed."""

from collections.abc import Callable
from dataclasses import replace

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from assistant.decide import Answer
from assistant.present.answer.comparison import ComparisonView, as_compared, comparison
from assistant.present.answer.page import answer_view
from assistant.web.frame.query import address
from assistant.web.frame.site import given
from assistant.web.pages.answers import NOT_INDEXED, Answers, Place
from assistant.web.pages.form import Form, changed, read_form

WITH = "with."
"""What stands before the facts of the other answer in an address, where they are not those of the first."""


class Compare:
    """Routes over the answers of a site."""

    def __init__(self, answers: Answers) -> None:
        self.answers, self.site = answers, answers.site

    def routes(self) -> list[Route]:
        """The page, and the same as text."""
        path = "/{lang}/{policy}/{topic}/{aspect}/compare"
        return [Route(f"{path}.txt", self._over(self.text)), Route(path, self._over(self.page))]

    def _over(self, made: Callable[[Request, Place, Form, Form, ComparisonView], Response]
              ) -> Callable[[Request], Response]:  # fmt: skip
        """A route over two answers; it leads to the question that is still open where there are no two."""

        def route(request: Request) -> Response:
            place, sent = self.answers.place(request), given(request)
            form = self.answers.read(request, place)
            other = read_form(place.policy, {name.removeprefix(WITH): value for name, value in sent.items()
                                             if name.startswith(WITH)})  # fmt: skip
            form = replace(form, on=form.on or self.site.today(place.policy).isoformat(), edition=None)
            second = changed(place.policy, form, other.facts, None)
            if form.wrong or other.wrong or not other.facts:
                return RedirectResponse(address(place.path, form.pairs()), 303, NOT_INDEXED)
            views = []
            for one in (form, second):
                outcome = self.answers.asked(place, one).outcome
                if not isinstance(outcome, Answer):
                    return RedirectResponse(address(place.path, one.pairs()), 303, NOT_INDEXED)
                views.append(answer_view(place.writer, outcome, self.site.now(), (), one.facts))
            response = made(request, place, form, second, comparison(place.writer.words, views[0], views[1]))
            response.headers.update({**self.answers.kept(request, place, views[0]), **NOT_INDEXED})
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
