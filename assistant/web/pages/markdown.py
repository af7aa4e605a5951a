"""Pages for programs that read Markdown: every policy, every topic, and what there is (`llms.txt`)."""

from collections.abc import Iterable, Iterator

from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response

from assistant.i18n import N_
from assistant.present.policy.pages import policy_view, topic_view
from assistant.present.policy.start import in_order
from assistant.present.share.document import FILE, Piece, policy_document, topic_document
from assistant.present.share.writing import written
from assistant.web.frame.assets import FOR_A_DAY
from assistant.web.frame.guard import holds
from assistant.web.frame.head import DEFAULT_LANGUAGE
from assistant.web.frame.site import Site, given

GOVERN = N_("The documents govern. The answers sum them up and name the clauses they rest on.")


class Markdown:
    """Routes over one site."""

    def __init__(self, site: Site) -> None:
        self.site = site

    def policy(self, request: Request) -> Response:
        """What a policy says."""
        writer = self.site.writer(request)
        return self._sent(
            request, policy_document(policy_view(writer, self.site.now()), writer.words, self._page(request))
        )

    def topic(self, request: Request) -> Response:
        """What a topic is about, its questions, and its rules in words."""
        writer, topic = self.site.topic(request)
        view = topic_view(writer, topic, self.site.today(writer.policy))
        return self._sent(request, topic_document(view, writer.words, self._page(request)))

    def listed(self, request: Request) -> Response:
        """What a program with a language model may read here (llmstxt.org): each policy in each language."""
        holds(request)
        return PlainTextResponse(written(self._listed()), headers={"Cache-Control": FOR_A_DAY})

    def _listed(self) -> Iterator[Piece]:
        say = self.site.words[DEFAULT_LANGUAGE].say
        yield Piece("headline", say("Policy assistant"))
        yield Piece("line", say("Exact answers from policy documents: is it free, when is it due, am I covered?"))
        yield Piece("line", say(GOVERN))
        for lang, language in self.site.languages.items():
            yield Piece("heading", language.name)
            for writer in in_order(self.site.writers[lang].values(), self.site.now()):
                about, lede = writer.policy.about, writer.text(writer.policy.summary.lede)
                page = f"{self.site.public_url}/{lang}/{about.id}/{FILE}"
                yield Piece("item", lede, writer.text(about.title), href=page)
        yield Piece("heading", "Optional")  # the name that the format gives to what may be left out
        yield Piece("item", "", "OpenAPI", href=f"{self.site.public_url}/api/v1/openapi.json")

    def _page(self, request: Request) -> str:
        return f"{self.site.public_url}{request.scope['path'].removesuffix(FILE)}"

    def _sent(self, request: Request, pieces: Iterable[Piece]) -> Response:
        """A document, the same until the day ends; what people find by searching is its page."""
        given(request)
        holds(request, self.site.day_ends(self.site.library.policies[request.path_params["policy"]]))
        headers = {
            "Content-Language": request.path_params["lang"],
            "Cache-Control": "no-cache",
            "Link": f'<{self._page(request)}>; rel="canonical"',
        }
        return Response(written(pieces), headers=headers, media_type="text/markdown")
