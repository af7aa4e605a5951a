"""The tools that assistants call (Model Context Protocol): answers of the API, over standard streams or HTTP."""

from importlib.util import find_spec

from assistant.errors import Usage, told
from assistant.settings import Settings


def check_installed() -> None:
    """Raises `Usage` where the protocol's SDK is not installed, which is an extra."""
    if find_spec("mcp") is None:
        raise Usage(
            told("The tools for assistants need the SDK of their protocol, which is not installed."),
            told("Install it: {command}", command="pip install 'policy-assistant[mcp]'"),
        )


def serves_tools(known: Settings) -> bool:
    """Whether the tools are served over HTTP. Raises `Usage` where the setting is neither, or they cannot be."""
    if known.mcp in (None, "off"):
        return False
    if known.mcp != "on":
        raise Usage(
            told("POLICY_ASSISTANT_MCP: {given} says neither yes nor no.", given=known.mcp),
            told("Write it as {example}.", example="on"),
        )
    check_installed()
    return True
