"""Messages as the catalogues keep them, and how far each catalogue has come: what is fuzzy is not translated."""

from dataclasses import replace
from pathlib import Path

import pytest

from assistant.errors import ContentError
from assistant.i18n.comparison import Spellings
from assistant.i18n.load import languages, load_catalogue
from assistant.workbench.catalogues.messages import State, Tally, by_domain, met, parse_kept, read_kept
from tests.i18n.conftest import Project

CATALOGUE = """
#. Title
#. Page: /desk/x/
msgctxt "desk.topics.x.title"
msgid "A {gap}"
msgstr "{gap}"

#, fuzzy
#| msgid "Before"
msgctxt "desk.b"
msgid "After"
msgstr "前"

msgctxt "desk.c"
msgid "Nothing"
msgstr ""

msgctxt "desk.d"
msgid "In 10 days"
msgstr "20日以内"

msgctxt "desk.e"
msgid "Ask your manager before you travel."
msgstr "ask your manager before you travel"

#~ msgid "Gone"
#~ msgstr "無"
"""


SPELLINGS = Spellings(Path())


def test_each_message_has_its_state_and_its_place() -> None:
    found = parse_kept("ja", "policy-desk", CATALOGUE, SPELLINGS)
    assert [(one.name, one.state) for one in found] == [
        ("desk.topics.x.title", "sound"), ("desk.b", "stale"), ("desk.c", "missing"), ("desk.d", "faulty"),
        ("desk.e", "faulty"),
    ]  # fmt: skip
    first, second, _, last, left = found
    assert (first.page, first.notes[0], first.file) == ("/desk/x/", "Title", "ja/policy-desk.po")
    assert second.previous == "Before"
    assert [str(fault.wrong) for fault in last.faults] == ["the figure 10 of the source is missing"]
    assert [str(fault.wrong) for fault in left.faults] == ["the translation is the source text itself"]


def test_a_message_keeps_its_id_when_its_source_is_rewritten() -> None:
    (before, *_) = parse_kept("ja", "policy-desk", CATALOGUE, SPELLINGS)
    (after, *_) = parse_kept("ja", "policy-desk", CATALOGUE.replace("A {gap}", "The {gap}"), SPELLINGS)
    assert before.id == after.id
    assert len({one.id for one in parse_kept("ja", "policy-desk", CATALOGUE, SPELLINGS)}) == 5


def test_every_catalogue_that_is_none_is_reported(tmp_path: Path) -> None:
    for name in ("ui", "glossary"):
        (tmp_path / "ja").mkdir(exist_ok=True)
        (tmp_path / "ja" / f"{name}.po").write_text("msgid unquoted\n", "utf-8")
    with pytest.raises(ContentError) as error:
        read_kept(tmp_path, "ja")
    assert [Path(fault.file).name for fault in error.value.faults] == ["glossary.po", "ui.po"]


def test_a_text_that_is_no_catalogue_has_no_messages() -> None:
    assert parse_kept("ja", "ui", "this is no catalogue\n", SPELLINGS) == ()


def test_a_fuzzy_message_is_not_translated_and_one_with_a_form_missing_is_not_either(project: Project) -> None:
    project.translate("ja/ui.po", {"Send": "送信", "Good day.": "こんにちは。", "{count} question left": ""})
    project.edit("locales/ja/ui.po", 'msgid "Send"', '#, fuzzy\nmsgid "Send"')
    tally = by_domain(read_kept(project.locales, "ja"))["ui"]
    assert tally.counts == {"sound": 1, "stale": 1, "missing": tally.all - 2, "faulty": 0}


@pytest.mark.parametrize(
    ("states", "percent"),
    [
        (("sound", "sound", "stale", "missing", "faulty"), 40),
        (("sound",) * 999 + ("stale",), 99),
        (("sound",) * 1000, 100),
        ((), 100),
    ],
    ids=["some", "all but one", "all", "none there"],
)
def test_only_what_readers_see_counts_as_translated(states: tuple[State, ...], percent: int) -> None:
    (one, *_) = parse_kept("ja", "policy-desk", CATALOGUE, SPELLINGS)
    tally = Tally.of(replace(one, state=state) for state in states)
    assert (tally.all, tally.percent) == (len(states), percent)


def test_of_a_policy_that_a_language_leaves_out_nothing_is_missed(project: Project) -> None:
    with (project.locales / "ja" / "terms.po").open("a", encoding="utf-8") as file:
        file.write('\nmsgctxt "term"\nmsgid "dongle"\nmsgstr ""\n')
    missed = {name: one.counts["missing"] for name, one in by_domain(read_kept(project.locales, "ja")).items()}
    with (project.locales / "ja" / "language.yaml").open("a", encoding="utf-8") as file:
        file.write("without: [travel]\n")
    left = {name: one.counts["missing"] for name, one in by_domain(read_kept(project.locales, "ja")).items()}
    assert left.keys() == missed.keys() - {"policy-travel"}
    assert missed["questions"] > left["questions"] == 1  # what must be refused
    assert missed["terms"] == left["terms"] + 1
    assert by_domain(read_kept(project.locales, "ja"))["terms"].all == left["terms"]


@pytest.mark.parametrize("without", ["", "without: [travel]\n"])
def test_what_readers_meet_is_counted_as_pages_count_it(project: Project, without: str) -> None:
    project.translate("ja/policy-travel.po", {"Business travel": "出張"})
    project.translate("ja/ui.po", {"Send": "送信"})
    with (project.locales / "ja" / "language.yaml").open("a", encoding="utf-8") as file:
        file.write(without)
    tally = met(read_kept(project.locales, "ja"), languages(project.locales)["ja"])
    assert 0 < tally.percent == load_catalogue(project.locales, "ja").percent < 100
