"""The command line: `policy-assistant …`. Exit status 0 fine, 1 content or answer wrong, 2 called wrongly."""

import gc
import os
import sys

SELDOM = 200_000
"""New objects after which circles are looked for: what is imported and read stays, and is all of a short command."""


def main() -> None:
    """The entry point of the installed command."""
    gc.set_threshold(SELDOM)
    # Nothing else that happens to be installed has a say in how policies are read; to look for it takes long, too.
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
    # Not before: to import the rest takes most of the time.
    from assistant.cli.commands import run

    status = run()
    # All of it goes with the process: to look through it for circles first takes a fifth of a short command's time.
    gc.freeze()
    sys.exit(status)
