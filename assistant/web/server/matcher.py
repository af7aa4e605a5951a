"""The matcher for a server; where its index is not there, a process of its own makes that."""

import os
import signal
import sys
from collections.abc import Mapping
from functools import partial
from threading import Thread

from assistant.errors import AssistantError
from assistant.i18n.words import Words
from assistant.loading import library_folder, load_library
from assistant.match.understanding import Understands
from assistant.matching import Grammar, index_fingerprint, load_matcher
from assistant.model.policy import Library
from assistant.settings import Settings
from assistant.web.late import Late


def late_matcher(
    settings: Settings, library: Library, words: Mapping[str, Words] | None = None, grammar: Grammar | None = None
) -> Late:
    """The same for a server, made for the first question; it is slow where its index is not there."""
    held = library_folder(settings).holds("index", index_fingerprint(settings, library, grammar))
    make = load_matcher if held else _made_apart
    return Late(partial(make, settings, library, words, grammar), slow=not held)


def _made_apart(
    settings: Settings, library: Library, words: Mapping[str, Words] | None, grammar: Grammar | None
) -> Understands:
    """The matcher, whose index is made in a process of its own, which takes its time and its memory with it."""
    # Seldom needed, and slow to import.
    from multiprocessing import get_context

    make = get_context("spawn").Process(target=_make_quietly, args=(settings,), daemon=True)
    make.start()
    make.join()
    # Whatever went wrong there is met here again, and said.
    return load_matcher(settings, library, words, grammar)


def _make_quietly(settings: Settings) -> None:
    end_with_parent()
    try:
        load_matcher(settings, load_library(settings))
    except (AssistantError, OSError):
        sys.exit(1)


def end_with_parent() -> None:
    """From now on this process, which another one has started, ends as that one does, however that ends."""
    from multiprocessing import parent_process

    def follow() -> None:
        if parent := parent_process():
            parent.join()
            os._exit(1)

    signal.signal(signal.SIGINT, signal.SIG_DFL)  # the keyboard ends it without a traceback
    Thread(target=follow, daemon=True).start()
