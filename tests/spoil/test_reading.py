"""Spoilings that reading alone finds: each is reported at its own file and line."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assistant.content import read_policy
from assistant.errors import ContentError, Fault
from tests.conftest import ROOT
from tests.spoil.spoiling import Spoiling, assert_found, assert_said, copy_of, faults_of

D, L, S = "desknets-web-meeting", "licence-desk", "swap-out"
KEYS = "topics/key-reissue.yaml"

SPOILINGS = (
    Spoiling("misspelt key", D, KEYS, "    say: ", "    sya: ", "did you mean 'say'?", after="free:"),
    Spoiling("key missing", D, KEYS, "    cites: [services.key-reissue, period.certificate]\n", "",
             "'cites' is missing", at="  - id: server-changes"),
    Spoiling("key twice", D, KEYS, "    verdict: included\n", "    verdict: included\n    verdict: included\n",
             "the key 'verdict' stands here twice"),
    Spoiling("unknown clause", D, KEYS, "cites: [services.key-reissue]", "cites: [services.key-reisue]",
             "did you mean 'services.key-reissue'?"),
    Spoiling("unknown option", D, KEYS, "server_changed: yes", "server_changed: maybe",
             "'server_changed' is never 'maybe'"),
    Spoiling("misspelt fact", D, KEYS, "{server_changed: yes}", "{server_changd: yes}",
             "did you mean 'server_changed'?"),
    Spoiling("misspelt verdict", D, KEYS, "verdict: included", "verdict: includd", "did you mean 'included'?"),
    Spoiling("unknown note", D, "topics/phone-hours.yaml", "[use-form-or-email]", "[use-form]",
             "no note is called 'use-form'"),
    Spoiling("unknown procedure", D, KEYS, "next: key-application", "next: key-aplication",
             "did you mean 'key-application'?"),
    Spoiling("unknown related topic", D, KEYS, "related: [technical-support", "related: [technical-suport",
             "did you mean 'technical-support'?"),
    Spoiling("unknown reading", D, KEYS, "readings: [R18]", "readings: [R81]", "no reading is called 'R81'"),
    Spoiling("unknown list", D, KEYS, "use: support-over", "use: support-ovr", "did you mean 'support-over'?"),
    Spoiling("unknown calendar", D, KEYS, "calendar: office", "calendar: offices", "did you mean 'office'?"),
    Spoiling("unknown opening hours", D, "topics/phone-hours.yaml", "{inside: phone}", "{inside: fone}",
             "did you mean 'phone'?"),
    Spoiling("unknown derived thing", D, KEYS, "{sent_on: sent-on}", "{sent_on: sent-at}", "did you mean 'sent-on'?"),
    Spoiling("unknown step", D, KEYS, "{cut_off:", "{cutoff:", "did you mean 'cut_off'?"),
    Spoiling("an order of a choice", D, "topics/phone-hours.yaml", "{inquiry: fault}", "{inquiry: {after: fault}}",
             "an order does not fit a choice"),
    Spoiling("a day beside a number", S, "topics/onsite-visit.yaml", "{on: {after: cover-ends}}",
             "{on: {after: distance_km}}", "a day cannot be compared with 'distance_km'"),
    Spoiling("id is not the file's name", D, KEYS, "id: key-reissue", "id: key-reisue",
             "is not the file's name"),
    Spoiling("id is not the folder's name", D, "policy.yaml", "id: desknets-web-meeting", "id: desknets",
             "is not the folder's name"),
    Spoiling("two rules of one id", D, KEYS, "- id: same-server", "- id: server-changes",
             "the id 'server-changes' stands in this list twice"),
    Spoiling("two rules of one id in two groups", L, "topics/carrier-change.yaml", "- id: swa-active",
             "- id: programme", "the id 'programme' stands in this list twice"),
    Spoiling("a name that is taken", D, KEYS, "  sent-on:\n", "  accepted_at:\n", "is already the name of a fact"),
    Spoiling("bare time", D, "policy.yaml", '"09:00"', "09:00", "a bare time, 09:00"),
    Spoiling("impossible time", D, "policy.yaml", '"09:00"', '"24:00"', "a time of day is wanted here"),
    Spoiling("impossible day", L, "policy.yaml", "date: 2024-11-14", "date: 2024-02-30", "there is no day 2024-02-30"),
    Spoiling("day out of range", L, "policy.yaml", "date: 2024-11-14", "date: 1999-12-31",
             "the day 1999-12-31 lies outside"),
    Spoiling("anchor", D, KEYS, "related: [", "related: &all [", "anchors and aliases are not allowed"),
    Spoiling("tag", D, KEYS, "id: key-reissue", "id: !!str key-reissue", "is not allowed"),
    Spoiling("tab", D, KEYS, "  - id: scope", "\t- id: scope", "a tab stands in the indentation"),
    Spoiling("true for yes", D, "policy.yaml", "general: yes", "general: true", "'true' is no text"),
    Spoiling("nothing behind a key", D, KEYS, "    next: key-application", "    next:", "nothing stands here"),
    Spoiling("empty sentence", D, KEYS, "title: ライセンスキーの再発行", 'title: " "', "the sentence is empty"),
    Spoiling("lone brace", D, KEYS, "{sent_on}", "{sent_on", "a brace that is not a gap"),
    Spoiling("hidden character", D, KEYS, "title: ", "title: \u202e", "the control character U+202E"),
    Spoiling("second document", D, "rules.yaml", "notes:\n", "---\nnotes:\n", "a second document"),
    Spoiling("cell that is nonsense", L, "tables/availability.csv", "sv9500,not-applicable", "sv9500,not-aplicable",
             "did you mean 'not-applicable'?"),
    Spoiling("cell that is missing", L, "tables/resolution.csv", "critical,1", "critical", "1 cells, not 2"),
    Spoiling("row that stands twice", L, "tables/resolution.csv", "high,5", "low,5", "stands here twice"),
    Spoiling("name that a list takes is not bound", L, "topics/resolution-time.yaml",
             "    bind: {last-day: desk-closes, target: target-day}\n", "", "the list 'target' takes 'last-day'",
             at="  - use: target"),
    Spoiling("name bound that no list takes", L, "topics/resolution-time.yaml", "use: desk\n",
             "use: desk\n    bind: {last-day: desk-closes}\n", "does not take 'last-day'", at="  - use: desk"),
    Spoiling("topic that is not listed", D, "policy.yaml", "  - renewal\n", "", "the topic 'renewal' is not listed",
             at="  - technical-support"),
    Spoiling("fact of an unknown type", D, "facts.yaml", "type: yes-no", "type: yesno", "did you mean 'yes-no'?"),
    Spoiling("fingerprint that is none", D, "source.yaml", 'fingerprint: "4363e51e', 'fingerprint: "4363E51E',
             "is not written as it must be here"),
)  # fmt: skip


@pytest.mark.parametrize("spoiling", SPOILINGS, ids=lambda one: one.name)
def test_reading_names_the_line(spoiling: Spoiling, tmp_path: Path) -> None:
    folder = copy_of(spoiling.policy, tmp_path)
    file, line = spoiling.apply(folder)
    found = faults_of(folder)
    assert_found(found, file, line, spoiling.wrong)
    assert_said(found)


@pytest.mark.parametrize("name", ["policy.yaml", "source.yaml", "summary.yaml", "facts.yaml", "rules.yaml"])
def test_a_missing_file_is_named(name: str, tmp_path: Path) -> None:
    folder = copy_of(D, tmp_path)
    (folder / name).unlink()
    assert_found(faults_of(folder), f"content/{D}/{name}", 1, "the file is missing")


def test_a_missing_topic_is_named_where_it_is_listed(tmp_path: Path) -> None:
    folder = copy_of(D, tmp_path)
    (folder / "topics/renewal.yaml").unlink()
    lines = (folder / "policy.yaml").read_text("utf-8").splitlines()
    assert_found(faults_of(folder), f"content/{D}/policy.yaml", lines.index("  - renewal") + 1, "no topic is called")


def test_a_missing_table_is_named(tmp_path: Path) -> None:
    folder = copy_of(L, tmp_path)
    (folder / "tables/resolution.csv").unlink()
    assert_found(faults_of(folder), f"content/{L}/tables/resolution.csv", 1, "the table is missing")


def test_an_empty_file_is_named(tmp_path: Path) -> None:
    folder = copy_of(D, tmp_path)
    (folder / "rules.yaml").write_text("# nothing\n", "utf-8")
    assert_found(faults_of(folder), f"content/{D}/rules.yaml", 1, "the file is empty")


@pytest.mark.parametrize("name", [KEYS, "policy.yaml"])
def test_bytes_that_are_no_text_are_named(name: str, tmp_path: Path) -> None:
    folder = copy_of(D, tmp_path)
    (folder / name).write_bytes("題".encode("shift-jis"))
    assert_found(faults_of(folder), f"content/{D}/{name}", 1, "not UTF-8")


def test_all_faults_are_reported_at_once(tmp_path: Path) -> None:
    folder = copy_of(D, tmp_path)
    first = SPOILINGS[0].apply(folder)
    other = next(one for one in SPOILINGS if one.name == "unknown opening hours")
    second = other.apply(folder)
    found = {(fault.file, fault.line) for fault in faults_of(folder)}
    assert {first, second} <= found


FILES = sorted(path.relative_to(ROOT / "content" / D).as_posix() for path in (ROOT / "content" / D).rglob("*.*"))


@pytest.fixture(scope="module")
def scratch(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of a policy that is spoilt and mended over and over."""
    return copy_of(D, tmp_path_factory.mktemp("scratch"))


def refusals(folder: Path) -> list[Fault]:
    """What reading refuses a folder for; anything but our own error escapes."""
    try:
        read_policy(folder)
    except ContentError as error:
        return error.faults
    return []


@settings(deadline=None, max_examples=40)
@given(st.sampled_from(FILES), st.data())
def test_a_file_mutated_anyhow_is_read_or_refused(scratch: Path, name: str, data: st.DataObject) -> None:
    text = (scratch / name).read_text("utf-8")
    start = data.draw(st.integers(0, len(text)))
    end = min(len(text), start + data.draw(st.integers(0, 30)))
    put = data.draw(
        st.text(max_size=8) | st.sampled_from(["- ", ": ", "{}", "[]", "0", "yes", "on", "\n", '"', "none"])
    )
    (scratch / name).write_bytes((text[:start] + put + text[end:]).encode("utf-8", "surrogatepass"))
    try:
        found = refusals(scratch)
    finally:
        (scratch / name).write_text(text, "utf-8")
    assert all(fault.line > 0 and fault.file.startswith(f"content/{D}/") for fault in found)
