"""`new` and `schema`: the first files of a policy or a topic, and the schemas with which an editor helps."""

import re
from collections.abc import Collection
from pathlib import Path

from assistant.commands.answers import Usage
from assistant.content.references import POLICIES, TOPICS
from assistant.errors import UnknownPage
from assistant.i18n.catalogues import catalogue_path
from assistant.i18n.language import INTERFACE
from assistant.i18n.load import languages
from assistant.i18n.questions import OUT_OF_SCOPE, PREFIX, read_phrases
from assistant.i18n.words import Words
from assistant.loading import read_content
from assistant.model.policy import Policy
from assistant.settings import PACKAGE, Settings, shipped
from assistant.workbench.catalogues.locales import write_changed
from assistant.workbench.catalogues.sync import prefill, sync
from assistant.workbench.scaffold.schemas import FOLDER as SCHEMAS
from assistant.workbench.scaffold.schemas import schema_texts
from assistant.workbench.scaffold.skeleton import (
    Blanks,
    Part,
    Texts,
    ToDo,
    first_phrases,
    sentences,
    skeleton,
    skeleton_of,
    to_dos,
    with_topic,
)

ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
LONGEST_ID = 60


def new_policy(known: Settings, words: Words, policy: str, language: str, topic: str) -> str:
    """
    Writes the first files of a policy with one topic, and brings the catalogues in step; says what was written and
    what is to be done. Where there are no languages yet, those that ship come with it.

    Raises:
        Usage: an id that is none, or that is taken.
        UnknownPage: no such language.
        ContentError: what stands there already has faults.
    """
    blanks = Blanks(_id(policy, words, POLICIES), _id(topic, words, TOPICS), language)
    if not languages(known.locales):
        _bring_languages(known)
    if language not in (spoken := languages(known.locales)):
        raise UnknownPage("language", language, tuple(spoken))
    _free(known, words, policy, known.content / policy)
    if any(known.content.glob("*/policy.yaml")):
        read_content(known)
    files = skeleton("policy", _written_in(known, language), blanks)
    if not (known.content.parent / SCHEMAS).exists():
        write_schemas(known)
    return _started(known, words, "policy", blanks, files)


def new_topic(known: Settings, words: Words, place: str) -> str:
    """
    The same for a topic of a policy that there is, from `policy/topic`: at the end of the policy's list, resting on
    the policy's first clause.

    Raises:
        Usage: the place is none, or taken; the policy's outline has no clause to rest on.
        UnknownPage: no such policy.
        ContentError: what stands there already has faults.
    """
    if place.count("/") != 1:
        raise Usage(words.say("Write policy/topic, such as licence-desk/hwkc-replacement."))
    library, (name, topic) = read_content(known), place.split("/")
    if name not in library.policies:
        raise UnknownPage("policy", name, tuple(library.policies))
    policy, folder = library.policies[name], known.content / name
    blanks = Blanks(name, _id(topic, words, TOPICS), policy.about.language, _clause(policy, words))
    files = skeleton("topic", _written_in(known, policy.about.language), blanks)
    for file in files:
        _free(known, words, place, folder / file)
    listed = (folder / "policy.yaml").read_bytes().decode("utf-8")
    return _started(known, words, "topic", blanks, {**files, "policy.yaml": with_topic(listed, topic)})


def _bring_languages(known: Settings) -> None:
    """Copies what every content needs of the languages that ship: their words, not those of the shipped policies."""
    for name in ("language.yaml", "ui.po", "terms.po"):
        for path in shipped("locales").glob(f"*/{name}"):
            write_changed(known.locales / path.parent.name / name, path.read_text("utf-8"))


def _id(text: str, words: Words, reserved: Collection[str]) -> str:
    if not ID.fullmatch(text) or len(text) > LONGEST_ID:
        raise Usage(words.say("“{id}” is no id. Write small letters and digits, with hyphens between words.", id=text))
    if text in reserved:
        raise Usage(words.say("“{id}” means something else in addresses. Choose another id.", id=text))
    return text


def _free(known: Settings, words: Words, name: str, path: Path) -> None:
    if path.exists():
        file = _shown(known.content, path)
        raise Usage(words.say("“{id}” is taken: {file} exists. Nothing was written.", id=name, file=file))


def _clause(policy: Policy, words: Words) -> str:
    """The first clause that something may rest on."""
    clauses = [clause.id for clause in policy.outline.clauses if clause.left_out is None]
    if not clauses:
        raise Usage(words.say("A topic rests on a clause. List one in source.yaml first."))
    return clauses[0]


def _written_in(known: Settings, language: str) -> str:
    """The language of the comments and first sentences: the policy's own, or the nearest that has skeletons."""
    return skeleton_of((language, *languages(known.locales)[language].fallback)) or INTERFACE


def _started(known: Settings, words: Words, part: Part, blanks: Blanks, files: Texts) -> str:
    """Writes the files, fills the catalogues, and says what was written and what is to be done."""
    written = [known.content / blanks.policy / name for name in files]
    begun = [path for path in written if not path.exists()]
    for path, text in zip(written, files.values(), strict=True):
        write_changed(path, text)
    catalogues = sorted({*sync(read_content(known), known.locales, PACKAGE), *_fill(known, part, blanks)})
    sync(read_content(known), known.locales, PACKAGE)  # what one language says is a note in another's catalogue
    paths = [*(_shown(known.content, path) for path in written), *(_shown(known.locales, path) for path in catalogues)]
    marked = [*to_dos(known.content, begun), *to_dos(known.locales, catalogues)]
    return "\n".join([words.say("Written:"), *(f"  {path}" for path in paths), *to_do_lines(marked, words), ""])


def _fill(known: Settings, part: Part, blanks: Blanks) -> list[Path]:
    """Puts first translations and search phrases into the catalogues of the languages that have skeletons."""
    changed: list[Path] = []
    for language in filter(lambda each: skeleton_of((each,)), languages(known.locales)):
        said = sentences(blanks.policy, skeleton(part, language, blanks))
        mark, phrases = first_phrases(language, blanks)
        strangers = "\n".join(read_phrases(shipped("locales"), language).get(OUT_OF_SCOPE, ()))
        asked = {f"{PREFIX}{blanks.policy}/{blanks.topic}": phrases}
        translated = catalogue_path(known.locales, language, f"policy-{blanks.policy}")
        typed = catalogue_path(known.locales, language, "questions")
        changed += [translated] if language != blanks.language and prefill(translated, said) else []
        changed += [typed] if prefill(typed, {OUT_OF_SCOPE: strangers}) | prefill(typed, asked, mark) else []
    return changed


def _shown(folder: Path, path: Path) -> str:
    return path.relative_to(folder.parent).as_posix()


def all_to_dos(known: Settings) -> list[ToDo]:
    """Everything that content and catalogues mark as to be done."""
    content, catalogues = known.content.glob("**/*.yaml"), known.locales.glob("*/*.po")
    return [*to_dos(known.content, sorted(content)), *to_dos(known.locales, sorted(catalogues))]


def to_do_lines(marked: list[ToDo], words: Words) -> list[str]:
    """How many things are to be done, and each with its file and line; nothing where nothing is."""
    if not marked:
        return []
    return ["", words.plural("{count} thing to do:", "{count} things to do:", len(marked)), *map(str, marked)]


def write_schemas(known: Settings) -> list[Path]:
    """Writes the schemas, beside the content, where its files look for them; the paths of those that changed."""
    folder = known.content.parent / SCHEMAS
    return [folder / name for name, text in schema_texts().items() if write_changed(folder / name, text)]
