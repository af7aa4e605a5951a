"""
What a new edition of a document changes, clause by clause.

With the earlier document the changed words are shown, both texts taken from the two files. Without it a change is seen
by the print alone.
"""

import re
import unicodedata
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from typing import Literal

from assistant.i18n.words import Words
from assistant.model.source import Clause
from assistant.workbench.sources.alignment import Alignment, align
from assistant.workbench.sources.blocks import Blocks, Unit, span_text
from assistant.workbench.sources.outline import entries, place_of
from assistant.workbench.sources.wording import MARKUP, TYPOGRAPHY, wording, wordings

Change = Literal["changed", "gone", "new", "moved", "renumbered"]
Piece = tuple[Literal["same", "old", "new"], str]
"""A stretch of text: in both editions, in the earlier one only, in the later one only."""
TOKENS = re.compile(
    r"[0-9](?:[0-9.,:/]*[0-9])?|[^\W\d_\u3005-\u30ff\u3400-\u9fff]+|[\u3005-\u3007\u3400-\u9fff]+|[\u3041-\u3096]+"
    r"|[\u30a1-\u30fa\u30fc]+|\s+|."
)
"""Figures, Latin words, and Japanese where the script changes."""
CUT_START, CUT_END = re.compile(r"^[A-Za-z0-9]{1,15}\b"), re.compile(r"\b[A-Za-z0-9]{1,15}$")
"""A word that may have been cut in two."""
SHOWN = 60
"""Signs of an unchanged stretch that are shown beside a change."""


@dataclass(frozen=True, slots=True)
class Difference:
    """
    One clause that is not as it was. `was` and `now` are its places in the two documents, where it has them and they
    are known; `pieces` is what it says, with the change in it where both texts are at hand.
    """

    change: Change
    clause: str
    was: str
    now: str
    pieces: tuple[Piece, ...] = ()


@dataclass(frozen=True, slots=True)
class Comparison:
    """
    All differences in the order of the new document, each that is gone where it stood in the outline. `same` counts the
    clauses that only keep their wording and place; `unknown` are those whose wording the earlier document, where one
    was given, does not hold.
    """

    differences: tuple[Difference, ...]
    same: int
    unknown: tuple[str, ...]


def compare(
    clauses: Sequence[Clause], new: Blocks, old: Blocks | None, taken: Collection[str], words: Words
) -> Comparison:
    """What the document `new` changes against the outline; `old` is the document that the outline was made from."""
    before = wordings(clauses, old) if old is not None else {}
    alignment = align(clauses, new, before)
    then = align(clauses, old, before) if old is not None else None
    earlier = {then.clauses[one.span]: one for one in then.units if one.span in then.clauses} if then else {}
    placed = {clause.id: clause.place.source for clause in clauses}
    found: dict[str, Difference | None] = {}
    for entry, unit in zip(entries(new, alignment, taken, words), alignment.units, strict=True):
        change: Change | None = "new"
        if not entry.new:
            was, body = earlier.get(entry.id), _body(new, unit)
            same = was is not None and old is not None and body != "" and body == _body(old, was)
            change = _change(entry.id, unit, alignment, was, same, words)
            if change == "renumbered" and entry.place == placed[entry.id]:
                change = None
        pieces = _pieces(change, before.get(entry.id), span_text(new, unit.span))
        found[entry.id] = Difference(change, entry.id, "", entry.place, pieces) if change else None
    gone = {
        name: Difference("gone", name, "", "", (("old", _unmarked(before[name])),) if name in before else ())
        for name in alignment.gone
    }
    differences = tuple(
        replace(one, was=placed.get(name, ""))
        for name in _order([*found], clauses)
        if (one := found.get(name) or gone.get(name)) is not None
    )
    as_it_was = sum(found.get(clause.id, gone) is None for clause in clauses)
    return Comparison(differences, as_it_was, tuple(name for name in placed if old is not None and name not in before))


def _body(blocks: Blocks, unit: Unit) -> str:
    """The wording of a unit without the headings above it: where these stand is its place."""
    return "".join(wording(block.text) for block in blocks[slice(*unit.span)] if block.kind != "heading")


def _change(
    name: str, unit: Unit, alignment: Alignment, earlier: Unit | None, same: bool, words: Words
) -> Change | None:
    """How a clause differs; `same` says that both documents are at hand and its body reads the same in them."""
    if name in alignment.changed and not same:
        return "changed"
    if name in alignment.moved or (earlier is not None and _heads(earlier) != _heads(unit)):
        return "moved"
    if earlier is None:
        return None
    return "renumbered" if place_of(earlier, words, paged=False) != place_of(unit, words, paged=False) else None


def _heads(unit: Unit) -> list[str]:
    return [wording(heading.text) for heading in unit.headings[-2:]]


def _order(found: list[str], clauses: Sequence[Clause]) -> list[str]:
    """The clauses of the new document in order, with each that is gone after the one that it followed."""
    known = set(found)
    last = 0
    for clause in clauses:
        if clause.id in known:
            last = found.index(clause.id) + 1
        else:
            found.insert(last, clause.id)
            last += 1
    return found


def _pieces(change: Change | None, before: str | None, text: str) -> tuple[Piece, ...]:
    if change == "changed":
        return word_diff(before, text) if before is not None else (("same", _unmarked(text)),)
    return (("new", _unmarked(text)),) if change == "new" else ()


def _unmarked(text: str) -> str:
    return MARKUP.sub("", text)


def word_diff(before: str, after: str) -> tuple[Piece, ...]:
    """Both texts as one, stretch by stretch, cut at words; white space and markup make no difference."""
    old, new = _tokens(before), _tokens(after)
    pieces: list[Piece] = []
    for kind, a, b, c, d in SequenceMatcher(None, _folded(old), _folded(new), autojunk=False).get_opcodes():
        if kind == "equal":
            pieces.append(("same", "".join(new[c:d])))
        else:
            pieces += [("old", "".join(old[a:b]))] if a < b else []
            pieces += [("new", "".join(new[c:d]))] if c < d else []
    return tuple(pieces)


def _tokens(text: str) -> list[str]:
    return TOKENS.findall(_unmarked(text))


def _folded(tokens: Sequence[str]) -> list[str]:
    return [unicodedata.normalize("NFKC", token.strip() or " ").translate(TYPOGRAPHY).casefold() for token in tokens]


def shortened(pieces: Sequence[Piece]) -> Iterator[Piece]:
    """The pieces with long unchanged stretches cut down to what stands beside a change."""
    for place, (kind, text) in enumerate(pieces):
        before, after = place > 0, place + 1 < len(pieces)
        if kind == "same" and len(text) > SHOWN * (before + after) > 0:
            start = CUT_END.sub("", text[:SHOWN]) if before else ""
            yield kind, f"{start} … {CUT_START.sub('', text[-SHOWN:]) if after else ''}"
        else:
            yield kind, text
