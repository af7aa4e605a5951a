"""
A policy's first files from its document: the outline, a point for each clause, the tables as CSV. What can only be
guessed stands in comments, as something to do.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from unicodedata import normalize

from assistant.content.syntax import read_yaml
from assistant.i18n.load import load_words, read_grammars
from assistant.i18n.words import Words
from assistant.parsing.grammar import Grammar
from assistant.workbench.sources.alignment import align
from assistant.workbench.sources.blocks import Blocks
from assistant.workbench.sources.outline import SOURCE, Entry, entries
from assistant.workbench.sources.writing import scalar, written

FIGURES = re.compile(r"(?P<before>[^\d,.\-]{0,4})(?P<figures>-?\d[\d,]*(?:\.\d+)?)(?P<behind>\D{0,6})")
"""A number with what stands around it: a currency's sign, a unit."""
KINDS = {
    "integer": r"-?\d+", "number": r"-?\d+\.\d+|-?\d+", "date": r"\d{4}-\d\d-\d\d", "time": r"\d\d:\d\d",
}  # fmt: skip
SIGNS = 40
"""Most signs of a heading that go into an id."""
FIRST = "first-clause"
"""The clause that a skeleton rests on."""
DRAFT = ".draft"
"""What stands behind the name of a table that nothing reads yet."""


Said = Callable[[str], str]
"""How a heading of the document is told."""


@dataclass(frozen=True, slots=True)
class Grid:
    """
    A table of the document: its id, the ids of its columns, its rows, each with its name and its cells, and of those
    columns whose figures all have one mark around them, such as £, the name and that mark.
    """

    id: str
    label: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, str, tuple[str, ...]], ...]
    marks: Mapping[str, tuple[str, str]]

    @property
    def text(self) -> str:
        """The table as CSV."""
        lines = (("row", *self.columns), *((id_, *cells) for id_, _, cells in self.rows))
        return "".join(",".join(map(_quoted, line)) + "\n" for line in lines)


@dataclass(frozen=True, slots=True)
class Paper:
    """A document, the languages in whose words places in it are told, and which of them is its own."""

    blocks: Blocks
    locales: Path
    language: str

    def files(self, files: Mapping[str, str], language: str) -> dict[str, str]:
        """
        The files of a skeleton, resting on the clauses of the document in place of its own. In another language than
        the document's its headings, which somebody must translate, are told as those of the document.
        """
        words = load_words(self.locales, language)
        said = (
            (lambda text: words.say("“{heading}” in the document", heading=text)) if self.language != language else str
        )
        found = self._found(words)
        own = self._found(load_words(self.locales, self.language)) if self.language != language else ()
        found = [
            replace(one, place=said(one.place)) if one.place in {its.place for its in own} else one for one in found
        ]
        made = {name: text.replace(FIRST, found[0].id) for name, text in files.items()}
        head = files[SOURCE].partition("\n")[0]
        made[SOURCE] = f"{head}\n{written('', None, (), found, words)}"
        made["summary.yaml"] = _summary(made["summary.yaml"], self.blocks, found, words, said)
        grids = tuple(_grids(self.blocks))
        made["policy.yaml"] = _policy(made["policy.yaml"], self.blocks, words, said) + "".join(
            line for one in grids for line in _draft(one, read_grammars(self.locales).values(), words)
        )
        made["facts.yaml"] += "".join(f"\n{line}" for line in _facts(grids, words)) + ("\n" if grids else "")
        return made | {f"tables/{one.id}.csv{DRAFT}": one.text for one in grids}

    def _found(self, words: Words) -> Sequence[Entry]:
        return entries(self.blocks, align((), self.blocks, {}), (), words)


def _summary(text: str, blocks: Blocks, found: Sequence[Entry], words: Words, said: Said) -> str:
    """A section for each of the document's headings, and a point for each clause, in the place of the first ones."""
    root = read_yaml(text, "summary.yaml")
    lines = text.splitlines(keepends=True)
    pairs = root.pairs or {}
    start = pairs["sections"][0].line
    stop = min((key.line for key, _ in pairs.values() if key.line > start), default=len(lines) + 1)
    sections: dict[str, list[Entry]] = {}
    for one in found:
        sections.setdefault(one.id.partition(".")[0], []).append(one)
    made = ["sections:\n"]
    for id_, inside in sections.items():
        title = scalar(said(_title(blocks, inside[0])) if _title(blocks, inside[0]) else inside[0].place)
        made += [f"  - id: {id_}\n", f"    title: {title}\n", "    points:\n"]
        for one in inside:
            gist = scalar(words.say("What this clause says, in one sentence of your own."))
            made.append(f"      - id: {one.id.replace('.', '-')}\n")
            made.append(
                f"        text: {gist}  # to-do: {words.say('tell readers what {clause} says', clause=one.id)}\n"
            )
            made.append(f"        cites: [{one.id}]\n")
    return "".join([*lines[: start - 1], *made, "\n", *lines[stop - 1 :]])


def _title(blocks: Blocks, first: Entry) -> str:
    above = [one for one in blocks if one.kind == "heading" and one.line <= first.lines[1]]
    return _plain(above[-1].text) if above else ""


def _policy(text: str, blocks: Blocks, words: Words, said: Said) -> str:
    """The document's title, and the topics that its headings may be."""
    heads = [one for one in blocks if one.kind == "heading"]
    if heads:
        title = read_yaml(text, "policy.yaml").find(("document", "title"))
        lines = text.splitlines(keepends=True)
        _, _, mark = lines[title.line - 1].partition("  #")
        lines[title.line - 1] = f"  title: {scalar(said(_plain(heads[0].text)))}  #{mark}"
        text = "".join(lines)
    for head in reversed(heads[1:]):
        topic = words.say("perhaps a topic: {heading}", heading=_plain(head.text))
        text = _behind(text, "topics", f"  # to-do: {topic}\n")
    return text


def _draft(one: Grid, grammars: Iterable[Grammar], words: Words) -> Iterator[str]:
    """What `policy.yaml` may say of a table, in comments. A mark of figures is a currency, or stays with the name."""
    file = f"tables/{one.id}.csv"
    use = words.say("take these signs away where a topic reads the table, and call its file {file}", file=file)
    yield f"\n# to-do: {use}\n"
    money = {name: _currencies(mark, grammars) for name, (_, mark) in one.marks.items()}
    found = {codes for codes in money.values() if len(codes) == 1}
    currency = next(iter(found)) if len(found) == 1 else ()
    kinds = {name: _kind([row[2][place] for row in one.rows]) for place, name in enumerate(one.columns)}
    kinds |= {name: "money" for name, codes in money.items() if currency and codes == currency}
    names = {id_: name for id_, name, _ in one.rows}
    names |= {name: f"{head} ({mark})" for name, (head, mark) in one.marks.items() if kinds[name] != "money"}
    about = ("tables:", f"  {one.id}:", f"    label: {scalar(one.label)}", "    holds: mixed",
             f"    columns: {{{', '.join(f'{name}: {kind}' for name, kind in kinds.items())}}}",
             *(f"    currency: {code}" for code in currency),
             f"    names: {{{', '.join(f'{id_}: {scalar(name)}' for id_, name in names.items())}}}")  # fmt: skip
    yield from (f"# {line}\n" for line in about)


def _currencies(mark: str, grammars: Iterable[Grammar]) -> tuple[str, ...]:
    signs = ((code, words) for one in grammars for code, words in one.numbers.money.items())
    return tuple(sorted({code for code, words in signs if mark.casefold() in (*words, code.casefold())}))


def _behind(text: str, key: str, line: str) -> str:
    """The text with a line more behind the list under a key."""
    items = read_yaml(text, "policy.yaml").find((key,)).items or []
    lines = text.splitlines(keepends=True)
    lines.insert(items[-1].line, line)
    return "".join(lines)


def _facts(grids: Sequence[Grid], words: Words) -> Iterator[str]:
    """For each table a choice among its rows, to be asked."""
    for one in grids:
        yield f"# to-do: {words.say('ask which row of the table {table} it is, if a topic reads it', table=one.id)}"
        yield from (f"# {line}" for line in (f"{one.id}-row:", "  type: choice", "  question: …", "  label: …",
                                             "  options:"))  # fmt: skip
        yield from (f"#     {id_}: {{label: {scalar(name)}}}" for id_, name, _ in one.rows)


def _grids(blocks: Blocks) -> Iterator[Grid]:
    """The tables: rows in a run, under the names of their columns where these are marked, else under their first."""
    number, place, head = 0, 0, ""
    while place < len(blocks):
        block = blocks[place]
        head = block.text if block.kind == "heading" else head
        stop = place
        while stop < len(blocks) and blocks[stop].kind in ("columns", "row"):
            stop += 1
        rows = [[_plain(cell) for cell in row.text.split("\t")] for row in blocks[place:stop]]
        if len(rows) > 1 and len(rows[0]) > 1:
            number += 1
            yield _grid(number, _plain(head), [row for row in rows if len(row) == len(rows[0])])
        place = max(stop, place + 1)


def _grid(number: int, head: str, rows: Sequence[Sequence[str]]) -> Grid:
    id_ = _id(head, f"table-{number}", ())
    columns: list[str] = []
    for place, name in enumerate(rows[0][1:], 1):
        columns.append(_id(name, f"column-{place}", columns))
    marked = [_values([row[place] for row in rows[1:]]) for place in range(1, len(rows[0]))]
    marks = {
        name: (rows[0][place], mark) for place, (name, (_, mark)) in enumerate(zip(columns, marked, strict=True), 1)
    }
    cells = [*zip(*(cells for cells, _ in marked), strict=True)]
    named: list[tuple[str, str, tuple[str, ...]]] = []
    for place, row in enumerate(rows[1:], 1):
        own = _id(row[0], f"row-{place}", [one for one, _, _ in named])
        named.append((own, row[0], cells[place - 1]))
    return Grid(id_, head or id_, tuple(columns), tuple(named), {name: one for name, one in marks.items() if one[1]})


def _id(text: str, otherwise: str, taken: Sequence[str]) -> str:
    made = "-".join(re.findall(r"[a-z0-9]+", normalize("NFKC", text).casefold()))[:SIGNS].strip("-")
    found = made if re.search(r"[a-z]", made) else otherwise
    return found if found not in taken else f"{found}-{otherwise}"


def _quoted(cell: str) -> str:
    """A cell of CSV, in quotes where it needs them."""
    return '"{}"'.format(cell.replace('"', '""')) if re.search(r'[",\n]', cell) else cell


def _values(cells: Sequence[str]) -> tuple[list[str], str]:
    """
    The numbers of a column without the mark around them, as content writes them, and that mark; anything else, and
    numbers that have one mark here and another there, as they stand.
    """
    found = [FIGURES.fullmatch(normalize("NFKC", cell).strip()) for cell in cells]
    marks = {f"{one['before']}{one['behind']}".strip() for one in found if one}
    if len(marks) > 1:
        return [*cells], ""
    return [one["figures"].replace(",", "") if one else cell for one, cell in zip(found, cells, strict=True)], "".join(
        marks
    )


def _kind(cells: Sequence[str]) -> str:
    fits = (kind for kind, form in KINDS.items() if all(re.fullmatch(form, cell) for cell in cells))
    return next(fits, "duration")


def _plain(text: str) -> str:
    """A text for people on one line; braces would be gaps of a sentence."""
    return " ".join(text.replace("{", "(").replace("}", ")").strip("#*_ ").split())
