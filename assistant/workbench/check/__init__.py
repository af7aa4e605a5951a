"""Checks content as a whole: every path is walked, every rule reached, every clause used. See `check_policy`."""

from assistant.workbench.check.examples import as_expected, differences, outcome_of
from assistant.workbench.check.outside import check_language
from assistant.workbench.check.parity import check_parity, leaves, sample
from assistant.workbench.check.paths import Broken, Path, paths
from assistant.workbench.check.policy import check_library, check_policy

__all__ = [
    "Broken", "Path", "as_expected", "check_language", "check_library", "check_parity", "check_policy", "differences",
    "leaves", "outcome_of", "paths", "sample",
]  # fmt: skip
