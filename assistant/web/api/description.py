"""How the API describes itself (OpenAPI 3.1): parameters, the body that is sent, and everything that is refused."""

from fastapi import FastAPI

from assistant.web.api.records import CaseRecord, CasesRecord, ProblemRecord
from assistant.web.pages.form import EDITION

Described = dict[str, object]
BARE = 431
"""The status that is sent before anything is read: without a body."""
REFUSED = {
    400: "The request cannot be read.",
    404: "There is no such thing.",
    405: "The address cannot be used in this way.",
    413: "The request is too large, or takes too much work at once.",
    414: "The address is too long.",
    415: "The body is not JSON in UTF-8.",
    422: "Something given is wrong; each error names its parameter.",
    429: "Too many requests come from this client. `Retry-After` says when to ask again.",
    BARE: "The head of the request is too large. Nothing more is said.",
    500: "Something went wrong on our side.",
    503: "There is too much to do at present. `Retry-After` says when to ask again.",
}
WRONG: dict[int | str, dict[str, object]] = {
    status: {"description": about} | ({} if status == BARE else {"model": ProblemRecord})
    for status, about in REFUSED.items()
}
DAY = "^20[0-9]{2}-(0[1-9]|1[0-2])-(0[1-9]|1[0-9]|2[0-8])$"
"""Of days: those that every month has; the others are taken too."""
MOMENT = f"{DAY[:-1]}T([01][0-9]|2[0-3]):[0-5][0-9]$"
ASKED = r"^[^\x00-\x1f\x7f-\x9f]*[^\s\x00-\x1f\x7f-\x9f][^\x00-\x1f\x7f-\x9f]*$"
JSON, PROBLEM = "application/json", "application/problem+json"


def _parameter(name: str, about: str, example: str, pattern: str = "", required: bool = False) -> Described:
    described = {"name": name, "in": "query", "required": required, "description": about, "example": example}
    return {**described, "schema": {"type": "string", "pattern": pattern} if pattern else {"type": "string"}}


FACTS: Described = {
    "name": "facts", "in": "query", "style": "form", "explode": True, "example": {"fact": "value"},
    "schema": {"type": "object", "additionalProperties": {"type": "string"}},
    "description": "Facts as `fact=value&another=value`; `/policies/{policy}` lists their ids and values.",
}  # fmt: skip
LANG = _parameter("lang", "The language of the texts, such as `en` or `ja`; English where left out.", "ja")
ON = _parameter(
    "on", "The day asked about, `YYYY-MM-DD`; today in the policy's time zone where left out.", "2026-01-15", DAY
)
UNKNOWN = _parameter("unknown", "Facts that are not known, by id with commas between.", "fact,another")
EDITION_NAMED = _parameter(
    "edition",
    "An earlier edition, whose answer is then told in `then` beside today's. One that this server has not yet is 503.",
    "0123456789ab",
    f"^{EDITION.pattern}$",
)
Q = _parameter(
    "q", "The question, of which the first 500 characters count.", "Is a new dongle free?", ASKED, required=True
)
NOW = _parameter(
    "now",
    "The moment of asking on the policy's own clock, `YYYY-MM-DDTHH:MM`; now where left out.",
    "2026-01-15T10:00",
    MOMENT,
)
CASES: Described = {
    "requestBody": {
        "required": True,
        "content": {JSON: {"schema": {"anyOf": [
            {"$ref": "#/components/schemas/CasesRecord"},
            {"type": "array", "items": {"anyOf": [{"$ref": "#/components/schemas/CaseRecord"}, {}]}},
        ]}}},
    }
}  # fmt: skip
"""The body of many cases: an object that lists them, or the bare list; what is no case has an answer that says so."""


class DescribedApi(FastAPI):
    """An API whose description names what it refuses as it is sent, and every record that it points to."""

    languages: tuple[str, ...] = ()
    """Those in which it has texts."""

    def openapi(self) -> dict[str, object]:
        """The description. It is made once; what is added to it here may be added again."""
        described = super().openapi()
        schemas = described["components"]["schemas"]
        for record in (CaseRecord, CasesRecord):
            whole = record.model_json_schema(ref_template="#/components/schemas/{model}")
            schemas[record.__name__] = {name: value for name, value in whole.items() if name != "$defs"}
        for path in described["paths"].values():
            for operation in path.values():
                operation["parameters"] = [self._named(one) for one in operation.get("parameters", [])]
                for status, response in operation["responses"].items():
                    content = response.get("content", {})
                    if int(status) in REFUSED and JSON in content:
                        content[PROBLEM] = content.pop(JSON)
        return described

    def _named(self, parameter: Described) -> Described:
        """A parameter; of the language, with the languages that there are."""
        if parameter["name"] != "lang":
            return parameter
        return {**parameter, "schema": {"type": "string", "enum": list(self.languages)}}
