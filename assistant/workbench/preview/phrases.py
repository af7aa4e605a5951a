"""The search phrases of one language by topic, with the topic that each leads to when the index does not have it."""

from collections.abc import Mapping, Sequence
from concurrent.futures import Future
from dataclasses import dataclass
from threading import Thread

from assistant.i18n.fill import Rendered
from assistant.i18n.questions import OUT_OF_SCOPE, PREFIX
from assistant.i18n.words import Words
from assistant.match.ranking import Phrase
from assistant.match.terms import Terms
from assistant.matching import by_topic
from assistant.model.policy import Library
from assistant.workbench.catalogues.messages import Kept
from assistant.workbench.evaluation.left_out import LeftOut, left_out
from assistant.workbench.preview.stage import Stage
from assistant.workbench.preview.views import Shelf


@dataclass(frozen=True, slots=True)
class PhraseView:
    """A phrase, whether it finds its own topic, and the title that it leads to otherwise: `None` where to none."""

    text: str
    found: bool | None
    leads_to: Rendered | None


@dataclass(frozen=True, slots=True)
class TopicTried:
    """A topic's phrases, those that miss it first; `kept` is the message that holds them."""

    name: str
    title: Rendered
    kept: Kept | None
    phrases: tuple[PhraseView, ...]

    @property
    def missed(self) -> int:
        """How many lead elsewhere."""
        return sum(one.found is False for one in self.phrases)


def topics_tried(library: Library, phrases: Mapping[str, Sequence[str]], tried: Sequence[LeftOut] | None,
                 shelf: Shelf, words: Words) -> list[TopicTried]:  # fmt: skip
    """Every topic; `tried` is what came of the phrases, `None` while that is not known."""
    first = {(one.id, one.phrase.text): one.first for one in tried or () if one.phrase.language == shelf.language}
    titles = {name: words.text(topic.title, policy.about.language) for name, (policy, topic) in library.topics.items()}
    entries = {one.context: one for one in shelf.messages if one.domain == "questions"}
    topics = []
    for name, title in titles.items():
        shown = [_view(name, text, first, titles, tried is not None) for text in phrases.get(name, ())]
        shown.sort(key=lambda one: one.found is not False)
        topics.append(TopicTried(name, title, entries.get(PREFIX + name), tuple(shown)))
    refused = tuple(PhraseView(text, None, None) for text in phrases.get(OUT_OF_SCOPE, ()))
    title = Rendered(words.say("Questions that no topic answers"), words.language.id)
    return [*topics, TopicTried(OUT_OF_SCOPE, title, entries.get(OUT_OF_SCOPE), refused)]


def _view(name: str, text: str, first: Mapping[tuple[str, str], str | None], titles: Mapping[str, Rendered],
          known: bool) -> PhraseView:  # fmt: skip
    if not known:
        return PhraseView(text, None, None)
    leads_to = first.get((name, text))
    return PhraseView(text, leads_to == name, titles.get(leads_to) if leads_to and leads_to != name else None)


class Trials:
    """
    Whether each search phrase finds its own topic when the index does not have it.

    That takes seconds, so it is tried in the background, once for the same phrases.
    """

    def __init__(self) -> None:
        self._phrases: Mapping[str, list[Phrase]] | None = None
        self._tried: Future[tuple[LeftOut, ...]] = Future()

    def of(self, stage: Stage) -> tuple[LeftOut, ...] | None:
        """What came of it; `None` while it is being tried."""
        phrases = by_topic(stage.texts.phrases, stage.library)
        if phrases != self._phrases:
            self._phrases, self._tried = phrases, Future()
            Thread(target=_try, args=(self._tried, phrases, stage.texts.terms), daemon=True).start()
        return self._tried.result() if self._tried.done() else None


def _try(tried: "Future[tuple[LeftOut, ...]]", phrases: Mapping[str, list[Phrase]], terms: Terms) -> None:
    try:
        tried.set_result(tuple(left_out(phrases, terms)))
    except Exception as error:
        tried.set_exception(error)
