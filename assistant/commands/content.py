"""`check`, `serve` and `i18n`: the content and the catalogues as a whole."""

import json
from collections.abc import Callable
from dataclasses import asdict
from functools import partial
from pathlib import Path

from assistant.content.editions import check_editions
from assistant.decide import Answer
from assistant.errors import ContentError, Fault
from assistant.i18n.check import check_locales
from assistant.i18n.language import languages
from assistant.i18n.load import Words
from assistant.i18n.stats import stats as count
from assistant.i18n.sync import sync as write_catalogues
from assistant.loading import (
    Awaited,
    earlier_editions,
    load_all_words,
    load_library,
    load_matcher,
    load_phrases,
    load_terms,
    now,
)
from assistant.model.policy import Library, Policy
from assistant.present import answer_view
from assistant.present.views import AnswerView
from assistant.settings import PACKAGE, Settings
from assistant.verify import check_library, check_parity

Say = Callable[[str], None]


def _told(faults: list[Fault], words: Words, say: Say, fine: str, as_json: bool = False) -> bool:
    """Prints every fault, then how many there are; whether there are any."""
    if as_json:
        say(json.dumps([asdict(fault) for fault in faults], ensure_ascii=False, indent=2))
        return bool(faults)
    for fault in faults:
        say(str(fault))
    say(words.plural("{count} fault", "{count} faults", len(faults)) if faults else fine)
    return bool(faults)


def faults_of(known: Settings) -> tuple[Library, list[Fault]]:
    """
    Everything that is wrong in content and catalogues: every path walked, every text checked, every answer rendered in
    every language.

    Raises:
        ContentError: the content cannot be read.
    """
    library, spoken = load_library(known), load_all_words(known)
    faults = [*check_library(library, known.content), *check_locales(library, known.locales, PACKAGE)]
    for policy in library.policies.values():
        view = partial(_view, policy)
        faults += check_parity(policy, known.content / policy.id, spoken, view)
        faults += check_editions(known.content / policy.id)
    return library, faults


def _view(policy: Policy, answer: Answer, words: Words) -> AnswerView:
    return answer_view(policy, answer, words, ())


def check(known: Settings, words: Words, say: Say, as_json: bool = False) -> bool:
    """
    Prints everything that is wrong in content and catalogues; whether anything is.

    Where nothing is, and for people, it then lists the phrases that do not find their own topic, which is no fault.
    """
    try:
        library, faults = faults_of(known)
    except ContentError as error:
        return _told(error.faults, words, say, "", as_json)
    fine = words.say("Everything is in order: {policies} policies, {topics} topics.",
                     policies=len(library.policies), topics=len(library.topics))  # fmt: skip
    wrong = _told(faults, words, say, fine, as_json)
    if not wrong and not as_json:
        # Asking phrases needs a library for arrays, which no other command should wait for.
        from assistant.commands.phrases import lost_phrases
        from assistant.match.left_out import left_out

        say(lost_phrases(left_out(load_phrases(known.locales, library), load_terms(known.locales)), words))
    return wrong


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


def serve(known: Settings, host: str, port: int) -> None:
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
        public_url=known.public_url or f"http://{host}:{port}",
        matcher=Awaited(partial(load_matcher, known, library)),
        earlier=earlier_editions(known),
    )
    uvicorn.run(app, host=host, port=port, access_log=False, log_level="warning", server_header=False)
