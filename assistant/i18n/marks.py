"""
Marks around what is said in another language than its page's, wherever in a sentence or a page it comes to stand.

A page that is finished has its marks turned into elements with `lang`; where no element may stand, they go.
"""

import re

BEGIN, NAMED, END = "\x0e", "\x0f", "\x06"
"""Control characters, which no content, no catalogue and no request may hold: `BEGIN language NAMED text END`."""
MARK = re.compile(f"{BEGIN}([A-Za-z0-9-]+){NAMED}|{END}")
OPEN, NUMBERED, CLOSE = "\ue000", "\ue001", "\ue002"
"""Private characters around a sentence that the preview tells by its number: `OPEN number NUMBERED text CLOSE`."""
TRACE = re.compile(f"{OPEN}([0-9]+){NUMBERED}|{CLOSE}")
BARE = re.compile(r"<(title|textarea)\b.*?</\1>|<[^>]*>", re.DOTALL)
"""Where no element may stand: in a tag, and in elements that hold only text."""


def marked(text: str, language: str) -> str:
    """The text between marks that name its language."""
    return f"{BEGIN}{language}{NAMED}{text}{END}"


def unmarked(text: str) -> str:
    """The text alone."""
    return TRACE.sub("", MARK.sub("", text))


def like(text: str, other: str) -> str:
    """A text that was taken out of another, marked as that one is."""
    begin = MARK.search(other)
    return marked(text, begin[1]) if begin else text


def with_elements(html: str) -> str:
    """HTML of ours, whose attributes hold no `>`, with elements in place of the marks."""
    if BEGIN not in html:
        return html
    html = BARE.sub(lambda bare: MARK.sub("", bare[0]), html)
    return MARK.sub(lambda mark: f'<span lang="{mark[1]}" dir="auto">' if mark[1] else "</span>", html)
