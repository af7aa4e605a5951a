"""
What the clause around a day, a moment or a number tells: which fact it belongs to, by the cues of the facts that stand
beside it, and whether it speaks of the past or of what is to come.
"""

import datetime as dt
import re
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from assistant.match.lexicon import Lexicon
from assistant.match.words import is_japanese
from assistant.parsing.plain import plain
from assistant.vocabulary.fact import Fact

BEFORE, BEHIND = 60, 40
"""How many signs before and behind a stretch belong to it at most."""
CLAUSE = re.compile(
    r"[,;()。、!?]|[.:](?= |$)(?<!\bno\.)|\b(?:and|but|when|what|how|while|which|so|then)\b"
    r"|ので|けど|けれど|ですが|ますが|ましたが"
)
SENTENCE = re.compile(r"[;。!?]|[.](?= |$)")
LEADS = re.compile(r"(?:日|日付|日時|は|が|の|に|を|も|:|=|「|on|at|is|was|the|dated|date|by|from|until|till|in| )+$")
ENDS_DAY = re.compile(r"\s?(?:付け?で?|づけで?|に|から|より|まで|で(?!す)|の|頃に?|ごろに?)")
NEAR = 92
"""Without a tense, how many days away a day without its year may be."""
TOO_NEAR = 31
"""Where the tense speaks against a day as near as this, it may be misread: the year is left open."""
PAST = re.compile(
    r"\b(?:was|were|did|had|has been|have been|since|bought|began|got|ran out|rang|sent|sold|paid|made|placed|past)\b"
    r"|\b(?!need|speed|indeed|exceed|feed|seed|proceed)[a-z]{2,}ed\b"
    r"|でした|だった|ました|(?:[っいしえけせてねべめれきりびぎ]た|んだ)(?![いくけさめらり])"
    r"|請求書|請求日|購入日|注文日|発注日|\bdated\b|(?:購入|注文|発注|契約|解約|申請|受理|受付|有効化)済"
)
COMING = re.compile(
    r"\b(?:will|shall|going to|'ll|ends?|expires?|expiring|ending|until|till|through|runs? (?:out|to)|valid to|upcoming"
    r"|coming|plan(?:s|ning)?|due|lasts?|open|can i|could i|may i)\b"
    r"|まで|予定|満了(?!しま|した|して)|期限|(?:する|します|となる|なる|です)(?:が|$|。|、)|これから|つもり"
)
TENSED = re.compile(r"[,;。、!?]|[.](?= |$)|\b(?:and|but)\b")


class Beside(NamedTuple):
    """How near the nearest of a fact's cues is, in signs, and how many of them stand there. Nearer is less."""

    distance: int
    missing: int


def cues_of(facts: Mapping[str, Fact]) -> dict[str, Lexicon]:
    """The cues of each fact that has any; one in Latin letters begins where a word begins."""
    return {name: Lexicon.of(map(plain, fact.cues), whole=False) for name, fact in facts.items() if fact.cues}


def meant(
    text: str, start: int, end: int, cues: Mapping[str, Lexicon], others: Sequence[tuple[int, int]], least: int = 1
) -> str | None:
    """
    The one fact whose cues stand nearest to a stretch of folded text; `None` where none does, or two as near.

    The clause counts first, then what stands before in the sentence; `others` are stretches of the same kind, beyond
    which nothing counts. A fact needs `least` different cues.
    """
    first = max((stop for _, stop in others if stop <= start), default=0)
    last = min((begin for begin, _ in others if begin >= end), default=len(text))
    before, behind = text[max(first, start - BEFORE) : start], text[end : min(last, end + BEHIND)]
    for sides in ((CLAUSE.split(before)[-1], CLAUSE.split(behind)[0]), (SENTENCE.split(before)[-1], "")):
        near = ((_beside(*sides, known), name) for name, known in cues.items())
        found = sorted((beside, name) for beside, name in near if beside and -beside.missing >= least)
        if found:
            return None if len(found) > 1 and not found[0][0] < found[1][0] else found[0][1]
    return None


def _beside(before: str, behind: str, cues: Lexicon) -> Beside | None:
    ahead, after = list(cues.spans(before)), list(cues.spans(behind))
    if not ahead and not after:
        return None
    japanese = ENDS_DAY.match(behind) if behind and is_japanese(behind.lstrip()[:1] or "a") else None
    length = len(LEADS.sub("", before))
    distances = [max(0, length - span.end) + (4 if japanese else 0) for span in ahead]
    distances += [max(0, span.start - (japanese.end() if japanese else -4)) for span in after]
    return Beside(min(distances), -len({span.word for span in (*ahead, *after)}))


def tense_of(text: str, start: int, end: int) -> int:
    """Of the clause around a stretch of folded text: -1 past, 1 coming, 0 where it does not tell."""
    clause = TENSED.split(text[:start])[-1] + " " + TENSED.split(text[end:])[0]
    past, coming = bool(PAST.search(clause)), bool(COMING.search(clause))
    return coming - past


def by_tense(days: Iterable[dt.date], today: dt.date, tense: int) -> dt.date | None:
    """The last of some days that is not in the future, the next that is not past; without a tense the nearest."""
    known = sorted(days)
    nearest = min(known, key=lambda day: abs(day - today), default=None)
    if nearest is None or tense == 0:
        return nearest if nearest and abs(nearest - today) <= dt.timedelta(NEAR) else None
    meant = [day for day in known if (day <= today if tense < 0 else day >= today)]
    day = min(meant, key=lambda day: abs(day - today), default=None)
    return None if day != nearest and abs(nearest - today) <= dt.timedelta(TOO_NEAR) else day
