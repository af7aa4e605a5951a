"""Whatever a translation holds can be judged, and a sound one is never blamed."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from polib import POEntry

from assistant.i18n.defects import defects, entry_faults, plural_defects
from assistant.i18n.fill import fill


@given(st.text(), st.text())
def test_no_translation_whatever_it_holds_raises_anything(source: str, said: str) -> None:
    found = list(defects(source, said))
    assert all(str(wrong) and str(mend) for wrong, mend in found)
    assert isinstance(fill(said, {"on": "{on}"}, strict=False), str)


@given(st.text(alphabet=st.characters(exclude_categories=["C", "Z"], exclude_characters="{}｛｝<>")))
def test_a_sentence_is_always_a_sound_translation_of_itself(sentence: str) -> None:
    assert list(defects(sentence, sentence)) == []


@pytest.mark.parametrize(
    ("source", "said", "wrong", "mend"),
    [
        ("On {day}", "当日", "the gap {day} is missing", "write {day} where its value belongs"),
        ("On {day}", "{dya}に", "the gap {day} is missing", "write {day} where its value belongs"),
        ("On {day}", "{day}に{dya}", "the gap {dya} is not in the source", "did you mean 'day'?"),
        ("Now", "{when}", "the gap {when} is not in the source", "take it out"),
        ("From {day}", "{day}、{from_day}", "the gap {from_day} is not in the source", "write one of these: day"),
        ("On {day}", "{day}に}", "a stray }", "half-width braces"),
        ("Free", "<b>無料</b>", "the markup </b> is not in the source", "take it out"),
        ("Free", "無\u200b料", "the hidden character U+200B", "delete it"),
        ("In 10 days", "20日以内", "the figure 10 of the source is missing", "write the same figure"),
    ],
)
def test_a_defect_says_what_is_wrong_and_how_to_mend_it(source: str, said: str, wrong: str, mend: str) -> None:
    first, sentence = next(iter(defects(source, said)))
    assert wrong in str(first)
    assert mend in str(sentence)


@pytest.mark.parametrize(
    ("entry", "wrong"),
    [
        (POEntry(msgid="On {day}", msgstr="{day}に"), []),
        (POEntry(msgid="On {day}", msgstr="当日"), ["the gap {day} is missing"]),
        (
            POEntry(msgid="In 10 days", msgid_plural="In {count} days", msgstr_plural={0: "20日", 1: "<b>日"}),
            ["the markup <b> is not in the source"],
        ),
        (
            POEntry(msgid="{count} day", msgid_plural="{count} days", msgstr_plural={0: "日", 1: "日", 2: "{day}"}),
            ["the gap {count} is missing", "the gap {day} is not in the source"],
        ),
    ],
)
def test_every_form_of_a_message_is_judged_and_each_defect_told_once(
    tmp_path: Path, entry: POEntry, wrong: list[str]
) -> None:
    path = tmp_path / "ui.po"
    found = entry_faults(path, entry)
    assert [str(fault.wrong) for fault in found] == wrong
    assert all((fault.file, fault.path) == (str(path), entry.msgid) for fault in found)


@pytest.mark.parametrize(
    ("one", "many", "said", "wrong"),
    [
        ("{count} day", "{count} days", "{count}日", []),
        ("one day", "{count} days", "1日", []),
        ("one day", "{count} days", "{count}日", []),
        ("{count} day", "{count} days", "数日", ["the gap {count} is missing"]),
        ("{count} day", "{count} days", "{count}日、{day}", ["the gap {day} is not in the source"]),
        ("{count} day", "<b>{count}</b> days", "<b>{count}</b>日", []),
        (
            "{count} day",
            "{count} days",
            "<i>{count}</i>日",
            ["the markup </i> is not in the source", "the markup <i> is not in the source"],
        ),
        ("{count} day", "{count} days", "{count}\u200b日", ["the hidden character U+200B"]),
        ("{count}\u200bday", "{count} days", "{count}\u200b日", []),
    ],
)
def test_a_plural_form_may_leave_out_what_either_english_form_leaves_out(
    one: str, many: str, said: str, wrong: list[str]
) -> None:
    assert [str(each) for each, _ in plural_defects(one, many, said)] == wrong
