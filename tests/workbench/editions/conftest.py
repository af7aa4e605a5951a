"""The words of each language, for what is told of changes."""

from tests.present.conftest import words

__all__ = ["words"]
