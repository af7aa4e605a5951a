"""
Forms: how a grammar writes down a way of writing something, and the pattern that it becomes.

`{month}` is a gap, `{at|on}` one of two words, `[the ]` may be left out, as may each of `[,|;]`. What stands between
`<` and `>` at either end must stand there, and is no part of what is found; between `<!` and `>` it must not; `$` in
it is the end of the text. A form that begins with a hyphen and a blank takes its stretch, and is nothing.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from assistant.errors import told
from assistant.model.record import unfit
from assistant.parsing.plain import LETTER, is_letter
from assistant.suggest import near

GAPS = frozenset(
    {"and_half", "count", "day", "days", "era_year", "further", "half", "half_day", "hour", "hour24", "hours", "minute",
     "minutes", "minutes_before", "month", "month_number", "months", "named", "named_day", "nth", "one", "part",
     "second", "seconds", "share", "spoken_day", "that_day", "that_month", "that_year", "today", "unit", "weekday",
     "weekday_short", "weekday_sign", "which_month", "which_week", "which_year", "year"}
)  # fmt: skip
"""What may differ: a number, a name, or one of the words of the grammar."""
FIGURES = frozenset(
    {"count", "day", "hour", "hour24", "minute", "minutes", "minutes_before", "month_number", "second", "seconds",
     "spoken_day", "year"}
)  # fmt: skip
"""Gaps for a number, which says nothing alone."""
SHORT = frozenset({"weekday_short", "weekday_sign"})
"""Gaps that short words fill, which are other words too: *so*, *do*."""
HOURS = frozenset({"hour", "hour24", "named"})
"""Of these, a time of day holds one."""
CLOSING = {"[": "]", "{": "}"}
STARTS = r"(?:(?<![0-9a-z])(?:(?<![.-])(?<![0-9]/)(?<![0-9]:)|(?![0-9]))|(?=[^\x20-\x7f\xa0-\xff]))"
STOPS = r"(?:(?![0-9a-z])(?!:[0-9])|(?<=[^\x20-\x7f\xa0-\xff])|(?=t[0-9])|(?<=[0-9]m)(?=[0-9]{1,2}[a-z]{2}))"
"""Small sets of signs, which are fast to compile: what lies in letters beyond them is looked at when it is found."""


@dataclass(frozen=True)
class Form:
    """
    A pattern with its gaps as groups, and what a text must hold for it: gaps, and letters that stand in every case.

    `refused`: what it finds is nothing. `source` is what the grammar says, `spelt` are the number words that it holds
    beside a gap for a number.
    """

    written: str
    gaps: frozenset[str]
    needs: frozenset[str]
    letters: tuple[str, ...]
    refused: bool
    source: str = ""
    spelt: tuple[str, ...] = ()

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """Compiled when a text holds what it must: most forms meet no question of a day."""
        return re.compile(self.written)


class _Part(NamedTuple):
    """A stretch of a form: its pattern, the gaps in it, and the gaps and letters that it needs."""

    pattern: str = ""
    gaps: frozenset[str] = frozenset()
    needs: frozenset[str] = frozenset()
    letters: tuple[str, ...] = ()

    def then(self, other: "_Part") -> "_Part":
        return _Part(
            self.pattern + other.pattern,
            self.gaps | other.gaps,
            self.needs | other.needs,
            self.letters + other.letters,
        )


def checked(form: str) -> str:
    """The form itself; raises what pydantic reports where it is none."""
    _checked(form)
    return form


def distinct(form: str, known: frozenset[str] = GAPS - {"named"}) -> str:
    """
    The form itself; raises what pydantic reports where it is none with gaps that are `known`, which the name of a time
    is not beside days, or would take any number or any short word.
    """
    found = _checked(form, known)
    lone = len(found.gaps) == 1 and not found.letters and not re.search("^- |<(?!!)", form)
    if lone and not found.gaps.isdisjoint(FIGURES | SHORT):
        mend = told("write what stands beside the gap, as in `<at >{hour}`")
        raise unfit(told("the form '{form}' takes any number or any short word", form=form), mend)
    return form


def timed(form: str) -> str:
    """The form itself; raises what pydantic reports where `distinct` does, or it holds no time of day."""
    if not form.startswith("- ") and _checked(form).gaps.isdisjoint(HOURS):
        wrong = told("the form '{form}' holds no time of day", form=form)
        raise unfit(wrong, told("write one of these gaps into it: {names}", names=", ".join(sorted(HOURS))))
    return distinct(form, GAPS)


def _checked(form: str, known: frozenset[str] = GAPS) -> Form:
    try:
        return form_of(form, dict.fromkeys(known, "x"))
    except ValueError as error:
        place = str(error)
        wrong = told("the form '{form}' cannot be read at '{place}'", form=form, place=place)
        mend = told("name gaps that there are, and close every bracket")
        if f"{{{place}}}" in form:
            mend = told("let each gap stand once in a form: write two forms")
        elif gap := re.match(r"\{(\w+)\}", place):
            mend = near(gap[1], known, told("docs/translate.md has all gaps in a table"))
        raise unfit(wrong, mend) from None


def form_of(form: str, gaps: Mapping[str, str], starts: str = STARTS) -> Form:
    """
    The form as a pattern; `gaps` are patterns by the name of a gap, `starts` what must hold where it begins.

    Raises:
        ValueError: where it cannot be read, a bracket that is not closed or a gap that there is not.
    """
    core = form.removeprefix("- ")
    ahead, core = core[1:].split(">", 1) if core.startswith("<") and ">" in core else ("", core)
    core, _, after = core.partition("<")
    part, rest = _sequence(core, "", gaps)
    if rest or (after and not after.endswith(">")):
        raise ValueError(rest or after)
    written = f"{_ahead(ahead)}{starts}{part.pattern}{STOPS}{_after(after.removesuffix('>'), gaps)}"
    if twice := next((gap for gap in sorted(part.gaps) if written.count(f"?P<{gap}>") > 1), None):
        raise ValueError(twice)
    return Form(written, part.gaps, part.needs, part.letters, form.startswith("- "))


def _ahead(context: str) -> str:
    """What must stand before, or must not, as whole words, `^` for nothing: patterns that look back have one length."""
    options = context.removeprefix("!").split("|")
    whole = [f"(?<!{LETTER}){re.escape(one)}" if is_letter(one[:1]) else re.escape(one) for one in options]
    whole = [r"\A" if one == "^" else pattern for one, pattern in zip(options, whole, strict=True)]
    if context.startswith("!"):
        return "".join(f"(?<!{one})" for one in whole)
    return f"(?:{'|'.join(f'(?<={one})' for one in whole)})" if context else ""


def _after(context: str, gaps: Mapping[str, str]) -> str:
    denied = context.startswith("!")
    options, rest = _options(context.removeprefix("!"), "", gaps)
    patterns = (re.sub(r"\?P<\w+>", "?:", one.pattern).replace(r"\$", r"\Z") for one in options)
    pattern = "|".join(f"{one}(?![a-z])" if one.endswith(")") else one for one in patterns)
    if rest:
        raise ValueError(rest)
    return f"(?{'!' if denied else '='}{pattern})" if context else ""


def _options(text: str, end: str, gaps: Mapping[str, str]) -> tuple[list[_Part], str]:
    """The alternatives up to a closing bracket, and what follows it."""
    found = []
    while True:
        part, text = _sequence(text, f"|{end}", gaps)
        found.append(part)
        if not text.startswith("|"):
            break
        text = text[1:]
    if end and not text.startswith(end):
        raise ValueError(text or end)
    return found, text[len(end) :]


def _sequence(text: str, ends: str, gaps: Mapping[str, str]) -> tuple[_Part, str]:
    """Everything up to one of the signs that end it, and the rest."""
    found = _Part()
    while text and text[0] not in ends:
        if text[0] in CLOSING:
            part, text = _bracket(text, gaps)
        elif literal := re.match(r"[^\[\]{}<>|]+", text):
            part, text = _Part(re.escape(literal[0]), letters=(literal[0],)), text[literal.end() :]
        else:
            raise ValueError(text)
        found = found.then(part)
    return found, text


def _bracket(text: str, gaps: Mapping[str, str]) -> tuple[_Part, str]:
    name, close, rest = text[1:].partition("}")
    if text[0] == "{" and close and name in gaps:
        return _Part(f"(?P<{name}>{gaps[name]})", frozenset({name}), frozenset({name})), rest
    options, rest = _options(text[1:], CLOSING[text[0]], gaps)
    if text[0] == "{" and len(options) < 2:
        raise ValueError(text)
    every = frozenset[str]().union(*(one.gaps for one in options))
    pattern = f"(?:{'|'.join(one.pattern for one in options)})"
    if text[0] == "[":
        return _Part(f"{pattern}?", every), rest
    return _Part(pattern, every, options[0].needs.intersection(*(one.needs for one in options[1:]))), rest
