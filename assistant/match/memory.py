"""What a text says of a fact and then that it does not know it, or that nothing came of it."""

from collections.abc import Iterable, Iterator, Mapping

from assistant.match.lexicon import Entry, Lexicon
from assistant.match.markers import SHORT, Marked
from assistant.match.understanding import Said
from assistant.match.words import is_japanese
from assistant.parsing.plain import plain
from assistant.vocabulary.fact import Fact
from assistant.vocabulary.facts.choice import YesNo
from assistant.vocabulary.facts.moment import DayFact, MomentFact, TimeFact
from assistant.vocabulary.facts.number import WholeNumberFact

DATED = DayFact, MomentFact, TimeFact, WholeNumberFact
"""Their cues are common words: what is not known of them is when, or how long."""
SHORTEST, ENDING = 3, 3
"""Words of letters name a fact from so many on; of one without blanks the last signs do."""


def names_of(facts: Mapping[str, Fact], labels: Mapping[str, Iterable[str]]) -> dict[str, Lexicon]:
    """What names each fact that is no yes-no: its cues, or else how its `labels` in all languages end."""
    found = {}
    for name, fact in ((one, fact) for one, fact in facts.items() if not isinstance(fact, YesNo)):
        words = map(plain, fact.words) if fact.cues else (_ending(plain(one)) for one in labels[name])
        long = [f"{word}*" for word in words if len(word) > SHORTEST or not word.isascii()]
        found[name] = Lexicon.build(map(Entry.line, long))
    return found


def _ending(label: str) -> str:
    """The noun of a label."""
    return label[-ENDING:] if is_japanese(label[-1:] or " ") else label.rpartition(" ")[2]


def forgotten(
    marked: Marked, found: Iterable[Said], facts: Mapping[str, Fact], names: Mapping[str, Lexicon]
) -> Iterator[Said]:
    """
    What is said, in doubt where a later clause of its sentence, or the next sentence, does not know that fact; what was
    offered and refused is denied.
    """
    places = [_place(marked, *one[:2]) for one in marked.of("commitment.facts")]
    for one in found:
        why, name = one.why, names.get(one.fact)
        if why in (None, "coming", "unsure") and _refused(marked, one):
            why = "denied"
        elif why is None and not isinstance(facts[one.fact], DATED) and _something_else(marked, one):
            why = "other"
        elif why is None and name and any(_lost(marked, one, place, facts[one.fact], names) for place in places):
            why = "unsure"
        yield one._replace(why=why)


def _something_else(marked: Marked, one: Said) -> bool:
    """Is something else spoken of, beside what is told of the past: *it died, a different one …*?"""
    left, right = marked.sentence(one.start, one.end)
    last = marked.sentence(right + 1, right + 1)[1]
    return bool(marked.within("past", left, right + 1) and marked.within("commitment.another", one.end, last))


def _refused(marked: Marked, one: Said) -> bool:
    """Was it only offered, and is it told that nothing came of it: *they offered us gold and we turned it down*?"""
    return bool(marked.within("state.offered", *marked.clause(one.start, one.end))) and abandoned(marked, one.end)


def _place(marked: Marked, start: int, end: int) -> tuple[int, int]:
    """The clause of what is not known, and the one that a question word opens right behind it: *don't know when …*."""
    left, right = marked.clause(start, end)
    word = next((stop for begin, stop in marked.breaks if begin == right and stop > begin + SHORT), right)
    opens = marked.gap(end, right) <= SHORT and marked.text[right:word].strip(" ,").isalpha()
    return left, marked.clause(word, word)[1] if opens else right


def _lost(marked: Marked, one: Said, place: tuple[int, int], fact: Fact, names: Mapping[str, Lexicon]) -> bool:
    left, right, near = max(place[0], one.end), place[1], marked.sentence(one.end, one.end)[1]
    if left >= right or left > marked.sentence(near + 1, near + 1)[1]:
        return False
    ours = any(not marked.gap(left, own.start) for own in marked.within("ours_alone", left, right))  # *ours may differ*
    asked = [one for side in ("before", "behind") for one in marked.within(f"commitment.asked.{side}", left, right)]
    if any(one not in marked.of("commitment.facts") for one in asked) or not (
        ours or _names(marked, one, names, left, right)
    ):
        return False
    return ours or not isinstance(fact, DATED) or bool(marked.within("commitment.when", left, right))


def _names(marked: Marked, said: Said, names: Mapping[str, Lexicon], left: int, right: int) -> bool:
    """Does a stretch name its fact, and no other one by more words: *the day we bought the cover*, not the unit?"""
    words = {
        name: {one.word for one in marked.spans(every) if left <= one.start and one.end <= right}
        for name, every in names.items()
    }
    return 0 < len(words[said.fact]) == max(map(len, words.values()))


def abandoned(marked: Marked, end: int) -> bool:
    """Is it said in the next clause, or in the next sentence, that nothing came of it: *but dropped the idea*?"""
    right = marked.sentence(end, end)[1]
    return any(marked.within("abandoned", end, marked.sentence(right + 1, right + 1)[1]))
