"""What makes a message the same message, and how several that say the same become one."""

from polib import POEntry

from assistant.workbench.catalogues.template import Message, Template, once

BY_CONTEXT, BY_TEXT = Template("policy-x", "en", ()), Template("ui", "en", (), by_context=False)


def test_a_message_of_the_content_is_known_by_its_context_and_one_of_the_interface_by_its_text_too() -> None:
    one, other = Message("Free", "x.title"), Message("For nothing", "x.title")
    assert (BY_CONTEXT.key(one) == BY_CONTEXT.key(other), BY_TEXT.key(one) == BY_TEXT.key(other)) == (True, False)
    assert (BY_CONTEXT.name(one), BY_TEXT.name(one)) == ("x.title", "Free")


def test_a_message_in_a_catalogue_has_the_key_of_the_one_that_it_was_made_from() -> None:
    for template in (BY_CONTEXT, BY_TEXT):
        for context in ("x.title", ""):
            entry = POEntry(msgctxt=context or None, msgid="Free")
            assert template.entry_key(entry) == template.key(Message("Free", context))


def test_what_says_the_same_in_the_same_context_is_one_message_with_all_notes_and_files() -> None:
    found = once(
        [
            Message("{count} day", notes=("a",), files=("1.py",)),
            Message("Open", "state", files=("1.py",)),
            Message("{count} day", plural="{count} days", notes=("a", "b"), files=("2.py",)),
            Message("Open", files=("3.py",)),
        ]
    )
    assert found == (
        Message("{count} day", plural="{count} days", notes=("a", "b"), files=("1.py", "2.py")),
        Message("Open", "state", files=("1.py",)),
        Message("Open", files=("3.py",)),
    )


def test_gaps_are_seen_in_either_form() -> None:
    forms = (Message("a day"), Message("a day", plural="{count} days"), Message("{count}"), Message("{0}"))
    assert [message.has_gaps for message in forms] == [False, True, True, False]
