"""`source …`: the outline of a policy's document, what a new edition of it changes, and what rests on each clause."""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict
from pathlib import Path

import click

from assistant.cli.documents import check_documents, policy_of, present, read_blocks
from assistant.cli.review_report import Review, Reviewed, as_markdown, as_text
from assistant.cli.review_report import as_json as as_data
from assistant.cli.terminal import COMMANDS, FILE, JSON, WRONG, Group, Terminal
from assistant.errors import Usage, told
from assistant.i18n import N_
from assistant.i18n.load import languages
from assistant.i18n.words import Words
from assistant.library.sources import policy_ids
from assistant.loading import read_policy
from assistant.model.policy import Policy
from assistant.model.source import UNREAD, Quote, Quoted
from assistant.workbench.sources.alignment import Alignment, align
from assistant.workbench.sources.comparison import compare as compared
from assistant.workbench.sources.dependants import KINDS, Resting, Translations, all_resting, by_clause, lines_of
from assistant.workbench.sources.outline import OutlineFile, entries, places_of
from assistant.workbench.sources.unreviewed import record, review, unreviewed, unreviewed_lines
from assistant.workbench.sources.wording import wordings
from assistant.workbench.sources.writing import mark_document, written

source = Group("source", help=COMMANDS["source"])
POLICY = N_("The policy whose document it is.")
DOCUMENT = click.option("--document", default="", help=N_("Which of its further documents it is, by its id."))
REWRITTEN = click.option("--rewritten", is_flag=True, help=N_("It is the document, though rewritten from end to end."))


@source.command("outline", help=N_("Print the outline of a document, clause by clause, as source.yaml has it."))
@click.argument("file", type=FILE, help=N_("Text, Markdown, HTML, PDF or DOCX."))
@click.option("--policy", required=True, help=POLICY)
@click.option(
    "--earlier", type=FILE, help=N_("The document that the present outline was made from, to know changes by.")
)
@DOCUMENT
@REWRITTEN
@click.option("--write", is_flag=True, help=N_("Write it to the policy's folder."))
def outline(terminal: Terminal, file: Path, policy: str, earlier: Path | None, document: str, rewritten: bool,
            write: bool) -> None:  # fmt: skip
    """
    Prints the outline or, where it was written, what is new and gone. What rests on a changed clause, or on one that
    stands elsewhere, is then unreviewed, and what the policy says of the document is marked to be looked at.
    """
    words, now = terminal.words, present(terminal.known, policy, document)
    blocks = read_blocks(terminal, file)
    older = read_blocks(terminal, earlier) if earlier else ()
    check_documents(terminal.known, (policy, document), now, [older, blocks] if older else [blocks], rewritten)
    before = wordings(now.clauses, older)
    alignment, spoken = align(now.clauses, blocks, before), _words_of(terminal, now)
    places = places_of(align(now.clauses, older, before), spoken) if older else {}
    found = entries(blocks, alignment, now.taken, spoken)
    text = written(now.text, now.root, now.clauses, found, spoken, places, alignment.moved, alignment.gone)
    if not write:
        click.echo(text, nl=False)
    elif text == now.text:
        click.echo(words.say("{file}: is so already", file=now.path))
    else:
        differences = compared(now.clauses, blocks, older or None, now.taken, spoken).differences
        turned = alignment.changed | {one.clause for one in differences if one.change == "moved"}
        open_ = [clause.id for clause in now.clauses if clause.id in turned]
        full = f"{document}:" if document else ""
        record(terminal.known, policy, [full + one for one in open_], [full + one for one in alignment.gone])
        if any(clause.fingerprint != UNREAD for clause in now.clauses):
            mark_document(terminal.known.content / policy, document, spoken)
        now.path.parent.mkdir(exist_ok=True)
        now.path.write_text(text, "utf-8")
        click.echo("\n".join(_told(now, alignment, open_, [entry.id for entry in found if entry.new], words)))


def _told(now: OutlineFile, found: Alignment, open_: Sequence[str], new: Sequence[str], words: Words) -> Iterator[str]:
    yield words.say("{file}: written", file=now.path)
    if now.clauses:
        kept = len(now.clauses) - len(found.gone)
        yield words.plural("{count} clause keeps its id.", "{count} clauses keep their ids.", kept)
    if open_:
        clauses = ", ".join(open_)
        yield words.say("Changed or moved, and all that rests on it unreviewed: {clauses}", clauses=clauses)
    if new:
        yield words.say("New, with a gist to write: {clauses}", clauses=", ".join(new))
    if found.gone:
        yield words.say("Gone: {clauses}", clauses=", ".join(found.gone))


@source.command(
    "compare",
    help=N_(
        "List what a new edition of a document changes, and what rests on it. Exit status 1 where anything changed."
    ),
)
@click.argument(
    "files",
    nargs=-1,
    required=True,
    type=FILE,
    help=N_("The new document, or the earlier one and the new one, to see the words."),
)
@click.option("--policy", help=POLICY)
@DOCUMENT
@REWRITTEN
@click.option("--markdown", is_flag=True, help=N_("Print Markdown, a list to tick off."))
@JSON
def compare(terminal: Terminal, files: Sequence[Path], policy: str | None, document: str, rewritten: bool,
            markdown: bool, as_json: bool) -> int:  # fmt: skip
    """Prints the review. Without a name, the policy is the one whose clauses the document holds."""
    if len(files) > 2:
        raise Usage(told("Give the new document, or the earlier one and the new one."))
    words, known = terminal.words, terminal.known
    given = *older, newer = [read_blocks(terminal, file) for file in files]
    name = policy or policy_of(known, newer)
    now, one = present(known, name, document), read_policy(known, name).policies[name]
    check_documents(known, (name, document), now, given, rewritten)
    found = compared(now.clauses, newer, older[0] if older else None, now.taken, _words_of(terminal, now))
    if found.unknown and not {"changed", "gone"} & {each.change for each in found.differences}:
        raise Usage(told("The outline is that of {file}. Give the document that it was made from first, then the new "
                         "one.", file=files[-1]))  # fmt: skip
    resting, translations = by_clause(all_resting(known, one)), Translations(known, one)
    full = f"{document}:" if document else ""
    reviewed = tuple(
        Reviewed(each, (), ())
        if each.change in {"new", "renumbered"}
        else Reviewed(
            each, tuple(resting[full + each.clause]), translations.of(full + each.clause, resting[full + each.clause])
        )
        for each in found.differences
    )
    review = Review(name, found, reviewed)
    if not (policy or markdown or as_json):
        click.echo(words.say("The document is that of {policy}.", policy=name))
    shown = as_data(review) if as_json else as_markdown(review, words) if markdown else as_text(review, words)
    click.echo(shown, nl=False)
    return WRONG if reviewed else 0


@source.command("quote", help=N_("Write the document's own words, clause by clause, for a server to show beside ours."))
@click.argument("file", type=FILE, help=N_("Text, Markdown, HTML, PDF or DOCX."))
@click.option("--policy", required=True, help=POLICY)
@click.option("--to", "folder", required=True, type=FILE, help=N_("The folder that POLICY_ASSISTANT_DOCUMENTS names."))
@click.option("--address", help=N_("Where the document itself can be read."))
def quote(terminal: Terminal, file: Path, policy: str, folder: Path, address: str | None) -> int:
    """Writes the words of each clause that stands in the document; the exit status is 1 where one does not."""
    words, now = terminal.words, present(terminal.known, policy)
    found = wordings(now.clauses, read_blocks(terminal, file))
    quotes = {one.id: Quote(fingerprint=one.fingerprint, text=found[one.id]) for one in now.clauses if one.id in found}
    try:
        quoted = Quoted(language=now.about.language, address=address, clauses=quotes)
    except ValueError:
        raise Usage(told("'{given}' is no address of a web site.", given=address or "")) from None
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"{policy}.json"
    path.write_text(quoted.model_dump_json(indent=1, exclude_none=True), "utf-8")
    click.echo(words.say("{file}: written", file=path))
    lacking = [one.id for one in now.clauses if one.id not in found]
    if lacking:
        click.echo(words.say("Not in this document: {clauses}", clauses=", ".join(lacking)))
    return WRONG if lacking else 0


@source.command("review", help=N_("Say that what rests on changed clauses still holds; list what nobody has reviewed."))
@click.argument("policy", help=N_("The policy."))
@click.argument("names", nargs=-1, help=N_("What holds: its id, or a clause for all that rests on it."))
@click.option("--all", "whole", is_flag=True, help=N_("All of it holds."))
def review_changes(terminal: Terminal, policy: str, names: Sequence[str], whole: bool) -> int:
    """Prints what was reviewed, or what is unreviewed, each with its line; the exit status is 1 where something is."""
    known, words = terminal.known, terminal.words
    one = read_policy(known, policy).policies[policy]
    for held in review(known, one, names) if names or whole else ():
        click.echo(words.say("Reviewed: {what}", what=held.line_for(words)))
    left = unreviewed(known, one)
    click.echo("\n".join(unreviewed_lines(left, words)) if left else words.say("Everything is reviewed."))
    return WRONG if left else 0


@source.command("coverage", help=N_("Show what rests on each clause, and on which clauses each thing rests."))
@click.argument("policy", required=False, help=N_("The policy; all of them if left out."))
@JSON
def coverage(terminal: Terminal, policy: str | None, as_json: bool) -> None:
    """Prints both directions."""
    known = terminal.known
    names = [policy] if policy else policy_ids(known.content)
    policies = [read_policy(known, name).policies[name] for name in names]
    covered = [(one, all_resting(known, one)) for one in policies]
    if as_json:
        click.echo(json.dumps([_as_data(*each) for each in covered], ensure_ascii=False, indent=2))
    else:
        click.echo(
            "\n".join("".join(f"{line}\n" for line in _lines(*each, terminal.words)) for each in covered), nl=False
        )


def _as_data(policy: Policy, resting: tuple[Resting, ...]) -> Mapping[str, object]:
    used = by_clause(resting)
    clauses = [
        {
            "clause": clause.id,
            "place": clause.place.source,
            "left_out": clause.left_out.source if clause.left_out else None,
            "resting": [
                {"kind": one.kind, "id": one.id, "file": one.file, "line": one.line} for one in used[clause.id]
            ],
        }
        for clause in policy.outline.clauses
    ]
    return {"policy": policy.id, "clauses": clauses, "resting": [asdict(one) for one in resting]}


def _lines(policy: Policy, resting: tuple[Resting, ...], words: Words) -> Iterator[str]:
    used = by_clause(resting)
    clauses = policy.outline.clauses
    idle = [clause.id for clause in clauses if clause.id not in used and clause.left_out is None]
    yield words.say(
        "{policy}: {count} clauses; {used} used, {left_out} left out, {idle} without any use",
        policy=policy.id,
        count=len(clauses),
        used=sum(clause.id in used for clause in clauses),
        left_out=sum(clause.left_out is not None for clause in clauses),
        idle=len(idle),
    )
    yield from ("", words.say("What rests on each clause"))
    for clause in clauses:
        yield f"{clause.id} ({clause.place.source})"
        if clause.left_out:
            yield "  " + words.say("left out: {why}", why=clause.left_out.source)
        elif clause.id in idle:
            yield "  " + words.say("nothing rests on it")
        yield from (f"  {place}: {shown}" for place, shown in lines_of(used.get(clause.id, ()), words, said=False))
    yield from ("", words.say("Which clauses each thing rests on"))
    for one in resting:
        yield f"{one.file}:{one.line}: {words.say(KINDS[one.kind])} {one.id}: {', '.join(one.clauses)}"


def _words_of(terminal: Terminal, now: OutlineFile) -> Words:
    """The words of the document's own language, in which places are written; the reader's where we do not have it."""
    language = now.about.language
    return terminal.speaking(language if language in languages(terminal.known.locales) else None)
