"""What can be wrong with a translation so that a reader must not see it: gaps, markup, figures, hidden characters."""

import re
import unicodedata
from collections import Counter
from collections.abc import Collection, Iterator
from pathlib import Path

from polib import POEntry, POFile

from assistant.errors import Fault, Wording, told
from assistant.i18n import N_
from assistant.i18n.catalogues import place, strings
from assistant.i18n.comparison import Pair, Spellings, added, exchanged, missing
from assistant.i18n.figure_reader import FigureReader
from assistant.i18n.language import INTERFACE
from assistant.model.record import Text
from assistant.suggest import near

TAG = re.compile(r"</?[a-zA-Z!][^<>]*>|<(?=[a-zA-Z/!])")
HIDDEN = re.compile(
    "[\x00-\x1f\x7f-\x9f\xad\u0600-\u0605\u061c\u06dd\u070f\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f"
    "\ud800-\uf8ff\ufeff\ufff9-\ufffb\U000e0000-\U000e0fff\U000f0000-\U0010ffff]"
)
"""Control, format, surrogate and private characters, and line and paragraph separators."""
BREAK, JOINERS, MARKS = "\u200b", "\u200c\u200d", "\u061c\u200e\u200f"
"""Signs that part words, that part or join letters, and that give direction."""
JOINING = (
    "ARABIC",
    "SYRIAC",
    "MONGOLIAN",
    "NKO",
    "DEVANAGARI",
    "BENGALI",
    "GURMUKHI",
    "GUJARATI",
    "ORIYA",
    "TAMIL",
    "TELUGU",
    "KANNADA",
    "MALAYALAM",
    "SINHALA",
    "KHMER",
    "MYANMAR",
    "TIBETAN",
)
UNSPACED = ("THAI", "LAO", "KHMER", "MYANMAR")
"""Scripts, by the beginning of their characters' names in Unicode: with joined letters; without blanks."""
BRACE = re.compile(r"[{}｛｝]")
ACCEPTED = re.compile(r"^accepted:(.*)$", re.MULTILINE)
"""A line of a translator's comment: figures that are right though they are not the source's, separated by commas."""
SAME = "same"
"""What such a comment accepts where a sentence reads the same as its source."""
KANA = re.compile("[ぁ-んァ-ヶ]")
WORD = re.compile(r"[^\W\d_]{2,}(?:-[^\W\d_]+)*")
"""With hyphens it is one word: languages that join names by them have translated them."""
QUOTED, NAME = re.compile("「[^」]*」|“[^”]*”"), re.compile(r"`[^`]*`|\S+[/@.]\w\S*")
"""What is written alike in every language: quoted; a command, an address."""
LEFT = 0.85
"""So many of its words at least stand in a sentence that nobody translated."""
NAME_LENGTH, PLACE = 3, re.compile(r"[^.]+\.source\.clauses\..+\.place")
"""What may read the same in another language: a sentence of so few words, as a name; the headings over a clause."""
FILLED = re.compile(r"^\{(\w+)\}: ([^,\n]+)", re.MULTILINE)
"""The line of a catalogue's comment that tells what will stand in a gap: up to the comma, the kind of it."""
IN_PLACE = N_("put each figure where it belongs; where it is right so, write the comment “# accepted: {figure}”")
Defect = tuple[Wording, Wording]
"""What is wrong, and how to mend it."""


def pair_of(file: POFile, language: str, spellings: Spellings) -> Pair:
    """The two languages of a catalogue."""
    head = file.metadata
    return spellings.pair(head.get("X-Source-Language", INTERFACE), language, head.get("Plural-Forms", ""))


def entry_faults(path: Path, entry: POEntry, pair: Pair) -> list[Fault]:
    """Everything that keeps one message from being shown, at the line at which it begins."""
    found: list[Defect] = []
    plural = entry.msgid_plural
    for form, said in enumerate(strings(entry)):
        if plural and said:
            found += plural_defects(entry.msgid, plural, said, {"count"} if form in pair.alone else ())
        elif not plural:
            found += defects(entry.msgid, said, pair, accepted(entry.tcomment))
            found += _moved(entry)
        if said and SAME not in accepted(entry.tcomment) and not PLACE.match(entry.msgctxt or ""):
            found += _left(plural if plural and form else entry.msgid, said)
    return [Fault(*place(path, entry), *defect) for defect in dict.fromkeys(found)]


def _moved(entry: POEntry) -> Iterator[Defect]:
    """Gaps of one kind, two days, that have changed places, by what the comment says will stand in them."""
    of = dict(FILLED.findall(entry.comment)) if entry.msgid.count("{") > 1 else {}
    for kind in dict.fromkeys(of.values()):
        ours, theirs = (
            [f"{{{one}}}" for one in dict.fromkeys(Text.GAP.findall(text)) if of.get(one) == kind]
            for text in (entry.msgid, entry.msgstr)
        )
        first = next((each for each in zip(ours, theirs, strict=False) if each[0] != each[1]), None)
        moved = " ↔ ".join(first or ())
        if first and {*ours} == {*theirs} and moved not in accepted(entry.tcomment):
            yield (
                told("the figure {figure} stands elsewhere than in the source", figure=moved),
                told(IN_PLACE, figure=moved),
            )


def _left(source: str, said: str) -> Iterator[Defect]:
    """
    A text that says something and stands there as in its source, but for marks, letter case and one word of many;
    one of few words may be a name that reads the same in another language, and so may what is quoted, or an address.
    """
    if source[:1] != said[:1] and {*source.split()}.isdisjoint(said.split()):
        return  # nearly all are: counting their words takes long
    ours, theirs = (_counted(NAME.sub(" ", text)) for text in (source, QUOTED.sub(" ", said)))
    most = max(ours.total(), theirs.total())
    if (KANA.search(source) or most > NAME_LENGTH) and (ours & theirs).total() > LEFT * most:
        mend = told("translate it; where it is right so, write the comment “# accepted: {same}”", same=SAME)
        yield told("the translation is the source text itself"), mend


def _counted(text: str) -> Counter[str]:
    return Counter(WORD.findall(unicodedata.normalize("NFKC", Text.GAP.sub(" ", text)).casefold()))


def accepted(comment: str) -> frozenset[str]:
    """The figures that a translator's comment accepts."""
    return frozenset(one.strip() for line in ACCEPTED.findall(comment) for one in line.split(","))


def defects(source: str, translation: str, pair: Pair, right: Collection[str] = ()) -> Iterator[Defect]:
    """Everything that keeps a translation from being shown; the figures that are `right` are not judged."""
    yield from _gaps(gaps(source), gaps(source), translation)
    yield from _markup(source, translation)
    yield from hidden(source, translation)
    for figure, wrong, mend in _figures(pair.source, source, pair.said, translation) if pair.judged else ():
        if figure not in right:
            yield wrong, mend


def _figures(
    ours: FigureReader, source: str, theirs: FigureReader, said: str
) -> Iterator[tuple[str, Wording, Wording]]:
    wanted, there = ours.read(source), theirs.read(said)
    lacking, more = missing(wanted, there), added(wanted, there)
    for figure in lacking:
        mend = told(
            "write the same figure, in digits or in words that grammar.yaml knows: a number under `numbers: counted`, "
            "a time under `clocks: forms`; where it is right so, write the comment “# accepted: {figure}”",
            figure=figure,
        )
        yield figure, told("the figure {figure} of the source is missing", figure=figure), mend
    for figure in () if lacking else more:
        mend = told("take it out; where it is right so, write the comment “# accepted: {figure}”", figure=figure)
        yield figure, told("the figure {figure} is not in the source", figure=figure), mend
    for figure in () if lacking or more else exchanged(wanted, there):
        wrong = told("the figure {figure} stands elsewhere than in the source", figure=figure)
        yield figure, wrong, told(IN_PLACE, figure=figure)


def plural_defects(one: str, many: str, translation: str, spared: Collection[str] = ()) -> Iterator[Defect]:
    """
    The same for one form of a message with plurals, which may leave out what either English form leaves out, and the
    gaps that are `spared`.
    """
    yield from _gaps(gaps(one) & gaps(many) - {*spared}, gaps(one) | gaps(many), translation)
    yield from _markup(one + many, translation)
    yield from hidden(one + many, translation)


def hidden(allowed: str, text: str) -> Iterator[Defect]:
    """The hidden characters of a text, but for those in `allowed`, and those that its script needs where they stand."""
    found = {one[0] for one in HIDDEN.finditer(text) if not _in_its_script(text, one.start())}
    for character in sorted(found - set(allowed)):
        yield told("the hidden character {code}", code=f"U+{ord(character):04X}"), told("delete it")


def _in_its_script(text: str, at: int) -> bool:
    """Whether a joiner, or a break of words, stands behind a letter that has such, or a mark in right-to-left text."""
    if text[at] in JOINERS + BREAK:
        scripts = UNSPACED if text[at] == BREAK else JOINING
        return unicodedata.name(text[at - 1 : at] or " ", "").startswith(scripts)
    letters = {*text} - {*MARKS} if text[at] in MARKS else ()
    return any(unicodedata.bidirectional(sign) in ("R", "AL") for sign in letters)


def gaps(text: str) -> set[str]:
    """The names in braces."""
    return set(Text.GAP.findall(text))


def _gaps(needed: set[str], allowed: set[str], translation: str) -> Iterator[Defect]:
    there = gaps(translation)
    for gap in (f"{{{name}}}" for name in sorted(needed - there)):
        yield told("the gap {gap} is missing", gap=gap), told("write {gap} where its value belongs", gap=gap)
    for name in sorted(there - allowed):
        wrong, names = told("the gap {gap} is not in the source", gap=f"{{{name}}}"), allowed - there or allowed
        yield wrong, near(name, names, told("take it out"))
    if brace := BRACE.search(Text.GAP.sub("", translation)):
        yield told("a stray {brace}", brace=brace[0]), told("write gaps as in the source, with half-width braces")


def _markup(source: str, translation: str) -> Iterator[Defect]:
    for tag in sorted(set(TAG.findall(translation)) - set(TAG.findall(source))):
        yield told("the markup {tag} is not in the source", tag=tag), told("take it out: sentences are plain text")
