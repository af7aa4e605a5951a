"""The rules of a question as a tree: in words, and as a picture."""

import re
from collections.abc import Iterator

import pytest

from assistant.i18n.words import Words
from assistant.model.policy import Library
from assistant.model.rule import ASPECTS
from assistant.present.tree.branches import Branch, Tree, rows, tree
from assistant.present.tree.svg import SMALL, WIDE, Sheet, lines, svg, width
from assistant.present.writer import Writer
from tests.present.conftest import LANGUAGES
from tests.xml import SVG, parsed


def trees(library: Library, words: Words) -> Iterator[Tree]:
    """The tree of every question."""
    for policy, topic in library.topics.values():
        yield from (tree(Writer(policy, words), topic.id, aspect) for aspect in topic.aspects)


def endings(branches: tuple[Branch, ...]) -> int:
    """How many answers a tree can lead to."""
    return sum(1 if branch.ending else endings(branch.then) for branch in branches)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_branch_asks_something_and_leads_on(library: Library, words: dict[str, Words], language: str) -> None:
    for one in trees(library, words[language]):
        for _, branch in rows(one.branches):
            assert (branch.ending is None) == bool(branch.then), one
            assert len(branch.then) != 1, "a group of one rule is that rule"
            assert branch.asked or branch.ending, "a group without conditions is no branch"
            assert all(asked and "{" not in asked for asked in branch.asked)


def test_rows_stand_in_the_order_in_which_they_are_asked() -> None:
    inner = (Branch(("b",)), Branch(("c",)))
    assert [(depth, branch.asked) for depth, branch in rows((Branch(("a",), None, inner), Branch(("d",))))] == [
        (0, ("a",)), (1, ("b",)), (1, ("c",)), (0, ("d",)),
    ]  # fmt: skip


@pytest.mark.parametrize("sheet", [WIDE, SMALL])
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_picture_shows_every_rule_inside_its_edges(
    library: Library, words: dict[str, Words], language: str, sheet: Sheet
) -> None:
    for one in trees(library, words[language]):
        picture = parsed(svg(one, words[language], sheet))
        boxes = list(picture.iter(f"{SVG}rect"))
        assert len(boxes) == len(list(rows(one.branches))) + endings(one.branches)
        wide, high = float(picture.attrib["width"]), float(picture.attrib["height"])
        for box in boxes:
            assert float(box.attrib["x"]) + float(box.attrib["width"]) < wide
            assert float(box.attrib["y"]) + float(box.attrib["height"]) < high
        assert picture.attrib["aria-label"] == f"{one.title}: {one.question}"


@pytest.mark.parametrize("sheet", [WIDE, SMALL])
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_lines_of_a_picture_fit_into_their_boxes(
    library: Library, words: dict[str, Words], language: str, sheet: Sheet
) -> None:
    for one in trees(library, words[language]):
        for element in parsed(svg(one, words[language], sheet)).iter(f"{SVG}text"):
            start = float(element.attrib["x"])
            edge = sheet.asked if start < sheet.asked else sheet.width
            if element.get("class") != "word":
                assert start + width(element.text or "") * sheet.size < edge, element.text


def test_every_line_of_a_picture_leads_from_a_box_to_a_box(library: Library, words: dict[str, Words]) -> None:
    """A condition has a way down wherever something is asked after it, and none where nothing is."""
    for one in trees(library, words["en"]):
        picture = svg(one, words["en"])
        asked = [branch for _, branch in rows(one.branches) if branch.ending and branch.asked]
        assert picture.count(">Yes<") == len(asked) + sum(1 for _, branch in rows(one.branches) if branch.then)
        last = len(one.branches[-1].asked) > 0
        assert picture.count(">No<") == sum(1 for _, b in rows(one.branches) if b.asked) - last - _last_inner(one)


def _last_inner(one: Tree) -> int:
    """The last condition inside the tree's last group, where nothing is asked after either."""
    then = one.branches[-1].then
    return int(bool(then) and bool(then[-1].asked))


def test_a_picture_carries_no_style_but_its_own_and_no_markup_from_texts(
    library: Library, words: dict[str, Words]
) -> None:
    policy = library.policies["licence-desk"]
    topic = policy.topics["voucher"]
    title = type(topic.title)(topic.title.context, 'Do "I" need <it> & when?')
    loud = policy.model_copy(update={"topics": {**policy.topics, "voucher": topic.model_copy(update={"title": title})}})
    picture = svg(tree(Writer(loud, words["en"]), "voucher", ASPECTS[0]), words["en"])
    assert parsed(picture).attrib["aria-label"].startswith('Do "I" need <it> & when?')
    assert not re.search(r"\sstyle=|<script|\son\w+=", picture)


@pytest.mark.parametrize(
    ("text", "most", "broken"),
    [
        ("short", 20, ["short"]),
        ("one two three four five six", 9, ["one two three", "four five six"]),
        ("取り付けの高さが2.7mを超える", 10, ["取り付けの高さが", "2.7mを超える"]),
        ("終了しました。", 6.5, ["終了しま", "した。"]),
        ("カスタマートランジションプログラム", 9, ["カスタマートランジ", "ションプログラム"]),
        ("", 5, [""]),
    ],
)
def test_lines_break_where_a_reader_would(text: str, most: float, broken: list[str]) -> None:
    assert lines(text, most) == broken


@pytest.mark.parametrize("most", [3.0, 5.5, 8.0, 13.0])
def test_no_line_begins_with_a_closing_mark_or_ends_with_an_opening_one(most: float) -> None:
    text = "基準日が2024年11月14日（木）より前、または「システムの最終日」より後のとき（サービスセンター）"
    found = lines(text, most)
    assert "".join(found) == text
    assert not [line for line in found if line[0] in "、。」）ーョッ" or line[-1] in "「（"]
