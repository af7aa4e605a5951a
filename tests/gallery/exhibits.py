"""The gallery: small policies in our own words, with the languages that ship, and cases of them by chance."""

import datetime as dt
import importlib
import shutil
from collections.abc import Iterator
from pathlib import Path
from random import Random
from zoneinfo import ZoneInfo

from assistant.decide import canonical
from assistant.loading import load_library
from assistant.model.policy import Policy
from assistant.model.rule import Aspect
from assistant.settings import PACKAGE, Settings
from assistant.vocabulary.fact import Asked
from assistant.vocabulary.facts.reading import OTHER, reading_fact
from assistant.workbench.catalogues.sync import sync
from tests.conftest import ROOT
from tests.gallery.expected import Case, Work

GALLERY = Path(__file__).parent
POLICIES = sorted(path.name for path in (GALLERY / "content").iterdir())
LANGUAGES = ("en", "ja")
FAR = 500_000
"""How far from the least value of a fact another one is taken, in steps of it."""
SHIPPED = ("language.yaml", "grammar.yaml", "proofs.yaml", "terms.po", "glossary.po", "ui.po", "workbench.po")
"""What of a language belongs to no policy."""


def hang(folder: Path) -> Settings:
    """The gallery in `folder`, with the languages that ship and the catalogues in step."""
    known = Settings(content=folder / "content", locales=folder / "locales", library=folder / "library")
    shutil.copytree(GALLERY / "content", known.content)
    for language in LANGUAGES:
        (known.locales / language).mkdir(parents=True)
        for path in (ROOT / "locales" / language / name for name in SHIPPED):
            if path.exists():
                shutil.copy(path, known.locales / language)
    shutil.copytree(GALLERY / "locales", known.locales, dirs_exist_ok=True)
    sync(load_library(known), known.locales, PACKAGE)
    return known


def expected(policy: str) -> Work:
    """What works out a policy's answers anew."""
    work: Work = importlib.import_module(f"tests.gallery.expected.{policy.replace('-', '_')}").worked_out
    return work


def cases(policy: Policy, count: int) -> Iterator[Case]:
    """
    So many cases by chance, the same every time, with every fact that the policy knows; many of them on the edges where
    the worked examples stand.
    """
    chance = Random(policy.id)  # noqa: S311 (cases, no secrets)
    asked = [(topic.id, aspect) for topic in policy.topics.values() for aspect in topic.aspects]
    begins, edges = policy.about.in_force_from or dt.date(2026, 1, 1), _edges(policy)
    days = sorted({example.on for example in policy.examples})
    others = [reading_fact(one.id) for one in policy.about.readings if one.other is not None]
    for _ in range(count):
        on = chance.choice((begins + dt.timedelta(days=chance.randint(-5, 500)), chance.choice(days)))
        facts = {
            name: chance.choice(
                (*(chance.sample(edges[name], 1) if edges[name] else ()), _value(policy, fact, on, chance))
            )
            for name, fact in policy.facts.items()
        }
        facts |= {name: OTHER for name in others if chance.randint(0, 3) == 0}
        place: tuple[str, Aspect] = chance.choice(asked)
        if chance.randint(0, 2) == 0:  # beside a worked example: one of its facts is another
            near = chance.choice(policy.examples)
            kept = {name: value for name, value in near.facts.items() if name != chance.choice((*near.facts, ""))}
            place, on, facts = (near.topic, near.aspect), near.on, facts | kept
        yield (*place, on, facts)


def _edges(policy: Policy) -> dict[str, list[str]]:
    """Values of each fact of which choice is to be made: those of the worked examples."""
    used = {name: {one.facts[name] for one in policy.examples if name in one.facts} for name in policy.facts}
    return {name: sorted(found) for name, found in used.items()}


def _value(policy: Policy, fact: Asked, on: dt.date, chance: Random) -> str:
    """Any value: a day near the one asked about, a number not too far from the least."""
    kind, axis = fact.kind(), fact.axis()
    if axis is None:
        return canonical(chance.choice(fact.choices() or fact.samples()))
    near = on + dt.timedelta(days=chance.choice((chance.randint(-45, 45), chance.randint(-400, 400))))
    if kind == "day":
        return near.isoformat()
    if kind == "moment":
        clock = dt.time(chance.randint(0, 23), chance.choice((0, 0, 30, chance.randint(1, 59))))
        moment = dt.datetime.combine(near, clock, ZoneInfo(policy.about.time_zone))
        return f"{moment.astimezone(dt.UTC).astimezone(moment.tzinfo):%Y-%m-%dT%H:%M}"  # none that the clock skips
    return canonical(axis.at(chance.randint(axis.first, min(axis.last, axis.first + FAR))))
