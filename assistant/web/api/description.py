"""What the API says of itself: what can be asked, with which parameters and which body, and how it lasts."""

from typing import Any

from assistant.i18n import N_
from assistant.web.api.records import CaseRecord, CasesRecord
from assistant.web.pages.form import EDITION

Described = dict[str, Any]
"""A piece of an OpenAPI document."""
ABOUT = (
    N_(
        "Every answer is computed from rules, is the same for everybody, and names the clauses that it rests "
        "on. There is no key and no account."
    ),
    N_(
        "Ids are the same in every language. Texts come in the language that `lang` names, English where it is"
        " left out."
    ),
    N_(
        "The version is `v1`, in the address. Within it nothing is taken away and nothing changes its meaning."
        " Fields, parameters and operations may be added: pass over what you do not know."
    ),
    N_(
        "What is to go is marked `deprecated` here for at least six months, and its answers carry the headers "
        "`Deprecation` and `Sunset` (RFC 9745, RFC 8594). What replaces it is there from the first day, under "
        "a new version where it has to be."
    ),
    N_(
        "Whoever asks too often is refused with 429 and told by `Retry-After` when to ask again. Many cases go"
        " into one request, at most 1,000."
    ),
    N_("Scripts of other sites may ask from a browser where whoever runs this server has named those sites."),
)  # fmt: skip
TAGS = {
    "policies": N_("Which policies, topics and facts there are."),
    "questions": N_("What a question in somebody’s own words is about."),
    "answers": N_("The answer to a case, or to many."),
}
BARE = 431
"""The status that is sent before anything is read: without a body."""
REFUSED_BARE = N_("The head of the request is too large. Nothing more is said.")
DAY = "^20[0-9]{2}-(0[1-9]|1[0-2])-(0[1-9]|1[0-9]|2[0-8])$"
"""Of days: those that every month has; the others are taken too."""
MOMENT = f"{DAY[:-1]}T([01][0-9]|2[0-3]):[0-5][0-9]$"
ASKED = r"^[^\x00-\x1f\x7f-\x9f]*[^\s\x00-\x1f\x7f-\x9f][^\x00-\x1f\x7f-\x9f]*$"


def _parameter(name: str, about: str, example: str = "", pattern: str = "", place: str = "query") -> Described:
    described = {"name": name, "in": place, "required": place == "path" or name == "q", "description": about}
    shown = {"example": example} if example else {}
    return {**described, **shown, "schema": {"type": "string", "pattern": pattern} if pattern else {"type": "string"}}


POLICY = _parameter("policy", N_("The id of a policy."), place="path")
TOPIC = _parameter("topic", N_("The id of one of its topics."), place="path")
ASPECT = _parameter("aspect", N_("What is asked of the topic."), place="path")
FACTS: Described = {
    "name": "facts", "in": "query", "required": False, "style": "form", "explode": True,
    "schema": {"type": "object", "additionalProperties": {"type": "string"}},
    "description": N_(
        "Facts, each as a parameter of its own: its id, and its value. A policy lists the ids and values."
    ),
}  # fmt: skip
LANG = _parameter("lang", N_("The language of the texts; English where left out."))
ON = _parameter(
    "on", N_("The day asked about, `YYYY-MM-DD`; today in the policy’s time zone where left out."), pattern=DAY
)
UNKNOWN = _parameter(
    "unknown", N_("Facts that are not known, by id with commas between."), pattern=r"^[^,\s]+(,[^,\s]+)*$"
)
EDITION_NAMED = _parameter(
    "edition",
    N_(
        "An earlier edition, whose answer is then told in `then` beside today’s. 503 where this server has not "
        "got it yet."
    ),
    pattern=f"^{EDITION.pattern}$",
)
Q = _parameter("q", N_("The question, of which the first 500 characters count."), pattern=ASKED)
NOW = _parameter(
    "now",
    N_("The moment of asking on the policy’s own clock, `YYYY-MM-DDTHH:MM`; now where left out."),
    "2026-01-15T10:00",
    MOMENT,
)
CASES: Described = {
    "requestBody": {
        "required": True,
        "description": N_(
            "An object that lists the cases, or the bare list. What is no case has an answer that says "
            "so."
        ),
        "content": {"application/json": {"schema": {"anyOf": [
            {"$ref": f"#/components/schemas/{CasesRecord.__name__}"},
            {"type": "array", "items": {"anyOf": [{"$ref": f"#/components/schemas/{CaseRecord.__name__}"}, {}]}},
        ]}}},
    }
}  # fmt: skip


def _operation(name: str, tag: str, summary: str, about: str, *parameters: Described, **body: object) -> Described:
    """What FastAPI is told of a route."""
    extra = {**body, "parameters": list(parameters)}
    return {"operation_id": name, "tags": [tag], "summary": summary, "description": about, "openapi_extra": extra}


LIST_POLICIES = _operation(
    "list_policies", "policies", N_("All policies"), N_("Each with its document, its edition and its topics."), LANG
)
READ_POLICY = _operation(
    "read_policy", "policies", N_("One policy"),
    N_("With the facts that its questions ask for, its clauses, and how it is read where it can be read in two ways."),
    POLICY, LANG,
)  # fmt: skip
LIST_CHANGES = _operation(
    "list_changes", "policies", N_("What changed in a policy"),
    N_("Each frozen edition, the latest first: since when it is served, and which answers are other than before."),
    POLICY, LANG,
)  # fmt: skip
LIST_TOPICS = _operation(
    "list_topics", "policies", N_("All topics"), N_("Each topic of every policy, with what can be asked of it."), LANG
)
MATCH_QUESTION = _operation(
    "match_question", "questions", N_("What a question is about"),
    N_(
        "The topics that it may be about, the best first, and the facts that it states. `confident` is false "
        "where a person should choose."
    ),
    Q, LANG, NOW,
)  # fmt: skip
DECIDE_CASE = _operation(
    "decide_case", "answers", N_("One case"),
    N_("`status` is `answered`, or `needs` with the fact to ask for next."),
    POLICY, TOPIC, ASPECT, FACTS, UNKNOWN, ON, EDITION_NAMED, LANG,
)  # fmt: skip
DECIDE_CASES = _operation(
    "decide_cases", "answers", N_("Many cases"),
    N_("Each is answered by a record of its own, in the same order; `invalid`, with every fault, where it cannot be."),
    **CASES,
)  # fmt: skip
