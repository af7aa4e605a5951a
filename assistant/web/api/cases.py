"""Many cases in one request: each is answered by a record of its own, and none takes more than its share of time."""

import json
from asyncio import Lock
from collections.abc import Iterable
from email.message import Message
from itertools import islice

from starlette.requests import Request
from starlette.responses import Response

from assistant.decide import FactFault, Invalid
from assistant.decide.cases import MOST_FACTS, decode, encode, read_case, strangers
from assistant.i18n import N_
from assistant.web.api.answers import answer, error_records
from assistant.web.frame.admission import LONGEST_BODY, SMALL, TURNS, Turns
from assistant.web.frame.head import DEFAULT_LANGUAGE
from assistant.web.frame.origin import body_of
from assistant.web.frame.problems import Unprocessable
from assistant.web.frame.query import BadRequest
from assistant.web.frame.site import Site, given
from assistant.web.frame.way import Way, alone

MOST_CASES = 250
MOST_VALUES = 20_000
"""Commas of a body: more are of no cases that can be answered, and would be long in the reading."""
BUDGET = 0.15
"""Seconds of the processor's time after which no case is begun: a fifth with the last one and what is around."""
TOO_LARGE = N_("This request is too large.")
TOO_MUCH = N_("These cases take too much work at once. Send fewer of them in one request.")


async def answer_cases(site: Site, request: Request) -> Response:
    """
    The answers to the cases of a request, in their order. One request is worked on at a time, and beside it one that is
    small; a few wait.

    Raises:
        BadRequest: it cannot be read, or asks for too much.
        Unprocessable: something is given that is not known.
        ClientDisconnect: whoever asked has gone; what is left of the work is dropped.
        HTTPException: 503 where others are long in being answered.
    """
    if strange := given(request):
        raise _refused(site, [FactFault(name, "no-such-parameter", {"given": name}) for name in strange])
    _check_type(request.headers.get("content-type"))
    body, turns = await body_of(request, LONGEST_BODY, TOO_LARGE), request.scope.get(TURNS) or Turns()
    small = len(body) < SMALL
    one_at_a_time, busy = (turns.short, turns.awaited) if small else (turns.long, turns.pressing)
    way = Way(busy)
    answers = await way.unless_gone(request, _worked(site, body, way, one_at_a_time))
    whole = b'{"answers":[%s]}' % b",".join(answers)
    return Response(whole, headers={"Cache-Control": "no-store"}, media_type="application/json")


async def _worked(site: Site, body: bytes, way: Way, one_at_a_time: Lock) -> list[bytes]:
    """The answers, worked out in a thread when the turn of this request has come."""
    async with alone(one_at_a_time):
        return await way.through(answer_lines, site, body, way)


def answer_lines(site: Site, body: bytes, way: Way) -> list[bytes]:
    """
    All cases of a body, each as `answer_line` answers it.

    Raises:
        BadRequest: it cannot be read, or takes too much work.
        Unprocessable: something is given that is not known.
        Gone: nobody waits for them any more.
    """
    lines = list[bytes]()
    for case in read_cases(site, body):
        if way.spent > BUDGET:
            raise BadRequest(413, TOO_MUCH, "cases")
        way.rest()
        lines.append(answer_line(site, case))
    return lines


def _refused(site: Site, faults: Iterable[FactFault]) -> Unprocessable:
    return Unprocessable(error_records(faults, site.words[DEFAULT_LANGUAGE]))


def _check_type(sent: str | None) -> None:
    """Raises `BadRequest` where the body is said to be anything but JSON in UTF-8."""
    if sent is None:
        return
    header = Message()
    header["content-type"] = sent
    if header.get_content_type() != "application/json" or header.get_content_charset("utf-8") not in ("utf-8", "utf8"):
        raise BadRequest(415, N_("Send JSON in UTF-8, as application/json."))


def read_cases(site: Site, body: bytes) -> list[object]:
    """
    The cases of a request, each any JSON value, with numbers as `JsonNumber`.

    Raises:
        BadRequest: 400 where it is not JSON in UTF-8; 413 where it is too much; 422 where it is no list of cases.
        Unprocessable: something stands beside the cases.
    """
    if body.count(b",") > MOST_VALUES:
        raise BadRequest(413, TOO_LARGE)
    try:
        found: object = decode(body)
        json.dumps(found, ensure_ascii=False).encode()
    except (ValueError, RecursionError):
        raise BadRequest(400, N_("This is not JSON in UTF-8, or a name stands in it twice.")) from None
    cases = found.get("cases") if isinstance(found, dict) else found
    if not isinstance(cases, list):
        raise BadRequest(422, N_("A list of cases is wanted."), "cases")
    if isinstance(found, dict) and (faults := list(islice(strangers(found, ("cases",)), MOST_FACTS))):
        raise _refused(site, faults)
    if len(cases) > MOST_CASES:
        raise BadRequest(413, N_("Send at most 250 cases at once."), "cases")
    return cases


def answer_line(site: Site, raw: object) -> bytes:
    """One case of many as JSON; whatever is wrong with it stands in its own record. Its id is as it was sent."""
    sent = raw if isinstance(raw, dict) else {}
    lang = sent.get("lang", DEFAULT_LANGUAGE)
    case, faults = read_case(sent)
    if not isinstance(lang, str) or lang not in site.languages:
        faults = (FactFault("lang", "no-such-language", {"given": str(lang)}), *faults)
        lang = DEFAULT_LANGUAGE
    record = answer(site, case, lang, Invalid(faults) if faults else None)
    line = record.model_dump_json(exclude_none=True).encode()
    return b'{"id":%s,%s' % (encode(sent["id"]), line[1:]) if "id" in sent else line
