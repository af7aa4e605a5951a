"""Alike questions are one gap; what is accepted is written as `sync` writes; what is asked again is told apart."""

import datetime as dt
import shutil
import subprocess
from collections.abc import Mapping
from contextlib import ExitStack
from pathlib import Path

import pytest

from assistant.errors import UnknownPage, Usage
from assistant.i18n.questions import read_phrases
from assistant.match.ranking import Match, Outcome, Ranking
from assistant.match.terms import Terms
from assistant.match.understanding import Found, Read, Understanding
from assistant.model.policy import Library
from assistant.settings import PACKAGE, Settings, settings
from assistant.store.records import Question, Vain, new_key
from assistant.workbench.catalogues.sync import sync
from assistant.workbench.gaps import Gap, Replayed, accept, gaps_of, matcher_of, replayed
from tests.conftest import words_of
from tests.phrases import thinned

NOW = dt.datetime(2026, 1, 15, tzinfo=dt.UTC)
PRICE, VISIT = "swap-out/price", "swap-out/onsite-visit"


def asked(text: str, outcome: Vain = "out-of-scope", topic: str = "", lang: str = "en", day: str = "01") -> Question:
    return Question(new_key(), f"2026-01-{day}", lang, outcome, topic, text)


def understood(outcome: Outcome, topic: str, score: float = 50) -> Understanding:
    policy, _, name = topic.partition("/")
    found = (Found(policy, name, None, score, "", ()),) if outcome != "out-of-scope" else ()
    return Understanding(found, {}, outcome, ranking=Ranking((Match(topic, score, "", ()),) if topic else ()))


class Known:
    """Understands each question as it is told to; all others as nothing."""

    def __init__(self, known: Mapping[str, Understanding]) -> None:
        self.known = known

    def understand(self, text: str, now: dt.datetime) -> Understanding:
        return self.known.get(text, Understanding((), {}, "out-of-scope"))

    def read(self, text: str, found: Found, now: dt.datetime) -> Read:
        return Read(self.understand(text, now).stated)


def found(questions: list[Question], known: Mapping[str, Understanding] | None = None) -> list[Gap]:
    return gaps_of(questions, Known(known or {}), Terms(), {"en": {"out-of-scope": ("Pizza, please",)}}, NOW)


def test_alike_questions_are_one_gap_led_by_the_one_asked_most() -> None:
    questions = [
        *[asked("can you repair a headset", day=f"0{day}") for day in (3, 2)], asked("Can you repair a  HEADSET"),
        asked("headset repair"), asked("wifi password for guests", day="09"),
    ]  # fmt: skip
    first, second = found(questions, {"can you repair a headset": understood("out-of-scope", PRICE)})
    assert (first.phrase, first.number, first.last) == ("can you repair a headset", 4, "2026-01-03")
    assert first.texts == ("can you repair a headset", "headset repair")
    assert (first.topic, first.nearest, first.outcomes) == (PRICE, PRICE, {"out-of-scope": 4})
    assert (second.phrase, second.topic, second.nearest) == ("wifi password for guests", "out-of-scope", "")


def test_languages_are_kept_apart_and_masks_are_no_words() -> None:
    gaps = found(
        [asked("headset *** broken"), asked("headset broken"), asked("headset broken", lang="ja"), asked("***")]
    )
    assert [(gap.language, gap.phrase, gap.number) for gap in gaps] == [
        ("en", "headset broken", 2), ("ja", "headset broken", 1),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("question", "understanding", "topic"),
    [
        (asked("x y z"), understood("out-of-scope", PRICE, 12), "out-of-scope"),
        (asked("x y z"), understood("out-of-scope", PRICE, 40), PRICE),
        (asked("x y z", "doubt", PRICE), understood("doubt", VISIT, 12), VISIT),
        (asked("x y z", "left", PRICE), understood("sure", PRICE), PRICE),
        (asked("x y z", "left", PRICE), understood("sure", VISIT), None),
        (asked("x y z", "doubt", PRICE), understood("sure", PRICE), None),
        (asked("pizza please"), understood("out-of-scope", PRICE, 90), None),
    ],
)
def test_what_is_proposed(question: Question, understanding: Understanding, topic: str | None) -> None:
    assert [gap.topic for gap in found([question], {question.text: understanding})] == ([topic] if topic else [])


def test_without_questions_there_is_no_gap() -> None:
    assert found([]) == []


@pytest.fixture
def copied(tmp_path: Path, locales: Path) -> Path:
    """The locales, to be written into."""
    return Path(shutil.copytree(locales, tmp_path / "locales"))


@pytest.mark.parametrize(("lang", "phrase"), [("en", 'repair of a "headset" \\'), ("ja", "ヘッドセットの修理")])
@pytest.mark.parametrize("topic", [PRICE, "out-of-scope"])
def test_what_is_accepted_is_written_as_sync_writes(
    copied: Path, library: Library, lang: str, phrase: str, topic: str
) -> None:
    before = read_phrases(copied, lang)
    assert accept(copied, library, lang, topic, f"  {phrase} *** ") == copied / lang / "questions.po"
    after = read_phrases(copied, lang)
    assert after[topic] == (*before[topic], phrase)
    assert {**after, topic: before[topic]} == before
    assert sync(library, copied, PACKAGE) == []


def test_what_cannot_be_accepted_changes_nothing(copied: Path, library: Library) -> None:
    path = copied / "en" / "questions.po"
    known = read_phrases(copied, "ja")[VISIT][0]
    text = path.read_text("utf-8")
    for topic, phrase in ((PRICE, " *** "), (PRICE, known), ("out-of-scope", known.upper())):
        with pytest.raises(Usage):
            accept(copied, library, "en", topic, phrase)
    for lang, topic in (("en", "swap-out/nothing"), ("xx", PRICE)):
        with pytest.raises(UnknownPage):
            accept(copied, library, lang, topic, "headset")
    assert path.read_text("utf-8") == text


def test_a_topic_that_has_no_entry_yet_is_named(copied: Path, library: Library) -> None:
    (copied / "en" / "questions.po").unlink()
    with pytest.raises(Usage, match="i18n sync"):
        accept(copied, library, "en", PRICE, "headset")


@pytest.mark.parametrize(
    ("question", "now", "became"),
    [
        (asked("q"), understood("sure", PRICE), "answered"),
        (asked("q", "doubt", PRICE), understood("sure", PRICE), "answered"),
        (asked("q", "left", PRICE), understood("sure", PRICE), "same"),
        (asked("q", "left", PRICE), understood("sure", VISIT), "answered"),
        (asked("q", "doubt", PRICE), understood("doubt", VISIT), "moved"),
        (asked("q", "doubt", PRICE), understood("doubt", PRICE), "same"),
        (asked("q"), Understanding((), {}, "out-of-scope"), "same"),
    ],
)
def test_what_has_become_of_a_question_since(question: Question, now: Understanding, became: str) -> None:
    (one,) = replayed([question], None, Known({"q": now}), NOW)
    assert (one.became, one.then, one.now) == (became, (question.outcome, question.topic), (now.outcome, now.nearest))


def test_what_becomes_of_questions_from_one_content_to_another() -> None:
    questions = [asked("same"), asked("lost"), asked("lost", day="02"), asked("moved"), asked("won")]
    old = Known(
        {"lost": understood("sure", PRICE), "moved": understood("sure", PRICE), "won": understood("doubt", PRICE)}
    )
    new = Known(
        {"lost": understood("doubt", PRICE), "moved": understood("sure", VISIT), "won": understood("sure", PRICE)}
    )
    assert [(one.text, one.became, one.number) for one in replayed(questions, old, new, NOW)] == [
        ("won", "answered", 1), ("lost", "lost", 2), ("moved", "moved", 1), ("same", "same", 1),
    ]  # fmt: skip
    assert replayed(questions[1:2], old, new, NOW) == [
        Replayed("en", "lost", 1, "lost", ("sure", PRICE), ("doubt", PRICE))
    ]


@pytest.mark.parametrize("name", [None, "swap-out", "desknets-web-meeting"])
def test_an_edition_is_asked_beside_the_other_policies(
    library: Library, locales: Path, monkeypatch: pytest.MonkeyPatch, name: str | None
) -> None:
    """The present one too, and by the catalogues of the settings."""
    asked: list[tuple[Settings, Library]] = []
    monkeypatch.setattr("assistant.workbench.gaps.load_matcher", lambda *these: asked.append(these))
    known = settings()
    with ExitStack() as closing:
        matcher_of(known, words_of(locales, "en"), name and library.policies[name].edition, closing)
    ((used, found),) = asked
    assert (used, found.policies.keys()) == (known, library.policies.keys())


QUESTION = "may desknet's NEO operators ride the zeppelin"


@pytest.fixture
def small(tmp_path: Path, content: Path, locales: Path) -> Settings:
    """One policy, some of its phrases, and git over both."""
    shutil.copytree(content / "desknets-web-meeting", tmp_path / "content" / "desknets-web-meeting")
    thinned(shutil.copytree(locales, tmp_path / "locales"))
    return Settings(content=tmp_path / "content", locales=tmp_path / "locales", library=tmp_path / "library")


def test_another_content_is_asked_by_its_own_phrases(small: Settings, library: Library) -> None:
    words = words_of(small.locales, "en")
    top = small.content.parent
    for command in (["init", "-q"], ["add", "content", "locales"],
                    ["-c", "user.name=a", "-c", "user.email=a@b.example", "commit", "-q", "-m", "x"]):  # fmt: skip
        subprocess.run(["git", "-C", str(top), *command], check=True, capture_output=True)
    topic = "desknets-web-meeting/technical-support"
    own = Library(policies={"desknets-web-meeting": library.policies["desknets-web-meeting"]})
    accept(small.locales, own, "en", topic, QUESTION)
    with ExitStack() as closing:
        now = matcher_of(small, words, None, closing)
        then = matcher_of(small, words, "HEAD", closing)
        edition = matcher_of(small, words, library.policies["desknets-web-meeting"].edition, closing)
        assert [one.understand(QUESTION, NOW).outcome for one in (now, edition)] == ["sure", "sure"]
        assert then.understand(QUESTION, NOW).outcome != "sure"
