"""What stands on top of every page: what is wrong, how far the page is translated, and the ways into the workshop."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from starlette.requests import Request

from assistant.i18n.faults import fault_record
from assistant.i18n.words import Words
from assistant.workbench.preview.query import path_of, query_of
from assistant.workbench.preview.tags import IDS, Tags
from assistant.workbench.preview.views import NAMES, Standing
from assistant.workbench.preview.watch import State

WORTH_TELLING = ("missing", "stale", "faulty", "new")


@dataclass(frozen=True, slots=True)
class Bar:
    """
    The bar of one page.

    `faults` keep the newest state from being shown, `aside` single translations; `counts` names how many sentences of
    the page are not translated, by why; the addresses are empty where the page has no such view.
    """

    faults: Sequence[Mapping[str, object]]
    aside: Sequence[Mapping[str, object]]
    counts: tuple[tuple[str, str, int], ...]
    sentences: str
    beside: str
    switch: str
    ids: bool
    waiting: bool
    """Nothing good came yet, so that there is no page to show."""

    @classmethod
    def of(cls, request: Request, state: State, words: Words, tags: Tags | None, numbers: Sequence[int]) -> "Bar":
        """The bar of the page that a request leads to, and that says the sentences of these numbers."""
        found = Counter(tags.standing(number)[1] for number in numbers if tags)
        path, query, lang = path_of(request), query_of(request), words.language.id
        here = bool(numbers) and path.startswith(f"/{lang}/")
        rest = path.removeprefix(f"/{lang}/") + query
        others = (*words.language.fallback, *tags.stage.texts.languages) if tags else ()
        other = next((one for one in others if one != lang), lang)
        ids = tags is not None and tags.ids
        switch = f"{path}{query}{'&' if query else '?'}{IDS}={'off' if ids else 'on'}"
        return cls(
            [fault_record(one, words) for one in state.faults], [fault_record(one, words) for one in state.aside],
            _counts(found, words),
            f"/{lang}/preview/{lang}/sentences/{rest}" if here else "",
            f"/{lang}/preview/beside/{lang}/{other}/{rest}" if here else "",
            switch if numbers else "", ids, tags is None,
        )  # fmt: skip


def _counts(found: Mapping[Standing, int], words: Words) -> tuple[tuple[str, str, int], ...]:
    return tuple((state, words.say(NAMES[state]), found[state]) for state in NAMES
                 if state in WORTH_TELLING and found.get(state))  # fmt: skip
