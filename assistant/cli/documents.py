"""A document for a command that rests on one, and whose it is."""

from collections.abc import Sequence
from pathlib import Path

import click

from assistant.cli.terminal import Terminal
from assistant.errors import UnknownPage, Usage, told
from assistant.library.sources import policy_ids
from assistant.model.source import UNREAD
from assistant.settings import Settings
from assistant.workbench.sources.alignment import align
from assistant.workbench.sources.blocks import Blocks
from assistant.workbench.sources.outline import OutlineFile, read_outline
from assistant.workbench.sources.reader import read_document
from assistant.workbench.sources.remarks import remark_lines
from assistant.workbench.sources.wording import unchanged, wordings


def read_blocks(terminal: Terminal, file: Path) -> Blocks:
    """The blocks of a document. What was not read as it stands is told beside the output."""
    document = read_document(file)
    for remark in remark_lines(file, document.remarks):
        click.echo(terminal.words.told(remark), err=True)
    return document.blocks


def present(known: Settings, policy: str, document: str = "") -> OutlineFile:
    """The outline of a policy's document, as it stands. Raises `UnknownPage` where there is no such policy."""
    if policy not in policy_ids(known.content):
        raise UnknownPage("policy", policy, policy_ids(known.content))
    return read_outline(known.content / policy, document)


def policy_of(known: Settings, blocks: Blocks) -> str:
    """The policy of which a document holds the most clauses, word for word."""
    held = {name: len(unchanged(present(known, name).clauses, blocks)) for name in policy_ids(known.content)}
    if not any(held.values()):
        raise Usage(told("No policy has clauses that stand in this document. Name the policy: --policy."))
    return max(held, key=lambda name: held[name])


def check_documents(
    known: Settings, named: tuple[str, str], now: OutlineFile, given: Sequence[Blocks], rewritten: bool
) -> None:
    """
    Refuses each document given, the new one last, that is better known as that of another policy, or as another
    document of it, than as what it is `named`: policy and document. And one in which hardly a clause is as it was and
    most are not found even changed, unless it is `rewritten`.
    """
    if all(one.fingerprint == UNREAD for one in now.clauses):
        return
    before = wordings(now.clauses, given[0]) if given[1:] else {}
    for blocks in given:
        own = len(unchanged(now.clauses, blocks))
        if own * 2 <= len(now.clauses):
            _check_other(known, named, own, blocks)
            found = len(align(now.clauses, blocks, before).clauses)
            if own * 10 <= len(now.clauses) and found * 2 < len(now.clauses) and not rewritten:
                wrong = told(
                    "Of the {count} clauses of {policy}, {own} stand in this document and {changed} in other words: it "
                    "is another document. If it is this one, rewritten from end to end, say --rewritten.",
                    policy=":".join(filter(None, named)),
                    count=len(now.clauses),
                    own=own,
                    changed=found - own,
                )
                raise Usage(wrong)


def _check_other(known: Settings, named: tuple[str, str], own: int, blocks: Blocks) -> None:
    for policy in policy_ids(known.content):
        documents = present(known, policy).about.documents
        for other in ((policy, one) for one in ("", *(one for one, about in documents.items() if about.held))):
            held = len(unchanged(present(known, *other).clauses, blocks))
            if other != named and held > own:
                wrong = told(
                    "This is not the document of {policy}: {own} of its clauses stand in it, and {held} of {other}.",
                    policy=":".join(filter(None, named)),
                    own=own,
                    held=held,
                    other=":".join(filter(None, other)),
                )
                raise Usage(wrong)
