"""
What was understood of a question, as a person is shown it: the question as it was typed with those words marked, what
it may state to choose from, and what is known by then.
"""

import datetime as dt
import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from markupsafe import Markup, escape

from assistant.decide import Value
from assistant.i18n.fill import Rendered
from assistant.match.ranking import Word
from assistant.match.terms import KANJI
from assistant.match.understanding import Offered, Stated, Understanding
from assistant.match.words import is_japanese
from assistant.present.question import OptionView, by_their_clock, not_known, question_view, there_too
from assistant.present.sentences import UNCLEAR
from assistant.present.views import GivenView
from assistant.present.writer import Writer
from assistant.web.pages.form import Field, said

KANA, ENDS_IN_KANA = re.compile("[\u3041-\u3096]+"), re.compile("[\u3041-\u3096]+$")
STEM = re.compile(f"[\u3041-\u3096]$|(?<![0-9\uff10-\uff19]){KANJI.pattern}(?<!{KANJI.pattern}{{2}})$")
"""Where a stretch of Japanese ends within a word: in kana, or with a single Chinese sign that counts nothing."""
JOINED = re.compile(f"(?<={KANJI.pattern}[\u3041-\u3096]){KANJI.pattern}+(?:[\u3041-\u3096]{{1,2}}{KANJI.pattern}+)?")
"""The second half of a word of which the first ends in a sign of kana behind a Chinese one."""
WEIGHTY = 0.1
"""The share of a match from which on a word is marked."""
SAID_NOT = frozenset({"denied", "former"})
ONE_OF = frozenset({"range", "several"})
"""Why a value is not counted on: nobody who says so would take it; there is another beside it."""


def marked(question: str, words: Iterable[Word], stated: Iterable[Stated]) -> Markup:
    """The question with those words in `<mark>`, whole, that the match owes most to, and those that state a fact."""
    wanted = {span for word in words if word.share >= WEIGHTY for span in _spans(question, word.typed)}
    kept: list[tuple[int, int]] = []
    for start, end in sorted(wanted):
        beside = kept and start <= kept[-1][1] and is_japanese(question[start])
        kept.append((kept[-1][0], max(kept.pop()[1], end)) if beside else (start, end))
    spans = {(one.start, one.end) for one in stated}.union(_whole(question, *one) for one in kept)
    html, done = Markup(""), 0
    for start, end in sorted(spans, key=lambda span: (span[0], -span[1])):
        if end > done:
            first = max(start, done)
            html += escape(question[done:first]) + Markup("<mark>{}</mark>").format(question[first:end])
            done = end
    return html + escape(question[done:])


def _whole(question: str, start: int, end: int) -> tuple[int, int]:
    """A stretch that cuts no word of kana, none of two halves, nor a single Chinese sign and the kana behind it."""
    tail, head, before = KANA.match(question, end), KANA.match(question, start), ENDS_IN_KANA.search(question[:start])
    if tail and STEM.search(question[start:end]):
        end = tail.end()
    if head and before:
        start = head.end() if head.end() < end else before.start()
    half = JOINED.match(question, end)
    return start, half.end() if half else end


def mended(words: Iterable[Word]) -> tuple[tuple[str, str], ...]:
    """Weighty words that were taken for others: as typed, and as read."""
    return tuple((word.typed, word.read) for word in words if word.share >= WEIGHTY and word.typed != word.read)


def _spans(question: str, word: str) -> Iterator[tuple[int, int]]:
    """Where a folded word stands in the question; a Latin word only where it stands alone."""
    folded, places = "", list[int]()
    for place, letter in enumerate(question):
        fold = unicodedata.normalize("NFKC", letter).casefold()
        folded += fold
        places += [place] * len(fold)
    start = folded.find(word) if word else -1
    while start >= 0:
        end = start + len(word)
        if not (word.isascii() and (folded[start - 1 : start].isalnum() or folded[end : end + 1].isalnum())):
            yield places[start], places[end - 1] + 1
        start = folded.find(word, end)


def by_then(writer: Writer, known: Mapping[str, str]) -> tuple[GivenView, ...]:
    """What is known by then: facts, those that the person does not know, and the day that is asked about."""
    facts = {name: value for name, value in known.items() if name in writer.policy.facts}
    unknown = tuple(not_known(writer, name) for name in known.get("unknown", "").split(",") if name)
    day = known.get("on")
    on = (GivenView("on", writer.label("on"), writer.day(dt.date.fromisoformat(day)), day),) if day else ()
    return (*said(writer, facts), *unknown, *on)


def offered_fields(writer: Writer, typed: str, understood: Understanding, known: Mapping[str, str]) -> Iterator[Field]:
    """
    What it may state, each with the values to choose from: none for a topic in doubt, nor one alone of several.

    None is chosen before a person has done so, not even one alone: whoever chooses none is asked on the next page.
    """
    say, every = writer.words.say, understood.offered
    for fact in dict.fromkeys(one.fact for one in every):
        ours = [one for one in every if one.fact == fact]
        values = dict.fromkeys(value for one in ours if one.why not in SAID_NOT for value in one.values)
        alone = len(values) < 2 and any(one.why in ONE_OF for one in ours)
        open_ = len(values) == 1 and any(one.why == "open" for one in ours)
        places = _read(writer, {**_alone(every), **known})
        moment = _read(writer, {fact: next(iter(values), "")}).get(fact) if open_ else None
        if isinstance(moment, dt.datetime):
            theirs = by_their_clock(writer.policy, moment, places)
            values |= dict.fromkeys(one.isoformat(timespec="minutes") for one in theirs)
        words = typed[min(one.start for one in ours) : max(one.end for one in ours)]
        several = any(one.why in ONE_OF and len(one.values) > 1 for one in ours)
        chosen, choice = known.get(fact, ""), understood.confident and values and not alone
        asked_later = say("None of these, or not sure: ask me on the next page")
        none = say("Today") if fact == "on" else asked_later
        if chosen and not choice:
            continue
        options = [_option(writer, fact, value, places) for value in dict.fromkeys((*values, chosen)) if value]
        view = question_view(writer, fact)
        question = replace(
            view,
            kind="choice",
            help=None if fact == "on" else view.help,
            hint=_doubt(writer, words, len(values) + open_ if choice else 0, several),
            options=(*options, OptionView("", none)) if choice else (),
        )
        yield Field(question, {"": chosen} if chosen else {})


def _alone(offered: Sequence[Offered]) -> dict[str, str]:
    """What may be meant of facts of which one value is offered, and not denied."""
    return {one.fact: one.values[0] for one in offered if len(one.values) == 1 and one.why not in SAID_NOT}


def _read(writer: Writer, known: Mapping[str, str]) -> dict[str, Value]:
    facts = writer.policy.facts
    return {name: facts[name].read(one) for name, one in known.items() if name in facts and one}


def _option(writer: Writer, fact: str, value: str, places: Mapping[str, Value]) -> OptionView:
    """A value to choose; a moment with whose clock it is on, and with its time where what is known says to be."""
    text, zone = by_then(writer, {fact: value})[0].text, writer.policy.about.time_zone
    moment = _read(writer, {fact: value}).get(fact)
    if isinstance(moment, dt.datetime):
        text = there_too(writer, moment, zone, places, text) or writer.on_clock(moment, zone)
    return OptionView(value, text)


def _doubt(writer: Writer, words: str, choices: int, several: bool) -> Rendered:
    """What is doubtful of the words that may state a fact, of which there are so many `choices`: none can be chosen."""
    say = writer.words.say
    if several:
        more = say("Your question names more than one. Choose the one that is meant.")
        return more if choices else say("Your question names more than one: “{words}”.", words=words)
    if choices == 1:
        return say("Your question says “{words}”. Is that the answer?", words=words)
    return say(UNCLEAR, words=words)
