"""Which policies a process serves, and what is told of each, where only approved editions may be served."""

import logging
from collections.abc import Mapping
from typing import NamedTuple

from assistant.errors import Usage, told
from assistant.i18n.words import Words
from assistant.library.approvals import approval_of, unapproved
from assistant.library.publications import publications
from assistant.model.policy import Library
from assistant.model.publication import Publication
from assistant.settings import Settings

logger = logging.getLogger(__name__)
REQUIRED = "required"


class Approved(NamedTuple):
    """The policies that are served, what is told of each, and why others are not, in English."""

    library: Library
    published: Mapping[str, Publication]
    refused: tuple[str, ...]


def approved(known: Settings, library: Library, spoken: Mapping[str, Words]) -> Approved:
    """
    What may be served of a library.

    Raises:
        Usage: the setting is none, or nothing is left.
        ContentError: what stands beside an edition cannot be read.
    """
    if known.approval not in (None, REQUIRED):
        raise Usage(
            told("POLICY_ASSISTANT_APPROVAL: {given} is not known.", given=known.approval),
            told("Write {example}, or leave it out.", example=REQUIRED),
        )
    folder = known.content
    wrong = {
        name: unapproved(folder / name, one, spoken, known.signers) if known.approval else None
        for name, one in library.policies.items()
    }
    served = {name: one for name, one in library.policies.items() if not wrong[name]}
    refused = [one for one in wrong.values() if one]
    if not served:
        raise Usage(told("Only approved editions are to be served, and there is none."), *refused)
    for one in refused:
        logger.warning("%s: it is not served", one)
    published = {
        name: one._replace(approval=approval_of(folder / name, served[name], spoken))
        for name, one in publications(folder, served).items()
    }
    return Approved(Library(policies=served), published, tuple(map(str, refused)))
