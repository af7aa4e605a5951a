"""Formulas of a word processor as signs in a line: (a+b)/2, x^2. Never as figures that stand beside each other."""

import xml.etree.ElementTree as ET

FORMS = {
    "m:f": ("{}/{}", ("m:num", "m:den")), "m:sSup": ("{}^{}", ("m:e", "m:sup")), "m:sSub": ("{}_{}", ("m:e", "m:sub")),
    "m:sSubSup": ("{}_{}^{}", ("m:e", "m:sub", "m:sup")), "m:rad": ("√[{}]{}", ("m:deg", "m:e")),
    "m:nary": ("∑[{}, {}]{}", ("m:sub", "m:sup", "m:e")), "m:d": ("({})", ("m:e",)),
}  # fmt: skip
"""How a structure is written, and its parts. A sum stands for every sign that is put before a range."""


def linear(element: ET.Element) -> str:
    """The formula in a line."""
    if element.tag == "m:t":
        return element.text or ""
    if element.tag in FORMS:
        form, names = FORMS[element.tag]
        parts = ["".join(map(linear, element.findall(name))) for name in names]
        return form.format(*map(_whole, parts) if element.tag != "m:d" else parts).replace("√[]", "√")
    return "".join(map(linear, element))


def _whole(part: str) -> str:
    return part if len(part) == 1 or part.isalnum() else f"({part})" if part else ""
