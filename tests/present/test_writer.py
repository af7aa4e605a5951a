"""A writer writes what is always the same once, and only for the very words that it was made with."""

from dataclasses import replace

import pytest

from assistant.i18n.words import Words
from assistant.model.policy import Library
from assistant.present.writer import MOST_WRITERS, MOST_WRITTEN, Writer, writer_of


def test_the_same_words_have_the_same_writer_and_it_gives_the_same_things(
    library: Library, words: dict[str, Words]
) -> None:
    policy = library.policies["swap-out"]
    writer = writer_of(policy, words["en"])
    assert writer_of(policy, words["en"]) is writer
    assert writer.cite(["service.visit"]) is writer.cite(("service.visit",))
    assert writer.text(policy.about.title) is writer.text(policy.about.title)


def test_other_words_though_equal_never_see_what_was_written(library: Library, words: dict[str, Words]) -> None:
    policy = library.policies["swap-out"]
    assert writer_of(policy, replace(words["en"])) is not writer_of(policy, words["en"])
    assert writer_of(policy.model_copy(), words["en"]) is not writer_of(policy, words["en"])


def test_neither_writers_nor_what_they_wrote_grow_without_end(library: Library, words: dict[str, Words]) -> None:
    policy = library.policies["swap-out"]
    first = writer_of(policy, words["ja"])
    for _ in range(MOST_WRITERS):
        writer_of(policy, replace(words["ja"]))
    assert writer_of(policy, words["ja"]) is not first
    for number in range(MOST_WRITTEN + 1):
        first.name(f"strange-{number}")
    assert len(first.written) <= MOST_WRITTEN


def test_what_is_written_once_takes_its_arguments_by_place(library: Library, words: dict[str, Words]) -> None:
    with pytest.raises(TypeError):
        Writer(library.policies["swap-out"], words["en"]).name("yes", fact="plan")
