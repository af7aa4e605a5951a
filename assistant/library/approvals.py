"""Who approved what is served: an approval holds for one edition in exactly the words that it was given for."""

import hashlib
import json
from collections.abc import Mapping
from pathlib import Path

from assistant.errors import Wording, told
from assistant.i18n.words import Words
from assistant.library.editions import edition_path
from assistant.library.publications import beside, read_beside
from assistant.library.signatures import wrong_signature
from assistant.model.policy import Policy
from assistant.model.publication import Approval

Spoken = Mapping[str, Words]
"""The words of each language that readers may choose."""


def wording_of(policy: Policy, spoken: Spoken) -> str:
    """The fingerprint of all that a policy says: its edition, its words and questions, and each translation."""
    own = [policy.model_dump(mode="json", include={"words", "asked"}), policy.edition]
    start = f"{policy.id}."
    said = {
        lang: sorted([*key, *texts] for key, texts in words.chain[0].messages.items() if key[0].startswith(start))
        for lang, words in sorted(spoken.items())
        if lang != policy.about.language
    }
    return hashlib.sha256(json.dumps([own, said], ensure_ascii=False, sort_keys=True).encode()).hexdigest()


def approval_path(folder: Path, policy: Policy) -> Path:
    """Where the approval of a policy's present edition stands, or would."""
    return beside(folder, "approvals", edition_path(folder, policy.edition).stem)


def approval_of(folder: Path, policy: Policy, spoken: Spoken) -> Approval | None:
    """Who approved what a policy says at present; None where nobody did. Raises `ContentError`."""
    found = read_beside(approval_path(folder, policy), Approval)
    return found if found and found.wording == wording_of(policy, spoken) else None


def unapproved(folder: Path, policy: Policy, spoken: Spoken, signers: Path | None = None) -> Wording | None:
    """
    Why a policy may not be served where only what is approved may; None where it may. With a list of `signers` its
    approval must be signed by one of them, under the name that it holds.
    """
    found = approval_of(folder, policy, spoken)
    if found is None:
        return told("{policy}: the edition {edition} is not approved as it stands", policy=policy.id,
                    edition=policy.edition)  # fmt: skip
    wrong = wrong_signature(approval_path(folder, policy), found.name, signers) if signers else None
    return told("{policy}: the approval of the edition {edition}: {wrong}", policy=policy.id,
                edition=policy.edition, wrong=wrong) if wrong else None  # fmt: skip
