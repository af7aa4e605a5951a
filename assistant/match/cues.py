"""Which fact a day, a moment or a number belongs to, by the cues of the facts that stand beside it."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

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


@dataclass(frozen=True, slots=True)
class Beside:
    """How near the nearest of a fact's cues is, in signs, and how many of them stand there. Nearer is less."""

    distance: int
    missing: int

    def __lt__(self, other: "Beside") -> bool:
        return (self.distance, self.missing) < (other.distance, other.missing)


@cache
def cue_pattern(cues: tuple[str, ...]) -> re.Pattern[str] | None:
    """Any of the cues; one in Latin letters begins where a word begins."""
    words = sorted({plain(cue) for cue in cues}, key=lambda cue: (-len(cue), cue))
    bodies = [(r"(?<![a-z0-9])" if cue[0].isascii() else "") + re.escape(cue) for cue in words if cue]
    return re.compile("|".join(bodies)) if bodies else None


def meant(
    text: str, start: int, end: int, facts: Mapping[str, Fact], others: Sequence[tuple[int, int]], least: int = 1
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
        found = sorted(
            (
                (beside, name)
                for name, fact in facts.items()
                if (beside := _beside(*sides, fact.cues)) and -beside.missing >= least
            ),
            key=lambda one: (one[0].distance, one[0].missing, one[1]),
        )
        if found:
            return None if len(found) > 1 and not found[0][0] < found[1][0] else found[0][1]
    return None


def _beside(before: str, behind: str, cues: tuple[str, ...]) -> Beside | None:
    pattern = cue_pattern(cues)
    if not pattern:
        return None
    ahead = [len(LEADS.sub("", before)) - found.end() for found in pattern.finditer(before)]
    after = [found.start() for found in pattern.finditer(behind)]
    if not ahead and not after:
        return None
    japanese = ENDS_DAY.match(behind) if behind and is_japanese(behind.lstrip()[:1] or "a") else None
    distances = [max(0, count) + (4 if japanese else 0) for count in ahead]
    distances += [max(0, count - (japanese.end() if japanese else -4)) for count in after]
    words = {found[0] for side in (before, behind) for found in pattern.finditer(side)}
    return Beside(min(distances), -len(words))
