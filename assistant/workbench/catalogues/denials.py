"""
Whether an answer says no in every language, or in none: a headline that lost its *not* promises what nobody does.

Only what says whether something is covered is judged. Elsewhere languages rightly go apart: *no later than* is *à plus
tard*, and where one says that nothing is charged, another says that it is free.
"""

import re
from collections.abc import Iterator, Mapping, Sequence

from polib import POEntry

from assistant.errors import told
from assistant.i18n.defects import Defect, accepted
from assistant.match.groups import Group, groups_of
from assistant.match.lexicon import signs_of
from assistant.model.record import Text
from assistant.parsing.grammar import Grammar, joined
from assistant.parsing.plain import plain
from assistant.parsing.written import LONGEST

JUDGED = re.compile(r".+\.topics\.[^.]+\.covered\..+\.(answer|say)")
SURE = frozenset({"denial.before", "denial.behind", "denial.wide"})
"""What denies; other words do so in some sentences, *instead of*."""
OTHERWISE = frozenset({"denial.ends", "denial.ends_farther", "denial.fine"})
"""What a denial does not reach over, and what is said of a thing that works."""


class Denials:
    """The words that deny in each language, by its grammar."""

    def __init__(self, grammars: Mapping[str, Grammar]) -> None:
        self._groups = {language: _group(grammar) for language, grammar in grammars.items()}

    def defects(self, entry: POEntry, source: str, language: str) -> Iterator[Defect]:
        """A denial of an answer in its `source` language that its translation lacks, or has alone; a headline, each."""
        judged = JUDGED.fullmatch(entry.msgctxt or "")
        if not judged or {source, language} - self._groups.keys():
            return
        ours, theirs = self._words(source, entry.msgid), self._words(language, entry.msgstr)
        fewer = len(theirs) < sum(map(bool, ours)) if judged[1] == "answer" else not theirs
        if fewer and (word := _sure(ours)):
            wrong = told("the source denies, by “{word}”, and the translation does not", word=word)
        elif not ours and judged[1] == "answer" and (word := _sure(theirs)):
            wrong = told("the translation denies, by “{word}”, and the source does not", word=word)
        else:
            return
        if word not in accepted(entry.tcomment):
            mend = told(
                "say no where the source does, in a word that stands under `denial` in grammar.yaml; where it is right "
                "so, write the comment “# accepted: {word}”",
                word=word,
            )
            yield wrong, mend

    def _words(self, language: str, text: str) -> Sequence[str]:
        """Each denial in a text, by its word where it surely is one."""
        folded = plain(Text.GAP.sub(" ", text), LONGEST)
        found = self._groups[language].spans(folded, signs_of(folded))
        return [span.word if SURE & {*paths} else "" for span, paths in found if {*paths} - OTHERWISE]


def _sure(words: Sequence[str]) -> str:
    return next(filter(None, words), "")


def _group(grammar: Grammar) -> Group:
    return groups_of(joined({"": Grammar(denial=grammar.denial)})).get("denial", Group.of({}, ()))
