"""An edition reads back as it was written, and what cannot be read says so."""

import json
from pathlib import Path

import pytest

from assistant.content import read_library
from assistant.errors import ContentError
from assistant.library.editions import (
    edition_path,
    list_editions,
    read_edition,
    write_edition,
)
from assistant.model.calendar import Holidays, WorkingDays
from assistant.model.edition import Translations, named
from assistant.model.policy import Library, Policy

POLICIES = ("desknets-web-meeting", "licence-desk", "swap-out")
SAID = {"ja": {("swap-out.title", "Swap-out"): "交換", ("a.b", "{until}"): "{until}まで"}}


def written(policy: Policy, said: Translations, folder: Path) -> Path:
    path = edition_path(folder, policy.edition)
    path.parent.mkdir(exist_ok=True)
    path.write_text(write_edition(policy, said), "utf-8")
    return path


@pytest.fixture
def frozen(library: Library, tmp_path: Path) -> Path:
    """The file of a frozen edition."""
    return written(library.policies["swap-out"], SAID, tmp_path)


@pytest.mark.parametrize("name", POLICIES)
def test_a_policy_reads_back_whole(library: Library, tmp_path: Path, name: str) -> None:
    policy = library.policies[name]
    again = read_edition(written(policy, SAID, tmp_path))
    assert bare(again.policy) == bare(policy)
    assert again.translations == SAID
    assert write_edition(again.policy, SAID) == write_edition(policy, SAID)


def test_sentences_keep_the_path_of_their_translations(library: Library, tmp_path: Path) -> None:
    policy = library.policies["swap-out"]
    again = read_edition(written(policy, {}, tmp_path)).policy
    assert again.about.title.context == policy.about.title.context != ""


def test_the_same_content_is_the_same_edition_wherever_it_is_read(content: Path, library: Library) -> None:
    again = read_library(content)
    assert {p.id: p.edition for p in again.policies.values()} == {p.id: p.edition for p in library.policies.values()}


def test_examples_are_no_part_of_an_edition(library: Library) -> None:
    policy = library.policies["swap-out"]
    assert policy.examples
    assert write_edition(policy, {}) == write_edition(policy.model_copy(update={"examples": ()}), {})


def bare(policy: Policy) -> Policy:
    """Without its examples, and with the holidays of the library that is installed."""
    calendars = {name: _installed(one) for name, one in policy.about.calendars.items()}
    return policy.model_copy(update={"about": policy.about.model_copy(update={"calendars": calendars}), "examples": ()})


def _installed(days: WorkingDays) -> WorkingDays:
    held = {name: getattr(days.holidays, name) for name in Holidays.model_fields} if days.holidays else None
    return days.model_copy(update={"holidays": Holidays(**held) if held else None})


def test_editions_are_listed_in_the_order_in_which_they_were_frozen(library: Library, frozen: Path) -> None:
    folder, policy = frozen.parent.parent, library.policies["swap-out"]
    assert list_editions(folder) == (frozen.stem,) == (f"{policy.edition}-1",)
    assert list_editions(folder / "none") == ()
    for name in ("ffffffffffff", *(f"{number:012}" for number in range(10))):
        written(policy.model_copy(update={"edition": name}), {}, folder)
    (frozen.parent / "eeeeeeeeeeee.json").write_bytes(frozen.read_bytes())
    numbers = [named(one).number for one in list_editions(folder)]
    assert (numbers, list_editions(folder)[0]) == (list(range(12 + 1)), "eeeeeeeeeeee")


def test_an_edition_is_found_with_its_number_and_without(frozen: Path) -> None:
    folder, edition = frozen.parent.parent, named(frozen.stem).edition
    assert edition_path(folder, edition) == edition_path(folder, f"{edition}-7") == frozen
    before_numbers = frozen.rename(frozen.with_name(f"{edition}.json"))
    assert edition_path(folder, edition) == edition_path(folder, f"{edition}-1") == before_numbers
    assert read_edition(before_numbers).policy.edition == edition
    assert edition_path(folder, "0123456789ab").stem == "0123456789ab-1"


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("", "no edition that can be read"),
        ("[]", "no edition that can be read"),
        ('{"policy": {"tables": {}}, "translations": {}}', "no edition that can be read"),
        ('{"policy": {"tables": {"a": {"about": {}, "rows": {}}}}}', "no edition that can be read"),
        ("\ud800", "no edition that can be read"),
    ],
)
def test_what_is_no_edition_is_a_fault(frozen: Path, text: str, wrong: str) -> None:
    frozen.write_bytes(text.encode("utf-8", "surrogatepass"))
    with pytest.raises(ContentError) as raised:
        read_edition(frozen)
    (fault,) = raised.value.faults
    assert (fault.file, wrong in str(fault.wrong)) == (str(frozen), True)


def test_an_unknown_field_is_a_fault_that_names_it(frozen: Path) -> None:
    whole = json.loads(frozen.read_text("utf-8"))
    whole["policy"]["about"]["colour"] = "red"
    frozen.write_text(json.dumps(whole), "utf-8")
    with pytest.raises(ContentError, match=r"about\.colour"):
        read_edition(frozen)


def test_a_file_under_another_name_is_a_fault(frozen: Path) -> None:
    with pytest.raises(ContentError, match="name the file as its edition"):
        read_edition(frozen.rename(frozen.with_name("000000000000.json")))
