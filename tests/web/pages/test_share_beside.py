"""Two answers side by side: every row of both, what differs marked in words, and the same as text."""

import re

import pytest

from tests.client import TestClient
from tests.web.markup import Markup

VISIT = "/en/swap-out/onsite-visit/due"
SITE = "distance_km=120&logged_at=2026-01-14T12:00&state=sa"
BOTH = f"{VISIT}/compare?level=gold&{SITE}&with.level=bronze"
DONGLE = "/en/licence-desk/hwkc-replacement/free"


@pytest.mark.parametrize(
    ("answer", "offered"),
    [
        (f"{VISIT}?level=gold&{SITE}", ["Bronze", "Silver"]),
        (f"{DONGLE}?system=sv9500&swa=active", ["No active SWA"]),
        ("/en/swap-out/renewal-notice/due?term_end=2026-06-30", []),
    ],
)
def test_an_answer_offers_what_it_may_be_compared_with_in_one_press(
    client: TestClient, answer: str, offered: list[str]
) -> None:
    page = Markup(client.get(answer).text)
    links = [one for one in page.all("a") if "/compare?" in one.attributes["href"]]
    assert [one.text for one in links] == offered
    for one in links:
        assert client.get(one.attributes["href"]).status_code == 200


@pytest.mark.parametrize(
    ("lang", "by", "offered", "heading"),
    [
        ("en", "Compare by Listed in the price book", "No",
         "Listed in the price book: Yes and Listed in the price book: No side by side"),
        ("ja", "価格表への掲載を変えて比較", "いいえ", "「価格表への掲載：はい」と「価格表への掲載：いいえ」の比較"),
    ],
)  # fmt: skip
def test_a_yes_or_a_no_is_compared_with_what_it_answers(
    client: TestClient, lang: str, by: str, offered: str, heading: str
) -> None:
    page = Markup(client.get(f"/{lang}/swap-out/eligibility/covered?in_price_book=yes&in_warranty=yes").text)
    assert by in [one.text.removesuffix(offered).strip() for one in page.all("p", class_="share")]
    link = next(one for one in page.all("a") if "/compare?" in one.attributes["href"])
    assert link.text == offered
    assert Markup(client.get(link.attributes["href"]).text).one("h1").text == heading


def test_what_differs_is_marked_in_words_and_what_does_not_is_not(client: TestClient) -> None:
    page = client.get(BOTH).text
    rows = page.split("<tr")[2:]
    marked = [one for one in rows if "differs</span>" in one]
    assert len(rows) > len(marked) > 0
    assert "Fri 16 Jan 2026, 17:00" in page
    assert "Wed 21 Jan 2026, 17:00" in page
    assert any("120 km" in one for one in rows if one not in marked)
    assert "<p>Have a faulty unit swapped</p><p>With Bronze" in page
    assert "arranges the visit" not in page, "what others do is no next step"


def test_the_same_as_text_with_its_address(client: TestClient) -> None:
    response = client.get(BOTH.replace("compare?", "compare.txt?"))
    assert response.headers["content-type"].startswith("text/plain")
    assert "Visit due by (differs)" in response.text
    assert "Gold: Fri 16 Jan 2026, 17:00" in response.text
    assert "Bronze: Wed 21 Jan 2026, 17:00" in response.text
    link = response.text.strip().rpartition("\n")[2]
    assert link.endswith(f"/compare?level=gold&{SITE}&on=2026-01-15&with.level=bronze")
    assert client.get(link.partition(".example")[2]).status_code == 200


@pytest.mark.parametrize(
    ("query", "leads"),
    [
        (f"level=gold&{SITE}", f"{VISIT}?level=gold&{SITE}"),
        (f"level=gold&{SITE}&with.level=gold", f"{VISIT}?level=gold&{SITE}"),
        (f"level=gold&{SITE}&with.level=lead", f"{VISIT}?level=gold&{SITE}"),
        ("level=gold&with.level=bronze", f"{VISIT}/compare?level=gold&with.level=bronze"),
    ],
)
@pytest.mark.parametrize("kind", ["", ".txt"])
def test_where_there_are_no_two_answers_it_leads_to_what_there_is(
    client: TestClient, query: str, leads: str, kind: str
) -> None:
    response = client.get(f"{VISIT}/compare{kind}?{query}", follow_redirects=True)
    assert response.url.path + "?" + response.url.query.decode() == leads
    assert "<h1" in response.text


def test_what_is_still_open_of_two_answers_is_asked_and_none_of_them_is_lost(client: TestClient) -> None:
    where, asked = f"{VISIT}/compare?level=gold&with.level=bronze", []
    answers = {"distance_km": "120", "logged_at": "2026-03-06T10:00", "state": "sa"}
    while answers:
        page = Markup(client.get(where, follow_redirects=True).text)
        if [*page.all("table")]:
            page = Markup(client.get(next(one for one in page.links() if "&change=" in one)).text)
        hidden = {one.attributes["name"]: one.attributes["value"] for one in page.all("input", type="hidden")}
        assert hidden["with.level"] == "bronze"
        asked.append(hidden["asked"])
        sent = {**hidden, asked[-1]: answers.pop(asked[-1])}
        where = str(client.get(page.one("form", class_="form").attributes["action"], params=sent).headers["location"])
    assert asked[0] == "distance_km", "what decides how many days are counted is asked before anything is shown"
    assert where.replace("&on=2026-01-15", "") == BOTH.replace("2026-01-14T12:00", "2026-03-06T10:00")


@pytest.mark.parametrize("kind", ["", ".txt"])
def test_how_many_days_are_counted_stands_side_by_side_before_the_moment_is_asked(
    client: TestClient, kind: str
) -> None:
    text = client.get(f"{VISIT}/compare{kind}?level=gold&distance_km=120&with.level=bronze").text
    assert "Business days at the site: 2 days" in text
    assert "Business days at the site: 4 days" in text
    latest = text.index("Latest time for a call"), text.index("11:00"), text.index("15:30")
    assert latest[0] < min(latest[1:]), "what else differs of the time that was asked for"


def test_what_differs_stands_before_what_is_the_same_and_before_what_is_to_be_pressed(client: TestClient) -> None:
    for address in (BOTH, f"{VISIT}/compare?level=gold&distance_km=120&with.level=bronze"):
        page = client.get(address).text
        rows = ["differs</span>" in one for one in page.partition("</table>")[0].split("<tr")[2:]]
        assert rows == sorted(rows, reverse=True)
        assert page.index("<table") < page.index("the whole answer")
        assert "Service level" not in page.partition("</table>")[0], "the columns are called so"


@pytest.mark.parametrize("lang", ["en", "ja"])
def test_what_both_say_stands_once(client: TestClient, lang: str) -> None:
    page = Markup(client.get(BOTH.replace("/en/", f"/{lang}/")).text)
    cells = [one.attributes.get("colspan") for one in page.all("td") if one.text in ("120 km", "120km")]
    assert cells == ["2"]


def test_several_facts_may_differ(client: TestClient) -> None:
    page = client.get(f"{BOTH}&with.distance_km=band:remote").text
    assert "Bronze and Over 250 km" in page


@pytest.mark.parametrize(
    ("lang", "label", "days", "differs"),
    [("en", "Business days at the site", ("2 days", "4 days"), "differs"),
     ("ja", "設置場所での営業日", ("2日", "4日"), "相違あり")],
)  # fmt: skip
@pytest.mark.parametrize("unknown", ["logged_at", "state,logged_at"])
def test_what_does_not_depend_on_what_is_not_known_is_compared_all_the_same(
    client: TestClient, lang: str, label: str, days: tuple[str, str], differs: str, unknown: str
) -> None:
    address = (
        f"/{lang}/swap-out/onsite-visit/due/compare?level=gold&distance_km=120&unknown={unknown}&with.level=bronze"
    )
    page = client.get(address, follow_redirects=True).text
    (row,) = (one for one in page.partition("</table>")[0].split("<tr")[2:] if label in one)
    assert f"{differs}</span>" in row
    assert re.findall(rf"<strong>{label}(?:: |で)(.+?)</strong>", row) == [*days], "the count is the answer"
    asked = [one for one in Markup(page).links() if "change=logged_at" in one]
    assert client.get(asked[0]).text.count('name="with.level"') == 1, "the question leads back to both"
    text = client.get(address.replace("compare?", "compare.txt?"), follow_redirects=True).text
    assert all(one in text for one in (label, *days))


def test_of_what_is_counted_by_what_is_not_known_every_number_is_named(client: TestClient) -> None:
    page = client.get(f"{VISIT}/compare?level=gold&unknown=distance_km,logged_at&with.level=bronze").text
    assert "1 to 3 days" in page
    assert "3 to 5 days" in page


def test_one_answer_is_compared_with_those_that_are_possible(client: TestClient) -> None:
    page = client.get("/en/swap-out/included-work/covered/compare?level=bronze&unknown=mounted_height_m"
                      "&work=uninstallation&with.level=gold", follow_redirects=True).text  # fmt: skip
    assert "<table" in page
    assert "Not included at the Bronze level." in page
    assert "Included at no extra charge once you have provided access equipment." in page
    assert "Included at no extra charge, at this service level." in page


@pytest.mark.parametrize("lang", ["en", "ja"])
def test_what_can_be_read_another_way_leads_to_the_reading(client: TestClient, lang: str) -> None:
    page = Markup(client.get(BOTH.replace("/en/", f"/{lang}/")).text)
    (reading,) = (one for one in page.links() if one.endswith("#readings"))
    assert "level=bronze" in reading
    assert "readings" in Markup(client.get(reading.partition("#")[0]).text).ids()


@pytest.mark.parametrize(
    ("lang", "entered", "unknown"), [("en", "Not entered", "I don’t know"), ("ja", "未入力", "わからない")]
)
def test_what_nobody_entered_is_not_compared_as_what_somebody_does_not_know(
    client: TestClient, lang: str, entered: str, unknown: str
) -> None:
    query = "level=gold&distance_km=120&logged_at=2026-01-15T10:00&with.level=bronze&on=2026-01-15"
    text = client.get(f"/{lang}/swap-out/onsite-visit/due/compare.txt?{query}").text
    assert entered in text
    assert unknown not in text
    assert not any(one in text for one in ("(not known)", "不明"))
