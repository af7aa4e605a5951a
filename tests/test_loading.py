"""What the edges load: policies with the company's own closed days, the terminal's language, today."""

import datetime as dt
import io
import json
import shutil
from pathlib import Path
from threading import Barrier, Thread

import pytest

from assistant.decide import Answer, decide
from assistant.errors import ContentError, UnknownPage
from assistant.i18n.load import languages
from assistant.i18n.load import load_words as read_words
from assistant.library.editions import edition_path, write_edition
from assistant.loading import (
    clock,
    earlier_editions,
    language_of,
    load_all_words,
    load_library,
    load_policy,
    load_words,
    today,
)
from assistant.model.edition import Edition
from assistant.model.policy import Library
from assistant.settings import Settings


def test_one_policy_is_the_same_alone_and_among_all(content: Path, library: Library) -> None:
    alone = load_policy(Settings(content=content), "swap-out").policies["swap-out"]
    assert alone.edition == library.policies["swap-out"].edition


def test_an_unknown_policy_is_named_with_those_that_exist(content: Path) -> None:
    with pytest.raises(UnknownPage) as error:
        load_policy(Settings(content=content), "swapout")
    assert "swap-out" in error.value.near


def sent_on(library: Library) -> dt.date:
    answer = decide(library.policies["desknets-web-meeting"], "key-reissue", "due",
                    {"accepted_at": "2026-08-12T17:01"}, dt.date(2026, 8, 12))  # fmt: skip
    assert isinstance(answer, Answer)
    value = answer.dates["sent_on"].value
    assert isinstance(value, dt.date)
    return value


def test_the_companys_own_closed_days_are_not_worked(content: Path, library: Library, tmp_path: Path) -> None:
    file = tmp_path / "closed.yaml"
    file.write_text("desknets-web-meeting: [2026-08-13, 2026-08-14]\n", "utf-8")
    closed = load_library(Settings(content=content, closed_days=file))
    assert sent_on(library) == dt.date(2026, 8, 13)
    assert sent_on(closed) == dt.date(2026, 8, 17)
    assert closed.policies["desknets-web-meeting"].edition != library.policies["desknets-web-meeting"].edition
    assert closed.policies["swap-out"].edition == library.policies["swap-out"].edition


@pytest.mark.parametrize(
    ("environment", "language"),
    [
        ({"LANG": "ja_JP.UTF-8"}, "ja"),
        ({"LC_ALL": "en_GB.UTF-8", "LANG": "ja_JP.UTF-8"}, "en"),
        ({"LC_MESSAGES": "ja", "LANG": "C"}, "ja"),
        ({"LANG": "C.UTF-8"}, "en"),
        ({"LANG": "../../etc"}, "en"),
        ({}, "en"),
    ],
)
def test_the_terminals_locale_chooses_the_language(locales: Path, environment: dict[str, str], language: str) -> None:
    assert language_of(environment, languages(locales)) == language


@pytest.mark.parametrize(
    ("policy", "day"),
    [("licence-desk", 31), ("swap-out", 1), ("desknets-web-meeting", 1)],
)
def test_today_is_the_day_in_the_policys_own_time_zone(library: Library, policy: str, day: int) -> None:
    moment = dt.datetime(2026, 3, 31, 22, 30, tzinfo=dt.UTC)
    assert today(library.policies[policy], lambda: moment).day == day


class Watched(io.StringIO):
    """A terminal that somebody watches."""

    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(("lang", "line"), [("en_GB.UTF-8", "Reading what changed …"), ("ja_JP.UTF-8", "変更された")])
def test_whoever_sits_at_a_terminal_is_told_while_sources_are_read(
    content: Path, locales: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, lang: str, line: str
) -> None:
    known, terminal = Settings(content, locales, library=tmp_path), Watched()
    monkeypatch.setattr("sys.stderr", terminal)
    monkeypatch.setenv("LC_ALL", lang)
    load_policy(known, "swap-out")
    said = terminal.getvalue()
    assert said.startswith(line)
    *_, last, rest = said.split("\r")
    assert (last.strip(), rest) == ("", "")
    load_policy(known, "swap-out")
    assert terminal.getvalue() == said


def test_nothing_is_said_where_nobody_watches(
    content: Path, locales: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    load_policy(Settings(content, locales, library=tmp_path), "swap-out")
    assert capsys.readouterr().err == ""


def test_what_is_wrong_is_told_all_at_once_and_never_kept(content: Path, locales: Path, tmp_path: Path) -> None:
    shutil.copytree(content, tmp_path / "content")
    known = Settings(tmp_path / "content", locales, library=tmp_path / "library")
    load_library(known)
    for policy in ("licence-desk", "swap-out"):
        path = tmp_path / "content" / policy / "summary.yaml"
        path.write_text(path.read_text("utf-8") + "colour: red\n", "utf-8")
    for _ in range(2):
        with pytest.raises(ContentError) as error:
            load_library(known)
        assert {fault.file for fault in error.value.faults} == {
            "content/licence-desk/summary.yaml", "content/swap-out/summary.yaml",
        }  # fmt: skip


def test_a_folder_without_policies_is_a_fault(locales: Path, tmp_path: Path) -> None:
    with pytest.raises(ContentError, match="no policy stands here"):
        load_library(Settings(tmp_path, locales, library=tmp_path / "library"))


def test_words_are_those_of_the_catalogues(locales: Path, tmp_path: Path) -> None:
    known = Settings(locales=locales, library=tmp_path)
    for _ in range(2):
        for lang, words in load_all_words(known).items():
            read = read_words(locales, lang)
            assert words.language == read.language == load_words(known, lang).language
            assert [one.messages for one in words.chain] == [one.messages for one in read.chain]
    with pytest.raises(UnknownPage):
        load_words(known, "xx")


def test_an_earlier_edition_is_read_once_however_many_ask_at_once(
    library: Library, content: Path, locales: Path, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    policy = library.policies["swap-out"]
    path = edition_path(tmp_path / policy.id, policy.edition)
    path.parent.mkdir(parents=True)
    path.write_text(write_edition(policy, {}), "utf-8")
    (path.parent / "000000000000.json").write_text("{}", "utf-8")
    find, gate = earlier_editions(Settings(tmp_path, locales)), Barrier(8)
    found: list[Edition | None] = []

    def ask() -> None:
        gate.wait()
        found.append(find(policy.id, policy.edition))
        assert find(policy.id, "000000000000") is None
        assert find(policy.id, "123456789abc") is None

    threads = [Thread(target=ask) for _ in range(8)]
    for one in threads:
        one.start()
    for one in threads:
        one.join()
    assert len(found) == 8
    assert found[0] is not None
    assert all(one is found[0] for one in found)
    assert len(caplog.records) == 1


def test_a_clock_that_is_set_stands_still(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("POLICY_ASSISTANT_NOW", "2026-12-01T15:45+10:30")
    standing = clock()
    monkeypatch.delenv("POLICY_ASSISTANT_NOW")
    assert standing() == standing() == dt.datetime(2026, 12, 1, 5, 15, tzinfo=dt.UTC)
    assert clock()() > dt.datetime(2026, 1, 1, tzinfo=dt.UTC)


@pytest.fixture
def documents(tmp_path: Path) -> Settings:
    """Settings with a folder of documents' own words, which is empty."""
    (tmp_path / "documents").mkdir()
    return Settings(documents=tmp_path / "documents")


def test_a_documents_own_words_hang_on_its_policy(documents: Settings) -> None:
    bare = load_policy(documents, "swap-out").policies["swap-out"]
    quote = {"fingerprint": bare.outline.clauses[0].fingerprint, "text": "Word for word."}
    held = {"language": "en", "clauses": {bare.outline.clauses[0].id: quote}}
    (documents.documents or Path()).joinpath("swap-out.json").write_text(json.dumps(held), "utf-8")
    quoting = load_policy(documents, "swap-out").policies["swap-out"]
    assert bare.quoted is None
    assert quoting.quoted is not None
    assert quoting.quoted.clauses[bare.outline.clauses[0].id].text == "Word for word."
    assert quoting.edition == bare.edition, "no answer rests on them"


@pytest.mark.parametrize("text", ["", "{", '{"clauses": {}}', '{"language": "en", "address": "javascript:x"}'])
def test_words_that_cannot_be_read_are_a_fault_with_a_way_out(documents: Settings, text: str) -> None:
    path = (documents.documents or Path()) / "swap-out.json"
    path.write_text(text, "utf-8")
    with pytest.raises(ContentError) as caught:
        load_policy(documents, "swap-out")
    assert [fault.file for fault in caught.value.faults] == [str(path)]
