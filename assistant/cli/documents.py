"""A document for a command that rests on one."""

from pathlib import Path

import click

from assistant.cli.terminal import Terminal
from assistant.workbench.sources.blocks import Blocks
from assistant.workbench.sources.reader import read_document
from assistant.workbench.sources.remarks import remark_lines


def read_blocks(terminal: Terminal, file: Path) -> Blocks:
    """The blocks of a document. What was not read as it stands is told beside the output."""
    document = read_document(file)
    for remark in remark_lines(file, document.remarks):
        click.echo(terminal.words.told(remark), err=True)
    return document.blocks
