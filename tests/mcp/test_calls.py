"""Each tool answers with what the API says, as a record and as text, in the language asked; faults come all at once."""

import pytest

from assistant.match.understanding import Understands
from assistant.mcp.calls import Calls, Said
from assistant.mcp.replies import ChangesRecord, ClausesRecord, NextRecord, TopicWhole
from assistant.present.share.writing import plain
from assistant.web.api.answers import MatchesRecord
from assistant.web.api.records import AnswerRecord
from assistant.web.late import Late

CASE = {"policy": "licence-desk", "topic": "hwkc-replacement", "aspect": "free"}
FACTS = {"system": "sv9500", "swa": "none"}
WHOLE = {**CASE, "facts": FACTS}


def answered(said: Said) -> AnswerRecord:
    """The record of a case."""
    assert isinstance(said.record, AnswerRecord)
    return said.record


def reasons(said: Said) -> list[tuple[str, str]]:
    """What is wrong, by name and reason."""
    assert said.wrong
    return [(one.name, one.reason) for one in answered(said).errors or ()]


@pytest.mark.parametrize(("lang", "question"), [("en", "Is a new dongle free?"), ("ja", "ドングルの交換は無料ですか")])
def test_a_question_finds_its_topic(calls: Calls, lang: str, question: str) -> None:
    said = calls.call("find_topic", {"question": question, "lang": lang})
    record = said.record
    assert isinstance(record, MatchesRecord)
    assert (record.matches[0].topic, record.matches[0].aspect, record.confident) == ("hwkc-replacement", "free", True)
    assert f"licence-desk/hwkc-replacement/free  {record.matches[0].title}" in said.text


def test_only_what_was_understood_is_said_to_be(calls: Calls) -> None:
    said = calls.call("find_topic", {"question": "Is a new dongle for our SV9500 free?"})
    assert isinstance(said.record, MatchesRecord)
    say = calls.site.words["en"].say
    understood, others = said.text.split(say("Not what you meant?"))
    first, *rest = said.record.matches
    assert understood.startswith(say("This is what we understood"))
    assert first.title in understood
    assert [one.title for one in rest if one.title in understood or one.title not in others] == []
    doubtful = calls.call("find_topic", {"question": "SV9500"}).text
    assert say("This is what we understood") not in doubtful


@pytest.mark.parametrize("lang", ["en", "ja"])
def test_a_topic_that_answers_no_question_says_what_is_known(calls: Calls, lang: str) -> None:
    for policy in calls.site.library.policies.values():
        for topic in policy.topics.values():
            said = calls.call("read_topic", {"policy": policy.id, "topic": topic.id, "lang": lang})
            record = said.record
            assert isinstance(record, TopicWhole)
            assert record.permalink == f"https://help.example/{lang}/{policy.id}/{topic.id}/"
            assert record.text == said.text
            assert record.aspects == [*topic.aspects]
            for point in topic.points:
                assert plain(calls.site.writers[lang][policy.id].text(point.text)) in said.text
    wrong = calls.call("read_topic", {"policy": "licence-desk", "topic": "nosuch", "lang": lang})
    assert reasons(wrong) == [("topic", "no-such-topic")]
    assert reasons(calls.call("read_topic", {"policy": "nosuch"})) == [("topic", "left-out")]


@pytest.mark.parametrize("lang", ["en", "ja"])
def test_a_question_of_no_topic_is_said_to_be_one(calls: Calls, lang: str) -> None:
    said = calls.call("find_topic", {"question": "weather tomorrow in Osaka", "lang": lang})
    assert isinstance(said.record, MatchesRecord)
    assert (said.wrong, said.record.matches, said.record.confident) == (False, [], False)
    assert calls.site.words[lang].say("No topic answers this question") in said.text


def test_what_a_question_states_is_told_and_what_is_doubtful_is_not_counted_on(calls: Calls) -> None:
    said = calls.call("find_topic", {"question": "Is a new dongle for our SV9500 free? I think SWA is active"})
    assert isinstance(said.record, MatchesRecord)
    assert said.record.facts["system"] == "sv9500"
    assert "system=sv9500" in said.text
    for one in said.record.offered:
        assert one.fact not in said.record.facts
        assert one.words in said.text


def test_what_is_asked_next_comes_with_its_options(calls: Calls) -> None:
    said = calls.call("next_question", {**CASE, "facts": {"system": "sv9500"}, "lang": "ja"})
    record = said.record
    assert isinstance(record, NextRecord)
    assert record.question
    assert (record.status, record.question.id) == ("needs", "swa")
    assert {one.id for one in record.question.options} == {"active", "none"}
    assert "swa=active" in said.text


def test_nothing_is_asked_once_there_is_an_answer_or_of_what_nobody_knows(calls: Calls) -> None:
    for given, status in ({"facts": FACTS}, "answered"), ({"facts": {"system": "sv9500"}, "unknown": ["swa"]}, "needs"):
        record = calls.call("next_question", {**CASE, **given}).record
        assert isinstance(record, NextRecord)
        assert (record.status, record.question) == (status, None)


@pytest.mark.parametrize("lang", ["en", "ja"])
def test_an_answer_has_all_that_it_rests_on(calls: Calls, lang: str) -> None:
    said = calls.call("decide", {**WHOLE, "lang": lang})
    record = answered(said)
    assert (record.verdict, record.lang, record.trace, record.counting) == ("payable", lang, None, None)
    assert record.cites
    assert record.readings
    assert record.text
    assert said.text == f"{record.text.plain}{record.permalink}"
    assert f"/{lang}/licence-desk/hwkc-replacement/free?system=sv9500&swa=none&on=2026-01-15" in said.text
    writer = calls.site.writers[lang]["licence-desk"]
    assert all(writer.clause(one).gist in said.text for one in record.cites)


def test_what_is_not_known_is_said_to_be_open(calls: Calls) -> None:
    record = answered(calls.call("decide", {**CASE, "facts": {"system": "sv9500"}, "unknown": ["swa"]}))
    assert record.open
    assert (record.status, record.verdict) == ("needs", None)
    assert {one.verdict for one in record.open.possible} == {"free", "payable"}


def test_an_explanation_tells_each_rule_and_the_count(calls: Calls) -> None:
    said = calls.call("explain", {**CASE, "aspect": "due", "facts": {**FACTS, "priority": "low"}})
    record = answered(said)
    assert record.trace
    assert record.counting
    assert calls.site.words["en"].say("This is not the case here: {found}.", found="SV9500") in said.text
    assert answered(calls.call("explain", CASE)).status == "needs"


def test_what_would_change_an_answer_leads_to_the_other_answer(calls: Calls) -> None:
    said = calls.call("what_would_change", WHOLE)
    record = said.record
    assert isinstance(record, ChangesRecord)
    first = record.changes[0]
    assert first.becomes in said.text
    assert first.permalink in said.text
    other = answered(calls.call("decide", {**CASE, "facts": first.facts, "on": first.on}))
    assert (other.verdict, other.permalink) == ("free", first.permalink)
    for open_ in ({}, {"facts": {"system": "sv9500"}, "unknown": ["swa"]}):
        none = calls.call("what_would_change", {**CASE, **open_}).record
        assert isinstance(none, ChangesRecord)
        assert (none.status, none.changes) == ("needs", [])


@pytest.mark.parametrize("lang", ["en", "ja"])
def test_clauses_are_read(calls: Calls, lang: str) -> None:
    said = calls.call("read_clauses", {"policy": "licence-desk", "clauses": ["hwkc.fee", "paid.hwkc"], "lang": lang})
    record = said.record
    assert isinstance(record, ClausesRecord)
    assert [one.id for one in record.clauses] == ["hwkc.fee", "paid.hwkc"]
    for one in record.clauses:
        assert one.gist in said.text
        assert one.permalink == f"https://help.example/{lang}/licence-desk/clauses/#{one.id}"


def test_an_edition_that_is_not_known_is_said_so(calls: Calls) -> None:
    said = calls.call("compare_editions", {**WHOLE, "edition": "ffffffffffff"})
    record = answered(said)
    assert record.then
    assert record.then.state == "unknown"
    assert "We no longer have the answer from when this link was made." in said.text
    own = record.edition
    assert answered(calls.call("compare_editions", {**WHOLE, "edition": own})).then is None


def test_every_fault_is_told_at_once_in_the_language_asked(calls: Calls) -> None:
    wrong = {**CASE, "facts": {"swa": "nne", "systm": "x"}, "on": "2026-02-30", "lang": "ja", "fact": {}}
    said = calls.call("decide", wrong)
    assert set(reasons(said)) == {
        ("fact", "no-such-parameter"), ("systm", "no-such-fact"), ("swa", "no-such-option"), ("on", "no-such-day"),
    }  # fmt: skip
    errors = answered(said).errors
    assert errors
    assert all(one.text in said.text for one in errors)
    assert errors[0].details["near"] == "facts"


@pytest.mark.parametrize(
    ("tool", "given", "wanted"),
    [
        ("find_topic", {}, [("question", "left-out")]),
        ("find_topic", {"question": "  "}, [("question", "question-wanted")]),
        ("find_topic", {"question": 3, "lang": "xx"}, [("lang", "no-such-language"), ("question", "text-wanted")]),
        ("decide", {**CASE, "policy": "nosuch"}, [("policy", "no-such-policy")]),
        ("decide", {**CASE, "facts": {"swa": 1}}, [("swa", "text-wanted")]),
        ("decide", {"facts": {}}, [(one, "left-out") for one in ("policy", "topic", "aspect")]),
        ("read_clauses", {"policy": "nosuch", "clauses": ["a"]}, [("policy", "no-such-policy")]),
        ("read_clauses", {"policy": "licence-desk"}, [("clauses", "list-wanted")]),
        ("read_clauses", {"policy": "licence-desk", "clauses": ["hwkc.fe"]}, [("clauses", "no-such-clause")]),
        ("read_clauses", {"policy": "licence-desk", "clauses": ["hwkc.fee"] * 61}, [("clauses", "too-many-clauses")]),
        ("compare_editions", {**WHOLE, "edition": "A B"}, [("edition", "edition-wanted")]),
        ("compare_editions", {**WHOLE, "topic": "nosuch", "edition": "ff"}, [("topic", "no-such-topic")]),
    ],
)
def test_what_is_wrong_is_named(calls: Calls, tool: str, given: dict[str, object], wanted: object) -> None:
    assert reasons(calls.call(tool, given)) == wanted


def test_questions_that_cannot_be_understood_at_present_are_refused_in_words(calls: Calls) -> None:
    def unready() -> Understands:
        raise OSError("no index")

    said = Calls(calls.site, Late(unready)).call("find_topic", {"question": "Is it free?"})
    assert (said.wrong, said.record) == (True, None)
    assert said.text
