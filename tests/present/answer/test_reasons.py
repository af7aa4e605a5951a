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
        (("swap-out", "onsite-visit"), {"level": "gold"}, ("Here that is 2 days.", "この場合は2日です。")),
        (("swap-out", "onsite-visit"), {"level": "bronze"}, ("Here that is 4 days.", "この場合は4日です。")),
        (("swap-out", "onsite-visit"), {"level": "gold", "distance_km": "9"},
         ("Here that is 1 day.", "この場合は1日です。")),
        (("licence-desk", "hwkc-replacement"), {"priority": "normal"},
         ("Here that is 10 days.", "この場合は10日です。")),
    ],
)  # fmt: skip
def test_a_reason_says_how_many_days_the_rule_looks_up(
    library: Library, words: dict[str, Words], place: tuple[str, str], facts: dict[str, str], said: tuple[str, str]
) -> None:
    for lang, wanted in zip(("en", "ja"), said, strict=True):
        view = shown(library, words[lang], (*place, "due", {**SAID[place[0]], **facts}), DAY, NOW)
        assert view.reasons[0].say.text.count(wanted) == 1
