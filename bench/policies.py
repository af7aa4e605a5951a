"""
Policies of any number, from a seed: invented services with real rules, so that loading, checking and comparing them
costs what it costs for policies that people wrote.

Each has five topics and seven questions, six facts of five types, two tables, a calendar with the public holidays of a
country, opening hours, a band, days counted in working days after a cut-off, gates that its topics share, notes, a
reading, an outline of its document, worked examples, search phrases in English and Japanese, and Japanese translations.
"""

import datetime as dt
import hashlib
import json
import random
from collections.abc import Iterator
from itertools import product
from pathlib import Path
from shutil import copytree, ignore_patterns

import polib

from assistant.content import read_library, read_policy
from assistant.decide import Answer, Needs, decide
from assistant.i18n.catalogues import catalogue_path, read_catalogue
from assistant.model.policy import Policy
from assistant.model.rule import Aspect
from assistant.settings import PACKAGE, settings
from assistant.workbench.catalogues.locales import write_changed
from assistant.workbench.catalogues.sync import sync
from assistant.workbench.check.examples import as_expected
from bench.invented import FACTS, POLICY, RULES, SOURCE, SUMMARY, TOPIC

COUNTRIES = ("JP", "AU", "NZ", "GB", "DE", "FR", "CA", "US", "IT", "ES")
THINGS = ("pump", "lift", "scanner", "oven", "printer", "camera", "boiler", "router", "scale", "drill")
DAY = dt.timedelta(days=1)
CLAUSES = ("term", "fee", "visit", "cover", "hours", "notice", "bands", "parts")
NUMBERS = ("one", "two", "three", "four", "five", "six", "seven", "eight")
LEVELS, PARTS = ("basic", "plus", "full"), ("motor", "cover", "cable")


def write_policies(folder: Path, count: int, seed: int = 0) -> None:
    """Writes so many policies into `folder / "content"` and their catalogues into `folder / "locales"`."""
    chance = random.Random(seed)  # noqa: S311 (invented words, no secrets)
    names = _names(chance, count)
    for number, name in enumerate(names):
        _write(folder / "content" / f"{name.lower()}-{number:04}", name, number, chance)
    copytree(settings().locales, folder / "locales", ignore=ignore_patterns("policy-*", "questions.*", "glossary.*"))
    library = read_library(folder / "content")
    sync(library, folder / "locales", PACKAGE)
    for domain in ("ui", *(f"policy-{policy}" for policy in library.policies)):
        _translate(catalogue_path(folder / "locales", "ja", domain))
    for language, ending in (("en", "please tell me"), ("ja", "を教えて")):
        _ask(catalogue_path(folder / "locales", language, "questions"), ending)
    sync(library, folder / "locales", PACKAGE)


def _names(chance: random.Random, count: int) -> list[str]:
    sounds = [first + vowel for first in "bdfgklmnprstvz" for vowel in "aeiou"]
    found: dict[str, None] = {}
    while len(found) < count:
        found["".join(chance.choices(sounds, k=3)).capitalize()] = None
    return list(found)


def _write(folder: Path, name: str, number: int, chance: random.Random) -> None:
    opens = dt.date(2020, 1, 1) + chance.randrange(1500) * DAY
    closes = opens + chance.randrange(1500, 4000) * DAY
    given = {
        "id": folder.name, "name": name, "number": number, "thing": chance.choice(THINGS), "opens": opens,
        "closes": closes, "country": chance.choice(COUNTRIES),
        "closing": f"1{chance.randrange(5, 9)}:30", "cut_off": f"1{chance.randrange(0, 6)}:15",
        "near": chance.randrange(20, 90), "years": chance.randrange(1, 6), "notice": chance.choice((28, 30, 60, 90)),
        "topics": ", ".join(TOPIC),
    }  # fmt: skip
    clauses = (
        SOURCE.format(clause=clause, at=at, print=_print(name, clause), **given) for at, clause in enumerate(CLAUSES, 1)
    )
    texts = {
        "policy.yaml": POLICY.format(**given),
        "source.yaml": "clauses:\n" + "".join(clauses),
        "summary.yaml": SUMMARY.format(**given),
        "facts.yaml": FACTS.format(**given),
        "rules.yaml": RULES.format(**given),
        "tables/days.csv": "level,near,far\n" + "".join(_row(level, chance.sample(range(1, 9), 2)) for level in LEVELS),
        "tables/last.csv": "part,day\n" + "".join(_row(part, [day]) for part, day in _days(chance, opens)),
    }
    for topic, text in TOPIC.items():
        head = f"id: {topic}\ntitle: {topic.capitalize()} of your {given['thing']} ({name})\n"
        texts[f"topics/{topic}.yaml"] = head + text.format(**given)
    for file, text in texts.items():
        (folder / file).parent.mkdir(parents=True, exist_ok=True)
        (folder / file).write_text(text, "utf-8")
    _show(folder, opens, closes)


def _print(name: str, clause: str) -> str:
    return hashlib.sha256(f"{name} {clause}".encode()).hexdigest()[:16]


def _row(name: str, cells: list[int] | list[str]) -> str:
    return ",".join([name, *map(str, cells)]) + "\n"


def _days(chance: random.Random, opens: dt.date) -> list[tuple[str, str]]:
    """A last day, while the terms are in force, for each part but one, which was never there."""
    days = [str(opens + chance.randrange(1, 1400) * DAY) for _ in PARTS]
    return list(zip(PARTS, [*days[1:], "never"], strict=True))


def _show(folder: Path, opens: dt.date, closes: dt.date) -> None:
    """Worked examples: one for each verdict of each question, as the engine gives it."""
    policy = read_policy(folder)
    shown: dict[tuple[str, str, str], str] = {}
    days = (opens - DAY, opens, opens + 500 * DAY, opens + 3000 * DAY, closes + DAY)
    for topic, on in product(policy.topics.values(), days):
        for aspect in topic.aspects:
            for facts, answer in _answers(policy, topic.id, aspect, on):
                text = json.dumps(_example(answer, facts))
                shown.setdefault((topic.id, aspect, answer.verdict), f"  - {text}\n")
    (folder / "examples").mkdir()
    (folder / "examples" / "all.yaml").write_text("examples:\n" + "".join(shown.values()), "utf-8")


def _answers(policy: Policy, topic: str, aspect: Aspect, on: dt.date) -> Iterator[tuple[dict[str, str], Answer]]:
    """Answers to what may be given for each fact that is asked for."""
    given = {"km": ["5"], "bought": [f"{on - 4000 * DAY}", f"{on}"], "called": [f"{on}T12:00", f"{on}T23:00"]}
    waiting: list[dict[str, str]] = [{}]
    while waiting:
        facts = waiting.pop()
        outcome = decide(policy, topic, aspect, facts, on)
        if isinstance(outcome, Needs):
            texts = given.get(outcome.fact) or policy.facts[outcome.fact].choices()
            waiting += [{**facts, outcome.fact: text} for text in texts]
        elif isinstance(outcome, Answer):
            yield facts, outcome


def _example(answer: Answer, facts: dict[str, str]) -> dict[str, object]:
    expected = as_expected(answer)
    return {
        "name": f"{answer.topic}, {answer.aspect}, {answer.verdict}",
        "topic": answer.topic,
        "aspect": answer.aspect,
        "on": f"{answer.on}",
        "facts": facts,
        "expect": {"verdict": expected.verdict, "dates": expected.dates, "notes": list(expected.notes)},
    }


def _translate(path: Path) -> None:
    """Each sentence behind a Japanese word: nobody could use it, and everything that is checked of it is right."""
    file = read_catalogue(path)
    for entry in file.untranslated_entries():
        entry.msgstr = f"訳：{entry.msgid}"
    _save(path, file)


def _ask(path: Path, ending: str) -> None:
    """Eight phrases for each topic, which no other topic has."""
    file = read_catalogue(path)
    for entry in file:
        topic = (entry.msgctxt or "").partition(":")[2].replace("/", " ").replace("-", " ")
        entry.msgstr = "".join(f"{topic} {number} {ending}\n" for number in NUMBERS)
    _save(path, file)


def _save(path: Path, file: polib.POFile) -> None:
    write_changed(path, f"{file}")
