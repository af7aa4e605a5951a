"""A small policy whose edition is frozen, and in which it, a topic, a fact and an option are renamed afterwards."""

import datetime as dt
from pathlib import Path

from assistant.content import read_policy
from assistant.library.editions import edition_path, write_edition
from assistant.library.publications import beside, written
from assistant.model.edition import Changes
from assistant.model.policy import Policy
from tests.content.conftest import FILES

RENAMED = (
    ("id: leave", "id: absence"), ("id: holiday", "id: days-off"), ("[holiday]", "[days-off]"),
    ("topic: holiday", "topic: days-off"), ("kind:", "sort:"), ("row: kind", "row: sort"), ("kind,days", "sort,days"),
    ("short: {", "brief: {"), ("[short, long]", "[brief, long]"), ("short,3", "brief,3"),
    ("sort: short", "sort: brief"),
)  # fmt: skip
ALIASES = """\
topics: {holiday: days-off}
facts: {kind: sort}
options: {sort: {short: brief}}
policies: {leave: {}}
"""


def frozen(folder: Path, **files: str) -> Policy:
    """The policy as it was, in a folder, with its edition beside it; `files` hold other texts, by their stem."""
    for name, text in FILES.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(files.get(Path(name).stem, text), "utf-8")
    policy = read_policy(folder)
    path = edition_path(folder, policy.edition)
    path.parent.mkdir(exist_ok=True)
    path.write_text(write_edition(policy, {}), "utf-8")
    told = beside(folder, "changes", path.stem)
    told.parent.mkdir(exist_ok=True)
    told.write_text(written(Changes(edition=path.stem, since=dt.date(2026, 1, 5))), "utf-8")
    return policy


def rename(folder: Path, aliases: str = ALIASES) -> Path:
    """Renames everything; the new folder, with these aliases where there are any."""
    for name in FILES:
        text = (folder / name).read_text("utf-8")
        for then, now in RENAMED:
            text = text.replace(then, now)
        (folder / name).write_text(text, "utf-8")
    (folder / "topics/holiday.yaml").rename(folder / "topics/days-off.yaml")
    if aliases:
        (folder / "aliases.yaml").write_text(aliases, "utf-8")
    return folder.rename(folder.with_name("absence"))
