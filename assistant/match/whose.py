"""
Of whom a thing is that a text speaks of, where a name tells, or a thing that no fact is about: another's tells nothing.
"""

import re
from collections.abc import Collection, Mapping, Sequence
from operator import itemgetter

from assistant.match.known import Known
from assistant.match.lexicon import Lexicon
from assistant.match.markers import Marked
from assistant.match.understanding import Said
from assistant.match.wordings import CODE
from assistant.match.words import folded
from assistant.parsing.plain import KATAKANA, LETTER

LONGEST_NAME, SHORTEST = 4, 3
BEHIND = re.compile(r"\b([A-Z0-9]\w*) (?=([A-Z][a-z]+)\b)")
BEFORE = re.compile(r"((?<=[\w,'\"] )[A-Z][a-z]+|\b[A-Z][a-z]{1,2}\.) (?=([A-Z0-9]\w*))")
"""Two words with capitals beside each other, or a title, *Mr. Gold*: the second, or the first, may be of no fact."""
NOBODY: Mapping[str, bool] = {}
CAPITAL = re.compile(r"\b\w+ ([A-Z]\w+)")
NOUN = re.compile(rf"[{KATAKANA}\u3005\u3400-\u9fff]{{2,}}$")
OPENINGS = "clauses.fillers", "ours"
VERBS = "past", "future", "question.inverted", "question.auxiliary", "state.gone.behind"
THING = re.compile(rf" {LETTER}{{{SHORTEST}}}")


def in_names(typed: str, strange: Collection[str], known: Known) -> frozenset[str]:
    """
    The words, folded, that are part of a longer name as it is typed: *Gold* in *Tom Gold*, *Victoria* in *Victoria
    Point*. Beside them stands a word with a capital that is `strange`, or that no fact knows; none begins a sentence.
    """
    names = f"(?:{'|'.join(map(re.escape, strange))})"
    longer = rf"\b{names} ([A-Z]\w*)|\b([A-Z]\w*) {names}\b|\b([A-Za-z0-9-]+){names}"  # the last of *3C* and katakana
    beside = re.findall(longer, typed) if strange else ()
    found = {folded(word) for pair in beside for word in pair if word}
    words = re.findall(r"[^\W_]+", typed)
    title = 2 * sum(word[0].isupper() for word in words) > len(words) > LONGEST_NAME
    for pattern, part in () if title else ((BEHIND, 0), (BEFORE, 1)):
        for pair in pattern.findall(typed):
            if not known.begins(folded(pair[1 - part])) and not (part and CODE.fullmatch(pair[part])):
                found.add(folded(pair[part]))
    return frozenset(found)


def owners_in(typed: str, strange: Mapping[str, bool], known: Known) -> Mapping[str, bool]:
    """Whose what is said may be, folded: the names that no fact knows, and whether one is that of another firm."""
    words = (name for name in map(folded, CAPITAL.findall(typed)) if not known.begins(name))
    return {**dict.fromkeys(words, False), **{folded(name): another for name, another in strange.items()}}


def owned_by_other(
    marked: Marked, said: Said, owners: Mapping[str, bool], dated: bool, things: Sequence[Lexicon]
) -> bool:
    """
    Is it of somebody else whom its clause names, and not of us again? Of another firm that stands before it: *Zoom's
    support ends on 3 May*. And of one that nothing here knows with whom an agreement is, whose thing it is of which no
    fact of these `things` is, or from whom something comes that is `dated`: *our deal with Fujitsu*, *our Cisco kit has
    SWA*, *the TV we bought from Sony on 3 May*; but *the Acme warranty* is a customer's.
    """
    left, right = marked.clause(said.start, said.end)
    since = max((one.start for one in marked.within("ours", left, said.start)), default=left)
    for name in re.finditer("|".join(rf"(?<![a-z]){re.escape(one)}(?![a-z])" for one in owners) or "(?!)", marked.text):
        start, end = name.span()
        if dated and left <= start < right and marked.before("measure.range_from", start, 0):
            return True
        theirs = owners[name[0]] or _agreed(marked, left, start) or _owned(marked, left, start, end, things)
        if since <= start < said.start and theirs:
            return True
    return False


def _agreed(marked: Marked, left: int, start: int) -> bool:
    """Does a name stand behind a thing that opens its clause, or is had: *our deal with*, not *in touch with*?"""
    party = marked.before("clauses.recipients.before", start, 0)
    if not party or party in marked.of("measure.target") or marked.before("past", party.start, 0):
        return False
    openings = [one for path in OPENINGS for one in marked.within(path, left, party.start)]
    opening = max(openings, key=itemgetter(1), default=None)
    if opening is None or not marked.gap(opening.end, party.start):
        return False
    had = marked.before("state.there.before", opening.start, 0)
    small = marked.within("clauses.small", opening.end, party.start)
    return not small and bool(had or not marked.gap(left, opening.start))


def _owned(marked: Marked, left: int, start: int, end: int, things: Sequence[Lexicon]) -> bool:
    """Does a name open its clause behind an article, and before a thing that is none of these?"""
    thing = THING.match(marked.text, end) if things else None
    article = any(one.end + 1 == start and not marked.gap(left, one.start) for one in marked.of("clauses.fillers"))
    return bool(thing and article) and not any(one.starts(marked.text, end + 1) for one in things)


def of_strange_subject(marked: Marked, said: Said, known: Known) -> bool:
    """Is it said of a subject that no fact is about: *the insurance ends on 3 May*, *the copier is paid monthly*?"""
    left, right = marked.clause(said.start, said.end)
    if cases := [one.start for one in marked.within("clauses.cases", left, said.end)]:
        noun = NOUN.search(marked.text, left, cases[0])
        idle = [one for path in OPENINGS for one in marked.within(path, left, cases[0] + 1)]  # a time, a manner, or us
        return bool(noun and not (idle or marked.gap(left, noun.start()) or known.speaks_of(noun[0])))
    opening = (one.end for path in OPENINGS for one in marked.within(path, left, right))
    start = max((one for one in opening if not marked.gap(left, one)), default=right)
    verbs = sorted({one[:2] for path in VERBS for one in marked.within(path, start, right)})
    words = re.findall(rf"{LETTER}+", marked.text[start : verbs[0][0]]) if verbs else ()
    further = any(end <= said.start for _, end in verbs[1:])
    return bool(words) and verbs[0][0] <= said.end and not (further or any(map(known.knows, words)))


def for_another(marked: Marked, start: int, end: int, fact: str, known: Known) -> bool:
    """
    Is a day that of a paper for something that no fact is about, or of what was done with it: *the invoice for the
    chairs of 4 May*, *bought a desk on 4 May*?
    """
    left, right = marked.sentence(start, end)[0], marked.clause(start, end)[1]
    own = [one for one in marked.spans(known.cues[fact]) if left <= one.start and one.end <= start]
    left = marked.clause(*own[-1][:2])[0] if own else start  # what stands before is of another day
    told = [one for one in marked.within("past", left, start) if any(one.start <= o.start < one.end for o in own)]
    told += marked.within("denial.ends_farther", next((o.end for o in own if o.start >= left), start), start)
    for one in marked.within("clauses.fillers", left, start):
        ends = (at for path in ("clauses.small", "past") for at, _, _ in marked.within(path, one.end, right))
        words = re.findall(r"\b[a-z]+", marked.text[one.end : min([start, *ends])])
        of = any(not marked.text[verb.end : one.start].strip() for verb in told)
        if of and words and not any(map(known.begins, words)):
            return True
    return False
