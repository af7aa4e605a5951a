"""Search phrases in the workshop: each with the topic that it leads to, once that was tried in the background."""

from collections.abc import Callable
from pathlib import Path

import pytest

from assistant.match.ranking import OUT_OF_SCOPE, Phrase
from assistant.model.policy import Library
from assistant.web import late
from assistant.workbench.evaluation.measurement import LeftOut
from assistant.workbench.preview.views import Shelf, TopicTried, topics_tried
from tests.conftest import words_of
from tests.workbench.preview.previewed import POLICY, Bench, seen

KEY, OTHER = f"{POLICY}/key-reissue", f"{POLICY}/renewal"
STRAY = "how to renew the contract period of the certificate"


class AtOnce:
    """A thread that is done as soon as it has started."""

    def __init__(self, target: Callable[[], None], daemon: bool) -> None:
        self.start = target

    def join(self, seconds: float) -> None:
        """Nobody waits."""

    def is_alive(self) -> bool:
        """It is done."""
        return False


class Never(AtOnce):
    """A thread that is never done."""

    def __init__(self, target: Callable[[], None], daemon: bool) -> None:
        super().__init__(lambda: None, daemon)

    def is_alive(self) -> bool:
        """It goes on."""
        return True


Shown = Callable[[list[LeftOut] | None], dict[str, TopicTried]]


@pytest.fixture
def tried(library: Library, locales: Path) -> Shown:
    """What the workshop shows of two phrases of a topic and one that is refused, by topic."""
    one = Library(policies={POLICY: library.policies[POLICY]})
    said = {KEY: ("lost key", STRAY), OUT_OF_SCOPE: ("the weather",)}

    def show(asked: list[LeftOut] | None) -> dict[str, TopicTried]:
        topics = topics_tried(one, said, asked, Shelf("en", ()), words_of(locales, "en"))
        return {topic.name: topic for topic in topics}

    return show


def test_a_phrase_that_leads_elsewhere_comes_first_with_where_it_leads(tried: Shown) -> None:
    asked = [LeftOut(KEY, Phrase("lost key", "en"), KEY), LeftOut(KEY, Phrase(STRAY, "en"), OTHER)]
    shown = tried(asked)
    assert [(one.text, one.found) for one in shown[KEY].phrases] == [(STRAY, False), ("lost key", True)]
    assert shown[KEY].phrases[0].leads_to == shown[OTHER].title
    assert (shown[KEY].missed, shown[OTHER].missed) == (1, 0)


def test_a_phrase_that_leads_nowhere_is_lost(tried: Shown) -> None:
    first = tried([LeftOut(KEY, Phrase(STRAY, "en"), None)])[KEY].phrases[-1]
    assert (first.text, first.found, first.leads_to) == (STRAY, False, None)


def test_nothing_is_said_of_phrases_while_they_are_tried(tried: Shown) -> None:
    shown = tried(None)
    assert [(one.text, one.found) for one in shown[KEY].phrases] == [("lost key", None), (STRAY, None)]
    assert shown[KEY].missed == 0


def test_what_must_be_refused_leads_nowhere_and_is_never_lost(tried: Shown) -> None:
    refused = tried([])[OUT_OF_SCOPE]
    assert [(one.text, one.found, one.leads_to) for one in refused.phrases] == [("the weather", None, None)]


def test_the_page_says_that_phrases_are_being_tried(bench: Bench, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(late, "Thread", Never)
    assert "loads again by itself" in seen(bench.page("/en/preview/en/phrases"))
    assert bench.client.get("/en/preview/en/phrases").headers["refresh"]


def test_search_phrases_tell_which_of_them_miss_their_topic(bench: Bench, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(late, "Thread", AtOnce)
    bench.message(f"questions:{KEY}", lambda message: f'{message}\n"\\n"\n"{STRAY}"', "en/questions.po")
    page = bench.page("/en/preview/en/phrases")
    lost = next(one for one in page.all("li") if STRAY in one.text)
    assert lost.attributes["class"] == "lost"
    assert "leads to" in lost.text
    assert sum(one.attributes.get("class") == "found" for one in page.all("li")) > 20
