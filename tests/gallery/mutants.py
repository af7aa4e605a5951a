"""A policy with one thing taken away or changed: every rule, step, test, edge, cell, label, example of it in turn."""

import csv
import datetime as dt
import io
import re
from collections.abc import Iterator, Mapping
from copy import deepcopy
from decimal import Decimal
from pathlib import Path
from typing import Any, NamedTuple

import yaml

from assistant.model.rule import ASPECTS

Data = Any
"""A file as plain data: mappings, lists and texts; of a table its lines."""
Way = tuple[str | int, ...]
"""The keys and places that lead to something in a file."""
TURNED = {
    "at_least": "after", "at_most": "before", "after": "at_least", "before": "at_most",
    "earlier_of": "later_of", "later_of": "earlier_of", "any": "none", "none": "any",
    "working_day": "holiday", "holiday": "working_day",
    "end_of_month": "first_of_month", "plus": "minus", "times": "plus", "percent": "times",
}  # fmt: skip
"""Words that are taken for each other; where that changes nothing they say the same."""
OTHERWISE = {"next": "previous", "previous": "next", "up": "down", "down": "up", "half-up": "down"}
LISTED: dict[str, str] = {
    "when": "condition", "steps": "step", "bands": "band", "derived": "derived thing", "notes": "note",
          "dates": "date", "values": "value", "cites": "citation", "options": "option", "closed_each_year": "season",
          "announced_around": "stretch", "spans": "span", "days": "days", "zones": "zone", "weekdays": "weekday",
          "clauses": "clause", "points": "point", "examples": "example", "rules": "rule", "sections": "section",
          "procedures": "procedure", "columns": "kind of a column", "documents": "document", "topics": "topic",
          "readings": "reading", "any": "alternative", "none": "alternative", "tables": "table",
          "calendars": "calendar", "hours": "opening hours", "lists": "list", "points_to": "pointer",
          **dict.fromkeys(ASPECTS, "rule")}  # fmt: skip
"""What stands in a list or a mapping, by its key."""
ALONE = ("label", "holidays", "announced", "in_force_from", "ended_after", "ended", "other", "zone", "currency",
         "question", "verdict", "answer", "say", "held", "labels", "holds")  # fmt: skip
"""Keys that are taken away with what they say."""
EDGED = {"when", "steps", "bands", "closed_each_year", "announced_around", "spans", "days", "in_force_from"}
"""Under these a literal is an edge."""


class Mutant(NamedTuple):
    """What was done, where, and what the file holds then."""

    kind: str
    file: str
    way: Way
    data: Data

    @property
    def text(self) -> str:
        """The file's text, written when it is wanted: of many mutants few are tried, and to write one takes long."""
        return written(self.file, self.data)

    def __str__(self) -> str:
        return f"{self.kind}: {self.file} {'.'.join(map(str, self.way))}"


def files_of(folder: Path) -> dict[str, Data]:
    """The files of a policy as plain data."""
    found: dict[str, Data] = {}
    for path in sorted(one for one in folder.rglob("*") if one.is_file()):
        text = path.read_text("utf-8")
        name = path.relative_to(folder).as_posix()
        rows = list(csv.reader(io.StringIO(text))) if path.suffix == ".csv" else None
        found[name] = rows or yaml.load(text, yaml.BaseLoader)  # noqa: S506 (it makes texts, lists and mappings alone)
    return found


def written(name: str, data: Data) -> str:
    """A file's text."""
    if name.endswith(".csv"):
        return "".join(",".join(row) + "\n" for row in data)
    return str(yaml.safe_dump(data, allow_unicode=True, sort_keys=False, width=1000, default_style='"'))


def mutants(files: Mapping[str, Data]) -> Iterator[Mutant]:
    """Everything that may be taken away or changed, one by one."""
    for name, data in files.items():
        for kind, way, changed in _table(data) if name.endswith(".csv") else _tree(data, data, ()):
            yield Mutant(kind, name, way, changed)


Change = tuple[str, Way, Data]


def _table(rows: list[list[str]]) -> Iterator[Change]:
    for place in range(1, len(rows)):
        yield "row taken away", (place,), [row for number, row in enumerate(rows) if number != place]
        for column in range(1, len(rows[0])):
            if (other := _next(rows[place][column], 7)) is not None:
                yield "cell changed", (place, column), _with(rows, (place, column), other)
    for column in range(1, len(rows[0])):
        yield "column taken away", (0, column), [[*row[:column], *row[column + 1 :]] for row in rows]


def _tree(root: Data, here: Data, way: Way) -> Iterator[Change]:
    """Changes of one node and of all below it."""
    pairs = here.items() if isinstance(here, dict) else enumerate(here) if isinstance(here, list) else ()
    kind = LISTED.get(_name(way))
    for key, value in pairs:
        there = (*way, key)
        if kind is not None and not (isinstance(here, dict) and kind == "rule"):
            yield f"{kind} taken away", there, _without(root, there)
        elif key in ALONE or (not way and isinstance(value, dict) and "question" in value):
            yield f"{key if key in ALONE else 'fact'} taken away", there, _without(root, there)
        if key in TURNED and set(way) & EDGED:
            yield "word turned", there, _renamed(root, there, TURNED[str(key)])
        yield from _tree(root, value, there)
    if isinstance(here, str) and (other := OTHERWISE.get(here)) is not None and "steps" in way:
        yield "way turned", way, _with(root, way, other)
    elif isinstance(here, str) and set(way) & EDGED and way[0] != "examples" and (later := _next(here)) is not None:
        yield "edge moved", way, _with(root, way, later)


def _name(way: Way) -> str:
    return next((one for one in way[-1:] if isinstance(one, str)), "")


def _next(text: str, far: int = 1) -> str | None:
    """A value so far away: in days, minutes, or steps of a number's last figure; None of what has none."""
    if re.fullmatch(r"\d{4}-\d{2}-\d{2}", text):
        return str(dt.date.fromisoformat(text) + dt.timedelta(days=far))
    if re.fullmatch(r"\d{2}-\d{2}", text):
        return str(dt.date.fromisoformat(f"2027-{text}") + dt.timedelta(days=far))[5:]
    if re.fullmatch(r"\d{2}:\d{2}", text):
        minutes = (int(text[:2]) * 60 + int(text[3:]) + far) % 1440
        return f"{minutes // 60:02}:{minutes % 60:02}"
    if found := re.fullmatch(r"(-?\d+(?:\.\d+)?)(h|min|d|wd)?", text):
        number = Decimal(found[1])
        step = Decimal(far).scaleb(int(number.as_tuple().exponent))
        return f"{number + step if number + step else number - step}{found[2] or ''}"
    return None


def _with(root: Data, way: Way, value: Data) -> Data:
    changed = deepcopy(root)
    _at(changed, way[:-1])[way[-1]] = value
    return changed


def _without(root: Data, way: Way) -> Data:
    changed = deepcopy(root)
    del _at(changed, way[:-1])[way[-1]]
    return changed


def _renamed(root: Data, way: Way, name: str) -> Data:
    changed = deepcopy(root)
    above = _at(changed, way[:-1])
    pairs = list(above.items())
    above.clear()
    above.update((name if key == way[-1] else key, value) for key, value in pairs)
    return changed


def _at(root: Data, way: Way) -> Data:
    for key in way:
        root = root[key]
    return root
