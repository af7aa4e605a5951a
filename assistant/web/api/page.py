"""The API for people who read: its description as a page, in their language and with the examples of its document."""

import json
import re
from typing import NamedTuple

from markupsafe import Markup, escape
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response

from assistant.i18n import N_
from assistant.web.api.description import ABOUT, Described
from assistant.web.api.document import JSON, PROBLEM, Document
from assistant.web.api.examples import V1
from assistant.web.frame.guard import holds
from assistant.web.frame.problems import KINDS
from assistant.web.frame.site import Site, given

CODE = re.compile("`([^`]+)`")
REFUSED = N_(
    "A request that is refused is answered with a problem in JSON (RFC 9457). Its `type` leads to one of these, and "
    "`errors` name the parameters that are at fault."
)


class OperationView(NamedTuple):
    """One operation: where it is asked, what it takes, and an example; `answer` is empty where none is there yet."""

    id: str
    method: str
    path: str
    summary: str
    about: Markup
    parameters: list[tuple[str, bool, Markup]]
    call: str
    answer: str


async def api_page(site: Site, document: Document, request: Request) -> Response:
    """The page, which is another each day as the examples are."""
    lang = site.language(request)
    given(request)
    described = await document.whole(lang)
    return await run_in_threadpool(_page, site, request, lang, described)


def _page(site: Site, request: Request, lang: str, described: Described) -> Response:
    holds(request, site.day_ends(*site.library.policies.values()))
    say, refused = site.words[lang].say, described["components"]["responses"]
    return site.page(
        request,
        "api.html",
        document=f"{V1}/openapi.json",
        about=[coded(say(one)) for one in ABOUT],
        operations=[
            _operation(method, path, one) for path, ones in described["paths"].items() for method, one in ones.items()
        ],
        refused=coded(say(REFUSED)),
        problems=[
            (status, kind, say(title), pretty(refused[f"Refused{status}"]["content"][PROBLEM]["example"]))
            for status, (kind, title) in KINDS.items()
        ],
    )


def _operation(method: str, path: str, told: Described) -> OperationView:
    answered = told["responses"]["200"]["content"][JSON]
    return OperationView(
        told["operationId"],
        method.upper(),
        path,
        told["summary"],
        coded(told["description"]),
        [(one["name"], one["required"], coded(one["description"])) for one in told["parameters"]],
        told["x-codeSamples"][0]["source"],
        pretty(answered["example"]) if "example" in answered else "",
    )


def coded(text: str) -> Markup:
    """A sentence with what stands between backticks as code."""
    return Markup(CODE.sub(r"<code>\1</code>", str(escape(text))))  # noqa: S704 (it was escaped)


def pretty(value: object) -> str:
    """JSON as people read it."""
    return json.dumps(value, ensure_ascii=False, indent=2)
