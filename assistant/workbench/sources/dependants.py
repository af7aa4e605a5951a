"""What rests on a clause, with the file and line at which to look: records, worked examples and translations."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from assistant.decide import Answer, decide
from assistant.i18n import N_
from assistant.i18n.catalogues import catalogue_path, place, read_catalogue
from assistant.i18n.load import languages
from assistant.i18n.words import Key, Words, key_of
from assistant.model.policy import Policy
from assistant.present.policy.clauses import Use, UseKind, uses
from assistant.settings import Settings
from assistant.workbench.catalogues.texts import texts
from assistant.workbench.check.examples import spots
from assistant.workbench.check.places import Places, Spot

KINDS: Mapping[UseKind | Literal["example"], str] = {
    "point": N_("Summary point"),
    "rule": N_("Rule"),
    "note": N_("Note"),
    "step": N_("Step of a procedure"),
    "contact": N_("Contact"),
    "reading": N_("Reading"),
    "date": N_("Date or value worked out"),
    "calendar": N_("Working days"),
    "hours": N_("Opening hours"),
    "table": N_("Table"),
    "cell": N_("Cell of a table"),
    "example": N_("Worked example"),
}


@dataclass(frozen=True, slots=True)
class Resting:
    """
    One thing that rests on a clause: its kind, its id inside the policy, its first sentence, where it stands, and the
    topics whose answers it is part of.
    """

    kind: UseKind | Literal["example"]
    id: str
    text: str
    file: str
    line: int
    topics: tuple[str, ...]
    clauses: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Translated:
    """A message that says in another language what rests on a clause: its source and its words are `text`."""

    language: str
    context: str
    file: str
    line: int
    text: str = ""


def all_resting(known: Settings, policy: Policy) -> tuple[Resting, ...]:
    """Everything that cites a clause, each once, then the worked examples whose answers do."""
    places = Places.read(known.content / policy.id)
    found: dict[str, Resting] = {}
    for use in uses(policy):
        topics = found[use.id].topics if use.id in found else ()
        spot = spot_of(places, policy, use)
        found[use.id] = Resting(
            use.kind,
            use.id,
            use.text.source,
            spot.file,
            spot.node.line,
            tuple(dict.fromkeys((*topics, *([use.topic] if use.topic else [])))),
            use.clauses,
        )
    return (*found.values(), *_examples(policy, places))


def spot_of(places: Places, policy: Policy, use: Use) -> Spot:
    """Where the record begins; for a table its file, and for a cell its row there, which is what must be corrected."""
    if use.kind not in {"table", "cell"}:
        return places.record(use.text)
    _, _, name, *cell = use.id.split(".")
    return places.table(name, [*policy.tables[name].rows].index(cell[1]) + 2 if cell else 1)


def _examples(policy: Policy, places: Places) -> Iterator[Resting]:
    for example, spot in zip(policy.examples, spots(places), strict=True):
        outcome = decide(policy, example.topic, example.aspect, example.facts, example.on)
        if isinstance(outcome, Answer) and outcome.cites:
            name = f"{example.topic}/{example.aspect}"
            yield Resting("example", name, example.name, spot.file, spot.node.line, (example.topic,), outcome.cites)


def by_clause(resting: tuple[Resting, ...]) -> Mapping[str, list[Resting]]:
    """The same by the clause that they rest on."""
    found: defaultdict[str, list[Resting]] = defaultdict(list)
    for one in resting:
        for clause in dict.fromkeys(one.clauses):
            found[clause].append(one)
    return found


def lines_of(resting: Iterable[Resting], words: Words, said: bool) -> Iterator[tuple[str, str]]:
    """Where to look, and what is there; with `said`, its sentence too. Worked examples come once for each file."""
    examples: defaultdict[str, list[int]] = defaultdict(list)
    for one in resting:
        if one.kind == "example":
            examples[one.file].append(one.line)
        else:
            kind, name = words.say(KINDS[one.kind]), _shared(one)
            shown = words.say("{kind} {id}: {text}", kind=kind, id=name, text=one.text) if said else f"{kind} {name}"
            yield f"{one.file}:{one.line}", shown
    for file, lines in examples.items():
        counted = words.plural(
            "{count} worked example, on line {lines}",
            "{count} worked examples, on lines {lines}",
            len(lines),
            lines=", ".join(map(str, lines)),
        )
        yield f"{file}:{lines[0]}", counted


def _shared(one: Resting) -> str:
    """The id, with the topics of what several share."""
    shared = [topic for topic in one.topics if topic not in one.id.split(".")]
    return f"{one.id} ({', '.join(shared)})" if shared else one.id


class Translations:
    """The translated messages of a policy, by the records that they belong to: one may be said in several."""

    def __init__(self, known: Settings, policy: Policy) -> None:
        self.start = f"{policy.id}."
        self.records: dict[Translated, frozenset[str]] = {}
        """Each message, with the contexts of the records that say it."""
        saying: defaultdict[Key, set[str]] = defaultdict(set)
        for one in texts(policy):
            saying[key_of(one.context, one.source)].add(one.context.rpartition(".")[0])
        for language in languages(known.locales):
            path = catalogue_path(known.locales, language, f"policy-{policy.id}")
            shown = path.relative_to(known.locales.parent)
            if language != policy.about.language and path.exists():
                for entry in read_catalogue(path):
                    if entry.msgctxt and entry.msgstr and not entry.obsolete:
                        line = place(path, entry)[1]
                        text = f"{entry.msgid}\n{entry.msgstr}"
                        message = Translated(language, entry.msgctxt, str(shown), line, text)
                        said = saying.get(key_of(entry.msgctxt, entry.msgid), ())
                        self.records[message] = frozenset((entry.msgctxt.rpartition(".")[0], *said))

    def of(self, clause: str, resting: list[Resting]) -> tuple[Translated, ...]:
        """Those of a clause's own gist and place, and of all that rests on it."""
        document, _, own = clause.rpartition(":")
        ids = [
            f"source.{document and f'{document}.'}clauses.{own}",
            *(one.id for one in resting if one.kind != "example"),
        ]
        records = {f"{self.start}{name}" for name in ids}
        return tuple(message for message, own in self.records.items() if own & records)
