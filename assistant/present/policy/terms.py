"""The words of a document that not everybody knows, explained."""

from dataclasses import dataclass

from assistant.i18n.fill import Rendered
from assistant.present.views import CitationView
from assistant.present.writer import Writer, once


@dataclass(frozen=True, slots=True)
class TermView:
    """
    A word: what it means in `general`, and what the document says of it; `long` is what it is short for, where it is an
    abbreviation.
    """

    id: str
    policy: str
    name: Rendered
    long: str
    general: Rendered | None
    means: Rendered | None
    find_out: Rendered | None
    cites: tuple[CitationView, ...]

    @property
    def anchor(self) -> str:
        """Its place on the page of words, as two policies may explain the same one."""
        return f"{self.policy}.{self.id}"


@once
def terms(writer: Writer) -> tuple[TermView, ...]:
    """The words that a policy explains, in its order."""
    return tuple(
        TermView(
            name,
            writer.policy.id,
            written := writer.text(term.name),
            term.also[0] if term.also and written.isascii() and written.isupper() else "",
            writer.optional(term.general),
            writer.optional(term.means),
            writer.optional(term.find_out),
            writer.cite(term.cites),
        )
        for name, term in writer.policy.words.items()
    )
