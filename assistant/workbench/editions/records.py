"""
What changes from one edition to another, by ids, for programs: the same in every language, and stable.

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

from collections.abc import Iterable, Mapping

from assistant.decide import Answer
from assistant.present.answer.records import outcome_record
from assistant.workbench.check.paths import Broken
from assistant.workbench.editions.changes import Placed, command
from assistant.workbench.editions.difference import KINDS, Change, Difference, End
from assistant.workbench.editions.pairs import Ended

Record = Mapping[str, object]


def difference_record(found: Difference, then: Placed, now: Placed) -> Record:
    """One policy's difference."""
    return {
        "policy": found.now.id,
        "editions": {"then": found.then.edition, "now": found.now.edition},
        "changes": [_change(found.now.id, change, then, now) for change in found.changes],
        "came": [part._asdict() for part in found.came],
        "went": [part._asdict() for part in found.went],
        "reworded": [one._asdict() for one in found.reworded],
    }


def report_record(then: str, now: str, came: Iterable[str], went: Iterable[str], changed: bool,
                  differences: Iterable[Record]) -> Record:  # fmt: skip
    """All of them, with the versions as they were named and the policies that only one of them has."""
    policies = {"came": list(came), "went": list(went)}
    return {"then": then, "now": now, "changed": changed, "policies": policies, "differences": list(differences)}


def _change(policy: str, change: Change, then: Placed, now: Placed) -> Record:
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


def _end(end: End, place: Placed) -> Record:
    return {**end._asdict(), "place": place(end)}


def _outcome(outcome: Ended) -> Record:
    if isinstance(outcome, Broken):
        return {"status": "broken", "kind": outcome.kind, "detail": outcome.detail}
    following = {"next": outcome.rule.next} if isinstance(outcome, Answer) else {}
    return {**outcome_record(outcome), **following}
