"""Links that were made from frozen editions: each must still be read, and lead to something of today."""

from collections.abc import Iterator, Mapping
from pathlib import Path

from assistant.decide.aliases import fact_now, owner, place_now, renamings
from assistant.errors import ContentError, Fault, Wording, told
from assistant.library.editions import edition_path, list_editions, read_edition
from assistant.library.publications import beside
from assistant.model.policy import Library, Policy, Renamed

FILE, FREEZE = "aliases.yaml", "policy-assistant edition freeze"
UNTOLD = told("nothing says what changed in the edition {edition}")
Broken = tuple[str, Wording, Wording]
"""The former id, what is wrong, and how to mend it."""
GONE: Mapping[str, Wording] = {
    "policy": told("links of the edition {edition} name the policy '{name}', which is not known today"),
    "topic": told("links of the edition {edition} name the topic '{name}', which is not known today"),
    "aspect": told("links of the edition {edition} ask '{name}', which is not asked today"),
    "option": told("links of the edition {edition} say '{name}', which is not possible today"),
    "kind": told("links of the edition {edition} give '{name}', which is asked in another way today"),
}
SAY = told(
    "say in aliases.yaml what stands in its place, {example}; or bring it back, with a rule that says what became of it"
)
READ_TOO = frozenset({("ids", "several"), ("integer", "number")})
"""Kinds of facts whose texts are read by another kind as well."""
ANOTHER = told("give the new one another id, or ask as before")


def check_editions(policy: Policy, folder: Path) -> Iterator[Fault]:
    """A fault for each frozen edition that cannot be read, and for each id under which a link of one would not open."""
    seen: set[str] = set()
    for name in reversed(list_editions(folder)):
        try:
            was = read_edition(edition_path(folder, name)).policy
        except ContentError as error:
            yield from error.faults
            continue
        for id_, wrong, mend in _broken(policy, was):
            if id_ not in seen:
                seen.add(id_)
                place = str(Path(folder.parent.name) / folder.name / FILE)
                yield Fault(place, 1, 1, id_, wrong.about(edition=was.edition, name=id_), mend)


def untold(folder: Path) -> Iterator[Fault]:
    """A fault for each frozen edition of which nothing says what changed, which freezing mends."""
    for name in list_editions(folder):
        if not (path := beside(folder, "changes", name)).exists():
            yield Fault(str(path), 1, 1, "", UNTOLD.about(edition=name), told("run: {command}", command=FREEZE))


def _broken(policy: Policy, was: Policy) -> Iterator[Broken]:
    known = was.id == policy.id or (policy.aliases is not None and was.id in policy.aliases.policies)
    if not known:
        yield was.id, GONE["policy"], SAY.about(example=f"policies: {{{was.id}: {{}}}}")
        return
    renamed = tuple(renamings(policy, was.id))
    for topic in was.topics.values():
        left = [aspect for aspect in topic.aspects if not _asked(policy, *place_now(renamed, topic.id, aspect))]
        if left and place_now(renamed, topic.id, left[0])[0] not in policy.topics:
            yield topic.id, GONE["topic"], SAY.about(example=f"topics: {{{topic.id}: …}}")
        else:
            for aspect in left:
                place = f"{topic.id}/{aspect}"
                yield place, GONE["aspect"], SAY.about(example=f"topics: {{{place}: …}}")
    for name in was.facts:
        yield from _broken_fact(policy, was, name, renamed)


def _asked(policy: Policy, topic: str, aspect: str) -> bool:
    return topic in policy.topics and aspect in policy.topics[topic].aspects


def _broken_fact(policy: Policy, was: Policy, name: str, renamed: tuple[Renamed, ...]) -> Iterator[Broken]:
    """A fact that is gone stays in a link for its edition; one that is there must read what links say of it."""
    fact = policy.facts.get(now := fact_now(renamed, name, "")[0])
    if fact is None:
        return
    before = was.facts[name]
    if before.kind() != fact.kind() and (before.kind(), fact.kind()) not in READ_TOO:
        yield name, GONE["kind"], ANOTHER
        return
    for option in before.ids():
        if fact_now(renamed, name, option)[1] not in fact.ids():
            yield f"{name}={option}", GONE["option"], SAY.about(example=f"options: {{{now}: {{{option}: …}}}}")


def check_claims(library: Library) -> Iterator[Fault]:
    """A fault for each former id of a policy that another one has, or had: no link with it could be led to both."""
    for policy in library.policies.values():
        for name in policy.aliases.policies if policy.aliases else ():
            other = owner(library, name)
            if other is not None and other.id != policy.id:
                wrong = told("'{name}' leads to the policy '{other}' already", name=name, other=other.id)
                yield Fault(f"content/{policy.id}/{FILE}", 1, 1, name, wrong, told("take it out of one of the two"))
