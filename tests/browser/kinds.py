"""A page of every kind, and the application that serves them: with an earlier edition and a page that fails."""

import datetime as dt
from pathlib import Path

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from assistant.model.edition import Edition
from assistant.model.policy import Library, Policy
from tests.site import application

EARLIER = "000000000000"
ANSWER = "licence-desk/hwkc-replacement/free?system=sv9500&swa=active&on=2026-01-15"
VISIT = "swap-out/onsite-visit/due"
SITE = "level=gold&distance_km=60&state=sa"
COUNTED = f"{VISIT}?level=gold&distance_km=60&logged_at=2025-12-23T16:00&state=sa&on=2025-12-23"
KINDS = {
    "home": "",
    "ask": "ask?q=when+does+the+on-site+visit+come+for+gold&choose=yes",
    "ask-straight": "ask?q=when+does+the+on-site+visit+come+for+gold",
    "ask-in-doubt": "ask?q=renewal",
    "ask-in-vain": "ask?q=xylophone+lessons",
    "ask-nothing": "ask?q=",
    "policy": "desknets-web-meeting/",
    "policy-with-tables": "swap-out/",
    "policy-ended": "licence-desk/",
    "clauses": "desknets-web-meeting/clauses/",
    "topic": "swap-out/onsite-visit/",
    "question-choice": VISIT,
    "question-number": f"{VISIT}?level=gold",
    "question-moment": f"{VISIT}?{SITE}",
    "question-changed": f"{COUNTED}&change=on",
    "error": f"{VISIT}?{SITE}&logged_at.day=3&logged_at.time=14:30",
    "errors": f"{VISIT}?level=lead&distance_km=far&state=sa&logged_at.day=99&logged_at.time=noon",
    "whole": f"{VISIT}/all?level=gold",
    "compare": f"{VISIT}/compare?level=gold&distance_km=120&logged_at=2026-01-14T12:00&state=sa&with.level=bronze",
    "answer": ANSWER,
    "answer-counted": COUNTED,
    "possible": "swap-out/onsite-visit/covered?unknown=fault",
    "settled": f"{VISIT}?level=gold&distance_km=60&logged_at=2025-12-23T16:00&unknown=state&on=2025-12-23",
    "edition-earlier": f"{ANSWER}&edition={EARLIER}",
    "edition-unknown": f"{ANSWER}&edition=ffffffffffff",
    "ticket": "licence-desk/hwkc-replacement/free/ticket?system=sv9500&swa=active&on=2026-01-15",
    "words": "words",
    "accessibility": "accessibility",
    "privacy": "privacy",
    "api": "api",
    "contacts": "contacts",
    "not-found": "nothing/",
    "unreadable": "ask?q=%zz",
    "failure": "licence-desk/failure/free",
}
"""The address of a page of each kind, after its language."""
FRAMED = {
    "box": "embed/", "framed-topic": "embed/licence-desk/hwkc-replacement/", "framed-answer": f"embed/{ANSWER}",
    "framed-question": "embed/licence-desk/hwkc-replacement/free", "panel": "panel/", "reply": f"panel/{ANSWER}",
    "framed-dark": f"embed;accent=ffcc00;paper=222222;ink=dddddd/{ANSWER}",
    "framed-pale": f"embed;accent=ffcc00;paper=fff8f0/{ANSWER}",
    "framed-wrong": "embed;accent=zz/", "code": "embedding?accent=ffcc00&paper=777&ink=zz",
}  # fmt: skip
"""The same of pages inside another site's, in its colours, and of the page that says how they come there."""


def site(library: Library, locales: Path) -> Starlette:
    """The application."""
    past = Edition(earlier(library.policies["licence-desk"]), {})
    app = application(library, locales, lambda policy, edition: past if edition == EARLIER else None)
    app.router.routes.insert(0, Route("/{lang}/licence-desk/failure/free", _fail))
    return app


def earlier(policy: Policy) -> Policy:
    """The licence desk's policy, had its service for one system ended a month before."""
    table = policy.tables["availability"]
    row = {**table.rows["sv9500"], "hwkc-replacement": dt.date(2026, 2, 27)}
    rows = {**table.rows, "sv9500": row}
    tables = {**policy.tables, "availability": table.model_copy(update={"rows": rows})}
    return policy.model_copy(update={"edition": EARLIER, "tables": tables})


def _fail(request: Request) -> Response:
    raise RuntimeError("this page fails")
