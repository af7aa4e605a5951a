"""The query of an address, read strictly: what cannot be read is refused, nothing is guessed, no name comes twice."""

import re
from collections.abc import Collection, Iterable, Mapping
from unicodedata import category
from urllib.parse import quote, unquote_to_bytes

from assistant.errors import AssistantError
from assistant.i18n import N_

LONGEST_ADDRESS = 8192
MOST_PARAMETERS = 60
PLAIN = {safe: re.compile(rf"[A-Za-z0-9_.~{safe}-]*") for safe in ("", ":,")}
"""What stands in an address as it is, in a name and in a value: nearly all of a page's many links."""
BROKEN = re.compile(rb"%(?![0-9A-Fa-f]{2})")
CLOSING, MEANT = frozenset({"Po", "Pe", "Pf", "Zs"}), frozenset("%/")
"""Kinds of signs that end words, a quotation or a bracket (Unicode); and those of them that say something else."""
CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f]")


class BadRequest(AssistantError):
    """A request that cannot be read: the HTTP status, what is wrong in English, and the parameter where one is."""

    def __init__(self, status: int, wrong: str, name: str = "") -> None:
        self.status, self.wrong, self.name = status, wrong, name
        super().__init__(wrong)


def read_query(path: bytes, query: bytes) -> dict[str, str]:
    """
    Every parameter by name, in the order given.

    Raises:
        BadRequest: 414 where the address is too long; 400 where it is not UTF-8, is badly encoded, holds control
            characters or too many parameters, or names one twice.
    """
    if len(path) + len(query) > LONGEST_ADDRESS:
        raise BadRequest(414, N_("This address is too long."))
    pieces = [piece for piece in query.split(b"&") if piece]
    if len(pieces) > MOST_PARAMETERS:
        raise BadRequest(400, N_("This address holds too many values."))
    _decoded(path)
    pairs: dict[str, str] = {}
    for piece in pieces:
        # A link that was copied out of a page's source has `&amp;` for each `&`; nothing of ours has such a name.
        name, _, value = (_decoded(part) for part in piece.removeprefix(b"amp;").partition(b"="))
        if name in pairs:
            raise BadRequest(400, N_("This address gives the same value twice."), name)
        pairs[name] = value
    return pairs


def own_names(given: Mapping[str, str], ours: Collection[str]) -> dict[str, str]:
    """
    What was given, by our names also where a programme on the way wrote one in capitals: `On` can only mean `on`.
    Raises `BadRequest` where one comes in both ways.
    """
    folded, named = {name.casefold(): name for name in ours}, {}
    for name, value in given.items():
        meant = name if name in ours else folded.get(name.casefold(), name)
        if meant in named:
            raise BadRequest(400, N_("This address gives the same value twice."), meant)
        named[meant] = value
    return named


def _decoded(part: bytes) -> str:
    """Percent-encoded UTF-8 as text."""
    if BROKEN.search(part):
        raise BadRequest(400, N_("What was sent is damaged and cannot be read."))
    try:
        text = unquote_to_bytes(part.replace(b"+", b" ")).decode()
    except UnicodeDecodeError:
        raise BadRequest(400, N_("What was sent is damaged and cannot be read.")) from None
    # A tab comes along when people paste from a spreadsheet.
    text = text.replace("\t", " ")
    if CONTROL.search(text):
        raise BadRequest(400, N_("This address holds characters that cannot be used."))
    return text


def unstuck(text: str) -> str:
    """The end of an address without what sticks to it where it is copied out of a sentence: nothing of ours ends so."""
    end = len(text)
    while end and (category(text[end - 1]) in CLOSING or text[end - 1] == ">") and text[end - 1] not in MEANT:
        end -= 1
    return text[:end]


def write_query(pairs: Iterable[tuple[str, str]]) -> str:
    """The one way in which we write these parameters."""
    return "&".join([f"{_quoted(name, '')}={_quoted(value, ':,')}" for name, value in pairs])


def _quoted(text: str, safe: str) -> str:
    return text if PLAIN[safe].fullmatch(text) else quote(text, safe=safe)


def address(path: str, pairs: Iterable[tuple[str, str]]) -> str:
    """A path with its query."""
    query = write_query(pairs)
    return f"{path}?{query}" if query else path
