"""The question box: what was understood of a question, where its answer is, and what is suggested while it is typed."""

import datetime as dt
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response

from assistant.match.understanding import Found, Stated, Understanding, Understands
from assistant.present.answer.ask import aspect_named
from assistant.present.policy.start import left_out
from assistant.present.question import notice, topic_question
from assistant.vocabulary.fact import PASSED
from assistant.web.frame.guard import PRIVATE
from assistant.web.frame.query import address, write_query
from assistant.web.frame.rooted import rooted
from assistant.web.frame.seen import UNDERSTOOD
from assistant.web.frame.site import TAKEN, Site, Taken, given
from assistant.web.late import understand
from assistant.web.pages.choice import AGAIN, CHOOSE, choice_page, parameters
from assistant.web.pages.meant import marked, mended
from assistant.web.pages.place import ABOUT, TAKE
from assistant.web.pages.policies import home_page

if TYPE_CHECKING:
    from assistant.web.pages.feedback import Feedback

LONGEST_QUESTION = 500
SUGGESTED = 5
NEAR = 0.4
"""The share of the best match's score from which on another comes near it."""
OWN = frozenset({"q", CHOOSE, TAKE, "edition", "was"})
"""The parameters of the box itself, and of links that last: a page that a question leads to is not sent them."""
Page = Callable[[Request], Response]


class Box:
    """
    The routes of the question box over one site, from which a question leads to one of the `pages` of a topic's.

    A question is not logged; `feedback` may keep one in vain.
    """

    def __init__(
        self, site: Site, matcher: Understands, pages: Mapping[str, Page], feedback: "Feedback | None"
    ) -> None:
        self.site, self.matcher, self.pages, self.feedback = site, matcher, pages, feedback

    async def ask(self, request: Request) -> Response:
        """
        The answer to a sure question, or what it asks first; else what was understood, before any answer counts on it.

        The answer stands under the question's own address, and so does every step from there on: what was typed need
        not go into another one. What it states is read again for the topic that somebody chose: it may be told what the
        best one is not.
        """
        words, typed = self.site.words[self.site.language(request)], _typed(request)
        if not typed:
            return home_page(self.site, request, words.say("Type your question."))
        understood, how = await understand(self.matcher, typed, self.site.now()), given(request)
        if away := self._elsewhere(request, understood, how):
            return away
        if found := self._chosen(understood, how.get(TAKE, "")):
            chosen, page = found
            if not understood.matches or chosen.topic != understood.matches[0].topic:
                read = self.matcher.read(typed, chosen, self.site.now())
                told = {name: getattr(read, name) for name in ("stated", "offered", "on", "passed", "noticed")}
                understood = replace(understood, **told)
            how = {**_unless_told(understood.stated, how), **self._passed(understood, chosen, how), **how}
            response = self.pages[page](self._straight(request, typed, understood, chosen, how, page))
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
            facts = {**self._passed(understood, best, facts), **facts}
            response = self.pages[""](self._straight(request, typed, understood, best, facts))
            if response.status_code == 200:
                response.headers.update(PRIVATE)
                return response
        return choice_page(self.site, request, typed, understood)

    def _passed(self, understood: Understanding, found: Found, sent: Mapping[str, str]) -> dict[str, str]:
        """What a question says to have passed, unless an earlier day is asked about, or a form says otherwise."""
        policy = self.site.library.policies[found.policy]
        if sent.get("on", today := self.site.today(policy).isoformat()) < today:
            return {}
        told = _told(sent)
        return {name: PASSED for name in policy.facts if name in understood.passed and name not in told}

    def _elsewhere(self, request: Request, understood: Understanding, how: Mapping[str, str]) -> Response | None:
        """To the same question where the policy is shown that is sure to be meant, if this language leaves it out."""
        lang, chosen = self.site.language(request), how.get(TAKE, "").partition("/")[0]
        sure = understood.matches[0].policy if understood.straight and CHOOSE not in how else ""
        other = self.site.languages[lang].shows(chosen or sure, self.site.languages)
        query = request.scope["query_string"].decode("latin-1")
        return RedirectResponse(f"/{other}/ask?{query}", 303, PRIVATE) if other != lang else None

    def _straight(
        self, request: Request, typed: str, understood: Understanding, found: Found, sent: Mapping[str, str],
        page: str = "",
    ) -> Request:  # fmt: skip
        """
        The request for the page itself, with what is sent to it, and the ways back to the choice, which keep what is
        known by then. What nobody chose on the page before is not sent; what is asked on this one and left empty is.
        """
        lang = self.site.language(request)
        writer = self.site.writers[lang][found.policy]
        facts = writer.policy.facts
        known = [(name, sent[name]) for name in (*facts, "unknown", "on") if sent.get(name)]
        left = (one for one in sent.items() if one not in known and one[0] not in OWN)
        pairs = [*known, *((name, one) for name, one in left if one or name not in facts or "asked" in sent)]
        names = {"lang": lang, "policy": found.policy, "topic": found.topic, "aspect": found.aspect or ""}
        take = "/".join(filter(None, (found.policy, found.topic, found.aspect, page)))
        days = tuple(
            (writer.day(dt.date.fromisoformat(day)),
             address(f"/{lang}/ask", [("q", typed), (TAKE, take), *known, ("on", day)]))
            for day in understood.days if "on" not in sent
        )  # fmt: skip
        path, query = "/".join(("", *names.values(), *filter(None, [page] if found.aspect else []))), write_query(pairs)
        taken = Taken(
            typed,
            marked(typed, found.words, understood.marked),
            mended(found.words),
            writer.text(writer.policy.topics[found.topic].title),
            address(f"/{lang}/ask", [("q", typed), (CHOOSE, AGAIN), *known]),
            address(f"/{lang}/ask", [("q", typed), (CHOOSE, "yes"), *known]),
            address(path, pairs),
            request.scope["query_string"].decode("latin-1"),
            understood.passed.union([one.fact for one in understood.stated], [one.fact for one in understood.offered]),
            days,
            understood.left_over(typed),
        )
        return Request(
            {**request.scope, "path": path, "raw_path": path.encode(), "query_string": query.encode(),
             "path_params": names, TAKEN: taken}
        )  # fmt: skip

    def _chosen(self, understood: Understanding, wanted: str) -> tuple[Found, str] | None:
        """
        The topic and the aspect that somebody chose, and the page, what the topic is about where they chose no aspect;
        None where there is nothing of this name. They need not be what the question is understood as: people change to
        another aspect, and a later index reads otherwise.
        """
        policy, topic, name, page = (*wanted.split("/", 3), "", "", "", "")[:4]
        known, aspect = self.site.library.policies.get(policy), aspect_named(name)
        page = page if name else ABOUT
        if known is None or topic not in known.topics or (name and aspect not in known.topics[topic].aspects):
            return None
        matched = (one for one in understood.matches if (one.policy, one.topic) == (policy, topic))
        found = next(matched, Found(policy, topic, aspect, 0, "", ()))
        return (replace(found, aspect=aspect), page) if page in self.pages else None

    async def suggest(self, request: Request) -> Response:
        """
        For a small addition that every page does without: links, best first, and how many they are in words.

        Nothing at all where nothing is understood.
        """
        lang, typed = self.site.language(request), _typed(request)
        words = self.site.words[lang]
        understood = await understand(self.matcher, typed, self.site.now()) if typed else None
        matches = self._suggested(lang, understood)[:SUGGESTED] if understood else []
        told = words.plural("{count} suggestion", "{count} suggestions", len(matches))
        html = (
            self.site.environments[lang]
            .get_template("suggested.html")
            .render(told=told, links=[self._suggestion(lang, one) for one in matches])
        )
        return HTMLResponse(rooted(html, request.scope), headers={**PRIVATE, "Content-Language": lang})

    def _suggested(self, lang: str, understood: Understanding) -> list[Found]:
        """
        The topics that may be meant. What has ended comes behind all that has not where the best has not, else behind
        what comes near the best; what nobody has translated yet comes behind all, unless it is plainly meant.
        """
        found = [*understood.matches]
        if not found:
            return []
        known = {f"{one.policy}/{one.topic}" for one in found}
        for one in understood.ranking.matches:
            policy, _, topic = one.id.partition("/")
            found += [Found(policy, topic, None, one.score, one.phrase, one.words)] if one.id not in known else []
        best, clear = found[0], understood.confident and found[0].plain
        today = {one: self.site.today(self.site.writers[lang][one].policy) for one in {one.policy for one in found}}

        ended = {one: bool(notice(self.site.writers[lang][one], today[one])) for one in today}

        def behind(one: Found) -> tuple[bool, int]:
            far = one.score < NEAR * best.score
            late = ended[one.policy] * (1 if ended[best.policy] else 2)
            return left_out(self.site.writers[lang][one.policy]), far + late

        return [*found[:clear], *sorted(found[clear:], key=behind)]

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
            "question": topic_question(writer, found.topic, found.aspect)
            if found.aspect and not left_out(writer)
            else "",
            "href": f"/{lang}/{found.policy}/{found.topic}/{found.aspect or ''}",
        }


def _typed(request: Request) -> str:
    return given(request).get("q", "")[:LONGEST_QUESTION].strip()


def _told(sent: Mapping[str, str]) -> set[str]:
    """The facts that a form says something of, were it that they are not known."""
    return {sent.get("asked", ""), *sent.get("unknown", "").split(","), *(name.partition(".")[0] for name in sent)}


def _unless_told(stated: Iterable[Stated], sent: Mapping[str, str]) -> dict[str, str]:
    """What a question states, less what a form says otherwise, in parts, not to be known, or as the day asked about."""
    told = _told(sent)
    return {one.fact: one.value for one in stated if one.fact not in told and one.value != sent.get("on")}
