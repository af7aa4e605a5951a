"""Every sentence of a policy is found, once, in the order of its content, with notes for translators."""

from assistant.i18n.texts import messages, texts
from assistant.model.policy import Library
from tests.i18n.conftest import Project


def test_sentences_come_in_the_order_of_the_content(project: Project) -> None:
    contexts = [text.context for text in texts(project.library.policies["travel"])]
    assert contexts[:2] == ["travel.policy.title", "travel.policy.short"]
    assert contexts[-1] == "travel.topics.approval.derived.ask-by.label"


def test_a_sentence_that_topics_share_is_found_once(library: Library) -> None:
    for policy in library.policies.values():
        contexts = [text.context for text in texts(policy)]
        assert len(contexts) == len(set(contexts))
        assert all(context.startswith(f"{policy.id}.") for context in contexts)


def test_a_translator_is_told_what_a_sentence_is_where_it_shows_and_what_it_rests_on(project: Project) -> None:
    found = {message.context: message for message in messages(project.library.policies["travel"])}
    answer = found["travel.topics.approval.due.in-time.answer"]
    assert answer.notes == (
        "Headline of an answer, as a person would say it",
        "Page: /travel/approval/due",
        "Rests on: Section 1",
        "{ask_by}: a day, such as Wed 25 Nov 2026",
    )
    assert answer.files == ("content/travel/topics/approval.yaml",)
    assert found["travel.facts.trip_date.label"].files == ("content/travel/facts.yaml",)
