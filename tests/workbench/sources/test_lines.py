"""What plain text does not mark is read from its looks."""

import pytest

from assistant.workbench.sources.lines import text_blocks


def kinds(text: str) -> list[tuple[str, str]]:
    return [(block.kind, block.text) for block in text_blocks(text)]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("\nReturn\n\n", "heading"),
        ("\n3. Return\n\n", "heading"),
        ("\n返却について\n\n", "heading"),
        ("## 3. Return of every bicycle, with its lock, its key and its helmet, on time", "heading"),
        ("You must:\n- come", "heading"),
        ("\nReturn it.\n\n", "paragraph"),
        ("\n返却してください。\n\n", "paragraph"),
        ("Return\nnow", "paragraph"),
        ("\na. Return\n\n", "item"),
        ("\n3. Return the following:\n\n", "item"),
        ("\n- Return\n\n", "item"),
        ("City\t500", "row"),
        ("| City | 500 |", "row"),
    ],
)
def test_a_heading_is_short_and_alone_and_ends_no_sentence(text: str, kind: str) -> None:
    assert kinds(text)[0][0] == kind


def test_numbers_and_marks_give_headings_their_level() -> None:
    text = "# A\n\n1. B\n\n1.2 C\n\n(1) D\n\nE\n\nF:\n"
    assert [block.level for block in text_blocks(text)] == [1, 1, 2, 6, 7, 8]


def test_lines_are_joined_where_all_are_broken_at_one_width() -> None:
    text = (
        "Bicycles are returned by six in the evening on\nthe last day of hire. Each hour after\nthat costs 500.\nEnd\n"
    )
    block, end = text_blocks(text)
    assert block.text == " ".join(text.splitlines()[:3])
    assert (block.line, block.last) == (1, 3)
    assert end.text == "End"


def test_japanese_lines_are_joined_without_a_blank() -> None:
    assert kinds("自転車は、利用最終日の18時までに返却してくだ\nさい。") == [
        ("paragraph", "自転車は、利用最終日の18時までに返却してください。")
    ]


def test_lines_stay_apart_where_one_is_long() -> None:
    assert kinds(f"{'word ' * 40}\nand more") == [("paragraph", ("word " * 40).strip()), ("paragraph", "and more")]


def test_the_heads_of_a_table_are_known_by_the_line_below() -> None:
    text = "| Type | Fee |\n| --- | ---: |\n| City | 500 |\n"
    assert kinds(text) == [("columns", "Type\tFee"), ("row", "City\t500")]
