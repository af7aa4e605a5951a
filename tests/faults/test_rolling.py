"""A new edition reaches three replicas under load: nobody is lost, and no answer is of two editions."""

from pathlib import Path

from tests.faults.rolling import rolled


def test_editions_are_rolled_out_without_a_loss_and_never_mixed(tmp_path: Path) -> None:
    found = rolled(tmp_path, 1)
    assert (found.lost, found.mixed) == ([], [])
    assert found.asked > 0
