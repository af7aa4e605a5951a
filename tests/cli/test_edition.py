"""`edition`: what is written, when nothing is, and what is listed."""

import json
import shutil
from pathlib import Path

import pytest

from assistant.cli import edition as editions
from assistant.errors import ContentError, Fault, UnknownPage, Wording
from assistant.i18n.words import key_of
from assistant.library.editions import read_edition
from assistant.loading import EDITIONS_KEPT, earlier_editions, load_library
from assistant.model.policy import Library
from assistant.settings import Settings
from assistant.workbench.sources.unreviewed import record
from tests.terminal import run


@pytest.fixture
def known(content: Path, locales: Path, tmp_path: Path) -> Settings:
    """Settings over a copy of the content, without editions."""
    shutil.copytree(content, tmp_path / "content", ignore=shutil.ignore_patterns("editions"))
    return Settings(content=tmp_path / "content", locales=locales)


@pytest.fixture
def in_order(known: Settings, monkeypatch: pytest.MonkeyPatch) -> Settings:
    """The same where a check finds nothing, without the time that it takes."""
    monkeypatch.setattr(editions, "faults_of", lambda known: (load_library(known), []))
    return known


def frozen(known: Settings, *arguments: str) -> str:
    result = run(known, "edition", "freeze", *arguments)
    if result.exception:
        raise result.exception
    return result.output


def files(known: Settings) -> list[Path]:
    return sorted(known.content.glob("*/editions/*.json"))


def test_every_policy_is_frozen_once(in_order: Settings) -> None:
    assert frozen(in_order).count(": written\n") == 2 * 3
    before = {path: path.read_bytes() for path in files(in_order)}
    assert len(before) == 3
    assert frozen(in_order).count(": stands there already\n") == 3
    assert {path: path.read_bytes() for path in files(in_order)} == before


def test_one_policy_is_frozen_with_its_translations(in_order: Settings, library: Library) -> None:
    frozen(in_order, "desknets-web-meeting", "--since", "2025-11-01")
    (path,) = files(in_order)
    assert json.loads((path.parent / "changes" / path.name).read_bytes())["since"] == "2025-11-01"
    policy = library.policies["desknets-web-meeting"]
    assert path == in_order.content / policy.id / "editions" / f"{policy.edition}-1.json"
    title = policy.about.title
    (lang,) = {"en", "ja"} - {policy.about.language}
    assert read_edition(path).translations[lang][key_of(title.context, title.source)]


def test_freezing_leaves_the_edition_as_it_is(in_order: Settings) -> None:
    before = {policy.id: policy.edition for policy in load_library(in_order).policies.values()}
    frozen(in_order)
    assert {policy.id: policy.edition for policy in load_library(in_order).policies.values()} == before


def test_nothing_is_frozen_where_anything_is_wrong(known: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    wrong = Fault("content/x.yaml", 1, 1, "", Wording("something is wrong"), Wording("mend it"))
    monkeypatch.setattr(editions, "faults_of", lambda known: (load_library(known), [wrong]))
    with pytest.raises(ContentError, match="something is wrong"):
        frozen(known)
    assert files(known) == []


@pytest.mark.parametrize("command", [("freeze",), ("approve", "--name", "A", "--role", "owner")])
def test_nothing_is_frozen_or_approved_while_something_is_unreviewed(
    in_order: Settings, library: Library, command: tuple[str, ...]
) -> None:
    name, policy = next(iter(library.policies.items()))
    record(in_order, name, [policy.outline.clauses[0].id], [])
    refused = run(in_order, "edition", command[0], name, *command[1:])
    assert f"policy-assistant source review {name}" in str(refused.exception)
    assert files(in_order) == []


def test_nothing_is_frozen_of_an_unknown_policy(in_order: Settings) -> None:
    with pytest.raises(UnknownPage):
        frozen(in_order, "swap")
    assert files(in_order) == []


def test_the_list_tells_the_present_edition_from_earlier_ones(in_order: Settings, library: Library) -> None:
    frozen(in_order, "swap-out")
    (path,) = files(in_order)
    path.with_name("0123456789ab-2.json").write_text("{}", "utf-8")
    rows = json.loads(run(in_order, "edition", "list", "--json").output)
    edition = library.policies["swap-out"].edition
    assert [row for row in rows if row["policy"] == "swap-out"] == [
        {"policy": "swap-out", "edition": edition, "present": True, "frozen": True},
        {"policy": "swap-out", "edition": "0123456789ab", "present": False, "frozen": True},
    ]
    lines = run(in_order, "edition", "list").output.splitlines()
    assert [line.split(maxsplit=2)[2] for line in lines if "swap-out" in line] == ["present, frozen", "earlier"]
    assert [line.split(maxsplit=2)[2] for line in lines if "licence-desk" in line] == ["present, not frozen"]


def test_an_edition_is_read_when_it_is_asked_for(in_order: Settings, caplog: pytest.LogCaptureFixture) -> None:
    frozen(in_order, "swap-out")
    (path,) = files(in_order)
    spoilt = [path.with_name(f"{number}.json") for number in range(EDITIONS_KEPT)]
    for one in spoilt:
        one.write_text("{}", "utf-8")
    find = earlier_editions(in_order)
    path.with_name("late.json").write_bytes(path.read_bytes())
    found = find("swap-out", path.stem)
    assert found is not None
    assert path.stem == f"{found.policy.edition}-1"
    assert find("swap-out", path.stem) is find("swap-out", found.policy.edition) is found
    assert find("swap-out", "unknown") is None
    assert find("nothing", path.stem) is None
    assert find("swap-out", "late") is None
    for one in spoilt:
        assert find("swap-out", one.stem) is None
    assert "no edition that can be read" in caplog.text
