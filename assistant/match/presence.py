"""Whether a question says that something is there or not: choices with exactly the options `active` and `none`."""

import re
from functools import cache

from assistant.model.fact import Choice
from assistant.typed.plain import plain

_GAP = r"(?:[\w']+ ){0,2}"
_ASKING = r"\b(?:need|require[ds]?|want|buy|cost|price|without having)"


@cache
def _patterns(noun: str) -> tuple[tuple[str, re.Pattern[str]], ...]:
    name = re.escape(noun)
    joined = rf"{name}(?:の?(?:契約|保守))?(?:が|は|も|に|の|を|には)?"
    not_there = (
        rf"\b(?:no|without|w/o|not|dont|never|lacks?|lacking|expired|lapsed|inactive) {_GAP}{name}\b",
        rf"\w+n't {_GAP}{name}\b",
        rf"\b{name} (?:\w+ )?(?:expired|lapsed|ended|inactive|ran out|run out|not (?:active|valid)|isn't active)\b",
        rf"{joined}(?:なし|無し|な[いく]|無い|無効|切れ|失効|終了|未加入|未契約|期限切れ|ありません)",
        rf"{joined}(?:入って|加入して|契約して|有効で(?:は)?)(?:い?な|い?ませ|ありませ|おりませ)",
    )
    there = (
        rf"\b(?:with|have|has|had|got|having|under|active|valid|current|on|paying for|covered by) {_GAP}{name}\b",
        rf"\b{name} (?:(?:is|are|still) )*(?:active|valid|running|in place|current)\b",
        rf"有効な{name}",
        rf"{joined}(?:有効|あり(?!ませ)|有り|ある|有(?!効|料)|入って|加入|付き|つき|契約済|契約中|継続|アクティブ)",
    )
    only_asked = (rf"{_ASKING} {_GAP}{name}\b|\b{name} (?:is )?(?:needed|required)\b|{joined}(?:必要|要り|いり)",)
    ways = (("", only_asked), ("none", not_there), ("active", there))
    return tuple((option, re.compile("|".join(bodies))) for option, bodies in ways)


def presence(text: str, fact: Choice) -> str | None:
    """`active` or `none` where folded text says one of them of the fact's label, and does not ask about it."""
    if set(fact.options) != {"active", "none"}:
        return None
    for option, pattern in _patterns(plain(fact.label.source)):
        if pattern.search(text):
            return option or None
    return None
