"""What is said of a document that was not read as it stands: each kind once, with every place."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from assistant.errors import Wording, told
from assistant.i18n import N_
from assistant.workbench.sources.blocks import Remark

STRUCK = N_("{file}: struck text does not count. Blocks: {where}")
INSERTED = N_("{file}: tracked changes; what is inserted is read as if it were accepted. Blocks: {where}")
DELETED = N_("{file}: tracked changes; what is deleted is not read. Blocks: {where}")
HIDDEN = N_("{file}: hidden text is not read. Blocks: {where}")
READINGS = N_("{file}: readings beside signs (furigana) do not count. Blocks: {where}")
FORMULAS = N_("{file}: formulas are read as signs in a line; look at them yourself. Blocks: {where}")
PICTURES = N_("{file}: pictures, charts and embedded files are not read. Blocks: {where}")
COMMENTS = N_("{file}: comments are not read. Blocks: {where}")
EDGES = N_("{file}: heads and feet of pages are not read as clauses: {where}")
CONTENTS = N_("{file}: tables of contents and menus are not read as clauses. Blocks: {where}")
FIELDS = N_("{file}: fields without a value; update the fields and save it again. Blocks: {where}")
SIGNS = N_("{file}: signs of fonts of pictures cannot be read. Blocks: {where}")
SCANNED = N_("{file}: pages without text, such as scans; make a copy with text recognition. Pages: {where}")
DRAWN = N_("{file}: pictures are not read. Pages: {where}")
ANNOTATED = N_("{file}: forms, stamps and comments that lie on pages are not read. Pages: {where}")
COLUMNS = N_("{file}: pages that are read column by column; check the order. Pages: {where}")
TURNED = N_("{file}: text that is turned is read after the rest of its page. Pages: {where}")
RIGHT_TO_LEFT = N_(
    "{file}: text from right to left cannot be read in its order from a PDF; take a DOCX or HTML file. Pages: {where}"
)
UNREADABLE = N_("{file}: signs that the file gives no meaning cannot be read. Pages: {where}")
DAMAGED = N_("{file}: the file is damaged, or its ending is not its kind. Save or send it again.")
TOO_MUCH = N_("{file}: there is more in it than can be compared. Save it in parts.")
"""Why nothing of it can be read."""
LONGEST = 40
"""Signs of a text that is quoted."""


def remark_lines(file: Path, remarks: Sequence[Remark]) -> Iterator[Wording]:
    """A sentence for each kind of remark, in the order in which the kinds come first, with every place."""
    found: dict[str, dict[str, None]] = {}
    for one in remarks:
        found.setdefault(one.sentence, {}).setdefault(_where(one))
    for sentence, places in found.items():
        yield told(sentence, file=file, where=", ".join(places))


def _where(one: Remark) -> str:
    text = " ".join(one.text.split())
    text = f"“{text if len(text) <= LONGEST else text[: LONGEST - 1] + '…'}”" if text else ""
    return " ".join(filter(None, (str(one.place) if one.place else "", text)))
