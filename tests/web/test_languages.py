"""A third language needs nothing but its folder: every page is there in it, and what is not yet in it says so."""

import re
from collections.abc import Iterator
from pathlib import Path
from shutil import copytree

import polib
import pytest
from babel.dates import get_day_names, get_month_names
from babel.lists import format_list
from starlette.applications import Starlette

from assistant.i18n.load import languages
from assistant.model.policy import Library
from assistant.workbench.catalogues.addition import PSEUDO, described, write_pseudo
from assistant.workbench.catalogues.sync import sync
from tests.browser.kinds import KINDS, site
from tests.client import TestClient
from tests.conftest import words_of
from tests.web.markup import Markup
from tests.web.visible import Piece, Visible

ACCENTED, MIRRORED, IDS = PSEUDO
CODES = re.compile(r"https?://\S+|\b[\w.-]+\.(?:com|jp)\b|\b[0-9a-f]{12}\b|\b(?:[A-Z]+ )?\w*\d[\w-]*")
"""Addresses, editions, and names with figures such as SV9500: the same in every language."""
AS_THEY_ARE = (
    " textarea ",
    " pre ",
    " code ",
    " bdi ",
    " mark ",
    " p.printed ",
    " nav.switch ",
)
"""Where texts stand that are typed, quoted or addresses, or that are in several languages."""
NAMES = re.compile(r"\b(?:English|Français)\b|‹ids›")
MARKS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f]")
ASCII_WORD = re.compile(r"[A-Za-z]{2,}")
FRENCH_FORMATS = {
    word for names in (get_day_names("abbreviated", locale="fr"), get_month_names("abbreviated", locale="fr"))
    for word in ASCII_WORD.findall(" ".join(names.values()))
} | {*ASCII_WORD.findall(format_list(["1", "2"], "standard", "fr") + format_list(["1", "2"], "or", "fr"))}  # fmt: skip
"""Words that no catalogue says: they come with days and lists."""
ERRORS = {"failure": 500, "not-found": 404, "unreadable": 400, "ask-nothing": 422, "error": 422, "errors": 422}
SENTENCE = "Ask in your own words. The answer says what to do next, and which clause it rests on."
LOST = "A part of {language} cannot be read at present and is shown in another language."
FRENCH = "Posez votre question avec vos mots."


def _client(app: Starlette) -> TestClient:
    return TestClient(app, follow_redirects=False, raise_server_exceptions=False)


@pytest.fixture(scope="module")
def pseudo(library: Library, locales: Path, root: Path, tmp_path_factory: pytest.TempPathFactory) -> TestClient:
    """The site with the pseudo-languages."""
    folder = tmp_path_factory.mktemp("pseudo")
    write_pseudo(library, locales, root / "assistant", folder)
    return _client(site(library, folder))


def _with_french(library: Library, locales: Path, package: Path, folder: Path, offered: str) -> TestClient:
    copytree(locales, folder, dirs_exist_ok=True)
    (folder / "fr").mkdir()
    text = described("fr", languages(folder), ()).replace("offered: no", f"offered: {offered}")
    (folder / "fr" / "language.yaml").write_text(text, "utf-8")
    sync(library, folder, package)
    path = folder / "fr" / "ui.po"
    catalogue = polib.pofile(path.read_text("utf-8"), wrapwidth=0)
    found = catalogue.find(SENTENCE)
    assert found is not None
    found.msgstr = FRENCH
    path.write_text(f"{catalogue}", "utf-8")
    return _client(site(library, folder))


@pytest.fixture(scope="module")
def french(library: Library, locales: Path, root: Path, tmp_path_factory: pytest.TempPathFactory) -> TestClient:
    """The site with French, of which one sentence is translated."""
    return _with_french(library, locales, root / "assistant", tmp_path_factory.mktemp("french"), "yes")


def _pieces(html: str) -> Iterator[Piece]:
    """The pieces of a page that are ours to translate."""
    for piece in Visible(html).pieces:
        if not any(part in f"{piece.path} " for part in AS_THEY_ARE):
            yield piece._replace(text=NAMES.sub("", CODES.sub("", piece.text)))


def _words(piece: Piece) -> set[str]:
    return set(ASCII_WORD.findall(piece.text))


def _bears_elements(piece: Piece) -> bool:
    """Whether elements may stand in it: not in a title, and not in an attribute."""
    return " title" not in piece.path and " @" not in piece.path


@pytest.mark.parametrize("kind", KINDS)
def test_a_page_in_a_language_from_right_to_left_holds_no_word_of_another(pseudo: TestClient, kind: str) -> None:
    response = pseudo.get(f"/{MIRRORED}/{KINDS[kind]}")
    html = Markup(response.text).one("html")
    assert (response.status_code, html.attributes) == (ERRORS.get(kind, 200), {"lang": MIRRORED, "dir": "rtl"})
    own = [piece for piece in _pieces(response.text) if kind != "ticket" or piece.lang == MIRRORED]
    assert [piece for piece in own if _words(piece)] == []


@pytest.mark.parametrize("kind", KINDS)
def test_a_page_of_message_ids_renders(pseudo: TestClient, kind: str) -> None:
    response = pseudo.get(f"/{IDS}/{KINDS[kind]}")
    assert response.status_code == ERRORS.get(kind, 200)


def test_ids_stand_in_place_of_text(pseudo: TestClient) -> None:
    page = Markup(pseudo.get(f"/{IDS}/swap-out/refund/").text)
    assert page.one("h1").text == "swap-out.topics.refund.title"
    assert page.one("a", class_="skip").text == "ui: Skip to the main content"


def test_a_complete_language_has_no_notice_and_no_element_of_another(pseudo: TestClient) -> None:
    page = pseudo.get(f"/{ACCENTED}/swap-out/").text
    assert not list(Markup(page).all("p", class_="notice"))
    assert {piece.lang for piece in _pieces(page)} == {ACCENTED}


@pytest.mark.parametrize("kind", KINDS)
def test_whatever_is_not_translated_says_which_language_it_is_in(french: TestClient, kind: str) -> None:
    response = french.get(f"/fr/{KINDS[kind]}")
    assert response.status_code == ERRORS.get(kind, 200)
    page = Visible(response.text)
    assert page.crossed == []
    assert not [piece for piece in page.pieces if "<" in piece.text and not _bears_elements(piece)]
    assert not MARKS.search(response.text)
    own = [piece for piece in _pieces(response.text) if piece.lang == "fr" and piece.text != FRENCH]
    assert [piece for piece in own if _bears_elements(piece) and _words(piece) - FRENCH_FORMATS] == []


def test_what_is_translated_stands_in_the_page_s_own_language(french: TestClient) -> None:
    found = [piece for piece in Visible(french.get("/fr/").text).pieces if piece.text == FRENCH]
    assert [(piece.lang, piece.path.split()[-1]) for piece in found] == [("fr", "p.lede")]


def test_a_line_at_the_top_says_how_much_is_translated(french: TestClient) -> None:
    notice = next(Markup(french.get("/fr/").text).all("p", class_="notice"))
    assert notice.text.startswith("0% of these pages"), "as English writes it, whose sentence it is"
    assert "Français" in notice.text


@pytest.mark.parametrize("file", ["free.txt", "free.md", "free.ics", "free.svg", "free.html"])
def test_what_leaves_the_pages_holds_no_marks(french: TestClient, file: str) -> None:
    query = "?system=sv9500&swa=active&on=2026-01-15" if file != "free.svg" else ""
    response = french.get(f"/fr/licence-desk/hwkc-replacement/{file}{query}")
    assert response.status_code == 200
    assert not MARKS.search(response.text)
    assert ('<span lang="en" dir="auto">' in response.text) == (file == "free.html")


@pytest.mark.parametrize("path", ["answers/licence-desk/hwkc-replacement/free?system=sv9500", "policies?", "topics?"])
def test_the_api_holds_no_marks(french: TestClient, path: str) -> None:
    response = french.get(f"/api/v1/{path}&lang=fr")
    assert (response.status_code, MARKS.search(response.text), "\\u000e" in response.text) == (200, None, False)


def test_a_picture_is_mirrored_where_words_run_from_right_to_left(pseudo: TestClient) -> None:
    for lang, mirrored in ((MIRRORED, True), (ACCENTED, False)):
        picture = pseudo.get(f"/{lang}/licence-desk/hwkc-replacement/free.svg").text
        assert ('direction="rtl"><title>' in picture) == mirrored
        assert (picture.count("<text ") == picture.count('transform="') - 1) == mirrored


def test_a_language_is_chosen_only_once_it_is_offered(
    library: Library, locales: Path, root: Path, tmp_path: Path, french: TestClient
) -> None:
    hidden = _with_french(library, locales, root / "assistant", tmp_path, "no")
    for client, status in ((hidden, 404), (french, 200)):
        assert client.get("/fr/").status_code == status
        assert ('hreflang="fr"' in client.get("/en/").text) == (status == 200)
        assert client.get("/api/v1/policies?lang=fr").status_code == (422 if status == 404 else 200)
        wanted = client.get("/", headers={"Accept-Language": "fr,ja;q=0.5"}).headers["location"]
        assert wanted == ("/ja/" if status == 404 else "/fr/")


@pytest.mark.parametrize(
    ("file", "data"),
    [
        ("ui.po", b"nonsense\n"),
        ("ui.po", b"\0\1\xff" * 99),
        ("policy-licence-desk.po", b""),
        ("policy-swap-out.po", b"\xff\xfem\0s\0g\0"),
    ],
)
def test_a_catalogue_that_is_lost_is_told_in_the_log_to_who_runs_it_and_to_readers(
    library: Library, locales: Path, tmp_path: Path, caplog: pytest.LogCaptureFixture, file: str, data: bytes
) -> None:
    copytree(locales, tmp_path, dirs_exist_ok=True)
    (tmp_path / "ja" / file).write_bytes(data)
    client = _client(site(library, tmp_path))
    (line,) = caplog.messages
    assert line.startswith(f"the catalogue ja/{file} cannot be read")
    assert client.get("/readyz").text == f"ok\ncatalogue: ja/{file} cannot be read\n"
    said = words_of(tmp_path, "ja").say(LOST, language="日本語")
    assert said in [one.text for one in Markup(client.get("/ja/").text).all("p", class_="notice")]
    assert not list(Markup(client.get("/en/").text).all("p", class_="notice"))


HALF_WIDTH = re.compile("[\u3040-\u30ff\u3005\u4e00-\u9fff）」]: ")
YAML = "「キー: 値」"
"""How a key is written, which has a half-width colon in any language."""


def test_no_half_width_colon_stands_behind_japanese(root: Path, locales: Path) -> None:
    for path in sorted((root / "assistant").glob("**/templates/**/*.html")):
        assert not re.search(r"\}\}: ", path.read_text("utf-8")), f"{path}: a colon belongs to a language"
    for path in sorted((locales / "ja").glob("*.po")):
        for entry in polib.pofile(path):
            for text in (entry.msgstr, *entry.msgstr_plural.values()):
                assert not HALF_WIDTH.search(text.replace(YAML, "")), (path.name, entry.msgid)
