"""Of style sheets, which plain names are not displayed on a screen."""

import pytest

from assistant.workbench.sources.elements import unseen


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
