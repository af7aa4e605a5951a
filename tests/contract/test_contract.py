"""
A policy in every word of the vocabulary, as somebody else would use it: every case comes out as plain Python has it,
decided here, over the API, and in a batch.
"""

import datetime as dt
import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from random import Random

import pytest

from assistant.decide import Answer, canonical, decide
from assistant.loading import load_library
from assistant.model.policy import Policy
from assistant.model.rule import Aspect
from assistant.settings import Settings
from tests import terminal
from tests.client import TestClient
from tests.conftest import ROOT
from tests.contract.expected import Facts, Reply, Work, amounts, days, moments
from tests.site import application

WORK: Mapping[tuple[str, Aspect], Work] = {
    ("counting", "due"): days.counting, ("notice", "due"): days.notice,
    ("clocks", "due"): moments.clocks, ("opening", "due"): moments.opening, ("opening", "covered"): moments.open_now,
    ("prices", "free"): amounts.prices, ("tests", "free"): amounts.days_asked, ("tests", "due"): amounts.times_asked,
    ("tests", "covered"): amounts.options_asked, ("seats", "free"): amounts.seats,
    ("seats", "due"): amounts.seats_by_number, ("seats", "covered"): amounts.uptime,
}  # fmt: skip
EACH = 16
"""How many cases of each question."""
BEGINS = dt.date(2026, 2, 1)
EDGES = """
    2026-12-19 2026-12-31 2027-01-03 2027-01-02 2026-12-29 2026-12-28 2028-02-29 2027-02-28 2026-03-31 2026-04-01
    2026-06-04 2026-06-05 2026-08-02 2026-08-06 2026-09-01 2026-10-31 2026-03-01 2026-07-31 2026-05-01 2026-12-25
    2027-01-07 2026-03-28 2026-03-29 2026-10-24 2026-10-25
"""
CLOCKS = """
    00:00 05:59 06:00 08:00 08:59 09:00 11:59 12:00 13:00 13:01 16:59 17:00 17:01 17:30 22:00 23:59
"""
OPTIONS = {
    "n": "0 1 2 3 5 12 13 23 30",
    "kind": "small big odd",
    "half": "0 0.5 1 3 4.5 7.5 0.25 8 24",
    "region": "apac emea amer",
    "urgent": "yes no",
    "people": "1 29 30 50 51 199 200 900",
    "fee": "0.00 0.01 5.00 6.90 10.00 20.00 20.01 9.99 49.99 50.00 1234.56 33.33",
    "uptime": "99.949 99.95 99.999 100 0",
    "work": "delivery packaging storage nothing delivery,packaging packaging,storage delivery,packaging,storage",
}
Case = tuple[str, Aspect, dt.date, Facts]


def skipped(moment: dt.datetime) -> bool:
    """Whether Berlin's clock skips a moment."""
    return moments.shown(moments.instant(moment)) != moment


def cases() -> Iterator[Case]:
    """The same cases every time; many on the edges."""
    chance = Random("harbour")  # noqa: S311 (cases, no secrets)
    for number in range(EACH * len(WORK)):
        topic, aspect = list(WORK)[number % len(WORK)]
        on = max(BEGINS, dt.date.fromisoformat(_day(chance)))
        facts = {name: chance.choice(given.split()) for name, given in OPTIONS.items()}
        facts |= {"day": _day(chance), "other": _day(chance), "clock": chance.choice(CLOCKS.split())}
        yield topic, aspect, on, {**facts, "sent_at": _moment(chance), "also_at": _moment(chance)}


def _day(chance: Random) -> str:
    return chance.choice((chance.choice(EDGES.split()), str(BEGINS + dt.timedelta(days=chance.randint(0, 900)))))


def _moment(chance: Random) -> str:
    written = (
        f"{_day(chance)}T{chance.choice((*CLOCKS.split(), f'{chance.randint(0, 23):02}:{chance.randint(0, 59):02}'))}"
    )
    return _moment(chance) if skipped(dt.datetime.fromisoformat(written)) else written


CASES = tuple(cases())


@pytest.fixture(scope="module")
def known(tmp_path_factory: pytest.TempPathFactory) -> Settings:
    here = tmp_path_factory.mktemp("harbour")
    return Settings(content=Path(__file__).parent / "content", locales=ROOT / "locales", library=here)


@pytest.fixture(scope="module")
def policy(known: Settings) -> Policy:
    return load_library(known).policies["harbour"]


def expected(case: Case) -> Reply:
    topic, aspect, on, facts = case
    return WORK[topic, aspect](facts, on)


def test_every_case_comes_out_as_plain_python_has_it(policy: Policy) -> None:
    for case in CASES:
        topic, aspect, on, facts = case
        found = decide(policy, topic, aspect, facts, on)
        assert isinstance(found, Answer), case
        dates, values = ({name: canonical(one.value) for name, one in each.items()}
                         for each in (found.dates, found.values))  # fmt: skip
        want = expected(case)
        told = Reply(found.verdict, dates, values, tuple(found.announced))
        assert told == want._replace(values={name: str(one) for name, one in want.values.items()}), case


def _asked(case: Case, number: int) -> dict[str, object]:
    topic, aspect, on, facts = case
    return {"id": number, "policy": "harbour", "topic": topic, "aspect": aspect, "on": str(on), "facts": {**facts}}


def _same(answer: Mapping[str, object], want: Reply) -> bool:
    told = {name: answer[name] for name in ("verdict", "dates", "values", "announced")}
    return told == {**want._asdict(), "announced": list(want.announced)}


def test_a_batch_answers_every_case_alike(known: Settings, tmp_path: Path) -> None:
    lines = "\n".join(json.dumps(_asked(case, number)) for number, case in enumerate(CASES))
    (tmp_path / "in.jsonl").write_text(lines, "utf-8")
    assert terminal.run(known, "batch", str(tmp_path / "in.jsonl"), str(tmp_path / "out.jsonl")).exit_code == 0
    answers = [json.loads(line) for line in (tmp_path / "out.jsonl").read_text("utf-8").splitlines()]
    assert [case for case, one in zip(CASES, answers, strict=True) if not _same(one, expected(case))] == []


def test_the_api_answers_every_case_alike(known: Settings) -> None:
    client = TestClient(application(load_library(known), known.locales))
    for first in range(0, len(CASES), 10):  # so few that a slow machine answers them within a request's budget
        some = CASES[first : first + 10]
        told = client.post("/api/v1/answers", json={"cases": [_asked(case, 0) for case in some]}).json()
        assert [case for case, one in zip(some, told["answers"], strict=True) if not _same(one, expected(case))] == []
