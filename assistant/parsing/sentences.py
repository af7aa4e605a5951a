"""
The little words of sentences: what parts them, what denies, asks, bounds, and what is said of things that last.

`before` stand before what they speak of, `behind` stand behind it.
"""

from typing import Annotated

from pydantic import Field

from assistant.model.record import Record
from assistant.parsing.written import Words


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
    ends: Words = ()
    """Words behind which a clause ends also without a mark: *です*."""
    particles: Words = ()
    """What may stand between a word and what is said of it, and says nothing itself."""
    fillers: Words = ()
    """Words that may stand anywhere and change nothing: articles, *still*, *already*."""
    cases: Words = ()
    """Single signs behind a noun that do not count when it is compared."""
    of_before: Words = ()
    """Between two names, the second is what is meant: 代替機の配送."""
    quotes: Words = ()
    """What stands before these is told by somebody: the verb behind them is not its own: との通知."""
    recipients: Sides = Sides()
    """Beside somebody to whom something is done, who does not do it: who gets it, is told it or asked: *to*, に."""
    passive: Words = ()
    """Endings of a verb that make a recipient the one who does it: に…され."""
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
    both: Words = ()
    """They join clauses, save before what denies, also behind each of two: シルバーでもゴールドでもない."""
    pseudo: Words = ()
    """Words that look like a denial and are none: *no doubt*."""
    ends: Words = ()
    """A denial does not reach over these: *not free without cover* denies no cover."""
    ends_farther: Words = ()
    """Nor over these, save where they stand right behind it: *not free with gold*, but *not with gold*."""


class Question(Sides):
    """Words by which it is asked whether something is so, or is needed; or by which it is left open."""

    inverted: Words = ()
    """Verbs that begin a question: *is the unit in warranty?*"""
    auxiliary: Words = ()
    """The same, only where what is said of a thing stands behind it: *has the cover lapsed?*, but not *has cover*."""
    premise: Words = ()
    """A condition begins or ends with these: *if*, れば."""
    even: Words = ()
    """Behind a condition, these ask about its opposite too, so that neither is told: *even if not*, なくても."""
    claim: Words = ()
    """They ask whether what was just said is so, or regret that it was not: *is that right*, たのに."""
    day: Sides = Sides()
    """Beside a day: it is asked about, or of the request or letter, and no fact's: *as of*, *… gestellt*, 現在."""
    placed: Words = ()
    """They place what is asked for: a day in their clause that no fact has is the one for which it is asked."""
    asked: Sides = Sides()
    """Somebody asked: a day beside them is that of asking, and no fact's. *I asked the driver on 3 May if …*."""
    perfect: Words = ()
    """Behind a verb that opens a question, they ask of the past: *would it have been free?*"""
    demand: Words = ()
    """So much is wanted; not said that there is so much."""
    wish: Words = ()
    """A clause with one of these wishes for its time, and does not tell it."""
    asking: Words = ()
    """A clause with one of these asks about the day that it names."""
    either: Words = ()
    """Before the first of two, of which only one is so: *either the server or only a disk*."""
    several: Words = ()
    """One of two is spoken of, not the one that is meant: *the other*."""


class Commitment(Sides):
    """
    Words that take it from a statement that whoever writes holds it to be true of their own case: it is thought,
    heard, wished, asked, supposed or not known. They reach as far as their clause, or where it holds nothing else as
    the one beside it.
    """

    beside: Words = ()
    """They stand before what they speak of as well as behind it: *allegedly*, *we think*, たぶん."""
    sources: Sides = Sides()
    """Beside these stands who it comes from, on either side of it too: *according to* the dealer, 担当によれば."""
    papers: Words = ()
    """Where what it comes from is one of these it counts: *according to our contract*, 契約書によれば."""
    within: Words = ()
    """In a clause with one of these nothing is held to be so: *supposed to*, 検討中."""
    asked: Sides = Sides()
    """They leave open what they ask about, but not that it is asked about: *whether*, *we don't know how to*."""
    joins: Sides = Sides()
    """Beside these stands what somebody says or thinks: behind *that*, before だと."""
    subjects: Words = ()
    """A sentence begins with these: behind a verb, one that is said or thought: *my boss insists we …*."""
    verbs: Words = ()
    """Verbs that such a sentence has behind its subject: *has*, *is*."""
    known: Words = ()
    """Verbs of what is so, behind which it counts: *I know that*, *we found that*."""
    open: Words = ()
    """Behind what is said, where the clause goes on, these leave it open: か in 有効か見てください."""
    facts: Words = ()
    """What is named beside these is not known, whatever was said of it before: *nobody measured it*."""
    when: Words = ()
    """Beside those it is a day, a time or a length of time that is not known: *which date*, *how long*."""
    regret: Words = ()
    """Behind what was not so, and should have been: the opposite was, *… would have been better*, ばよかった."""
    another: Words = ()
    """Something else is spoken of than what the sentence before named: *not that one*, それとは別の."""


class Measure(Record):
    """What stands beside a number or a time and makes it less than exact, or another thing."""

    about: Sides = Sides()
    """More or less so much: *about nine*, *or so*. What is spoken of is refused with a hyphen: `- ask about`."""
    clock: Sides = Sides()
    """Beside a time of day alone: not that time itself, but some time after or before it."""
    zones: dict[Annotated[str, Field(pattern=r"^[A-Za-z_/]+$")], Words] = {}
    """Behind a time: whose clock it is on, by the name of the time zone; `local` where that cannot be told."""
    limit: Sides = Sides()
    """A bound and not the amount: at least, at most, more or less than, what has to be: *within*, *up to*."""
    other: Sides = Sides()
    """The number counts something else: how often, how far to and fro, how wide, how many more: *ago*, *left*."""
    otherwise: Words = ()
    """In a clause with one of these it is measured in another way: *as the crow flies*."""
    range_from: Words = ()
    """They begin a range of days, times or numbers: *between 9 and 12*, *from 9 to 12*."""
    target: Words = ()
    """Behind *from*, what follows them is where something goes, not what it is."""
    target_behind: Words = ()
    """Behind a name: where something goes, not what it is: 3Cへ."""
    range_behind: Words = ()
    """The same, behind the first of the two: から."""
    range_to: Words = ()
    """They stand between the two ends of a range, or between two that may be meant: *to*, *and*, *or*."""
    either: Words = ()
    """They stand between two of which either may be meant: *or*."""
    instead: Words = ()
    """Before a number: it may be this one that is meant: *or was it two and a half?*"""
    or_bare: Words = ()
    """They stand between two bare figures of which either may be meant."""
    offset: Sides = Sides()
    """Another day than the one named, of each unit and part of the day: *the day before*, *two days after*."""


class State(Record):
    """What may be said of anything that lasts: that it is there, or no more."""

    then: Words = ()
    """Behind what is said to be there: it was so then."""
    present: Words = ()
    """Of two things that are said, the one that is so now: *this time*, *now*."""
    renewed: Words = ()
    """Of what says that it is there, what was done, also again: *it was renewed*; in a year, nobody knows since."""
    about: Sides = Sides()
    """Beside what something is only about, so that nothing is said of it: *a question about*, *nothing to do with*."""
    there: Sides = Sides()
    """It is there, or holds: what stands around that which one has, gets, pays for, is under, or is valid."""
    done: Words = ()
    """
    Endings of verbs, `*en`, where those that mean to have also help others: behind *have*, an unknown one that ends the
    clause tells that something was done, not that it is there: *wir haben die Garantie verlegt*.
    """
    gone: Sides = Sides()
    """
    It is no more, or does not hold. By a word with `!` behind it somebody ended it, which tells of no last day,
    *cancelled!*; by one with `>` it is there until then, *expires>*, and before a thing nothing is told unless it is
    denied: *we didn't cancel> it*.
    """
    becoming: Sides = Sides()
    """Beside an option: it is not yet the asker's: *considering gold*."""
    was_there: Words = ()
    """Of the words before what is there, those that tell it of a time that may be over: *had*."""
    formerly: Sides = Sides()
    """It was so, and is perhaps no longer: *used to*."""
    coming: Sides = Sides()
    """It is not yet so: *will*, *next month*; what is meant or planned to be, and the days on which it will be."""
    offered: Words = ()
    """In a clause with one of these something was offered, so that it may have been refused: *they offered us gold*."""
    tentative: Words = ()
    """Of what is to come: it is not decided: *may*, *considering*."""
    advised: Words = ()
    """Behind what somebody might take: it is asked, or said, whether to: *is recommended*, したほうがいい."""
