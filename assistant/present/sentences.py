"""The interface's own sentences about verdicts: questions, headlines, short words, tones. Policies bring their own."""

from collections.abc import Mapping

from assistant.i18n import N_
from assistant.model.rule import Aspect, Verdict
from assistant.present.neighbour_views import Tone

QUESTIONS: Mapping[Aspect, str] = {
    "free": N_("Is it free?"),
    "due": N_("When?"),
    "covered": N_("Am I covered?"),
}

SHORT: Mapping[Verdict, str] = {
    "free": N_("Free of charge"),
    "included": N_("Included"),
    "payable": N_("Not free of charge"),
    "not-offered": N_("Not offered"),
    "ended": N_("Ended"),
    "not-in-force": N_("Not yet in force"),
    "dated": N_("There is a date"),
    "open": N_("Open"),
    "closed": N_("Closed"),
    "no-commitment": N_("No date is promised"),
    "covered": N_("Covered"),
    "conditional": N_("Covered on a condition"),
    "not-covered": N_("Not covered"),
}

TONES: Mapping[Verdict, Tone] = {
    "free": "yes", "included": "yes", "payable": "no", "not-offered": "no", "ended": "no", "not-in-force": "no",
    "dated": "plain", "open": "yes", "closed": "no", "no-commitment": "plain",
    "covered": "yes", "conditional": "maybe", "not-covered": "no",
}  # fmt: skip

HEADLINES: Mapping[tuple[str, Verdict, str | None], str] = {
    ("free", "free", "until"): N_("Yes, it is free until {until}."),
    ("free", "free", None): N_("Yes, it is free."),
    ("free", "included", None): N_("Yes, it is included in the service."),
    ("free", "payable", None): N_("No, this is not free of charge."),
    ("free", "not-offered", None): N_("No, this is not offered."),
    ("due", "not-offered", None): N_("There is no date: this is not offered."),
    ("free", "ended", "ended_on"): N_("No, this ended on {ended_on}."),
    ("free", "ended", None): N_("No, this is no longer available."),
    ("due", "ended", "ended_on"): N_("There is no date: this ended on {ended_on}."),
    ("due", "ended", None): N_("There is no date: this is no longer available."),
    ("covered", "ended", "ended_on"): N_("No, this ended on {ended_on}."),
    ("covered", "ended", None): N_("No, this is no longer available."),
    ("free", "not-in-force", None): N_("The terms were not yet in force on {on}."),
    ("due", "not-in-force", None): N_("The terms were not yet in force on {on}."),
    ("covered", "not-in-force", None): N_("The terms were not yet in force on {on}."),
    ("due", "dated", None): N_("There is a date for this."),
    ("due", "open", None): N_("Yes, it is open then."),
    ("due", "closed", None): N_("No, it is closed then."),
    ("due", "no-commitment", None): N_("No date is promised for this."),
    ("covered", "covered", "until"): N_("Yes, this is covered until {until}."),
    ("covered", "covered", None): N_("Yes, this is covered."),
    ("covered", "conditional", None): N_("Yes, this is covered on a condition."),
    ("covered", "not-covered", None): N_("No, this is not covered."),
}


def headline(aspect: Aspect, verdict: Verdict, dates: Mapping[str, object]) -> str:
    """The English sentence that answers, with a gap for the date that it names, where the answer has that date."""
    for name in ("until", "ended_on"):
        if name in dates and (aspect, verdict, name) in HEADLINES:
            return HEADLINES[aspect, verdict, name]
    return HEADLINES[aspect, verdict, None]


SETTLED: Mapping[bool, str] = {
    False: N_("What you do not know makes no difference here."),
    True: N_("What you do not know makes no difference to the result. It may to notes and next steps."),
}
"""Said where something is not known: whether it may change what stands around the result."""

FAULTS: Mapping[str, str] = {
    "no-such-policy": N_("There is no policy called “{given}”."),
    "no-such-topic": N_("There is no topic called “{given}” in this policy."),
    "no-such-aspect": N_("This topic does not answer “{given}”."),
    "no-such-fact": N_("This policy does not ask for “{given}”. Leave it out, or check its spelling."),
    "no-such-option": N_("“{given}” is not one of the options: {options}."),
    "yes-or-no-wanted": N_("Choose yes or no."),
    "text-wanted": N_("Write the value as text in quotes."),
    "known-and-unknown": N_("“{given}” is given and is said to be unknown. Leave out one of them."),
    "list-wanted": N_("Write the ids as a list of texts in quotes."),
    "line-unreadable": N_("This line cannot be read: {why}"),
    "day-wanted": N_("Enter a date with day, month and year, such as 3 April 2026."),
    "no-such-day": N_("This day does not exist. Check the day and the month."),
    "day-outside": N_("Enter a date from 1 January 2000 to 31 December 2099."),
    "moment-wanted": N_("Enter a date and a time, such as 3 April 2026, 14:30."),
    "no-such-moment": N_("This day or time does not exist. Check both."),
    "number-wanted": N_("Enter a number, such as 50 or 2.7, with at most three decimals."),
    "whole-number-wanted": N_("Enter a whole number, such as 12."),
    "number-too-small": N_("Enter a number of {least} or more."),
    "number-too-large": N_("Enter a number of {most} or less."),
    "day-beyond": N_("The date would lie after 31 December 2099 or before 1 January 2000, and cannot be worked out."),
    "day-ambiguous": N_("“{typed}” could be two different days. Write the month as a word, such as 3 April 2026."),
    "month-wanted": N_("Enter the month as a number from 1 to 12, or as a word."),
    "year-wanted": N_("Enter the year with four digits, such as 2026."),
    "weekday-differs": N_("The day of the week does not fit this date. Check both."),
    "time-wanted": N_("Enter the time, such as 14:30."),
    "no-such-time": N_("This time does not exist. Enter a time from 0:00 to 23:59."),
    "time-ambiguous": N_("This could be morning or afternoon. Write the time as 14:30, or add am or pm."),
    "option-wanted": N_("Choose one of the options."),
    "option-ambiguous": N_("This could be more than one of the options. Choose one."),
    "other-unit": N_("Enter the number alone. Its unit stands beside the question."),
    "too-many-decimals": N_("Enter a number with at most three decimals."),
    "holidays-unknown": N_("The public holidays of {year} are not known, so the date cannot be worked out."),
}
