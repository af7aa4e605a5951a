"""Everything that is wrong in content and catalogues."""

from functools import partial

from assistant.decide import Answer
from assistant.errors import Fault
from assistant.i18n.language import offered
from assistant.i18n.load import languages, load_words
from assistant.i18n.words import Words
from assistant.library.editions import check_editions
from assistant.loading import read_content
from assistant.model.policy import Library, Policy
from assistant.present import answer_view
from assistant.present.views import AnswerView
from assistant.settings import PACKAGE, Settings
from assistant.workbench.catalogues.checks import check_locales
from assistant.workbench.check import check_language, check_parity, check_policy


def faults_of(known: Settings) -> tuple[Library, list[Fault]]:
    """
    Everything that is wrong in content and catalogues: every path walked, every text checked, every answer rendered in
    every language.

    Raises:
        ContentError: the content cannot be read.
    """
    library = read_content(known)
    spoken = {lang: load_words(known.locales, lang) for lang in offered(languages(known.locales))}
    faults: list[Fault] = []
    for policy in library.policies.values():
        folder, view = known.content / policy.id, partial(_view, policy)
        faults += check_policy(policy, folder)
        faults += check_language(policy, folder, spoken)
        faults += check_parity(policy, folder, spoken, view)
        faults += check_editions(folder)
    return library, [*faults, *check_locales(library, known.locales, PACKAGE)]


def _view(policy: Policy, answer: Answer, words: Words) -> AnswerView:
    return answer_view(policy, answer, words, ())
