"""What changes from one edition to another, as plain text for a terminal and as Markdown for a pull request."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from assistant.i18n.formats import format_list
from assistant.i18n.message import width
from assistant.i18n.words import Words
from assistant.present.share.markdown import plain
from assistant.workbench.editions.changes import ChangeView, DifferenceView, LineView
from assistant.workbench.editions.difference import Reworded

MOST = 10
"""So many sentences are listed, and so many questions named; JSON has all of them."""
NOTHING = "—"


@dataclass(frozen=True, slots=True)
class ReportView:
    """Two versions as they were named, and all that changes between them, by policy; `came` and `went` are policies."""

    then: str
    now: str
    policies: tuple[DifferenceView, ...]
    came: tuple[str, ...] = ()
    went: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Style:
    """How the parts of a report are written: texts, headings of two levels, items, commands, and what was and is."""

    text: Callable[[str], str]
    heading: Callable[[int, str], Iterable[str]]
    item: Callable[[str], str]
    command: Callable[[str], Iterable[str]]
    lines: Callable[[tuple[LineView, ...], Words], Iterable[str]]


def as_text(report: ReportView, words: Words) -> str:
    """The report for a terminal; ends with a line break."""
    return _joined(_report(report, words, TEXT))


def as_markdown(report: ReportView, words: Words) -> str:
    """The report for a pull request; ends with a line break."""
    return _joined(_report(report, words, MARKDOWN))


def _joined(lines: Iterable[str]) -> str:
    """The lines, with never more than one blank one between two."""
    found: list[str] = []
    for line in lines:
        if line or (found and found[-1]):
            found.append(line)
    return "\n".join(found).rstrip("\n") + "\n"


def _report(report: ReportView, words: Words, style: Style) -> Iterator[str]:
    yield from style.heading(1, words.say("From {then} to {now}", then=report.then, now=report.now))
    for name in report.came:
        yield style.item(style.text(words.say("The policy {name} is new.", name=name)))
    for name in report.went:
        yield style.item(style.text(words.say("The policy {name} is gone.", name=name)))
    for policy in report.policies:
        yield from _policy(policy, words, style)
    if not any(policy.changes or policy.came or policy.went for policy in report.policies):
        yield ""
        yield style.text(words.say("No answer changes."))


def _policy(policy: DifferenceView, words: Words, style: Style) -> Iterator[str]:
    found = (policy.changes, policy.came, policy.went, policy.rewritten, policy.new, policy.gone)
    if not any(found):
        return
    yield from style.heading(2, words.say("{label}: {day}", label=policy.policy, day=policy.title))
    for change in policy.changes:
        yield from _change(change, words, style)
    yield from _items(words.say("New: can be asked now"), policy.came, style)
    yield from _items(words.say("Gone: can no longer be asked"), policy.went, style)
    yield from _reworded(policy, words, style)


def _change(change: ChangeView, words: Words, style: Style) -> Iterator[str]:
    ends = [change.then.text] if change.then.text == change.now.text else [change.then.text, change.now.text]
    yield from style.heading(3, " → ".join(ends))
    paths = words.plural("on {count} path", "on {count} paths", change.paths)
    kinds = format_list(change.kinds, words.language, "and")
    yield style.item(style.text(words.say("Changed: {kinds}, {paths}", kinds=kinds, paths=paths)))
    for label, text in _where(change, words):
        yield style.item(style.text(words.say("{label}: {day}", label=label, day=text)))
    yield from style.command(change.command)
    yield from style.lines(change.lines, words)


def _where(change: ChangeView, words: Words) -> Iterator[tuple[str, str]]:
    """Where the rules stand, as far as their files are at hand, and the questions that they answer."""
    if change.then.place:
        yield words.say("Then"), change.then.place
    if change.now.place:
        yield words.say("Now"), change.now.place
    named, rest = ", ".join(change.questions[:MOST]), len(change.questions) - MOST
    if rest > 0:
        named = words.plural("{named} and {count} other", "{named} and {count} others", rest, named=named)
    yield words.say("Questions"), named


def _items(heading: str, items: Iterable[str], style: Style) -> Iterator[str]:
    found = [style.item(style.text(item)) for item in items]
    if found:
        yield from style.heading(3, heading)
        yield from found


def _reworded(policy: DifferenceView, words: Words, style: Style) -> Iterator[str]:
    """The sentences that were rewritten, as far as the list is short, and how many came and went."""
    rewritten = policy.rewritten
    if not (rewritten or policy.new or policy.gone):
        return
    yield from style.heading(3, words.say("Words alone, which change no answer"))
    yield from style.lines(tuple(map(_line, rewritten[:MOST])), words)
    rest = len(rewritten) - MOST
    counts = (
        (rest, words.plural("{count} more sentence is rewritten", "{count} more sentences are rewritten", rest)),
        (policy.new, words.plural("{count} new sentence", "{count} new sentences", policy.new)),
        (policy.gone, words.plural("{count} sentence is gone", "{count} sentences are gone", policy.gone)),
    )
    yield ""
    yield from (style.item(style.text(text)) for count, text in counts if count > 0)


def _line(one: Reworded) -> LineView:
    return LineView(f"{one.path} ({one.language})", one.then or "", one.now or "")


def _text_heading(level: int, text: str) -> Iterator[str]:
    yield ""
    yield text
    if level < 3:
        yield "=-"[level - 1] * width(text)


def _text_lines(lines: tuple[LineView, ...], words: Words) -> Iterator[str]:
    for line in lines:
        if line.then == line.now:
            yield f"  {words.say('{label}: {day}', label=line.label, day=line.now)}"
        else:
            yield f"  {line.label}"
            yield f"    - {line.then or NOTHING}"
            yield f"    + {line.now or NOTHING}"


def _markdown_heading(level: int, text: str) -> Iterator[str]:
    yield from ("", f"{'#' * (level + 1)} {plain(text)}", "")


def _markdown_command(command: str) -> Iterator[str]:
    yield from ("", "```sh", command, "```", "")


def _markdown_lines(lines: tuple[LineView, ...], words: Words) -> Iterator[str]:
    if lines:
        yield from ("", f"| | {plain(words.say('Then'))} | {plain(words.say('Now'))} |", "| --- | --- | --- |")
        for line in lines:
            cells = (line.label, line.then or NOTHING, line.now or NOTHING)
            yield f"| {' | '.join(map(plain, cells))} |"


TEXT = Style(
    text=lambda text: text,
    heading=_text_heading,
    item=lambda text: f"  {text}",
    command=lambda command: (f"  {command}",),
    lines=_text_lines,
)
MARKDOWN = Style(
    text=plain,
    heading=_markdown_heading,
    item=lambda text: f"- {text}",
    command=_markdown_command,
    lines=_markdown_lines,
)
