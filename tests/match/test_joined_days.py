"""Days that share their month, where an ordinal has a dot and where it has none: each of them may be meant."""

import pytest

from assistant.match.facts import Facts
from assistant.match.known import Known, Spoken
from assistant.match.wordings import Ignored
from tests.match.test_third_language import FACTS, NOW, known, read


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Ist es am 5. oder 6. Mai 2025 kostenlos?", ["?2025-05-05", "?2025-05-06"]),
        ("Ist es am 5. und am 6. Mai 2025 kostenlos?", ["?2025-05-05", "?2025-05-06"]),
        ("Ist es zwischen dem 5. und 8. Mai 2025 kostenlos?", ["?2025-05-05", "?2025-05-08"]),
        ("Es endet am 5. oder 6. Mai 2027", ["?2027-05-05", "?2027-05-06"]),
        ("Is it free on the 5th or 6th of May 2025?", ["?2025-05-05", "?2025-05-06"]),
        (
            "Is it free between the 5th and 8th of May?",
            [f"?{year}-05-0{day}" for year in (2026, 2027) for day in (5, 8)],
        ),
    ],
)
def test_of_days_that_share_their_month_each_is_offered(text: str, wanted: list[str]) -> None:
    assert read("de", text) == wanted


def test_a_day_that_is_asked_about_alone_stays_the_day() -> None:
    asked = Facts(Known.of(FACTS, known("de"), Ignored.of({})), tuple(FACTS), (), ())
    found = asked.read(Spoken.of("Ist es am 6. Mai 2025 kostenlos?", known("de")), NOW)
    assert found.on is not None
    assert found.on.value == "2025-05-06"
