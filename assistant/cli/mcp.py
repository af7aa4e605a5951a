"""`mcp`: the tools of assistants over standard input and output."""

import click

from assistant.cli.serve import ELSEWHERE, Place, public_address
from assistant.cli.terminal import COMMANDS, Command, Terminal
from assistant.mcp import check_installed

NEARBY = Place("127.0.0.1", 8000, 0, None, None)
"""Where `serve` listens if nobody says otherwise."""


@click.command("mcp", cls=Command, help=COMMANDS["mcp"])
def mcp(terminal: Terminal) -> None:
    """Serves the program that called it until its input ends. Raises `Usage` where the extra is not installed."""
    check_installed()
    # All of it is slow to import, and nothing else needs it.
    from anyio import run

    from assistant.i18n.language import offered
    from assistant.loading import (
        clock,
        earlier_editions,
        load_all_words,
        load_languages,
        load_library,
        present_editions,
    )
    from assistant.matching import load_speech
    from assistant.mcp.calls import Calls
    from assistant.mcp.server import serve_streams
    from assistant.web.frame.site import Site
    from assistant.web.server.matcher import late_matcher

    known = terminal.known
    library, address = load_library(known), public_address(known, NEARBY)
    if known.public_url is None:
        click.echo(terminal.words.say(ELSEWHERE, address=address), err=True)
    site = Site(
        library,
        load_all_words(known),
        offered(load_languages(known)),
        load_speech(known),
        clock(),
        address,
        earlier_editions(known),
        names=present_editions(known, library),
    )
    matcher = late_matcher(known, library)
    matcher.prepare()
    run(serve_streams, Calls(site, matcher))
