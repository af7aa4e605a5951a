"""What a forwarded mail says itself: not the lines above it, nor the signature below."""

import pytest

from assistant.match.mail import Mail
from tests.match.grammar import words

MAIL = Mail.of(words())


@pytest.mark.parametrize(
    ("text", "spoken"),
    [
        ("From: Gold Ltd Sent: Monday, 16 November 2026 15:12 Subject: visit. Our unit died", "visit. Our unit died"),
        ("差出人: 田中 送信日時: 2026年11月20日 16:02 件名: 訪問。ブロンズです", "訪問。ブロンズです"),
        ("From: 佐藤 Sent: Mon, 23 November 2026 9:12 AM 画面が故障。来ますか", "画面が故障。来ますか"),
        ("Sent: 2026/11/23 9:12 To: サポート 画面が故障しました。来ますか", "画面が故障しました。来ますか"),
        ("差出人: 佐藤 太郎 送信日時: 2026年11月23日 9:12 画面が故障。来ますか", "画面が故障。来ますか"),
        ("From: Sato Sent: 23 November 2026 9:12 PM Our unit died. When?", "Our unit died. When?"),
        ("On Fri, 20 Nov 2026 at 16:02, Support wrote: which level?", "which level?"),
        ("Is it free? Kind regards, Tom Gold, 08 8300 1234", "Is it free?"),
        ("Sent: 16/11/2026\nOur unit died", "Our unit died"),
        ("is it sent from Sydney?", "is it sent from Sydney?"),
        ("with regards to the visit, is it free?", "with regards to the visit, is it free?"),
        (
            "Hi\n> Accepted on: 1 May 2026\n> Bought: 2 May\n> When?",
            "Hi。> Accepted on: 1 May 2026。> Bought: 2 May。> When?",
        ),
        (
            "注文受付日：2026年10月1日\n初回購入日：2026年9月29日",
            "注文受付日：2026年10月1日。初回購入日：2026年9月29日",
        ),
        ("・年数：2年\n始期をご教示ください", "・年数：2年。始期をご教示ください"),
    ],
)
def test_only_what_is_said_in_the_mail_itself_is_left(text: str, spoken: str) -> None:
    found = MAIL.spoken(text)
    assert len(found) == len(text)
    assert " ".join(found.split()) == spoken


def test_without_a_grammar_all_is_said() -> None:
    assert Mail.of({}).spoken("Sent: today") == "Sent: today"
