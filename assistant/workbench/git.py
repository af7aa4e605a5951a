"""What git knows of a folder: the one place that starts it."""

import subprocess
from pathlib import Path
from shutil import which

SECONDS = 30
"""No answer takes longer."""


def git(folder: Path, *words: str) -> bytes | None:
    """What git prints; None where there is no git, no repository, or nothing of this name."""
    program = which("git")
    if program is None:
        return None
    command = [program, "-C", str(folder), "-c", "core.quotepath=off", *words]
    try:
        return subprocess.run(command, capture_output=True, timeout=SECONDS, check=True).stdout  # noqa: S603 (no shell; what people typed is never read as an option)
    except (OSError, subprocess.SubprocessError):
        return None
