"""Arabic: from right to left, six plural forms, digits of its own, and days typed in them."""

from pathlib import Path

import pytest

from assistant.i18n.load import load_catalogue, load_words
from assistant.settings import Settings
from tests.client import TestClient
from tests.languages.added import POLICY, add_language, visitor
from tests.terminal import run
from tests.web.markup import Markup

RENEWAL = f"/ar/{POLICY}/renewal/due"


@pytest.fixture(scope="module")
def known(tmp_path_factory: pytest.TempPathFactory) -> Settings:
    """The policy with Arabic beside English and Japanese."""
    return add_language(tmp_path_factory.mktemp("arabic"), "ar")


@pytest.fixture(scope="module")
def client(known: Settings) -> TestClient:
    """Asks its pages."""
    return visitor(known)


def test_idiomatic_figures_are_no_faults(known: Settings) -> None:
    assert load_catalogue(known.locales, "ar").faults == ()


def test_nothing_but_text_files_makes_the_language() -> None:
    assert {path.suffix for path in (Path(__file__).parent / "ar").iterdir()} == {".po", ".yaml"}


@pytest.mark.parametrize(
    ("path", "said"),
    [
        ("/ar/", "اسأل بكلماتك"),
        (RENEWAL, "ما آخر يوم في فترة الدعم الحالية؟"),
        (f"{RENEWAL}?period_end=2026-06-30", "تبدأ فترة دعم السنة التالية في الأربعاء، ١ يوليو ٢٠٢٦"),
        (f"/ar/{POLICY}/ice-server/free?support_until=2026-06-30", "هذا مشمول في خدمة الدعم"),
    ],
)
def test_its_pages_are_offered_from_right_to_left(client: TestClient, path: str, said: str) -> None:
    response = client.get(path)
    html = Markup(response.text).one("html")
    assert (response.status_code, html.attributes) == (200, {"lang": "ar", "dir": "rtl"})
    assert said in response.text


def test_a_sentence_that_is_not_translated_yet_says_its_language(client: TestClient) -> None:
    page = client.get(f"/ar/{POLICY}/").text
    assert '<span lang="en" dir="auto">' in page


@pytest.mark.parametrize("typed", ["30 يونيو 2026", "٣٠ يونيو ٢٠٢٦", "٣٠/٦/٢٠٢٦", "2026-06-30"])
def test_a_day_typed_into_the_form_is_read(client: TestClient, typed: str) -> None:
    response = client.get(RENEWAL, params={"period_end": typed}, follow_redirects=True)
    assert (response.status_code, "١ يوليو ٢٠٢٦" in response.text) == (200, True)


def test_a_question_finds_its_topic(known: Settings) -> None:
    result = run(known, "ask", "هل خوادم ICE مجانية", "--lang", "ar", language="ar")
    assert (result.exit_code, "استخدام خوادم ICE" in result.output) == (0, True)


@pytest.mark.parametrize(
    ("count", "said"),
    [
        (0, "لا أيام"), (1, "يوم واحد"), (2, "يومان"), (3, "٣ أيام"), (11, "١١ يومًا"), (100, "١٠٠ يوم"),
    ],
)  # fmt: skip
def test_counts_take_one_of_six_forms(known: Settings, count: int, said: str) -> None:
    assert load_words(known.locales, "ar").plural("{count} day", "{count} days", count) == said


def test_days_that_are_left_are_counted_in_its_digits_and_in_those_of_the_language_that_says_it(
    known: Settings, client: TestClient
) -> None:
    assert "بقي ١٦٧ يومًا" in client.get(f"{RENEWAL}?period_end=2026-06-30").text
    words = load_words(known.locales, "ar")
    assert words.plural("{count} such thing", "{count} such things", 12) == "12 such things"
