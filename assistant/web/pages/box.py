"""The question box: what was understood of a question, where its answer is, and what is suggested while it is typed."""

from collections.abc import Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response

from assistant.match.understanding import Found, Understanding, Understands
from assistant.present.answer.ask import aspect_named
from assistant.present.sentences import QUESTIONS
from assistant.web.frame.guard import PRIVATE
from assistant.web.frame.query import address, write_query
from assistant.web.frame.rooted import rooted
from assistant.web.frame.seen import UNDERSTOOD
from assistant.web.frame.site import TAKEN, Site, Taken, given
from assistant.web.pages.answers import Answers
from assistant.web.pages.choice import AGAIN, CHOOSE, TAKE, choice_page, parameters
from assistant.web.pages.marks import marked, mended
from assistant.web.pages.policies import home_page

if TYPE_CHECKING:
    from assistant.web.pages.feedback import Feedback

LONGEST_QUESTION = 500
SUGGESTED = 5


class Box:
    """The routes of the question box over one site. A question is not logged; `feedback` may keep one in vain."""

    def __init__(self, site: Site, matcher: Understands, answers: Answers, feedback: "Feedback | None") -> None:
        self.site, self.matcher, self.answers, self.feedback = site, matcher, answers, feedback

    async def ask(self, request: Request) -> Response:
        """
        The answer to a sure question, or what it asks first; else what was understood, before any answer counts on it.

        The answer stands under the question's own address, so that what was typed need not go into another one. What
        it states is read again for the topic that somebody chose: it may be told what the best one is not.
        """
        words, typed = self.site.words[self.site.language(request)], _typed(request)
        if not typed:
            return home_page(self.site, request, words.say("Type your question."))
        understood, how = await run_in_threadpool(self.matcher.understand, typed, self.site.now()), given(request)
        if chosen := _chosen(understood, how.get(TAKE, "")):
            if chosen.topic != understood.matches[0].topic:
                stated = (await run_in_threadpool(self.matcher.read, typed, chosen, self.site.now())).stated
                understood, how = replace(understood, stated=stated), {**{one.fact: one.value for one in stated}, **how}
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
            facts = parameters(understood, best, best)
            response = await self.answers.page(self._straight(request, typed, understood, best, facts))
            if response.status_code == 200:
                response.headers.update(PRIVATE)
                return response
        return await run_in_threadpool(choice_page, self.site, request, typed, understood)

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


def _chosen(understood: Understanding, wanted: str) -> Found | None:
    """The match that somebody chose, with the aspect that they chose; None where nothing that is offered is meant."""
    name, _, aspect = wanted.rpartition("/")
    found = next((one for one in understood.matches if f"{one.policy}/{one.topic}" == name), None)
    asked = aspect_named(aspect)
    return replace(found, aspect=asked) if found and asked else None
