"""A question in someone's own words: which topic and aspect it is about, and what it states."""

import datetime as dt
from collections.abc import Callable, Collection, Mapping, Sequence, Set
from dataclasses import dataclass, replace
from functools import cache
from zoneinfo import ZoneInfo

from assistant.match.aspect import CLOCK, DAY, Asked, Cues, aspect_of, named, others_of, unanswered
from assistant.match.facts import Facts, end_of_another, facts_of
from assistant.match.index import Index
from assistant.match.known import Known, Spoken, choosing, facts_asked, meaning_of, means_named, of_the_asker
from assistant.match.lexis import Lexis
from assistant.match.mail import Mail
from assistant.match.markers import Marked, Markers
from assistant.match.names import Meanings, Named, Names, Strangers, titles
from assistant.match.ranking import OUT_OF_SCOPE, Match, Outcome, Ranking
from assistant.match.spelling import Spelling
from assistant.match.terms import HIRAGANA
from assistant.match.understanding import Found, Meant, Read, Stated, Understanding
from assistant.match.wordings import spellings_of
from assistant.match.words import CUT
from assistant.model.policy import Library, Policy
from assistant.model.topic import Topic
from assistant.parsing.amounts import AMOUNTS
from assistant.parsing.days import FORMS as DAYS
from assistant.parsing.days import in_full
from assistant.parsing.plain import blanked
from assistant.vocabulary.facts.choice import Choice

SHOWN, MEANT, MOST = 5, 3, 0.5
Renderings = Mapping[str, Sequence[str]]
"""What sentences are in other languages, by their context."""


@dataclass(frozen=True, slots=True)
class Matcher:
    """
    Understands questions about one library. It keeps no state between questions.

    `facts` are what each topic of a policy can be told, made when its first is asked about, `names` what options are
    called, `meanings` the words that are explained.
    """

    library: Library
    topics: Mapping[str, tuple[Policy, Topic]]
    index: Index
    facts: Callable[[str], Mapping[str, Facts]]
    cues: Cues
    names: Names
    strangers: Strangers
    markers: Markers
    spelling: Spelling
    mail: Mail
    meanings: Meanings

    @classmethod
    def over(
        cls, library: Library, index: Index, lexis: Lexis, rendered: Renderings, cues: Cues,
        grammar: Mapping[str, Sequence[str]],
    ) -> "Matcher":  # fmt: skip
        """
        Over an index of the library's topics and the words of its facts.

        By the renderings a topic's title is known in every language; `cues` are the words that tell the aspects apart.
        """
        wordings, markers, ignored, spelling = lexis
        index = replace(index, reader=(reader := index.reader.knowing(spelling.known)))
        spelling = spelling._replace(space=reader.space, known=spelling.known | reader.terms.words)

        @cache
        def facts(name: str) -> Mapping[str, Facts]:
            policy = library.policies[name]
            return facts_of(policy, Known.of(policy.facts, markers, ignored, rendered), wordings[name], rendered)

        short = [*titles(library.policies.values(), rendered)]
        called = (one for policy in library.policies.values() for one in spellings_of(policy.facts, rendered))
        texts = [*(one.text for one in called), *markers.speech.every, *markers.own]
        return cls(
            library,
            library.topics,
            index,
            facts,
            cues.among(markers),
            Names.build(wordings, ignored),
            Strangers(reader, index.evidence.of_topics, texts, short),
            markers,
            spelling,
            Mail.of(grammar),
            Meanings.build(library.policies.values(), rendered, grammar, ignored),
        )

    def understand(self, text: str, now: dt.datetime) -> Understanding:
        """
        What is asked, of the first 500 characters.

        `now` is the moment of asking: with a zone it is set to the policy's clock, without one it stands on it already.
        """
        spoken = Spoken.of(self.mail.spoken(text[:CUT]), self.markers, self.spelling)
        found, word = self._understood(spoken, now), self._word(spoken.marked)
        # Whoever asks what a word means, or whether they have it, asks nothing of the topic that it stands in.
        own = of_the_asker(spoken.marked) and {*self.cues.asked(spoken.marked.text).said} <= {"question"}
        open_ = found.outcome == "sure" and ((word is not None and word.asked) or own)
        outcome: Outcome = "doubt" if open_ else found.outcome
        found = replace(found, word=word, outcome=outcome, means=means_named(spoken)).typed(spoken.respelt)
        asks = named(self.cues.asked(spoken.marked.text))
        return found if asks else found.comparing(lambda one: self.facts(one.policy)[one.topic].asked)

    def _word(self, marked: Marked) -> Meant | None:
        """The word that all of a text but amounts is about, or its first clause where no more is asked for."""
        left, right = next((one for one in marked.breaks if marked.text[: one[0]].strip()), (0, 0))
        text = blanked(marked.text, [(one.start, one.end) for one in marked.heard.find(AMOUNTS)])
        word, rest = self.meanings.meant(text[:left]), marked.text[right:]
        asked = self.cues.asked(rest) if rest.strip() and word and word.asked else None
        if asked and not named(asked) - {"covered"}:
            return word if not asked.said or self.index.rank(rest).outcome != "sure" else None
        return self.meanings.meant(text)

    def _understood(self, spoken: Spoken, now: dt.datetime) -> Understanding:
        names, strange = self.strangers.found(spoken.typed), self.strangers.own(spoken.typed)
        text = self.index.reader.respelt(spoken.marked.text)
        asked = self.cues.asked(text)
        ranking = self._alone(text, asked, self._ranked(spoken.marked, strange, asked.bare), strange)
        if ranking.outcome == OUT_OF_SCOPE and (rest := self.strangers.rest(spoken.typed, spoken.marked.text)):
            others = self.index.rank(rest)
            ranking = replace(others, outcome="doubt") if others.outcome != OUT_OF_SCOPE else ranking
        contacts = self._contacts(spoken.marked, ranking)
        if ranking.outcome == "out-of-scope":
            if called := self.names.alone(spoken.typed):
                return self._about(called, ranking, contacts)
            return Understanding((), {}, ranking.outcome, (), ranking, contacts=contacts)
        matches = self._found(asked, ranking)
        also = self._also(text, asked, ranking)
        outcome: Outcome = "doubt" if also else ranking.outcome
        read = self._told(spoken, matches[:MEANT], also, outcome == "doubt", now, names)
        (policy, topic), facts = self.topics[ranking.matches[0].id], {one.fact: one.value for one in read.stated}
        outcome = "doubt" if end_of_another(matches[:MEANT], facts.keys(), self.facts(policy.id)) else outcome
        if topic.asked:
            asked = asked.beside([one for one in (CLOCK, DAY) if one in topic.asked and (read.on or read.day_open)])
            matches = self._found(asked, ranking, facts.keys() | choosing(policy, {one.topic for one in matches[1:2]}))
        first = matches[0]
        matches[1:1] = [replace(first, aspect=one, plain=True) for one in others_of(asked, topic.aspects, first.aspect)]
        said = named(asked) if asked.bare else ()  # *am I covered*: first the topics that tell whether something is
        matches.sort(key=lambda one: one.topic != first.topic and f"{one.policy}/{one.topic}" not in also)
        matches.sort(key=lambda one: bool(said) and one.aspect not in said)
        return Understanding(
            tuple(matches), facts, outcome, read.stated, ranking, read.offered, contacts, read.on,
            day_open=read.day_open, passed=read.passed, noticed=read.noticed,
        )  # fmt: skip

    def _found(self, asked: Asked, ranking: Ranking, told: Set[str] = frozenset()) -> list[Found]:
        return [_found(asked, match, *self.topics[match.id], told) for match in ranking.matches[:SHOWN]]

    def _ranked(self, marked: Marked, strange: bool, bare: bool) -> Ranking:
        """
        The days of a question do not tell what it is about, but that it is about something here. One that names nothing
        but an aspect is asked back, whatever comes near.
        """
        if bare:
            return self.index.rank(marked.text, bare=True)
        days = [(one.start, one.end) for one in marked.heard.find(DAYS) if in_full(one)]
        ranking = self.index.rank(blanked(marked.text, days), strange)
        whole = self.index.rank(marked.text, strange) if days and ranking.outcome == OUT_OF_SCOPE else ranking
        return replace(ranking, outcome="doubt") if ranking.matches and whole.outcome != ranking.outcome else whole

    def _alone(self, text: str, asked: Asked, ranking: Ranking, strange: bool) -> Ranking:
        """
        Where the sentence that asks, without the story beside it, is surely about something: the same as what the whole
        comes nearest to is sure, and where the whole comes near nothing, it may be meant.
        """
        if ranking.outcome == "sure" or len(asked.places) != 1 or not asked.story:
            return ranking
        alone = self.index.rank(text[slice(*asked.places[0])], strange)
        if alone.outcome != "sure":
            return ranking
        if ranking.outcome == OUT_OF_SCOPE:
            return replace(alone, outcome="doubt")
        return replace(ranking, outcome="sure") if alone.matches[0].id == ranking.matches[0].id else ranking

    def _also(self, text: str, asked: Asked, ranking: Ranking) -> frozenset[str]:
        """The topics that parts of a question are surely about, of the nearest ones of the whole, beside the first."""
        if len(asked.places) < 2:
            return frozenset()
        near = [one.id for one in ranking.matches[1:MEANT]]
        spoken = (text[start:end] for start, end in asked.places)
        parts = (self.index.rank(one) for one in spoken if not self.cues.asked(one).bare)
        return frozenset(one.matches[0].id for one in parts if one.outcome == "sure" and one.matches[0].id in near)

    def _about(self, named: Named, ranking: Ranking, contacts: tuple[str, ...]) -> Understanding:
        """What can be asked about a bare name: first where a topic among others is asked for, then where least is."""
        policy = self.library.policies[named.policy]
        asked = {name: facts_asked(policy, topic) for name, topic in policy.topics.items()}
        choices = choosing(policy, asked.keys())
        order = sorted(asked, key=lambda name: (choices.isdisjoint(asked[name]), len(asked[name])))
        topics = [name for name in order if named.fact in asked[name]]
        found = tuple(Found(policy.id, name, None, 0.0, named.text, ()) for name in topics[:SHOWN])
        stated = (Stated(named.fact, named.option, *named.place),)
        return Understanding(found, {named.fact: named.option}, "doubt", stated, ranking, contacts=contacts)

    def _contacts(self, marked: Marked, ranking: Ranking) -> tuple[str, ...]:
        """The policies whose people are asked for: of the best topic, or all where none is meant."""
        if not marked.of("contact"):
            return ()
        known = [policy.id for policy in self.library.policies.values() if policy.summary.contacts]
        best = ranking.matches[0].id.partition("/")[0] if ranking.outcome != OUT_OF_SCOPE and ranking.matches else ""
        return (best,) if best in known else tuple(known)

    def read(self, text: str, found: Found, now: dt.datetime) -> Read:
        """The facts that the text states and may state, and where, if this is what it is about."""
        spoken = Spoken.of(self.mail.spoken(text[:CUT]), self.markers, self.spelling)
        return self._told(spoken, [found], (), False, now, self.strangers.found(spoken.typed))

    def _told(
        self, spoken: Spoken, near: Sequence[Found], also: Collection[str], doubt: bool, now: dt.datetime,
        names: Mapping[str, bool],
    ) -> Read:  # fmt: skip
        """
        The facts of the first topic, and in `doubt` of others of its policy that are near: a person may choose them. To
        those that are not surely asked `also` an option may be a mere word. That the first topic is itself what a fact
        names tells something only where another asks for it, for which most of its words speak alone.
        """
        first, *others = (one for one in near if one.policy == near[0].policy)
        options = {n: fact for n, fact in self.library.policies[first.policy].facts.items() if isinstance(fact, Choice)}
        taken = {word.typed for word in first.words}
        told = ((one, (word for word in one.words if not HIRAGANA.fullmatch(word.typed))) for one in others)
        more = [one for one, words in told if sum(word.share for word in words if word.typed not in taken) > MOST]
        asked = {name for other in more for name in self.facts(other.policy)[other.topic].asked}
        own = {name for name, fact in options.items() if first.topic in fact.options and name not in asked}
        read = self._read(spoken, first, now, names).without(own)
        for other in others if doubt else ():
            but = own if f"{other.policy}/{other.topic}" in also else options
            read = read.beside(self._read(spoken, other, now, names), but)
        return read

    def _read(self, spoken: Spoken, found: Found, now: dt.datetime, names: Mapping[str, bool]) -> Read:
        zone = self.library.policies[found.policy].about.time_zone
        now = now.astimezone(ZoneInfo(zone)).replace(tzinfo=None) if now.tzinfo else now
        return self.facts(found.policy)[found.topic].read(spoken, now, names, zone, found.aspect)


def _found(asked: Asked, match: Match, policy: Policy, topic: Topic, told: Set[str]) -> Found:
    own = meaning_of(policy, topic, told)
    aspect = aspect_of(asked, topic.aspects, own)
    plain = aspect in named(asked, own) or len(topic.aspects) == 1
    missing = unanswered(asked, topic.aspects, own)
    return Found(policy.id, topic.id, aspect, match.score, match.phrase, match.words, plain, missing)
