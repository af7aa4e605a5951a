"""That something is over, which tells that a day has passed, whichever it was."""

import pytest

from assistant.match.question import Matcher
from tests.match.test_facts import NOW, about, matcher

ICE, VISIT = "desknets-web-meeting/ice-server", "swap-out/onsite-visit"
REFUND = "swap-out/refund"
SUPPORT, TERM = {"support_until"}, {"term_end"}

__all__ = ["matcher"]


@pytest.mark.parametrize(
    ("topic", "text", "passed"),
    [
        (ICE, "my support ended, can I still use the ICE servers?", SUPPORT),
        (ICE, "Our support has run out. Do the ICE servers still work?", SUPPORT),
        (ICE, "サポートが切れた。ICEサーバーは使える？", SUPPORT),
        (ICE, "サポート終了後もICEサーバーを使えますか", SUPPORT),
        (ICE, "サポート契約は終了済みです。ICEサーバーへ接続できますか", SUPPORT),
        (VISIT, "our swap-out contract ended, am I still covered for a visit?", TERM),
        (VISIT, "スワップアウトの契約が切れています。訪問は対象ですか", TERM),
        (ICE, "has my support ended? can I still use the ICE servers", set()),
        (ICE, "サポートは終わったのでしょうか。ICEサーバーは使えますか", set()),
        (ICE, "my support has not expired, can I use the ICE servers", set()),
        (ICE, "サポートが切れる前に知りたい。ICEサーバーは使える？", set()),
        (ICE, "my support had ended but was renewed, can I use the ICE servers?", set()),
        (ICE, "my support ended on 3 May 2026, can I use the ICE servers", set()),
        (ICE, "the meeting ended early, can I use the ICE servers with my support", set()),
        (REFUND, "the agreement has expired, is there a refund?", TERM),
        (REFUND, "契約は満了しました。返金はありますか", TERM),
        (REFUND, "NEC cancelled our swap-out. do we get a refund?", set()),
        (REFUND, "the agreement was terminated by NEC, is there a refund?", set()),
        (REFUND, "we ended the agreement, is there a refund?", set()),
        (REFUND, "we dropped the swap-out cover, money back?", set()),
        (REFUND, "NECがスワップアウトを解約しました。返金は？", set()),
        (REFUND, "契約をやめました。返金はありますか", set()),
        ("desknets-web-meeting/phone-hours", "サポートが切れた。電話の受付時間は？", SUPPORT),
        ("desknets-web-meeting/support-period", "サポートが切れた。期間は？", set()),
    ],
)
def test_what_is_plainly_over_has_a_last_day_that_has_passed(
    matcher: Matcher, topic: str, text: str, passed: set[str]
) -> None:
    """Not what is asked, denied, to come, taken back or called off; nor a day that is told, or not asked for here."""
    assert matcher.read(text, about(topic), NOW).passed == passed
