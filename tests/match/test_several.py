"""Facts that take several options, and times of day, as questions state them."""

import datetime as dt

import pytest

from assistant.match.facts import Facts
from assistant.match.known import Known, Spoken
from assistant.match.markers import Markers
from assistant.match.wordings import Ignored, spellings_of, wordings_of
from assistant.vocabulary.fact import Fact
from assistant.vocabulary.facts.choice import Choices
from assistant.vocabulary.facts.moment import TimeFact
from tests.match.grammar import words as grammar
from tests.match.sample import option, words

NOW = dt.datetime(2026, 11, 23, 10)
FACTS: dict[str, Fact] = {
    "extras": Choices(
        type="choices", question=words("What else?"), label=words("Extras"),
        options={"chairs": option("Chairs", "椅子"), "sound": option("Sound", "音響"),
                 "stage": option("Stage", "舞台")},
    ),
    "begins": TimeFact(type="time", question=words("When?"), label=words("Beginning"), cues=("begin", "start", "開始")),
}  # fmt: skip


MARKERS = Markers.build(grammar())


@pytest.fixture(scope="module")
def facts() -> Facts:
    ignored = Ignored.of(grammar())
    known = Known.of(FACTS, MARKERS, ignored)
    return Facts(known, tuple(FACTS), wordings_of(spellings_of(FACTS, {}), ignored), ())


@pytest.mark.parametrize(
    ("text", "stated"),
    [
        ("a hall with stage and chairs", "extras=chairs,stage"),
        ("舞台と椅子を使います", "extras=chairs,stage"),
        ("sound only", "extras=sound"),
        ("chairs, but no stage", "extras=chairs"),
        ("it begins at 14:30", "begins=14:30"),
        ("it begins at 14:30:20", "begins=14:30"),
        ("午後3時に開始します", "begins=15:00"),
        ("it begins shortly after 14:30", ""),
        ("it begins at 3:30", ""),
        ("it begins at 14:30 Perth time", ""),
    ],
)
def test_several_options_and_a_time_of_day_are_stated(facts: Facts, text: str, stated: str) -> None:
    read = facts.read(Spoken.of(text, MARKERS), NOW, zone="Asia/Tokyo")
    assert " ".join(f"{one.fact}={one.value}" for one in read.stated) == stated


def test_one_of_several_that_may_be_meant_leaves_it_open(facts: Facts) -> None:
    read = facts.read(Spoken.of("chairs or maybe sound", MARKERS), NOW)
    assert not read.stated
    assert [(one.fact, one.values) for one in read.offered] == [("extras", ("chairs", "sound"))]


def test_either_half_of_the_day_is_offered(facts: Facts) -> None:
    (one,) = facts.read(Spoken.of("it begins at 3:30", MARKERS), NOW).offered
    assert one.values == ("15:30", "03:30")


@pytest.mark.parametrize("text", ["it begins at 14:30 or 15:00", "14:30か15:00に開始します"])
def test_of_two_times_both_are_offered_to_one_fact(facts: Facts, text: str) -> None:
    (one,) = facts.read(Spoken.of(text, MARKERS), NOW).offered
    assert (one.fact, one.values) == ("begins", ("14:30", "15:00"))
