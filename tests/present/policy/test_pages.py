"""The summary of a policy, the page of a topic, and the list of all topics."""

import datetime as dt

import pytest

from assistant.i18n.words import Words
from assistant.model.policy import Library
from assistant.present.policy.pages import policy_view, topic_list, topic_view
from assistant.present.writer import Writer
from tests.present.conftest import LANGUAGES
from tests.present.showing import noon, rendered, texts

BEFORE, AFTER = dt.date(2026, 3, 31), dt.date(2026, 4, 1)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_policy_is_shown_whole_and_in_the_language(library: Library, words: dict[str, Words], language: str) -> None:
    for policy in library.policies.values():
        view = policy_view(Writer(policy, words[language]), noon(BEFORE))
        assert {sentence.lang for sentence in rendered(view)} == {language}, policy.id
        assert not [text for text in texts(view) if "{" in text]
        assert [section.id for section in view.sections] == [section.id for section in policy.summary.sections]
        assert [topic.id for topic in view.topics] == [*policy.about.topics] == [*policy.topics]
        assert len(view.procedures) == len(policy.summary.procedures)
        assert len(view.contacts) == len(policy.summary.contacts)
        assert {reading.id for reading in view.readings} == {reading.id for reading in policy.about.readings}


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_table_has_a_name_for_each_row_and_column(library: Library, words: dict[str, Words], language: str) -> None:
    for policy in library.policies.values():
        for view, table in zip(
            policy_view(Writer(policy, words[language]), noon(BEFORE)).tables, policy.tables.values(), strict=True
        ):
            ids = {*table.rows, *(column for cells in table.rows.values() for column in cells)}
            headings = {*view.columns, *(row for row, _ in view.rows)}
            assert headings.isdisjoint(ids), policy.id
            assert all(len(cells) == len(view.columns) for _, cells in view.rows)


@pytest.mark.parametrize(
    ("language", "line", "visits"),
    [
        ("en", "Monday to Friday except public holidays, 08:00 to 18:30 (Adelaide time)", "Monday to Friday"),
        ("ja", "月曜日から金曜日まで（祝日を除く）", "金曜日"),
    ],
)
def test_a_contact_shows_its_hours(
    library: Library, words: dict[str, Words], language: str, line: str, visits: str
) -> None:
    hours = [
        contact.hours
        for contact in policy_view(Writer(library.policies["swap-out"], words[language]), noon(BEFORE)).contacts
    ]
    assert [shown for shown in hours if shown and line in shown and visits in shown]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_topic_shows_its_questions_points_and_neighbours(
    library: Library, words: dict[str, Words], language: str
) -> None:
    for policy in library.policies.values():
        for topic in policy.topics.values():
            view = topic_view(Writer(policy, words[language]), topic.id, BEFORE)
            assert {sentence.lang for sentence in rendered(view)} == {language}
            assert [aspect.aspect for aspect in view.aspects] == [*topic.aspects]
            assert [id_ for id_, _ in view.related] == [*topic.related]
            assert (len(view.points), len(view.procedures)) == (len(topic.points), len(topic.procedures))
            assert view.points or view.procedures


def test_the_list_has_every_topic_once_without_its_details(library: Library, words: dict[str, Words]) -> None:
    views = topic_list([Writer(policy, words["ja"]) for policy in library.policies.values()], BEFORE)
    assert [f"{view.policy}/{view.id}" for view in views] == [*library.topics]
    assert not [view for view in views if view.points or view.procedures or view.trees]


def test_the_notice_appears_the_day_after_the_end(library: Library, words: dict[str, Words]) -> None:
    policy = library.policies["licence-desk"]
    assert policy_view(Writer(policy, words["en"]), noon(BEFORE)).notice is None
    assert policy_view(Writer(policy, words["en"]), noon(AFTER)).notice is not None
    assert topic_view(Writer(policy, words["ja"]), "voucher", AFTER).notice is not None
    assert topic_view(Writer(library.policies["swap-out"], words["ja"]), "price", AFTER).notice is None
