"""The pages of one question about a topic: what is asked next, what is wrong, the answer."""

import datetime as dt
from collections.abc import Callable
from dataclasses import replace

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from assistant.decide import Answer, Invalid, Needs
from assistant.decide.exploration import Explored
from assistant.decide.neighbours import neighbours
from assistant.decide.unknown import Told, ask_needful, refusal
from assistant.present.answer.ask import find
from assistant.present.answer.changes import ChangeView, changes
from assistant.present.answer.comparison import OtherView, others
from assistant.present.answer.counting import certain
from assistant.present.answer.page import answer_view, tiles
from assistant.present.answer.possible import open_view
from assistant.present.faults import FaultView, fault_views
from assistant.present.policy.changed import approval_text
from assistant.present.policy.contacts import hours_asked
from assistant.present.policy.pages import topic_named
from assistant.present.procedures import meanwhile
from assistant.present.share.document import short_reply
from assistant.present.share.events import deadlines, turns
from assistant.present.views import AnswerView
from assistant.web.frame.guard import NOT_INDEXED, holds
from assistant.web.frame.query import address, write_query
from assistant.web.frame.rooted import FRAME
from assistant.web.frame.site import TAKEN, Site, given
from assistant.web.pages.earlier import edition_view
from assistant.web.pages.form import (
    WITH,
    Field,
    Form,
    both,
    changed,
    filled,
    read_form,
    refused,
    so_far,
    unfilled,
    with_present,
)
from assistant.web.pages.place import COMPARE, TICKET, WHOLE, Place, back_from, days_beside, lasting, way_back


class Answers:
    """Routes over one site."""

    def __init__(self, site: Site) -> None:
        self.site = site

    def page(self, request: Request) -> Response:
        """The next question, the answer, or what is wrong."""
        return self.asking(request, self.place(request), self._outcome)

    def asking(self, request: Request, place: Place, then: Callable[[Request, Place, Form], Response]) -> Response:
        """What is wrong, or is to be changed; where that is nothing, `then`."""
        form = self.read(request, place)
        if form.wrong:
            return self._mend(request, place, form, ())
        if form.change:
            value = self.on(place, form).isoformat() if form.change == "on" else form.facts.get(form.change)
            if "present" in given(request):
                value = self.present(place, form.change)
            return self._form(request, place, form, [filled(place.writer, form.change, value)])
        if request.scope["query_string"].decode("latin-1") != write_query(form.pairs()):
            return RedirectResponse(place.at(form.pairs()), 303, NOT_INDEXED)
        return then(request, place, form)

    def read(self, request: Request, place: Place) -> Form:
        """The form, with facts that only the edition of its link knows, and those in which two answers differ."""
        form = read_form(self.site.speech, place.policy, given(request), whole=place.page == WHOLE)
        if place.page == COMPARE:
            second = {name.removeprefix(WITH): one for name, one in given(request).items() if name.startswith(WITH)}
            other = read_form(self.site.speech, place.policy, second).facts
            form = replace(form, beside={name: other[name] for name in other if other[name] != form.facts.get(name)})
        form = with_present(place.policy, form, lambda name: self.present(place, name))
        if given(request).get("asked") == "on" and self.on(place, form) < self.site.today(place.policy):
            form = replace(form, passed=())  # it was said of a later day
        edition = self.site.edition(place.policy, form.edition)
        if edition is None:
            return form
        then = read_form(self.site.speech, edition.policy, given(request)).facts
        return replace(form, former={name: then[name] for name in then if name not in place.policy.facts})

    def place(self, request: Request, page: str = "") -> Place:
        """Where a request is, on this page of a question. Raises `UnknownPage`."""
        names = request.path_params
        writers = self.site.writers[self.site.language(request)]
        policy, aspect = find(self.site.library, names["policy"], names["topic"], names["aspect"])
        return Place(writers[policy.id], names["topic"], aspect, page, request.scope.get(TAKEN))

    def on(self, place: Place, form: Form) -> dt.date:
        """The day asked about; today where none is given."""
        return dt.date.fromisoformat(form.on) if form.on else self.site.today(place.policy)

    def present(self, place: Place, name: str) -> str:
        """The present day or moment on the policy's clock, as the value of what asks for one."""
        kind = place.policy.facts[name].kind() if name != "on" else "day"
        here = place.writer.here(self.site.now()).replace(tzinfo=None)
        return here.isoformat(timespec="minutes") if kind == "moment" else here.date().isoformat()

    def asked(self, place: Place, form: Form) -> Told:
        """What comes of asking; a refusal where the case is not covered, whatever is asked."""
        on, named = self.on(place, form), form.on is not None
        told = ask_needful(place.policy, place.topic, place.aspect, form.told, form.unknown, on, named)
        return refusal(place.policy, told.outcome, form.told, form.unknown) or told

    def _outcome(self, request: Request, place: Place, form: Form) -> Response:
        outcome, found = self.asked(place, form)
        if isinstance(outcome, Answer):
            return self._answer(request, place, form, outcome)
        return self.unanswered(request, place, form, outcome, found)

    def unanswered(
        self, request: Request, place: Place, form: Form, outcome: Needs | Invalid, found: Explored | None
    ) -> Response:
        """The next question, what is wrong, or what is possible where something is not known."""
        if isinstance(outcome, Invalid):
            return self._mend(request, place, form, fault_views(place.writer, outcome))
        if found:
            return self._open(request, place, form, outcome, found)
        ask, dates = certain(place.writer, outcome, form.facts)
        return self._form(request, place, form, [unfilled(place.writer, ask, form.on)], certain=dates)

    def _answer(self, request: Request, place: Place, form: Form, answer: Answer) -> Response:
        writer, path = place.writer, place.path
        shown = tiles(writer, answer, form.told, self.site.now())
        view = answer_view(writer, answer, self.site.now(), shown, form.facts)
        kept = write_query(pairs := self.lasting(place, form, view))
        return self.shown(
            request,
            place,
            form,
            "answer.html",
            answer=view,
            back=back_from(place, form, [one.fact for one in view.given]),
            approved=(known := self.site.publication(place.policy).approval) and approval_text(writer, known),
            permalink=(permalink := f"{self.site.public_url}{path}?{kept}"),
            reply=short_reply(view, writer.words, permalink) if FRAME in request.scope else "",
            ticket=replace(place, page=TICKET, taken=None if FRAME in request.scope else place.taken).at(pairs),
            code=f"{path}/code.svg?{kept}",
            shared={kind: f"{path}.{kind}?{kept}" for kind in ("txt", "md", "html", *["ics"] * bool(deadlines(view)))},
            today=self._today(place, form, view),
            by_day="on" in neighbours(place.policy, place.topic, place.aspect).mentioned and answer.verdict != "ended",
            tiles={one.aspect: replace(place, aspect=one.aspect).at(form.pairs()) for one in shown},
            others=self._others(place, form, answer, view),
            beside=self._beside(place, form, answer),
        )

    def lasting(self, place: Place, form: Form, view: AnswerView) -> list[tuple[str, str]]:
        """The parameters of a link that shows the same answer later."""
        unknown = (one.fact for one in view.given if not one.value)
        return lasting(form.told, unknown, view.place.on, self.site.lasting(place.policy))

    def _today(self, place: Place, form: Form, view: AnswerView) -> str:
        """The address of the answer as it is now."""
        present = replace(form, on=None, edition=None)
        if name := view.place.moment:
            present = changed(place.policy, present, {name: self.present(place, name)}, None)
        return place.at(present.pairs())

    def _beside(self, place: Place, form: Form, answer: Answer) -> list[tuple[str, OtherView]]:
        """What the answer may be compared with, each with the address of the comparison."""
        found = () if answer.open else others(place.writer, answer, form.facts)
        start, beside = replace(form, edition=None), replace(place, page=COMPARE)
        return [(beside.at(replace(start, beside={one.fact: one.value}).pairs()), one) for one in found]

    def _others(self, place: Place, form: Form, answer: Answer, view: AnswerView) -> list[tuple[str, ChangeView]]:
        """What would change the answer, each with its address; what else was said stays."""
        found = () if answer.open else changes(place.writer, answer, form.facts, self.site.now(), view.headline)
        return [(place.at(changed(place.policy, form, one.facts, one.on).pairs()), one) for one in found]

    def _open(self, request: Request, place: Place, form: Form, needs: Needs, found: Explored) -> Response:
        """What is still possible when something is not known, and the question that decides most."""
        view = open_view(place.writer, needs, found, form.unknown, self.site.now())
        ask = view.ask if view.possible else needs.fact
        fields = [unfilled(place.writer, ask, form.on)] if ask else []
        template = "possible.html" if view.possible else "question.html"
        points = place.writer.points(place.policy.topics[place.topic].points if not (ask or view.settled) else ())
        return self._form(request, place, form, fields, template=template, open=view, points=points)

    def _mend(self, request: Request, place: Place, form: Form, faults: tuple[FaultView, ...]) -> Response:
        fields = list(refused(place.writer, form, faults))
        return self._form(request, place, form, fields, 422, rest=[one for one in faults if one.name not in form.facts])

    def _form(
        self, request: Request, place: Place, form: Form, fields: list[Field], status: int = 200,
        template: str = "question.html", **context: object,
    ) -> Response:  # fmt: skip
        asked = {field.question.fact for field in fields}
        fields = [
            replace(one, present=place.at([*form.pairs(), ("change", one.question.fact), ("present", "")]))
            if one.question.kind in ("date", "date-time")
            else one
            for one in fields
        ]
        back = way_back(place, form, fields[0].question.fact if fields else "on", on := self.on(place, form))
        steps, contacts = meanwhile(place.writer, place.topic, place.aspect, form.facts, on, self.site.now())
        shown = {
            "fields": fields, "rest": (), "back": back, "steps": steps, "contacts": contacts,
            "carried": [*place.carried, *(one for one in form.pairs() if one[0] not in {*asked, "edition", "unknown"})],
            "unknown": [name for name in form.unknown if name not in asked],
            "hours": [*hours_asked(place.writer, place.topic, place.aspect, form.facts)] if fields else [], **context,
        }  # fmt: skip
        return self.shown(request, place, form, template, status, **shown)

    def shown(
        self, request: Request, place: Place, form: Form, template: str, status: int = 200, **context: object
    ) -> Response:
        """What both pages show: where we are, what was said, and the address of every change."""
        writer, on, pairs = place.writer, self.on(place, form), [*form.pairs()]
        now = answer if isinstance(answer := context.get("answer"), AnswerView) else None
        said = so_far(writer, form, now.given if now else ())
        if status == 200:
            self.hold(request, place, now)
        return self.site.page(
            request,
            template,
            status,
            NOT_INDEXED,
            topic=topic_named(writer, place.topic, max(on, self.site.today(place.policy))),
            action=place.action,
            start=place.taken.back if place.taken else place.path,
            address=replace(place, page="").at(pairs),
            whole="" if form.beside else replace(place, page=WHOLE).at(pairs),
            both=both(writer, form),
            topic_path=place.taken.back if place.taken else address(place.topic_path, pairs),
            aspect=place.aspect,
            said=said,
            days_beside=days_beside(place, form, now),
            asked_day=(writer.day(on), on.isoformat()) if form.on else (),
            changes={name: place.at([*pairs, ("change", name)]) for name in (*(one.fact for one in said), "on")},
            query=write_query(pairs),
            edition=edition_view(
                self.site, place.writer, (place.topic, place.aspect), form.edition, given(request), on, now
            ),
            **{"today": place.at(replace(form, on=None, edition=None).pairs()), **context},
        )

    def hold(self, request: Request, place: Place, view: AnswerView | None) -> None:
        """An outcome stays the same until the day ends, a date of the answer passes, or a door opens or closes."""
        ends, turning = self.site.day_ends(place.policy), turns(view) if view else None
        holds(request, min(ends, turning or ends, key=dt.datetime.timestamp))
