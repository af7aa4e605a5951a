"""The policy with a language that does not ship beside English and Japanese, and who asks its pages."""

import pytest

from assistant.settings import Settings
from tests.client import TestClient
from tests.languages.added import LANGUAGES, add_language, visitor


@pytest.fixture(scope="session", params=sorted(path.parent.name for path in LANGUAGES.glob("*/language.yaml")))
def language(request: pytest.FixtureRequest) -> str:
    """Each language that is laid beside; a module may name its own."""
    return str(request.param)


@pytest.fixture(scope="session")
def known(language: str, tmp_path_factory: pytest.TempPathFactory) -> Settings:
    """Where the policy and the languages lie."""
    return add_language(tmp_path_factory.mktemp(language), language)


@pytest.fixture(scope="session")
def client(known: Settings) -> TestClient:
    """Asks the pages."""
    return visitor(known)
