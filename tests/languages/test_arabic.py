"""Arabic: from right to left, six plural forms, digits of its own, and days typed in them."""

import pytest

from assistant.i18n.load import load_words
from assistant.loading import load_library
from assistant.matching import load_matcher
from assistant.settings import Settings
from tests.client import TestClient
from tests.languages.added import POLICY
from tests.site import NOW
from tests.terminal import run

RENEWAL = f"/ar/{POLICY}/renewal/due"


pytestmark = pytest.mark.parametrize("language", ["ar"], scope="session")


@pytest.mark.parametrize(
    ("path", "said"),
    [
        ("/ar/", "اسأل بكلماتك"),
        (RENEWAL, "ما آخر يوم في فترة الدعم الحالية؟"),
        (f"{RENEWAL}?period_end=2026-06-30", "تبدأ فترة دعم السنة التالية في الأربعاء، ١ يوليو ٢٠٢٦"),
        (f"/ar/{POLICY}/ice-server/free?support_until=2026-06-30", "هذا مشمول في خدمة الدعم"),
    ],
)
def test_its_pages_speak_arabic(client: TestClient, path: str, said: str) -> None:
    assert said in client.get(path).text


def test_a_telephone_number_behind_its_letters_keeps_its_order(client: TestClient) -> None:
    assert "اتصل بالرقم \u200e0800-500-6330" in client.get(f"/ar/{POLICY}/phone-hours/due?at=2026-06-30T15:00").text


@pytest.mark.parametrize(
    ("question", "facts"),
    [
        ("غيّرنا الخادم، هل إعادة إصدار المفتاح مجانية؟", {"server_changed": "yes"}),
        ("لم نغيّر الخادم، هل إعادة إصدار المفتاح مجانية؟", {"server_changed": "no"}),
        ("هل إعادة إصدار المفتاح مجانية إذا غيّرنا الخادم؟", {}),
        ("ينتهي الدعم في ٣٠ يونيو ٢٠٢٦، متى تبدأ الفترة التالية؟", {"period_end": "2026-06-30"}),
        ("لا ينتهي الدعم في ٣٠ يونيو ٢٠٢٦، متى تبدأ الفترة التالية؟", {}),
        (
            "ينتهي الدعم في ٣٠ يونيو ٢٠٢٦، عفوًا، في ٣١ يوليو ٢٠٢٦، متى تبدأ الفترة التالية؟",
            {"period_end": "2026-07-31"},
        ),
        ("ينتهي الدعم في ٣٠ يونيو، بل في ٣١ يوليو، متى تبدأ الفترة التالية؟", {"period_end": "2026-07-31"}),
        ("هل يمكنني الاتصال غدًا الساعة 10:00، بل 11:00؟", {"at": "2026-01-16T11:00"}),
        ("هل يمكنني الاتصال غدًا الساعة 9 في الصباح؟", {"at": "2026-01-16T09:00"}),
        ("هل يمكنني الاتصال غدًا الساعة ٣ بعد الظهر؟", {"at": "2026-01-16T15:00"}),
        ("هل يمكنني الاتصال غدًا في الساعة ٤ العصر؟", {"at": "2026-01-16T16:00"}),
        ("هل يمكنني الاتصال غدًا الساعة ٨ في المساء؟", {"at": "2026-01-16T20:00"}),
        ("هل يمكنني الاتصال في ٢٠ يناير الساعة 10:00، عفوًا، ٢١ يناير؟", {"at": "2026-01-21T10:00"}),
        ("غيّرنا الخادم، عفوًا، لم نغيّر الخادم، هل إعادة إصدار المفتاح مجانية؟", {"server_changed": "no"}),
    ],
)
def test_what_is_said_beside_facts_is_read_and_what_denies_it(
    known: Settings, question: str, facts: dict[str, str]
) -> None:
    assert load_matcher(known, load_library(known)).understand(question, NOW).facts == facts


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


def test_steps_are_numbered_in_its_digits_as_text_and_on_pages(client: TestClient) -> None:
    asked = "desknets-web-meeting/phone-hours/due"
    text = client.get(f"/ar/{asked}.txt?at=2026-06-30T15:00").text
    assert "  ١. " in text
    assert "  1. " not in text
    assert ' data-nth="١"' in client.get(f"/ar/{asked}?at=2026-06-30T15:00").text
    assert " data-nth=" not in client.get(f"/en/{asked}?at=2026-06-30T15:00").text
