"""A writer writes what is always the same once, and may be shared between threads."""

import datetime as dt
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from fractions import Fraction

import pytest

from assistant.decide import Answer, decide
from assistant.i18n.words import Words
from assistant.model.policy import Library
from assistant.model.quantity import Quantity
from assistant.present.answer.page import answer_view
from assistant.present.policy.pages import topic_view
from assistant.present.writer import Writer
from assistant.vocabulary.wording import EndOfDay, Value

THREADS = 8
NOW = dt.datetime(2026, 1, 15, 12, tzinfo=dt.UTC)
ON = dt.date(2026, 1, 15)


def test_what_is_written_once_is_the_same_thing_the_next_time(library: Library, words: dict[str, Words]) -> None:
    writer = Writer(library.policies["swap-out"], words["en"])
    assert writer.cite(["service.visit"]) is writer.cite(("service.visit",))
    assert writer.text(writer.policy.about.title) is writer.text(writer.policy.about.title)


def test_what_is_written_once_takes_its_arguments_by_place(library: Library, words: dict[str, Words]) -> None:
    with pytest.raises(TypeError):
        Writer(library.policies["swap-out"], words["en"]).name("yes", fact="plan")


@pytest.mark.parametrize(
    ("value", "english", "japanese"),
    [
        (EndOfDay(2026, 4, 29), "midnight at the end of Tue 28 Apr 2026", "2026年4月28日（火）24:00"),
        (EndOfDay(2026, 4, 29, 1), "Wed 29 Apr 2026, 01:00", "2026年4月29日（水）1:00"),
        (dt.datetime(2026, 4, 29), "Wed 29 Apr 2026, 00:00", "2026年4月29日（水）0:00"),
        (Quantity(Fraction(200, 3), "USD"), "US$66.666667", "66.666667米ドル"),
        (Quantity(Fraction(201, 2), "JPY"), "JP¥100.5", "100.5円"),
        (Quantity(7, "USD"), "US$7.00", "7.00米ドル"),
        (Quantity(Fraction(11, 10), "KWD"), "KWD\u00a01.100", "1.100クウェート ディナール"),
    ],
)
def test_the_end_of_a_day_and_what_is_not_rounded_are_told_as_they_are(
    library: Library, words: dict[str, Words], value: Value, english: str, japanese: str
) -> None:
    policy = library.policies["swap-out"]
    assert [Writer(policy, words[name]).value(value).text for name in ("en", "ja")] == [english, japanese]


@pytest.fixture
def hurried() -> Iterator[None]:
    """Threads take turns as often as they can."""
    before = sys.getswitchinterval()
    sys.setswitchinterval(1e-6)
    yield
    sys.setswitchinterval(before)


@pytest.mark.usefixtures("hurried")
def test_threads_share_writers_of_all_policies_and_languages(
    library: Library, words: dict[str, Words], monkeypatch: pytest.MonkeyPatch
) -> None:
    # So little is remembered that it is forgotten all the time.
    monkeypatch.setattr("assistant.present.writer.MOST_WRITTEN", 20)
    answers = [
        (policy, outcome)
        for policy in library.policies.values()
        for one in policy.examples[:8]
        if isinstance(outcome := decide(policy, one.topic, one.aspect, one.facts, one.on), Answer)
    ]
    shared = {
        (lang, policy): Writer(library.policies[policy], words[lang]) for lang in words for policy in library.policies
    }
    alone = [answer_view(Writer(policy, words[lang]), answer, NOW) for lang in words for policy, answer in answers]

    def work(number: int) -> list[object]:
        views = [answer_view(shared[lang, policy.id], answer, NOW) for lang in words for policy, answer in answers]
        pages = [topic_view(writer, topic, ON) for writer in shared.values() for topic in writer.policy.topics]
        return [views, pages] if number % 2 else [views, pages][:1]

    with ThreadPoolExecutor(THREADS) as pool:
        assert all(found[0] == alone for found in pool.map(work, range(THREADS)))
