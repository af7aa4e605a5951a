"""The whole check of the real content: nothing wrong, and quick enough to run on every change."""

import time
from pathlib import Path

from assistant.model.policy import Library
from assistant.workbench.catalogues.texts import texts
from assistant.workbench.check import check_library
from assistant.workbench.check.places import Places

SECONDS = 40


def test_the_content_has_no_faults_and_is_checked_quickly(library: Library, content: Path) -> None:
    start = time.perf_counter()
    faults = check_library(library, content)
    assert list(map(str, faults)) == []
    assert time.perf_counter() - start < SECONDS


def test_every_sentence_is_found_where_it_stands(library: Library, content: Path) -> None:
    for policy in library.policies.values():
        places = Places.read(content / policy.id)
        for text in texts(policy):
            assert places.of(text).node.scalar == text.source


def test_every_rule_is_found_where_it_stands(library: Library, content: Path) -> None:
    for policy in library.policies.values():
        places = Places.read(content / policy.id)
        for topic in policy.topics.values():
            for aspect in topic.aspects:
                for one in places.standing(policy, topic.id, aspect):
                    written = one.spot.node.child("id")
                    assert (written.scalar if written else "") == getattr(one.item, "id", "")
                    noted = [spot.node.child("note") or spot.node for _, spot in one.notes]
                    assert [node.scalar for node in noted] == [use.note for use, _ in one.notes]
