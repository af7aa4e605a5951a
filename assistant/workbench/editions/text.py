"""What changes from one edition to another, as plain text for a terminal and as Markdown for a pull request."""

from collections.abc import Iterator, Sequence

from assistant.i18n.formats import format_list
from assistant.i18n.width import width
from assistant.i18n.words import Words
from assistant.model.edition import Line
from assistant.present.share.writing import plain
from assistant.workbench.editions.changes import Report, Side, command, kind_texts, lines, part_text
from assistant.workbench.editions.difference import Change, Difference, Part, Reworded

MOST = 10
"""So many sentences are listed, and so many questions named; JSON has all of them."""
NOTHING = "—"


class Text:
    """How the parts of a report are written for a terminal."""

    def text(self, text: str) -> str:
        """A text so that it is read as it is."""
        return text

    def heading(self, level: int, text: str) -> Iterator[str]:
        """The name of what follows: the report, a policy (2), a change (3)."""
        yield from ("", text)
        if level < 3:
            yield "=-"[level - 1] * width(text)

    def item(self, text: str) -> str:
        """One of several."""
        return f"  {text}"

    def command(self, command: str) -> Iterator[str]:
        """What can be pasted into a terminal."""
        yield f"  {command}"

    def lines(self, lines: Sequence[Line], words: Words) -> Iterator[str]:
        """What was and what is."""
        for line in lines:
            if line.then == line.now:
                yield f"  {words.say('{label}: {value}', label=line.label, value=line.now)}"
            else:
                yield from (f"  {line.label}", f"    - {line.then or NOTHING}", f"    + {line.now or NOTHING}")


class Markdown(Text):
    """The same for a pull request."""

    def text(self, text: str) -> str:
        """A text in which nothing is markup."""
        return plain(text)

    def heading(self, level: int, text: str) -> Iterator[str]:
        """Below the title of the pull request."""
        yield from ("", f"{'#' * (level + 1)} {plain(text)}", "")

    def item(self, text: str) -> str:
        """An item of a list."""
        return f"- {plain(text)}"

    def command(self, command: str) -> Iterator[str]:
        """A block of code."""
        yield from ("", "```sh", command, "```", "")

    def lines(self, lines: Sequence[Line], words: Words) -> Iterator[str]:
        """A table."""
        if lines:
            yield from ("", f"| | {plain(words.say('Then'))} | {plain(words.say('Now'))} |", "| --- | --- | --- |")
        for line in lines:
            yield f"| {' | '.join(map(plain, (line.label, line.then or NOTHING, line.now or NOTHING)))} |"


def report_text(report: Report, words: Words, style: Text) -> str:
    """The report, with never more than one blank line between two; ends with a line break."""
    found: list[str] = []
    for line in _report(report, words, style):
        if line or (found and found[-1]):
            found.append(line)
    return "\n".join(found).rstrip("\n") + "\n"


def _report(report: Report, words: Words, style: Text) -> Iterator[str]:
    yield from style.heading(1, words.say("From {then} to {now}", then=report.then, now=report.now))
    yield from (style.item(words.say("The policy {name} is new.", name=name)) for name in report.came)
    yield from (style.item(words.say("The policy {name} is gone.", name=name)) for name in report.went)
    for found, then, now in report.differences:
        yield from _policy(found, then, now, words, style)
    if not any(found.answers for found, _, _ in report.differences):
        yield from ("", style.text(words.say("No answer changes.")))


def _policy(found: Difference, then: Side, now: Side, words: Words, style: Text) -> Iterator[str]:
    title = now.writer.text(found.now.about.title).text
    yield from style.heading(2, words.say("{label}: {value}", label=found.now.id, value=title))
    for change in found.changes:
        yield from _change(change, then, now, words, style)
    yield from _parts(words.say("New: can be asked now"), found.came, words, style)
    yield from _parts(words.say("Gone: can no longer be asked"), found.went, words, style)
    yield from _reworded(found.reworded, words, style)


def _change(change: Change, then: Side, now: Side, words: Words, style: Text) -> Iterator[str]:
    yield from style.heading(3, " → ".join(dict.fromkeys((then.told(change.then), now.told(change.now)))))
    paths = words.plural("on {count} path", "on {count} paths", change.paths)
    kinds = format_list(kind_texts(change, words), words.language, "and")
    yield style.item(words.say("Changed: {kinds}, {paths}", kinds=kinds, paths=paths))
    for label, text in _where(change, then, now, words):
        yield style.item(words.say("{label}: {value}", label=label, value=text))
    yield from style.command(command(now.writer.policy.id, change.example))
    yield from style.lines([*lines(change.example, then.writer, now.writer)], words)


def _where(change: Change, then: Side, now: Side, words: Words) -> Iterator[tuple[str, str]]:
    """Where the rules stand, as far as their files are at hand, and the questions that they answer."""
    if was := then.place(change.then):
        yield words.say("Then"), was
    if became := now.place(change.now):
        yield words.say("Now"), became
    questions = sorted(change.questions, key=lambda question: -change.questions[question])
    named, rest = ", ".join(map("/".join, questions[:MOST])), len(questions) - MOST
    if rest > 0:
        named = words.plural("{named} and {count} other", "{named} and {count} others", rest, named=named)
    yield words.say("Questions"), named


def _parts(heading: str, parts: Sequence[Part], words: Words, style: Text) -> Iterator[str]:
    if parts:
        yield from style.heading(3, heading)
        yield from (style.item(part_text(part, words)) for part in parts)


def _reworded(found: Sequence[Reworded], words: Words, style: Text) -> Iterator[str]:
    """The sentences that were rewritten, came or went, as far as the list is short, and how many more there are."""
    if not found:
        return
    said = sorted(found, key=lambda one: (one.then is None, one.now is None))
    yield from style.heading(3, words.say("Words alone, which change no answer"))
    shown = [Line(f"{one.path} ({one.language})", one.then or "", one.now or "") for one in said[:MOST]]
    yield from style.lines(shown, words)
    if (rest := len(said) - MOST) > 0:
        more = words.plural("{count} more sentence is another", "{count} more sentences are others", rest)
        yield from ("", style.item(more))
