"""The documents tell the truth: every example in them is run, every link leads somewhere, every command is named."""

import re
from importlib import import_module
from pathlib import Path

import pytest

from assistant.cli.terminal import COMMANDS
from tests.conftest import ROOT
from tests.examples import README, Step, blocks, rewritten, run, share, steps, twins, with_examples

DOCUMENTS = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md"), *(ROOT / "bench").glob("*.md")])
FIRST_SCREEN = 40


@pytest.fixture(scope="module")
def readme() -> str:
    """The README's text."""
    return README.read_text("utf-8")


@pytest.mark.parametrize("document", with_examples(), ids=lambda path: path.name)
def test_every_example_prints_what_it_says(document: Path, tmp_path: Path) -> None:
    text = document.read_text("utf-8")
    assert _any_edition(rewritten(text, tmp_path)) == _any_edition(text)


@pytest.mark.parametrize(("twin", "english"), twins().items(), ids=lambda path: path.parent.name + "/" + path.name)
def test_a_guide_shows_what_the_one_whose_run_it_shares_prints(twin: Path, english: Path) -> None:
    assert blocks(twin) == blocks(english)


@pytest.mark.parametrize("name", ["translate.md", "new-edition.md"])
def test_a_guide_of_many_commands_is_run_once_for_both_languages(name: str) -> None:
    assert ROOT / "docs" / "ja" / name in twins()


def _any_edition(text: str) -> list[str]:
    """The lines without editions, which move with every change of any content."""
    return re.sub(r"\b[0-9a-f]{12}\b", "…", text).splitlines()


@pytest.mark.parametrize("command", ["ask", "decide", "batch"])
def test_the_readme_shows_how_to_get_an_answer(readme: str, command: str) -> None:
    assert f"\n$ policy-assistant {command} " in readme


def test_the_first_screen_has_the_two_commands_and_the_picture(readme: str) -> None:
    screen = "\n".join(readme.splitlines()[:FIRST_SCREEN])
    assert all(wanted in screen for wanted in ("make run", "make test", "docs/pictures/answer-en.png"))


def test_every_command_is_named_in_the_readme(readme: str, tmp_path: Path) -> None:
    commands = run("policy-assistant --help", tmp_path).partition("Commands:")[2]
    named = re.findall(r"^  ([a-z0-9-]+) ", commands, re.MULTILINE)
    assert {"serve", "decide"} <= set(named)
    assert [name for name in named if f"`{name}`" not in readme and f"policy-assistant {name}" not in readme] == []


@pytest.mark.parametrize("folder", ["docs", "docs/ja"])
def test_what_a_command_is_divided_into_is_named_in_a_guide(folder: str) -> None:
    guides = "".join(path.read_text("utf-8") for path in [README, *(ROOT / folder).glob("*.md")])
    modules = {name: name.replace("-", "_") for name in COMMANDS}
    commands = {name: getattr(import_module(f"assistant.cli.{module}"), module) for name, module in modules.items()}
    below = [f"{name} {part}" for name, one in commands.items() for part in getattr(one, "commands", ())]
    assert {"edition holidays", "i18n pseudo", "source quote"} <= set(below)
    assert [name for name in below if name not in guides] == []


@pytest.mark.parametrize("name", ["new-edition.md", "ja/new-edition.md"])
@pytest.mark.parametrize(
    "step", ["source compare", "source outline", "source review", "edition diff", "edition freeze", "edition approve"]
)
def test_every_step_to_a_new_edition_is_walked_in_its_guide(name: str, step: str) -> None:
    assert f"\n$ policy-assistant {step} " in (ROOT / "docs" / name).read_text("utf-8")


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("new-edition.md", "`lines` are those of a text or Markdown file. A page, a PDF and a DOCX have none"),
        ("ja/new-edition.md", "`lines` は、テキストファイルとMarkdownファイルの行番号です。Webページ、PDF、DOCXには"),
    ],
)
def test_the_guide_to_a_new_edition_says_what_lines_are(name: str, said: str) -> None:
    assert said in (ROOT / "docs" / name).read_text("utf-8")


def test_the_makefile_has_at_most_eight_targets_each_explained(root: Path) -> None:
    makefile = (root / "Makefile").read_text("utf-8")
    phony = re.search(r"^\.PHONY: (.*)$", makefile, re.MULTILINE)
    explained = re.findall(r"^([a-z]+):.* ## \S", makefile, re.MULTILINE)
    assert phony is not None
    assert sorted(explained) == sorted(phony[1].split())
    assert len(explained) <= 8


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_every_link_leads_somewhere(document: Path) -> None:
    links = re.findall(r"\]\(([^)\s#]+)[^)]*\)", document.read_text("utf-8"))
    assert [link for link in links if "://" not in link and not (document.parent / link).exists()] == []


def test_a_step_may_go_on_over_lines_and_print_nothing() -> None:
    found = steps("$ one a \\\n    b\nfirst\n\nlast\n$ two\n")
    assert found == [Step("one a \\\n    b", "first\n\nlast\n"), Step("two", "")]
    assert found[0].command == "one a b"


def test_a_guide_takes_over_what_the_other_prints(tmp_path: Path) -> None:
    english, twin = tmp_path / "guide.md", tmp_path / "twin.md"
    english.write_text("One\n```console\n$ a\nnew\n```\n", "utf-8")
    twin.write_text("一\n```console\n$ a\nold\n```\n", "utf-8")
    share(english, twin)
    assert twin.read_text("utf-8") == "一\n```console\n$ a\nnew\n```\n"


def test_a_false_example_would_be_seen(tmp_path: Path) -> None:
    text = "```console\n$ cat given\nkept\n$ cat given; echo true\nfalse\n```\n"
    assert rewritten(text, tmp_path) == "```console\n$ cat given\nkept\n$ cat given; echo true\nkept\ntrue\n```\n"
