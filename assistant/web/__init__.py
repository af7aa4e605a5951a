"""The edge for browsers and for programs: pages and the JSON API."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from starlette.types import ASGIApp


def create_app() -> "ASGIApp":
    """
    Pages and API by the settings of the environment, for another server, such as `uvicorn --factory`.

    Without `POLICY_ASSISTANT_PUBLIC_URL`, links that leave the pages have no host. Raises `ContentError`.
    """
    from assistant.settings import settings
    from assistant.web.server.process import Process

    known = settings()
    return Process(known, known.public_url or "").app
