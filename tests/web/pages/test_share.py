"""An answer passed on: every form can be read by what reads it, in both languages, and is safe against any text."""

import re
import xml.etree.ElementTree as ET
from html.parser import HTMLParser

import pytest
from icalendar import Calendar
from markdown_it import MarkdownIt

from assistant.web.frame.templating import TEMPLATES
from tests.client import TestClient
from tests.web.markup import Markup

DONGLE = "licence-desk/hwkc-replacement/free"
SAID = "system=sv9500&swa=active"
ON = f"{SAID}&on=2026-01-15"
VISIT = "swap-out/onsite-visit/due"
CALL = "level=gold&distance_km=60&logged_at=2026-01-14T16:00&state=wa"
LARGEST_SCRIPT = 3072
VOID = {"meta", "br", "link", "input", "img"}


class Balance(HTMLParser):
    """Finds tags that are closed in another order than they were opened."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.wrong: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if not self.open or self.open.pop() != tag:
            self.wrong.append(tag)


def balanced(html: str) -> bool:
    parser = Balance()
    parser.feed(html)
    parser.close()
    return not parser.wrong and not parser.open


def shared(client: TestClient, path: str) -> dict[str, str]:
    """The links of an answer's page by the end of their path."""
    links = Markup(client.get(path).text).links()
    return {
        link.partition("?")[0].rpartition(".")[2]: link for link in links if re.search(r"\.(txt|md|html|ics)\?", link)
    }


def test_every_form_is_linked_and_keeps_day_and_edition(client: TestClient) -> None:
    links = shared(client, f"/en/{DONGLE}?{SAID}")
    assert links.keys() == {"txt", "md", "html", "ics"}
    for link in links.values():
        assert re.search(rf"\?{SAID}&on=2026-01-15&edition=[0-9a-f]+$", link)
        response = client.get(link)
        assert response.status_code == 200
        assert response.headers["x-robots-tag"] == "noindex"
        assert response.headers["content-language"] == "en"


@pytest.mark.parametrize(
    ("kind", "media"),
    [
        (".txt", "text/plain; charset=utf-8"),
        (".md", "text/markdown; charset=utf-8"),
        (".html", "text/html; charset=utf-8"),
        ("/code.svg", "image/svg+xml; charset=utf-8"),
        (".ics", "text/calendar; charset=utf-8"),
    ],
)
@pytest.mark.parametrize("lang", ["en", "ja"])
def test_each_form_says_what_it_is(client: TestClient, lang: str, kind: str, media: str) -> None:
    response = client.get(f"/{lang}/{DONGLE}{kind}?{ON}")
    assert (response.status_code, response.headers["content-type"]) == (200, media)


@pytest.mark.parametrize("kind", [".txt", ".md", ".html", ".ics", "/code.svg", "/ticket"])
@pytest.mark.parametrize("query", ["system=sv9500", "system=nonsense", "unknown=system"])
def test_where_there_is_no_answer_every_form_leads_to_the_page(client: TestClient, kind: str, query: str) -> None:
    response = client.get(f"/ja/{DONGLE}{kind}?{query}")
    assert (response.status_code, response.headers["location"]) == (303, f"/ja/{DONGLE}?{query}")


def test_no_calendar_for_what_has_passed(client: TestClient) -> None:
    """The clock of these tests stands on 15 January 2026."""
    said = "system=mobicall&swa=active&on=2026-01-15"
    assert "ics" not in shared(client, f"/en/{DONGLE}?{said}")
    response = client.get(f"/en/{DONGLE}.ics?{said}")
    assert (response.status_code, response.headers["location"]) == (303, f"/en/{DONGLE}?{said}")


@pytest.mark.parametrize("lang", ["en", "ja"])
def test_the_calendar_holds_the_deadline(client: TestClient, lang: str) -> None:
    response = client.get(f"/{lang}/{VISIT}.ics?{CALL}")
    (due,) = Calendar.from_ical(response.content).walk("VEVENT")
    assert due.decoded("dtstart").isoformat() == "2026-01-19T17:00:00+08:00"
    assert str(due["url"]).startswith(f"https://help.example/{lang}/{VISIT}?{CALL}&on=2026-01-15&edition=")
    assert response.headers["content-disposition"] == f'attachment; filename="onsite-visit-{lang}.ics"'


@pytest.mark.parametrize("lang", ["en", "ja"])
def test_markdown_and_html_say_the_same(client: TestClient, lang: str) -> None:
    html = client.get(f"/{lang}/{DONGLE}.html?{ON}").text
    assert balanced(html)
    headline = Markup(html).one("title").text
    shown = MarkdownIt("commonmark").render(client.get(f"/{lang}/{DONGLE}.md?{ON}").text)
    assert shown.startswith(f"<h1>{headline}</h1>")
    assert Markup(html).one("a").attributes["href"] in shown.replace("&amp;", "&")
    assert not re.search(r"\sstyle=|<script|\son[a-z]+=", html)


def test_the_code_holds_the_link(client: TestClient) -> None:
    """Its size tells how much it holds: a longer address makes a larger code."""
    small, large = (
        ET.fromstring(client.get(f"/en/{place}").text)  # noqa: S314 (our own drawing)
        for place in (f"{DONGLE}/code.svg?{ON}", f"{VISIT}/code.svg?{CALL}&on=2026-01-15")
    )
    assert small.tag == "{http://www.w3.org/2000/svg}svg"
    assert int(small.attrib["width"]) < int(large.attrib["width"])
    picture = client.get(f"/en/{DONGLE}/code.svg?{ON}").text
    assert not re.search(r"style=|<script", picture)


def test_the_page_shows_the_code_and_copies_only_where_it_can(client: TestClient) -> None:
    answer = Markup(client.get(f"/en/{DONGLE}?{ON}").text)
    code = next(image for image in answer.all("img") if "/code.svg?" in image.attributes["src"])
    assert client.get(code.attributes["src"]).status_code == 200
    assert all("hidden" in button.attributes for button in answer.all("button", type="button"))
    (script,) = answer.all("script")
    assert client.get(script.attributes["src"]).status_code == 200


def test_the_scripts_are_small() -> None:
    """The one of our pages, and the one that other sites take to show them."""
    scripts = {script.name: len(script.read_bytes()) for script in (TEMPLATES.parent / "static").glob("*.js")}
    assert scripts.keys() == {"site.js", "embed.js"}
    assert max(scripts.values()) <= LARGEST_SCRIPT


@pytest.mark.parametrize(("lang", "other"), [("en", "ja"), ("ja", "en")])
def test_a_ticket_has_every_language_the_readers_first(client: TestClient, lang: str, other: str) -> None:
    response = client.get(f"/{lang}/{DONGLE}/ticket?{ON}")
    assert response.status_code == 200
    ticket = Markup(response.text)
    assert [one.attributes["id"] for one in ticket.all("h2")] == [f"ticket-{lang}", f"ticket-{other}"]
    assert [one.attributes["lang"] for one in ticket.all("div") if "lang" in one.attributes] == [lang, other]
    for each in (lang, other):
        source = ticket.one("textarea", id=f"txt-{each}").text
        assert client.get(f"/{each}/{DONGLE}.txt?{ON}").text in source
        assert f"https://help.example/{each}/{DONGLE}?{ON}&edition=" in source
        assert "<p>" in ticket.one("textarea", id=f"html-{each}").text
        assert (
            ticket.one("textarea", id=f"md-{each}").text.strip() == client.get(f"/{each}/{DONGLE}.md?{ON}").text.strip()
        )
    assert balanced(response.text)


@pytest.mark.parametrize("query", ["system=%22%3E%3Cscript%3E", "system=sv9500&swa=%3Cb%3E", "edition=%3Cb%3E&" + SAID])
@pytest.mark.parametrize("tail", [".txt", ".md", ".html", ".ics", "/code.svg", "/ticket", ""])
def test_nothing_given_comes_back_as_markup(client: TestClient, query: str, tail: str) -> None:
    text = client.get(f"/en/{DONGLE}{tail}?{query}", follow_redirects=True).text
    assert "<script>" not in text
    assert "<b>" not in text


def test_what_would_change_an_answer_is_a_link_to_that_answer(client: TestClient) -> None:
    path = f"/en/{DONGLE}?{ON}"
    answer = Markup(client.get(path).text)
    (link,) = (link for link in answer.links() if link == f"/en/{DONGLE}?system=sv9500&swa=none&on=2026-01-15")
    assert "service fee" in Markup(client.get(link).text).one("h1").text
    assert "service fee" in answer.one("main").text


def test_the_days_stand_in_a_list_of_their_own(client: TestClient) -> None:
    answer = Markup(client.get(f"/en/{VISIT}?{CALL}&on=2026-01-15").text)
    strips = [one for one in answer.all("ol") if one.attributes.get("class", "").startswith("strip")]
    assert len(strips) == 2
    kinds = [one.attributes["class"] for one in answer.all("li") if one.attributes.get("class") in
             ("start", "closed", "counts", "due")]  # fmt: skip
    assert kinds == ["start", "due", "start", "counts", "closed", "closed", "due"]


@pytest.mark.parametrize("lang", ["en", "ja"])
def test_a_ticket_begins_with_a_short_reply_in_each_language(client: TestClient, lang: str) -> None:
    ticket = Markup(client.get(f"/{lang}/licence-desk/hwkc-replacement/free/ticket?system=sv9500&swa=active").text)
    for other, said in (("en", "Free of charge until Tue 31 Mar 2026."), ("ja", "2026年3月31日（火）まで無料です。")):
        short = ticket.one("textarea", id=f"short-{other}").text
        lines = short.strip().splitlines()
        assert said in lines[1]
        assert len(lines) == 6, "what it is about, the answer, why, what to do, what was entered, the link"
        assert lines[-1].startswith(f"https://help.example/{other}/licence-desk/hwkc-replacement/free?system=sv9500")
    first = next(ticket.all("textarea"))
    assert first.attributes["id"] == f"short-{lang}"
