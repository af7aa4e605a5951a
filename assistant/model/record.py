"""The bricks of every record: strict frozen models, ids, texts with their path, and literals read from text."""

import datetime as dt
import functools
import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Annotated, Any, ClassVar

from pydantic import (
    BaseModel,
    BeforeValidator,
    ConfigDict,
    GetCoreSchemaHandler,
    PlainSerializer,
    SerializationInfo,
    StringConstraints,
    ValidationInfo,
    WithJsonSchema,
)
from pydantic_core import PydanticCustomError, core_schema

from assistant.errors import Wording, told

ID = "[a-z0-9]+(?:[-_][a-z0-9]+)*"
Id = Annotated[str, StringConstraints(pattern=f"^{ID}$", max_length=60)]
NAME = rf"(?:{ID}|reading\.R[0-9]{{1,3}})"
Name = Annotated[str, StringConstraints(pattern=f"^{NAME}$", max_length=60)]
"""The id of what is asked or derived, or another reading: `reading.R4`."""
ClauseId = Annotated[
    str, StringConstraints(pattern=r"^(?:[a-z0-9]+(?:-[a-z0-9]+)*:)?[a-z0-9-]+(?:\.[a-z0-9-]+)*$", max_length=80)
]
"""A clause of the document, or of another one: `sla:credit`."""
WebAddress = Annotated[str, StringConstraints(pattern=r"^https?://[!-~]+$")]
"""An address of a web site: a link that could do anything else is none."""
ReadingId = Annotated[str, StringConstraints(pattern=r"^R[0-9]{1,3}$")]

FIRST_DAY, LAST_DAY = dt.date(2000, 1, 1), dt.date(2099, 12, 31)
"""The days that the assistant answers for, both included."""


class Record(BaseModel):
    """A frozen record that knows all its fields: an unknown one is a fault."""

    model_config = ConfigDict(
        frozen=True, extra="forbid", strict=True, defer_build=True, serialize_by_alias=True, validate_by_name=True
    )


def unfit(wrong: Wording, mend: Wording) -> PydanticCustomError:
    """What a reader of values raises: what is wrong and how to mend it stand in its context, for whoever reports it."""
    return PydanticCustomError("unfit", "{wrong}", {"wrong": wrong, "mend": mend})


class Placed(str):
    """A scalar from a content file that remembers its path (ids, not ordinals) and its author's note on it."""

    path: str
    note: str
    __slots__ = ("note", "path")

    def __new__(cls, value: str, path: str, note: str = "") -> "Placed":
        placed = super().__new__(cls, value)
        placed.path, placed.note = path, note
        return placed


@dataclass(frozen=True, slots=True)
class Text:
    """
    A sentence for people, in the policy's own language.

    `context` is its path in the content: the key under which translations stand. `source` may hold gaps: `{until}`.
    `note` is what its author tells translators.
    """

    context: str
    source: str
    note: str = field(default="", compare=False)
    GAP: ClassVar[re.Pattern[str]] = re.compile(r"\{([a-z][a-z0-9_]*)\}")
    WITH_PATH: ClassVar[Mapping[str, bool]] = {"with_path": True}
    """The context in which pydantic writes and reads a sentence together with its path."""

    @property
    def gaps(self) -> frozenset[str]:
        """Names that must be filled in before a person sees the sentence."""
        return frozenset(self.GAP.findall(self.source))

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler) -> core_schema.CoreSchema:
        written = core_schema.plain_serializer_function_ser_schema(cls._written, info_arg=True)
        return core_schema.with_info_plain_validator_function(cls._read, serialization=written)

    def _written(self, info: SerializationInfo) -> object:
        return [self.context, self.source] if info.context == self.WITH_PATH else self.source

    @classmethod
    def _read(cls, raw: object, info: ValidationInfo) -> "Text":
        if isinstance(raw, Text):
            return raw
        if isinstance(raw, list | tuple) and info.context == cls.WITH_PATH:
            context, source = raw
            return cls(context, source)
        if not isinstance(raw, str):
            raise unfit(told("a sentence is wanted here"), told("write text, not a list or a mapping"))
        if not raw.strip():
            raise unfit(told("the sentence is empty"), told("write it, or leave the key out"))
        if "{" in cls.GAP.sub("", raw) or "}" in cls.GAP.sub("", raw):
            raise unfit(
                told("a brace that is not a gap such as {gap}", gap="{until}"),
                told("write the name of a gap in small letters between two braces, or take the brace out"),
            )
        return cls(getattr(raw, "path", ""), str(raw), getattr(raw, "note", ""))


def shown(raw: object) -> str:
    """A value as it stands in its file: text in quotes; brackets or braces for a list or a mapping."""
    return f"'{raw}'" if isinstance(raw, str | int) else "{…}" if isinstance(raw, Mapping) else "[…]"


def read_day(raw: object) -> dt.date:
    """A day from `YYYY-MM-DD`, inside the range that the assistant answers for."""
    if isinstance(raw, dt.date):
        return raw
    if not isinstance(raw, str) or not re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", raw):
        raise unfit(told("a day is wanted here, not {given}", given=shown(raw)), told("write it as YYYY-MM-DD"))
    try:
        day = dt.date.fromisoformat(raw)
    except ValueError:
        raise unfit(told("there is no day {given}", given=raw), told("look at a calendar")) from None
    if not FIRST_DAY <= day <= LAST_DAY:
        raise unfit(
            told("the day {given} lies outside {first} to {last}", given=raw, first=FIRST_DAY, last=LAST_DAY),
            told("write a day between them"),
        )
    return day


CLOCK = told('write it from "00:00" to "23:59", with two digits each')


def read_clock(raw: object, mend: Wording = CLOCK) -> dt.time:
    """A time of day from `HH:MM`; `mend` says how to write one here."""
    if isinstance(raw, dt.time):
        return raw
    if not isinstance(raw, str) or not re.fullmatch(r"(?:[01][0-9]|2[0-3]):[0-5][0-9]", raw):
        raise unfit(told("a time of day is wanted here, not {given}", given=shown(raw)), mend)
    return dt.time.fromisoformat(raw)


def read_count(raw: object) -> int:
    """A whole number, with a minus sign where the field allows it."""
    if isinstance(raw, int) and not isinstance(raw, bool):
        return raw
    if not isinstance(raw, str) or not re.fullmatch(r"-?(?:0|[1-9][0-9]{0,8})", raw):
        raise unfit(told("a whole number is wanted here, not {given}", given=shown(raw)), told("write it in digits"))
    return int(raw)


def read_amount(raw: object) -> Decimal:
    """A decimal number of at most three decimals."""
    if isinstance(raw, Decimal):
        return raw
    if not isinstance(raw, str) or not re.fullmatch(r"(?:0|[1-9][0-9]{0,8})(?:\.[0-9]{1,3})?", raw):
        raise unfit(told("a number is wanted here, not {given}", given=shown(raw)), told("write it as 50 or 2.7"))
    return Decimal(raw)


def read_signed(raw: object) -> Decimal:
    """A decimal number of at most three decimals, with a minus sign or without."""
    if isinstance(raw, str) and raw.startswith("-"):
        return -read_amount(raw.removeprefix("-"))
    return read_amount(raw)


def read_flag(raw: object) -> bool:
    """`yes` or `no`."""
    if isinstance(raw, bool):
        return raw
    if raw not in ("yes", "no"):
        raise unfit(told("yes or no is wanted here, not {given}", given=shown(raw)), told("write yes or no"))
    return raw == "yes"


Flag = Annotated[bool, BeforeValidator(read_flag)]
Day = Annotated[dt.date, BeforeValidator(read_day)]
Clock = Annotated[dt.time, BeforeValidator(read_clock), PlainSerializer(lambda one: f"{one:%H:%M}", when_used="json")]
Count = Annotated[int, BeforeValidator(read_count)]
Amount = Annotated[Decimal, BeforeValidator(read_amount)]
Signed = Annotated[
    Decimal,
    BeforeValidator(read_signed),
    WithJsonSchema({"type": ["number", "string"], "pattern": r"^-?(?:0|[1-9][0-9]{0,8})(?:\.[0-9]{1,3})?$"}),
]


def by_key(words: Iterable[str]) -> Callable[[Any], str | None]:
    """A discriminator: the tag of a mapping is `#` and the first of `words` that it has as a key (or field)."""
    order = tuple(words)

    def tag(raw: Any) -> str | None:
        has = raw.__contains__ if isinstance(raw, Mapping) else functools.partial(hasattr, raw)
        return next((f"#{word}" for word in order if has(word)), None)

    return tag


def number_or_name(raw: Any) -> str:
    """A discriminator for a number that may also be the name of a fact or of something derived."""
    number = isinstance(raw, int | Decimal) or (isinstance(raw, str) and re.fullmatch(r"-?[0-9]+(?:\.[0-9]+)?", raw))
    return "#number" if number else "#name"


def literal_or_mapping(raw: Any) -> str:
    """A discriminator for a literal that may also be written as a mapping."""
    return "#mapping" if isinstance(raw, Mapping | BaseModel) else "#literal"


def as_list(raw: object) -> object:
    """One item may stand without its list; a list from YAML becomes the tuple that strict records hold."""
    return (raw,) if isinstance(raw, str) else tuple(raw) if isinstance(raw, list) else raw


def unique(lists: Iterable[Iterable[str]]) -> tuple[str, ...]:
    """All that these lists hold, each once, in the order in which it first stands."""
    return tuple(dict.fromkeys(one for each in lists for one in each))


Ids = Annotated[tuple[Id, ...], BeforeValidator(as_list)]
ClauseIds = Annotated[tuple[ClauseId, ...], BeforeValidator(as_list)]
ReadingIds = Annotated[tuple[ReadingId, ...], BeforeValidator(as_list)]
