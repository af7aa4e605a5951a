"""What stands above an answer for another day: what holds today, and whether that is the same."""

import pytest

from assistant.i18n.words import Words
from assistant.model.policy import Library
from tests.present.answer.test_standing import shown

OVER = ("licence-desk", "hwkc-replacement", "free", {"system": "sv9500", "swa": "active"})


@pytest.mark.parametrize(
    ("case", "on", "today", "told", "then", "steps"),
    [
        (("swap-out", "refund", "covered", {"cancelled_by": "customer"}), "2026-01-15", "Today: ", "Still so today",
         False, False),
        (("swap-out", "included-work", "covered", {"level": "gold", "work": "video-wall-recalibration"}), "2026-01-15",
         "Today: ", "Still so today", False, True),
        (OVER, "2026-11-29", "", "Still so today", False, False),
        (OVER, "2026-01-15", "", "The service has ended since", True, False),
        (("swap-out", "end-agreement", "covered", {"term_start": "2026-03-03"}), "2026-11-29", "Today: ",
         "Still so today", False, False),
        (("swap-out", "end-agreement", "covered", {"term_start": "2026-02-28", "payment_plan": "annual"}), "2026-11-20",
         "Today: ", "For an earlier time", True, False),
    ],
)  # fmt: skip
def test_an_answer_of_another_day_says_what_holds_today_and_what_still_applies(
    library: Library, words: dict[str, Words], case: tuple[str, str, str, dict[str, str]], on: str, today: str,
    told: str, then: bool, steps: bool,
) -> None:  # fmt: skip
    view = shown(library, words["en"], case, on, "2026-11-30T12:00+10:30")
    now = shown(library, words["en"], case, "2026-11-30", "2026-11-30T12:00+10:30")
    assert view.place.today == (f"{today}{now.headline}" if today else None)
    assert (view.standing.text, bool(view.next_steps)) == (told, steps)
    assert view.reasons[0].say.startswith("The reason then") == then
    assert [one for one in view.place.notices if one == view.place.today] == ([view.place.today] if today else [])


@pytest.mark.parametrize(
    ("on", "read", "said"),
    [
        ("2026-12-01", "07:18", "For a later time"),
        ("2026-12-01", "10:00", "For an earlier time"),
        ("2026-12-02", "07:18", "For a later time"),
        ("2026-11-30", "07:18", "For an earlier time"),
    ],
)
def test_another_time_of_today_is_not_called_another_day(
    library: Library, words: dict[str, Words], on: str, read: str, said: str
) -> None:
    case = ("swap-out", "support-hours", "due", {"hours_of": "call-line", "at": f"{on}T08:00"})
    view = shown(library, words["en"], case, "2026-12-01", f"2026-12-01T{read}+10:30")
    assert view.standing.text == said
    assert view.place.elsewhen, "a door that opens within the hour is not open yet"
