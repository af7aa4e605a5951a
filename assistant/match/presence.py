"""
Whether a question says that something is there or not: choices with exactly the options `active` and `none`.

What denies, doubts or asks is a matter of grammar, word order and endings, and stands here, not in a list of words. In
a language without patterns here nothing is stated, and the fact is asked for.
"""

import re
from functools import cache

from assistant.match.naming import Named
from assistant.parsing.plain import plain
from assistant.vocabulary.facts.choice import Choice

_GAP = r"(?:(?!(?:if|for|but|and|because|so|or|of|[0-9]+|months?|years?)\b)[\w']+ ){0,3}"
_ASKED_GAP = r"(?:(?!(?:if|for|but|and|because|so|or|with|without|w|under|when|while|having|no)\b)[\w']+ ){0,3}"
_DOUBT = r"(?:(?!(?:but|and|because|so)\b)[\w']+ ){0,6}"
_ANY = r"(?:(?!(?:but|and|because|so|if|when)\b)[\w']+ ){0,3}"
_NOT_OVER = r"(?:n't| not| never)(?: yet)?(?: been)? (?:expired?|lapsed?|ended|run out|stopped|cancelled)"
_STILL = r"(?:(?!(?:if|but|and|not|never|no)\b|\w+n't)[\w']+ ){0,2}"
_WHEN = r"(?:もう|まだ|すでに|既に|今は?|現在は?|先月|先週|去年|昨年|今年|昨日|[0-9]{1,4}[年月日]に?|に|で)"
_JOINED = rf"NOUN(?:の?(?:契約|保守|期間|期限))?(?:が|は|も|に|の|を|には|って|について|で)?\s?{_WHEN}{{0,4}}"
_UNLESS = (
    r"(?:ない|無い|なけれ|無けれ|なき)[とばゃ](?=[^、。]{0,10}(?:だめ|ダメ|駄目|いけ|なり|でき|無理|不可|ませんか))"
)
_OVER = r"(?:切れ|きれ|失効|終了|終わっ|期限切れ|解約|やめ|止め)(?!て(?:い)?(?:な|ま)|してい?(?:な|ま))"
WAYS: tuple[tuple[str, tuple[str, ...]], ...] = (
    (
        "",
        (
            rf"\b(?:with|given|have|has) or (?:without|not) {_GAP}NOUN\b|\bwhether {_GAP}NOUN\b|\bNOUN or not\b",
            (
                r"\b(?:not (?:sure|certain)|unsure|unclear|no idea|wonder(?:ing)?|forgot"
                rf"|(?:\w+n't|not|cannot) (?:know|remember|recall|tell|say)) {_DOUBT}NOUN\b"
            ),
            rf"\bone (?:\w+ ){{0,2}}(?:has|with|have) {_GAP}NOUN\b|\bNOUN\b[^.;?]*\bthe other\b",
            rf"\bno (?:\w+ ){{1,3}}without {_GAP}NOUN\b",
            r"\bNOUN (?:\w+ ){0,3}(?:until|till) (?:last|recently|yesterday)\b",
            rf"{_JOINED}(?:(?:入って|加入して|契約して|付いて|継続して)い?た|あった|ありました|有効(?:だった|でした))",
            rf"{_JOINED}[^、。]{{0,8}}(?:不明|不確か|分から|わから|覚えてい?な|知らな|か忘れ)",
            rf"\bnew {_ANY}NOUN\b|\bNOUN {_ANY}new\b",
            r"新(?:しい)?(?:システム|機|環境|サーバー?)[^、。]{0,6}NOUN|NOUN[^、。]{0,6}新",
            (
                r"\b(?:needs?|required?|requires|want|buy|cost|price|order|must have|have to have|what is|what's) "
                rf"{_ASKED_GAP}NOUN\b"
            ),
            r"\bNOUN (?:(?!(?:if|when|and|but)\b)\w+ ){0,2}(?:needed|required|necessary|mandatory|compulsory|a must)\b",
            (
                rf"{_JOINED}(?:有効|加入して(?:い|お)|入って(?:い|お)|切れて(?:い|お)|あり|ある|ない)?(?:る|り|ます|なの|の|です)*"
                r"か(?:どうか|否か|確認|分か|わか)"
            ),
            rf"{_JOINED}(?:(?:入|付け|つけ)っ?て|(?:加入|契約|継続|更新)して|有効で)?(?:い|は)?(?:{_UNLESS}|なくては)",
            rf"{_JOINED}(?:有無|あるなし|あるか|必要|要り|要る|要する|いります|いる(?:か|の|\?)|{_UNLESS}|必須|条件)",
            rf"有効なNOUN[がはも]?(?:必要|必須|要り|要る|いり|{_UNLESS})",
        ),
    ),
    (
        "none",
        (
            (
                r"\b(?:no|without|w/o|not|dont|never|lacks?|lacking|expired|lapsed|inactive|minus|zero|cancelled) "
                rf"{_GAP}NOUN\b"
            ),
            rf"\bneither {_DOUBT}NOUN\b|\b(?:dropped|ended|terminated|stopped|quit|discontinued) {_GAP}NOUN\b",
            r"NOUN[^、。?]{0,8}(?:し忘れ|失効し|失効$|失効[、。])",
            rf"\w+n't {_GAP}NOUN\b",
            r"\bNOUN\s?[:=]\s?(?:no|none|n|inactive|expired|無|なし|無効)(?![a-z])|\bNOUN none\b",
            rf"\bNOUN(?:'s)? {_STILL}(?:expired?|lapsed?|ended|inactive|r[au]n out|is over|stopped|cancelled)\b",
            (
                rf"\bNOUN(?:'s)? {_STILL}(?:(?:not|no longer) (?:yet )?(?:been )?"
                r"(?:active|activated|valid|running|in force|renewed)|(?:isn't|wasn't) \w+)\b"
            ),
            rf"{_JOINED}(?:なし|無し|な[いく]|無い|無く|なければ|なきゃ|無効|{_OVER}|未加入|未契約|ありません|非加入|更新してい?な)",
            (
                rf"{_JOINED}(?:(?:入|付け|つけ)っ?て|(?:加入|契約|継続|更新)して|有効に(?:なって|して)|有効で(?:は)?)(?:は)?"
                r"(?:い?な|い?ませ|ありませ|おりませ|おらず|いず)"
            ),
            rf"{_JOINED}有効(?:では|じゃ)(?:な|ありませ)",
        ),
    ),
    (
        "active",
        (
            (
                r"\b(?:with|given|have|has|had|having|got|under|active|valid|current|on|pay(?:ing)? for|covered by"
                rf"|running|live|own|holds?|include[sd]?) {_GAP}NOUN\b"
            ),
            (
                r"\bNOUN(?:'s)? (?:(?:is|are|still|contract|agreement|in|on) )*"
                r"(?:active|valid|running|in place|current|paid|in force|live|ok|covered|up to date|yes"
                r"|not expired)\b"
            ),
            rf"\bNOUN (?:has|is|was|did|does|had)?{_NOT_OVER}\b",
            r"\bNOUN(?:'s)? (?:(?:is|has|have|was|got|been|just|recently) )+(?:\w+ )?(?:activated|renewed)\b",
            r"\bNOUN\s?[:=]\s?(?:yes|y|active|有|あり|有効)(?![a-z])",
            r"有効なNOUN",
            (
                rf"{_JOINED}(?:有効|あり(?!ませ)|有り|ある|有(?!効|料|無)|入って|はいって|加入|付き|つき|契約済|契約中|契約して"
                r"|継続|アクティ|生きて|残って|更新済|切れていませ|切れていない|切れてない)"
            ),
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
    What folded text says of the fact's label, `active` or `none`, or that it is unsure since the text asks about it.

    `None` where the text says nothing of it, or where the fact is not about something being there.
    """
    if set(fact.options) != {"active", "none"}:
        return None
    for option, pattern in _patterns(plain(fact.label.source)):
        if found := pattern.search(text):
            return Named(name, option, found.start(), found.end(), not option)
    return None
