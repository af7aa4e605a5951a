"""The OpenAPI 3.1 document of the API: in one piece, with examples that this server itself has given."""

import datetime as dt
import json
import shlex
from collections.abc import Mapping
from dataclasses import dataclass

from fastapi import FastAPI
from fastapi.openapi.utils import get_openapi
from pydantic import Field

from assistant import __version__
from assistant.i18n.words import Words
from assistant.model.rule import ASPECTS
from assistant.web.api.description import ABOUT, BARE, REFUSED_BARE, TAGS, Described
from assistant.web.api.examples import Call, Given, cause, sample, shortened
from assistant.web.api.records import ApiRecord, CaseRecord, CasesRecord
from assistant.web.frame.problems import KINDS, Problems
from assistant.web.frame.site import Site

JSON, PROBLEM = "application/json", "application/problem+json"


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


@dataclass
class Document:
    """What describes `api`; it is made when it is first asked for on a day."""

    site: Site
    api: FastAPI
    problems: Problems

    def __post_init__(self) -> None:
        self._made: dict[str, tuple[dt.date, Described]] = {}

    async def whole(self, lang: str) -> Described:
        """The document, with what it says and shows in one language; the records' own help stays in English."""
        day = self.site.latest()
        if self._made.get(lang, (None,))[0] != day:
            given = [await one.ask(self.api) for one in sample(self.site, lang)]
            refused = {status: await cause(status, self.api, self.problems) for status in KINDS}
            made = self._described(self.site.words[lang], {one.call.operation: one for one in given}, refused)
            if any(one.status != 200 for one in given):  # such as while it is still learnt what people ask
                return made
            self._made[lang] = day, made
        return self._made[lang][1]

    def _described(self, words: Words, given: Mapping[str, Given], refused: Mapping[int, object]) -> Described:
        whole = get_openapi(
            title="policy-assistant", version=__version__,
            summary=words.say("Answers from policy documents, the same for everybody."),
            description="\n\n".join(map(words.say, ABOUT)), routes=self.api.routes,
            license_info={"name": "Apache-2.0", "identifier": "Apache-2.0"},
            tags=[{"name": name, "description": words.say(about)} for name, about in TAGS.items()],
            servers=[{"url": self.site.public_url}],
        )  # fmt: skip
        components = whole["components"]
        for record in (CaseRecord, CasesRecord, ProblemRecord):
            schema = record.model_json_schema(ref_template="#/components/schemas/{model}")
            components["schemas"] |= {**schema.pop("$defs", {}), record.__name__: schema}
        for schema in components["schemas"].values():
            _tidy(schema)
        components["responses"] = {
            **{f"Refused{status}": self._refused(words, status, body) for status, body in refused.items()},
            f"Refused{BARE}": {"description": words.say(REFUSED_BARE)},
        }
        for path in whole["paths"].values():
            for operation in path.values():
                self._tell(words, operation, given[operation["operationId"]])
        return whole

    def _tell(self, words: Words, operation: Described, given: Given) -> None:
        """Completes one operation: in the reader's language, with the example, and with what is refused."""
        about = words.say(operation["summary"])
        answered = {"schema": operation["responses"]["200"]["content"][JSON]["schema"]}
        if given.status == 200:
            answered["example"] = shortened(given.body)
        parameters = {one["name"]: one for one in operation.pop("parameters", [])}
        for name, one in parameters.items():
            one["description"] = words.say(one["description"])
            one["schema"] = {key: value for key, value in one["schema"].items() if key != "title"}
            if name in given.call.values:
                one["example"] = given.call.values[name]
        for name, known in (("lang", list(self.site.languages)), ("aspect", list(ASPECTS))):
            if name in parameters:
                parameters[name]["schema"] = {"type": "string", "enum": known}
        operation |= {
            "summary": about,
            "description": words.say(operation["description"]),
            "parameters": list(parameters.values()),
            "responses": {
                "200": {"description": about, "content": {JSON: answered}},
                **{str(one): {"$ref": f"#/components/responses/Refused{one}"} for one in sorted({*KINDS, BARE})},
            },
            "x-codeSamples": [{"lang": "Shell", "label": "curl", "source": _curl(self.site.public_url, given.call)}],
        }
        if given.call.body is not None:
            sent = operation["requestBody"]
            sent["description"] = words.say(sent["description"])
            sent["content"][JSON]["example"] = given.call.body

    def _refused(self, words: Words, status: int, body: object) -> Described:
        """What is sent with a status that says no."""
        headers = {429: "Retry-After", 503: "Retry-After", 405: "Allow"}
        sent = {headers[status]: {"schema": {"type": "string"}}} if status in headers else {}
        return {
            "description": words.say(KINDS[status][1]),
            "content": {
                PROBLEM: {"schema": {"$ref": f"#/components/schemas/{ProblemRecord.__name__}"}, "example": body}
            },
            **({"headers": sent} if sent else {}),
        }


def _tidy(schema: Described) -> None:
    """Leaves out titles that only repeat names, null where a field without a value is not sent, and empty defaults."""
    required = schema.get("required", ())
    for name, one in schema.get("properties", {}).items():
        one.pop("title", None)
        kinds = [kind for kind in one.get("anyOf", ()) if kind != {"type": "null"}]
        if name not in required and len(kinds) == 1:
            one.update(kinds[0])
            del one["anyOf"]
        if not one.get("default", True):
            del one["default"]


def _curl(address: str, call: Call) -> str:
    """The line that makes this call."""
    plain, pairs = address + call.path, call.pairs
    if call.body is not None:
        sent = shlex.quote(json.dumps(call.body, ensure_ascii=False))
        return f"curl {shlex.quote(plain)} \\\n  -H 'Content-Type: application/json' \\\n  -d {sent}"
    if call.query == "&".join(f"{name}={value}" for name, value in pairs):
        return f"curl {shlex.quote(f'{plain}?{call.query}')}"
    told = [f" \\\n  --data-urlencode {shlex.quote(f'{name}={value}')}" for name, value in pairs]
    return f"curl --get {shlex.quote(plain)}{''.join(told)}"
