"""What assistants are told of the tools: schemas that hold, and nothing that invites them to guess."""

from jsonschema import Draft202012Validator

from assistant.mcp.calls import Calls
from assistant.mcp.catalogue import INSTRUCTIONS, tools

CASE = {"next_question", "decide", "explain", "what_would_change", "compare_editions"}


def test_every_schema_is_one(calls: Calls) -> None:
    for tool in calls.tools.values():
        for schema in (tool.input(), tool.output()):
            Draft202012Validator.check_schema(schema)
            assert schema["type"] == "object"


def test_what_is_needed_is_described_and_nothing_else_is_taken() -> None:
    for tool in tools(["one"], ["en", "ja"]).values():
        taken = tool.input()
        assert set(tool.needs) <= set(tool.takes)
        assert taken["additionalProperties"] is False
        assert all(one["description"] for one in tool.takes.values()), tool.name


def test_policies_and_languages_are_named(calls: Calls) -> None:
    takes = calls.tools["decide"].takes
    assert takes["policy"]["enum"] == [*calls.site.library.policies]
    assert takes["lang"]["enum"] == [*calls.site.languages]


def test_whoever_is_told_of_facts_is_told_not_to_guess() -> None:
    found = tools(["one"], ["en"])
    assert {name for name, tool in found.items() if "facts" in tool.takes} == CASE
    for name in CASE:
        about = str(found[name].takes["facts"]["description"])
        assert "Do not infer" in about
    assert "Never guess a fact" in INSTRUCTIONS
    assert all(name in INSTRUCTIONS for name in ("find_topic", "next_question", "decide", "unknown"))
