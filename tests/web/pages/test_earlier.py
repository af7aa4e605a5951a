"""A link that names an edition says whether its answer still holds, and what is different where it does not."""

import json
import shutil
from pathlib import Path

import pytest

from assistant.content import read_policy
from assistant.i18n.words import key_of
from assistant.model.edition import Edition, Name, named
from assistant.model.policy import Library
from tests.client import TestClient
from tests.site import application
from tests.web.markup import Markup

DONGLE = "licence-desk/hwkc-replacement/free"
SAID = "system=sv9500&swa=active&on=2026-01-15"
TOPIC, SOURCE, TABLE = "topics/hwkc-replacement.yaml", "source.yaml", "tables/availability.csv"
KEEPER = """
keeper:
  type: yes-no
  question: Do you still have the old carrier?
  label: Old carrier
"""
CHANGES: dict[str, tuple[tuple[str, str, str], ...]] = {
    "other-words": (("summary.yaml", "The services of", "Once, the services of"),),
    "other-day": (
        (TABLE, "sv9500,not-applicable,2026-03-31,2026-03-31", "sv9500,not-applicable,2026-03-31,2026-02-27"),
        (SOURCE, "the table gives the last day of each", "the table named the last day of each"),
        (SOURCE, "there is no fee for the replacement", "there was no fee for the replacement"),
        (SOURCE, "fingerprint: 98dbdf19a27e485f", "fingerprint: 0000000000000000"),
    ),
    "other-rule": (
        (TOPIC, "when: {swa: active}\n    verdict: free\n    say: There is no service fee because",
         "when: {swa: active}\n    verdict: payable\n    say: There was a fee though"),
    ),
    "other-fact": (
        ("facts.yaml", "\nswa:", f"{KEEPER}swa:"),
        (TOPIC, "when: {swa: active}\n    verdict: free", "when: {swa: active, keeper: yes}\n    verdict: free"),
    ),
}  # fmt: skip


PRESENT = 5
"""As the how many-th edition the present one was frozen."""


def former(name: str, content: Path, folder: Path) -> Edition:
    """The licence desk's policy as it might have been, under this name."""
    shutil.copytree(content / "licence-desk", folder / "licence-desk")
    for file, now, then in CHANGES[name]:
        path = folder / "licence-desk" / file
        text = path.read_text("utf-8")
        assert now in text, f"{file}: {now}"
        path.write_text(text.replace(now, then, 1), "utf-8")
    policy = read_policy(folder / "licence-desk").model_copy(update={"edition": name})
    table = next(clause.gist for clause in policy.outline.clauses if clause.id == "availability.table")
    said = {key_of(table.context, table.source): "以前の表です。"}
    return Edition(policy, {"ja": said} if name == "other-day" else {})


@pytest.fixture(scope="module")
def client(library: Library, content: Path, locales: Path, tmp_path_factory: pytest.TempPathFactory) -> TestClient:
    """The application with these earlier editions."""
    known = {name: former(name, content, tmp_path_factory.mktemp(name)) for name in CHANGES}

    def find(policy: str, edition: str) -> Edition | None:
        return known.get(named(edition).edition) if policy == "licence-desk" else None

    names = {policy.id: Name(policy.edition, PRESENT) for policy in library.policies.values()}
    return TestClient(application(library, locales, find, names=names), follow_redirects=False)


def page(client: TestClient, edition: str, lang: str = "en", said: str = SAID, status: int = 200) -> Markup:
    response = client.get(f"/{lang}/{DONGLE}?{said}&edition={edition}")
    assert response.status_code == status, response.headers
    return Markup(response.text)


def then_now(found: Markup) -> str:
    (section,) = [one for one in found.all("section") if one.attributes.get("class") == "then-now"]
    return section.text


def notices(found: Markup) -> list[str]:
    return [one.text for one in found.all("p", class_="notice")]


@pytest.mark.parametrize("behind", [".", ",", ")", ").", "。", "」", "%20"])
def test_the_stop_of_a_sentence_is_no_part_of_an_edition(client: TestClient, behind: str) -> None:
    """The edition is the end of our links, and what stands behind a link in a text is often copied with it."""
    for name in ("other-day", "OTHER-DAY"):
        response = client.get(f"/en/{DONGLE}?{SAID}&edition={name}{behind}")
        assert (response.status_code, response.headers["location"][-18:]) == (303, "&edition=other-day")


def test_the_answer_that_still_holds_says_so(client: TestClient) -> None:
    (notice,) = notices(page(client, "other-words"))
    assert "other-words" in notice
    assert "still the same" in notice


def test_todays_edition_needs_no_words(client: TestClient, library: Library) -> None:
    found = page(client, library.policies["licence-desk"].edition)
    assert notices(found) == []
    assert "then-now" not in found.source


@pytest.mark.parametrize("edition", ["0123456789ab", "x"])
def test_an_unknown_edition_is_said_to_be_unknown(client: TestClient, edition: str) -> None:
    (notice,) = notices(page(client, edition))
    assert "no longer have the answer" in notice


def test_another_date_is_shown_then_and_now_with_the_clauses_that_changed(client: TestClient) -> None:
    text = then_now(page(client, "other-day"))
    assert "Free of charge until Fri 27 Feb 2026." in text
    assert "Free of charge until Tue 31 Mar 2026." in text
    assert "the table named the last day" in text
    assert "the table gives the last day" in text
    assert "Then: With active SWA on the system there was no fee" in text
    assert text.count("The wording changed.") == 1


def test_the_earlier_edition_speaks_the_readers_language(client: TestClient) -> None:
    text = then_now(page(client, "other-day", "ja"))
    assert "2026年2月27日（金）まで無料です" in text
    assert "2026年3月31日（火）まで無料です" in text
    assert "以前の表です。" in text


def test_a_sentence_that_was_never_translated_is_marked(client: TestClient) -> None:
    spans = [one.text for one in page(client, "other-day", "ja").all("span", lang="en")]
    assert [text for text in spans if "there was no fee" in text]


def test_another_rule_over_the_same_clauses_is_no_change_of_the_document(client: TestClient) -> None:
    text = then_now(page(client, "other-rule"))
    assert "This is not free of charge." in text
    assert "Free of charge until" in text
    assert "The clauses behind it are the same." in text


def test_facts_that_only_the_edition_knew_stay_in_the_link(client: TestClient) -> None:
    said = "system=sv9500&swa=active&keeper=yes&on=2026-01-15"
    (notice,) = notices(page(client, "other-fact", said=said))
    assert "still the same" in notice
    response = client.get(f"/en/{DONGLE}?{said}")
    assert (response.status_code, response.headers["location"]) == (303, f"/en/{DONGLE}?{SAID}")


def test_facts_that_the_edition_had_no_answer_to(client: TestClient) -> None:
    (notice,) = notices(page(client, "other-fact"))
    assert "no answer" in notice


def test_what_is_asked_for_today_shows_the_answer_then(client: TestClient) -> None:
    found = page(client, "other-words", said="system=nonsense&on=2026-01-15", status=422)
    assert "no answer" in notices(found)[0]


@pytest.mark.parametrize(
    ("edition", "state", "different"),
    [("other-words", "same", []), ("other-day", "changed", ["headline", "dates"]), ("x", "unknown", [])],
)
def test_the_api_tells_the_difference(client: TestClient, edition: str, state: str, different: list[str]) -> None:
    then = client.get(f"/api/v1/answers/{DONGLE}?{SAID}&edition={edition}").json()["then"]
    assert (then["edition"], then["state"], then["different"]) == (edition, state, different)
    if state == "changed":
        assert then["verdict"] == "free"
        assert then["dates"] == {"until": "2026-02-27"}
        assert {one["id"]: one["change"] for one in then["clauses"]} == {
            "availability.table": "changed", "hwkc.swa-waives": "changed", "paid.hwkc": "changed",
        }  # fmt: skip


def test_the_api_says_nothing_of_todays_edition(client: TestClient, library: Library) -> None:
    edition = library.policies["licence-desk"].edition
    for query in (SAID, f"{SAID}&edition={edition}"):
        assert "then" not in client.get(f"/api/v1/answers/{DONGLE}?{query}").json()


def test_the_api_refuses_what_cannot_be_an_edition(client: TestClient) -> None:
    response = client.get(f"/api/v1/answers/{DONGLE}?{SAID}&edition=A!")
    assert response.status_code == 422
    assert [error["name"] for error in json.loads(response.text)["errors"]] == ["edition"]


@pytest.mark.parametrize("lang", ["en", "ja"])
@pytest.mark.parametrize("kind", ["", ".txt", ".ics", "/ticket"])
def test_a_page_of_a_newer_edition_is_not_answered_by_an_older_one(client: TestClient, lang: str, kind: str) -> None:
    response = client.get(f"/{lang}/{DONGLE}{kind}?{SAID}&edition=0123456789ab-{PRESENT + 1}")
    assert (response.status_code, response.headers["Cache-Control"]) == (503, "no-store")
    assert int(response.headers["Retry-After"]) > 0
    (here,) = [
        link for link in Markup(response.text).all("a") if link.attributes["href"].startswith(f"/{lang}/{DONGLE}")
    ]
    assert here.attributes["href"] == f"/{lang}/{DONGLE}{kind}?{SAID}"
    assert client.get(here.attributes["href"]).status_code == 200


def test_programs_are_told_that_an_edition_is_newer(client: TestClient) -> None:
    response = client.get(f"/api/v1/answers/{DONGLE}?{SAID}&edition=0123456789ab-{PRESENT + 1}")
    assert (response.status_code, response.headers["Content-Type"]) == (503, "application/problem+json")
    assert [one["name"] for one in response.json()["errors"]] == ["edition"]


@pytest.mark.parametrize("name", ["0123456789ab", f"0123456789ab-{PRESENT}", "0123456789ab-1", "0123456789ab-0", "x-y"])
def test_an_edition_that_is_not_newer_is_not_waited_for(client: TestClient, name: str) -> None:
    (notice,) = notices(page(client, name))
    assert "no longer have the answer" in notice


def test_links_name_the_edition_with_its_number(client: TestClient, library: Library) -> None:
    edition = library.policies["licence-desk"].edition
    answered = client.get(f"/api/v1/answers/{DONGLE}?{SAID}").json()
    assert (answered["edition"], answered["permalink"].rpartition("=")[2]) == (edition, f"{edition}-{PRESENT}")
    for name in (edition, f"{edition}-{PRESENT}", f"{edition}-1", f"{edition}-99"):
        assert notices(page(client, name)) == []
    assert f"edition={edition}-{PRESENT}" in client.get(f"/en/{DONGLE}.txt?{SAID}").text
    earlier = then_now(page(client, f"other-rule-{PRESENT - 1}"))
    assert "other-rule" in earlier
