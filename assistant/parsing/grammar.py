"""
What reading a language needs beyond CLDR: `grammar.yaml`, kept by those who speak it.

A word begins and ends where words do; in a script without blanks it is found anywhere. `#` is any number, and a `*` at
the end any ending. `before` stand before what they speak of, `behind` stand behind it. How numbers, days and times are
written is told by forms, with gaps for what differs: `[the ]{day} {month}` (`parsing.forms`).
"""

from collections.abc import Iterator, Mapping

from assistant.model.record import Record
from assistant.parsing.plain import plain
from assistant.parsing.tables import tables
from assistant.parsing.written import LONGEST, Clocks, Days, Endings, Numbers, Words


class Sides(Record):
    """Words that stand before what they speak of, and words that stand behind it."""

    before: Words = ()
    """They speak of what follows."""
    behind: Words = ()
    """They speak of what precedes."""


class Clauses(Record):
    """What parts a sentence into clauses, and the little words that part nothing."""

    marks: Words = ()
    """Signs at which a clause ends."""
    joins: Words = ()
    """Words at which the next clause begins."""
    particles: Words = ()
    """What may stand between a word and what is said of it, and says nothing itself."""
    fillers: Words = ()
    """Words that may stand anywhere and change nothing: articles, *still*, *already*."""
    cases: Words = ()
    """Single signs behind a noun that do not count when it is compared."""
    of_before: Words = ()
    """Between two names, the second is what is meant: 代替機の配送."""
    of_behind: Words = ()
    """Between two names, the first is what is meant: *delivery of the unit*."""
    pronouns: Words = ()
    """Words by which the next clause goes on about the same thing: *it has*."""
    resumes: Words = ()
    """Behind the second of two commas they go on with what stood before the first: *the unit, we think, has …*."""
    small: Words = ()
    """Words that would be a code in capitals: *act*, *in*."""


class Denial(Sides):
    """Words that deny."""

    fine: Words = ()
    """Whoever says this of a thing says that it is not the cause: *the cable is fine*."""
    near: Words = ()
    """They reach over less words than others: *instead of*."""
    wide: Words = ()
    """They reach over more words than others: *not a single*."""
    pseudo: Words = ()
    """Words that look like a denial and are none: *no doubt*."""
    ends: Words = ()
    """A denial does not reach over these: *not free without cover* denies no cover."""
    ends_farther: Words = ()
    """Nor over these, save where they stand right behind it: *not free with gold*, but *not with gold*."""


class Question(Sides):
    """Words by which it is asked whether something is so, or is needed; or by which it is left open."""

    whether: Sides = Sides()
    """It is left open whether something is so: *whether*, かどうか."""
    inverted: Words = ()
    """Verbs that begin a question: *is the unit in warranty?*"""
    wondering: Words = ()
    """Whoever says these does not know, or reports what others say; they reach through the clause."""
    unreal: Words = ()
    """It was meant to be so, and was not."""
    demand: Words = ()
    """So much is wanted; not said that there is so much."""
    unknown: Words = ()
    """The same, behind what is not known."""
    lost: Words = ()
    """Of those that do not know, the ones that say so of what they ask about: *we don't know how to set it up*."""
    wish: Words = ()
    """A clause with one of these wishes for its time, and does not tell it."""
    asking: Words = ()
    """A clause with one of these asks about the day that it names."""
    several: Words = ()
    """One of two is spoken of, not the one that is meant: *the other*."""


class Measure(Record):
    """What stands beside a number or a time and makes it less than exact, or another thing."""

    about: Sides = Sides()
    """More or less so much: *about*, *or so*."""
    clock: Sides = Sides()
    """Beside a time of day alone: not that time itself, but some time after or before it."""
    zones: Words = ()
    """Behind a time: it is on another clock."""
    limit: Sides = Sides()
    """A bound and not the amount: *within*, *up to*, *or more*."""
    other: Sides = Sides()
    """The number counts something else: *old*, *ago*, *left*, *every*."""
    range_from: Words = ()
    """They begin a range: *between*, *from*."""
    target: Words = ()
    """Behind *from*, what follows them is where something goes, not what it is."""
    range_behind: Words = ()
    """The same, behind the first of the two: から."""
    range_to: Words = ()
    """They stand between the two ends of a range, or between two that may be meant: *to*, *and*, *or*."""
    either: Words = ()
    """They stand between two of which either may be meant: *or*."""
    or_bare: Words = ()
    """They stand between two bare figures of which either may be meant."""
    offset: Sides = Sides()
    """Another day than the one named: *the day before*, *two days after*."""


class State(Record):
    """What may be said of anything that lasts: that it is there, or no more."""

    then: Words = ()
    """Behind what is said to be there: it was so then."""
    present: Words = ()
    """Of two things that are said, the one that is so now: *this time*, *now*."""
    there: Sides = Sides()
    """It is there, or holds."""
    gone: Sides = Sides()
    """It is no more, or does not hold."""
    ending: Sides = Sides()
    """It will be gone, and is there until then: *expires*."""
    becoming: Sides = Sides()
    """Beside an option: it is not yet the asker's: *considering gold*."""
    formerly: Sides = Sides()
    """It was so, and is perhaps no longer: *used to*."""
    coming: Sides = Sides()
    """It is not yet so: *will*, *next month*."""


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


class Grammar(Record):
    """`grammar.yaml` of one language: the little words by which it says no, perhaps, about and before."""

    answers: Answers = Answers()
    """How a question is answered."""
    meaning: Sides = Sides()
    """Around a word whose meaning is asked for: *what is*, *mean*, とは."""
    clauses: Clauses = Clauses()
    """What parts a sentence."""
    denial: Denial = Denial()
    """What denies."""
    question: Question = Question()
    """What asks or leaves open."""
    measure: Measure = Measure()
    """What stands beside amounts and times."""
    state: State = State()
    """What is said of things that last."""
    others: Words = ()
    """Somebody else, whose things are not the asker's: *the company next door*."""
    names: Sides = Sides()
    """What makes a word part of a name: *Gold Coast*."""
    mail: MailWords = MailWords()
    """What stands around the text of a mail."""
    own: Sides = Sides()
    """Beside the name of an option: it is asked whether it is the asker's: *do we have gold?*"""
    correction: Words = ()
    """Whoever says these takes back what was said before: *no wait*, *I meant*."""
    retraction: Words = ()
    """The same, also where no other value follows: *scratch that*."""
    contact: Words = ()
    """Whoever says these asks for people: their number, their address."""
    people: People = People()
    """Words by which people are addressed, with their names: *Mr*, 様."""
    until: Words = ()
    """By these among its cues a fact is known to be the end of a time: *until*."""
    past: Words = ()
    """Words and endings of the past, by which a day without a year is the last one."""
    future: Words = ()
    """Words of what is to come, by which it is the next one."""
    now: Words = ()
    """The moment of asking itself: *right now*."""
    stems: Endings = Endings()
    """By what words of one meaning differ."""
    numbers: Numbers = Numbers()
    """How numbers and amounts are written."""
    days: Days = Days()
    """How days are written and told."""
    clocks: Clocks = Clocks()
    """How times of day are written and told."""


WRITTEN = frozenset({"stems", "numbers", "days", "clocks"})
"""The parts of the grammar that tell how something is written; the others are words that stand in sentences."""


def flat(record: Record, path: str = "") -> Iterator[tuple[str, Words]]:
    """Every list of words by its path: `denial.before`, `days.today.1`."""
    for name in type(record).model_fields:
        value, where = getattr(record, name), f"{path}.{name}" if path else name
        if isinstance(value, Record):
            yield from flat(value, where)
        else:
            named = value.items() if isinstance(value, dict) else [("", value)]
            yield from ((f"{where}.{key}" if key else where, words) for key, words in named)


def joined(grammars: Mapping[str, Grammar]) -> dict[str, list[str]]:
    """
    The words of several languages, folded, by path, with what CLDR and num2words know of each. How something is written
    stands under a path of its own for each language, `days.forms@en`.
    """
    found: dict[str, list[str]] = {}
    for language, grammar in grammars.items():
        own = ((path, tuple(plain(word, LONGEST) for word in words)) for path, words in flat(grammar))
        for path, words in (*tables(language).items(), *own):
            found.setdefault(f"{path}@{language}" if path.partition(".")[0] in WRITTEN else path, []).extend(words)
    return {path: list(dict.fromkeys(words)) for path, words in found.items()}
