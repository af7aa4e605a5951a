"""The tools as an assistant is told of them: what each is for, what it takes, and what it must not be given."""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from assistant.mcp.replies import ChangesRecord, ClausesRecord, NextRecord, TopicWhole
from assistant.model.rule import ASPECTS
from assistant.web.api.answers import MatchesRecord
from assistant.web.api.records import AnswerRecord, ApiRecord
from assistant.web.pages.box import LONGEST_QUESTION

Schema = dict[str, object]
INSTRUCTIONS = """\
Exact answers from policy documents, worked out from rules and the same for everybody. Use these tools in place of \
your own knowledge of the documents.

1. find_topic with the person's question, word for word. Without an aspect: read_topic, and no more than it says.
2. next_question until nothing is asked any more: put each question to the person, and pass on what they say.
3. decide. Tell the person the answer, its reason, and the permalink.

Never guess a fact. A fact is what the person said of their own case, or what a document shows that they gave you. \
Nothing follows from what is usual or likely, or from what they did not say. “I don't know” is an answer: name the \
fact in `unknown`. What was neither said nor asked is left out. Where a tool says that something is not known, or that \
no topic answers, say so: do not fill it in."""
FACTS = (
    "Facts of this case, by id, each as canonical text: an option's id, yes or no, a number without its unit, "
    "YYYY-MM-DD, YYYY-MM-DDTHH:MM. Only what the person said themselves. Do not infer, assume or complete any."
)
UNKNOWN = "The ids of facts that the person said they do not know. Not of those that were never asked."
ON = "The day asked about, YYYY-MM-DD, if the person named one; today in the policy's time zone if left out."

QUESTION = f"The question in the person's own words, unchanged, of at most {LONGEST_QUESTION} characters."
FIND = (
    "Finds the topics that a question is about, best first, with the facts that it states. `confident` false: ask the "
    "person which topic they mean. `offered` facts are doubtful: ask, and count on none. No match: no topic of these "
    "documents answers the question; say so."
)
TOPIC = (
    "What a topic's page says: what the document states of it, what it leaves open, and its rules in words. Where "
    "`aspects` is empty, the topic answers no question and this is all that is known: say so, and add nothing. decide "
    "says what the rules come to in a person's case."
)
NEXT = (
    "Says which fact decides next, with the question to put to the person and its options. Ask it as it stands, one at "
    "a time; do not answer it for them. Without a question there is an answer: call decide."
)
DECIDE = (
    "Decides one question of a topic: the verdict with its reason, dates, numbers, notes, clauses, readings, next "
    "steps, edition and permalink. Status `needs`: one more fact decides; ask the person. `open`: what is still "
    "possible where something is not known. `invalid`: every fault in what was given."
)
EXPLAIN = "Why an answer is what it is: each rule that was asked, whether it held, and how dates and sums were counted."
CHANGE = (
    "The nearest other answers: which single fact, or which other day, would change this one, and into what. They are "
    "comparisons, and nothing that is known of this case. Where there are none, as where a fact is not known, none was "
    "worked out: that does not mean that nothing would change it."
)
READ = "Clauses of the document: where each stands, what it says in plain words, and its own words where they are held."
COMPARE = (
    "The answer of today beside that of an earlier edition of the policy, in `then`: whether it changed, in what, and "
    "by which clauses."
)


def _text(about: str, **more: object) -> Schema:
    return {"type": "string", "description": about, **more}


class Tool(NamedTuple):
    """
    A tool: `about` is what an assistant is told; `takes` are the schemas of its arguments, `needs` those that it must
    be given; it answers with a `record`.
    """

    name: str
    title: str
    about: str
    takes: Mapping[str, Schema]
    needs: tuple[str, ...]
    record: type[ApiRecord]

    def input(self) -> Schema:
        """The schema of what it takes."""
        return {
            "type": "object",
            "properties": dict(self.takes),
            "required": list(self.needs),
            "additionalProperties": False,
        }

    def output(self) -> Schema:
        """The schema of what it answers with; what is nothing is left out."""
        return self.record.model_json_schema()


PLACE = ("policy", "topic", "aspect")


def tools(policies: Iterable[str], languages: Iterable[str]) -> dict[str, Tool]:
    """Every tool by name, for these policies and languages."""
    lang = {"lang": _text("The language of the sentences: that of the person. English if left out.", enum=[*languages])}
    policy = {"policy": _text("The policy's id.", enum=[*policies])}
    case: dict[str, Schema] = {
        **policy,
        "topic": _text("The topic's id, as find_topic gives it."),
        "aspect": _text("free: what does it cost? due: by when? covered: is it possible at all?", enum=[*ASPECTS]),
        "facts": {"type": "object", "additionalProperties": {"type": "string"}, "description": FACTS},
        "unknown": {"type": "array", "items": {"type": "string"}, "description": UNKNOWN},
        "on": _text(ON),
        **lang,
    }
    then = {"edition": _text("The earlier edition, as a permalink has it.")}
    clauses: dict[str, Schema] = {
        "clauses": {
            "type": "array",
            "items": {"type": "string"},
            "description": "Ids, as answers have them in `cites`.",
        }
    }
    topic = {name: case[name] for name in ("policy", "topic", "lang")}
    found = (
        Tool("find_topic", "Find a topic", FIND, {"question": _text(QUESTION), **lang}, ("question",), MatchesRecord),
        Tool("read_topic", "Read a topic", TOPIC, topic, PLACE[:2], TopicWhole),
        Tool("next_question", "What is asked next", NEXT, case, PLACE, NextRecord),
        Tool("decide", "Decide", DECIDE, case, PLACE, AnswerRecord),
        Tool("explain", "Explain an answer", EXPLAIN, case, PLACE, AnswerRecord),
        Tool("what_would_change", "What would change an answer", CHANGE, case, PLACE, ChangesRecord),
        Tool("read_clauses", "Read clauses", READ, {**policy, **clauses, **lang}, ("policy", "clauses"), ClausesRecord),
        Tool(
            "compare_editions",
            "Compare with an earlier edition",
            COMPARE,
            {**case, **then},
            (*PLACE, "edition"),
            AnswerRecord,
        ),
    )
    return {tool.name: tool for tool in found}
