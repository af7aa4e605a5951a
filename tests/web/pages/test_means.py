"""Whoever asks for a way to reach people that a document does not name is told that it does not name it."""

import pytest

from tests.client import TestClient
from tests.web.pages.test_answers import page

TOLD = {"en": "The document names no contact of this kind: {}.", "ja": "文書に「{}」の連絡先は記載されていません。"}


@pytest.mark.parametrize(
    ("lang", "question", "words", "policies"),
    [
        ("en", "what is your fax number", "fax number", 2),
        ("en", "can I fax the form", "fax", 2),
        ("en", "is there a live chat for desknets", "live chat", 2),
        ("en", "postal address of NEC swap-out", "postal address", 2),
        ("en", "swap-out email address", "email address", 1),
        ("en", "phone number desknets", "", 0),
        ("ja", "ＦＡＸ番号を教えてください", "ＦＡＸ番号", 2),
        ("ja", "ファックスで送れますか", "ファックス", 2),
        ("ja", "スワップアウトのメールアドレスは", "メールアドレス", 1),
        ("ja", "チャットで相談したい", "チャット", 2),
        ("ja", "カスタマセンターの電話番号", "", 0),
    ],
)
def test_a_way_that_no_document_names_is_said_not_to_be_named(
    client: TestClient, lang: str, question: str, words: str, policies: int
) -> None:
    """In the words that were typed, for each document that names other contacts; a way that it names is shown."""
    shown = [one.text for one in page(client, f"/{lang}/ask?q={question}").all("p")]
    said = TOLD[lang].format(words)
    assert shown.count(said) == policies
    assert len([one for one in shown if one.startswith(TOLD["en"][:20]) or one.endswith(TOLD["ja"][-14:])]) == policies


@pytest.mark.parametrize(
    "question",
    [
        "en/ask?q=we have a fax from the customer, may the system move to another partner",
        "ja/ask?q=顧客からのFAXがあります。システムを別のパートナーへ移せますか",
        "en/ask?q=does a dongle cost anything? the old one came by post",
    ],
)
def test_nothing_is_said_of_ways_where_nobody_asks_for_people(client: TestClient, question: str) -> None:
    said = " ".join(one.text for one in page(client, f"/{question}").all("p"))
    assert "contact of this kind" not in said
    assert "連絡先は記載" not in said
