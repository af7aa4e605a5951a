"""The command line: `policy-assistant …`. Exit status 0 fine, 1 content or answer wrong, 2 called wrongly."""

import gc
import sys

SELDOM = 50_000
"""New objects after which circles are looked for: what is imported and read stays, and is most of a short command."""


def main() -> None:
    """The entry point of the installed command."""
    gc.set_threshold(SELDOM)
    # Not before: to import the rest takes most of the time.
    from assistant.cli.commands import run

    status = run()
    # All of it goes with the process: to look through it for circles first takes a fifth of a short command's time.
    gc.freeze()
    sys.exit(status)
