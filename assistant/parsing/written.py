"""How a language writes numbers, days and times: the parts of `grammar.yaml` that hold forms."""

from typing import Annotated

from pydantic import AfterValidator, Field

from assistant.model.record import Record
from assistant.parsing.forms import checked, distinct, timed
from assistant.parsing.tables import currency, unit

LONGEST = 400
"""So many signs of a word or a form count."""
Words = tuple[str, ...]
Forms = tuple[Annotated[str, AfterValidator(distinct)], ...]
Times = tuple[Annotated[str, AfterValidator(timed)], ...]
Away = dict[Annotated[str, Field(pattern=r"^-?[0-9]{1,2}$")], Words]
"""Words by how far away they are: -1 is the one before, 0 the present one, 1 the next."""


class Endings(Record):
    """What does not tell one word from another."""

    endings: Words = ()
    """
    Endings, a line for each step, the longest of a line first: `ies > y, ..s >`. Each dot stands for a letter that must
    stand before, `^` for the beginning of the word, and what is behind `>` for what the ending becomes.
    """
    little: Words = ()
    """Words that do not count between two others: articles."""


class Numbers(Record):
    """Numbers and amounts, beyond the figures of CLDR and the number words that are known of the language."""

    one: Words = ()
    """They count as one before a unit: *a*."""
    point: Words = ()
    """Between the whole and the decimals of a number in words: *two point seven*."""
    half: Words = ()
    """They count as a half before a unit: *half a*. `amounts` say what stands between: `{half}[ ]{unit}`."""
    and_half: Words = ()
    """Behind an amount: and half of one more; in one word with a number too: *zweieinhalb*."""
    further: Words = ()
    """So many come to what there is: `{count} {further} {unit}`, *3 more years*, which a field refuses."""
    joins: Words = ()
    """Between two amounts that are one: *1 year and 6 months*."""
    signs: dict[Annotated[str, Field(pattern=r"^(?:[0-9]|10|100|1000)$")], Words] = {}
    """Signs of a script that stand for numbers, by their value."""
    counters: Words = ()
    """Behind these signs they show that something is counted: 二通り, not 一切."""
    cardinals: dict[Annotated[str, Field(pattern=r"^[0-9]{1,4}$")], Words] = {}
    """Forms of number words that are not in the dictionary, by their number: *dwie* and *dwóch* are 2."""
    counted: dict[Annotated[str, Field(pattern=r"^-?[0-9]{1,2}(?:\.5)?$")], Words] = {}
    """
    Words that count without being a number, by what they count: *twice* is 2; of a share, how many in a hundred: *de
    helft* is 50. A translation may write them for the figure. One with a half is a number: *anderthalb* is 1.5.
    """
    endings: Words = ()
    """Behind the figures of a day: *1st*."""
    units: dict[Annotated[str, AfterValidator(unit)], Words] = {}
    """
    How a unit is written, by its name in CLDR: minute, hour, day, week, month, year, centimeter, meter, kilometer,
    kilogram, liter; and fortnight, which CLDR has not.
    """
    money: dict[Annotated[str, Field(pattern=r"^[A-Z]{3}$"), AfterValidator(currency)], Words] = {}
    """What stands before or behind an amount of money, by the code of its currency."""
    amounts: Forms = ()
    """Other forms of an amount than a number and its unit: `{half} {unit}`. A field takes them too."""


class Days(Record):
    """Days: their words, and the forms in which they are written."""

    months: dict[Annotated[str, Field(pattern=r"^(?:[1-9]|1[0-2])$")], Words] = {}
    """Names of months, 1 to 12, that CLDR has not."""
    named: dict[Annotated[str, Field(pattern=r"^[01][0-9]-[0-3][0-9]$")], Words] = {}
    """Days with a name, by month and day: *Boxing Day* is 12-26. One that moves from year to year is one of `spans`."""
    ordinals: dict[Annotated[str, Field(pattern=r"^(?:[1-9]|[12][0-9]|3[01])$")], Words] = {}
    """Forms of ordinals that are not in the dictionary, by their number: *ersten* is 1."""
    ordinal_endings: Words = ()
    """What may stand behind each ordinal of the dictionary, as *n* behind *dritte*."""
    weekdays: dict[Annotated[str, Field(pattern=r"^[0-6]$")], Words] = {}
    """Names of weekdays, from Monday as 0, that CLDR has not."""
    eras: dict[Annotated[str, Field(pattern=r"^[0-9]{4}-[0-9]{2}-[0-9]{2}$")], Words] = {}
    """Names of eras by their first day; each ends before the next."""
    first_year: Words = ()
    """The first year of an era, where it is no figure."""
    today: Away = {}
    """Days told from the present one: *tomorrow* is 1."""
    week: Away = {}
    """Weeks told from the present one."""
    month: Away = {}
    """Months told from the present one."""
    year: Away = {}
    """Years told from the present one."""
    that_day: Words = ()
    """The day that was told before: *that day*, 同日."""
    that_month: Words = ()
    """The month of the day that was told before: 同月."""
    that_year: Words = ()
    """The year of the day that was told before: 同年."""
    forms: Forms = ()
    """A day: `[the ]{day} {month} {year}`. One that begins with a hyphen is none."""
    short: dict[Annotated[str, Field(pattern=r"^[0-6]$")], Words] = {}
    """Short names of weekdays that CLDR has not."""
    alone: tuple[Annotated[str, AfterValidator(checked)], ...] = ()
    """A day, a month or a year, in a field of its own."""
    ends: Forms = ()
    """The last day of a month: *the end of May*."""
    coming: Forms = ()
    """A weekday that is the next one, whatever else the clause says; by a word of `week` it is of the next week."""
    spans: Forms = ()
    """More than one day: *next weekend*. Such a day is asked for."""
    ago: Forms = ()
    """So long before now: `{count} {days} ago`."""
    ahead: Forms = ()
    """
    So long after now: `in {count} {days}`. A weekday beside it is that of so many weeks later; what is told by
    `{months}` is offered, and not taken.
    """


class Clocks(Record):
    """Times of day, and how they are joined to a day."""

    halves: dict[Annotated[str, Field(pattern=r"^(?:0|12)$")], Words] = {}
    """The two halves of the day, 0 and 12, beside which twelve is noon or midnight: *am*, *pm*."""
    parts: dict[Annotated[str, Field(pattern=r"^[0-9]{1,2}-[0-9]{1,2}$")], Words] = {}
    """
    Parts of the day by the hours in which they lie, from 0; beyond 24 in the next day: *evening* is 12-24. The hour
    that is named lies in it, whatever stands before that: *half six in the evening* names six.
    """
    shares: dict[Annotated[str, Field(pattern=r"^-?[0-9]{1,2}$")], Words] = {}
    """
    Minutes before or after the hour in words: *half past* is 30, *halb* is -30. Other minutes may stand beside one:
    `{minutes_before} voor {share} {hour}`, *tien voor half elf*, is 10:20.
    """
    named: dict[Annotated[str, Field(pattern=r"^[0-2][0-9]:[0-5][0-9]$")], Words] = {}
    """Times with a name: *noon*."""
    hour_words: dict[Annotated[str, Field(pattern=r"^(?:1?[0-9]|2[0-3])$")], Words] = {}
    """
    Hours in words that are no number words of the dictionary, by their hour: *all'una* is 1. A catalogue knows them
    without a form too.
    """
    forms: Times = ()
    """A time of day: `{hour}[ ]{half_day}`."""
    running: Times = ()
    """What is a time only inside a sentence, beside a day: *at nine*."""
    between: Words = ()
    """Between a day and a time that are one moment: *on Monday at nine*. Ranges have theirs in `measure: range_to`."""
