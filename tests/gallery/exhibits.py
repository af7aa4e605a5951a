"""The gallery: small policies in our own words, with the languages that ship, and cases of them by chance."""

import datetime as dt
import importlib
import shutil
from collections.abc import Iterator
from pathlib import Path
from random import Random

from assistant.loading import load_library
from assistant.model.policy import Policy
from assistant.settings import PACKAGE, Settings
from assistant.vocabulary.fact import Asked
from assistant.workbench.catalogues.sync import sync
from tests.conftest import ROOT
from tests.gallery.expected import Case, Work

GALLERY = Path(__file__).parent
POLICIES = sorted(path.name for path in (GALLERY / "content").iterdir())
LANGUAGES = ("en", "ja")
DATED = {"day", "moment"}
MOST = 12
SHIPPED = ("language.yaml", "grammar.yaml", "terms.po", "glossary.po", "ui.po")
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
    for _ in range(count):
        on = begins + dt.timedelta(days=chance.randint(-5, 500))
        yield (*chance.choice(asked), on, {
            name: chance.choice((*edges[name], _value(fact, on, chance))) for name, fact in policy.facts.items()
        })  # fmt: skip


def _edges(policy: Policy) -> dict[str, list[str]]:
    """Values of each fact of which choice is to be made: a few out of the worked examples."""
    used = {name: {one.facts[name] for one in policy.examples if name in one.facts} for name in policy.facts}
    return {name: [] if policy.facts[name].kind() in DATED else sorted(found)[:MOST] for name, found in used.items()}


def _value(fact: Asked, on: dt.date, chance: Random) -> str:
    if fact.choices():
        return chance.choice(fact.choices())
    near = on + dt.timedelta(days=chance.choice((chance.randint(-45, 45), chance.randint(-400, 400))))
    match fact.kind():
        case "day":
            return near.isoformat()
        case "moment":
            return f"{near}T{chance.randint(0, 23):02}:{chance.choice((0, 0, 30, chance.randint(1, 59))):02}"
    low, high = fact.ends()
    return str(chance.randint(int(str(low)), int(str(high))))
