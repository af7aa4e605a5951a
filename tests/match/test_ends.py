"""An end that a question tells is not the start that a topic asks for, and leads beside the topic that it is told."""

import pytest

from assistant.match.question import Matcher
from tests.match.test_catalogue import NOW, matcher
from tests.match.test_facts import about

__all__ = ["matcher"]

ENDS = [
    ("when do I have to give notice, contract ends 30 June 2027", "2027-06-30"),
    ("when to give notice, the agreement expires on 31 March 2027", "2027-03-31"),
    ("contract runs out on 31 March 2027, when can we cancel", "2027-03-31"),
    ("our agreement finishes 31 March 2027, when is the earliest notice", "2027-03-31"),
    ("契約が2027年6月30日に終わります。いつから解約できる？", "2027-06-30"),
    ("契約は2027年6月30日までです。解約の通知はいつから？", "2027-06-30"),
    ("契約満了は2027年6月30日。解約はいつから", "2027-06-30"),
    ("2027年6月30日に契約が切れます。いつ解約を申し出られる？", "2027-06-30"),
]
STARTS = [
    ("contract of 1 July 2025, when can I give notice to cancel", "2025-07-01"),
    ("contract from 1 July 2025, when can I give notice to end it", "2025-07-01"),
    ("agreement 1 July 2025, when can I give notice to cancel", "2025-07-01"),
    ("契約開始は2025年7月1日。解約の通知はいつから？", "2025-07-01"),
]


@pytest.mark.parametrize(
    ("fact", "text", "day"), [("term_end", *one) for one in ENDS] + [("term_start", *one) for one in STARTS]
)
def test_an_end_is_no_start_and_a_start_no_end(matcher: Matcher, fact: str, text: str, day: str) -> None:
    read = matcher.read(text, about("swap-out/end-agreement"), NOW)
    assert [(one.fact, one.value) for one in read.stated] == [(fact, day)]
    assert not read.offered


@pytest.mark.parametrize(
    "text",
    [
        *(text for text, _ in ENDS[:4]),
        "term ends 30 June 2027, when to give notice",
        "契約は2027年6月30日までです。解約の通知はいつから？",
        "2027年6月30日に契約が切れます。いつ解約を申し出られる？",
    ],
)
def test_the_notice_of_a_renewal_stands_beside_the_end_of_the_agreement(matcher: Matcher, text: str) -> None:
    found = matcher.understand(text, NOW)
    assert {"end-agreement", "renewal-notice"} <= {one.topic for one in found.matches[:3]}
    assert not found.straight
