"""`at`: a time of day on the day so far."""

import datetime as dt
from typing import Annotated, Any, Literal

from pydantic import Discriminator, Tag

from assistant.errors import Wording, worded
from assistant.model.record import Clock, Id, literal_or_mapping
from assistant.vocabulary.days import as_day, days_later
from assistant.vocabulary.step import STEPS, Cell, clock
from assistant.vocabulary.trail import Move, Names, Run, Step, Taken
from assistant.vocabulary.word import TIME_OR_NAME
from assistant.vocabulary.wording import EndOfDay

END: Literal["24:00"] = "24:00"


def _kind(raw: Any) -> str:
    if raw == END:
        return "#end"
    if literal_or_mapping(raw) == "#mapping":
        return "#mapping"
    return "#name" if isinstance(raw, str) and raw[:1].isalpha() else "#literal"


@STEPS.register
class AtClock(Step):
    """Sets a time of day. "24:00" is the end of the day."""

    known_as = ("time", "at_time", "set_time")
    example = '{at: "24:00"}'

    gives = "moment"

    at: Annotated[
        Annotated[Literal["24:00"], Tag("#end")]
        | Annotated[Clock, Tag("#literal")]
        | Annotated[Id, Tag("#name")]
        | Annotated[Cell, Tag("#mapping")],
        Discriminator(_kind),
        TIME_OR_NAME,
    ]
    """The time of day in quotes, "17:00"; the name of one; or the table's cell that says it."""

    def reads(self) -> Any:
        return iter(()) if self.at == END else super().reads()

    def compiled(self, names: Names) -> Move:
        at = self.at
        if at == END:
            return lambda run, day: Taken(self, day, EndOfDay.combine(days_later(as_day(day), 1), dt.time()))
        time = clock(names, at)

        def move(run: Run, day: dt.date) -> Taken:
            at = time(run)
            return Taken(self, day, dt.datetime.combine(as_day(day), at), at)

        return move

    def explain(self, taken: Taken) -> Wording:
        if taken.amount is None:
            return worded("At the end of that day: {day}", day=taken.after)
        return worded("At {time} on that day: {day}", time=taken.amount, day=taken.after)
