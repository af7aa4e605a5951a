"""
Reads PO as its tools write it, message by message: one that is broken costs nothing but itself.

polib writes our catalogues; for reading it takes some files whole for something else (`#,fuzzy`, a text on the line
below its keyword, U+2028 in a comment) and gives up at the first line that it cannot read.
"""

import re
from codecs import lookup
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from polib import POEntry, POFile

from assistant.content.syntax import not_text
from assistant.errors import Fault, Wording, told
from assistant.suggest import near, one_of

KEYWORDS = ("msgctxt", "msgid", "msgid_plural", "msgstr")
CHARSET = re.compile(rb"Content-Type:[^\n]*charset=([A-Za-z0-9_.:-]+)")
NEWLINE = re.compile("\r\n?|\n")
WORD = re.compile(r'([^\s"]+(?:\s*\[\s*\d+\s*\](?=[\s"]))?)?\s*(.*)', re.DOTALL)
USUAL = re.compile(r'(msgctxt|msgid_plural|msgid|msgstr(?:\[\d\])?|) ?("(?:[^"\\]|\\.)*")')
"""A line as most are."""
UNDECODED = re.compile("[\udc80-\udcff]")
FORM = re.compile(r"msgstr\s*\[\s*(\d+)\s*\]")
QUOTED = re.compile(r'"((?:[^"\\]|\\.)*)"\s*')
ESCAPE = re.compile(r"\\(?:x([0-9A-Fa-f]{1,2})|([0-7]{1,3})|(.))")
ESCAPES = dict(zip("abfnrtv", "\a\b\f\n\r\t\v", strict=True))
LIST = re.compile(r"[,\s]+")
SOURCE = re.compile(r"(.+?):(\d+)")
ORDER = told("a line stands out of order")
IN_ORDER = told("write msgctxt, msgid and msgstr in this order, each once; or open the file in a PO editor")


@dataclass
class _Message:
    """A message as far as it is read: comments by their sign, texts by their keyword, those of before behind a bar."""

    line: int
    comments: dict[str, list[str]] = field(default_factory=dict)
    texts: dict[str, str] = field(default_factory=dict)
    obsolete: bool = False
    broken: bool = False
    last: str = ""
    bare: int = 0
    """The line of a keyword whose text has not come yet."""
    said: bool = False
    """Its translation is there: what follows belongs to the next."""

    def lines(self, sign: str) -> str:
        return "\n".join(self.comments.get(sign, ()))

    def entry(self) -> POEntry:
        """The message as its writer has it; `linenum` is the line of its `msgid`."""
        forms = {int(name[7:-1]): text for name, text in self.texts.items() if name.startswith("msgstr[")}
        places = LIST.split(" ".join(self.comments.get(":", ())).strip())
        return POEntry(
            msgctxt=self.texts.get("msgctxt"),
            msgid=self.texts["msgid"],
            msgid_plural=self.texts.get("msgid_plural", ""),
            msgstr=self.texts.get("msgstr", ""),
            msgstr_plural=forms,
            previous_msgctxt=self.texts.get("|msgctxt"),
            previous_msgid=self.texts.get("|msgid"),
            previous_msgid_plural=self.texts.get("|msgid_plural"),
            comment=self.lines("."),
            tcomment=self.lines(" "),
            obsolete=self.obsolete,
            linenum=self.line,
            flags=list(filter(None, LIST.split(" ".join(self.comments.get(",", ())).strip()))),
            occurrences=[_place(place) for place in places if place],
        )


class _Reading:
    """The messages of a text, and what is wrong in it, line by line."""

    def __init__(self, file: str) -> None:
        self.file = file
        self.messages: list[_Message] = []
        self.faults: list[Fault] = []
        self.open: _Message | None = None

    def line(self, number: int, line: str) -> None:
        """Reads one line."""
        body = line.strip()
        if UNDECODED.search(line):
            self._undecoded(number, line)
        elif not body.startswith("#"):
            self._statement(number, body, "", obsolete=False)
        elif body.startswith("#~"):
            rest = body[2:].strip()
            self._statement(number, rest.removeprefix("|").strip(), rest[:1] if rest[:1] == "|" else "", obsolete=True)
        elif body.startswith("#|"):
            self._statement(number, body[2:].strip(), "|", obsolete=False)
        else:
            sign = body[1] if body[1:2] in {".", ":", ",", "="} else " "
            text = body[2:] if sign != " " else body[1:]
            self._begun(number).comments.setdefault("," if sign == "=" else sign, []).append(
                text[1:] if text.startswith(" ") else text
            )

    def _begun(self, number: int, obsolete: bool = False, name: str = "") -> _Message:
        """The message that a line belongs to: the next one where that before has all its texts."""
        last, begins = self.open, name in ("msgctxt", "msgid")
        over = last and ((last.said and not name.startswith("msgstr[")) or (begins and "msgid" in last.texts))
        if last is None or over or (obsolete and not last.obsolete and last.texts):
            self.end(number)
            self.open = last = _Message(number)
        last.obsolete |= obsolete
        return last

    def end(self, number: int) -> None:
        """Closes the message that is open."""
        last, self.open = self.open, None
        if last is not None and not last.broken and last.texts:
            if last.bare:
                self._wrong(last.bare, "", told("the text is not in quotes"), told("put it in double quotes"))
            elif "msgid" in last.texts and last.said:
                self.messages.append(last)
            else:
                self._wrong(number, "", ORDER, IN_ORDER)

    def _statement(self, number: int, body: str, before: str, obsolete: bool) -> None:
        if not body:
            if self.open is not None and self.open.broken:
                self.end(number)
            return
        usual = USUAL.fullmatch(body)
        parts = usual or WORD.match(body)
        word, rest = (parts[1] or "", parts[2]) if parts else ("", body)
        if not word and self.open is not None and self.open.last:
            message, name = self.open, self.open.last
        else:
            name = before + (word if usual else re.sub(r"\s", "", word))
            message = self._begun(number, obsolete, name)
        message.said |= name.startswith("msgstr")
        for wrong, mend in () if usual else _defects(word, rest):
            message.broken = True
            message.texts.setdefault(name, "")
            self._wrong(number, word, wrong, mend)
            return
        text = _unescaped(rest[1:-1]) if usual else "".join(map(_unescaped, QUOTED.findall(rest)))
        if not word:
            message.texts[name] = message.texts.get(name, "") + text
            message.bare = 0
        elif name in message.texts or (name.startswith("msgstr") and "msgid" not in message.texts):
            if not message.broken:
                self._wrong(number, word, ORDER, IN_ORDER)
            message.broken = True
        else:
            message.texts[name], message.last = text, name
            message.line = number if name == "msgid" else message.line
            message.bare = message.bare or (0 if rest else number)

    def _undecoded(self, number: int, line: str) -> None:
        if not line.lstrip().startswith("#"):
            self._begun(number).broken = True
        try:
            line.encode("utf-8", "surrogateescape").decode("utf-8")
        except UnicodeDecodeError as error:
            self.faults.append(replace(not_text(self.file, error), line=number))

    def _wrong(self, number: int, word: str, wrong: Wording, mend: Wording) -> None:
        self.faults.append(Fault(self.file, number, 1, word, wrong, mend))


def parse(data: bytes, file: str) -> tuple[POFile, list[Fault]]:
    """The catalogue that these bytes are, without the messages that cannot be read, and why not; `file` is its name."""
    reading = _Reading(file)
    lines = NEWLINE.split(_decoded(data))
    for number, line in enumerate(lines, 1):
        reading.line(number, line)
    reading.end(len(lines))
    found = POFile(wrapwidth=0)
    for message in reading.messages:
        entry = message.entry()
        if entry.msgid or entry.msgctxt is not None or entry.obsolete:
            found.append(entry)
        else:
            found.header = entry.tcomment
            pairs = (line.partition(":") for line in entry.msgstr.split("\n") if ":" in line)
            found.metadata = {name.strip(): value.strip() for name, _, value in pairs}
    return found, reading.faults


def _decoded(data: bytes) -> str:
    """Text in the charset that the header names; bytes that are none of it stand in it as surrogates."""
    named = CHARSET.search(data)
    try:
        charset = lookup(named[1].decode()).name if named else "utf-8"
    except LookupError:
        charset = "utf-8"
    return data.decode("utf-8-sig" if charset == "utf-8" else charset, "surrogateescape")


def _place(text: str) -> tuple[str, str]:
    found = SOURCE.fullmatch(text)
    return (found[1], found[2]) if found else (text, "")


def _defects(word: str, text: str) -> Iterator[tuple[Wording, Wording]]:
    if word and word not in KEYWORDS and not FORM.fullmatch(word):
        yield told("'{word}' is no keyword of a catalogue", word=word), near(word, KEYWORDS, one_of(KEYWORDS))
    elif text and not text.startswith('"'):
        yield told("the text is not in quotes"), told("put it in double quotes")
    elif (rest := QUOTED.sub("", text)) and (len(text) < 2 or not text.endswith('"') or text.endswith('\\"')):
        yield told("a quote is not closed"), told("close it with the same kind of quote")
    elif rest:
        yield told("a double quote stands inside the text"), told("write a backslash before it")


def _unescaped(text: str) -> str:
    def read(found: re.Match[str]) -> str:
        code = int(found[1], 16) if found[1] else int(found[2], 8) if found[2] else None
        return ESCAPES.get(found[3], found[3]) if code is None else chr(code)

    return ESCAPE.sub(read, text) if "\\" in text else text
