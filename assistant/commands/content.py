"""`check`, `serve` and `i18n`: the content and the catalogues as a whole."""

import json
from collections.abc import Callable
from dataclasses import asdict
from pathlib import Path

from assistant.errors import Fault
from assistant.i18n.check import check_locales
from assistant.i18n.language import languages
from assistant.i18n.load import Words
from assistant.i18n.stats import stats as count
from assistant.i18n.sync import sync as write_catalogues
from assistant.loading import load_all_words, load_library, load_matcher, now
from assistant.settings import PACKAGE, Settings

Say = Callable[[str], None]


def _told(faults: list[Fault], words: Words, say: Say, fine: str) -> bool:
    """Prints every fault, then how many there are; whether there are any."""
    for fault in faults:
        say(str(fault))
    say(words.plural("{count} fault", "{count} faults", len(faults)) if faults else fine)
    return bool(faults)


def check(known: Settings, words: Words, say: Say) -> bool:
    """Everything that is wrong in content and catalogues; whether anything is."""
    from assistant.verify import check_library

    library = load_library(known)
    faults = [*check_library(library, known.content), *check_locales(library, known.locales, PACKAGE)]
    fine = words.say("Everything is in order: {policies} policies, {topics} topics.",
                     policies=len(library.policies), topics=len(library.topics))  # fmt: skip
    return _told(faults, words, say, fine)


def check_catalogues(known: Settings, words: Words, say: Say) -> bool:
    """Everything that is wrong in the catalogues; whether anything is."""
    faults = check_locales(load_library(known), known.locales, PACKAGE)
    return _told(faults, words, say, words.say("All translations are in order."))


def sync(known: Settings) -> list[Path]:
    """Writes the catalogues that are out of step; their paths."""
    return write_catalogues(load_library(known), known.locales, PACKAGE)


def stats(known: Settings, as_json: bool) -> str:
    """How far each catalogue has come, as a table or as JSON."""
    rows = [asdict(one) for one in count(known.locales)]
    if as_json:
        return json.dumps(rows, ensure_ascii=False, indent=2) + "\n"
    lines = [list(rows[0]) if rows else [], *([str(cell) for cell in row.values()] for row in rows)]
    return "".join("  ".join(f"{cell:<22}" for cell in line).rstrip() + "\n" for line in lines)


def serve(known: Settings, words: Words, host: str, port: int) -> None:
    """Serves pages and API until it is stopped. Raises `ContentError` before it listens where content is wrong."""
    # The web libraries are slow to import, and no other command needs them.
    import uvicorn

    from assistant.web.app import make_app

    library = load_library(known)
    app = make_app(
        library,
        load_all_words(known),
        languages(known.locales),
        now=now,
        public_url=known.public_url,
        matcher=load_matcher(known, library),
    )
    uvicorn.run(app, host=host, port=port, access_log=False, log_level="warning", server_header=False)
