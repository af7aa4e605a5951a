"""What changed in the editions of a policy: the page, and the feed."""

from collections.abc import Iterable, Sequence

from starlette.requests import Request
from starlette.responses import Response

from assistant.present.policy.changed import EditionChanges, approval_text, changes_records
from assistant.present.policy.pages import policy_view
from assistant.present.share.feed import as_feed
from assistant.present.writer import Writer
from assistant.web.frame.guard import NOT_INDEXED, holds
from assistant.web.frame.query import address
from assistant.web.frame.site import Site, given

CHANGES = "changes"
"""The name of the page, which no topic can have."""
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
            request, "changes.html", policy=policy_view(writer, self.site.now()), editions=found[:LISTED],
            listed=LISTED, older=len(found) - LISTED, present=now, unlisted=not found or found[0].edition != now,
            approved=approval_text(writer, self.site.publication(policy).approval),
            feed=f"/{writer.language.id}/{policy.id}/{CHANGES}.atom", data=f"/api/v1/policies/{policy.id}/{CHANGES}",
        )  # fmt: skip

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
