"""What people say of answers, and what they asked in vain, where a store keeps it."""

import asyncio
import re
from time import monotonic

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from assistant.decide.cases import Case
from assistant.match.understanding import Understanding
from assistant.present.answer.records import find_present
from assistant.store.keeper import Keeper
from assistant.store.records import LONGEST, Count, Opinion, Question, Vain, new_key
from assistant.web.frame.admission import Buckets
from assistant.web.frame.guard import PRIVATE
from assistant.web.frame.origin import NOT_READ, posted, typed_here
from assistant.web.frame.query import BadRequest, address, read_query
from assistant.web.frame.site import Site

KEY = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}")
EDITION = re.compile(r"[0-9a-z-]{1,64}")
PATIENCE = 5.0
"""Seconds that a person waits for the store at most."""
OFTEN, AT_ONCE = 0.2, 30.0
"""Questions a second, and at once, that are kept of one client."""
CARRIED = ("policy", "topic", "aspect", "edition", "query")
"""What a form says again when it is sent again."""


class Feedback:
    """The routes over one site with a store."""

    def __init__(self, site: Site, keeper: Keeper) -> None:
        self.site, self.keeper = site, keeper
        self._buckets = Buckets(OFTEN, AT_ONCE, monotonic)

    def elsewhere(self, request: Request) -> Response:
        """Whoever changes the language of the page that a form led to sends no form: they are told what is kept."""
        return RedirectResponse(f"/{self.site.language(request)}/privacy", 303)

    def asked(self, request: Request, typed: str, understood: Understanding, left: bool) -> None:
        """
        Notes a question that was typed here: its words where it was in vain, or whoever asked went on from what it was
        taken for (`left`); else only what it was about.

        Nobody waits for that, and nobody is told that it was done.
        """
        client = request.client.host if request.client else ""
        if not typed_here(request) or self._buckets.take(client, 1):
            return
        lang, day, best = self.site.language(request), self.keeper.today(), next(iter(understood.matches), None)
        if left or not understood.confident or best is None:
            outcome: Vain = "left" if left else "doubt" if best else "out-of-scope"
            self.keeper.keep(Question(new_key(), day, lang, outcome, understood.nearest, typed))
        else:
            self.keeper.keep(Count(day, f"{best.policy}/{best.topic}", best.aspect or ""))

    async def say(self, request: Request) -> Response:
        """
        Keeps what a form says, and says truly whether it did: 503 where it did not.

        Raises:
            HTTPException: 403 where another site's page sent it; 415 where it is no form.
            BadRequest: it cannot be read.
            UnknownPage: it is about nothing that there is.
        """
        lang = self.site.language(request)
        form = await posted(request)
        key = form.get("key", "") if KEY.fullmatch(form.get("key", "")) else new_key()
        record, back = self._opinion(lang, key, form), _back(lang, form)
        stored = await self._stored(record)
        return self.site.page(
            request,
            "feedback.html",
            200 if stored else 503,
            PRIVATE if stored else {**PRIVATE, "Retry-After": "5"},
            stored=stored,
            key=key,
            longest=LONGEST,
            answered=form.get("answered", ""),
            reason=form.get("reason", "")[:LONGEST],
            carried=[(name, form[name]) for name in CARRIED if name in form],
            back=back,
            people=() if stored else self.site.people(lang),
        )

    def _opinion(self, lang: str, key: str, form: dict[str, str]) -> Opinion:
        said = Case(form.get("policy", ""), form.get("topic", ""), form.get("aspect", ""), {}, None)
        now, policy, aspect = find_present(self.site.library, said)
        answered, edition = form.get("answered"), form.get("edition", "")
        if answered not in ("yes", "no") or not EDITION.fullmatch(edition):
            raise BadRequest(400, NOT_READ, "answered")
        topic = f"{policy.id}/{now.topic}"
        reason = form.get("reason", "")[:LONGEST]
        return Opinion(key, self.keeper.today(), lang, topic, aspect, edition, answered == "yes", reason)

    async def _stored(self, record: Opinion) -> bool:
        try:
            await asyncio.wait_for(asyncio.wrap_future(self.keeper.keep(record)), PATIENCE)
        except Exception:  # whatever it is, the store has told the log
            return False
        return True


def _back(lang: str, form: dict[str, str]) -> str:
    """The page that a form stood on, made anew from its parts."""
    path = f"/{lang}/{form['policy']}/{form['topic']}/{form['aspect']}"
    return address(path, read_query(b"", form.get("query", "").encode()).items())
