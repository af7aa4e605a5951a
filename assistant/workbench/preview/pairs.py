"""A page in two languages side by side, and the sentences of a page in a list."""

from dataclasses import dataclass
from urllib.parse import quote, urlsplit

from markupsafe import Markup
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from assistant.i18n.words import Words
from assistant.workbench.catalogues.messages import Kept
from assistant.workbench.preview.dressing import dress, main_of, set_apart
from assistant.workbench.preview.query import ask, html_of, query_of
from assistant.workbench.preview.stage import Stage
from assistant.workbench.preview.tags import Tags, ids_wanted
from assistant.workbench.preview.traces import Sentence, heard
from assistant.workbench.preview.views import NAMES, MessageView, Standing, message_view

ORDER: tuple[Standing, ...] = ("new", "missing", "faulty", "stale", "sound", "source")
"""What wants work first comes first."""


@dataclass(frozen=True, slots=True)
class Side:
    """One language of a page: its main part as it is shown, and its address."""

    lang: str
    html: Markup
    address: str


@dataclass(frozen=True, slots=True)
class Line:
    """A sentence of a page: how it stands, and its message where it has one."""

    sentence: Sentence
    standing: Standing
    label: str
    view: MessageView | None


class Pairs:
    """Routes over one stage."""

    def __init__(self, stage: Stage) -> None:
        self.stage = stage

    def routes(self, start: str) -> list[Route]:
        """Both views, for every page."""
        return [
            Route(f"{start}/beside/{{left}}/{{right}}/{{path:path}}", self.beside),
            Route(f"{start}/{{target}}/sentences/{{path:path}}", self.sentences),
        ]

    async def beside(self, request: Request) -> Response:
        """A page in two languages."""
        names = request.path_params
        sides = [self._known(names["left"]), self._known(names["right"])]
        start = f"/{names['lang']}/preview/beside/{sides[0]}/{sides[1]}/"
        shown = []
        for number, lang in enumerate(sides):
            page = await self._asked(request, lang, start)
            if isinstance(page, RedirectResponse):
                return page
            html = dress(html_of(page), Tags(self.stage, lang, ids_wanted(request)).show).html
            part = set_apart(main_of(html), f"side{number}-", f"/{lang}/", start)
            shown.append(Side(lang, Markup(part), _at(request, f"/{lang}/")))  # noqa: S704 (a page of our own)
        pairs = [
            (one, other, _at(request, f"/{names['lang']}/preview/beside/{one}/{other}/"))
            for one in self.stage.shelves for other in self.stage.shelves if one != other
        ]  # fmt: skip
        return self.stage.site.page(request, "preview/beside.html", section="beside", target=None, sides=shown,
                                    pairs=pairs, now=tuple(sides))  # fmt: skip

    async def sentences(self, request: Request) -> Response:
        """What a page says, sentence by sentence, those first that want work."""
        names = request.path_params
        target, words = self._known(names["target"]), self.stage.site.words[names["lang"]]
        with heard() as bare:
            page = await self._asked(request, target, f"/{names['lang']}/preview/{target}/sentences/")
        if isinstance(page, RedirectResponse):
            return page
        tags = Tags(self.stage, target, False)
        numbers = dict.fromkeys([*dress(html_of(page)).numbers, *bare])
        lines = [self._line(*tags.standing(number), words) for number in numbers]
        lines.sort(key=lambda line: ORDER.index(line.standing))
        counts = [(state, words.say(NAMES[state]), sum(line.standing == state for line in lines)) for state in ORDER]
        return self.stage.site.page(
            request, "preview/sentences.html", section="sentences", target=target, lines=lines, counts=counts,
            address=_at(request, f"/{target}/"),
        )  # fmt: skip

    def _line(self, sentence: Sentence, standing: Standing, kept: Kept | None, words: Words) -> Line:
        view = message_view(kept, self.stage.library, words) if kept else None
        return Line(sentence, standing, words.say(NAMES[standing]), view)

    def _known(self, lang: str) -> str:
        if lang not in self.stage.shelves:
            raise HTTPException(404)
        return lang

    async def _asked(self, request: Request, lang: str, start: str) -> Response:
        """
        The page in this language, or where it leads to, below `start`.

        Raises:
            HTTPException: 404 where it is no page, which has no other side.
        """
        path = f"/{lang}/{request.path_params['path']}"
        page = await ask(self.stage.pages, request, path, query_of(request).removeprefix("?"))
        if page.status_code in (302, 303):
            return RedirectResponse(start + _rest(page.headers["location"]), 303)
        if not html_of(page):
            raise HTTPException(404)
        return page


def _at(request: Request, start: str) -> str:
    return f"{start}{quote(request.path_params['path'])}{query_of(request)}"


def _rest(location: str) -> str:
    """What follows the language in an address."""
    split = urlsplit(location)
    return split.path.split("/", 2)[-1] + (f"?{split.query}" if split.query else "")
