"""The answers that are still possible when something is not known, what each depends on, and what to find out."""

import datetime as dt
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from assistant.decide import Needs, Value
from assistant.decide.exploration import Differences, Explored, Leaf, agreed, announced_of, deciding, questions
from assistant.decide.neighbours import neighbours, size
from assistant.decide.settled import with_reason
from assistant.i18n.fill import Rendered
from assistant.i18n.formats import format_list
from assistant.present.answer.counting import counts, foreseen
from assistant.present.answer.explanation import explained
from assistant.present.answer.headlines import hours_of_day, reason, said
from assistant.present.answer.standing import announced_views
from assistant.present.people import ContactView
from assistant.present.place import PlaceView
from assistant.present.policy.contacts import contacts_of, led_to
from assistant.present.procedures import next_steps
from assistant.present.question import QuestionView, not_known, place_view, question_view
from assistant.present.sentences import MAY_BE_CLOSED, TONES, headline
from assistant.present.views import CaveatView, CitationView, GivenView, ProcedureView, Tone, ValueView
from assistant.present.writer import Writer
from assistant.vocabulary.conditions.order import After, AtLeast, AtMost, Order
from assistant.vocabulary.wording import Label, Worth

MOST_TEXTS = 6
"""More sentences than these say less than the verdicts alone."""
MOST_OPTIONS = 5
ORDER: tuple[Tone, ...] = ("yes", "maybe", "plain", "no")
"""What people hope for stands first."""
Group = tuple[str, Rendered]


@dataclass(frozen=True, slots=True)
class PossibleView:
    """
    An answer that is still possible: `where` must hold for it; it, its dates or reason also rest on `depends`, which
    the sentence `remark` says, where `text` does not.
    """

    text: Rendered
    verdict: str
    tone: Tone
    where: tuple[str, ...]
    depends: str
    remark: str


@dataclass(frozen=True, slots=True)
class OpenView:
    """
    No answer yet, as far as it can be told: what is possible, what was said and what is not known.

    `settled` where every way leads to the same. `ask` is the fact to ask for next, with its `question`; None where none
    would decide more but those in `find_out`, the label of the one unknown thing that decides most. `whole` is false
    where there may be more than is listed.
    """

    place: PlaceView
    headline: Rendered
    possible: tuple[PossibleView, ...]
    settled: bool
    whole: bool
    ask: str | None
    question: QuestionView | None
    find_out: GivenView | None
    unknown: tuple[GivenView, ...]
    cites: tuple[CitationView, ...]
    caveats: tuple[CaveatView, ...]
    hours: bool
    """Whether the headline says from when to when a door is open on the day asked about."""
    counted: tuple[ValueView, ...]
    """How many working days are counted to each date that is possible, where no sentence of these says it."""
    next_steps: ProcedureView | None
    """What to begin with whatever comes out."""
    contacts: tuple[ContactView, ...]
    """Whom to reach: those that these steps lead to, else those of the first answer's, or the topic's; else all."""
    unnamed: bool
    """Whether none of these steps leads to anybody whom the document names."""


def open_view(writer: Writer, needs: Needs, found: Explored, unknown: Collection[str],
              now: dt.datetime) -> OpenView:  # fmt: skip
    """What can be said after `needs` when these facts are not known; `found` is what was explored."""
    found = with_reason(writer.policy, found)
    settled = agreed(writer.policy, found)
    groups = _grouped(writer, found.leaves)
    differences = Differences(writer.policy, needs, found)
    shared = [() if settled else differences.names(mine) for mine in groups.values()]
    parts = [Part(writer, needs, found.leaves, *one) for one in zip(groups.values(), shared, strict=True)]
    possible = tuple(part.view(text) for (_, text), part in zip(groups, parts, strict=True))
    counted = counts(writer, [leaf.answer for leaf in found.leaves])
    ask = None if settled else _next(found, unknown)
    most = None if settled or ask else deciding(found.leaves, lambda name: name in unknown)
    hours = hours_of_day(writer, found.leaves) if (ahead := needs.on >= writer.here(now).date()) else None
    cited = dict.fromkeys(clause for leaf in found.leaves for clause in leaf.answer.cites)
    possible = tuple(sorted(possible, key=lambda one: ORDER.index(one.tone)))
    ways = [*dict.fromkeys(one for leaf in found.leaves if (one := leaf.answer.rule.next))]
    first = _first(writer, needs, ways, found.given) if ahead else None
    leading = [first.id] if first else ways[:1] or writer.policy.topics[needs.topic].procedures
    return OpenView(
        place=place_view(writer, needs.topic, needs.aspect, needs.on, now),
        headline=hours or _headline(writer, found.leaves, possible),
        hours=hours is not None,
        possible=possible, settled=settled, whole=found.whole, ask=ask,
        question=question_view(writer, ask) if ask else None,
        find_out=not_known(writer, most) if most else None,
        unknown=tuple(not_known(writer, name) for name in writer.policy.facts if name in unknown),
        cites=writer.cite(cited) if settled else (),
        counted=() if any(part.undated(text) for (_, text), part in zip(groups, parts, strict=True)) else counted,
        next_steps=first, contacts=contacts_of(writer, now, leading), unnamed=not led_to(writer, leading),
        caveats=tuple(announced_views(writer, announced_of(found.leaves))),
    )  # fmt: skip


def _first(writer: Writer, needs: Needs, ways: Sequence[str], known: Mapping[str, Value]) -> ProcedureView | None:
    """
    What to do first of what the possible answers lead to, without the steps for other cases than what is known: what
    the topic is there for, or the only thing. Where they lead to several others, nobody knows which.
    """
    own = [one for one in writer.policy.topics[needs.topic].procedures if one in ways]
    own = own or [*(ways if len(ways) == 1 else ())]
    return next_steps(writer, needs.topic, own[0], known, needs.on) if own else None


def _headline(writer: Writer, leaves: Sequence[Leaf], possible: Sequence[PossibleView]) -> Rendered:
    """The one that is possible; that it is a no, in no word of one alone, where all are; else how many there are."""
    if len(possible) == 1:
        return possible[0].text
    if all(one.tone == "no" for one in possible):
        plain = [leaf for leaf in leaves if not leaf.answer.rule.in_a_word] or leaves
        return _plain(writer, max(plain, key=lambda leaf: leaf.answer.verdict in ("payable", "not-covered")))
    return writer.words.plural("{count} answer is still possible", "{count} answers are still possible", len(possible))


def _next(found: Explored, unknown: Collection[str]) -> str | None:
    """The question to ask next: the one that decides most, else the engine's own where not all could be walked."""
    ask = deciding(found.leaves, lambda name: name not in unknown)
    if ask or found.whole:
        return ask
    return next((name for name in (found.first, *questions(found.leaves)) if name not in unknown), None)


def _grouped(writer: Writer, leaves: Sequence[Leaf]) -> dict[Group, list[Leaf]]:
    """The leaves by the sentence that people see: the answer's own where it says nothing made up, and not too many."""
    groups = _by(_own, writer, leaves)
    return groups if len(groups) <= MOST_TEXTS else _by(_plain, writer, leaves)


def _by(
    sentence: Callable[[Writer, Leaf], Rendered], writer: Writer, leaves: Sequence[Leaf]
) -> dict[Group, list[Leaf]]:
    groups: dict[Group, list[Leaf]] = {}
    for leaf in leaves:
        groups.setdefault((leaf.answer.verdict, sentence(writer, leaf)), []).append(leaf)
    return groups


def _own(writer: Writer, leaf: Leaf) -> Rendered:
    answer = leaf.answer
    invented = any(not isinstance(value, str) for value in leaf.tried.values())
    source = answer.rule.answer.source if answer.rule.answer else ""
    filled = "{" in source or (not source and answer.dates)
    return _plain(writer, leaf) if invented and filled else said(writer, answer)


def _plain(writer: Writer, leaf: Leaf) -> Rendered:
    """What the rule says in a word, or else the verdict's own sentence: neither has a date."""
    answer = leaf.answer
    if answer.rule.in_a_word:
        return writer.text(answer.rule.in_a_word)
    told = headline(answer.aspect, answer.verdict, {})
    if answer.verdict == "open" and answer.announced:
        told = MAY_BE_CLOSED
    return writer.words.say(told, on=writer.day(answer.on), moment=writer.day(answer.on))


class Part:
    """The leaves of one possible answer among all."""

    def __init__(self, writer: Writer, needs: Needs, leaves: Sequence[Leaf], mine: Sequence[Leaf],
                 bearing: Sequence[str]) -> None:  # fmt: skip
        self.writer, self.leaves, self.mine = writer, leaves, mine
        self.neighbours = neighbours(writer.policy, needs.topic, needs.aspect)
        self._bearing = {name: self._condition(name) for name in bearing}

    def view(self, text: Rendered) -> PossibleView:
        """
        This answer with what must hold for it, and what else decides it, or its dates, numbers and reason. Instead of a
        date that cannot be known its sentence says how many days are counted, else what the date depends on.
        """
        say, answer, tried = self.writer.words.say, self.mine[0].answer, self.mine[0].tried
        where = tuple(sentence for sentence in self._bearing.values() if sentence)
        names = [self.writer.label(name) for name, sentence in self._bearing.items() if not sentence]
        depends = format_list(names, self.writer.language) if names else ""
        undated = self.undated(text)
        depending = say("Still needed: {label}", label=depends) if depends else None
        if not tried or not (depending or where or answer.rule.say.gaps - ({"on", *answer.facts} - tried.keys())):
            depending = reason(self.writer, answer)
        remark = depending
        if undated:
            told, others = foreseen(self.writer, [leaf.answer for leaf in self.mine])
            if told:
                text = format_list(told, self.writer.language)
                if others and remark:
                    remark = say("{value} ({label})", value=format_list(others, self.writer.language), label=remark)
            elif remark:
                text, remark = remark, None
        return PossibleView(text, answer.verdict, TONES[answer.verdict], where, depends, remark or "")

    def undated(self, text: Rendered) -> bool:
        """Whether the sentence of this answer would name a date that cannot be known."""
        return self.mine[0].answer.verdict == "dated" and text == _plain(self.writer, self.mine[0])

    def _condition(self, name: str) -> str:
        every, here = ({leaf.tried[name] for leaf in some if name in leaf.tried} for some in (self.leaves, self.mine))
        if not self.writer.policy.facts[name].choices():
            return self._range(name, here, every - here)
        return self._options(name, {str(value) for value in here}) if here != every else ""

    def _options(self, name: str, here: Collection[str]) -> str:
        words, label = self.writer.words, self.writer.label(name)
        chosen = {option for group in self.neighbours.alike(name) if group[0] in here for option in group}
        ids = [option for option in self.writer.policy.facts[name].choices() if option in chosen]
        rest = len(ids) - MOST_OPTIONS
        if rest <= 1:
            return words.say("{label}: {value}", label=label, value=self.writer.choices(tuple(ids), name))
        named = [self.writer.name(id_, name) for id_ in ids[:MOST_OPTIONS]]
        # NOTE: Behind options of a question: gold, silver, or one of 3 others
        others = words.plural("{count} other", "one of {count} others", rest)
        return words.say("{label}: {value}", label=label, value=format_list([*named, others], words.language, "or"))

    def _range(self, name: str, here: Collection[Value], rest: Collection[Value]) -> str:
        """From where on, or up to where, the values here lie; nothing where they lie among the rest."""
        if not rest or any(isinstance(value, dt.datetime | str) for value in here):
            return ""
        mine, other = sorted(here, key=size), sorted(rest, key=size)
        if size(mine[-1]) < size(other[0]):
            return self._said(name, AtMost, mine[-1])
        if size(mine[0]) > size(other[-1]):
            odd = isinstance(mine[0], Decimal) and mine[0] % 1
            return self._said(name, After, other[-1]) if odd else self._said(name, AtLeast, mine[0])
        return ""

    def _said(self, name: str, way: type[Order], value: Value) -> str:
        days = isinstance(value, dt.date)
        return explained(self.writer, way.worded(Label(name), Worth(value, name), days))
