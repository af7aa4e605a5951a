"""The pages of one question about a topic: what is asked next, what is wrong, the answer."""

import datetime as dt
from dataclasses import dataclass, replace

from starlette.requests import Request
from starlette.responses import PlainTextResponse, RedirectResponse, Response
from starlette.routing import Route

from assistant.errors import UnknownPage
from assistant.i18n.load import Words
from assistant.model.policy import Policy
from assistant.present import as_text, ask, find, topic_view
from assistant.present.views import AnswerView, FaultView, NeedsView
from assistant.web.cache import keep
from assistant.web.earlier import edition_named, edition_view
from assistant.web.fields import Field, filled, refused, said
from assistant.web.form import Form, read_form
from assistant.web.query import address, write_query
from assistant.web.site import Site, given

LASTING = "public, max-age=86400"
"""For a day: so soon is an edition seen that answers otherwise."""
NOT_INDEXED = {"X-Robots-Tag": "noindex"}


@dataclass(frozen=True, slots=True)
class Place:
    """Where a request is: its language, policy, topic and aspect, all known."""

    lang: str
    policy: Policy
    topic: str
    aspect: str

    @property
    def path(self) -> str:
        """The address of the page, without what was said."""
        return f"/{self.lang}/{self.policy.id}/{self.topic}/{self.aspect}"


class Answers:
    """Routes over one site."""

    def __init__(self, site: Site) -> None:
        self.site = site

    def routes(self) -> list[Route]:
        """The answer as text and as a page."""
        path = "/{lang}/{policy}/{topic}/{aspect}"
        return [Route(f"{path}.txt", self.text), Route(path, self.page)]

    def page(self, request: Request) -> Response:
        """The next question, the answer, or what is wrong."""
        place = self._place(request)
        form = self._read(request, place)
        if form.wrong:
            return self._mend(request, place, form, ())
        if form.change:
            value = self._on(place, form).isoformat() if form.change == "on" else form.facts.get(form.change)
            return self._form(request, place, form, [filled(place.policy, form.change, value, self._words(place))])
        if request.scope["query_string"].decode("latin-1") != write_query(form.pairs()):
            return RedirectResponse(address(place.path, form.pairs()), 303, NOT_INDEXED)
        return self._outcome(request, place, form)

    def text(self, request: Request) -> Response:
        """The answer as plain text; the page where there is none yet."""
        place = self._place(request)
        form = read_form(place.policy, given(request))
        outcome = None if form.wrong else self._ask(place, form)
        if not isinstance(outcome, AnswerView):
            query = request.scope["query_string"].decode("latin-1")
            return RedirectResponse(f"{place.path}?{query}", 303, NOT_INDEXED)
        headers = {"Content-Language": place.lang, **self._kept(request, place, form), **NOT_INDEXED}
        return PlainTextResponse(as_text(outcome, self._words(place)), headers=headers)

    def _read(self, request: Request, place: Place) -> Form:
        """The form, with those facts that only the edition knows that the link was made from."""
        form = read_form(place.policy, given(request))
        edition = edition_named(self.site, place.policy, form.edition)
        if edition is None:
            return form
        then = read_form(edition.policy, given(request)).facts
        return replace(form, former={name: then[name] for name in then if name not in place.policy.facts})

    def _place(self, request: Request) -> Place:
        names = request.path_params
        if names["lang"] not in self.site.languages:
            raise UnknownPage("language", names["lang"], tuple(self.site.languages))
        policy, aspect = find(self.site.library, names["policy"], names["topic"], names["aspect"])
        return Place(names["lang"], policy, names["topic"], aspect)

    def _words(self, place: Place) -> Words:
        return self.site.words[place.lang]

    def _on(self, place: Place, form: Form) -> dt.date:
        return dt.date.fromisoformat(form.on) if form.on else self.site.today(place.policy)

    def _ask(self, place: Place, form: Form) -> AnswerView | NeedsView | tuple[FaultView, ...]:
        ids = (place.policy.id, place.topic, place.aspect)
        return ask(self.site.library, self._words(place), *ids, form.facts, self._on(place, form))

    def _outcome(self, request: Request, place: Place, form: Form) -> Response:
        outcome = self._ask(place, form)
        if isinstance(outcome, AnswerView):
            return self._answer(request, place, form, outcome)
        if isinstance(outcome, NeedsView):
            return self._form(request, place, form, [Field(outcome.question, {})])
        return self._mend(request, place, form, outcome)

    def _answer(self, request: Request, place: Place, form: Form, view: AnswerView) -> Response:
        lasting = [*form.facts.items(), ("on", view.place.on), ("edition", view.place.edition)]
        return self._page(
            request, place, form, "answer.html", answer=view, today=form.on is None,
            permalink=self.site.public_url + address(place.path, lasting),
            text_path=address(f"{place.path}.txt", lasting),
        )  # fmt: skip

    def _mend(self, request: Request, place: Place, form: Form, faults: tuple[FaultView, ...]) -> Response:
        fields = refused(place.policy, form, faults, self._words(place))
        rest = [fault for fault in faults if fault.name not in form.facts]
        return self._form(request, place, form, fields, rest, status=422)

    def _form(self, request: Request, place: Place, form: Form, fields: list[Field],
              rest: list[FaultView] | None = None, status: int = 200) -> Response:  # fmt: skip
        """A form for these questions; `rest` are faults that belong to none of them."""
        asked = {field.question.fact for field in fields}
        carried = [(name, value) for name, value in form.pairs() if name not in asked and name != "edition"]
        return self._page(
            request, place, form, "question.html", status, fields=fields, rest=rest or [], carried=carried
        )

    def _page(self, request: Request, place: Place, form: Form, template: str, status: int = 200,
              **context: object) -> Response:  # fmt: skip
        """What both pages show: where we are, what was said, and the address of every change."""
        changes = {name: address(place.path, [*form.pairs(), ("change", name)]) for name in (*form.facts, "on")}
        topic = topic_view(place.policy, place.topic, self._words(place), self._on(place, form))
        facts = said(place.policy, form.facts, self._words(place))
        now = context.get("answer")
        edition = edition_view(
            self.site, place.lang, place.policy, (place.topic, place.aspect), form.edition, given(request),
            self._on(place, form), now if isinstance(now, AnswerView) else None,
        )  # fmt: skip
        response = self.site.page(
            request, template, status, topic=topic, path=place.path, aspect=place.aspect, said=facts,
            changes=changes, query=write_query(form.pairs()), edition=edition, **context,
        )  # fmt: skip
        response.headers.update({**self._kept(request, place, form), **NOT_INDEXED} if status == 200 else NOT_INDEXED)
        return response

    def _kept(self, request: Request, place: Place, form: Form) -> dict[str, str]:
        """How long the outcome may be kept: an answer for a day that is named does not change with the clock."""
        keep(request, self.site.day_ends(place.policy), write_query(form.pairs()))
        return {"Cache-Control": LASTING if form.on and not form.change else "no-cache"}
