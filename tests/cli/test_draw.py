"""`draw`: a flowchart for each question of a topic."""

from pathlib import Path

import pytest

from assistant.errors import UnknownPage, Usage
from assistant.settings import Settings
from tests.renaming import frozen, rename
from tests.terminal import run


@pytest.fixture(scope="module")
def known(content: Path, locales: Path) -> Settings:
    return Settings(content=content, locales=locales)


def test_draw_prints_a_flowchart_for_each_question_of_the_topic(known: Settings) -> None:
    result = run(known, "draw", "licence-desk/hwkc-replacement")
    assert result.output.count("flowchart TD") == 3


def test_one_question_of_a_topic_is_drawn_alone(known: Settings) -> None:
    assert run(known, "draw", "licence-desk/hwkc-replacement", "free").output.count("flowchart TD") == 1


@pytest.mark.parametrize(
    ("arguments", "error"),
    [(["licence-desk"], Usage), (["licence-desk/nope"], UnknownPage), (["licence-desk/voucher", "due"], UnknownPage)],
)
def test_what_is_no_topic_is_refused(known: Settings, arguments: list[str], error: type[Exception]) -> None:
    assert isinstance(run(known, "draw", *arguments).exception, error)


def test_a_topic_is_drawn_by_the_id_that_it_had_once(tmp_path: Path, locales: Path) -> None:
    folder = tmp_path / "content" / "leave"
    frozen(folder)
    known = Settings(content=rename(folder).parent, locales=locales)
    drawn = {place: run(known, "draw", place).output for place in ("leave/holiday", "absence/days-off")}
    assert drawn["leave/holiday"] == drawn["absence/days-off"] != ""
