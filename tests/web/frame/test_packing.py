"""Who can unpack a response, and what is sent to them."""

import gzip

import pytest

from assistant.web.frame.packing import accepts_gzip, pack


@pytest.mark.parametrize(
    ("accepted", "packed"),
    [
        ("gzip", True), ("br, GZIP;q=0.5", True), ("*", True), ("", False), ("br", False), ("gzip;q=0", False),
        ("gzip;q=0, *", False), ("*;q=0", False), ("gzip;q=x", False), ("identity", False), ("gzip;level=1", True),
    ],
)  # fmt: skip
def test_who_can_unpack(accepted: str, packed: bool) -> None:
    assert accepts_gzip(accepted) is packed


def test_packing_gives_the_same_bytes_for_the_same_body() -> None:
    assert pack(b"x" * 1000) == pack(b"x" * 1000)
    assert gzip.decompress(pack(b"x" * 200_000)) == b"x" * 200_000
