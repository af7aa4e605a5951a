"""How far each catalogue has come: what is fuzzy is not translated, and nothing is rounded up."""

from assistant.workbench.catalogues.stats import Progress, stats
from tests.i18n.conftest import Project


def test_a_fuzzy_message_is_not_translated_and_one_with_a_form_missing_is_not_either(project: Project) -> None:
    project.translate("ja/ui.po", {"Send": "送信", "Good day.": "こんにちは。", "{count} question left": ""})
    project.edit("locales/ja/ui.po", 'msgid "Send"', '#, fuzzy\nmsgid "Send"')
    (one,) = (each for each in stats(project.locales) if (each.language, each.domain) == ("ja", "ui"))
    assert (one.translated, one.fuzzy, one.empty) == (1, 1, one.messages - 2)


def test_there_is_a_line_for_each_catalogue_of_each_language(project: Project) -> None:
    assert [(each.language, each.domain) for each in stats(project.locales)] == [
        ("en", "glossary"), ("en", "questions"), ("en", "terms"),
        ("ja", "glossary"), ("ja", "policy-travel"), ("ja", "questions"), ("ja", "terms"), ("ja", "ui"),
    ]  # fmt: skip


def test_only_a_whole_catalogue_has_a_hundred_percent() -> None:
    assert Progress("ja", "ui", 1000, 999, 0, 1).percent == 99
    assert Progress("ja", "ui", 1000, 1000, 0, 0).percent == 100
    assert Progress("ja", "terms", 0, 0, 0, 0).percent == 100
