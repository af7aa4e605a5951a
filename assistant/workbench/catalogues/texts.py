"""Every sentence of a policy, in the order of its content, with what a translator should know about it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from assistant.errors import told
from assistant.i18n import N_
from assistant.i18n.width import width
from assistant.i18n.words import PLACE, Key, key_of
from assistant.model.policy import Policy
from assistant.model.record import Record, Text
from assistant.model.source import Document
from assistant.vocabulary.facts.moment import DayFact, MomentFact
from assistant.workbench.catalogues import notes
from assistant.workbench.catalogues.template import Message

ROLES = {
    "about": N_("Introduction"),
    "answer": N_("Headline of an answer, as a person would say it"),
    "because": N_("Why a doubt in the document is read so"),
    "clock": N_("Whose clock it is, in a phrase such as “Adelaide time”"),
    "general": N_("What a word means in general"),
    "find_out": N_("Where to find out which one somebody has"),
    "doubt": N_("What is unclear in the document"),
    "ended": N_("Notice once the policy has ended"),
    "gist": N_("What a clause says, in one sentence"),
    "help": N_("Help beside a question"),
    "issuer": N_("Who issued the document"),
    "label": N_("Short label"),
    "means": N_("What the document says of a word"),
    "lede": N_("Opening of the summary"),
    "left_out": N_("Why no answer rests on a clause"),
    "name": N_("Name"),
    "no": N_("What no means"),
    "note": N_("Remark"),
    "place": N_("Where a clause stands in the document"),
    "question": N_("Question to the customer"),
    "questions": N_("Question of the customer"),
    "reading": N_("How a doubt in the document is read"),
    "say": N_("Reason of an answer"),
    "short": N_("Short name of the policy"),
    "text": N_("Statement"),
    "title": "Title",
    "unit": N_("Unit behind a number"),
    "who": N_("Who takes these steps"),
    "yes": N_("What yes means"),
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
    elif isinstance(value, Mapping | tuple):
        for item in value.values() if isinstance(value, Mapping) else value:
            yield from _walk(item, name, owner, rule)


def _notes(found: Found, places: Mapping[str, str]) -> tuple[str, ...]:
    cites = getattr(found.record, "clauses", getattr(found.record, "cites", ()))
    clauses = "; ".join(places[clause] for clause in cites if clause in places)
    role, page = ROLES.get(found.field, ""), f"Page: {_page(found.text.context)}"
    room = f"{told(notes.ROOM, most=most)}" if (most := _room(found)) else ""
    own = found.text.note and f"Note: {found.text.note}"
    return tuple(filter(None, [role, own, page, clauses and f"{told(notes.RESTS_ON, clauses=clauses)}", room]))


def _room(found: Found) -> int:
    """The room of its role, or more where its source needs it; a document's own title may be of any length."""
    if found.field not in ROOM or isinstance(found.record, Document):
        return 0
    return max(ROOM[found.field], width(found.text.source) * 3 // 2)


def _gap_notes(found: Found, policy: Policy, source: str) -> Iterator[str]:
    """What will stand in each gap of a sentence, as translators get it."""
    dates, values = getattr(found.rule, "dates", {}), getattr(found.rule, "values", {})
    for name in sorted(Text.GAP.findall(source)):
        sentence = (
            notes.NUMBER if found.field == PLACE
            else notes.DAY if name == "on"
            else notes.MOMENT if name in dates
            else notes.AMOUNT if name in values
            else "" if name not in policy.facts
            else notes.DAY_ANSWER if isinstance(policy.facts[name], DayFact | MomentFact)
            else notes.ANSWER
        )  # fmt: skip
        if sentence:
            label = f"{policy.facts[name].label.source}, {policy.id}.facts.{name}" if "{label}" in sentence else ""
            yield f"{told(sentence, gap=f'{{{name}}}', label=label)}"


def _page(context: str) -> str:
    """The page on which the sentence is shown, without its language."""
    policy, *path = context.split(".")
    if path[0] in BESIDE:
        return BESIDE[path[0]]
    if len(path) < 2 or path[0] != "topics":
        return f"/{policy}/"
    return f"/{policy}/{path[1]}/" + (path[2] if len(path) > 2 and path[2] in ASPECTS else "")


def _file(context: str) -> str:
    policy, *path = context.split(".")
    stem = "/".join(path[:2]) if path[0] == "topics" else path[0]
    return f"content/{policy}/{stem}.yaml"
