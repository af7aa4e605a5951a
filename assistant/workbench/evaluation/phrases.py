"""The phrases that do not find their own topic when they are left out of the index, for those who write phrases."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from assistant.i18n.words import Words
from assistant.workbench.evaluation.left_out import LeftOut


def lost_phrases(asked: Iterable[LeftOut], words: Words) -> str:
    """They by topic and language, each with the topic that it leads to; then for each language the share that do."""
    return "\n".join(_lines(sorted(asked, key=_place), words))


def _place(one: LeftOut) -> tuple[str, str]:
    return one.id, one.phrase.language


def _lines(asked: Sequence[LeftOut], words: Words) -> Iterator[str]:
    lost = [one for one in asked if not one.found]
    if lost:
        yield ""
        yield words.say("No faults, but phrases that do not find their own topic first when they are left out:")
    for (topic, language), group in groupby(lost, key=_place):
        yield words.say("{topic}, {language}:", topic=topic, language=language)
        for one in group:
            leads_to = one.first or words.say("no topic")
            yield "  " + words.say("“{phrase}” leads to {topic}", phrase=one.phrase.text, topic=leads_to)
    yield ""
    for language in sorted({one.phrase.language for one in asked}):
        found = [one.found for one in asked if one.phrase.language == language]
        yield words.say("{language}: {share} of the phrases find their own topic first when they are left out.",
                        language=language, share=f"{100 * sum(found) / len(found):.1f} %")  # fmt: skip
