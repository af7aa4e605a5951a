"""A policy that begins from its document rests on each of its clauses, passes the check, and guesses nothing."""

import shutil
from pathlib import Path

import pytest

from assistant.model.policy import Policy
from assistant.settings import PACKAGE, Settings
from assistant.workbench.catalogues.sync import sync
from assistant.workbench.faults import faults_of
from assistant.workbench.scaffold.beginning import Blanks, skeleton
from assistant.workbench.scaffold.document import Paper
from assistant.workbench.sources.lines import text_blocks
from tests.terminal import run

BOATS = """\
# Terms of hire of the Boat House

## 1 Hire

1.1 Boats are hired by the hour from 9:00 to 18:00.

| Boat | First hour | Since |
| --- | --- | --- |
| Rowing boat | £12.00 | 2024-04-01 |
| Sailing boat | £1,030.50 | 2025-04-01 |

## 2 Cancellation {late}

2.1 A booking can be cancelled free of charge until the third day before.
"""
CAMP = """\
# 森のキャンプ場 利用規約

## 第1条 利用料金

1 利用料金は、次の表のとおりとする。

| 区画 | 通常期 | 夏期 |
| --- | --- | --- |
| フリーサイト | 2,200円 | 3,300円 |
| コテージ | 11,000円 | 16,500円 |

## 第2条 取消し

1 利用日の8日前までの取消しには、取消料を要しない。
"""
PAPERS = {"boats": ("en", BOATS), "camp": ("ja", CAMP)}
each_paper = pytest.mark.parametrize("name", PAPERS)


@pytest.fixture(scope="module")
def known(tmp_path_factory: pytest.TempPathFactory, locales: Path) -> Settings:
    """Settings over a folder with a policy begun from each document."""
    folder = tmp_path_factory.mktemp("papers")
    shutil.copytree(locales, folder / "locales")
    known = Settings(content=folder / "content", locales=folder / "locales")
    for name, (language, text) in PAPERS.items():
        (folder / f"{name}.md").write_text(text, "utf-8")
        begun = run(known, "new", "policy", name, "--lang", language, "--from", str(folder / f"{name}.md"))
        assert begun.exit_code == 0, begun.output
        assert f"content/{name}/tables/" in begun.output
    return known


@pytest.fixture(scope="module")
def policies(known: Settings) -> dict[str, Policy]:
    library, faults = faults_of(known)
    assert faults == []
    assert sync(library, known.locales, PACKAGE) == []
    return dict(library.policies)


@each_paper
def test_each_clause_has_a_point_and_nothing_is_left_out(policies: dict[str, Policy], name: str) -> None:
    policy = policies[name]
    clauses = [clause.id for clause in policy.outline.clauses]
    points = [point.cites for section in policy.summary.sections for point in section.points]
    assert points == [(clause,) for clause in clauses]
    assert len(clauses) == 4
    assert all(clause.left_out is None for clause in policy.outline.clauses)


def test_headings_name_sections_and_may_be_topics(known: Settings, policies: dict[str, Policy]) -> None:
    assert [section.title.source for section in policies["boats"].summary.sections][-2:] == [
        "1 Hire", "2 Cancellation (late)"
    ]  # fmt: skip
    assert policies["camp"].about.document.title.source == "森のキャンプ場 利用規約"
    text = (known.content / "boats/policy.yaml").read_text("utf-8")
    assert "  # to-do: perhaps a topic: 1 Hire\n" in text
    assert tuple(policies["boats"].topics) == ("first-topic",)


def test_tables_are_drafts_that_a_topic_may_read(known: Settings) -> None:
    boats, camp = known.content / "boats", known.content / "camp"
    assert (boats / "tables/1-hire.csv.draft").read_text("utf-8") == (
        "row,first-hour,since\nrowing-boat,12.00,2024-04-01\nsailing-boat,1030.50,2025-04-01\n"
    )
    assert (camp / "tables/table-1.csv.draft").read_text("utf-8").splitlines()[1:] == [
        "row-1,2200,3300", "row-2,11000,16500"
    ]  # fmt: skip
    draft = (boats / "policy.yaml").read_text("utf-8")
    assert "#     columns: {first-hour: money, since: date}\n#     currency: GBP\n" in draft
    assert "#     columns: {column-1: money, column-2: money}\n#     currency: JPY\n" in (
        camp / "policy.yaml"
    ).read_text("utf-8")
    assert "#     row-1: {label: フリーサイト}\n" in (camp / "facts.yaml").read_text("utf-8")


MARKS = {
    "a currency": (("£12.50", "£1,250.00"), ["12.50", "1250.00"], "hour: money", "currency: GBP"),
    "one behind": (("12.50 €", "7 €"), ["12.50", "7"], "hour: money", "currency: EUR"),
    "one of several": (("$12.50", "$7.00"), ["12.50", "7.00"], "hour: number", "hour: Hour ($)"),
    "a unit": (("10 %", "15 %"), ["10", "15"], "hour: integer", 'hour: "Hour (%)"'),
    "a unit in words": (("3 days", "4 days"), ["3", "4"], "hour: integer", "hour: Hour (days)"),
    "a mark or none": (("£12", "12"), ["£12", "12"], "hour: duration", "names: {great-hall"),
    "two currencies": (("£12", "€12"), ["£12", "€12"], "hour: duration", "names: {great-hall"),
    "no figure among them": (("£12", "–"), ["12", "–"], "hour: money", "currency: GBP"),
}


@pytest.mark.parametrize(("cells", "wanted", "kind", "kept"), MARKS.values(), ids=list(MARKS))
def test_the_mark_of_figures_is_a_currency_or_stays(
    tmp_path: Path, locales: Path, cells: tuple[str, str], wanted: list[str], kind: str, kept: str
) -> None:
    rows = "".join(f"| {name} | {cell} |\n" for name, cell in zip(("Great hall", "Attic"), cells, strict=True))
    blocks = text_blocks(f"# Fees\n\nPaid here.\n\n## Rooms\n\n| Room | Hour |\n| --- | --- |\n{rows}")
    files = Paper(blocks, locales, "en").files(skeleton("policy", "en", Blanks("hall", "fees", "en")), "en")
    table = files["tables/rooms.csv.draft"].splitlines()
    assert [line.partition(",")[2] for line in table[1:]] == wanted
    assert f"#     columns: {{{kind}}}" in files["policy.yaml"]
    assert kept in files["policy.yaml"]
