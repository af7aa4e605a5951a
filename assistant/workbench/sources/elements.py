"""The elements of HTML as browsers treat them: which break a line, end others, hide their text or strike it out."""

import re
from collections.abc import Mapping

from assistant.workbench.sources import remarks as said

HEADINGS = {f"h{level}": level for level in range(1, 7)}
LISTS = {"ol", "ul", "menu", "dir"}
BREAKS = {
    "address", "article", "aside", "blockquote", "body", "br", "caption", "dd", "details", "dialog", "div", "dl", "dt",
    "fieldset", "figcaption", "figure", "footer", "form", "header", "hr", "legend", "li", "main", "nav", "option", "p",
    "pre", "section", "summary", "table", "tr", *LISTS, *HEADINGS,
}  # fmt: skip
VOID = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr"}
CELLS, RUBY = {"td", "th"}, {"rb", "rt", "rp", "rtc"}
ENDS: Mapping[str, tuple[set[str], set[str]]] = {
    **dict.fromkeys(BREAKS - {"br", "option"}, ({"p"}, {"table", "button", *CELLS})),
    "li": ({"li", "p"}, LISTS),
    **dict.fromkeys(("dt", "dd"), ({"dt", "dd", "p"}, {"dl"})),
    **dict.fromkeys(CELLS, (CELLS, {"table", "tr"})),
    "tr": ({"tr", *CELLS}, {"table"}),
    "option": ({"option"}, {"select"}),
    **dict.fromkeys(RUBY, (RUBY, {"ruby"})),
}
"""Which open elements one that begins ends, and in which it ends none."""
SILENT = {"title", "script", "style", "template", "noscript", "rp", "datalist"}
"""What no browser shows, or shows to nobody whose browser runs scripts."""
KINDS = {"nav": said.CONTENTS, "rt": said.READINGS, "rtc": said.READINGS, "del": said.STRUCK, "s": said.STRUCK,
         "strike": said.STRUCK}  # fmt: skip
UNSHOWN = {"silent", said.HIDDEN, said.CONTENTS}
"""What becomes of elements that break no line and count in no list."""
LINED = {"pre", "textarea", "listing", "xmp"}
PICTURES = {"img", "svg", "canvas", "object", "embed", "iframe", "video", "audio", "math"}
RAISED = {"sup": "^", "sub": "_"}
UNSEEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden")
LINE_THROUGH = re.compile(r"text-decoration[a-z-]*\s*:[^;]*line-through")
AT_RULES = re.compile(r"/\*.*?\*/|@[^{};]*(?:;|\{(?:[^{}]*\{[^{}]*\})*[^{}]*\})", re.DOTALL)
RULES = re.compile(r"([^{}]*)\{([^{}]*)\}")


def unseen(sheet: str) -> set[str]:
    """The names of elements (`p`, `.class`, `#id`) that a style sheet does not display on a screen."""
    rules = RULES.findall(AT_RULES.sub("", sheet))
    hiding = (names for names, what in rules if UNSEEN.search(what.casefold()))
    return {name for names in hiding for one in names.split(",") if re.fullmatch(r"[.#]?[\w-]+", name := one.strip())}
