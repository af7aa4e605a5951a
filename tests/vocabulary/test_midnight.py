"""A span of opening hours that ends at midnight or after it."""

import pytest

from tests.vocabulary.test_doors import at, doors


@pytest.mark.parametrize(
    ("opens", "closes", "moment", "until"),
    [
        ("18:00", "24:00", "2026-04-13T23:59", "2026-04-14T00:00"),
        ("18:00", "24:00", "2026-04-14T00:00", None),
        ("18:00", "00:00", "2026-04-13T23:59", "2026-04-14T00:00"),
        ("18:00", "02:30", "2026-04-14T02:29", "2026-04-14T02:30"),
        ("18:00", "02:30", "2026-04-13T02:29", None),  # Sunday night is no working day
        ("23:59", "00:01", "2026-04-14T00:00", "2026-04-14T00:01"),
        ("00:00", "24:00", "2026-04-14T12:00", "2026-04-15T00:00"),
        ("09:00", "09:00", "2026-04-14T08:59", "2026-04-14T09:00"),
    ],
)
def test_a_span_may_end_at_midnight_or_after_it(opens: str, closes: str, moment: str, until: str | None) -> None:
    found = doors({"spans": ({"opens": opens, "closes": closes},)}).closes(at(moment))
    assert found == (at(until) if until else None)
