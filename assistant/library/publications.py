"""
What stands beside frozen editions, a file for each: what changed in it, `editions/changes/NAME.json`, and who approved
it, `editions/approvals/NAME.json`, which may be signed.
"""

from collections.abc import Iterable
from pathlib import Path
from typing import Literal, TypeVar

from pydantic import ValidationError

from assistant.errors import ContentError, Fault, told
from assistant.library.editions import list_editions
from assistant.library.policies import EDITIONS
from assistant.model.publication import Approval, Changes, Publication

Kind = TypeVar("Kind", Changes, Approval)


def beside(folder: Path, kind: Literal["changes", "approvals"], name: str) -> Path:
    """Where something about an edition of the policy in this folder stands, or would."""
    return folder / EDITIONS / kind / f"{name}.json"


def written(record: Changes | Approval) -> str:
    """The text of its file: the same for the same record."""
    return record.model_dump_json(indent=1, exclude_defaults=True) + "\n"


def read_beside(path: Path, kind: type[Kind]) -> Kind | None:
    """
    The record in a file; None where there is no file.

    Raises:
        ContentError: it cannot be read.
    """
    try:
        return kind.model_validate_json(path.read_text("utf-8"))
    except FileNotFoundError:
        return None
    except (OSError, ValueError) as error:
        place = error.errors(include_url=False)[0]["loc"] if isinstance(error, ValidationError) else ()
        wrong = told("this cannot be read: '{field}' does not fit", field=".".join(map(str, place)))
        mend = told("take it from the release that wrote it, or remove it")
        raise ContentError([Fault(str(path), 1, 1, "", wrong, mend)]) from None


def read_changes(folder: Path) -> tuple[Changes, ...]:
    """What changed in each frozen edition, the latest first. Raises `ContentError`."""
    found = (read_beside(beside(folder, "changes", name), Changes) for name in reversed(list_editions(folder)))
    return tuple(one for one in found if one)


def publications(content: Path, names: Iterable[str]) -> dict[str, Publication]:
    """What is told of the policies of a content folder beside their answers. Raises `ContentError`."""
    return {name: Publication(read_changes(content / name)) for name in names}
