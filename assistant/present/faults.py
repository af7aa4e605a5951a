"""What is wrong with something given, and what to do, in words."""

from collections.abc import Mapping
from dataclasses import dataclass

from markupsafe import Markup

from assistant.decide import FactFault, Invalid
from assistant.i18n import N_
from assistant.i18n.fill import Rendered
from assistant.i18n.words import Words
from assistant.present.programs import OF_PROGRAMS
from assistant.present.writer import Writer
from assistant.suggest import alike

FAULTS: Mapping[str, str] = {
    **OF_PROGRAMS,
    "no-such-policy": N_("There is no policy called “{given}”."),
    "no-such-topic": N_("There is no topic called “{given}” in this policy."),
    "no-such-aspect": N_("This topic does not answer “{given}”."),
    "no-such-fact": N_("This policy does not ask for “{given}”. Leave it out, or check its spelling."),
    "no-such-clause": N_("This document has no clause called “{given}”."),
    "no-such-option": N_("“{given}” is not one of the options: {options}."),
    "options-disordered": N_("Write each option once, in the order of the options: {options}."),
    "too-few-options": N_("Choose at least {least}."),
    "too-many-options": N_("Choose at most {most}."),
    "money-wanted": N_("Enter an amount, such as {example}."),
    "yes-or-no-wanted": N_("Choose yes or no."),
    "known-and-unknown": N_("“{given}” is given and is said to be unknown. Leave out one of them."),
    "day-wanted": N_("Enter a date with day, month and year, such as 3 April 2026."),
    "no-such-day": N_("This day does not exist. Check the day and the month."),
    "day-outside": N_("Enter a date from 1 January 2000 to 31 December 2099."),
    "moment-wanted": N_("Enter a date and a time, such as 3 April 2026, 14:30."),
    "no-such-moment": N_("This day or time does not exist. Check both."),
    "number-wanted": N_("Enter a number, such as 50 or 2.7, with at most three decimals."),
    "number-ambiguous": N_("“{typed}” could be two numbers. Write it without a mark between thousands, such as 1250."),
    "number-about": N_("“{typed}” is not an exact number. If {number} will do, enter that."),
    "band-differs": N_("The number is outside the range that you chose. Correct one of them."),
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
    "time-ambiguous": N_("“{typed}” could be morning or afternoon. Write it in 24 hours, or add am or pm."),
    "option-wanted": N_("Choose one of the options."),
    "option-ambiguous": N_("This could be more than one of the options. Choose one."),
    "other-unit": N_("Enter the number alone, converted to {unit} if you have it in another unit."),
    "too-many-decimals": N_("Enter a number with at most three decimals."),
    "no-working-days": N_("The number of working days is 0, so the date cannot be worked out."),
    "divided-by-zero": N_("This would divide by zero, so the amount cannot be worked out."),
    "currencies-mixed": N_("{one} and {other} are two currencies, so the amount cannot be worked out."),
    "no-whole-money": N_("The amount is no whole number of the smallest unit of {currency}, and nothing rounds it."),
    "outside-hours": N_("The time lies outside these opening hours, so their end cannot be worked out."),
    "no-whole-count": N_("{given} is not a whole number, so the date cannot be worked out."),
    "holidays-unknown": N_("The public holidays of {year} are not known, so the date cannot be worked out."),
}
CHOSEN = {"no-such-option": "option-wanted", "yes-or-no-wanted": "yes-or-no-wanted"}
"""How a form, which shows the options themselves, says what is wrong with a value that stands in none of its fields."""
MOST_TOLD = 200
"""Characters of what was given that are told back."""


@dataclass(frozen=True, slots=True)
class FaultView:
    """What is wrong with one thing given: its name, its label (empty where it has none), and what to do, in words."""

    name: str
    label: str
    text: str


def fault_views(writer: Writer, invalid: Invalid) -> tuple[FaultView, ...]:
    """Everything that is wrong with what was given. What people never see a name of has no label."""
    named = {*writer.policy.facts, "on"}
    return tuple(
        FaultView(one.name, writer.label(one.name) if one.name in named else "", fault_text(one, writer.words))
        for one in invalid.faults
    )


def fault_text(fault: FactFault, words: Words) -> Rendered:
    """What is wrong with a value, and what to do."""
    details = details_of(fault)
    sentence = words.say(FAULTS[fault.reason], **details)
    if "near" not in details:
        return sentence
    return words.say("{sentence} Did you mean “{near}”?", sentence=sentence, near=details["near"])


def form_fault(fault: FactFault, typed: str, words: Words) -> Rendered:
    """The same beside a field. What was typed is told back where no field shows it."""
    reason = CHOSEN.get(fault.reason)
    sentence = fault_text(FactFault(fault.name, reason, fault.details) if reason else fault, words)
    if reason is None or not typed.strip():
        return sentence
    given = Markup("<bdi>{}</bdi>").format(shortened(typed.strip()))
    return words.say("“{given}” cannot be chosen here. {sentence}", given=given, sentence=sentence)


def details_of(fault: FactFault) -> dict[str, str]:
    """The details of a fault, with the known name that is `near` to the one given, where one is alike."""
    near = alike(fault.details.get("given", "")[:60], fault.known) if fault.known else None
    details = {name: shortened(text) for name, text in fault.details.items()}
    return {**details, "near": near} if near else details


def shortened(text: str) -> str:
    """A text as it is told back: of a long one the beginning."""
    return text if len(text) <= MOST_TOLD else f"{text[: MOST_TOLD - 1]}…"
