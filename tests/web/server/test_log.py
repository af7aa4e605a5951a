"""What a server says: one line of JSON for each thing, whatever stands in it."""

import datetime as dt
import io
import json
import logging
import sys

from assistant.web.frame.seen import Seen
from assistant.web.server.log import JsonLines, telling

SEEN = Seen(dt.datetime(2026, 1, 15, tzinfo=dt.UTC), "id", "GET", "/", 200, 0.1, "")


def test_trouble_is_one_line_however_many_it_has() -> None:
    try:
        raise ValueError("first\nsecond\u2028third\x1b[31m")
    except ValueError:
        record = logging.LogRecord("here", logging.ERROR, "x.py", 1, "what %s", ("a\nb",), sys.exc_info())
    line = JsonLines().format(record)
    assert line.isascii()
    assert "\n" not in line
    told = json.loads(line)
    assert (told["level"], told["from"], told["message"]) == ("ERROR", "here", "what a\nb")
    assert "ValueError" in told["trace"]
    assert told["time"].endswith("+00:00")
    assert "id" not in told


def test_trouble_names_the_request_that_it_is_about() -> None:
    record = logging.LogRecord("here", logging.ERROR, "x.py", 1, "what", (), None)
    record.id = "0123"
    assert json.loads(JsonLines().format(record))["id"] == "0123"


def test_each_request_is_told_to_everybody() -> None:
    out, listened = io.StringIO(), list[Seen]()
    tell = telling(out, listened.append)
    tell(SEEN)
    tell(SEEN)
    assert [json.loads(line)["id"] for line in out.getvalue().splitlines()] == ["id", "id"]
    assert listened == [SEEN, SEEN]


class Closed(io.StringIO):
    """Nobody reads it."""

    def write(self, text: str) -> int:
        raise BrokenPipeError


def test_a_log_that_nobody_reads_keeps_nobody_from_an_answer() -> None:
    listened = list[Seen]()
    telling(Closed(), listened.append)(SEEN)
    assert listened == [SEEN]
