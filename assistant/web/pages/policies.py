"""The pages that are read: start, policy, topic with the pictures of its rules, and how accessible they are."""

from base64 import b64encode
from hashlib import sha256
from zoneinfo import ZoneInfo

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from assistant.errors import UnknownPage
from assistant.present import find, policy_view, topic_list, topic_view
from assistant.present.policy.clauses import outline
from assistant.present.policy.views import PolicyView
from assistant.present.tree.branches import tree
from assistant.present.tree.svg import SMALL, STYLE, WIDE, svg
from assistant.present.writer import writer_of
from assistant.web.frame.cache import keep
from assistant.web.frame.site import Site, given, preferred

CLAUSES = "clauses"
"""The name of a policy's page of clauses, which no topic can have."""
STYLED = b64encode(sha256(STYLE.encode()).digest()).decode()
PICTURE = {
    "Content-Security-Policy": f"default-src 'none'; style-src 'sha256-{STYLED}'; frame-ancestors 'none'",
    "X-Robots-Tag": "noindex",
    "Cache-Control": "no-cache",
}
"""Of a picture that is opened by itself: the one style that stands in it is allowed."""


class Pages:
    """Routes over one site."""

    def __init__(self, site: Site) -> None:
        self.site = site

    def routes(self) -> list[Route]:
        """Every route of this module, in the order in which they are tried."""
        return [
            Route("/", self.root),
            Route("/{lang}/", self.home),
            Route("/{lang}/accessibility", self.accessibility),
            Route("/{lang}/{policy}/", self.policy),
            Route(f"/{{lang}}/{{policy}}/{CLAUSES}/", self.clauses),
            Route("/{lang}/{policy}/{topic}/{aspect}.svg", self.picture),
            Route("/{lang}/{policy}/{topic}/", self.topic),
            *(Route(path, self.slashed) for path in ("/{lang}", "/{lang}/{policy}", "/{lang}/{policy}/{topic}")),
        ]

    def root(self, request: Request) -> Response:
        """To the start in the reader's language."""
        lang = preferred(request.headers.get("accept-language", ""), self.site.languages)
        return RedirectResponse(f"/{lang}/", 302, {"Vary": "Accept-Language", "Cache-Control": "no-store"})

    def slashed(self, request: Request) -> Response:
        """To the page of the same name with its slash, where there is one."""
        names = request.path_params
        self._known(names["lang"])
        if names.get("topic", CLAUSES) != CLAUSES:
            self._topic(names["policy"], names["topic"])
        elif "policy" in names:
            self.site.policy(names["policy"])
        return RedirectResponse("/" + "/".join(names.values()) + "/", 303)

    def home(self, request: Request) -> Response:
        """The question box, and the topics by policy."""
        lang = self._known(request.path_params["lang"])
        given(request)
        keep(request, self.site.day_ends(*self.site.library.policies.values()))
        return home_page(self.site, request, lang)

    def policy(self, request: Request) -> Response:
        """What a policy says."""
        return self.site.page(request, "policy.html", policy=self._policy(request))

    def clauses(self, request: Request) -> Response:
        """The outline of a policy's document: what each clause says, and what rests on it."""
        view = self._policy(request)
        policy = self.site.policy(view.id)
        keep(request, self.site.day_ends(policy))
        chapters = outline(writer_of(policy, self.site.words[request.path_params["lang"]]))
        return self.site.page(request, "clauses.html", policy=view, chapters=chapters)

    def _policy(self, request: Request) -> PolicyView:
        lang, policy = self._known(request.path_params["lang"]), self.site.policy(request.path_params["policy"])
        given(request)
        moment = self.site.now().astimezone(ZoneInfo(policy.about.time_zone)).replace(tzinfo=None)
        return policy_view(policy, self.site.words[lang], moment.date(), moment)

    def topic(self, request: Request) -> Response:
        """What a topic is about, and its questions."""
        names = request.path_params
        lang = self._known(names["lang"])
        given(request)
        self._topic(names["policy"], names["topic"])
        policy = self.site.policy(names["policy"])
        keep(request, self.site.day_ends(policy))
        view = topic_view(policy, names["topic"], self.site.words[lang], self.site.today(policy))
        return self.site.page(request, "topic.html", topic=view)

    def picture(self, request: Request) -> Response:
        """The rules of one question as a picture: wide, or small for a phone."""
        names = request.path_params
        words = self.site.words[self._known(names["lang"])]
        policy, aspect = find(self.site.library, names["policy"], names["topic"], names["aspect"])
        small = given(request).get("size") == "small"
        sheet = SMALL if small else WIDE
        keep(request, None, "size=small" if small else "")
        drawn = svg(tree(policy, names["topic"], aspect, words), words, sheet)
        return Response(drawn, headers={**PICTURE, "Content-Language": names["lang"]}, media_type="image/svg+xml")

    def accessibility(self, request: Request) -> Response:
        """What was done and tested so that everybody can use the pages, and what was not."""
        self._known(request.path_params["lang"])
        given(request)
        keep(request, None)
        return self.site.page(request, "accessibility.html")

    def _known(self, lang: str) -> str:
        if lang not in self.site.languages:
            raise UnknownPage("language", lang, tuple(self.site.languages))
        return lang

    def _topic(self, policy: str, topic: str) -> None:
        topics = self.site.policy(policy).topics
        if topic not in topics:
            raise UnknownPage("topic", topic, tuple(topics))


def home_page(site: Site, request: Request, lang: str, fault: str = "") -> Response:
    """The start; with a fault in the question box where one is."""
    topics = topic_list(site.library, site.words[lang], site.latest())
    return site.page(request, "home.html", 422 if fault else 200, topics=topics, fault=fault)
