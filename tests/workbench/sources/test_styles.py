"""How a paragraph looks comes from its own settings, its style, and those below that."""

from pathlib import Path

import pytest

from tests.workbench.sources.office_parts import p, r, read
from tests.workbench.sources.papers import W

STYLES = (
    f'<w:styles {W}><w:style w:type="paragraph" w:default="1" w:styleId="N"><w:name w:val="Normal"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="見出し"><w:name w:val="heading 1"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="B"><w:basedOn w:val="見出し"/><w:rPr><w:strike/></w:rPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="O"><w:pPr><w:outlineLvl w:val="2"/></w:pPr></w:style>'
    '<w:style w:type="character" w:styleId="S"><w:rPr><w:vanish/></w:rPr></w:style></w:styles>'
)


@pytest.mark.parametrize(
    ("style", "inside", "level"),
    [
        ("見出し", r("Hire"), 1),
        ("B", r("Hire", '<w:strike w:val="false"/>'), 1),
        ("O", r("Hire"), 3),
        ("O", r("The bicycle is returned by six."), 0),
        ("N", r("第1条 予約"), 1),
        ("N", r("Hire", "<w:b/>"), 7),
        ("N", r("Hire"), 0),
    ],
)
def test_headings_are_known_by_style_and_looks(style: str, inside: str, level: int, tmp_path: Path) -> None:
    body = p(inside + r("hidden", '<w:rStyle w:val="S"/>'), f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>')
    (block,) = read(tmp_path, body, styles=STYLES).blocks
    assert (block.level, "hidden" in block.text) == (level, False)
