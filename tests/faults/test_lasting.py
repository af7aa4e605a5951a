"""The short form of what `make soak` does for an hour."""

from tests.faults.lasting import mixed, renewed, stopped


def test_a_server_that_is_asked_this_and_that_fails_nobody_and_does_not_grow() -> None:
    assert mixed(0.2).wrong == []


def test_nobody_is_lost_where_it_is_stopped_and_renewed() -> None:
    assert [form(1).wrong for form in (stopped, renewed)] == [[], []]
