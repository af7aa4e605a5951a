"""
`edition diff`: which answers change, in words for people and by ids for programs.

As JSON it is the same in every language, and stable:

    {"then": "HEAD~3", "now": "the present content", "changed": true,
     "policies": {"came": [], "went": []},
     "differences": [{
       "policy": "licence-desk", "editions": {"then": "0a1b…", "now": "2c3d…"},
       "changes": [{
         "then": {"status": "answered", "name": "licence-desk.topics.voucher.free.merge", "place": "content/…:12"},
         "now": {"status": "answered", "name": …, "place": null},
         "kinds": {"verdict": 12, "notes": 3},
         "paths": 12,
         "questions": [{"topic": "voucher", "aspect": "free", "paths": 12}],
         "example": {"topic": …, "aspect": …, "facts": {…}, "on": "2026-03-18", "command": "policy-assistant decide …",
                     "then": {an outcome as in a batch file, and "next"}, "now": {…}}}],
       "came": [{"kind": "topic", "name": "refund"}], "went": [],
       "reworded": [{"path": …, "language": "en", "then": "…", "now": "…"}]}]}

`status` is `answered`, `needs`, `invalid` or `broken`, and `name` the path of the rule, the fact that is needed, the
reason of the refusal, or what broke. `place` is null where the files are not at hand. `kind` of what came or went is
`topic`, `question`, `fact` or `option`. Of a sentence that is new, `then` is null; of one that is gone, `now`. Only
policies with a difference are listed, changes by falling number of paths.
"""

import json
from collections.abc import Mapping
from contextlib import ExitStack
from functools import cache
from typing import Literal

from assistant.decide import Answer
from assistant.errors import UnknownPage
from assistant.i18n.words import Words
from assistant.model.record import Text as Sentence
from assistant.present.answer.records import outcome_record
from assistant.present.writer import Writer
from assistant.settings import Settings
from assistant.workbench.check.paths import Broken
from assistant.workbench.check.places import Places
from assistant.workbench.editions.changes import Report, Side, command
from assistant.workbench.editions.difference import KINDS, Change, Difference, End, difference
from assistant.workbench.editions.pairs import Ended
from assistant.workbench.editions.text import Markdown, Text, report_text
from assistant.workbench.editions.versions import Version, Wanted, versions_of

Form = Literal["text", "markdown", "json"]
Record = Mapping[str, object]


def compared(known: Settings, words: Words, wanted: Wanted, form: Form = "text") -> tuple[str, bool]:
    """
    What changes, in words or as JSON, and whether any answer does.

    Raises:
        Usage: what is to be compared cannot be found, or was not named as it must be.
        UnknownPage: no such policy or topic.
        ContentError: everything that is wrong in one of the two.
    """
    wanted = wanted.narrowed()
    with ExitStack() as closing:
        report = _report(*versions_of(known, words, wanted, closing), wanted.topic, words)
        if form == "json":
            return json.dumps(_record(report), ensure_ascii=False, indent=2) + "\n", report.changed
        return report_text(report, words, Markdown() if form == "markdown" else Text()), report.changed


def _report(then: Version, now: Version, topic: str | None, words: Words) -> Report:
    """
    All differences. Policies that only one version has count where both have all of theirs. Raises `UnknownPage` where
    a policy that only one was named for is not in the other, or no such topic in either.
    """
    both = [name for name in now.policies if name in then.policies]
    whole = then.whole and now.whole
    if not both and not whole:
        raise UnknownPage("policy", next(iter(then.policies)), tuple(now.policies))
    topics = {name for one in (then, now) for policy in both for name in one.policies[policy].topics}
    if topic is not None and topic not in topics:
        raise UnknownPage("topic", topic, tuple(sorted(topics)))
    found = [(name, _difference(then, now, name, topic)) for name in both]
    return Report(
        then.name,
        now.name,
        tuple(
            (one, _side(then, name, words), _side(now, name, words))
            for name, one in found
            if one.answers or one.reworded
        ),
        tuple(name for name in now.policies if name not in then.policies and whole),
        tuple(name for name in then.policies if name not in now.policies and whole),
    )


def _difference(then: Version, now: Version, policy: str, topic: str | None) -> Difference:
    spoken = then.translations.get(policy, {}), now.translations.get(policy, {})
    return difference(then.policies[policy], now.policies[policy], spoken, topic)


def _side(one: Version, policy: str, words: Words) -> Side:
    """
    A policy of a version, said in the words of today, behind which stand what its own sentences were. Its files are
    read when it is first asked where a rule stands. No rule says that a policy is not yet in force, unless in words of
    its own.
    """
    folder = one.folders.get(policy)

    @cache
    def places() -> Places | None:
        return Places.read(folder) if folder else None

    def place(end: End) -> str | None:
        found = places() if end.status == "answered" and end.name else None
        return found.of(Sentence(end.name, "")).line if found else None

    return Side(Writer(one.policies[policy], words.before(one.translations.get(policy, {}))), place)


def _record(report: Report) -> Record:
    return {
        "then": report.then,
        "now": report.now,
        "changed": report.changed,
        "policies": {"came": report.came, "went": report.went},
        "differences": [_difference_record(*each) for each in report.differences],
    }


def _difference_record(found: Difference, then: Side, now: Side) -> Record:
    return {
        "policy": found.now.id,
        "editions": {"then": found.then.edition, "now": found.now.edition},
        "changes": [_change(found.now.id, change, then, now) for change in found.changes],
        "came": [part._asdict() for part in found.came],
        "went": [part._asdict() for part in found.went],
        "reworded": [one._asdict() for one in found.reworded],
    }


def _change(policy: str, change: Change, then: Side, now: Side) -> Record:
    pair = change.example
    asked = {"topic": pair.topic, "aspect": pair.aspect, "facts": pair.facts, "on": pair.on.isoformat()}
    return {
        "then": _end(change.then, then),
        "now": _end(change.now, now),
        "kinds": {kind: change.kinds[kind] for kind in KINDS if kind in change.kinds},
        "paths": change.paths,
        "questions": [
            {"topic": topic, "aspect": aspect, "paths": paths} for (topic, aspect), paths in change.questions.items()
        ],
        "example": {**asked, "command": command(policy, pair), "then": _outcome(pair.then), "now": _outcome(pair.now)},
    }


def _end(end: End, side: Side) -> Record:
    return {**end._asdict(), "place": side.place(end)}


def _outcome(outcome: Ended) -> Record:
    if isinstance(outcome, Broken):
        return {"status": "broken", "kind": outcome.kind, "detail": outcome.detail}
    following = {"next": outcome.rule.next} if isinstance(outcome, Answer) else {}
    return {**outcome_record(outcome), **following}
