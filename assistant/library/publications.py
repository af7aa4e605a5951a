"""
What stands beside frozen editions, a file for each: what changed in it, `editions/changes/NAME.json`, and who approved
it, `editions/approvals/NAME.json`, which may be signed. An approval holds for one edition in exactly the words that it
was given for.
"""

import hashlib
import json
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Literal, TypeVar

from pydantic import ValidationError

from assistant.errors import ContentError, Wording, told
from assistant.i18n.words import Words
from assistant.library.editions import edition_path, list_editions
from assistant.library.policies import EDITIONS
from assistant.library.signatures import wrong_signature
from assistant.model.edition import Approval, Changes, Publication
from assistant.model.policy import Policy

Kind = TypeVar("Kind", Changes, Approval)
Spoken = Mapping[str, Words]
"""The words of each language that readers may choose."""


def beside(folder: Path, kind: Literal["changes", "approvals"], name: str) -> Path:
    """Where something about an edition of the policy in this folder stands, or would."""
    return folder / EDITIONS / kind / f"{name}.json"


def written(record: Changes | Approval) -> str:
    """The text of its file: the same for the same record."""
    return record.model_dump_json(indent=1, exclude_defaults=True) + "\n"


def read_beside(path: Path, kind: type[Kind]) -> Kind | None:
    """The record in a file; None where there is no file. Raises `ContentError` where it cannot be read."""
    try:
        return kind.model_validate_json(path.read_text("utf-8"))
    except FileNotFoundError:
        return None
    except (OSError, ValueError) as error:
        place = error.errors(include_url=False)[0]["loc"] if isinstance(error, ValidationError) else ()
        wrong = told("this cannot be read: '{field}' does not fit", field=".".join(map(str, place)))
        mend = told("take it from the release that wrote it, or remove it")
        raise ContentError.at(path, wrong, mend) from None


def read_changes(folder: Path) -> tuple[Changes, ...]:
    """What changed in each frozen edition, the latest first. Raises `ContentError`."""
    found = (read_beside(beside(folder, "changes", name), Changes) for name in reversed(list_editions(folder)))
    return tuple(one for one in found if one)


def publications(content: Path, names: Iterable[str]) -> dict[str, Publication]:
    """What is told of the policies of a content folder beside their answers. Raises `ContentError`."""
    return {name: Publication(read_changes(content / name)) for name in names}


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
        return told(
            "{policy}: the edition {edition} is not approved as it stands", policy=policy.id, edition=policy.edition
        )
    wrong = wrong_signature(approval_path(folder, policy), found.name, signers) if signers else None
    return (
        told(
            "{policy}: the approval of the edition {edition}: {wrong}",
            policy=policy.id,
            edition=policy.edition,
            wrong=wrong,
        )
        if wrong
        else None
    )
