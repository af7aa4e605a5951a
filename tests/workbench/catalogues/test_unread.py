"""Whatever file of a language cannot be read, the check tells what is wrong with the others."""

from pathlib import Path

import pytest

from assistant.workbench.catalogues.checks import check_locales
from tests.i18n.conftest import Project

POLICY = "locales/ja/policy-travel.po"


@pytest.mark.parametrize(
    ("file", "old", "new", "wrong"),
    [
        ("language.yaml", "direction: ltr", "direction: left", "'left' is not possible here"),
        ("language.yaml", "fallback: [", "fallback: [xx, ", "there is no language 'xx'"),
        ("glossary.po", 'msgid "manager"', 'broken "manager"', "is no keyword of a catalogue"),
        ("terms.po", 'msgid ""', 'broken ""', "is no keyword of a catalogue"),
        ("questions.po", 'msgid ""', 'broken ""', "is no keyword of a catalogue"),
    ],
)
def test_one_file_that_cannot_be_read_hides_no_fault_of_others_and_makes_none(
    translated: Project, file: str, old: str, new: str, wrong: str
) -> None:
    translated.edit(f"locales/ja/{file}", old, new)
    translated.edit(POLICY, "{ask_by}までに", "までに")
    (translated.locales / "ja" / "grammar.yaml").write_text("clocks: [x]\n", "utf-8")
    found = {
        f"{Path(fault.file).name}: {fault.wrong}"
        for fault in check_locales(translated.library, translated.locales, translated.package)
    }
    others = {one for one in found if not one.startswith(f"{file}:")}
    assert any(wrong in one for one in found - others)
    assert {one.partition(":")[0] for one in others} == {"grammar.yaml", "policy-travel.po"}
    assert "policy-travel.po: the gap {ask_by} is missing" in others
    assert len(others) == 2
