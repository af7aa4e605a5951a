"""The question box: what was understood of a question, and where its answer is."""

from collections.abc import Mapping

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from assistant.errors import UnknownPage
from assistant.match.understanding import Found, Understands
from assistant.model.rule import Aspect
from assistant.present import topic_list
from assistant.present.policy.views import TopicView
from assistant.web.frame.query import address
from assistant.web.frame.site import Site, given
from assistant.web.pages.fields import said
from assistant.web.pages.marking import marked, mended
from assistant.web.pages.policies import home_page

LONGEST_QUESTION = 500
SHOWN = 3
"""How many topics a page offers: more would be a list to search, not a choice."""


class Box:
    """The route of the question box over one site."""

    def __init__(self, site: Site, matcher: Understands) -> None:
        self.site, self.matcher = site, matcher

    def routes(self) -> list[Route]:
        """The page that says what was understood."""
        return [Route("/{lang}/ask", self.ask)]

    def ask(self, request: Request) -> Response:
        """What was understood, before any answer counts on it; what else it may be; that it is out of scope."""
        lang = request.path_params["lang"]
        if lang not in self.site.languages:
            raise UnknownPage("language", lang, tuple(self.site.languages))
        typed = given(request).get("q", "")[:LONGEST_QUESTION].strip()
        words = self.site.words[lang]
        if not typed:
            return home_page(self.site, request, lang, words.say("Type your question."))
        understood = self.matcher.understand(typed, self.site.now())
        topics = {
            f"{topic.policy}/{topic.id}": topic for topic in topic_list(self.site.library, words, self.site.latest())
        }
        found = [(topics[f"{one.policy}/{one.topic}"], one) for one in understood.matches[:SHOWN]]
        asked = understood.matches[0].words if understood.matches else ()
        facts = said(self.site.library.policies[found[0][1].policy], understood.facts, words) if found else ()
        response = self.site.page(
            request, "ask.html", typed=typed, question=marked(typed, asked, understood.stated), mended=mended(asked),
            sure=understood.confident, said=facts, topics=tuple(topics.values()),
            found=[(topic, _links(lang, topic, one, understood.facts if one.policy == found[0][1].policy else {}),
                    one.aspect) for topic, one in found],
        )  # fmt: skip
        response.headers["X-Robots-Tag"] = "noindex"
        return response


def _links(lang: str, topic: TopicView, found: Found, facts: Mapping[str, str]) -> list[tuple[Aspect, str, str]]:
    """Each question of the topic with its address, the one that was asked first."""
    order = sorted(topic.aspects, key=lambda one: one.aspect != found.aspect)
    path = f"/{lang}/{topic.policy}/{topic.id}"
    return [(one.aspect, one.question, address(f"{path}/{one.aspect}", facts.items())) for one in order]
