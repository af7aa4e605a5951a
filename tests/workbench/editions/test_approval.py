"""An approval holds for one edition in exactly its words, may be signed, and reminds of its review."""

import datetime as dt
import subprocess
from pathlib import Path

import pytest
from icalendar import Calendar

from assistant.content import read_policy
from assistant.errors import Usage
from assistant.i18n.words import Words
from assistant.library.publications import approval_of, approval_path, unapproved
from assistant.library.signatures import signature_of
from assistant.model.edition import Approval
from assistant.model.policy import Library
from assistant.settings import Settings
from assistant.web.server.process import approved
from assistant.workbench.editions.approval import approve, check_approvals, reminders, review_calendar, reviews

GIVEN = Approval(
    edition="", wording="", name="Aiko Mori", role="owner", day=dt.date(2026, 3, 31), note="Read aloud.",
    review=dt.date(2027, 3, 31),
)  # fmt: skip


def sign_with(folder: Path, name: str) -> tuple[Path, Path]:
    """A new key, and a list in which it belongs to this person."""
    key, signers = folder / f"key-{name}", folder / f"signers-{name}"
    command = ["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-C", name, "-f", str(key)]
    subprocess.run(command, check=True)
    public = key.with_name(f"{key.name}.pub").read_text("utf-8")
    signers.write_text(f'"{name}" namespaces="policy-assistant" {public}', "utf-8")
    return key, signers


def test_it_says_who_when_and_what(leave: Path, spoken: dict[str, Words]) -> None:
    policy = read_policy(leave)
    assert approval_of(leave, policy, spoken) is None
    assert list(approve(leave, policy, spoken, GIVEN, None)) == [approval_path(leave, policy)]
    found = approval_of(leave, policy, spoken)
    assert found is not None
    assert (found.edition, found.name, found.role, found.day, found.note) == (
        policy.edition, "Aiko Mori", "owner", dt.date(2026, 3, 31), "Read aloud.",
    )  # fmt: skip
    assert list(check_approvals(leave, None)) == []


@pytest.mark.parametrize(("file", "then", "now"), [
    ("topics/holiday.yaml", "add_days: -10", "add_days: -11"),
    ("summary.yaml", "Ask first.", "Please ask first."),
    ("policy.yaml", "title: Leave", "title: Leaves"),
])  # fmt: skip
def test_another_rule_or_sentence_is_not_approved(
    leave: Path, spoken: dict[str, Words], file: str, then: str, now: str
) -> None:
    list(approve(leave, read_policy(leave), spoken, GIVEN, None))
    (leave / file).write_text((leave / file).read_text("utf-8").replace(then, now), "utf-8")
    wrong = unapproved(leave, read_policy(leave), spoken)
    assert wrong is not None
    assert "leave" in str(wrong)


def test_another_translation_is_not_approved(leave: Path, spoken: dict[str, Words]) -> None:
    policy = read_policy(leave)
    list(approve(leave, policy, spoken, GIVEN, None))
    assert unapproved(leave, policy, spoken) is None
    other = spoken["ja"].before({"ja": {("leave.policy.title", "Leave"): "休暇"}})
    assert unapproved(leave, policy, {**spoken, "ja": other}) is not None
    elsewhere = spoken["ja"].before({"ja": {("hire.policy.title", "Hire"): "貸出"}})
    assert unapproved(leave, policy, {**spoken, "ja": elsewhere}) is None


def test_what_is_not_frozen_cannot_be_approved(leave: Path, spoken: dict[str, Words]) -> None:
    (leave / "topics/holiday.yaml").write_text(
        (leave / "topics/holiday.yaml").read_text("utf-8").replace("-10", "-11"), "utf-8"
    )
    with pytest.raises(Usage, match="edition freeze leave"):
        list(approve(leave, read_policy(leave), spoken, GIVEN, None))


def test_a_signature_is_checked(leave: Path, spoken: dict[str, Words], tmp_path: Path) -> None:
    policy = read_policy(leave)
    key, signers = sign_with(tmp_path, "Aiko Mori")
    _, others = sign_with(tmp_path, "Ben")
    path, signature = approve(leave, policy, spoken, GIVEN, key)
    assert signature == signature_of(path)
    assert list(check_approvals(leave, None)) == list(check_approvals(leave, signers)) == []
    assert unapproved(leave, policy, spoken, signers) is None
    assert unapproved(leave, policy, spoken, others) is not None
    assert len(list(check_approvals(leave, others))) == 1
    path.write_text(path.read_text("utf-8").replace("owner", "guest"), "utf-8")
    assert len(list(check_approvals(leave, None))) == 1
    assert unapproved(leave, policy, spoken, signers) is not None


def test_an_approval_without_the_signature_that_is_wanted(
    leave: Path, spoken: dict[str, Words], tmp_path: Path
) -> None:
    policy = read_policy(leave)
    _, signers = sign_with(tmp_path, "Aiko Mori")
    list(approve(leave, policy, spoken, GIVEN, None))
    assert "not signed" in str(unapproved(leave, policy, spoken, signers))


AIKO = '"Aiko Mori" namespaces="policy-assistant"'
OTHERS = {
    "under an address": ("aiko@example.com", "under “aiko@example.com”, not under “Aiko Mori”"),
    "under another name": ('"Ben Ito"', "under “Ben Ito”, not under “Aiko Mori”"),
    "under her family name": ("Mori", "under “Mori”, not under “Aiko Mori”"),
    "under a pattern, for something else": (
        '"Aiko *" namespaces="git"',
        "-Aiko Mori:1 does not accept the key of its signature: see namespaces there",
    ),
    "for something else": (
        '"Aiko Mori" namespaces="git,file"',
        "-Aiko Mori:1 does not accept the key of its signature: see namespaces there",
    ),
    "until a day that has passed": (
        '"Aiko Mori" valid-before="20200101"',
        "-Aiko Mori:1 does not accept the key of its signature: see valid-before there",
    ),
    "from a day to come": (
        '"Aiko Mori" valid-after="20980101"',
        "-Aiko Mori:1 does not accept the key of its signature: see valid-after there",
    ),
    "under another name, until a day": (
        '"Ben Ito" valid-before="20200101"',
        "-Aiko Mori:1 does not accept the key of its signature: see valid-before there",
    ),
    "nowhere": ("", "does not list the key"),
}


@pytest.mark.parametrize(("listed", "told"), OTHERS.values(), ids=list(OTHERS))
def test_a_list_in_which_a_key_stands_otherwise_is_told(
    listed: str, told: str, leave: Path, spoken: dict[str, Words], tmp_path: Path
) -> None:
    policy = read_policy(leave)
    key, signers = sign_with(tmp_path, "Aiko Mori")
    list(approve(leave, policy, spoken, GIVEN, key))
    signers.write_text(signers.read_text("utf-8").replace(AIKO, listed) if listed else "", "utf-8")
    assert told in str(unapproved(leave, policy, spoken, signers))


def test_a_key_that_is_none_is_told(leave: Path, spoken: dict[str, Words], tmp_path: Path) -> None:
    (tmp_path / "key").write_text("no key", "utf-8")
    with pytest.raises(Usage, match="could not sign"):
        list(approve(leave, read_policy(leave), spoken, GIVEN, tmp_path / "key"))
    assert list(approval_path(leave, read_policy(leave)).parent.iterdir()) == []


def test_where_nothing_can_be_signed_the_last_approval_stands(
    leave: Path, spoken: dict[str, Words], tmp_path: Path
) -> None:
    policy, (key, _) = read_policy(leave), sign_with(tmp_path, "Aiko Mori")
    before = {path: path.read_bytes() for path in approve(leave, policy, spoken, GIVEN, key)}
    (tmp_path / "key").write_text("no key", "utf-8")
    with pytest.raises(Usage):
        list(approve(leave, policy, spoken, GIVEN.model_copy(update={"name": "Ben Ito"}), tmp_path / "key"))
    assert {path: path.read_bytes() for path in approval_path(leave, policy).parent.iterdir()} == before


def test_an_approval_under_another_edition_is_a_fault(leave: Path, spoken: dict[str, Words]) -> None:
    (path,) = approve(leave, read_policy(leave), spoken, GIVEN, None)
    path.rename(path.with_name("0123456789ab-1.json"))
    assert len(list(check_approvals(leave, None))) == 1


@pytest.mark.parametrize(
    ("today", "count"), [(dt.date(2027, 2, 28), 0), (dt.date(2027, 3, 1), 1), (dt.date(2027, 4, 1), 1)]
)
def test_whoever_checks_is_reminded(leave: Path, spoken: dict[str, Words], today: dt.date, count: int) -> None:
    policy = read_policy(leave)
    list(approve(leave, policy, spoken, GIVEN, None))
    known, library = Settings(content=leave.parent), Library(policies={"leave": policy})
    due = reviews(known, library, spoken)
    lines = list(reminders(due, today, spoken["en"]))
    assert len(lines) == count
    assert all("leave" in line and "2027-03-31" in line for line in lines)
    moment = dt.datetime(2026, 4, 1, tzinfo=dt.UTC)
    calendar = Calendar.from_ical(review_calendar([policy], due, moment, spoken["ja"]))
    (event,) = calendar.walk("VEVENT")
    assert event.decoded("dtstart") == dt.date(2027, 3, 31)
    assert len(event.walk("VALARM")) == 1


def test_only_what_is_approved_is_served_where_that_is_set(leave: Path, spoken: dict[str, Words]) -> None:
    policy = read_policy(leave)
    other = policy.model_copy(update={"about": policy.about.model_copy(update={"id": "other"})})
    library = Library(policies={"leave": policy, "other": other})
    required = Settings(content=leave.parent, approval="required")
    with pytest.raises(Usage, match="leave"):
        approved(required, library, spoken)
    list(approve(leave, policy, spoken, GIVEN, None))
    found = approved(required, library, spoken)
    assert ([*found.library.policies], len(found.refused)) == (["leave"], 1)
    assert found.published["leave"].approval is not None
    everything = approved(Settings(content=leave.parent), library, spoken)
    assert ([*everything.library.policies], everything.refused) == (["leave", "other"], ())
    with pytest.raises(Usage, match="sometimes"):
        approved(Settings(content=leave.parent, approval="sometimes"), library, spoken)
