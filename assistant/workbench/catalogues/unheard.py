"""
Forms of a grammar that read nothing, because other forms win over them in all that they could read; and words that
stand twice in one list.

Each form is tried on texts that are made of it; what is taken of these is what would be taken of a question.
"""

import re
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from assistant.content.nodes import Node
from assistant.content.syntax import read_tree
from assistant.errors import Fault, Refusal, told
from assistant.match.moments import distinct
from assistant.match.relative import KINDS
from assistant.parsing.amounts import AMOUNTS, UNITS
from assistant.parsing.clocks import FORMS, RUNNING
from assistant.parsing.gaps import NAMES, SPOKEN_DAY, Gaps
from assistant.parsing.grammar import Grammar, joined
from assistant.parsing.lines import FORMS as PATTERNS
from assistant.parsing.lines import written_out
from assistant.parsing.numbers import parted
from assistant.parsing.speech import GAP, Found, Speech
from assistant.workbench.catalogues.entries import Written, written_in

NUMBERS: Mapping[str, str] = {
    "count": "3", "day": "17", "hour": "10", "hour24": "10", "minute": "30", "minutes": "20", "minutes_before": "10",
    "month_number": "11", "second": "15", "seconds": "15", "year": "2027",
}  # fmt: skip
MOST_WAYS, TRIED = 64, 8
INNERMOST = re.compile(r"([{\[])([^{}\[\]]*)[}\]]")
"""Between brackets that hold no others, what may stand there."""


def unheard(folder: Path, grammars: Mapping[str, Grammar], settled: Container[str] = ()) -> Iterator[Fault]:
    """
    A fault for each of the grammars of a folder of languages, with the form that wins. Where it takes from a language
    that is `settled` as the content is written in it, the fault is its own, and stands where its translator writes.
    """
    files = {folder / language / "grammar.yaml": grammar for language, grammar in grammars.items()}
    speech, every = Speech(joined(grammars)), [one for each in files.items() for one in written_in(*each)]
    trees = {file: read_tree(file, str(file)) for file in dict.fromkeys(one.file for one in every)}
    yield from _twice(every, trees)
    forms = [one for one in every if one.path in (*KINDS, FORMS, RUNNING, AMOUNTS)]
    for one in forms:
        if one.path == AMOUNTS:
            yield from _refused(one, speech, trees)
        elif lost := _lost(one, speech, _samples(one.form, speech.languages[one.language])):
            sample, winner = lost
            by = next((two for two in forms if (two.path, two.form) == (winner.kind, winner.form)), None)
            mend = told("take one of them out, or say what stands beside the other, as in `<!every >{weekday}`")
            wrong = told(
                "the form '{form}' reads nothing: of “{text}” the form '{winner}' ({place}) takes what it would take",
                form=one.form, text=sample, winner=winner.form,
                place=f"{by.language}/{by.file.name}:{by.fault(trees, mend, mend).line}" if by else "—",
            )  # fmt: skip
            named = by if by and one.language in settled and by.language not in settled else one
            yield named.fault(trees, wrong, mend)


def _twice(every: Iterable[Written], trees: Mapping[Path, Node]) -> Iterator[Fault]:
    """A fault for each word of which a way stands in its list already, or of which a bracket has one twice."""
    first: dict[tuple[Path, str, str], str] = {}
    for one in every:
        brackets = [ways.split("|") + [""] * (sign == "[") for sign, ways in INNERMOST.findall(one.form)]
        again = next((way for ways in brackets for way in ways if ways.count(way) > 1), None)
        lines = [one.form] if one.path in PATTERNS else written_out(one.form)
        ways = {(one.file, one.path, way): one.typed for way in lines}
        known = next((way for way in ways if way in first), None)
        if again is not None or known:
            line, other = (known[2], first[known]) if known else (again, one.typed)
            line = one.typed if line == one.form else line
            wrong = told("“{phrase}” stands in this list twice, also by “{other}”", phrase=line, other=other)
            yield one.fault(trees, wrong, told("keep one of them"))
        for way, form in ways.items():
            first.setdefault(way, form)


def _lost(one: Written, speech: Speech, samples: Iterable[str]) -> tuple[str, Found] | None:
    """A text that another form takes, and that form's finding, where none of the texts is taken by this one."""
    lost = None
    for sample in samples if not one.form.startswith("-") else ():
        every = list(speech.hear(sample).find(*((FORMS, RUNNING) if one.path in (FORMS, RUNNING) else KINDS)))
        own = [found for found in every if (found.kind, found.form) == (one.path, one.form)]
        taken = [*distinct(every), *(found for found in every if found.refused)]
        if not own and not any(found.refused for found in every):
            continue  # the text is none of its own
        if any(found[:2] == two[:2] and found.gaps == two.gaps for found in own for two in taken):
            return None  # what is taken is its own, or says the same of the same stretch
        winner = next((two for two in taken if not own or (two.start < own[0].end and own[0].start < two.end)), None)
        lost = lost or (winner and (sample, winner)) or None
    return lost


def _refused(one: Written, speech: Speech, trees: Mapping[Path, Node]) -> Iterator[Fault]:
    """A fault for a form of an amount that no field takes, whatever is written by it."""
    if re.search("^- |<(?!!)|{further}", one.form) or not re.search(r"\{(?:count|one|half)\}", one.form):
        return
    samples = list(_samples(one.form, speech.languages[one.language]))
    if samples and not any(_taken(speech, text) for text in samples):
        wrong = told("a field refuses “{text}”, which the form '{form}' is written for", text=samples[0], form=one.form)
        mend = told("say what must stand beside it, as in `<for >…`, or leave only the number and the unit")
        yield one.fault(trees, wrong, mend)


def _taken(speech: Speech, text: str) -> bool:
    try:
        _, figures, unit = parted(speech, text)
    except Refusal:
        return False
    return figures is not None and speech.named(UNITS, unit) is not None


def _samples(form: str, gaps: Gaps) -> Iterator[str]:
    """
    Texts that it is written for, with each word of its gaps, some number of them; none where the language has no word
    for one of them.
    """
    every = {name: _words(name, gaps) for name in sorted({gap[1:-1] for gap in GAP.findall(form)})}
    for at in range(min(MOST_WAYS, max(map(len, every.values()), default=1))) if all(every.values()) else ():
        yield from _filled(form, {name: words[at % len(words)] for name, words in every.items()})


def _filled(form: str, words: Mapping[str, str]) -> Sequence[str]:
    ahead, core = form[1:].split(">", 1) if form.startswith("<") else ("", form)
    core, _, behind = core.partition("<")
    beside = [_beside(ahead), core, _beside(behind.removesuffix(">"))]
    ways = written_out(GAP.sub(lambda gap: words[gap[0][1:-1]], "".join(beside)))
    return ways[:: max(1, len(ways) // TRIED)]


def _beside(context: str) -> str:
    """What must stand beside a form, as a part of it."""
    must = "" if context.startswith("!") else re.sub("[$^]", "", context)
    return f"{{{must}}}" if "|" in must else must


def _words(gap: str, gaps: Gaps) -> Sequence[str]:
    """What may stand in a gap, the most particular first."""
    if gap in NUMBERS:
        return (NUMBERS[gap],)
    if gap == SPOKEN_DAY:
        return gaps.words(f"numbers.cardinals.{NUMBERS['day']}")
    if gap in NAMES:
        return [*reversed([*gaps.of_gap(gap)])]
    return [f"3{word}" for word in gaps.words("numbers.endings")] if gap == "nth" else [f"{era}3" for era in gaps.eras]
