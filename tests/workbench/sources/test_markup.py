"""HTML is read as a browser shows it."""

import pytest

from assistant.workbench.sources.markup import html_blocks


def test_lists_are_counted() -> None:
    page = '<ol start="3"><li>Three<li>Four<ol type="a"><li>A</ol><li>Five</ol><ul><li>None</ul>'
    assert [(block.number, block.text) for block in html_blocks(page)] == [
        ("3.", "Three"), ("4.", "Four"), ("a.", "A"), ("5.", "Five"), ("", "None"),
    ]  # fmt: skip


def test_rows_keep_their_cells_together() -> None:
    page = "<table><tr><th>Type<th>Fee</tr><tr><td><p>City<p>bicycle<td>1,200</table>after"
    assert [(block.kind, block.text) for block in html_blocks(page)] == [
        ("columns", "Type\tFee"), ("row", "City bicycle\t1,200"), ("paragraph", "after"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("page", "found"),
    [
        ("<h1>A</h1><h3>B</h3>c", [("heading", 1, "A"), ("heading", 3, "B"), ("paragraph", 0, "c")]),
        ("<title>t</title><nav>n</nav><script>s</script>text<style>x</style>", [("paragraph", 0, "text")]),
        ("<p>one<br>two &amp; three</p>", [("paragraph", 0, "one"), ("paragraph", 0, "two & three")]),
        ("<p>so <b>bold</b>\n and <i>so</i></p>", [("paragraph", 0, "so bold and so")]),
        ("<p>(1) counted by hand</p>", [("item", 0, "(1) counted by hand")]),
        ("<ol start='x'><li>one</ol>", [("item", 0, "one")]),
        ("<p>open <p>ended</script>", [("paragraph", 0, "open"), ("paragraph", 0, "ended")]),
        ("<hr><p> - </p>", []),
        ("<table><tr><td></table>", []),
    ],
)
def test_a_block_ends_where_a_browser_ends_it(page: str, found: list[tuple[str, int, str]]) -> None:
    assert [(block.kind, block.level, block.text) for block in html_blocks(page)] == found


def test_a_block_is_known_by_its_place_among_all() -> None:
    assert [(block.line, block.last) for block in html_blocks("<p>a<p>b<p>c")] == [(1, 1), (2, 2), (3, 3)]
