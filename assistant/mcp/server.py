"""The tools behind the protocol, by its official SDK, which is imported where it is installed: the extra `mcp`."""

import mcp_types as types
from mcp.server import Server, ServerRequestContext
from mcp.server.stdio import stdio_server
from mcp.server.streamable_http_manager import StreamableHTTPSessionManager
from mcp.shared.exceptions import MCPError
from starlette.exceptions import HTTPException
from starlette.requests import ClientDisconnect, Request
from starlette.types import Receive, Scope, Send

from assistant import __version__
from assistant.mcp.calls import Calls, Said
from assistant.mcp.catalogue import INSTRUCTIONS, Tool
from assistant.web.frame.admission import TURNS, Turns
from assistant.web.frame.origin import from_here
from assistant.web.frame.problems import ADVICE, TITLES
from assistant.web.frame.way import Way, alone

LONGEST = 64_000
"""Bytes of the largest request that is read: one call, with all that its client says of itself."""
Context = ServerRequestContext[dict[str, object]]


def make_server(calls: Calls) -> Server[dict[str, object]]:
    """A server of these tools. It keeps nothing between two calls, and works for one at a time."""
    own = Turns()  # over standard streams
    listed = types.ListToolsResult(tools=[_described(tool) for tool in calls.tools.values()])

    async def every(context: Context, params: types.PaginatedRequestParams | None) -> types.ListToolsResult:
        return listed

    async def called(context: Context, params: types.CallToolRequestParams) -> types.CallToolResult:
        if params.name not in calls.tools:
            raise MCPError(
                types.INVALID_PARAMS, f"There is no tool called {params.name[:100]!r}: {', '.join(calls.tools)}"
            )
        turns: Turns = context.request.scope[TURNS] if context.request else own
        way = Way(turns.awaited)

        async def worked() -> Said:
            async with alone(turns.short):
                return await way.through(calls.call, params.name, params.arguments or {})

        try:
            said = await (way.unless_gone(context.request, worked()) if context.request else worked())
        except ClientDisconnect:
            raise MCPError(types.INTERNAL_ERROR, "Nobody waits for the answer any more.") from None
        except HTTPException:  # others are long
            raise MCPError(types.INTERNAL_ERROR, f"{TITLES[503]}. {ADVICE[429]}") from None
        return types.CallToolResult(
            content=[types.TextContent(text=said.text)],
            structured_content=said.record.model_dump(mode="json", exclude_defaults=True) if said.record else None,
            is_error=said.wrong,
        )

    return Server(
        "policy-assistant", version=__version__, instructions=INSTRUCTIONS, on_list_tools=every, on_call_tool=called
    )


def _described(tool: Tool) -> types.Tool:
    hints = types.ToolAnnotations(read_only_hint=True, idempotent_hint=True, open_world_hint=False)
    return types.Tool(
        name=tool.name,
        title=tool.title,
        description=tool.about,
        annotations=hints,
        input_schema=tool.input(),
        output_schema=tool.output(),
    )


class Endpoint:
    """
    The tools over HTTP (streamable, a request and its answer in JSON): an ASGI application.

    Nothing is kept between requests, so any process may answer any of them.
    """

    def __init__(self, calls: Calls) -> None:
        self._server = make_server(calls)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serves one request. Raises `HTTPException` where it is no call, or a page of another site sends it."""
        if scope["method"] != "POST":
            raise HTTPException(405, headers={"Allow": "POST"})
        if not from_here(Request(scope)):
            raise HTTPException(403)
        manager = StreamableHTTPSessionManager(
            self._server, json_response=True, stateless=True, max_request_body_size=LONGEST
        )
        async with manager.run():
            await manager.handle_request(scope, receive, send)


async def serve_streams(calls: Calls) -> None:
    """Serves over standard input and output until that ends."""
    server = make_server(calls)
    async with stdio_server() as (incoming, outgoing):
        await server.run(incoming, outgoing, server.create_initialization_options())
