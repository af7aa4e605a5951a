"""What makes no difference is not asked for: it is said that nothing was entered, and can be told all the same."""

import datetime as dt

import pytest

from assistant.decide import Answer, Needs
from assistant.decide.unknown import ask_needful
from assistant.model.policy import Library
from tests.client import TestClient
from tests.web.markup import Markup

SUNDAY = dt.date(2026, 1, 18)


@pytest.mark.parametrize(
    ("path", "result", "left", "fact"),
    [
        ("en/swap-out/price/free", "The terms do not state the amount.", "Not entered", "payment_plan"),
        ("en/swap-out/annual-fee/free", "The terms do not state the amount.", "Not entered", "payment_plan"),
        ("ja/swap-out/annual-fee/free", "金額は規約に書かれていません。", "未入力", "payment_plan"),
        ("en/swap-out/support-hours/due?hours_of=call-line&on=2026-12-26",
         "On Sat 26 Dec 2026 the answer is: The service line is closed.", "Not entered", "at"),
    ],
)  # fmt: skip
def test_what_leads_to_the_same_whatever_is_answered_is_not_asked_for_and_said_so(
    client: TestClient, path: str, result: str, left: str, fact: str
) -> None:
    answer = Markup(client.get(f"/{path}").text)
    assert result in answer.one("h1").text
    assert left in [one.text for one in answer.all("dd")]
    change = next(one for one in answer.links() if f"change={fact}" in one)
    assert any(
        fact in name for one in Markup(client.get(change).text).all("input") if (name := one.attributes.get("name"))
    )


def test_what_is_not_asked_for_can_be_told_for_the_notes_that_rest_on_it(client: TestClient) -> None:
    assert "uplift fee" not in client.get("/en/swap-out/annual-fee/free").text.partition("Behind this answer")[0]
    told = client.get("/en/swap-out/annual-fee/free?payment_plan=monthly").text.partition("Behind this answer")[0]
    assert "uplift fee" in told
    assert "Not entered" not in told


@pytest.mark.parametrize(
    ("path", "asked"),
    [
        ("en/swap-out/support-hours/due?hours_of=call-line", "at"),
        ("en/swap-out/end-agreement/due", "term_start"),
        ("en/licence-desk/hwkc-replacement/free", "system"),
    ],
)
def test_what_may_make_a_difference_is_asked_for(client: TestClient, path: str, asked: str) -> None:
    response = client.get(f"/{path}")
    assert f'name="asked" value="{asked}"' in response.text


@pytest.mark.parametrize("named", [True, False])
def test_a_time_is_asked_for_on_a_day_off_too_as_long_as_nobody_named_the_day(library: Library, named: bool) -> None:
    policy = library.policies["swap-out"]
    told = ask_needful(policy, "support-hours", "due", {"hours_of": "call-line"}, (), SUNDAY, named)
    assert isinstance(told.outcome, Answer if named else Needs)


@pytest.mark.parametrize(
    ("path", "hours"),
    [
        ("en/swap-out/support-hours/due?hours_of=call-line&on=2026-12-24",
         "Usual hours on Thu 24 Dec 2026: 08:00 to 18:30."),
        ("en/swap-out/support-hours/due?hours_of=on-site&state=wa&on=2026-12-24",
         "Usual hours on Thu 24 Dec 2026: 08:00 to 17:00."),
        ("ja/desknets-web-meeting/phone-hours/due?on=2026-12-30",
         "2026年12月30日（水）の通常の受付時間は9:00～12:00、13:00～17:30です。別途案内される休業日によって変わる場合があります。"),
        ("ja/desknets-web-meeting/phone-hours/due?on=2026-11-30",
         "2026年11月30日（月）の通常の受付時間は9:00～12:00、13:00～17:30です。"),
    ],
)  # fmt: skip
@pytest.mark.parametrize("unknown", ["", "&unknown=at"])
def test_whoever_asks_about_a_day_is_told_its_hours_before_any_time_is_asked_for(
    client: TestClient, path: str, hours: str, unknown: str
) -> None:
    """On the clock on which they are kept: a site's own, too."""
    assert Markup(client.get(f"/{path}{unknown}", follow_redirects=True).text).one("h1").text == hours


@pytest.mark.parametrize(
    "path",
    [
        "en/swap-out/support-hours/due?hours_of=call-line&on=2025-12-24",
        "en/swap-out/support-hours/due?hours_of=on-site&on=2026-12-24",
        "en/swap-out/support-hours/due?on=2026-12-24",
        "ja/desknets-web-meeting/key-reissue/due?on=2026-12-29",
    ],
)
def test_hours_are_told_of_no_day_that_is_over_nor_where_something_else_is_asked_for(
    client: TestClient, path: str
) -> None:
    page = Markup(client.get(f"/{path}").text)
    assert not any(one in page.one("h1").text for one in ("usual hours", "通常の受付時間"))
    assert any(one.attributes.get("name") == "asked" for one in page.all("input"))


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("年末年始の電話受付はいつまで？", True),
        ("お盆に電話できる？ desknet's", True),
        ("電話受付はいつまで？ desknet's", False),
        ("お盆にスワップアウトの窓口に電話できる？", False),
    ],
)
def test_of_a_season_that_is_named_it_is_said_that_the_terms_leave_its_days_open(
    client: TestClient, question: str, told: bool
) -> None:
    """Of the topic that is meant, where its days are counted on a calendar of which that is so."""
    text = client.get("/ja/ask", params={"q": question}).text
    assert ("夏期休暇と年末年始休暇の日付は、約款に書かれていません。" in text) is told
