"""The words for an earlier edition: what its sentences were in each language, behind what is said today."""

from collections.abc import Mapping
from dataclasses import replace

from assistant.i18n.words import Key, Words


def former_words(words: Words, translations: Mapping[str, Mapping[Key, str]]) -> Words:
    """
    The same words, which also know these translations, by language, path and source.

    A sentence that is still the same is said as it is today, so that an improved translation is no difference.
    """
    forms = {lang: {key: (text,) for key, text in said.items()} for lang, said in translations.items()}
    return replace(
        words,
        chain=tuple(
            replace(one, messages={**forms[one.language], **one.messages}) if one.language in forms else one
            for one in words.chain
        ),
    )
