"""What only programs are told stands in no catalogue of readers."""

from pathlib import Path

from assistant.i18n.catalogues import INTERFACE_DOMAIN, WORKBENCH_DOMAIN, read_catalogue
from assistant.present.faults import FAULTS
from assistant.present.programs import KINDS, OF_PROGRAMS


def test_what_only_programs_are_told_is_nothing_that_readers_meet(locales: Path) -> None:
    readers, work = (
        {entry.msgid for entry in read_catalogue(locales / "templates" / f"{domain}.pot")}
        for domain in (INTERFACE_DOMAIN, WORKBENCH_DOMAIN)
    )
    assert set(OF_PROGRAMS.values()) <= work - readers
    assert {title for _, title in KINDS.values()} <= work | readers


def test_each_fault_and_each_status_has_words_of_its_own() -> None:
    assert FAULTS.items() >= OF_PROGRAMS.items()
    assert len(set(FAULTS.values())) == len(FAULTS)
    assert len({kind for kind, _ in KINDS.values()}) == len(KINDS)
