"""A word that stands in one module alone is decided, explained, walked, drawn, checked and described."""

import datetime as dt
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import replace

import pytest

from assistant.content import read_policy
from assistant.decide import Answer, decide
from assistant.errors import Wording, worded
from assistant.i18n.words import Words
from assistant.model.policy import Policy
from assistant.model.record import Count
from assistant.model.topic import Topic
from assistant.present.answer.page import present
from assistant.present.tree.branches import draw
from assistant.present.views import AnswerView
from assistant.present.writer import Writer
from assistant.vocabulary import trail
from assistant.vocabulary.condition import CONDITIONS
from assistant.vocabulary.days import as_day
from assistant.vocabulary.derivation import DERIVATIONS
from assistant.vocabulary.fact import FACTS
from assistant.vocabulary.step import AMOUNTS, STEPS
from assistant.vocabulary.trail import Against, Ask, Condition, Move, Names, Run, Step, Taken
from assistant.vocabulary.word import Word
from assistant.vocabulary.wording import Label, Value
from assistant.workbench.check.policy import check_policy
from assistant.workbench.scaffold import schemas
from tests.content.conftest import Folder

NOW = dt.datetime(2026, 2, 15, 12, tzinfo=dt.UTC)

YEAR = "{subject} lies in the year {year}"
WEEKDAY = "The next day of that kind: {day}"
JAPANESE = {YEAR: "{subject}は{year}年中です", WEEKDAY: "次に来るその曜日：{day}"}


RULE = """\
  - id: that-year
    when: {starts: {in_year: 2031}}
    verdict: no-commitment
    answer: Not yet.
    say: Nobody plans so far.
    cites: [days]
  - id: ask
"""


class InYear(Condition):
    """Holds for a day of this year."""

    in_year: Count
    """The year."""

    def compiled(self, name: str, names: Names) -> Ask:
        return Ask(
            (names.get(name),), lambda day: trail.Tested(name, day, self, None, as_day(day).year == self.in_year)
        )

    def explain(self, name: str, against: Against = None) -> Wording:
        return worded(YEAR, subject=Label(name), year=str(self.in_year))

    def side(self, value: Value, against: Value | None) -> int:
        year = as_day(value).year
        return (year > self.in_year) - (year < self.in_year)


class ToWeekday(Step):
    """The next such day of the week; 0 is a Monday."""

    to_weekday: Count
    """Which day of the week."""

    def compiled(self, names: Names) -> Move:
        def move(run: Run, day: dt.date) -> Taken:
            ahead = (self.to_weekday - day.weekday() - 1) % 7 + 1
            return Taken(self, day, day + dt.timedelta(days=ahead), ahead)

        return move

    def explain(self, taken: Taken) -> Wording:
        return worded(WEEKDAY, day=taken.after)


@pytest.fixture
def written(folder: Folder, monkeypatch: pytest.MonkeyPatch) -> Folder:
    """The small policy, written with the two words."""
    for registry in (STEPS, CONDITIONS):
        monkeypatch.setattr(registry, "_registered", {**registry.words})
        monkeypatch.delattr(registry, "words")
    STEPS.register(ToWeekday)
    CONDITIONS.register(InYear)
    folder.edit("topics/holiday.yaml", "steps: [{add_days: -10}]", "steps: [{add_days: -10}, {to_weekday: 4}]")
    folder.edit("topics/holiday.yaml", "  - id: ask\n", RULE)
    return folder


@pytest.fixture
def policy(written: Folder) -> Policy:
    """That policy, read."""
    return read_policy(written.path)


def answer(policy: Policy, starts: str) -> Answer:
    found = decide(policy, "holiday", "due", {"kind": "short", "starts": starts}, dt.date(2026, 1, 5))
    assert isinstance(found, Answer)
    return found


def shown(policy: Policy, starts: str, words: Words) -> AnswerView:
    found = answer(policy, starts)
    view = present(Writer(policy, words), found, {"kind": "short", "starts": starts}, NOW)
    assert isinstance(view, AnswerView)
    return view


def in_japanese(words: Words, said: Mapping[str, str]) -> Words:
    """The words of Japanese with these sentences in their catalogue."""
    first, *others = words.chain
    messages = {**first.messages, **{("", sentence): (text,) for sentence, text in said.items()}}
    changed = replace(first, messages=messages)
    return type(words)(words.language, (changed, *others), words.strict)


@pytest.mark.parametrize(
    ("starts", "verdict"),
    [
        ("2030-12-31", "dated"),
        ("2031-01-01", "no-commitment"),
        ("2031-12-31", "no-commitment"),
        ("2032-01-01", "dated"),
    ],
)
def test_a_condition_is_decided_on_both_sides(policy: Policy, starts: str, verdict: str) -> None:
    assert answer(policy, starts).verdict == verdict


@pytest.mark.parametrize(("starts", "by"), [("2026-02-15", "2026-02-06"), ("2026-02-16", "2026-02-13")])
def test_a_step_is_taken(policy: Policy, starts: str, by: str) -> None:
    assert str(answer(policy, starts).dates["ask_by"].value) == by


def test_both_explain_themselves_in_each_language(policy: Policy, words: dict[str, Words]) -> None:
    japanese = in_japanese(words["ja"], JAPANESE)
    for language, lies, reached in ((words["en"], "lies in the year 2031", "The next day of that kind: Fri 6 Feb 2026"),
                                    (japanese, "は2031年中です", "次に来るその曜日：2026年2月6日（金）")):  # fmt: skip
        view = shown(policy, "2026-02-15", language)
        tests = [test.asked for reason in view.reasons for test in reason.tests]
        assert any(lies in text for text in tests), tests
        assert view.dates[0].steps[-1].text == reached


def test_check_walks_the_edge_of_a_condition(policy: Policy, written: Folder) -> None:
    assert [str(fault.wrong) for fault in check_policy(policy, written.path) if "that-year" in str(fault.wrong)] == []


def test_check_finds_the_rule_that_a_condition_never_lets_through(written: Folder) -> None:
    written.edit("topics/holiday.yaml", "{in_year: 2031}", "{in_year: 1999}")
    faults = check_policy(read_policy(written.path), written.path)
    assert any("no path reaches the rule 'that-year'" in str(fault.wrong) for fault in faults)


def test_the_drawing_shows_a_condition(policy: Policy, words: dict[str, Words]) -> None:
    assert "Start lies in the year 2031" in draw(Writer(policy, words["en"]), "holiday", "due")


def test_the_schema_describes_both(written: Folder) -> None:
    defined = schemas.schema("topic")["$defs"]
    assert defined["ToWeekday"]["properties"]["to_weekday"]["description"] == "Which day of the week."
    assert defined["InYear"]["description"] == "Holds for a day of this year."


def test_a_misspelt_key_of_a_word_is_met_with_its_own(written: Folder) -> None:
    written.edit("topics/holiday.yaml", "{to_weekday: 4}", "{to_weekday: 4, calender: office}")
    (fault,) = written.faults()
    assert (str(fault.wrong), fault.path) == (
        "the key 'calender' is not known here", "derived.ask-by.steps.2.calender"
    )  # fmt: skip


def test_a_key_is_taken_once() -> None:
    with pytest.raises(ValueError, match="registered already"):
        STEPS.register(STEPS.words["add_days"])


def test_words_survive_a_round_trip(policy: Policy) -> None:
    topic = policy.topics["holiday"]
    assert Topic.model_validate_json(topic.model_dump_json()).derived.keys() == topic.derived.keys()


FOLDERS: Mapping[str, Mapping[str, type[Word]]] = {
    "steps": STEPS.words,
    "amounts": AMOUNTS.words,
    "conditions": CONDITIONS.words,
    "derived": DERIVATIONS.words,
    "facts": FACTS.words,
}
UNMET = """
import sys
from assistant.vocabulary.step import STEPS
module = "assistant.vocabulary.steps.at"
assert module not in sys.modules
assert "add_years" in STEPS.words and module in sys.modules
"""


@pytest.mark.parametrize("folder", FOLDERS)
def test_every_word_stands_in_a_module_of_its_folder(folder: str) -> None:
    words = FOLDERS[folder]
    assert {word.__module__.rpartition(".")[0] for word in words.values()} == {f"assistant.vocabulary.{folder}"}
    assert list(words) == sorted(words) == [word.key() for word in words.values()]


def test_the_words_of_a_folder_are_imported_when_one_is_met() -> None:
    subprocess.run([sys.executable, "-c", UNMET], check=True)


def test_a_word_that_there_is_not_is_none() -> None:
    assert "add_fortnights" not in STEPS.words
    with pytest.raises(KeyError):
        STEPS.words["add_fortnights"]
