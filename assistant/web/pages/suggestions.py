"""What the question box suggests while a question is being typed: a small addition that every page does without."""

from dataclasses import asdict, dataclass

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from assistant.errors import UnknownPage
from assistant.i18n.words import Words
from assistant.match.understanding import Found, Understands
from assistant.present.sentences import QUESTIONS
from assistant.web.frame.site import Site, given
from assistant.web.pages.box import LONGEST_QUESTION

SHOWN = 5
HEADERS = {"Cache-Control": "no-store", "X-Robots-Tag": "noindex"}


@dataclass(frozen=True, slots=True)
class Suggestion:
    """
    A topic's title in the language `lang`, and its address.

    Where the question tells which of the topic's questions it is, `question` names it and the address leads to it.
    No fact stands in the address: what a question states is shown first, on the page that says what was understood.
    """

    title: str
    lang: str
    question: str
    href: str


class Suggest:
    """The route of the suggestions over one site. Nothing of a question is kept, logged or said back."""

    def __init__(self, site: Site, matcher: Understands) -> None:
        self.site, self.matcher = site, matcher

    def routes(self) -> list[Route]:
        """The suggestions for what is typed so far."""
        return [Route("/{lang}/suggest", self.suggest)]

    def suggest(self, request: Request) -> Response:
        """`links`, best first, and `told`, how many they are in words; both empty where nothing is meant."""
        lang = request.path_params["lang"]
        if lang not in self.site.languages:
            raise UnknownPage("language", lang, tuple(self.site.languages))
        typed = given(request).get("q", "")[:LONGEST_QUESTION].strip()
        matches = self.matcher.understand(typed, self.site.now()).matches[:SHOWN] if typed else ()
        words = self.site.words[lang]
        told = words.plural("{count} suggestion", "{count} suggestions", len(matches)) if matches else ""
        links = [asdict(self._suggestion(words, one)) for one in matches]
        return JSONResponse({"told": told, "links": links}, headers={**HEADERS, "Content-Language": lang})

    def _suggestion(self, words: Words, found: Found) -> Suggestion:
        policy = self.site.library.policies[found.policy]
        title = words.text(policy.topics[found.topic].title, policy.about.language)
        question = words.say(QUESTIONS[found.aspect]) if found.aspect else ""
        href = f"/{words.language.id}/{found.policy}/{found.topic}/{found.aspect or ''}"
        return Suggestion(title.text, title.lang, question, href)
