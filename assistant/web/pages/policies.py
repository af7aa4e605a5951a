"""The pages that are read: start, policy and what changed in it, topic with pictures, accessibility; the sitemap."""

import datetime as dt
from base64 import b64encode
from collections.abc import Iterable, Sequence
from hashlib import sha256

from starlette.requests import Request
from starlette.responses import PlainTextResponse, RedirectResponse, Response

from assistant.present.answer.ask import find
from assistant.present.policy.changed import EditionChanges, approval_text, changes_records
from assistant.present.policy.clauses import outline
from assistant.present.policy.pages import PolicyView, policy_view, topic_view
from assistant.present.policy.start import FrequentView, by_aspect, example, in_order, left_out, most_asked, shelves
from assistant.present.policy.terms import terms
from assistant.present.share.feed import as_feed
from assistant.present.tree.branches import tree
from assistant.present.tree.svg import SMALL, WIDE, svg
from assistant.present.writer import Writer
from assistant.web.frame.assets import FOR_A_DAY
from assistant.web.frame.guard import NOT_INDEXED, holds
from assistant.web.frame.head import counterparts
from assistant.web.frame.problems import CHANGES
from assistant.web.frame.query import address, write_query
from assistant.web.frame.rooted import FRAME
from assistant.web.frame.site import ASSETS, Site, given, preferred

KEPT = ("unknown", "on", "edition")
"""What a way back carries besides facts."""
CLAUSES = "clauses"
"""The name of a policy's page of clauses, which no topic can have."""
STYLE = ASSETS.coloured("tree.css", "site.css")
STYLED = b64encode(sha256(STYLE.encode()).digest()).decode()
PICTURE = {
    "Content-Security-Policy": f"default-src 'none'; style-src 'sha256-{STYLED}'; frame-ancestors 'none'",
    **NOT_INDEXED,
    "Cache-Control": "no-cache",
}
"""Of a picture that is opened by itself: the one style that stands in it is allowed."""


class Pages:
    """Routes over one site."""

    def __init__(self, site: Site) -> None:
        self.site = site

    def root(self, request: Request) -> Response:
        """To the start in the reader's language."""
        return self._to(request, "")

    def programs(self, request: Request) -> Response:
        """To the page about the API in the reader's language."""
        return self._to(request, "api")

    def _to(self, request: Request, name: str) -> Response:
        lang = preferred(request.headers.get("accept-language", ""), self.site.languages)
        return RedirectResponse(f"/{lang}/{name}", 302, {"Vary": "Accept-Language", "Cache-Control": "no-store"})

    def robots(self, request: Request) -> Response:
        """Pages may be read: those that must not be found say so themselves, which only their reader can see."""
        holds(request)
        text = f"User-agent: *\nDisallow: /api/\nSitemap: {self.site.public_url}/sitemap.xml\n"
        return PlainTextResponse(text, headers={"Cache-Control": FOR_A_DAY})

    def sitemap(self, request: Request) -> Response:
        """The start, every policy and every topic, each with its counterparts in the other languages."""
        holds(request)
        rests = ["/"]
        for policy in self.site.library.policies.values():
            rests += [f"/{policy.id}/", *(f"/{policy.id}/{one}/" for one in (CLAUSES, CHANGES, *policy.topics))]
        pages = [
            (found[lang], found)
            for found in (counterparts(self.site.public_url, self.site.languages, rest) for rest in rests)
            for lang in self.site.languages
            if lang in found
        ]
        spoken = self.site.environments[next(iter(self.site.languages))]
        xml = spoken.get_template("sitemap.xml").render(pages=pages)
        return Response(xml, headers={"Cache-Control": FOR_A_DAY}, media_type="application/xml; charset=utf-8")

    def slashed(self, request: Request) -> Response:
        """To the page of the same name with its slash, where there is one."""
        names = request.path_params
        self.site.language(request)
        if "policy" in names:
            self.site.writer(request)
        if names.get("topic", CLAUSES) not in (CLAUSES, CHANGES):
            self.site.topic(request)
        return RedirectResponse("/" + "/".join(names.values()) + "/", 303)

    def bare(self, request: Request) -> Response:
        """To the page of the same name without its slash."""
        return RedirectResponse(request.scope["path"].rstrip("/"), 303)

    def home(self, request: Request) -> Response:
        """The question box, and the topics by policy."""
        self.site.language(request)
        given(request)
        return home_page(self.site, request)

    def policy(self, request: Request) -> Response:
        """What a policy says."""
        view, writer = self._policy(request), self.site.writer(request)
        approved = approval_text(writer, self.site.publication(writer.policy).approval)
        return self.site.page(request, "policy.html", policy=view, approved=approved)

    def clauses(self, request: Request) -> Response:
        """The outline of a policy's document: what each clause says, and what rests on it."""
        view, writer = self._policy(request), self.site.writer(request)
        holds(request, self.site.day_ends(writer.policy))
        return self.site.page(request, "clauses.html", policy=view, chapters=outline(writer))

    def _policy(self, request: Request) -> PolicyView:
        writer = self.site.writer(request)
        given(request)
        return policy_view(writer, self.site.now())

    def topic(self, request: Request) -> Response:
        """What a topic is about, and its questions."""
        writer, topic = self.site.topic(request)
        holds(request, self.site.day_ends(writer.policy))
        view = topic_view(writer, topic, self.site.today(writer.policy))
        kept = [(name, value) for name, value in given(request).items() if name in (*writer.policy.facts, *KEPT)]
        return self.site.page(request, "topic.html", topic=view, query=write_query(kept))

    def picture(self, request: Request) -> Response:
        """The rules of one question as a picture: wide, or small for a phone."""
        writer, names = self.site.writer(request), request.path_params
        _, aspect = find(self.site.library, names["policy"], names["topic"], names["aspect"])
        sheet = SMALL if given(request).get("size") == "small" else WIDE
        holds(request)
        drawn = svg(tree(writer, names["topic"], aspect), writer.words, sheet, STYLE)
        headers = {**PICTURE, "Content-Language": names["lang"]}
        return Response(drawn, headers=headers, media_type="image/svg+xml; charset=utf-8")

    def contacts(self, request: Request) -> Response:
        """Whom to ask about each policy, and whether they can be reached now."""
        given(request)
        return self.site.page(request, "contacts.html", people=self.site.people(self.site.language(request)))

    def privacy(self, request: Request) -> Response:
        """What is kept of questions and replies, for how long, and how it is removed."""
        self.site.language(request)
        given(request)
        holds(request)
        return self.site.page(request, "privacy.html")

    def words(self, request: Request) -> Response:
        """What the words of the documents mean, and where to find out which one somebody has."""
        writers = self.site.writers[self.site.language(request)]
        given(request)
        holds(request, self.site.day_ends(*self.site.library.policies.values()))
        glossaries = [
            (one.policy.id, one.text(one.policy.about.title), terms(one))
            for one in in_order(writers.values(), self.site.now())
            if one.policy.words
        ]
        return self.site.page(request, "words.html", glossaries=glossaries)

    def accessibility(self, request: Request) -> Response:
        """What was done and tested so that everybody can use the pages, and what was not."""
        given(request)
        people = self.site.people(self.site.language(request))
        return self.site.page(request, "accessibility.html", people=people)


def home_page(site: Site, request: Request, fault: str = "") -> Response:
    """The start; with a fault in the question box where one is. It stays the same until a day ends or a door turns."""
    lang, now = site.language(request), site.now()
    writers = site.writers[lang].values()
    own = [one for one in writers if not left_out(one)]
    listed, shown = shelves(writers, now), example(writers, now)
    turns = [one.door.until for one in listed if one.door and one.door.until]
    holds(request, min([site.day_ends(*site.library.policies.values()), *turns], key=dt.datetime.timestamp))
    return site.page(
        request,
        "framed.html" if FRAME in request.scope else "home.html",
        422 if fault else 200,
        shelves=listed,
        asked=[
            (aspect, [(asked_address(lang, one), one) for one in ones])
            for aspect, ones in by_aspect(most_asked(own, now, site.operation.asked))
        ],
        example=(asked_address(lang, shown.asked), shown) if shown else None,
        fault=fault,
    )


def asked_address(lang: str, one: FrequentView, on: dt.date | None = None) -> str:
    """The address that answers a question, for the day that it is asked about, where it names one."""
    pairs = [*one.facts.items(), *([("on", on.isoformat())] if on else [])]
    return address(f"/{lang}/{one.policy}/{one.topic}/{one.aspect}", pairs)


LISTED = 10
"""So many editions stand on the page, of each so many changes; the rest in the feed and for programs."""


class ChangesPages:
    """Routes over one site."""

    def __init__(self, site: Site) -> None:
        self.site = site

    def page(self, request: Request) -> Response:
        """Each edition that was frozen, the latest first."""
        writer, found = self._found(request)
        policy, now = writer.policy, self.site.lasting(writer.policy)
        return self.site.page(
            request,
            "changes.html",
            policy=policy_view(writer, self.site.now()),
            editions=found[:LISTED],
            listed=LISTED,
            older=len(found) - LISTED,
            present=now,
            unlisted=not found or found[0].edition != now,
            approved=approval_text(writer, self.site.publication(policy).approval),
            feed=f"/{writer.language.id}/{policy.id}/{CHANGES}.atom",
            data=f"/api/v1/policies/{policy.id}/{CHANGES}",
        )

    def feed(self, request: Request) -> Response:
        """The same for a program that looks for what is new."""
        writer, found = self._found(request)
        path = f"/{writer.language.id}/{writer.policy.id}/{CHANGES}.atom"
        headers = {"Cache-Control": "no-cache", "Content-Language": writer.language.id, **NOT_INDEXED}
        feed = as_feed(writer, found, self.site.public_url, path)
        return Response(feed, headers=headers, media_type="application/atom+xml")

    def _found(self, request: Request) -> tuple[Writer, tuple[EditionChanges, ...]]:
        writer = self.site.writer(request)
        given(request)
        holds(request, self.site.day_ends(writer.policy))
        return writer, changes_records(writer, self.site.publication(writer.policy).changes, address)


def whole_records(site: Site, writer: Writer) -> Sequence[EditionChanges]:
    """The same for programs, with whole addresses."""

    def whole(path: str, pairs: Iterable[tuple[str, str]]) -> str:
        return site.public_url + address(path, pairs)

    return changes_records(writer, site.publication(writer.policy).changes, whole)
