"""
Begins a policy or a topic: first files, written in one of the languages that have skeletons, for its owner to fill in.

What is to be done stands in their comments (`to_dos`); a comment is no part of the content.
"""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from string import Template
from typing import Literal, NamedTuple

from assistant.content.addresses import POLICIES, TOPICS
from assistant.content.syntax import read_yaml
from assistant.errors import ContentError, UnknownPage, Usage, told
from assistant.i18n.catalogues import catalogue_path
from assistant.i18n.language import INTERFACE
from assistant.i18n.load import languages
from assistant.i18n.questions import OUT_OF_SCOPE, PREFIX
from assistant.i18n.words import key_of
from assistant.library.sources import policy_ids
from assistant.loading import read_content
from assistant.model.record import Placed
from assistant.model.source import Clause
from assistant.settings import PACKAGE, Settings, shipped
from assistant.suggest import guess
from assistant.workbench.catalogues.locales import write_changed
from assistant.workbench.catalogues.sync import prefill, sync
from assistant.workbench.scaffold.document import Paper
from assistant.workbench.scaffold.schemas import FOLDER as SCHEMAS
from assistant.workbench.scaffold.schemas import write_schemas
from assistant.workbench.scaffold.to_dos import ToDo, to_dos
from assistant.workbench.sources.outline import read_outline
from assistant.workbench.sources.writing import with_topic

SKELETONS = Path(__file__).parent / "skeletons"
ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
LONGEST_ID = 60
ORDER = ("policy", "source", "summary", "facts", "rules", "topics", "examples")
"""The files and folders of a policy in the order in which they are best written."""
Part = Literal["policy", "topic"]
Texts = dict[str, str]
"""The text of each file by its name inside the policy's folder."""


@dataclass(frozen=True, slots=True)
class Blanks:
    """What a skeleton is made out with: ids, the policy's language, and the clause that a topic first rests on."""

    policy: str
    topic: str
    language: str
    clause: str = ""
    paper: Paper | None = None

    def filled(self, text: str) -> str:
        """The text with each `$name` filled in; `${topic_words}` is the id as words."""
        return Template(text).safe_substitute(
            policy=self.policy,
            topic=self.topic,
            language=self.language,
            clause=self.clause,
            policy_words=self.policy.replace("-", " "),
            topic_words=self.topic.replace("-", " "),
        )


class Begun(NamedTuple):
    """What was written, from beside the folder that it stands in, and what of it is to be done."""

    written: tuple[str, ...]
    to_do: tuple[ToDo, ...]


def begin_policy(known: Settings, policy: str, language: str, topic: str, paper: Paper | None = None) -> Begun:
    """
    Writes the first files of a policy with one topic, and brings the catalogues in step. Where there are no languages
    yet, those that ship come with it. From its `paper`, where that is given, come its clauses and tables.

    Raises:
        Usage: an id that is none, or that is taken.
        UnknownPage: no such language.
        ContentError: what stands there already has faults.
    """
    blanks = Blanks(_id(policy, POLICIES), _id(topic, TOPICS), language, paper=paper)
    if not languages(known.locales):
        _bring_languages(known)
    if language not in (spoken := languages(known.locales)):
        raise UnknownPage("language", language, tuple(spoken))
    _free(known, policy, known.content / policy)
    if any(known.content.glob("*/policy.yaml")):
        read_content(known)
    files = skeleton("policy", _written_in(known, language), blanks)
    if not (known.content.parent / SCHEMAS).exists():
        write_schemas(known)
    return _begun(known, "policy", (blanks,), files)


def begin_topic(known: Settings, place: str) -> Begun:
    """
    The same for a topic of a policy that there is, from `policy/topic`: at the end of the policy's list where it is
    not in it, resting on the policy's first clause. Others that are listed and have no file are begun with it.

    Raises:
        Usage: the place is none, or taken; the policy's outline has no clause to rest on.
        UnknownPage: no such policy.
        ContentError: what stands there already has faults.
    """
    if place.count("/") != 1:
        raise Usage(told("Write policy/topic, such as licence-desk/hwkc-replacement."))
    policy, topic = place.split("/")
    if policy not in policy_ids(known.content):
        raise UnknownPage("policy", policy, policy_ids(known.content))
    folder = known.content / policy
    outline, files = read_outline(folder), Texts()
    language, clause = outline.about.language, _clause(outline.clauses)
    blanks = [Blanks(policy, one, language, clause) for one in _to_begin(folder, outline.about.topics, topic)]
    for each in blanks:
        made = skeleton("topic", _written_in(known, language), each)
        for file in made:
            _free(known, f"{policy}/{each.topic}", folder / file)
        files |= made
    listed = (folder / "policy.yaml").read_bytes().decode("utf-8")
    return _begun(known, "topic", blanks, {**files, "policy.yaml": with_topic(listed, topic)})


def _to_begin(folder: Path, listed: Collection[str], topic: str) -> tuple[str, ...]:
    """The topics that are to be begun: the one that is named, and those listed whose file is not there, misspelt."""
    there = {path.stem for path in (folder / "topics").glob("*.yaml")}
    lacking = [one for one in listed if one not in there and not guess(one, there - {*listed})]
    return tuple(dict.fromkeys((*lacking, _id(topic, TOPICS))))


def _bring_languages(known: Settings) -> None:
    """Copies what every content needs of the languages that ship: their words, not those of the shipped policies."""
    for name in ("language.yaml", "grammar.yaml", "proofs.yaml", "ui.po", "workbench.po", "terms.po"):
        for path in shipped("locales").glob(f"*/{name}"):
            write_changed(known.locales / path.parent.name / name, path.read_text("utf-8"))


def _id(text: str, reserved: Collection[str]) -> str:
    if not ID.fullmatch(text) or len(text) > LONGEST_ID:
        raise Usage(told("“{id}” is no id. Write small letters and digits, with hyphens between words.", id=text))
    if text in reserved:
        raise Usage(told("“{id}” means something else in addresses. Choose another id.", id=text))
    return text


def _free(known: Settings, name: str, path: Path) -> None:
    if path.exists():
        file = _shown(known.content, path)
        raise Usage(told("“{id}” is taken: {file} exists. Nothing was written.", id=name, file=file))


def _clause(outline: Iterable[Clause]) -> str:
    """The first clause that something may rest on."""
    clauses = [clause.id for clause in outline if clause.left_out is None]
    if not clauses:
        raise Usage(told("A topic rests on a clause. List one in source.yaml first."))
    return clauses[0]


def _written_in(known: Settings, language: str) -> str:
    """The language of the comments and first sentences: the policy's own, or the nearest that has skeletons."""
    return skeleton_of((language, *languages(known.locales)[language].fallback)) or INTERFACE


def _begun(known: Settings, part: Part, begun: Sequence[Blanks], files: Texts) -> Begun:
    """Writes the files and fills the catalogues; where the content then has faults, all is as it was."""
    written = {known.content / begun[0].policy / name: text for name, text in files.items()}
    before = {path: path.read_bytes() if path.exists() else None for path in written}
    for path, text in written.items():
        write_changed(path, text)
    try:
        library = read_content(known)
    except ContentError:
        for path, held in before.items():
            path.unlink() if held is None else path.write_bytes(held)
        raise
    filled = (path for blanks in begun for path in _fill(known, part, blanks))
    catalogues = sorted({*sync(library, known.locales, PACKAGE), *filled})
    sync(library, known.locales, PACKAGE)  # what one language says is a note in another's catalogue
    paths = *(_shown(known.content, path) for path in written), *(_shown(known.locales, path) for path in catalogues)
    new = [path for path, held in before.items() if held is None]
    return Begun(paths, (*to_dos(known.content, new), *to_dos(known.locales, catalogues)))


def _fill(known: Settings, part: Part, blanks: Blanks) -> list[Path]:
    """Puts first translations and search phrases into the catalogues of the languages that have skeletons."""
    changed: list[Path] = []
    for language in filter(lambda each: skeleton_of((each,)), languages(known.locales)):
        written = sentences(blanks.policy, skeleton(part, language, blanks))
        said = {path: key_of(path, text)[1] for path, text in written.items()}
        mark, phrases = first_phrases(language, blanks)
        strangers = (SKELETONS / language / "strangers.txt").read_text("utf-8").strip()
        asked = {f"{PREFIX}{blanks.policy}/{blanks.topic}": phrases}
        translated = catalogue_path(known.locales, language, f"policy-{blanks.policy}")
        typed = catalogue_path(known.locales, language, "questions")
        changed += [translated] if language != blanks.language and prefill(translated, said) else []
        changed += [typed] if prefill(typed, {OUT_OF_SCOPE: strangers}) | prefill(typed, asked, mark) else []
    return changed


def _shown(folder: Path, path: Path) -> str:
    return path.relative_to(folder.parent).as_posix()


def skeleton_of(chain: tuple[str, ...]) -> str | None:
    """The first language of the chain that has skeletons."""
    return next((language for language in chain if (SKELETONS / language).is_dir()), None)


def skeleton(part: Part, language: str, blanks: Blanks) -> Texts:
    """The files of a new policy, or of a new topic."""
    folder = SKELETONS / language / part
    names = sorted(
        (path.relative_to(folder).as_posix() for path in folder.rglob("*.yaml")),
        key=lambda name: ORDER.index(re.split("[/.]", name)[0]),
    )
    files = {
        name.replace("/topic.yaml", f"/{blanks.topic}.yaml"): blanks.filled((folder / name).read_text("utf-8"))
        for name in names
    }
    return blanks.paper.files(files, language) if blanks.paper else files


def first_phrases(language: str, blanks: Blanks) -> tuple[str, str]:
    """What is to be done about the first search phrases of a topic, and they, one a line."""
    mark, _, phrases = blanks.filled((SKELETONS / language / "phrases.txt").read_text("utf-8")).partition("\n")
    return mark, phrases


def sentences(policy: str, files: Texts) -> dict[str, str]:
    """Every scalar of the files by its path in the content, under which translations of sentences stand."""
    found: dict[str, str] = {}
    for name, text in ((name, text) for name, text in files.items() if name.endswith(".yaml")):
        data = read_yaml(text, name).data(f"{policy}.{name.removesuffix('.yaml').replace('/', '.')}")
        found.update((placed.path, str(placed)) for placed in _scalars(data))
    return found


def _scalars(data: object) -> Iterator[Placed]:
    if isinstance(data, Placed):
        yield data
    elif isinstance(data, Iterable) and not isinstance(data, str):
        for below in data.values() if isinstance(data, Mapping) else data:
            yield from _scalars(below)
