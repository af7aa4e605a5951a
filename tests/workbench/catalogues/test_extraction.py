"""The sentences of the interface are collected from code and templates."""

import json
from pathlib import Path

import pytest

from assistant.errors import ContentError
from assistant.settings import PACKAGE
from assistant.workbench.catalogues.extraction import SAYS, interface_messages
from assistant.workbench.catalogues.template import once
from tests.i18n.conftest import Project


def test_marked_sentences_are_found_in_code_and_in_templates(project: Project) -> None:
    found = {(message.context, message.source): message for message in once(interface_messages(project.package))}
    assert set(found) == {
        ("", "What do you want to know?"),
        ("", "Send"),
        ("", "Now or {later}"),
        ("", "Good day."),
        ("", "Too late."),
        ("", "In time."),
        ("state", "Open"),
        ("", "{count} question left"),
        ("", "heading of the first page"),
        ("", "on the button that sends the form"),
    }
    assert found["", "heading of the first page"].work  # what translators are told is for them to read, in the preview
    assert found["", "{count} question left"].plural == "{count} questions left"
    assert found["", "Send"].files == ("shop/pages.html", "shop/pages.py")


@pytest.mark.parametrize(
    ("said", "found"),
    [
        ('worded("On {day}", day=day)', [("On {day}", "")]),
        ('worded("On {day}", day)', [("On {day}", "")]),
        ('worded("{count} day", "{count} days", count=count)', [("{count} day", "{count} days")]),
        ('words.worded("{count} day", "{count} days")', [("{count} day", "{count} days")]),
        ('worded("Now" if now else "Then")', [("Now", ""), ("Then", "")]),
    ],
)
def test_an_explanation_says_one_sentence_or_its_singular_and_plural(
    tmp_path: Path, said: str, found: list[tuple[str, str]]
) -> None:
    (tmp_path / "add_weeks.py").write_text(f"{said}\n", "utf-8")
    assert [(message.source, message.plural) for message in interface_messages(tmp_path)] == found


def test_a_note_goes_to_the_translator(project: Project) -> None:
    found = {message.source: message.notes for message in once(interface_messages(project.package))}
    assert found["Send"] == ("on the button that sends the form",)
    assert found["What do you want to know?"] == ("heading of the first page",)
    assert found["Good day."] == ()


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("bad.py", 'words.say(f"Until {day}")'),
        ("bad.py", 'words.say("Until " + day)'),
        ("bad.py", 'words.plural(f"{n} day", "days", n)'),
        ("bad.py", 'worded(f"{n} days")'),
        ("bad.html", '{{ say("Until " ~ day) }}'),
    ],
)
def test_a_sentence_put_together_in_code_is_a_fault(tmp_path: Path, name: str, text: str) -> None:
    (tmp_path / name).write_text(f"\n{text}\n", "utf-8")
    with pytest.raises(ContentError) as raised:
        interface_messages(tmp_path)
    (fault,) = raised.value.faults
    assert (Path(fault.file).name, fault.line) == (name, 2)
    assert "put together in code" in str(fault.wrong)


@pytest.mark.parametrize(("name", "text"), [("bad.py", 'say("Now") def (:'), ("bad.html", '{{ say("Now") }}{% if %}')])
def test_a_file_that_cannot_be_parsed_is_a_fault(tmp_path: Path, name: str, text: str) -> None:
    (tmp_path / name).write_text(text, "utf-8")
    with pytest.raises(ContentError) as raised:
        interface_messages(tmp_path)
    assert [fault.line for fault in raised.value.faults] == [1]


@pytest.mark.parametrize(
    "said",
    [
        '"Now" if now else "Then"',
        'chosen or "Now"',
        'TABLE.get(name, "Now")',
        'TABLE.get(name, "Now" if a else "Then")',
    ],
)
def test_each_sentence_that_a_call_may_say_is_found(tmp_path: Path, said: str) -> None:
    (tmp_path / "late.py").write_text(f"words.say({said})\n", "utf-8")
    found = {message.source for message in interface_messages(tmp_path)}
    assert found == {word for word in ("Now", "Then") if f'"{word}"' in said}


def test_sentences_that_come_from_a_table_need_their_own_mark(tmp_path: Path) -> None:
    (tmp_path / "table.py").write_text('NAMES = {"a": N_("First")}\nwords.say(NAMES["a"])\n', "utf-8")
    assert [message.source for message in interface_messages(tmp_path)] == ["First"]


def test_a_translator_is_told_where_people_see_a_template(tmp_path: Path) -> None:
    (tmp_path / "shown.json").write_text('{"first.html": "the first page", "last.html": "the last page"}', "utf-8")
    for name in ("first.html", "last.html", "other.html"):
        (tmp_path / name).write_text('{# NOTE: a button #}{{ say("Send") }}\n{{ say("In ' + name + '") }}', "utf-8")
    found = {message.source: message.notes for message in once(interface_messages(tmp_path))}
    assert found["Send"] == ("Shown: the first page", "a button", "Shown: the last page")
    assert found["In last.html"][0] == "Shown: the last page"
    assert not any(note.startswith("Shown") for note in found["In other.html"])


def test_the_table_names_each_template_of_the_pages_that_says_something_and_no_other() -> None:
    for folder in (PACKAGE / "web/templates", PACKAGE / "web/templates/programs"):
        says = {path.name for path in folder.glob("*.html") if SAYS.search(path.read_text("utf-8"))}
        assert set(json.loads((folder / "shown.json").read_text("utf-8"))) == says


def test_a_table_beside_code_names_files_that_say_something_and_a_star_is_any_of_them(tmp_path: Path) -> None:
    for table in PACKAGE.rglob("shown.json"):
        for name in set(json.loads(table.read_text("utf-8"))) - {"*"}:
            assert SAYS.search((table.parent / name).read_text("utf-8")), table
    (tmp_path / "shown.json").write_text('{"*": "an answer", "one.py": "a page"}', "utf-8")
    for name in ("one.py", "other.py"):
        (tmp_path / name).write_text(f'words.say("In {name}")', "utf-8")
    notes = [message.notes for message in interface_messages(tmp_path) if message.source.startswith("In ")]
    assert notes == [("Shown: a page",), ("Shown: an answer",)]


@pytest.mark.parametrize(
    ("file", "said", "work"),
    [
        ("cli/ask.py", 'say("Ask")', True),
        ("settings.py", 'told("Ask")', True),
        ("web/templates/programs/api.html", '{{ say("Ask") }}', True),
        ("web/templates/ask.html", '{{ say("Ask") }}', False),
        ("present/faults.py", 'N_("Ask")', False),
        ("present/programs.py", 'N_("Ask")', True),
        ("web/frame/problems.py", 'N_("Ask")', False),
        ("content/reader.py", 'told("Ask")', True),
        ("vocabulary/steps/at.py", 'say("Ask")', False),
        ("vocabulary/steps/at.py", 'told("Ask")', True),
    ],
)
def test_what_only_those_are_told_who_work_with_it_is_no_readers_sentence(
    tmp_path: Path, file: str, said: str, work: bool
) -> None:
    path = tmp_path / "shop" / file
    path.parent.mkdir(parents=True)
    path.write_text(said, "utf-8")
    assert [message.work for message in interface_messages(tmp_path / "shop")] == [work]
