"""A month of questions in vain and of replies, for the owners of policies: as text, Markdown or JSON."""

import json
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Literal, get_args

from assistant.i18n.fill import Rendered
from assistant.i18n.formats import format_number
from assistant.i18n.words import Words
from assistant.model.policy import Library
from assistant.present.sentences import QUESTIONS
from assistant.store.records import Kept, Opinion, Vain
from assistant.workbench.editions.text import Markdown, Text
from assistant.workbench.gaps import Gap

Form = Literal["text", "markdown", "json"]
MOST = 20
"""So many of each are listed in words; JSON has all of them."""


@dataclass(frozen=True, slots=True)
class Replies:
    """What was replied to the answers of one question of a topic: how often it helped and did not, and why not."""

    topic: str
    aspect: str
    yes: int
    no: int
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Report:
    """
    A month, `YYYY-MM`: questions in vain by what came of them and by language, the gaps that are open, the replies,
    those first to which most say no, and what was asked most, by topic and aspect.
    """

    month: str
    outcomes: Mapping[str, int]
    languages: Mapping[str, int]
    gaps: Sequence[Gap]
    replies: Sequence[Replies]
    asked: Sequence[tuple[str, str, int]]


def report_of(month: str, kept: Kept, found: Sequence[Gap]) -> Report:
    """The report of what is kept of a month."""
    opinions: dict[tuple[str, str], list[Opinion]] = {}
    for one in kept.opinions:
        opinions.setdefault((one.topic, one.aspect), []).append(one)
    replies = [_replies(*place, group) for place, group in opinions.items()]
    asked: Counter[tuple[str, str]] = Counter()
    for count, number in kept.counts:
        asked[count.topic, count.aspect] += number
    return Report(
        month,
        dict(Counter(one.outcome for one in kept.questions)),
        dict(Counter(one.language for one in kept.questions)),
        found,
        sorted(replies, key=lambda one: (-one.no, -one.yes, one.topic, one.aspect)),
        [(*place, number) for place, number in sorted(asked.items(), key=lambda pair: (-pair[1], pair[0]))],
    )


def _replies(topic: str, aspect: str, group: Sequence[Opinion]) -> Replies:
    yes = sum(one.answered for one in group)
    reasons = tuple(one.text for one in group if one.text and not one.answered)
    return Replies(topic, aspect, yes, len(group) - yes, reasons)


def written_report(report: Report, library: Library, words: Words, form: Form) -> str:
    """The report in words, or as JSON, which is the same in every language."""
    if form == "json":
        return json.dumps(asdict(report), ensure_ascii=False, indent=2) + "\n"
    written = Markdown() if form == "markdown" else Text()
    return "\n".join(_lines(report, library, words, written)).strip() + "\n"


def _lines(report: Report, library: Library, words: Words, form: Text) -> Iterator[str]:
    yield from form.heading(1, words.say("Questions in vain, {month}", month=report.month).text)
    yield from (form.item(one.text) for one in _figures(report.outcomes, words))
    yield from form.heading(2, words.say("What people look for").text)
    for gap in report.gaps[:MOST]:
        near = _place(library, words, gap.nearest) if gap.nearest else words.say("no topic").text
        yield form.item(f"{_times(gap.number, words)} {gap.phrase} → {near}")
    yield from form.heading(2, words.say("Did the answers help?").text)
    for one in report.replies[:MOST]:
        yes, no = (format_number(number, words.language) for number in (one.yes, one.no))
        place = _place(library, words, one.topic, one.aspect)
        yield form.item(words.say("{topic} (yes: {yes}, no: {no})", topic=place, yes=yes, no=no).text)
        yield from (f"  {form.item(reason)}" for reason in one.reasons[:MOST])
    yield from form.heading(2, words.say("Asked most").text)
    for topic, aspect, count in report.asked[:MOST]:
        yield form.item(f"{_times(count, words)} {_place(library, words, topic, aspect)}")


def _figures(outcomes: Mapping[str, int], words: Words) -> Iterator[Rendered]:
    strange, doubt, left = (outcomes.get(name, 0) for name in get_args(Vain))
    yield words.plural("{count} question found no topic.", "{count} questions found no topic.", strange)
    yield words.plural("{count} question may mean several topics.", "{count} questions may mean several topics.", doubt)
    yield words.plural("Of {count} question nothing that was found was meant.",
                       "Of {count} questions nothing that was found was meant.", left)  # fmt: skip


def _times(number: int, words: Words) -> str:
    return f"{format_number(number, words.language)} ×"


def _place(library: Library, words: Words, topic: str, aspect: str = "") -> str:
    """A topic by its title, with the question where that is known; one that is gone by its id."""
    found = library.topics.get(topic)
    title = words.text(found[1].title, found[0].about.language).text if found else topic
    question = next((words.say(said).text for name, said in QUESTIONS.items() if name == aspect), "")
    return f"{title} – {question}" if question else title
