"""An owner's approval of an edition: given, signed, checked, reminded of, and as events of a calendar."""

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from tempfile import TemporaryDirectory

from assistant.errors import Fault, Usage, told
from assistant.i18n import N_
from assistant.i18n.words import Words
from assistant.library.editions import edition_path
from assistant.library.publications import Spoken, approval_of, approval_path, beside, read_beside, wording_of, written
from assistant.library.signatures import sign, signature_of, wrong_signature
from assistant.model.edition import Approval, named
from assistant.model.policy import Library, Policy
from assistant.present.share.events import calendar_of, event
from assistant.settings import Settings

AGAIN = N_("{policy}: to be looked at again by {day} (approved by {name}, {role})")
LISTED = told("approve it again with a key that the list accepts today: policy-assistant edition approve --key")
AHEAD = dt.timedelta(days=30)
"""So long before its day whoever checks is reminded."""


def approve(folder: Path, policy: Policy, spoken: Spoken, given: Approval, key: Path | None) -> Iterator[Path]:
    """
    Writes an approval of the present edition beside it, signed where a key is given; the files that were written.
    `given` says who approves and when. Raises `Usage` where the edition is not frozen, or the key cannot sign.
    """
    if not edition_path(folder, policy.edition).exists():
        command = f"policy-assistant edition freeze {policy.id}"
        raise Usage(
            told("The edition {edition} is not frozen. Run: {command}", edition=policy.edition, command=command)
        )
    path = approval_path(folder, policy)
    found = given.model_copy(update={"edition": policy.edition, "wording": wording_of(policy, spoken)})
    path.parent.mkdir(exist_ok=True)
    with TemporaryDirectory(dir=path.parent) as aside:  # what cannot be signed leaves the last one as it stands
        made, signature = Path(aside, path.name), signature_of(path)
        made.write_text(written(found), "utf-8")
        signed = sign(made, key) if key else None
        signature.unlink(missing_ok=True)
        yield made.replace(path)
        if signed:
            yield signed.replace(signature)


def check_approvals(folder: Path, signers: Path | None) -> Iterator[Fault]:
    """A fault for each approval that cannot be read, is of another edition, or whose signature does not hold."""
    for path in sorted(beside(folder, "approvals", "x").parent.glob("*.json")):
        found = read_beside(path, Approval)
        mend = LISTED if signers else told("approve the edition again: policy-assistant edition approve")
        if found and found.edition != named(path.stem).edition:
            yield Fault(str(path), 1, 1, "", told("this approves the edition {edition}", edition=found.edition), mend)
        signed = signature_of(path).exists() or signers
        if found and signed and (wrong := wrong_signature(path, found.name, signers)):
            yield Fault(str(path), 1, 1, "", wrong, mend)


def reviews(known: Settings, library: Library, spoken: Spoken) -> Mapping[str, Approval]:
    """By policy: its approval, where the present edition has one that names a day on which to look at it again."""
    found = {name: approval_of(known.content / name, one, spoken) for name, one in library.policies.items()}
    return {name: one for name, one in found.items() if one and one.review}


def reminders(due: Mapping[str, Approval], today: dt.date, words: Words) -> Iterator[str]:
    """A line for each policy that is to be looked at again soon, or should have been."""
    for name, one in due.items():
        if one.review and one.review <= today + AHEAD:
            yield words.say(AGAIN, policy=name, day=one.review, name=one.name, role=one.role)


def review_calendar(policies: Iterable[Policy], due: Mapping[str, Approval], now: dt.datetime, words: Words) -> bytes:
    """A calendar with the day of each review, and a reminder before it."""
    events = []
    for policy in policies:
        one = due.get(policy.id)
        if one and one.review:
            title = words.say("Look again: {policy}", policy=policy.about.title.source)
            about = words.say("Approved by {name}, {role}, on {day}.", name=one.name, role=one.role, day=one.day)
            events.append(event(f"{policy.id}-review", one.review, title, about, now))
    return calendar_of(events)
