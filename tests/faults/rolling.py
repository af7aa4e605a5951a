"""Editions that are brought to three replicas behind nginx, one after the other, while people ask."""

import json
import re
import shutil
import signal
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager, suppress
from http.client import HTTPException
from pathlib import Path
from threading import Event
from typing import NamedTuple

from assistant.content import read_policy
from assistant.library.editions import edition_path, write_edition
from assistant.model.edition import named
from tests.conftest import ROOT
from tests.deploy.fronted import Site, fronted, told
from tests.phrases import thinned

POLICY, QUESTION = "licence-desk", "licence-desk/hwkc-replacement/free"
SAID = "system=sv9500&swa=active&on=2026-01-15"
RULE, SAY = "topics/hwkc-replacement.yaml", "say: There is no service fee because"
CLIENTS = 3


class Found(NamedTuple):
    """What came of asking: how often, what was not answered, and what was of two editions."""

    asked: int
    lost: list[str]
    mixed: list[str]


class Rollout:
    """Three replicas, each of which reads its content through a link of its own; `numbers` are those of editions."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.numbers = folder, dict[str, int]()
        self.links = [folder / f"replica-{number}" for number in range(3)]

    def make(self, number: int) -> Path:
        """The content of the next edition, whose answer names its number, with all earlier ones frozen."""
        place = self.folder / f"content-{number}"
        before = self.folder / f"content-{number - 1}" / POLICY
        if before.exists():
            shutil.copytree(before, place / POLICY)
        else:
            shutil.copytree(ROOT / "content" / POLICY, place / POLICY, ignore=shutil.ignore_patterns("editions"))
        rule = place / POLICY / RULE
        told_by = f"say: (No. {number - 1}) There" if before.exists() else SAY.partition(" is")[0]
        text = rule.read_text("utf-8")
        assert told_by in text
        rule.write_text(text.replace(told_by, f"say: (No. {number}) There"), "utf-8")
        policy = read_policy(place / POLICY)
        path = edition_path(place / POLICY, policy.edition)
        path.parent.mkdir(exist_ok=True)
        path.write_text(write_edition(policy, {}), "utf-8")
        assert named(path.stem).number == number
        self.numbers[policy.edition] = number
        return place

    @contextmanager
    def running(self) -> Iterator[Site]:
        """The replicas, with the first edition."""
        first = self.make(1)
        for link in self.links:
            link.symlink_to(first)
        locales = thinned(shutil.copytree(ROOT / "locales", self.folder / "locales"))
        shared = {"LIBRARY": str(self.folder / "library"), "LOCALES": str(locales)}
        known = {f"POLICY_ASSISTANT_{name}": place for name, place in shared.items()}
        settings = [{"POLICY_ASSISTANT_CONTENT": str(link), **known} for link in self.links]
        with fronted(self.folder, ["--workers", "1"], settings) as site:
            yield site

    def roll(self, site: Site, number: int) -> None:
        """Brings the next edition to all of them, one after the other."""
        made = self.make(number)
        edition = next(name for name, count in self.numbers.items() if count == number)
        for link, replica, place in zip(self.links, site.replicas, site.behind, strict=True):
            aside = link.with_suffix(".new")
            aside.symlink_to(made)
            aside.replace(link)
            replica.send_signal(signal.SIGHUP)
            while edition not in told(place, "/version"):
                assert replica.poll() is None, "the new edition does not come"
                time.sleep(0.2)

    def ask(self, site: Site, ended: Event) -> Found:
        """Asks until it has ended: the answer of whoever has it, and then of its link."""
        found = Found(0, [], [])
        while not ended.is_set():
            found = found._replace(asked=found.asked + 1)
            try:
                fault = self._asked(site)
            except (OSError, HTTPException, ValueError) as error:
                found.lost.append(repr(error))
                continue
            if fault:
                (found.lost if fault.isdigit() else found.mixed).append(fault)
            ended.wait(0.02)
        return found

    def _asked(self, site: Site) -> str:
        """What is wrong: the status of what is not answered, or the editions that are mixed."""
        response, body = site.ask(f"/api/v1/answers/{QUESTION}?{SAID}")
        if response.status != 200:
            return str(response.status)
        answer = json.loads(body)
        number, query = self.numbers[answer["edition"]], answer["permalink"].partition("?")[2]
        response, body = site.ask(f"/api/v1/answers/{QUESTION}?{query}")
        if response.status != 200:
            return str(response.status)
        again = json.loads(body)
        response, body = site.ask(f"/en/{QUESTION}?{query}")
        if response.status != 200:
            return str(response.status)
        page = body.decode()
        shown = set(map(int, re.findall(r"\(No\. (\d+)\)", page)))
        named_by = {count for name, count in self.numbers.items() if f"Edition {name}" in page}
        later = self.numbers[again["edition"]]
        said = f"(No. {number})" in answer["text"]["plain"] and f"(No. {later})" in again["text"]["plain"]
        if not said or len(shown) != 1 or shown != named_by or min(later, *shown) < number:
            return f"asked of {number}, answered by {later}, shown {shown} as {named_by}"
        return ""


def rolled(folder: Path, rounds: int) -> Found:
    """What came of so many editions, while some clients ask."""
    rollout, ended = Rollout(folder), Event()
    with rollout.running() as site, ThreadPoolExecutor(CLIENTS) as pool:
        asking = [pool.submit(rollout.ask, site, ended) for _ in range(CLIENTS)]
        with suppress(KeyboardInterrupt):
            try:
                for number in range(2, 2 + rounds):
                    rollout.roll(site, number)
            finally:
                ended.set()
        found = [one.result() for one in asking]
    return Found(
        sum(one.asked for one in found),
        [fault for one in found for fault in one.lost],
        [fault for one in found for fault in one.mixed],
    )
