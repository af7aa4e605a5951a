"""Compressed responses: which ones, for whom, and the bytes."""

import gzip
from collections.abc import Mapping

SHORT, LONG = 500, 100_000
"""Bytes of a body below which packing gains nothing, and above which it takes a while."""
PACKED_TYPES = (
    "text/", "application/json", "application/problem+json", "application/xml", "application/manifest+json",
    "image/svg+xml",
)  # fmt: skip


def worth_packing(headers: Mapping[str, str], body: bytes) -> bool:
    """Whether a response is text, of some length, and not packed yet."""
    kind = headers.get("content-type", "")
    return len(body) >= SHORT and kind.startswith(PACKED_TYPES) and "content-encoding" not in headers


def pack(body: bytes) -> bytes:
    """The body as gzip, the same for the same body."""
    return gzip.compress(body, 6 if len(body) < LONG else 1, mtime=0)


def accepts_gzip(accepted: str) -> bool:
    """Whether an Accept-Encoding header lets gzip through (RFC 9110, 12.5.3)."""
    weights: dict[str, float] = {}
    for piece in accepted.split(","):
        name, _, rest = piece.strip().partition(";")
        weights[name.strip().lower()] = _weight(rest)
    return weights.get("gzip", weights.get("*", 0.0)) > 0


def _weight(parameter: str) -> float:
    name, _, value = parameter.strip().partition("=")
    if name.strip().lower() != "q":
        return 1.0
    try:
        return float(value)
    except ValueError:
        return 0.0
