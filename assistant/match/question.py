"""A question in someone's own words: which topic and aspect it is about, and what it states."""

import datetime as dt
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from zoneinfo import ZoneInfo

from assistant.match.asked import facts_asked
from assistant.match.aspect import Cues, aspect_of
from assistant.match.index import Index
from assistant.match.places import Stated
from assistant.match.ranking import Match, Phrase
from assistant.match.stated import facts_stated
from assistant.match.terms import Terms
from assistant.match.understanding import Found, Understanding
from assistant.match.wordings import Wording, telling, wordings_of
from assistant.model.policy import Library, Policy
from assistant.model.rule import Aspect
from assistant.model.topic import Topic
from assistant.vocabulary.facts.choice import Choice

SHOWN = 5


@dataclass(frozen=True, slots=True)
class Matcher:
    """Understands questions about one library. Build it once; it keeps no state between questions."""

    library: Library
    index: Index
    wordings: Mapping[str, tuple[Wording, ...]]
    asked: Mapping[str, tuple[str, ...]]
    cues: Cues

    @classmethod
    def build(
        cls,
        library: Library,
        phrases: Mapping[str, Sequence[Phrase]],
        translations: Mapping[str, Sequence[str]] | None = None,
        terms: Terms | None = None,
        cues: Cues | None = None,
    ) -> "Matcher":
        """
        From search phrases by `policy/topic` (and by `out-of-scope`); `terms` are the names of things.
        """
        return cls.over(library, Index.build(phrases, terms), translations or {}, cues or Cues({}))

    @classmethod
    def over(cls, library: Library, index: Index, rendered: Mapping[str, Sequence[str]], cues: Cues) -> "Matcher":
        """
        Over an index of the library's topics.

        `rendered` are the renderings of sentences by their context, so that options are known in every language; `cues`
        the words that tell the aspects apart.
        """
        wordings = {one.id: wordings_of(one.facts, rendered) for one in library.policies.values()}
        asked = {name: facts_asked(policy, topic) for name, (policy, topic) in library.topics.items()}
        own = {
            name: _telling(policy, topic, wordings[policy.id], asked, rendered)
            for name, (policy, topic) in library.topics.items()
        }
        return cls(library, index, own, asked, cues)

    def understand(self, text: str, now: dt.datetime) -> Understanding:
        """
        What is asked, of the first 500 characters.

        `now` is the moment of asking: with a zone it is set to the policy's clock, without one it stands on it already.
        """
        ranking = self.index.rank(text)
        if ranking.outcome == "out-of-scope":
            return Understanding((), {}, ranking.outcome, (), ranking)
        said = self.cues.said(text)
        matches = tuple(self._found(said, match) for match in ranking.matches[:SHOWN])
        stated = self.stated(text, matches[0], now)
        facts = {one.fact: one.value for one in stated}
        return Understanding(matches, facts, ranking.outcome, stated, ranking)

    def _found(self, said: Sequence[Aspect], match: Match) -> Found:
        policy, topic = self.library.topics[match.id]
        aspect = aspect_of(said, topic.aspects)
        return Found(policy.id, topic.id, aspect, match.score, match.phrase, match.words)

    def stated(self, text: str, found: Found, now: dt.datetime) -> tuple[Stated, ...]:
        """The facts that the text states, and where, if this is what it is about."""
        policy = self.library.policies[found.policy]
        if now.tzinfo:
            now = now.astimezone(ZoneInfo(policy.about.time_zone)).replace(tzinfo=None)
        topic = f"{found.policy}/{found.topic}"
        return facts_stated(text, policy.facts, self.asked[topic], self.wordings[topic], now)


def _telling(
    policy: Policy,
    topic: Topic,
    wordings: Sequence[Wording],
    asked: Mapping[str, Sequence[str]],
    translations: Mapping[str, Sequence[str]],
) -> tuple[Wording, ...]:
    """A choice whose options include the topic itself says nothing new; what several topics ask for, any may state."""
    own = {name for name, fact in policy.facts.items() if isinstance(fact, Choice) and topic.id in fact.options}
    counts = Counter(fact for name in policy.topics for fact in asked[f"{policy.id}/{name}"])
    title = (topic.id, topic.title.source, *translations.get(topic.title.context, ()))
    here = [name for name in asked[f"{policy.id}/{topic.id}"] if name not in own]
    return telling(wordings, title, here, [name for name, count in counts.items() if count > 1 and name not in own])
