"""What tests begin with is the same: it is read once, and so is an index made of it. What they change is read anew."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from hashlib import sha256
from pathlib import Path
from typing import TypeVar

import pytest

from assistant.indexing.index import built
from assistant.match.index import Index
from assistant.match.ranking import Phrase
from assistant.match.terms import Terms
from assistant.matching import load_cues, load_terms, read_grammar
from assistant.workbench.catalogues.messages import read_kept

Made = TypeVar("Made")
MOST = 4
"""So much is kept of each kind: what was asked for last."""


@contextmanager
def read_once() -> Iterator[None]:
    """What a preview reads beside the catalogues themselves."""
    watch = "assistant.workbench.preview.watch"
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(f"{watch}.read_kept", once(read_kept, "*.po", wrong=lambda kept: any(one.faults for one in kept)))
        patch.setattr(f"{watch}.load_terms", once(load_terms, "terms.po"))
        patch.setattr(f"{watch}.load_cues", once(load_cues, "terms.po"))
        patch.setattr(f"{watch}.read_grammar", once(read_grammar))
        patch.setattr("assistant.indexing.index.built", _built_once)
        yield


def once(
    read: Callable[..., Made], *names: str, wrong: Callable[[Made], bool] = lambda found: False
) -> Callable[..., Made]:
    """
    What is read of the files of these names, of one language or of all, and of what describes the languages: with the
    same bytes once, wherever they stand. Only what is wrong with them says where that is, and is read each time.
    """
    kept: dict[object, Made] = {}

    def made(locales: Path, *language: str) -> Made:
        wanted = (f"{''.join(language) or '*'}/{name}" for name in names)
        files = sorted({path for each in ("*/*.yaml", *wanted) for path in locales.glob(each)})
        try:
            key = language, *((path.relative_to(locales), sha256(path.read_bytes()).digest()) for path in files)
        except OSError:  # what cannot be read is for `read` to say
            return read(locales, *language)
        found = kept.pop(key) if key in kept else read(locales, *language)
        return found if wrong(found) else keep(kept, key, found)

    return made


_built: dict[object, Index] = {}
"""An index holds its terms: while it is kept, no others are known by their number."""


def _built_once(phrases: Mapping[str, Sequence[Phrase]], terms: Terms | None = None) -> Index:
    key = tuple((name, *texts) for name, texts in phrases.items()), id(terms)
    return keep(_built, key, _built.pop(key) if key in _built else built(phrases, terms))


def keep(kept: dict[object, Made], key: object, found: Made) -> Made:
    """What was found, which stays, as do those that were asked for last."""
    kept[key] = found
    if len(kept) > MOST:
        del kept[next(iter(kept))]
    return found
