"""The API described, with examples that this server itself has given: as an OpenAPI 3.1 document, and as a page."""

import json
import re
import shlex
from collections.abc import Sequence

from markupsafe import Markup, escape
from pydantic import BaseModel, Field
from pydantic.json_schema import GenerateJsonSchema, JsonSchemaMode, JsonSchemaValue, models_json_schema
from pydantic_core.core_schema import WithDefaultSchema
from starlette.requests import Request
from starlette.responses import Response

from assistant import __version__
from assistant.i18n import N_
from assistant.i18n.words import Words
from assistant.model.record import NAME
from assistant.model.rule import ASPECTS
from assistant.present.programs import KINDS
from assistant.web.api.description import ABOUT, BARE, OPERATIONS, REFUSED_BARE, TAGS, V1, Operation, Parameter
from assistant.web.api.examples import Call, Examples, Given, Shown, shortened
from assistant.web.api.records import ApiRecord, CaseRecord, CasesRecord
from assistant.web.frame.guard import holds
from assistant.web.frame.query import MOST_PARAMETERS
from assistant.web.frame.site import Site, given

JSON, PROBLEM = "application/json", "application/problem+json"
CODE = re.compile("`([^`]+)`")
REFUSED = N_(
    "A request that is refused is answered with a problem in JSON (RFC 9457). Its `type` leads to one of these, and "
    "`errors` name the parameters that are at fault."
)
PLACE = "#/components/schemas/{model}"
Piece = dict[str, object]
"""A piece of the document."""


class FaultRecord(ApiRecord):
    """One fault of a request. `reason` and `details` are there for values, `near` for names that there are not."""

    name: str = Field(description="The parameter, or the part of the address.")
    text: str
    reason: str | None = None
    details: dict[str, str] | None = None
    near: list[str] | None = Field(default=None, description="Names that may have been meant.")


class ProblemRecord(ApiRecord):
    """Problem JSON (RFC 9457), in English."""

    type: str = Field(json_schema_extra={"format": "uri"}, description="The kind; it leads to its description.")
    title: str = Field(description="The same for every problem of the kind.")
    status: int
    detail: str = Field(description="What went wrong this time.")
    errors: list[FaultRecord] = Field(description="Every fault that has a name of its own.")


def described(site: Site, words: Words, shown: Shown) -> Piece:
    """The document, with what it says and shows in one language; the records' own help stays in English."""
    paths: dict[str, Piece] = {}
    for one in OPERATIONS:
        paths.setdefault(V1 + one.path, {})[one.method.lower()] = _operation(site, words, one, shown.given[one.id])
    refused: Piece = {f"Refused{status}": _refused(words, status, body) for status, body in shown.refused.items()}
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "policy-assistant",
            "version": __version__,
            "summary": words.say("Answers from policy documents, the same for everybody."),
            "description": "\n\n".join(map(words.say, ABOUT)),
            "license": {"name": "Apache-2.0", "identifier": "Apache-2.0"},
        },
        "servers": [{"url": site.public_url}],
        "tags": [{"name": name, "description": words.say(about)} for name, about in TAGS.items()],
        "paths": paths,
        "components": {
            "schemas": schemas(),
            "responses": {**refused, f"Refused{BARE}": {"description": words.say(REFUSED_BARE)}},
        },
    }


def _operation(site: Site, words: Words, one: Operation, given: Given) -> Piece:
    """One operation, with the example, and with what is refused."""
    schema = _named(one.record)
    answered: Piece = {"schema": {"type": "array", "items": schema} if one.listed else schema}
    if given.status == 200:
        answered["example"] = shortened(given.body)
    beside = [each.name for each in one.parameters if each.place == "query" and not each.many]
    asked: Piece = {
        "operationId": one.id,
        "tags": [one.tag],
        "summary": words.say(one.summary),
        "description": words.say(one.about),
        "parameters": [_parameter(site, words, each, given.call, beside) for each in one.parameters],
        "responses": {
            "200": {"description": words.say(one.summary), "content": {JSON: answered}},
            **{str(each): {"$ref": f"#/components/responses/Refused{each}"} for each in sorted({*KINDS, BARE})},
        },
        "x-codeSamples": [{"lang": "Shell", "label": "curl", "source": curl(site.public_url, given.call)}],
    }
    if one.deprecated:
        asked["deprecated"] = True
    if one.sent:
        cases = {"type": "array", "items": {"anyOf": [_named(CaseRecord), {}]}}
        body = {"schema": {"anyOf": [_named(CasesRecord), cases]}, "example": given.call.body}
        asked["requestBody"] = {"required": True, "description": words.say(one.sent), "content": {JSON: body}}
    return asked


def _parameter(site: Site, words: Words, one: Parameter, call: Call, beside: Sequence[str]) -> Piece:
    """A parameter, with the value that it has in the example; `beside` are the names of the others in the query."""
    known = {"lang": list(site.languages), "aspect": list(ASPECTS)}
    schema: Piece = {"type": "string"}
    if one.name in known:
        schema["enum"] = known[one.name]
    elif one.pattern:
        schema["pattern"] = one.pattern
    if one.many:
        names: Piece = {"pattern": f"^{NAME}$", "not": {"enum": beside}}
        most = MOST_PARAMETERS - len(beside)
        schema = {"type": "object", "additionalProperties": schema, "propertyNames": names, "maxProperties": most}
    return {
        "name": one.name,
        "in": one.place,
        "required": one.required,
        "description": words.say(one.about),
        "schema": schema,
        **({"style": "form", "explode": True} if one.many else {}),
        **({"example": call.values[one.name]} if one.name in call.values else {}),
    }


def _refused(words: Words, status: int, body: object) -> Piece:
    """What is sent with a status that says no."""
    headers = {429: "Retry-After", 503: "Retry-After", 405: "Allow"}
    sent = {headers[status]: {"schema": {"type": "string"}}} if status in headers else {}
    return {
        "description": words.say(KINDS[status][1]),
        "content": {PROBLEM: {"schema": _named(ProblemRecord), "example": body}},
        **({"headers": sent} if sent else {}),
    }


def _named(record: type[BaseModel]) -> Piece:
    return {"$ref": PLACE.format(model=record.__name__)}


class Plain(GenerateJsonSchema):
    """Schemas without titles that only repeat names, and without empty defaults."""

    def field_title_should_be_set(self, schema: object) -> bool:
        """No field has a title."""
        return False

    def default_schema(self, schema: WithDefaultSchema) -> JsonSchemaValue:
        """A field that may be left out: null is described only where it is sent, which it is not here."""
        if schema.get("default", True):
            return super().default_schema(schema)
        inner = schema["schema"]
        return self.generate_inner(inner["schema"] if inner["type"] == "nullable" else inner)


def schemas() -> JsonSchemaValue:
    """Every record by its name."""
    records: tuple[type[BaseModel], ...] = (*(one.record for one in OPERATIONS), CaseRecord, CasesRecord, ProblemRecord)
    wanted: list[tuple[type[BaseModel], JsonSchemaMode]] = [(one, "serialization") for one in dict.fromkeys(records)]
    _, whole = models_json_schema(wanted, schema_generator=Plain, ref_template=PLACE)
    found: JsonSchemaValue = whole["$defs"]
    return found


def curl(address: str, call: Call) -> str:
    """The line that makes this call."""
    plain, pairs = address + call.path, call.pairs
    if call.body is not None:
        sent = shlex.quote(json.dumps(call.body, ensure_ascii=False))
        return f"curl {shlex.quote(plain)} \\\n  -H 'Content-Type: application/json' \\\n  -d {sent}"
    if call.query == "&".join(f"{name}={value}" for name, value in pairs):
        return f"curl {shlex.quote(f'{plain}?{call.query}')}"
    told = [f" \\\n  --data-urlencode {shlex.quote(f'{name}={value}')}" for name, value in pairs]
    return f"curl --get {shlex.quote(plain)}{''.join(told)}"


async def api_page(site: Site, examples: Examples, request: Request) -> Response:
    """The page, which is another each day as the examples are."""
    lang = site.language(request)
    given(request)
    shown = await examples.shown(lang)
    return _page(site, request, lang, shown)


def _page(site: Site, request: Request, lang: str, shown: Shown) -> Response:
    holds(request, site.day_ends(*site.library.policies.values()))
    say = site.words[lang].say
    return site.page(
        request,
        "programs/api.html",
        document=f"{V1}/openapi.json",
        prefix=V1,
        about=[coded(say(one)) for one in ABOUT],
        operations=[
            (one, curl(site.public_url, found.call), pretty(shortened(found.body)) if found.status == 200 else "")
            for one in OPERATIONS
            for found in [shown.given[one.id]]
        ],
        coded=lambda text: coded(say(text)),
        refused=coded(say(REFUSED)),
        problems=[(status, kind, say(title), pretty(shown.refused[status])) for status, (kind, title) in KINDS.items()],
    )


def coded(text: str) -> Markup:
    """A sentence with what stands between backticks as code."""
    return Markup(CODE.sub(r"<code>\1</code>", str(escape(text))))  # noqa: S704 (it was escaped)


def pretty(value: object) -> str:
    """JSON as people read it."""
    return json.dumps(value, ensure_ascii=False, indent=2)
