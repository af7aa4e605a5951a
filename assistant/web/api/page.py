"""The API for people who read: its description as a page, in their language and with the examples of its document."""

import json
import re

from markupsafe import Markup, escape
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response

from assistant.i18n import N_
from assistant.web.api.description import ABOUT, OPERATIONS, V1
from assistant.web.api.document import curl
from assistant.web.api.examples import Examples, Shown, shortened
from assistant.web.frame.guard import holds
from assistant.web.frame.problems import KINDS
from assistant.web.frame.site import Site, given

CODE = re.compile("`([^`]+)`")
REFUSED = N_(
    "A request that is refused is answered with a problem in JSON (RFC 9457). Its `type` leads to one of these, and "
    "`errors` name the parameters that are at fault."
)


async def api_page(site: Site, examples: Examples, request: Request) -> Response:
    """The page, which is another each day as the examples are."""
    lang = site.language(request)
    given(request)
    shown = await examples.shown(lang)
    return await run_in_threadpool(_page, site, request, lang, shown)


def _page(site: Site, request: Request, lang: str, shown: Shown) -> Response:
    holds(request, site.day_ends(*site.library.policies.values()))
    say = site.words[lang].say
    return site.page(
        request,
        "api.html",
        document=f"{V1}/openapi.json",
        prefix=V1,
        about=[coded(say(one)) for one in ABOUT],
        operations=[
            (one, curl(site.public_url, found.call), pretty(shortened(found.body)) if found.status == 200 else "")
            for one in OPERATIONS
            for found in [shown.given[one.id]]
        ],
        coded=lambda text: coded(say(text)),
        refused=coded(say(REFUSED)),
        problems=[(status, kind, say(title), pretty(shown.refused[status])) for status, (kind, title) in KINDS.items()],
    )


def coded(text: str) -> Markup:
    """A sentence with what stands between backticks as code."""
    return Markup(CODE.sub(r"<code>\1</code>", str(escape(text))))  # noqa: S704 (it was escaped)


def pretty(value: object) -> str:
    """JSON as people read it."""
    return json.dumps(value, ensure_ascii=False, indent=2)
