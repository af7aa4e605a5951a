"""A sync brings every catalogue in step, writes nothing twice, and keeps what translators wrote."""

import polib

from tests.i18n.conftest import Project


def _po(project: Project, name: str) -> dict[tuple[str | None, str], polib.POEntry]:
    file = polib.pofile((project.locales / name).read_text("utf-8"))
    return {(entry.msgctxt, entry.msgid): entry for entry in file}


def test_a_source_needs_no_catalogue_of_its_own(project: Project) -> None:
    files = {path.relative_to(project.locales).as_posix() for path in project.locales.rglob("*.po*")}
    assert files == {
        "templates/ui.pot", "templates/policy-travel.pot", "templates/questions.pot", "templates/glossary.pot",
        "templates/workbench.pot", "ja/workbench.po", "templates/terms.pot", "ja/terms.po", "en/terms.po",
        "ja/ui.po", "ja/policy-travel.po", "ja/questions.po", "ja/glossary.po", "en/questions.po", "en/glossary.po",
    }  # fmt: skip


def test_a_second_sync_writes_nothing(project: Project) -> None:
    assert project.sync() == []


def test_only_what_changes_is_written(project: Project) -> None:
    project.edit("content/travel/summary.yaml", "Ask before you travel.", "Ask us before you travel.")
    changed = {path.relative_to(project.locales).as_posix() for path in project.sync()}
    assert changed == {"templates/policy-travel.pot", "ja/policy-travel.po"}


def test_a_rewritten_sentence_of_the_content_goes_stale(project: Project) -> None:
    project.translate("ja/policy-travel.po", {"Ask before you travel.": "出張の前にお尋ねください。"})
    project.edit("content/travel/summary.yaml", "Ask before you travel.", "Never travel.")
    project.sync()
    entry = _po(project, "ja/policy-travel.po")["travel.summary.lede", "Never travel."]
    assert (entry.fuzzy, entry.msgstr) == (True, "出張の前にお尋ねください。")
    assert entry.previous_msgid == "Ask before you travel."


def test_phrases_stand_in_every_language_and_go_stale_with_the_title(project: Project) -> None:
    project.translate("en/questions.po", {"Questions about: Approval of a trip": "who agrees\nwho must agree"})
    project.edit("content/travel/topics/approval.yaml", "Approval of a trip", "Who agrees to a trip")
    project.sync()
    entry = _po(project, "en/questions.po")["questions:travel/approval", "Questions about: Who agrees to a trip"]
    assert (entry.fuzzy, entry.msgstr) == (True, "who agrees\nwho must agree")


def test_a_term_that_one_language_lists_is_asked_of_the_others_but_not_of_its_own(project: Project) -> None:
    project.add_language("fr", like="en", fallback="en")
    with (project.locales / "ja" / "glossary.po").open("a", encoding="utf-8") as file:
        file.write('\nmsgctxt "en"\nmsgid "manager"\nmsgstr "所属長"\n')
    project.sync()
    assert _po(project, "ja/glossary.po")["en", "manager"].msgstr == "所属長"
    assert _po(project, "fr/glossary.po")["en", "manager"].msgstr == ""
    assert _po(project, "en/glossary.po") == {}


def test_translators_of_a_third_language_are_shown_what_their_fallback_says(project: Project) -> None:
    project.add_language("fr", like="en", fallback="ja")
    project.translate("ja/policy-travel.po", {"Ask before you travel.": "出張の前にお尋ねください。"})
    project.sync()
    entry = _po(project, "fr/policy-travel.po")["travel.summary.lede", "Ask before you travel."]
    assert entry.comment.splitlines()[-1] == "日本語: 出張の前にお尋ねください。"
    assert entry.msgstr == ""
    assert project.sync() == []


def test_what_a_translator_writes_into_the_header_is_kept(project: Project) -> None:
    path = project.locales / "ja" / "ui.po"
    text = path.read_text("utf-8").replace('"Language: ja\\n"', '"Last-Translator: 山田\\n"\n"Language: ja\\n"')
    path.write_text("# 訳者: 山田\n" + text.removeprefix("#\n"), "utf-8")
    project.sync()
    after = path.read_text("utf-8")
    assert after.startswith("# 訳者: 山田\n")
    assert '"Last-Translator: 山田\\n"' in after
    assert project.sync() == []


def test_catalogues_hold_no_dates_and_no_line_numbers(project: Project) -> None:
    for path in project.locales.rglob("*.po*"):
        text = path.read_text("utf-8")
        assert "Date" not in text
        assert not any(line.startswith("#:") and ".py:" in line for line in text.splitlines())


def test_who_cannot_read_a_heading_is_shown_it_in_another_language(project: Project) -> None:
    project.add_language("fr", like="en", fallback="ja")
    project.translate("ja/policy-travel.po", {"Approval of a trip": "出張の承認"})
    project.sync()
    entry = _po(project, "fr/questions.po")["questions:travel/approval", "Questions about: Approval of a trip"]
    assert "日本語: 「出張の承認」について聞かれること" in entry.comment.splitlines()
    for language in ("en", "ja"):
        assert "日本語:" not in (project.locales / language / "questions.po").read_text("utf-8")
    assert project.sync() == []


def test_a_message_that_readers_meet_no_more_moves_with_its_translation(project: Project) -> None:
    project.translate("ja/ui.po", {"Send": "送信", "Good day.": "こんにちは。"})
    folder = project.package / "workbench"
    folder.mkdir()
    (project.package / "pages.py").rename(folder / "pages.py")
    project.sync()
    assert _po(project, "ja/workbench.po")[None, "Good day."].msgstr == "こんにちは。"
    assert (None, "Good day.") not in _po(project, "ja/ui.po")
    assert _po(project, "ja/ui.po")[None, "Send"].msgstr == "送信"  # a page says it too
    assert project.sync() == []
    (folder / "pages.py").rename(project.package / "pages.py")
    project.sync()
    assert _po(project, "ja/ui.po")[None, "Good day."].msgstr == "こんにちは。"
    assert project.sync() == []
