"""All questions of one aspect on one page, for whoever has the answers at hand: every fault at once, nothing idle."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from assistant.decide import Answer, Invalid, Needs, decide
from assistant.decide.exploration import explore
from assistant.decide.neighbours import neighbours
from assistant.i18n.formats import format_list
from assistant.model.policy import Policy
from assistant.model.rule import Aspect
from assistant.present.faults import FaultView, fault_views
from assistant.vocabulary.facts.reading import ReadingFact
from assistant.web.frame.guard import NOT_INDEXED
from assistant.web.frame.site import given
from assistant.web.pages.answers import Answers
from assistant.web.pages.form import Field, Form, filled, in_order, refused, unfilled
from assistant.web.pages.place import WHOLE, Place

ON = "on"
DATED = ("date", "date-time")


def mattering(policy: Policy, topic: str, aspect: Aspect, form: Form, on: dt.date) -> tuple[str, ...]:
    """The facts that matter to the answer, or may, with those that are known; in the order in which they are asked."""
    outcome = decide(policy, topic, aspect, form.facts, on)
    if isinstance(outcome, Answer):
        return tuple(outcome.facts)
    if isinstance(outcome, Needs):
        found = explore(policy, outcome, form.facts, on)
        if found.whole:
            used = (name for leaf in found.leaves for name in leaf.answer.facts)
            return tuple(dict.fromkeys((*used, *outcome.facts, outcome.fact)))
    return every(policy, topic, aspect)


def every(policy: Policy, topic: str, aspect: Aspect) -> tuple[str, ...]:
    """All facts that the aspect may ask for, in the policy's order; not which reading is taken."""
    mentioned = neighbours(policy, topic, aspect).mentioned
    return tuple(name for name, fact in policy.facts.items() if name in mentioned and not isinstance(fact, ReadingFact))


class Whole:
    """The form of all questions, over the answers of a site."""

    def __init__(self, answers: Answers) -> None:
        self.answers = answers

    def page(self, request: Request) -> Response:
        """The form; once it is sent, the answer, or the form with what is wrong or still needed."""
        place, sent = self.answers.place(request, WHOLE), given(request)
        form = self.answers.read(request, place)
        if (name := sent.get("present", "")) in (*place.policy.facts, ON):
            form = self._present(place, form, name)
        on = self.answers.on(place, form)
        outcome = self.answers.asked(place, form).outcome
        faults = fault_views(place.writer, outcome) if isinstance(outcome, Invalid) else ()
        if form.wrong or faults:
            return self._form(request, place, form, on, faults)
        if "asked" in sent or "present" in sent:
            done = isinstance(outcome, Answer) and "present" not in sent
            return RedirectResponse(replace(place, page="" if done else WHOLE).at(form.pairs()), 303, NOT_INDEXED)
        return self._form(request, place, form, on, (), outcome.fact if isinstance(outcome, Needs) else "")

    def _present(self, place: Place, form: Form, name: str) -> Form:
        """The form with the present day or moment in one of its questions."""
        value = self.answers.present(place, name)
        wrong = {other: one for other, one in form.wrong.items() if other != name}
        if name == ON:
            return replace(form, on=value, wrong=wrong)
        return replace(form, facts=in_order(place.policy, {**form.facts, name: value}), wrong=wrong)

    def _form(
        self, request: Request, place: Place, form: Form, on: dt.date, faults: tuple[FaultView, ...], needed: str = ""
    ) -> Response:
        shown = mattering(place.policy, place.topic, place.aspect, form, on)
        idle = [name for name in every(place.policy, place.topic, place.aspect) if name not in shown]
        fields = list(_fields(place, form, shown, faults))
        names = {one.question.fact for one in fields}
        kept = names - {*form.passed}  # no field holds that a day has passed
        return self.answers.shown(
            request,
            place,
            form,
            "whole.html",
            422 if form.wrong or faults else 200,
            fields=fields,
            rest=[fault for fault in faults if fault.name not in names],
            idle=format_list([place.writer.label(name) for name in idle], place.writer.language) if idle else "",
            carried=[*place.carried, *((name, value) for name, value in form.pairs() if name not in kept)],
            needed=next((one.question for one in fields if one.question.fact == needed and form.facts), None),
        )


def _fields(place: Place, form: Form, shown: tuple[str, ...], faults: tuple[FaultView, ...]) -> Iterator[Field]:
    """Every question that matters, and the day asked about, each with what stands in it and what is wrong with it."""
    wrong = {one.question.fact: one for one in refused(place.writer, form, faults)}
    for name in dict.fromkeys((*shown, *wrong, ON)):
        known = form.on if name == ON else form.facts.get(name)
        field = filled(place.writer, name, known) if known or name == ON else unfilled(place.writer, name, form.on)
        yield replace(wrong.get(name, field), now=field.question.kind in DATED)
