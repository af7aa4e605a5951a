"""
What rests on clauses that a new edition changed, until somebody says that it still holds.

Writing an outline records, beside the content, the print of each gist, rule, date, note, reading and translation that
rests on a changed clause. A thing is unreviewed as long as it stands there as it stood then: whoever edits it, or says
that it holds, has reviewed it.
"""

import hashlib
import json
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from pydantic import TypeAdapter, ValidationError

from assistant.errors import ContentError, Usage, told
from assistant.i18n import N_
from assistant.i18n.words import Words
from assistant.loading import read_policy
from assistant.model.policy import Library, Policy
from assistant.present.policy.clauses import Use, uses
from assistant.settings import Settings
from assistant.workbench.check.places import Places
from assistant.workbench.sources.dependants import KINDS, Translations, spot_of

FILE = "unreviewed.json"
GIST, TRANSLATION = N_("Gist"), N_("Translation")
Recorded = dict[str, dict[str, str]]
"""By changed clause, the print of each thing that rested on it, by the thing's id."""
RECORDED = TypeAdapter(Recorded)
MEND = told("where two people’s reviews were merged, keep the lines of both: at worst something is reviewed twice")


@dataclass(frozen=True, slots=True, order=True)
class Unreviewed:
    """
    A thing that rests on a changed clause and that nobody has reviewed: where it stands, what it is (an English
    sentence of the interface), its id, the clauses, and the context of its sentences: their policy and its id.
    """

    file: str
    line: int
    kind: str
    id: str
    clauses: tuple[str, ...]
    context: str

    def line_for(self, words: Words) -> str:
        """As a line for people."""
        what = words.say("{kind} {id}", kind=words.say(self.kind), id=self.id)
        return f"{self.file}:{self.line}: " + words.say(
            "{what} (rests on {clauses})", what=what, clauses=", ".join(self.clauses)
        )


def record(known: Settings, policy: str, changed: Collection[str], gone: Collection[str]) -> None:
    """
    Records that all that rests on these changed clauses is unreviewed, as it stands now. Raises `ContentError` where
    the policy cannot be read.
    """
    recorded = {clause: things for clause, things in _read(known, policy).items() if clause not in gone}
    things = [*_things(known, read_policy(known, policy).policies[policy])] if changed else []
    for clause in changed:
        recorded[clause] = {thing.id: print_ for thing, print_ in things if clause in thing.clauses}
    _write(known, policy, recorded)


def unreviewed(known: Settings, policy: Policy) -> tuple[Unreviewed, ...]:
    """Everything of a policy that is unreviewed, in the order of the files."""
    recorded = _read(known, policy.id)
    if not recorded:
        return ()
    found = []
    for thing, print_ in _things(known, policy):
        clauses = tuple(clause for clause, things in recorded.items() if things.get(thing.id) == print_)
        if clauses:
            found.append(Unreviewed(thing.file, thing.line, thing.kind, thing.id, clauses, thing.context))
    return tuple(sorted(found))


def review(known: Settings, policy: Policy, named: Collection[str]) -> tuple[Unreviewed, ...]:
    """
    Says that things hold: those with these ids, and those that rest on these clauses; all where none is named. Raises
    `Usage` where a name is neither.
    """
    open_ = unreviewed(known, policy)
    for name in named:
        if not any(name == one.id or name in one.clauses for one in open_):
            raise Usage(told("Nothing that is called “{name}” or rests on it is unreviewed.", name=name))
    held = {
        (one.id, clause) for one in open_ for clause in one.clauses if not named or one.id in named or clause in named
    }
    recorded = {
        clause: {id_: print_ for id_, print_ in things.items() if (id_, clause) not in held}
        for clause, things in _read(known, policy.id).items()
    }
    _write(known, policy.id, recorded)
    return tuple(one for one in open_ if any((one.id, clause) in held for clause in one.clauses))


def unreviewed_records(known: Settings, library: Library) -> frozenset[str]:
    """The contexts of records that are unreviewed, and of translations, with their language before them."""
    try:
        found = [one for policy in library.policies.values() for one in unreviewed(known, policy)]
    except ContentError:  # Somebody is writing the files.
        return frozenset()
    return frozenset(one.id if one.kind == TRANSLATION else one.context for one in found)


def unreviewed_lines(found: Sequence[Unreviewed], words: Words) -> list[str]:
    """How many things are unreviewed, and each with its file and line; nothing where nothing is."""
    if not found:
        return []
    counted = words.plural("{count} thing is unreviewed:", "{count} things are unreviewed:", len(found))
    return [counted, *(one.line_for(words) for one in found)]


def _read(known: Settings, policy: str) -> Recorded:
    path = known.content / policy / FILE
    try:
        return RECORDED.validate_json(path.read_bytes()) if path.exists() else {}
    except ValidationError:
        shown = path.relative_to(known.content.parent).as_posix()
        raise ContentError.at(shown, told("the file cannot be read"), MEND) from None


def _write(known: Settings, policy: str, recorded: Recorded) -> None:
    """One line a thing, so that who reviewed what can be seen from the history; no file where there is none."""
    path = known.content / policy / FILE
    kept = {clause: things for clause, things in recorded.items() if things}
    if kept:
        path.write_text(json.dumps(kept, ensure_ascii=False, indent=1) + "\n", "utf-8")
    else:
        path.unlink(missing_ok=True)


def _things(known: Settings, policy: Policy) -> Iterator[tuple[Unreviewed, str]]:
    """Each gist, each thing that cites a clause, and each translation of theirs, with its print."""
    places = Places.read(known.content / policy.id)
    found: dict[str, tuple[Unreviewed, str]] = {}
    for clause in policy.outline.clauses:
        spot = places.of(clause.gist)
        context = clause.gist.context.rpartition(".")[0]
        gist = Unreviewed(spot.file, spot.node.line, GIST, f"{context.partition('.')[2]}.gist", (clause.id,), context)
        found[gist.id] = gist, _print(clause.gist.source)
    for use in uses(policy):
        spot = spot_of(places, policy, use)
        about = _about(policy, use) or json.dumps(spot.node.data(""), ensure_ascii=False)
        context = use.text.context.rpartition(".")[0]
        thing = Unreviewed(spot.file, spot.node.line, KINDS[use.kind], use.id, use.clauses, context)
        found[use.id] = thing, _print(about)
    yield from found.values()
    by_context: dict[str, list[Unreviewed]] = {}
    for thing, _ in found.values():
        by_context.setdefault(thing.context, []).append(thing)
    for said, records in Translations(known, policy).records.items():
        own = [thing for record in sorted(records) for thing in by_context.get(record, ())]
        if clauses := tuple(dict.fromkeys(clause for thing in own for clause in thing.clauses)):
            id_ = f"{said.language} {said.context}"
            yield Unreviewed(said.file, said.line, TRANSLATION, id_, clauses, said.context), _print(said.text)


def _about(policy: Policy, use: Use) -> str:
    """What a table's file says, which its record does not hold."""
    if use.kind not in {"table", "cell"}:
        return ""
    _, _, name, *cell = use.id.split(".")
    rows = policy.tables[name].rows
    return str(rows[cell[1]][cell[2]]) if cell else json.dumps(policy.tables[name].model_dump(mode="json"))


def _print(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:16]
