"""The merge never loses a translation, shows none for another sentence, and knows when one is stale."""

from dataclasses import dataclass

import polib
import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.i18n.catalogues import strings
from assistant.workbench.catalogues.locales import catalogue_text
from assistant.workbench.catalogues.sync import merge
from assistant.workbench.catalogues.template import Message, Template

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
    return "/".join(strings(entry)), entry.fuzzy, entry.previous_msgid


@dataclass(frozen=True)
class Kind:
    """Messages of one text, or of one for each plural form."""

    plural: bool

    def message(self, text: str, context: str) -> Message:
        """A sentence, with its plural where it has one."""
        return Message(text, context, plural=f"{text} (many)" if self.plural else "")

    def entry(self, context: str, text: str, said: str) -> polib.POEntry:
        """Its translation."""
        if not self.plural:
            return _entry(context, text, said)
        return polib.POEntry(msgctxt=context, msgid=text, msgid_plural=f"{text} (many)", msgstr_plural={0: said})


@pytest.fixture(params=[False, True], ids=["single", "plural"])
def kind(request: pytest.FixtureRequest) -> Kind:
    """Each rule of the merge holds for both."""
    return Kind(request.param)


def test_an_unchanged_sentence_keeps_its_translation(kind: Kind) -> None:
    (entry,) = _merge(kind.message(ASK, "ask"), old=[kind.entry("ask", ASK, ASK_JA)])
    assert _state(entry) == (ASK_JA, False, None)


def test_a_small_edit_makes_the_translation_stale_and_keeps_what_it_was_made_from(kind: Kind) -> None:
    edited = ASK.replace("10", "20")
    (entry,) = _merge(kind.message(edited, "ask"), old=[kind.entry("ask", ASK, ASK_JA)])
    assert (entry.msgid, *_state(entry)) == (edited, ASK_JA, True, ASK)
    assert entry.previous_msgid_plural == (f"{ASK} (many)" if kind.plural else None)


def test_a_full_rewrite_under_the_same_context_keeps_the_translation_too(kind: Kind) -> None:
    (entry,) = _merge(kind.message("No approval is needed.", "ask"), old=[kind.entry("ask", ASK, ASK_JA)])
    assert _state(entry) == (ASK_JA, True, ASK)


def test_a_new_sentence_that_resembles_another_stays_empty(kind: Kind) -> None:
    meals = "You get 50 a night for meals."
    new = [kind.message(meals, "meals"), kind.message(meals.replace("meals", "hotels"), "hotels")]
    _, hotel = _merge(*new, old=[kind.entry("meals", meals, "食事代は1泊50です。")])
    assert _state(hotel) == ("", False, None)


def test_a_new_sentence_that_says_the_same_as_another_stays_empty(kind: Kind) -> None:
    said, new = _merge(kind.message(ASK, "ask"), kind.message(ASK, "again"), old=[kind.entry("ask", ASK, ASK_JA)])
    assert (_state(said), _state(new)) == ((ASK_JA, False, None), ("", False, None))


def test_a_second_edit_keeps_the_text_that_the_translation_was_made_from(kind: Kind) -> None:
    once = _merge(kind.message("Second text.", "ask"), old=[kind.entry("ask", ASK, ASK_JA)])
    (twice,) = _merge(kind.message("Third text.", "ask"), old=once)
    assert _state(twice) == (ASK_JA, True, ASK)


def test_a_reverted_edit_makes_the_translation_sound_again(kind: Kind) -> None:
    once = _merge(kind.message("Second text.", "ask"), old=[kind.entry("ask", ASK, ASK_JA)])
    (back,) = _merge(kind.message(ASK, "ask"), old=once)
    assert (_state(back), back.previous_msgid_plural) == ((ASK_JA, False, None), None)


def test_a_renamed_context_takes_its_translation_along(kind: Kind) -> None:
    entries = _merge(kind.message(ASK, "approval"), old=[kind.entry("ask", ASK, ASK_JA)])
    assert [(entry.msgctxt, *_state(entry)) for entry in entries] == [("approval", ASK_JA, False, None)]


def test_a_sentence_that_is_gone_is_kept_as_obsolete_and_comes_back(kind: Kind) -> None:
    (gone,) = _merge(old=[kind.entry("ask", ASK, ASK_JA)])
    assert gone.obsolete
    (back,) = _merge(kind.message(ASK, "ask"), old=polib.pofile(catalogue_text([gone], {})))
    assert (back.obsolete, *_state(back)) == (False, ASK_JA, False, None)


def test_a_stale_sentence_that_is_gone_comes_back_stale(kind: Kind) -> None:
    stale = _merge(kind.message("Second text.", "ask"), old=[kind.entry("ask", ASK, ASK_JA)])
    (gone,) = _merge(old=polib.pofile(catalogue_text(_merge(old=stale), {})))
    (back,) = _merge(kind.message("Second text.", "ask"), old=[gone])
    assert _state(back) == (ASK_JA, True, ASK)


def test_an_untranslated_sentence_that_is_gone_leaves_nothing_behind(kind: Kind) -> None:
    assert _merge(old=[kind.entry("ask", ASK, "")]) == []


@pytest.mark.parametrize("text", [ASK, "Second text.", "No approval is needed."])
def test_the_same_merge_again_writes_the_same_bytes(kind: Kind, text: str) -> None:
    old = [kind.entry("ask", ASK, ASK_JA), kind.entry("gone", "Gone.", "なくなりました。")]
    first = catalogue_text(_merge(kind.message(text, "ask"), old=old), {})
    again = _merge(kind.message(text, "ask"), old=polib.pofile(first, wrapwidth=0))
    assert catalogue_text(again, {}) == first


def test_what_a_translator_marked_fuzzy_or_commented_stays_so() -> None:
    old = _entry("ask", ASK, ASK_JA, flags=("fuzzy",), tcomment="所属長でよいか確認")
    (entry,) = _merge(Message(ASK, "ask"), old=[old])
    assert (entry.fuzzy, entry.previous_msgid, entry.tcomment) == (True, None, "所属長でよいか確認")


def test_flags_of_translators_are_kept_and_ours_say_whether_there_are_gaps() -> None:
    old = [_entry("ask", ASK, ASK_JA, flags=("no-wrap", "python-brace-format")), _entry("on", "On {day}", "")]
    asked, on = _merge(Message(ASK, "ask"), Message("On {day}", "on"), old=old)
    assert (asked.flags, on.flags) == (["no-wrap"], ["python-brace-format"])
    (gone,) = _merge(old=old)
    assert gone.flags == ["no-wrap"]


def test_a_remark_on_a_sentence_without_translation_is_kept() -> None:
    (entry,) = _merge(Message(ASK, "ask"), old=[_entry("ask", ASK, "", tcomment="所属長でよいか確認")])
    assert (entry.msgstr, entry.tcomment) == ("", "所属長でよいか確認")


def test_plural_forms_are_kept_and_go_stale_with_either_text() -> None:
    old = polib.POEntry(msgid="{n} day", msgid_plural="{n} days", msgstr_plural={0: "{n}日"}, flags=[])
    (same,) = merge(_template(Message("{n} day", plural="{n} days")), [old], 1)
    assert (same.msgstr_plural, same.fuzzy) == ({0: "{n}日"}, False)
    (edited,) = merge(_template(Message("{n} day", plural="{n} working days")), [old], 2)
    assert (edited.msgstr_plural, edited.fuzzy) == ({0: "{n}日", 1: ""}, True)
    assert (edited.previous_msgid, edited.previous_msgid_plural) == ("{n} day", "{n} days")


def test_entries_stand_in_the_order_of_the_content() -> None:
    old = [_entry("b", "B", "び"), _entry("a", "A", "あ")]
    entries = _merge(Message("A", "a"), Message("New", "n"), Message("B", "b"), old=old)
    assert [entry.msgctxt for entry in entries] == ["a", "n", "b"]


CONTEXTS = st.sampled_from(["a", "b", "c", "d"])
TEXTS = st.sampled_from(
    [
        "Free.",
        "Due on {day}.",
        "Due by {day}.",
        "Due on {moment}.",
        "Two\nlines",
        'A "quoted" \\ one',
        "無料です。",
        "+61 3 9264",
    ]
)
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


def test_what_two_places_said_stays_translated_where_the_first_now_says_something_else(kind: Kind) -> None:
    new = [kind.message("Nobody is asked.", "ask"), kind.message(ASK, "again")]
    rewritten, other = _merge(*new, old=[kind.entry("ask", ASK, ASK_JA)])
    assert (_state(rewritten), _state(other)) == ((ASK_JA, True, ASK), (ASK_JA, False, None))


FRAME = "words:hire.facts.cover.frame"


@pytest.mark.parametrize(
    ("before", "after", "moved"),
    [
        (("things", "says.yes", "says.no"), ("1.things", "1.says.yes", "1.says.no"), ("things", "says.yes", "says.no")),
        (("things",), ("1.things", "2.things"), ("things", "")),
        (("things", "says.yes"), ("1.says.later", "1.things"), ("", "things", "says.yes")),
        (("1.things", "2.things"), ("2.things", "1.things", "3.things"), ("2.things", "1.things", "")),
        (("1.things", "2.things"), ("things",), ("2.things", "1.things")),
    ],
)
def test_words_move_with_their_kind_and_to_one_place(
    before: tuple[str, ...], after: tuple[str, ...], moved: tuple[str, ...]
) -> None:
    """All lists of words of a fact have one text, its label; what moves nowhere waits at the end."""
    old = [_entry(f"{FRAME}.{name}", "Cover", name) for name in before]
    template = Template("questions", "", tuple(Message("Cover", f"{FRAME}.{name}") for name in after), by_context=True)
    assert tuple(strings(one)[0] for one in merge(template, old, 1)) == moved


def test_of_several_of_one_text_each_moves_to_the_likest_name() -> None:
    old = [_entry(f"options.{name}.label", "None", name) for name in ("one", "two")]
    new = [Message("None", f"answers.{name}.label") for name in ("two", "one")]
    assert [strings(one)[0] for one in _merge(*new, old=old)] == ["two", "one"]
