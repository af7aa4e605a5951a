"""`mcp` refuses what would mislead people before it serves anybody; tests/mcp/test_server.py talks to it."""

from dataclasses import replace

import pytest

from assistant import mcp
from assistant.errors import Usage
from assistant.settings import Settings
from tests.terminal import run


def test_without_the_sdk_it_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(mcp, "find_spec", lambda name: None)
    error = run(Settings(), "mcp").exception
    assert isinstance(error, Usage)
    assert "policy-assistant[mcp]" in str(error)


def test_an_address_that_is_none_is_refused() -> None:
    error = run(replace(Settings(), public_url="help"), "mcp").exception
    assert isinstance(error, Usage)
    assert "POLICY_ASSISTANT_PUBLIC_URL" in str(error)
