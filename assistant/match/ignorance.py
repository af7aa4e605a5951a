"""What a text says that nobody knows, or nobody took: such a fact is not counted on, whatever was said before."""

from collections.abc import Iterable, Iterator, Mapping

from assistant.match.lexicon import Entry, Lexicon
from assistant.match.markers import Marked
from assistant.match.reach import SHORT
from assistant.match.states import abandoned
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
    for name, fact in facts.items():
        words = map(plain, fact.cues) if fact.cues else (_ending(plain(one)) for one in labels[name])
        long = [word for word in words if len(word) > SHORTEST or not word.isascii()]
        if not isinstance(fact, YesNo):
            found[name] = Lexicon.build(Entry.line(f"{word}*") for word in long)
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
    places = [_place(marked, *one[:2]) for one in marked.of("unknown.facts")]
    for one in found:
        if one.why in (None, "coming") and _refused(marked, one):
            yield one._replace(why="denied")
            continue
        if one.why is None and one.fact in names and not isinstance(facts[one.fact], DATED) and _another(marked, one):
            yield one._replace(why="other")
            continue
        lost = one.why is None and any(_lost(marked, one, place, facts, names) for place in places)
        yield one._replace(why="unsure") if lost else one


def _another(marked: Marked, one: Said) -> bool:
    """Does the next sentence speak of something else than what was named in one about the past: *a different one*?"""
    left, right = marked.sentence(one.start, one.end)
    behind = marked.sentence(right + 1, right + 1)
    return bool(marked.within("past", left, right + 1)) and bool(marked.within("unknown.another", *behind))


def _refused(marked: Marked, one: Said) -> bool:
    """Was it only offered, and is it told that nothing came of it: *they offered us gold and we turned it down*?"""
    return bool(marked.within("state.offered", *marked.clause(one.start, one.end))) and abandoned(marked, one.end)


def _place(marked: Marked, start: int, end: int) -> tuple[int, int]:
    """The clause of what is not known, and the one that a question word opens right behind it: *don't know when …*."""
    left, right = marked.clause(start, end)
    word = next((stop for begin, stop in marked.breaks if begin == right and stop > begin + SHORT), right)
    opens = marked.gap(end, right) <= SHORT and marked.text[right:word].strip(" ,").isalpha()
    return left, marked.clause(word, word)[1] if opens else right


def _lost(
    marked: Marked, one: Said, place: tuple[int, int], facts: Mapping[str, Fact], names: Mapping[str, Lexicon]
) -> bool:
    left, right = max(place[0], one.end), place[1]
    near = marked.sentence(one.end, one.end)[1]
    if one.fact not in names or left >= right or left > marked.sentence(near + 1, near + 1)[1]:
        return False
    whether = (True for side in ("before", "behind") for _ in marked.within(f"question.whether.{side}", left, right))
    if any(whether) or not marked.holds(names[one.fact], left, right):
        return False
    return not isinstance(facts[one.fact], DATED) or bool(marked.within("unknown.when", left, right))
