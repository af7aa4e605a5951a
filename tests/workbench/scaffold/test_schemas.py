"""The schemas for editors: in step with the records, allowing what the reader allows, refusing misspelt keys."""

import json
import re
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft7Validator

from assistant.content import read_policy
from assistant.workbench.scaffold.schemas import FOLDER, KINDS, schema, schema_texts
from tests.conftest import ROOT
from tests.content.conftest import Folder

POLICIES = sorted(path.parent for path in (ROOT / "content").glob("*/policy.yaml"))
FILES = sorted(
    [path for policy in POLICIES for path in [*policy.glob("*.yaml"), *policy.glob("*/*.yaml")]]
    + [*(ROOT / "locales").glob("*/language.yaml")]
)
MODELINE = re.compile(r"# yaml-language-server: \$schema=(\S+)\n")


class Core(yaml.CSafeLoader):
    """YAML as editors read it (1.2, core schema): `yes` and days are text, numbers are numbers."""

    yaml_implicit_resolvers: dict[str, Any] = {}


Core.add_implicit_resolver("tag:yaml.org,2002:bool", re.compile("^(?:true|false)$"), list("tf"))
Core.add_implicit_resolver("tag:yaml.org,2002:int", re.compile("^[-+]?[0-9]+$"), list("-+0123456789"))
FLOAT = re.compile(r"^[-+]?[0-9]+(?:\.[0-9]*)?(?:[eE][-+]?[0-9]+)?$")
Core.add_implicit_resolver("tag:yaml.org,2002:float", FLOAT, list("-+0123456789"))


def as_edited(text: str) -> Any:
    """A file as an editor sees it; keys are text in JSON."""
    return json.loads(json.dumps(yaml.load(text, Loader=Core)))  # noqa: S506 (a safe loader)


def kind_of(path: Path) -> str:
    """The kind of a file, by where it stands."""
    return {"topics": "topic", "examples": "examples"}.get(path.parent.name, path.stem)


def wrong(kind: str, text: str) -> list[str]:
    """What an editor would underline."""
    return [error.message for error in Draft7Validator(schema(kind)).iter_errors(as_edited(text))]


def test_the_schemas_are_in_step_with_the_records() -> None:
    kept = {path.name: path.read_text("utf-8") for path in (ROOT / FOLDER).iterdir()}
    assert kept == schema_texts(), "run `policy-assistant schema`"


@pytest.mark.parametrize("kind", KINDS)
def test_every_schema_is_one(kind: str) -> None:
    Draft7Validator.check_schema(schema(kind))


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_every_shipped_file_names_its_schema_and_keeps_to_it(path: Path) -> None:
    text = path.read_text("utf-8")
    named = MODELINE.match(text)
    assert named is not None
    assert (path.parent / named[1]).resolve() == ROOT / FOLDER / f"{kind_of(path)}.json"
    assert wrong(kind_of(path), text) == []


SHORT = {
    "one item without its list": (
        "topics/holiday.yaml",
        "say: It takes {notice} days.",
        "say: It takes {notice} days.\n    readings: R1",
    ),
    "a note as its id": ("topics/holiday.yaml", "notes: [{note: long, when: {kind: long}}]", "notes: [long]"),
    "an option as its id": ("topics/holiday.yaml", "when: {kind: [short, long]}", "when: {kind: short}"),
    "a number where text is wanted": ("facts.yaml", "label: Leave", "label: 10"),
    "a count in quotes": ("facts.yaml", "least: 1", 'least: "1"'),
    "a step by a fact's name": ("topics/holiday.yaml", "{add_days: -10}", "{add_days: days}"),
    "yes as a flag": ("policy.yaml", "general: yes", 'general: "yes"'),
}


@pytest.mark.parametrize(("name", "old", "new"), SHORT.values(), ids=SHORT)
def test_what_the_reader_allows_the_schema_allows(folder: Folder, name: str, old: str, new: str) -> None:
    folder.edit(name, old, new)
    assert folder.faults() == []
    assert wrong(kind_of(folder.path / name), (folder.path / name).read_text("utf-8")) == []


REFUSED = {
    "a misspelt key": ("policy.yaml", "issuer:", "isuer:"),
    "a misspelt key of a rule": ("topics/holiday.yaml", "    say:", "    says:"),
    "a misspelt key of a step": ("topics/holiday.yaml", "add_days", "add_day"),
    "a misspelt test": ("rules.yaml", "{before: on}", "{befor: on}"),
    "a missing key": ("facts.yaml", "question: Which leave?", "help: Which leave?"),
    "an unknown verdict": ("topics/holiday.yaml", "verdict: dated", "verdict: date"),
    "an unknown type": ("facts.yaml", "type: date-time", "type: moment"),
    "a day that is none": ("policy.yaml", "date: 2026-01-01", "date: 1 January 2026"),
    "a bare time": ("policy.yaml", 'opens: "09:00"', "opens: 9 am"),
    "text in place of a list": ("policy.yaml", "topics: [holiday]", "topics: holiday"),
}


@pytest.mark.parametrize(("name", "old", "new"), REFUSED.values(), ids=REFUSED)
def test_what_the_reader_refuses_in_shape_the_schema_refuses(folder: Folder, name: str, old: str, new: str) -> None:
    folder.edit(name, old, new)
    assert folder.faults() != []
    assert wrong(kind_of(folder.path / name), (folder.path / name).read_text("utf-8")) != []


def test_an_editor_is_told_what_each_key_means() -> None:
    for kind in KINDS:
        records = [one for one in [schema(kind), *schema(kind).get("$defs", {}).values()] if "properties" in one]
        assert [one["title"] for one in records if not one.get("description")] == []
        silent = {f"{one['title']}.{key}" for one in records for key, below in one["properties"].items()
                  if not below.get("description") and len(one["properties"]) > 1}  # fmt: skip
        assert silent == set()


def test_comments_do_not_change_the_edition(folder: Folder) -> None:
    before = read_policy(folder.path).edition
    for path in folder.path.rglob("*.yaml"):
        path.write_text(f"# yaml-language-server: $schema=x.json\n# A remark.\n{path.read_text('utf-8')}", "utf-8")
    assert read_policy(folder.path).edition == before
