"""Whether a clause speaks of the past or of what is to come, and which of several days it then means."""

import datetime as dt
import re
from collections.abc import Iterable

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
CLAUSE = re.compile(r"[,;。、!?]|[.](?= |$)|\b(?:and|but)\b")


def tense_of(text: str, start: int, end: int) -> int:
    """Of the clause around a stretch of folded text: -1 past, 1 coming, 0 where it does not tell."""
    clause = CLAUSE.split(text[:start])[-1] + " " + CLAUSE.split(text[end:])[0]
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
