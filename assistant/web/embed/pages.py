"""The code that puts our pages into another site's, and the style sheet with that site's colours."""

from collections.abc import Iterator
from typing import NamedTuple

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from assistant.i18n import N_
from assistant.i18n.fill import Rendered
from assistant.present.policy.pages import topic_list
from assistant.web.embed.colours import read_colour, written
from assistant.web.embed.look import NAMES, Look
from assistant.web.frame.assets import FOR_GOOD
from assistant.web.frame.guard import NOT_INDEXED
from assistant.web.frame.query import BadRequest
from assistant.web.frame.site import Site, given

COLOURS = N_("These colours cannot be read. Write each with six digits, as in accent=1c4a8c;paper=ffffff;ink=1a2330.")
BOX, PANEL = "box", "panel"


class Choice(NamedTuple):
    """Something that can be put into a page: its name in the form, what it is called, and its address in a frame."""

    name: str
    title: Rendered
    address: str


class Embedding:
    """Routes over one site; `origins` are the sites that may frame its pages."""

    def __init__(self, site: Site, origins: tuple[str, ...]) -> None:
        self.site, self.origins = site, origins

    def look(self, request: Request) -> Response:
        """The colours of a site; another look has another address."""
        look = Look.read(given(request).get("look", ""))
        if look is None:
            raise HTTPException(404)
        return Response(look.sheet(), headers={"Cache-Control": FOR_GOOD}, media_type="text/css")

    def unreadable(self, request: Request) -> Response:
        """What is said where colours cannot be read."""
        self.site.language(request)
        raise BadRequest(400, COLOURS)

    def page(self, request: Request) -> Response:
        """A form of what can be put into a page, in which colours, and the code that does it."""
        lang, sent = self.site.language(request), given(request)
        choices = {one.name: one for one in self._choices(lang)}
        chosen = choices.get(sent.get("show", BOX), choices[BOX])
        typed = {name: sent.get(name, "").strip() for name in NAMES}
        read = {name: read_colour(text) for name, text in typed.items() if text}
        look = Look({name: colour for name, colour in read.items() if colour})
        kind = PANEL if chosen.name == PANEL else "embed"
        start = f"/{lang}/{kind}{f';{look.written()}' if look.wanted else ''}"
        return self.site.page(
            request,
            "programs/embedding.html",
            # The form may be found by searching, not each of its very many choices.
            headers=NOT_INDEXED if sent else {},
            choices=tuple(choices.values()),
            chosen=chosen,
            typed=typed,
            wrong={name for name, colour in read.items() if colour is None},
            mended={name: written(colour) for name, colour in look.changed().items()},
            origins=self.origins,
            path=f"{start}{chosen.address}",
            public_url=self.site.public_url,
            origin="/".join(self.site.public_url.split("/")[:3]),
        )

    def _choices(self, lang: str) -> Iterator[Choice]:
        words, writers = self.site.words[lang], self.site.writers[lang]
        yield Choice(BOX, words.say("The question box"), "/")
        yield Choice(PANEL, words.say("A side panel for a desk"), "/")
        for one in topic_list(writers.values(), self.site.latest()):
            title = words.say("{policy}: {topic}", policy=one.policy_title, topic=one.title)
            yield Choice(f"{one.policy}/{one.id}", title, f"/{one.policy}/{one.id}/")
