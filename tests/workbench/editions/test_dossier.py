"""A dossier holds everything that an edition answers, and in front all that changed since the last approved one."""

import datetime as dt
from pathlib import Path

import pytest
from markupsafe import escape
from pypdf import PdfReader

from assistant.content import read_policy
from assistant.i18n.words import Words
from assistant.model.policy import Library
from assistant.settings import Settings
from assistant.workbench.check.walk import walk
from assistant.workbench.editions.approval import approve
from assistant.workbench.editions.dossier import dossier
from assistant.workbench.editions.versions import translations_of
from tests.browser.chromium import chromium
from tests.renaming import frozen
from tests.terminal import run
from tests.web.markup import Markup
from tests.workbench.editions.test_approval import GIVEN

TODAY = dt.date(2026, 4, 1)
NAME = "desknets-web-meeting"


@pytest.fixture(scope="module")
def made(library: Library, content: Path, locales: Path, spoken: dict[str, Words]) -> str:
    """The dossier of a policy that ships."""
    policy = library.policies[NAME]
    return dossier(content / NAME, policy, spoken, translations_of(locales, [policy])[NAME], TODAY)


def test_every_rule_that_answers_is_in_it_in_every_language(made: str, library: Library) -> None:
    page = Markup(made)
    paths = [one.text for one in page.all("p", class_="path")]
    assert sorted(paths) == sorted(str(path) for path in walk(library.policies[NAME]).noted.values())
    langs = [one.attributes.get("lang") for one in page.all("div") if one.attributes.get("lang")]
    assert langs.count("en") == langs.count("ja") > len(paths)
    assert made.index(str(escape(library.policies[NAME].about.title.source))) < made.index("<h2")


def test_clauses_and_readings_are_in_it(made: str, library: Library) -> None:
    policy = library.policies[NAME]
    cited = {name for path in walk(policy).noted.values() for name in getattr(path.outcome, "cites", ())}
    clauses = [clause for clause in policy.outline.clauses if clause.id in cited]
    assert clauses
    assert all(escape(clause.gist.source) in made for clause in clauses)
    assert all(one.id in made for one in policy.about.readings)


def test_what_changed_since_the_last_approval_stands_in_front(tmp_path: Path, spoken: dict[str, Words]) -> None:
    folder = tmp_path / "content" / "leave"
    policy = frozen(folder)
    assert "all of it is new" in dossier(folder, policy, spoken, {}, TODAY)
    list(approve(folder, policy, spoken, GIVEN, None))
    assert "Approved by Aiko Mori, owner" in dossier(folder, policy, spoken, {}, TODAY)
    topic = folder / "topics/holiday.yaml"
    topic.write_text(topic.read_text("utf-8").replace("add_days: -10", "add_days: -20"), "utf-8")
    html = dossier(folder, read_policy(folder), spoken, {}, TODAY)
    assert "Nobody responsible has approved this yet. The document governs." in html
    assert html.index("Before:") < html.index("変更前") < html.index('class="case"')


DOCUMENTS = {
    "{title: Rules of leave}": "Document: Rules of leave. Edition ",
    "{title: Rules of leave, date: 2026-01-01}": "Document: Rules of leave, Thu 1 Jan 2026. Edition ",
    "{title: Rules of leave, reference: HR-7, date: 2027-02-01}": "Document: HR-7: Rules of leave, Mon 1 Feb 2027. Ed",
    "{title: Rules of leave, reference: HR-8}": "Document: HR-8: Rules of leave. Edition ",
}


@pytest.mark.parametrize(("written", "front"), DOCUMENTS.items())
def test_it_says_which_document_it_is_about(written: str, front: str, tmp_path: Path, spoken: dict[str, Words]) -> None:
    folder = tmp_path / "content" / "leave"
    frozen(folder)
    about = folder / "policy.yaml"
    old = "{title: Rules of leave, date: 2026-01-01}"
    assert old in about.read_text("utf-8")
    about.write_text(about.read_text("utf-8").replace(old, written), "utf-8")
    html = dossier(folder, read_policy(folder), spoken, {}, TODAY)
    assert front in html[: html.index("<h2")]


SENTENCES = {
    "rewritten": ("Ask first.", "Ask in good time.", ("Ask in good time.", "Before: Ask first.")),
    "taken away": ("{id: first, text: Ask first.", "{id: second, text: Wait.", ("Wait.", "Before: Ask first.")),
    "new": ("    points:\n", "    points:\n      - {id: why, text: We plan., cites: [ask]}\n", ("We plan.",)),
}


@pytest.mark.parametrize(("old", "new", "shown"), SENTENCES.values(), ids=list(SENTENCES))
def test_every_sentence_that_is_another_stands_in_front(
    old: str, new: str, shown: tuple[str, ...], tmp_path: Path, spoken: dict[str, Words]
) -> None:
    folder = tmp_path / "content" / "leave"
    policy = frozen(folder)
    list(approve(folder, policy, spoken, GIVEN, None))
    summary = folder / "summary.yaml"
    text = summary.read_text("utf-8")
    assert old in text
    summary.write_text(text.replace(old, new), "utf-8")
    html = dossier(folder, read_policy(folder), spoken, {}, TODAY)
    front = html[: html.index('class="case"')]
    assert all(f"<p>{one}</p>" in front for one in shown)


def test_the_command_writes_it(content: Path, locales: Path, tmp_path: Path) -> None:
    known = Settings(content=content, locales=locales)
    result = run(known, "dossier", NAME, "--output", str(tmp_path / "it.html"))
    assert result.output == f"{tmp_path / 'it.html'}: written\n"
    assert run(known, "dossier", NAME).output == (tmp_path / "it.html").read_text("utf-8")


def test_it_is_printed_whole(made: str, tmp_path: Path) -> None:
    file, pdf = tmp_path / "it.html", tmp_path / "it.pdf"
    file.write_text(made, "utf-8")
    with chromium() as browser:
        page = browser.new_page(viewport={"width": 390, "height": 800})
        page.goto(file.as_uri())
        assert page.evaluate("document.documentElement.scrollWidth") <= 390
        page.pdf(path=pdf, prefer_css_page_size=True)
    reader = PdfReader(pdf)
    printed = "".join("".join(one.extract_text().split()) for one in reader.pages)
    wanted = ["".join(one.text.split()) for one in Markup(made).all("p", class_="path")]
    assert len(reader.pages) > 5
    assert [one for one in wanted if one not in printed] == []
