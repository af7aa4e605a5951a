"""The JSON API. Canonical texts only; every fault is listed with the name of its parameter."""

from functools import partial

from fastapi import APIRouter, FastAPI, Request
from starlette.middleware import Middleware
from starlette.responses import JSONResponse, Response

from assistant.decide import FactFault, read_moment
from assistant.decide.aliases import by_present_ids
from assistant.decide.cases import Case
from assistant.errors import Refusal
from assistant.i18n.words import Words
from assistant.match.understanding import Understands
from assistant.model.publication import Approval
from assistant.present.answer.ask import find
from assistant.present.policy.pages import topic_list
from assistant.present.question import question_view
from assistant.present.writer import Writer
from assistant.web.api.answers import answer, answer_then, error_records
from assistant.web.api.cases import answer_cases
from assistant.web.api.changes import EditionChanges
from assistant.web.api.description import (
    DECIDE_CASE,
    DECIDE_CASES,
    LIST_CHANGES,
    LIST_POLICIES,
    LIST_TOPICS,
    MATCH_QUESTION,
    READ_POLICY,
)
from assistant.web.api.document import Document
from assistant.web.api.examples import V1
from assistant.web.api.matches import MatchesRecord, matches_record
from assistant.web.api.page import api_page
from assistant.web.api.records import (
    AnswerRecord,
    AnswersRecord,
    PolicyRecord,
    PolicyWhole,
    TopicRecord,
)
from assistant.web.frame.guard import Guard
from assistant.web.frame.head import DEFAULT_LANGUAGE
from assistant.web.frame.problems import Problems, Unprocessable
from assistant.web.frame.seen import UNDERSTOOD
from assistant.web.frame.site import Site, given
from assistant.web.pages.box import LONGEST_QUESTION
from assistant.web.pages.changes import changes_records
from assistant.web.pages.form import EDITION


def make_api(site: Site, matcher: Understands, problems: Problems) -> FastAPI:
    """The application that answers everything under `/api/v1`, and describes itself."""
    api = FastAPI(
        openapi_url=None,
        redirect_slashes=False,
        middleware=[Middleware(Guard, failure=problems.failure, kept="no-cache")],
    )
    for kind, handler in problems.handlers.items():
        api.add_exception_handler(kind, handler)
    document = Document(site, api, problems)

    async def described(request: Request) -> Response:
        given(request)
        return JSONResponse(await document.whole(DEFAULT_LANGUAGE))

    api.add_route(f"{V1}/openapi.json", described)
    api.add_route("/{lang}/api", partial(api_page, site, document))
    api.include_router(Api(site, matcher).router())
    return api


class Api:
    """Routes over one site."""

    def __init__(self, site: Site, matcher: Understands) -> None:
        self.site, self.matcher = site, matcher

    def router(self) -> APIRouter:
        """Every route under `/api/v1`."""
        router = APIRouter(prefix=V1, responses={422: {}})
        router.get("/policies", **LIST_POLICIES)(self.policies)
        router.get("/policies/{policy}", **READ_POLICY)(self.policy)
        router.get("/policies/{policy}/changes", **LIST_CHANGES)(self.changes)
        router.get("/topics", **LIST_TOPICS)(self.topics)
        router.get("/match", **MATCH_QUESTION)(self.match)
        answers = "/answers/{policy}/{topic}/{aspect}"
        router.get(answers, response_model=AnswerRecord, response_model_exclude_none=True, **DECIDE_CASE)(self.answer)
        router.post("/answers", response_model=AnswersRecord, **DECIDE_CASES)(self.answers)
        return router

    def policies(self, request: Request) -> list[PolicyRecord]:
        """Every policy."""
        words, _ = self._read(request)
        writers = self.site.writers[words.language.id].values()
        return [policy_record(writer).model_copy(update=self._approved(writer)) for writer in writers]

    def policy(self, policy: str, request: Request) -> PolicyWhole:
        """A policy with its facts, clauses and readings."""
        words, _ = self._read(request)
        writer = self.site.writer(request, words.language.id)
        return policy_whole(writer).model_copy(update=self._approved(writer))

    def _approved(self, writer: Writer) -> dict[str, Approval | None]:
        """Who approved what a policy says."""
        return {"approval": self.site.publication(writer.policy).approval}

    def changes(self, policy: str, request: Request) -> list[EditionChanges]:
        """What changed in each frozen edition of a policy, the latest first."""
        words, _ = self._read(request)
        found = changes_records(self.site, self.site.writer(request, words.language.id))
        return [EditionChanges.model_validate(one) for one in found]

    def topics(self, request: Request) -> list[TopicRecord]:
        """Every topic of every policy."""
        words, _ = self._read(request)
        found = topic_list(self.site.writers[words.language.id].values(), self.site.latest())
        return [TopicRecord.model_validate(one) for one in found]

    def match(self, request: Request, response: Response) -> MatchesRecord:
        """What a question in someone's own words is about, and what it states."""
        response.headers["Cache-Control"] = "no-store"
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
        found, writers = self.matcher.understand(question, moment), self.site.writers[words.language.id]
        request.scope[UNDERSTOOD] = found.outcome
        return matches_record(writers, question, found)

    def answer(self, policy: str, topic: str, aspect: str, request: Request) -> AnswerRecord:
        """One question of a topic, decided: an answer, or the fact that is needed next."""
        now = by_present_ids(self.site.library, Case(policy, topic, aspect, {}, None))
        find(self.site.library, now.policy, now.topic, now.aspect)
        words, facts = self._read(request, None)
        on, name = facts.pop("on", None), facts.pop("edition", None)
        if name is not None and not EDITION.fullmatch(name):
            raise Unprocessable(error_records([FactFault("edition", "edition-wanted", {})], words))
        unknown = facts.pop("unknown", None)
        names = tuple(unknown.split(",")) if unknown is not None else ()
        case, lang = Case(policy, topic, aspect, facts, on, names), words.language.id
        record = answer_then(self.site, case, lang, name) if name else answer(self.site, case, lang)
        if record.errors is not None:
            raise Unprocessable(record.errors)
        return record

    async def answers(self, request: Request) -> Response:
        """Many cases at once, at most 1,000, each answered by a record of its own."""
        return await answer_cases(self.site, request)

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


def policy_record(writer: Writer) -> PolicyRecord:
    """A policy in a list."""
    about = writer.policy.about
    return PolicyRecord(
        id=about.id,
        title=writer.text(about.title),
        issuer=writer.text(about.issuer),
        document=writer.text(about.document.title),
        reference=about.document.reference,
        language=about.language,
        time_zone=about.time_zone,
        edition=writer.policy.edition,
        approval=None,
        topics=list(writer.policy.topics),
    )


def policy_whole(writer: Writer) -> PolicyWhole:
    """A policy with everything that an answer can name."""
    return PolicyWhole.model_validate(
        {
            **policy_record(writer).model_dump(),
            "lede": writer.text(writer.policy.summary.lede),
            "facts": [question_view(writer, name) for name in writer.policy.facts],
            "clauses": list(map(writer.clause, writer.clauses)),
            "readings": writer.readings(),
        }
    )
