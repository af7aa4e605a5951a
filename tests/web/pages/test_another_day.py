"""What an answer for another day or moment says of today's, and how it leads there."""

import pytest

from tests.client import TestClient
from tests.web.pages.test_answers import DONGLE, SAID, page


@pytest.mark.parametrize(
    ("address", "said", "leads"),
    [
        (f"{DONGLE}?{SAID}&on=2026-01-14", "This was asked for Wed 14 Jan 2026. Today’s answer is the same.", ""),
        (f"{DONGLE}?{SAID}&on=2026-04-14", "This answer is for Tue 14 Apr 2026", f"{DONGLE}?{SAID}"),
        (f"{DONGLE}?{SAID}&on=2026-01-15", "", ""),
        ("swap-out/renewal-notice/due?term_end=2026-06-30&on=2026-01-14", "Today’s answer is the same.", ""),
        ("swap-out/refund/covered?cancelled_by=customer&on=2025-01-14", "Today’s answer is the same.", ""),
        ("swap-out/refund/covered?cancelled_by=customer&on=2027-01-14", "Today’s answer is the same.", ""),
        (
            "swap-out/support-hours/due?hours_of=call-line&at=2026-01-14T10:00",
            "This answer is for Wed 14 Jan 2026, 10:00 (Adelaide time), not for now.",
            "swap-out/support-hours/due?hours_of=call-line&at=2026-01-15T13:30",
        ),
        ("swap-out/support-hours/due?hours_of=call-line&at=2026-01-15T13:30&on=2026-03-03", "", ""),
    ],
)
def test_an_answer_for_another_time_leads_to_that_of_now_where_it_is_another(
    client: TestClient, address: str, said: str, leads: str
) -> None:
    shown = page(client, f"/en/{address}")
    notices = [one.text for one in shown.all("div", class_="notice")]
    assert len(notices) == bool(said)
    assert all(said in one for one in notices)
    buttons = [one for one in shown.all("a") if one.text in ("See today’s answer", "See the answer for now")]
    assert [one.attributes["href"] for one in buttons] == ([f"/en/{leads}"] if leads else [])


@pytest.mark.parametrize(
    ("address", "filled"),
    [
        (f"{DONGLE}?{SAID}&on=2001-01-14", True),
        (f"{DONGLE}?{SAID}&on=2026-04-14", False),
        (f"ask?q=dongle&take={DONGLE}&{SAID}&on=2001-01-14", False),
    ],
)
def test_only_a_link_of_an_earlier_day_puts_today_before_the_next_step(
    client: TestClient, address: str, filled: bool
) -> None:
    (led,) = (one for one in page(client, f"/en/{address}").all("a") if one.text == "See today’s answer")
    assert ("quiet" in led.attributes["class"].split()) != filled
