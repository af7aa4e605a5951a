"""Files that nothing reads, and policies left for later that are none, are named."""

from pathlib import Path

import pytest

from assistant.workbench.catalogues.checks import check_locales
from assistant.workbench.catalogues.idle import unused
from tests.i18n.conftest import Project


@pytest.mark.parametrize(
    ("name", "mend"),
    [
        ("ja/policy-lease.po", "delete it"),
        ("en/policy-travel.po", "delete it"),
        ("templates/policy-lease.pot", "delete it"),
        ("ja/policy-travle.po", "did you mean 'policy-travel.po'?"),
    ],
    ids=["of a policy that is gone", "in the policy's own language", "its template", "misspelt"],
)
def test_a_catalogue_that_nothing_reads_is_named(translated: Project, name: str, mend: str) -> None:
    path = translated.locales / name
    path.write_bytes((translated.locales / "ja" / "policy-travel.po").read_bytes())
    (fault,) = unused(translated.library, translated.locales, translated.package)
    beside = [
        one
        for one in check_locales(translated.library, translated.locales, translated.package)
        if one.file == str(path)
    ]
    assert beside == [], "a folder of other content is checked beside the catalogues of ours"
    assert fault.file == str(path)
    assert fault.line == 1
    assert "nothing is translated with this file" in str(fault.wrong)
    assert mend in str(fault.mend)
    path.unlink()
    assert unused(translated.library, translated.locales, translated.package) == []


@pytest.mark.parametrize(
    ("name", "mend"), [("travl", "did you mean 'travel'?"), ("meals", "write one of these: travel")]
)
def test_a_policy_that_is_left_for_later_is_one_that_there_is(translated: Project, name: str, mend: str) -> None:
    with (translated.locales / "ja" / "language.yaml").open("a", encoding="utf-8") as file:
        file.write(f"without: [travel, {name}]\n")
    (fault,) = unused(translated.library, translated.locales, translated.package)
    assert (Path(fault.file).name, fault.path) == ("language.yaml", "without.2")
    assert (str(fault.wrong), str(fault.mend)) == (f"no policy is called '{name}'", mend)
