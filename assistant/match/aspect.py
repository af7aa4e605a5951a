"""Which of the three questions is asked: free, due or covered, by cue words of both languages."""

import re
from collections.abc import Sequence

from assistant.match.words import folded
from assistant.model.rule import Aspect

_UNTIL = r"(?:until when|how long|till when|いつまで|何日まで).{0,25}"
_FREE_WORD = r"(?:free|waived|no charge|無料|無償|ただ|タダ)"
_ASKS_WHEN = (
    r"\b(?:when|how (?:long|soon|quick\w*|fast|many (?:\w+ )?(?:days|hours|weeks))|what (?:time|date|day|hours)"
    r"|which (?:day|date|month)|by (?:what|which)|in which time|deadline)\b"
    r"|時期|納期|期日|締め?切り?|〆切|いつ(?!でも|も)|何(?:日|時(?!代)|月(?!分)|営業日|週間|曜日|分)|どのくらい(?!の(?:料金|費用|値段))(?:の期間|の時間|で|かか)"
    r"|どれくらい(?:で|の期間|の時間)|なんにち|なんじ|なんようび|何か月(?!分)"
)
_PAYS = (
    r"\b(?:free(?! to\b)|costs?|costing|pric\w+|charg\w+|fees?|pay\w*|paid|bill\w*|how much|expens\w+|waive\w*"
    r"|discount\w*|extra money|for nothing|money|invoice us|no charge|complimentary|budget|rates?|surcharge)\b"
    r"|無料|無償|有料|有償|いくら|料金|費用|手数料|金額|価格|値段|代金|お金|金(?=かか|が|取|払)|タダ|(?<!い)ただ(?=で|です|な|\?|$)"
    r"|課金|別料金|請求され|支払|払[うわいっ]|割引|値引|免除|ねだん|りょうきん|むりょう|ひよう|コスト"
)
_NAMES_TIME = (
    r"\b(?:due|date|target|eta|turn ?around|resolution time|duration|start(?:s|ing)?|begins?|expir\w+|arriv\w+"
    r"|open(?:ing)?|clos(?:e|es|ed|ing)|hours|last day|next (?:period|bill)|right now|period)\b"
    r"|期限|日数|開始日|終了日|満了日|最終日|時間|到着|訪問日|予定日|初日|営業中|受付中|つなが(?!らな)|までに"
    r"|期間|間に合|きかん|しめきり"
)
_COVERS = (
    r"\b(?:cover(?:s|ed|age|ing)?|eligib\w+|qualif\w+|entitled|includ\w+|allowed|possible|posible|supported|valid"
    r"|can (?:i|we|you|he|they|the|a|an|it|my|our)|may (?:i|we)|could (?:i|we|you)|able to|do (?:i|we) get|will you"
    r"|am i|are we|require[ds]?|need(?:ed|s)?|evidence|refund|guarantee\w*|on the list|still)\b"
    r"|対象|でき(?:ます|る|ない|ません)|可能|使えます|使える|受けられ|もらえ|いただけ|含まれ|含む|資格|条件|適用|保証され|必要|買えます|返金|可(?=\?|$)|いい(?=\?|ですか)"
)
_KEEPS = r"(?:サポート|さぽーと|保証|使え|利用でき|support(?:ed)?|cover(?:ed)?)"
_CLOCK = r"\b[0-9]{1,2}(?::[0-9]{2}|\s?[ap]m\b)|[0-9]時|朝|午後"
_SENTENCE = re.compile(r"\?|か[。.]?$|(?:\w+\s+){5}\w|[ぁ-ん].{6}")
CUES: tuple[tuple[Aspect, re.Pattern[str]], ...] = (
    ("free", re.compile(rf"{_UNTIL}{_FREE_WORD}|{_FREE_WORD}.{{0,12}}(?:until when|いつまで|何日まで)")),
    ("covered", re.compile(rf"{_KEEPS}.{{0,6}}(?:いつまで|until when)")),
    ("due", re.compile(_ASKS_WHEN)),
    ("free", re.compile(_PAYS)),
    ("due", re.compile(_NAMES_TIME)),
    ("covered", re.compile(_COVERS)),
    ("due", re.compile(_CLOCK)),
    ("covered", _SENTENCE),
)
INSTEAD: dict[Aspect, tuple[Aspect, ...]] = {
    "free": ("covered", "due"),
    "due": ("covered", "free"),
    "covered": ("free", "due"),
}


def said(text: str) -> tuple[Aspect, ...]:
    """Every aspect that the text has a cue for, the plainest cue first."""
    plain = folded(text)
    return tuple(dict.fromkeys(aspect for aspect, cue in CUES if cue.search(plain)))


def aspect_of(text: str, offered: Sequence[Aspect]) -> Aspect | None:
    """
    The aspect to answer, of those that a topic offers: the first that the text has a cue for; where it offers none of
    these, the one that comes nearest. A whole sentence that says nothing else asks whether something is so, `covered`.
    `None` where bare keywords do not say and the topic offers several, or none.
    """
    found = said(text)
    if mentioned := next((aspect for aspect in found if aspect in offered), None):
        return mentioned
    if len(offered) == 1:
        return offered[0]
    nearest = INSTEAD[found[0]] if found else ()
    return next((aspect for aspect in nearest if aspect in offered), None)
