"""The gallery hung up once for a module: its settings, its policies with their examples, its words."""

from collections.abc import Mapping

import pytest

from assistant.i18n.words import Words
from assistant.loading import read_content
from assistant.model.policy import Library
from assistant.settings import Settings
from tests.conftest import words_of
from tests.gallery.exhibits import LANGUAGES, hang


@pytest.fixture(scope="package")
def known(tmp_path_factory: pytest.TempPathFactory) -> Settings:
    return hang(tmp_path_factory.mktemp("gallery"))


@pytest.fixture(scope="package")
def library(known: Settings) -> Library:
    """From the sources: what is compiled holds no examples."""
    return read_content(known)


@pytest.fixture(scope="package")
def words(known: Settings) -> Mapping[str, Words]:
    """The words of each language; a gap without a value is an error."""
    return {name: words_of(known.locales, name, strict=True) for name in LANGUAGES}
