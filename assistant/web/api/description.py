"""What the API says of itself: what can be asked, with which parameters and which body, and how it lasts."""

import datetime as dt
from dataclasses import dataclass
from typing import Literal

from pydantic import BaseModel

from assistant.i18n import N_
from assistant.model.record import ID, NAME
from assistant.present.policy.changed import EditionChanges
from assistant.web.api.answers import MatchesRecord
from assistant.web.api.records import AnswerRecord, AnswersRecord, PolicyRecord, PolicyWhole, TopicRecord
from assistant.web.pages.form import EDITION

V1 = "/api/v1"
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
        " into one request, at most 250. Where together they take too much work, 413 says so: send fewer."
    ),
    N_("Scripts of other sites may ask from a browser where whoever runs this server has named those sites."),
)
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
READABLE = r"^[^\x00-\x1f\x7f-\x9f]*$"
"""Of any text that an address may hold."""


@dataclass(frozen=True, slots=True)
class Parameter:
    """One value that can be given: what it is, and the pattern of its text; `many` are parameters named by ids."""

    name: str
    about: str
    pattern: str = ""
    place: Literal["query", "path"] = "query"
    required: bool = False
    many: bool = False


@dataclass(frozen=True, slots=True)
class Operation:
    """
    One thing that can be asked: where, with which parameters, and the record that it is answered with, or a list of
    them. `sent` says what its body is, where it has one.
    """

    id: str
    tag: str
    path: str
    summary: str
    about: str
    record: type[BaseModel]
    parameters: tuple[Parameter, ...] = ()
    listed: bool = False
    sent: str = ""
    deprecated: tuple[dt.datetime, dt.datetime] | None = None
    """Since when it is to go, and from when on it may be gone; with their zone."""

    @property
    def method(self) -> str:
        """How it is asked."""
        return "POST" if self.sent else "GET"


POLICY = Parameter("policy", N_("The id of a policy."), f"^{ID}$", place="path", required=True)
TOPIC = Parameter("topic", N_("The id of one of its topics."), f"^{ID}$", place="path", required=True)
ASPECT = Parameter("aspect", N_("What is asked of the topic."), place="path", required=True)
FACTS = Parameter(
    "facts",
    N_("Facts, each as a parameter of its own: its id, and its value. A policy lists the ids and values."),
    READABLE,
    many=True,
)
LANG = Parameter("lang", N_("The language of the texts; English where left out."))
ON = Parameter("on", N_("The day asked about, `YYYY-MM-DD`; today in the policy’s time zone where left out."), DAY)
UNKNOWN = Parameter("unknown", N_("Facts that are not known, by id with commas between."), f"^{NAME}(,{NAME})*$")
EDITION_NAMED = Parameter(
    "edition",
    N_(
        "An earlier edition, whose answer is then told in `then` beside today’s. 503 where this server has not "
        "got it yet."
    ),
    f"^{EDITION.pattern}$",
)
Q = Parameter("q", N_("The question, of which the first 500 characters count."), ASKED, required=True)
NOW = Parameter(
    "now", N_("The moment of asking on the policy’s own clock, `YYYY-MM-DDTHH:MM`; now where left out."), MOMENT
)
OPERATIONS = (
    Operation(
        "list_policies",
        "policies",
        "/policies",
        N_("All policies"),
        N_("Each with its document, its edition and its topics."),
        PolicyRecord,
        (LANG,),
        listed=True,
    ),
    Operation(
        "read_policy",
        "policies",
        "/policies/{policy}",
        N_("One policy"),
        N_(
            "With the facts that its questions ask for, its clauses, and how it is read where it can be read in two "
            "ways."
        ),
        PolicyWhole,
        (POLICY, LANG),
    ),
    Operation(
        "list_changes",
        "policies",
        "/policies/{policy}/changes",
        N_("What changed in a policy"),
        N_("Each frozen edition, the latest first: since when it is served, and which answers are other than before."),
        EditionChanges,
        (POLICY, LANG),
        listed=True,
    ),
    Operation(
        "list_topics",
        "policies",
        "/topics",
        N_("All topics"),
        N_("Each topic of every policy, with what can be asked of it."),
        TopicRecord,
        (LANG,),
        listed=True,
    ),
    Operation(
        "match_question",
        "questions",
        "/match",
        N_("What a question is about"),
        N_(
            "The topics that it may be about, the best first, and the facts that it states. `confident` is false "
            "where a person should choose."
        ),
        MatchesRecord,
        (Q, LANG, NOW),
    ),
    Operation(
        "decide_case",
        "answers",
        "/answers/{policy}/{topic}/{aspect}",
        N_("One case"),
        N_("`status` is `answered`, or `needs` with the fact to ask for next."),
        AnswerRecord,
        (POLICY, TOPIC, ASPECT, FACTS, UNKNOWN, ON, EDITION_NAMED, LANG),
    ),
    Operation(
        "decide_cases",
        "answers",
        "/answers",
        N_("Many cases"),
        N_(
            "Each is answered by a record of its own, in the same order; `invalid`, with every fault, where it cannot "
            "be."
        ),
        AnswersRecord,
        sent=N_("An object that lists the cases, or the bare list. What is no case has an answer that says so."),
    ),
)
