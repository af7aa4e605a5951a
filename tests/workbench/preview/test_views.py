"""What translators see of messages."""

import pytest

from assistant.model.policy import Library
from assistant.workbench.catalogues.glossary import Term
from assistant.workbench.catalogues.messages import Kept, State, changes_since
from assistant.workbench.preview.views import Shelf, changed, chosen, term_uses

TERM = Term("key", "en", ("鍵",))


def kept(source: str, said: str = "訳", state: State = "sound", context: str = "", domain: str = "ui") -> Kept:
    """A message of Japanese."""
    return Kept("ja", domain, context, source, "", (said,), state, "", (), (), 1, ())


@pytest.mark.parametrize(
    ("old", "new", "pieces"),
    [
        ("within ten days of it", "within two days of it",
         [("same", "within "), ("gone", "ten"), ("fresh", "two"), ("same", " days of it")]),
        ("十日以内です", "二日以内です", [("gone", "十"), ("fresh", "二"), ("same", "日以内です")]),
        ("send {when}", "send {day}", [("same", "send "), ("gone", "{when}"), ("fresh", "{day}")]),
        ("all of this", "something else altogether now", [("gone", "all of this"),
                                                          ("fresh", "something else altogether now")]),
    ],
)  # fmt: skip
def test_the_changed_words_are_told_apart(old: str, new: str, pieces: list[tuple[str, str]]) -> None:
    assert list(changed(old, new)) == pieces


def test_messages_are_chosen_by_catalogue_state_and_text() -> None:
    messages = [kept("A key"), kept("A key", state="stale"), kept("A door", domain="terms"), kept("x", said="KEY")]
    unseen = [kept("A key", domain="workbench"), kept("A key", domain="glossary")]
    assert chosen(messages, "ui", "sound", "key") == [messages[0], messages[3]]
    assert chosen([*messages, *unseen]) == messages, "what readers meet"
    assert chosen([*messages, *unseen], "workbench", text="key") == unseen[:1]


def test_a_sentence_whose_source_changed_is_known_by_its_context() -> None:
    message = kept("Old", context="desk.topics.x.title", domain="policy-desk")
    shelf = Shelf("ja", [message])
    assert shelf.standing("desk.topics.x.title", "Old", "en") == ("sound", message)
    assert shelf.standing("desk.topics.x.title", "New", "en") == ("new", message)
    assert shelf.standing("desk.topics.y.title", "New", "en") == ("new", None)
    assert shelf.standing("desk.topics.x.title", "Old", "ja") == ("source", None)


def test_terms_are_listed_with_who_uses_them_and_who_renders_them_otherwise(library: Library) -> None:
    good, bad, other = kept("A key.", "鍵です。"), kept("Two keys.", "キーです。"), kept("A door.", "扉です。")
    (use,) = term_uses((TERM,), [good, bad, other], library)
    assert (use.term, use.kept, use.broken) == (TERM, (good,), (bad,))


def test_what_is_not_as_it_was_is_a_change() -> None:
    then = [kept("Same"), kept("Said", "前"), kept("Old", context="desk.x", domain="policy-desk")]
    now = [kept("Same"), kept("Said", "今"), kept("New", context="desk.x", domain="policy-desk"), kept("Fresh")]
    found = changes_since(then, now)
    assert [(one.kept.source, one.kinds) for one in found] == [
        ("Said", ("translation",)), ("New", ("source",)), ("Fresh", ("new",))
    ]  # fmt: skip
