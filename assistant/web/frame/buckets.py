"""How much one client may ask for: a bucket of tokens for each, which fills again by itself."""

from collections.abc import Callable
from dataclasses import dataclass, field
from ipaddress import IPv6Address, ip_address

MOST_CLIENTS = 10_000
"""Clients that are remembered; one that has not asked for long has a full bucket and need not be."""
PREFIX = 8
"""Bytes of an address of IPv6 that stand for one client: its network, in which it may call itself as it likes."""


def client_of(host: str) -> str:
    """The client behind an address: the address, or the network of one of IPv6."""
    try:
        address = ip_address(host)
    except ValueError:
        return host
    if not isinstance(address, IPv6Address):
        return host
    return str(address.ipv4_mapped or address.packed[:PREFIX].hex())


@dataclass(slots=True)
class Buckets:
    """
    Buckets of `size` tokens that fill by `rate` tokens a second, by client. `now` counts seconds.

    A token stands for some five milliseconds of the processor's time.
    """

    rate: float
    size: float
    now: Callable[[], float]
    _held: dict[str, tuple[float, float]] = field(default_factory=dict)

    def take(self, host: str, cost: float) -> float:
        """Takes tokens from the bucket of whoever asks from this address; where they do not suffice, takes none, and
        says in how many seconds they will."""
        client, now = client_of(host), self.now()
        left, since = self._held.pop(client, (self.size, now))
        left = min(self.size, left + (now - since) * self.rate)
        cost = min(cost, self.size)
        wait = max(0.0, (cost - left) / self.rate)
        # Taken out and put in again, so that whoever has not asked for longest stands first.
        self._held[client] = (left if wait else left - cost, now)
        if len(self._held) > MOST_CLIENTS:
            del self._held[next(iter(self._held))]
        return wait
