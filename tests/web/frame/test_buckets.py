"""Who asks too often waits; nobody else does, and what is remembered does not grow without end."""

import pytest

from assistant.web.frame.admission import MOST_CLIENTS, Buckets, client_of


class Watch:
    """Stands still until it is set."""

    def __init__(self) -> None:
        self.seconds = 0.0

    def __call__(self) -> float:
        return self.seconds


@pytest.fixture
def watch() -> Watch:
    return Watch()


@pytest.fixture
def buckets(watch: Watch) -> Buckets:
    return Buckets(rate=2, size=10, now=watch)


def test_a_full_bucket_lasts_for_its_size_and_fills_again(buckets: Buckets, watch: Watch) -> None:
    assert [buckets.take("192.0.2.1", 1) for _ in range(11)] == [0] * 10 + [0.5]
    watch.seconds = 0.5
    assert [buckets.take("192.0.2.1", 1) for _ in range(2)] == [0, 0.5]
    watch.seconds = 1000
    assert [buckets.take("192.0.2.1", 5) for _ in range(3)] == [0, 0, 2.5]


def test_who_is_refused_pays_nothing(buckets: Buckets) -> None:
    buckets.take("192.0.2.1", 8)
    assert buckets.take("192.0.2.1", 4) == 1
    assert buckets.take("192.0.2.1", 2) == 0


def test_one_client_does_not_empty_the_bucket_of_another(buckets: Buckets) -> None:
    buckets.take("192.0.2.1", 10)
    assert buckets.take("192.0.2.2", 10) == 0


def test_what_costs_more_than_a_bucket_costs_a_whole_one(buckets: Buckets) -> None:
    assert buckets.take("192.0.2.1", 1000) == 0
    assert buckets.take("192.0.2.1", 1000) == 5


def test_a_clock_that_goes_back_does_no_harm(buckets: Buckets, watch: Watch) -> None:
    watch.seconds = 100
    buckets.take("192.0.2.1", 4)
    watch.seconds = 90
    assert buckets.take("192.0.2.1", 7) == pytest.approx(10.5)


@pytest.mark.parametrize(
    ("host", "client"),
    [
        ("192.0.2.1", "192.0.2.1"), ("::ffff:192.0.2.1", "192.0.2.1"), ("testclient", "testclient"), ("", ""),
        ("2001:db8:1:2:3:4:5:6", "20010db800010002"), ("2001:db8:1:2::1", "20010db800010002"),
        ("2001:db8:1:3::1", "20010db800010003"),
    ],
)  # fmt: skip
def test_a_network_of_ipv6_is_one_client(host: str, client: str) -> None:
    assert client_of(host) == client


def test_the_longest_silent_client_is_forgotten_first(buckets: Buckets) -> None:
    buckets.take("first", 10)
    buckets.take("second", 10)
    for number in range(MOST_CLIENTS - 1):
        buckets.take(str(number), 1)
    assert buckets.take("second", 10) > 0
    assert buckets.take("first", 10) == 0
