"""
Whether a sentence says no in every language, or in none: one that lost its *not* promises what nobody does.

Where languages rightly go apart, as one says *without charge* and another *free*, a translator's comment accepts it.
"""

import re
from collections.abc import Iterator, Mapping, Sequence

from polib import POEntry

from assistant.errors import told
from assistant.i18n.catalogues import strings
from assistant.i18n.defects import Defect, accepted
from assistant.match.groups import Group, groups_of
from assistant.match.lexicon import signs_of
from assistant.model.record import Text
from assistant.parsing.grammar import Grammar, joined
from assistant.parsing.plain import plain
from assistant.parsing.written import LONGEST

HEADLINE = re.compile(r".+\.topics\.[^.]+\.covered\..+\.answer")
"""What says whether something is covered: each denial counts, and one that is added."""
SURE = frozenset({"denial.before", "denial.behind", "denial.wide"})
"""What denies; other words do so in some sentences, *instead of*."""
OTHERWISE = frozenset({"denial.ends", "denial.ends_farther", "denial.fine"})
"""What a denial does not reach over, and what is said of a thing that works."""


class Denials:
    """The words that deny in each language, by its grammar."""

    def __init__(self, grammars: Mapping[str, Grammar]) -> None:
        self._groups = {language: _group(grammar) for language, grammar in grammars.items()}

    def defects(self, entry: POEntry, source: str, language: str) -> Iterator[Defect]:
        """A denial in its `source` language that a translation lacks; of a headline each, and one that it has alone."""
        if {source, language} - self._groups.keys():
            return
        headline = HEADLINE.fullmatch(entry.msgctxt or "")
        for form, said in enumerate(strings(entry)):
            ours = self._words(source, entry.msgid_plural if form else entry.msgid)
            theirs, wanted = self._words(language, said), sum(map(bool, ours)) if headline else 1
            word, more = (next(filter(None, each), "") for each in (ours, theirs))
            if word and len(theirs) < wanted:
                wrong = told("the source denies, by “{word}”, and the translation does not", word=word)
            elif headline and not ours and (word := more):
                wrong = told("the translation denies, by “{word}”, and the source does not", word=word)
            else:
                continue
            if word not in accepted(entry.tcomment):
                mend = told(
                    "say no where the source does, in a word that stands under `denial` in grammar.yaml; where it is "
                    "right so, write the comment “# accepted: {word}”",
                    word=word,
                )
                yield wrong, mend

    def _words(self, language: str, text: str) -> Sequence[str]:
        """Each denial in a text, by its word where it surely is one."""
        folded = plain(Text.GAP.sub(" ", text), LONGEST)
        found = self._groups[language].spans(folded, signs_of(folded))
        return [span.word if SURE & {*paths} else "" for span, paths in found if {*paths} - OTHERWISE]


def _group(grammar: Grammar) -> Group:
    """What denies, and what people answer who say no; not by a letter, which is no word in a sentence."""
    no = (word for word in grammar.answers.no if word[1:])
    denial = grammar.denial.model_copy(update={"before": (*grammar.denial.before, *no)})
    return groups_of(joined({"": Grammar(denial=denial)})).get("denial", Group.of({}, ()))
