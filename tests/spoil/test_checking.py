"""Spoilings that read well and are wrong as a whole: the check names file, line and, where it can, the reason."""

from pathlib import Path

import pytest

from tests.spoil.spoiling import Spoiling, assert_found, assert_said, copy_of, faults_of, line_of

D, L, S = "desknets-web-meeting", "licence-desk", "swap-out"
KEYS, PHONE, PRICE = "topics/key-reissue.yaml", "topics/phone-hours.yaml", "topics/price.yaml"

SPOILINGS = (
    Spoiling("verdict of another aspect", D, KEYS, "verdict: included", "verdict: covered",
             "'covered' is no verdict of free"),
    Spoiling("shared verdict lacks an aspect", D, "rules.yaml", "{free: ended, covered: ended}", "{free: ended}",
             "has no verdict for covered"),
    Spoiling("dated without an answer", D, "topics/renewal.yaml", "    answer: ", "    # ", "'dated' without an answer",
             at="    verdict: dated"),
    Spoiling("dated without a date", D, "topics/renewal.yaml", "    dates: ", "    # ", "'dated' without dates",
             at="    verdict: dated"),
    Spoiling("path without an answer", D, KEYS, "{server_changed: no}",
             "{server_changed: no, on: {before: 2020-01-01}}",
             "no rule answers: desknets-web-meeting/key-reissue/free support_until=", at="free:"),
    Spoiling("dead rule", D, PHONE, "{inquiry: fault}", "{inquiry: [fault, neo-itself]}",
             f"no path reaches the rule 'neo-itself': the rule 'fault' (content/{D}/{PHONE}:", at="  - id: neo-itself"),
    Spoiling("conditions that never hold", D, "topics/additional-licences.yaml", "{after: period_end}",
             "{after: 2099-12-31}",
             "no path reaches the rule 'after-period': its conditions never hold", at="  - id: after-period"),
    Spoiling("dead list", D, "topics/ice-server.yaml", "free:\n",
             "free:\n  - {id: all, verdict: included, say: x, cites: title}\n",
             "no path reaches the list 'support-over' here: the rule 'all'", at="  - use: support-over"),
    Spoiling("note that never comes", S, PRICE, "years: {at_least: 2}", "years: {at_least: 21}",
             "no path makes the conditions of the note 'multi-year-discount' hold"),
    Spoiling("mark used as a day", L, "rules.yaml", "{last-day: not-applicable}",
             "{last-day: no-longer-available}",
             "a value does not fit", where="topics/carrier-change.yaml", at="free:"),
    Spoiling("mark as a date", L, "topics/merge-licences.yaml",
             "  - use: merge-available\n    bind: {last-day: last-day}\n", "",
             "the date 'until' is no day on some path", where="topics/merge-licences.yaml"),
    Spoiling("closing day changed", L, "rules.yaml", "start: 2026-03-31", "start: 2026-03-30", "comes out otherwise: ",
             where="examples/gates.yaml"),
    Spoiling("last band closed", S, "topics/onsite-visit.yaml", "remote: none", "remote: 400",
             "a number lies in no band", at="due:"),
    Spoiling("bands out of order", S, "topics/onsite-visit.yaml", "{metropolitan: 50, regional: 250,",
             "{regional: 250, metropolitan: 50,", "the bands do not rise"),
    Spoiling("missing row", L, "tables/resolution.csv", "high,5\n", "",
             "no row is called 'high': licence-desk/", at="priority"),
    Spoiling("missing column", S, "tables/days-on-site.csv", "remote", "remoter", "no column is called 'remote'"),
    Spoiling("gap that nothing fills", D, KEYS, "{sent_on}", "{sent_at}", "nothing fills the gap {sent_at}"),
    Spoiling("gap of a fact not always known", D, KEYS, "    answer: ",
             "    answer: 「{accepted_at}」", after="- id: same-server", wrong="nothing fills the gap {accepted_at}"),
    Spoiling("gap in a title", D, KEYS, "title: ", "title: \"{on}\" #", "nothing fills the gap {on}"),
    Spoiling("clause without use", D, "source.yaml", "    left_out: 結び", "    # 結び",
             "nothing rests on the clause 'end'", at="  - id: end"),
    Spoiling("clause left out and cited", D, "source.yaml", "    lines: [1, 3]\n",
             "    lines: [1, 3]\n    left_out: x\n", "the clause is left out, but"),
    Spoiling("nothing cited", D, KEYS, "cites: [services.key-reissue]", "cites: []", "nothing is cited"),
    Spoiling("reading without use", D, KEYS, "    readings: [R18]\n", "", "nothing rests on the reading 'R18'",
             where="policy.yaml", at="  - id: R18"),
    Spoiling("note without use", D, "topics/support-period.yaml", "    notes: [certificate-governs]\n", "",
             "nothing uses the note 'certificate-governs'", where="rules.yaml", at="  certificate-governs:"),
    Spoiling("list without use", D, "rules.yaml", "lists:\n",
             "lists:\n  idle:\n    rules:\n      - {id: x, verdict: ended, say: x, cites: title}\n",
             "nothing uses the list 'idle'", at="  idle:"),
    Spoiling("derived thing without use", D, KEYS, "derived:\n",
             "derived:\n  idle: {label: x, start: accepted_at, cites: title}\n", "nothing uses 'idle'", at="  idle:"),
    Spoiling("fact without use", D, "facts.yaml", "period_end:\n",
             "idle: {type: date, question: x, label: x}\nperiod_end:\n", "nothing uses the fact 'idle'"),
    Spoiling("procedure without use", D, "summary.yaml", "procedures:\n",
             "procedures:\n  idle: {title: x, parts: []}\n", "nothing uses the procedure 'idle'", at="  idle:"),
    Spoiling("calendar without use", D, "policy.yaml", "calendars:\n",
             "calendars:\n  idle: {label: x, weekdays: [mon], cites: [title]}\n", "nothing uses the calendar 'idle'",
             at="  idle:"),
    Spoiling("hours without use", D, "policy.yaml", "hours:\n",
             'hours:\n  idle: {label: x, calendar: office, clock: x, cites: [title],\n'
             '         spans: [{opens: "01:00", closes: "02:00"}]}\n',
             "nothing uses the opening hours 'idle'", at="  idle:"),
    Spoiling("row without use", S, "tables/days-on-site.csv", "gold,", "platinum,1,2,3\ngold,",
             "nothing reads the row 'platinum'"),
    Spoiling("mark without use", L, "policy.yaml", "    marks:\n", "    marks:\n      gone: Gone\n",
             "the mark 'gone' stands nowhere in the table", at="      gone: Gone"),
    Spoiling("country that is none", D, "policy.yaml", "country: JP", "country: ZZ", "no holidays are known for ZZ"),
    Spoiling("part of a country that is none", S, "facts.yaml", "    vic:", "    wic:",
             "no holidays are known for AU-WIC", where="policy.yaml"),
    Spoiling("time zone that is none", D, "policy.yaml", "Asia/Tokyo", "Asia/Tokio",
             "did you mean 'Asia/Tokyo'?"),
    Spoiling("verdict without an example", D, "examples/keys.yaml", "expect: {verdict: not-offered}", "expect: {}",
             "no example shows the verdict 'not-offered'", where=KEYS, at="free:"),
    Spoiling("holiday that is none", S, "policy.yaml", "The Royal Queensland Show", "The Royal Queensland Fair",
             "did you mean 'The Royal Queensland Show'?"),
    Spoiling("example that does not hold", D, "examples/keys.yaml", "{verdict: included}", "{verdict: not-offered}",
             "verdict: not-offered → included", at="  - name: "),
    Spoiling("notice period changed", S, "topics/renewal-notice.yaml", "add_days: -30", "add_days: -29",
             "dates: notice_by", where="examples/contract.yaml"),
    Spoiling("height changed", S, "rules.yaml", "{after: 2.7}", "{after: 2.8}", "comes out otherwise: ",
             where="examples/work.yaml"),
    Spoiling("closing time changed", D, "policy.yaml", '"17:30"', '"17:29"', "comes out otherwise: ",
             where="examples/phone.yaml"),
    Spoiling("cut-off changed", D, KEYS, '"17:00"', '"16:59"', "dates: sent_on", where="examples/keys.yaml"),
    Spoiling("last day changed", L, "tables/availability.csv", ",2025-07-31", ",2025-07-30", "comes out otherwise: ",
             where="examples/paid-services.yaml"),
)  # fmt: skip


@pytest.mark.parametrize("spoiling", SPOILINGS, ids=lambda one: one.name)
def test_checking_names_the_line(spoiling: Spoiling, tmp_path: Path) -> None:
    folder = copy_of(spoiling.policy, tmp_path)
    file, line = spoiling.apply(folder)
    found = faults_of(folder)
    assert_found(found, file, line, spoiling.wrong)
    assert_said(found)


def test_a_missing_rule_leaves_a_path_without_answer(tmp_path: Path) -> None:
    folder = copy_of(D, tmp_path)
    text = (folder / KEYS).read_text("utf-8")
    start = text.index("  - id: same-server")
    (folder / KEYS).write_text(text[:start] + text[text.index("due:") :], "utf-8")
    wrong = "no rule answers: desknets-web-meeting/key-reissue/free support_until="
    assert_found(faults_of(folder), f"content/{D}/{KEYS}", line_of(text, "free:"), wrong)


def test_a_rule_moved_to_the_top_is_named_by_those_below_it(tmp_path: Path) -> None:
    folder = copy_of(D, tmp_path)
    name = "topics/additional-licences.yaml"
    text = (folder / name).read_text("utf-8")
    first, second, end = (text.index(part) for part in ("  - id: after-period", "  - id: included", "due:"))
    spoilt = text[:first] + text[second:end] + text[first:second] + text[end:]
    (folder / name).write_text(spoilt, "utf-8")
    blocked, blocker = line_of(spoilt, "  - id: after-period"), line_of(spoilt, "  - id: included")
    wrong = f"the rule 'included' (content/{D}/{name}:{blocker}) answers first, as in {D}/additional-licences/free"
    assert_found(faults_of(folder), f"content/{D}/{name}", blocked, wrong)


@pytest.mark.parametrize("policy", [D, S])
def test_what_is_not_spoilt_has_no_faults(policy: str, tmp_path: Path) -> None:
    assert faults_of(copy_of(policy, tmp_path)) == []
