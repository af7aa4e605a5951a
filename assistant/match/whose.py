"""
Of whom a thing is that a text speaks of, where a name tells, or a thing that no fact is about: another's tells nothing.
"""

import re
from collections.abc import Collection, Iterable, Mapping

from assistant.match.known import Known
from assistant.match.lexicon import Lexicon
from assistant.match.markers import Marked
from assistant.match.understanding import Said, Why
from assistant.match.wordings import CODE
from assistant.match.words import folded

LONGEST_NAME, SHORTEST = 4, 3
BEHIND = re.compile(r"\b([A-Z0-9]\w*) (?=([A-Z][a-z]+)\b)")
BEFORE = re.compile(r"((?<=[\w,'\"] )[A-Z][a-z]+|\b[A-Z][a-z]{1,2}\.) (?=([A-Z0-9]\w*))")
"""Two words with capitals beside each other, or a title, *Mr. Gold*: the second, or the first, may be of no fact."""
NOBODY: Mapping[str, bool] = {}
SOURCE = re.compile(r"\b\w+ ([A-Z]\w+)")


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


def of_another(marked: Marked, rest: str, said: Said, sources: Collection[str]) -> Why | None:
    """Is it told of what comes from somebody whom nothing here knows: *the TV we bought from Sony on 3 May*?"""
    left, right = marked.clause(said.start, said.end)
    words = list(marked.within("measure.range_from", left, right)) if sources else ()
    return "other" if any(rest[one.end :].lstrip().startswith(tuple(sources)) for one in words) else None


def of_stranger(marked: Marked, said: Said, things: Iterable[Lexicon], strange: Collection[str]) -> Why | None:
    """Is it had by a thing of somebody whom nothing here knows: *our Cisco kit has SWA*, but *the Acme warranty*?"""
    text, (left, right) = marked.text, marked.clause(said.start, said.end)
    for one in marked.within("clauses.fillers", left, right) if strange else ():
        name, _, owned = text[one.end : right].lstrip().partition(" ")
        of = name in strange and not marked.gap(left, one.start) and owned[:SHORTEST].isalpha()
        if of and not any(lexicon.starts(text, text.index(owned, one.end)) for lexicon in things):
            return "other"
    return None


def of_firm(marked: Marked, start: int, firms: Iterable[str]) -> Why | None:
    """Is it told, in its clause, behind another firm, and not of ours again: *Zoom's support ends on 3 May*?"""
    left = marked.clause(start, start)[0]
    whole = re.compile("|".join(rf"(?<![a-z]){re.escape(name)}(?![a-z])" for name in firms) or "(?!)")
    last = max((one.start() for one in whole.finditer(marked.text, left, start)), default=-1)
    return "other" if last >= 0 and not any(marked.within("ours", last, start)) else None


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
