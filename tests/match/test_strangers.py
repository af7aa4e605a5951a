"""Names that nothing here knows, in questions as people type them."""

import pytest

from assistant.indexing.index import built
from assistant.match.names import Strangers
from tests.match.sample import PHRASES

STRANGERS = Strangers(built(PHRASES).reader, ("Queensland", "ゴールドプラン"))


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("can I borrow a drill from Avaya", ["Avaya"]),
        ("can I borrow a drill in Queensland", []),
        ("Avaya drill", []),
        ("Zoomのドリルを借りたい", ["Zoom"]),
        ("サイボウズのドリル", ["サイボウズ"]),
        ("ゴールドプランで借りたい", []),
        ("ゴールドで借りたい", []),
        ("a drill, please", []),
        ("", []),
    ],
)
def test_a_name_that_no_phrase_and_no_option_has_is_strange(text: str, names: list[str]) -> None:
    assert [one.text for one in STRANGERS.found(text)] == names
