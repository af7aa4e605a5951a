"""Numbers with their unit, given to the facts that are counted in it."""

import re
from collections.abc import Collection, Iterator, Sequence
from contextlib import suppress
from fractions import Fraction
from itertools import chain

from assistant.errors import Refusal
from assistant.match.exactness import bounded
from assistant.match.known import Known
from assistant.match.lexicon import Lexicon
from assistant.match.markers import Marked
from assistant.match.ranges import instead, torn
from assistant.match.roles import meant
from assistant.match.understanding import Said, Why
from assistant.model.quantity import Quantity, decimals
from assistant.parsing.amounts import AMOUNTS, UNITS, Amount, amounts_said, in_own_unit, unit_of
from assistant.parsing.plain import plain
from assistant.parsing.speech import Heard
from assistant.vocabulary.facts.money import MoneyFact
from assistant.vocabulary.facts.number import NumberFact, WholeNumberFact

MOST_AMOUNTS = 12
"""A text with more amounts is no question, and tells none of them."""
NOUN = re.compile(r"[\u30a1-\u30fa\u30fc\u3400-\u9fff]{2}$")
SPOKEN = 3
"""A sentence of so many words says something."""
LENGTHS = {"m", "cm", "km"}


def quantities(
    marked: Marked, rest: Heard, known: Known, asked: Sequence[str], named: Collection[int]
) -> Iterator[Said]:
    """
    The facts of numbers and of money that a text states; `rest` is the text with days and times blanked out.

    A fact of `asked` takes a number of its unit that it alone is counted in; any other only beside its cues. One that
    stands without a cue in a sentence of its own may count something else, and so may one right behind a noun, as in
    *founded 15 years*, save that of an option, which ends at one of `named`.
    """
    facts, cues = known.facts, known.cues
    numbered = {n: fact for n, fact in facts.items() if isinstance(fact, NumberFact | WholeNumberFact) and fact.unit}
    own = {unit_of(rest.speech, fact) for fact in numbered.values()}
    units = sorted(unit for unit in own if not rest.speech.words(f"{UNITS}.{unit}"))
    amounts = amounts_said(rest, units)
    beside = [span[:2] for name in numbered if name in cues for span in marked.spans(cues[name])]
    amounts = [] if len(amounts) > MOST_AMOUNTS else list(_with_alternatives(marked, rest, amounts, beside))
    begun = {one.start for one in amounts}
    further = {one.end for one in rest.find(AMOUNTS) if "further" in one.gaps}
    lengths = {name for name, fact in numbered.items() if fact.unit and fact.unit.source in LENGTHS}
    told = {name: in_own_unit(rest, amounts, fact) for name, fact in numbered.items()}
    told |= {name: list(_paid(rest, fact)) for name, fact in facts.items() if isinstance(fact, MoneyFact)}
    for name, values in told.items():
        for start, end, figures in values if len(values) <= MOST_AMOUNTS else ():
            rivals = [other for other in told if (start, end) in {(s, e) for s, e, _ in told[other]}]
            # Words of another length tell that it is not this one: *40 m away* is no height.
            others = lengths.difference(rivals) if name in lengths else set[str]()
            owner = meant(marked, start, end, {one: cues[one] for one in (*rivals, *others) if one in cues}, ())
            cued = owner.fact if owner else None
            here = [other for other in rivals if other in asked]
            if cued == name if cued in (*here, *others) or not here else here == [name]:
                why = _why(marked, start, end, cues[name] if cued == name else None, named)
                why = why or ("open" if not figures or torn(rest, start, end, begun) else None)
                of_other = _of_thing(marked, start, end, name, known) or (
                    name not in lengths and name in cues and _of_what_follows(marked, start, end, name, known, named)
                )
                yield Said(name, figures, start, end, "other" if of_other else "limit" if end in further else why)


def _with_alternatives(
    marked: Marked, rest: Heard, amounts: Sequence[Amount], beside: Sequence[tuple[int, int]]
) -> Iterator[Amount]:
    """
    The amounts, and bare numbers that share the unit of one: joined to it, or behind it in its sentence and right
    `beside` a word of a fact that is counted: *48 km straight, but 52 by road*.
    """
    yield from amounts
    for one in amounts:
        joined = instead(marked, rest, one.start, one.end, "measure.range_to")
        bare = instead(marked, rest, one.start, one.end, "measure.or_bare")
        # Of two bare numbers the lesser stands first: *two, three years*, not *licence 9500, 3 years*.
        lesser = (two for two in bare if two[1] <= one.start and Fraction(two[2]) < one.number)
        further = _bare(marked, rest, one.end, beside)
        for start, end, figures in chain(joined, lesser, further):
            if not any(start < other.end and other.start < end for other in amounts):
                yield one._replace(start=start, end=end, number=Fraction(figures))


def _bare(marked: Marked, rest: Heard, first: int, beside: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int, str]]:
    """The numbers behind a place in its sentence right before one of these, or behind it where their clause ends."""
    for found in rest.speech.patterns["count"].finditer(rest.spoken.signs, first, marked.sentence(first, first)[1]):
        (start, end), (left, right) = found.span(), marked.clause(*found.span())
        ahead = any(left <= one and stop <= start and not marked.gap(stop, start) for one, stop in beside)
        near = any(end <= one < right and not marked.gap(end, one) for one, _ in beside)
        figures = rest.figures(found) if near or (ahead and not marked.gap(end, right)) else None
        if figures:
            yield start, end, figures


def _of_thing(marked: Marked, start: int, end: int, name: str, known: Known) -> bool:
    """Does a thing stand beside it that another fact is about: *five year warranty*, *the warranty is 5 years*?"""
    label, left = plain(known.facts[name].label.source), marked.clause(start, end)[0]
    return any(
        (thing.start >= end and not marked.text[end : thing.start].strip(" -'s"))
        or (left <= thing.start < thing.end <= start and not marked.gap(thing.end, start))
        for frame in known.frames
        if frame.fact != name and frame.there
        for thing in marked.spans(frame.things)
        if thing.word not in label
    )


def _of_what_follows(marked: Marked, start: int, end: int, name: str, known: Known, named: Collection[int]) -> bool:
    """Does it belong, with a hyphen, to a word behind it that is no option nor known to the fact: *36-month lease*?"""
    right = marked.clause(start, end)[1]
    alone = "-" not in marked.text[start:end] or not marked.gap(end, right)
    if alone or any(end < one and marked.gap(end, one) <= 1 for one in named):
        return False
    label = plain(known.facts[name].label.source)
    own = [one for one in marked.spans(known.cues[name]) if one.start >= end]
    things = [thing for frame in known.frames for thing in frame.things.spans(marked.text, marked.signs)]
    own += [thing for thing in things if thing.start >= end and thing.word in label]
    return not any(one.start < right and marked.gap(end, one.start) <= 1 for one in own)


def _why(marked: Marked, start: int, end: int, cues: Lexicon | None, named: Collection[int]) -> Why | None:
    """Why it is not simply so much, where its clause says what it is by these `cues`, or else where it stands alone."""
    own = cues is not None and marked.holds(cues, *marked.clause(start, end))
    return bounded(marked, start, end, own) or (None if cues else _alone(marked, start, end, named))


def _alone(marked: Marked, start: int, end: int, named: Collection[int]) -> Why | None:
    """A number in a sentence that says something of its own, before another one that asks, may count anything."""
    if NOUN.search(marked.text[:start]) and start not in named:
        return "other"
    left, right = marked.clause(start, end)
    if marked.gap(left, start) + marked.gap(end, right) < SPOKEN:
        return None
    return "other" if marked.sentence(start, end)[1] < len(marked.text.rstrip(" ?.")) else None


def _paid(heard: Heard, fact: MoneyFact) -> Iterator[tuple[int, int, str]]:
    """The amounts in a fact's currency, with its sign, its name or its code beside them, as canonical text."""
    words = (*heard.speech.words(f"numbers.money.{fact.currency}"), fact.currency.casefold())
    names = "|".join(sorted(map(re.escape, words), key=len, reverse=True))
    for found in heard.speech.patterns["count"].finditer(heard.spoken.signs):
        before = re.search(rf"(?<![a-z])(?:{names})\s?$", heard.spoken.text[: found.start()])
        behind = re.match(rf"\s?(?:{names})(?![a-z0-9])", heard.spoken.text[found.end() :])
        figures = heard.figures(found)
        if figures is not None and (before or behind) and len(figures.partition(".")[2]) <= decimals(fact.currency):
            amount = str(Quantity(Fraction(figures), fact.currency))
            start, end = before.start() if before else found.start(), found.end() + (behind.end() if behind else 0)
            with suppress(Refusal):
                fact.read(amount)
                yield start, end, amount
