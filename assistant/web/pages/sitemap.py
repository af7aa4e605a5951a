"""What search engines read: the pages that may be found, in every language, and where they may look."""

from collections.abc import Iterator
from xml.sax.saxutils import quoteattr

from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from assistant.web.frame.cache import keep
from assistant.web.frame.head import counterparts
from assistant.web.frame.site import Site

FOR_A_DAY = {"Cache-Control": "public, max-age=86400"}


class Sitemap:
    """Routes over one site."""

    def __init__(self, site: Site) -> None:
        self.site = site

    def routes(self) -> list[Route]:
        """`sitemap.xml` and `robots.txt`."""
        return [Route("/sitemap.xml", self.sitemap), Route("/robots.txt", self.robots)]

    async def robots(self, request: Request) -> Response:
        """Pages may be read: those that must not be found say so themselves, which only their reader can see."""
        keep(request, None)
        text = f"User-agent: *\nDisallow: /api/\nSitemap: {self.site.public_url}/sitemap.xml\n"
        return PlainTextResponse(text, headers=FOR_A_DAY)

    async def sitemap(self, request: Request) -> Response:
        """The start, every policy and every topic, each with its counterparts in the other languages."""
        keep(request, None)
        entries = "".join(self._entry(lang, rest) for rest in self._rests() for lang in self.site.languages)
        xml = (
            '<?xml version="1.0" encoding="UTF-8"?>\n'
            '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">\n'
            f"{entries}</urlset>\n"
        )
        return Response(xml, 200, FOR_A_DAY, "application/xml")

    def _rests(self) -> Iterator[str]:
        """The addresses, without their language."""
        yield "/"
        for policy in self.site.library.policies.values():
            yield from (f"/{policy.id}/", f"/{policy.id}/clauses/")
            yield from (f"/{policy.id}/{topic}/" for topic in policy.topics)

    def _entry(self, lang: str, rest: str) -> str:
        links = "".join(
            f'  <xhtml:link rel="alternate" hreflang="{other}" href={quoteattr(address)}/>\n'
            for other, address in counterparts(self.site.public_url, self.site.languages, rest).items()
        )
        return f"<url>\n  <loc>{self.site.public_url}/{lang}{rest}</loc>\n{links}</url>\n"
