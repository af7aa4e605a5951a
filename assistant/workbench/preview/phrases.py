"""The search phrases of one language by topic, with the topic that each leads to when the index does not have it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from assistant.i18n.fill import Rendered
from assistant.i18n.questions import OUT_OF_SCOPE, PREFIX
from assistant.i18n.words import Words
from assistant.matching import by_topic
from assistant.model.policy import Library
from assistant.workbench.catalogues.messages import Kept
from assistant.workbench.preview.stage import Stage
from assistant.workbench.preview.views import Shelf

if TYPE_CHECKING:
    from assistant.workbench.evaluation.measurement import LeftOut


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


def topics_tried(library: Library, phrases: Mapping[str, Sequence[str]], tried: "Sequence[LeftOut] | None",
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


def tried(stage: Stage) -> "tuple[LeftOut, ...] | None":
    """What came of each search phrase; `None` while they are being read, in the background."""
    late = stage.matcher
    if late.made is None and not late.missing:
        late.begin()
    if late.made is None:
        return None
    # Its index needs a library for arrays, which is slow to import.
    from assistant.match.question import Matcher
    from assistant.workbench.evaluation.measurement import left_out

    phrases = by_topic(stage.texts.phrases, stage.library)
    return tuple(left_out(late.made.index, phrases)) if isinstance(late.made, Matcher) else None
