"""The reason of an answer says how many days its rule looks up, in the language of the page."""

import pytest

from assistant.i18n.words import Words
from assistant.model.policy import Library
from tests.present.answer.test_standing import shown

SAID = {
    "swap-out": {"distance_km": "60", "state": "sa", "logged_at": "2026-01-14T10:00"},
    "licence-desk": {"system": "sv9500", "swa": "active"},
}
DAY, NOW = "2026-01-15", "2026-01-15T12:00+00:00"


@pytest.mark.parametrize(
    ("place", "facts", "said"),
    [
        (("swap-out", "onsite-visit"), {"level": "gold"}, ("Here that is 2 working days.", "この場合は2営業日です。")),
        (("swap-out", "onsite-visit"), {"level": "bronze"},
         ("Here that is 4 working days.", "この場合は4営業日です。")),
        (("swap-out", "onsite-visit"), {"level": "gold", "distance_km": "9"},
         ("Here that is 1 working day.", "この場合は1営業日です。")),
        (("licence-desk", "hwkc-replacement"), {"priority": "normal"},
         ("Here that is 10 working days.", "この場合は10営業日です。")),
    ],
)  # fmt: skip
def test_a_reason_says_how_many_days_the_rule_looks_up(
    library: Library, words: dict[str, Words], place: tuple[str, str], facts: dict[str, str], said: tuple[str, str]
) -> None:
    for lang, wanted in zip(("en", "ja"), said, strict=True):
        view = shown(library, words[lang], (*place, "due", {**SAID[place[0]], **facts}), DAY, NOW)
        assert view.reasons[0].say.text.count(wanted) == 1


@pytest.mark.parametrize(
    ("at", "said"),
    [
        ("2027-02-11T10:00", ("Foundation Day", "2027年2月11日（木）は建国記念の日です。")),
        ("2027-02-11T12:30", ("Foundation Day", "2027年2月11日（木）は建国記念の日です。")),
        ("2027-02-10T18:00", ("Thu 11 Feb 2027: Foundation Day", "2027年2月11日（木）は建国記念の日です。")),
        ("2027-03-20T10:00", ("Mon 22 Mar 2027: ", "2027年3月22日（月）は")),  # behind a weekend, which says so itself
        ("2027-02-12T12:30", None),
        ("2027-02-13T10:00", None),  # a Saturday says so itself
    ],
)
def test_a_reason_names_each_holiday_before_a_door_opens_again(
    library: Library, words: dict[str, Words], at: str, said: tuple[str, str] | None
) -> None:
    for place, lang in enumerate(("en", "ja")):
        view = shown(library, words[lang], ("desknets-web-meeting", "phone-hours", "due", {"at": at}), DAY, NOW)
        told = view.reasons[0].say.text
        assert said[place] in told if said else "Feb" not in told and "2月" not in told


@pytest.mark.parametrize("state", ["nsw", "vic"])
def test_a_holiday_of_one_state_is_named_there_alone(library: Library, words: dict[str, Words], state: str) -> None:
    facts = {"hours_of": "on-site", "state": state, "at": "2026-11-03T10:00"}
    view = shown(library, words["en"], ("swap-out", "support-hours", "due", facts), DAY, NOW)
    assert ("Melbourne Cup" in view.reasons[0].say.text) == (state == "vic")


@pytest.mark.parametrize(
    ("lang", "told"), [("en", "may end before the contract term does"), ("ja", "契約期間より先に終わることがあります")]
)
@pytest.mark.parametrize(("invoice", "later"), [("2024-05-10", False), ("2024-05-11", True), ("2026-01-10", True)])
def test_cover_that_was_bought_later_may_end_before_its_term(
    library: Library, words: dict[str, Words], lang: str, told: str, invoice: str, later: bool
) -> None:
    """Its 12 months run from the unit's purchase, whatever is left of the term."""
    facts = {"unit_purchase_date": "2024-05-10", "invoice_date": invoice, "years": "2"}
    view = shown(library, words[lang], ("swap-out", "contract-period", "due", facts), DAY, NOW)
    assert any(told in note.text for note in view.notes) == later
    assert ("R24" in {one.id for one in view.readings}) == later
