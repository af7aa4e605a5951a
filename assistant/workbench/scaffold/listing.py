"""One topic more in the list of a `policy.yaml`, of which nothing else changes."""

import re

from assistant.content.syntax import read_yaml

WRITTEN = re.compile(r"""\[|(["']?)[a-z0-9_-]+\1""")
"""The beginning of a list in brackets, or an id in one, as it is written."""


def with_topic(text: str, topic: str) -> str:
    """The text of a `policy.yaml` with one topic more at the end of its list, or as it is if it is there."""
    listed = read_yaml(text, "policy.yaml").find(("topics",))
    if topic in {item.scalar for item in listed.items or ()}:
        return text
    lines = text.splitlines(keepends=True)
    last = listed.items[-1] if listed.items else listed
    line, at = lines[last.line - 1], last.column - 1
    if lines[listed.line - 1][listed.column - 1] == "[":
        added = rf"\g<0>, {topic}" if listed.items else rf"\g<0>{topic}"
        lines[last.line - 1] = line[:at] + WRITTEN.sub(added, line[at:], count=1)
    else:
        ending = "\r\n" if line.endswith("\r\n") else "\n"
        lines[last.line - 1] = line.rstrip("\r\n") + ending
        lines.insert(last.line, f"{' ' * (listed.column - 1)}- {topic}{ending}")
    return "".join(lines)
