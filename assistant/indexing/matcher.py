"""A matcher over an index that is made for it."""

from collections.abc import Mapping, Sequence

from assistant.indexing.index import built
from assistant.match.aspect import Cues
from assistant.match.question import Matcher, Renderings
from assistant.match.ranking import Phrase
from assistant.match.terms import Terms
from assistant.match.wordings import Ignored, spellings_of, wordings_of
from assistant.model.policy import Library


def matcher_of(
    library: Library,
    phrases: Mapping[str, Sequence[Phrase]],
    rendered: Renderings | None = None,
    terms: Terms | None = None,
    cues: Cues | None = None,
    grammar: Mapping[str, Sequence[str]] | None = None,
) -> Matcher:
    """
    From search phrases by `policy/topic` (and by `out-of-scope`).

    `terms` are the names of things, `grammar` the words of all languages by path.
    """
    ignored = Ignored.of(grammar or {})
    wordings = {
        one.id: wordings_of(spellings_of(one.facts, rendered or {}), ignored) for one in library.policies.values()
    }
    return Matcher.over(library, built(phrases, terms), wordings, rendered or {}, cues or Cues({}), grammar or {})
