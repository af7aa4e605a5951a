"""What a name or a thing that nothing here knows tells of what a text says: that it may be another's."""

import pytest

from assistant.match.question import Matcher
from assistant.match.understanding import Said
from assistant.match.whose import owned_by_other
from tests.match.grammar import marked
from tests.match.test_facts import NOW, about, matcher

DONGLE, TERM, NOTICE = "licence-desk/hwkc-replacement", "swap-out/contract-period", "swap-out/renewal-notice"

__all__ = ["matcher"]


@pytest.mark.parametrize(
    ("topic", "text", "fact"),
    [
        (DONGLE, "Our Avaya boxes have SWA, what does a dongle cost?", "swa"),
        (TERM, "the only invoice here is for the chairs, 4 May 2026. When does the term end?", "invoice_date"),
        (TERM, "We ordered the coffee machine on 4 May 2026, one year of cover.", "unit_purchase_date"),
        (NOTICE, "The contract with Ricoh ends on 31 March 2027. Latest notice?", "term_end"),
    ],
)
def test_what_may_be_anothers_is_offered_as_such(matcher: Matcher, topic: str, text: str, fact: str) -> None:
    read = matcher.read(text, about(topic), NOW)
    assert fact not in {one.fact for one in read.stated}
    assert [one.why for one in read.offered if one.fact == fact] == ["other"]


@pytest.mark.parametrize(
    ("topic", "text", "fact"),
    [
        (DONGLE, "Woolworths have SWA, what does a dongle cost?", "swa"),
        (DONGLE, "The Woolworths SWA is active, what does a dongle cost?", "swa"),
        (TERM, "The invoice for the cover is dated 4 May 2026.", "invoice_date"),
        (TERM, "The unit was bought on the 2nd of Feb 2026.", "unit_purchase_date"),
        (NOTICE, "Our swap-out with NEC ends on 31 March 2027. Latest notice?", "term_end"),
        (NOTICE, "As agreed with Petersen our term ends on 31 March 2027. Latest notice?", "term_end"),
    ],
)
def test_a_customers_name_and_a_thing_of_ours_take_nothing_away(
    matcher: Matcher, topic: str, text: str, fact: str
) -> None:
    assert fact in {one.fact for one in matcher.read(text, about(topic), NOW).stated}


@pytest.mark.parametrize(
    ("text", "another"),
    [
        ("at sony the warranty has run out", True),
        ("in masony street the warranty has run out", False),
        ("the sonya room: the warranty has run out", False),
        ("at sony it is gone, our warranty has run out", False),
        ("ソニーの保証は切れ", True),
    ],
)
def test_another_firm_is_named_by_a_whole_word_and_not_of_ours_again(text: str, another: bool) -> None:
    said = marked(text)
    start = max(said.text.find("warranty"), said.text.find("保証"))
    stretch = Said("in_warranty", "no", start, start)
    assert owned_by_other(said, stretch, {"sony": True, "ソニー": True}, dated=False, things=()) == another
