"""A fourth policy is added by YAML and PO only, and everything works on it beside the three that ship."""

import datetime as dt
import json
import shutil
from collections.abc import Mapping
from functools import partial
from pathlib import Path

import pytest
from icalendar import Calendar
from markupsafe import escape

from assistant.i18n.fill import Rendered
from assistant.i18n.language import offered
from assistant.i18n.load import languages
from assistant.i18n.questions import read_phrases
from assistant.i18n.words import Words
from assistant.loading import load_library, read_content
from assistant.match.question import Matcher
from assistant.matching import load_matcher, load_speech
from assistant.model.policy import Library, Policy
from assistant.model.rule import ASPECTS
from assistant.present.answer.page import present
from assistant.present.share.writing import as_text
from assistant.present.writer import Writer
from assistant.settings import PACKAGE, Settings
from assistant.web.app import make_app
from assistant.web.frame.site import Site
from assistant.workbench.catalogues.sync import sync
from assistant.workbench.check.examples import as_expected, differences, outcome_of
from assistant.workbench.check.paths import Broken
from assistant.workbench.faults import faults_of, leaves
from assistant.workbench.scaffold.schemas import KINDS
from tests.client import TestClient
from tests.conftest import words_of
from tests.fourth.adding import FOURTH, POLICY, add_fourth
from tests.present.showing import noon
from tests.terminal import run
from tests.workbench.scaffold.test_schemas import kind_of, wrong

NOW = dt.datetime(2026, 3, 14, 15, 0, tzinfo=dt.UTC)
LANGUAGES = ("en", "ja")
TOPICS = ("repair", "collection", "courtesy-bike", "storage", "counter-hours")
BRAKES = f"{POLICY}/repair/due"
FACTS = {"job": "brakes", "speed": "standard", "brought_at": "2026-03-14T16:01"}
ASKED = "&".join([*(f"{name}={value}" for name, value in FACTS.items()), "on=2026-03-14"])
READY = {"received": "2026-03-18", "ready_on_day": "2026-03-24"}
"""St Patrick's Day is a Tuesday, and the workshop is closed on Sundays and Mondays."""


@pytest.fixture(scope="module")
def known(tmp_path_factory: pytest.TempPathFactory) -> Settings:
    return add_fourth(tmp_path_factory.mktemp("four"))


@pytest.fixture(scope="module")
def library(known: Settings) -> Library:
    return load_library(known)


@pytest.fixture(scope="module")
def policy(library: Library) -> Policy:
    return library.policies[POLICY]


@pytest.fixture(scope="module")
def words(known: Settings) -> Mapping[str, Words]:
    """The words of each language; a gap without a value is an error."""
    return {name: words_of(known.locales, name, strict=True) for name in LANGUAGES}


@pytest.fixture(scope="module")
def matcher(known: Settings, library: Library) -> Matcher:
    found = load_matcher(known, library)
    assert isinstance(found, Matcher)
    return found


@pytest.fixture(scope="module")
def client(known: Settings, library: Library, words: Mapping[str, Words], matcher: Matcher) -> TestClient:
    site = Site(
        library, words, offered(languages(known.locales)), load_speech(known), lambda: NOW, "https://help.example"
    )
    return TestClient(make_app(site, matcher), follow_redirects=False)


def test_nothing_is_wrong_with_any_policy(known: Settings) -> None:
    library, faults = faults_of(known)
    assert faults == []
    assert len(library.policies) == 4


def test_it_is_what_a_policy_can_be(policy: Policy) -> None:
    assert tuple(policy.topics) == TOPICS
    assert {aspect for topic in policy.topics.values() for aspect in topic.aspects} == set(ASPECTS)
    assert policy.tables
    assert policy.about.calendars
    assert any(not reading.general for reading in policy.about.readings)


def test_it_brings_nothing_but_yaml_csv_and_po() -> None:
    files = [path for folder in ("content", "locales") for path in (FOURTH / folder).rglob("*") if path.is_file()]
    assert {path.suffix for path in files} == {".yaml", ".csv", ".po"}
    content = [path for path in files if path.suffix == ".yaml"]
    assert [message for path in content for message in wrong(kind_of(path), path.read_text("utf-8"))] == []
    elsewhere = {"language", "grammar", "proofs", "closed-days", "aliases"}
    assert {kind_of(path) for path in content} == set(KINDS) - elsewhere


def test_the_other_policies_stay_as_they_are(library: Library, shipped: Library) -> None:
    before = {policy.id: policy.edition for policy in shipped.policies.values()}
    assert {name: policy.edition for name, policy in library.policies.items() if name != POLICY} == before


def test_a_second_sync_writes_nothing(known: Settings, library: Library) -> None:
    assert sync(library, known.locales, PACKAGE) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_worked_cases_come_out_and_read_well(known: Settings, words: Mapping[str, Words], language: str) -> None:
    policy = read_content(known).policies[POLICY]
    assert policy.examples
    for example in policy.examples:
        outcome = outcome_of(policy, example)
        assert not isinstance(outcome, Broken)
        assert differences(example.expect, as_expected(outcome)) == [], example.name
        view = present(Writer(policy, words[language]), outcome, example.facts, noon(example.on))
        said = [leaf for _, leaf in leaves(view) if isinstance(leaf, Rendered)]
        assert [leaf.text for leaf in said if leaf.lang != language] == []
        assert "{" not in as_text(view, words[language])


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("path", ["", *(f"{topic}/" for topic in TOPICS), f"repair/due?{ASKED}", "repair/free"])
def test_its_pages_are_whole_in_both_languages(client: TestClient, words: Mapping[str, Words], policy: Policy,
                                               language: str, path: str) -> None:  # fmt: skip
    page = client.get(f"/{language}/{POLICY}/{path}")
    other = next(each for each in LANGUAGES if each != language)
    titled = policy.topics.get(path.partition("/")[0], policy.about)
    assert page.status_code == 200
    assert escape(words[language].text(titled.title, "en").text) in page.text
    assert f'lang="{other}"' not in page.text.partition("<main")[2].partition("</main>")[0]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_first_page_names_it(client: TestClient, language: str) -> None:
    assert f'href="/{language}/{POLICY}/"' in client.get(f"/{language}/").text


def test_programs_are_told_about_it(client: TestClient, policy: Policy) -> None:
    assert POLICY in client.get("/api/v1/policies").text
    assert client.get(f"/api/v1/policies/{POLICY}?lang=ja").status_code == 200
    assert all(topic in client.get("/api/v1/topics").text for topic in TOPICS)
    answer = client.get(f"/api/v1/answers/{BRAKES}?{ASKED}&lang=ja").json()
    assert (answer["status"], answer["verdict"], answer["dates"]) == ("answered", "dated", READY)
    assert (answer["values"], answer["edition"]) == ({"days": 4}, policy.edition)
    assert answer["text"]["headline"] == "修理は2026年3月24日（火）に終わります。"


@pytest.mark.parametrize("language", LANGUAGES)
def test_its_phrases_find_it_among_the_others(known: Settings, matcher: Matcher, language: str) -> None:
    asked = {name: phrases for name, phrases in read_phrases(known.locales, language).items() if POLICY in name}
    assert len(asked) == len(TOPICS)
    found = {phrase: matcher.index.rank(phrase).matches for phrases in asked.values() for phrase in phrases}
    lost = [phrase for name, phrases in asked.items() for phrase in phrases if found[phrase][0].id != name]
    assert lost == []


def test_the_phrases_of_the_others_still_find_them(known: Settings, matcher: Matcher) -> None:
    firsts = [(name, phrases[0]) for language in LANGUAGES for name, phrases in
              read_phrases(known.locales, language).items() if "/" in name]  # fmt: skip
    assert len(firsts) > 60
    lost = [phrase for name, phrase in firsts if matcher.index.rank(phrase).matches[0].id != name]
    assert len(lost) < 0.02 * len(firsts), lost


@pytest.mark.parametrize(
    ("question", "facts"),
    [
        ("I need the brakes of my bike done, in a hurry. When is it ready?", {"job": "brakes", "speed": "express"}),
        ("自転車のパンクの修理は特急でいつ終わりますか", {"job": "puncture", "speed": "express"}),
    ],
)
def test_a_question_states_facts(matcher: Matcher, question: str, facts: Mapping[str, str]) -> None:
    found = matcher.understand(question, NOW.replace(tzinfo=None))
    best = found.matches[0]
    assert (best.policy, best.topic, best.aspect) == (POLICY, "repair", "due")
    assert facts.items() <= found.facts.items()


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("topic", TOPICS)
def test_its_rules_can_be_drawn(known: Settings, policy: Policy, language: str, topic: str) -> None:
    result = run(known, "draw", f"{POLICY}/{topic}", language=language)
    assert result.exit_code == 0
    assert result.output.count("flowchart TD") == len(policy.topics[topic].aspects)


@pytest.mark.parametrize("language", LANGUAGES)
def test_its_answers_can_be_passed_on(client: TestClient, policy: Policy, language: str) -> None:
    address = f"/{language}/{BRAKES}"
    told = {
        kind: client.get(f"{address}.{kind}?{ASKED}&edition={policy.edition}") for kind in ("txt", "md", "html", "ics")
    }
    assert {kind: page.status_code for kind, page in told.items()} == dict.fromkeys(told, 200)
    day = {"en": "Tue 24 Mar 2026", "ja": "2026年3月24日（火）"}[language]
    assert all(day in told[kind].text for kind in ("txt", "md", "html"))
    days = [event.decoded("dtstart") for event in Calendar.from_ical(told["ics"].text).walk("VEVENT")]
    assert dt.date(2026, 3, 24) in days
    assert client.get(f"{address}/ticket?{ASKED}").status_code == 200


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_change_of_it_shows_which_answers_change(known: Settings, tmp_path: Path, language: str) -> None:
    changed = tmp_path / POLICY
    shutil.copytree(known.content / POLICY, changed)
    topic = changed / "topics" / "storage.yaml"
    topic.write_text(topic.read_text("utf-8").replace("add_days: 30", "add_days: 20"), "utf-8")
    diff = partial(run, known, "edition", "diff", language=language)
    result = diff(str(known.content / POLICY), str(changed), "--json")
    assert result.exit_code == 1
    (difference,) = json.loads(result.output)["differences"]
    assert {(one["topic"], one["aspect"]) for change in difference["changes"] for one in change["questions"]} == {
        ("storage", "free"),
        ("storage", "due"),
    }
    same = diff(str(known.content / POLICY), str(known.content / POLICY))
    assert same.exit_code == 0
