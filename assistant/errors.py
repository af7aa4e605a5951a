"""
Everything that this package raises on purpose.

AssistantError
├── ContentError    files under content/ or locales/ are wrong; carries every fault found
├── UnknownPage     no such policy, topic, aspect or language
├── Usage           a command was called wrongly; carries how it is called
├── Unready         something that is needed cannot be read at present; the log says why
├── EmptyGap        a sentence has a gap that nobody filled (`i18n.fill`)
├── BadRequest      a request that cannot be read; carries the HTTP status (`web.frame.query`)
├── Unprocessable   a request that can be read and not be answered (`web.frame.problems`)
└── Refusal         a value or a computed day that cannot be answered for; carries the reason's id

A `Fault` is data first and a sentence second: `file:line:column: path: what is wrong`, then how to mend it. Both
sentences are kept with their values apart, as a `Wording`, so that they can be said in the reader's language.
"""

import re
from dataclasses import dataclass

GAP = re.compile(r"\{([a-z][a-z0-9_]*)\}")
"""A gap of a sentence: a name in braces."""


@dataclass(frozen=True, slots=True, order=True)
class Wording:
    """
    A sentence in English with gaps, and what stands in them by name. As text it is the English.

    A fault's values are text. An explanation's are things that each language writes in its own way: days, numbers,
    names of facts (`vocabulary.wording`); `many` is then the sentence for another `count` than one, where there is one.
    """

    sentence: str
    values: tuple[tuple[str, object], ...] = ()
    many: str = ""

    def about(self, **values: object) -> "Wording":
        """The same sentence with these values: for sentences that are kept in a table."""
        return told(self.sentence, **values)

    def holding(self, **values: object) -> "Wording":
        """The same explanation with these values too, which are kept as they are."""
        return Wording(self.sentence, (*self.values, *values.items()), self.many)

    def __str__(self) -> str:
        values = dict(self.values)
        return GAP.sub(lambda gap: str(values.get(gap[1], gap[0])), self.sentence)


def told(sentence: str, /, **values: object) -> Wording:
    """Marks a sentence for translators, and keeps its values apart until it is known who reads it."""
    return Wording(sentence, tuple((name, str(value)) for name, value in sorted(values.items())))


def worded(sentence: str, many: str = "", /, **values: object) -> Wording:
    """
    Marks the sentence of an explanation, and the one for another `count` than one, and keeps its values as they are.
    """
    return Wording(sentence, tuple(values.items()), many)


@dataclass(frozen=True, slots=True, order=True)
class Fault:
    """One thing that is wrong in a file: where it stands (line and column from 1), what it is, how to mend it."""

    file: str
    line: int
    column: int
    path: str
    wrong: Wording
    mend: Wording

    @property
    def place(self) -> str:
        """`file:line:column: path: `, as editors and terminals make links of it."""
        return f"{self.file}:{self.line}:{self.column}: " + (f"{self.path}: " if self.path else "")

    def __str__(self) -> str:
        """In English; `i18n.faults` says it in other languages."""
        return f"{self.place}{self.wrong}\n  mend: {self.mend}"


class AssistantError(Exception):
    """The root of the family: catch it to catch all that we raise ourselves."""


class ContentError(AssistantError):
    """Content or locales cannot be used; `faults` lists everything that is wrong, in file order."""

    def __init__(self, faults: list[Fault]) -> None:
        self.faults = sorted(set(faults))
        super().__init__("\n".join(map(str, self.faults)))

    @classmethod
    def at(cls, file: object, wrong: Wording, mend: Wording) -> "ContentError":
        """One thing is wrong with a file as a whole."""
        return cls([Fault(str(file), 1, 1, "", wrong, mend)])


class UnknownPage(AssistantError):
    """Nothing stands at this address; `kind` says what was looked for, `name` what was asked, `near` what is alike."""

    def __init__(self, kind: str, name: str, near: tuple[str, ...] = ()) -> None:
        self.kind, self.name, self.near = kind, name, near
        super().__init__(f"no {kind} {name!r}")


class Usage(AssistantError):
    """A command was called wrongly; each of `wordings` is a sentence of what is wrong, and of how it is called."""

    def __init__(self, *wordings: Wording) -> None:
        self.wordings = wordings
        super().__init__("\n".join(map(str, wordings)))


class Unready(AssistantError):
    """What is asked for cannot be read at present: `what` it is, in English. The log says why."""

    def __init__(self, what: str) -> None:
        self.what = what
        super().__init__(f"{what} cannot be read at present")


class TooNew(AssistantError):
    """An edition of a policy that was frozen after the one that stands here."""

    def __init__(self, policy: str, edition: str) -> None:
        self.policy, self.edition = policy, edition
        super().__init__(f"{policy} stands here in an earlier edition than {edition}")


class Refusal(AssistantError):
    """
    A value that is not what its fact asks for, or a day that cannot be computed.

    `reason` is the id of a sentence for people (`present.faults` writes it), `details` fill its gaps.
    """

    def __init__(self, reason: str, **details: str) -> None:
        self.reason, self.details = reason, details
        super().__init__(reason)
