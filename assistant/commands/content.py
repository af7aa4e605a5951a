"""`check`: the content and the catalogues as a whole."""

import json
from collections.abc import Callable
from functools import partial

from assistant.commands.starting import all_to_dos, to_do_lines
from assistant.decide import Answer
from assistant.errors import ContentError, Fault
from assistant.i18n.faults import fault_record, say_fault
from assistant.i18n.words import Words
from assistant.library.editions import check_editions
from assistant.loading import load_all_words, load_library, load_phrases, load_terms
from assistant.model.policy import Library, Policy
from assistant.present.answer.page import answer_view
from assistant.present.views import AnswerView
from assistant.present.writer import Writer
from assistant.settings import PACKAGE, Settings
from assistant.workbench.catalogues.checks import check_locales
from assistant.workbench.check import check_language, check_parity, check_policy

Say = Callable[[str], None]


def report(faults: list[Fault], words: Words, say: Say, fine: str, as_json: bool = False) -> bool:
    """Prints every fault, then how many there are; whether there are any."""
    if as_json:
        say(json.dumps([fault_record(fault, words) for fault in faults], ensure_ascii=False, indent=2))
        return bool(faults)
    for fault in faults:
        say(say_fault(fault, words))
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
    faults: list[Fault] = []
    for policy in library.policies.values():
        folder, view = known.content / policy.id, partial(_view, policy)
        faults += check_policy(policy, folder)
        faults += check_language(policy, folder, spoken)
        faults += check_parity(policy, folder, spoken, view)
        faults += check_editions(folder)
    return library, [*faults, *check_locales(library, known.locales, PACKAGE)]


def _view(policy: Policy, answer: Answer, words: Words) -> AnswerView:
    return answer_view(Writer(policy, words), answer)


def check(known: Settings, words: Words, say: Say, as_json: bool = False) -> bool:
    """
    Prints everything that is wrong in content and catalogues; whether anything is.

    For people it then lists what is no fault: what is marked as to be done and, where nothing is wrong, the phrases
    that do not find their own topic.
    """
    wrong = _check(known, words, say, as_json)
    for line in () if as_json else to_do_lines(all_to_dos(known), words):
        say(line)
    return wrong


def _check(known: Settings, words: Words, say: Say, as_json: bool) -> bool:
    try:
        library, faults = faults_of(known)
    except ContentError as error:
        return report(error.faults, words, say, "", as_json)
    fine = words.say("Everything is in order. Policies: {policies}; topics: {topics}.",
                     policies=len(library.policies), topics=len(library.topics))  # fmt: skip
    wrong = report(faults, words, say, fine, as_json)
    if not wrong and not as_json:
        # Asking phrases needs a library for arrays, which no other command should wait for.
        from assistant.workbench.evaluation.left_out import left_out
        from assistant.workbench.evaluation.phrases import lost_phrases

        say(lost_phrases(left_out(load_phrases(known.locales, library), load_terms(known.locales)), words))
    return wrong
