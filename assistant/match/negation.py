"""
What a text denies, doubts or asks, told by grammar: word order and endings.

A choice whose options say that something is there or missing is read by the name of the thing: "without SWA". In a
language without patterns here nothing is stated, and the fact is asked for.
"""

import re
from dataclasses import dataclass

from assistant.parsing.plain import plain
from assistant.vocabulary.facts.choice import Choice

_ON = r"(?!(?:if|for|with|without|when|since|because|as|while|and|but|on|at|from)\b)[\w'-]+ "
NEGATED_BEFORE = re.compile(
    r"(?:\b(?:not|no|never|without|except|nor|unlike|neither|cannot|dont|doesnt|isnt|instead of|than)"
    rf"|n't) (?:{_ON}){{0,3}}$"
)
NEGATED_BEHIND = re.compile(
    r"(?:では|じゃ|で|とは|は|が|も|に|を)*(?:な[いくか]|無[いく]|ありませ|ございませ)|以外|より|を除|にはなって(?:い?な|い?ませ)"
    r"|(?:は|も)(?:問題な|大丈夫|正常)"
    r"|(?:'?s| is| are| was| looks?| seems?) (?:all )?(?:fine|ok|okay|good|right|not the (?:problem|issue|cause))\b"
)
ASKED_WHOLE = (
    re.compile(
        r"(?:^|[,;.?!] )(?:so )?(?:is|are|was) (?!there)(?:the|my|our|your|this|that|it|they|these|a) (?:[\w-]+ ){0,2}$"
    ),
    re.compile(r" ?(?:still )?(?:$|[?.]|,? or )"),
)
DENIED_BEFORE = re.compile(
    r"(?:\b(?:is|are|was|were) (?:not|no longer)|\b(?:is|are|was|were)n't|, not) (?:yet |been )?$"
)
DENIED_BEHIND = re.compile(r"(?:では|じゃ)(?:な[いく](?!と|て)|ありませ|なかった)")
ASKED_BEFORE = re.compile(
    r"\b(?:(?:do|does|did|why|when|will|would) (?:the |my |our |a )?[\w']+ (?:still |really |also )?"
    rf"(?:need|require|have to)|must|should|needs?|have to|has to|required?|necessary)(?: to)? (?:{_ON}){{0,3}}$"
    rf"|\b(?:do|does|counts?|accepted|valid|enough|serves?) as (?:{_ON}){{0,2}}$"
    rf"|\b(?:know|check|tell|see|find out|sure|ask) if (?:{_ON}){{0,4}}$"
    rf"|\b(?:whether|with or) (?:{_ON}){{0,4}}$"
)
ASKED_BEHIND = re.compile(
    r" ?(?:still )?(?:(?:is|are|be|really) )*(?:needed|required|necessary|mandatory|compulsory|a must|or not)\b"
    r"|(?:である|[がはもをでにの])*(?:必要|要[りるし]|いります|いりませ|いるか|いるの|いる\?|不可欠|必須|条件|なければ|ないと|でないと|じゃないと)"
    r"|いと|と[^、。]{0,10}(?:ませんか|だめ|ダメ|いけ|なり)|ければ|くては|[がはもをで]*(?:である|です|でしょう|なの|の|ある|あり|い)*(?:ます)?(?:か(?:どうか|否か|\?|$|、|。|確認)|の有無)"
)

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
DOUBT = (
    rf"\b(?:with|given|have|has) or (?:without|not) {_GAP}NOUN\b|\bwhether {_GAP}NOUN\b|\bNOUN or not\b"
    rf"|\b(?:not (?:sure|certain)|unsure|unclear|no idea|wonder(?:ing)?|forgot|(?:\w+n't|not|cannot) (?:know|remember"
    rf"|recall|tell|say)) {_DOUBT}NOUN\b"
    rf"|\bone (?:\w+ ){{0,2}}(?:has|with|have) {_GAP}NOUN\b|\bNOUN\b[^.;?]*\bthe other\b"
    rf"|\bno (?:\w+ ){{1,3}}without {_GAP}NOUN\b"
    r"|\bNOUN (?:\w+ ){0,3}(?:until|till) (?:last|recently|yesterday)\b"
    rf"|{_JOINED}(?:(?:入って|加入して|契約して|付いて|継続して)い?た|あった|ありました|有効(?:だった|でした))"
    rf"|{_JOINED}[^、。]{{0,8}}(?:不明|不確か|分から|わから|覚えてい?な|知らな|か忘れ)"
    rf"|\bnew {_ANY}NOUN\b|\bNOUN {_ANY}new\b"
    r"|新(?:しい)?(?:システム|機|環境|サーバー?)[^、。]{0,6}NOUN|NOUN[^、。]{0,6}新"
    rf"|\b(?:needs?|required?|requires|want|buy|cost|price|order|must have|have to have|what is"
    rf"|what's) {_ASKED_GAP}NOUN\b"
    r"|\bNOUN (?:(?!(?:if|when|and|but)\b)\w+ ){0,2}(?:needed|required|necessary|mandatory|compulsory|a must)\b"
    rf"|{_JOINED}(?:有効|加入して(?:い|お)|入って(?:い|お)|切れて(?:い|お)|あり|ある|ない)?(?:る|り|ます|なの|の|です)*か(?:どうか|否か|確認|分か|わか)"
    rf"|{_JOINED}(?:(?:入|付け|つけ)っ?て|(?:加入|契約|継続|更新)して|有効で)?(?:い|は)?(?:{_UNLESS}|なくては)"
    rf"|{_JOINED}(?:有無|あるなし|あるか|必要|要り|要る|要する|いります|いる(?:か|の|\?)|{_UNLESS}|必須|条件)"
    rf"|有効なNOUN[がはも]?(?:必要|必須|要り|要る|いり|{_UNLESS})"
)
MISSING = (
    rf"\b(?:no|without|w/o|not|dont|never|lacks?|lacking|expired|lapsed|inactive|minus|zero|cancelled) {_GAP}NOUN\b"
    rf"|\bneither {_DOUBT}NOUN\b|\b(?:dropped|ended|terminated|stopped|quit|discontinued) {_GAP}NOUN\b"
    r"|NOUN[^、。?]{0,8}(?:し忘れ|失効し|失効$|失効[、。])"
    rf"|\w+n't {_GAP}NOUN\b"
    r"|\bNOUN\s?[:=]\s?(?:no|none|n|inactive|expired|無|なし|無効)(?![a-z])|\bNOUN none\b"
    rf"|\bNOUN(?:'s)? {_STILL}(?:expired?|lapsed?|ended|inactive|r[au]n out|is over|stopped|cancelled)\b"
    rf"|\bNOUN(?:'s)? {_STILL}(?:(?:not|no longer) (?:yet )?(?:been )?(?:active|activated|valid|running|in force"
    rf"|renewed)|(?:isn't|wasn't) \w+)\b"
    rf"|{_JOINED}(?:なし|無し|な[いく]|無い|無く|なければ|なきゃ|無効|{_OVER}|未加入|未契約|ありません|非加入|更新してい?な)"
    rf"|{_JOINED}(?:(?:入|付け|つけ)っ?て|(?:加入|契約|継続|更新)して|有効に(?:なって|して)|有効で(?:は)?)(?:は)?(?:い?な|い?ませ|ありませ|おりませ|おらず|いず)"
    rf"|{_JOINED}有効(?:では|じゃ)(?:な|ありませ)"
)
THERE = (
    rf"\b(?:with|given|have|has|had|having|got|under|active|valid|current|on|pay(?:ing)? for|covered by|running|live"
    rf"|own|holds?|include[sd]?) {_GAP}NOUN\b"
    r"|\bNOUN(?:'s)? (?:(?:is|are|still|contract|agreement|in|on) )*(?:active|valid|running|in place|current|paid"
    r"|in force|live|ok|covered|up to date|yes|not expired)\b"
    rf"|\bNOUN (?:has|is|was|did|does|had)?{_NOT_OVER}\b"
    r"|\bNOUN(?:'s)? (?:(?:is|has|have|was|got|been|just|recently) )+(?:\w+ )?(?:activated|renewed)\b"
    r"|\bNOUN\s?[:=]\s?(?:yes|y|active|有|あり|有効)(?![a-z])"
    r"|有効なNOUN"
    rf"|{_JOINED}(?:有効|あり(?!ませ)|有り|ある|有(?!効|料|無)|入って|はいって|加入|付き|つき|契約済|契約中|契約して|継続|アクティ|生きて|残って|更新済|切れていませ|切れていない"
    rf"|切れてない)"
)
"""What leaves it open whether there is a thing, what says that there is none, and that there is one."""


def negated(text: str, start: int, end: int) -> bool:
    """Does a negation stand beside this stretch of folded text?"""
    return bool(NEGATED_BEFORE.search(text[:start]) or NEGATED_BEHIND.match(text[end:]))


def denied(text: str, start: int, end: int) -> bool:
    """Does a negation stand right beside it, so that there is no doubt what it denies?"""
    return bool(DENIED_BEFORE.search(text[:start]) or DENIED_BEHIND.match(text[end:]))


def asked(text: str, start: int, end: int) -> bool:
    """Does the text ask whether it is so, or needed?"""
    before, behind = text[:start], text[end:]
    whole = ASKED_WHOLE[0].search(before) and ASKED_WHOLE[1].match(behind)
    return bool(whole or ASKED_BEFORE.search(before) or ASKED_BEHIND.match(behind))


@dataclass(frozen=True, slots=True)
class Presence:
    """What a text says of a thing: the patterns of doubt and of each option, in this order, `None` for doubt."""

    ways: tuple[tuple[str | None, re.Pattern[str]], ...]

    @classmethod
    def of(cls, fact: Choice) -> "Presence | None":
        """Of the thing that a fact is named after; nothing where no option says that it is there or missing."""
        found = {option.presence: name for name, option in fact.options.items() if option.presence}
        if not found:
            return None
        noun = re.escape(plain(fact.label.source))
        ways = ((None, DOUBT), (found.get("missing"), MISSING), (found.get("there"), THERE))
        return cls(tuple((option, re.compile(body.replace("NOUN", noun))) for option, body in ways))

    def find(self, text: str) -> tuple[str | None, int, int] | None:
        """The option that folded text states, `None` where it is in doubt, and where; nothing where it says neither."""
        for option, pattern in self.ways:
            if found := pattern.search(text):
                return option, found.start(), found.end()
        return None
