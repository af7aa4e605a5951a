"""The question box: what was understood of a question, where its answer is, and what is suggested while it is typed."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response

from assistant.match.understanding import Found, Meant, Understanding, Understands
from assistant.model.rule import Aspect
from assistant.present.answer.ask import aspect_named
from assistant.present.people import PeopleView
from assistant.present.policy.pages import TopicView, topic_list
from assistant.present.policy.start import shelves
from assistant.present.policy.terms import TermView, terms
from assistant.present.question import OptionView, question_view
from assistant.present.sentences import QUESTIONS
from assistant.present.views import GivenView
from assistant.present.writer import Writer
from assistant.web.frame.guard import PRIVATE
from assistant.web.frame.query import address, write_query
from assistant.web.frame.rooted import rooted
from assistant.web.frame.seen import UNDERSTOOD
from assistant.web.frame.site import TAKEN, Site, Taken, given
from assistant.web.pages.answers import Answers
from assistant.web.pages.form import Field, said
from assistant.web.pages.marks import marked, mended
from assistant.web.pages.policies import home_page

if TYPE_CHECKING:
    from assistant.web.pages.feedback import Feedback

LONGEST_QUESTION = 500
SHOWN = 3
"""How many topics a page offers: more would be a list to search, not a choice."""
SUGGESTED = 5
SAID_NOT = frozenset({"denied", "former"})
ONE_OF = frozenset({"range", "several"})
"""Why a value is not counted on: nobody who says so would take it; or there is another beside it."""
CHOOSE, AGAIN = "choose", "again"
"""The parameter by which somebody who was not understood asks for the choice, and its value for a mere way back."""
TAKE = "take"
"""The parameter by which somebody chooses from what is offered, as `policy/topic/aspect`; the facts go with it."""


class Box:
    """The routes of the question box over one site. A question is not logged; `feedback` may keep one in vain."""

    def __init__(self, site: Site, matcher: Understands, answers: Answers, feedback: "Feedback | None") -> None:
        self.site, self.matcher, self.answers, self.feedback = site, matcher, answers, feedback

    async def ask(self, request: Request) -> Response:
        """
        The answer to a sure question, or what it asks first; else what was understood, before any answer counts on it.

        The answer stands under the question's own address, so that what was typed need not go into another one.
        """
        words, typed = self.site.words[self.site.language(request)], _typed(request)
        if not typed:
            return home_page(self.site, request, words.say("Type your question."))
        understood, how = await run_in_threadpool(self.matcher.understand, typed, self.site.now()), given(request)
        if chosen := _chosen(understood, how.get(TAKE, "")):
            response = await self.answers.page(self._straight(request, typed, understood, chosen, how))
            response.headers.update(PRIVATE)
            return response
        request.scope[UNDERSTOOD] = understood.outcome
        if self.feedback and how.get(CHOOSE) != AGAIN:
            self.feedback.asked(request, typed, understood, CHOOSE in how)
        if understood.word and understood.word.asked:
            name = f"{understood.word.policy}.{understood.word.term}"
            return RedirectResponse(f"/{words.language.id}/words#{name}", 303, PRIVATE)
        if understood.straight and CHOOSE not in how:
            best = understood.matches[0]
            facts = _parameters(understood, best, best)
            response = await self.answers.page(self._straight(request, typed, understood, best, facts))
            if response.status_code == 200:
                response.headers.update(PRIVATE)
                return response
        return await run_in_threadpool(self._choice, request, typed, understood)

    def _straight(
        self, request: Request, typed: str, understood: Understanding, found: Found, facts: Mapping[str, str]
    ) -> Request:
        """The request for the answer itself, with what is given of these facts, and the ways back to the choice."""
        lang = self.site.language(request)
        writer = self.site.writers[lang][found.policy]
        pairs = [(name, facts[name]) for name in (*writer.policy.facts, "on") if facts.get(name)]
        names = {"lang": lang, "policy": found.policy, "topic": found.topic, "aspect": str(found.aspect)}
        path, query = "/" + "/".join(names.values()), write_query(pairs)
        taken = Taken(
            marked(typed, found.words, understood.stated),
            mended(found.words),
            writer.text(writer.policy.topics[found.topic].title),
            address(f"/{lang}/ask", [("q", typed), (CHOOSE, AGAIN)]),
            address(f"/{lang}/ask", [("q", typed), (CHOOSE, "yes")]),
            address(path, pairs),
        )
        return Request(
            {**request.scope, "path": path, "raw_path": path.encode(), "query_string": query.encode(),
             "path_params": names, TAKEN: taken}
        )  # fmt: skip

    def _choice(self, request: Request, typed: str, understood: Understanding) -> Response:
        """
        What was understood; what else it may be; that it is out of scope.

        Nothing is put first before somebody who was not understood, and every topic is listed.
        """
        lang, choose = self.site.language(request), given(request).get(CHOOSE, AGAIN) != AGAIN
        writers = self.site.writers[lang]
        topics = {f"{one.policy}/{one.id}": one for one in topic_list(writers.values(), self.site.latest())}
        asked: dict[str, list[Found]] = {}
        for one in understood.matches:
            asked.setdefault(f"{one.policy}/{one.topic}", []).append(one)
        best = understood.matches[0] if asked else None
        found = [
            (topics[name], [one.aspect for one in every], _parameters(understood, best, every[0]))
            for name, every in list(asked.items())[:SHOWN]
        ]
        return self.site.page(
            request,
            "ask.html",
            headers=PRIVATE,
            typed=typed,
            question=marked(typed, best.words if best else (), understood.stated),
            mended=mended(best.words if best else ()),
            sure=understood.confident and not choose,
            said=_said(writers[best.policy], understood) if best else (),
            open=tuple(_open(writers[best.policy], typed, understood)) if best else (),
            shelves=shelves(writers.values(), self.site.now()) if choose or not found else (),
            people=self._people(lang, understood),
            wanted=bool(understood.contacts),
            word=self._word(lang, understood.word),
            day_open=understood.day_open and best is not None,
            found=[(topic, _links(lang, typed, topic, aspects, facts), aspects, facts)
                   for topic, aspects, facts in found],
        )  # fmt: skip

    def _people(self, lang: str, understood: Understanding) -> tuple[PeopleView, ...]:
        """The first contact of each policy that may be meant; everybody where that is nobody or people are wanted."""
        meant = understood.matches[: 1 if understood.confident else None]
        everybody, policies = self.site.people(lang), {one.policy for one in meant}
        near = [replace(one, contacts=one.contacts[:1]) for one in everybody if one.policy in policies and one.contacts]
        return tuple(near) if near and not understood.contacts else everybody

    def _word(self, lang: str, meant: Meant | None) -> TermView | None:
        """The word that is all that was typed, explained."""
        known = terms(self.site.writers[lang][meant.policy]) if meant else ()
        return next((one for one in known if meant and one.id == meant.term), None)

    def suggest(self, request: Request) -> Response:
        """
        For a small addition that every page does without: links, best first, and how many they are in words.

        Nothing at all where nothing is meant.
        """
        words, typed = self.site.words[self.site.language(request)], _typed(request)
        matches = self.matcher.understand(typed, self.site.now()).matches[:SUGGESTED] if typed else ()
        told = words.plural("{count} suggestion", "{count} suggestions", len(matches))
        lang = words.language.id
        html = (
            self.site.environments[lang]
            .get_template("suggested.html")
            .render(told=told, links=[self._suggestion(lang, one) for one in matches])
        )
        return HTMLResponse(rooted(html, request.scope), headers={**PRIVATE, "Content-Language": lang})

    def _suggestion(self, lang: str, found: Found) -> dict[str, object]:
        """
        A topic's title, the short name of its policy, and its address.

        Where the question tells which of the topic's questions it is, `question` names it and the address leads to it.
        No fact stands in the address: what a question states is shown first, on the page that says what was understood.
        """
        writer = self.site.writers[lang][found.policy]
        return {
            "title": writer.text(writer.policy.topics[found.topic].title),
            "policy": writer.text(writer.policy.about.short),
            "question": writer.words.say(QUESTIONS[found.aspect]) if found.aspect else "",
            "href": f"/{lang}/{found.policy}/{found.topic}/{found.aspect or ''}",
        }


def _typed(request: Request) -> str:
    return given(request).get("q", "")[:LONGEST_QUESTION].strip()


def _said(writer: Writer, understood: Understanding) -> tuple[GivenView, ...]:
    """What is taken from the question: facts, and the day that is asked about."""
    day = understood.day
    on = (GivenView("on", writer.label("on"), writer.day(day), day.isoformat()),) if day else ()
    return (*said(writer, understood.facts), *on)


def _open(writer: Writer, typed: str, understood: Understanding) -> Iterator[Field]:
    """
    What it may state, each with the values to choose from: none for a topic in doubt, nor one alone of several.

    None is chosen yet. Whoever chooses none is asked on the next page.
    """
    say, every = writer.words.say, understood.offered
    for fact in dict.fromkeys(one.fact for one in every):
        ours = [one for one in every if one.fact == fact]
        values = dict.fromkeys(value for one in ours if one.why not in SAID_NOT for value in one.values)
        alone = len(values) < 2 and any(one.why in ONE_OF for one in ours)
        words = typed[min(one.start for one in ours) : max(one.end for one in ours)]
        options = [OptionView(value, said(writer, {fact: value})[0].text) for value in values]
        question = replace(
            question_view(writer, fact),
            kind="choice",
            hint=say("We are not sure how “{words}” is meant.", words=words),
            options=(*options, OptionView("", say("None of these, or not sure: ask me on the next page")))
            if understood.confident and values and not alone else (),
        )  # fmt: skip
        yield Field(question, {"": ""})


def _chosen(understood: Understanding, wanted: str) -> Found | None:
    """The match that somebody chose, with the aspect that they chose; None where nothing that is offered is meant."""
    name, _, aspect = wanted.rpartition("/")
    found = next((one for one in understood.matches if f"{one.policy}/{one.topic}" == name), None)
    asked = aspect_named(aspect)
    return replace(found, aspect=asked) if found and asked else None


def _parameters(understood: Understanding, best: Found | None, found: Found) -> Mapping[str, str]:
    """What a link takes from the question: facts only for a topic of the policy of the best one."""
    own = best is not None and found.policy == best.policy
    on = {"on": understood.day.isoformat()} if understood.day else {}
    return {**(understood.facts if own else {}), **on}


def _links(
    lang: str, typed: str, topic: TopicView, asked: Sequence[Aspect | None], facts: Mapping[str, str]
) -> list[tuple[Aspect, str, str, str]]:
    """
    Each question of the topic, with what takes it and its address, those that were asked first.

    The address is that of the question: so Back leads to it again from what it was taken for.
    """
    order = sorted(topic.aspects, key=lambda one: one.aspect not in asked)
    return [
        (one.aspect, one.question, take := f"{topic.policy}/{topic.id}/{one.aspect}",
         address(f"/{lang}/ask", [("q", typed), (TAKE, take), *facts.items()]))
        for one in order
    ]  # fmt: skip
