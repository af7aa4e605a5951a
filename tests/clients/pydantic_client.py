"""Every operation, by the Python client that openapi-generator makes: prints what each said."""

import json
import sys

from made import (
    AnswersApi,
    ApiClient,
    CaseRecord,
    CaseRecordFactsValue,
    CasesRecord,
    Configuration,
    DecideCasesRequest,
    PoliciesApi,
    ProblemRecord,
    QuestionsApi,
)
from made.exceptions import UnprocessableEntityException

PLACE = "licence-desk", "hwkc-replacement", "free"


def told(client: ApiClient) -> dict[str, object]:
    """What each operation says, and what is refused."""
    policies, questions, answers = PoliciesApi(client), QuestionsApi(client), AnswersApi(client)
    answer = answers.decide_case(*PLACE, facts={"system": "sv9500", "swa": "active"}, on="2026-01-15", lang="ja")
    system = {"system": CaseRecordFactsValue("sv9500")}
    case = CaseRecord(policy=PLACE[0], topic=PLACE[1], aspect=PLACE[2], id=1, facts=system)
    other = CaseRecord(policy=PLACE[0], topic="nothing", aspect=PLACE[2], id="b")
    many = answers.decide_cases(DecideCasesRequest(CasesRecord(cases=[case, other])))
    try:
        answers.decide_case(*PLACE, facts={"swa": "ACTIVE"})
    except UnprocessableEntityException as error:
        refused = error.data
    assert isinstance(refused, ProblemRecord)
    return {
        "list_policies": sorted(one.id for one in policies.list_policies()),
        "read_policy": [one.id for one in policies.read_policy(PLACE[0]).facts[:2]],
        "list_changes": [one.edition for one in policies.list_changes(PLACE[0])],
        "list_topics": len(policies.list_topics()),
        "match_question": questions.match_question(q="is a new dongle free?").matches[0].topic,
        "decide_case": [answer.verdict, answer.text.headline if answer.text else ""],
        "decide_cases": [[one.id, one.status, one.fact] for one in many.answers],
        "refused": [refused.status, [one.name for one in refused.errors]],
    }


sys.stdout.write(json.dumps(told(ApiClient(Configuration(host=sys.argv[1])))))
