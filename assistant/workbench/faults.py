"""
Everything that is wrong in content and catalogues, and in what an answer is in several languages: the same answer in
each, different in nothing but its words.
"""

import datetime as dt
from collections.abc import Callable, Iterator, Mapping
from dataclasses import fields, is_dataclass
from functools import cache, partial
from pathlib import Path as Folder

from assistant.decide import Answer
from assistant.errors import Fault, Wording, told
from assistant.i18n.fill import Rendered
from assistant.i18n.words import Words
from assistant.loading import load_all_words, read_content
from assistant.model.policy import Library, Policy
from assistant.model.record import Text
from assistant.present.answer.page import answer_view
from assistant.present.views import AnswerView
from assistant.present.writer import Writer
from assistant.settings import PACKAGE, Settings
from assistant.workbench.catalogues.checks import check_locales
from assistant.workbench.check.examples import check_understood
from assistant.workbench.check.outside import check_language
from assistant.workbench.check.paths import Path
from assistant.workbench.check.places import Places, Spot
from assistant.workbench.check.policy import check_policy
from assistant.workbench.check.walk import walk
from assistant.workbench.editions.links import check_claims, check_editions


def faults_of(known: Settings) -> tuple[Library, list[Fault]]:
    """
    Everything that is wrong in content and catalogues: every path walked, every text checked, every answer rendered in
    every language. Raises `ContentError` where the content cannot be read.
    """
    library, spoken = read_content(known), load_all_words(known)
    faults: list[Fault] = []
    for policy in library.policies.values():
        folder, view = known.content / policy.id, partial(_view, policy)
        faults += check_policy(policy, folder)
        here = {name: words for name, words in spoken.items() if policy.id not in words.language.without}
        faults += check_language(policy, folder, here)
        faults += check_parity(policy, folder, here, view)
        faults += check_editions(policy, folder)
    return library, [*faults, *check_claims(library), *check_locales(library, known.locales, PACKAGE)]


def misunderstood(known: Settings, library: Library) -> list[Fault]:
    """
    Questions that people ask often and that are not understood as they are meant. Only of content without other faults.
    """
    if not any(policy.asked for policy in library.policies.values()):
        return []
    # Understanding questions needs a library for arrays, for which nobody should wait who has faults to mend.
    from assistant.matching import load_matcher

    return list(check_understood(library, known.content, load_matcher(known, library), load_all_words(known)))


def _view(policy: Policy, answer: Answer, words: Words) -> AnswerView:
    noon = dt.datetime.combine(answer.on, dt.time(12), dt.UTC)
    return answer_view(Writer(policy, words), answer, noon)


Render = Callable[[Answer, Words], object]
Leaf = tuple[str, object]
SAME = frozenset(
    {
        "aspect",
        "edition",
        "fact",
        "id",
        "iso",
        "kind",
        "name",
        "on",
        "policy",
        "state",
        "tone",
        "topic",
        "verdict",
    }
)
"""Fields of a view that hold an id or a canonical value: the same in every language. Other text is words."""


def sample(policy: Policy) -> Iterator[tuple[Path, Answer]]:
    """The first path for each rule and each set of notes that it was given with."""
    for path in walk(policy).noted.values():
        if isinstance(path.outcome, Answer):
            yield path, path.outcome


def check_parity(policy: Policy, folder: Folder, languages: Mapping[str, Words], render: Render) -> list[Fault]:
    """
    Renders a sample of answers in each language, and reports what differs in anything but words, what is not
    translated, and what is empty. `render` makes a view (dataclasses, tuples, `Rendered`) of an answer.
    """
    places = cache(partial(Places.read, folder))
    found: dict[tuple[str, Wording], Fault] = {}
    for path, answer in sample(policy):
        views = {language: dict(leaves(render(answer, words))) for language, words in languages.items()}
        for language, wrong in _wrong(views):
            mend = told("complete the translation; it is shown on this path: {path}", path=path)
            found.setdefault((language, wrong), _spot(places(), answer.rule.say).fault(language, wrong, mend))
    return sorted(found.values())


def _spot(places: Places, say: Text) -> Spot:
    """Where a reason stands; one of ours is said before the first day of a policy."""
    return places.of(say) if say.source else places.key("policy.yaml", "in_force_from")


def _wrong(views: Mapping[str, Mapping[str, object]]) -> Iterator[tuple[str, Wording]]:
    """What is wrong with the views of one answer, each with the language in which it is."""
    first = next(iter(views.values()), {})
    for language, view in views.items():
        for name in sorted(first.keys() ^ view.keys()):
            yield language, told("'{name}' is not in every language", name=name)
        for name, leaf in view.items():
            other = first.get(name)
            if isinstance(leaf, Rendered):
                if leaf.lang != language:
                    yield (
                        language,
                        told(
                            "“{text}” is in {found} and not in {wanted}",
                            text=leaf.text,
                            found=leaf.lang,
                            wanted=language,
                        ),
                    )
                if not leaf.text.strip():
                    yield language, told("'{name}' is empty", name=name)
            elif name in first and leaf != other and (not isinstance(leaf, str) or name.rpartition(".")[2] in SAME):
                yield (
                    language,
                    told(
                        "'{name}' is {found} here and {other} elsewhere", name=name, found=repr(leaf), other=repr(other)
                    ),
                )


def leaves(view: object, name: str = "") -> Iterator[Leaf]:
    """Every text and value in a view by its path, and the length of every list."""
    if isinstance(view, Rendered):
        yield name, view
    elif is_dataclass(view):
        for field in fields(view):
            yield from leaves(getattr(view, field.name), f"{name}.{field.name}" if name else field.name)
    elif isinstance(view, tuple):
        yield f"{name}#", len(view)
        for place, item in enumerate(view):
            yield from leaves(item, f"{name}.{place}")
    else:
        yield name, view
