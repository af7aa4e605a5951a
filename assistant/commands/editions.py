"""`edition`: compiled editions beside the content, so that a link keeps the answer that it was made with."""

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass
from pathlib import Path

from assistant.commands.content import faults_of
from assistant.errors import ContentError, UnknownPage
from assistant.i18n.load import languages, load_catalogue
from assistant.i18n.words import Words
from assistant.library.editions import Translations, edition_path, list_editions, write_edition
from assistant.loading import read_content
from assistant.model.policy import Policy
from assistant.settings import Settings


def freeze(known: Settings, words: Words, policy: str | None) -> str:
    """
    Writes the present edition of a policy, or of every one, as a file beside its content; what was written, in words.
    The same edition gives the same file: an edition that stands there already is left alone.

    Raises:
        UnknownPage: no such policy.
        ContentError: anything is wrong with content or catalogues; then nothing is written.
    """
    library, faults = faults_of(known)
    if policy is not None and policy not in library.policies:
        raise UnknownPage("policy", policy, tuple(library.policies))
    if faults:
        raise ContentError(faults)
    wanted = [one for name, one in library.policies.items() if policy in (None, name)]
    translations = translations_of(known.locales, wanted)
    return "".join(_frozen(known, words, one, translations[one.id]) + "\n" for one in wanted)


def _frozen(known: Settings, words: Words, policy: Policy, translations: Translations) -> str:
    path = edition_path(known.content / policy.id, policy.edition)
    text = write_edition(policy, translations)
    if path.exists() and path.read_text("utf-8") == text:
        return words.say("{file}: stands there already", file=path)
    path.parent.mkdir(exist_ok=True)
    path.write_text(text, "utf-8")
    return words.say("{file}: written", file=path)


def translations_of(locales: Path, policies: Iterable[Policy]) -> Mapping[str, Translations]:
    """
    What the sentences of each policy are in every other language, by policy; nothing where no language stands.

    Each catalogue is read once, however many policies there are.
    """
    known = languages(locales) if locales.is_dir() else {}
    found: dict[str, dict[str, dict[tuple[str, str], str]]] = {
        policy.id: {lang: {} for lang in known if lang != policy.about.language} for policy in policies
    }
    for lang in known:
        for (path, source), said in load_catalogue(locales, lang).messages.items():
            of = found.get(path.partition(".")[0], {})
            if lang in of:
                of[lang][path, source] = said[0]
    return found


@dataclass(frozen=True, slots=True)
class Listed:
    """An edition of a policy: whether it is the present one, and whether it is frozen."""

    policy: str
    edition: str
    present: bool
    frozen: bool


def listed(known: Settings, words: Words, as_json: bool) -> str:
    """
    Every edition of every policy, the present one first, as a table or as JSON.

    Raises:
        ContentError: the content cannot be read.
    """
    found = [one for policy in read_content(known).policies.values() for one in _editions(known.content, policy)]
    if as_json:
        return json.dumps([asdict(one) for one in found], ensure_ascii=False, indent=2) + "\n"
    return "".join(f"{one.policy:<24}{one.edition:<16}{_state(one, words)}\n" for one in found)


def _editions(content: Path, policy: Policy) -> Iterator[Listed]:
    frozen = list_editions(content / policy.id)
    yield Listed(policy.id, policy.edition, present=True, frozen=policy.edition in frozen)
    yield from (Listed(policy.id, one, present=False, frozen=True) for one in frozen if one != policy.edition)


def _state(one: Listed, words: Words) -> str:
    if not one.present:
        return words.say("earlier")
    return words.say("present, frozen") if one.frozen else words.say("present, not frozen")
