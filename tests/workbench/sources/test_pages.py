"""PDF: pages without what stands at their edges; columns one after the other; rows where cells begin alike."""

from pathlib import Path

import pytest

from assistant.errors import Usage
from assistant.workbench.sources import remarks as said
from assistant.workbench.sources.pages import pdf_document
from tests.workbench.sources.papers import pdf
from tests.workbench.sources.pdf_pages import drawn, read
from tests.workbench.sources.samples import ENGLISH, write_document


def test_a_pdf_knows_its_pages_without_their_heads_and_feet(tmp_path: Path) -> None:
    blocks = pdf_document(write_document(tmp_path, ENGLISH, "pdf")).blocks
    assert [block.page for block in blocks] == [1] * 9 + [2] * 3


def test_pages_that_hold_no_text_and_what_is_no_pdf_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "terms.pdf"
    path.write_bytes(pdf(["", ""]))
    with pytest.raises(Usage, match="pictures of text"):
        pdf_document(path)
    path.write_bytes(b"%PDF-1.4\n")
    with pytest.raises(Usage, match="damaged"):
        pdf_document(path)


PICTURE = "q 400 0 0 400 72 300 cm BI /W 1 /H 1 /CS /G /BPC 8 ID \x7f EI Q"


@pytest.mark.parametrize(
    ("page", "sentence"),
    [
        (PICTURE, said.SCANNED),
        (f"{drawn((72, 760, 'A map:'))}\n{PICTURE}", said.DRAWN),
        (drawn((72, 760, "Terms"), (72, 700, "\ue123\ue124")), said.UNREADABLE),
        (drawn((72, 760, "\u0632\u062c\u062d\u0644\u0627")), said.RIGHT_TO_LEFT),
        (drawn((72, 760, "Hire 30"), (130, 760, "\u05e9\u05db\u05e8")), said.RIGHT_TO_LEFT),
        (drawn((72, 760, "\ufeb0\ufea0\ufea4\ufedf\ufe8d")), said.RIGHT_TO_LEFT),
        (drawn((72, 760, "\u06cc\u0647 30")), said.RIGHT_TO_LEFT),
    ],
)
def test_what_is_no_text_is_said_with_its_page(page: str, sentence: str, tmp_path: Path) -> None:
    found = read(tmp_path, drawn((72, 760, "First.")), page, drawn((72, 400, "Last.")))
    assert [(one.sentence, one.place) for one in found.remarks] == [(sentence, 2)]


@pytest.mark.parametrize("turned", ["0 1 -1 0", "-1 0 0 -1", "0 -1 1 0"])
def test_text_that_is_turned_is_read_after_the_rest(turned: str, tmp_path: Path) -> None:
    side = drawn((300, 400, "Only for"), turned=turned) + "\n" + drawn((300, 300, "members"), turned=turned)
    found = read(tmp_path, f"{side}\n{drawn((72, 760, 'Terms.'))}")
    assert found.blocks[0].text == "Terms."
    assert {word for block in found.blocks[1:] for word in block.text.split()} == {"Only", "for", "members"}
    assert [one.sentence for one in found.remarks] == [said.TURNED]


@pytest.mark.parametrize(
    ("texts", "found"),
    [
        (drawn((72, 700, "after 30")) + drawn((112, 704, "1"), size=6) + drawn((119, 700, "days")), "after 30^1 days"),
        (drawn((72, 700, "10 m")) + drawn((92, 704, "2"), size=6), "10 m^2"),
        (drawn((72, 700, "the o\ufb03ce")), "the office"),
        (drawn((72, 700, "return the bicycle with all that belongs to it in re\u00ad"), (72, 688, "turn")),
         "return the bicycle with all that belongs to it in return"),
    ],
)  # fmt: skip
def test_small_signs_ligatures_and_hyphens(texts: str, found: str, tmp_path: Path) -> None:
    assert [block.text for block in read(tmp_path, texts).blocks] == [found]


def test_heads_and_feet_are_said_and_not_read_where_left_and_right_pages_differ(tmp_path: Path) -> None:
    pages = [
        drawn((72 + 300 * (at % 2), 800, f"{at} Terms" if at % 2 else f"Hire {at}"), (72, 700, f"Clause {'abcd'[at]}."))
        for at in range(4)
    ]
    found = read(tmp_path, *pages)
    assert [block.text for block in found.blocks] == [f"Clause {sign}." for sign in "abcd"]
    assert [(one.sentence, one.place, one.text) for one in found.remarks] == [
        (said.EDGES, 1, "Hire 0"), (said.EDGES, 2, "1 Terms"), (said.EDGES, 3, "Hire 2"), (said.EDGES, 4, "3 Terms"),
    ]  # fmt: skip
