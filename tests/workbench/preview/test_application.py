"""The preview shows what is saved, keeps the last good state up, and is nowhere without `--preview`."""

import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from threading import Event, Semaphore

import pytest

from assistant.indexing.index import built
from assistant.match.index import Index
from tests.client import TestClient
from tests.spoil.spoiling import Spoiling
from tests.spoil.test_checking import SPOILINGS as CHECKED
from tests.spoil.test_locales import flagged, said
from tests.spoil.test_reading import SPOILINGS as READ
from tests.web.markup import Markup
from tests.workbench.preview.previewed import CATALOGUE, POLICY, TITLE, TOPIC, Bench, faults, seen

KEPT_UP = [one for one in (*READ, *CHECKED) if one.policy == POLICY]
LAST_GOOD = {"en": "you see the last good state", "ja": "表示しているのは、最後に正しく読み込めた状態です"}


@pytest.fixture(scope="module")
def kept_up(tmp_path_factory: pytest.TempPathFactory) -> Bench:
    """One preview that every mistake is saved in; its page is up."""
    bench = Bench(tmp_path_factory.mktemp("kept"))
    bench.page(f"/en/{TOPIC}")
    return bench


@pytest.mark.parametrize("spoiling", KEPT_UP, ids=lambda one: one.name)
def test_a_mistake_leaves_the_page_up_and_stands_on_top_until_it_is_mended(spoiling: Spoiling, kept_up: Bench) -> None:
    folder = kept_up.content / POLICY
    good = folder.with_name("good")
    shutil.copytree(folder, kept_up.content.parent / good.name)
    before = kept_up.page(f"/en/{TOPIC}")
    file, line = spoiling.apply(folder)
    try:
        for lang, told in LAST_GOOD.items():
            page = kept_up.page(f"/{lang}/{TOPIC}")
            assert told in faults(page)
            assert re.search(rf"{re.escape(file)}:{line or '[0-9]+'}:[0-9]+", faults(page))
        assert kept_up.page(f"/en/{TOPIC}").one("main").text == before.one("main").text
    finally:
        shutil.rmtree(folder)
        shutil.move(kept_up.content.parent / good.name, folder)
    assert "preview-faults" not in kept_up.client.get(f"/en/{TOPIC}").text


def test_what_is_saved_is_shown(bench: Bench) -> None:
    assert "鍵の再発行" not in seen(bench.page(f"/ja/{TOPIC}"))
    bench.change(bench.content / TITLE, "title: ライセンスキーの再発行", "title: 鍵の再発行")
    assert bench.page(f"/ja/{TOPIC}").one("h1").text == "鍵の再発行"


def test_a_saved_translation_is_shown(bench: Bench) -> None:
    title = bench.page(f"/en/{TOPIC}").one("h1").text
    bench.change(bench.locales / CATALOGUE, f'msgstr "{title}"', 'msgstr "A fresh key"')
    assert bench.page(f"/en/{TOPIC}").one("h1").text == "A fresh key"


def test_search_phrases_are_learnt_anew_only_where_they_changed(bench: Bench, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever translates does not wait for it; a phrase that is written counts at once."""
    learnt: list[str] = []

    def watched(*made_of: object) -> Index:
        learnt.append(str(made_of))
        return built(*made_of)  # type: ignore[arg-type]  # (as it was called)

    monkeypatch.setattr("assistant.indexing.index.built", watched)
    title, asked = bench.page(f"/en/{TOPIC}").one("h1").text, "/en/ask?q=zaffre+quibble"
    bench.page(asked)
    phrase = "reissue of the Web Meeting licence key"
    for path, old, new, times in (
        (bench.locales / CATALOGUE, f'msgstr "{title}"', 'msgstr "A fresh key"', 1),
        (bench.locales / "ja" / "ui.po", 'msgstr "本文', 'msgstr "ここから本文', 1),
        (bench.content / TITLE, "title: ライセンスキーの再発行", "title: 鍵の再発行", 1),
        (bench.locales / "en" / "questions.po", phrase, f'{phrase}\\n"\n"zaffre quibble', 2),
    ):
        bench.change(path, old, new)
        bench.page(asked)
        assert (len(learnt), "zaffre quibble" in learnt[-1]) == (times, times > 1)


def test_a_question_waits_no_longer_than_it_must_and_its_page_loads_again_by_itself(
    bench: Bench, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What is begun goes on, and is begun by a save where somebody has asked before."""
    learnt, go = Semaphore(0), Event()

    def slow(*made_of: object) -> Index:
        learnt.release()
        go.wait()
        return built(*made_of)  # type: ignore[arg-type]  # (as it was called)

    monkeypatch.setattr("assistant.indexing.index.built", slow)
    client = TestClient(bench.preview(0), follow_redirects=False)
    for path in ("/en/ask?q=zaffre+quibble", "/en/ask?q=zaffre+quibble", "/ja/preview/en/phrases"):
        waiting = client.get(path)
        assert "loads again by itself" in waiting.text or "もう一度" in waiting.text
        assert waiting.headers["refresh"] == "2"
        assert "Nothing to show" not in waiting.text, "it says what it waits for"
    assert client.get("/en/suggest?q=zaffre").status_code == 503
    assert client.get(f"/en/{TOPIC}").status_code == 200
    learnt.acquire()
    phrase = "reissue of the Web Meeting licence key"
    bench.change(bench.locales / "en" / "questions.po", phrase, f'{phrase}\\n"\n"zaffre quibble')
    client.get(f"/en/{TOPIC}")
    learnt.acquire()
    go.set()


@pytest.mark.parametrize("lang", ["en", "ja"])
def test_a_catalogue_that_is_none_leaves_the_page_up(bench: Bench, lang: str) -> None:
    before = bench.page(f"/en/{TOPIC}").one("h1").text
    undo = bench.change(bench.locales / CATALOGUE, "msgid", "msgid unquoted\nmsgid")
    page = bench.page(f"/{lang}/{TOPIC}")
    assert LAST_GOOD[lang] in faults(page)
    assert f"locales/{CATALOGUE}:" in faults(page)
    assert bench.page(f"/en/{TOPIC}").one("h1").text == before
    undo()
    assert LAST_GOOD[lang] not in faults(bench.page(f"/{lang}/{TOPIC}"))


def test_a_mistake_in_the_content_does_not_keep_translations_back(bench: Bench) -> None:
    title = bench.page(f"/en/{TOPIC}").one("h1").text
    bench.change(bench.content / TITLE, "verdict: included", "verdict: inclded")
    bench.change(bench.locales / CATALOGUE, f'msgstr "{title}"', 'msgstr "A fresh key"')
    page = bench.page(f"/en/{TOPIC}")
    assert (page.one("h1").text, LAST_GOOD["en"] in faults(page)) == ("A fresh key", True)


def test_it_starts_with_bad_content_and_recovers(bench: Bench) -> None:
    undo = bench.change(bench.content / TITLE, "verdict: included", "verdict: inclded")
    page = bench.page(f"/ja/{TOPIC}", 503)
    assert f"content/{TITLE}:" in faults(page)
    assert "ページを表示できません" in faults(page)
    undo()
    assert faults(bench.page(f"/ja/{TOPIC}")).count(":") == 0


@pytest.mark.parametrize("broken", ["en/language.yaml", "ja/language.yaml", "ja/ui.po"])
def test_it_starts_with_bad_catalogues_and_recovers(bench: Bench, broken: str) -> None:
    path = bench.locales / broken
    good = path.read_bytes()
    path.write_text("id: [\n", "utf-8")
    assert f"locales/{broken}:" in faults(bench.page("/en/", 503))
    path.write_bytes(good)
    assert faults(bench.page("/en/")).count(":") == 0


def test_it_starts_without_any_file(tmp_path: Path) -> None:
    bench = Bench(tmp_path)
    shutil.rmtree(bench.content)
    shutil.rmtree(bench.locales)
    assert "no policy stands here" in faults(bench.page("/en/", 503))


def test_nothing_is_kept_by_browsers_or_found_by_searching(still: Bench) -> None:
    for path in (f"/en/{TOPIC}", "/en/preview/", "/preview/preview.css", "/static/site.css", f"/en/{TOPIC}free.svg"):
        response = still.client.get(path, headers={"If-None-Match": "*"})
        assert response.status_code == 200
        assert response.headers["cache-control"] == "no-store"
        assert response.headers["x-robots-tag"] == "noindex, nofollow"
        assert "etag" not in response.headers


def test_every_page_keeps_the_headers_that_make_it_safe(still: Bench) -> None:
    for path in (f"/en/{TOPIC}", "/en/preview/", "/en/nothing/"):
        response = still.client.get(path)
        assert "script-src 'self'" in response.headers["content-security-policy"]
        assert " style=" not in response.text


def test_what_is_no_page_is_as_readers_have_it(still: Bench, client: TestClient) -> None:
    policy = still.client.get(f"/api/v1/policies/{POLICY}?lang=en").json()
    assert policy == client.get(f"/api/v1/policies/{POLICY}?lang=en").json()
    assert still.client.get(f"/ja/{TOPIC}free.svg").text == client.get(f"/ja/{TOPIC}free.svg").text


def test_a_page_without_faults_is_what_readers_see_under_a_bar(still: Bench, client: TestClient) -> None:
    for path in (f"/en/{POLICY}/", f"/ja/{TOPIC}", f"/ja/{TOPIC}free", f"/en/{POLICY}/clauses/"):
        shown, read = (page.one("main").text for page in (still.page(path), Markup(client.get(path).text)))
        assert shown == read


@pytest.mark.parametrize("path", ["/en/preview/", "/preview/preview.css", "/en/preview/ja/messages", "/en/preview"])
def test_without_preview_nothing_of_it_is_there(client: TestClient, path: str) -> None:
    assert client.get(path).status_code == 404


def test_without_preview_pages_say_nothing_of_it(client: TestClient) -> None:
    response = client.get(f"/en/{TOPIC}")
    assert "preview" not in response.text
    assert not re.search("[\ue000-\uf8ff]", response.text)
    assert "set-cookie" not in client.get(f"/en/{TOPIC}?ids").headers


def test_no_page_says_where_the_folders_stand(bench: Bench, tmp_path: Path) -> None:
    bench.change(bench.content / TITLE, "verdict: included", "verdict: inclded")
    for path in _pages(bench):
        assert str(tmp_path) not in bench.client.get(path, follow_redirects=True).text


def _pages(bench: Bench) -> Iterator[str]:
    yield from ("/en/", "/en/preview/", "/en/preview/faults")
    for name in ("messages", "changes", "glossary", "phrases"):
        yield f"/en/preview/en/{name}"


def test_a_page_elsewhere_cannot_point_its_own_name_here(still: Bench) -> None:
    assert still.client.get("/en/", headers={"Host": "elsewhere.example"}).status_code == 400


def test_the_switch_leads_to_no_other_server(still: Bench) -> None:
    address = "http://testserver//elsewhere.example/"
    assert still.client.get(f"{address}?ids").headers["location"] == "/elsewhere.example/"
    assert '="//elsewhere.example' not in still.client.get(address).text


KEPT = f"{POLICY}.topics.key-reissue.title"


def test_a_faulty_translation_stands_on_top_with_its_place(bench: Bench) -> None:
    bench.message(KEPT, said('"$', ' <b>x</b>"'))
    assert re.search(rf"locales/en/policy-{POLICY}\.po:\d+:1 ?{re.escape(KEPT)}", faults(bench.page(f"/en/{TOPIC}")))


def test_the_bar_counts_what_is_not_translated_and_leads_to_the_list(bench: Bench) -> None:
    bench.message(KEPT, said('"[^"]+"', '""'))
    bench.message(f"{POLICY}.topics.key-reissue.about", flagged)
    page = bench.page(f"/en/{TOPIC}")
    link = next(one for one in page.all("a") if "Missing" in one.text)
    assert "Missing 1" in link.text
    assert "Stale 1" in link.text
    found = bench.page(link.attributes["href"])
    first, second = list(found.all("article"))[:2]
    assert first.attributes["class"] == "preview-message missing"
    assert second.attributes["class"] == "preview-message stale"
