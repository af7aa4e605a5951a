"""Routes whose pages are made on the event loop: they are work for the processor alone, and short."""

from collections.abc import Awaitable, Callable, Collection, Sequence
from functools import wraps
from inspect import iscoroutinefunction, isroutine
from typing import TypeVar

import starlette.routing
from starlette.middleware import Middleware

Made = TypeVar("Made")


def on_loop(made: Callable[..., Made]) -> Callable[..., Awaitable[Made]]:
    """What makes a response, as Starlette calls it on the loop: whatever is no coroutine is given a thread by it."""

    @wraps(made)
    async def response(*given: object) -> Made:
        return made(*given)

    return response


class Route(starlette.routing.Route):
    """Starlette's, for functions that make pages: only what waits for something is a coroutine."""

    def __init__(
        self,
        path: str,
        endpoint: Callable[..., object],
        methods: Collection[str] | None = None,
        middleware: Sequence[Middleware] | None = None,
    ) -> None:
        plain = isroutine(endpoint) and not iscoroutinefunction(endpoint)
        made = on_loop(endpoint) if plain else endpoint
        super().__init__(path, made, methods=methods, middleware=middleware)
