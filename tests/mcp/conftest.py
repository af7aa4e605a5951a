"""The tools over the repository's content on a day that stands still, and a server of them."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from assistant.i18n.language import offered
from assistant.i18n.load import languages
from assistant.matching import load_matcher, load_speech
from assistant.mcp.calls import Calls
from assistant.model.policy import Library
from assistant.settings import Settings
from assistant.web.frame.operation import Operation
from assistant.web.frame.site import Site
from tests.conftest import words_of
from tests.site import NOW, PUBLIC, application, listening


@pytest.fixture(scope="session")
def calls(library: Library, locales: Path) -> Calls:
    """The tools."""
    known = offered(languages(locales))
    words = {name: words_of(locales, name, strict=True) for name in known}
    site = Site(library, words, known, load_speech(Settings()), lambda: NOW, PUBLIC, lambda policy, edition: None)
    return Calls(site, load_matcher(Settings(), library))


@pytest.fixture(scope="session")
def endpoint(library: Library, locales: Path) -> Iterator[str]:
    """The address of the tools over HTTP."""
    with listening(application(library, locales, operation=Operation(tools=True))) as address:
        yield f"{address}/mcp"
