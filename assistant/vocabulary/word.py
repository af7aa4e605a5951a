"""
What a word of the vocabulary is: a record that says everything about itself, and the registry that makes it known.

A field that names something is marked with what its ids stand for (`NAME`, `CALENDAR`, `HOURS`, `TABLE`). From the
marks follows what a word reads: the engine, the walk, the checks of names and the map of dependencies all ask the word.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from importlib import import_module
from pkgutil import iter_modules
from typing import Any, ClassVar, Generic, Self, TypeVar, get_args

from pydantic import BaseModel, GetCoreSchemaHandler, GetJsonSchemaHandler, ValidationError
from pydantic_core import ErrorDetails, InitErrorDetails, PydanticCustomError, PydanticKnownError, core_schema

from assistant.model.record import Record


@dataclass(frozen=True, slots=True)
class Mark:
    """
    What the ids in a field stand for: a `name` (a fact, `on`, something derived), a `calendar`, opening `hours`, a
    `table`, or the `row` or `column` of one. A name may be a literal instead where `literal` says of which kind: a
    `day`, a `time`, a `number`, or as an `operand` whatever a value may be held against.
    """

    kind: str
    literal: str = ""


NAME, CALENDAR, HOURS, TABLE = Mark("name"), Mark("calendar"), Mark("hours"), Mark("table")
DAY_OR_NAME, NUMBER_OR_NAME, TIME_OR_NAME = Mark("name", "day"), Mark("name", "number"), Mark("name", "time")
OPERAND = Mark("name", "operand")
ROW, COLUMN = Mark("row"), Mark("column")


class Word(Record):
    """A record of the vocabulary. What it is known by in content is the name of its first field of its own."""

    listed: ClassVar[bool] = True
    """Whether it is named among the words that may be written."""
    known_as: ClassVar[tuple[str, ...]] = ()
    """Other words by which authors may look for it: whoever writes one is told this one."""
    example: ClassVar[str] = ""
    """How it is written, with what stands around it: shown in the list of words, and read by the tests."""

    @classmethod
    def key(cls) -> str:
        """The key by which the word is known in content."""
        return next(name for name in cls.__annotations__ if name in cls.model_fields)

    @classmethod
    @cache
    def marks(cls) -> Mapping[str, Mark]:
        """The fields that name something, in the order in which they are read, with what they name."""
        return {
            name: mark for name, field in cls.model_fields.items() for mark in field.metadata if isinstance(mark, Mark)
        }

    def reads(self) -> Iterator[tuple[str, str]]:
        """
        What the word reads, in the order of its fields: the kind of each thing, and its id; of a word inside it what
        that reads. A name may turn out to be a literal.
        """
        marks = self.marks()
        for field in type(self).model_fields:
            value = getattr(self, field)
            for one in value if isinstance(value, tuple) else (value,):
                if isinstance(one, Word):
                    yield from one.reads()
                elif field in marks and isinstance(one, str):
                    yield marks[field].kind, one

    def renamed(self, names: Mapping[str, str]) -> Self:
        """The same word with other names for what it reads: where a list is used, what it takes is bound."""
        marked = {field for field, mark in self.marks().items() if mark.kind == "name"}
        fields = ((field, getattr(self, field)) for field in type(self).model_fields)
        changed = {field: new for field, was in fields if (new := _renamed(was, names, field in marked)) != was}
        return self.model_copy(update=changed) if changed else self


def _renamed(value: object, names: Mapping[str, str], marked: bool) -> object:
    if isinstance(value, tuple):
        return tuple(_renamed(one, names, marked) for one in value)
    if isinstance(value, Word):
        return value.renamed(names)
    return names.get(value, value) if marked and isinstance(value, str) else value


W = TypeVar("W", bound=Word)
KNOWN = frozenset(get_args(core_schema.ErrorType))
"""The types of errors that pydantic itself has."""


class Registry(Generic[W]):
    """
    The words of one kind by their keys, as the type of a field: `Annotated[Step, STEPS]`.

    `kind` is the type of the error where none of the keys is there, `wanted` its English. `package` is the folder of
    its words: a module that is put there is known, and all are imported when the first word is asked for.
    `spelled_out` turns a shorter way of writing into a word's own.
    """

    def __init__(
        self,
        kind: str,
        wanted: str,
        package: str,
        shorter: Any = None,
        spelled_out: Callable[[object], object] = lambda raw: raw,
    ) -> None:
        self.kind, self.wanted, self._package = kind, wanted, f"{__package__}.{package}"
        self._spelled_out, self._shorter = spelled_out, shorter
        self._registered: dict[str, type[W]] = {}

    def register(self, word: type[W]) -> type[W]:
        """Makes a word known; as a decorator. Raises `ValueError` where its key is taken."""
        if word.key() in self._registered:
            raise ValueError(f"the word {word.key()!r} is registered already")
        self._registered[word.key()] = word
        self.__dict__.pop("words", None)
        return word

    @cached_property
    def words(self) -> dict[str, type[W]]:
        """The words by their keys, in the order of these."""
        for module in iter_modules(import_module(self._package).__path__):
            import_module(f"{self._package}.{module.name}")
        return dict(sorted(self._registered.items()))

    @property
    def listed(self) -> tuple[str, ...]:
        """The keys of the words that may be written."""
        return tuple(key for key, word in self.words.items() if word.listed)

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> core_schema.CoreSchema:
        return core_schema.with_info_plain_validator_function(
            self._read, serialization=core_schema.plain_serializer_function_ser_schema(_dumped, info_arg=True)
        )

    def __get_pydantic_json_schema__(
        self, schema: core_schema.CoreSchema, handler: GetJsonSchemaHandler
    ) -> dict[str, Any]:
        written = [handler(word.__pydantic_core_schema__) for word in self.words.values()]
        return {"anyOf": [*(self._shorter or ()), *written]}

    def _read(self, raw: object, info: core_schema.ValidationInfo) -> W:
        if isinstance(raw, Word) and self.words.get(type(raw).key()) is type(raw):
            return raw
        raw = self._spelled_out(_tuples(raw) if info.mode == "json" else raw)
        key = self._key(raw)
        try:
            return self.words[key].model_validate(raw, context=info.context)
        except ValidationError as error:
            raise _below(f"#{key}", error) from None

    def _key(self, raw: object) -> str:
        """The key of the word that this is written as. Raises `PydanticCustomError`, of this kind, where it is none."""
        found = min((str(key) for key in raw if key in self.words), default="") if isinstance(raw, Mapping) else ""
        if not found:
            raise PydanticCustomError(self.kind, "{wanted}", {"wanted": f"{self.wanted}: {', '.join(self.listed)}"})
        return found


class Types(Registry[W]):
    """Words that are told apart by what stands in their field `type`."""

    def _key(self, raw: object) -> str:
        given = raw.get("type") if isinstance(raw, Mapping) else None
        if given in self.words:
            return str(given)
        if not isinstance(raw, Mapping):
            raise PydanticKnownError("model_type", {"class_name": self.kind})
        if given is None:
            raise PydanticKnownError("union_tag_not_found", {"discriminator": "'type'"})
        context = {"discriminator": "'type'", "tag": str(given), "expected_tags": ", ".join(self.listed)}
        raise PydanticKnownError("union_tag_invalid", context)


def _dumped(word: BaseModel, info: core_schema.SerializationInfo) -> dict[str, Any]:
    return word.model_dump(
        mode=info.mode, context=info.context, exclude_defaults=info.exclude_defaults, exclude_unset=info.exclude_unset
    )


def _tuples(raw: object) -> object:
    """JSON has lists where strict records hold tuples."""
    if isinstance(raw, list):
        return tuple(map(_tuples, raw))
    return {key: _tuples(value) for key, value in raw.items()} if isinstance(raw, dict) else raw


def _below(tag: str, error: ValidationError) -> ValidationError:
    """The same errors one step further down, with the word's key as the step."""
    found = error.errors(include_url=False)
    return ValidationError.from_exception_data(error.title, [_detail(tag, one) for one in found])


def _detail(tag: str, one: ErrorDetails) -> InitErrorDetails:
    kind, context = one["type"], one.get("ctx", {})
    known = kind if kind in KNOWN else PydanticCustomError(kind, one["msg"], context)
    return InitErrorDetails(type=known, loc=(tag, *one["loc"]), input=one["input"], ctx=context)
