"""Terms of our own in two editions and two languages, written out in every format that is read."""

import html
from collections.abc import Callable, Sequence
from itertools import pairwise
from pathlib import Path
from typing import Literal

from tests.workbench.sources.papers import Part, as_docx, as_pdf

Format = Literal["txt", "md", "html", "docx", "pdf"]


def _parts(text: str) -> tuple[Part, ...]:
    """Lines marked as in Markdown, a row by its tabs."""
    kinds = {"#": "heading", "-": "item"}
    found = []
    for line in text.strip().splitlines():
        mark, _, rest = line.partition(" ")
        kind = kinds.get(mark, "row" if "\t" in line else "paragraph")
        found.append(Part(kind, rest if mark in kinds else line))  # type: ignore[arg-type]  # one of the four kinds
    return tuple(found)


ENGLISH = _parts("""
# 1. Booking
1.1 Bookings open 14 days before the day of hire, at noon.
1.2 A booking is held for 30 minutes after its time. Whoever comes later than that may find that the bicycle has been \
hired out to somebody else, and has no claim to another one.
# 2. Fees
A day's hire is charged as follows, with tax.
City bicycle\t1,200 yen
Electric bicycle\t2,500 yen
- Helmets are free of charge.
- Each bicycle comes with a lock.
# 3. Return
3.1 Bicycles are returned by 18:00 on the last day of hire.
3.2 Each hour after that costs 500 yen.
""")
ENGLISH_NEXT = _parts("""
# 1. Booking
1.1 Bookings open 14 days before the day of hire, at noon.
1.2 A booking is held for 20 minutes after its time. Whoever comes later than that may find that the bicycle has been \
hired out to somebody else, and has no claim to another one.
# 2. Insurance
2.1 Hire includes insurance against theft.
# 3. Fees
A day's hire is charged as follows, with tax.
City bicycle\t1,200 yen
Electric bicycle\t2,800 yen
- Helmets are free of charge.
# 4. Return
4.1 Each hour after closing costs 500 yen.
4.2 Bicycles are returned by 18:00 on the last day of hire.
""")
JAPANESE = _parts("""
# 第1条 予約
(1) 予約は、利用日の14日前の正午から受け付けます。
(2) 予約は、開始時刻から30分間お取り置きします。それを過ぎた場合は、ほかのお客様に貸し出すことがあります。
# 第2条 料金
1日の料金は次のとおりで、税を含みます。
シティサイクル\t1,200円
電動アシスト自転車\t2,500円
- ヘルメットは無料です。
# 第3条 返却
(1) 自転車は、利用最終日の18時までに返却してください。
(2) 返却が遅れた場合は、1時間につき500円を申し受けます。
""")
JAPANESE_NEXT = _parts("""
# 第1条 予約
(1) 予約は、利用日の14日前の正午から受け付けます。
(2) 予約は、開始時刻から20分間お取り置きします。それを過ぎた場合は、ほかのお客様に貸し出すことがあります。
# 第2条 料金
1日の料金は次のとおりで、税を含みます。
シティサイクル\t1,200円
電動アシスト自転車\t2,500円
- ヘルメットは無料です。
- 鍵は自転車ごとにお貸しします。
# 第3条 返却
(1) 返却が遅れた場合は、1時間につき500円を申し受けます。
""")
TERMS = {"en": (ENGLISH, ENGLISH_NEXT), "ja": (JAPANESE, JAPANESE_NEXT)}


def as_text(parts: Sequence[Part]) -> str:
    """Plain text: a blank line around all but items and rows."""
    marks = {"item": "  • ", "heading": "", "paragraph": "", "row": ""}
    lines = [f"{marks[part.kind]}{part.text}" for part in parts]
    kinds = [part.kind for part in parts]
    gaps = ["\n" if kind in {"item", "row"} and kind == below else "\n\n" for kind, below in pairwise(kinds)]
    return "".join(line + gap for line, gap in zip(lines, [*gaps, "\n"], strict=True))


def as_markdown(parts: Sequence[Part]) -> str:
    """Markdown, with `##` before headings and bars between cells."""
    marks = {"item": "- ", "heading": "## ", "paragraph": "", "row": "| "}
    return "\n\n".join(marks[kind] + text.replace("\t", " | ") for kind, text in parts) + "\n"


def as_html(parts: Sequence[Part]) -> str:
    """A page with a title, a script and a style, which are no part of the document."""
    tags = {"item": ("<ul><li>", "</li></ul>"), "heading": ("<h2>", "</h2>"), "paragraph": ("<p>", "</p>"),
            "row": ("<table><tr><td>", "</td></tr></table>")}  # fmt: skip
    body = "\n".join(
        tags[kind][0] + html.escape(text).replace("\t", "</td><td>") + tags[kind][1] for kind, text in parts
    )
    head = "<title>Terms</title><style>p { color: red }</style><script>alert('no')</script>"
    return f'<!doctype html><html><head><meta charset="utf-8">{head}</head><body>{body}</body></html>'


def _utf8(write: Callable[[Sequence[Part]], str]) -> Callable[[Sequence[Part]], bytes]:
    return lambda parts: write(parts).encode()


WRITERS: dict[Format, Callable[[Sequence[Part]], bytes]] = {
    "txt": _utf8(as_text), "md": _utf8(as_markdown), "html": _utf8(as_html), "docx": as_docx, "pdf": as_pdf,
}  # fmt: skip


def write_document(folder: Path, parts: Sequence[Part], form: Format, name: str = "terms") -> Path:
    """The document as a file of this format."""
    path = folder / f"{name}.{form}"
    path.write_bytes(WRITERS[form](parts))
    return path
