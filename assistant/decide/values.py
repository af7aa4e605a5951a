"""
Strict reading of values as the API, batch files and links carry them: canonical text only.

`read(fact, text)` accepts exactly the texts of the catalogue's contract; what people type is made canonical before.
"""

import datetime as dt
import re
from collections.abc import Callable, Iterable
from decimal import Decimal

from assistant.decide.outcome import Value
from assistant.errors import Refusal
from assistant.model.fact import Choice, DayFact, Fact, MomentFact, NumberFact, WholeNumberFact, YesNo
from assistant.model.record import FIRST_DAY, LAST_DAY
from assistant.suggest import alike

DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
MOMENT = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}(?::[0-9]{2})?")
WHOLE = re.compile(r"0|[1-9][0-9]{0,99}")
NUMBER = re.compile(r"(?:0|[1-9][0-9]{0,99})(?:\.[0-9]{1,3})?")


def read_day(text: str) -> dt.date:
    """A day from `YYYY-MM-DD`. Raises `Refusal`: `day-wanted`, `no-such-day` or `day-outside`."""
    if not DAY.fullmatch(text):
        raise Refusal("day-wanted")
    try:
        day = dt.date.fromisoformat(text)
    except ValueError:
        raise Refusal("no-such-day") from None
    if not FIRST_DAY <= day <= LAST_DAY:
        raise Refusal("day-outside")
    return day


def read_moment(text: str) -> dt.datetime:
    """A local day and time from `YYYY-MM-DDTHH:MM`, with seconds or without. Raises `Refusal` as `read_day` does."""
    if not MOMENT.fullmatch(text):
        raise Refusal("moment-wanted")
    try:
        moment = dt.datetime.fromisoformat(text)
    except ValueError:
        raise Refusal("no-such-moment") from None
    if not FIRST_DAY <= moment.date() <= LAST_DAY:
        raise Refusal("day-outside")
    return moment


def likely(name: str, known: Iterable[str]) -> dict[str, str]:
    """What may have been meant, as `near` among the details of a refusal; nothing where no name is alike."""
    found = alike(name[:60], known)
    return {"near": found} if found else {}


def _choice(fact: Choice, text: str) -> Value:
    if text not in fact.options:
        raise Refusal("no-such-option", given=text[:60], options=", ".join(fact.options), **likely(text, fact.options))
    return text


def _yes_no(fact: YesNo, text: str) -> Value:
    if text not in ("yes", "no"):
        raise Refusal("yes-or-no-wanted")
    return text


def _number(fact: NumberFact, text: str) -> Value:
    if not NUMBER.fullmatch(text):
        raise Refusal("number-wanted")
    return _bounded(Decimal(text), fact)


def _whole(fact: WholeNumberFact, text: str) -> Value:
    if not WHOLE.fullmatch(text):
        raise Refusal("whole-number-wanted")
    return _bounded(int(text), fact)


def _bounded(number: Decimal | int, fact: NumberFact | WholeNumberFact) -> Value:
    if number < fact.least:
        raise Refusal("number-too-small", least=str(fact.least))
    if fact.most is not None and number > fact.most:
        raise Refusal("number-too-large", most=str(fact.most))
    return number


def _day(fact: DayFact, text: str) -> Value:
    return read_day(text)


def _moment(fact: MomentFact, text: str) -> Value:
    return read_moment(text)


READERS: dict[type, Callable[..., Value]] = {
    Choice: _choice,
    YesNo: _yes_no,
    NumberFact: _number,
    WholeNumberFact: _whole,
    DayFact: _day,
    MomentFact: _moment,
}


def read(fact: Fact, text: str) -> Value:
    """The value of a fact from its canonical text. Raises `Refusal` with the reason."""
    return READERS[type(fact)](fact, text)


def canonical(value: Value) -> str:
    """The canonical text of a value: what stands in links, batch files and the API."""
    if isinstance(value, dt.datetime):
        return value.isoformat(timespec="seconds" if value.second else "minutes")
    if isinstance(value, dt.time):
        return value.isoformat(timespec="minutes")
    return value if isinstance(value, str) else str(value)
