"""Records: of one month, and why one could not be kept."""

from dataclasses import replace

from assistant.store.records import Count, Kept, Opinion, Question, new_key, why

ASKED = Question(new_key(), "2026-01-31", "en", "doubt", "a/x", "text")
SAID = Opinion(new_key(), "2026-01-01", "en", "a/x", "free", "0", True, "")
COUNT = Count("2026-01-15", "a/x", "")


def test_what_is_of_one_month() -> None:
    other = Kept(
        (replace(ASKED, day="2026-02-01"),), (replace(SAID, day="2025-12-31"),), ((Count("2025-01-15", "", ""), 1),)
    )
    kept = Kept((ASKED, *other.questions), (*other.opinions, SAID), ((COUNT, 2), *other.counts))
    assert kept.within("2026-01") == Kept((ASKED,), (SAID,), ((COUNT, 2),))


def test_why_is_one_line_of_what_lies_behind() -> None:
    error = RuntimeError("the statement, with what was to be written")
    assert why(error) == "the statement, with what was to be written"
    error.orig = OSError("disk full\ndetail: (text)")  # type: ignore[attr-defined]  # (as SQLAlchemy has it)
    assert why(error) == "disk full"
    assert why(TimeoutError()) == "TimeoutError"
