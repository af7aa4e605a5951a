"""`serve`: the pages and the API, or the preview of what is being written."""

import re
import signal
import socket
import sys
from collections.abc import Callable, Iterable
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import urlsplit

import click

from assistant.cli.terminal import COMMANDS, FILE, WRONG, Command, Terminal
from assistant.errors import Usage, told
from assistant.i18n import N_
from assistant.loading import load_library
from assistant.mcp import serves_tools
from assistant.settings import Settings, sites
from assistant.store import store_of

if TYPE_CHECKING:
    from assistant.web.server.door import Door

EVERYWHERE = {"0.0.0.0", "::"}  # noqa: S104 (only compared with)
"""Addresses to listen on that have no name to be asked for by."""
ELSEWHERE = N_("Links in answers lead to {address}: set POLICY_ASSISTANT_PUBLIC_URL to where people reach the pages.")
OPEN = N_("Whoever reaches {host} sees what is not published yet.")
NEAR = {"127.0.0.1", "localhost", "::1"}
"""Addresses that only this machine reaches."""


class Place(NamedTuple):
    """Where and how to serve: `worker` are the numbers of a socket and of a channel that a process was given."""

    host: str
    port: int
    drain: float
    metrics: int | None
    worker: tuple[int, int] | None
    socket: Path | None = None
    root: str = ""


def root_path(ctx: click.Context, _: click.Parameter, given: str) -> str:
    """A prefix with one slash before it and none behind. Raises `Usage` where it is none."""
    root = f"/{given.strip('/')}" if given.strip("/") else ""
    if not re.fullmatch(r"(?:/[A-Za-z0-9._~-]+)*", root):
        raise Usage(
            told("--root-path: {given} is no path.", given=given), told("Write it as {example}.", example="/help")
        )
    return root


@click.command("serve", cls=Command, help=COMMANDS["serve"])
@click.option("--host", default="127.0.0.1", help=N_("Address to listen on."))
@click.option("--port", type=click.IntRange(0, 65535), default=8000, help=N_("Port to listen on; 0 for any."))
@click.option("--socket", "file", type=FILE, help=N_("Listen on this Unix socket instead of an address."))
@click.option(
    "--root-path",
    default="",
    show_default=False,
    callback=root_path,
    help=N_("The prefix below which a proxy shows the pages, such as /help."),
)
@click.option("--workers", type=click.IntRange(1, 256), help=N_("Processes that serve together; SIGHUP renews them."))
@click.option(
    "--drain",
    type=click.FloatRange(0, 600),
    default=0,
    show_default=False,
    help=N_("Seconds to go on after SIGTERM, no longer ready, until no proxy sends anything."),
)
@click.option("--metrics", type=click.IntRange(0, 65535), help=N_("Port on which Prometheus finds /metrics."))
@click.option(
    "--preview", is_flag=True, help=N_("Show what is saved at once, with faults on top and a translators’ workshop.")
)
@click.option("--worker", type=int, nargs=2, hidden=True)
def serve(
    terminal: Terminal,
    host: str,
    port: int,
    workers: int | None,
    drain: float,
    metrics: int | None,
    preview: bool,
    worker: tuple[int, int] | None,
    file: Path | None,
    root_path: str,
) -> int:
    """Serves until it is stopped."""
    place = Place(host, port, drain, metrics, worker, file, root_path)
    check_contact(terminal.known)
    store_of(terminal.known)
    serves_tools(terminal.known)
    sites(terminal.known, "frames")
    sites(terminal.known, "api_origins")
    if preview:
        unheeded = {"--socket": file, "--root-path": root_path or None, "--workers": workers, "--metrics": metrics}
        for option in (name for name, given in unheeded.items() if given is not None):
            raise Usage(told("A preview takes no {option}.", option=option), told("Leave it out."))
        return serve_preview(terminal, place)
    return serve_together(terminal, place, workers) if workers else serve_pages(terminal, place)


def serve_pages(terminal: Terminal, place: Place) -> int:
    """Serves pages and API until it is stopped. Raises `ContentError` before it listens where content is wrong."""
    if place.worker:  # the keyboard ends it at once, without a traceback: whoever looks after it is told too
        signal.signal(signal.SIGINT, signal.SIG_DFL)
    from assistant.web.server.process import Process

    with _door(place) as door:
        place = _known(place, door)
        # Whoever reaches a socket in the file system is the proxy, and may say for whom they ask.
        trusted = "*" if door.family == socket.AF_UNIX else None
        process = Process(terminal.known, public_address(terminal.known, place), place.drain, place.root, trusted)
        if place.worker:
            process.serve_forked(door, socket.socket(fileno=place.worker[1]))
            return 0
        tell_where(terminal, place, process.policies)
        _serve_metrics(place, process.counts.series)
        process.serve(door)
    return 0


def serve_together(terminal: Terminal, place: Place, count: int) -> int:
    """The same from several processes. Raises `ContentError` before any is started where content is wrong."""
    from assistant.web.server.log import log_as_json
    from assistant.web.server.workers import Workers

    library = load_library(terminal.known)
    with _door(place) as door:
        place = _known(place, door)
        public_address(terminal.known, place)
        own = (
            "serve",
            "--host",
            place.host,
            "--port",
            str(place.port),
            "--drain",
            str(place.drain),
            "--root-path",
            place.root,
            "--worker",
        )
        workers = Workers(count, (sys.executable, "-m", "assistant", *own), door)
        workers.heed()
        tell_where(terminal, place, library.policies)
        log_as_json()
        _serve_metrics(place, workers.gather)
        return 0 if workers.run() else WRONG


def serve_preview(terminal: Terminal, place: Place) -> int:
    """
    Serves what was saved last and is good, with what is wrong on top, until it is stopped.

    Raises `Usage` where what makes an index is not installed: whoever previews changes what it is made of.
    """
    import_module("assistant.indexing")
    from assistant.web.server.serving import Serving
    from assistant.workbench.preview.application import make_preview

    hosts = ["*"] if place.host in EVERYWHERE else ["127.0.0.1", "localhost", place.host]
    with _door(place) as door:
        place = _known(place, door)
        if place.host not in NEAR:
            click.echo(terminal.words.say(OPEN, host=place.host), err=True)
        tell_where(terminal, place)
        app = make_preview(terminal.known, public_url=own_address(place), hosts=hosts)
        Serving(app, place.drain, lambda: None).listen(door)
    return 0


def _known(place: Place, door: socket.socket) -> Place:
    """The place with the port that the system chose."""
    return place if door.family == socket.AF_UNIX else place._replace(port=door.getsockname()[1])


def _door(place: Place) -> "Door":
    from assistant.web.server.door import Door
    from assistant.web.server.serving import bound, bound_file

    if place.socket and not place.worker:
        return bound_file(str(place.socket))
    return Door(fileno=place.worker[0]) if place.worker else bound(place.host, place.port)


def _serve_metrics(place: Place, gather: Callable[[], Iterable[tuple[str, str, float]]]) -> None:
    if place.metrics is not None:
        from assistant.web.server.metrics import serve_metrics

        serve_metrics(place.host, place.metrics, gather)


def own_address(place: Place) -> str:
    """Where pages are reached on this machine; the file of a socket as `unix:`."""
    if place.socket:
        return f"unix:{place.socket}"
    host = "localhost" if place.host in EVERYWHERE else f"[{place.host}]" if ":" in place.host else place.host
    return f"http://{host}:{place.port}{place.root}"


def check_contact(known: Settings) -> None:
    """Raises `Usage` where faults of the security are to be reported to what is no address."""
    given = known.security_contact
    if given is not None and not re.fullmatch(r"(?:mailto:[!-~]+@|https://)[!-~]+", given):
        raise Usage(
            told(
                "POLICY_ASSISTANT_SECURITY_CONTACT: {given} is no address that begins with mailto: or https:.",
                given=given,
            ),
            told("Write it as {example}.", example="mailto:security@example.com"),
        )


def public_address(known: Settings, place: Place) -> str:
    """Where pages are reached from outside. Raises `Usage` where it is no address of a web site."""
    given = known.public_url
    if given is None and place.socket:
        raise Usage(
            told("Where people reach the pages behind a socket, nobody has said."),
            told("Set POLICY_ASSISTANT_PUBLIC_URL, as {example}.", example="https://help.example.com"),
        )
    if given is None:
        return own_address(place)
    try:
        parts = urlsplit(given)
        sound = parts.scheme in ("http", "https") and parts.hostname and not parts.username and parts.port != 0
    except ValueError:
        sound = False
    if not sound or not re.fullmatch(r"[!-~]+", given) or set(given) & set("?#"):
        raise Usage(
            told("POLICY_ASSISTANT_PUBLIC_URL: {given} is no address of a web site.", given=given),
            told("Write it as {example}.", example="https://help.example.com"),
        )
    return given


def tell_where(terminal: Terminal, place: Place, policies: Iterable[str] = ()) -> None:
    """Says where it listens, what it serves, and where links lead that leave the pages, if nobody has said so."""
    words, address = terminal.words, own_address(place)
    click.echo(words.say("Listening on {address}", address=address), err=True)
    if served := ", ".join(policies):
        click.echo(words.say("Pages and API: {policies}. Ctrl+C ends it.", policies=served), err=True)
    if place.host in EVERYWHERE and terminal.known.public_url is None:
        click.echo(words.say(ELSEWHERE, address=address), err=True)
