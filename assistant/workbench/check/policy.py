"""All checks of a policy, and of all policies."""

from pathlib import Path

from assistant.errors import Fault
from assistant.model.policy import Library, Policy
from assistant.workbench.check.cells import check_cells
from assistant.workbench.check.citations import check_citing
from assistant.workbench.check.examples import check_examples
from assistant.workbench.check.outside import check_countries, check_holidays
from assistant.workbench.check.places import Places
from assistant.workbench.check.reach import check_broken, check_reached
from assistant.workbench.check.sentences import check_sentences, check_verdicts
from assistant.workbench.check.unused import check_unused
from assistant.workbench.check.walk import walk


def check_policy(policy: Policy, folder: Path) -> list[Fault]:
    """
    Everything that is wrong with a policy as a whole, in file order; `folder` is the one that it was read from.

    While a verdict does not fit its question, or a country is not known, the paths are not walked.
    """
    places = Places.read(folder)
    found = [*check_verdicts(policy, places), *check_countries(policy, places)]
    if not found:
        walked = walk(policy)
        found = [
            *check_holidays(policy, places),
            *check_broken(policy, places, walked),
            *check_reached(policy, places, walked),
            *check_sentences(policy, places, walked),
            *check_unused(policy, places, walked),
            *check_examples(policy, places, walked),
        ]
    return sorted({*found, *check_citing(policy, places), *check_cells(policy, places)})


def check_library(library: Library, folder: Path) -> list[Fault]:
    """Everything that is wrong with any policy; `folder` holds one folder for each."""
    return [fault for policy in library.policies.values() for fault in check_policy(policy, folder / policy.id)]
