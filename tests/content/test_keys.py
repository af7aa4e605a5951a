"""At each place of a file the format knows a few keys, and only those are offered."""

from assistant.content.describe import keys_at, tags_at
from assistant.model.rule import Shared
from assistant.model.topic import Examples, Topic
from assistant.vocabulary.derivation import DERIVATIONS
from assistant.vocabulary.fact import Fact


def test_a_file_has_the_keys_of_its_record() -> None:
    assert keys_at(Topic, ()) == set(Topic.model_fields)


def test_below_a_list_the_keys_are_those_of_its_items() -> None:
    assert keys_at(Topic, ("points", 0)) == {"id", "text", "cites"}
    assert keys_at(Examples, ("examples", 2, "expect")) >= {"verdict", "needs", "notes"}


def test_below_free_names_the_keys_are_those_of_what_is_named() -> None:
    assert keys_at(Shared, ("notes", "any-name")) == {"text", "cites", "readings"}
    assert keys_at(Shared, ("notes",)) == set()


def test_the_tag_of_a_kind_chooses_among_kinds() -> None:
    assert keys_at(Topic, ("due", 0, "#use")) == {"use", "bind", "when", "notes", "next"}
    assert "verdict" in keys_at(Topic, ("due", 0, "#then", "then", 0, "#verdict"))
    assert keys_at(dict[str, Fact], ("any", "#date")) >= {"type", "question", "label", "help", "cues", "frame"}


def test_kinds_are_told_apart_by_a_key_or_by_their_type() -> None:
    assert tags_at(Topic, ("due", 0)) == ("use", "then", "verdict")
    assert set(tags_at(Shared, ("derived", "x"))) == {*DERIVATIONS.words}
    assert {"choice", "yes-no", "date"} <= set(tags_at(dict[str, Fact], ("any",)))
    assert tags_at(Topic, ("title",)) == ()


def test_nothing_is_offered_where_the_way_is_unknown() -> None:
    assert keys_at(Topic, ("nope", 3)) == set()
