"""The page that makes the code: what is chosen stands in it, and colours are said to be mended or to be none."""

import pytest

from assistant.i18n.load import load_words
from tests.client import TestClient
from tests.conftest import ROOT


@pytest.mark.parametrize("lang", ["en", "ja"])
def test_the_code_shows_what_is_chosen(framing: TestClient, lang: str) -> None:
    for show, path in (("box", "embed/"), ("panel", "panel/"), ("swap-out/price", "embed/swap-out/price/")):
        page = framing.get(f"/{lang}/embedding", params={"show": show}).text
        assert (
            f"src=&#34;https://help.example/{lang}/{path}&#34;" in page
            or f'src="https://help.example/{lang}/{path}"' in page
        )
        assert f'<option value="{show}" selected>' in page


def test_colours_stand_in_the_code_and_what_is_done_to_them_is_said(framing: TestClient) -> None:
    page = framing.get("/en/embedding", params={"accent": "#FFCC00", "paper": "ffffff", "ink": "zz"}).text
    assert "/en/embed;accent=ffcc00;paper=ffffff/" in page
    say = load_words(ROOT / "locales", "en", strict=True).say
    label = say("The text")
    assert say("{label}: this is no colour. Write six digits from 0 to 9 and a to f.", label=label) in page
    assert "#FFCC00 could not be read well" in page


def test_where_nobody_may_frame_pages_it_says_so(client: TestClient, framing: TestClient) -> None:
    assert "POLICY_ASSISTANT_FRAMES" in client.get("/en/embedding").text
    assert "POLICY_ASSISTANT_FRAMES" not in framing.get("/en/embedding").text


def test_what_cannot_be_chosen_is_the_box(framing: TestClient) -> None:
    assert '<option value="box" selected>' in framing.get("/en/embedding", params={"show": "nosuch"}).text
