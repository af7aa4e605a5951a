"""Whether a question says that something is there or not: choices with exactly the options `active` and `none`."""

import re
from functools import cache

from assistant.match.naming import Named
from assistant.model.fact import Choice
from assistant.typed.plain import plain

_GAP = r"(?:(?!(?:if|for|but|and|because|so|or)\b)[\w']+ ){0,3}"
_ASKED_GAP = r"(?:(?!(?:if|for|but|and|because|so|or|with|without|w|under|when|while|having|no)\b)[\w']+ ){0,3}"
_STILL = r"(?:(?!(?:if|but|and|not|never|no)\b|\w+n't)[\w']+ ){0,2}"
_JOINED = r"NOUN(?:の?(?:契約|保守|期間|期限))?(?:が|は|も|に|の|を|には|って|について|で)?\s?"
_OVER = r"(?:切れ|きれ|失効|終了|終わっ|期限切れ|解約)(?!て(?:い)?(?:な|ま)|してい?(?:な|ま))"
WAYS: tuple[tuple[str, tuple[str, ...]], ...] = (
    (
        "",
        (
            rf"\b(?:with|have|has) or (?:without|not) {_GAP}NOUN\b|\bwhether {_GAP}NOUN\b|\bNOUN or not\b",
            r"\b(?:needs?|required?|requires|want|buy|cost|price|order|must have|have to have|what is|what's) "
            rf"{_ASKED_GAP}NOUN\b",
            r"\bNOUN (?:is |be )?(?:needed|required|necessary|mandatory|a must)\b",
            rf"{_JOINED}(?:有効|加入して(?:い|お)|入って(?:い|お)|切れて(?:い|お)|あり|ある|ない)?(?:る|り|ます|なの|の|です)*"
            r"か(?:どうか|否か|確認|分か|わか)",
            rf"{_JOINED}(?:有無|あるなし|あるか|必要|要り|要る|要する|いります|いる(?:か|の|\?)|なければ|ないと|でないと|必須|条件)",
            r"有効なNOUN[がはも]?(?:必要|必須|要り|要る|いり|ないと|なければ)",
        ),
    ),
    (
        "none",
        (
            r"\b(?:no|without|w/o|not|dont|never|lacks?|lacking|expired|lapsed|inactive|minus|zero|cancelled) "
            rf"{_GAP}NOUN\b",
            rf"\w+n't {_GAP}NOUN\b",
            rf"\bNOUN(?:'s)? {_STILL}(?:expired?|lapsed?|ended|inactive|ran out|run out|is over|is gone|stopped|cancelled)\b",
            rf"\bNOUN(?:'s)? {_STILL}(?:(?:not|no longer) (?:active|valid|running|in force|renewed)|(?:isn't|wasn't) \w+)\b",
            rf"{_JOINED}(?:なし|無し|な[いく]|無い|無く|無効|{_OVER}|未加入|未契約|ありません|非加入|更新してい?な)",
            rf"{_JOINED}(?:(?:入|付け|つけ)っ?て|(?:加入|契約|継続|更新)して|有効に(?:なって|して)|有効で(?:は)?)(?:は)?"
            r"(?:い?な|い?ませ|ありませ|おりませ|おらず|いず)",
            rf"{_JOINED}有効(?:では|じゃ)(?:な|ありませ)",
        ),
    ),
    (
        "active",
        (
            r"\b(?:with|have|has|had|having|got|under|active|valid|current|on|pay(?:ing)? for|covered by|running|live|own"
            rf"|holds?|include[sd]?) {_GAP}NOUN\b",
            r"\bNOUN(?:'s)? (?:(?:is|are|still|contract|agreement|in|on) )*"
            r"(?:active|valid|running|in place|current|paid|in force|live|ok|not expired|hasn't expired|has not expired)\b",
            r"\bNOUN(?:'s)? (?:(?:has|have|was|got|been|just|recently) )+(?:\w+ )?(?:activated|renewed)\b",
            r"有効なNOUN",
            rf"{_JOINED}(?:有効|あり(?!ませ)|有り|ある|有(?!効|料|無)|入って|はいって|加入|付き|つき|契約済|契約中|契約して"
            r"|継続|アクティブ|生きて|残って|更新済|切れていませ|切れていない|切れてない)",
        ),
    ),
)
"""What a text says by each pattern: nothing for sure, that there is none of the noun, or that it is active."""


@cache
def _patterns(noun: str) -> tuple[tuple[str, re.Pattern[str]], ...]:
    name = re.escape(noun)
    return tuple((option, re.compile("|".join(ways).replace("NOUN", name))) for option, ways in WAYS)


def presence(name: str, fact: Choice, text: str) -> Named | None:
    """
    What folded text says of the fact's label: `active`, `none`, or neither where it asks about it.

    `None` where the text says nothing of it, or where the fact is not about something being there.
    """
    if set(fact.options) != {"active", "none"}:
        return None
    for option, pattern in _patterns(plain(fact.label.source)):
        if found := pattern.search(text):
            return Named(name, option, found.start(), found.end())
    return None
