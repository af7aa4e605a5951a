"""Forms: what people type is understood, and what is wrong is said beside the field with what was typed."""

from urllib.parse import quote

import pytest

from tests.client import TestClient
from tests.web.markup import Markup

VISIT = "swap-out/onsite-visit/due"
SAID = "level=gold&distance_km=60&state=sa"
NOTICE = "swap-out/renewal-notice/due"


def typed(**parts: str) -> str:
    return "&".join(f"{name.replace('__', '.')}={quote(value)}" for name, value in parts.items())


def refused(client: TestClient, path: str) -> Markup:
    response = client.get(path)
    assert response.status_code == 422
    return Markup(response.text)


@pytest.mark.parametrize(("lang", "order"), [("en", ["day", "month", "year"]), ("ja", ["year", "month", "day"])])
def test_a_date_is_asked_for_in_the_languages_order(client: TestClient, lang: str, order: list[str]) -> None:
    page = Markup(client.get(f"/{lang}/{NOTICE}").text)
    assert [e.attributes["name"].removeprefix("term_end.") for e in page.all("input", type="text")] == order


@pytest.mark.parametrize(
    "parts",
    [
        {"day": "3", "month": "4", "year": "2026"},
        {"day": "３", "month": "４", "year": "２０２６"},
        {"day": "3", "month": "April", "year": "2026"},
        {"day": "3rd", "month": "apr.", "year": "2026"},
        {"day": "3", "month": "4", "year": "令和8"},
        {"day": "3日", "month": "4月", "year": "R8"},
        {"day": "3 April 2026", "month": "", "year": ""},
        {"day": "", "month": "2026/4/3", "year": ""},
        {"day": "", "month": "", "year": "令和８年４月３日"},
        {"day": "2026-04-03"},
    ],
)
def test_dates_as_people_write_them(client: TestClient, parts: dict[str, str]) -> None:
    query = typed(asked="term_end", **{f"term_end__{name}": text for name, text in parts.items()})
    response = client.get(f"/ja/{NOTICE}?{query}")
    assert (response.status_code, response.headers.get("location")) == (303, f"/ja/{NOTICE}?term_end=2026-04-03")


@pytest.mark.parametrize(
    "parts",
    [
        {"day": "3", "month": "4", "year": "2026", "time": "14:30"},
        {"day": "3", "month": "4", "year": "2026", "time": "2:30 pm"},
        {"day": "3 April 2026", "month": "", "year": "", "time": "午後2時30分"},
        {"day": "3 April 2026, 14:30", "month": "", "year": "", "time": ""},
        {"day": "", "month": "", "year": "2026年4月3日 14時30分", "time": ""},
    ],
)
def test_moments_as_people_write_them(client: TestClient, parts: dict[str, str]) -> None:
    query = typed(**{f"logged_at__{name}": text for name, text in parts.items()})
    response = client.get(f"/en/{VISIT}?{SAID}&{query}")
    assert response.status_code == 303
    assert "&logged_at=2026-04-03T14:30" in response.headers["location"]


@pytest.mark.parametrize(
    ("query", "canonical"),
    [("distance_km=%EF%BC%96%EF%BC%90%20km", "60"), ("distance_km=1,250", "1250"), ("distance_km=050.40", "50.40")],
)
def test_numbers_as_people_write_them(client: TestClient, query: str, canonical: str) -> None:
    location = client.get(f"/ja/{VISIT}?level=gold&{query}").headers["location"]
    assert location == f"/ja/{VISIT}?level=gold&distance_km={canonical}"


@pytest.mark.parametrize(
    ("parts", "wrong", "focus"),
    [
        ({"day": "", "month": "", "year": ""}, {"day", "month", "year"}, "day"),
        ({"day": "3", "month": "4", "year": ""}, {"year"}, "year"),
        ({"day": "3", "month": "Foo", "year": "2026"}, {"month"}, "month"),
        ({"day": "x", "month": "4", "year": "2026"}, {"day"}, "day"),
        ({"day": "30", "month": "2", "year": "2026"}, {"day", "month", "year"}, "day"),
        ({"day": "30 February 2026", "month": "", "year": ""}, {"day", "month", "year"}, "day"),
        ({"day": "1", "month": "1", "year": "1999"}, {"day", "month", "year"}, "day"),
        ({"day": '"><script>', "month": "4", "year": "2026"}, {"day"}, "day"),
    ],
)
def test_a_wrong_date_keeps_what_was_typed(
    client: TestClient, parts: dict[str, str], wrong: set[str], focus: str
) -> None:
    page = refused(client, f"/en/{NOTICE}?{typed(**{f'term_end__{k}': v for k, v in parts.items()})}")
    fields = {e.attributes["name"].removeprefix("term_end."): e.attributes for e in page.all("input", type="text")}
    assert {name: one["value"] for name, one in fields.items()} == parts
    assert {name for name, one in fields.items() if "aria-invalid" in one} == wrong
    assert fields[focus]["id"] == "term_end"
    assert page.one("title").text.startswith("Error: ")
    summary = page.one("div", class_="errors")
    assert "autofocus" in summary.attributes
    beside = page.one("p", id="term_end-fault").text.strip()
    assert beside
    assert beside in summary.text
    assert "#term_end" in page.links()


@pytest.mark.parametrize("lang", ["en", "ja"])
@pytest.mark.parametrize(
    ("query", "name"),
    [
        (f"{SAID}&asked=logged_at", "logged_at"),
        (f"{SAID}&logged_at=2026-04-03", "logged_at"),
        (f"{SAID}&logged_at.day=3&logged_at.month=4&logged_at.year=2026&logged_at.time=25:00", "logged_at"),
        ("asked=level", "level"),
        ("level=platinum", "level"),
        ("level=Gold%20or%20so", "level"),
        ("level=gold&distance_km=", "distance_km"),
        ("level=gold&distance_km=far", "distance_km"),
        ("level=gold&distance_km=-5", "distance_km"),
        ("level=gold&distance_km=1e5", "distance_km"),
        ("level=gold&distance_km=5.1234", "distance_km"),
        ("level=gold&distance_km=60%20m", "distance_km"),
        ("on=2026-02-30", "on"),
        ("on=1999-12-31", "on"),
        ("on=20260403", "on"),
        ("on.day=3&on.month=4", "on"),
        ("years=21", "years"),
        ("years=2.5", "years"),
    ],
)
def test_a_value_that_cannot_be_read_is_asked_for_again(client: TestClient, lang: str, query: str, name: str) -> None:
    page = refused(client, f"/{lang}/{VISIT}?{query}")
    assert name in page.ids()
    assert page.one("p", id=f"{name}-fault").text.strip()
    carried = {e.attributes["name"] for e in page.all("input", type="hidden")}
    assert carried == {"asked"} | ({"level", "distance_km", "state"} & {p.split("=")[0] for p in query.split("&")}) - {
        name
    }


def test_several_faults_stand_on_one_page(client: TestClient) -> None:
    page = refused(client, f"/en/{VISIT}?level=platinum&distance_km=far&on=never&state=sa")
    assert {"level-fault", "distance_km-fault", "on-fault"} <= set(page.ids())
    assert [e.attributes["value"] for e in page.all("input", type="hidden")] == ["sa"]
    assert page.one("input", id="on").attributes["value"] == "never"


def test_a_day_that_cannot_be_computed_is_explained(client: TestClient) -> None:
    page = refused(client, "/en/swap-out/annual-fee/due?invoice_date=2099-12-31")
    assert "cannot be worked out" in page.one("div", class_="errors").text
    assert any(link.endswith("change=invoice_date") for link in page.links())


def test_a_moment_with_seconds_keeps_them(client: TestClient) -> None:
    page = Markup(client.get(f"/en/{VISIT}?{SAID}&logged_at=2026-04-03T15:30:01&change=logged_at").text)
    assert page.one("input", name="logged_at.time").attributes["value"] == "15:30:01"


@pytest.mark.parametrize(
    ("lang", "said"), [("en", "“platinum” cannot be chosen here."), ("ja", "「platinum」は選べません。")]
)
def test_a_value_that_no_field_shows_is_told_back(client: TestClient, lang: str, said: str) -> None:
    page = refused(client, f"/{lang}/{VISIT}?level=platinum")
    assert page.one("p", id="level-fault").text.strip().startswith(said)
    nothing = refused(client, f"/{lang}/{VISIT}?asked=level")
    assert "“" not in nothing.one("p", id="level-fault").text


@pytest.mark.parametrize("query", ["server_changed=perhaps", "asked=server_changed&server_changed=maybe"])
def test_so_is_what_is_neither_yes_nor_no(client: TestClient, query: str) -> None:
    page = refused(client, f"/en/desknets-web-meeting/key-reissue/free?{query}")
    assert query.rpartition("=")[2] in page.one("p", id="server_changed-fault").text


@pytest.mark.parametrize(
    ("address", "asked", "told"),
    [
        ("en/swap-out/contract-period/due?invoice_date=2026-03-03", "years", ["term: Wed 1 Apr 2026"]),
        ("ja/swap-out/contract-period/due?invoice_date=2026-03-03", "years", ["契約期間の初日：2026年4月1日（水）"]),
        ("en/desknets-web-meeting/support-period/due?order_date=2026-03-03", "purchase_date",
         ["Fri 1 May 2026", "Fri 30 Apr 2027"]),
        ("ja/desknets-web-meeting/support-period/due?order_date=2026-03-03", "purchase_date",
         ["2026年5月1日（金）", "2027年4月30日（金）"]),
    ],
)  # fmt: skip
def test_what_is_certain_by_now_is_told_beside_the_next_question(
    client: TestClient, address: str, asked: str, told: list[str]
) -> None:
    shown = Markup(client.get(f"/{address}").text)
    assert shown.one("input", name="asked").attributes["value"] == asked
    assert all(any(one in line.text for line in shown.all("p")) for one in told)


RING, WRITE = "tel:13006324357", "mailto:neotech@desknets.com"


@pytest.mark.parametrize(("lang", "following"), [("en", "Next"), ("ja", "次にすること")])
@pytest.mark.parametrize(
    ("address", "reached"),
    [
        ("swap-out/onsite-visit/covered", RING),
        ("swap-out/onsite-visit/covered?fault=unit&in_warranty=yes", RING),
        (f"{VISIT}?level=gold", RING),
        ("desknets-web-meeting/technical-support/covered", WRITE),
        ("desknets-web-meeting/phone-hours/covered", ""),  # whom to reach is what it asks
        ("swap-out/included-work/covered", ""),  # the work may be one of several
        (f"{VISIT}?level=gold&on=2025-12-01", ""),  # that day is over
        (f"{VISIT}?level=gold&logged_at=2026-01-14T10:00", ""),  # the call has been made
        ("licence-desk/delete-customer/due?on=2026-03-01", ""),  # the document names nobody
    ],
)
def test_what_to_do_whatever_comes_out_stands_beside_each_question(
    client: TestClient, lang: str, following: str, address: str, reached: str
) -> None:
    """Whoever has a dark screen rings first, and may answer what it costs and when somebody comes later."""
    page = Markup(client.get(f"/{lang}/{address}", follow_redirects=True).text)
    assert page.one("form").attributes["class"] == "form"
    assert (following in [one.text for one in page.all("h2", class_="kicker")]) == bool(reached)
    assert not reached or reached in page.links()


@pytest.mark.parametrize(
    ("lang", "noted"), [("en", "The terms state no prices."), ("ja", "規約に金額の記載はありません。")]
)
@pytest.mark.parametrize(
    ("address", "certain"),
    [("annual-fee/free", True), ("price/free", True), ("included-work/free", False), ("onsite-visit/due", False)],
)
def test_what_is_noted_whatever_comes_out_is_told_with_the_first_question(
    client: TestClient, lang: str, noted: str, address: str, certain: bool
) -> None:
    """Nobody answers two questions to be told that no amount is stated."""
    assert (noted in client.get(f"/{lang}/swap-out/{address}").text) == certain
