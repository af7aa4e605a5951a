"""Checks content as a whole: every path is walked, every rule reached, every clause used. See `check_policy`."""

from assistant.verify.examples import as_expected, differences, outcome_of
from assistant.verify.outside import check_language
from assistant.verify.parity import check_parity, leaves, sample
from assistant.verify.paths import Broken, Path, paths
from assistant.verify.policy import check_library, check_policy

__all__ = [
    "Broken", "Path", "as_expected", "check_language", "check_library", "check_parity", "check_policy", "differences",
    "leaves", "outcome_of", "paths", "sample",
]  # fmt: skip
