"""The merge goes by context: it never guesses, never loses a translation, and knows when one is stale."""

import polib
from hypothesis import given
from hypothesis import strategies as st

from assistant.i18n.catalogues import catalogue_text
from assistant.i18n.merge import merge
from assistant.i18n.message import Message, Template

ASK = "Ask your manager at least 10 working days before you travel."
ASK_JA = "出張の10営業日前までに所属長へ申請してください。"


def _template(*messages: Message, by_context: bool = True) -> Template:
    return Template("policy-travel", "en", messages, by_context)


def _entry(context: str, source: str, said: str, flags: tuple[str, ...] = (), tcomment: str = "") -> polib.POEntry:
    return polib.POEntry(msgctxt=context, msgid=source, msgstr=said, flags=list(flags), tcomment=tcomment)


def _merge(*messages: Message, old: list[polib.POEntry]) -> list[polib.POEntry]:
    return merge(_template(*messages), old, 1)


def _state(entry: polib.POEntry) -> tuple[str, bool, str | None]:
    """The translation, whether it is stale, and the text that it was made from where it is."""
    return entry.msgstr, entry.fuzzy, entry.previous_msgid


def test_an_unchanged_sentence_keeps_its_translation() -> None:
    (entry,) = _merge(Message(ASK, "ask"), old=[_entry("ask", ASK, ASK_JA)])
    assert _state(entry) == (ASK_JA, False, None)


def test_a_small_edit_makes_the_translation_stale_and_keeps_what_it_was_made_from() -> None:
    edited = ASK.replace("10", "20")
    (entry,) = _merge(Message(edited, "ask"), old=[_entry("ask", ASK, ASK_JA)])
    assert (entry.msgid, *_state(entry)) == (edited, ASK_JA, True, ASK)


def test_a_full_rewrite_under_the_same_context_keeps_the_translation_too() -> None:
    (entry,) = _merge(Message("No approval is needed.", "ask"), old=[_entry("ask", ASK, ASK_JA)])
    assert _state(entry) == (ASK_JA, True, ASK)


def test_a_new_sentence_that_resembles_another_stays_empty() -> None:
    meals = _entry("meals", "You get 50 a night for meals.", "食事代は1泊50です。")
    _, hotel = _merge(Message(meals.msgid, "meals"), Message("You get 50 a night for hotels.", "hotels"), old=[meals])
    assert _state(hotel) == ("", False, None)


def test_a_second_edit_keeps_the_text_that_the_translation_was_made_from() -> None:
    once = _merge(Message("Second text.", "ask"), old=[_entry("ask", ASK, ASK_JA)])
    (twice,) = _merge(Message("Third text.", "ask"), old=once)
    assert _state(twice) == (ASK_JA, True, ASK)


def test_a_reverted_edit_makes_the_translation_sound_again() -> None:
    once = _merge(Message("Second text.", "ask"), old=[_entry("ask", ASK, ASK_JA)])
    (back,) = _merge(Message(ASK, "ask"), old=once)
    assert _state(back) == (ASK_JA, False, None)


def test_a_renamed_context_takes_its_translation_along() -> None:
    entries = _merge(Message(ASK, "approval"), old=[_entry("ask", ASK, ASK_JA)])
    assert [(entry.msgctxt, *_state(entry)) for entry in entries] == [("approval", ASK_JA, False, None)]


def test_a_sentence_that_is_gone_is_kept_as_obsolete_and_comes_back() -> None:
    (gone,) = _merge(old=[_entry("ask", ASK, ASK_JA)])
    assert gone.obsolete
    (back,) = _merge(Message(ASK, "ask"), old=[gone])
    assert (back.obsolete, *_state(back)) == (False, ASK_JA, False, None)


def test_a_stale_sentence_that_is_gone_comes_back_stale() -> None:
    stale = _merge(Message("Second text.", "ask"), old=[_entry("ask", ASK, ASK_JA)])
    (gone,) = _merge(old=polib.pofile(catalogue_text(_merge(old=stale), {})))
    (back,) = _merge(Message("Second text.", "ask"), old=[gone])
    assert _state(back) == (ASK_JA, True, ASK)


def test_an_untranslated_sentence_that_is_gone_leaves_nothing_behind() -> None:
    assert _merge(old=[_entry("ask", ASK, "")]) == []


def test_what_a_translator_marked_fuzzy_or_commented_stays_so() -> None:
    old = _entry("ask", ASK, ASK_JA, flags=("fuzzy",), tcomment="所属長でよいか確認")
    (entry,) = _merge(Message(ASK, "ask"), old=[old])
    assert (entry.fuzzy, entry.previous_msgid, entry.tcomment) == (True, None, "所属長でよいか確認")


def test_plural_forms_are_kept_and_go_stale_with_either_text() -> None:
    old = polib.POEntry(msgid="{n} day", msgid_plural="{n} days", msgstr_plural={0: "{n}日"}, flags=[])
    (same,) = merge(_template(Message("{n} day", plural="{n} days")), [old], 1)
    assert (same.msgstr_plural, same.fuzzy) == ({0: "{n}日"}, False)
    (edited,) = merge(_template(Message("{n} day", plural="{n} working days")), [old], 2)
    assert (edited.msgstr_plural, edited.fuzzy) == ({0: "{n}日", 1: ""}, True)
    assert (edited.previous_msgid, edited.previous_msgid_plural) == ("{n} day", "{n} days")


def test_a_new_wording_of_the_interface_is_a_new_message() -> None:
    old = [polib.POEntry(msgid="Send", msgstr="送信", flags=[])]
    new, gone = merge(_template(Message("Send it"), by_context=False), old, 1)
    assert (_state(new), gone.obsolete, gone.msgstr) == (("", False, None), True, "送信")


def test_entries_stand_in_the_order_of_the_content() -> None:
    old = [_entry("b", "B", "び"), _entry("a", "A", "あ")]
    entries = _merge(Message("A", "a"), Message("New", "n"), Message("B", "b"), old=old)
    assert [entry.msgctxt for entry in entries] == ["a", "n", "b"]


CONTEXTS = st.sampled_from(["a", "b", "c", "d"])
TEXTS = st.sampled_from(["Free.", "Due on {day}.", "Two\nlines", 'A "quoted" \\ one', "無料です。", "+61 3 9264"])
MESSAGES = st.dictionaries(CONTEXTS, TEXTS).map(
    lambda pairs: tuple(Message(text, context, notes=("Title",), files=("a.yaml",)) for context, text in pairs.items())
)
ENTRIES = st.builds(
    lambda context, source, said, fuzzy, before: polib.POEntry(
        msgctxt=context, msgid=source, msgstr=said, flags=["fuzzy"] * fuzzy, previous_msgid=before if fuzzy else None
    ),
    CONTEXTS, TEXTS, st.sampled_from(["", "はい。", "二行\n目"]), st.booleans(), st.none() | TEXTS,
)  # fmt: skip


@given(st.lists(ENTRIES, max_size=5), MESSAGES, st.booleans())
def test_a_second_merge_changes_nothing(
    old: list[polib.POEntry], messages: tuple[Message, ...], by_context: bool
) -> None:
    template = _template(*messages, by_context=by_context)
    first = catalogue_text(merge(template, old, 1), {})
    again = catalogue_text(merge(template, polib.pofile(first, wrapwidth=0), 1), {})
    assert again == first


@given(st.lists(ENTRIES, max_size=5, unique_by=lambda entry: entry.msgctxt), MESSAGES)
def test_no_translation_is_ever_lost(old: list[polib.POEntry], messages: tuple[Message, ...]) -> None:
    merged = merge(_template(*messages), old, 1)
    assert {entry.msgstr for entry in old} - {""} <= {entry.msgstr for entry in merged}


@given(st.lists(ENTRIES, max_size=5), MESSAGES)
def test_a_translation_is_sound_only_for_the_text_it_was_made_from(
    old: list[polib.POEntry], messages: tuple[Message, ...]
) -> None:
    made = {(entry.previous_msgid if entry.previous_msgid is not None else entry.msgid, entry.msgstr) for entry in old}
    for entry in merge(_template(*messages), old, 1):
        assert entry.fuzzy or not entry.msgstr or (entry.msgid, entry.msgstr) in made
