"""The JSON API. Canonical texts only; every fault is listed with the name of its parameter."""

import datetime as dt
from collections.abc import Mapping

from fastapi import APIRouter, FastAPI, Request
from fastapi.concurrency import run_in_threadpool
from starlette.middleware import Middleware

from assistant import __version__
from assistant.decide import FactFault, read_moment
from assistant.decide.cases import Case
from assistant.errors import Refusal
from assistant.i18n import N_
from assistant.i18n.words import Words
from assistant.match.understanding import Understands
from assistant.present import find, present, told_of
from assistant.present.views import AnswerView
from assistant.web.api.answers import answer, answer_case, error_records, read_cases
from assistant.web.api.policies import match_record, policy_record, policy_whole, topic_records
from assistant.web.api.records import (
    AnswerRecord,
    AnswersRecord,
    CasesRecord,
    MatchesRecord,
    PolicyRecord,
    PolicyWhole,
    ProblemRecord,
    ThenRecord,
    TopicRecord,
)
from assistant.web.frame.guard import Guard
from assistant.web.frame.head import DEFAULT_LANGUAGE
from assistant.web.frame.problems import Problems, Unprocessable
from assistant.web.frame.query import BadRequest
from assistant.web.frame.site import Site, given
from assistant.web.pages.box import LONGEST_QUESTION
from assistant.web.pages.earlier import edition_named, edition_record, edition_view
from assistant.web.pages.form import EDITION

LONGEST_BODY = 2_000_000
"""Bytes of the largest request that is read."""
FACTS = {
    "name": "facts", "in": "query", "style": "form", "explode": True,
    "schema": {"type": "object", "additionalProperties": {"type": "string"}},
    "description": "Facts by id, as canonical text: `swa=active&system=sv9500`.",
}  # fmt: skip


def _parameter(name: str, about: str, required: bool = False) -> dict[str, object]:
    return {"name": name, "in": "query", "required": required, "description": about, "schema": {"type": "string"}}


LANG = _parameter("lang", "The language of the texts, such as `en` or `ja`; English where left out.")
ON = _parameter("on", "The day asked about, `YYYY-MM-DD`; today in the policy's time zone where left out.")
UNKNOWN = _parameter("unknown", "Facts that are not known, by id with commas between: `unknown=swa,system`.")
EDITION_NAMED = _parameter("edition", "An earlier edition, whose answer is then told in `then` beside today's.")
Q = _parameter("q", "The question, of which the first 500 characters count.", required=True)
NOW = _parameter("now", "The moment of asking on the policy's own clock, `YYYY-MM-DDTHH:MM`; now where left out.")


def make_api(site: Site, matcher: Understands, problems: Problems) -> FastAPI:
    """The application that answers everything under `/api/v1`, and describes itself."""
    api = FastAPI(
        title="policy-assistant", version=__version__, summary="Answers from policy documents, the same for everybody.",
        docs_url=None, redoc_url=None, openapi_url="/api/v1/openapi.json", redirect_slashes=False,
        middleware=[Middleware(Guard, failure=problems.failure)],
    )  # fmt: skip
    problems.register(api)
    api.include_router(Api(site, matcher).router())
    return api


class Api:
    """Routes over one site."""

    def __init__(self, site: Site, matcher: Understands) -> None:
        self.site, self.matcher = site, matcher

    def router(self) -> APIRouter:
        """Every route under `/api/v1`."""
        wrong: dict[int | str, dict[str, object]] = {
            status: {"model": ProblemRecord, "description": about}
            for status, about in ((400, "The request cannot be read."), (404, "There is no such thing."),
                                  (422, "Something given is wrong; each error names its parameter."))
        }  # fmt: skip
        router = APIRouter(prefix="/api/v1", responses=wrong)
        router.get("/policies", openapi_extra={"parameters": [LANG]})(self.policies)
        router.get("/policies/{policy}", openapi_extra={"parameters": [LANG]})(self.policy)
        router.get("/topics", openapi_extra={"parameters": [LANG]})(self.topics)
        router.get("/match", openapi_extra={"parameters": [Q, LANG, NOW]})(self.match)
        router.get(
            "/answers/{policy}/{topic}/{aspect}", response_model=AnswerRecord, response_model_exclude_none=True,
            openapi_extra={"parameters": [FACTS, UNKNOWN, ON, EDITION_NAMED, LANG]},
        )(self.answer)  # fmt: skip
        router.post(
            "/answers", response_model=AnswersRecord, response_model_exclude_none=True,
            openapi_extra={"requestBody": {"required": True, "content": {"application/json": {
                "schema": CasesRecord.model_json_schema()}}}},
        )(self.answers)  # fmt: skip
        return router

    def policies(self, request: Request) -> list[PolicyRecord]:
        """Every policy."""
        words, _ = self._read(request)
        return [policy_record(policy, words) for policy in self.site.library.policies.values()]

    def policy(self, policy: str, request: Request) -> PolicyWhole:
        """A policy with its facts, clauses and readings."""
        words, _ = self._read(request)
        return policy_whole(self.site.policy(policy), words, self.site.today(self.site.policy(policy)))

    def topics(self, request: Request) -> list[TopicRecord]:
        """Every topic of every policy."""
        words, _ = self._read(request)
        return topic_records(self.site.library, words, self.site.latest())

    def match(self, request: Request) -> MatchesRecord:
        """What a question in someone's own words is about, and what it states."""
        words, pairs = self._read(request, "q", "now")
        question = pairs.get("q", "")[:LONGEST_QUESTION]
        moment, faults = self.site.now(), []
        try:
            moment = read_moment(pairs["now"]) if "now" in pairs else moment
        except Refusal as refusal:
            faults.append(FactFault("now", refusal.reason, refusal.details))
        if not question.strip():
            faults.append(FactFault("q", "question-wanted", {}))
        if faults:
            raise Unprocessable(error_records(faults, words))
        found = self.matcher.understand(question, moment)
        return MatchesRecord(
            matches=[match_record(self.site.library, one, words) for one in found.matches],
            facts=dict(found.facts), confident=found.confident,
        )  # fmt: skip

    def answer(self, policy: str, topic: str, aspect: str, request: Request) -> AnswerRecord:
        """One question of a topic, decided: an answer, or the fact that is needed next."""
        known, _ = find(self.site.library, policy, topic, aspect)
        words, facts = self._read(request, None)
        on, name = facts.pop("on", None), facts.pop("edition", None)
        if name is not None and not EDITION.fullmatch(name):
            raise Unprocessable(error_records([FactFault("edition", "edition-wanted", {})], words))
        edition = edition_named(self.site, known, name)
        gone = edition.policy.facts.keys() - known.facts.keys() if edition else set()
        unknown = facts.pop("unknown", None)
        names = tuple(unknown.split(",")) if unknown is not None else ()
        case = Case(policy, topic, aspect, {name: text for name, text in facts.items() if name not in gone}, on, names)
        record = answer(self.site, case, words.language.id)
        if record.errors is not None:
            raise Unprocessable(record.errors)
        return record.model_copy(update={"then": self._then(record, words, case, name, facts)})

    def _then(self, record: AnswerRecord, words: Words, case: Case, edition: str | None,
              facts: Mapping[str, str]) -> ThenRecord | None:  # fmt: skip
        """What the edition says that was asked for; None where it is today's."""
        policy, on = self.site.policy(case.policy), dt.date.fromisoformat(record.on or "")
        told = told_of(self.site.library, case.policy, case.topic, case.aspect, case.facts, on, case.unknown)
        now = present(policy, told.outcome, case.facts, words)
        view = edition_view(
            self.site, words, policy, (case.topic, case.aspect), edition,
            {**facts, "unknown": ",".join(case.unknown)}, on,
            now if isinstance(now, AnswerView) else None,
        )  # fmt: skip
        return edition_record(view) if view else None

    async def answers(self, request: Request) -> AnswersRecord:
        """Many cases at once, at most 1,000, each answered by a record of its own."""
        given(request)
        body = bytearray()
        async for chunk in request.stream():
            body += chunk
            if len(body) > LONGEST_BODY:
                raise BadRequest(413, N_("This request is too large."))
        return await run_in_threadpool(self._answers, bytes(body))

    def _answers(self, body: bytes) -> AnswersRecord:
        return AnswersRecord(answers=[answer_case(self.site, case) for case in read_cases(body)])

    def _read(self, request: Request, *names: str | None) -> tuple[Words, dict[str, str]]:
        """
        The words of `lang`, and the other parameters: those of these names, or any where one of them is None.

        Raises:
            Unprocessable: no such language, or a parameter of another name.
        """
        pairs = given(request)
        lang = pairs.pop("lang", DEFAULT_LANGUAGE)
        known = lang in self.site.languages
        words = self.site.words[lang if known else DEFAULT_LANGUAGE]
        faults = [] if known else [FactFault("lang", "no-such-language", {"given": lang})]
        strange = [] if None in names else [name for name in pairs if name not in names]
        faults += [FactFault(name, "no-such-parameter", {"given": name}) for name in strange]
        if faults:
            raise Unprocessable(error_records(faults, words))
        return words, pairs
