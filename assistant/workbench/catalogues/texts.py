"""Every sentence of a policy, in the order of its content, with what a translator should know about it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from assistant.i18n.width import width
from assistant.i18n.words import PLACE, Key, key_of
from assistant.model.policy import Policy
from assistant.model.record import Record, Text
from assistant.model.source import Document
from assistant.workbench.catalogues.template import Message

ROLES = {
    "about": "Introduction",
    "answer": "Headline of an answer, as a person would say it",
    "because": "Why a doubt in the document is read so",
    "clock": "Whose clock it is, in a phrase such as “Adelaide time”",
    "general": "What a word means in general",
    "find_out": "Where to find out which one somebody has",
    "doubt": "What is unclear in the document",
    "ended": "Notice once the policy has ended",
    "gist": "What a clause says, in one sentence",
    "help": "Help beside a question",
    "issuer": "Who issued the document",
    "label": "Short label",
    "means": "What the document says of a word",
    "lede": "Opening of the summary",
    "left_out": "Why no answer rests on a clause",
    "name": "Name",
    "no": "What no means",
    "note": "Remark",
    "place": "Where a clause stands in the document",
    "question": "Question to the customer",
    "reading": "How a doubt in the document is read",
    "say": "Reason of an answer",
    "short": "Short name of the policy",
    "text": "Statement",
    "title": "Title",
    "unit": "Unit behind a number",
    "who": "Who takes these steps",
    "yes": "What yes means",
}
ROOM = {
    "clock": 30, "issuer": 40, "label": 80, "marks": 30, "name": 60, "names": 30, "no": 60, "short": 24, "title": 80,
    "unit": 16, "unit_for_one": 16, "who": 40, "yes": 60,
}  # fmt: skip
"""How wide a translation may be that stands on a button, beside a field or in a heading, by role."""
BESIDE = {"words": "/words", "asked": "/"}
"""The page of what stands on none of its policy's, by file."""
ASPECTS = {"free": "is it free?", "due": "when is it due?", "covered": "am I covered?"}


@dataclass(frozen=True, slots=True)
class Found:
    """A sentence, the name of the field that holds it, the record that the field belongs to, and the rule around it."""

    text: Text
    field: str
    record: Record
    rule: Record


def texts(policy: Policy) -> Iterator[Text]:
    """Every sentence of the policy, each context once, though topics share rules."""
    return (found.text for found in _once(policy))


def messages(policy: Policy) -> tuple[Message, ...]:
    """The same sentences as messages, with notes for translators: what is said twice is one message."""
    places = {clause.id: clause.place.source for clause in policy.outline.clauses}
    made: dict[Key, Message] = {}
    for found in _once(policy):
        key = key_of(found.text.context, found.text.source)
        one = Message(
            key[1],
            found.text.context,
            notes=(*_notes(found, places), *_gap_notes(found, policy, key[1])),
            files=(_file(found.text.context),),
            room=_room(found),
        )
        made[key] = made[key].beside(one) if key in made else one
    return tuple(made.values())


def _once(policy: Policy) -> Iterator[Found]:
    seen: set[str] = set()
    for found in _walk(policy, "", policy, policy):
        if found.text.context not in seen:
            seen.add(found.text.context)
            yield found


def _walk(value: object, name: str, owner: Record, rule: Record) -> Iterator[Found]:
    if isinstance(value, Text):
        yield Found(value, name, owner, rule)
    elif isinstance(value, Record):
        around = value if hasattr(value, "dates") else rule
        for field in type(value).model_fields:
            yield from _walk(getattr(value, field), field, value, around)
    elif isinstance(value, Mapping):
        for item in value.values():
            yield from _walk(item, name, owner, rule)
    elif isinstance(value, tuple):
        for item in value:
            yield from _walk(item, name, owner, rule)


def _notes(found: Found, places: Mapping[str, str]) -> tuple[str, ...]:
    cites = getattr(found.record, "cites", ())
    clauses = "; ".join(places[clause] for clause in cites if clause in places)
    role = ROLES.get(found.field, "")
    most = _room(found)
    room = f"At most {most} characters; a full-width one counts as two" if most else ""
    page = f"Page: {_page(found.text.context)}"
    own = found.text.note and f"Note: {found.text.note}"
    return tuple(filter(None, [role, own, page, clauses and f"Rests on: {clauses}", room]))


def _room(found: Found) -> int:
    """The room of its role, or more where its source needs it; a document's own title may be of any length."""
    if found.field not in ROOM or isinstance(found.record, Document):
        return 0
    return max(ROOM[found.field], width(found.text.source) * 3 // 2)


def _gap_notes(found: Found, policy: Policy, source: str) -> Iterator[str]:
    """What will stand in each gap of a sentence, as translators get it."""
    dates, values = getattr(found.rule, "dates", {}), getattr(found.rule, "values", {})
    for name in sorted(Text.GAP.findall(source)):
        if found.field == PLACE:
            yield "{number}: the last number of such a place"
        elif name == "on":
            yield "{on}: a day, such as Wed 25 Nov 2026"
        elif name in dates:
            yield f"{{{name}}}: a day, with its time where it has one, such as Wed 25 Nov 2026, 17:00"
        elif name in values:
            yield f"{{{name}}}: a number"
        elif name in policy.facts:
            yield f"{{{name}}}: the answer to “{policy.facts[name].label.source}”"


def _page(context: str) -> str:
    """The page on which the sentence is shown, without its language."""
    policy, *path = context.split(".")
    if path[0] in BESIDE:
        return BESIDE[path[0]]
    if len(path) < 2 or path[0] != "topics":
        return f"/{policy}/"
    return f"/{policy}/{path[1]}/" + (path[2] if len(path) > 2 and path[2] in ASPECTS else "")


def _file(context: str) -> str:
    """The content file that the sentence stands in."""
    policy, *path = context.split(".")
    stem = "/".join(path[:2]) if path[0] == "topics" else path[0]
    return f"content/{policy}/{stem}.yaml"
