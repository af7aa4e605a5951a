"""Days off that are announced elsewhere: said beside the headline of every answer that they may change."""

import pytest

from assistant.i18n.words import Words
from assistant.model.policy import Library
from assistant.present.share.writing import as_text
from tests.present.answer.test_standing import shown


@pytest.mark.parametrize(
    ("at", "unsure"),
    [("2026-12-25T10:00", False), ("2026-12-28T10:00", True), ("2026-12-30T10:00", True), ("2026-12-30T08:00", True),
     ("2026-08-10T10:00", True), ("2026-08-17T10:00", False)],
)  # fmt: skip
def test_days_off_that_are_announced_elsewhere_stand_beside_the_headline(
    library: Library, words: dict[str, Words], at: str, unsure: bool
) -> None:
    case = ("desknets-web-meeting", "phone-hours", "due", {"at": at})
    view = shown(library, words["ja"], case, "2026-07-01", "2026-07-01T12:00+09:00")
    assert bool(view.caveats) == unsure
    assert (view.standing.kind == "unsure") == (unsure and view.verdict == "open")
    assert (view.standing.text.text == "受付時間外") == (view.verdict == "closed")
    assert ("休業の場合があります" in view.headline) == (unsure and view.verdict == "open")
    assert all(one.text in as_text(view, words["ja"]) for one in view.caveats)
    past = shown(library, words["ja"], case, at[:10], "2027-03-01T12:00+09:00")
    assert ("休業だった場合があります" in past.headline) == (unsure and view.verdict == "open")


@pytest.mark.parametrize(
    ("topic", "facts"),
    [("phone-hours", {"inquiry": "usage"}), ("phone-hours", {"inquiry": "fault"}), ("technical-support", {}),
     ("key-reissue", {"server_changed": "yes"})],
)  # fmt: skip
def test_days_off_stand_beside_every_answer_of_a_named_day_by_which_its_next_steps_go(
    library: Library, words: dict[str, Words], topic: str, facts: dict[str, str]
) -> None:
    """Whatever is asked: whoever is covered on 30 December may still reach nobody then."""
    known = {"inquiry": "usage", "support_until": "2027-05-01", **facts}
    for on, off in (("2026-12-30", True), ("2026-08-13", True), ("2026-12-25", False)):
        case = ("desknets-web-meeting", topic, "covered", known)
        view = shown(library, words["ja"], case, on, "2026-07-01T12:00+09:00")
        assert bool(view.caveats) == off, on
        assert all("年末年始" in one.text and one.text in as_text(view, words["ja"]) for one in view.caveats)
        assert not shown(library, words["ja"], case, on, "2027-01-20T12:00+09:00").caveats


@pytest.mark.parametrize("lang", ["en", "ja"])
def test_a_day_that_was_counted_by_one_reading_is_a_day(library: Library, words: dict[str, Words], lang: str) -> None:
    """The other reading stands beside it; 'not certain' beside a fixed day contradicts it."""
    facts = {"level": "bronze", "distance_km": "120", "state": "vic", "logged_at": "2026-01-15T10:00"}
    view = shown(
        library, words[lang], ("swap-out", "onsite-visit", "due", facts), "2026-01-15", "2026-01-15T10:05+10:30"
    )
    assert (view.standing.kind, any(one.detail for one in view.caveats)) == ("to-come", True)


@pytest.mark.parametrize(
    ("at", "doubtful"),
    [("2026-12-01T17:00", True), ("2026-12-01T16:59", False), ("2026-12-01T17:00:01", False),
     ("2026-12-01T18:00", False), ("2026-12-05T17:00", False)],
)  # fmt: skip
def test_a_cut_off_that_may_be_read_two_ways_is_doubted_at_its_very_moment_alone(
    library: Library, words: dict[str, Words], at: str, doubtful: bool
) -> None:
    case = ("desknets-web-meeting", "key-reissue", "due", {"accepted_at": at})
    view = shown(library, words["en"], case, "2026-12-01", "2026-12-01T18:30+09:00")
    assert ("read another way" in view.headline, any(one.detail for one in view.caveats)) == (doubtful, doubtful)
