"""How the query of an address is read: what a link lost or gained on its way is mended where it can mean one thing."""

import pytest

from assistant.web.frame.query import BadRequest, own_names, read_query

OURS = ("level", "logged_at", "reading.R2", "on")


@pytest.mark.parametrize(
    "query",
    [b"level=gold&on=2026-11-20", b"level=gold&amp;on=2026-11-20", b"amp;level=gold&amp;on=2026-11-20"],
)
def test_a_link_out_of_a_pages_source_is_the_link(query: bytes) -> None:
    assert read_query(b"/", query) == {"level": "gold", "on": "2026-11-20"}


@pytest.mark.parametrize("query", [b"on=2026-11-20&amp;on=2026-11-21", b"on=1&on=1"])
def test_what_comes_twice_is_refused(query: bytes) -> None:
    with pytest.raises(BadRequest) as refused:
        read_query(b"/", query)
    assert (refused.value.status, refused.value.name) == (400, "on")


@pytest.mark.parametrize(
    ("given", "named"),
    [
        ({"On": "1"}, {"on": "1"}),
        ({"LEVEL": "gold", "on": "1"}, {"level": "gold", "on": "1"}),
        ({"READING.r2": "other"}, {"reading.R2": "other"}),
        ({"logged_at.day": "3", "Other": "x"}, {"logged_at.day": "3", "Other": "x"}),
    ],
)
def test_a_name_in_capitals_is_ours(given: dict[str, str], named: dict[str, str]) -> None:
    assert own_names(given, OURS) == named


@pytest.mark.parametrize("given", [{"On": "1", "on": "1"}, {"on": "1", "ON": "2"}, {"ON": "1", "On": "2"}])
def test_a_name_in_two_ways_is_refused(given: dict[str, str]) -> None:
    with pytest.raises(BadRequest) as refused:
        own_names(given, OURS)
    assert refused.value.name == "on"
