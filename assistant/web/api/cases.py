"""Many cases in one request: each is answered by a record of its own, and none takes more than its share of time."""

import json
from collections.abc import Iterable, Sequence
from email.message import Message
from itertools import islice
from time import thread_time
from typing import NamedTuple

from starlette.concurrency import run_in_threadpool
from starlette.requests import ClientDisconnect, Request
from starlette.responses import Response

from assistant.decide import FactFault, Invalid
from assistant.decide.cases import MOST_FACTS, decode, encode, read_case, strangers
from assistant.i18n import N_
from assistant.web.api.answers import answer, error_records
from assistant.web.frame.admission import LONGEST_BODY
from assistant.web.frame.head import DEFAULT_LANGUAGE
from assistant.web.frame.origin import body_of
from assistant.web.frame.problems import Unprocessable
from assistant.web.frame.query import BadRequest
from assistant.web.frame.site import Site, given

MOST_CASES = 1000
BUDGET, A_CASE = 0.25, 0.001
"""Seconds of the processor's time that a request may take; as many for each case answered, where that is more."""
AT_ONCE = 25
"""Cases that are answered before anybody looks whether the client is still there."""
TOO_MUCH = N_("These cases take too much work at once. Send fewer of them in one request.")


class Spent(NamedTuple):
    """Lines of answers, and the seconds of the processor's time that they took."""

    lines: list[bytes]
    seconds: float


async def answer_cases(site: Site, request: Request) -> Response:
    """
    The answers to the cases of a request, in their order.

    Raises:
        BadRequest: it cannot be read, or asks for too much.
        Unprocessable: something is given that is not known.
        ClientDisconnect: whoever asked has gone; what is left of the work is dropped.
    """
    if strange := given(request):
        raise _refused(site, [FactFault(name, "no-such-parameter", {"given": name}) for name in strange])
    _check_type(request.headers.get("content-type"))
    body = await body_of(request, LONGEST_BODY, N_("This request is too large."))
    cases = await run_in_threadpool(read_cases, site, body)
    ahead, lines, seconds = iter(cases), list[bytes](), 0.0
    while some := list(islice(ahead, AT_ONCE)):
        if await request.is_disconnected():
            raise ClientDisconnect
        spent = await run_in_threadpool(_answered, site, some, max(BUDGET, A_CASE * len(lines)) - seconds)
        lines, seconds = lines + spent.lines, seconds + spent.seconds
        if len(spent.lines) < len(some):
            raise BadRequest(413, TOO_MUCH, "cases")
    whole = b'{"answers":[%s]}' % b",".join(lines)
    return Response(whole, headers={"Cache-Control": "no-store"}, media_type="application/json")


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
        BadRequest: 400 where it is not JSON in UTF-8; 413 where there are too many; 422 where it is no list of cases.
        Unprocessable: something stands beside the cases.
    """
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
        raise BadRequest(413, N_("Send at most 1,000 cases at once."), "cases")
    return cases


def _answered(site: Site, cases: Sequence[object], most: float) -> Spent:
    """The answers to some cases, as far as `most` seconds of the processor's time reach."""
    start, lines = thread_time(), list[bytes]()
    for case in cases:
        lines.append(answer_line(site, case))
        if thread_time() - start > most:
            break
    return Spent(lines, thread_time() - start)


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
