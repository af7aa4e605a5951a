"""A policy: what hangs on it is made once, goes with it, and is no part of it."""

import pytest

from assistant.model.policy import Library, Policy


class Made:
    """Something that is worked out for a policy."""

    def __init__(self, policy: Policy) -> None:
        self.policy = policy


@pytest.fixture
def policy(library: Library) -> Policy:
    """A copy, on which nothing hangs yet."""
    return library.policies["swap-out"].model_copy()


def test_what_is_worked_out_is_made_once(policy: Policy) -> None:
    made = policy.worked_out(Made)
    assert policy.worked_out(Made) is made
    assert made.policy is policy


def test_each_kind_is_made_for_itself(policy: Policy) -> None:
    class Other(Made):
        pass

    assert type(policy.worked_out(Made)) is Made
    assert type(policy.worked_out(Other)) is Other


def test_on_a_copy_nothing_hangs_yet(policy: Policy) -> None:
    made = policy.worked_out(Made)
    for copied in (policy.model_copy(), policy.model_copy(update={"edition": "x"}), policy.model_copy(deep=True)):
        assert copied.worked_out(Made) is not made
    assert policy.worked_out(Made) is made


def test_what_hangs_on_a_policy_is_no_part_of_it(policy: Policy, library: Library) -> None:
    policy.worked_out(Made)
    assert policy == library.policies["swap-out"]
    assert "worked out" not in policy.model_dump()


def test_a_library_knows_every_topic_by_its_policy(library: Library) -> None:
    topics = library.topics
    policy, topic = topics["swap-out/refund"]
    assert (policy.id, topic.id) == ("swap-out", "refund")
    assert len(topics) == sum(len(one.topics) for one in library.policies.values())
