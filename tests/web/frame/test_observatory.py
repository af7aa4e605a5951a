"""Every kind of page, behind TLS, by the open table of the MDN HTTP Observatory: its points for headers and scripts."""

import re
from collections.abc import Mapping
from pathlib import Path

import pytest

from assistant.model.policy import Library
from tests.browser.kinds import COUNTED, KINDS, site
from tests.client import TestClient
from tests.web.markup import Markup

WANTED = 120
CREDIT_FROM = 90
"""Points above 100 count only where so many are left without them."""
HALF_A_YEAR = 15_552_000
BROAD = {"*", "http:", "https:", "ftp:", "http://*", "https://*"}
UNSAFE = {"'unsafe-inline'", "'unsafe-eval'", "data:"}
ONE_OF = {
    "referrer-policy": ({"no-referrer", "same-origin", "strict-origin", "strict-origin-when-cross-origin"}, 5, -5, 0),
    "x-content-type-options": ({"nosniff"}, 0, -5, -5),
    "cross-origin-opener-policy": ({"same-origin", "same-origin-allow-popups", "noopener-allow-popups"}, 10, -5, 0),
    "cross-origin-embedder-policy": ({"require-corp", "credentialless"}, 10, -5, 0),
    "cross-origin-resource-policy": ({"same-origin", "same-site"}, 10, -5, 0),
}
"""By header: its good values, and the points for one of them, for any other, and for none."""
FORMS = (".txt", ".svg", ".ics", ".md", ".html", "/code.svg", "/ticket")
OTHERS = [
    "/", "/robots.txt", "/sitemap.xml", "/livez", "/version", "/en/suggest?q=dongle", "/favicon.ico",
    "/static/site.css", "/static/site.js", "/static/icon.svg", "/static/nothing",
    *("/ja/" + COUNTED.replace("?", f"{form}?") for form in FORMS),
    "/api/v1/topics", "/api/v1/match", "/api/v1/openapi.json", "/api/v1/nothing",
]  # fmt: skip
"""What is answered beside pages."""


def directives(policy: str) -> dict[str, set[str]]:
    """A content security policy by directive; of two of one name the first counts."""
    read: dict[str, set[str]] = {}
    for part in filter(None, (one.split() for one in policy.lower().split(";"))):
        read.setdefault(part[0], set(part[1:]))
    return read


def policy_points(policy: str | None) -> int:
    """The points of a content security policy."""
    if not policy:
        return -25
    read = directives(policy)
    default = read.get("default-src", {"*"})
    scripts, objects, styles = (read.get(name, default) for name in ("script-src", "object-src", "style-src"))
    if scripts & (BROAD | UNSAFE) or objects & BROAD:
        return -20
    if any(source.startswith(("http:", "ftp:")) for sources in read.values() for source in sources):
        return -20
    if styles & (BROAD | UNSAFE) or read.get("form-action", {"*"}) & BROAD:
        return 0
    return 10 if default == {"'none'"} else 5


def framing_points(headers: Mapping[str, str]) -> int:
    """The points for not being shown inside another site."""
    ancestors = directives(headers.get("content-security-policy", "")).get("frame-ancestors")
    return 5 if ancestors or headers.get("x-frame-options", "").lower() in ("deny", "sameorigin") else -20


def transport_points(header: str | None) -> int:
    """The points for being asked for over TLS alone."""
    age = re.search(r"(?:^|;)\s*max-age=([0-9]+)", header or "")
    return -20 if not age else 0 if int(age[1]) >= HALF_A_YEAR else -10


def script_points(page: str) -> int:
    """The points for where scripts come from: from elsewhere without TLS, from elsewhere, from here."""
    sources = [one.attributes.get("src", "") for one in Markup(page).all("script")]
    if any(source.startswith(("http://", "//")) for source in sources):
        return -50
    return -5 if any(source.startswith("https://") for source in sources) else 0


def score(headers: Mapping[str, str], page: str) -> int:
    """The points of a page that sets no cookie and lets no other site read it."""
    points = [
        policy_points(headers.get("content-security-policy")),
        framing_points(headers),
        transport_points(headers.get("strict-transport-security")),
        script_points(page),
    ]
    for name, (good, right, wrong, absent) in ONE_OF.items():
        value = headers.get(name)
        points.append(absent if value is None else right if value.strip().lower() in good else wrong)
    lost = 100 + sum(one for one in points if one < 0)
    return 100 + sum(points) if lost >= CREDIT_FROM else lost


@pytest.fixture(scope="module")
def transport(root: Path) -> str:
    """What nginx says of TLS on every answer."""
    found = re.search(
        r'add_header Strict-Transport-Security "([^"]+)" always;', (root / "deploy/nginx/site.conf").read_text("utf-8")
    )
    assert found
    return found[1]


@pytest.fixture(scope="module")
def pages(library: Library, locales: Path) -> TestClient:
    """Asks for a page of every kind."""
    return TestClient(site(library, locales), follow_redirects=False)


ADDRESSES = [*(f"/{lang}/{path}" for lang in ("en", "ja") for path in KINDS.values()), *OTHERS]


@pytest.mark.parametrize("address", ADDRESSES)
def test_every_answer_behind_tls_has_the_points(pages: TestClient, transport: str, address: str) -> None:
    response = pages.get(address)
    headers = {**response.headers, "strict-transport-security": transport}
    text = response.text if response.headers.get("content-type", "").startswith("text/html") else ""
    assert score(headers, text) >= WANTED
    assert "set-cookie" not in headers
    assert not [name for name in headers if name.startswith("access-control-")]


@pytest.mark.parametrize("address", ADDRESSES)
def test_every_body_says_what_it_is_and_text_its_encoding(pages: TestClient, address: str) -> None:
    response = pages.get(address)
    kind, _, parameters = response.headers.get("content-type", "").partition(";")
    assert kind or not response.content
    assert "charset=utf-8" in parameters or not kind.startswith("text/") | kind.endswith("xml")


def test_it_lasts_for_a_year_and_for_the_names_below(transport: str) -> None:
    assert int(transport.partition("max-age=")[2].partition(";")[0]) >= 31_536_000
    assert "includeSubDomains" in transport


GOOD = {
    "content-security-policy": "default-src 'none'; script-src 'self'; form-action 'self'; frame-ancestors 'none'",
    "strict-transport-security": "max-age=31536000",
    "x-content-type-options": "nosniff",
    "referrer-policy": "no-referrer",
}


@pytest.mark.parametrize(
    ("changed", "page", "points"),
    [
        ({}, "", 120),
        ({"cross-origin-opener-policy": "same-origin"}, "", 130),
        ({"cross-origin-opener-policy": "unsafe"}, "", 115),
        ({"content-security-policy": ""}, "", 55),
        ({"content-security-policy": "default-src 'self'; frame-ancestors 'none'"}, "", 110),
        ({"content-security-policy": "default-src 'none'; script-src 'unsafe-inline'; frame-ancestors *"}, "", 80),
        ({"content-security-policy": "default-src 'none'; img-src http://a.example; frame-ancestors 'none'"}, "", 80),
        ({"strict-transport-security": "max-age=86400"}, "", 110),
        ({"strict-transport-security": "includeSubDomains"}, "", 80),
        ({"x-content-type-options": "sniff"}, "", 115),
        ({"referrer-policy": "unsafe-url"}, "", 110),
        ({}, '<script src="//a.example/x.js"></script>', 50),
        ({}, '<script src="https://a.example/x.js"></script>', 115),
        ({}, '<script src="/x.js"></script>', 120),
    ],
)
def test_points_are_counted_as_the_table_says(changed: dict[str, str], page: str, points: int) -> None:
    assert score({**GOOD, **changed}, page) == points
