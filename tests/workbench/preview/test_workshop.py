"""The workshop: progress, messages, changes, glossary, search phrases, and what is wrong with the catalogues."""

import os
import re
import subprocess
import time
from itertools import count, pairwise
from pathlib import Path

import pytest

from assistant.errors import ContentError, Fault, told
from assistant.workbench.catalogues.messages import stats
from assistant.workbench.preview.watch import Part
from tests.spoil.test_locales import flagged, said
from tests.web.markup import Markup
from tests.workbench.preview.previewed import CATALOGUE, POLICY, TOPIC, Bench, seen

TITLE = f"{POLICY}.topics.key-reissue.title"
KEYS = f"questions:{POLICY}/key-reissue"
STALE = '#, fuzzy\n#| msgid "ライセンスキーの発行"\n'


def articles(page: Markup) -> list[str]:
    """The text of each message on a page."""
    return [one.text for one in page.all("article")]


def names(page: Markup) -> list[str]:
    """What each message on a page is known by."""
    found = (re.search(r"\S+", text) for text in articles(page))
    return [one[0] for one in found if one]


@pytest.mark.parametrize("lang", ["en", "ja"])
def test_the_overview_shows_how_far_each_catalogue_has_come(bench: Bench, lang: str) -> None:
    bench.message(TITLE, flagged)
    page = bench.page(f"/{lang}/preview/")
    card = next(one for one in page.all("section", class_="card") if "English" in one.text)
    all_of = {one.domain: one for one in stats(bench.locales) if one.language == "en"}
    cells = [cell.text for cell in page.all("td", class_="number")]
    assert ("1", str(all_of[f"policy-{POLICY}"].messages)) in pairwise(cells)
    share = sum(one.translated for one in all_of.values()) * 100 // sum(one.messages for one in all_of.values())
    assert f"{share}%" in card.text


def test_a_language_leads_to_its_stale_messages(bench: Bench) -> None:
    bench.message(TITLE, lambda message: STALE + message)
    link = next(one for one in bench.page("/en/preview/").all("a") if one.text == "1 Stale")
    page = bench.page(link.attributes["href"])
    assert names(page) == [TITLE]
    assert [one.text for one in page.all("ins")] == ["再"]
    assert [one.text for one in page.all("a") if "on its page" in one.text] == ["See it on its page"]
    assert f"/en/{TOPIC}" in page.links()
    assert re.search(rf"en/policy-{POLICY}\.po:\d+", seen(page))


def test_messages_are_found_by_their_text_and_shown_some_at_a_time(bench: Bench) -> None:
    first = names(bench.page(f"/en/preview/en/messages?domain=policy-{POLICY}"))
    second = names(bench.page(f"/en/preview/en/messages?domain=policy-{POLICY}&from=40"))
    assert (len(first), len(second), {*first} & {*second}) == (40, 40, set())
    assert names(bench.page(f"/en/preview/en/messages?q={TITLE}")) == [TITLE]
    assert "0 messages" in seen(bench.page("/en/preview/en/messages?q=xylophone&from=999999999"))


@pytest.mark.parametrize("path", ["xx/messages", "en/message/0000000000", "en/nothing", "beside/en/xx/", "xx/glossary"])
def test_what_is_nowhere_is_not_found(bench: Bench, path: str) -> None:
    assert bench.client.get(f"/ja/preview/{path}").status_code == 404


def test_changes_are_told_from_git(bench: Bench) -> None:
    folder = bench.locales.parent
    env = {**os.environ, "GIT_COMMITTER_DATE": "2026-01-02T00:00:00Z", "GIT_AUTHOR_DATE": "2026-01-02T00:00:00Z"}
    for command in (["init", "-q"], ["add", "."], ["-c", "user.name=x", "-c", "user.email=x", "commit", "-qm", "x"]):
        subprocess.run(["git", *command], cwd=folder, env=env, check=True)
    old = bench.page(f"/en/{TOPIC}").one("h1").text
    bench.change(bench.locales / CATALOGUE, f'msgstr "{old}"', f'msgstr "{old} anew"')
    page = bench.page("/en/preview/en/changes?since=2026-01-10")
    assert names(page) == [TITLE]
    assert [one.text.strip() for one in page.all("ins")] == ["anew"]
    assert "of git" in seen(page)
    assert [one.text for one in page.all("li") if CATALOGUE in one.text] != []
    assert not any("ui.po" in one.text for one in page.all("li"))


def test_changes_are_told_by_file_times_without_git(bench: Bench, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    for path in bench.locales.parent.rglob("*.*"):
        os.utime(path, (1_700_000_000, 1_700_000_000))
    os.utime(bench.locales / CATALOGUE, (1_768_000_000, 1_768_000_000))
    page = bench.page("/en/preview/en/changes?since=2026-01-01")
    assert "There is no git here" in seen(page)
    assert [one.text.split()[0] for one in page.all("li") if "/" in one.text] == [f"locales/{CATALOGUE}"]


def test_a_day_that_is_none_is_refused_beside_its_field(bench: Bench) -> None:
    page = bench.page("/ja/preview/en/changes?since=yesterday", 422)
    assert page.one("input", id="since").attributes["value"] == "yesterday"
    assert "年・月・日" in page.one("p", id="since-fault").text


def test_the_glossary_names_the_messages_that_render_a_term_otherwise(bench: Bench) -> None:
    term = "ライセンスキー"
    row = next(one for one in bench.page("/en/preview/en/glossary").all("tr") if one.text.strip().startswith(term))
    assert "Nowhere" in row.text
    bench.message(TITLE, said('"[^"]+"', '"A thing issued again"'))
    row = next(one for one in bench.page("/en/preview/en/glossary").all("tr") if one.text.strip().startswith(term))
    assert TITLE in row.text


def test_search_phrases_tell_which_of_them_miss_their_topic(bench: Bench) -> None:
    stray = "how to renew the contract period of the certificate"
    bench.message(KEYS, lambda message: f'{message}\n"\\n"\n"{stray}"', "en/questions.po")
    page = bench.page("/en/preview/en/phrases")
    deadline = time.monotonic() + 60
    while "are being tried" in seen(page) and time.monotonic() < deadline:
        time.sleep(0.2)
        page = bench.page("/en/preview/en/phrases")
    lost = next(one for one in page.all("li") if stray in one.text)
    assert lost.attributes["class"] == "lost"
    assert "leads to" in lost.text
    assert sum(one.attributes.get("class") == "found" for one in page.all("li")) > 20


def test_what_is_wrong_with_the_catalogues_is_listed_but_for_what_has_its_own_list(bench: Bench) -> None:
    bench.message(TITLE, flagged)
    bench.message(f"{POLICY}.topics.key-reissue.about", said('"$', ' "'))
    page = seen(bench.page("/en/preview/faults"))
    assert f"{POLICY}.topics.key-reissue.about" in page
    assert TITLE not in page


def test_a_message_shows_the_same_sentence_in_other_languages(bench: Bench) -> None:
    name = names(bench.page(f"/en/preview/en/messages?domain=questions&q={KEYS}"))
    assert name == [KEYS]
    link = next(one for one in bench.page(f"/en/preview/en/messages?q={KEYS}").all("a") if one.text == KEYS)
    assert names(bench.page(link.attributes["href"])) == [KEYS, KEYS]


def test_files_that_change_while_they_are_read_are_read_again(tmp_path: Path) -> None:
    path = tmp_path / "text"
    path.write_text("first half", "utf-8")
    meanwhile = iter(["both halves", None])

    def read() -> str:
        text = path.read_text("utf-8")
        if following := next(meanwhile, None):
            path.write_text(following, "utf-8")
        return text

    part = Part(read, tmp_path)
    part.look()
    assert part.good is None
    part.look()
    assert part.good == "both halves"


def test_a_reading_that_fails_in_an_unforeseen_way_keeps_the_last_good_one(tmp_path: Path) -> None:
    path = tmp_path / "text"
    path.write_text("1", "utf-8")
    part = Part(lambda: int(path.read_text("utf-8")), tmp_path)
    part.look()
    path.write_text("one", "utf-8")
    part.look()
    assert part.good == 1
    assert "ValueError" in str(part.faults[0].wrong)


def test_what_has_not_changed_is_not_read_again(tmp_path: Path) -> None:
    read = count()
    (tmp_path / "text").write_text("x", "utf-8")
    part = Part(lambda: next(read), tmp_path)
    for _ in range(3):
        part.look()
    assert (part.good, next(read)) == (0, 1)


def test_faults_go_when_the_files_are_good_again(tmp_path: Path) -> None:
    path = tmp_path / "text"
    fault = Fault(str(path), 1, 1, "", told("wrong"), told("mend"))

    def read() -> str:
        if "bad" in (text := path.read_text("utf-8")):
            raise ContentError([fault])
        return text

    part = Part(read, tmp_path)
    seen_faults = []
    for text in ("good", "bad", "better"):
        path.write_text(text, "utf-8")
        part.look()
        seen_faults.append((part.good, part.faults))
    assert seen_faults == [("good", ()), ("good", (fault,)), ("better", ())]
