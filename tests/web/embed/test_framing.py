"""A page inside another site's: who may frame it; its links stay inside, and what is wrong is said there too."""

import re

import pytest
from starlette.applications import Starlette

from assistant.errors import Usage
from assistant.settings import settings, sites
from assistant.web.frame.admission import ROOM, Admission
from tests.client import TestClient
from tests.web.conftest import application_layer
from tests.web.markup import Markup

ANSWER = "/licence-desk/hwkc-replacement/free?system=sv9500&swa=active&on=2026-01-15"
FRAMES = "frame-ancestors 'self' https://shop.example https://*.desk.example"


@pytest.mark.parametrize("kind", ["embed", "panel", "embed;accent=c2185b;paper=fff8f0"])
@pytest.mark.parametrize("rest", ["/", "/swap-out/price/", ANSWER, "/nosuch/", "/ask?q=%00"])
def test_who_may_frame_a_page_is_said_and_nobody_else_may(
    client: TestClient, framing: TestClient, kind: str, rest: str
) -> None:
    framed = framing.get(f"/ja/{kind}{rest}").headers
    assert FRAMES in framed["content-security-policy"]
    assert "x-frame-options" not in framed
    assert (framed["cache-control"], framed["x-robots-tag"]) == ("no-store", "noindex")
    for other in (framing.get(f"/ja{rest}"), client.get(f"/ja/{kind}{rest}")):
        assert "frame-ancestors 'none'" in other.headers["content-security-policy"]
        assert other.headers["x-frame-options"] == "DENY"


@pytest.mark.parametrize("kind", ["embed", "panel", "embed;accent=c2185b"])
@pytest.mark.parametrize("rest", ["/", "/swap-out/price/", ANSWER, "/licence-desk/hwkc-replacement/free", "/nosuch/"])
def test_every_link_stays_inside_or_opens_beside_it(framing: TestClient, kind: str, rest: str) -> None:
    page = Markup(framing.get(f"/en/{kind}{rest}").text)
    inside = re.compile(rf"/(?:en|ja)/{kind}/|#|clauses/|tel:|mailto:")
    links = [one for one in page.elements if one.tag == "a"]
    assert links
    for one in links:
        beside = one.attributes.get("target") == "_blank" and one.attributes.get("rel") == "noopener"
        assert beside != bool(inside.match(one.attributes["href"])), one.attributes
    forms = [one.attributes["action"] for one in page.elements if one.tag == "form"]
    assert [one for one in forms if not one.startswith(f"/en/{kind}/")] == []
    files = [
        one.attributes.get("href", one.attributes.get("src")) for one in page.elements if one.tag in ("link", "script")
    ]
    own = re.compile(r"/static/|/look\.css\?|/favicon\.ico|/apple-touch-icon\.png|https://help\.example/")
    assert [one for one in files if one and not own.match(one)] == []
    assert not [one for one in page.elements if one.tag == "header"]


def test_what_leads_on_leads_on_inside(framing: TestClient) -> None:
    led = framing.get("/en/embed;accent=c2185b/licence-desk/hwkc-replacement/free?swa=active&system=sv9500")
    assert led.status_code == 303
    assert (
        led.headers["location"] == "/en/embed;accent=c2185b/licence-desk/hwkc-replacement/free?system=sv9500&swa=active"
    )
    asked = framing.get("/ja/panel/ask", params={"q": "ドングルの交換は無料ですか"})
    assert asked.status_code == 200
    assert 'data-address="/ja/panel/licence-desk/hwkc-replacement/free"' in asked.text


def test_a_site_below_a_prefix_is_framed_below_it(framing: TestClient) -> None:
    below = TestClient(framing.app, root_path="/help", follow_redirects=False)
    links = [one.attributes["href"] for one in Markup(below.get(f"/help/en/embed{ANSWER}").text).elements
             if one.tag == "a" and "target" not in one.attributes]  # fmt: skip
    assert [one for one in links if not re.match(r"/help/(en|ja)/embed/|#|tel:|mailto:", one)] == []
    led = below.get("/help/en/panel/swap-out")
    assert led.headers["location"] == "/help/en/panel/swap-out/"


@pytest.mark.parametrize("lang", ["en", "ja"])
def test_a_frame_names_the_page_by_itself_and_has_its_colours(framing: TestClient, lang: str) -> None:
    page = framing.get(f"/{lang}/embed;accent=c2185b{ANSWER}").text
    assert f'href="https://help.example/{lang}{ANSWER.replace("&", "&amp;")}"' in page
    sheet = framing.get("/look.css?look=accent%3Dc2185b")
    assert '<link rel="stylesheet" href="/look.css?look=accent%3Dc2185b">' in page
    assert (sheet.status_code, sheet.headers["content-type"]) == (200, "text/css; charset=utf-8")
    assert "style=" not in page


def test_only_a_panel_has_a_reply(framing: TestClient) -> None:
    assert 'id="reply"' in framing.get(f"/en/panel{ANSWER}").text
    assert 'id="reply"' not in framing.get(f"/en/embed{ANSWER}").text


@pytest.mark.parametrize("look", ["accent=zz", "nosuch=000000", "accent"])
def test_colours_that_cannot_be_read_are_refused_in_words(framing: TestClient, look: str) -> None:
    response = framing.get(f"/en/embed;{look}/")
    assert response.status_code == 400
    assert "accent=1c4a8c" in response.text
    assert framing.get("/look.css", params={"look": look}).status_code == 404


@pytest.mark.parametrize("path", ["/xx/embed/", "/en/embedded/", "/en/embed"])
def test_other_addresses_are_no_frames(framing: TestClient, path: str) -> None:
    response = framing.get(path)
    assert response.status_code in (303, 404)
    assert "frame-ancestors 'none'" in response.headers["content-security-policy"]


@pytest.mark.parametrize("kind", ["embed", "panel", "embed;accent=c2185b"])
@pytest.mark.parametrize("status", [429, 500, 503])
def test_what_is_refused_unread_is_said_inside_too_and_tells_nobody_elses_facts(
    framing: TestClient, monkeypatch: pytest.MonkeyPatch, kind: str, status: int
) -> None:
    framing.get("/livez")
    assert isinstance(framing.app, Starlette)
    door = application_layer(framing.app, Admission)
    if status == 429:
        monkeypatch.setattr(door, "_wait", lambda *_: 1.0)
    elif status == 503:
        monkeypatch.setitem(ROOM, "page", 0)
    else:
        monkeypatch.setattr("assistant.web.pages.answers.short_reply", lambda *_: 1 / 0)
    response = framing.get(f"/ja/{kind}{ANSWER}")
    assert response.status_code == status
    assert FRAMES in response.headers["content-security-policy"]
    assert "x-frame-options" not in response.headers
    page = Markup(response.text)
    assert not [one for one in page.elements if one.tag == "header"]
    bare = kind.removesuffix(";accent=c2185b")
    assert f"/ja/{kind if status == 500 else bare}/" in page.links()
    monkeypatch.undo()
    assert ("sv9500" in response.text) == (status == 500)
    assert framing.get(f"/ja/{kind}{ANSWER}").status_code == 200


def test_a_reply_is_sent_from_inside_a_frame_as_from_any_page_of_ours(framing: TestClient) -> None:
    assert framing.post("/en/embed/feedback", content="").status_code in (404, 405)


@pytest.mark.parametrize(
    ("given", "wanted"),
    [("", ()), ("https://shop.example", ("https://shop.example",)),
     (" https://a.example:8443  http://localhost:3000 https://*.desk.example ",
      ("https://a.example:8443", "http://localhost:3000", "https://*.desk.example"))],
)  # fmt: skip
def test_origins_are_read(given: str, wanted: tuple[str, ...]) -> None:
    assert sites(settings({"POLICY_ASSISTANT_FRAMES": given}), "frames") == wanted


def test_every_origin_that_is_none_is_named() -> None:
    given = "https://a.example/ shop.example https://b.example *; https://ok.example"
    with pytest.raises(Usage) as refused:
        sites(settings({"POLICY_ASSISTANT_FRAMES": given}), "frames")
    said = str(refused.value)
    assert all(one in said for one in ("https://a.example/ ", " shop.example ", " *; "))
    assert "https://ok.example" not in said


@pytest.mark.parametrize("kind", ["embed", "panel"])
@pytest.mark.parametrize(("lang", "again"), [("en", "Ask again"), ("ja", "もう一度質問する")])
def test_a_box_asks_to_ask_again_only_where_something_was_asked(
    framing: TestClient, kind: str, lang: str, again: str
) -> None:
    def links(rest: str) -> list[str]:
        return [one.text for one in Markup(framing.get(f"/{lang}/{kind}{rest}").text).all("a")]

    assert again in links(ANSWER)
    assert [again for rest in ("/", "/ask", "/ask?q=") if again in links(rest)] == []
