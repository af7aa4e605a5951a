"""What goes wrong, as a page in the reader's language or as problem JSON for programs (RFC 9457)."""

from collections.abc import Iterator, Mapping, Sequence
from urllib.parse import parse_qsl, quote

from pydantic import BaseModel
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import JSONResponse, RedirectResponse, Response
from starlette.types import HTTPExceptionHandler, Scope

from assistant.errors import AssistantError, TooNew, UnknownPage, Unready
from assistant.i18n import N_
from assistant.i18n.fill import Rendered
from assistant.present.faults import shortened
from assistant.present.policy.start import in_order, shelves
from assistant.present.programs import KINDS
from assistant.present.sentences import QUESTIONS
from assistant.suggest import closest
from assistant.web.frame.guard import NOT_INDEXED
from assistant.web.frame.query import BadRequest, address, unstuck
from assistant.web.frame.rooted import FRAME
from assistant.web.frame.route import on_loop
from assistant.web.frame.site import NONE, Site, given

API = ("/api/", "/mcp")
"""How the addresses begin that programs ask."""
PLACES = {"language": 1, "policy": 2, "topic": 3, "aspect": 4}
"""Which part of an address names what."""
TITLES = {
    403: N_("This form was sent from another site"),
    404: N_("This page does not exist"),
    405: N_("This address cannot be used in this way"),
    429: N_("You are asking too often"),
    500: N_("Something went wrong on our side"),
    503: N_("The service is busy at the moment"),
}
OTHER = N_("This address cannot be read")
NEWER = N_("This link is newer than this server")
ADVICE = {
    403: N_("Open the page here, and send the form from there."),
    404: N_("Check the address, or choose a topic below."),
    405: N_("Go back to the start and try again."),
    429: N_("Wait a moment, then try again."),
    500: N_("What you entered is not lost: it is in the address. Please try again in a moment."),
    503: N_("What you entered is not lost: it is in the address. Please try again in a moment."),
}
COMING = N_(
    "The link was made with an edition that has not reached this server yet. Please try again in a moment, or see what "
    "the present edition answers."
)


class Unprocessable(AssistantError):
    """Values that the API refuses; `errors` holds a record of each."""

    def __init__(self, errors: Sequence[BaseModel]) -> None:
        self.errors = errors
        super().__init__("; ".join(map(str, errors)))


LATER, SOON = 30, 5
"""Seconds after which what could not be read may be there again, and another server may have another edition."""
CHANGES = "changes"
"""The name of a page of each policy, which no topic can have."""
MOST_NEAR = 3
"""So many names are shown that may have been meant."""


class Problems:
    """Handlers over one site."""

    def __init__(self, site: Site) -> None:
        self.site = site
        self._sheds: dict[tuple[str, int, str], Response] = {}

    @property
    def handlers(self) -> Mapping[type[Exception], HTTPExceptionHandler]:
        """By what they handle."""
        return {
            UnknownPage: on_loop(self.unknown),
            BadRequest: on_loop(self.bad),
            Unprocessable: on_loop(self.unprocessable),
            HTTPException: on_loop(self.refused),
            Unready: on_loop(self.unready),
            TooNew: on_loop(self.too_new),
        }

    def unknown(self, request: Request, error: Exception) -> Response:
        """404, with what may have been meant."""
        found = error if isinstance(error, UnknownPage) else UnknownPage("page", "")
        if request.scope["path"].startswith(API):
            detail = f"There is no such {found.kind}."
            return self._problem(404, detail, [{"name": found.kind, "text": detail, "near": list(_near(found))}])
        unspoken = found.kind == "language"
        wrong, near = ADVICE[405 if unspoken else 404], self._links(request, found)
        return self._moved(request) or self._page(request, 404, wrong, near, unspoken=unspoken)

    def _moved(self, request: Request) -> Response | None:
        """To the address without what stuck to it, its language in small letters, the reader's before a policy."""
        path = request.scope["path"]
        bare, first = unstuck(path), path.strip("/").split("/")[0]
        if first in self.site.library.policies:
            bare = f"/{self.site.language_of(request)}{bare}"
        elif (small := first.lower()) in self.site.languages:
            bare = bare.replace(first, small, 1)
        return RedirectResponse(quote(bare), 303, NOT_INDEXED) if bare not in ("", path) else None

    def _links(self, request: Request, error: UnknownPage) -> list[tuple[str, Rendered]]:
        """The addresses that may have been meant, with their names."""
        lang = self.site.language_of(request)
        if error.kind == "policy" and error.name == CHANGES:
            said, writers = self.site.words[lang].say, in_order(self.site.writers[lang].values(), self.site.now())
            return [(f"/{lang}/{one.policy.id}/{CHANGES}/",
                     said("{label}: {value}", label=one.text(one.policy.about.title), value=said("What changed")))
                    for one in writers]  # fmt: skip
        before = request.scope["path"].split("/")[1 : PLACES[error.kind]]
        slash = "" if error.kind == "aspect" else "/"
        return [
            ("/" + "/".join([*before, name]) + slash, self._name(lang, error.kind, [*before[1:], name]))
            for name in _near(error)
        ]

    def _name(self, lang: str, kind: str, names: Sequence[str]) -> Rendered:
        if kind == "language":
            return Rendered(self.site.languages[names[-1]].name, names[-1], lang)
        if kind == "aspect":
            return self.site.words[lang].say(next(said for aspect, said in QUESTIONS.items() if aspect == names[-1]))
        writer = self.site.writers[lang][names[0]]
        return writer.text(writer.policy.topics[names[1]].title if kind == "topic" else writer.policy.about.title)

    def bad(self, request: Request, error: Exception) -> Response:
        """400, 413 or 414, with what is wrong."""
        status, wrong, name = (
            (error.status, error.wrong, error.name) if isinstance(error, BadRequest) else (400, OTHER, "")
        )
        if request.scope["path"].startswith(API):
            return self._problem(status, wrong, [{"name": name, "text": wrong}] if name else [])
        return self._page(request, status, wrong, near=list(self._either(request, name)))

    def _either(self, request: Request, name: str) -> Iterator[tuple[str, Rendered]]:
        """The addresses of an answer with one of the values of what came twice: what people type is never told back."""
        if "aspect" not in request.path_params:
            return
        lang, pairs = self.site.language_of(request), parse_qsl(request.scope["query_string"].decode("latin-1"))
        for value in dict.fromkeys(value for each, value in pairs if each == name):
            one = address(
                request.scope["path"], [*(pair for pair in pairs if pair[0].partition(".")[0] != name), (name, value)]
            )
            yield one, self.site.words[lang].say("{label}: {value}", label=name, value=shortened(value))

    def unprocessable(self, request: Request, error: Exception) -> Response:
        """422, with every fault."""
        errors = error.errors if isinstance(error, Unprocessable) else ()
        return self._problem(
            422, "Each error names a parameter and what is wrong with it.", [one.model_dump() for one in errors]
        )

    def refused(self, request: Request, error: Exception) -> Response:
        """What the framework refuses: no such page, no such method."""
        status = error.status_code if isinstance(error, HTTPException) else 400
        headers = dict(error.headers or {}) if isinstance(error, HTTPException) else {}
        if request.scope["path"].startswith(API):
            return self._problem(status, TITLES.get(status, OTHER) + ".", headers=headers)
        moved = self._moved(request) if status == 404 else None
        return moved or self._page(request, status, headers=headers)

    def unready(self, request: Request, error: Exception) -> Response:
        """503: what is needed for this cannot be read at present; everything else is answered."""
        response = self.shed(request.scope, 503)
        response.headers.update({"Retry-After": str(LATER), "Cache-Control": "no-store"})
        return response

    def too_new(self, request: Request, error: Exception) -> Response:
        """503: the edition that a link names is not here yet; whoever does not want to wait goes by this one."""
        headers = {"Retry-After": str(SOON), "Cache-Control": "no-store"}
        if request.scope["path"].startswith(API):
            return self._problem(503, NEWER + ".", [{"name": "edition", "text": COMING}], headers)
        rest = [(name, value) for name, value in given(request).items() if name != "edition"]
        return self._page(request, 503, COMING, title=NEWER, here=address(request.scope["path"], rest), headers=headers)

    def failure(self, scope: Scope) -> Response:
        """500, without a word of what happened."""
        request = Request(scope)
        if scope["path"].startswith(API):
            return self._problem(500, TITLES[500] + ".")
        return self._page(request, 500)

    def shed(self, scope: Scope, status: int) -> Response:
        """429 or 503, which must cost nothing: its page is made once for a language and a kind of frame."""
        if scope["path"].startswith(API):
            return self._problem(status, TITLES[status] + ".")
        lang = self.site.language_of(Request(scope))
        path, start = f"/{lang}/", dict(scope)
        if frame := start.get(FRAME):
            start[FRAME] = frame = frame.start(f"{self.site.public_url}{path}")
        key = (lang, status, frame.kind if frame else "")
        made = self._sheds.get(key)
        if made is None:
            start.update({"path": path, "raw_path": path.encode(), "query_string": b""})
            made = self._sheds.setdefault(key, self._page(Request(start), status))
        return Response(made.body, status, dict(made.headers))

    def _problem(self, status: int, detail: str, errors: Sequence[object] = (),
                 headers: Mapping[str, str] | None = None) -> Response:  # fmt: skip
        """Problem JSON in English: the kind with its title, what went wrong this time, and each fault by its name."""
        kind, title = KINDS.get(status, KINDS[400])
        body = {
            "type": f"{self.site.public_url}/api/#{kind}",
            "title": title,
            "status": status,
            "detail": detail,
            "errors": list(errors),
        }
        return JSONResponse(body, status, headers, "application/problem+json")

    def _page(self, request: Request, status: int, wrong: str = "",
              near: Sequence[tuple[str, Rendered]] = (), title: str = "", here: str = "",
              headers: Mapping[str, str] = NONE, unspoken: bool = False) -> Response:  # fmt: skip
        """What went wrong, with what can be done; an address of a language that is `unspoken` lists nothing in ours."""
        lang = self.site.language_of(request)
        words, writers = self.site.words[lang], self.site.writers[lang].values()
        return self.site.page(
            request, "problem.html", status, {**NOT_INDEXED, "Vary": "Accept-Language", **headers},
            title=words.say(title or TITLES.get(status, OTHER)),
            wrong=words.say(wrong or ADVICE.get(status, OTHER)), near=near, here=here,
            shelves=shelves(writers, self.site.now()) if status == 404 and not unspoken else (),
            people=self.site.people(lang),
        )  # fmt: skip


def _near(error: UnknownPage) -> tuple[str, ...]:
    """Those names that may have been meant; every aspect and language, as there are few."""
    return error.near if error.kind in ("aspect", "language") else tuple(closest(error.name, error.near, MOST_NEAR))
