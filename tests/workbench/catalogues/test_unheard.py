"""A form that others take everything from is named with its line, and so is the form that wins."""

from pathlib import Path

import pytest

from assistant.i18n.load import read_grammars
from assistant.workbench.catalogues.unheard import unheard
from tests.conftest import ROOT

LANGUAGES = ROOT / "tests" / "languages"
GRAMMAR = """\
days:
  today: {1: [morgen], 2: [morgen nacht]}
  forms:
    - "{day} {month}[ {year}]"
    - "{weekday}"
%s
clocks:
  named: {"12:00": [mittag]}
  forms:
    - "{hour} uhr"
%s
"""


def grammar(folder: Path, days: str = "", clocks: str = "") -> Path:
    """A folder with the grammar of a language, with more forms of days and clocks."""
    (folder / "de").mkdir()
    text = GRAMMAR % tuple("\n".join(f"    - {line}" for line in more.splitlines()) for more in (days, clocks))
    (folder / "de" / "grammar.yaml").write_text(text, "utf-8")
    return folder


@pytest.mark.parametrize(
    ("days", "clocks", "silent", "winner"),
    [
        ('"- {weekday}"', "", "days.forms.2", "de/grammar.yaml:6"),
        ('"{weekday} nacht"\n"- {weekday} nacht[s]"', "", "days.forms.3", "de/grammar.yaml:7"),
        ("", '"- {hour} uhr"', "clocks.forms.1", "de/grammar.yaml:11"),
        ("", '"{minutes} {hour} uhr"\n"<um >{hour} uhr"', None, ""),
        ('"{weekday}< {day}>"\n"{weekday} {day}"', "", "days.forms.3", "de/grammar.yaml:7"),
        ('"am {weekday}"\n"{today}"', "", None, ""),
        ('"{today}"\n"- morgen nacht"', "", None, ""),  # one of its words is nothing, the other is read
        ('"den {spoken_day} {month}"', "", None, ""),
        ("", "", None, ""),
    ],
)
def test_a_form_that_reads_nothing_is_named_with_the_one_that_wins(
    tmp_path: Path, days: str, clocks: str, silent: str | None, winner: str
) -> None:
    found = list(unheard(tmp_path, read_grammars(grammar(tmp_path, days, clocks))))
    assert [one.path for one in found][:1] == ([silent] if silent else [])
    assert all(f"({winner})" in str(one.wrong) and one.line for one in found)


@pytest.mark.parametrize(("settled", "named"), [(("en",), "de"), (("de",), "en"), (("en", "de"), "en"), ((), "en")])
def test_a_form_that_takes_from_a_language_of_the_content_is_itself_at_fault(
    tmp_path: Path, settled: tuple[str, ...], named: str
) -> None:
    grammar(tmp_path, '"- by {year}-{month_number}-{day}"')
    (tmp_path / "en").mkdir()
    (tmp_path / "en" / "grammar.yaml").write_text('days: {forms: ["by {year}-{month_number}-{day}"]}\n', "utf-8")
    found = [one for one in unheard(tmp_path, read_grammars(tmp_path), settled) if "'by " in str(one.wrong)]
    assert [(Path(one.file).parent.name, one.path) for one in found] == [
        (named, {"de": "days.forms.3", "en": "days.forms.1"}[named])
    ]


@pytest.mark.parametrize(
    ("form", "refused"),
    [
        ("{half} {unit}", 0),
        ("{one} {unit} {and_half}", 0),
        ("{unit} {count}", 0),
        ("<etwa >{one} {unit}", 0),
        ("{half} {unit}', '- halber {unit}", 1),
    ],
)
def test_a_form_of_an_amount_that_no_field_takes_is_named(tmp_path: Path, form: str, refused: int) -> None:
    path = grammar(tmp_path) / "de" / "grammar.yaml"
    numbers = "numbers: {one: [ein], half: [halber], and_half: [und halb], units: {kilometer: [km]}, amounts: ["
    path.write_text(f"{path.read_text('utf-8')}{numbers}'{form}']}}\n", "utf-8")
    found = [str(one.wrong) for one in unheard(tmp_path, read_grammars(tmp_path))]
    assert [one for one in found if "a field refuses" in one] == found
    assert len(found) == refused


@pytest.mark.parametrize(
    ("words", "named"),
    [
        ("{kein|keine} Gold, keine Gold", ["denial.before.2"]),
        ("nie, {ohne|ohne|nicht}", ["denial.before.2"]),
        ("'nie[mals|]'", ["denial.before.1"]),
        ("nie, Nie, ohne", ["denial.before.2"]),
        ("'–', '-', nie", ["denial.before.2"]),
        ("nie, niemals, '{nie|nicht} so[ was]'", []),
    ],
)
def test_a_word_that_stands_in_its_list_twice_is_named(tmp_path: Path, words: str, named: list[str]) -> None:
    path = grammar(tmp_path) / "de" / "grammar.yaml"
    lines = ", ".join(f'"{one.strip(chr(39))}"' for one in words.split(", "))
    path.write_text(f"{path.read_text('utf-8')}denial: {{before: [{lines}]}}\n", "utf-8")
    assert [one.path for one in unheard(tmp_path, read_grammars(tmp_path))] == named


def test_a_word_that_stands_twice_is_named_as_it_stands_there(tmp_path: Path) -> None:
    path = grammar(tmp_path) / "de" / "grammar.yaml"
    path.write_text(f'{path.read_text("utf-8")}denial: {{before: ["–", "Nie", "-", "nie"]}}\n', "utf-8")
    named = [dict(one.wrong.values) for one in unheard(tmp_path, read_grammars(tmp_path))]
    assert named == [{"phrase": "-", "other": "–"}, {"phrase": "nie", "other": "Nie"}]


@pytest.mark.parametrize("folder", [ROOT / "locales", LANGUAGES])
def test_every_form_of_the_languages_that_there_are_reads_something_and_no_word_stands_twice(folder: Path) -> None:
    assert [str(one) for one in unheard(folder, read_grammars(folder))] == []
