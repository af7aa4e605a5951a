"""`serve`: the pages and the API, or the preview of what is being written."""

from collections.abc import Callable

import click

from assistant.cli.terminal import COMMANDS, Command, Terminal
from assistant.i18n import N_
from assistant.i18n.language import offered
from assistant.loading import earlier_editions, load_all_words, load_languages, load_library, now
from assistant.matching import late_matcher
from assistant.settings import Settings

EVERYWHERE = {"0.0.0.0", "::"}  # noqa: S104 (only compared with)
"""Addresses to listen on that have no name to be asked for by."""


@click.command("serve", cls=Command, help=COMMANDS["serve"])
@click.option("--host", default="127.0.0.1", help=N_("Address to listen on."))
@click.option("--port", type=click.IntRange(1, 65535), default=8000, help=N_("Port to listen on."))
@click.option(
    "--preview", is_flag=True, help=N_("Show what is saved at once, with faults on top and a translators’ workshop.")
)
@click.pass_obj
def serve(terminal: Terminal, host: str, port: int, preview: bool) -> None:
    """Serves until it is stopped."""
    (serve_preview if preview else serve_pages)(terminal.known, host, port)


def serve_pages(known: Settings, host: str, port: int) -> None:
    """Serves pages and API until it is stopped. Raises `ContentError` before it listens where content is wrong."""
    from assistant.web.app import make_app

    library = load_library(known)
    app = make_app(
        library,
        load_all_words(known),
        offered(load_languages(known)),
        now=now,
        public_url=known.public_url or f"http://{host}:{port}",
        matcher=late_matcher(known, library),
        earlier=earlier_editions(known),
    )
    _listen(app, host, port)


def serve_preview(known: Settings, host: str, port: int) -> None:
    """Serves what was saved last and is good, with what is wrong on top, until it is stopped."""
    from assistant.workbench.preview.application import make_preview

    hosts = ["*"] if host in EVERYWHERE else ["127.0.0.1", "localhost", host]
    _listen(make_preview(known, public_url=f"http://{host}:{port}", hosts=hosts), host, port)


def _listen(app: Callable[..., object], host: str, port: int) -> None:
    # The web libraries are slow to import, and no other command needs them.
    import uvicorn

    uvicorn.run(app, host=host, port=port, access_log=False, log_level="warning", server_header=False, lifespan="off")
