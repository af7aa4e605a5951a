"""
What reading a language needs beyond CLDR: `grammar.yaml`, kept by those who speak it.

A word begins and ends where words do; in a script without blanks it is found anywhere. `#` is any number, `_` a few
letters, `…` what else stands in a clause, a `*` at the end any ending; `{this|that} one` stands for two lines, and so
does `the other[ one]`. Behind a word of `state.gone` a mark tells how it came to be no more (`State`), and puts it
under that path with the mark too. `before` stand before what they speak of, `behind` stand behind it. How numbers, days
and times are written is told by forms, with gaps for what differs: `[the ]{day} {month}` (`parsing.forms`).
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Self

from pydantic import model_validator

from assistant.errors import told
from assistant.model.record import Record, unfit
from assistant.parsing.lines import FORMS, TENSES, WRITTEN, written_out
from assistant.parsing.plain import OPENING, plain
from assistant.parsing.sentences import Clauses, Commitment, Denial, Measure, Question, Sides, State
from assistant.parsing.tables import tables
from assistant.parsing.written import LONGEST, Clocks, Days, Endings, Numbers, Words

ORDINALS = "days.ordinals."
MARKS, MARKED = "!>", "state.gone."
"""Signs behind a word that mean something, and where they do."""
QUOTED = re.compile("[„‚“‘”«»「『]..*[“‘”’»«」』]")
"""A word as word processors quote it."""


class MailWords(Record):
    """The lines around the text of a forwarded mail."""

    heads: Words = ()
    """They begin the lines above it, before a colon: *Sent*, *From*."""
    subjects: Words = ()
    """The same before what it is about."""
    wrote: Words = ()
    """They end the line above a quoted mail: *wrote*."""
    closings: Words = ()
    """Behind these stands who has written: *kind regards*."""


class Names(Sides):
    """What makes a word part of a name."""

    firm: Words = ()
    """Behind the name of a firm, with a word between at most: *Critical Networks Ltd*."""


class Answers(Record):
    """How people answer a question in a word."""

    yes: Words = ()
    """Words that mean yes."""
    no: Words = ()
    """Words that mean no."""
    now: Words = ()
    """Words that mean the present moment, where a date or a time is asked for."""


class People(Sides):
    """What tells that a person or a thing of theirs is named: it is masked in a text that is kept."""

    nobody: Words = ()
    """Words in which one of those behind stands, and nobody is named: 仕様, *customer* in お客様."""
    numbered: Words = ()
    """Behind these stands the number of a person or a thing: *serial number*."""


class Means(Record):
    """Ways to reach people. Whoever asks for one that a document does not name is told that it does not."""

    phone: Words = ()
    """A telephone, or its number."""
    email: Words = ()
    """Mail that is sent as data, or its address."""
    fax: Words = ()
    """A fax, or its number."""
    post: Words = ()
    """Letters, or where they go."""
    chat: Words = ()
    """Messages to and fro."""


class Grammar(Record):
    """`grammar.yaml` of one language: the little words by which it says no, perhaps, about and before.

    What a language needs first stands first: so it stands in the file of a new one.
    """

    numbers: Numbers = Numbers()
    """How numbers and amounts are written."""
    days: Days = Days()
    """How days are written and told."""
    clocks: Clocks = Clocks()
    """How times of day are written and told."""
    denial: Denial = Denial()
    """What denies: not, no, never, without, no longer, and verbs that say as much, such as to refuse or to lack."""
    answers: Answers = Answers()
    """How a question is answered."""
    meaning: Sides = Sides()
    """Around a word whose meaning is asked for: *what is*, *mean*, とは."""
    clauses: Clauses = Clauses()
    """What parts a sentence."""
    question: Question = Question()
    """What asks or leaves open whether something is so, is needed, possible or meant."""
    commitment: Commitment = Commitment()
    """What takes it from a statement that it holds: it is thought, hoped, feared, promised, told or not known."""
    measure: Measure = Measure()
    """What stands beside amounts and times."""
    state: State = State()
    """What is said of things that last."""
    others: Words = ()
    """Somebody else, whose things are not the asker's: *the company next door*."""
    determiners: Words = ()
    """Right before a thing they say that it is the asked one, whatever else the clause says: *our*, *whether the*."""
    ours: Words = ()
    """What follows these is the asker's again: *the branch has gold, we have silver*."""
    ours_alone: Words = ()
    """Of two values, the one behind these is the asker's: *theirs ends in May, mine in June*."""
    whereas: Words = ()
    """A clause behind these says how it is with the asker: *he has gold, but we took silver*."""
    names: Names = Names()
    """What makes a word part of a name: *Gold Coast*."""
    mail: MailWords = MailWords()
    """What stands around the text of a mail."""
    own: Sides = Sides()
    """Beside the name of an option: it is asked whether it is the asker's: *do we have gold?*"""
    correction: Words = ()
    """Whoever says these takes back what was said before: *no wait*, *I meant*."""
    correction_behind: Words = ()
    """Behind a value: it is right, and the one said before it is not: *is the right one*, の間違い."""
    contrast: Words = ()
    """Of two names or descriptions, what stands before these is not meant: ではなく."""
    retraction: Words = ()
    """The same, also where no other value follows: *scratch that*."""
    abandoned: Words = ()
    """Behind what was to be done: nothing came of it: *called off*."""
    contact: Words = ()
    """Whoever says these asks for people: their number, their address."""
    means: Means = Means()
    """The ways to reach people, by their names."""
    people: People = People()
    """Words by which people are addressed, with their names: *Mr*, 様."""
    until: Words = ()
    """
    By these among its cues a fact is known to be the end of a time: *until*. They tell no tense: those that speak of
    what is to come stand under `future` too.
    """
    past: Words = ()
    """
    Words and endings of the past, by which a day without a year is the last one. Where words of `future` stand in its
    clause too, or none of either, the nearest day is meant, within three months; while one of the two lists is empty,
    either may be.
    """
    present: Words = ()
    """Right before a word of the past in a condition they say that it is not past: *if it is logged*."""
    future: Words = ()
    """Words of what is to come, by which it is the next one."""
    now: Words = ()
    """The moment of asking itself: *right now*."""
    stems: Endings = Endings()
    """By what words of one meaning differ."""

    @model_validator(mode="after")
    def _marks(self) -> Self:
        """What stands in a word and means nothing there would be looked for as it stands."""
        for path, words in flat(self):
            if quoted := next(filter(QUOTED.fullmatch, words), None):
                mend = told('leave them out, or write " for both: YAML knows no others')
                raise unfit(told("{word} of {path} stands in quotation marks", word=quoted, path=path), mend)
            apart = path.startswith(MARKED) or path.partition(".")[0] in WRITTEN
            if wrong := next((one for one in words if not apart and len(one) > 1 and one[-1] in MARKS), None):
                mend = told("leave it out: it means something under `state: gone` alone")
                raise unfit(told("“{word}” of {path} ends with a mark", word=wrong, path=path), mend)
        return self


def flat(record: Record, path: str = "") -> Iterator[tuple[str, Words]]:
    """Every list of words by its path: `denial.before`, `days.today.1`."""
    for name in type(record).model_fields:
        value, where = getattr(record, name), f"{path}.{name}" if path else name
        if isinstance(value, Record):
            yield from flat(value, where)
        else:
            named = value.items() if isinstance(value, dict) else [("", value)]
            yield from ((f"{where}.{key}" if key else where, words) for key, words in named)


def marked(path: str, line: str) -> tuple[str, str]:
    """The mark behind a word of a path where it may have one, and the word."""
    mark = line[-1] if path.startswith(MARKED) and line[-1] in MARKS else ""
    return mark, line.removesuffix(mark)


def _ways(path: str, line: str) -> Sequence[str]:
    """What a line among words of how something is written stands for; of the others that is told when they are read."""
    return written_out(line) if path.partition(".")[0] in WRITTEN and path not in FORMS else (line,)


def joined(grammars: Mapping[str, Grammar]) -> dict[str, list[str]]:
    """
    The lines of several languages, folded, by path, with what CLDR and num2words know of each
    (`parsing.lines.words_of`). How something is written stands under a path of its own for each language,
    `days.forms@en`.
    """
    found: dict[str, list[str]] = {}
    for language, grammar in grammars.items():
        own = (
            (path, [plain(way, LONGEST) for word in words for way in _ways(path, word)])
            for path, words in flat(grammar)
        )
        endings = ("", *map(plain, grammar.days.ordinal_endings))
        known = ((path, [f"{one}{end}" for one in words for end in endings[: None if path.startswith(ORDINALS) else 1]])
                 for path, words in tables(language).items())  # fmt: skip
        for path, words in (*own, *known):
            if path.partition(".")[0] in WRITTEN:
                found.setdefault(f"{path}@{language}", []).extend(words)
            else:
                for mark, one in (marked(path, line) for line in words):
                    own_path = f"{path}.{language}" if path in TENSES else path + mark
                    for each in dict.fromkeys((path, own_path)):
                        found.setdefault(each, []).append(one.lstrip(OPENING) or one)
    return {path: list(dict.fromkeys(words)) for path, words in found.items()}
