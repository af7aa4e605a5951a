"""Every operation, by the client that openapi-python-client makes: prints what each said."""

import json
import sys

from made import Client
from made.api.answers import decide_case, decide_cases
from made.api.policies import list_changes, list_policies, list_topics, read_policy
from made.api.questions import match_question
from made.models import (
    AnswerRecord,
    AnswersRecord,
    CaseRecord,
    CaseRecordFacts,
    CasesRecord,
    DecideCaseAspect,
    DecideCaseFacts,
    DecideCaseLang,
    MatchesRecord,
    PolicyWhole,
    ProblemRecord,
)

PLACE = "licence-desk", "hwkc-replacement"
FREE = DecideCaseAspect.FREE


def facts(**values: str) -> DecideCaseFacts:
    """Facts as parameters."""
    told = DecideCaseFacts()
    told.additional_properties.update(values)
    return told


def told(client: Client) -> dict[str, object]:
    """What each operation says, and what is refused."""
    policies, topics = list_policies.sync(client=client), list_topics.sync(client=client)
    changes = list_changes.sync(PLACE[0], client=client)
    policy = read_policy.sync(PLACE[0], client=client)
    found = match_question.sync(client=client, q="is a new dongle free?")
    asked, japanese = facts(system="sv9500", swa="active"), DecideCaseLang.JA
    answer = decide_case.sync(*PLACE, FREE, client=client, facts=asked, on="2026-01-15", lang=japanese)
    refused = decide_case.sync(*PLACE, FREE, client=client, facts=facts(swa="ACTIVE"))
    case = CaseRecord(*PLACE, "free", id=1, facts=CaseRecordFacts.from_dict({"system": "sv9500"}))
    answers = decide_cases.sync(
        client=client, body=CasesRecord([case, CaseRecord(PLACE[0], "nothing", "free", id="b")])
    )
    assert isinstance(policies, list)
    assert isinstance(topics, list)
    assert isinstance(changes, list)
    assert isinstance(policy, PolicyWhole)
    assert isinstance(found, MatchesRecord)
    assert isinstance(answer, AnswerRecord)
    assert isinstance(answers, AnswersRecord)
    assert isinstance(refused, ProblemRecord)
    return {
        "list_policies": sorted(one.id for one in policies),
        "read_policy": [one.id for one in policy.facts[:2]],
        "list_topics": len(topics),
        "list_changes": [one.edition for one in changes],
        "match_question": found.matches[0].topic,
        "decide_case": [answer.verdict, answer.text.headline if answer.text else ""],
        "decide_cases": [[one.id, one.status, one.fact or None] for one in answers.answers],
        "refused": [refused.status, [one.name for one in refused.errors]],
    }


sys.stdout.write(json.dumps(told(Client(sys.argv[1]))))
