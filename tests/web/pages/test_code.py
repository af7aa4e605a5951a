"""The QR code of an answer is read back, by a decoder that did not make it, from the very picture that is served."""

import re

import numpy as np
import pytest
import zxingcpp
from numpy.typing import NDArray

from tests.client import TestClient
from tests.web.markup import Markup

ANSWERS = (
    "licence-desk/hwkc-replacement/free?system=sv9500&swa=active&on=2026-01-15",
    "swap-out/onsite-visit/due?level=gold&distance_km=60&logged_at=2025-12-23T16:00&unknown=state&on=2026-01-15",
)
SCALE = 4
STROKE = re.compile(r"([Mmh])(-?[0-9.]+)(?: (-?[0-9.]+))?")


def pixels(svg: str) -> NDArray[np.uint8]:
    """The picture as grey values: each `h` of its one stroke is a row of dark squares."""
    size = int(re.findall(r'width="([0-9]+)"', svg)[0]) // SCALE
    grid = np.full((size, size), 255, np.uint8)
    x, y = 0.0, 0.0
    for command, first, second in STROKE.findall(re.findall(r'stroke="#000" d="([^"]+)"', svg)[0]):
        if command == "h":
            grid[int(y), int(x) : int(x + float(first))] = 0
            x += float(first)
        else:
            x, y = (0.0, 0.0) if command == "M" else (x, y)
            x, y = x + float(first), y + float(second)
    return np.kron(grid, np.ones((SCALE, SCALE), np.uint8))


@pytest.mark.parametrize("lang", ["en", "ja"])
@pytest.mark.parametrize("answer", ANSWERS)
def test_the_code_leads_to_the_answer(client: TestClient, lang: str, answer: str) -> None:
    page = Markup(client.get(f"/{lang}/{answer}").text)
    address = next(one.attributes["src"] for one in page.all("img") if "/code.svg?" in one.attributes["src"])
    (read,) = zxingcpp.read_barcodes(pixels(client.get(address).text))
    assert read.text == page.one("input", id="link").attributes["value"]
    again = client.get(read.text.removeprefix("https://help.example"))
    assert Markup(again.text).one("h1").text == page.one("h1").text
