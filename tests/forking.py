"""
`policy-assistant` for shells as forks of one process that has imported it: to import takes longer than most commands.

What a shell calls is `calling.py`, which hands its words, environment, folder and streams over and ends as the fork
does. A fork is alone with what it was called with, as a process that was started is.
"""

import atexit
import gc
import json
import os
import selectors
import shlex
import signal
import socket
import subprocess
import sys
from functools import cache
from importlib import import_module
from pathlib import Path
from tempfile import TemporaryDirectory

from assistant.cli import main
from assistant.cli.terminal import COMMANDS
from assistant.settings import PACKAGE
from assistant.workbench.catalogues.extraction import interface_messages

BESIDE = ("match.question", "workbench.evaluation.measurement", "workbench.faults")
"""What commands import only where they need it."""


@cache
def command() -> str:
    """What a shell calls; it lives as long as this process."""
    folder = TemporaryDirectory(prefix="forking-")
    address = f"{folder.name}/door"
    kept = {name: value for name, value in os.environ.items() if name in {"PATH", "HOME", "TMPDIR"}}
    with socket.socket(socket.AF_UNIX) as door:
        door.bind(address)
        door.listen(16)
        server = subprocess.Popen(
            [sys.executable, "-m", "tests.forking", str(door.fileno())],
            cwd=PACKAGE.parent, env={**kept, "LANG": "C.UTF-8"},
            stdin=subprocess.PIPE, stdout=subprocess.DEVNULL, pass_fds=[door.fileno()],
        )  # fmt: skip

    def end() -> None:
        server.communicate()  # it ends when its standard input does
        folder.cleanup()

    atexit.register(end)
    return shlex.join([sys.executable, "-ISE", str(Path(__file__).with_name("calling.py")), address])


def _serve(door: socket.socket) -> None:
    """Comes back in each fork that is to run what was called, and never in the process that forks."""
    for name in (*(f"cli.{name.replace('-', '_')}" for name in COMMANDS), *BESIDE):
        import_module(f"assistant.{name}")
    interface_messages(PACKAGE)
    gc.freeze()
    waiting = selectors.DefaultSelector()
    waiting.register(door, selectors.EVENT_READ)
    waiting.register(0, selectors.EVENT_READ)
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)  # nobody asks after those that watch over a fork
    while all(key.fileobj is door for key, _ in waiting.select()):
        caller, _ = door.accept()
        if not os.fork():
            signal.signal(signal.SIGCHLD, signal.SIG_DFL)
            waiting.close()
            door.close()
            return _become(caller)
        caller.close()
    os._exit(0)


def _become(caller: socket.socket) -> None:
    """Comes back in the fork, with what it was called with; the process that watches over it tells how it ended."""
    text, streams, _, _ = socket.recv_fds(caller, 1 << 20, 3)
    while more := caller.recv(1 << 20):
        text += more
    if fork := os.fork():
        _, status = os.waitpid(fork, 0)
        caller.sendall(str(os.waitstatus_to_exitcode(status)).encode())
        os._exit(0)
    caller.close()
    for number, stream in enumerate(streams):
        os.dup2(stream, number)
        os.close(stream)
    said = json.loads(text)
    sys.argv = ["policy-assistant", *said["words"]]
    os.environ.clear()
    os.environ.update(said["environment"])
    os.chdir(said["folder"])


if __name__ == "__main__":
    _serve(socket.socket(fileno=int(sys.argv[1])))
    main()
