"""The tools are off unless somebody wants them, and whoever lacks what they need is told how to get it."""

from dataclasses import replace

import pytest

from assistant import mcp
from assistant.errors import Usage
from assistant.mcp import serves_tools
from assistant.settings import Settings, settings


@pytest.mark.parametrize(("given", "wanted"), [({}, False), ({"POLICY_ASSISTANT_MCP": "off"}, False),
                                               ({"POLICY_ASSISTANT_MCP": "on"}, True)])  # fmt: skip
def test_they_are_served_where_the_setting_says_so(given: dict[str, str], wanted: bool) -> None:
    assert serves_tools(settings(given)) is wanted


def test_a_setting_that_says_neither_is_refused() -> None:
    with pytest.raises(Usage, match="POLICY_ASSISTANT_MCP: 1 says neither"):
        serves_tools(replace(Settings(), mcp="1"))


def test_whoever_lacks_the_sdk_is_told_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(mcp, "find_spec", lambda name: None)
    with pytest.raises(Usage, match=r"policy-assistant\[mcp\]"):
        serves_tools(replace(Settings(), mcp="on"))
