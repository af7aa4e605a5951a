"""A question in someone's own words: which topic and aspect it is about, and what it states."""

import datetime as dt
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from zoneinfo import ZoneInfo

from assistant.match.asked import facts_asked
from assistant.match.aspect import aspect_of
from assistant.match.index import Index
from assistant.match.places import Stated
from assistant.match.ranking import Match, Phrase
from assistant.match.stated import facts_stated
from assistant.match.terms import Terms
from assistant.match.understanding import Found, Understanding
from assistant.match.wordings import Wording, telling, wordings_of
from assistant.model.fact import Choice
from assistant.model.policy import Library, Policy
from assistant.model.topic import Topic

SHOWN = 5
NAMED, TIMES = 18.0, 1.5
"""What another topic must score to be named besides the question's own, and how many times the next one's score."""


@dataclass(frozen=True, slots=True)
class Matcher:
    """Understands questions about one library. Build it once; it keeps no state between questions."""

    library: Library
    index: Index
    wordings: Mapping[str, tuple[Wording, ...]]
    asked: Mapping[str, tuple[str, ...]]

    @classmethod
    def build(
        cls,
        library: Library,
        phrases: Mapping[str, Sequence[Phrase]],
        translations: Mapping[str, Sequence[str]] | None = None,
        terms: Terms | None = None,
    ) -> "Matcher":
        """
        From search phrases by `policy/topic` (and by `out-of-scope`).

        `translations` are the renderings of sentences by their context, so that options are known in every language;
        `terms` are the names of things.
        """
        rendered = translations or {}
        wordings = {one.id: wordings_of(one.facts, rendered) for one in library.policies.values()}
        asked = {name: facts_asked(policy, topic) for name, (policy, topic) in library.topics.items()}
        own = {
            name: _telling(policy, topic, wordings[policy.id], asked, rendered)
            for name, (policy, topic) in library.topics.items()
        }
        return cls(library, Index.build(phrases, terms), own, asked)

    def understand(self, text: str, now: dt.datetime) -> Understanding:
        """
        What is asked, of the first 500 characters.

        `now` is the moment of asking: with a zone it is set to the policy's clock, without one it stands on it already.
        """
        ranking = self.index.rank(text)
        if ranking.outcome == "out-of-scope":
            return Understanding((), {}, ranking.outcome, (), ranking)
        matches = tuple(self._found(text, match) for match in ranking.matches[:SHOWN])
        stated = self.stated(text, matches[0], now)
        facts = {**self._topics_named(ranking.matches), **{one.fact: one.value for one in stated}}
        return Understanding(matches, facts, ranking.outcome, stated, ranking)

    def _topics_named(self, matches: Sequence[Match]) -> dict[str, str]:
        """Choices among the policy's own topics: the one that the question is clearly about besides its own topic."""
        policy, topic = self.library.topics[matches[0].id]
        found = {}
        for name in self.asked[matches[0].id]:
            fact = policy.facts[name]
            if isinstance(fact, Choice) and topic.id not in fact.options:
                ids = {f"{policy.id}/{option}" for option in fact.options if option in policy.topics}
                scored = [match for match in matches if match.id in ids]
                second = scored[1].score if len(scored) > 1 else 0.0
                if scored and scored[0].score >= max(NAMED, TIMES * second):
                    found[name] = scored[0].id.partition("/")[2]
        return found

    def _found(self, text: str, match: Match) -> Found:
        policy, topic = self.library.topics[match.id]
        return Found(policy.id, topic.id, aspect_of(text, topic.aspects), match.score, match.phrase, match.words)

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
