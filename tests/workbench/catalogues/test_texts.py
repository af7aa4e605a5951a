"""Every sentence of a policy is found, once, in the order of its content, with notes for translators."""

from assistant.model.policy import Library
from assistant.workbench.catalogues.texts import messages, texts
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
        "{ask_by}: a day, with its time where it has one, such as Wed 25 Nov 2026, 17:00",
    )
    assert answer.files == ("content/travel/topics/approval.yaml",)
    assert found["travel.facts.trip_date.label"].files == ("content/travel/facts.yaml",)


def test_a_translator_is_told_how_much_room_there_is(project: Project) -> None:
    found = {message.context: message for message in messages(project.library.policies["travel"])}
    assert found["travel.policy.short"].room == 24
    assert found["travel.policy.short"].notes[-1] == "At most 24 characters; a full-width one counts as two"
    assert found["travel.summary.lede"].room == found["travel.policy.document.title"].room == 0


def test_a_translation_may_be_half_as_wide_again_as_its_source(project: Project) -> None:
    project.edit("content/travel/policy.yaml", "short: Travel", "short: Travel for the whole company")
    found = {message.context: message for message in messages(project.library.policies["travel"])}
    assert found["travel.policy.short"].room == len("Travel for the whole company") * 3 // 2


def test_a_comment_of_the_author_goes_to_the_translator(project: Project) -> None:
    project.edit("content/travel/topics/approval.yaml", "title: Approval of a trip",
                 "title: Approval of a trip  # NOTE: a business trip, not a holiday")  # fmt: skip
    project.edit("content/travel/topics/approval.yaml", "about: Who must",
                 "# NOTE: who is the line manager\nabout: Who must")  # fmt: skip
    found = {message.context: message for message in messages(project.library.policies["travel"])}
    assert found["travel.topics.approval.title"].notes[:2] == ("Title", "Note: a business trip, not a holiday")
    assert "Note: who is the line manager" in found["travel.topics.approval.about"].notes
    others = found.keys() - {"travel.topics.approval.title", "travel.topics.approval.about"}
    assert not any(note.startswith("Note:") for name in others for note in found[name].notes)


def test_a_sentence_that_is_said_twice_is_one_message_with_the_notes_of_both_places(project: Project) -> None:
    said = "Your manager needs 10 working days."
    project.edit("content/travel/rules.yaml", "In an emergency you may ask afterwards.", said)
    found = [one for one in messages(project.library.policies["travel"]) if one.source == said]
    assert [(one.context, one.files) for one in found] == [
        ("travel.rules.notes.urgent.text", ("content/travel/rules.yaml", "content/travel/topics/approval.yaml"))
    ]
    assert {"Statement", "Reason of an answer", "Page: /travel/", "Page: /travel/approval/due"} <= {*found[0].notes}


def test_places_that_differ_in_their_last_number_are_one_message(project: Project) -> None:
    found = [one for one in messages(project.library.policies["travel"]) if one.context.endswith(".place")]
    assert [(one.context, one.source) for one in found] == [("travel.source.clauses.ask.place", "Section {number}")]
    assert "{number}: the last number of such a place" in found[0].notes
