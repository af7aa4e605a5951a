"""`edition diff` and `edition holidays` as people call them: what is printed, in which form, with which exit status."""

import json
import re
import shlex
import shutil
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest
from click.testing import Result

from assistant.settings import Settings
from assistant.workbench.editions.difference import Difference, difference
from tests import terminal

REST = "the present content"
VISIT = ("--topic", "swap-out/onsite-visit")
"""The topic that changes, alone: the others need not be walked to see how it is told."""
OTHERS = ("policy-licence-desk.po", "policy-desknets-web-meeting.po")
"""What is said of the policies that are not compared."""


def copied(root: Path, folder: Path) -> Settings:
    """Settings over a copy of one policy and of what is said in its place in other languages, and `old` beside it."""
    known = Settings(content=folder / "content", locales=folder / "locales")
    swap_out = root / "content" / "swap-out"
    shutil.copytree(swap_out, known.content / "swap-out", ignore=shutil.ignore_patterns("editions"))
    shutil.copytree(root / "locales", known.locales, ignore=shutil.ignore_patterns(*OTHERS))
    shutil.copytree(known.content, folder / "old" / "content")
    shutil.copytree(known.locales, folder / "old" / "locales", ignore=shutil.ignore_patterns("ui.po", "workbench.po"))
    return known


@pytest.fixture
def known(root: Path, tmp_path: Path) -> Settings:
    """Settings over a copy that a test may change."""
    return copied(root, tmp_path)


@pytest.fixture
def old(known: Settings) -> Path:
    """The folder that holds the content as it was: a copy of what it is."""
    return known.content.parent / "old"


Later = tuple[Settings, Callable[..., Result]]
"""A copy whose cut-off is later than it was, and how it is told that it is."""


@pytest.fixture(scope="module")
def made(root: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[Settings, dict[str, Difference]]:
    """The copy, and what is found in it: it is walked once, in whatever form that is told."""
    known = copied(root, tmp_path_factory.mktemp("later"))
    replace(known.content / "swap-out", "tables/cut-off.csv", "15:30", "16:00")
    return known, {}


@pytest.fixture
def later(made: tuple[Settings, dict[str, Difference]], monkeypatch: pytest.MonkeyPatch) -> Later:
    known, walked = made
    walk = "assistant.cli.diff_report.difference"
    monkeypatch.setattr(walk, lambda *two: walked.get("") or walked.setdefault("", difference(*two)))
    return known, partial(run, known, "diff", known.content.parent / "old", *VISIT)


def run(known: Settings, *words: object, lang: str = "en") -> Result:
    return terminal.run(known, "edition", *map(str, words), language=lang)


def replace(folder: Path, file: str, old: str, new: str) -> None:
    path = folder / file
    text = path.read_text("utf-8")
    assert text.count(old) == 1
    path.write_text(text.replace(old, new), "utf-8")


def test_nothing_changed(known: Settings, old: Path) -> None:
    found = run(known, "diff", old)
    assert found.exit_code == 0
    assert found.output.splitlines()[-1] == "No answer changes."
    assert json.loads(run(known, "diff", old, "--json").output) == {
        "then": str(old), "now": REST, "changed": False, "policies": {"came": [], "went": []}, "differences": [],
    }  # fmt: skip


def test_a_change_is_laid_at_its_rule_with_one_example_whose_command_gives_the_present_answer(later: Later) -> None:
    known, told = later
    found = told()
    assert found.exit_code == 1
    lines = [line.strip() for line in found.output.splitlines()]
    assert "rule attended" in lines
    places = [line.partition(": ")[2] for line in lines if line.startswith(("Then: ", "Now: "))]
    assert len(places) == 2
    file, line = places[0].rsplit(":", 1)
    rule = (known.content.parent / file).read_text("utf-8").splitlines()[int(line) - 1]
    assert rule.strip() == "- id: attended"
    (command,) = (line for line in lines if line.startswith("policy-assistant decide "))
    assert re.search(r"level=gold distance_km=\S+ state=\w+ logged_at=\S+T15:30:01 --on", command)
    assert "- The service provider is due on site by Fri 20 Mar 2026, 17:00." in lines
    assert "+ The service provider is due on site by Thu 19 Mar 2026, 17:00." in lines
    assert "due on site by Thu 19 Mar 2026, 17:00." in terminal.run(known, *shlex.split(command)[1:]).output


def test_the_same_for_programs(later: Later) -> None:
    record = json.loads(later[1]("--json").output)
    assert record["changed"] is True
    (difference,) = record["differences"]
    (change,) = difference["changes"]
    assert set(difference) == {"policy", "editions", "changes", "came", "went", "reworded"}
    assert set(change) == {"then", "now", "kinds", "paths", "questions", "example"}
    assert {**change["then"], "place": ""} == {
        "status": "answered", "name": "swap-out.topics.onsite-visit.due.attended", "place": "",
    }  # fmt: skip
    assert change["kinds"] == {"dates": change["paths"]}
    example = change["example"]
    assert example["then"]["dates"]["visit_by"] > example["now"]["dates"]["visit_by"]
    assert example["now"]["next"] == "log-a-call"


def test_the_same_as_markdown_for_a_pull_request(later: Later) -> None:
    lines = later[1]("--markdown").output.splitlines()
    assert "#### rule attended" in lines
    assert lines[lines.index("```sh") + 1].startswith("policy-assistant decide swap-out/onsite-visit/due ")
    assert "| | Then | Now |" in lines
    assert "| Visit due by | Fri 20 Mar 2026, 17:00 | Thu 19 Mar 2026, 17:00 |" in lines


def test_the_same_in_japanese(later: Later) -> None:
    for found in (later[1]("--lang", "ja"), later[1](lang="ja")):
        assert found.exit_code == 1
        assert "2026年3月19日（木）17:00" in found.output
        assert "日付" in found.output
        assert "policy-assistant decide swap-out/onsite-visit/due level=gold" in found.output


def test_a_verdict_that_changed_is_told_in_words(known: Settings, old: Path) -> None:
    before = "when: {work: relocation}\n        verdict: {free: payable, covered: not-covered}"
    replace(known.content / "swap-out", "rules.yaml", before, before.replace("payable", "not-offered"))
    output = run(known, "diff", old).output
    assert "Changed: verdict, on 1 path" in output
    assert "  Verdict\n    - Not free of charge\n    + Not offered\n" in output
    assert run(known, "diff", old, "--topic", "swap-out/price").exit_code == 0
    assert run(known, "diff", old, "--policy", "swap-out", "--topic", "included-work").exit_code == 1


def test_a_policy_that_says_nothing_of_the_time_before_its_first_day_is_told_too(known: Settings, old: Path) -> None:
    replace(known.content / "swap-out", "policy.yaml", "language: en\n", "language: en\nin_force_from: 2024-11-14\n")
    found = run(known, "diff", old, "--topic", "swap-out/price")
    assert found.exit_code == 1
    assert "→ Not yet in force" in found.output


def test_words_alone_are_a_list_of_their_own_and_no_change_of_answers(known: Settings, old: Path) -> None:
    replace(known.content / "swap-out", "topics/onsite-visit.yaml", "title: On-site visit", "title: A visit")
    said = known.locales / "ja" / "policy-swap-out.po"
    lines = said.read_text("utf-8").splitlines()
    at = lines.index('msgctxt "swap-out.topics.refund.title"')
    assert lines[at + 2].startswith('msgstr "')
    lines[at + 2] = 'msgstr "払い戻しについて"'
    said.write_text("\n".join(lines) + "\n", "utf-8")
    found = run(known, "diff", old)
    assert found.exit_code == 0
    assert "No answer changes." in found.output
    assert "  swap-out.topics.onsite-visit.title (en)\n    - On-site visit\n    + A visit\n" in found.output
    assert "    + 払い戻しについて\n" in found.output
    assert "swap-out.topics.refund.title (ja)" in run(known, "diff", old, "--markdown").output


def test_what_came_and_what_went_is_listed(known: Settings, old: Path) -> None:
    topic = known.content / "swap-out" / "topics" / "refund.yaml"
    replace(known.content / "swap-out", "policy.yaml", "  - refund\n", "")
    topic.unlink()
    for file in (known.content / "swap-out" / "examples").glob("*.yaml"):
        file.unlink()
    replaced = re.compile(r"related: \[(.*)\]")
    for file in (known.content / "swap-out" / "topics").glob("*.yaml"):
        text = file.read_text("utf-8").replace("related: [refund]\n", "")
        file.write_text(replaced.sub(lambda one: one[0].replace(", refund", "").replace("refund, ", ""), text), "utf-8")
    found = run(known, "diff", old)
    assert found.exit_code == 1
    assert "Gone: can no longer be asked\n  Topic: refund\n" in found.output
    assert "New: can be asked now\n  Topic: refund\n" in run(known, "diff", known.content, old).output


def test_a_policy_that_came_or_went_is_named(known: Settings, old: Path, content: Path) -> None:
    name = "desknets-web-meeting"
    shutil.copytree(content / name, known.content / name, ignore=shutil.ignore_patterns("editions"))
    found = run(known, "diff", old)
    assert found.exit_code == 1
    assert f"The policy {name} is new." in found.output
    assert f"The policy {name} is gone." in run(known, "diff", known.content, old).output
    assert run(known, "diff", old / "content" / "swap-out").exit_code == 0
    assert run(known, "diff", old, "--policy", "swap-out").exit_code == 0


def test_holidays_alone(known: Settings, tmp_path: Path) -> None:
    days = tmp_path / "days.yaml"
    days.write_text(run(known, "holidays").output, "utf-8")
    assert run(known, "diff", "--holidays", days).exit_code == 0
    text = days.read_text("utf-8")
    head, _, tail = text.partition("AU-VIC:\n")
    fewer = tail.replace('  2031-11-04: "Melbourne Cup Day"\n', "")
    (tmp_path / "other.yaml").write_text(f"{head}AU-VIC:\n{fewer}", "utf-8")
    for words in (("--holidays", tmp_path / "other.yaml"), ("--holidays", tmp_path / "other.yaml", "--holidays", days)):
        found = run(known, "diff", *words, "--topic", "swap-out/support-hours")
        assert found.exit_code == 1
        assert "state=vic" in found.output
        assert "the holidays of" in found.output.splitlines()[0]


def test_closed_days_alone(known: Settings, tmp_path: Path) -> None:
    days = tmp_path / "closed.yaml"
    days.write_text("swap-out: [2031-08-13]\n", "utf-8")
    found = run(known, "diff", "--closed-days", days, "--topic", "swap-out/onsite-visit")
    assert found.exit_code == 1
    assert "logged_at=2031-08-07T12:00" in found.output
    assert "    - Thu 14 Aug 2031, 17:00\n    + Wed 13 Aug 2031, 17:00" in found.output
    assert run(known, "diff", "--closed-days", days, "--closed-days", days).exit_code == 0


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ((), "Name an edition, a folder or a git revision"),
        (("nothing",), "“nothing” is no folder and no edition"),
        (("locales",), "no policy stands"),
        (("old", "--policy", "swap"), "There is no policy called “swap”."),
        (("old", "--topic", "swap-out/refunds"), "There is no topic called “refunds”."),
        (("old", "nothing", "--holidays", "days.yaml"), "Compare one content under"),
        (("--holidays", "days.yaml"), "These are kept: AU-ACT"),
        (("--holidays", "bad.yaml"), "there is no day 2027-02-30"),
        (("broken",), "the file is missing"),
    ],
)
def test_what_cannot_be_compared_is_said_calmly(
    known: Settings, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str],
    words: tuple[str, ...], told: str,
) -> None:  # fmt: skip
    folder = known.content.parent
    (folder / "days.yaml").write_text("FR: [2027-01-01]\n", "utf-8")
    (folder / "bad.yaml").write_text("JP: [2027-02-30]\n", "utf-8")
    shutil.copytree(known.content, folder / "broken")
    (folder / "broken" / "swap-out" / "facts.yaml").unlink()
    monkeypatch.chdir(folder)
    status = terminal.call(monkeypatch, known, "en", "edition", "diff", *words)
    found = capsys.readouterr()
    assert (status, found.out) == (2, "")
    assert told in found.err
