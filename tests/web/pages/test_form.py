"""What holds for anything that anybody may send to a form."""

import datetime as dt
from collections.abc import Mapping

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.decide import Invalid, decide
from assistant.model.policy import Library, Policy
from assistant.web.frame.query import BadRequest
from assistant.web.pages.form import Form, in_parts, read_form
from tests.client import TestClient
from tests.match.grammar import SPEECH
from tests.web.markup import Markup

SUFFIXES = ("", ".day", ".month", ".year", ".time", ".hour")
TEXTS = st.one_of(
    st.text(max_size=30),
    st.sampled_from(
        ["3", "4", "2026", "令和8", "3 April 2026", "14:30", "2026-04-03", "2026-04-03T14:30", "12", "yes"]
    ),
)


@pytest.fixture(scope="module")
def policy(library: Library) -> Policy:
    """The policy with a fact of every type."""
    return library.policies["swap-out"]


@pytest.fixture(scope="module")
def names(policy: Policy) -> st.SearchStrategy[str]:
    """Names of fields, ours and others; made once, so that every example draws from the same."""
    known = [*policy.facts, "on", "edition", "change", "asked"]
    return st.one_of(st.text(max_size=8), st.sampled_from([name + suffix for name in known for suffix in SUFFIXES]))


def read(policy: Policy, sent: Mapping[str, str]) -> Form | None:
    """The form; None where it is refused as a whole."""
    try:
        return read_form(SPEECH, policy, sent)
    except BadRequest:
        return None


@given(data=st.data())
def test_whatever_is_sent_becomes_canonical_or_is_kept_as_typed(
    policy: Policy, names: st.SearchStrategy[str], data: st.DataObject
) -> None:
    sent = data.draw(st.dictionaries(names, TEXTS, max_size=12))
    form = read(policy, sent)
    if form is None:
        return
    assert not set(form.facts) & set(form.wrong)
    for name, wrong in form.wrong.items():
        if wrong.refusal.reason == "no-such-fact":  # what was sent has another name
            continue
        assert all(sent[f"{name}.{part}" if part else name] == text for part, text in wrong.typed.items())
    again = read_form(SPEECH, policy, dict(form.pairs()))
    assert (list(again.pairs()), again.wrong) == (list(form.pairs()), {})


@given(data=st.data())
def test_the_order_of_what_is_sent_does_not_matter(
    policy: Policy, names: st.SearchStrategy[str], data: st.DataObject
) -> None:
    sent = data.draw(st.dictionaries(names, TEXTS, max_size=8))
    shuffled = dict(data.draw(st.permutations(list(sent.items()))))
    one, other = read(policy, sent), read(policy, shuffled)
    assert (one and list(one.pairs())) == (other and list(other.pairs()))


@given(data=st.data())
def test_what_a_form_accepts_the_engine_can_read(policy: Policy, data: st.DataObject) -> None:
    sent = data.draw(st.dictionaries(st.sampled_from(list(policy.facts)), TEXTS, max_size=8))
    form = read_form(SPEECH, policy, sent)
    outcome = decide(policy, "price", "free", form.facts, "2026-01-15")
    faults = [fault.name for fault in outcome.faults] if isinstance(outcome, Invalid) else []
    assert faults == []


@given(st.datetimes(dt.datetime(2000, 1, 1), dt.datetime(2099, 12, 31)))
def test_a_value_in_parts_is_read_as_itself(policy: Policy, moment: dt.datetime) -> None:
    value = moment.isoformat(timespec="seconds" if moment.second else "minutes")
    parts = in_parts(policy.facts["logged_at"], value)
    form = read_form(SPEECH, policy, {f"logged_at.{part}": text for part, text in parts.items()})
    assert form.facts == {"logged_at": value}


@pytest.mark.parametrize(
    ("time", "read"),
    [
        ("4:00", None), ("3:30", None), ("3時半", None), ("４時", None),
        ("04:00", "04:00"), ("4 am", "04:00"), ("4 pm", "16:00"), ("16:00", "16:00"), ("午後4時", "16:00"),
        ("9:30", "09:30"), ("11:00", "11:00"), ("8:00", "08:00"),
        ("1530", "15:30"), ("15.30", "15:30"), ("１５．３０", "15:30"), ("１５３０", "15:30"), ("0930", "09:30"),
    ],
)  # fmt: skip
def test_a_time_outside_all_hours_whose_half_of_the_day_is_not_clear_is_asked_back(
    policy: Policy, time: str, read: str | None
) -> None:
    typed = {"logged_at.day": "23", "logged_at.month": "12", "logged_at.year": "2025", "logged_at.time": time}
    form = read_form(SPEECH, policy, typed)
    if read is None:
        assert form.wrong["logged_at"].refusal.reason == "time-ambiguous"
        assert form.wrong["logged_at"].typed["time"] == time
    else:
        assert form.facts["logged_at"] == f"2025-12-23T{read}"


@pytest.mark.parametrize(
    ("question", "filled"),
    [
        ("swap-out/support-hours/due?hours_of=call-line&on=2026-12-30", ["30", "12", "2026", ""]),
        ("swap-out/support-hours/due?hours_of=call-line", ["", "", "", ""]),
        ("swap-out/renewal-notice/due?on=2026-12-30", ["", "", ""]),
    ],
)
def test_a_question_for_a_moment_begins_on_the_day_that_is_asked_about(
    client: TestClient, question: str, filled: list[str]
) -> None:
    page = Markup(client.get(f"/en/{question}").text)
    shown = [one for one in page.all("input") if "." in one.attributes.get("name", "")]
    assert [one.attributes.get("value", "") for one in shown] == filled


@pytest.mark.parametrize("time", ["2460", "1575", "930", "15300"])
def test_figures_that_are_no_time_are_refused(policy: Policy, time: str) -> None:
    typed = {"logged_at.day": "23", "logged_at.month": "12", "logged_at.year": "2025", "logged_at.time": time}
    assert "logged_at" in read_form(SPEECH, policy, typed).wrong


SITE = "swap-out/onsite-visit/due?level=gold&distance_km=60&state=sa&asked=logged_at"


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("logged_at.time=now", "2026-01-15T13:30"),
        ("logged_at.time=いま", "2026-01-15T13:30"),
        ("logged_at.day=ただいま", "2026-01-15T13:30"),
        ("logged_at.day=15&logged_at.month=1&logged_at.year=2026&logged_at.time=now", "2026-01-15T13:30"),
        ("logged_at.day=14&logged_at.month=1&logged_at.year=2026&logged_at.time=now", None),
        ("logged_at.time=nowhere", None),
    ],
)
@pytest.mark.parametrize("page", ["?", "/all?"])
def test_now_is_the_present_moment_on_the_policys_clock(
    client: TestClient, page: str, typed: str, read: str | None
) -> None:
    response = client.get(f"/en/{SITE.replace('?', page)}&{typed}")
    if read is None:
        assert response.status_code == 422
    else:
        assert f"logged_at={read}" in response.headers["location"]


def test_now_as_a_day_is_today(client: TestClient) -> None:
    response = client.get("/ja/swap-out/renewal-notice/due?asked=term_end&term_end.day=今")
    assert response.headers["location"].endswith("term_end=2026-01-15")
