"""`schema`: writes what helps an editor, once."""

import json
from pathlib import Path

from assistant.settings import Settings
from tests.terminal import run


def test_schemas_are_written_once(tmp_path: Path, locales: Path) -> None:
    here = Settings(content=tmp_path / "content", locales=locales)
    assert run(here, "schema").output.count(".json\n") == len(list((tmp_path / "schemas").iterdir()))
    assert run(here, "schema").output == ""


def test_a_schema_that_was_changed_by_hand_is_written_anew(tmp_path: Path, locales: Path) -> None:
    here = Settings(content=tmp_path / "content", locales=locales)
    run(here, "schema")
    topic = tmp_path / "schemas" / "topic.json"
    before = topic.read_text("utf-8")
    topic.write_text("{}", "utf-8")
    assert run(here, "schema").output == f"{topic}\n"
    assert topic.read_text("utf-8") == before
    assert json.loads(before)["$schema"].startswith("http://json-schema.org/")
