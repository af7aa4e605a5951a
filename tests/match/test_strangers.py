"""Names that nothing here knows, in questions as people type them."""

import pytest

from assistant.indexing.index import built
from assistant.match.names import Strangers
from assistant.match.ranking import OUT_OF_SCOPE, Phrase
from assistant.match.terms import Terms
from assistant.match.words import Stems, folded
from tests.match.sample import PHRASES

OTHERS = (Phrase("cancel Netflix", "en"), Phrase("ネットフリックスをやめたい", "ja"))
INDEX = built(
    {**PHRASES, OUT_OF_SCOPE: [*PHRASES.get(OUT_OF_SCOPE, ()), *OTHERS]}, Terms.build({}, Stems((), ["is"], ["の"]))
)
STRANGERS = Strangers(INDEX.reader, INDEX.evidence.of_topics, ("Queensland", "ゴールドプラン"))


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
    assert list(STRANGERS.found(text)) == names


@pytest.mark.parametrize(
    "text",
    [
        "where is my Avaya drill",
        "is the drill covered by Avaya",
        "is the drill free at Avaya?",
        "we lost Avaya's drill",
        "my Netflix account, please",
        "Netflix drill lost, can I borrow one",
        "サイボウズのドリル",
        "デルのドリルを借りたい",
        "Zoomのドリルを借りたい",
        "ネットフリックスの解約",
    ],
)
def test_a_thing_of_a_name_that_no_topic_has_is_somebody_elses(text: str) -> None:
    assert STRANGERS.own(text)


@pytest.mark.parametrize(
    "text",
    [
        "Mrs Avaya, can I borrow a drill",
        "the drill at Avaya is broken, can I borrow one",
        "Broken drill here, can I borrow one",
        "can I borrow a drill in Queensland",
        "ゴールドプランのドリル",
        "ゴールトプランのドリル",
        "ドリルの貸出",
        "サイボウズです。ドリルを借りたい",
        "デルのを借りたい",
        "",
    ],
)
def test_whoever_is_merely_named_owns_nothing_that_is_asked_about(text: str) -> None:
    assert not STRANGERS.own(text)


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        ("is Netflix's drill on the XY300", "is drill on the xy300"),
        ("can I drill the Acme tent with Netflix", "can i drill the acme tent with"),
        ("ネットフリックスのXY300", "xy300"),
        ("is my Netflix account covered", ""),
        ("is my Netflix Acme account covered", ""),
        ("where is my Avaya drill of Acme", ""),
        ("the drill on the XY300", ""),
    ],
)
def test_beside_something_of_ours_a_name_out_of_scope_does_not_count(text: str, rest: str) -> None:
    """Not where nobody knows the name, nor where it is of the thing that is called like one of ours."""
    known = Strangers(INDEX.reader, INDEX.evidence.of_topics, ("XY300",), ("Acme",))
    assert known.rest(text, folded(text)).split() == rest.split()
