"""The pages that read: start, question box, policy and topic."""

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from assistant.errors import UnknownPage
from assistant.present import policy_view, topic_view
from assistant.web.site import Site, given, preferred


class Pages:
    """Routes over one site."""

    def __init__(self, site: Site) -> None:
        self.site = site

    def routes(self) -> list[Route]:
        """Every route of this module, in the order in which they are tried."""
        return [
            Route("/", self.root),
            Route("/{lang}/", self.home),
            Route("/{lang}/{policy}/", self.policy),
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
        if "topic" in names:
            self._topic(names["policy"], names["topic"])
        elif "policy" in names:
            self.site.policy(names["policy"])
        return RedirectResponse("/" + "/".join(names.values()) + "/", 303)

    def home(self, request: Request) -> Response:
        """The question box, and the topics by policy."""
        lang = self._known(request.path_params["lang"])
        given(request)
        return home_page(self.site, request, lang)

    def policy(self, request: Request) -> Response:
        """What a policy says."""
        lang, policy = self._known(request.path_params["lang"]), self.site.policy(request.path_params["policy"])
        given(request)
        view = policy_view(policy, self.site.words[lang], self.site.today(policy))
        return self.site.page(request, "policy.html", policy=view)

    def topic(self, request: Request) -> Response:
        """What a topic is about, and its questions."""
        names = request.path_params
        lang = self._known(names["lang"])
        given(request)
        self._topic(names["policy"], names["topic"])
        policy = self.site.policy(names["policy"])
        view = topic_view(policy, names["topic"], self.site.words[lang], self.site.today(policy))
        return self.site.page(request, "topic.html", topic=view)

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
    policies = [policy_view(p, site.words[lang], site.today(p)) for p in site.library.policies.values()]
    return site.page(request, "home.html", 422 if fault else 200, policies=policies, fault=fault)
