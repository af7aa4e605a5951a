"""
The outline of a document, in the words of `source.yaml`.

A clause that is still there keeps its id, its place, its gist and all else that was written about it; its print and
its lines are made anew. A new one gets an id from the heading above it, and a place; its gist is to be written.
"""

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from assistant.content.nodes import Node
from assistant.content.reader import Draft
from assistant.errors import ContentError, Usage, told
from assistant.i18n.words import Words
from assistant.library.editions import edition_path, list_editions, read_edition
from assistant.model.policy import About
from assistant.model.source import Clause, Outline
from assistant.workbench.sources.alignment import Alignment
from assistant.workbench.sources.blocks import Block, Blocks, Unit, span_text
from assistant.workbench.sources.wording import MARKUP, fingerprint, marked

SOURCE = "source.yaml"
SMALL = {"a", "an", "and", "by", "for", "from", "in", "of", "on", "or", "s", "the", "to", "with"}
STEM_WORDS, STEM_SIGNS = 3, 40
"""Most words and signs of a heading that go into an id."""


@dataclass(frozen=True, slots=True)
class OutlineFile:
    """`source.yaml`: its path, its text and tree (empty and none where there is no such file yet), and its clauses."""

    path: Path
    text: str
    root: Node | None
    clauses: tuple[Clause, ...]
    about: About
    taken: frozenset[str]
    """Every id of a clause, now and in earlier editions."""
    gone: tuple[str, ...] = ()
    """Those that the document no longer had when the outline was written."""


def read_outline(folder: Path, document: str = "") -> OutlineFile:
    """
    The outline in a policy's folder, which must have its `policy.yaml`: of its own document, or of another one.

    Raises:
        ContentError: everything that is wrong in either file, or an earlier edition that cannot be read.
        Usage: the policy has no such document, or does not hold it.
    """
    draft = Draft(folder, Path(folder.parent.name) / folder.name)
    about: About | None = draft.read("policy.yaml", About, f"{folder.name}.policy")
    if draft.faults or about is None:
        raise ContentError(draft.faults)
    held = tuple(name for name, one in about.documents.items() if one.held)
    if document and document not in held:
        raise Usage(
            told(
                "The policy holds no document “{document}”. Name one of these: {documents}.",
                document=document,
                documents=", ".join(held) or "–",
            )
        )
    file = f"source/{document}.yaml" if document else SOURCE
    path, outline = folder / file, None
    if path.exists():
        outline = draft.read(file, Outline, f"{folder.name}.source{document and f'.{document}'}")
    if draft.faults:
        raise ContentError(draft.faults)
    clauses = outline.clauses if outline else ()
    earlier = [read_edition(edition_path(folder, name)).policy.outline.clauses for name in list_editions(folder)]
    ids = (clause.id for each in earlier for clause in each if clause.id.rpartition(":")[0] == document)
    gone = outline.gone if outline else ()
    taken = frozenset((*(clause.id for clause in clauses), *gone, *(one.rpartition(":")[2] for one in ids)))
    text = path.read_text("utf-8") if outline else ""
    return OutlineFile(path, text, draft.trees.get(file), clauses, about, taken, gone)


@dataclass(frozen=True, slots=True)
class Entry:
    """A clause as it will stand in the outline; `place` is where the document has it, in words."""

    id: str
    place: str
    fingerprint: str
    lines: tuple[int, int]
    new: bool


def entries(blocks: Blocks, alignment: Alignment, taken: Collection[str], words: Words) -> tuple[Entry, ...]:
    """Every unit of the document as an entry, in order; an id in `taken` is given to no new clause."""
    used = set(taken)
    found = []
    headings = [block for block in blocks if block.kind == "heading"]
    for unit in alignment.units:
        name = alignment.clauses.get(unit.span) or _new_id(unit, headings, used)
        used.add(name)
        first, last = blocks[unit.span[0]], blocks[unit.span[1] - 1]
        found.append(
            Entry(
                name,
                place_of(unit, words),
                fingerprint(span_text(blocks, unit.span)),
                (first.line, last.last),
                new=unit.span not in alignment.clauses,
            )
        )
    return tuple(found)


def _new_id(unit: Unit, headings: Sequence[Block], used: Collection[str]) -> str:
    """The heading's Latin words, or its number, and a number that is free."""
    stem = _stem(unit.headings[-1], headings) if unit.headings else "opening"
    number = "-".join(re.findall(r"[a-z0-9]+", unit.body.number.casefold()))
    if number and unit.kind != "heading" and f"{stem}.{number}" not in used:
        return f"{stem}.{number}"
    ordinal = unit.ordinal
    while f"{stem}.{ordinal}" in used:
        ordinal += 1
    return f"{stem}.{ordinal}"


def _stem(heading: Block, headings: Sequence[Block]) -> str:
    mark = marked(heading.text)
    found = [word for word in re.findall(r"[a-z0-9]+", _shown(mark.rest).casefold()) if word not in SMALL]
    if any(re.search(r"[a-z]{2}", word) for word in found):
        return "-".join(found[:STEM_WORDS])[:STEM_SIGNS].strip("-")
    number = re.findall(r"[0-9]+", mark.number)
    return f"section-{'-'.join(number) or headings.index(heading) + 1}"


def places_of(alignment: Alignment, words: Words) -> dict[str, str]:
    """The place of each clause that a document holds, as we write it."""
    found = ((alignment.clauses.get(unit.span), unit) for unit in alignment.units)
    return {name: place_of(unit, words) for name, unit in found if name is not None}


def place_of(unit: Unit, words: Words, paged: bool = True) -> str:
    """Where a unit stands: its headings, its number or how manieth it is below them, and the page where it has one."""
    heads = _heads([_shown(heading.text) for heading in unit.headings[-2:]], words)
    number = unit.body.number.rstrip(".")
    place = heads
    if unit.kind != "heading" and number:
        place = words.say("{heading}, {number}", heading=heads, number=number)
    elif unit.kind != "heading" and unit.among > 1:
        place = _counted(unit, heads, words)
    if unit.body.page is None or not paged:
        return place
    return words.say("{place}, page {page}", place=place, page=unit.body.page)


def _heads(headings: Sequence[str], words: Words) -> str:
    match headings:
        case [above, heading]:
            return words.say("{above}, {heading}", above=above, heading=heading)
        case [heading]:
            return heading
    return words.say("Opening")


def _counted(unit: Unit, heads: str, words: Words) -> str:
    """A unit among others of its kind; all of them are the table, or what stands below the heading."""
    told = partial(words.say, heading=heads, number=unit.ordinal, last=unit.last)
    whole, several = (unit.ordinal, unit.last) == (1, unit.among), unit.last > unit.ordinal
    match unit.kind:
        case "row" | "columns" if whole:
            return told("{heading}, table")
        case "row" | "columns":
            return told("{heading}, table rows {number} to {last}" if several else "{heading}, table row {number}")
        case _ if whole:
            return heads
        case "item":
            return told("{heading}, bullets {number} to {last}" if several else "{heading}, bullet {number}")
    return told("{heading}, paragraphs {number} to {last}" if several else "{heading}, paragraph {number}")


def _shown(text: str) -> str:
    """A heading for people. Braces would be gaps of a sentence."""
    return " ".join(MARKUP.sub("", text).replace("{", "(").replace("}", ")").split())
