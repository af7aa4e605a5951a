"""A thousand links of every frozen edition, in each language by turns, still open and still show an answer."""

from collections.abc import Iterable, Iterator
from itertools import cycle, islice
from pathlib import Path

import pytest

from assistant.decide import Answer
from assistant.library.editions import edition_path, list_editions, read_edition
from assistant.loading import earlier_editions
from assistant.model.policy import Library
from assistant.settings import Settings
from assistant.web.frame.query import address
from assistant.workbench.check.paths import Path as Walked
from assistant.workbench.check.paths import paths
from tests.client import TestClient
from tests.site import application

MANY, MOST = 1000, 30
"""So many links at least in all, and at most of one question."""
LOST = ("We no longer have the answer", "作成したときの回答は残っていません")
"""What a page says that goes by another edition than the one that its link names."""


def links(content: Path) -> Iterator[tuple[str, str]]:
    """
    Links of every frozen edition, without their language, with its name: each says a fact that no other of its
    question says.
    """
    for folder in sorted(path.parent for path in content.glob("*/policy.yaml")):
        for name in list_editions(folder):
            was = read_edition(edition_path(folder, name)).policy
            for topic in was.topics.values():
                for aspect in topic.aspects:
                    for path in islice(telling(paths(was, topic.id, aspect)), MOST):
                        pairs = [*path.facts.items(), ("on", path.on.isoformat()), ("edition", name)]
                        yield name, address(f"/{was.id}/{path.topic}/{path.aspect}", pairs)


def telling(found: Iterable[Walked]) -> Iterator[Walked]:
    """The paths to an answer on which something is said for the first time."""
    told: set[tuple[str, str]] = set()
    for path in islice(found, 20 * MOST):
        if isinstance(path.outcome, Answer) and (not told or not path.facts.items() <= told):
            told |= path.facts.items()
            yield path


@pytest.fixture(scope="module")
def client(library: Library, content: Path, locales: Path) -> TestClient:
    """The application with the editions that stand beside the content."""
    return TestClient(application(library, locales, earlier_editions(Settings(content=content))))


def test_every_policy_has_a_frozen_edition(content: Path, library: Library) -> None:
    assert all(list_editions(content / name) for name in library.policies)


def test_a_thousand_links_open(client: TestClient, content: Path) -> None:
    every = list(links(content))
    assert len(every) >= MANY, len(every)
    shut: dict[str, int] = {}
    for (name, path), lang in zip(every, cycle(("en", "ja")), strict=False):
        response = client.get(link := f"/{lang}{path}")
        elsewhere = f"edition={name}" not in str(response.url) or any(one in response.text for one in LOST)
        if response.status_code != 200 or elsewhere:
            shut[link] = response.status_code
    assert shut == {}
