"""HTML is read as a browser shows it."""

import pytest

from assistant.workbench.sources import remarks as said
from assistant.workbench.sources.markup import html_document, unseen


def test_lists_are_counted() -> None:
    page = '<ol start="3"><li>Three<li>Four<ol type="a"><li>A</ol><li>Five</ol><ul><li>None</ul>'
    assert [(block.number, block.text) for block in html_document(page).blocks] == [
        ("3.", "Three"), ("4.", "Four"), ("a.", "A"), ("5.", "Five"), ("", "None"),
    ]  # fmt: skip


def test_rows_keep_their_cells_together() -> None:
    page = "<table><tr><th>Type<th>Fee</tr><tr><td><p>City<p>bicycle<td>1,200</table>after"
    assert [(block.kind, block.text) for block in html_document(page).blocks] == [
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
    assert [(block.kind, block.level, block.text) for block in html_document(page).blocks] == found


def test_a_block_is_known_by_its_place_among_all() -> None:
    assert [(block.line, block.last) for block in html_document("<p>a<p>b<p>c").blocks] == [(1, 1), (2, 2), (3, 3)]


@pytest.mark.parametrize(
    ("page", "texts", "remarks"),
    [
        # Readings beside signs, with and without brackets for old browsers, ended or not.
        ("<p><ruby>受付<rp>(</rp><rt>うけつけ</rt><rp>)</rp></ruby>は9時", ["受付は9時"],
         [(said.READINGS, 1, "うけつけ")]),
        ("<ruby>予<rt>よ<rb>約<rt>やく</ruby>", ["予約"], [(said.READINGS, 1, "よ"), (said.READINGS, 1, "やく")]),
        ("<td><ruby>返<rt>かえ</ruby>す", ["返す"], [(said.READINGS, 1, "かえ")]),
        ("<h2><ruby>料金<rp>（</rp><rt>りょうきん</rt><rp>）</rp></ruby>表</h2>", ["料金表"],
         [(said.READINGS, 1, "りょうきん")]),
        ("<p><ruby><b>14日</b><rt>じゅうよっか</rt></ruby>前", ["14日前"], [(said.READINGS, 1, "じゅうよっか")]),
        # What is not shown.
        ("<p hidden>a<p>b", ["b"], [(said.HIDDEN, 1, "a")]),
        ("<div style='DISPLAY : none'><p>a</p>b</div><p>c", ["c"], [(said.HIDDEN, 1, "ab")]),
        ("<ul><li hidden>a<li>b</ul>", ["b"], [(said.HIDDEN, 1, "a")]),
        ("<table><tr><td style='visibility:hidden'>a<td>b<td>c</table>", ["b\tc"], [(said.HIDDEN, 1, "a")]),
        ("<style>p, .x {display:none} @media print {.y {display:none}}</style><i class='z x'>a</i><b class=y>b</b><p>c",
         ["b"], [(said.HIDDEN, 1, "a"), (said.HIDDEN, 1, "c")]),
        ("<dialog>a</dialog><dialog open>b</dialog>", ["b"], [(said.HIDDEN, 1, "a")]),
        # What can be opened is shown.
        ("<details><summary>a</summary>b</details>", ["a", "b"], []),
        # What stands raised or lowered.
        ("30<sup>1</sup> days", ["30^1 days"], []),
        ("10 m<sup>2</sup>, 1<sup>st</sup>, CO<sub>2</sub>", ["10 m^2, 1st, CO2"], []),
        ("30<sup><a href='#n'>1</a></sup>", ["30^1"], []),
        ("<td>30<small><sup>1)</sup></small>", ["30^1)"], []),
        # What is struck out.
        ("<del>30</del><ins>20</ins> days", ["20 days"], [(said.STRUCK, 1, "30")]),
        ("a<s>b</s><strike>c</strike>", ["a"], [(said.STRUCK, 1, "bc")]),
        ("a <span style='text-decoration: line-through'>b</span>", ["a"], [(said.STRUCK, 1, "b")]),
        ("<p style='TEXT-DECORATION:underline line-through red'>14</p><p>30 days", ["30 days"],
         [(said.STRUCK, 1, "14")]),
        ("<td><del><p>14</p></del><ins>30</ins> days", ["30 days"], [(said.STRUCK, 1, "14")]),
        # What is written from right to left.
        ("<p dir=rtl>\u0642\u0628\u0644 14 <bdi>SV9500</bdi> <b>\u064a\u0648\u0645</b>",
         ["\u0642\u0628\u0644 14 SV9500 \u064a\u0648\u0645"], []),
        # What is drawn, and menus.
        ("<p>a<p><img alt='A map'>b", ["a", "b"], [(said.PICTURES, 2, "A map")]),
        ("<nav>a</nav>b", ["b"], [(said.CONTENTS, 1, "a")]),
        ("a<nav><ol><li>b</ol></nav>c", ["a", "c"], [(said.CONTENTS, 2, "b")]),
    ],
)  # fmt: skip
def test_what_is_shown_is_read_and_what_is_not_is_said(
    page: str, texts: list[str], remarks: list[tuple[str, int, str]]
) -> None:
    found = html_document(page)
    assert [block.text for block in found.blocks] == texts
    assert [(one.sentence, one.place, one.text) for one in found.remarks] == remarks


@pytest.mark.parametrize(
    ("page", "numbers"),
    [
        ("<ol start=0><li>a<li>b</ol>", ["0.", "1."]),
        ("<ol start=-1><li>a<li>b</ol>", ["-1.", "0."]),
        ("<ol><li>a<li value=7>b<li>c</ol>", ["1.", "7.", "8."]),
        ("<ol reversed><li>a<li>b<li>c</ol>", ["3.", "2.", "1."]),
        ("<ol reversed start=9><li>a<li value=4>b<li>c</ol>", ["9.", "4.", "3."]),
        ("<ol type=A><li>a<li>b</ol>", ["A.", "B."]),
        ("<ol type=i start=4><li>a<li>b</ol>", ["iv.", "v."]),
        ("<ol type=I><li>a<ol><li>b</ol><li>c</ol>", ["I.", "1.", "II."]),
        ("<ol type=x><li>a</ol><ul><li>b</ul>", ["1.", ""]),
        ("<ol><li>a<li hidden>b<li>c<li style='text-decoration:line-through'>d<li>e</ol>", ["1.", "2.", "4."]),
        ("<nav><ol><li>a</ol></nav><p>b<ol><li>c<ol hidden><li>d</ol><li>e</ol>", ["", "1.", "2."]),
    ],
)
def test_lists_count_as_browsers_count(page: str, numbers: list[str]) -> None:
    assert [block.number for block in html_document(page).blocks] == numbers


@pytest.mark.parametrize(
    ("page", "found"),
    [
        ("<table><tr><td><p>One.<p>Two.</table>", [("paragraph", "One."), ("paragraph", "Two.")]),
        ("<table><tr><td>a<td>b<table><tr><td>c<td>d</table>e</table>f",
         [("row", "a\tb"), ("row", "c\td"), ("paragraph", "e"), ("paragraph", "f")]),
        ("<table><tr><td><table><tr><td>c<td>d</table></table>", [("row", "c\td")]),
        ("<p>第2条(料金)<p>1時間500円です。", [("heading", "第2条(料金)"), ("paragraph", "1時間500円です。")]),
        ("<p><b>Fees</b><p>500 yen.", [("heading", "Fees"), ("paragraph", "500 yen.")]),
        ("<pre>第1条\n 予約は14日前から。\n\n・500円</pre>",
         [("heading", "第1条"), ("paragraph", "予約は14日前から。"), ("item", "500円")]),
        ("<p>・ 500 yen<br>• 600 yen", [("item", "500 yen"), ("item", "600 yen")]),
    ],
)  # fmt: skip
def test_frames_and_headings_that_only_look_so(page: str, found: list[tuple[str, str]]) -> None:
    assert [(block.kind, block.text) for block in html_document(page).blocks] == found


@pytest.mark.parametrize(
    ("sheet", "names"),
    [
        (".a { display: none }", {".a"}),
        ("p, #b{color:red; visibility : hidden}", {"p", "#b"}),
        (".a {display: block} .b {DISPLAY:NONE}", {".b"}),
        ("/* .a {display: none} */ .b {display: none}", {".b"}),
        ("@media print { .a {display: none} .b {display: none} } .c {display: none}", {".c"}),
        ("@import 'a.css'; .a {display: none}", {".a"}),
        (".a .b {display: none} .a:hover {display: none}", set()),
        ("", set()),
    ],
)
def test_names_that_are_not_displayed(sheet: str, names: set[str]) -> None:
    assert unseen(sheet) == names
