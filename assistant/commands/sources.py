"""`source`: the outline of a policy's document, what a new edition of it changes, and what rests on each clause."""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Literal

from assistant.commands.answers import Usage
from assistant.errors import UnknownPage
from assistant.i18n.load import languages, load_words
from assistant.i18n.words import Words
from assistant.loading import load_policy
from assistant.model.policy import Policy
from assistant.settings import Settings
from assistant.workbench.sources.alignment import Alignment, align
from assistant.workbench.sources.block import Blocks
from assistant.workbench.sources.comparison import compare as compare_documents
from assistant.workbench.sources.dependants import KINDS, Resting, Translations, all_resting, by_clause, lines_of
from assistant.workbench.sources.files import OutlineFile, read_outline
from assistant.workbench.sources.outline import entries, written
from assistant.workbench.sources.reader import UnreadableDocument, read_document
from assistant.workbench.sources.reviews import Review, Reviewed, as_json, as_markdown, as_text
from assistant.workbench.sources.search import unchanged, wordings

Form = Literal["text", "markdown", "json"]


def outline(known: Settings, words: Words, file: Path, policy: str, earlier: Path | None, write: bool) -> str:
    """
    The outline of the document as `source.yaml` has it; with `write`, it is written there, and what is new and gone is
    said. `earlier` is the document that the present outline was made from: with it, changed clauses are known better.

    Raises:
        UnknownPage: no such policy.
        Usage: a document cannot be read.
        ContentError: the policy's own file or its present outline is wrong.
    """
    now = _present(known, policy)
    blocks = _read(file, words)
    before = wordings(now.clauses, _read(earlier, words)) if earlier else {}
    alignment = align(now.clauses, blocks, before)
    spoken = _words_of(known, now, words)
    found = entries(blocks, alignment, now.taken, spoken)
    text = written(now.text, now.root, now.clauses, found, spoken)
    if not write:
        return text
    if text == now.text:
        return words.say("{file}: is so already", file=now.path) + "\n"
    now.path.write_text(text, "utf-8")
    new = [entry.id for entry in found if entry.new]
    return "".join(f"{line}\n" for line in _told(now, alignment, new, words))


def _told(now: OutlineFile, alignment: Alignment, new: Sequence[str], words: Words) -> Iterator[str]:
    yield words.say("{file}: written", file=now.path)
    if now.clauses:
        kept = len(now.clauses) - len(alignment.gone)
        yield words.plural("{count} clause keeps its id.", "{count} clauses keep their ids.", kept)
    if alignment.changed:
        changed = [clause.id for clause in now.clauses if clause.id in alignment.changed]
        yield words.say("Changed, with a gist to read again: {clauses}", clauses=", ".join(changed))
    if new:
        yield words.say("New, with a gist to write: {clauses}", clauses=", ".join(new))
    if alignment.gone:
        yield words.say("Gone: {clauses}", clauses=", ".join(alignment.gone))


def compare(known: Settings, words: Words, files: Sequence[Path], named: str | None, form: Form) -> tuple[str, bool]:
    """
    What a new edition changes, and what rests on it; whether anything is to be reviewed. `files` are the new document,
    or the earlier one and the new one. Without a name, the policy is the one whose clauses the document holds.

    Raises:
        UnknownPage: no such policy.
        Usage: more than two files, a document that cannot be read, or one that is no policy's.
        ContentError: the policy's content is wrong.
    """
    if not 1 <= len(files) <= 2:
        raise Usage(words.say("Give the new document, or the earlier one and the new one."))
    *older, newer = (_read(file, words) for file in files)
    policy = named or _policy_of(known, words, newer)
    now = _present(known, policy)
    one = load_policy(known, policy).policies[policy]
    found = compare_documents(now.clauses, newer, older[0] if older else None, now.taken, _words_of(known, now, words))
    resting, translations = by_clause(all_resting(known, one)), Translations(known, one)
    reviewed = tuple(
        Reviewed(each, (), ())
        if each.change in {"new", "renumbered"}
        else Reviewed(each, tuple(resting[each.clause]), translations.of(each.clause, resting[each.clause]))
        for each in found.differences
    )
    review = Review(policy, found, reviewed)
    shown = as_json(review) if form == "json" else _FORMS[form](review, words)
    if form == "text" and not named:
        shown = words.say("The document is that of {policy}.", policy=policy) + f"\n{shown}"
    return shown, bool(reviewed)


def _policy_of(known: Settings, words: Words, blocks: Blocks) -> str:
    """The policy of which a document holds the most clauses, word for word."""
    names = sorted(path.parent.name for path in known.content.glob("*/policy.yaml"))
    held = {name: len(unchanged(_present(known, name).clauses, blocks)) for name in names}
    if not any(held.values()):
        raise Usage(words.say("No policy has clauses that stand in this document. Name the policy: --policy."))
    return max(names, key=lambda name: held[name])


_FORMS = {"text": as_text, "markdown": as_markdown}


def coverage(known: Settings, words: Words, policy: str | None, data: bool) -> str:
    """
    What rests on each clause, and which clauses each thing rests on, of one policy or of all.

    Raises:
        UnknownPage: no such policy.
        ContentError: content is wrong.
    """
    names = [policy] if policy else sorted(path.parent.name for path in known.content.glob("*/policy.yaml"))
    policies = [load_policy(known, name).policies[name] for name in names]
    covered = [(one, all_resting(known, one)) for one in policies]
    if data:
        return json.dumps([_as_data(*each) for each in covered], ensure_ascii=False, indent=2) + "\n"
    return "\n".join("".join(f"{line}\n" for line in _lines(*each, words)) for each in covered)


def _as_data(policy: Policy, resting: tuple[Resting, ...]) -> Mapping[str, object]:
    used = by_clause(resting)
    clauses = [
        {
            "clause": clause.id,
            "place": clause.place.source,
            "left_out": clause.left_out.source if clause.left_out else None,
            "resting": [
                {"kind": one.kind, "id": one.id, "file": one.file, "line": one.line} for one in used[clause.id]
            ],
        }
        for clause in policy.outline.clauses
    ]
    return {"policy": policy.id, "clauses": clauses, "resting": [asdict(one) for one in resting]}


def _lines(policy: Policy, resting: tuple[Resting, ...], words: Words) -> Iterator[str]:
    used = by_clause(resting)
    clauses = policy.outline.clauses
    idle = [clause.id for clause in clauses if clause.id not in used and clause.left_out is None]
    yield words.say("{policy}: {count} clauses; {used} used, {left_out} left out, {idle} without any use",
                    policy=policy.id, count=len(clauses), used=sum(clause.id in used for clause in clauses),
                    left_out=sum(clause.left_out is not None for clause in clauses), idle=len(idle))  # fmt: skip
    yield from ("", words.say("What rests on each clause"))
    for clause in clauses:
        yield f"{clause.id} ({clause.place.source})"
        if clause.left_out:
            yield "  " + words.say("left out: {why}", why=clause.left_out.source)
        elif clause.id in idle:
            yield "  " + words.say("nothing rests on it")
        yield from (f"  {place}: {shown}" for place, shown in lines_of(used.get(clause.id, ()), words, said=False))
    yield from ("", words.say("Which clauses each thing rests on"))
    for one in resting:
        yield f"{one.file}:{one.line}: {words.say(KINDS[one.kind])} {one.id}: {', '.join(one.clauses)}"


def _present(known: Settings, policy: str) -> OutlineFile:
    names = sorted(path.parent.name for path in known.content.glob("*/policy.yaml"))
    if policy not in names:
        raise UnknownPage("policy", policy, tuple(names))
    return read_outline(known.content / policy)


def _read(file: Path, words: Words) -> Blocks:
    try:
        return read_document(file)
    except UnreadableDocument as error:
        raise Usage(words.told(error.wording)) from None


def _words_of(known: Settings, now: OutlineFile, words: Words) -> Words:
    """The words of the document's own language, in which places are written; the reader's where we do not have it."""
    language = now.about.language
    return load_words(known.locales, language) if language in languages(known.locales) else words
