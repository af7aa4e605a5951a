"""What a server says: a line of JSON for each request on standard output, and for each trouble on standard error."""

import datetime as dt
import json
import logging
import sys
from collections.abc import Callable
from contextlib import suppress
from typing import TextIO

from assistant.web.frame.seen import Seen


class JsonLines(logging.Formatter):
    """A record as one line of JSON, however many lines its message has; with the id of the request it is about."""

    def format(self, record: logging.LogRecord) -> str:
        """The line, with its moment in UTC."""
        moment = dt.datetime.fromtimestamp(record.created, dt.UTC).isoformat(timespec="milliseconds")
        whole = {"time": moment, "level": record.levelname, "from": record.name, "message": record.getMessage()}
        if name := getattr(record, "id", ""):
            whole["id"] = name
        if record.exc_info:
            whole["trace"] = self.formatException(record.exc_info)
        return json.dumps(whole, separators=(",", ":"))


def log_as_json() -> None:
    """From now on trouble is told as JSON. What clients send that is no HTTP is no trouble of ours."""
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(JsonLines())
    logging.basicConfig(level=logging.WARNING, handlers=[handler], force=True)
    logging.getLogger("uvicorn.error").setLevel(logging.ERROR)


def telling(out: TextIO, *listeners: Callable[[Seen], None]) -> Callable[[Seen], None]:
    """Tells of each request on `out`, as long as somebody reads that, and to the listeners."""

    def tell(seen: Seen) -> None:
        for listener in listeners:
            listener(seen)
        with suppress(OSError):
            out.write(f"{seen.line()}\n")
            out.flush()

    return tell
