"""On whose clock a moment was read: said beside the headline where the place that is told has another."""

import pytest

from assistant.i18n.words import Words
from assistant.model.policy import Library
from assistant.present.share.writing import as_text
from tests.present.answer.test_standing import shown

VISIT = {"level": "gold", "distance_km": "10", "logged_at": "2026-11-30T15:31"}


@pytest.mark.parametrize("now", ["2026-11-30T12:00+10:30", "2026-11-30T18:00+10:30", "2027-03-01T12:00+10:30"])
@pytest.mark.parametrize(
    ("state", "lang", "there"),
    [("vic", "en", "15:31 (16:01 in Victoria)"), ("wa", "en", "15:31 (13:01 in Western Australia)"),
     ("vic", "ja", "15:31、ビクトリア州では16:01"), ("sa", "en", ""), ("sa", "ja", "")],
)  # fmt: skip
def test_a_moment_stands_beside_the_headline_on_both_clocks(
    library: Library, words: dict[str, Words], state: str, lang: str, there: str, now: str
) -> None:
    """Whether it is still to come or not, and in every form: 15:31 is in time in Melbourne, too late in Adelaide."""
    case = ("swap-out", "onsite-visit", "due", {**VISIT, "state": state})
    view = shown(library, words[lang], case, "2026-11-30", now)
    told = [one.text for one in view.caveats if "15:31" in one.text]
    assert any(there in one for one in told) if there else not any("(1" in one or "では" in one for one in told)
    assert all(one in as_text(view, words[lang]) for one in told)


@pytest.mark.parametrize(("hours", "told"), [("call-line", True), ("on-site", False)])
def test_a_moment_asked_for_hours_is_told_on_the_clock_of_these(
    library: Library, words: dict[str, Words], hours: str, told: bool
) -> None:
    """A visit is asked for on the clock of its site already."""
    facts = {"hours_of": hours, "at": "2026-11-30T15:31", "state": "vic"}
    case = ("swap-out", "support-hours", "due", facts)
    view = shown(library, words["en"], case, "2026-11-30", "2026-11-30T12:00+10:30")
    assert any("in Victoria" in one.text for one in view.caveats) == told
