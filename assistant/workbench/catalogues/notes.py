"""What translators are told beside a sentence: in English in a catalogue, and in their own language in the preview."""

import re

from assistant.i18n import N_
from assistant.i18n.fill import Rendered
from assistant.i18n.words import Words
from assistant.model.record import Text

RESTS_ON = N_("Rests on: {clauses}")
ROOM = N_("At most {most} characters; a full-width one counts as two")
NUMBER = N_("{gap}: the last number of such a place")
DAY = N_("{gap}: a day, such as Wed 25 Nov 2026")
MOMENT = N_("{gap}: a day, with its time where it has one, such as Wed 25 Nov 2026, 17:00")
AMOUNT = N_("{gap}: a number")
DAY_ANSWER = N_("{gap}: a day, the answer to “{label}”")
ANSWER = N_("{gap}: the answer to “{label}”")
SHOWN = N_("Shown: {where}")
HOLIDAY = N_("Public holiday, {country}")
IN_CONTENT = N_("In the content: {words}")
FILLED = (RESTS_ON, ROOM, NUMBER, DAY, MOMENT, AMOUNT, DAY_ANSWER, ANSWER, SHOWN, HOLIDAY, IN_CONTENT)
ELSEWHERE = {"Title": N_("A title")}
"""What a note says otherwise than pages do, where it is the name of a document."""


def pattern_of(sentence: str) -> re.Pattern[str]:
    """What finds a sentence with its gaps filled."""
    parts = Text.GAP.split(sentence)
    return re.compile("".join(f"(?P<{one}>.+)" if at % 2 else re.escape(one) for at, one in enumerate(parts)))


PATTERNS = {sentence: pattern_of(sentence) for sentence in FILLED}


def say_note(note: str, words: Words) -> str:
    """A note of a catalogue in the words of its reader; what an author wrote stays as it is."""
    for sentence, pattern in PATTERNS.items():
        if found := pattern.fullmatch(note):
            values = {n: _known(text, words) if n == "where" else text for n, text in found.groupdict().items()}
            return words.say(sentence, **values)
    return _known(ELSEWHERE.get(note, note), words)


def _known(sentence: str, words: Words) -> str:
    said = words.say(sentence) if "{" not in sentence else sentence
    return said if isinstance(said, Rendered) and said.lang == words.language.id else sentence
