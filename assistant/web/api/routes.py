"""The JSON API. Canonical texts only; every fault is listed with the name of its parameter."""

import datetime as dt
from asyncio import Lock
from email.utils import format_datetime
from functools import partial

from pydantic_core import to_json
from starlette.concurrency import run_in_threadpool
from starlette.datastructures import MutableHeaders
from starlette.middleware import Middleware
from starlette.middleware.exceptions import ExceptionMiddleware
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Router
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from assistant.decide import FactFault, read_moment
from assistant.decide.cases import Case
from assistant.errors import Refusal
from assistant.i18n.words import Words
from assistant.match.understanding import Understands
from assistant.model.edition import Approval
from assistant.present.answer.records import find_present
from assistant.present.policy.pages import topic_list
from assistant.present.question import question_view
from assistant.present.writer import Writer
from assistant.web.api.answers import answer, answer_then, error_records, matches_record
from assistant.web.api.cases import answer_cases
from assistant.web.api.description import OPERATIONS, V1
from assistant.web.api.document import api_page, described
from assistant.web.api.examples import Examples, Shown
from assistant.web.api.records import PolicyRecord, PolicyWhole, TopicRecord
from assistant.web.frame.guard import Guard
from assistant.web.frame.head import DEFAULT_LANGUAGE
from assistant.web.frame.problems import Problems, Unprocessable
from assistant.web.frame.route import Route
from assistant.web.frame.seen import UNDERSTOOD
from assistant.web.frame.site import Site, given
from assistant.web.late import understand
from assistant.web.pages.box import LONGEST_QUESTION
from assistant.web.pages.form import EDITION
from assistant.web.pages.policies import whole_records


def make_api(site: Site, matcher: Understands, problems: Problems) -> ASGIApp:
    """The application that answers everything under `/api/v1`, and describes itself."""
    router = Router(Api(site, matcher).routes(), redirect_slashes=False)
    api = Guard(ExceptionMiddleware(router, problems.handlers), problems.failure, kept="no-cache")
    examples = Examples(site, api, problems)
    held: tuple[Shown | None, bytes] = None, b""
    lock = Lock()

    async def document(request: Request) -> Response:
        nonlocal held
        given(request)
        shown = await examples.shown(DEFAULT_LANGUAGE)
        async with lock:
            if held[0] is not shown:
                held = shown, to_json(await run_in_threadpool(described, site, site.words[DEFAULT_LANGUAGE], shown))
        return Response(held[1], media_type="application/json")

    router.routes += [Route(f"{V1}/openapi.json", document), Route("/{lang}/api", partial(api_page, site, examples))]
    return api


def answered(record: object, bare: bool = False) -> Response:
    """What programs are answered with; `bare` where a field without a value is left out."""
    return Response(to_json(record, exclude_none=bare), media_type="application/json")


class Parting:
    """Says of whatever an operation answers, refusals too, since when it is to go, and when it goes."""

    def __init__(self, app: ASGIApp, since: dt.datetime, until: dt.datetime) -> None:
        gone = format_datetime(until.astimezone(dt.UTC), usegmt=True)
        self.app, self.told = app, {"Deprecation": f"@{since.timestamp():.0f}", "Sunset": gone}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        async def telling(message: Message) -> None:
            if message["type"] == "http.response.start":
                MutableHeaders(scope=message).update(self.told)
            await send(message)

        await self.app(scope, receive, telling)


class Api:
    """Routes over one site."""

    def __init__(self, site: Site, matcher: Understands) -> None:
        self.site, self.matcher = site, matcher

    def routes(self) -> list[BaseRoute]:
        """A route for each operation: the method of its name."""
        return [
            Route(
                V1 + one.path,
                getattr(self, one.id),
                methods=[one.method],
                middleware=[Middleware(Parting, *one.deprecated)] if one.deprecated else [],
            )
            for one in OPERATIONS
        ]

    def list_policies(self, request: Request) -> Response:
        """Every policy."""
        words, _ = self._read(request)
        writers = self.site.writers[words.language.id].values()
        return answered([policy_record(writer, self._approval(writer)) for writer in writers])

    def read_policy(self, request: Request) -> Response:
        """A policy with its facts, clauses and readings."""
        words, _ = self._read(request)
        writer = self.site.writer(request, words.language.id)
        return answered(policy_whole(writer, self._approval(writer)))

    def _approval(self, writer: Writer) -> Approval | None:
        return self.site.publication(writer.policy).approval

    def list_changes(self, request: Request) -> Response:
        """What changed in each frozen edition of a policy, the latest first."""
        words, _ = self._read(request)
        return answered(whole_records(self.site, self.site.writer(request, words.language.id)))

    def list_topics(self, request: Request) -> Response:
        """Every topic of every policy."""
        words, _ = self._read(request)
        found = topic_list(self.site.writers[words.language.id].values(), self.site.latest())
        return answered([TopicRecord.model_validate(one) for one in found])

    async def match_question(self, request: Request) -> Response:
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
        found, writers = await understand(self.matcher, question, moment), self.site.writers[words.language.id]
        request.scope[UNDERSTOOD] = found.outcome
        response = answered(matches_record(writers, question, found))
        response.headers["Cache-Control"] = "no-store"
        return response

    def decide_case(self, request: Request) -> Response:
        """One question of a topic, decided: an answer, or the fact that is needed next."""
        policy, topic, aspect = (request.path_params[name] for name in ("policy", "topic", "aspect"))
        find_present(self.site.library, Case(policy, topic, aspect, {}, None))
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
        return answered(record, bare=True)

    async def decide_cases(self, request: Request) -> Response:
        """Many cases, each decided."""
        return await answer_cases(self.site, request)

    def _read(self, request: Request, *names: str | None) -> tuple[Words, dict[str, str]]:
        """
        The words of `lang`, and the other parameters: those of these names, or any where one of them is None. Raises
        `Unprocessable` where there is no such language, or a parameter has another name.
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


def policy_record(writer: Writer, approval: Approval | None) -> PolicyRecord:
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
        approval=approval,
        topics=list(writer.policy.topics),
    )


def policy_whole(writer: Writer, approval: Approval | None) -> PolicyWhole:
    """A policy with everything that an answer can name."""
    return PolicyWhole.model_validate(
        {
            **dict(policy_record(writer, approval)),
            "lede": writer.text(writer.policy.summary.lede),
            "facts": [question_view(writer, name) for name in writer.policy.facts],
            "clauses": list(map(writer.clause, writer.clauses)),
            "readings": writer.readings(),
        }
    )
