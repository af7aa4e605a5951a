"""The question box: what was understood of a question, where its answer is, and what is suggested while it is typed."""

import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

from markupsafe import Markup, escape
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response

from assistant.i18n.fill import Rendered
from assistant.match.ranking import Word
from assistant.match.understanding import Found, Meant, Stated, Understanding, Understands
from assistant.model.rule import Aspect
from assistant.present.policy.pages import TopicView, topic_list
from assistant.present.policy.start import shelves
from assistant.present.policy.terms import TermView, terms
from assistant.present.sentences import QUESTIONS
from assistant.present.views import GivenView
from assistant.present.writer import Writer
from assistant.web.frame.guard import PRIVATE
from assistant.web.frame.query import address, write_query
from assistant.web.frame.rooted import rooted
from assistant.web.frame.seen import UNDERSTOOD
from assistant.web.frame.site import TAKEN, Site, Taken, given
from assistant.web.pages.answers import Answers
from assistant.web.pages.form import said
from assistant.web.pages.policies import home_page

if TYPE_CHECKING:
    from assistant.web.pages.feedback import Feedback

LONGEST_QUESTION = 500
SHOWN = 3
"""How many topics a page offers: more would be a list to search, not a choice."""
SUGGESTED = 5
WEIGHTY = 0.1
"""The share of a match from which on a word is marked."""
SAID_NOT = frozenset({"denied", "former"})
ONE_OF = frozenset({"range", "several"})
"""Why a value is not counted on: nobody who says so would take it; or there is another beside it."""
CHOOSE = "choose"
"""The parameter by which somebody who was not understood asks for the choice."""


class Open(NamedTuple):
    """A fact that the question may state, the words for it, and each value with the address that takes it."""

    label: Rendered
    words: str
    ways: tuple[tuple[Rendered, str], ...]


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
        understood = await run_in_threadpool(self.matcher.understand, typed, self.site.now())
        request.scope[UNDERSTOOD] = understood.outcome
        if self.feedback:
            self.feedback.asked(request, typed, understood, CHOOSE in given(request))
        if understood.word and understood.word.asked:
            name = f"{understood.word.policy}.{understood.word.term}"
            return RedirectResponse(f"/{words.language.id}/words#{name}", 303, PRIVATE)
        if understood.straight and CHOOSE not in given(request):
            response = await self.answers.page(self._straight(request, typed, understood))
            if response.status_code == 200:
                response.headers.update(PRIVATE)
                return response
        return await run_in_threadpool(self._choice, request, typed, understood)

    def _straight(self, request: Request, typed: str, understood: Understanding) -> Request:
        """The request for the answer itself, with what the question states, and with the way back to the choice."""
        lang, best = self.site.language(request), understood.matches[0]
        writer = self.site.writers[lang][best.policy]
        facts = {name: understood.facts[name] for name in writer.policy.facts if name in understood.facts}
        pairs = [*facts.items(), *([("on", understood.day.isoformat())] if understood.day else [])]
        names = {"lang": lang, "policy": best.policy, "topic": best.topic, "aspect": str(best.aspect)}
        path, query = "/" + "/".join(names.values()), write_query(pairs)
        taken = Taken(
            marked(typed, best.words, understood.stated),
            mended(best.words),
            writer.text(writer.policy.topics[best.topic].title),
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
        lang, choose = self.site.language(request), CHOOSE in given(request)
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

        def taken(fact: str, value: str) -> str:
            topic, aspects, facts = found[0]
            return _links(lang, topic, aspects, {**facts, fact: value})[0][-1]

        return self.site.page(
            request,
            "ask.html",
            headers=PRIVATE,
            typed=typed,
            question=marked(typed, best.words if best else (), understood.stated),
            mended=mended(best.words if best else ()),
            sure=understood.confident and not choose,
            said=_said(writers[best.policy], understood) if best else (),
            open=tuple(_open(writers[best.policy], typed, understood, taken)) if best else (),
            shelves=shelves(writers.values(), self.site.now()) if choose or not found else (),
            people=() if found and not understood.contacts else self.site.people(lang),
            word=self._word(lang, understood.word),
            day_open=understood.day_open and best is not None,
            found=[(topic, _links(lang, topic, aspects, facts), aspects) for topic, aspects, facts in found],
        )

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


def _open(writer: Writer, typed: str, understood: Understanding, taken: Callable[[str, str], str]) -> Iterator[Open]:
    """What it may state, with addresses by `taken` for values: none for a topic in doubt, nor one alone of several."""
    values = Counter(one.fact for one in understood.offered for _ in one.values)
    for one in understood.offered:
        alone = one.why in ONE_OF and values[one.fact] < 2
        meant = one.values if understood.confident and one.why not in SAID_NOT and not alone else ()
        ways = ((said(writer, {one.fact: value})[0].text, taken(one.fact, value)) for value in meant)
        yield Open(writer.label(one.fact), typed[one.start : one.end], tuple(ways))


def _parameters(understood: Understanding, best: Found | None, found: Found) -> Mapping[str, str]:
    """What a link takes from the question: facts only for a topic of the policy of the best one."""
    own = best is not None and found.policy == best.policy
    on = {"on": understood.day.isoformat()} if understood.day else {}
    return {**(understood.facts if own else {}), **on}


def _links(
    lang: str, topic: TopicView, asked: Sequence[Aspect | None], facts: Mapping[str, str]
) -> list[tuple[Aspect, str, str]]:
    """Each question of the topic with its address, those that were asked first."""
    order = sorted(topic.aspects, key=lambda one: one.aspect not in asked)
    path = f"/{lang}/{topic.policy}/{topic.id}"
    return [(one.aspect, one.question, address(f"{path}/{one.aspect}", facts.items())) for one in order]


def marked(question: str, words: Iterable[Word], stated: Iterable[Stated]) -> Markup:
    """The question with those words in `<mark>` that the match owes most to, and those that state a fact."""
    wanted = [word.typed for word in words if word.share >= WEIGHTY]
    found = {span for word in wanted for span in _spans(question, word)} | {(one.start, one.end) for one in stated}
    spans = sorted(found, key=lambda span: (span[0], -span[1]))
    html, done = Markup(""), 0
    for start, end in spans:
        if end > done:
            first = max(start, done)
            html += escape(question[done:first]) + Markup("<mark>{}</mark>").format(question[first:end])
            done = end
    return html + escape(question[done:])


def mended(words: Iterable[Word]) -> tuple[tuple[str, str], ...]:
    """Weighty words that were taken for others: as typed, and as read."""
    return tuple((word.typed, word.read) for word in words if word.share >= WEIGHTY and word.typed != word.read)


def _spans(question: str, word: str) -> Iterator[tuple[int, int]]:
    """Where a folded word stands in the question; a Latin word only where it stands alone."""
    folded, places = "", list[int]()
    for place, letter in enumerate(question):
        fold = unicodedata.normalize("NFKC", letter).casefold()
        folded += fold
        places += [place] * len(fold)
    start = folded.find(word) if word else -1
    while start >= 0:
        end = start + len(word)
        if not (word.isascii() and (folded[start - 1 : start].isalnum() or folded[end : end + 1].isalnum())):
            yield places[start], places[end - 1] + 1
        start = folded.find(word, end)
